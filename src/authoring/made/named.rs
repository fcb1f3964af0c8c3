//! Organisations, districts and projects: whatever has a name.

use super::{Making, Problem};
use crate::authoring::choice::Choice;
use crate::authoring::findings::canonical;
use crate::authoring::ids::Kind;
use crate::authoring::items::Of;
use crate::authoring::roles::Part;
use crate::authoring::work::Typed;
use crate::plan::{Name, Organisation, OrganisationKind, Project, Role};
use std::collections::BTreeMap;

/// Everything that has a name, with the identifiers by which others refer to it.
#[derive(Default)]
pub(super) struct Named {
    pub organisations: Vec<Organisation>,
    pub projects: Vec<Project>,
    pub districts: Vec<String>,
    pub issuer: String,
    pub rests_on: Vec<String>,
    /// By section: who has a role, in the order of the text.
    pub roles: BTreeMap<usize, Vec<(Role, String)>>,
    /// By section: which projects it names.
    pub of_section: BTreeMap<usize, Vec<String>>,
}

impl Named {
    fn organisation(&self, name: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|one| one.name.wordings().any(|words| words == name))
    }

    /// The projects that a section names, each once.
    pub fn projects_of(&self, section: usize) -> Vec<String> {
        self.of_section.get(&section).cloned().unwrap_or_default()
    }
}

impl Making<'_> {
    pub(super) fn named(&mut self, head: &Typed) -> Named {
        let mut named = Named::default();
        self.organisations(&mut named);
        named.issuer = self.id_of(&mut named, &canonical(head.issuer.trim()), OrganisationKind::Department);
        for name in
            head.districts.split(['、', '，', ',', ';', '；']).map(str::trim).filter(|one| !one.is_empty())
        {
            let id = self.id_of(&mut named, &canonical(name), OrganisationKind::District);
            if !named.districts.contains(&id) {
                named.districts.push(id);
            }
        }
        let Named { organisations, districts, .. } = &mut named;
        for one in organisations {
            if districts.contains(&one.id) {
                one.kind = OrganisationKind::District;
            }
            let is_every = one.name.wordings().any(|name| name.starts_with('各'));
            if is_every && one.kind == OrganisationKind::Group {
                one.members.clone_from(districts);
            }
        }
        self.roles(&mut named);
        self.projects(&mut named);
        named
    }

    fn organisations(&mut self, named: &mut Named) {
        let work = self.work;
        for (at, found) in work.found.organisations.iter().enumerate() {
            let Some((_, Choice::Organisation(kind))) = self.choice(Of::Organisation(at)) else { continue };
            let others = found.as_written.iter().filter(|one| **one != found.name).cloned().collect();
            named.organisations.push(Organisation {
                id: self.ids.give(Kind::Organisation, &found.name),
                name: Name::own(found.name.clone()),
                short_name: None,
                kind: *kind,
                aliases: Vec::new(),
                members: Vec::new(),
                as_written: others,
                note: None,
            });
        }
    }

    /// The organisation of a name; one that the text gives no role is added.
    fn id_of(&mut self, named: &mut Named, name: &str, kind: OrganisationKind) -> String {
        if let Some(known) = named.organisation(name) {
            return known.id.clone();
        }
        let id = self.ids.give(Kind::Organisation, name);
        named.organisations.push(Organisation {
            id: id.clone(),
            name: Name::own(name),
            short_name: None,
            kind,
            aliases: Vec::new(),
            members: Vec::new(),
            as_written: Vec::new(),
            note: None,
        });
        id
    }

    fn roles(&mut self, named: &mut Named) {
        let work = self.work;
        for (at, found) in work.found.organisations.iter().enumerate() {
            let Some((item, choice)) = self.choice(Of::Organisation(at)) else { continue };
            let name = match choice {
                Choice::Organisation(_) => &found.name,
                Choice::SameAs(name) => name,
                _ => continue,
            };
            let Some(id) = named.organisation(name).map(|one| one.id.clone()) else {
                self.fault(Some(&item.key), Problem::SameAsNobody { name: name.clone() });
                continue;
            };
            for (section, role) in &found.roles {
                let of_section = named.roles.entry(*section).or_default();
                if !of_section.iter().any(|(known, one)| known == role && *one == id) {
                    of_section.push((*role, id.clone()));
                }
            }
        }
    }

    fn projects(&mut self, named: &mut Named) {
        let work = self.work;
        for (at, quote) in work.found.quotes.iter().enumerate() {
            let Some((_, Choice::Project(kind))) = self.choice(Of::Quote(at)) else { continue };
            let id = self.ids.give(Kind::Project, &quote.name);
            named.projects.push(Project {
                id: id.clone(),
                name: Name::own(quote.name.clone()),
                kind: *kind,
                section: self.path(quote.place.section),
                organisations: Vec::new(),
                aliases: Vec::new(),
                collective: None,
                as_written: Vec::new(),
                note: None,
            });
            let is_carried_out = quote.is_title && quote.sections.contains(&None);
            named.rests_on.extend(is_carried_out.then(|| id.clone()));
            for section in &quote.sections {
                let parts = [Part::Measure, Part::Task, Part::Requirement];
                let Some(at) = parts.into_iter().find_map(|part| self.around(*section, part)) else {
                    continue;
                };
                let of_section = named.of_section.entry(at).or_default();
                if !of_section.contains(&id) {
                    of_section.push(id.clone());
                }
            }
        }
    }
}
