//! How each indicator stands, for the list and its filter of lights.

use crate::ledger::Ledger;
use crate::page::shared::lights::{Lights, Stands};
use crate::plan::{Day, Indicator, Place, PlanIndex};
use crate::route::IndicatorsView;
use crate::standing::{Bases, Light};
use crate::text::Language;

/// The standing of every indicator, and the bases that were decided; empty without records.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Standings {
    lights: Lights,
    bases: Bases,
}

impl Standings {
    /// The standings of a plan with a ledger, data up to a day.
    pub fn new(plan: &PlanIndex, ledger: &Ledger, today: Day, language: Language) -> Self {
        Self { lights: Lights::new(plan, ledger, today, language), bases: Bases::new(plan, ledger) }
    }

    pub fn is_empty(&self) -> bool {
        self.lights.is_empty()
    }

    pub fn of(&self, id: &str) -> Option<&Stands> {
        self.lights.of(id)
    }

    /// The basis by which each is read.
    pub fn bases(&self) -> &Bases {
        &self.bases
    }

    /// Whether the selection's light leaves the indicator. Without records nothing has been reported on any.
    pub fn leaves(&self, place: &Place<Indicator>, view: &IndicatorsView) -> bool {
        let light = self.of(&place.item.id).map_or(Light::NoData, |stands| stands.light);
        view.light.is_none_or(|wanted| wanted == light)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BatchId;
    use crate::ledger::samples::{actual, batch};
    use crate::page::plan::indicators::{Content, Field, Indicators, model, model_with};
    use crate::route::Route;
    use crate::text::{Piece, Table};

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
    }

    /// 11 alliances in June 2024, of 20 by the end of 2025.
    fn page(address: &str, with_records: bool) -> Indicators {
        let (plan, Route::Indicators(view)) = (plan(), Route::parse(address)) else { panic!("{address}") };
        let ledger =
            Ledger::new([batch(BatchId { writer: 1, sequence: 0 }, 1, 6, [actual("alliances", "11")])]);
        let today = Day::parse("2024-09-03").unwrap();
        let standings = Standings::new(&plan, &ledger, today, Language::Zh);
        match with_records {
            true => model_with(&plan, &view, &standings, Language::Zh),
            false => model(&plan, &view, Language::Zh),
        }
    }

    fn table(page: Indicators) -> Table {
        match page.content {
            Content::List(table) => table,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_list_shows_the_latest_actual_its_light_and_why() {
        let table = table(page("/indicators", true));
        let names: Vec<&str> = table.columns.iter().map(|column| column.name.words.as_str()).collect();
        assert_eq!(&names[6..8], ["最近完成", "状态"]);
        assert!(table.rows.iter().all(|row| row.len() == names.len()));
        let row = table.rows.iter().find(|row| format!("{:?}", row[0]).contains("/alliances")).unwrap();
        assert!(format!("{:?}", row[6]).contains("\"11\"") && format!("{:?}", row[6]).contains("2024-06"));
        assert_eq!(row[7].pieces[0], Piece::Light { light: "green", word: "正常" });
        assert!(format!("{:?}", row[7]).contains("落后"));
    }

    #[test]
    fn without_records_the_list_is_the_plans() {
        let table = table(page("/indicators", false));
        assert!(table.columns.iter().all(|column| column.name.words != "状态"));
        let fields: Vec<Field> = page("/indicators", false).filters.iter().map(|one| one.field).collect();
        assert!(!fields.contains(&Field::Light));
    }

    #[test]
    fn a_light_filters_the_list_and_the_filters_count_with_it() {
        let green = page("/indicators?light=green", true);
        assert_eq!(green.chosen.len(), 1);
        let lights = green.filters.iter().find(|one| one.field == Field::Light).unwrap();
        let labels: Vec<&str> = lights.choices.iter().map(|one| one.label.words.as_str()).collect();
        assert_eq!(labels, ["未报（16）", "正常（1）"]);
        let stock = green.filters.iter().find(|one| one.field == Field::Basis).unwrap();
        let stock = stock.choices.iter().find(|one| one.slug == "stock").unwrap();
        assert_eq!(stock.label.words, "时点存量（0）");
        assert_eq!(table(green).rows.len(), 1);
        assert!(matches!(page("/indicators?light=red", true).content, Content::Nothing { .. }));
        // Nobody has reported: a red light is nowhere, and no data everywhere.
        assert!(matches!(page("/indicators?light=red", false).content, Content::Nothing { .. }));
        assert_eq!(table(page("/indicators?light=none", false)).rows.len(), 17);
    }

    #[test]
    fn small_charts_and_the_comparison_have_how_each_stands_beside_its_name() {
        for with_records in [true, false] {
            let Content::Multiples(charts) = page("/indicators?view=multiples", with_records).content else {
                panic!("no charts")
            };
            let Content::Compare(comparison) = page("/indicators?view=compare", with_records).content else {
                panic!("no comparison")
            };
            let charts: Vec<_> = charts.into_iter().map(|one| (one.name, one.stands)).collect();
            let choices: Vec<_> = comparison.choices.into_iter().map(|one| (one.name, one.stands)).collect();
            assert_eq!(charts, choices);
            assert_eq!(
                charts.iter().filter(|(_, stands)| stands.is_some()).count(),
                if with_records { 17 } else { 0 }
            );
            let alliances = charts
                .iter()
                .find_map(|(name, stands)| name.words.contains("联盟").then_some(stands.as_ref()).flatten());
            let actual = alliances.and_then(|stands| stands.actual.clone());
            assert_eq!(actual, with_records.then(|| ("11".to_owned(), "2024-06".to_owned())));
        }
    }
}
