//! What the page of a refused plan says of its own.

use crate::text::Language;

pub fn missing(language: Language) -> &'static str {
    language.pick("没有读到方案文件 plan.json", "The plan file plan.json could not be read")
}

pub fn missing_because(language: Language, status: Option<u16>) -> String {
    match (language, status) {
        (Language::Zh, Some(404)) => "网站上没有这个文件（404）。".into(),
        (Language::En, Some(404)) => "The site has no such file (404).".into(),
        (Language::Zh, Some(status)) => format!("网站没有提供这个文件（状态 {status}）。"),
        (Language::En, Some(status)) => format!("The site did not provide the file (status {status})."),
        (Language::Zh, None) => "网站没有回应：网络中断，或网站已停止服务。".into(),
        (Language::En, None) => "The site did not answer: no network, or the site is down.".into(),
    }
}

pub fn too_large(language: Language) -> &'static str {
    language.pick("方案文件 plan.json 过大", "The plan file plan.json is too large")
}

pub fn at_most(language: Language, bytes: usize) -> String {
    let millions = bytes / 1_000_000;
    language.pick(
        format!("文件最多 {millions} MB。方案文件通常只有其几十分之一，请检查是否放错文件。"),
        format!(
            "It may have at most {millions} MB. Plans are usually far smaller: check that it is the right file."
        ),
    )
}

pub fn unsound(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Zh, 0) => "方案文件 plan.json 不能用".into(),
        (Language::En, 0) => "The plan file plan.json cannot be used".into(),
        (Language::Zh, _) => format!("方案文件 plan.json 有 {count} 处错误"),
        (Language::En, 1) => "The plan file plan.json has one fault".into(),
        (Language::En, _) => format!("The plan file plan.json has {count} faults"),
    }
}

pub fn every_fault(language: Language) -> &'static str {
    language.pick(
        "以下列出发现的全部错误。改正之前页面不显示任何内容，以免给出错误的数。",
        "All faults found are listed below. Nothing else is shown until they are corrected, so that no wrong figure appears.",
    )
}

pub fn unnamed(language: Language) -> &'static str {
    language.pick(
        "逐条检查未发现错误，但本页无法读取：页面程序和文件可能不是同一版本。",
        "No fault was found, but this page cannot read the file: program and file may be of different versions.",
    )
}

pub fn steps_for_missing(language: Language) -> Vec<&'static str> {
    language
        .pick(
            [
                "检查网络，然后重新载入。",
                "管理员：plan.json 要和 index.html 放在同一个文件夹里，文件名全部小写。",
            ],
            [
                "Check the network, then reload.",
                "For the administrator: plan.json must be in the same folder as index.html, its name in lower case.",
            ],
        )
        .into()
}

pub fn steps_for_unsound(language: Language) -> Vec<&'static str> {
    language
        .pick(
            [
                "读者：请把这一页告诉网站的管理员。",
                "管理员：按下面逐条修改 plan.json，用 make plan PLAN=文件.json 检查（它列出同样的错误），再重新载入。",
            ],
            [
                "For readers: please show this page to the site's administrator.",
                "For the administrator: correct plan.json as listed, check it with make plan PLAN=file.json (it lists the same faults), then reload.",
            ],
        )
        .into()
}

pub fn reload(language: Language) -> &'static str {
    language.pick("重新载入", "Reload")
}

/// Names of what is told about a fault: found, allowed, what to do.
pub fn columns(language: Language) -> [&'static str; 3] {
    language.pick(["现为", "应为", "改法"], ["Found", "Allowed", "What to do"])
}

pub fn whole_file(language: Language) -> &'static str {
    language.pick("整个文件", "The whole file")
}
