//! What can be given in a state, and what it scores. States that ask the same share one menu.

use std::collections::{BTreeMap, BTreeSet};

use smallvec::SmallVec;

use super::live::{Live, targets};
use crate::session::level_of;
use crate::session::plan::{Asked, Core, Index, Plan, Reply, Watch, at};

/// Something that can be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Give {
    /// The choice or offer at this position.
    Reply(usize),
    /// A summing-up that earns `level` with these facts and so many decoys; it stands for all that come to the same.
    Paraphrase { level: u8, facts: SmallVec<[Index; 6]>, decoys: usize },
    /// Nothing, until the timer ends.
    Silence,
}

/// An entry of a menu.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub give: Give,
    /// For how many different summings-up (by level and facts) it stands; 1 for everything else.
    pub weight: u32,
    /// Effective level by position in the rubric; 0 where the competency is not scored here.
    pub earned: Box<[u8]>,
}

/// What a state asks, with everything that can be given.
#[derive(Clone, Debug)]
pub(super) struct Menu {
    pub beat: Index,
    pub items: Vec<Item>,
    /// Greatest level by position in the rubric; 0 where the competency is not scored here.
    pub best: Box<[u8]>,
    /// Whether there are at least two replies to weigh.
    pub decision: bool,
}

/// All menus met so far.
#[derive(Debug, Default)]
pub(super) struct Menus {
    pub all: Vec<Menu>,
    by_beat: Vec<Vec<(Asked, u32)>>,
}

impl Menus {
    pub fn new(plan: &Plan) -> Self {
        Self { all: Vec::new(), by_beat: vec![Vec::new(); plan.beats.len()] }
    }

    /// The number of the menu of a state.
    pub fn number(&mut self, plan: &Plan, live: &[Live], core: &Core) -> u32 {
        let asked = plan.asked(core);
        let known = self.by_beat.get(at(core.beat)).and_then(|menus| menus.iter().find(|(one, _)| *one == asked));
        if let Some((_, number)) = known {
            return *number;
        }
        let number = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.all.push(menu(plan, live, core.beat, &asked));
        if let Some(menus) = self.by_beat.get_mut(at(core.beat)) {
            menus.push((asked, number));
        }
        number
    }
}

impl Menus {
    /// The items of a menu, out of the list for as long as they are used.
    pub fn take(&mut self, number: u32) -> Vec<Item> {
        self.all.get_mut(at(number)).map(|menu| std::mem::take(&mut menu.items)).unwrap_or_default()
    }

    /// Puts them back.
    pub fn give_back(&mut self, number: u32, items: Vec<Item>) {
        if let Some(menu) = self.all.get_mut(at(number)) {
            menu.items = items;
        }
    }
}

impl Give {
    /// Gives it.
    pub fn apply(&self, plan: &Plan, core: &mut Core, watch: &mut impl Watch) {
        match self {
            Self::Reply(position) => plan.reply(core, *position, watch),
            Self::Paraphrase { level, facts, .. } => plan.paraphrase(core, *level, facts, watch),
            Self::Silence => plan.silence(core, watch),
        }
    }
}

