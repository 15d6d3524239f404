//! Thousands of plays, and what they earned. Whole numbers only, so that every platform gets the same table.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Bot, Kind, Reader};
use crate::customer::Outcome;
use crate::scenario::CompetencyId;
use crate::score::scorecard;
use crate::session::Session;

/// What one trainee earned in a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The trainee.
    pub bot: &'static str,
    /// What it stands for.
    pub kind: Kind,
    /// Plays.
    pub plays: usize,
    /// Plays that passed.
    pub passed: usize,
    /// Overall scores, 0–1000, of the plays that had one.
    pub overall: Option<Spread>,
    /// Plays with too little evidence for an overall score.
    pub unscored: usize,
    /// Mean score of each competency of the rubric, 0–1000, over the plays that were asked for it.
    pub competencies: BTreeMap<CompetencyId, u16>,
    /// How often each ending was reached; endings never reached are left out.
    pub outcomes: BTreeMap<Outcome, usize>,
    /// Plays in which the customer left before the end.
    pub left: usize,
    /// Decisions in all plays together.
    pub decisions: usize,
}

/// How scores lie, in model units (0–1000).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// Mean, half up.
    pub mean: u16,
    /// Standard deviation over these plays, half up.
    pub deviation: u16,
    /// Least.
    pub least: u16,
    /// A quarter of the plays have this or less.
    pub lower: u16,
    /// Half of the plays have this or less.
    pub median: u16,
    /// Three quarters of the plays have this or less.
    pub upper: u16,
    /// Greatest.
    pub greatest: u16,
}

impl Spread {
    /// The spread of scores; none where there is no score.
    #[must_use]
    pub fn of(mut scores: Vec<u16>) -> Option<Self> {
        scores.sort_unstable();
        let (least, greatest) = (*scores.first()?, *scores.last()?);
        let n = u64::try_from(scores.len()).unwrap_or(u64::MAX);
        let sum: u64 = scores.iter().map(|score| u64::from(*score)).sum();
        let squares: u64 = scores.iter().map(|score| u64::from(*score) * u64::from(*score)).sum();
        // Twice the deviation, so that it can be rounded half up: √(4·(n·Σx² − (Σx)²) ÷ n²).
        let twice = (4 * (n * squares - sum * sum) / (n * n)).isqrt();
        let quarter = |k: usize| scores.get((k * scores.len()).div_ceil(4).saturating_sub(1)).copied().unwrap_or(least);
        Some(Self {
            mean: half_up(sum, n),
            deviation: half_up(twice, 2),
            least,
            lower: quarter(1),
            median: quarter(2),
            upper: quarter(3),
            greatest,
        })
    }
}

/// A quotient of scores, half up.
fn half_up(sum: u64, n: u64) -> u16 {
    u16::try_from((2 * sum + n) / (2 * n.max(1))).unwrap_or(u16::MAX)
}

/// Lets each trainee play `plays` times. Play n is shown in the order of the seed `session.seed() + n`, the same for all of
/// them. Trainees who need lists of words are left out where the scenario's language has none.
#[must_use]
pub fn simulate(session: &Session, bots: &[&Bot], plays: usize) -> Vec<Row> {
    let mut reader = Reader::new(session);
    let able = bots.iter().filter(|bot| reader.knows_words() || !bot.needs_words()).copied().collect::<Vec<_>>();
    able.into_iter().map(|bot| row(session, bot, &mut reader, plays)).collect()
}

fn row(session: &Session, bot: &Bot, reader: &mut Reader, plays: usize) -> Row {
    let mut tally = Tally::default();
    for n in 0..plays {
        let play = reseeded(session, n);
        let turns = bot.play(&play, reader, usize::MAX);
        tally.add(&play, &turns);
    }
    tally.row(bot, plays)
}

/// The session of play `n`.
pub(super) fn reseeded(session: &Session, n: usize) -> Session {
    session.with_seed(session.seed().wrapping_add(u64::try_from(n).unwrap_or(u64::MAX)))
}

/// What is counted while playing.
#[derive(Default)]
struct Tally {
    scores: Vec<u16>,
    passed: usize,
    competencies: BTreeMap<CompetencyId, (u64, u64)>,
    outcomes: BTreeMap<Outcome, usize>,
    left: usize,
    decisions: usize,
}

impl Tally {
    fn add(&mut self, session: &Session, turns: &[crate::session::Turn]) {
        let card = scorecard(session, turns);
        self.decisions += turns.len();
        self.scores.extend(card.overall);
        self.passed += usize::from(card.passed == Some(true));
        for competency in card.competencies {
            let Some(score) = competency.score else { continue };
            let (sum, n) = self.competencies.entry(competency.id).or_default();
            *sum += u64::from(score);
            *n += 1;
        }
        if let Some(ending) = card.ending {
            *self.outcomes.entry(ending.outcome).or_default() += 1;
            self.left += usize::from(ending.left);
        }
    }

    fn row(self, bot: &Bot, plays: usize) -> Row {
        Row {
            bot: bot.name,
            kind: bot.kind,
            plays,
            passed: self.passed,
            unscored: plays - self.scores.len(),
            overall: Spread::of(self.scores),
            competencies: self.competencies.into_iter().map(|(id, (sum, n))| (id, half_up(sum, n))).collect(),
            outcomes: self.outcomes,
            left: self.left,
            decisions: self.decisions,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spreads_are_whole_numbers_by_the_book() {
        assert_eq!(Spread::of(Vec::new()), None);
        let one = Spread::of(vec![700]).expect("one score");
        assert_eq!((one.mean, one.deviation, one.lower, one.upper), (700, 0, 700, 700));
        let four = Spread::of(vec![400, 100, 300, 200]).expect("four scores");
        assert_eq!((four.mean, four.deviation), (250, 112), "√12500 = 111.8");
        assert_eq!((four.least, four.lower, four.median, four.upper, four.greatest), (100, 100, 200, 300, 400));
        assert_eq!(Spread::of(vec![0, 1]).map(|two| (two.mean, two.deviation)), Some((1, 1)), "half up");
    }
}
