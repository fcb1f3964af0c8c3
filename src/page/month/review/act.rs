//! What pressing a button of the review comes to: what enters the ledger, what the officer writes down, and what is
//! said of it. The view hands it to whoever keeps the ledger.

use super::decision::{Accepting, Choice, Extent, accept, return_entries, returned};
use super::gather::gather;
use super::model::Receipt;
use super::{Received, describe, words};
use crate::ledger::{Batch, BatchId, Entry, Ledger, Said};
use crate::plan::Month;
use crate::standing::AsOf;
use crate::text::Language;

/// A receipt by its batches: the same however often the review is drawn anew.
pub type Key = Vec<BatchId>;

/// An act of the officer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// What enters the ledger, each batch once.
    pub batches: Vec<Batch>,
    /// What the officer writes down, by period.
    pub verdicts: Vec<(Month, Vec<Entry>)>,
    /// The receipts that it deals with.
    pub receipts: Vec<Key>,
    pub sentence: String,
}

/// What came of an act, or of undoing one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    pub sentence: String,
    /// The receipts that it dealt with; none for an act that was an undoing.
    pub receipts: Vec<Key>,
    /// It could be undone when it was done.
    pub has_way_back: bool,
}

impl Receipt {
    pub fn key(&self) -> Key {
        self.batches.iter().map(|batch| batch.id).collect()
    }
}

impl Choice {
    /// What is chosen for a receipt: `whole` and `let_go` name those that are taken whole, and those of which nothing
    /// that they leave out is kept.
    pub fn of(key: &Key, whole: &[Key], let_go: &[Key]) -> Self {
        let extent = if whole.contains(key) { Extent::Whole } else { Extent::Allowed };
        Self { extent, keeps: !let_go.contains(key) }
    }
}

/// What one press accepts: every receipt about which there is nothing to decide.
pub fn clear(receipts: &[Receipt]) -> Vec<(Receipt, Choice)> {
    receipts.iter().filter(|one| one.is_clear()).map(|one| (one.clone(), Choice::default())).collect()
}

/// Accepts receipts; none where nothing in them may be taken.
pub fn accepting(receipts: &[(Receipt, Choice)], language: Language) -> Option<Act> {
    let chosen: Vec<(&Receipt, Choice)> =
        receipts.iter().map(|(receipt, choice)| (receipt, *choice)).collect();
    let Accepting { batches, verdicts, receipts, items, kept } =
        accept(&chosen, words::of(language).not_kept_reason);
    let sentence = words::accepted(language, receipts.len(), items, kept);
    (!receipts.is_empty()).then_some(Act { batches, verdicts, receipts, sentence })
}

/// Returns a receipt; none without a reason.
pub fn returning(receipt: &Receipt, reason: &str, language: Language) -> Option<Act> {
    let entries = return_entries(receipt, reason)?;
    Some(Act {
        batches: returned(receipt),
        verdicts: vec![(receipt.month, entries)],
        receipts: vec![receipt.key()],
        sentence: words::given_back(language, &receipt.name.words, receipt.month),
    })
}

/// What came of the last act, as long as it stands: it may have been undone from elsewhere.
pub fn standing(done: Option<Done>, can_undo: bool) -> Option<Done> {
    done.filter(|done| !done.has_way_back || can_undo)
}

/// The receipts that were dealt with by the ledger's own word too: an act may have been undone while the review was not on
/// the screen, and what a tab kept knows nothing of that.
pub fn still_handled(mut handled: Vec<Key>, ledger: &Ledger) -> Vec<Key> {
    handled.retain(|key| key.iter().any(|id| ledger.verdict(*id).is_some()));
    handled
}

/// What came in without what was dealt with, so that the next look lists only what waits and what is pasted anew.
pub fn still_open(mut received: Vec<Received>, handled: &[Key]) -> Vec<Received> {
    received.retain(|one| keys(std::slice::from_ref(one)).any(|key| !handled.contains(&key)));
    received
}

/// The receipts of what came in.
fn keys(received: &[Received]) -> impl Iterator<Item = Key> {
    gather(received).into_iter().map(|one| one.batches.iter().map(|batch| batch.id).collect())
}

