//! Small conversations of every construct, for properties that must hold of any scenario: all three replies, facts, promises that
//! fall due, conditions of every kind, ways back, failures, time, waits, silence, every persona. They always load, and have few enough
//! plays to try them all.

mod tell;

use std::fmt::Write;

use super::dice::Dice;
use tell::{Teller, fact_text, head, promise_text};

/// Most plays of a generated conversation.
pub const MOST_PLAYS: usize = 20_000;

/// A conversation of `size` beats and two endings: the same text for the same seed and size. From 2 to about 10 beats.
pub fn random(seed: u64, size: usize) -> String {
    // Of the few that have too many plays, the next one is taken.
    (0..)
        .map(|again| Plan::roll(seed.wrapping_add(again << 32), size))
        .find(|plan| plan.plays() <= MOST_PLAYS)
        .unwrap()
        .ron()
}

/// What a beat asks, and where each reply leads: for a choice or an offer the beats it can lead to, for a paraphrase how many sets
/// of fragments there are.
enum Asks {
    Choose(Vec<Vec<usize>>),
    Commit(Vec<Vec<usize>>),
    Paraphrase { about: Option<Vec<usize>>, decoys: usize, to: Vec<usize> },
}

struct Beat {
    asks: Asks,
    reveals: Vec<usize>,
    due: Option<usize>,
    silence: Option<usize>,
    /// Where to go when there is nothing to ask; always forward.
    otherwise: Option<usize>,
    /// Whether every reply may be withheld.
    guarded: bool,
}

/// The shape of a conversation, before its words and numbers.
struct Plan {
    beats: Vec<Beat>,
    facts: usize,
    promises: usize,
    dice: Dice,
}

impl Plan {
    fn roll(seed: u64, size: usize) -> Self {
        let mut dice = Dice::new(seed);
        let size = size.max(2);
        let facts = 1 + dice.below(3);
        let promises = dice.below(3).min(size / 2);
        let mut beats: Vec<Beat> = (0..size).map(|here| Self::beat(&mut dice, here, size, facts)).collect();
        // A promise falls due in the second half, if a beat there can hold it.
        for promise in 0..promises {
            let here = size / 2 + dice.below(size - size / 2);
            let beat = &mut beats[here];
            if matches!(beat.asks, Asks::Choose(_) | Asks::Commit(_)) && beat.due.is_none() {
                beat.due = Some(promise);
                beat.otherwise = Some(ahead(&mut dice, here, size));
            }
        }
        // A way back from a choice, and a way on from every beat that it can lead through again.
        if size > 2 && dice.percent(50) {
            let from = 1 + dice.below(size - 1);
            let back = dice.below(from + 1);
            if let Asks::Choose(ways) = &mut beats[from].asks
                && let Some(way) = ways.last_mut()
            {
                *way = vec![back];
                for (here, beat) in beats.iter_mut().enumerate().take(from + 1).skip(back) {
                    beat.otherwise.get_or_insert(here + 1);
                }
            }
        }
        Self { beats, facts, promises, dice }
    }

    fn beat(dice: &mut Dice, here: usize, size: usize, facts: usize) -> Beat {
        let reveals: Vec<usize> = (0..facts).filter(|_| dice.percent(40)).collect();
        let ways = |dice: &mut Dice, most: usize| -> Vec<Vec<usize>> {
            (0..2 + dice.below(most - 1)).map(|reply| goals(dice, here, size, reply == 0)).collect()
        };
        let asks = match dice.below(10) {
            0 | 1 => {
                let some: Vec<usize> = (0..facts).filter(|_| dice.percent(60)).collect();
                let about = (dice.percent(50) && !some.is_empty()).then_some(some);
                Asks::Paraphrase { about, decoys: 2, to: goals(dice, here, size, true) }
            }
            2 | 3 => Asks::Commit(ways(dice, 3)),
            _ => Asks::Choose(ways(dice, 4)),
        };
        let guarded = dice.percent(15);
        let needs = guarded || matches!(asks, Asks::Paraphrase { .. });
        let otherwise = (needs || dice.percent(15)).then(|| ahead(dice, here, size));
        let silence = dice.percent(20).then(|| ahead(dice, here, size));
        Beat { asks, reveals, due: None, silence, otherwise, guarded }
    }

