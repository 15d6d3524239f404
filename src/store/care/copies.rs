//! What was written for others, carried from one store to another that took its place.

use crate::store::StoreError;
use crate::store::sql::{Database, Row, all as rows, first};

/// A file that was written for others: path, when, kind; and the ids of the attempts in it.
pub(super) type Copy = (String, String, String, Vec<String>);

/// All of them.
pub(super) fn all(db: &mut dyn Database) -> Result<Vec<Copy>, StoreError> {
    let copy = |row: &dyn Row| Ok((row.number(0)?, (row.text(1)?, row.text(2)?, row.text(3)?)));
    let copies = rows(db, "SELECT place, path, made, kind FROM exports ORDER BY place", &[], copy)?;
    let ids =
        "SELECT a.id FROM exported AS x JOIN attempts AS a ON a.place = x.attempt WHERE x.export = ?1 ORDER BY a.id";
    copies
        .into_iter()
        .map(|(place, (path, made, kind))| Ok((path, made, kind, rows(db, ids, &[place.into()], |row| row.text(0))?)))
        .collect()
}

/// Takes them down where they are not known, for the attempts that are here.
pub(super) fn put_back(db: &mut dyn Database, copies: &[Copy]) -> Result<(), StoreError> {
    for (path, made, kind, attempts) in copies {
        let known = "SELECT place FROM exports WHERE path = ?1 AND made = ?2";
        let known = first(db, known, &[path.into(), made.into()], |row| row.number(0))?;
        let add = "INSERT INTO exports (path, made, kind) VALUES (?1, ?2, ?3) RETURNING place";
        let place = match known {
            Some(place) => Some(place),
            None => first(db, add, &[path.into(), made.into(), kind.into()], |row| row.number(0))?,
        };
        for attempt in attempts {
            db.execute(
                "INSERT INTO exported (export, attempt) SELECT ?1, place FROM attempts WHERE id = ?2 ON CONFLICT DO NOTHING",
                &[place.unwrap_or_default().into(), attempt.into()],
            )?;
        }
    }
    Ok(())
}
