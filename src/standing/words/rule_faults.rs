//! What is wrong with an edited rule, and what to do.

use crate::standing::RuleFault;
use crate::text::Language;

impl RuleFault {
    /// One sentence.
    pub fn words(self, language: Language) -> String {
        let says = |zh: &str, en: &str| language.pick(zh, en).to_owned();
        match self {
            Self::Name => says(
                "规则名称请写 1 至 40 个字，不要有控制字符。",
                "Give the rule a name of 1 to 40 characters, without control characters.",
            ),
            Self::Version => says("版本号从 1 开始。", "Version numbers start at 1."),
            Self::Amber => says(
                "“偏慢”的点数请填 0 至 100，最多两位小数。",
                "The points for “slow” are 0 to 100, with at most two decimals.",
            ),
            Self::Red => says(
                "“滞后”的点数请填 0 至 100，最多两位小数。",
                "The points for “behind” are 0 to 100, with at most two decimals.",
            ),
            Self::Order => says(
                "“偏慢”的点数不能大于“滞后”的点数。",
                "The points for “slow” cannot exceed those for “behind”.",
            ),
            Self::Percent { month } => match language {
                Language::Zh => format!("{month} 月末的累计百分比请填 0 至 100，最多两位小数。"),
                Language::En => {
                    format!(
                        "The percentage by the end of month {month} is 0 to 100, with at most two decimals."
                    )
                }
            },
            Self::Falls { month } => match language {
                Language::Zh => format!("{month} 月末的累计百分比比上月小，请改成不小于上月。"),
                Language::En => {
                    format!(
                        "The percentage by the end of month {month} is below that of the month before; raise it."
                    )
                }
            },
            Self::End => {
                says("12 月末的累计百分比应为 100。", "The percentage by the end of December has to be 100.")
            }
        }
    }
}
