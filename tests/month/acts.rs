//! What people do in a month, each act done by the product's models and told to the reference.

use crate::agreement;
use crate::reference::{Items, Reference, Report, Verdict, last_sent};
use crate::site::Site;
use planboard::gate::{Door, pass};
use planboard::ledger::{Batch, BatchId, Said, Stage};
use planboard::link::Kind;
use planboard::link::message::{self, Carried};
use planboard::page::month::dispatch::{give_back, lock};
use planboard::page::month::form::{self, Choice as Said1, Draft, Sheet, Undo};
use planboard::page::month::problems::closing;
use planboard::page::month::review::{self, Choice, Extent, Receipt, paste::paste};
use planboard::page::shared::problems::{self, About};
use planboard::plan::{Day, Month, PlanIndex};
use planboard::standing::AsOf;
use planboard::standing::duty::{self, Duty};
use planboard::text::Language::Zh;
use std::collections::{BTreeMap, BTreeSet};

/// Who reports in a plan; the first has two devices.
pub type Units = [&'static str; 3];
const OWNERS: [usize; 4] = [0, 1, 2, 0];
pub const MONTHS: [&str; 3] = ["2024-07", "2024-08", "2024-09"];
pub const OFFSET: i32 = 480;
/// The morning of 2024-10-01.
const START: u64 = 1_727_740_800;

/// A unit's phone: its ledger, and the forms that are open in its tabs.
struct Device {
    site: Site,
    unit: usize,
    /// What was sent from here or came back to here.
    reports: Vec<Report>,
    /// By month: what each tab has, and what is typed by the reference.
    forms: BTreeMap<Month, Open>,
}

struct Open {
    tabs: [(Draft, Draft); 2],
    typed: Items,
    problems: BTreeSet<u32>,
    taken_back: BTreeSet<u32>,
}

/// A receipt on its way, as it stands in the chat.
#[derive(Clone)]
struct Mail {
    text: String,
    reports: Vec<Report>,
}

pub struct World<'a> {
    pub plan: &'a PlanIndex,
    pub units: Units,
    pub officer: Site,
    pub reference: Reference,
    devices: Vec<Device>,
    chat: Vec<Mail>,
    undo: Option<(String, Reference)>,
    pub now: u64,
    chance: u64,
    count: u64,
    problem: u32,
    is_told: bool,
    is_changed: bool,
    /// How often a slip was sent.
    pub slips: u32,
    /// What each unit may report of each period.
    pub duties: BTreeMap<(usize, Month), Duty<'a>>,
}

impl<'a> World<'a> {
    pub fn new(plan: &'a PlanIndex, units: Units, number: u64, is_told: bool) -> Self {
        let device = |at: usize| Device {
            site: Site::new(plan, 100 + at as u64),
            unit: OWNERS[at],
            reports: vec![],
            forms: BTreeMap::new(),
        };
        Self {
            plan,
            units,
            officer: Site::new(plan, 4242),
            reference: Reference::default(),
            devices: (0..OWNERS.len()).map(device).collect(),
            chat: vec![],
            undo: None,
            now: START,
            chance: number,
            count: 0,
            problem: 0,
            is_told,
            is_changed: true,
            slips: 0,
            duties: every().map(|at| (at, duty::answerable(plan, units[at.0], at.1))).collect(),
        }
    }

    /// SplitMix64.
    fn below(&mut self, bound: usize) -> usize {
        self.chance = self.chance.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.chance;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((value ^ (value >> 31)) % bound.max(1) as u64) as usize
    }

    fn month(&mut self) -> Month {
        Month::parse(MONTHS[self.below(MONTHS.len())]).expect("a month")
    }

    pub fn today(&self) -> Day {
        planboard::ledger::Moment(self.now).day(OFFSET)
    }

