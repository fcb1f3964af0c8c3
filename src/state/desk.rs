//! The desk: the ledger on the screen, and the one door through which it grows.
//!
//! Everything here is a consequence of an act of the user (or of another tab); nothing is written by an
//! effect. What could not be saved stays in memory, and [`Desk::saved`] says so.

mod device;
mod editions;
mod framed;
mod me;
mod noted;
mod opening;
mod recorder;
mod signing;
mod undoing;
mod unkept;
mod viewing;

pub use me::{Me, my_organisation};
pub use opening::Opening;
pub use recorder::Setup;
pub use signing::Signature;
pub use unkept::Unkept;
pub use viewing::{OpenedLedger, Viewing};

use crate::gate::Here;
use crate::ledger::kinds::Against;
use crate::ledger::{Batch, BatchId, Entry, Id, Ledger, Moment, Said};
use crate::link::edition::Edition;
use crate::link::editions::Editions;
use crate::link::stamp::Stamp;
use crate::plan::Month;
use crate::storage::{BackedUp, BatchCodec, Failure, Heard, Kind, Notes, Reason, Room, Saved, Shelf, Store};
use leptos::prelude::*;
use recorder::Recorder;
use std::sync::Arc;

/// The ledger, who the user says he is, and how it is kept. Copies share one desk.
#[derive(Clone, Copy)]
pub struct Desk {
    own: RwSignal<Arc<Ledger>>,
    viewing: RwSignal<Viewing>,
    is_covered: RwSignal<bool>,
    /// Against which targets every page judges.
    against: RwSignal<Against>,
    /// The last ledger that was read as issued, with what it was before: nothing is read so twice.
    as_issued: StoredValue<Option<(Arc<Ledger>, Arc<Ledger>)>>,
    pub me: RwSignal<Me>,
    saved: RwSignal<Saved>,
    /// What is in use of the storage, where it runs short.
    short_of_room: RwSignal<Option<Room>>,
    backed_up: RwSignal<BackedUp>,
    /// Last values that came with a fill-in link: shown beside the fields, never kept.
    lent: RwSignal<Arc<Vec<Batch>>>,
    /// Receipts that were opened as links and wait for the review.
    inbox: RwSignal<Vec<(Vec<Batch>, Stamp)>>,
    /// The draft that became the last act, with the name of its form: it comes back with the undo.
    spent: StoredValue<Option<(String, String)>>,
    /// Another number whenever a draft came back.
    drafts_back: RwSignal<u32>,
    /// The copy to which the last taking-in can be undone.
    undo: RwSignal<Option<String>>,
    /// What that said last.
    undoable: StoredValue<Option<Said>>,
    /// What was written down after it, here or by another tab: going back would take it along.
    acts_since: RwSignal<u32>,
    /// The last act was undone from anywhere, and nobody has read that yet.
    is_undone: RwSignal<bool>,
    /// The bar that offers it stands over the page.
    is_undo_offered: RwSignal<bool>,
    signing: signing::Signing,
    /// How many stored values could not be read.
    unreadable: RwSignal<usize>,
    /// What was not kept beside the records, and why, until the user has read it.
    unkept: RwSignal<Option<(Unkept, Failure)>>,
    /// Something was refused because the page stands in a frame.
    was_refused: RwSignal<bool>,
    /// Counts what other tabs did to drafts.
    drafts_changed: RwSignal<u32>,
    /// The edition of the plan on the screen, and those by which records were made.
    edition: StoredValue<Option<Edition>>,
    editions: RwSignal<Editions>,
    recorder: StoredValue<Recorder, LocalStorage>,
}

impl Desk {
    /// Reads what is kept on the device, all at once, where nobody waits for a frame; the page uses [`Opening`].
    #[cfg(feature = "ssr")]
    pub fn new(setup: Setup) -> Self {
        let mut opening = Opening::new(setup);
        loop {
            if let Some(desk) = opening.step() {
                return desk;
            }
        }
    }

    fn over(recorder: Recorder, ledger: Ledger) -> Self {
        let me = Notes::new(&recorder.port, &recorder.place)
            .desk()
            .map(|text| Me::read(&text))
            .unwrap_or_default();
        let is_sample = recorder.store.shelf() == Shelf::Sample;
        let desk = Self {
            own: RwSignal::new(Arc::new(ledger)),
            viewing: RwSignal::new(if is_sample { Viewing::Sample } else { Viewing::Own }),
            is_covered: RwSignal::new(false),
            against: RwSignal::new(Against::Adjusted),
            as_issued: StoredValue::new(None),
            me: RwSignal::new(me),
            saved: RwSignal::new(recorder.store.saved()),
            short_of_room: RwSignal::new(None),
            backed_up: RwSignal::new(recorder.store.backed_up()),
            lent: RwSignal::new(Arc::default()),
            inbox: RwSignal::new(vec![]),
            spent: StoredValue::new(None),
            drafts_back: RwSignal::new(0),
            undo: RwSignal::new(None),
            undoable: StoredValue::new(None),
            acts_since: RwSignal::new(0),
            is_undone: RwSignal::new(false),
            is_undo_offered: RwSignal::new(false),
            signing: signing::Signing::new(),
            unreadable: RwSignal::new(0),
            unkept: RwSignal::new(None),
            was_refused: RwSignal::new(false),
            drafts_changed: RwSignal::new(0),
            edition: StoredValue::new(None),
            editions: RwSignal::default(),
            recorder: StoredValue::new_local(recorder),
        };
        desk.look_after();
        desk
    }

