//! What a table of counts of people must hide, so that nobody in a small group is told of. A count below 5 is shown as "fewer than 5".
//! Whether a 0 is one of them depends: that nobody has played a scenario is no secret, but that none of a team has passed says
//! something of everybody in it. Then further cells are held back until no hidden one can be
//! worked out from totals.
//!
//! The reader is taken to know all the rules: that counts are whole numbers, that "fewer than 5" means up to 4 and that whatever
//! else is held back is 5 or more. A hidden cell is safe if tables with another value in it would have looked just the same. A
//! table with margins is a network, where that means a cycle of cells that could go up and down in turn; the cheapest one is held
//! back. Cox, L. H. (1995). Network models for complementary cell suppression. Journal of the American Statistical Association 90, 1453–1462.

mod cycle;
mod grid;

use serde::Serialize;

use self::grid::Grid;
use super::{Refused, Result, at_least};

/// The fewest people that may be told of together.
pub const LEAST: usize = 5;

/// A count as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// The count itself.
    Count(usize),
    /// Fewer than 5; not 0 where that is told.
    Few,
    /// Held back, lest another could be worked out.
    Held,
}

/// A table as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Row by row.
    pub cells: Vec<Vec<Shown>>,
    /// One for each row.
    pub row_totals: Vec<Shown>,
    /// One for each column.
    pub column_totals: Vec<Shown>,
    /// Of everybody.
    pub total: Shown,
}

/// Whether it may be told that a cell has nobody in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nobody {
    /// A 0 is shown.
    Told,
    /// A 0 is "fewer than 5" as well.
    Hidden,
}

/// What may be shown of a table with row totals, column totals and a grand total, where every person counts in one cell. Where less
/// than everything will not do, all of it is held back.
///
/// # Errors
///
/// [`Refused::TooFew`] without rows or columns, [`Refused::Uneven`] where rows have different lengths.
pub fn table(counts: &[Vec<usize>], nobody: Nobody) -> Result<Table> {
    at_least(counts.len(), 1)?;
    let columns = counts.first().map_or(0, Vec::len);
    at_least(columns, 1)?;
    if counts.iter().any(|row| row.len() != columns) {
        return Err(Refused::Uneven);
    }
    let mut grid = Grid::new(counts, nobody);
    for at in grid.hidden() {
        if let Some(cycle) = cycle::cheapest(&grid, at) {
            grid.hold(&cycle);
        }
    }
    if grid.hidden().into_iter().any(|at| cycle::cheapest(&grid, at).is_none_or(|cycle| grid.shows(&cycle))) {
        grid.hold_all();
    }
    Ok(grid.table())
}

/// What may be shown of a list of groups, each person in one, and its total.
///
/// # Errors
///
/// [`Refused::TooFew`] for an empty list.
pub fn list(counts: &[usize], nobody: Nobody) -> Result<(Vec<Shown>, Shown)> {
    let shown = table(&[counts.to_vec()], nobody)?;
    // One row: a group and its column's total are the same number, and so are the row's total and everybody.
    let both = |one: &Shown, other: &Shown| if matches!(one, Shown::Count(_)) { *other } else { *one };
    let row = shown.cells.first().ok_or(Refused::OutOfRange)?;
    let groups = row.iter().zip(&shown.column_totals).map(|(one, other)| both(one, other)).collect();
    let total = shown.row_totals.first().map_or(shown.total, |one| both(one, &shown.total));
    Ok((groups, total))
}

/// Whether two reports may both be shown where one is about `all` people and the other about `some` of them: neither, nor the people
/// between them, may be 1 to 4.
#[must_use]
pub fn may_differ(all: usize, some: usize) -> bool {
    let fine = |people: usize| people == 0 || people >= LEAST;
    some <= all && fine(all) && fine(some) && fine(all - some)
}
