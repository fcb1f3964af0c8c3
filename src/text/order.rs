//! The order in which people look names up: Chinese by sound, as the name is really read, Latin letters by letter.
//!
//! Browsers disagree with each other and with readers: all of them put 长春 at *zhǎng*, and 重庆 at *chóng* but 重点 at
//! *zhòng*. So the order is decided here. `sounds.txt` has the characters of GB 2312, a line for each syllable and within
//! it by tone, each at the reading that it mostly has in names; [`READ_AS`] has the words in which one is read otherwise.
//!
//! This is for lists in which somebody looks for a name. Where the plan's own order is the official one (the matrix of
//! responsibility, what is owed, districts, everything that follows the text) the plan's order stays.

/// The syllable, then its characters by tone.
pub const SOUNDS: &str = include_str!("sounds.txt");

/// Words in which a character is read otherwise than in `sounds.txt`, and characters that sound as it does there. What
/// stands earlier is decided first; a word that stands for itself keeps the usual reading.
#[rustfmt::skip] // Words, a few to a line.
const READ_AS: &[(&str, &str)] = &[
    // 长 is cháng, but for heads and growth.
    ("长春", "长春"), ("长沙", "长沙"), ("长江", "长江"), ("长安", "长安"), ("长城", "长城"), ("长白", "长白"), ("长海", "长海"),
    ("长兴", "长兴"), ("长宁", "长宁"), ("长治", "长治"), ("长岭", "长岭"), ("长期", "长期"), ("长远", "长远"), ("长效", "长效"),
    ("长子县", "掌子县"), ("增长", "增掌"), ("成长", "成掌"), ("生长", "生掌"), ("校长", "校掌"), ("市长", "市掌"), ("局长", "局掌"),
    ("部长", "部掌"), ("院长", "院掌"), ("处长", "处掌"), ("科长", "科掌"), ("县长", "县掌"), ("区长", "区掌"), ("镇长", "镇掌"),
    ("乡长", "乡掌"), ("村长", "村掌"), ("会长", "会掌"), ("组长", "组掌"), ("事长", "事掌"), ("书长", "书掌"), ("家长", "家掌"),
    ("站长", "站掌"), ("所长", "所掌"), ("厅长", "厅掌"), ("行长", "航掌"), ("河长", "河掌"), ("林长", "林掌"), ("链长", "链掌"),
    // 行 is xíng, but for banks and trades.
    ("执行", "执行"), ("银行", "银航"), ("行业", "航业"), ("央行", "央航"), ("支行", "支航"), ("分行", "分航"), ("商行", "商航"),
    ("同行", "同航"), ("行情", "航情"), ("总行", "总航"),
    // 调 is diào, but where something is put in order.
    ("调整", "条整"), ("协调", "协条"), ("调解", "条解"), ("调节", "条节"), ("调控", "条控"), ("空调", "空条"), ("调试", "条试"),
    ("调剂", "条剂"), ("调理", "条理"), ("调味", "条味"),
    // 重 is zhòng, but for what is done again.
    ("重庆", "虫庆"), ("重建", "虫建"), ("重组", "虫组"), ("双重", "双虫"), ("重新", "虫新"), ("重复", "虫复"), ("重构", "虫构"),
    ("重阳", "虫阳"), ("重整", "虫整"), ("重启", "虫启"),
    ("会计", "快计"), ("会稽", "快鸡"), ("大厦", "大煞"), ("广厦", "广煞"), ("应急", "映急"), ("应用", "映用"), ("响应", "响映"),
    ("处理", "楚理"), ("处置", "楚置"), ("率先", "帅先"), ("表率", "表帅"), ("西藏", "西葬"), ("藏族", "葬族"), ("宝藏", "宝葬"),
    ("音乐", "音月"), ("人参", "人身"), ("海参", "海身"), ("曲艺", "取艺"), ("歌曲", "歌取"), ("戏曲", "戏取"), ("传记", "赚记"),
    ("供给", "供己"), ("石油", "石油"), ("宿舍", "宿社"), ("星宿", "星秀"), ("都督", "都督"), ("差异", "叉异"), ("出差", "出拆"),
    // Places.
    ("乐清", "月清"), ("乐亭", "涝亭"), ("乐陵", "涝陵"), ("单县", "善县"), ("铅山", "沿山"), ("六安", "陆安"), ("六合", "陆合"),
    ("蚌埠", "泵埠"), ("台州", "胎州"), ("天台县", "天胎县"), ("燕山", "烟山"), ("尉犁", "玉犁"), ("番禺", "潘鱼"), ("东阿", "东婀"),
    ("洪洞", "洪同"), ("莘县", "深县"), ("丽水", "离水"), ("任丘", "人丘"), ("任县", "人县"), ("解州", "谢州"), ("歙县", "社县"),
    ("中牟", "中木"), ("监利", "建利"), ("华山", "话山"), ("华阴", "话阴"), ("大埔", "大布"), ("黄陂", "黄皮"), ("涡阳", "郭阳"),
    ("泌阳", "必阳"), ("柏林", "伯林"), ("浒墅关", "许墅关"), ("朝霞", "招霞"), ("阿城", "阿城"),
];