    /// Whether what is written down now goes into the sample ledger.
    pub fn is_sample(&self) -> bool {
        self.recorder.with_value(|recorder| recorder.store.shelf() == Shelf::Sample)
    }

    /// The name of a writer; while the sample is on, one that tells everywhere that it is a sample's.
    pub fn marked(&self, writer: u64) -> u64 {
        self.recorder.with_value(|recorder| recorder.marked(writer))
    }

    /// Takes over the last values of a fill-in link, to stand beside the fields of the form.
    pub fn lend(&self, last: Vec<Batch>) {
        self.lent.set(Arc::new(last));
    }

    /// Puts a receipt that was opened where the review takes it up.
    pub fn put_in_inbox(&self, receipt: Vec<Batch>, stamp: Stamp) {
        self.inbox.update(|inbox| inbox.push((receipt, stamp)));
    }

    /// The period of the first receipt that waits for the review.
    pub fn inbox_month(&self) -> Option<Month> {
        self.inbox.with_untracked(|inbox| {
            inbox.iter().flat_map(|(batches, _)| batches).map(|batch| batch.month).next()
        })
    }

    /// Receipts that were opened and not taken up yet; afterwards there are none.
    pub fn empty_inbox(&self) -> Vec<(Vec<Batch>, Stamp)> {
        self.inbox.try_update_untracked(std::mem::take).unwrap_or_default()
    }

    /// What the form shows beside its fields: one's own ledger, and what came with a fill-in link.
    pub fn with_lent(&self) -> Arc<Ledger> {
        let (own, lent) = (self.ledger(), self.lent.get());
        if lent.is_empty() {
            return own;
        }
        let mut ledger = Arc::unwrap_or_clone(own);
        for batch in lent.iter() {
            ledger.add(batch.clone());
        }
        Arc::new(ledger)
    }

    /// One's own ledger, whatever is looked at.
    pub fn own(&self) -> Arc<Ledger> {
        self.own.get()
    }

    pub fn viewing(&self) -> Viewing {
        self.viewing.get()
    }

    pub fn saved(&self) -> Saved {
        self.saved.get()
    }

    /// What is in use of the storage, once it runs short: before it is full.
    pub fn short_of_room(&self) -> Option<Room> {
        self.short_of_room.get()
    }

    pub fn backed_up(&self) -> BackedUp {
        self.backed_up.get()
    }

    /// How many values on this device could not be read: what is shown, printed and sent lacks them.
    pub fn unreadable(&self) -> usize {
        self.unreadable.get()
    }

    pub fn can_undo(&self) -> bool {
        self.undo.with(Option::is_some)
    }

    /// Whether the bar over the page offers to undo: until somebody closes it or goes to another page.
    pub fn offers_undo(&self) -> bool {
        self.can_undo() && self.is_undo_offered.get()
    }

    /// Puts the bar away; what it offers can still be done where the act was.
    pub fn put_undo_away(&self) {
        if self.is_undo_offered.get_untracked() {
            self.is_undo_offered.set(false);
        }
    }

    /// The moment now, by this device's clock.
    pub fn now(&self) -> Moment {
        self.recorder.with_value(|recorder| Moment((recorder.clock)() / 1000))
    }

    /// What the gate has to know of this page.
    pub fn here(&self) -> Here {
        Here { writer: self.recorder.with_value(Recorder::pen), now: self.now() }
    }

    /// Distance of the plan's time zone from UTC, in minutes.
    pub fn offset(&self) -> i32 {
        self.recorder.with_value(|recorder| recorder.offset)
    }

    /// Writes down entries of an organisation about a period as one batch, and keeps them.
    ///
    /// # Errors
    /// When they could not be kept on the device: they are in the ledger all the same, and
    /// [`Desk::saved`] says that they are only in memory.
    pub fn write(&self, organisation: Id, month: Month, entries: Vec<Entry>) -> (Batch, Result<(), Failure>) {
        // Before it is written: what is noted holds from then on.
        if self.may_act().is_ok() {
            self.note_edition();
        }
        let batch = self.named(organisation, month, entries);
        let kept = self.take([batch.clone()]);
        self.went_on();
        (batch, kept)
    }

