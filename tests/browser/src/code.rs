//! Reading a QR code off a picture, as the camera of a telephone does.

use rqrr::PreparedImage;

/// The words in every code on a picture (PNG).
pub fn read(picture: &[u8]) -> Vec<String> {
    let (width, grey) = grey(picture);
    let height = grey.len() / width;
    let mut image = PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
    image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, words)| words).collect()
}

/// Width in pixels, and brightness of each.
fn grey(picture: &[u8]) -> (usize, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().expect("a picture is PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a screenshot fits the memory")];
    let frame = reader.next_frame(&mut pixels).expect("a picture is whole");
    let samples = frame.color_type.samples();
    let brightness = |pixel: &[u8]| match pixel {
        [red, green, blue, ..] => ((u16::from(*red) + u16::from(*green) + u16::from(*blue)) / 3) as u8,
        [grey, ..] => *grey,
        [] => 0,
    };
    let grey = pixels[..frame.buffer_size()].chunks(samples).map(brightness).collect();
    (frame.width as usize, grey)
}
