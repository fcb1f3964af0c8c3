//! Where labels stand: beside what they name, over nothing else. Pure, so that a test can try every plan and width;
//! ECharts is told the places and chooses none.

use super::measure;

/// A rectangle in pixels; `top` is less than `bottom`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// A stroke that labels keep off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub from: (f64, f64),
    pub to: (f64, f64),
}

/// Something that wants to be named.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub words: String,
    /// What it names.
    pub at: (f64, f64),
    /// How far its mark reaches from there.
    pub reach: f64,
    pub tries: &'static [Side],
    /// Gives way where every place lies under a line; one that is needed stands there all the same.
    pub is_needed: bool,
}

/// On which side of its mark a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Above,
    AboveLeft,
    AboveRight,
    Left,
    Right,
    Below,
    BelowLeft,
    BelowRight,
}

/// A label with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// From what is named to the point that the text is aligned at.
    pub offset: (f64, f64),
    pub align: &'static str,
    pub area: Area,
}

/// Steps away from the mark that are tried, in text sizes.
const STEPS: [f64; 7] = [0.3, 0.9, 1.6, 2.4, 3.4, 4.6, 6.0];

/// How high a line of text is, in text sizes.
pub const LINE: f64 = 1.25;

/// A place for each label in turn, the first ones first; none where nothing is left that is free.
///
/// No two of the places overlap, none lies over a mark of another, and none leaves the frame. A needed label may be
/// crossed by a line, where every place is.
pub fn places(
    labels: &[Label],
    taken: &[Area],
    strokes: &[Stroke],
    frame: Area,
    size: f64,
) -> Vec<Option<Place>> {
    let marks: Vec<Area> = labels.iter().map(Label::mark).collect();
    let mut stands: Vec<Area> = taken.to_vec();
    let mut places = Vec::with_capacity(labels.len());
    for label in labels {
        let free =
            |area: &Area| frame.holds(area) && !stands.iter().chain(&marks).any(|other| other.overlaps(area));
        let mut best: Option<(usize, Place)> = None;
        for place in label.candidates(size).filter(|place| free(&place.area)) {
            let crossings = strokes.iter().filter(|stroke| place.area.is_crossed_by(stroke)).count();
            if best.is_none_or(|(least, _)| crossings < least) {
                best = Some((crossings, place));
            }
            if crossings == 0 {
                break;
            }
        }
        let place = best.filter(|(crossings, _)| *crossings == 0 || label.is_needed).map(|(_, place)| place);
        stands.extend(place.map(|place| place.area));
        places.push(place);
    }
    places
}

impl Label {
    fn mark(&self) -> Area {
        let ((x, y), reach) = (self.at, self.reach);
        Area { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    }

    /// Every place that it may take, the best first.
    fn candidates(&self, size: f64) -> impl Iterator<Item = Place> + '_ {
        let lines: Vec<&str> = self.words.lines().collect();
        let width = lines.iter().map(|line| measure::ems(line)).fold(0.0, f64::max) * size;
        let height = lines.len() as f64 * size * LINE;
        STEPS.iter().flat_map(move |step| {
            self.tries.iter().map(move |side| self.place(*side, step * size, (width, height)))
        })
    }

    fn place(&self, side: Side, step: f64, (width, height): (f64, f64)) -> Place {
        let away = self.reach + step;
        let (across, align) = match side {
            Side::Above | Side::Below => (0.0, "center"),
            Side::AboveLeft | Side::BelowLeft => (-self.reach, "right"),
            Side::AboveRight | Side::BelowRight => (self.reach, "left"),
            Side::Left => (-away, "right"),
            Side::Right => (away, "left"),
        };
        // To the middle of the text.
        let down = match side {
            Side::Left | Side::Right => 0.0,
            Side::Above | Side::AboveLeft | Side::AboveRight => -away - height / 2.0,
            Side::Below | Side::BelowLeft | Side::BelowRight => away + height / 2.0,
        };
        let (x, y) = (self.at.0 + across, self.at.1 + down);
        let left = match align {
            "center" => x - width / 2.0,
            "right" => x - width,
            _ => x,
        };
        let area = Area { left, top: y - height / 2.0, right: left + width, bottom: y + height / 2.0 };
        Place { offset: (across, down), align, area }
    }
}

impl Area {
    pub fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub fn holds(&self, other: &Area) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// Whether any point of the stroke lies inside (the stroke is cut to the area side by side).
    pub fn is_crossed_by(&self, stroke: &Stroke) -> bool {
        let ((x, y), (to_x, to_y)) = (stroke.from, stroke.to);
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (from, way, low, high) in
            [(x, to_x - x, self.left, self.right), (y, to_y - y, self.top, self.bottom)]
        {
            if way == 0.0 {
                if from <= low || from >= high {
                    return false;
                }
                continue;
            }
            let (one, other) = ((low - from) / way, (high - from) / way);
            enters = enters.max(one.min(other));
            leaves = leaves.min(one.max(other));
        }
        enters < leaves
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Area = Area { left: 0.0, top: 0.0, right: 200.0, bottom: 100.0 };
    const ANYWHERE: &[Side] = &[Side::Above, Side::Left, Side::Right, Side::Below];

    fn label(words: &str, at: (f64, f64)) -> Label {
        Label { words: words.into(), at, reach: 3.0, tries: ANYWHERE, is_needed: false }
    }

    #[test]
    fn a_label_gives_way_to_one_before_it_to_a_line_and_to_the_frame() {
        let labels = [label("未设", (100.0, 50.0)), label("16", (104.0, 62.0)), label("顶", (20.0, 2.0))];
        let flat = Stroke { from: (0.0, 38.0), to: (200.0, 38.0) };
        let places = places(&labels, &[], &[flat], FRAME, 12.0);
        let areas: Vec<Area> = places.iter().flatten().map(|place| place.area).collect();
        assert_eq!(areas.len(), 3, "{places:?}");
        for (at, area) in areas.iter().enumerate() {
            assert!(FRAME.holds(area) && !area.is_crossed_by(&flat), "{area:?}");
            assert!(areas[..at].iter().all(|other| !other.overlaps(area)), "{areas:?}");
        }
    }

    #[test]
    fn without_a_free_place_a_label_goes_and_a_needed_one_stands_under_lines() {
        let strokes: Vec<Stroke> =
            (0..25).map(|at| at as f64 * 4.0).map(|y| Stroke { from: (0.0, y), to: (200.0, y) }).collect();
        let quiet = label("约 20", (100.0, 50.0));
        let needed = Label { is_needed: true, ..quiet.clone() };
        assert_eq!(places(std::slice::from_ref(&quiet), &[], &strokes, FRAME, 12.0), [None]);
        assert!(places(std::slice::from_ref(&needed), &[], &strokes, FRAME, 12.0)[0].is_some());
        let full = Area { ..FRAME };
        assert_eq!(places(&[needed], &[full], &[], FRAME, 12.0), [None], "never over another one");
    }

    #[test]
    fn a_stroke_is_cut_to_the_area() {
        let area = Area { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        for (from, to, crosses) in [
            ((0.0, 0.0), (30.0, 30.0), true),
            ((0.0, 15.0), (30.0, 15.0), true),
            ((15.0, 12.0), (15.0, 18.0), true),
            ((0.0, 25.0), (30.0, 25.0), false),
            ((0.0, 0.0), (5.0, 5.0), false),
            ((0.0, 18.0), (8.0, 40.0), false),
        ] {
            assert_eq!(area.is_crossed_by(&Stroke { from, to }), crosses, "{from:?} {to:?}");
        }
    }
}