fn menu(plan: &Plan, live: &[Live], index: Index, asked: &Asked) -> Menu {
    let none = || vec![0_u8; plan.competencies.len()].into_boxed_slice();
    let mut menu = Menu { beat: index, items: Vec::new(), best: none(), decision: false };
    let Some(beat) = plan.beats.get(at(index)) else { return menu };
    let scored = |position: usize| beat.scores >> position & 1 == 1;
    let spread = |shows: &[(u8, u8)]| {
        let mut levels = none();
        for (position, level) in shows {
            if let Some(slot) = levels.get_mut(usize::from(*position)).filter(|_| scored((*position).into())) {
                *slot = *level;
            }
        }
        levels
    };
    match (asked, &beat.reply) {
        (Asked::Choose(set) | Asked::Commit(set), Some(Reply::Choose(moves) | Reply::Commit { offers: moves, .. })) => {
            let offered = moves.iter().enumerate().filter(|(position, _)| set >> position & 1 == 1);
            for (position, one) in offered {
                menu.items.push(Item { give: Give::Reply(position), weight: 1, earned: spread(&one.shows) });
            }
            menu.decision = menu.items.len() >= 2;
        }
        (Asked::Paraphrase { facts, decoys }, Some(Reply::Paraphrase(_))) => {
            menu.decision = true;
            menu.items = summings_up(plan, live, index, facts, *decoys)
                .into_iter()
                .map(|(give, level, weight)| {
                    let listening = plan.listening.into_iter().map(|position| (position, level));
                    Item { give, weight, earned: spread(&listening.collect::<Vec<_>>()) }
                })
                .collect();
        }
        (Asked::End | Asked::PassOver | Asked::Choose(_) | Asked::Commit(_) | Asked::Paraphrase { .. }, _) => {}
    }
    menu.best = greatest(&menu.items, none());
    if let Some(silence) = &beat.silence {
        menu.items.push(Item { give: Give::Silence, weight: 1, earned: spread(&silence.shows) });
    }
    if !menu.decision {
        menu.best = none();
    }
    // What cannot be earned is not scored.
    for item in &mut menu.items {
        for (earned, best) in item.earned.iter_mut().zip(&menu.best) {
            *earned = (*earned).min(*best);
        }
    }
    menu
}

fn greatest(items: &[Item], mut best: Box<[u8]>) -> Box<[u8]> {
    for item in items {
        for (best, level) in best.iter_mut().zip(&item.earned) {
            *best = (*best).max(*level);
        }
    }
    best
}

/// What a paraphrase can come to: a level, the facts among those taken up that anything later asks for, and how many were taken up
/// as far as that counts. Each with one way to say it and the number of (level, facts) it stands for.
fn summings_up(plan: &Plan, live: &[Live], beat: Index, facts: &[Index], decoys: usize) -> Vec<(Give, u8, u32)> {
    let asked_later = asked_later(plan, live, beat);
    let is_root = |fact: &Index| plan.facts.get(at(*fact)).is_some_and(|fact| fact.root_cause);
    let mut found: BTreeMap<ComesTo, (Give, u32)> = BTreeMap::new();
    for set in 0..1_u32 << facts.len() {
        let chosen: SmallVec<[Index; 6]> =
            facts.iter().enumerate().filter(|(place, _)| set >> place & 1 == 1).map(|(_, fact)| *fact).collect();
        let roots = facts.iter().all(|fact| !is_root(fact) || chosen.contains(fact));
        let mut levels = Vec::new();
        for wrong in 0..=decoys {
            if chosen.is_empty() && wrong == 0 {
                continue;
            }
            let level = level_of(facts.len(), chosen.len(), wrong, roots);
            if levels.contains(&level) {
                continue;
            }
            levels.push(level);
            let key = comes_to(&asked_later, level, &chosen);
            let give = Give::Paraphrase { level, facts: chosen.clone(), decoys: wrong };
            found.entry(key).and_modify(|(_, weight)| *weight += 1).or_insert((give, 1));
        }
    }
    // The best first, as a person would read it.
    found.into_iter().rev().map(|((level, ..), (give, weight))| (give, level, weight)).collect()
}

/// What a summing-up comes to: its level, the facts in it that something later asks for, and how many facts are in it as far as that
/// counts. Those that come to the same are one item.
pub(super) type ComesTo = (u8, Vec<Index>, usize);

/// What a summing-up of these facts comes to.
pub(super) fn comes_to(asked_later: &BTreeSet<Index>, level: u8, facts: &[Index]) -> ComesTo {
    let mut later: Vec<Index> = facts.iter().copied().filter(|fact| asked_later.contains(fact)).collect();
    later.sort_unstable();
    (level, later, facts.len().min(usize::from(crate::customer::FACTS_PER_CONTACT)))
}

/// The facts of which something after a beat can ask whether they were noticed.
pub(super) fn asked_later(plan: &Plan, live: &[Live], beat: Index) -> BTreeSet<Index> {
    let targets = plan.beats.get(at(beat)).map(targets).unwrap_or_default();
    // Whether the way on itself asks is said by what is live here.
    let here = live.get(at(beat)).into_iter();
    let there = targets.into_iter().filter_map(|target| live.get(at(target)));
    here.chain(there).flat_map(|live| live.noticed.iter().copied()).collect()
}
