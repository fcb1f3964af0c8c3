//! What stands around every document on its page.

use crate::text::Language;

pub struct Words {
    pub print: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub back: &'static str,
    pub no_period: &'static str,
}

const ZH: Words = Words {
    print: "打印",
    copy: "复制文字",
    copied: "已复制，可以粘贴到文档或群里。",
    not_copied: "浏览器不允许复制，请选中文字自行复制。",
    back: "返回调度",
    no_period: "方案没有这一期，不能生成文件。",
};

const EN: Words = Words {
    print: "Print",
    copy: "Copy as text",
    copied: "Copied; paste it into a document or a chat.",
    not_copied: "The browser does not allow copying. Select the text and copy it yourself.",
    back: "Back to reports",
    no_period: "The plan has no such period, so there is no document for it.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}
