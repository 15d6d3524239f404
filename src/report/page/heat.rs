//! Scenarios × competencies: the mean score in each cell, held back where few people stand behind it.

use serde::Serialize;

use super::Desk;
use super::text::{name, whole};
use crate::report::statistics::held_back_in_table;
use crate::report::summary::Scenario;
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
    /// People behind it; none where that is held back.
    pub people: Option<u64>,
}

pub(super) fn heat(desk: &Desk<'_>) -> Heat {
    let ids: Vec<CompetencyId> =
        desk.inputs.rubric.competencies.iter().map(|one| CompetencyId::from(one.id.as_str())).collect();
    let mut scenarios: Vec<&Scenario> = desk.own.scenarios.values().collect();
    let all = scenarios.len();
    scenarios.retain(|scenario| scenario.people >= desk.fewest());
    let hard = |scenario: &Scenario| scenario.overall.mean().unwrap_or(f64::INFINITY);
    scenarios.sort_by(|one, other| hard(one).total_cmp(&hard(other)).then_with(|| one.title.1.cmp(&other.title.1)));
    let counts: Vec<Vec<u64>> = scenarios
        .iter()
        .map(|scenario| ids.iter().map(|id| scenario.scores.get(id).map_or(0, |moments| moments.n)).collect())
        .collect();
    let hidden = if desk.is_own() { Vec::new() } else { held_back_in_table(&counts) };
    let is_hidden =
        |row: usize, column: usize| hidden.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or_default();
    let rows: Vec<Row> = scenarios
        .iter()
        .enumerate()
        .map(|(row, scenario)| Row {
            scenario: name(&scenario.title.1),
            people: scenario.people,
            cells: ids.iter().enumerate().map(|(column, id)| cell(scenario, id, is_hidden(row, column))).collect(),
        })
        .collect();
    Heat {
        competencies: ids.iter().map(|id| desk.competency(id.as_str())).collect(),
        left_out: all - rows.len(),
        held_back: hidden.iter().flatten().any(|hidden| *hidden),
        rows,
    }
}

fn cell(scenario: &Scenario, id: &CompetencyId, hidden: bool) -> Cell {
    let found = scenario.scores.get(id).filter(|moments| moments.n > 0);
    match found {
        None => Cell { score: None, text: "–".to_owned(), shade: None, people: Some(0) },
        Some(_) if hidden => Cell { score: None, text: "held back".to_owned(), shade: None, people: None },
        Some(moments) => {
            let score = moments.mean().unwrap_or_default() / 10.0;
            Cell { score: Some(score), text: whole(score), shade: Some(shade(score)), people: Some(moments.n) }
        }
    }
}

/// Steps of ten from under 35 to 85 and more: the bands begin at 45, 65 and 85.
fn shade(score: f64) -> u8 {
    let steps = [35.0, 45.0, 55.0, 65.0, 75.0, 85.0];
    u8::try_from(steps.iter().filter(|step| score.round() >= **step).count()).unwrap_or_default()
}
