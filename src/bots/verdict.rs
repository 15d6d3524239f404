//! Whether a scenario rewards a habit (measurement §7): no test-wise trainee passes, and none averages over 550.

use serde::Serialize;

use super::simulate::{Row, reseeded};
use super::{Bot, Kind, Reader};
use crate::score::scorecard;
use crate::session::Session;

/// The greatest mean overall score (0–1000) a test-wise trainee may reach.
pub const MOST_MEAN: u16 = 550;
/// One pass in this many plays is chance; more is a reward.
const CHANCE: usize = 20;
/// Plays of each trainee in [`test_wise_passes`].
const PLAYS: usize = 40;
/// Decisions of all its plays together, so that a huge scenario takes no longer than a large one.
const DECISIONS: usize = 20_000;

/// A test-wise trainee whom a scenario rewards.
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

/// Whether a test-wise trainee earned more than chance can explain: more than one play in twenty passed, or the mean overall
/// score is over [`MOST_MEAN`].
#[must_use]
pub fn is_rewarded(row: &Row) -> bool {
    row.kind == Kind::TestWise && earned(row.plays, row.passed, row.overall.map(|overall| overall.mean))
}

fn earned(plays: usize, passed: usize, mean: Option<u16>) -> bool {
    passed * CHANCE > plays || mean.is_some_and(|mean| mean > MOST_MEAN)
}

/// The test-wise trainees whom a scenario rewards, on a small fixed budget: the same answer each time, and no more than a few
/// thousand decisions. Of a scenario too long to be played within it, only what was played to the end counts.
#[must_use]
pub fn test_wise_passes(session: &Session) -> Vec<Rewarded> {
    let mut reader = Reader::new(session);
    let mut left = DECISIONS;
    let mut rewarded = Vec::new();
    for bot in Bot::ALL.iter().filter(|bot| bot.is_test_wise()) {
        if bot.needs_words() && !reader.knows_words() {
            continue;
        }
        let (mut plays, mut passed, mut scores) = (0, 0, Vec::new());
        for n in 0..PLAYS {
            let play = reseeded(session, n);
            let turns = bot.play(&play, &mut reader, left);
            left -= turns.len();
            if left == 0 {
                break;
            }
            let card = scorecard(&play, &turns);
            plays += 1;
            passed += usize::from(card.passed == Some(true));
            scores.extend(card.overall);
        }
        let mean = super::Spread::of(scores).map(|spread| spread.mean);
        if earned(plays, passed, mean) {
            rewarded.push(Rewarded { bot: bot.name, about: bot.about, plays, passed, mean });
        }
    }
    rewarded
}
