//! How far a conversation can be brought at most: facts taken up, promises kept and the rank of the outcome, over all plays
//! (design §3a, "Closed by your choice"). An attempt's own end beside it is its path efficiency.
//!
//! Not every state is looked at, as for the other answers, but first those from which most can still be come to: once a play has come to
//! that, no other can come to more.

use rustc_hash::FxHashSet;

use super::layout::Layout;
use super::live::{Live, groups, live, targets, written};
use super::menu::Menus;
use crate::customer::{Outcome, Variable};
use crate::session::plan::{Bits, Core, Effect, Index, Plan, Reply, at};
use crate::session::{PromiseState, Session, State};

/// The most that any play comes to; none where `memory` bytes are not enough to be certain.
#[must_use]
pub fn furthest(session: &Session, memory: usize) -> Option<u32> {
    let plan = session.plan();
    Search::new(plan, memory).run()
}

/// What a state that has ended came to; none where it has not ended.
#[must_use]
pub fn came_to(state: &State) -> Option<u32> {
    let ending = state.ending?;
    let kept = state.promises.values().filter(|fate| **fate == PromiseState::Kept).count();
    Some(u32::from(ending.outcome.rank()) + number(state.noticed.len() + kept))
}

/// Path efficiency, 0–1000, half up: what an attempt came to as a share of the most that could be come to; all of it where nothing could.
#[must_use]
pub fn efficiency(came_to: u32, furthest: u32) -> u16 {
    if furthest == 0 {
        return 1000;
    }
    let share = (2000 * u64::from(came_to) + u64::from(furthest)) / (2 * u64::from(furthest));
    u16::try_from(share).unwrap_or(u16::MAX)
}

/// What can still happen from a beat on, as far as the ways between beats tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Hope {
    /// Facts that a reply can use.
    uses: Bits,
    /// Facts that can be summed up, once they are known.
    hears: Bits,
    /// Facts that can become known.
    reveals: Bits,
    /// Promises that can be kept.
    keeps: Bits,
    /// Promises that can be made.
    makes: Bits,
}

impl Hope {
    fn join(&mut self, other: &Self) {
        for (mine, theirs) in [
            (&mut self.uses, &other.uses),
            (&mut self.hears, &other.hears),
            (&mut self.reveals, &other.reveals),
            (&mut self.keeps, &other.keeps),
            (&mut self.makes, &other.makes),
        ] {
            theirs.numbers().for_each(|number| {
                mine.add(number);
            });
        }
    }

    /// What a beat itself offers.
    fn of(plan: &Plan, index: Index) -> Self {
        let mut hope = Self::default();
        let Some(beat) = plan.beats.get(at(index)) else { return hope };
        hope.reveals = beat.reveals.iter().copied().collect();
        let moves = match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit { offers: moves, .. }) => moves.as_ref(),
            Some(Reply::Paraphrase(paraphrase)) => {
                let all = || (0..number(plan.facts.len())).collect();
                hope.hears = paraphrase.about.clone().unwrap_or_else(all);
                &[]
            }
            None => &[],
        };
        let silence = beat.silence.iter().flat_map(|silence| silence.effects.iter());
        for effect in moves.iter().flat_map(|one| one.effects.iter()).chain(silence) {
            match effect {
                Effect::Use(fact) => hope.uses.add(*fact),
                Effect::Keep(promise) => hope.keeps.add(*promise),
                Effect::Make(promise) => hope.makes.add(*promise),
                _ => false,
            };
        }
        hope
    }

    /// From each beat on, in the order of the beats.
    fn of_all(plan: &Plan, groups: &[Vec<Index>]) -> Vec<Self> {
        let mut hopes: Vec<Self> = (0..number(plan.beats.len())).map(|index| Self::of(plan, index)).collect();
        for group in groups.iter().rev() {
            // Within a group everybody can come to everything: as many rounds as it has beats carry it everywhere.
            for index in group.iter().flat_map(|_| group) {
                let Some(mut joined) = hopes.get(at(*index)).cloned() else { continue };
                let next = plan.beats.get(at(*index)).map(targets).unwrap_or_default();
                next.iter().filter_map(|target| hopes.get(at(*target))).for_each(|there| joined.join(there));
                if let Some(here) = hopes.get_mut(at(*index)) {
                    *here = joined;
                }
            }
        }
        hopes
    }
}

