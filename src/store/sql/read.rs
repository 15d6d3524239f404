//! Reading attempts a page at a time: the database is let go of between pages, so that whoever reads may also write.

use std::ops::ControlFlow;

use uuid::Uuid;

use super::{Database, Value, all, first};
use crate::attempt::Mode;
use crate::store::{Filter, Kept, StoreError};

/// Attempts on one page.
const PAGE: usize = 500;

/// Where the last page ended.
#[derive(Clone, Debug, Default)]
pub(in crate::store) enum Place {
    #[default]
    Start,
    After(i64, String),
}

/// Gives what stands on one page after the other, until there is none or nobody wants more.
pub(in crate::store) fn each<T>(
    page: &mut dyn FnMut(&mut Place) -> Result<Vec<T>, StoreError>,
    take: &mut dyn FnMut(T) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let mut after = Place::default();
    loop {
        let page = page(&mut after)?;
        if page.is_empty() {
            return Ok(());
        }
        for one in page {
            if take(one).is_break() {
                return Ok(());
            }
        }
    }
}

/// The names and codes that attempts are kept under, and those of the roster.
pub(in crate::store) fn trainees(db: &mut dyn Database) -> Result<Vec<String>, StoreError> {
    let names = "SELECT trainee FROM attempts WHERE trainee IS NOT NULL UNION SELECT name FROM people ORDER BY 1";
    all(db, names, &[], |row| row.text(0))
}

pub(in crate::store) fn scenario(db: &mut dyn Database, hash: &str) -> Result<Option<String>, StoreError> {
    first(db, "SELECT text FROM scenarios WHERE hash = ?1", &[hash.into()], |row| row.text(0))
}

/// What a filter asks, as a condition and its values.
pub(super) fn condition(filter: &Filter) -> (String, Vec<Value<'_>>) {
    let (mut parts, mut values) = (vec!["1 = 1".to_owned()], Vec::new());
    let mut ask = |part: &str, value| {
        values.push(value);
        parts.push(part.replace('?', &format!("?{}", values.len())));
    };
    let Filter { attempt, trainee, cohort, scenario, mode, since, before, finished } = filter;
    if let Some(attempt) = attempt {
        ask("id = ?", attempt.to_string().into());
    }
    if let Some(trainee) = trainee {
        let whose = "(trainee = ? OR trainee IN (SELECT code FROM people WHERE name = ?) OR trainee IN (SELECT name FROM people WHERE code = ?))";
        ask(whose, trainee.into());
    }
    if let Some(cohort) = cohort {
        ask("cohort = ?", cohort.into());
    }
    if let Some(scenario) = scenario {
        ask("scenario = ?", scenario.into());
    }
    if let Some(mode) = mode {
        ask("mode = ?", mode_name(*mode).into());
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

pub(in crate::store) fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "practice",
        Mode::Assessment => "assessment",
    }
}

/// The attempts of the next page, as a part of a question, with its values.
fn next<'f>(filter: &'f Filter, after: &Place) -> (String, Vec<Value<'f>>) {
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
pub(in crate::store) fn page(
    db: &mut dyn Database,
    filter: &Filter,
    after: &mut Place,
) -> Result<Vec<Kept>, StoreError> {
    let (page, values) = next(filter, after);
    let mut kept: Vec<(i64, Kept)> = Vec::new();
    let lines = format!(
        "SELECT a.place, a.id, a.cohort, a.started, e.line FROM ({page}) AS a JOIN events AS e ON e.attempt = a.place ORDER BY a.started, a.id, e.n"
    );
    db.query(&lines, &values, &mut |row| {
        let (place, line) = (row.number(0)?, row.text(4)?);
        match kept.last_mut() {
            Some((last, attempt)) if *last == place => attempt.lines.push(line),
            _ => {
                let id = row.text(1)?;
                // An id that is none can only be damage; `verify` tells of it.
                let attempt = Uuid::parse_str(&id).unwrap_or_default();
                *after = Place::After(row.number(3)?, id);
                kept.push((place, Kept { attempt, lines: vec![line], cohort: row.maybe_text(2)?, labels: Vec::new() }));
            }
        }
        Ok(())
    })?;
    let labels = format!(
        "SELECT a.place, l.cohort, l.facilitator FROM ({page}) AS a JOIN labels AS l ON l.attempt = a.place ORDER BY a.started, a.id, l.cohort, l.facilitator"
    );
    let mut at = 0;
    db.query(&labels, &values, &mut |row| {
        let place = row.number(0)?;
        while kept.get(at).is_some_and(|(here, _)| *here != place) {
            at += 1;
        }
        if let Some((_, attempt)) = kept.get_mut(at) {
            attempt.labels.push((row.text(1)?, row.text(2)?));
        }
        Ok(())
    })?;
    Ok(kept.into_iter().map(|(_, kept)| kept).collect())
}