    /// An upper bound on the plays: every way of every reply, whatever the conditions say.
    fn plays(&self) -> usize {
        let mut taken = vec![0_u8; self.beats.len()];
        self.plays_from(0, &mut taken, MOST_PLAYS + 1)
    }

    /// Plays from a beat on, counted no further than `most`. `taken` has a bit for each reply given before.
    fn plays_from(&self, here: usize, taken: &mut [u8], most: usize) -> usize {
        let Some(beat) = self.beats.get(here) else { return 1 };
        let mut plays = 0;
        let may_pass = beat.otherwise.is_some();
        match &beat.asks {
            Asks::Choose(ways) | Asks::Commit(ways) => {
                let commit = matches!(beat.asks, Asks::Commit(_));
                for (reply, to) in ways.iter().enumerate() {
                    let before = taken[here];
                    if before & (1 << reply) != 0 || (commit && before != 0) {
                        continue;
                    }
                    taken[here] |= 1 << reply;
                    for next in to {
                        if plays < most {
                            plays += self.plays_from(*next, taken, most - plays);
                        }
                    }
                    taken[here] = before;
                }
            }
            Asks::Paraphrase { about, decoys, to } => {
                let facts = about.as_ref().map_or(self.facts, Vec::len);
                let sets = (1 << (facts + decoys)) - 1;
                for next in to {
                    if plays < most {
                        plays += sets * self.plays_from(*next, taken, most.div_ceil(sets));
                    }
                }
            }
        }
        for next in beat.silence.iter().chain(beat.otherwise.iter().filter(|_| may_pass)) {
            if plays < most {
                plays += self.plays_from(*next, taken, most - plays);
            }
        }
        plays.min(most)
    }

    fn ron(mut self) -> String {
        let dice = &mut self.dice;
        let mut text = head(dice);
        let all: Vec<String> = (0..self.facts).map(|fact| fact_text(dice, fact)).collect();
        let _ = writeln!(text, "    facts: {{ {} }},", all.join(", "));
        let all: Vec<String> = (0..self.promises).map(|promise| promise_text(dice, promise)).collect();
        let _ = writeln!(text, "    promises: {{ {} }},\n    start: \"b0\",\n    beats: {{", all.join(", "));
        let mut teller = Teller { beats: &self.beats, facts: self.facts, promises: self.promises, dice };
        for here in 0..self.beats.len() {
            teller.beat(&mut text, here);
        }
        let size = self.beats.len();
        let _ = writeln!(text, "        \"b{size}\": (says: \"Thank you.\"),");
        let _ = writeln!(text, "        \"b{}\": (scene: \"Later.\", channel: Social),", size + 1);
        text.push_str(
            r#"    },
    outcomes: {
        ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e",
    },
)
"#,
        );
        text
    }
}

/// A beat further on; the two after the last beat are endings.
fn ahead(dice: &mut Dice, here: usize, size: usize) -> usize {
    let far = *dice.one_of(&[1, 1, 1, 1, 2, 2, 3]);
    here + far.min(size + 1 - here)
}

/// One to three beats further on, the first of them the next one where `next` is set, so that every beat can be reached.
fn goals(dice: &mut Dice, here: usize, size: usize, next: bool) -> Vec<usize> {
    let count = if dice.percent(25) { 2 } else { 1 };
    let mut to: Vec<usize> = (0..count).map(|_| ahead(dice, here, size)).collect();
    if next && let Some(last) = to.last_mut() {
        *last = here + 1;
    }
    to
}
