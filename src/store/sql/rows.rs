//! Reading the columns of attempts, with what is kept of their scores, in the order in which they lie in the file: quicker than in
//! any other, because nothing is looked for.

use std::ops::ControlFlow;

use jiff::Timestamp;
use uuid::Uuid;

use super::Database;
use super::read::condition;
use crate::attempt::Mode;
use crate::store::{Filter, Row, StoreError};

/// Rows on one page.
const PAGE: usize = 2_000;

/// Gives what stands on one page after the other, until there is none or nobody wants more.
pub(in crate::store) fn each(
    page: &mut dyn FnMut(i64) -> Result<(Vec<Row>, i64), StoreError>,
    take: &mut dyn FnMut(Row) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let mut after = 0;
    loop {
        let (rows, end) = page(after)?;
        if rows.is_empty() {
            return Ok(());
        }
        after = end;
        for row in rows {
            if take(row).is_break() {
                return Ok(());
            }
        }
    }
}

/// The rows after a place, and the place of the last of them; none where there are no more.
pub(in crate::store) fn page(
    db: &mut dyn Database,
    filter: &Filter,
    cards: bool,
    after: i64,
) -> Result<(Vec<Row>, i64), StoreError> {
    let (condition, mut values) = condition(filter);
    values.push(after.into());
    let scores = if cards { "s.rules, s.card" } else { "NULL, NULL" };
    let kept = if cards { "LEFT JOIN scores AS s ON s.attempt = a.place" } else { "" };
    let question = format!(
        "SELECT a.place, id, scenario, mode, trainee, cohort, started, ended, {scores} FROM attempts AS a {kept} WHERE {condition} AND a.place > ?{} ORDER BY a.place LIMIT {PAGE}",
        values.len()
    );
    let (mut page, mut end) = (Vec::with_capacity(PAGE), after);
    db.query(&question, &values, &mut |row| {
        end = row.number(0)?;
        let card = if cards { row.maybe_text(8)?.zip(row.maybe_bytes(9)?) } else { None };
        page.push(Row {
            // An id that is none can only be damage; `verify` tells of it.
            attempt: Uuid::parse_str(&row.text(1)?).unwrap_or_default(),
            scenario: row.text(2)?,
            mode: if row.text(3)? == "assessment" { Mode::Assessment } else { Mode::Practice },
            trainee: row.maybe_text(4)?,
            cohort: row.maybe_text(5)?,
            started: Timestamp::from_microsecond(row.number(6)?).unwrap_or_default(),
            finished: matches!(row.maybe_text(7)?.as_deref(), Some("finished" | "left")),
            card,
        });
        Ok(())
    })?;
    Ok((page, end))
}
