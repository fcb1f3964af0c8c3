//! Codes in one look at a picture.

use super::MOST_CODES;
use super::grey::Grey;
use rxing::common::cpp_essentials::ConcentricPattern;
use rxing::common::{BitMatrix, DetectorRXingResult, HybridBinarizer};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{
    FindFinderPatterns, FinderPatternSet, GenerateFinderPatternSets, SampleQR,
};
use rxing::{Binarizer, Luma8LuminanceSource};

/// Most squares that are taken for the corners of codes; the largest are.
const MOST_CORNERS: usize = 4 * MOST_CODES;
/// Most threes of corners that are tried.
const MOST_TRIES: usize = 600;

/// Adds the texts of the codes that are not among them yet. Whether there are corners of at least one more code that
/// could not be read.
pub fn read(picture: Grey, texts: &mut Vec<String>) -> bool {
    let Grey { luma, width, height } = picture;
    let Ok(source) = Luma8LuminanceSource::new(luma, width as u32, height as u32) else { return false };
    let binarizer = HybridBinarizer::new(source);
    let Ok(matrix) = binarizer.get_black_matrix() else { return false };
    // Every third line: three modules are dark in the middle of a corner, and none is below a pixel.
    let mut corners = FindFinderPatterns(matrix, true, 0);
    corners.sort_unstable_by_key(|corner| std::cmp::Reverse(corner.size));
    corners.truncate(MOST_CORNERS);
    let mut used: Vec<ConcentricPattern> = Vec::new();
    for set in GenerateFinderPatternSets(&mut corners).into_iter().take(MOST_TRIES) {
        let three = [set.bl, set.tl, set.tr];
        if texts.len() == MOST_CODES {
            return false;
        }
        if three.iter().any(|corner| used.contains(corner)) {
            continue;
        }
        if let Some(text) = decoded(matrix, &set) {
            used.extend(three);
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
    }
    corners.len() >= used.len() + 3
}

fn decoded(matrix: &BitMatrix, set: &FinderPatternSet) -> Option<String> {
    let sample = SampleQR(matrix, set).ok()?;
    let result = Decode(sample.getBits()).ok().filter(|result| result.isValid())?;
    // Not `text()`, which knows a dozen character sets that weigh three times as much as all the rest.
    Some(String::from_utf8_lossy(result.content().bytes()).into_owned()).filter(|text| !text.is_empty())
}
