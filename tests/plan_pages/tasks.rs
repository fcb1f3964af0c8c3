use crate::{PLANS, anshan, both, list, tasks_of};
use planboard::page::plan::tasks::{Listing, model};
use planboard::route::TasksView;
use planboard::text::Language::{En, Zh};

#[test]
fn each_layout_begins_with_a_sentence_of_its_own() {
    let cases = [
        (TasksView::Tree, "4 个领域、11 项任务、23 条举措"),
        (TasksView::Tasks, "任务清单：11 项任务的牵头单位和目标"),
        (TasksView::Projects, "项目清单：54 个具名项目"),
    ];
    for (view, headline) in cases {
        let page = model(&anshan(), view, Zh);
        assert_eq!(page.headline, headline);
        let chosen: Vec<bool> = page.views.iter().map(|(_, chosen)| *chosen).collect();
        assert_eq!(chosen, TasksView::ALL.map(|one| one == view));
    }
}

#[test]
fn the_tree_and_the_lists_hold_the_whole_plan() {
    for path in PLANS {
        let (plan, json) = both(path);
        let tasks = tasks_of(&json);
        let Listing::Tree(areas) = model(&plan, TasksView::Tree, En).listing else { panic!("no tree") };
        let branches: Vec<_> = areas.iter().flat_map(|area| &area.tasks).collect();
        assert_eq!(areas.len(), list(&json, "areas").len());
        assert_eq!(branches.len(), tasks.len());
        for (branch, task) in branches.iter().zip(&tasks) {
            assert_eq!(branch.indicators.len(), list(task, "indicators").len());
            assert_eq!(branch.milestones.len(), list(task, "milestones").len());
            assert_eq!(branch.projects.len(), list(task, "projects").len());
            let projects: Vec<usize> = branch.measures.iter().map(|measure| measure.projects.len()).collect();
            let written: Vec<usize> =
                list(task, "measures").iter().map(|measure| list(measure, "projects").len()).collect();
            assert_eq!(projects, written);
        }
        let Listing::Tasks(table) = model(&plan, TasksView::Tasks, En).listing else { panic!("no list") };
        assert_eq!(table.rows.len(), tasks.len());
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        let Listing::Projects(groups) = model(&plan, TasksView::Projects, En).listing else {
            panic!("no list")
        };
        let rows: usize = groups.iter().map(|group| group.table.rows.len()).sum();
        assert_eq!(rows, list(&json, "projects").len());
    }
}
