//! The kinds of the whole loop, to bytes. Each has its mirror in `read/loop_kinds.rs`.

use super::Writer;
use crate::ledger::codec::Column;
use crate::ledger::codec::bytes::put;
use crate::ledger::codec::field::{Numbered, change, sort, step};
use crate::ledger::kinds::{
    Adjustment, AdjustmentChange, Aim, AssessmentItem, AssessmentRule, Case, CaseText, Decision,
    DistrictClass, Grade, Issue, Item, ItemChange, Listing, Member, Picture, ProblemStep, Scoring, TieBreak,
    Verdict,
};
use crate::ledger::{EntryId, Id};
use crate::plan::{Day, Quantity, Year};

impl Writer {
    /// The step by its number, and what it carries.
    pub(super) fn step(&mut self, step: &ProblemStep) {
        self.choice(step::number(step));
        match step {
            ProblemStep::Assigned { to, until } => {
                self.word(to);
                self.day_if(*until);
            }
            ProblemStep::ExtensionAsked { until } | ProblemStep::ExtensionGranted { until } => {
                self.day(*until)
            }
            ProblemStep::Raised { to, paper, sent } => {
                self.text(to);
                self.word(paper);
                self.day_if(*sent);
            }
            ProblemStep::CloseOutAsked { evidence } => self.text(evidence),
            ProblemStep::Received
            | ProblemStep::Answered
            | ProblemStep::ExtensionRefused
            | ProblemStep::CheckBegun
            | ProblemStep::Closed
            | ProblemStep::SentBack
            | ProblemStep::Suspended
            | ProblemStep::Resumed
            | ProblemStep::Reopened => {}
        }
    }

    pub(super) fn item(&mut self, item: &Item) {
        self.word(&item.id);
        self.choice(change::item(&item.change));
        match &item.change {
            ItemChange::Listed(line) => {
                self.choice(line.kind.number());
                self.word_if(line.parent.as_ref());
                self.text(&line.title);
                self.year(line.years.from);
                self.year(line.years.to);
                self.list(&line.lead, Self::word);
                self.list(&line.responsible, Self::word);
                self.day_if(line.begins);
                self.day_if(line.due);
                self.word_if(line.origin.as_ref());
            }
            ItemChange::CarriedOn { year } => self.year(*year),
            ItemChange::Ended { on: day } | ItemChange::Moved { due: day } => self.day(*day),
        }
        self.text(&item.reason);
        self.text(&item.document);
    }

    pub(super) fn member(&mut self, member: &Member) {
        self.word(&member.list);
        match &member.who {
            Listing::Named { name, district, host } => {
                self.choice(sort::NAMED);
                self.text(name);
                self.word_if(district.as_ref());
                self.text(host);
            }
            Listing::Known { of } => {
                self.choice(sort::KNOWN);
                self.entry_name(*of);
            }
        }
        self.word_if(member.state.as_ref());
        self.day(member.from);
        self.text(&member.document);
        self.text(&member.note);
    }

    pub(super) fn adjustment(&mut self, one: &Adjustment) {
        self.word(&one.subject);
        self.year(one.year);
        self.choice(change::adjustment(&one.change));
        match &one.change {
            AdjustmentChange::Target { old, new } => {
                self.aim_if(old.as_ref());
                self.aim_if(new.as_ref());
            }
            AdjustmentChange::Wording { old, new } => {
                self.text(old);
                self.text(new);
            }
            AdjustmentChange::Basis { old, new } => {
                self.choice(old.number());
                self.choice(new.number());
            }
            AdjustmentChange::Merged { into } => self.word(into),
            AdjustmentChange::Ended => {}
        }
        self.choice(one.class.number());
        self.text(&one.reason);
        self.text(&one.document);
        self.day_if(one.dated);
        self.text(&one.decided_by);
        self.day(one.effective);
        self.choice(one.status.number());
    }

    pub(super) fn assessment(&mut self, rule: &AssessmentRule) {
        self.word(&rule.id);
        self.year(rule.year);
        self.text(&rule.title);
        self.list(&rule.items, |writer, item: &AssessmentItem| {
            writer.word(&item.item);
            writer.choice(item.role.number());
            writer.quantity(item.weight);
            writer.quantity_if(item.cap);
            writer.text(&item.source);
        });
        self.choice(sort::scoring(&rule.scoring));
        match rule.scoring {
            Scoring::Proportion => {}
            Scoring::MinMax { low: one, high: other }
            | Scoring::AroundAverage { step: one, points: other } => {
                self.quantity(one);
                self.quantity(other);
            }
        }
        self.list(&rule.classes, |writer, class: &DistrictClass| {
            writer.word(&class.name);
            writer.list(&class.districts, Self::word);
        });
        self.list(&rule.grades, |writer, grade: &Grade| {
            writer.word(&grade.name);
            writer.quantity(grade.from);
            writer.choice(grade.first_place_only.into());
        });
        self.choice(rule.missing.number());
        match &rule.ties {
            TieBreak::Shared => self.word_if(None),
            TieBreak::By(item) => self.word_if(Some(item)),
        }
        self.choice(rule.sum.number());
        self.text(&rule.reason);
        self.text(&rule.document);
    }

