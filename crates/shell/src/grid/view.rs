//! A grid as it is shown.

use askama::Template;
use tables::{Filter, Query, Result};
use uuid::Uuid;

use super::filter::Field;
use super::read::{Found, name_of_target, page, query, sort_path};
use super::{Ask, Grid, Page, View, cell, columns, export, filter};
use crate::frame::{Command, Frame, Tone};
use crate::{Shown, Standing, State, Visit, Voice};

/// A row as it is shown.
#[derive(Clone, Debug)]
pub struct GridRow {
    /// Its id.
    pub id: Uuid,
    /// Its page.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// In the columns' order.
    pub cells: Vec<cell::Cell>,
    /// How it stands with its counterpart, where that is worth a word.
    pub standing: Option<Standing>,
}

/// The head of a column as it is shown.
#[derive(Clone, Debug)]
pub struct Head {
    /// In words.
    pub label: String,
    /// Its name, for the filter's fields.
    pub name: &'static str,
    /// Classes.
    pub class: String,
    /// The address that sorts by it; empty: not by this.
    pub sort: String,
    /// `ascending`, `descending`, or empty.
    pub sorted: &'static str,
    /// Its filter.
    pub filter: Field,
}

/// A link to a view.
#[derive(Clone, Debug)]
pub struct ViewLink {
    /// In words.
    pub label: String,
    /// Where.
    pub path: String,
    /// Whether it is this one.
    pub current: bool,
}

/// A grid as it is shown: `{{ grid|safe }}` in a page's template.
#[derive(Template)]
#[template(path = "grid.html")]
pub struct GridView {
    frame: Voice,
    name: &'static str,
    path: &'static str,
    here: String,
    /// The view's name, or the grid's title.
    pub title: String,
    views: Vec<ViewLink>,
    heads: Vec<Head>,
    rows: Vec<GridRow>,
    all_columns: Vec<(&'static str, String, bool)>,
    search: String,
    has_search: bool,
    hidden: Vec<(String, String)>,
    shows_filters: bool,
    is_narrowed: bool,
    clear: String,
    first: Option<String>,
    next: Option<String>,
    page: u32,
    count: String,
    empty: String,
    is_bulk: bool,
}

#[derive(Template)]
#[template(path = "grid_page.html")]
struct WholePage {
    frame: Frame,
    grid: GridView,
    note: Option<(Tone, String, Option<Command>)>,
}

impl Grid {
    /// The whole page, or the file that was asked for.
    ///
    /// # Errors
    /// As any read.
    pub async fn page(&self, visit: &Visit, ask: &Ask, page: Page) -> Shown {
        if ask.get("format") == "csv" {
            let mut reader = visit.read().await?;
            let columns = columns::of(visit, self, &page.columns).await?;
            let query = query(visit, &reader, self, &page, ask)?;
            let query = Query { links: page.links, ..query };
            return export::csv(visit, &mut reader, query, self.name, &columns).await;
        }
        let is_bulk = page.commands.iter().any(Command::is_for_selected);
        let grid = self.view(visit, ask, &page, is_bulk).await?;
        let mut commands = page.commands;
        let filters = if grid.shows_filters { "" } else { "1" };
        let edit = ask.with(self.path, &[("filter", filters), ("after", "")]);
        commands.push(Command::go(visit.say("grid-filter"), "filter", edit));
        let export = ask.with(self.path, &[("format", "csv"), ("after", "")]);
        commands.push(Command::go(visit.say("grid-export"), "download", export));
        let frame = visit.frame(grid.title.clone()).with(commands);
        visit.show(&WholePage { frame, grid, note: page.note })
    }

