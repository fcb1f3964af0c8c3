//! What is kept on the device, in words.

use crate::text::Language;

/// Every key of the page on the device begins with this.
pub const PREFIX: &str = "planboard:";

/// What is kept where, and what leaves the device, sentence by sentence.
pub fn sentences(language: Language) -> [&'static str; 3] {
    language.pick(
        [
            "本机浏览器里只存明暗、语言和疏密，键名 planboard:settings；清除网站数据即可删除。",
            "没有服务器端，没有账号，没有统计：看了什么、选了什么都不离开本机。",
            "网站只看到对文件的请求；网址里 # 之后的部分（页面和选择）从不发给网站。",
        ],
        [
            "This browser keeps theme, language and density under the key planboard:settings, nothing else; clearing the site's data removes it.",
            "There is no server behind the page, no account and no statistics: what is read or chosen here does not leave the device.",
            "The site sees requests for files alone; what stands behind # in an address (page and selection) is never sent to it.",
        ],
    )
}
