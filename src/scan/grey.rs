//! A picture in grey, and other looks at it.

use super::MOST_PIXELS;

/// A byte for each pixel, line by line; 0 is black.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grey {
    pub luma: Vec<u8>,
    pub width: usize,
    pub height: usize,
}

/// No code has fewer modules along an edge.
const SHORTEST: usize = 21;

impl Grey {
    /// None if sides and bytes do not agree, no code would fit, or there are more than [`MOST_PIXELS`].
    pub fn new(luma: &[u8], width: u32, height: u32) -> Option<Self> {
        let (width, height) = (usize::try_from(width).ok()?, usize::try_from(height).ok()?);
        let pixels = width.checked_mul(height)?;
        let is_picture = width >= SHORTEST && height >= SHORTEST && pixels <= MOST_PIXELS;
        (is_picture && luma.len() == pixels).then(|| Self { luma: luma.to_vec(), width, height })
    }

    /// Pixels of the shorter edge.
    pub fn shorter(&self) -> usize {
        self.width.min(self.height)
    }

    /// Light is dark and dark is light.
    pub fn inverted(&self) -> Self {
        Self { luma: self.luma.iter().map(|light| 255 - light).collect(), ..*self }
    }

    /// Each pixel with its neighbours: weights 1, 2, 1 in both directions. Those on the edge stay as they are.
    pub fn smoothed(&self) -> Self {
        let mut luma = self.luma.clone();
        let rows = self.luma.windows(3 * self.width).step_by(self.width);
        for (rows, smooth) in rows.zip(luma.chunks_mut(self.width).skip(1)) {
            let (above, rest) = rows.split_at(self.width);
            let (middle, below) = rest.split_at(self.width);
            let column = |at: usize| u16::from(above[at]) + 2 * u16::from(middle[at]) + u16::from(below[at]);
            let mut columns = [0, column(0), column(1)];
            for (at, smooth) in smooth.iter_mut().enumerate().take(self.width - 1).skip(1) {
                columns = [columns[1], columns[2], column(at + 1)];
                *smooth = ((columns[0] + 2 * columns[1] + columns[2]) / 16) as u8;
            }
        }
        Self { luma, ..*self }
    }

    /// Four pixels as one. An odd last line or column is left out.
    pub fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let lines = self.luma.chunks_exact(2 * self.width).flat_map(|lines| {
            let (first, second) = lines.split_at(self.width);
            let pairs = first.chunks_exact(2).zip(second.chunks_exact(2));
            pairs.map(|(first, second)| {
                let sum: u16 = first.iter().chain(second).map(|&light| u16::from(light)).sum();
                (sum / 4) as u8
            })
        });
        Self { luma: lines.collect(), width, height }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32) -> Grey {
        let luma: Vec<u8> = (0..width * height).map(|at| (at * 37 % 251) as u8).collect();
        Grey::new(&luma, width, height).expect("a picture")
    }

    #[test]
    fn a_picture_whose_sides_and_bytes_do_not_agree_is_none() {
        assert!(Grey::new(&[0; 21 * 21], 21, 21).is_some());
        assert_eq!(Grey::new(&[0; 21 * 21], 21, 22), None);
        assert_eq!(Grey::new(&[0; 21 * 21], 20, 21), None);
        assert_eq!(Grey::new(&[], 0, 0), None);
        assert_eq!(Grey::new(&[], u32::MAX, u32::MAX), None);
        assert_eq!(Grey::new(&vec![0; 4000 * 2001], 4000, 2001), None, "too large");
    }

    #[test]
    fn smoothing_is_the_mean_of_the_neighbourhood() {
        let sharp = picture(23, 21);
        let smooth = sharp.smoothed();
        let at = |x: usize, y: usize| u32::from(sharp.luma[y * 23 + x]);
        for (y, x) in (1..20).flat_map(|y| (1..22).map(move |x| (y, x))) {
            let sides = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1);
            let corners = at(x - 1, y - 1) + at(x + 1, y - 1) + at(x - 1, y + 1) + at(x + 1, y + 1);
            let mean = (4 * at(x, y) + 2 * sides + corners) / 16;
            assert_eq!(u32::from(smooth.luma[y * 23 + x]), mean, "{x} {y}");
        }
        assert_eq!((smooth.luma[0], smooth.luma.len()), (sharp.luma[0], sharp.luma.len()));
    }

    #[test]
    fn halving_takes_four_pixels_as_one() {
        let small = picture(43, 45).halved();
        assert_eq!((small.width, small.height, small.luma.len()), (21, 22, 21 * 22));
        let sharp = picture(43, 45).luma;
        let four = [(4, 6), (5, 6), (4, 7), (5, 7)].map(|(x, y)| u32::from(sharp[y * 43 + x]));
        assert_eq!(u32::from(small.luma[3 * 21 + 2]), four.iter().sum::<u32>() / 4);
    }
}