    /// The grid alone, for a page that shows more.
    ///
    /// # Errors
    /// As any read.
    pub async fn view(&self, visit: &Visit, ask: &Ask, page_: &Page, is_bulk: bool) -> Result<GridView> {
        let mut reader = visit.read().await?;
        let shown = columns::of(visit, self, &page_.columns).await?;
        let query = query(visit, &reader, self, page_, ask)?;
        let query = Query { links: page_.links.clone(), ..query };
        let table = reader.catalog().table(self.table)?.clone();
        let first = query.order.first().cloned();
        let heads = shown.iter().filter_map(|column| {
            let definition = table.column(column.name)?;
            // A lookup is sorted by the name of its target.
            let sorted =
                first.as_ref().filter(|sort| sort.path.0.first().is_some_and(|by| by == column.name));
            let (is_sorted, descending) = (sorted.is_some(), sorted.is_some_and(|sort| sort.descending));
            let flip = if is_sorted && !descending { "1" } else { "" };
            let sorts = sort_path(&reader, &table, column.name).is_some();
            let sort =
                ask.with(self.path, &[("sort", column.name), ("desc", flip), ("after", ""), ("page", "")]);
            Some(Head {
                label: visit.column(self.table, column.name),
                name: column.name,
                class: cell::class(column, definition),
                sort: if sorts { sort } else { String::new() },
                sorted: match (is_sorted, descending) {
                    (false, _) => "",
                    (true, true) => "descending",
                    (true, false) => "ascending",
                },
                // A lookup whose target has no name cannot be searched by it.
                filter: match name_of_target(&reader, &definition.kind) {
                    None if matches!(definition.kind, tables::ColumnKind::Lookup { .. }) => Field::Nothing,
                    _ => filter::field(visit, &table, definition, ask),
                },
            })
        });
        let heads: Vec<Head> = heads.collect();
        let found = page(&mut reader, query, &shown, ask).await?;
        drop(reader);
        let ids: Vec<Uuid> = found.rows.iter().map(tables::Row::id).collect();
        let stand = visit.standings(self.table, &ids).await?;
        let worth_a_word = |standing: &&Standing| standing.state != State::InStep;
        let rows = found.rows.iter().map(|row| {
            let cells: Vec<_> =
                shown.iter().map(|column| cell::cell(visit, row, column, &found.names)).collect();
            let name = cells.iter().find(|cell| cell.is_main).map(|cell| cell.text.clone());
            GridRow {
                id: row.id(),
                path: page_.row_path.map_or_else(|| format!("{}/{}", self.path, row.id()), |path| path(row)),
                name: name.unwrap_or_default(),
                cells,
                standing: stand.get(&row.id()).filter(worth_a_word).cloned(),
            }
        });
        let rows = rows.collect();
        let all = self
            .columns
            .iter()
            .filter(|column| column.place != super::Place::Main && table.column(column.name).is_some());
        let is_shown = |name: &str| shown.iter().any(|column| column.name == name);
        let all =
            all.map(|column| (column.name, visit.column(self.table, column.name), is_shown(column.name)));
        Ok(GridView {
            name: self.name,
            path: self.path,
            here: ask.with(self.path, &[]),
            title: title(visit, self, &page_.views, ask),
            views: views(self, &page_.views, ask),
            heads,
            rows,
            all_columns: all.collect(),
            search: ask.search().to_owned(),
            has_search: !self.search.is_empty(),
            hidden: ask.without(|key| matches!(key, "q" | "after" | "page") || key.starts_with("f.")),
            shows_filters: ask.get("filter") == "1" || ask.pairs.iter().any(|(key, _)| key.starts_with("f.")),
            is_narrowed: ask.is_narrowed(),
            clear: ask_view(self, ask.view()),
            first: ask.after().map(|_| ask.with(self.path, &[("after", ""), ("page", "")])),
            next: next(self, ask, &found),
            page: ask.page(),
            count: count(visit, found.count),
            empty: visit.say(self.empty),
            is_bulk,
            frame: visit.voice.clone(),
        })
    }
}

/// What limits the rows whatever somebody asks for.
pub(super) fn fixed(page: &Page, ask: &Ask) -> Vec<Filter> {
    let view = page.views.iter().find(|view| view.id == ask.view()).or(page.views.first());
    view.and_then(|view| view.filter.clone()).into_iter().chain(page.filter.clone()).collect()
}

fn title(visit: &Visit, grid: &Grid, views: &[View], ask: &Ask) -> String {
    let view = views.iter().find(|view| view.id == ask.view()).or(views.first());
    view.map_or_else(|| visit.say(grid.name), |view| view.label.clone())
}

fn views(grid: &Grid, views: &[View], ask: &Ask) -> Vec<ViewLink> {
    let known = views.iter().any(|view| view.id == ask.view());
    let link = |(at, view): (usize, &View)| ViewLink {
        label: view.label.clone(),
        path: ask_view(grid, &view.id),
        current: if known { view.id == ask.view() } else { at == 0 },
    };
    views.iter().enumerate().map(link).collect()
}

fn ask_view(grid: &Grid, view: &str) -> String {
    Ask::default().with(grid.path, &[("view", view)])
}

fn next(grid: &Grid, ask: &Ask, found: &Found) -> Option<String> {
    let next = found.next.as_ref()?;
    Some(ask.with(grid.path, &[("after", next), ("page", &(ask.page() + 1).to_string())]))
}

fn count(visit: &Visit, count: u64) -> String {
    let many = u64::from(tables::query::PAGE_SIZE_MAX);
    if count >= many {
        visit.say_with("grid-rows-many", "count", many)
    } else {
        visit.say_with("grid-rows", "count", count)
    }
}