    pub fn as_of(&self) -> AsOf<'_> {
        AsOf {
            plan: self.plan,
            ledger: &self.officer.ledger,
            today: self.today(),
            offset: OFFSET,
            language: Zh,
        }
    }

    fn say(&self, what: std::fmt::Arguments) {
        if self.is_told {
            eprintln!("{:>3} {} {what}", self.count, self.today());
        }
    }

    pub fn act(&mut self) {
        self.now += 60 + self.below(20_000) as u64;
        self.count += 1;
        match self.below(21) {
            0..=4 => self.fill(),
            5 => self.paste(),
            6 | 7 => self.problem(),
            8..=10 => self.send(),
            11..=13 => self.accept(),
            14 | 15 => self.give_back(),
            16 => self.accept_clear(),
            17 => self.lock(),
            18 if self.below(2) == 0 => self.undo(),
            18 => self.reload(),
            19 => self.close(),
            _ => self.slip(),
        }
        // Where the officer did nothing, nothing stands otherwise.
        if self.is_changed {
            self.is_changed = false;
            for (unit, month) in every() {
                agreement::figures(self, unit, month);
            }
            agreement::problems(self);
        }
    }

    pub fn ends(&mut self, is_thorough: bool) {
        self.send();
        self.officer.reload(9_000 + self.count);
        for (unit, month) in every() {
            agreement::standing(self, unit, month);
        }
        if is_thorough {
            MONTHS.iter().for_each(|month| agreement::pages(self, Month::parse(month).expect("a month")));
        }
    }

    fn sheet(&self, device: usize, month: Month) -> Sheet {
        let Device { site, unit, .. } = &self.devices[device];
        form::sheet(self.plan, &site.ledger, self.units[*unit], month, Some(self.today()), Zh)
            .expect("a form")
    }

    /// Opens the form: with the kept draft, else with what was sent.
    fn open(&mut self, device: usize, month: Month) {
        let one = &mut self.devices[device];
        if one.forms.contains_key(&month) {
            return;
        }
        let kept = one.site.draft(&key(month)).map(|text| Draft::read(&text).expect("as it was written"));
        assert!(kept.is_none(), "a draft without a form");
        let begun = form::sent(&one.site.ledger, self.units[one.unit], month);
        let typed = last_sent(&one.reports, |report| report.month == month);
        assert_eq!(
            begun.as_ref().map(items).unwrap_or_default(),
            typed,
            "the form does not begin as it was sent"
        );
        let draft = begun.unwrap_or_default();
        let problems = draft.problems.iter().map(|one| number(&one.text)).collect();
        let tabs = [(draft.clone(), draft.clone()), (draft.clone(), draft)];
        one.forms.insert(month, Open { tabs, typed, problems, taken_back: BTreeSet::new() });
    }

    /// Types in one of two tabs of a form; the other's fields stay.
    fn types(&mut self, device: usize, month: Month, change: impl Fn(&mut Draft)) {
        let hears = self.below(2) == 0;
        self.types_in(device, month, hears, change);
    }

    fn types_in(&mut self, device: usize, month: Month, hears: bool, change: impl Fn(&mut Draft)) {
        let tab = self.below(2);
        let one = &mut self.devices[device];
        let open = one.forms.get_mut(&month).expect("it is open");
        let (base, draft) = &mut open.tabs[tab];
        let kept = one.site.draft(&key(month));
        let kept = kept.map_or_else(|| base.clone(), |text| Draft::read(&text).expect("as it was written"));
        // Heard at once, or late, when this tab writes itself; what stands in a field already is typed by nobody.
        let mut typed = draft.clone();
        change(&mut typed);
        let says = |draft: &Draft, id: &String| items(draft).get(id).cloned();
        let is_same = items(&typed)
            .keys()
            .any(|id| says(&typed, id) == says(draft, id) && says(&kept, id) != says(draft, id));
        if hears || is_same {
            *draft = form::merged(base, draft, &kept);
            *base = kept.clone();
        }
        change(draft);
        *draft = form::merged(base, draft, &kept);
        *base = draft.clone();
        one.site.keep_draft(&key(month), &draft.write());
        let read = Draft::read(&one.site.draft(&key(month)).expect("kept")).expect("as it was written");
        assert_eq!(items(&read), open.typed, "what was typed is not what is kept");
        let told = read.problems.iter().filter(|one| !one.is_withdrawn).map(|one| number(&one.text));
        assert_eq!(told.collect::<BTreeSet<u32>>(), open.problems, "the problems of two tabs");
    }

    fn types_figure(&mut self, device: usize, month: Month, id: &str, value: &str) {
        let note = format!("更正{}", self.count);
        let open = self.devices[device].forms.get_mut(&month).expect("it is open");
        open.typed.insert(id.to_owned(), value.to_owned());
        self.types(device, month, |draft| {
            let figure = draft.figure_mut(id);
            (figure.choice, figure.text, figure.note) = (Said1::Value, value.to_owned(), note.clone());
        });
    }

    fn some_form(&mut self) -> (usize, Month) {
        let (device, month) = (self.below(OWNERS.len()), self.month());
        self.open(device, month);
        (device, month)
    }

    fn fill(&mut self) {
        let (device, month) = self.some_form();
        let sheet = self.sheet(device, month);
        for _ in 0..1 + self.below(4) {
            let (figures, stages) = (sheet.figures.len(), sheet.staged().count());
            let at = self.below(figures + stages);
            let value = (self.below(90) + 10).to_string();
            let note = format!("更正{}", self.count);
            let stage = [Stage::NotStarted, Stage::Underway, Stage::Done][self.below(3)];
            let choice = Said1::ALL[self.below(6).saturating_sub(2)];
            let open = self.devices[device].forms.get_mut(&month).expect("it is open");
            match sheet.figures.get(at) {
                Some(asked) => {
                    let choice = match asked.last {
                        None if choice == Said1::NoChange => Said1::Value,
                        _ => choice,
                    };
                    let said = if choice == Said1::Value { value.clone() } else { choice.slug().to_owned() };
                    open.typed.insert(asked.id.clone(), said);
                    self.types(device, month, |draft| {
                        let figure = draft.figure_mut(&asked.id);
                        (figure.choice, figure.text, figure.note) = (choice, value.clone(), note.clone());
                    });
                }
                None => {
                    let Some(staged) = sheet.staged().nth(at - figures) else { continue };
                    let stage = if staged.stages.contains(&stage) { stage } else { Stage::Underway };
                    open.typed.insert(staged.id.clone(), format!("{stage:?}"));
                    self.types(device, month, |draft| draft.step_mut(&staged.id).stage = Some(stage));
                }
            }
        }
        self.say(format_args!(
            "device {device} fills {month}: {:?}",
            self.devices[device].forms[&month].typed
        ));
    }

    /// Pastes a table of names and figures; now and then takes it back.
    fn paste(&mut self) {
        let (device, month) = self.some_form();
        let sheet = self.sheet(device, month);
        let mut rows = vec![];
        for asked in sheet.figures.iter().filter(|asked| asked.is_due) {
            let value = (self.below(90) + 10).to_string();
            rows.push((asked.id.clone(), asked.names[0].clone(), value));
        }
        let text: String = rows.iter().map(|(_, name, value)| format!("{name}\t{value}\n")).collect();
        let block = form::Block { text, ..form::Block::default() };
        let pasted = form::paste::paste(&sheet, &block, &Default::default());
        let takes_back = self.below(3) == 0;
        let taken: Items = pasted.taken().map(|one| (one.item.clone(), one.told_value())).collect();
        for (id, value) in &taken {
            assert!(rows.iter().any(|(of, _, typed)| (of, typed) == (id, value)), "{id} {value} of {rows:?}");
        }
        let open = self.devices[device].forms.get_mut(&month).expect("it is open");
        if !takes_back {
            open.typed.extend(taken);
        }
        let note = format!("更正{}", self.count);
        self.types(device, month, |draft| {
            let before = items(draft);
            let undo: Undo = pasted.fill(draft);
            if takes_back {
                undo.undo(draft);
                assert_eq!(items(draft), before, "a pasted table was not taken back");
            } else {
                pasted.taken().for_each(|one| draft.figure_mut(&one.item).note.clone_from(&note));
            }
        });
        self.say(format_args!("device {device} pastes {month}"));
    }

    /// Adds a problem, or takes one back.
    fn problem(&mut self) {
        let (device, month) = self.some_form();
        self.problem += 1;
        let new = self.problem;
        let takes_back = self.below(3) == 0;
        let open = self.devices[device].forms.get_mut(&month).expect("it is open");
        let old = open.problems.first().copied().filter(|_| takes_back);
        match old {
            Some(old) => {
                open.problems.remove(&old);
                open.taken_back.insert(old);
            }
            None => _ = open.problems.insert(new),
        }
        // Nobody takes out what he does not see.
        self.types_in(device, month, true, |draft| match old {
            Some(old) => {
                let known = draft.problems.iter().find(|one| number(&one.text) == old).map(|one| one.number);
                known.into_iter().for_each(|known| draft.remove_problem(known));
            }
            None => {
                let added = draft.add_problem();
                draft.problem_mut(added).expect("just added").text = format!("问题{new}");
            }
        });
        self.say(format_args!("device {device} {month}: problem {new}, takes back {old:?}"));
    }

    fn send(&mut self) {
        let (device, month) = self.some_form();
        self.sends(device, month);
    }

    /// Makes the receipt of a form and says it in the chat; none where the form does not let it be made.
    fn sends(&mut self, device: usize, month: Month) -> Option<Mail> {
        let sheet = self.sheet(device, month);
        let now = self.now;
        let one = &mut self.devices[device];
        let text = one.site.draft(&key(month));
        let draft = match &text {
            Some(text) => Draft::read(text).expect("as it was written"),
            None => one.forms[&month].tabs[0].1.clone(),
        };
        let entries = match form::entries(&sheet, &draft) {
            Ok(entries) => entries,
            Err(faults) => {
                let words = format!("device {device} cannot send {month}: {faults:?}");
                self.say(format_args!("{words}"));
                return None;
            }
        };
        let progress = form::progress(&sheet, &draft, Zh);
        let said = entries.iter().map(|entry| &entry.said);
        let (unit, ledger) = (self.units[one.unit], &one.site.ledger);
        let whole = planboard::standing::Completeness::in_statements(self.plan, ledger, unit, month, said);
        assert_eq!(
            (progress.asked, progress.missing),
            (whole.asked, whole.missing.len()),
            "the form counts otherwise than the receipt"
        );
        let open = one.forms.remove(&month).expect("it is open");
        let batch = one.site.named(now, unit, &format!("王{device}"), month, entries);
        one.site.take(now, [batch.clone()]);
        one.site.keep_draft(&key(month), "");
        // What was added and taken out before it was sent was never told.
        let was_sent = |number: &u32| one.reports.iter().any(|report| report.problems.contains(number));
        let report = Report {
            id: batch.id,
            at: batch.written,
            unit: one.unit,
            month,
            items: open.typed,
            taken_back: open.taken_back.iter().copied().filter(was_sent).collect(),
            problems: open.problems,
            verdict: Verdict::None,
            was_returned: false,
            by: 0,
            let_go: BTreeSet::new(),
        };
        one.reports.push(report);
        let handed = form::handed(&one.site.ledger, &batch);
        let reports = handed.iter().map(|batch| {
            let of = one.reports.iter().find(|report| report.id == batch.id);
            of.expect("what is handed was sent").clone()
        });
        let reports: Vec<Report> = reports.collect();
        let link = message::seal(Kind::Receipt, self.plan, &handed).expect("short enough");
        let text = format!("王{device} 8:0{device}\n{month} 回执：\nhttp://x/#{link}\n");
        let sent = reports.last().expect("itself").clone();
        let mail = Mail { text, reports };
        self.chat.push(mail.clone());
        self.say(format_args!(
            "device {device} sends {month} as {:?}: {:?} problems {:?} taken back {:?}",
            sent.id, sent.items, sent.problems, sent.taken_back
        ));
        Some(mail)
    }

    /// The receipts in the chat's text, looked through.
    fn review(&self, mails: &[Mail]) -> Vec<Receipt> {
        let text: String = mails.iter().map(|mail| mail.text.as_str()).collect();
        let pasted = paste(self.plan, &text, Zh);
        assert!(pasted.faults.is_empty(), "{:?}", pasted.faults);
        let all = review::review(self.as_of(), self.officer.here(self.now), &pasted.received).receipts;
        for receipt in &all {
            let reported = receipt.batches.iter().flat_map(|batch| &batch.entries);
            let count = reported.filter(|entry| entry.said != Said::Submission).count();
            assert_eq!(count, receipt.items.len() + receipt.apart.len(), "the review leaves something out");
            assert!(receipt.apart.is_empty(), "{:?}", receipt.apart);
            let said = || receipt.batches.iter().flat_map(|batch| &batch.entries).map(|entry| &entry.said);
            let ledger = &self.officer.ledger;
            let (unit, month) = (&*receipt.organisation, receipt.month);
            let whole =
                planboard::standing::Completeness::in_statements(self.plan, ledger, unit, month, said());
            assert_eq!(whole.is_whole(), receipt.is_whole(), "the review counts otherwise");
        }
        all
    }

    fn record(
        &mut self,
        batches: Vec<Batch>,
        verdicts: Vec<(Month, Vec<planboard::ledger::Entry>)>,
    ) -> Vec<Batch> {
        let now = self.now;
        self.is_changed = true;
        let officer = &mut self.officer;
        let issuer = self.plan.issuer.clone();
        let written: Vec<Batch> = verdicts
            .into_iter()
            .map(|(month, said)| officer.named(now, &issuer, "李科", month, said))
            .collect();
        let key = officer.copy(now);
        self.undo = Some((key, self.reference.clone()));
        self.officer.take(now, batches.into_iter().chain(written.iter().cloned()));
        written
    }

    fn some_mail(&mut self) -> Option<Mail> {
        let at = self.below(self.chat.len());
        self.chat.get(at).cloned()
    }

    fn accept(&mut self) {
        let Some(mail) = self.some_mail() else { return };
        self.accept_mail(&mail);
    }

    fn accept_mail(&mut self, mail: &Mail) {
        let receipts = self.review(std::slice::from_ref(mail));
        let [receipt] = &receipts[..] else { panic!("{} receipts", receipts.len()) };
        let is_new = mail.reports.iter().any(|one| !self.reference.reports.contains_key(&one.id));
        // Now and then the officer lets go what an earlier receipt held; not under a lock, where nothing of it would count.
        let keeps = self.below(5) > 0 || self.reference.locks.contains_key(&receipt.month);
        let chosen = [(receipt, Choice { extent: Extent::Allowed, keeps })];
        let accepting = review::accept(&chosen, "不保留");
        self.say(format_args!(
            "officer accepts {:?}, of {} dropped it keeps: {keeps}",
            mail.reports.iter().map(|one| one.id).collect::<Vec<_>>(),
            receipt.dropped.len()
        ));
        self.record(accepting.batches, accepting.verdicts);
        if is_new && !keeps {
            self.reference.let_go(&mail.reports);
        }
        self.reference.accept(self.count, &mail.reports, is_new && keeps);
    }

    /// A clerk reports ten times what stands of the month before. Nothing refuses it, but the officer is told at its
    /// line; one press for all leaves it where it is, and accepting it by itself takes it.
    fn slip(&mut self) {
        let (device, month) = self.some_form();
        let unit = self.devices[device].unit;
        let asked: Vec<String> = self.sheet(device, month).figures.into_iter().map(|one| one.id).collect();
        let Some(id) = asked.get(self.below(asked.len())).cloned() else { return };
        let stands = |world: &Self| {
            let before = world.reference.standing(unit, month.plus(-1));
            before.get(&id)?.parse::<u64>().ok().filter(|value| (1..10_000).contains(value))
        };
        if stands(self).is_none() && MONTHS[0] < &*month.to_string() {
            self.open(device, month.plus(-1));
            let value = self.below(90) + 10;
            self.types_figure(device, month.plus(-1), &id, &value.to_string());
            let Some(mail) = self.sends(device, month.plus(-1)) else { return };
            self.accept_mail(&mail);
            self.count += 1;
        }
        let Some(value) = stands(self) else { return };
        self.types_figure(device, month, &id, &(value * 10).to_string());
        let Some(mail) = self.sends(device, month) else { return };
        let last = mail.reports.last().expect("itself").id;
        self.say(format_args!("ten times {value} of {id} in {last:?}"));
        // What else the unit sent of other months is held against it as well, and may be as high.
        let is_apart = |one: &&Mail| one.reports[0].unit != unit || one.reports[0].month == month;
        let mails: Vec<Mail> = self.chat.iter().filter(is_apart).cloned().collect();
        let receipts = self.review(&mails);
        let is_it = |one: &&Receipt| {
            one.batches.iter().map(|batch| batch.id).eq(mail.reports.iter().map(|one| one.id))
        };
        let receipt = receipts.iter().find(is_it).expect("the receipt of the slip");
        let is_told = |item: &review::Item| {
            item.entry.batch == last && item.warnings.iter().any(|one| one.contains("十倍以上"))
        };
        assert!(receipt.items.iter().any(is_told), "ten times last month's {id} is not told: {receipt:?}");
        let taken = self.accept_clear_of(&mails);
        let ids: Vec<_> = mail.reports.iter().map(|one| one.id).collect();
        assert!(!taken.contains(&ids), "a slip went in unseen");
        self.slips += 1;
        if self.below(3) > 0 {
            self.count += 1;
            self.accept_mail(&mail);
        }
    }

    fn accept_clear(&mut self) {
        let mails = self.chat.clone();
        self.accept_clear_of(&mails);
    }

    /// One press for all about which there is nothing to decide; the receipts that it took, by their reports.
    fn accept_clear_of(&mut self, mails: &[Mail]) -> Vec<Vec<BatchId>> {
        let receipts = self.review(mails);
        let clear: Vec<(&Receipt, Choice)> =
            receipts.iter().filter(|one| one.is_clear()).map(|one| (one, Choice::default())).collect();
        assert!(clear.iter().all(|(one, _)| one.warnings() == 0 && one.dropped.is_empty()));
        if clear.is_empty() {
            return vec![];
        }
        let accepting = review::accept(&clear, "");
        let taken = accepting.receipts.clone();
        self.say(format_args!("officer accepts with one press {taken:?}"));
        self.record(accepting.batches, accepting.verdicts);
        let mut all = BTreeSet::new();
        for ids in &taken {
            let mail =
                mails.iter().find(|mail| mail.reports.iter().map(|one| one.id).eq(ids.iter().copied()));
            let reports = mail.expect("a receipt of the chat").reports.clone();
            self.reference.accept(self.count, &reports, false);
            all.extend(ids);
        }
        self.reference.acts.insert(self.count, all);
        taken
    }

    fn give_back(&mut self) {
        let Some(mail) = self.some_mail() else { return };
        let receipts = self.review(std::slice::from_ref(&mail));
        let receipt = &receipts[0];
        let entries = review::return_entries(receipt, "请核").expect("a reason");
        self.say(format_args!(
            "officer returns {:?}",
            mail.reports.iter().map(|one| one.id).collect::<Vec<_>>()
        ));
        let (batches, month) = (review::returned(receipt), receipt.month);
        let sent = receipt.batches.clone();
        let written = self.record(batches, vec![(month, entries)]);
        self.reference.give_back(self.count, &mail.reports);
        let all: Vec<Batch> = sent.into_iter().chain(written).collect();
        let link = message::seal(Kind::Returned, self.plan, &all).expect("short enough");
        let unit = mail.reports[0].unit;
        let devices: Vec<usize> = (0..OWNERS.len()).filter(|at| OWNERS[*at] == unit).collect();
        let device = devices[self.below(devices.len())];
        self.opens_return(device, &link, &mail.reports);
        self.made_again(unit, month);
    }

    /// The link of the return can be made again from the ledger, with at least the report that came last.
    fn made_again(&self, unit: usize, month: Month) {
        let latest = self.reference.of(unit, month).last().copied().cloned();
        let again = give_back::returned(self.as_of(), self.units[unit], month);
        if let Some(latest) = latest {
            assert_eq!(again.is_some(), latest.verdict == Verdict::Returned, "the return link");
            if let Some((batches, reason)) = again {
                assert!(batches.iter().any(|batch| batch.id == latest.id) && reason == "请核");
            }
        }
    }

    fn opens_return(&mut self, device: usize, link: &str, reports: &[Report]) {
        let Some(Ok(Message::Returned(batches, _))) = message::open(link, self.plan) else {
            panic!("no return")
        };
        let now = self.now;
        let one = &mut self.devices[device];
        let passage = pass(self.plan, &one.site.ledger, one.site.here(now), Door::Return, &batches);
        assert!(passage.apart.is_empty() && passage.refused.is_empty(), "{passage:?}");
        one.site.take(now, passage.taken);
        for report in reports {
            if one.reports.iter().all(|known| known.id != report.id) {
                one.reports.push(report.clone());
            }
        }
        // A form that is open without anything typed is read anew; else it goes on.
        let month = reports[0].month;
        if one.site.draft(&key(month)).is_none() {
            one.forms.remove(&month);
        }
    }

    fn lock(&mut self) {
        let month = self.month();
        let is_locked = self.reference.locks.contains_key(&month);
        let entries = match is_locked && self.below(2) == 0 {
            true => {
                self.reference.locks.remove(&month);
                lock::unlock_entries(&self.officer.ledger, month, "补报")
            }
            false => {
                self.reference.lock(month);
                vec![lock::lock_entry(&self.officer.ledger, month)]
            }
        };
        self.say(format_args!(
            "officer locks or unlocks {month}: {}",
            self.reference.locks.contains_key(&month)
        ));
        let issuer = self.plan.issuer.clone();
        self.is_changed = true;
        let now = self.now;
        let batch = self.officer.named(now, &issuer, "李科", month, entries);
        self.officer.take(now, [batch]);
    }

    fn undo(&mut self) {
        let Some((key, reference)) = self.undo.take() else { return };
        self.say(format_args!("officer undoes"));
        let now = self.now;
        self.is_changed = true;
        self.officer.restore(now, &key);
        self.reference = reference;
    }

    fn reload(&mut self) {
        self.say(format_args!("everybody reloads"));
        let writer = 10_000 + self.count * 10;
        self.officer.reload(writer);
        self.is_changed = true;
        for (one, at) in self.devices.iter_mut().zip(1..) {
            one.site.reload(writer + at);
            for (month, open) in &mut one.forms {
                if let Some(text) = one.site.draft(&key(*month)) {
                    let draft = Draft::read(&text).expect("as it was written");
                    open.tabs = [(draft.clone(), draft.clone()), (draft.clone(), draft)];
                }
            }
        }
    }

    /// Closes the first open problem with a sentence.
    fn close(&mut self) {
        let listed = problems::list(self.as_of(), About::Everything);
        let Some(row) = listed.open.first() else { return };
        let entries = closing::close(&row.ids, "已协调", "").expect("a sentence");
        let (month, issuer, now) = (row.month, self.plan.issuer.clone(), self.now);
        self.say(format_args!("officer closes {}", row.text.words));
        self.is_changed = true;
        let batch = self.officer.named(now, &issuer, "李科", month, entries);
        self.officer.take(now, [batch]);
        let listed = problems::list(self.as_of(), About::Everything);
        assert!(listed.closed.iter().any(|one| one.text == row.text) || row.text.words.is_empty());
    }
}

/// Every unit and period.
fn every() -> impl Iterator<Item = (usize, Month)> {
    let months = || MONTHS.iter().map(|month| Month::parse(month).expect("a month"));
    (0..3).flat_map(move |unit| months().map(move |month| (unit, month)))
}

fn key(month: Month) -> String {
    month.to_string()
}

pub fn number(text: &str) -> u32 {
    text.trim_start_matches("问题").parse().expect("a problem of this test")
}

/// What a draft says of each item.
fn items(draft: &Draft) -> Items {
    let figures = draft.figures.iter().filter(|(_, figure)| figure.is_filled()).map(|(id, figure)| {
        let said =
            if figure.choice == Said1::Value { figure.text.clone() } else { figure.choice.slug().into() };
        (id.clone(), said)
    });
    let stages = draft.steps.iter().filter_map(|(id, step)| Some((id.clone(), format!("{:?}", step.stage?))));
    figures.chain(stages).collect()
}

/// A figure that a table gave.
trait ToldValue {
    fn told_value(&self) -> String;
}

impl ToldValue for planboard::rows::Taken {
    fn told_value(&self) -> String {
        match &self.told {
            planboard::rows::Told::Value(value) => value.to_string(),
            other => format!("{other:?}"),
        }
    }
}
