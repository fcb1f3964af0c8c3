//! What the people do, each act by what a person finds on the page, and told to the reference.

use super::Chance;
use super::checks::{self, set, starting, value};
use super::reference::{Items, Reference, Report, Verdict, last_sent};
use crate::month::{PERIOD, fill_in_link, link};
use crate::plans;
use crate::storage::{Content, keep, signed};
use planboard::link::message::{self, Message};
use planboard::plan::{Month, PlanIndex};
use planboard_browser_tests::wait::until;
use planboard_browser_tests::{Look, Page, Site};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

pub const UNITS: [&str; 2] = ["haicheng", "taian"];
/// What is filled in; both are figures of which each district reports its share.
pub const ITEMS: [&str; 2] = ["alliances", "carriers"];
const REASON: &str = "请核对后再报";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Fill,
    FillInSecondTab,
    Problem,
    TakeBack,
    Send,
    Accept,
    Return,
    Undo,
    ClerkReloads,
    OfficerReloads,
}

impl Act {
    pub const ALL: [Self; 10] = [
        Self::Fill,
        Self::FillInSecondTab,
        Self::Problem,
        Self::TakeBack,
        Self::Send,
        Self::Accept,
        Self::Return,
        Self::Undo,
        Self::ClerkReloads,
        Self::OfficerReloads,
    ];
}

pub struct Clerk {
    pub page: Page,
    /// What was sent from here.
    reports: BTreeSet<planboard::ledger::BatchId>,
    /// What has been typed, as it has to stand in the form.
    pub typed: Items,
    pub problems: BTreeSet<u32>,
    taken_back: BTreeSet<u32>,
}

/// A receipt as it stands in the chat.
#[derive(Clone)]
pub struct Mail {
    text: String,
    pub unit: usize,
    pub reports: Vec<Report>,
}

pub struct World {
    pub plan: PlanIndex,
    pub site: Site,
    pub officer: Page,
    pub clerks: Vec<Clerk>,
    pub reference: Reference,
    /// Everything that was ever sent.
    sent: BTreeMap<planboard::ledger::BatchId, Report>,
    chat: Vec<Mail>,
    before: Option<Reference>,
    chance: Chance,
    count: u32,
    is_told: bool,
}

/// The text with a link of that kind, in the field from which it is copied.
fn carried(page: &Page, kind: &str) -> String {
    until(&format!("a text with {kind}"), || {
        let all: Vec<String> = page.all("textbox", None).iter().map(|field| value(page, field)).collect();
        let text = all.iter().find(|text| text.contains(kind)).cloned();
        text.ok_or_else(|| format!("{all:?}"))
    })
}

pub fn month() -> Month {
    Month::parse("2024-08").expect("a month")
}

impl World {
    /// The officer has given a name and sent each clerk the link to the form, which they have opened.
    pub fn new(chance: Chance, is_told: bool) -> Self {
        let site = Site::release();
        let plan = plans::shipped();
        let officer = Page::new(Look::DESKTOP);
        keep(&officer, &signed(Content::new()));
        officer.open(&site.address(PERIOD));
        let clerks = UNITS.map(|unit| {
            let page = Page::new(Look::DESKTOP);
            page.open(&fill_in_link(&officer, &checks::unit_name(&plan, unit)));
            Clerk {
                page,
                reports: BTreeSet::new(),
                typed: Items::new(),
                problems: BTreeSet::new(),
                taken_back: BTreeSet::new(),
            }
        });
        Self {
            plan,
            site,
            officer,
            clerks: clerks.into(),
            reference: Reference::default(),
            sent: BTreeMap::new(),
            chat: vec![],
            before: None,
            chance,
            count: 100,
            is_told,
        }
    }

    fn say(&self, what: std::fmt::Arguments) {
        if self.is_told {
            eprintln!("{} {what}", self.count);
        }
    }

    pub fn act(&mut self, act: Act) {
        self.count += 1;
        let clerk = self.chance.below(UNITS.len());
        self.say(format_args!("{act:?}, {}", UNITS[clerk]));
        match act {
            Act::Fill => self.fill(clerk),
            Act::FillInSecondTab => self.fill_in_second_tab(clerk),
            Act::Problem => self.problem(clerk),
            Act::TakeBack => self.take_back(clerk),
            Act::Send => self.send(clerk),
            Act::Accept => self.accept(),
            Act::Return => self.give_back(),
            Act::Undo => self.undo(),
            Act::ClerkReloads => self.clerk_reloads(clerk),
            Act::OfficerReloads => self.officer_reloads(),
        }
        checks::dispatch(self);
    }

    pub fn ends(&mut self) {
        for clerk in 0..UNITS.len() {
            self.clerks[clerk].page.reload();
            self.send(clerk);
            // What was typed last gets there, too.
            self.count += 1;
            self.accept_mail(self.chat.len() - 1);
        }
        self.officer_reloads();
        checks::dispatch(self);
        checks::other_pages(self);
    }