/// What is said of links that were opened again after their receipts were dealt with; none where all of them still wait.
pub fn opened_again(as_of: AsOf, handled: &[Key], opened: &[Received]) -> Option<Done> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let known = gather(opened).into_iter().filter_map(|one| {
        let key: Key = one.batches.iter().map(|batch| batch.id).collect();
        let mut verdicts = key.iter().filter_map(|id| ledger.entry(ledger.verdict(*id)?));
        let is_returned = verdicts.next_back().map(|entry| matches!(entry.said, Said::Return { .. }))?;
        let name = describe::name(plan, &one.organisation, language).words;
        handled.contains(&key).then(|| words::dealt_with(language, &name, one.month, is_returned))
    });
    let known: Vec<String> = known.collect();
    let sentence = words::opened_again(language, &known);
    (!known.is_empty()).then_some(Done { sentence, receipts: vec![], has_way_back: false })
}

/// The receipts that were dealt with: not those of an act that was undone.
pub fn handled(mut handled: Vec<Key>, done: Option<&Done>, can_undo: bool) -> Vec<Key> {
    if let Some(done) = done.filter(|done| done.has_way_back && !can_undo) {
        handled.retain(|one| !done.receipts.contains(one));
    }
    handled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::Here;
    use crate::ledger::samples::august::{batch, day, figure, morning, officer, plan, report};
    use crate::link::stamp::Stamp;
    use crate::page::month::review::review;
    use crate::text::Language::Zh;

    fn look(batches: impl IntoIterator<Item = Batch>) -> Vec<Receipt> {
        let (plan, ledger) = (plan(), Ledger::default());
        let as_of =
            AsOf { plan: &plan, ledger: &ledger, today: day("2024-09-10"), offset: 480, language: Zh };
        let here = Here { writer: 4242, now: morning("2024-09-10") };
        let each = batches.into_iter().map(|batch| Received {
            batches: vec![batch],
            stamp: Stamp::default(),
            source: String::new(),
        });
        review(as_of, here, &each.collect::<Vec<_>>()).receipts
    }

    fn share(writer: u64, organisation: &str) -> Batch {
        let figure = figure("alliances", Some(organisation), "3");
        batch(writer, "2024-09-03", organisation, [figure, Said::Submission])
    }

    #[test]
    fn one_press_accepts_what_is_clear_and_nothing_else() {
        let locking = batch(3, "2024-09-03", "taian", [Said::Lock { accepted: vec![] }]);
        let receipts = look([share(1, "haicheng"), share(2, "xiuyan"), locking]);
        let act = accepting(&clear(&receipts), Zh).expect("something is clear");
        assert_eq!(act.batches.iter().map(|batch| batch.id.writer).collect::<Vec<_>>(), [1, 2]);
        assert_eq!((act.receipts.len(), act.sentence.as_str()), (2, "已接收 2 份回执，2 项。"));
        let [(_, entries)] = &act.verdicts[..] else { panic!("{act:?}") };
        assert!(entries.iter().all(|entry| matches!(entry.said, Said::Acceptance { .. })));
    }

    #[test]
    fn what_never_belongs_there_is_nothing_to_accept() {
        let receipts = look([batch(3, "2024-09-03", "taian", [Said::Lock { accepted: vec![] }])]);
        let chosen: Vec<_> = receipts.into_iter().map(|one| (one, Choice::default())).collect();
        assert_eq!((chosen.len(), accepting(&chosen, Zh)), (1, None));
        assert_eq!(accepting(&[], Zh), None);
    }

    #[test]
    fn a_return_needs_a_reason_and_says_whose_it_is() {
        let receipt = look([report(1, "2024-09-03", "haicheng")]).remove(0);
        assert_eq!(returning(&receipt, " \u{3000}", Zh), None);
        let act = returning(&receipt, "缺附件", Zh).expect("a reason");
        assert_eq!((act.batches.len(), act.receipts), (1, vec![receipt.key()]));
        assert!(act.sentence.contains("已退回") && act.sentence.contains("海城市"), "{}", act.sentence);
        let reasons = act.verdicts.iter().flat_map(|(_, entries)| entries).map(|entry| entry.said.words());
        assert_eq!(reasons.collect::<Vec<_>>(), [["缺附件"]]);
    }

    #[test]
    fn a_receipt_is_taken_as_it_was_chosen() {
        let keys =
            look([share(1, "haicheng"), share(2, "xiuyan")]).iter().map(Receipt::key).collect::<Vec<_>>();
        assert_eq!(Choice::of(&keys[0], &[], &[]), Choice::default());
        let [of_first, of_second] = [0, 1].map(|at| Choice::of(&keys[at], &keys[..1], &keys[1..]));
        assert_eq!((of_first.extent, of_first.keeps), (Extent::Whole, true));
        assert_eq!((of_second.extent, of_second.keeps), (Extent::Allowed, false));
    }

    /// walk16 A1: the link of a receipt that was accepted says so, and shows the receipt once that was undone from the
    /// banner, whatever the tab kept.
    #[test]
    fn a_link_that_is_opened_again_says_what_became_of_it_or_shows_it() {
        let plan = plan();
        let sent = share(1, "haicheng");
        let opened =
            [Received { batches: vec![sent.clone()], stamp: Stamp::default(), source: String::new() }];
        let kept = vec![vec![sent.id]];
        let told = |ledger: &Ledger| {
            let as_of = AsOf { plan: &plan, ledger, today: day("2024-09-10"), offset: 480, language: Zh };
            let handled = still_handled(kept.clone(), ledger);
            (opened_again(as_of, &handled, &opened).map(|done| done.sentence), handled)
        };
        let verdict = |said| Ledger::new([sent.clone(), officer(9, "2024-09-09", [said])]);
        let (accepted, handled) = told(&verdict(Said::Acceptance { of: sent.id }));
        assert_eq!(handled, kept);
        let accepted = accepted.expect("a sentence");
        assert!(accepted.contains("海城市 2024 年 8 月的回执已接收"), "{accepted}");
        let (returned, _) = told(&verdict(Said::Return { of: sent.id, reason: "缺附件".into() }));
        assert!(returned.is_some_and(|told| told.contains("海城市 2024 年 8 月的回执已退回")));
        // Undone: the ledger knows nothing of it any more, and the receipt waits again.
        assert_eq!(told(&Ledger::default()), (None, vec![]));
    }

    /// walk16 A9: what was dealt with lies in the way of the next look no more.
    #[test]
    fn what_was_dealt_with_is_left_out_of_the_next_look() {
        let received = |batch: &Batch| Received {
            batches: vec![batch.clone()],
            stamp: Stamp::default(),
            source: String::new(),
        };
        let [first, second] = [share(1, "haicheng"), share(2, "xiuyan")];
        let both = Received { batches: vec![first.clone(), second.clone()], ..received(&first) };
        let all = vec![received(&first), received(&second), both.clone()];
        assert_eq!(still_open(all.clone(), &[vec![first.id]]), [received(&second), both]);
        assert_eq!(still_open(all.clone(), &[]), all);
        assert_eq!(still_open(all, &[vec![first.id], vec![second.id]]), []);
    }

    /// An act that was undone from elsewhere is not told any more, and its receipts wait again.
    #[test]
    fn what_was_undone_waits_again() {
        let keys =
            look([share(1, "haicheng"), share(2, "xiuyan")]).iter().map(Receipt::key).collect::<Vec<_>>();
        let done =
            |has_way_back| Some(Done { sentence: String::new(), receipts: keys[..1].to_vec(), has_way_back });
        for (has_way_back, can_undo, stands, left) in
            [(true, true, true, 2), (true, false, false, 1), (false, false, true, 2), (false, true, true, 2)]
        {
            let done = done(has_way_back);
            assert_eq!(handled(keys.clone(), done.as_ref(), can_undo).len(), left);
            assert_eq!(standing(done, can_undo).is_some(), stands);
        }
        assert_eq!((handled(keys.clone(), None, false), standing(None, true)), (keys, None));
    }
}
