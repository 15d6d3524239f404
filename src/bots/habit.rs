//! The habits: how each trainee picks among replies, and what it ticks when asked what it heard.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::chance::Chance;
use super::reading::{Reader, Traits};
use super::{Bot, Kind};
use crate::scenario::ReplyId;
use crate::session::{Ask, Fragment, Given, Session, State};

/// How a trainee answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habit {
    pick: Pick,
    tick: Tick,
    pub needs_words: bool,
}

/// What a reply is worth to a habit, most important first.
type Worth = [i64; 3];

/// How one of several replies is picked.
#[derive(Clone, Copy, Debug)]
enum Pick {
    /// Any.
    Random,
    /// The one shown first.
    First,
    /// The one shown last.
    Last,
    /// The one worth most; of equals the one shown first.
    Most(fn(&Traits) -> Worth),
    /// The one worth most in four of five cases, else the next.
    MostlyMost(fn(&Traits) -> Worth),
}

/// Which fragments are ticked.
#[derive(Clone, Copy, Debug)]
enum Tick {
    /// Each or not, by chance; at least one.
    Random,
    /// Only the first.
    First,
    /// Only the last.
    Last,
    /// All of them, decoys too.
    All,
    /// Every fact and no decoy.
    Facts,
    /// The root causes alone; every fact where none is there.
    Roots,
    /// The decoys alone; the first fragment where there is none.
    Decoys,
    /// Every fact and no decoy in four of five cases, else all but one fact, with a decoy.
    MostlyFacts,
}

impl Habit {
    /// Its answer; none where nothing is asked.
    pub(super) fn answer(
        self,
        session: &Session,
        state: &State,
        reader: &mut Reader,
        chance: &mut Chance,
    ) -> Option<Given> {
        match &state.ask {
            Ask::Choose(replies) | Ask::Commit(replies) => {
                self.pick.among(session, state, replies, reader, chance).cloned().map(Given::Reply)
            }
            Ask::Paraphrase(fragments) => Some(Given::Fragments(self.tick.among(session, fragments, chance))),
            Ask::Nothing => None,
        }
    }
}

impl Pick {
    fn among<'r>(
        self,
        session: &Session,
        state: &State,
        replies: &'r [ReplyId],
        reader: &mut Reader,
        chance: &mut Chance,
    ) -> Option<&'r ReplyId> {
        let mut ranked = |worth: fn(&Traits) -> Worth| {
            let mut ranked: Vec<(Reverse<Worth>, usize, &'r ReplyId)> = replies
                .iter()
                .enumerate()
                .map(|(place, reply)| (Reverse(worth(&reader.traits(session, &state.beat, reply))), place, reply))
                .collect();
            ranked.sort();
            ranked.into_iter().map(|(_, _, reply)| reply)
        };
        match self {
            Self::Random => replies.get(chance.below(replies.len())),
            Self::First => replies.first(),
            Self::Last => replies.last(),
            Self::Most(worth) => ranked(worth).next(),
            Self::MostlyMost(worth) => {
                let slip = usize::from(replies.len() > 1 && !chance.happens(4, 5));
                ranked(worth).nth(slip)
            }
        }
    }
}

impl Tick {
    fn among(self, session: &Session, fragments: &[Fragment], chance: &mut Chance) -> BTreeSet<String> {
        let is_root = |fragment: &&Fragment| {
            let fact = fragment.fact.as_ref().and_then(|fact| session.scenario().facts.get(fact));
            fact.is_some_and(|fact| fact.root_cause)
        };
        let of = |keep: &dyn Fn(&&Fragment) -> bool| ids(fragments.iter().filter(keep));
        let facts = || of(&|fragment| fragment.fact.is_some());
        let chosen = match self {
            Self::Random => ids(fragments.iter().filter(|_| chance.happens(1, 2))),
            Self::First => ids(fragments.first()),
            Self::Last => ids(fragments.last()),
            Self::All => ids(fragments),
            Self::Facts => facts(),
            Self::Roots => Some(of(&is_root)).filter(|roots| !roots.is_empty()).unwrap_or_else(facts),
            Self::Decoys => of(&|fragment| fragment.fact.is_none()),
            Self::MostlyFacts if chance.happens(4, 5) => facts(),
            Self::MostlyFacts => {
                let mut chosen = facts();
                let forgotten = chosen.iter().nth(chance.below(chosen.len())).cloned();
                if let Some(forgotten) = forgotten {
                    chosen.remove(&forgotten);
                }
                chosen.extend(fragments.iter().find(|one| one.fact.is_none()).map(|one| one.id.clone()));
                chosen
            }
        };
        // Nothing at all cannot be said.
        if chosen.is_empty() { ids(fragments.first()) } else { chosen }
    }
}

