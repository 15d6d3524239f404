//! People × items: the table that reliability and items are computed from. People with a missing item are left out, and counted.

use serde::Serialize;

use super::summary::Comoments;
use super::{Refused, Result, at_least, finite};

/// Scores of people (rows) on the same items (columns), without holes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scores {
    rows: Vec<Vec<f64>>,
    items: usize,
    left_out: usize,
}

impl Scores {
    /// A table without holes.
    ///
    /// # Errors
    ///
    /// [`Refused::TooFew`] without people or items, [`Refused::Uneven`] where rows have different lengths,
    /// [`Refused::NotANumber`] for a value that is not finite.
    pub fn new(rows: Vec<Vec<f64>>) -> Result<Self> {
        Self::complete(rows.into_iter().map(|row| row.into_iter().map(Some).collect::<Vec<_>>()))
    }

    /// The complete cases of a table with holes; [`Scores::left_out`] tells how many people were not complete.
    ///
    /// # Errors
    ///
    /// As [`Scores::new`]; [`Refused::TooFew`] too where nobody is complete.
    pub fn complete<R: AsRef<[Option<f64>]>>(rows: impl IntoIterator<Item = R>) -> Result<Self> {
        let mut kept = Vec::new();
        let mut items = None;
        let mut left_out = 0;
        for row in rows {
            let row = row.as_ref();
            if *items.get_or_insert(row.len()) != row.len() {
                return Err(Refused::Uneven);
            }
            match row.iter().copied().collect::<Option<Vec<f64>>>() {
                Some(row) => {
                    finite(&row)?;
                    kept.push(row);
                }
                None => left_out += 1,
            }
        }
        let items = items.unwrap_or(0);
        at_least(items, 1)?;
        at_least(kept.len(), 1)?;
        Ok(Self { rows: kept, items, left_out })
    }

    /// People who answered every item.
    #[must_use]
    pub fn people(&self) -> usize {
        self.rows.len()
    }

    /// Items.
    #[must_use]
    pub fn items(&self) -> usize {
        self.items
    }

    /// People left out because an item of theirs is missing.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The rows, one for each person.
    #[must_use]
    pub fn rows(&self) -> &[Vec<f64>] {
        &self.rows
    }

    /// Each person's total.
    #[must_use]
    pub fn totals(&self) -> Vec<f64> {
        self.rows.iter().map(|row| row.iter().sum()).collect()
    }

    /// The sums that everything but KR-20 is computed from.
    #[must_use]
    pub fn comoments(&self) -> Comoments {
        let mut sums = Comoments::new(self.items);
        for row in &self.rows {
            // Rows are finite and of one length by construction.
            let _ = sums.push(row);
        }
        sums
    }
}
