//! How far two raters agree beyond chance: Cohen's kappa, plain and weighted, with its standard error. Numbers only: who rates, and
//! what, is the caller's business.
//!
//! - Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37–46.
//! - Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70, 213–220.
//! - Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors of kappa and weighted kappa. Psychological
//!   Bulletin 72, 323–327.

use serde::Serialize;

use super::super::numbers::real;
use super::super::tails::deviate;
use super::super::{Interval, Refused, Result, at_least, paired};

/// How two raters sorted the same things: a square table of counts, a row for each category of the first rater and a column for each
/// of the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Table(Vec<Vec<usize>>);

/// What a disagreement weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weights {
    /// Every disagreement is one: for categories without an order.
    Equal,
    /// The square of the distance: for levels.
    Quadratic,
}

/// Agreement beyond chance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Kappa {
    /// 1 for full agreement, 0 for no more than chance would give, negative for less.
    pub kappa: f64,
    /// Its standard error for large samples. It is 0 where the agreement is full, and then says nothing.
    pub standard_error: f64,
    /// The 95 % interval, within −1 to 1.
    pub interval: Interval,
}

impl Table {
    /// A table without counts over so many categories.
    #[must_use]
    pub fn new(categories: usize) -> Self {
        Self(vec![vec![0; categories]; categories])
    }

    /// What two raters said of the same things, in categories numbered from 0 below `categories`.
    ///
    /// # Errors
    ///
    /// [`Refused::Uneven`] where one rated more things than the other, [`Refused::OutOfRange`] for a category that is not there.
    pub fn of(first: &[usize], second: &[usize], categories: usize) -> Result<Self> {
        paired(first, second)?;
        if first.iter().chain(second).any(|category| *category >= categories) {
            return Err(Refused::OutOfRange);
        }
        let mut table = Self::new(categories);
        for (one, other) in first.iter().zip(second) {
            table.count(*one, *other);
        }
        Ok(table)
    }

    /// Counts one thing that the first rater put into one category and the second into another, numbered from 0. Categories that
    /// the table has not are left out.
    pub fn count(&mut self, first: usize, second: usize) {
        if let Some(cell) = self.0.get_mut(first).and_then(|row| row.get_mut(second)) {
            *cell += 1;
        }
    }

    /// The rows, one for each category of the first rater.
    #[must_use]
    pub fn rows(&self) -> &[Vec<usize>] {
        &self.0
    }

    /// Things counted.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().flatten().sum()
    }

    /// Things that both raters put into the same category.
    #[must_use]
    pub fn same(&self) -> usize {
        self.within(0)
    }

    /// Things whose two categories lie at most so far apart.
    #[must_use]
    pub fn within(&self, distance: usize) -> usize {
        self.cells().filter(|(row, column, _)| row.abs_diff(*column) <= distance).map(|(_, _, count)| count).sum()
    }

    /// Cohen's kappa with the standard error of Fleiss, Cohen and Everitt for a kappa that need not be 0.
    ///
    /// # Errors
    ///
    /// [`Refused::TooFew`] where nothing was counted, [`Refused::NoVariance`] where both raters only ever used one and the same
    /// category: then chance alone explains everything.
    pub fn kappa(&self, weights: Weights) -> Result<Kappa> {
        at_least(self.total(), 1)?;
        let total = real(self.total());
        let categories = self.0.len();
        let share = |count: usize| real(count) / total;
        let weight = |first: usize, second: usize| weights.agreement(first, second, categories);
        let first: Vec<f64> = self.0.iter().map(|row| share(row.iter().sum())).collect();
        let of_second = |category: usize| self.0.iter().filter_map(|row| row.get(category)).sum();
        let second: Vec<f64> = (0..categories).map(|category| share(of_second(category))).collect();
        // What each category of a rater would weigh on average against the other rater's.
        let mean = |other: &[f64], category: usize| -> f64 {
            other.iter().enumerate().map(|(at, share)| share * weight(category, at)).sum()
        };
        let mean_of_first: Vec<f64> = (0..categories).map(|category| mean(&second, category)).collect();
        let mean_of_second: Vec<f64> = (0..categories).map(|category| mean(&first, category)).collect();
        let observed: f64 = self.cells().map(|(row, column, count)| share(count) * weight(row, column)).sum();
        let by_chance: f64 = first.iter().zip(&mean_of_first).map(|(share, mean)| share * mean).sum();
        let room = 1.0 - by_chance;
        // Next to nothing where rounding is all that is left.
        if room < 1e-12 {
            return Err(Refused::NoVariance);
        }
        // In full agreement no rounding is left to tell one sample from the next.
        let kappa = if self.same() == self.total() { 1.0 } else { (observed - by_chance) / room };
        let spread: f64 = self
            .cells()
            .map(|(row, column, count)| {
                let means =
                    mean_of_first.get(row).copied().unwrap_or(0.0) + mean_of_second.get(column).copied().unwrap_or(0.0);
                let distance = weight(row, column) - means * (1.0 - kappa);
                share(count) * distance * distance
            })
            .sum();
        let shift = kappa - by_chance * (1.0 - kappa);
        let variance = (spread - shift * shift).max(0.0) / (total * room * room);
        let standard_error = variance.sqrt();
        let half = deviate(0.95)? * standard_error;
        let interval = Interval { lower: (kappa - half).max(-1.0), upper: (kappa + half).min(1.0) };
        Ok(Kappa { kappa, standard_error, interval })
    }

    fn cells(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.0
            .iter()
            .enumerate()
            .flat_map(|(row, counts)| counts.iter().enumerate().map(move |(column, count)| (row, column, *count)))
    }
}

