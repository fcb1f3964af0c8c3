//! From a workbook to a plan, or all that is wrong with it.

use super::cell;
use super::columns::{Columns, Slot, slot};
use super::names::{Found, Names};
use super::sheets::{Among, FORMS, Form, Kind, SheetOf};
use super::words::{self, Problem};
use crate::authoring::ids::Ids;
use crate::authoring::written;
use crate::plan::faults::{self, Sentences};
use crate::plan::{Plan, SCHEMA};
use crate::rows::{Book, BookSheet, cell_name};
use crate::text::Language;
use serde_json::{Map, Value, json};

/// What comes of a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The text of `plan.json`; `None` where anything is wrong.
    pub file: Option<String>,
    /// All that is wrong, in the order of sheets and rows.
    pub faults: Vec<Told>,
    /// What was seen and not used, in a sentence each.
    pub remarks: Vec<String>,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// `任务!C5`; the name of the sheet where it is no cell's; empty for the workbook as a whole.
    pub place: String,
    /// What is wrong, what is allowed, and what to do.
    pub said: Sentences,
}

/// Reads a workbook. Where it has the identifier of an earlier edition, what is called by the same name keeps its own.
pub fn read(book: &Book, earlier: Option<&Plan>, language: Language) -> Outcome {
    let mut reading = Reading { language, own: Language::Zh, pages: vec![], faults: vec![], remarks: vec![] };
    reading.open(book);
    reading.identify(earlier);
    reading.made()
}

/// A cell with words.
struct Cell {
    slot: Slot,
    at: (usize, usize),
    words: String,
}

/// A thing.
struct Row {
    cells: Vec<Cell>,
    /// Its place on the sheet.
    row: usize,
    id: String,
}

impl Row {
    fn words(&self, is: impl Fn(&Slot) -> bool) -> Option<&str> {
        self.cells.iter().find(|cell| is(&cell.slot)).map(|cell| cell.words.as_str())
    }
}

/// A sheet, read.
struct Page<'a> {
    form: &'static Form,
    sheet: &'a BookSheet,
    /// Where each field stands: its path, and the row and column of the plan's field, or the column alone.
    columns: Vec<(Slot, usize)>,
    rows: Vec<Row>,
}

/// Where something is wrong: the sheet by its place in the table, then row and column.
type At = (usize, Option<usize>, Option<usize>);

struct Reading<'a> {
    language: Language,
    own: Language,
    pages: Vec<Page<'a>>,
    faults: Vec<(At, Told)>,
    remarks: Vec<String>,
}

impl<'a> Reading<'a> {
    /// Finds the sheets and their rows.
    fn open(&mut self, book: &'a Book) {
        let is = |sheet: &BookSheet, form: &Form| {
            let name: String = sheet.name.chars().filter(|letter| !letter.is_whitespace()).collect();
            let alike = |one: &str| one.replace(' ', "").eq_ignore_ascii_case(&name);
            alike(form.zh) || alike(form.en)
        };
        for form in &FORMS {
            match book.sheets.iter().find(|sheet| is(sheet, form)) {
                Some(sheet) if form.sheet == SheetOf::Plan => self.plan_page(form, sheet),
                Some(sheet) => self.page(form, sheet),
                None if form.is_needed() => {
                    self.fault(form, None, None, "", Problem::NoSheet(form.name(self.language)));
                }
                None => {}
            }
        }
        let unused = book.sheets.iter().filter(|sheet| {
            let has_words = sheet.grid.rows.iter().flatten().any(|cell| !cell.is_empty());
            // Separated values have a sheet without a name.
            !sheet.is_hidden
                && has_words
                && !sheet.name.is_empty()
                && !FORMS.iter().any(|form| is(sheet, form))
        });
        self.remarks.extend(unused.map(|sheet| words::unused_sheet(self.language, &sheet.name)));
    }

