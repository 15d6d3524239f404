//! What better endings may be worth a year: a what-if fed by an organisation's own figures, as a range and never as one number
//! (science/business-impact.md, 3 to 6). It is no evidence that training caused money, and never about one person.

use serde::Serialize;

use super::chance::Chance;
use crate::customer::Outcome;

/// Fewer attempts than this before or after, and nothing is said.
pub const FEWEST: u64 = 30;
/// Draws of an estimate; doubled until its two halves agree.
const DRAWS: usize = 20_000;
/// The seed of every estimate.
pub const SEED: u64 = 20_260_101;
/// Years that are counted.
const YEARS: i32 = 3;
/// What a sum next year is worth less.
const DISCOUNT: f64 = 0.10;

/// An organisation's own figures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// Contacts about failures a year that reach trained staff.
    pub contacts: f64,
    /// Yearly margin, not revenue, of one customer.
    pub margin: f64,
    /// What the training costs with staff hours: at least, at most.
    pub cost: (f64, f64),
}

/// The tenth percentile, the median and the ninetieth percentile.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// One in ten draws lies below.
    pub low: f64,
    /// Half lie below.
    pub middle: f64,
    /// One in ten lies above.
    pub high: f64,
}

/// What better endings may be worth a year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// Margin a year, before cost.
    pub gain: Spread,
    /// After the cost of training.
    pub net: Spread,
    /// Share of draws in which training costs more than it brings, 0 to 1.
    pub loses: f64,
    /// The share of the gain that must reach the job for half the draws to pay; none where there is no gain.
    pub break_even: Option<f64>,
    /// Each assumption by its id, with its rank correlation with the net, the strongest first.
    pub sensitivity: Vec<(&'static str, f64)>,
    /// Draws that were made.
    pub draws: usize,
}

/// One draw: what it assumes, and what comes of it.
struct Draw {
    assumed: [f64; 6],
    gain: f64,
    net: f64,
}

/// The ids of the assumptions of a draw, in their order.
const ASSUMED: [&str; 6] = ["transfer", "endings", "contacts", "margin", "survival", "cost"];

/// What the change from one set of endings to another may be worth; both by [`Outcome::rank`], from parallel forms. None with fewer than
/// [`FEWEST`] of either.
#[must_use]
pub fn estimate(before: [u64; 5], after: [u64; 5], figures: Figures) -> Option<Estimate> {
    if before.iter().sum::<u64>().min(after.iter().sum()) < FEWEST {
        return None;
    }
    let mut chance = Chance::new(SEED);
    let mut draws: Vec<Draw> = Vec::new();
    loop {
        let more = draws.len().max(DRAWS);
        draws.extend((0..more).map(|_| draw(&mut chance, before, after, figures)));
        if agree(&draws) || draws.len() >= 8 * DRAWS {
            break;
        }
    }
    let of = |value: &dyn Fn(&Draw) -> f64| draws.iter().map(value).collect::<Vec<f64>>();
    let net = of(&|draw| draw.net);
    let per_share = spread(of(&|draw| draw.gain / draw.assumed.first().copied().unwrap_or(1.0))).middle;
    let cost = f64::midpoint(figures.cost.0, figures.cost.1);
    let mut sensitivity: Vec<(&'static str, f64)> = ASSUMED
        .iter()
        .enumerate()
        .map(|(at, name)| {
            (*name, rank_correlation(&of(&|draw| draw.assumed.get(at).copied().unwrap_or_default()), &net))
        })
        .collect();
    sensitivity.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
    Some(Estimate {
        gain: spread(of(&|draw| draw.gain)),
        loses: share(net.iter().filter(|net| **net < 0.0).count(), net.len()),
        net: spread(net),
        break_even: (per_share > 0.0).then(|| cost / per_share),
        sensitivity,
        draws: draws.len(),
    })
}

/// Of a hundred customers who end like these: how many are still customers after a year. None with fewer than [`FEWEST`].
#[must_use]
pub fn staying(endings: [u64; 5]) -> Option<Spread> {
    if endings.iter().sum::<u64>() < FEWEST {
        return None;
    }
    let mut chance = Chance::new(SEED);
    let mut one = || {
        let shares = chance.shares(endings);
        Outcome::ALL.into_iter().map(|outcome| at(shares, outcome) * stays(&mut chance, outcome)).sum::<f64>() * 100.0
    };
    Some(spread((0..DRAWS).map(|_| one()).collect()))
}

fn draw(chance: &mut Chance, before: [u64; 5], after: [u64; 5], figures: Figures) -> Draw {
    let contacts = (figures.contacts * (1.0 + 0.10 * chance.normal())).max(0.0);
    let margin = chance.lognormal(figures.margin.max(f64::MIN_POSITIVE).ln(), 0.25);
    let survival = chance.pert(0.60, 0.75, 0.90);
    let life: f64 = (0..YEARS).map(|year| (survival / (1.0 + DISCOUNT)).powi(year)).sum();
    let reaches = chance.pert(0.05, 0.20, 0.50);
    let cost = chance.between(figures.cost.0, figures.cost.1);
    let (first, second) = (chance.shares(before), chance.shares(after));
    let change: f64 = Outcome::ALL
        .into_iter()
        .map(|outcome| (at(second, outcome) - at(first, outcome)) * (stays(chance, outcome) + brings(chance, outcome)))
        .sum();
    let gain = contacts * reaches * change * margin * life;
    Draw { assumed: [reaches, change, contacts, margin, life, cost], gain, net: gain - cost }
}

fn at(shares: [f64; 5], outcome: Outcome) -> f64 {
    shares.get(usize::from(outcome.rank())).copied().unwrap_or_default()
}

/// Whether a customer is still one after twelve months, as a share of such customers.
fn stays(chance: &mut Chance, outcome: Outcome) -> f64 {
    match outcome {
        Outcome::ReturnsAndRefers => chance.beta(17.0, 3.0),
        Outcome::Passive => chance.beta(12.0, 8.0),
        Outcome::Complains => chance.beta(9.0, 11.0),
        Outcome::WalksAway => chance.beta(2.0, 18.0),
        Outcome::GoesPublic => chance.beta(1.5, 8.5),
    }
}

/// Customers a year that one such customer brings, or below zero keeps away.
fn brings(chance: &mut Chance, outcome: Outcome) -> f64 {
    match outcome {
        Outcome::ReturnsAndRefers => 0.05 * chance.gamma(2.0),
        Outcome::Passive => 0.0,
        Outcome::Complains => -0.02 * chance.gamma(1.0),
        Outcome::WalksAway => -0.03 * chance.gamma(2.0),
        Outcome::GoesPublic => -chance.lognormal(0.6_f64.ln(), 1.0).min(20.0),
    }
}

/// Whether the medians of two halves differ by less than 3 % of the range.
fn agree(draws: &[Draw]) -> bool {
    let (one, other) = draws.split_at(draws.len() / 2);
    let of = |half: &[Draw]| spread(half.iter().map(|draw| draw.net).collect());
    let all = of(draws);
    (of(one).middle - of(other).middle).abs() < 0.03 * (all.high - all.low)
}

fn spread(mut values: Vec<f64>) -> Spread {
    values.sort_by(f64::total_cmp);
    let at = |tenths: usize| values.get(values.len() * tenths / 10).copied().unwrap_or_default();
    Spread { low: at(1), middle: at(5), high: at(9) }
}

/// Spearman's correlation; draws are real numbers, so ties do not happen.
fn rank_correlation(one: &[f64], other: &[f64]) -> f64 {
    let ranks = |values: &[f64]| {
        let mut order: Vec<usize> = (0..values.len()).collect();
        let value = |at: usize| values.get(at).copied().unwrap_or_default();
        order.sort_by(|a, b| value(*a).total_cmp(&value(*b)));
        let mut ranks = vec![0_usize; values.len()];
        for (rank, at) in order.into_iter().enumerate() {
            if let Some(place) = ranks.get_mut(at) {
                *place = rank;
            }
        }
        ranks
    };
    let n = share(one.len(), 1);
    let squares: f64 = ranks(one).into_iter().zip(ranks(other)).map(|(a, b)| share(a.abs_diff(b), 1).powi(2)).sum();
    if n < 2.0 { 0.0 } else { 1.0 - 6.0 * squares / (n * (n * n - 1.0)) }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of draws stay far below 2^52")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test that is wrong may panic")]
