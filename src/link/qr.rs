//! The QR code of an address, as our own drawing.
//!
//! Error correction M (ISO/IEC 18004): 15 % of the code may be covered or washed out by a projector.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Width of the quiet zone around a code, in modules; ISO/IEC 18004 asks for four.
pub const QUIET_ZONE: usize = 4;

/// A code: a square of modules, dark or light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    side: usize,
    modules: Vec<bool>,
}

/// The text does not fit any code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

impl Code {
    /// The smallest code that carries the text.
    pub fn encode(text: &str) -> Result<Self, TooLong> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| TooLong)?;
        let side = code.width();
        let modules = code.into_colors().into_iter().map(|color| color == Color::Dark).collect();
        Ok(Self { side, modules })
    }

    /// Modules along one edge, quiet zone included.
    pub fn side(&self) -> usize {
        self.side + 2 * QUIET_ZONE
    }

    /// Whether the module is dark, counted from the corner of the quiet zone.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        match (x.checked_sub(QUIET_ZONE), y.checked_sub(QUIET_ZONE)) {
            (Some(x), Some(y)) => x < self.side && self.modules.get(y * self.side + x) == Some(&true),
            _ => false,
        }
    }

    /// The dark modules as the data of an SVG path, one rectangle per run, one unit per module.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.side() {
            let mut x = 0;
            while x < self.side() {
                let run = (x..self.side()).take_while(|&x| self.is_dark(x, y)).count();
                if run > 0 {
                    // Writing to a String does not fail.
                    #[expect(clippy::let_underscore_must_use, reason = "a string takes everything")]
                    let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
                }
                x += run.max(1);
            }
        }
        path
    }

    /// A file with the code: dark on white, whatever the theme of the page.
    pub fn svg(&self) -> String {
        let side = self.side();
        let path = self.path();
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{0}" height="{0}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{path}"/></svg>"##,
            side * 8
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader that is not ours sees in a picture of the path, four pixels a module.
    fn read(code: &Code) -> String {
        const SCALE: usize = 4;
        let side = code.side() * SCALE;
        let dark = drawn(&code.path(), code.side());
        let shade = |x: usize, y: usize| if dark[(y / SCALE) * code.side() + x / SCALE] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code in the picture");
        grids[0].decode().expect("a code that can be read").1
    }

    /// Draws the path's rectangles, so that the test sees what a browser would.
    fn drawn(path: &str, side: usize) -> Vec<bool> {
        let mut modules = vec![false; side * side];
        for run in path.split_terminator('z') {
            let numbers: Vec<usize> =
                run.split(['M', ' ', 'h', 'v', '-']).filter_map(|number| number.parse().ok()).collect();
            let [x, y, width, 1, back] = numbers[..] else { panic!("{run}") };
            assert_eq!(width, back);
            modules[y * side + x..][..width].fill(true);
        }
        modules
    }

    #[test]
    fn another_reader_reads_back_every_address() {
        let long = format!("https://example.org/#/indicators?compare={}", "indicator-name,".repeat(60));
        for address in [
            "http://localhost:8080/#/",
            "https://kjj.example.gov.cn/plan/index.html#/indicator/high-tech-enterprises",
            "http://10.0.0.7/方案/#/tasks?view=projects",
            &long,
        ] {
            assert_eq!(read(&Code::encode(address).unwrap()), address);
        }
    }

    #[test]
    fn it_is_read_with_a_tenth_of_its_middle_covered() {
        let mut code = Code::encode("https://example.org/plan/#/indicator/high-tech-enterprises").unwrap();
        let middle = code.side / 2;
        let covered = code.side / 5;
        for y in middle - covered / 2..middle + covered / 2 {
            for x in middle - covered / 2..middle + covered / 2 {
                code.modules[y * code.side + x] = true;
            }
        }
        assert_eq!(read(&code), "https://example.org/plan/#/indicator/high-tech-enterprises");
    }

    #[test]
    fn four_modules_around_it_are_light() {
        let code = Code::encode("https://example.org").unwrap();
        let last = code.side() - 1;
        for at in 0..=last {
            for deep in 0..QUIET_ZONE {
                let edges = [(at, deep), (at, last - deep), (deep, at), (last - deep, at)];
                assert!(edges.iter().all(|&(x, y)| !code.is_dark(x, y)), "{at} {deep}");
            }
        }
        assert!(code.is_dark(QUIET_ZONE, QUIET_ZONE), "the finder begins right behind it");
    }

    #[test]
    fn a_text_that_no_code_can_carry_is_refused() {
        assert!(Code::encode(&"字".repeat(700)).is_ok());
        assert_eq!(Code::encode(&"字".repeat(800)), Err(TooLong));
    }

    #[test]
    fn the_file_is_well_formed_and_holds_the_same_path() {
        let code = Code::encode("https://example.org/?a=1&b=2").unwrap();
        let svg = code.svg();
        assert!(svg.starts_with("<svg xmlns=") && svg.ends_with("</svg>"));
        assert!(svg.contains(&code.path()));
        assert!(!svg.contains('&'), "nothing of the address stands in the markup");
    }
}