    /// The sheet of the plan: a field a row.
    fn plan_page(&mut self, form: &'static Form, sheet: &'a BookSheet) {
        let mut columns = vec![];
        let mut cells = vec![];
        for row in 0..sheet.grid.rows.len() {
            let Some(slot) = slot(form, sheet.grid.cell(row, 0)) else { continue };
            columns.push((slot, row));
            if let Some(words) = self.cell(form, sheet, (row, 1), sheet.grid.cell(row, 1)) {
                cells.push(Cell { slot, at: (row, 1), words });
            }
        }
        let own = cells.iter().find(|cell| cell.slot.path() == "language");
        if own
            .is_some_and(|cell| super::choices::Choices::Language.slug(&cell.words).as_deref() == Some("en"))
        {
            self.own = Language::En;
        }
        self.pages.push(Page { form, sheet, columns, rows: vec![Row { cells, row: 0, id: String::new() }] });
    }

    fn page(&mut self, form: &'static Form, sheet: &'a BookSheet) {
        let is_empty = sheet.grid.rows.iter().flatten().all(String::is_empty);
        let Some(columns) = Columns::of(form, &sheet.grid) else {
            if !is_empty || form.is_needed() {
                self.fault(form, None, None, &sheet.name, Problem::NoHeads(heads(form, self.language)));
            }
            return;
        };
        for slot in columns.missing(form, self.own) {
            let head = words::slot_head(self.language, form, &slot);
            self.fault(form, Some(columns.row), None, &sheet.name, Problem::NoColumn(head));
        }
        for at in &columns.twice {
            let head = sheet.grid.cell(columns.row, *at).to_owned();
            self.fault(form, Some(columns.row), Some(*at), &sheet.name, Problem::Twice(head));
        }
        for at in &columns.unknown {
            let place = place(sheet, columns.row, *at);
            self.remarks.push(words::unused_column(self.language, &place, sheet.grid.cell(columns.row, *at)));
        }
        if sheet.grid.is_cut {
            self.fault(form, None, None, &sheet.name, Problem::TooLong);
        }
        // Words over merged rows are each row's; an identifier is one row's.
        let spread = sheet.grid.spread();
        let mut rows = vec![];
        for (row, all) in spread.iter().enumerate().skip(columns.row + 1) {
            if is_note(all) {
                continue;
            }
            let mut cells = vec![];
            for (at, slot) in &columns.known {
                let is_id = matches!(slot, Slot::Of(column, _) if matches!(column.kind, Kind::Id(_)));
                let words = match is_id {
                    true => sheet.grid.cell(row, *at),
                    false => all.get(*at).map_or("", String::as_str),
                };
                if let Some(words) = self.cell(form, sheet, (row, *at), words) {
                    cells.push(Cell { slot: *slot, at: (row, *at), words });
                }
            }
            if !cells.is_empty() {
                rows.push(Row { cells, row, id: String::new() });
            }
        }
        let columns = columns.known.iter().map(|(at, slot)| (*slot, *at)).collect();
        self.pages.push(Page { form, sheet, columns, rows });
    }

    /// The words of a cell, if there are any.
    fn cell(
        &mut self,
        form: &'static Form,
        sheet: &BookSheet,
        at: (usize, usize),
        words: &str,
    ) -> Option<String> {
        if sheet.unvalued.contains(&at) {
            self.fault(form, Some(at.0), Some(at.1), &sheet.name, Problem::NoValue);
        }
        Some(words.trim().to_owned()).filter(|words| !words.is_empty())
    }

    /// Gives every thing its identifier: that which is written, else one made of its name.
    fn identify(&mut self, earlier: Option<&Plan>) {
        let of_plan = self.pages.iter().find(|page| page.form.sheet == SheetOf::Plan);
        let stated = of_plan.and_then(|page| page.rows.first()?.words(|slot| slot.path() == "id"));
        // Another plan lends no identifiers, least of all its own: records would go over to it.
        let mut ids = Ids::new(earlier.filter(|plan| stated == Some(plan.id.as_str())));
        let is_id = |slot: &Slot| matches!(slot, Slot::Of(column, _) if matches!(column.kind, Kind::Id(_)));
        for row in self.pages.iter_mut().flat_map(|page| &mut page.rows) {
            row.id = row.words(is_id).unwrap_or_default().to_owned();
            ids.keep(&row.id);
        }
        let own = self.own;
        for page in &mut self.pages {
            let kind = page.form.columns.iter().find_map(|column| match column.kind {
                Kind::Id(kind) => kind,
                _ => None,
            });
            let Some(kind) = kind else { continue };
            for row in page.rows.iter_mut().filter(|row| row.id.is_empty()) {
                let name = name(page.form, row, own);
                row.id = ids.give(kind, name);
            }
        }
    }