/// The search: states by the most that can be hoped for from them.
struct Search<'a> {
    plan: &'a Plan,
    live: Vec<Live>,
    layout: Layout,
    hopes: Vec<Hope>,
    menus: Menus,
    /// By the most that can be hoped for: the states that wait to be looked at.
    waiting: Vec<Vec<Core>>,
    seen: FxHashSet<Box<[u64]>>,
    /// The most that a play has come to.
    reached: Option<u32>,
    memory: usize,
    bytes: usize,
}

impl<'a> Search<'a> {
    fn new(plan: &'a Plan, memory: usize) -> Self {
        let groups = groups(plan);
        let mut live = live(plan, &groups);
        for beat in &mut live {
            // What was taken up and kept counts at the end, whether or not anything asks for it on the way.
            beat.noticed.extend(0..number(plan.facts.len()));
            beat.promises.extend(0..number(plan.promises.len()));
        }
        let layout = Layout::new(plan, &live, written(plan));
        let hopes = Hope::of_all(plan, &groups);
        let menus = Menus::new(plan);
        let (waiting, seen) = (Vec::new(), FxHashSet::default());
        Self { plan, live, layout, hopes, menus, waiting, seen, reached: None, memory, bytes: 0 }
    }

    fn run(mut self) -> Option<u32> {
        let first = self.plan.begin(&mut ());
        let mut scratch = first.clone();
        self.note(&first);
        while let Some((core, most)) = self.next() {
            if self.reached.is_some_and(|reached| reached >= most) {
                break;
            }
            if self.bytes > self.memory {
                return None;
            }
            let menu = self.menus.number(self.plan, &self.live, &core);
            let items = self.menus.take(menu);
            let mut after: Vec<Core> = Vec::with_capacity(items.len());
            for item in &items {
                scratch.clone_from(&core);
                item.give.apply(self.plan, &mut scratch, &mut ());
                after.push(scratch.clone());
            }
            self.menus.give_back(menu, items);
            // The last is looked at first: where the customer is happiest, an end is soon a good one.
            after.sort_by_key(|core| {
                core.customer.read(Variable::Satisfaction) + core.customer.read(Variable::Returning)
            });
            for core in &after {
                self.note(core);
            }
        }
        self.reached
    }

    /// A state from which most can be hoped for, with that.
    fn next(&mut self) -> Option<(Core, u32)> {
        while let Some(states) = self.waiting.last_mut() {
            if let Some(core) = states.pop() {
                return Some((core, number(self.waiting.len() - 1)));
            }
            self.waiting.pop();
        }
        None
    }

    /// Takes note of a state: an end, or one that is to be looked at where it is new and worth it.
    fn note(&mut self, core: &Core) {
        let most = self.most(core);
        if self.reached.is_some_and(|reached| reached >= most) {
            return;
        }
        if core.ending.is_some() {
            self.reached = Some(most);
            return;
        }
        let mut key = vec![0; self.layout.words + 1];
        if let Some((beat, rest)) = key.split_first_mut() {
            *beat = core.beat.into();
            self.layout.pack(core, rest);
        }
        if self.seen.insert(key.into()) {
            self.bytes += size_of::<Core>() + (self.layout.words + 4) * size_of::<u64>();
            if self.waiting.len() <= at(most) {
                self.waiting.resize_with(at(most) + 1, Vec::new);
            }
            self.waiting.get_mut(at(most)).into_iter().for_each(|states| states.push(core.clone()));
        }
    }

    /// The most that can be hoped for from a state; what it came to where it has ended.
    fn most(&self, core: &Core) -> u32 {
        let is = |promise: Index, fate| core.promise(promise) == Some(fate);
        let promises = || 0..number(self.plan.promises.len());
        let kept = promises().filter(|promise| is(*promise, PromiseState::Kept)).count();
        let noticed = core.noticed.numbers().count();
        if let Some(ending) = core.ending {
            return number(noticed + kept) + u32::from(ending.outcome.rank());
        }
        let Some(hope) = self.hopes.get(at(core.beat)) else { return u32::MAX };
        let known = |fact: Index| core.known.has(fact) || hope.reveals.has(fact);
        let can = |fact: &Index| hope.uses.has(*fact) || hope.hears.has(*fact) && known(*fact);
        let facts = (0..number(self.plan.facts.len())).filter(|fact| !core.noticed.has(*fact)).filter(can).count();
        let open = |promise: &Index| is(*promise, PromiseState::Open) || hope.makes.has(*promise);
        let keeps = hope.keeps.numbers().filter(|promise| !is(*promise, PromiseState::Kept)).filter(open).count();
        number(noticed + kept + facts + keeps) + u32::from(Outcome::ReturnsAndRefers.rank())
    }
}

