//! What the frame of a chart says of its own.

use crate::text::Language;

pub struct Words {
    pub table: &'static str,
    pub png: &'static str,
    pub svg: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub cannot_copy: &'static str,
    pub no_picture: &'static str,
    pub take_away: &'static str,
    pub marks: &'static str,
    pub hint: &'static str,
    /// Where every point belongs to the page that is open.
    pub hint_here: &'static str,
    pub failed: &'static str,
    pub again: &'static str,
}

const ZH: Words = Words {
    table: "表格",
    png: "下载 PNG",
    svg: "下载 SVG",
    copy: "复制为图片",
    copied: "已复制为图片。",
    cannot_copy: "此浏览器或网址（非 https）不允许复制图片，请下载 PNG。",
    no_picture: "未能生成图片，请再试一次，或下载 SVG。",
    take_away: "取图",
    marks: "图中各点，用方向键逐个读出",
    hint: "指向或用方向键读出各点，点击打开其页面",
    hint_here: "指向或用方向键读出各点",
    failed: "图没有载入，下面的表格内容相同。",
    again: "再试一次",
};

const EN: Words = Words {
    table: "Table",
    png: "Download PNG",
    svg: "Download SVG",
    copy: "Copy as picture",
    copied: "Copied as a picture.",
    cannot_copy: "This browser or address (not https) does not allow copying pictures. Download the PNG instead.",
    no_picture: "The picture could not be made. Try again, or download the SVG.",
    take_away: "Picture",
    marks: "Points of the chart; the arrow keys read them one by one",
    hint: "Point or use the arrow keys to read values; press to open the page",
    hint_here: "Point or use the arrow keys to read values",
    failed: "The chart could not be loaded; the table below says the same.",
    again: "Try again",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}