    fn names(&self) -> Names {
        let mut names = Names::default();
        for page in self.pages.iter().filter(|page| page.form.sheet != SheetOf::Plan) {
            for row in page.rows.iter().filter(|row| !row.id.is_empty()) {
                let first = name(page.form, row, self.own);
                let wordings = row.cells.iter().filter(|cell| is_name(page.form, &cell.slot));
                let others = wordings.map(|cell| cell.words.clone()).filter(|words| words != first);
                let all: Vec<String> = [first.to_owned()].into_iter().chain(others).collect();
                let is_alias =
                    |path: &str| path == "aliases" || path == "as_written" || path.starts_with("short_name");
                let aliases = row.cells.iter().filter(|cell| is_alias(&cell.slot.path()));
                let aliases = aliases.flat_map(|cell| cell.words.lines()).map(|one| one.trim().to_owned());
                names.add(page.form.sheet, &row.id, &all, &aliases.collect::<Vec<_>>());
            }
        }
        names
    }

    fn made(mut self) -> Outcome {
        let names = self.names();
        let mut places: Vec<Place> = vec![];
        let mut objects: Vec<Vec<(Option<String>, Value)>> = vec![];
        let pages = std::mem::take(&mut self.pages);
        for page in &pages {
            objects.push(page.rows.iter().map(|row| self.object(page, row, &names)).collect());
        }
        let mut root = pages
            .iter()
            .zip(&objects)
            .find(|(page, _)| page.form.sheet == SheetOf::Plan)
            .and_then(|(_, rows)| rows.first())
            .map_or_else(|| json!({}), |(_, value)| value.clone());
        put(&mut root, "schema", Value::from(SCHEMA));
        let assembly = Assembly { pages: &pages, objects: &objects };
        for form in Form::held_by(None) {
            let list = assembly.list(form, None, form.field, &mut places);
            if !list.is_empty() || form.sheet != SheetOf::Lists {
                put(&mut root, form.field, Value::from(list));
            }
        }
        // Such a value has no keys but words: there is nothing that could not be written.
        let text = serde_json::to_string(&root).unwrap_or_default();
        for fault in faults::find(&text) {
            self.told_of_path(&pages, &places, &fault.path, fault.say(self.language));
        }
        self.faults.sort_by_key(|(at, _)| *at);
        let file = match self.faults.is_empty() {
            true => serde_json::from_value::<Plan>(root).ok().map(|plan| written(&plan)),
            false => None,
        };
        let faults = self.faults.into_iter().map(|(_, told)| told).collect();
        Outcome { file, faults, remarks: self.remarks }
    }

    /// A row as an object of `plan.json`, with the identifier of what holds it.
    fn object(&mut self, page: &Page, row: &Row, names: &Names) -> (Option<String>, Value) {
        let mut object = Value::Object(Map::new());
        let mut within = None;
        for column in page.form.columns.iter().filter(|column| column.is_needed) {
            // An empty list is one too, where the plan asks for a list.
            if matches!(column.kind, Kind::Refs(_) | Kind::Keys) {
                put(&mut object, column.path, json!([]));
            }
        }
        for cell in &row.cells {
            let at = (Some(cell.at.0), Some(cell.at.1));
            match &cell.slot {
                Slot::Within => {
                    let Some(around) = page.form.within else { continue };
                    let among = Among::Sheet(around);
                    let found = cell.words.clone();
                    let problem = match names.find(among, &found) {
                        Found::One(id) => {
                            within = Some(id);
                            continue;
                        }
                        Found::Many(count) => Problem::Many { found, among, count },
                        Found::None => {
                            Problem::NoSuch { nearest: names.nearest(among, &found), found, among }
                        }
                    };
                    self.fault(page.form, at.0, at.1, &page.sheet.name, problem);
                }
                Slot::Of(column, of) => match cell::value(column.kind, &cell.words, names, self.language) {
                    Ok(value) if column.kind == Kind::Name => {
                        name_in(&mut object, column.path, *of, value, self.own)
                    }
                    Ok(value) => put(&mut object, column.path, value),
                    Err(problem) => self.fault(page.form, at.0, at.1, &page.sheet.name, problem),
                },
            }
        }
        if !row.id.is_empty() {
            put(&mut object, "id", Value::from(row.id.clone()));
        }
        let says_within = row.cells.iter().any(|cell| matches!(cell.slot, Slot::Within));
        if let Some(around) = page.form.within
            && !says_within
            && let Some((_, at)) = page.columns.iter().find(|(slot, _)| matches!(slot, Slot::Within))
        {
            let head = words::within_head(self.language, around);
            self.fault(page.form, Some(row.row), Some(*at), &page.sheet.name, Problem::NoHolder(head));
        }
        (within, object)
    }