/// A count of a few things.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::bots::{Bot, Reader};
    use crate::diag::Source;
    use crate::scenario::starter::Starter;
    use crate::scenario::{Channel, Rules, load};
    use crate::session::{Ask, Given};

    const MEMORY: usize = 64 << 20;

    fn session(text: &str) -> Session {
        let rules = Arc::new(Rules::builtin());
        let scenario = load(&Source::new("test.ron", text), &rules).expect("it loads");
        Session::new(Arc::new(scenario), rules, 1, None).expect("a session")
    }

    #[test]
    fn nobody_comes_further_than_the_furthest_and_nothing_is_claimed_that_was_not_looked_at() {
        for text in [
            include_str!("../../scenarios/heated-pool.ron"),
            include_str!("../../scenarios/friday-call.ron"),
            include_str!("../../scenarios/broken-gift.ron"),
        ] {
            let session = session(text);
            let furthest = super::furthest(&session, MEMORY).expect("it is certain");
            let mut reader = Reader::new(&session);
            let come_to = |bot: &Bot, reader: &mut Reader| {
                let turns = bot.play(&session, reader, usize::MAX);
                turns.last().and_then(|turn| came_to(&turn.after.state)).expect("it ended")
            };
            let all: Vec<u32> = Bot::ALL.iter().map(|bot| come_to(bot, &mut reader)).collect();
            assert!(all.iter().all(|one| *one <= furthest), "{all:?} of {furthest}");
            let perfect = come_to(Bot::find("perfect").expect("it is there"), &mut reader);
            let worst = come_to(Bot::find("worst").expect("it is there"), &mut reader);
            assert!(worst < perfect && perfect + 3 > furthest, "{worst}, {perfect} of {furthest}");
            assert_eq!(super::furthest(&session, 1), None);
        }
    }

    /// Every play there is, the slow way.
    fn by_trying_all(session: &Session, state: &State) -> u32 {
        if let Some(came_to) = came_to(state) {
            return came_to;
        }
        let given: Vec<Given> = match &state.ask {
            Ask::Choose(replies) | Ask::Commit(replies) => replies.iter().cloned().map(Given::Reply).collect(),
            Ask::Paraphrase(fragments) => (1..1_u32 << fragments.len())
                .map(|set| {
                    let chosen = fragments.iter().enumerate().filter(|(place, _)| set >> place & 1 == 1);
                    Given::Fragments(chosen.map(|(_, one)| one.id.clone()).collect())
                })
                .collect(),
            Ask::Nothing => Vec::new(),
        };
        let after = given.iter().filter_map(|given| session.apply(state, given).ok());
        after.map(|step| by_trying_all(session, &step.state)).max().unwrap_or(0)
    }

    #[test]
    fn the_furthest_is_what_trying_every_play_finds() {
        let starter = Starter {
            id: "late-parcel".into(),
            title: "A parcel".into(),
            sector: "delivery".into(),
            language: "en".into(),
            customer: "Amina".into(),
            persona: "analytical".into(),
            channel: Channel::Phone,
            place: "office".into(),
            file: "late-parcel.ron".into(),
        };
        let session = session(&starter.text());
        let found = by_trying_all(&session, &session.begin().state);
        assert_eq!(super::furthest(&session, MEMORY), Some(found));
    }

    #[test]
    fn efficiency_is_half_up_and_whole_where_nothing_could_be_come_to() {
        for ((came_to, furthest), wanted) in
            [((0, 0), 1000), ((0, 7), 0), ((7, 7), 1000), ((1, 3), 333), ((2, 3), 667), ((1, 16), 63)]
        {
            assert_eq!(efficiency(came_to, furthest), wanted, "{came_to} of {furthest}");
        }
    }
}
