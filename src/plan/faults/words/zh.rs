//! 中文句子：发现了什么，允许什么，怎么改。

use crate::plan::SCHEMA;
use crate::plan::faults::{Problem, Shape, Written};
use crate::plan::read::MOST_BYTES;
use crate::plan::rules::{Kind, Rule, most};

pub(super) fn say(problem: &Problem) -> [String; 3] {
    match problem {
        Problem::TooLarge { bytes } => [
            format!("文件有 {bytes} 字节"),
            format!("不超过 {MOST_BYTES} 字节"),
            "请确认放的是方案文件，或精简文字。".into(),
        ],
        Problem::NotUtf8 { line } => [
            format!("第 {line} 行有不是 UTF-8 编码的字符"),
            "UTF-8 编码的文本".into(),
            "请用 UTF-8 编码重新保存文件。".into(),
        ],
        Problem::NotJson { line, column, ends_early, .. } => [
            match ends_early {
                true => format!("文件在第 {line} 行第 {column} 列结束，内容不完整"),
                false => format!("从第 {line} 行第 {column} 列起不是 JSON"),
            },
            "一个 JSON 对象".into(),
            match ends_early {
                true => "请在末尾补上缺少的引号、] 或 }。".into(),
                false => "请检查此处之前是否多了或少了逗号、引号、括号。".into(),
            },
        ],
        Problem::Foreign { found } => [
            format!("是{}，但不是方案", shape(*found)),
            "含有 schema、period、organisations、areas 等方案字段的对象".into(),
            "请换成方案的 plan.json。".into(),
        ],
        Problem::Missing { allowed } => ["缺少这个字段".into(), shapes(allowed), "请补上这个字段。".into()],
        Problem::Unknown { nearest, allowed } => [
            "程序不认识的字段".into(),
            listed(allowed),
            match nearest {
                Some(name) => format!("如果本意是 {name}，请改名；否则请删去。"),
                None => "请删去。".into(),
            },
        ],
        Problem::Repeated => {
            ["同一对象里重复的字段".into(), "每个字段只出现一次".into(), "请删去其中一个。".into()]
        }
        Problem::WrongShape { found, allowed, .. } => [
            shape(*found).into(),
            shapes(allowed),
            match (found, allowed.contains(&Shape::Text), allowed.contains(&Shape::Whole)) {
                (Shape::Whole | Shape::Fraction, true, _) => "请加上引号。".into(),
                (Shape::Text, _, true) => "请写成不带引号的数字。".into(),
                _ => "请按允许的形式书写。".into(),
            },
        ],
        Problem::NotAllowed { allowed, nearest, .. } => [
            "不认识的取值".into(),
            format!("{} 之一", listed(allowed)),
            match nearest {
                Some(word) => format!("如果本意是 {word}，请改正。"),
                None => "请从中选一个。".into(),
            },
        ],
        Problem::NotWritten { form, .. } => {
            let [what, example, advice] = match form {
                Written::Day => ["日期", "2023-07-25", "请按年-月-日书写，且确有这一天。"],
                Written::Month => ["月份", "2023-08", "请按年-月书写。"],
                Written::Quantity => [
                    "带引号的小数，小数点前最多 9 位，后最多 6 位",
                    "17.6",
                    "只写数字和小数点；大于号、百分号等写在别的字段里。",
                ],
            };
            ["写法不符的文字".into(), format!("{what}，例如 {example}"), advice.into()]
        }
        Problem::OutOfRange { least, most, .. } => {
            ["超出范围的数".into(), format!("{least} 到 {most} 的整数"), "请改正这个数。".into()]
        }
        Problem::Empty => ["没有内容".into(), "有内容的文字".into(), "请写上内容。".into()],
        Problem::Rule(rule) => say_rule(rule),
        Problem::More { count } => {
            [format!("另有 {count} 处错误"), "没有错误".into(), "请先改正以上各处，再检查一遍。".into()]
        }
    }
}