mod tests {
    use super::*;

    /// The endings of the worked example, from the best to the worst, as they are counted here.
    fn counted(best_first: [u64; 5]) -> [u64; 5] {
        let mut counts = [0; 5];
        let order =
            [Outcome::ReturnsAndRefers, Outcome::Passive, Outcome::Complains, Outcome::WalksAway, Outcome::GoesPublic];
        for (outcome, count) in order.into_iter().zip(best_first) {
            counts[usize::from(outcome.rank())] = count;
        }
        counts
    }

    #[test]
    fn the_worked_example_comes_out_as_published() {
        let figures = Figures { contacts: 4_000.0, margin: 120.0, cost: (18_000.0, 26_000.0) };
        let found =
            estimate(counted([30, 40, 45, 20, 5]), counted([55, 45, 28, 10, 2]), figures).expect("enough attempts");
        let near = |found: Spread, [low, middle, high]: [f64; 3]| {
            let room = 0.10 * (high - low);
            (found.low - low).abs() < room && (found.middle - middle).abs() < room && (found.high - high).abs() < room
        };
        assert!(near(found.gain, [13_000.0, 31_000.0, 65_000.0]), "{:?}", found.gain);
        assert!(near(found.net, [-9_000.0, 9_000.0, 43_000.0]), "{:?}", found.net);
        assert!((found.loses - 0.31).abs() < 0.05, "{}", found.loses);
        assert!(found.break_even.is_some_and(|share| (0.08..0.25).contains(&share)), "{:?}", found.break_even);
        assert_eq!(found.sensitivity.first().map(|(name, _)| *name), Some(ASSUMED[0]), "{:?}", found.sensitivity);
    }

    #[test]
    fn too_few_attempts_are_worth_nothing_that_could_be_told() {
        let figures = Figures { contacts: 4_000.0, margin: 120.0, cost: (1.0, 2.0) };
        assert_eq!(estimate([29, 0, 0, 0, 0], [100, 0, 0, 0, 0], figures), None);
        assert_eq!(staying([0, 0, 0, 0, 29]), None);
    }

    #[test]
    fn better_endings_keep_more_customers() {
        let good = staying(counted([60, 30, 10, 0, 0])).expect("enough");
        let bad = staying(counted([0, 10, 30, 50, 10])).expect("enough");
        assert!(good.low > bad.high && good.high < 100.0 && bad.low > 0.0, "{good:?} {bad:?}");
    }
}
