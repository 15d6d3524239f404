//! States with the same future made one. Two states that ask the same, and whose every reply leads to states with the same future,
//! can differ only in numbers that change nothing any more; one pass from the ends backwards joins them. Whatever is asked about
//! scores, endings and decisions has the same answer here, on thousands of nodes instead of millions.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::menu::{Item, Menu};
use super::walk::{ENDINGS, Target, UNSEEN, Walk};
use crate::session::plan::at;

/// States that are joined before it is asked whether anybody still wants it.
const AT_A_TIME: usize = 4096;

/// The conversation as a graph without cycles: each node asks a menu, each item of it leads to a node or an ending.
#[derive(Debug)]
pub(super) struct Quotient {
    pub menus: Vec<Menu>,
    /// By node: the number of its menu, and where its targets begin. Targets come before the nodes that lead to them.
    nodes: Vec<(u32, u32)>,
    targets: Vec<Target>,
    /// Where the conversation begins: a node or, where it is over at once, an ending.
    pub first: Target,
}

impl Quotient {
    /// Joins the states of a complete walk; none where the states run in a circle, which the loader refuses.
    pub fn new(walk: Walk) -> Option<Self> {
        Self::new_while(walk, &|| true)
    }

    /// The same for as long as `wanted` says so; none once it does not.
    pub fn new_while(walk: Walk, wanted: &dyn Fn() -> bool) -> Option<Self> {
        let first = walk.begins;
        let order = backwards(&walk, wanted)?;
        let mut class: Vec<u32> = vec![UNSEEN; at(walk.states)];
        let mut known = Known::default();
        let mut leads: Vec<Target> = Vec::new();
        for (at_hand, id) in order.into_iter().enumerate() {
            if at_hand.is_multiple_of(AT_A_TIME) && !wanted() {
                return None;
            }
            let (Some(menu), Some(ways)) = (walk.menu.get(at(id)), walk.ways_of(id)) else { continue };
            let joined = |target: &Target| {
                if *target >= ENDINGS { *target } else { class.get(at(*target)).copied().unwrap_or(UNSEEN) }
            };
            leads.clear();
            leads.extend(ways.iter().map(joined));
            if let Some(slot) = class.get_mut(at(id)) {
                *slot = known.number(*menu, &leads);
            }
        }
        let first = if first >= ENDINGS { first } else { class.get(at(first)).copied().unwrap_or(UNSEEN) };
        Some(Self { menus: walk.menus.all, nodes: known.nodes, targets: known.targets, first })
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Every node with its menu and targets, those that lead to others after them.
    pub fn nodes(&self) -> impl Iterator<Item = (u32, &Menu, &[Target])> {
        (0..self.nodes.len()).filter_map(|number| self.node(u32::try_from(number).unwrap_or(UNSEEN)))
    }

    /// A node with its menu and targets.
    pub fn node(&self, number: u32) -> Option<(u32, &Menu, &[Target])> {
        let (menu, first) = self.nodes.get(at(number))?;
        let menu = self.menus.get(at(*menu))?;
        let targets = self.targets.get(at(*first)..at(*first) + menu.items.len())?;
        Some((number, menu, targets))
    }

    /// The ways out of a node: each item with where it leads.
    pub fn ways(&self, number: u32) -> impl Iterator<Item = (&Menu, &Item, Target)> {
        self.node(number).into_iter().flat_map(|(_, menu, targets)| {
            menu.items.iter().zip(targets).map(move |(item, target)| (menu, item, *target))
        })
    }
}

/// The nodes so far, found by what they ask and where they lead. They stand in few large pieces of memory, which the system gets back as
/// soon as a walk is done with; a piece for each node would stay with the process.
#[derive(Default)]
struct Known {
    nodes: Vec<(u32, u32)>,
    targets: Vec<Target>,
    /// By hash: the newest node that has it.
    newest: FxHashMap<u64, u32>,
    /// By node: the one before it that has the same hash.
    before: Vec<u32>,
}

impl Known {
    /// The number of the node that asks this menu and leads there; a new one where there is none yet.
    fn number(&mut self, menu: u32, leads: &[Target]) -> u32 {
        let hash = FxBuildHasher.hash_one((menu, leads));
        let newest = self.newest.get(&hash).copied().unwrap_or(UNSEEN);
        let mut like = newest;
        while let Some((asked, first)) = self.nodes.get(at(like)) {
            if *asked == menu && self.targets.get(at(*first)..at(*first) + leads.len()) == Some(leads) {
                return like;
            }
            like = self.before.get(at(like)).copied().unwrap_or(UNSEEN);
        }
        let number = u32::try_from(self.nodes.len()).unwrap_or(UNSEEN);
        self.nodes.push((menu, u32::try_from(self.targets.len()).unwrap_or(UNSEEN)));
        self.targets.extend(leads);
        self.before.push(newest);
        self.newest.insert(hash, number);
        number
    }
}

/// The states from the ends backwards: each after everything it leads to. None once nobody wants it.
fn backwards(walk: &Walk, wanted: &dyn Fn() -> bool) -> Option<Vec<u32>> {
    let mut open: Vec<u32> = vec![0; at(walk.states)];
    for target in walk.targets.iter().filter(|target| **target < ENDINGS) {
        if let Some(count) = open.get_mut(at(*target)) {
            *count += 1;
        }
    }
    let mut order: Vec<u32> = Some(walk.begins).filter(|first| *first < ENDINGS).into_iter().collect();
    let mut next = 0;
    while let Some(id) = order.get(next).copied() {
        if next.is_multiple_of(AT_A_TIME) && !wanted() {
            return None;
        }
        next += 1;
        for target in walk.ways_of(id).into_iter().flatten().filter(|target| **target < ENDINGS) {
            if let Some(count) = open.get_mut(at(*target)) {
                *count -= 1;
                if *count == 0 {
                    order.push(*target);
                }
            }
        }
    }
    order.reverse();
    (order.len() == at(walk.states)).then_some(order)
}
