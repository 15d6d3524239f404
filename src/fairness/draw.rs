//! What chance alone would do, by drawing. The draws are the same for everybody who looks at the same attempts.

use super::mean;
use crate::bots::Chance;

/// Draws for an interval and for a test.
const DRAWS: usize = 5_000;

/// How often two halves of the same sizes, drawn by lot from all values, differ in their means as much as these or more: a
/// permutation test, two-sided, the halves as they are counted among the draws (Phipson & Smyth 2010), so that it is never 0.
pub fn permutation(one: &[f64], other: &[f64]) -> f64 {
    let observed = (mean(one) - mean(other)).abs();
    let mut all: Vec<f64> = one.iter().chain(other).copied().collect();
    let mut chance = Chance::new("fairness: test", 0);
    let mut as_much = 1_u32;
    for _ in 0..DRAWS {
        for last in (1..all.len()).rev() {
            all.swap(last, chance.below(last + 1));
        }
        let (first, second) = all.split_at(one.len());
        // Sums in another order differ in their last bits.
        if (mean(first) - mean(second)).abs() >= observed - 1e-9 {
            as_much += 1;
        }
    }
    f64::from(as_much) / f64::from(u32::try_from(DRAWS).unwrap_or(u32::MAX) + 1)
}

/// The middle 95 % of the differences between means of halves drawn again from these, each with replacement (Efron 1979).
pub fn interval(one: &[f64], other: &[f64]) -> (f64, f64) {
    let mut chance = Chance::new("fairness: interval", 0);
    let mut again = |values: &[f64]| {
        let drawn: Vec<f64> =
            (0..values.len()).filter_map(|_| values.get(chance.below(values.len())).copied()).collect();
        mean(&drawn)
    };
    let mut differences: Vec<f64> = (0..DRAWS).map(|_| again(one) - again(other)).collect();
    differences.sort_by(f64::total_cmp);
    let at = |thousandths: usize| differences.get(DRAWS * thousandths / 1000).copied().unwrap_or_default();
    (at(25), at(975).max(at(25)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_that_are_alike_differ_by_chance_and_halves_that_are_not_do_not() {
        let alike = [60.0, 62.0, 64.0, 66.0, 68.0, 70.0];
        assert!(permutation(&alike, &alike) > 0.99);
        let (low, high) = interval(&alike, &alike);
        assert!(low < 0.0 && high > 0.0);
        let worse = alike.map(|score| score - 30.0);
        // Of the 924 ways to divide twelve into six and six, two separate them wholly.
        let p = permutation(&alike, &worse);
        assert!((2.0 / 924.0 / 2.0..2.0 / 924.0 * 2.5).contains(&p), "{p}");
        let (low, high) = interval(&alike, &worse);
        assert!(low > 24.0 && high < 36.0 && (low..high).contains(&30.0), "{low} {high}");
    }
}
