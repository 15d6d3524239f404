//! All attempts on a server, a page at a time: no transaction stays open while the caller works, and a page that was lost with the
//! connection is asked for again. A place is never given to another attempt, so that pages of different moments go together.

use super::Postgres;
use crate::store::sql::Database;
use crate::store::sql::rows::{self, Stretch};
use crate::store::{Row, Score, Share, StoreError};

/// Rows on one page.
const PAGE: i64 = 4_000;

/// Gives what a stretch holds.
type Read<T> = dyn Fn(&mut dyn Database, Stretch, &mut dyn FnMut(T)) -> Result<(), StoreError>;

/// The attempts of a store.
pub(super) struct Pages<'a>(pub &'a Postgres);

impl Pages<'_> {
    /// Gives what stands on one page after the other, until there is none.
    fn each<T>(&self, read: &Read<T>, place: impl Fn(&T) -> i64, mut take: impl FnMut(T)) -> Result<(), StoreError> {
        let mut after = 0;
        loop {
            let page = self.0.with(&mut |link| {
                let mut page = Vec::new();
                read(link, Stretch { after, last: i64::MAX, most: PAGE }, &mut |one| page.push(one))?;
                Ok(page)
            })?;
            let Some(last) = page.last() else { return Ok(()) };
            after = place(last);
            page.into_iter().for_each(&mut take);
        }
    }
}

impl Share for Pages<'_> {
    fn rows(&mut self, take: &mut dyn FnMut(Row<'_>)) -> Result<(), StoreError> {
        let read = |db: &mut dyn Database, stretch, keep: &mut dyn FnMut(Row<'static>)| {
            rows::rows(db, stretch, &mut |row| keep(row.into_owned()))
        };
        self.each(&read, |row| row.place, take)
    }

    fn scores(&mut self, take: &mut dyn FnMut(Score<'_>)) -> Result<(), StoreError> {
        let read = |db: &mut dyn Database, stretch, keep: &mut dyn FnMut(Score<'static>)| {
            rows::scores(db, stretch, &mut |score| keep(score.into_owned()))
        };
        self.each(&read, |score| score.place, take)
    }
}