    pub(super) fn verdict(&mut self, verdict: &Verdict) {
        self.word(&verdict.subject);
        self.year(verdict.year);
        self.quantity_if(verdict.reported);
        self.quantity_if(verdict.checked);
        self.choice(verdict.outcome.number());
        self.text(&verdict.reason);
        self.text(&verdict.source);
        self.text(&verdict.evidence);
        if self.is_some(verdict.carried.is_some())
            && let Some(carried) = &verdict.carried
        {
            self.year(carried.year);
            self.word_if(carried.organisation.as_ref());
            self.word_if(carried.item.as_ref());
        }
        self.day(verdict.on);
        self.text(&verdict.doer);
        self.text(&verdict.verifier);
        self.choice(verdict.status.number());
    }

    pub(super) fn case(&mut self, case: &Case) {
        self.choice(sort::case(case));
        match case {
            Case::Told(text) => self.case_text(text),
            Case::Returned { of, reason: text } | Case::TakenUp { of, text } => {
                self.entry_name(*of);
                self.text(text);
            }
            Case::Adopted { of, issue } => {
                self.entry_name(*of);
                self.entry_if(*issue);
            }
        }
    }

    fn case_text(&mut self, case: &CaseText) {
        self.word_if(case.subject.as_ref());
        for text in [&case.title, &case.background, &case.measures, &case.effect, &case.experience] {
            self.text(text);
        }
        self.list(&case.cited, |writer, cited| {
            writer.word(&cited.indicator);
            writer.word_if(cited.district.as_ref());
            writer.month(cited.before);
            writer.month(cited.after);
        });
        self.list(&case.pictures, |writer, picture: &Picture| {
            writer.text(&picture.file);
            writer.text(&picture.caption);
            put(writer.column(Column::Time), picture.bytes.into());
            writer.column(Column::Name).extend(picture.digest);
        });
    }

    pub(super) fn issue(&mut self, issue: &Issue) {
        self.word(&issue.document);
        self.month(issue.first);
        self.month(issue.last);
        put(self.column(Column::Time), issue.number.into());
        self.day(issue.up_to);
        put(self.column(Column::Time), issue.known.0);
        self.choice(issue.against.number());
        self.word_if(issue.rule.as_ref());
        self.word(&issue.code);
        self.list(&issue.texts, |writer, one| {
            writer.word(&one.place);
            writer.text(&one.text);
        });
        self.entry_if(issue.corrects);
    }

    pub(super) fn decision(&mut self, decision: &Decision) {
        match decision {
            Decision::Taken { subject, problem, meeting, what, who, by } => {
                self.choice(sort::TAKEN);
                self.word_if(subject.as_ref());
                self.entry_if(*problem);
                self.text(meeting);
                self.text(what);
                self.text(who);
                self.day_if(*by);
            }
            Decision::Settled { of, text } => {
                self.choice(sort::SETTLED);
                self.entry_name(*of);
                self.text(text);
            }
        }
    }

    pub(super) fn year(&mut self, year: Year) {
        put(self.column(Column::Time), year.0.into());
    }

    /// Writes whether something follows, and gives that back.
    fn is_some(&mut self, is_some: bool) -> bool {
        self.choice(is_some.into());
        is_some
    }

    fn word_if(&mut self, id: Option<&Id>) {
        self.is_some(id.is_some());
        id.into_iter().for_each(|id| self.word(id));
    }

    fn day_if(&mut self, day: Option<Day>) {
        self.is_some(day.is_some());
        day.into_iter().for_each(|day| self.day(day));
    }

    fn quantity_if(&mut self, value: Option<Quantity>) {
        self.is_some(value.is_some());
        value.into_iter().for_each(|value| self.quantity(value));
    }

    fn entry_if(&mut self, id: Option<EntryId>) {
        self.is_some(id.is_some());
        id.into_iter().for_each(|id| self.entry_name(id));
    }

    fn aim_if(&mut self, aim: Option<&Aim>) {
        self.is_some(aim.is_some());
        if let Some(aim) = aim {
            self.quantity(aim.value);
            self.choice(aim.comparator.number());
            self.choice(aim.modality.number());
        }
    }

    fn list<T>(&mut self, list: &[T], mut put_one: impl FnMut(&mut Self, &T)) {
        put(self.column(Column::Time), list.len() as u64);
        list.iter().for_each(|one| put_one(self, one));
    }
}
