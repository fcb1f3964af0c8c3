//! What the shell says of its own.

use crate::ledger::words::ADJUSTMENT;
use crate::settings::{Density, Theme};
use crate::text::Language;

pub struct Words {
    pub skip: &'static str,
    pub pages: &'static str,
    pub problems: &'static str,
    pub form: &'static str,
    pub carried: &'static str,
    pub compare: &'static str,
    pub baselines: &'static str,
    pub adjustments: &'static str,
    pub lists: &'static str,
    pub device: &'static str,
    pub make_plan: &'static str,
    pub about: &'static str,
    pub unknown: &'static str,
    pub search: &'static str,
    pub share: &'static str,
    pub settings: &'static str,
    pub language_label: &'static str,
    pub theme_label: &'static str,
    auto: &'static str,
    light: &'static str,
    dark: &'static str,
    pub density_label: &'static str,
    comfortable: &'static str,
    compact: &'static str,
}

const ZH: Words = Words {
    skip: "跳到正文",
    pages: "页面",
    problems: "问题清单",
    form: "填报",
    carried: "打开链接",
    compare: "变化与核对码",
    baselines: "基期和口径",
    adjustments: ADJUSTMENT.zh,
    lists: "名单和清单",
    device: "本机数据",
    make_plan: "制作方案文件",
    about: "关于",
    unknown: "没有这个页面",
    search: "搜索",
    share: "分享",
    settings: "设置",
    language_label: "语言",
    theme_label: "明暗",
    auto: "随系统",
    light: "浅色",
    dark: "深色",
    density_label: "疏密",
    comfortable: "宽松",
    compact: "紧凑",
};

const EN: Words = Words {
    skip: "Skip to content",
    pages: "Pages",
    problems: "Reported problems",
    form: "Report",
    carried: "Open a link",
    compare: "Changes and codes",
    baselines: "Baselines and bases",
    adjustments: "Adjusted targets",
    lists: "Lists with members",
    device: "On this device",
    make_plan: "Make a plan file",
    about: "About",
    unknown: "No such page",
    search: "Search",
    share: "Share",
    settings: "Settings",
    language_label: "Language",
    theme_label: "Theme",
    auto: "System",
    light: "Light",
    dark: "Dark",
    density_label: "Density",
    comfortable: "Comfortable",
    compact: "Compact",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

impl Words {
    pub fn theme(&self, theme: Theme) -> &'static str {
        match theme {
            Theme::Auto => self.auto,
            Theme::Light => self.light,
            Theme::Dark => self.dark,
        }
    }

    pub fn density(&self, density: Density) -> &'static str {
        match density {
            Density::Comfortable => self.comfortable,
            Density::Compact => self.compact,
        }
    }
}