    fn fault(
        &mut self,
        form: &Form,
        row: Option<usize>,
        column: Option<usize>,
        sheet: &str,
        problem: Problem,
    ) {
        let place = match (row, column) {
            (Some(row), Some(column)) => [sheet, "!", &cell_name(row, column)].concat(),
            (Some(row), None) => words::row(self.language, sheet, row + 1),
            (None, _) => sheet.to_owned(),
        };
        let said = words::say(self.language, &problem);
        self.faults.push(((order(form), row, column), Told { place, said }));
    }

    /// What the rules of `plan.json` say of a path, told of its cell, unless something was said of that cell already.
    fn told_of_path(&mut self, pages: &[Page], places: &[Place], path: &str, said: Sentences) {
        let (page, row, rest) = found(pages, places, path);
        let Some(page) = page else {
            let at = (usize::MAX, None, None);
            if self.faults.is_empty() {
                self.faults.push((at, Told { place: String::new(), said }));
            }
            return;
        };
        let is = |slot: &Slot| {
            let own = slot.path();
            let is_head = |long: &str, short: &str| {
                long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            !own.is_empty() && (is_head(rest, &own) || is_head(&own, rest))
        };
        let column = page.columns.iter().find(|(slot, _)| is(slot)).map(|(_, at)| *at);
        let at = match (page.form.sheet, row) {
            (SheetOf::Plan, _) => (column, column.map(|_| 1)),
            (_, row) => (row, column.filter(|_| row.is_some())),
        };
        let key = (order(page.form), at.0, at.1);
        let is_known = |(other, _): &(At, Told)| {
            // A row of which a column is missing altogether is not told of row by row.
            *other == key || at.1.is_none() && at.0.is_some() && other.0 == key.0 && other.2.is_none()
        };
        if self.faults.iter().any(is_known) {
            return;
        }
        let sheet = &page.sheet.name;
        let place = match at {
            (Some(row), Some(column)) => place(page.sheet, row, column),
            (Some(row), None) => words::row(self.language, sheet, row + 1),
            (None, _) if page.form.sheet == SheetOf::Plan => words::field(self.language, sheet, rest),
            (None, _) => sheet.clone(),
        };
        self.faults.push((key, Told { place, said }));
    }
}

/// The path of a thing, with its sheet and row.
struct Place {
    path: String,
    sheet: SheetOf,
    row: usize,
}

/// Objects put into each other.
struct Assembly<'a> {
    pages: &'a [Page<'a>],
    objects: &'a [Vec<(Option<String>, Value)>],
}

impl Assembly<'_> {
    /// The things of a sheet that one thing holds. Those that say nothing of use go to the first, so that all else that is
    /// wrong with them is told as well.
    fn list(
        &self,
        form: &Form,
        holder: Option<(&str, bool)>,
        path: &str,
        places: &mut Vec<Place>,
    ) -> Vec<Value> {
        let page = self.pages.iter().zip(self.objects).find(|(page, _)| page.form.sheet == form.sheet);
        let Some((page, objects)) = page else { return vec![] };
        let mut list = vec![];
        for (row, (within, object)) in page.rows.iter().zip(objects) {
            let is_here = match (holder, within) {
                (None, _) => true,
                (Some((id, _)), Some(within)) => id == within,
                (Some((_, is_first)), None) => is_first,
            };
            if !is_here {
                continue;
            }
            let own = format!("{path}[{}]", list.len());
            let mut object = object.clone();
            let is_first = page.rows.first().is_some_and(|first| std::ptr::eq(first, row));
            for held in Form::held_by(Some(form.sheet)) {
                let path = [&own, ".", held.field].concat();
                let things = self.list(held, Some((&row.id, is_first)), &path, places);
                if !things.is_empty() || held.is_always() {
                    put(&mut object, held.field, Value::from(things));
                }
            }
            places.push(Place { path: own, sheet: form.sheet, row: row.row });
            list.push(object);
        }
        list
    }
}

