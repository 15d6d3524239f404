//! Whether people of two groups who are equally able have the same chance at a decision (differential item functioning). It looks at the
//! wording, never at people; no flag is no proof of fairness where groups are small.
//!
//! - Mantel, N., & Haenszel, W. (1959). Statistical aspects of the analysis of data from retrospective studies of disease. Journal of
//!   the National Cancer Institute 22, 719–748.
//! - Holland, P. W., & Thayer, D. T. (1988). Differential item performance and the Mantel–Haenszel procedure. In H. Wainer & H. I.
//!   Braun (eds.), Test validity.
//! - Robins, J., Breslow, N., & Greenland, S. (1986). Estimators of the Mantel–Haenszel variance. Biometrics 42, 311–323.

use serde::Serialize;

use super::interval::quantile;
use super::numbers::{positive, real};
use super::tails::{below_normal, deviate};
use super::{Interval, Refused, Result, at_least, finite};

/// People that each group must have at least.
const LEAST: usize = 100;
/// A delta at least this far from 0 is worth looking at the wording.
const LARGE: f64 = 1.5;

/// One person at one decision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Met {
    /// Whether the person belongs to the group that may be at a disadvantage (the focal group); otherwise to the reference group.
    pub focal: bool,
    /// Whether the decision was met.
    pub right: bool,
    /// The score that says how able the person is, usually the total.
    pub score: f64,
}

/// Counts of equally able people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stratum {
    /// Of the reference group, who met the decision.
    pub reference_right: usize,
    /// Of the reference group, who did not.
    pub reference_wrong: usize,
    /// Of the focal group, who met the decision.
    pub focal_right: usize,
    /// Of the focal group, who did not.
    pub focal_wrong: usize,
}

/// What the Mantel–Haenszel procedure finds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Dif {
    /// The common odds ratio of meeting the decision, reference over focal group.
    pub odds_ratio: f64,
    /// −2.35 · ln of the odds ratio: negative where the decision is harder for the focal group.
    pub delta: f64,
    /// Where the true delta may well lie (95 %).
    pub interval: Interval,
    /// The Mantel–Haenszel chi-squared with continuity correction, one degree of freedom.
    pub chi_squared: f64,
    /// Its p-value.
    pub p: f64,
}

impl Dif {
    /// Whether the difference is large enough to look at the wording: |delta| of at least 1.5.
    #[must_use]
    pub fn flagged(&self) -> bool {
        self.delta.abs() >= LARGE
    }
}

/// The procedure over people, in four strata of about equal size by their score (fewer where scores are tied).
///
/// # Errors
///
/// [`Refused::TooFew`] below 100 people in a group; [`Refused::NotANumber`]; and as [`of_strata`].
pub fn dif(people: &[Met]) -> Result<Dif> {
    finite(people.iter().map(|one| &one.score))?;
    let focal = people.iter().filter(|one| one.focal).count();
    at_least(focal.min(people.len() - focal), LEAST)?;
    let scores: Vec<f64> = people.iter().map(|one| one.score).collect();
    let mut cuts = Vec::new();
    for share in [0.25, 0.5, 0.75] {
        cuts.push(quantile(&scores, share)?);
    }
    let mut strata = [Stratum::default(); 4];
    for one in people {
        let at = cuts.iter().filter(|cut| one.score > **cut).count();
        if let Some(stratum) = strata.get_mut(at) {
            *match (one.focal, one.right) {
                (false, true) => &mut stratum.reference_right,
                (false, false) => &mut stratum.reference_wrong,
                (true, true) => &mut stratum.focal_right,
                (true, false) => &mut stratum.focal_wrong,
            } += 1;
        }
    }
    of_strata(&strata)
}

/// The procedure over strata counted already. Strata without people of both groups say nothing and are left out.
///
/// # Errors
///
/// [`Refused::NoVariance`] where no stratum compares anything; [`Refused::NoSolution`] where the odds ratio would be 0 or infinite.
pub fn of_strata(strata: &[Stratum]) -> Result<Dif> {
    let (mut for_reference, mut for_focal) = (0.0, 0.0);
    let (mut met, mut expected, mut variance) = (0.0, 0.0, 0.0);
    let (mut same, mut mixed, mut other) = (0.0, 0.0, 0.0);
    for stratum in strata {
        let (a, b) = (real(stratum.reference_right), real(stratum.reference_wrong));
        let (c, d) = (real(stratum.focal_right), real(stratum.focal_wrong));
        let all = a + b + c + d;
        if a + b < 1.0 || c + d < 1.0 {
            continue;
        }
        let (towards, against) = (a * d / all, b * c / all);
        for_reference += towards;
        for_focal += against;
        met += a;
        expected += (a + b) * (a + c) / all;
        variance += (a + b) * (c + d) * (a + c) * (b + d) / (all * all * (all - 1.0));
        same += (a + d) / all * towards;
        mixed += (a + d) / all * against + (b + c) / all * towards;
        other += (b + c) / all * against;
    }
    let variance = positive(variance)?;
    if for_reference <= 0.0 || for_focal <= 0.0 {
        return Err(Refused::NoSolution);
    }
    let odds_ratio = for_reference / for_focal;
    let spread = same / (2.0 * for_reference.powi(2))
        + mixed / (2.0 * for_reference * for_focal)
        + other / (2.0 * for_focal.powi(2));
    let delta = -2.35 * odds_ratio.ln();
    let half = 2.35 * deviate(0.95)? * spread.sqrt();
    let chi_squared = ((met - expected).abs() - 0.5).max(0.0).powi(2) / variance;
    let p = 2.0 * below_normal(-chi_squared.sqrt());
    Ok(Dif { odds_ratio, delta, interval: Interval { lower: delta - half, upper: delta + half }, chi_squared, p })
}