impl Weights {
    /// How far two categories agree, 0 to 1.
    pub(super) fn agreement(self, first: usize, second: usize, categories: usize) -> f64 {
        let distance = first.abs_diff(second);
        match self {
            Self::Equal => real(usize::from(distance == 0)),
            Self::Quadratic => 1.0 - real(distance * distance) / real(categories.saturating_sub(1).pow(2).max(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[usize]]) -> Table {
        Table(rows.iter().map(|row| row.to_vec()).collect())
    }

    #[test]
    fn where_chance_explains_everything_there_is_no_kappa() {
        let nothing = Refused::TooFew { have: 0, need: 1 };
        let cases =
            [(&[][..], nothing), (&[&[0, 0][..], &[0, 0]], nothing), (&[&[0, 0], &[0, 7]], Refused::NoVariance)];
        for (rows, why) in cases {
            assert_eq!(table(rows).kappa(Weights::Quadratic), Err(why), "{rows:?}");
        }
    }

    #[test]
    fn full_agreement_is_one_and_full_disagreement_is_less_than_nothing() {
        let full = table(&[&[5, 0], &[0, 5]]).kappa(Weights::Equal).expect("a kappa");
        assert!((full.kappa - 1.0).abs() < 1e-12 && full.standard_error < 1e-6, "{full:?}");
        let none = table(&[&[0, 5], &[5, 0]]).kappa(Weights::Equal).expect("a kappa");
        assert!((none.kappa + 1.0).abs() < 1e-12, "{none:?}");
    }

    #[test]
    fn what_is_far_apart_weighs_more() {
        let near = table(&[&[8, 2, 0, 0], &[2, 8, 0, 0], &[0, 0, 8, 2], &[0, 0, 2, 8]]);
        let far = table(&[&[8, 0, 0, 2], &[0, 8, 2, 0], &[0, 2, 8, 0], &[2, 0, 0, 8]]);
        let of = |table: &Table, weights| table.kappa(weights).expect("a kappa").kappa;
        assert!((of(&near, Weights::Equal) - of(&far, Weights::Equal)).abs() < 1e-12);
        assert!(of(&near, Weights::Quadratic) > of(&far, Weights::Quadratic) + 0.2);
    }

    #[test]
    fn a_category_that_is_not_there_is_left_out() {
        let mut table = Table::new(2);
        table.count(0, 0);
        table.count(1, 0);
        table.count(2, 0);
        table.count(0, 2);
        assert_eq!((table.total(), table.same(), table.within(1)), (2, 1, 2));
        assert_eq!(table.rows(), [vec![1, 0], vec![1, 0]]);
    }
}
