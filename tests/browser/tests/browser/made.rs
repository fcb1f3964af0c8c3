//! Links that were made without the page: whatever a colleague might send.

use crate::plans;
use planboard::ledger::{Batch, BatchId, Entry, Moment, Report, Said};
use planboard::link::message::{self, SnapshotHeader};
use planboard::link::{Envelope, Kind, protected, sequence};
use planboard::plan::{Day, Month, Quantity};
use planboard::sample;
use planboard_browser_tests::Page;

/// What opens [`protected_link`].
pub const PASSPHRASE: &str = "鞍山调度2024";

/// Makes the receipt of a form, also where it asks first because something is missing.
pub fn make_receipt(clerk: &Page) {
    clerk.press("button", "生成回执");
    clerk.wait_for("a receipt or a question", "!!document.querySelector('.receipt, .asking')");
    if clerk.evaluate("!!document.querySelector('.asking')") == true {
        clerk.press("button", "仍要生成");
    }
}

fn day() -> Day {
    Day::parse("2025-12-31").expect("a day")
}

fn month() -> Month {
    Month::parse("2024-08").expect("a month")
}

/// A ledger of three years, real to the page: what the invented one says, by writers of its own.
pub fn three_years() -> Vec<Batch> {
    let plain = |said: &Said| {
        matches!(said, Said::Actual { .. } | Said::Progress { .. } | Said::Problem { .. } | Said::Submission)
    };
    let mut batches = sample::batches(&plans::shipped());
    for batch in &mut batches {
        batch.id.writer %= 1 << 20;
        // What names other entries would name those of the invented ledger.
        batch.entries.retain(|entry| plain(&entry.said) && entry.replaces.is_none());
    }
    batches.retain(|batch| !batch.entries.is_empty());
    batches
}

fn snapshot() -> Envelope {
    let slip = SnapshotHeader::whole("王工", day(), day());
    message::snapshot(&plans::shipped(), &slip, &three_years())
}

/// The fragment of a snapshot of [`three_years`], which can be merged.
pub fn three_years_link() -> String {
    fragment(snapshot())
}

/// The same behind [`PASSPHRASE`].
pub fn protected_link() -> String {
    let random = [7; protected::RANDOM];
    let recipe = protected::recipe_to_seal(PASSPHRASE, &random).expect("the passphrase is long enough");
    let key = recipe.key().expect("memory enough");
    fragment(protected::seal(&snapshot(), &key, &random).expect("a plain link"))
}

/// One of several codes.
pub fn part_link() -> String {
    let parts = sequence::split(three_years_link().trim_start_matches('#'), 900);
    ["#", &parts.expect("a whole link")[1]].concat()
}

/// A report for a month, sent back.
pub fn returned_link() -> String {
    let report =
        batch(1, "haicheng", "李工", vec![share("haicheng", "alliances", "2"), said(Said::Submission)]);
    let reason = Said::Return { of: report.id, reason: "缺佐证材料".into() };
    sealed(Kind::Returned, &[report, batch(2, "science-bureau", "王工", vec![said(reason)])])
}

/// Somebody is asked for a month.
pub fn fill_in_link() -> String {
    sealed(Kind::FillIn, &[batch(3, "haicheng", "王工", vec![])])
}

/// What an organisation answers for the month, small enough for one code.
pub fn receipt_link() -> String {
    let entries = vec![share("haicheng", "alliances", "3"), said(Said::Submission)];
    sealed(Kind::Receipt, &[batch(4, "haicheng", "李工", entries)])
}

/// What another organisation answers.
pub fn other_receipt_link() -> String {
    sealed(
        Kind::Receipt,
        &[batch(5, "taian", "赵工", vec![share("taian", "alliances", "4"), said(Said::Submission)])],
    )
}

/// A stretch of chat into the sample ledger, with everything that a review tells apart: something new, something
/// changed, a problem, what does not belong into a receipt, and links that are none or cannot be read.
pub fn chat(address: impl Fn(&str) -> String) -> String {
    let writer = sample::writer(1);
    let problem =
        Said::Problem { subject: None, text: "示例：缺设备".into(), who: "李处".into(), until: None };
    let plain = vec![figure("alliances", "17"), said(problem), said(Said::Submission)];
    let foreign = vec![
        share("taian", "alliances", "99"),
        said(Said::Acceptance { of: BatchId { writer: 9, sequence: 0 } }),
    ];
    let receipts = [
        batch(writer, "science-bureau", "王工", plain),
        batch(
            writer + 1,
            "haicheng",
            "李工",
            vec![share("haicheng", "alliances", "3"), said(Said::Submission)],
        ),
        batch(writer + 2, "taian", "赵工", foreign),
        batch(5, "xiuyan", "真实", vec![share("xiuyan", "alliances", "1"), said(Said::Submission)]),
    ];
    let links = receipts.map(|one| address(&sealed(Kind::Receipt, &[one])));
    let cut = links[0][..links[0].len() - 9].to_owned();
    let said = links.into_iter().chain([address(&fill_in_link()), cut]);
    said.map(|link| format!("> 群里 09:41\n> {link}\n")).collect()
}

fn batch(writer: u64, organisation: &str, person: &str, entries: Vec<Entry>) -> Batch {
    // After whatever else is said of the month.
    let written = Moment::end_of(day(), 480);
    let id = BatchId { writer, sequence: 0 };
    Batch { id, written, organisation: organisation.into(), person: person.into(), month: month(), entries }
}

fn said(said: Said) -> Entry {
    Entry { replaces: None, said }
}

/// What the lead of an indicator says of the whole city.
fn figure(indicator: &str, value: &str) -> Entry {
    actual(None, indicator, value)
}

/// What a district says of its own part.
fn share(district: &str, indicator: &str, value: &str) -> Entry {
    actual(Some(district), indicator, value)
}

fn actual(district: Option<&str>, indicator: &str, value: &str) -> Entry {
    let report = Report::Value(Quantity::parse(value).expect("a figure"));
    let (evidence, note) = ("名单".into(), "示例附注".into());
    let district = district.map(Into::into);
    said(Said::Actual { indicator: indicator.into(), district, report, evidence, note })
}

fn sealed(kind: Kind, batches: &[Batch]) -> String {
    ["#", &message::seal(kind, &plans::shipped(), batches).expect("a link")].concat()
}

fn fragment(envelope: Envelope) -> String {
    ["#", &envelope.encode().expect("a link")].concat()
}
