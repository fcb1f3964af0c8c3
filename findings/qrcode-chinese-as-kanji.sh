#!/usr/bin/env bash
# qrcode 0.14.1 (crates.io) packs the bytes of some Chinese names as Japanese Kanji.
#
# Expected: text in UTF-8 goes into byte segments, so every reader gives it back.
# Seen: the encoder looks at the UTF-8 bytes in pairs; where a run of pairs lies in the range of Shift JIS, it becomes a
# segment of mode Kanji, by its standard Shift JIS. 科技型中小企业注册数 comes back from zxing-cpp 3.1.1 as
# 遘第橿蝙倶ｸｭ… (the reader takes all as Shift JIS), while rqrr 0.11.0, which gives the pairs back as bytes, says the
# right name. So a round trip through rqrr, the usual test of a Rust program, cannot show it; 市科技局 is short enough to be
# spared. `QrCode::new` does it by itself, for bytes as for text.
# Matters: the name of an indicator or an office in a code on a printed sheet is read as nonsense, and only for some names.
# The product: its codes carry addresses of ASCII letters only, and it writes the rest of a plan in such letters.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
mkdir src
cat > Cargo.toml <<'T'
[package]
name = "probe"
version = "0.0.0"
edition = "2021"
[dependencies]
qrcode = { version = "=0.14.1", default-features = false }
rqrr = { version = "=0.11.0", default-features = false }
T
cat > src/main.rs <<'T'
fn main() {
    for (file, name) in ["科技型中小企业注册数", "市科技局"].iter().enumerate() {
        let code = qrcode::QrCode::new(name).unwrap();
        let (width, cells) = (code.width(), code.to_colors());
        let side = (width + 8) * 4;
        let dark = |x: usize, y: usize| {
            let (x, y) = ((x / 4).wrapping_sub(4), (y / 4).wrapping_sub(4));
            x < width && y < width && cells[y * width + x] == qrcode::Color::Dark
        };
        let shade = |x: usize, y: usize| if dark(x, y) { 0u8 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
        let read = image.detect_grids()[0].decode().unwrap().1;
        println!("rqrr      {name} -> {read}");
        assert_eq!(&read, name);
        let mut picture = format!("P5 {side} {side} 255\n").into_bytes();
        picture.extend((0..side * side).map(|at| shade(at % side, at / side)));
        std::fs::write(format!("{file}.pgm"), picture).unwrap();
    }
}
T
cargo run --quiet
python3 -m venv v && v/bin/pip install -q zxing-cpp==3.1.1 pillow==12.0.0
v/bin/python - <<'T'
import zxingcpp
from PIL import Image
read = [zxingcpp.read_barcodes(Image.open(f"{n}.pgm"))[0].text for n in range(2)]
print("zxing-cpp", *read)
assert read[0].startswith("遘第橿") and read[1] == "市科技局", "the behaviour changed"
T
