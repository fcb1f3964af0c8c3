//! Names every fault of a plan: `cargo run --bin check_plan -- file.json [zh|en]`.
//!
//! Ends with 0 when the plan is sound, 1 when it is not, 2 when it could not be read.

use planboard::plan::faults;
use planboard::text::Language;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (path, language) = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [path] | [path, "zh"] => (path, Language::Zh),
        [path, "en"] => (path, Language::En),
        _ => {
            eprintln!("check_plan file.json [zh|en]");
            return ExitCode::from(2);
        }
    };
    match std::fs::read(path) {
        Ok(bytes) => verdict(path, &bytes, language),
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::from(2)
        }
    }
}

fn verdict(path: &str, bytes: &[u8], language: Language) -> ExitCode {
    let faults = faults::find_in_file(bytes);
    for fault in &faults {
        println!("{}", fault.line(language));
    }
    if !faults.is_empty() {
        return ExitCode::FAILURE;
    }
    println!(
        "{}",
        language.pick(format!("{path}：方案文件没有错误。"), format!("{path}: the plan is sound."))
    );
    ExitCode::SUCCESS
}