/// The sheet and the row of a path, and what of it is left.
fn found<'p, 'a>(
    pages: &'p [Page<'a>],
    places: &[Place],
    path: &'p str,
) -> (Option<&'p Page<'a>>, Option<usize>, &'p str) {
    let rest = |head: &str| {
        let rest = path.strip_prefix(head)?;
        (rest.is_empty() || rest.starts_with('.')).then(|| rest.trim_start_matches('.'))
    };
    let of = |sheet: SheetOf| pages.iter().find(|page| page.form.sheet == sheet);
    let closest =
        places.iter().filter(|place| rest(&place.path).is_some()).max_by_key(|place| place.path.len());
    if let Some(place) = closest {
        return (of(place.sheet), Some(place.row), rest(&place.path).unwrap_or_default());
    }
    let form = Form::held_by(None).find(|form| rest(form.field).is_some());
    let sheet = form.map_or(SheetOf::Plan, |form| form.sheet);
    (of(sheet).or_else(|| of(SheetOf::Plan)), None, path)
}

/// Puts a value where a path leads; objects on the way are made.
fn put(object: &mut Value, path: &str, value: Value) {
    let (head, rest) = match path.split_once('.') {
        Some((head, rest)) => (head, Some(rest)),
        None => (path, None),
    };
    let Some(fields) = object.as_object_mut() else { return };
    match rest {
        None => {
            fields.insert(head.to_owned(), value);
        }
        Some(rest) => put(fields.entry(head).or_insert_with(|| json!({})), rest, value),
    }
}

/// Puts the words of one language into a name; in the plan's own language alone, it is a plain text.
fn name_in(object: &mut Value, path: &str, of: Option<Language>, words: Value, own: Language) {
    let language = of.unwrap_or(own);
    let known = super::at(object, path).cloned();
    let name = match known {
        None if language == own => words,
        None => json!({ language.slug(): words }),
        Some(Value::Object(mut fields)) => {
            fields.insert(language.slug().to_owned(), words);
            Value::Object(fields)
        }
        Some(other) => json!({ own.slug(): other, language.slug(): words }),
    };
    put(object, path, name);
}

fn is_name(form: &Form, slot: &Slot) -> bool {
    let first = form.columns.iter().find(|column| column.kind == Kind::Name);
    matches!((first, slot), (Some(first), Slot::Of(column, _)) if first.path == column.path)
}

/// The name of a thing, in the plan's own language where it has one.
fn name<'r>(form: &Form, row: &'r Row, own: Language) -> &'r str {
    let of = |wanted: &[Option<Language>]| {
        row.words(|slot| is_name(form, slot) && matches!(slot, Slot::Of(_, of) if wanted.contains(of)))
    };
    of(&[None, Some(own)]).or_else(|| of(&[Some(own.other())])).unwrap_or_default()
}

/// A line below the table that explains it.
fn is_note(row: &[String]) -> bool {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    let Some(first) = filled.next() else { return false };
    // Over merged cells it stands in each of them.
    if filled.any(|cell| cell != first) {
        return false;
    }
    let opens = ["注：", "注:", "说明：", "说明:", "备注：", "备注:", "Note:", "Notes:"];
    opens.iter().any(|open| first.starts_with(open))
}

fn order(form: &Form) -> usize {
    FORMS.iter().position(|one| one.sheet == form.sheet).unwrap_or(FORMS.len())
}

fn heads(form: &Form, language: Language) -> Vec<&'static str> {
    form.columns.iter().filter(|column| column.is_needed).map(|column| column.head(language)).collect()
}

fn place(sheet: &BookSheet, row: usize, column: usize) -> String {
    [&sheet.name, "!", &cell_name(row, column)].concat()
}
