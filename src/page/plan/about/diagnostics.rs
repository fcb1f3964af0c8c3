//! A report for those who look into a fault: plain text, no personal data, no content of records.

use super::build::Build;
use crate::plan::{Plan, SCHEMA};

/// What the browser tells about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// What the browser says it is.
    pub agent: String,
    /// Width and height of the page in CSS pixels.
    pub size: (u32, u32),
    /// Names and sizes in characters of what the page keeps; none where storage is blocked.
    pub stored: Option<Vec<(String, usize)>>,
    /// Digest of the `plan.json` that lies beside the page, where it could be read.
    pub plan_digest: Option<String>,
}

/// The report. In English in either language: it is for those who keep the program.
pub fn diagnostics(build: Build, plan: &Plan, device: &Device) -> String {
    let stored = match &device.stored {
        None => "blocked".to_owned(),
        Some(keys) if keys.is_empty() => "nothing".to_owned(),
        Some(keys) => {
            let each: Vec<String> = keys.iter().map(|(key, size)| format!("{key} {size}")).collect();
            each.join(", ")
        }
    };
    let lines = [
        ("planboard", format!("{} ({})", build.version, build.commit)),
        ("plan", format!("{} version {}, schema {} of {SCHEMA}", plan.id, plan.version, plan.schema)),
        ("plan digest", device.plan_digest.clone().unwrap_or_else(|| "not read".into())),
        ("browser", device.agent.clone()),
        ("page", format!("{} x {}", device.size.0, device.size.1)),
        ("stored", stored),
    ];
    lines.map(|(name, value)| [name, ": ", &value.replace(['\n', '\r'], " "), "\n"].concat()).concat()
}

/// Digest of a file's text without its byte order mark: FNV-1a in 32 bits over UTF-16 units, as the
/// prerendered view bears it (`data-plan-digest`).
pub fn digest(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let fold = |hash: u32, unit: u16| (hash ^ u32::from(unit)).wrapping_mul(0x0100_0193);
    format!("{:08x}", text.encode_utf16().fold(0x811c_9dc5, fold))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_the_standard() {
        // From the reference of Fowler, Noll and Vo.
        for (text, expected) in
            [("", "811c9dc5"), ("a", "e40c292c"), ("foobar", "bf9cf968"), ("\u{feff}foobar", "bf9cf968")]
        {
            assert_eq!(digest(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_report_names_everything_on_a_line_of_its_own() {
        let plan: Plan = serde_json::from_str(include_str!("../../../../tests/plans/small.json")).unwrap();
        let device = Device {
            agent: "Browser 1\nplan: forged".into(),
            size: (390, 844),
            stored: Some(vec![("planboard:settings".into(), 57)]),
            plan_digest: Some("bf9cf968".into()),
        };
        let build = Build { version: "1.2.3", commit: "abc" };
        assert_eq!(
            diagnostics(build, &plan, &device),
            "planboard: 1.2.3 (abc)\n\
             plan: river-plan version 2031-01-02, schema 1 of 1\n\
             plan digest: bf9cf968\n\
             browser: Browser 1 plan: forged\n\
             page: 390 x 844\n\
             stored: planboard:settings 57\n"
        );
        let blocked = Device { stored: None, plan_digest: None, ..device };
        assert!(diagnostics(build, &plan, &blocked).ends_with("stored: blocked\n"));
    }
}