    /// Has the form before him: at once, or behind the receipt that was made last. It shows what it has to.
    fn form(&mut self, clerk: usize) {
        let page = &self.clerks[clerk].page;
        let is_receipt = until("the form or a receipt", || {
            match (
                page.all("button", Some("生成回执")).len(),
                page.all("button", Some("在已报内容上修改")).len(),
            ) {
                (0, 0) => Err(format!("neither is there: {}", page.words())),
                (form, _) => Ok(form == 0),
            }
        });
        if is_receipt {
            page.press("button", "在已报内容上修改");
            page.find("button", "生成回执");
        }
        checks::form(self, clerk);
    }

    /// Types a figure in one of the clerk's tabs, or in the one that is given.
    fn types(&mut self, clerk: usize, tab: Option<&Page>) {
        let id = ITEMS[self.chance.below(ITEMS.len())];
        let figure = (self.chance.below(9) + 1).to_string();
        self.say(format_args!("{} types {figure} at {id}", UNITS[clerk]));
        let page = tab.unwrap_or(&self.clerks[clerk].page);
        let field = starting(page, "textbox", &checks::item_name(&self.plan, id));
        set(page, &field, &figure);
        // What differs from what was sent needs a reason.
        let note = "function (note) {
            const all = [...this.closest('li').querySelectorAll('input')];
            const field = all.find(one => /^(附注|更正原因)/.test(one.labels[0]?.textContent ?? ''));
            field.value = note;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }";
        let reason = json!([{ "value": format!("更正{}", self.count) }]);
        page.call_on(&field, note, reason).expect("a field for a note");
        self.clerks[clerk].typed.insert(id.to_owned(), figure);
    }

    fn fill(&mut self, clerk: usize) {
        self.form(clerk);
        self.types(clerk, None);
        checks::form(self, clerk);
    }

    /// One figure in this tab and one in another: both stand in both.
    fn fill_in_second_tab(&mut self, clerk: usize) {
        self.fill(clerk);
        let tab = self.clerks[clerk].page.second_tab();
        tab.open(&self.site.address(&format!("#/form/{}?month=2024-08", UNITS[clerk])));
        checks::form_in(self, clerk, &tab);
        self.types(clerk, Some(&tab));
        checks::form_in(self, clerk, &tab);
        checks::form(self, clerk);
        // A tab behind another one hears no mouse: the clerk goes on in the new one.
        self.clerks[clerk].page = tab;
    }

    fn problem(&mut self, clerk: usize) {
        self.form(clerk);
        let page = &self.clerks[clerk].page;
        let before = checks::problem_fields(page).len();
        page.press("button", "＋加一条");
        let field = until("the field of the problem", || {
            let fields = checks::problem_fields(page);
            (fields.len() > before).then(|| fields[before].clone()).ok_or_else(|| "none yet".into())
        });
        set(page, &field, &format!("问题{}", self.count));
        let problem = self.count;
        self.say(format_args!("{} reports problem {problem}", UNITS[clerk]));
        self.clerks[clerk].problems.insert(problem);
        checks::form(self, clerk);
    }

    fn take_back(&mut self, clerk: usize) {
        if self.clerks[clerk].problems.is_empty() {
            self.problem(clerk);
            // So that it is one that somebody knows of.
            self.send(clerk);
        }
        self.form(clerk);
        let page = &self.clerks[clerk].page;
        let first = checks::problem_fields(page).into_iter().next().expect("a problem");
        let number = checks::number(&value(page, &first)).expect("a problem of this test");
        page.press_found(&page.find("button", "删除本条"));
        self.say(format_args!("{} takes problem {number} back", UNITS[clerk]));
        let clerk_of = &mut self.clerks[clerk];
        clerk_of.problems.remove(&number);
        clerk_of.taken_back.insert(number);
        checks::form(self, clerk);
    }

    fn send(&mut self, clerk: usize) {
        self.form(clerk);
        let page = &self.clerks[clerk].page;
        crate::made::make_receipt(page);
        let mut text = carried(page, "#pLanR");
        let address = link(&text);
        let hash = address.split_once('#').expect("a link with data").1;
        let Some(Ok(Message::Receipt(batches, ..))) = message::open(hash, &self.plan) else {
            panic!("no receipt: {text}")
        };
        let sent = &self.sent;
        let new: Vec<_> = batches.iter().filter(|batch| !sent.contains_key(&batch.id)).collect();
        let [batch] = new[..] else { panic!("a receipt of {} new reports", new.len()) };
        let one = &mut self.clerks[clerk];
        let was_sent = |number: &u32| {
            one.reports.iter().any(|id| sent.get(id).is_some_and(|of| of.problems.contains(number)))
        };
        let report = Report {
            id: batch.id,
            at: batch.written,
            unit: clerk,
            month: month(),
            items: one.typed.clone(),
            taken_back: one.taken_back.iter().copied().filter(was_sent).collect(),
            problems: one.problems.clone(),
            verdict: Verdict::None,
            was_returned: false,
            by: 0,
            let_go: BTreeSet::new(),
        };
        one.taken_back.clear();
        one.reports.insert(report.id);
        self.sent.insert(report.id, report);
        let reports: Vec<Report> = batches.iter().map(|batch| self.sent[&batch.id].clone()).collect();
        // The form begins the next time with what was sent.
        let own = self.clerks[clerk].reports.iter().map(|id| &self.sent[id]);
        assert_eq!(last_sent(own, |_| true), self.clerks[clerk].typed, "what was typed is not what was sent");
        if self.chance.below(2) == 0 {
            let page = &self.clerks[clerk].page;
            text = value(page, &starting(page, "textbox", "文字回执"));
        }
        let said: Vec<_> = reports.iter().map(|one| (one.id, &one.items, &one.problems)).collect();
        self.say(format_args!("{} sends {said:?}", UNITS[clerk]));
        self.chat.push(Mail { text, unit: clerk, reports });
    }

    /// Some receipt of the chat; where there is none, one is made.
    fn some_mail(&mut self) -> usize {
        if self.chat.is_empty() {
            let clerk = self.chance.below(UNITS.len());
            self.fill(clerk);
            self.send(clerk);
        }
        self.chance.below(self.chat.len())
    }

    /// The officer looks through a receipt; how its buttons are named.
    fn look_through(&mut self, at: usize) -> (Mail, String) {
        let mail = self.chat[at].clone();
        let officer = &self.officer;
        // What an undo brought back, or nobody has decided on, still stands there.
        officer.press("button", "清空");
        set(
            officer,
            &starting(officer, "textbox", "粘贴回执"),
            &format!("王工 09:41\n> {}\n收到", mail.text),
        );
        officer.press("button", "核对回执");
        let name = format!("{} 2024-08", checks::unit_name(&self.plan, UNITS[mail.unit]));
        officer.find("button", &format!("接收 {name}"));
        checks::review(self, &mail);
        (mail, name)
    }

    fn accept(&mut self) {
        let at = self.some_mail();
        self.accept_mail(at);
    }

    fn accept_mail(&mut self, at: usize) {
        let (mail, name) = self.look_through(at);
        self.say(format_args!("the officer accepts {:?}", mail.reports.last().map(|one| one.id)));
        let button = format!("接收 {name}");
        self.officer.press("button", &button).wait_until_gone("button", &button);
        self.before = Some(self.reference.clone());
        let is_new = mail.reports.iter().any(|one| !self.reference.reports.contains_key(&one.id));
        self.reference.accept(self.count.into(), &mail.reports, is_new);
    }

    /// It goes back with a reason; the clerk opens the link of it, corrects a figure, and sends again.
    fn give_back(&mut self) {
        let at = self.some_mail();
        let (mail, name) = self.look_through(at);
        self.say(format_args!("the officer returns {:?}", mail.reports.last().map(|one| one.id)));
        let officer = &self.officer;
        officer.press("button", &format!("退回 {name}"));
        set(officer, &officer.find("textbox", "退回理由"), REASON);
        officer.press("button", "退回").wait_until_gone("button", &format!("接收 {name}"));
        let text = carried(officer, "#pLanB");
        self.before = Some(self.reference.clone());
        self.reference.give_back(self.count.into(), &mail.reports);
        checks::dispatch(self);
        let page = &self.clerks[mail.unit].page;
        page.open(&link(&text));
        let is_told = format!("document.querySelector('main').innerText.includes({REASON:?})");
        page.wait_for("the reason", &is_told).press("button", "去修改");
        page.find("button", "生成回执");
        // What he has sent since is not what came back.
        let is_last = mail.reports.iter().map(|one| one.id).max_by_key(|id| self.sent[id].at)
            == self.clerks[mail.unit].reports.iter().copied().max_by_key(|id| self.sent[id].at);
        if is_last {
            page.wait_for("the reason in the form", &is_told);
        }
        self.fill(mail.unit);
        self.send(mail.unit);
    }

    fn undo(&mut self) {
        if self.officer.all("button", Some("撤销")).is_empty() || self.before.is_none() {
            self.accept();
        }
        self.say(format_args!("the officer undoes"));
        self.officer.press("button", "撤销").wait_until_gone("button", "撤销");
        self.reference = self.before.take().expect("an act to undo");
    }

    fn clerk_reloads(&mut self, clerk: usize) {
        self.say(format_args!("{} reloads", UNITS[clerk]));
        self.clerks[clerk].page.reload();
        self.form(clerk);
    }

    fn officer_reloads(&mut self) {
        self.say(format_args!("the officer reloads"));
        self.officer.reload();
    }
}
