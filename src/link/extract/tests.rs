use super::*;
use crate::link::text_form::text_form;
use crate::link::{Kind, sequence};
use proptest::prelude::*;

const PLAN: u32 = 77;

fn envelope(body: &str) -> Envelope {
    Envelope { kind: Kind::Receipt, plan: PLAN, body: body.into() }
}

fn fragment(body: &str) -> String {
    envelope(body).encode().unwrap()
}

/// Long enough to be folded several times.
fn long() -> String {
    fragment("市科技局 2024年8月：高新技术企业495家；雏鹰企业300家；瞪羚企业20家；技术合同成交额31.5亿元")
}

fn contents(text: &str) -> Vec<Result<Content, Fault>> {
    find(text, PLAN).unwrap().found.into_iter().map(|found| found.content).collect()
}

fn finds_long(text: &str) {
    let whole = Envelope::decode(&long(), PLAN).unwrap();
    assert_eq!(contents(text), [Ok(Content::Envelope(whole))], "{text}");
}

fn folded(text: &str, column: usize, fold: &str) -> String {
    let lines: Vec<&str> =
        text.as_bytes().chunks(column).map(|line| std::str::from_utf8(line).unwrap()).collect();
    lines.join(fold)
}

#[test]
fn chat_around_a_link_does_not_matter() {
    let link = ["https://kjj.example.gov.cn/plan/#", &long()].concat();
    for text in [
        link.clone(),
        format!("张三 2024-09-03 09:41\n回执在这里：{link}。请查收，谢谢！"),
        format!("「{link}」"),
        format!("{link}，{}", "收到"),
        format!("{link}ok thanks"),
        format!("> {link}\n> 李四：收到"),
        format!("回执{}收到", long()),
        format!("_{}_", long()),
        format!("<a href=\"{link}\">"),
        format!("{link}%E3%80%82"),
        link.replace('#', "%23"),
        link.replace('_', "%5F").replace('-', "%2D").replace('e', "%65"),
        link.replace('#', "%2523"),
        format!("C:\\计划\\index.html#{}", long()),
        long().chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect(),
    ] {
        finds_long(&text);
    }
}

#[test]
fn a_link_folded_at_any_column_is_joined() {
    let link = ["https://kjj.example.gov.cn/plan/#", &long()].concat();
    for column in 1..link.len() {
        // Below the length of the host, the mark is still whole or folded over at most a few lines.
        for fold in ["\n", "\r\n", "\n> ", "\n>> ", " ", "\n    ", "=\n", "\n&gt; ", "\u{3000}", "\n| "] {
            finds_long(&format!("王五：\n{}\n\n收到请回复 ok", folded(&link, column, fold)));
        }
    }
}

#[test]
fn the_text_form_is_found_and_joined() {
    let said = [
        "技术合同成交额 13.25 亿元（上月 12.5）".to_owned(),
        "攻克产业技术 14 项；依据 https://kjj.example.gov.cn/plan/#pLanR1 见附件 pLan".to_owned(),
        "A-1_b2 pLa".to_owned(),
        "n：以下是编码".to_owned(),
    ];
    for said in [&[][..], &said[..]] {
        let text = text_form("创新提升工程 回执 市科技局 2024-08", said, &long());
        finds_long(&text);
        finds_long(&text.replace('\n', "\n> "));
        finds_long(&text.replace('\n', " "));
        finds_long(&format!("{text}李四 2024-09-03"));
    }
}