fn ids<'f>(fragments: impl IntoIterator<Item = &'f Fragment>) -> BTreeSet<String> {
    fragments.into_iter().map(|fragment| fragment.id.clone()).collect()
}

const fn bot(name: &'static str, about: &'static str, kind: Kind, pick: Pick, tick: Tick) -> Bot {
    Bot { name, about, kind, habit: Habit { pick, tick, needs_words: false } }
}

/// A trainee who needs the lists of words.
const fn reader(name: &'static str, about: &'static str, kind: Kind, worth: fn(&Traits) -> Worth, tick: Tick) -> Bot {
    Bot { name, about, kind, habit: Habit { pick: Pick::Most(worth), tick, needs_words: true } }
}

/// The trainees.
pub(super) const ALL: &[Bot] = &[
    bot("random", "picks by chance", Kind::Chance, Pick::Random, Tick::Random),
    bot("first", "always takes the reply shown first", Kind::TestWise, Pick::First, Tick::First),
    bot("last", "always takes the reply shown last", Kind::TestWise, Pick::Last, Tick::Last),
    bot("longest", "always takes the longest reply", Kind::TestWise, Pick::Most(|seen| [seen.length, 0, 0]), Tick::All),
    bot(
        "shortest",
        "always takes the shortest reply",
        Kind::TestWise,
        Pick::Most(|seen| [-seen.length, 0, 0]),
        Tick::First,
    ),
    bot(
        "asks",
        "takes the reply with the most questions",
        Kind::TestWise,
        Pick::Most(|seen| [seen.asks, 0, 0]),
        Tick::All,
    ),
    bot(
        "acts",
        "takes a reply that does something before one that only speaks, then the longer",
        Kind::TestWise,
        Pick::Most(|seen| [seen.acts, seen.length, 0]),
        Tick::All,
    ),
    reader(
        "politest",
        "takes the reply with the most polite words",
        Kind::TestWise,
        |seen| [seen.found.polite, 0, 0],
        Tick::All,
    ),
    reader(
        "long-polite",
        "takes the longest of the polite replies",
        Kind::TestWise,
        |seen| [seen.found.polite.min(1), seen.length, 0],
        Tick::All,
    ),
    reader(
        "sorry",
        "apologises for everything, as often as it can",
        Kind::TestWise,
        |seen| [seen.found.sorry, 0, 0],
        Tick::All,
    ),
    reader(
        "long-sorry",
        "takes the longest reply with an apology in it",
        Kind::TestWise,
        |seen| [seen.found.sorry.min(1), seen.length, 0],
        Tick::All,
    ),
    reader(
        "script",
        "speaks like a corporate script: inconvenience, policy, patience",
        Kind::TestWise,
        |seen| [seen.found.script, 0, 0],
        Tick::All,
    ),
    bot(
        "payer",
        "offers the most money it can, first of all",
        Kind::TestWise,
        Pick::Most(|seen| [seen.pays.0, seen.pays.1, seen.found.money]),
        Tick::All,
    ),
    bot(
        "promiser",
        "promises whatever it can, soonest and least likely first",
        Kind::TestWise,
        Pick::Most(|seen| [seen.promises * 2 + seen.hollow, -seen.due, seen.renegotiates]),
        Tick::All,
    ),
    reader(
        "defensive",
        "explains, excuses and blames",
        Kind::Weak,
        |seen| [seen.found.excuses, -seen.found.sorry, 0],
        Tick::First,
    ),
    bot(
        "listener",
        "listens as well as it can and never follows through",
        Kind::Weak,
        Pick::Most(|seen| [seen.listening, seen.breaks, -seen.follow]),
        Tick::Facts,
    ),
    bot(
        "cause-only",
        "takes a middling reply, and of what it heard only the root cause",
        Kind::Weak,
        Pick::Most(|seen| [-(seen.scored - 2).abs(), 0, 0]),
        Tick::Roots,
    ),
    bot(
        "worst",
        "takes the reply with the lowest levels and hears what nobody said",
        Kind::Weak,
        Pick::Most(|seen| [-seen.scored, -seen.all, 0]),
        Tick::Decoys,
    ),
    bot(
        "skilled",
        "takes the strongest reply in four of five cases, else the next",
        Kind::Able,
        Pick::MostlyMost(|seen| [seen.scored, seen.all, 0]),
        Tick::MostlyFacts,
    ),
    bot(
        "perfect",
        "always takes the strongest reply",
        Kind::Able,
        Pick::Most(|seen| [seen.scored, seen.all, 0]),
        Tick::Facts,
    ),
];
