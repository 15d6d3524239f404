//! A part of a file's attempts, read over a connection of its own, so that several are read side by side.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::opening;
use crate::store::sql::rows::{self, Stretch};
use crate::store::sql::{Database, first};
use crate::store::{Row, Score, Share, StoreError};

/// Stretches of each share, dealt out in turn: early attempts, of which more are first ones, go to everybody.
const STRETCHES: i64 = 16;
/// With fewer attempts than so many for each, another share is not worth its connection.
const LEAST: i64 = 2_000;
/// No limit.
const ALL: i64 = -1;

/// A share of a file, as it was at one moment: its connection reads in one transaction.
pub(super) struct Stretches {
    path: PathBuf,
    connection: Connection,
    stretches: Vec<Stretch>,
}

/// The least and the greatest place of attempts; none where there are none.
pub(super) fn places(db: &mut dyn Database) -> Result<Option<(i64, i64)>, StoreError> {
    let ends = |row: &dyn crate::store::sql::Row| Ok(row.maybe_number(0)?.zip(row.maybe_number(1)?));
    Ok(first(db, "SELECT MIN(place), MAX(place) FROM attempts", &[], ends)?.flatten())
}

/// Divides what lies between two places.
pub(super) fn shares(path: &Path, (least, greatest): (i64, i64), most: usize) -> Result<Vec<Stretches>, StoreError> {
    let span = greatest.saturating_sub(least).saturating_add(1);
    let count = (span / LEAST).clamp(1, i64::try_from(most).unwrap_or(i64::MAX).max(1));
    let width = span / (count * STRETCHES) + 1;
    let mut shares = (0..count).map(|_| Stretches::open(path)).collect::<Result<Vec<_>, _>>()?;
    let mut after = least.saturating_sub(1);
    for turn in (0..shares.len()).cycle() {
        if after >= greatest {
            break;
        }
        let last = after.saturating_add(width);
        if let Some(share) = shares.get_mut(turn) {
            share.stretches.push(Stretch { after, last, most: ALL });
        }
        after = last;
    }
    Ok(shares)
}

impl Stretches {
    fn open(path: &Path) -> Result<Self, StoreError> {
        let connection = opening::open(path)?;
        connection.execute_batch("BEGIN")?;
        Ok(Self { path: path.to_owned(), connection, stretches: Vec::new() })
    }

    fn each(
        &self,
        read: &mut dyn FnMut(&mut dyn Database, Stretch) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut read = self.stretches.iter().map(|stretch| read(&mut &self.connection, *stretch));
        read.try_for_each(|done| done.map_err(|error| error.at(&self.path.display().to_string())))
    }
}

impl Share for Stretches {
    fn rows(&mut self, take: &mut dyn FnMut(Row<'_>)) -> Result<(), StoreError> {
        self.each(&mut |db, stretch| rows::rows(db, stretch, take))
    }

    fn scores(&mut self, take: &mut dyn FnMut(Score<'_>)) -> Result<(), StoreError> {
        self.each(&mut |db, stretch| rows::scores(db, stretch, take))
    }
}
