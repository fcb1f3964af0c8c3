//! Who of a district is on the lists of the plan, for the district's own page.

use super::all::link;
use super::{members, words};
use crate::ledger::ListMember;
use crate::page::plan::subject::{Body, Listed, Section};
use crate::plan::List;
use crate::standing::AsOf;
use crate::text::Text;

/// So many names of one list stand on the page; the rest is behind the link.
const MOST_NAMES: usize = 6;

/// The lists on which a district has members now, with how many and the first of their names; without content for what
/// is no district.
pub fn section(as_of: AsOf, district: &str) -> Section {
    let AsOf { plan, ledger, language, .. } = as_of;
    let is_district = plan.districts.iter().any(|id| id == district);
    let lists = plan.lists.iter().filter(|_| is_district);
    let listed = lists.filter_map(|list| listed(as_of, list, &ledger.members(&list.id), district));
    Section { title: words::of_district(language), note: String::new(), body: Body::List(listed.collect()) }
}

fn listed(as_of: AsOf, list: &List, all: &[ListMember], district: &str) -> Option<Listed> {
    let AsOf { plan, today, language, .. } = as_of;
    let is_own = |member: &&ListMember| {
        member.district.is_some_and(|id| **id == *district) && member.state(today).is_some()
    };
    let own: Vec<&ListMember> = all.iter().filter(is_own).collect();
    let count = Text::plain(words::so_many(language, own.len()));
    let names = own.iter().take(MOST_NAMES).map(|member| members::name(member, language));
    let more = (own.len() > MOST_NAMES).then(|| Text::plain("…"));
    (!own.is_empty()).then(|| Listed {
        link: link(plan, list, language),
        lit: None,
        remarks: std::iter::once(count).chain(names).chain(more).collect(),
        text: Text::default(),
    })
}
