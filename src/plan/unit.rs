//! What a unit tells about its figures: whether they are counted, rates, or of ten thousand or a hundred million.
//!
//! A plan writes units in its own words (家, 亿元, %, berths); nothing here changes them.

use super::Quantity;

/// What is counted one by one in Chinese; with 万 or 亿 before it, it is measured like money.
const COUNTED: [&str; 52] = [
    "个", "家", "户", "人", "项", "起", "名", "位", "件", "篇", "本", "部", "册", "份", "套", "台", "辆",
    "架", "艘", "座", "栋", "幢", "所", "处", "间", "场", "次", "宗", "例", "条", "支", "只", "头", "匹",
    "株", "棵", "张", "枚", "块", "对", "组", "批", "队", "站", "桩", "村", "镇", "单", "笔", "人次", "户次",
    "户数",
];

/// What English measures, in the plural; every other plural is counted.
const MEASURED: [&str; 19] = [
    "tonnes",
    "tons",
    "litres",
    "liters",
    "metres",
    "meters",
    "kilometres",
    "kilometers",
    "hectares",
    "acres",
    "hours",
    "watts",
    "degrees",
    "points",
    "dollars",
    "euros",
    "pounds",
    "miles",
    "kilograms",
];

/// Most letters of a unit that are looked at.
const LONGEST: usize = 40;

/// Whether figures in this unit are whole numbers: 家, 个, 人, berths.
pub fn is_counted(unit: &str) -> bool {
    let unit = plain(unit);
    if unit.is_ascii() {
        let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
        let is_large = unit.contains("million") || unit.contains("thousand") || unit.contains("billion");
        let last = unit.split(' ').next_back().unwrap_or("");
        let is_plural = last.len() > 3 && last.ends_with('s') || matches!(last, "people" | "persons");
        return is_plural && !is_large && !MEASURED.contains(&last) && unit.split(' ').all(is_word);
    }
    COUNTED.contains(&unit.as_str())
}

/// Whether figures in this unit are per cent.
pub fn is_rate(unit: &str) -> bool {
    let unit = plain(unit);
    unit.contains('%') || matches!(unit.as_str(), "百分点" | "个百分点" | "百分比" | "per cent" | "percent")
}

/// Whether a text is a unit at all, and no other word.
pub fn is_unit(text: &str) -> bool {
    const OTHERS: [&str; 32] = [
        "元",
        "美元",
        "欧元",
        "港元",
        "亩",
        "公顷",
        "平方米",
        "平方公里",
        "平方千米",
        "立方米",
        "公里",
        "千米",
        "米",
        "吨",
        "公斤",
        "千克",
        "吨标准煤",
        "吨标煤",
        "千瓦",
        "千瓦时",
        "兆瓦",
        "度",
        "小时",
        "天",
        "倍",
        "分",
        "kwh",
        "km",
        "吨标准煤/万元",
        "吨标煤/万元",
        "微克/立方米",
        "µg/m³",
    ];
    if text.contains(|one: char| one.is_ascii_digit()) {
        return false;
    }
    let (power, rest) = power(text);
    match rest.as_str() {
        "" => power >= 4,
        rest => is_rate(rest) || COUNTED.contains(&rest) || OTHERS.contains(&rest),
    }
}

/// Whether the unit counts in ten thousands or hundred millions, which are mistaken for one another.
pub fn is_large(unit: &str) -> bool {
    let unit = plain(unit);
    unit.contains(['亿', '万'])
        || ["million", "10,000", "10 000", "10000"].iter().any(|large| unit.contains(large))
}

/// What stands between a figure and its unit.
pub fn gap(unit: &str) -> &'static str {
    match unit.chars().next() {
        None | Some('%' | '‰') => "",
        // A unit such as "100 million yuan" would otherwise read as a part of the figure.
        Some(digit) if digit.is_ascii_digit() => " × ",
        Some(_) => " ",
    }
}

/// A figure with its unit, as the unit's language writes the two: 1335 家, 60%, ¥1.08 billion.
pub fn written(figure: &str, unit: &str) -> String {
    yuan(figure, unit).unwrap_or_else(|| [figure, gap(unit), unit].concat())
}

/// Whether English writes the unit before the figure.
pub fn is_yuan(unit: &str) -> bool {
    yuan_power(unit).is_some()
}

