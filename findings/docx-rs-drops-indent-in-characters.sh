#!/usr/bin/env bash
# docx-rs 0.4.22 takes a first line's indent in characters and writes a paragraph without any.
#
# Expected: w:ind with w:firstLineChars="200", the two letters by which every paragraph of a Chinese paper begins (GB/T 9704-2012,
# 7.3.3 sets the text so); or a message.
# Seen: `Paragraph::first_line_chars(200)` alone leaves no w:ind in word/document.xml and nothing in the crate's own JSON; after
# `.indent` with twips the JSON has firstLineChars, so a test of the model passes, and the file has the twips alone.
# Matters: the paper opens in Word and WPS with every paragraph at the margin, and nobody was told.
# The product: writes its Word files element by element and indents in twips, as wide as two of its letters.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
cargo init -q --name indent .
cargo add -q docx-rs@=0.4.22 serde_json@1
cat > src/main.rs <<'T'
use docx_rs::{Docx, Paragraph, Run, SpecialIndentType};

fn paragraph(twips: bool) -> Paragraph {
    let one = Paragraph::new().add_run(Run::new().add_text("现将有关情况通报如下。"));
    let one = if twips { one.indent(None, Some(SpecialIndentType::FirstLine(630)), None, None) } else { one };
    one.first_line_chars(200)
}

fn main() {
    for twips in [false, true] {
        let built = Docx::new().add_paragraph(paragraph(twips)).build();
        let text = String::from_utf8(built.document).expect("UTF-8");
        let indent = text.split("<w:ind").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or("none");
        println!("twips {twips}: {}", indent.trim().trim_end_matches('/').trim());
        let model = serde_json::to_string(&paragraph(twips)).expect("JSON");
        println!("model knows: {}", model.contains("\"firstLineChars\":200"));
    }
}
T
cargo run -q | tee seen.txt
diff seen.txt - <<'T'
twips false: none
model knows: false
twips true: w:left="0" w:right="0" w:firstLine="630"
model knows: true
T
