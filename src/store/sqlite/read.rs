//! Reading attempts a page at a time: the file is let go of between pages, so that whoever reads may also write.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Result, params_from_iter};
use uuid::Uuid;

use crate::attempt::Mode;
use crate::store::{Filter, Kept};

/// Attempts on one page.
const PAGE: usize = 500;

/// Where the last page ended.
#[derive(Clone, Debug, Default)]
pub(super) enum Place {
    #[default]
    Start,
    After(i64, String),
}

pub(super) fn scenario(connection: &Connection, hash: &str) -> Result<Option<String>> {
    connection.query_row("SELECT text FROM scenarios WHERE hash = ?1", [hash], |row| row.get(0)).optional()
}

/// What a filter asks, as a condition and its values.
pub(in crate::store) fn condition(filter: &Filter) -> (String, Vec<Value>) {
    let (mut parts, mut values) = (vec!["1 = 1".to_owned()], Vec::new());
    let mut ask = |part: &str, value: Value| {
        values.push(value);
        parts.push(part.replace('?', &format!("?{}", values.len())));
    };
    let Filter { attempt, trainee, cohort, scenario, mode, since, before, finished } = filter;
    if let Some(attempt) = attempt {
        ask("id = ?", attempt.to_string().into());
    }
    if let Some(trainee) = trainee {
        let whose = "(trainee = ? OR trainee IN (SELECT code FROM people WHERE name = ?) OR trainee IN (SELECT name FROM people WHERE code = ?))";
        ask(whose, trainee.clone().into());
    }
    if let Some(cohort) = cohort {
        ask("cohort = ?", cohort.clone().into());
    }
    if let Some(scenario) = scenario {
        ask("scenario = ?", scenario.clone().into());
    }
    if let Some(mode) = mode {
        ask("mode = ?", mode_name(*mode).to_owned().into());
    }
    if let Some(since) = since {
        ask("started >= ?", since.as_microsecond().into());
    }
    if let Some(before) = before {
        ask("started < ?", before.as_microsecond().into());
    }
    match finished {
        Some(true) => parts.push("ended IN ('finished', 'left')".into()),
        Some(false) => parts.push("(ended IS NULL OR ended = 'interrupted')".into()),
        None => {}
    }
    (parts.join(" AND "), values)
}

pub(super) fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "practice",
        Mode::Assessment => "assessment",
    }
}

/// The attempts of the next page, as a part of a question, with its values.
fn next(filter: &Filter, after: &Place) -> (String, Vec<Value>) {
    let (mut condition, mut values) = condition(filter);
    if let Place::After(started, id) = after {
        values.push((*started).into());
        values.push(id.clone().into());
        condition += &format!(" AND (started, id) > (?{}, ?{})", values.len() - 1, values.len());
    }
    let page = format!("SELECT * FROM attempts WHERE {condition} ORDER BY started, id LIMIT {PAGE}");
    (page, values)
}

/// The next attempts, in order; none where there are no more.
pub(super) fn page(connection: &Connection, filter: &Filter, after: &mut Place) -> Result<Vec<Kept>> {
    let (page, values) = next(filter, after);
    let mut statement = connection.prepare_cached(&format!(
        "SELECT a.place, a.id, a.cohort, a.started, e.line FROM ({page}) AS a JOIN events AS e ON e.attempt = a.place ORDER BY a.started, a.id, e.n"
    ))?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut kept: Vec<(i64, Kept)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (place, line): (i64, String) = (row.get(0)?, row.get(4)?);
        match kept.last_mut() {
            Some((last, attempt)) if *last == place => attempt.lines.push(line),
            _ => {
                let id: String = row.get(1)?;
                // An id that is none can only be damage; `verify` tells of it.
                let attempt = Uuid::parse_str(&id).unwrap_or_default();
                *after = Place::After(row.get(3)?, id);
                kept.push((place, Kept { attempt, lines: vec![line], cohort: row.get(2)?, labels: Vec::new() }));
            }
        }
    }
    let mut said =
        connection.prepare_cached("SELECT cohort, facilitator FROM labels WHERE attempt = ?1 ORDER BY 1, 2")?;
    for (place, attempt) in &mut kept {
        attempt.labels = said.query_map([*place], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_>>()?;
    }
    Ok(kept.into_iter().map(|(_, kept)| kept).collect())
}

/// The next attempts with what is kept of their scores under these rules.
pub(super) fn scores(
    connection: &Connection,
    filter: &Filter,
    rules: &str,
    after: &mut Place,
) -> Result<Vec<(Uuid, Option<Vec<u8>>)>> {
    let (page, mut values) = next(filter, after);
    values.push(rules.to_owned().into());
    let mut statement = connection.prepare_cached(&format!(
        "SELECT a.id, a.started, s.card FROM ({page}) AS a LEFT JOIN scores AS s ON s.attempt = a.place AND s.rules = ?{} ORDER BY a.started, a.id",
        values.len()
    ))?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut scores = Vec::new();
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        scores.push((Uuid::parse_str(&id).unwrap_or_default(), row.get(2)?));
        *after = Place::After(row.get(1)?, id);
    }
    Ok(scores)
}