/// Where a name stands among others; equal for names that sound alike letter for letter.
pub type Key = Vec<u32>;

/// What all Chinese characters come after: letters and digits.
const CHINESE: u32 = 0x10_0000;
/// What characters that are not in the table come after.
const RARE: u32 = 0x20_0000;

/// The order of names, read once for a list.
pub struct Order(Vec<(char, u32)>);

impl Order {
    /// Reads the table.
    pub fn new() -> Self {
        let han = SOUNDS.chars().filter(|one| !one.is_ascii());
        let mut ranks: Vec<(char, u32)> = han.zip(CHINESE..).collect();
        ranks.sort_unstable();
        Self(ranks)
    }

    /// Where a name stands.
    pub fn key(&self, name: &str) -> Key {
        let letters: Vec<char> = name.chars().filter(|one| one.is_alphanumeric() || *one == ' ').collect();
        as_read(letters).into_iter().map(|one| self.rank(one.to_ascii_lowercase())).collect()
    }

    /// Sorts what has names; equals stay as they are.
    pub fn sort<T>(&self, things: &mut [T], name: impl Fn(&T) -> String) {
        things.sort_by_cached_key(|thing| self.key(&name(thing)));
    }

    fn rank(&self, letter: char) -> u32 {
        let code = u32::from(letter);
        if code < 0x2e80 {
            return code;
        }
        match self.0.binary_search_by_key(&letter, |(known, _)| *known) {
            Ok(at) => self.0.get(at).map_or(RARE + code, |(_, rank)| *rank),
            Err(_) => RARE + code,
        }
    }
}

impl Default for Order {
    fn default() -> Self {
        Self::new()
    }
}

