//! Whether a scenario rewards a habit (measurement §7): no test-wise trainee passes, and none averages over 55 of 100. Chance
//! passes now and then, so a pass is held against the habit only where it happens more often than by chance.

use serde::Serialize;

use super::simulate::{Row, reseeded};
use super::{Bot, Kind, Reader, Spread};
use crate::score::scorecard;
use crate::session::Session;

/// The greatest mean overall score (0–1000) that chance or a test-wise trainee may reach.
pub const MOST_MEAN: u16 = 550;
/// One pass in this many plays may be chance.
const PASSES: usize = 20;

/// Plays of each trainee in [`test_wise_passes`], and how many decisions they may take together.
const FEW: Effort = Effort { plays: 20, decisions: 250 };
/// Plays of one whose passes may still be chance.
const MANY: Effort = Effort { plays: 200, decisions: 2_500 };
/// A play of more decisions than this is too long for [`test_wise_passes`].
const LONGEST: usize = 300;

/// How long is played: until either is reached.
#[derive(Clone, Copy, Debug)]
struct Effort {
    plays: usize,
    decisions: usize,
}

/// Somebody whom a scenario rewards for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rewarded {
    /// The trainee.
    pub bot: &'static str,
    /// What it does, in one sentence.
    pub about: &'static str,
    /// Plays.
    pub plays: usize,
    /// Plays that passed.
    pub passed: usize,
    /// Mean overall score, 0–1000; none where no play had one.
    pub mean: Option<u16>,
}

/// What a verdict goes by.
#[derive(Clone, Copy, Debug, Default)]
struct Earned {
    plays: usize,
    passed: usize,
    mean: Option<u16>,
}

impl Earned {
    fn of(row: &Row) -> Self {
        Self { plays: row.plays, passed: row.passed, mean: row.overall.map(|overall| overall.mean) }
    }

    /// Whether it is too much: the mean is over [`MOST_MEAN`], or more than one play in twenty passes, and more than twice as
    /// many as by `chance`.
    fn is_too_much(self, chance: Self) -> bool {
        let over = self.mean.is_some_and(|mean| mean > MOST_MEAN);
        let often = self.passed * PASSES > self.plays;
        over || (often && self.passed * chance.plays.max(1) > 2 * chance.passed * self.plays)
    }
}

/// The rows of those whom a scenario rewards for nothing: of test-wise trainees, and of chance itself. Where no row of chance
/// is among them, one pass in twenty is what chance is taken to give.
#[must_use]
pub fn rewarded(rows: &[Row]) -> Vec<&Row> {
    let chance = rows.iter().find(|row| row.kind == Kind::Chance).map(Earned::of).unwrap_or_default();
    let too_much = |row: &&Row| match row.kind {
        Kind::Chance => Earned::of(row).is_too_much(Earned::default()),
        Kind::TestWise => Earned::of(row).is_too_much(chance),
        Kind::Weak | Kind::Able => false,
    };
    rows.iter().filter(too_much).collect()
}

/// Those whom a scenario rewards for nothing, on a small fixed budget: the same answer each time, after a few thousand decisions.
/// Chance is tried too and then stands first. Plays longer than 300 decisions do not count, so of a scenario that has only such
/// plays nothing is known, and nobody is told.
#[must_use]
pub fn test_wise_passes(session: &Session) -> Vec<Rewarded> {
    let mut reader = Reader::new(session);
    let mut chance = Earned::default();
    let mut rewarded = Vec::new();
    for bot in Bot::ALL.iter().filter(|bot| matches!(bot.kind, Kind::Chance | Kind::TestWise)) {
        if bot.needs_words() && !reader.knows_words() {
            continue;
        }
        let mut earned = earn(session, bot, &mut reader, FEW);
        // Of few plays, and fewer that are scored, a mean may be chance as well as a pass.
        let may_be_chance = earned.passed * 2 < earned.plays;
        if earned.is_too_much(chance) && may_be_chance {
            earned = earn(session, bot, &mut reader, MANY);
        }
        if earned.is_too_much(chance) {
            let Earned { plays, passed, mean } = earned;
            rewarded.push(Rewarded { bot: bot.name, about: bot.about, plays, passed, mean });
        }
        if bot.kind == Kind::Chance {
            chance = earned;
        }
    }
    rewarded
}

fn earn(session: &Session, bot: &Bot, reader: &mut Reader, effort: Effort) -> Earned {
    let (mut earned, mut scores, mut decisions) = (Earned::default(), Vec::new(), 0);
    for n in 0..effort.plays {
        let play = reseeded(session, n);
        let turns = bot.play(&play, reader, LONGEST);
        decisions += turns.len();
        if turns.last().is_some_and(|turn| turn.after.state.ending.is_some()) {
            let card = scorecard(&play, &turns);
            earned.plays += 1;
            earned.passed += usize::from(card.passed == Some(true));
            scores.extend(card.overall);
        }
        if decisions >= effort.decisions {
            break;
        }
    }
    earned.mean = Spread::of(scores).map(|spread| spread.mean);
    earned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_habit_is_measured_against_chance() {
        let earned = |passed, mean| Earned { plays: 100, passed, mean: Some(mean) };
        let never = Earned::default();
        assert!(!earned(5, 550).is_too_much(never));
        assert!(earned(6, 400).is_too_much(never));
        assert!(earned(0, 551).is_too_much(never));
        assert!(!earned(20, 400).is_too_much(earned(15, 400)), "chance does that too");
        assert!(earned(40, 400).is_too_much(earned(15, 400)));
    }
}
