//! What the share dialog says of its own.

use crate::text::Language;

pub struct Words {
    pub title: &'static str,
    pub close: &'static str,
    pub link: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub sheet: &'static str,
    pub print: &'static str,
    pub code: &'static str,
    pub code_note: &'static str,
    pub too_long: &'static str,
    pub large: &'static str,
    pub small: &'static str,
    pub download: &'static str,
    pub unreachable: &'static str,
    pub private: &'static str,
}

const ZH: Words = Words {
    title: "分享本页",
    close: "关闭",
    link: "本页链接",
    copy: "复制标题和链接",
    copied: "已复制。",
    not_copied: "浏览器不让网页复制（未加密的网址常见）。链接已选中，请按 Ctrl C，或长按后复制。",
    sheet: "发送到…",
    print: "打印",
    code: "本页二维码",
    code_note: "扫码打开同一页、同一选择。",
    too_long: "链接太长，装不进二维码；请复制链接。",
    large: "全屏投影",
    small: "退出全屏",
    download: "下载 SVG",
    unreachable: "这个地址只在本机能打开；放到网站上以后，别人才能用链接和二维码。",
    private: "链接里 # 之后的部分不会发给网站。",
};

const EN: Words = Words {
    title: "Share this page",
    close: "Close",
    link: "Link to this page",
    copy: "Copy title and link",
    copied: "Copied.",
    not_copied: "The browser does not let pages copy (usual for addresses without encryption). The link is selected: press Ctrl C, or press and hold.",
    sheet: "Send to…",
    print: "Print",
    code: "QR code of this page",
    code_note: "Opens the same page with the same selection.",
    too_long: "The link is too long for a code; copy it instead.",
    large: "Full screen for a projector",
    small: "Leave full screen",
    download: "Download SVG",
    unreachable: "Only this device can open this address; once the page is on a web site, others can use link and code.",
    private: "What stands behind # in the link is never sent to the site.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}