    /// Takes in what others wrote; a copy of the ledger from before is kept, so that it can be undone.
    ///
    /// # Errors
    /// As [`Desk::write`].
    pub fn take_in(&self, batches: Vec<Batch>) -> Result<(), Failure> {
        self.take_in_for(Reason::Merge, batches)
    }

    /// Takes in what others wrote together with what is said of it, as one act: both are kept, or neither. Tells
    /// what was written; the copy from before is as with [`Desk::take_in`].
    ///
    /// # Errors
    /// As [`Desk::write`].
    pub fn take_in_judged(
        &self,
        batches: Vec<Batch>,
        organisation: &Id,
        verdicts: Vec<(Month, Vec<Entry>)>,
    ) -> (Vec<Batch>, Result<(), Failure>) {
        let verdicts = verdicts.into_iter();
        let written: Vec<Batch> =
            verdicts.map(|(month, entries)| self.named(organisation.clone(), month, entries)).collect();
        let kept = self.take_in(batches.into_iter().chain(written.iter().cloned()).collect());
        (written, kept)
    }

    /// Writes down entries that bear the name of their batch, as one act that can be undone like a taking-in: `entries`
    /// is told the name under which they will stand.
    ///
    /// # Errors
    /// As [`Desk::write`].
    pub fn take_in_named(
        &self,
        organisation: &Id,
        month: Month,
        entries: impl FnOnce(BatchId) -> Vec<Entry>,
    ) -> Result<(), Failure> {
        let mut batch = self.named(organisation.clone(), month, vec![]);
        batch.entries = entries(batch.id);
        batch.written = self.own.with_untracked(|ledger| ledger.moment_for(&batch));
        self.take_in(vec![batch])
    }

    /// The same for what a backup file holds.
    ///
    /// # Errors
    /// As [`Desk::write`].
    pub fn take_in_backup(&self, batches: Vec<Batch>, made_by: &Editions) -> Result<(), Failure> {
        // What comes was made by its own editions: nothing is written down by the one here.
        self.may_act()?;
        self.join_editions(made_by);
        self.take_in_for(Reason::Import, batches)
    }

    fn take_in_for(&self, reason: Reason, batches: Vec<Batch>) -> Result<(), Failure> {
        self.may_act()?;
        let copied = self.recorder.try_update_value(|recorder| {
            let now = recorder.now();
            recorder.store.keep_generation(reason, now).ok()?;
            recorder.store.generations().ok()?.first().map(|copy| copy.key.clone())
        });
        self.undo.set(copied.flatten());
        self.spent.set_value(None);
        let said = batches.last().and_then(|batch| batch.entries.first());
        self.undoable.set_value(said.map(|entry| entry.said.clone()));
        self.acts_since.set(0);
        self.is_undone.set(false);
        self.is_undo_offered.set(true);
        if reason != Reason::Import {
            self.note_edition();
        }
        self.take_noted(batches)
    }

    /// Goes back to before the last taking-in.
    ///
    /// # Errors
    /// When the copy is gone or cannot be written back: the ledger is as it was.
    pub fn undo(&self) -> Result<(), Failure> {
        let Some(key) = self.undo.get_untracked() else { return Ok(()) };
        self.restore(&key)?;
        self.undo.set(None);
        self.give_back_draft();
        Ok(())
    }

    /// Goes back to a copy; the present one is kept as a copy first.
    ///
    /// # Errors
    /// As [`Desk::undo`].
    pub fn restore(&self, key: &str) -> Result<(), Failure> {
        self.may_act()?;
        let outcome = self.recorder.try_update_value(|recorder| {
            let now = recorder.now();
            recorder.store.restore(key, now)
        });
        self.refold();
        self.went_on();
        outcome.unwrap_or(Err(Failure::Vanished))
    }

    /// Tries again to keep what is only in memory.
    pub fn retry(&self) {
        if self.may_act().is_err() {
            return;
        }
        let is_rescued = self.recorder.try_update_value(|recorder| {
            let now = recorder.now();
            let kept = recorder.store.retry(now);
            let is_missing = kept.is_ok() && matches!(recorder.store.saved(), Saved::No { .. });
            is_missing && recorder.store.rescue(now).is_ok()
        });
        // What was written back was read anew before, with what other tabs have written meanwhile.
        if is_rescued == Some(true) { self.refold() } else { self.look_after() }
    }

    /// What was typed into a form and not recorded yet.
    pub fn draft(&self, form: &str) -> Option<String> {
        self.recorder.with_value(|recorder| Notes::new(&recorder.port, &recorder.place).draft(form))
    }