fn yuan_power(unit: &str) -> Option<i32> {
    Some(match unit {
        "billion yuan" => 9,
        "100 million yuan" => 8,
        "million yuan" => 6,
        "10,000 yuan" => 4,
        _ => return None,
    })
}

/// English writes money in millions and billions, with the sign before it.
fn yuan(figure: &str, unit: &str) -> Option<String> {
    let power = yuan_power(unit)?;
    let (minus, digits) = figure.strip_prefix('-').map_or(("", figure), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = [whole, fraction].concat();
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let leading = i32::try_from(whole.trim_start_matches('0').len()).ok()?;
    let (scale, word) = if leading + power > 9 { (9, "billion") } else { (6, "million") };
    // Where the point comes to stand, in digits from the left.
    let point = i32::try_from(whole.len()).ok()? + power - scale;
    let before = usize::try_from(-point).unwrap_or(0);
    let padded = ["0".repeat(before), all].concat();
    let point = usize::try_from(point).unwrap_or(0);
    let padded = format!("{padded:0<point$}");
    let (whole, fraction) = padded.split_at_checked(point)?;
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let dot = if fraction.is_empty() { "" } else { "." };
    Some([minus, "¥", whole, dot, fraction, " ", word].concat())
}

/// How many powers of ten lie in a unit, and what is left of it: 亿元 is 8 and 元. The longest prefix counts.
pub fn power(unit: &str) -> (u32, String) {
    const PREFIXES: [(&str, u32); 12] = [
        ("万亿", 12),
        ("千亿", 11),
        ("百亿", 10),
        ("十亿", 9),
        ("亿", 8),
        ("千万", 7),
        ("百万", 6),
        ("十万", 5),
        ("万", 4),
        ("千", 3),
        ("百", 2),
        ("", 0),
    ];
    let unit = plain(unit);
    // 千米, 千克, 千瓦 and 千瓦时 are units of their own, and 百分点 is no hundred.
    let is_own = ["千米", "千克", "千瓦", "百分"].iter().any(|own| unit.starts_with(own));
    let (prefix, power) =
        PREFIXES.into_iter().find(|(prefix, _)| !is_own && unit.starts_with(prefix)).unwrap_or(("", 0));
    let rest = unit.get(prefix.len()..).unwrap_or("");
    let rest = match rest {
        // 人民币 is what 元 means where nothing else stands.
        "元人民币" | "人民币" | "块钱" => "元",
        rest => rest,
    };
    (power, rest.to_owned())
}

/// A figure in another unit: 2100 万元 is 0.21 亿元, exactly. None where the two units measure different things or
/// the figure has more digits than a figure may have.
pub fn convert(value: Quantity, from: &str, to: &str) -> Option<Quantity> {
    let ((from, what), (to, of)) = (power(from), power(to));
    // 12.5亿 leaves out what it counts.
    if what != of && !is_same_thing(&what, &of) && !(what.is_empty() && from > 0) {
        return None;
    }
    shifted(value, from as i32 - to as i32)
}

/// Whether two words for one thing are used for one another: a list counts firms by 家 or by 户.
fn is_same_thing(one: &str, other: &str) -> bool {
    const GROUPS: [&[&str]; 3] = [
        &["个", "家", "户", "项", "件", "座", "处", "所"],
        &["人", "名", "位"],
        &["起", "件", "例", "宗", "次"],
    ];
    GROUPS.iter().any(|group| group.contains(&one) && group.contains(&other))
}

/// The figure times a power of ten, without zeros behind the point that nobody wrote.
pub fn shifted(value: Quantity, power: i32) -> Option<Quantity> {
    let (mut digits, mut decimals) = (value.digits(), i32::from(value.decimals()) - power);
    while power != 0 && decimals > 0 && digits % 10 == 0 {
        (digits, decimals) = (digits / 10, decimals - 1);
    }
    while decimals < 0 {
        (digits, decimals) = (digits.checked_mul(10)?, decimals + 1);
    }
    Quantity::of_digits(digits, u8::try_from(decimals).ok()?)
}

/// The unit in half-width letters, in lower case, without spaces around it.
fn plain(unit: &str) -> String {
    let narrow = unit.trim().chars().take(LONGEST).map(|letter| match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        letter => letter,
    });
    let narrow: String = narrow.map(|letter| letter.to_ascii_lowercase()).collect();
    if narrow.is_ascii() { narrow } else { narrow.replace([' ', '\u{3000}'], "") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_writes_money_with_its_sign() {
        for (figure, unit, expected) in [
            ("10.8", "100 million yuan", "¥1.08 billion"),
            ("17.6", "100 million yuan", "¥1.76 billion"),
            ("20", "100 million yuan", "¥2 billion"),
            ("10", "100 million yuan", "¥1 billion"),
            ("9.5", "100 million yuan", "¥950 million"),
            ("0.005", "100 million yuan", "¥0.5 million"),
            ("0", "100 million yuan", "¥0 million"),
            ("1234.5", "100 million yuan", "¥123.45 billion"),
            ("-9.5", "100 million yuan", "-¥950 million"),
            ("1.5", "billion yuan", "¥1.5 billion"),
            ("250", "10,000 yuan", "¥2.5 million"),
            ("some", "100 million yuan", "some × 100 million yuan"),
            ("3", "100 million tonnes", "3 × 100 million tonnes"),
            ("60", "%", "60%"),
            ("1335", "家", "1335 家"),
            ("17.6", "亿元", "17.6 亿元"),
            ("12", "", "12"),
        ] {
            assert_eq!(written(figure, unit), expected, "{figure} {unit}");
        }
    }

    #[test]
    fn counted_units_are_those_of_whole_things() {
        for unit in [
            "个",
            "家",
            "户",
            "人",
            "项",
            "起",
            "件",
            "人次",
            "berths",
            "vessels",
            "spills",
            "people",
            "enterprises",
        ] {
            assert!(is_counted(unit), "{unit}");
        }
        for unit in [
            "亿元",
            "万元",
            "万人",
            "%",
            "％",
            "个百分点",
            "公里",
            "吨标准煤/万元",
            "",
            "km",
            "dB",
            "µg/m³",
            "tonnes",
            "100 million yuan",
            "thousand people",
            "kilometres",
        ] {
            assert!(!is_counted(unit), "{unit}");
        }
        let long = ["berth", &"s".repeat(LONGEST)].concat();
        assert_eq!(plain(&long).chars().count(), LONGEST);
    }

    #[test]
    fn a_figure_is_converted_exactly_or_not_at_all() {
        let of = |text| Quantity::parse(text).unwrap();
        for (value, from, to, is) in [
            ("2100", "万元", "亿元", Some("0.21")),
            ("125000", "万元", "亿元", Some("12.5")),
            ("12.5", "亿元", "亿元", Some("12.5")),
            ("12.50", "亿元", "亿元", Some("12.50")),
            ("12.5", "亿", "万", Some("125000")),
            ("1", "元", "亿元", None),
            ("100", "元", "亿元", Some("0.000001")),
            ("3", "万人", "人", Some("30000")),
            ("3", "万人", "户", None),
            ("3", "家", "户", Some("3")),
            ("3", "人", "家", None),
            ("12", "百万元", "亿元", Some("0.12")),
            ("0", "万元", "亿元", Some("0")),
            ("5", "千瓦", "瓦", None),
            ("999999999", "亿元", "元", None),
            ("12.5", "亿", "亿元", Some("12.5")),
            ("2100", "万", "亿元", Some("0.21")),
            ("12.5", "%", "亿元", None),
        ] {
            let converted = convert(of(value), from, to).map(|value| value.to_string());
            assert_eq!(converted.as_deref(), is, "{value} {from} {to}");
        }
    }

    #[test]
    fn a_unit_is_told_from_another_word() {
        for unit in ["万元", "亿", "家", "％", "吨标准煤/万元", "人次", "km", "个百分点"] {
            assert!(is_unit(unit), "{unit}");
        }
        for word in ["", "月", "年", "51.2%", "左右", "含培育", "e3", "累计", "百", "本年"] {
            assert!(!is_unit(word), "{word}");
        }
    }

    #[test]
    fn rates_and_large_units_are_known() {
        assert!(is_rate("%") && is_rate("％") && is_rate("个百分点") && !is_rate("个"));
        assert!(is_large("亿元") && is_large("万人次") && is_large("100 million yuan") && !is_large("元"));
    }
}
