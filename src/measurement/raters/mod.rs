//! How far people who rate the same things agree. Two raters: Cohen's kappa, plain and with quadratic weights (room
//! [`agreement`](crate::agreement), which is used here and not repeated). Several raters and categories: Fleiss. Ratings that
//! are numbers: intraclass correlation.

mod fleiss;
mod intraclass;

pub use crate::agreement::{Kappa, Weights};
pub use fleiss::fleiss;
pub use intraclass::{Form, Intraclass, intraclass};

use super::{Refused, Result, at_least, paired};
use crate::agreement::Table;

/// Cohen's kappa of two raters who put the same things into categories numbered from 0 below `categories`.
///
/// # Errors
///
/// [`Refused::Uneven`], [`Refused::TooFew`] without ratings, [`Refused::OutOfRange`] for a category that is not there,
/// [`Refused::NoVariance`] where both only ever used one and the same category.
pub fn cohen(first: &[usize], second: &[usize], categories: usize, weights: Weights) -> Result<Kappa> {
    paired(first, second)?;
    at_least(first.len(), 1)?;
    if first.iter().chain(second).any(|category| *category >= categories) {
        return Err(Refused::OutOfRange);
    }
    let mut table = Table::new(categories);
    for (one, other) in first.iter().zip(second) {
        table.count(*one, *other);
    }
    table.kappa(weights).ok_or(Refused::NoVariance)
}