    /// Every draft on this device, by the name of its form.
    pub fn drafts(&self) -> Vec<(String, String)> {
        self.recorder.with_value(|recorder| Notes::new(&recorder.port, &recorder.place).drafts())
    }

    /// Another number whenever another tab wrote or removed drafts.
    pub fn drafts_changed(&self) -> u32 {
        self.drafts_changed.get()
    }

    /// Keeps what was typed; an empty text removes it.
    ///
    /// # Errors
    /// When there is no room: the form still has it.
    pub fn keep_draft(&self, form: &str, text: &str) -> Result<(), Failure> {
        self.recorder
            .with_value(|recorder| Notes::new(&recorder.port, &recorder.place).keep_draft(form, text))
    }

    /// Notes who the user says he is; what could not be kept of it is told.
    pub fn set_me(&self, me: Me) {
        if self.may_act().is_err() {
            return;
        }
        let kept = self
            .recorder
            .with_value(|recorder| Notes::new(&recorder.port, &recorder.place).keep_desk(&me.written()));
        self.tell_unkept(Unkept::Note(Kind::Desk), kept);
        self.me.set(me);
    }

    /// Hears what another tab wrote. What that strikes out leaves what this tab has stored, too.
    pub fn heard(&self, key: Option<&str>, value: Option<&str>) {
        let is_draft =
            |key| self.recorder.with_value(|recorder| recorder.place.kind_of(key) == Some(Kind::Draft));
        if key.is_none_or(is_draft) {
            self.drafts_changed.update(|count| *count += 1);
        }
        let heard = self.recorder.try_update_value(|recorder| {
            let heard = recorder.store.heard(key, value);
            let now = recorder.now();
            recorder.store.strike_out(now);
            heard
        });
        match heard {
            Some(Heard::New(batches)) => {
                self.add(batches.into_iter().map(Arc::unwrap_or_clone));
                self.went_on();
            }
            Some(Heard::Replaced) => {
                self.refold();
                self.went_on();
            }
            _ => {}
        }
        self.look_after();
    }

    fn went_on(&self) {
        self.acts_since.update(|acts| *acts = acts.saturating_add(1));
    }

    /// The next batch of this page. It comes after what it speaks about, whatever the clock says.
    fn named(&self, organisation: Id, month: Month, entries: Vec<Entry>) -> Batch {
        let person = self.me.with_untracked(|me| me.person.clone());
        let batch =
            self.recorder.try_update_value(|recorder| recorder.batch(organisation, month, person, entries));
        let mut batch = batch.expect("a desk lives as long as the page");
        batch.written = self.own.with_untracked(|ledger| ledger.moment_for(&batch));
        batch
    }

    fn take(&self, batches: impl IntoIterator<Item = Batch> + Clone) -> Result<(), Failure> {
        self.may_act()?;
        self.note_edition();
        self.take_noted(batches)
    }

    /// The same once it is noted by which edition it was made.
    fn take_noted(&self, batches: impl IntoIterator<Item = Batch> + Clone) -> Result<(), Failure> {
        let kept = self.recorder.try_update_value(|recorder| {
            let now = recorder.now();
            recorder.store.append(batches.clone().into_iter().map(Arc::new), now).map(drop)
        });
        self.add(batches);
        self.look_after();
        kept.unwrap_or(Err(Failure::Vanished))
    }

    fn add(&self, batches: impl IntoIterator<Item = Batch>) {
        self.own.update(|ledger| {
            let ledger = Arc::make_mut(ledger);
            for batch in batches {
                ledger.add(batch);
            }
        });
    }

    fn reopen(&self, shelf: Shelf) {
        self.recorder.update_value(|recorder| {
            recorder.store = Store::open(
                recorder.port.clone(),
                BatchCodec,
                recorder.place.clone(),
                shelf,
                recorder.writer,
            );
        });
        self.undo.set(None);
        self.refold();
    }

    fn refold(&self) {
        self.own.set(Arc::new(self.recorder.with_value(Recorder::fold)));
        self.look_after();
    }

    fn look_after(&self) {
        let (saved, backed_up) =
            self.recorder.with_value(|recorder| (recorder.store.saved(), recorder.store.backed_up()));
        let unreadable = self.recorder.with_value(|recorder| recorder.store.unreadable());
        if self.unreadable.get_untracked() != unreadable {
            self.unreadable.set(unreadable);
        }
        if self.saved.get_untracked() != saved {
            self.saved.set(saved);
        }
        if self.backed_up.get_untracked() != backed_up {
            self.backed_up.set(backed_up);
        }
        let room =
            self.recorder.with_value(|recorder| Room::of(&recorder.port)).ok().filter(|room| room.is_short());
        if self.short_of_room.get_untracked() != room {
            self.short_of_room.set(room);
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