/// The letters, with those that are read otherwise here replaced by ones that sound so.
fn as_read(letters: Vec<char>) -> Vec<char> {
    let mut sounds = letters.clone();
    let mut is_decided = vec![false; letters.len()];
    for (word, sound) in READ_AS {
        let word: Vec<char> = word.chars().collect();
        for (start, window) in letters.windows(word.len()).enumerate() {
            if window != word.as_slice() {
                continue;
            }
            for (at, sound) in sound.chars().enumerate().map(|(at, sound)| (start + at, sound)) {
                if !is_decided[at] {
                    sounds[at] = sound;
                    is_decided[at] = true;
                }
            }
        }
    }
    sounds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::read::from_json;
    use crate::text::Language;
    use pinyin::ToPinyinMulti;
    use std::collections::BTreeSet;

    fn sorted(names: &[&str]) -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Order::new().sort(&mut names, Clone::clone);
        names
    }

    /// engine B12: as people look them up. Browsers put 重庆 before 市发改委 by luck and 长春 behind all of them.
    #[test]
    fn names_stand_where_people_look_for_them() {
        let by_sound = [
            "3D 打印中心",
            "A 座孵化器",
            "鞍钢集团",
            "“菜篮子”办公室",
            "长春",
            "长甸镇",
            "朝阳市",
            "重庆",
            "大连理工大学",
            "调度中心",
            "六盘水市",
            "六安市",
            "市发改委",
            "市工信局",
            "市科技局",
            "市会计学会",
            "市银行业协会",
            "市应急局",
            "调解中心",
            "厦门",
            "厦门市",
            "行政审批局",
            "岫岩满族自治县",
            "增长办",
            "重点办",
        ];
        let backwards: Vec<&str> = by_sound.iter().rev().copied().collect();
        assert_eq!(sorted(&backwards), by_sound);
        let mut by_code = by_sound;
        by_code.sort_unstable();
        assert_eq!(sorted(&by_code), by_sound);
    }

    #[test]
    fn a_character_is_read_as_its_word_is() {
        let order = Order::new();
        for (name, sound) in [
            ("长春市", "常春市"),
            ("银行长效机制", "银航长效机制"),
            ("行长", "航掌"),
            ("增长", "增掌"),
            ("执行会计准则", "执行快计准则"),
            ("重庆银行重大调整", "虫庆银航众大条整"),
            ("西藏", "西葬"),
            ("蚌埠", "泵埠"),
        ] {
            let first = |text: &str| -> Vec<String> { text.chars().map(syllable).collect() };
            let read: String = as_read(name.chars().collect()).into_iter().collect();
            assert_eq!(first(&read), first(sound), "{name}: {read}");
        }
        assert!(order.key("长春") < order.key("重庆") && order.key("重庆") < order.key("重点"));
    }

    /// The line of the table in which a character stands.
    fn syllable(letter: char) -> String {
        let line = SOUNDS.lines().find(|line| line.contains(letter)).unwrap_or_default();
        line.chars().take_while(char::is_ascii_lowercase).collect()
    }

    #[test]
    fn the_table_has_each_character_once_at_a_reading_that_it_has() {
        let mut seen = BTreeSet::new();
        let mut foreign = Vec::new();
        for line in SOUNDS.lines() {
            let syllable: String = line.chars().take_while(char::is_ascii_lowercase).collect();
            for letter in line.chars().filter(|one| !one.is_ascii()) {
                assert!(seen.insert(letter), "{letter} stands twice");
                let readings = letter.to_pinyin_multi().into_iter().flatten();
                let is_one = readings.map(|one| one.plain().replace('ü', "v")).any(|one| one == syllable);
                if !is_one {
                    foreign.push((syllable.clone(), letter));
                }
            }
        }
        let syllables = SOUNDS.lines().map(|line| line.trim_end_matches(|one: char| !one.is_ascii()));
        assert!(syllables.is_sorted(), "syllables by letter");
        assert_eq!(seen.len(), 6_763, "all of GB 2312");
        assert!(foreign.len() < 20, "{foreign:?}");
    }

    #[test]
    fn words_are_replaced_by_as_many_characters_of_the_table() {
        for (word, sound) in READ_AS {
            assert_eq!(word.chars().count(), sound.chars().count(), "{word}");
            assert!(sound.chars().all(|letter| !syllable(letter).is_empty()), "{sound}");
            // Each is a reading that the character has; of 乐 the table of the test lacks lào.
            for (letter, sound) in
                word.chars().zip(sound.chars()).filter(|(one, other)| one != other && *one != '乐')
            {
                let readings: Vec<String> = letter
                    .to_pinyin_multi()
                    .into_iter()
                    .flatten()
                    .map(|one| one.plain().replace('ü', "v"))
                    .collect();
                assert!(readings.contains(&syllable(sound)), "{word}: {letter} is {readings:?}, not {sound}");
            }
        }
    }

    #[test]
    fn every_name_of_the_plans_is_in_the_table() {
        for json in [
            include_str!("../../public/plan.json"),
            include_str!("../../tests/plans/binjiang.json"),
            include_str!("../../tests/plans/harbour-city.json"),
        ] {
            let plan = from_json(json).unwrap();
            let order = Order::new();
            for organisation in &plan.organisations {
                let name = plan.say(&organisation.name, Language::Zh).words;
                assert!(order.key(&name).iter().all(|rank| *rank < RARE), "{name}");
            }
        }
    }
}