#[test]
fn many_are_found_in_order_and_repeats_are_marked() {
    let [a, b] = [fragment("a"), fragment("b")];
    let text = format!("李四\nhttp://10.0.0.7/#{b}\n张三 https://x/{a}#{a}{b}\n> {b}");
    let findings = find(&text, PLAN).unwrap();
    let bodies: Vec<&[u8]> = findings
        .found
        .iter()
        .map(|found| match &found.content {
            Ok(Content::Envelope(envelope)) => &envelope.body[..],
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(bodies, [b"b", b"a", b"a", b"b", b"b"]);
    let repeats: Vec<_> = findings.found.iter().map(|found| found.repeats).collect();
    assert_eq!(repeats, [None, None, Some(1), Some(0), Some(0)]);
    let lines: Vec<_> = findings.found.iter().map(|found| found.line).collect();
    assert_eq!(lines, [2, 3, 3, 3, 4]);
}

#[test]
fn a_link_cut_at_every_place_is_told_and_hides_no_other() {
    let whole = long();
    for arrived in MARK.len()..whole.len() {
        for after in ["", "…", "\n张三 2024-09-03 09:41", "\nok\n", " ...展开"] {
            let text = format!("http://h/#{}{after}\n{}", &whole[..arrived], fragment("b"));
            let found = contents(&text);
            assert_eq!(found.len(), 2, "{text}");
            let known = (arrived >= HEAD).then_some(whole.len());
            assert_eq!(found[0], Err(Fault::Cut { arrived, whole: known }), "{text}");
            assert_eq!(found[1], Ok(Content::Envelope(envelope("b"))));
        }
    }
}

#[test]
fn a_changed_letter_is_told_as_damage_and_folding_does_not_hide_it() {
    let whole = long();
    for place in HEAD..whole.len() - 1 {
        let mut changed = whole.clone();
        let other = if &whole[place..=place] == "A" { "B" } else { "A" };
        changed.replace_range(place..=place, other);
        assert_eq!(contents(&changed), [Err(Fault::Damaged)]);
        assert_eq!(contents(&folded(&changed, 40, "\n> ")), [Err(Fault::Damaged)]);
    }
    assert_eq!(contents(&whole.to_lowercase()), [Err(Fault::Recased)]);
    assert_eq!(contents(&whole.to_uppercase()), [Err(Fault::Recased)]);
}

#[test]
fn chat_without_a_link_has_none() {
    for text in [
        "",
        "p",
        "方案",
        "http://h/#/tasks?view=tasks",
        "the plan for 2024",
        "planboard/index.html",
        "PLAN B",
        "plan-a1-is-ready",
        "p L a n",
        "see plan1 and planR1",
        "p\npp\nplan",
        "p\nLan is here",
    ] {
        assert_eq!(contents(text), [], "{text}");
    }
}

#[test]
fn an_opened_address_is_read_whatever_was_appended() {
    let whole = Envelope::decode(&long(), PLAN).unwrap();
    for hash in [format!("#{}", long()), long(), format!("#{}%EF%BC%8C", long()), format!("#{}）", long())] {
        assert_eq!(opened(&hash, PLAN), Some(Ok(Content::Envelope(whole.clone()))));
    }
    for page in ["", "#", "#/", "#/tasks", "#x"] {
        assert_eq!(opened(page, PLAN), None);
    }
    assert!(matches!(opened(&long()[..50], PLAN), Some(Err(Fault::Cut { arrived: 50, .. }))));
}

#[test]
fn parts_of_several_wholes_are_gathered() {
    let noise: String = (0..400u32).map(|at| char::from_u32(0x4E00 + at * 7919 % 20_000).unwrap()).collect();
    let wholes = [fragment(&noise), fragment(&noise[3..])];
    let mut parts: Vec<String> =
        wholes.iter().flat_map(|whole| sequence::split(whole, 300).unwrap()).collect();
    parts.reverse();
    let findings = find(&parts.join("\n张三：\nhttps://h/#"), PLAN).unwrap();
    assert_eq!(findings.sets.len(), 2);
    let mut joined: Vec<String> =
        findings.sets.iter().map(|set| set.join().unwrap().encode().unwrap()).collect();
    joined.reverse();
    assert_eq!(joined, wholes);
    let some = find(&parts[1..].join("\n"), PLAN).unwrap();
    assert!(some.sets.iter().any(|set| set.missing().len() == 1));
}

#[test]
fn limits_of_what_is_looked_through() {
    let over = "字".repeat(LONGEST_PASTE / 3 + 1);
    assert!(matches!(find(&over, PLAN), Err(Fault::TooLong { limit: LONGEST_PASTE, .. })));
    assert!(matches!(opened(&over, PLAN), Some(Err(Fault::TooLong { .. }))));
    let many = [&fragment("b"), "\n"].concat().repeat(MOST_FOUND + 1);
    let findings = find(&many, PLAN).unwrap();
    assert!(findings.is_full && findings.found.len() == MOST_FOUND);
    assert!(!find(&many[..many.len() / 2], PLAN).unwrap().is_full);
}

#[test]
fn what_all_links_of_a_text_inflate_to_is_limited() {
    let of = |fill: u8, length: usize| {
        let body = vec![fill; length];
        ["\n", &Envelope { kind: Kind::Snapshot, plan: PLAN, body }.encode().unwrap()].concat()
    };
    let most = LARGEST_IN_ALL / LARGEST_BODY;
    let whole: String = (0..most).map(|fill| of(fill as u8, LARGEST_BODY)).collect();
    let findings = find(&whole, PLAN).unwrap();
    assert!(!findings.is_full && findings.found.iter().all(|found| found.content.is_ok()));
    assert_eq!(findings.room, Room(0));
    let more = find(&[whole.as_str(), &of(77, 1), &fragment("b")].concat(), PLAN).unwrap();
    assert!(more.is_full && more.found.len() == most, "the rest was not looked at");
    // What does not inflate at all has taken as much work as what does.
    let mut payload = [&PLAN.to_be_bytes()[..], &[1]].concat();
    payload.extend(miniz_oxide::deflate::compress_to_vec(&vec![0; LARGEST_BODY + 1], 10));
    let bomb = ["\n", &Frame { kind: b'S', version: b'1', payload }.encode().unwrap()].concat();
    let bombs = find(&bomb.repeat(MOST_FOUND / 2), PLAN).unwrap();
    assert!(bombs.is_full && bombs.found.len() == most);
    assert!(bombs.found.iter().all(|found| matches!(found.content, Err(Fault::InflatesTooFar { .. }))));
}

#[test]
fn of_a_long_link_only_the_beginning_is_shown() {
    let of = |text: &str| find(text, PLAN).unwrap().found[0].excerpt.clone();
    let link = long();
    assert_eq!(of(&link), [&link[..EXCERPT], "…"].concat());
    let short = &link[..EXCERPT];
    assert_eq!(of(short), short);
}

/// Without a limit on joining, the last link would be put together over its folds.
#[test]
fn a_text_of_many_false_beginnings_is_not_joined_without_end() {
    let claims = Frame { kind: b'R', version: b'1', payload: vec![0; 700_000] }.encode().unwrap();
    let start = ["-", &claims[..HEAD + 3], " ", &"-abc ".repeat(20)].concat();
    let link = folded(&long(), 30, "\n> ");
    let last = |starts: usize| {
        let text = format!("{}字\n{link}", start.repeat(starts));
        find(&text, PLAN).unwrap().found.pop().unwrap().content
    };
    assert!(last(1).is_ok());
    assert!(matches!(last(200), Err(Fault::Cut { .. })), "{:?}", last(200));
}

/// Heads that claim a million letters each, with words between that could be pieces of every one of them. The `-`
/// keeps the heads from being seen as links of their own on the way.
#[test]
fn a_hostile_text_comes_to_an_end() {
    let claims = Frame { kind: b'R', version: b'1', payload: vec![0; 700_000] }.encode().unwrap();
    let joins = ["-", &claims[..HEAD + 3], " ", &"-abc ".repeat(200)].concat().repeat(900);
    let gaps = ["-", &claims[..HEAD + 3], &" ".repeat(2000)].concat().repeat(900);
    for (hostile, count) in
        [(joins, 900), (gaps, 900), ("-p".repeat(1_000_000), 0), ("-plan".repeat(500_000), 0)]
    {
        assert_eq!(find(&hostile, PLAN).unwrap().found.len(), count);
    }
}

#[test]
fn nothing_is_joined_once_the_budget_is_used_up() {
    let mut budget = 12;
    assert_eq!(gather(&glyphs("abc def  ghij klmnopq rst"), 0, 100, &mut budget).letters, "abcdefghij");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn whatever_is_pasted_never_panics(text in "((pLan[FRBSPQ]1|%25|%|#|> |\n|[A-Za-z0-9_-]{1,30}|\\PC{0,4})){0,20}") {
        for found in find(&text, PLAN).unwrap().found {
            prop_assert!(found.content.is_err());
        }
        let _ = opened(&text, PLAN);
    }

    #[test]
    fn a_link_survives_any_fold_and_any_han_around_it(
        before in "[\u{4e00}-\u{4f00}，。\n 0-9:]{0,30}", after in "[，。！\u{4e00}-\u{4f00}]{1,10}[ a-z0-9\n]{0,30}",
        column in 5usize..120,
    ) {
        let text = format!("{before}#{}{after}", folded(&long(), column, "\n> "));
        let whole = Envelope::decode(&long(), PLAN).unwrap();
        prop_assert_eq!(contents(&text), [Ok(Content::Envelope(whole))]);
    }
}
