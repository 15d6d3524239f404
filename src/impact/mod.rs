//! What an ending may be worth to the organisation, as a range: how many such customers are still customers after a year, and how
//! many others they bring or keep away. The ranges are opinions in the form of priors, not data (science/business-impact.md, 3;
//! `docs/science.md`, "What an ending may be worth"): they are never shown without that word, and never as one person's money.

mod chance;
mod estimate;

use serde::Serialize;

use crate::customer::Outcome;

pub use estimate::{Estimate, FEWEST, Figures, SEED, Spread, estimate, staying};

/// What an ending may be worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Worth {
    /// Of a thousand customers who end like this: how many are still customers in twelve months.
    pub staying: Range,
    /// New customers a year for every thousand who end like this: others they bring, or, below zero, keep away.
    pub referred: Range,
}

/// Nine in ten of what the prior holds possible lie above `low`, and nine in ten below `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// The tenth percentile.
    pub low: i32,
    /// The ninetieth percentile.
    pub high: i32,
}

impl Range {
    /// The two ends for a hundred instead of a thousand, without their sign and the smaller first, to two digits: more would sound
    /// as if somebody had counted.
    #[must_use]
    pub fn of_a_hundred(self) -> (i32, i32) {
        let [a, b] = [self.low, self.high].map(|thousandths| {
            let hundredths = (thousandths.abs() + 5) / 10;
            if hundredths >= 100 { (hundredths + 5) / 10 * 10 } else { hundredths }
        });
        (a.min(b), a.max(b))
    }
}

/// What an ending may be worth.
#[must_use]
pub const fn worth(outcome: Outcome) -> Worth {
    let (staying, referred) = match outcome {
        // Beta(17, 3); Gamma(2, 0.05).
        Outcome::ReturnsAndRefers => ((743, 941), (27, 194)),
        // Beta(12, 8); nobody is told.
        Outcome::Passive => ((459, 737), (0, 0)),
        // Beta(9, 11); −Gamma(1, 0.02).
        Outcome::Complains => ((310, 592), (-46, -2)),
        // Beta(2, 18); −Gamma(2, 0.03).
        Outcome::WalksAway => ((28, 190), (-117, -16)),
        // Beta(1.5, 8.5); −LogNormal(ln 0.6, 1.0), which the cap of 20 does not touch here.
        Outcome::GoesPublic => ((33, 301), (-2161, -167)),
    };
    Worth { staying: Range { low: staying.0, high: staying.1 }, referred: Range { low: referred.0, high: referred.1 } }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The share of a Beta distribution below `x`, by Simpson's rule after x = sin²: smooth at both ends for a, b ≥ 1.
    fn beta_below(x: f64, a: f64, b: f64) -> f64 {
        let integral = |to: f64| {
            let steps = 2000_u16;
            let step = to / f64::from(steps);
            let at = |n: u16| {
                let angle = step * f64::from(n);
                2.0 * angle.sin().powf(2.0 * a - 1.0) * angle.cos().powf(2.0 * b - 1.0)
            };
            let inner: f64 = (1..steps).map(|n| at(n) * if n % 2 == 1 { 4.0 } else { 2.0 }).sum();
            (at(0) + inner + at(steps)) * step / 3.0
        };
        integral(x.sqrt().asin()) / integral(std::f64::consts::FRAC_PI_2)
    }

    /// A whole number of thousandths is up to half of one away from the percentile.
    fn near(share: f64, wanted: f64) -> bool {
        (share - wanted).abs() < 0.02
    }

    #[test]
    fn the_table_holds_the_tenth_and_ninetieth_percentile_of_the_priors() {
        let priors = [
            (Outcome::ReturnsAndRefers, 17.0, 3.0),
            (Outcome::Passive, 12.0, 8.0),
            (Outcome::Complains, 9.0, 11.0),
            (Outcome::WalksAway, 2.0, 18.0),
            (Outcome::GoesPublic, 1.5, 8.5),
        ];
        for (outcome, a, b) in priors {
            let Range { low, high } = worth(outcome).staying;
            let below = |thousandths: i32| beta_below(f64::from(thousandths) / 1000.0, a, b);
            assert!(near(below(low), 0.1) && near(below(high), 0.9), "{outcome:?}");
        }
        let gamma_one = |x: f64| 1.0 - (-x / 0.02).exp();
        let gamma_two = |x: f64, scale: f64| 1.0 - (-x / scale).exp() * (1.0 + x / scale);
        let of = |outcome| {
            let Range { low, high } = worth(outcome).referred;
            (f64::from(low).abs() / 1000.0, f64::from(high).abs() / 1000.0)
        };
        let (low, high) = of(Outcome::ReturnsAndRefers);
        assert!(near(gamma_two(low, 0.05), 0.1) && near(gamma_two(high, 0.05), 0.9));
        let (most, least) = of(Outcome::Complains);
        assert!(near(gamma_one(least), 0.1) && near(gamma_one(most), 0.9));
        let (most, least) = of(Outcome::WalksAway);
        assert!(near(gamma_two(least, 0.03), 0.1) && near(gamma_two(most, 0.03), 0.9));
        // ln(x / 0.6) is normal: 1.2816 is the ninetieth percentile.
        let (most, least) = of(Outcome::GoesPublic);
        assert!(((most / 0.6).ln() - 1.2816).abs() < 0.005 && ((least / 0.6).ln() + 1.2816).abs() < 0.005);
    }

    #[test]
    fn people_are_shown_two_digits_and_no_sign() {
        let shown = |low, high| Range { low, high }.of_a_hundred();
        assert_eq!(
            [shown(743, 941), shown(0, 0), shown(-46, -2), shown(-2161, -167)],
            [(74, 94), (0, 0), (0, 5), (17, 220)]
        );
    }

    #[test]
    fn better_endings_are_worth_more_and_never_a_certainty() {
        let middle = |range: Range| i32::midpoint(range.low, range.high);
        let staying = Outcome::ALL.map(|outcome| middle(worth(outcome).staying));
        assert!(
            staying[0] > staying[1] && staying[1] > staying[2] && staying[2] > staying[4] && staying[4] >= staying[3]
        );
        for outcome in Outcome::ALL {
            let Worth { staying, referred } = worth(outcome);
            assert!(0 < staying.low && staying.low < staying.high && staying.high < 1000);
            assert!(referred.low <= referred.high);
        }
    }
}
