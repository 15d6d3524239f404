//! Agreement of several raters beyond chance where not everybody rated everything. Krippendorff, K. (2011). Computing Krippendorff's
//! alpha-reliability. University of Pennsylvania, Annenberg School for Communication.

use super::super::numbers::{positive, real};
use super::super::{Result, at_least};
use super::kappa::Weights;

/// Krippendorff's alpha, nominal with equal weights and interval with quadratic ones. Each row is one thing that was rated, and holds
/// how many raters put it into each category, as for [`fleiss`](super::fleiss); here rows may have different numbers of ratings. A row
/// with fewer than two says nothing of agreement and is left out.
///
/// # Errors
///
/// [`TooFew`](super::super::Refused::TooFew) below two things with two ratings each; [`NoVariance`](super::super::Refused::NoVariance)
/// where all their ratings are of one category.
pub fn krippendorff(counts: &[Vec<usize>], weights: Weights) -> Result<f64> {
    let things: Vec<(&[usize], usize)> =
        counts.iter().map(|row| (row.as_slice(), row.iter().sum())).filter(|(_, ratings)| *ratings > 1).collect();
    at_least(things.len(), 2)?;
    let categories = things.iter().map(|(row, _)| row.len()).max().unwrap_or(0);
    let total = |category: usize| things.iter().filter_map(|(row, _)| row.get(category)).sum();
    let totals: Vec<usize> = (0..categories).map(total).collect();
    let ratings: usize = totals.iter().sum();
    let observed: f64 =
        things.iter().map(|(row, ratings)| apart(row, categories, weights) / (real(*ratings) - 1.0)).sum();
    let by_chance = apart(&totals, categories, weights) / (real(ratings) - 1.0);
    Ok(1.0 - observed / positive(by_chance)?)
}

/// What all pairs of ratings weigh that lie apart.
fn apart(counts: &[usize], categories: usize, weights: Weights) -> f64 {
    let cells = || counts.iter().enumerate();
    cells()
        .flat_map(|one| cells().map(move |other| (one, other)))
        .map(|((one, many), (other, more))| {
            real(*many) * real(*more) * (1.0 - weights.agreement(one, other, categories))
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::super::Refused;
    use super::*;

    /// The ratings of four observers in section D of the paper: 12 things in categories 1–5, with holes.
    const OBSERVERS: [[usize; 12]; 4] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];

    fn counts() -> Vec<Vec<usize>> {
        let of =
            |thing: usize, category: usize| OBSERVERS.iter().filter(|row| row.get(thing) == Some(&category)).count();
        (0..12).map(|thing| (1..=5).map(|category| of(thing, category)).collect()).collect()
    }

    #[test]
    fn the_figures_are_those_of_the_paper() {
        for (weights, expected) in [(Weights::Equal, 0.743), (Weights::Quadratic, 0.849)] {
            let alpha = krippendorff(&counts(), weights).expect("an alpha");
            assert!((alpha - expected).abs() < 5e-4, "{weights:?}: {alpha}");
        }
    }

    #[test]
    fn what_says_nothing_is_refused() {
        assert_eq!(krippendorff(&[vec![1, 0], vec![2, 0]], Weights::Equal), Err(Refused::TooFew { have: 1, need: 2 }));
        assert_eq!(krippendorff(&[vec![3, 0], vec![2, 0]], Weights::Quadratic), Err(Refused::NoVariance));
    }
}