fn say_rule(rule: &Rule) -> [String; 3] {
    match rule {
        Rule::Form { found } => [
            format!("文件格式为第 {found} 版"),
            format!("第 {SCHEMA} 版"),
            match *found > SCHEMA {
                true => "请使用新版页面，或换成适合本页面的文件。".into(),
                false => "请按 plan.schema.json 更新文件。".into(),
            },
        ],
        Rule::IdShape { .. } => [
            "写法不符的标识".into(),
            format!("小写字母 a-z、数字，中间可用单个连字符，最多 {} 个字符", most::ID),
            "请改名，并同时改正引用它的各处。".into(),
        ],
        Rule::IdTaken { by, .. } => [
            format!("已被{}使用的标识", kind(*by)),
            "不与别处重复的标识".into(),
            "请给其中一个换个标识，并改正相应的引用。".into(),
        ],
        Rule::NoSuch { wanted, nearest, .. } => [
            "不存在的标识".into(),
            format!("{}的标识", kinds(wanted)),
            match nearest {
                Some(id) => format!("如果本意是 {id}，请改正；否则请补上缺少的内容，或删去这处引用。"),
                None => "请改正，或补上缺少的内容，或删去这处引用。".into(),
            },
        ],
        Rule::OtherKind { is, wanted, .. } => [
            format!("{}的标识", kind(*is)),
            format!("{}的标识", kinds(wanted)),
            "请引用这类内容，或改正所引用内容的类别。".into(),
        ],
        Rule::ListedTwice { .. } => {
            ["列表中重复的标识".into(), "每个标识只列一次".into(), "请删去其中一个。".into()]
        }
        Rule::RelatedToItself { .. } => {
            ["指标自身".into(), "另一个指标".into(), "请写另一个指标，或删去这一条。".into()]
        }
        Rule::NotMutual { .. } => [
            "没有反过来提到本指标的指标".into(),
            "互相提到的两个指标".into(),
            "请在对方的 related 中加上本指标，或删去这一条。".into(),
        ],
        Rule::MembersOutsideGroup => [
            "不是 group 的单位却有成员".into(),
            "kind 为 group 时才有成员".into(),
            "请把 kind 改为 group，或删去成员。".into(),
        ],
        Rule::Count { found, least, most } => [
            format!("列表中有 {found} 项"),
            format!("{least} 到 {most} 项"),
            match found < least {
                true => "请补上。".into(),
                false => "请精简列表。".into(),
            },
        ],
        Rule::Total { of, found, most } => [
            format!("{}合计 {found} 个", kind(*of)),
            format!("整个方案不超过 {most} 个"),
            "请拆分方案。".into(),
        ],
        Rule::Blank => ["没有文字".into(), "有内容的文字".into(), "请写上内容。".into()],
        Rule::TextTooLong { found } => {
            [format!("{found} 个字符"), format!("不超过 {} 个字符", most::TEXT), "请精简文字。".into()]
        }
        Rule::Unreadable { .. } => [
            "含有控制字符、看不见的字符（如改变文字方向的）或无法识别的字符".into(),
            "可读的文字".into(),
            "请删去这些字符，并用 UTF-8 编码保存文件。".into(),
        ],
        Rule::TimeZone { .. } => [
            "不是时区名称".into(),
            "IANA 时区名称，例如 Asia/Shanghai".into(),
            "请写时区名称，不带空格。".into(),
        ],
        Rule::Period { found } => [
            format!("{} 至 {} 年", found.from, found.to),
            format!("四位数的年份，先早后晚，最多 {} 年", most::YEARS),
            "请改正年份。".into(),
        ],
        Rule::YearOutside { found, period } => [
            format!("{found} 年"),
            format!("方案期内的年份，即 {} 至 {} 年", period.from, period.to),
            "请改正年份，或改正方案期。".into(),
        ],
        Rule::MonthOutside { found, period } => [
            format!("{found} 月"),
            format!("方案期内的月份，即 {}-01 至 {}-12", period.from, period.to),
            "请改正月份，或改正方案期。".into(),
        ],
        Rule::SpanReversed { found } => [
            format!("{} 至 {} 年", found.from, found.to),
            "先早后晚的两个年份，或同一年写两次".into(),
            "请对调两个年份。".into(),
        ],
        Rule::YearOrder { found, before } => [
            format!("{found} 年排在 {before} 年之后"),
            "每年一个目标值，年份由早到晚".into(),
            "请按年份排列；同一年有两个目标值的，应分为两个指标。".into(),
        ],
        Rule::RoundMonths { found } => {
            [format!("{found} 个月"), "1、3、6 或 12 个月".into(), "请从中选一个。".into()]
        }
        Rule::RoundOrder { found, before } => [
            format!("{found} 个月一次的排在 {before} 个月一次的之后"),
            "频次高的在前".into(),
            "请调整顺序。".into(),
        ],
        Rule::Window { opens, closes } => [
            format!("{opens} 日至 {closes} 日"),
            "1 日至 28 日之间，先早后晚".into(),
            "请改正日期；并非每个月都有 29 日。".into(),
        ],
        Rule::DayOffAndWorked { day } => [
            format!("{day} 既放假又上班"),
            "一天要么上班，要么放假".into(),
            "请从一张表里删去这一天。".into(),
        ],
        Rule::Collective { count, named } => [
            format!("共 {count} 个，具名 {named} 个"),
            "至少一个，且具名数不多于总数".into(),
            "请改正这两个数。".into(),
        ],
        Rule::NoState { nearest, .. } => [
            "名单没有的状态".into(),
            "本名单 states 中的 key".into(),
            match nearest {
                Some(key) => format!("如果本意是 {key}，请改正；否则请在 states 中补上这个状态。"),
                None => "请改正，或在 states 中补上这个状态。".into(),
            },
        ],
        Rule::CountsLevel { .. } => [
            "口径为 level 的指标".into(),
            "可以数成员的指标：stock、yearly_flow、running_total，或口径未载明".into(),
            "请换成所证明的指标，或删去这一条。".into(),
        ],
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Null => "空值 null",
        Shape::Truth => "true 或 false",
        Shape::Whole => "整数",
        Shape::Fraction => "带小数点或指数的数",
        Shape::Text => "带引号的文字",
        Shape::List => "列表 [ ]",
        Shape::Object => "对象 { }",
    }
}

fn shapes(shapes: &[Shape]) -> String {
    shapes.iter().copied().map(shape).collect::<Vec<_>>().join("或")
}

fn kinds(kinds: &[Kind]) -> String {
    kinds.iter().copied().map(kind).collect::<Vec<_>>().join("、")
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Round => "调度环节",
        Kind::Requirement => "管理要求",
        Kind::Question => "待明确事项",
        Kind::Organisation => "单位",
        Kind::Group => "单位组合",
        Kind::District => "县（市）区或开发区",
        Kind::Project => "项目",
        Kind::Area => "领域",
        Kind::Task => "任务",
        Kind::Measure => "举措",
        Kind::Indicator => "指标",
        Kind::Milestone => "节点目标",
        Kind::List => "名单",
    }
}

fn listed(words: &[String]) -> String {
    words.join("、")
}
