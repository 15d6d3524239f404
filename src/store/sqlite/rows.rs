//! Reading the columns of attempts, with what is kept of their scores, in the order in which they lie in the file: quicker than in
//! any other, because nothing is looked for.

use jiff::Timestamp;
use rusqlite::{Connection, Result, params_from_iter};
use uuid::Uuid;

use super::read::condition;
use crate::attempt::Mode;
use crate::store::{Filter, Row};

/// Rows on one page.
const PAGE: usize = 2_000;

/// The rows after a place, which moves on; none where there are no more.
pub(super) fn page(connection: &Connection, filter: &Filter, cards: bool, after: &mut i64) -> Result<Vec<Row>> {
    let (condition, mut values) = condition(filter);
    values.push((*after).into());
    let scores = if cards { "s.rules, s.card" } else { "NULL, NULL" };
    let kept = if cards { "LEFT JOIN scores AS s ON s.attempt = a.place" } else { "" };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT a.place, id, scenario, mode, trainee, cohort, started, ended, {scores} FROM attempts AS a {kept} WHERE {condition} AND a.place > ?{} ORDER BY a.place LIMIT {PAGE}",
        values.len()
    ))?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut page = Vec::with_capacity(PAGE);
    while let Some(row) = rows.next()? {
        *after = row.get(0)?;
        let text = |column: usize| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_str_or_null()?);
        let (mode, ended) = (text(3)?, text(7)?);
        let rules: Option<String> = row.get(8)?;
        let card: Option<Vec<u8>> = row.get(9)?;
        page.push(Row {
            // An id that is none can only be damage; `verify` tells of it.
            attempt: text(1)?.and_then(|id| Uuid::parse_str(id).ok()).unwrap_or_default(),
            scenario: row.get(2)?,
            mode: if mode == Some("assessment") { Mode::Assessment } else { Mode::Practice },
            trainee: row.get(4)?,
            cohort: row.get(5)?,
            started: Timestamp::from_microsecond(row.get(6)?).unwrap_or_default(),
            finished: matches!(ended, Some("finished" | "left")),
            card: rules.zip(card),
        });
    }
    Ok(page)
}
