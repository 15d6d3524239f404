//! Scenarios × competencies: the mean score in each cell, held back where few people stand behind it.

use serde::Serialize;

use super::Desk;
use super::shown::{Behind, is_shown};
use super::text::{name, whole};
use crate::measurement::privacy::Table;
use crate::report::summary::{Moments, Scenario, Summary};
use crate::scenario::CompetencyId;

/// The table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Heat {
    /// The competencies, as columns.
    pub competencies: Vec<String>,
    /// The scenarios, hardest first.
    pub rows: Vec<Row>,
    /// How many scenarios have too few people for a row.
    pub left_out: usize,
    /// Whether any cell was never asked for.
    pub never: bool,
    /// Whether any cell is held back.
    pub held_back: bool,
}

/// One scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Its title.
    pub scenario: String,
    /// People who played it.
    pub people: u64,
    /// A cell for each competency.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// The mean score, 0–100; none where it is held back or was never asked for.
    pub score: Option<f64>,
    /// What stands in it.
    pub text: String,
    /// How it is shaded: 0 (low) to 6 (high).
    pub shade: Option<u8>,
    /// Whether a score is held back.
    pub held_back: bool,
}

pub(super) fn heat(desk: &Desk<'_>) -> Heat {
    let ids: Vec<CompetencyId> =
        desk.inputs.rubric.competencies.iter().map(|one| CompetencyId::from(one.id.as_str())).collect();
    let mut scenarios: Vec<(&String, &Scenario)> = desk.own.scenarios.iter().collect();
    let all = scenarios.len();
    scenarios.retain(|(id, scenario)| {
        desk.may_show(Behind { own: scenario.people, all: of(desk.inputs.everybody, id).map_or(0, |one| one.people) })
    });
    let hard = |scenario: &Scenario| scenario.overall.mean().unwrap_or(f64::INFINITY);
    scenarios.sort_by(|(_, one), (_, other)| {
        hard(one).total_cmp(&hard(other)).then_with(|| one.title.1.cmp(&other.title.1))
    });
    let shown = shown(desk, &scenarios, &ids);
    let rows: Vec<Row> = scenarios
        .iter()
        .enumerate()
        .map(|(row, (_, scenario))| Row {
            scenario: name(&scenario.title.1),
            people: scenario.people,
            cells: ids
                .iter()
                .enumerate()
                .map(|(column, id)| {
                    let cells = shown.as_ref().and_then(|shown| shown.cells.get(row));
                    cell(desk, scenario, id, is_shown(cells.and_then(|cells| cells.get(column))))
                })
                .collect(),
        })
        .collect();
    Heat {
        competencies: ids.iter().map(|id| desk.competency(id.as_str())).collect(),
        left_out: all - rows.len(),
        never: rows.iter().flat_map(|row| &row.cells).any(|cell| cell.score.is_none() && !cell.held_back),
        held_back: rows.iter().flat_map(|row| &row.cells).any(|cell| cell.held_back),
        rows,
    }
}

fn of<'a>(summary: &'a Summary, id: &str) -> Option<&'a Scenario> {
    summary.scenarios.get(id)
}

/// Which cells may be shown.
fn shown(desk: &Desk<'_>, scenarios: &[(&String, &Scenario)], ids: &[CompetencyId]) -> Option<Table> {
    let n =
        |scenario: Option<&Scenario>, id| scenario.and_then(|one| one.scores.get(id)).map_or(0, |moments| moments.n);
    let rows: Vec<Vec<Behind>> = scenarios
        .iter()
        .map(|(name, scenario)| {
            let everybody = of(desk.inputs.everybody, name);
            ids.iter().map(|id| Behind { own: n(Some(scenario), id), all: n(everybody, id) }).collect()
        })
        .collect();
    desk.table(&rows)
}

fn cell(desk: &Desk<'_>, scenario: &Scenario, id: &CompetencyId, shown: bool) -> Cell {
    let none = |text: String, held_back| Cell { score: None, text, shade: None, held_back };
    let found = scenario.scores.get(id).and_then(Moments::mean);
    match found {
        None => none("–".to_owned(), false),
        Some(_) if !shown => none(desk.pen.text("report-held"), true),
        Some(mean) => {
            let score = mean / 10.0;
            Cell { score: Some(score), text: whole(score), shade: Some(shade(score)), held_back: false }
        }
    }
}

/// Steps of ten from under 35 to 85 and more: the bands begin at 45, 65 and 85.
fn shade(score: f64) -> u8 {
    let steps = [35.0, 45.0, 55.0, 65.0, 75.0, 85.0];
    u8::try_from(steps.iter().filter(|step| score.round() >= **step).count()).unwrap_or_default()
}
