//! States with the same future made one. Two states that ask the same, and whose every reply leads to states with the same future,
//! can differ only in numbers that change nothing any more; one pass from the ends backwards joins them. Whatever is asked about
//! scores, endings and decisions has the same answer here, on thousands of nodes instead of millions.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::menu::{Item, Menu};
use super::walk::{ENDINGS, Target, UNSEEN, Walk};
use crate::session::plan::at;

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
        let first = walk.begins;
        let order = backwards(&walk)?;
        let mut class: Vec<u32> = vec![UNSEEN; at(walk.states)];
        let mut known: HashMap<Box<[u32]>, u32, FxBuildHasher> = HashMap::default();
        let mut nodes: Vec<(u32, u32)> = Vec::new();
        let mut targets: Vec<Target> = Vec::new();
        let mut name: Vec<u32> = Vec::new();
        for id in order {
            let (Some(menu), Some(ways)) = (walk.menu.get(at(id)), walk.ways_of(id)) else { continue };
            name.clear();
            name.push(*menu);
            let joined = |target: &Target| {
                if *target >= ENDINGS { *target } else { class.get(at(*target)).copied().unwrap_or(UNSEEN) }
            };
            name.extend(ways.iter().map(joined));
            let number = if let Some(number) = known.get(name.as_slice()) {
                *number
            } else {
                let number = u32::try_from(nodes.len()).unwrap_or(UNSEEN);
                nodes.push((*menu, u32::try_from(targets.len()).unwrap_or(UNSEEN)));
                targets.extend(name.iter().skip(1));
                known.insert(name.as_slice().into(), number);
                number
            };
            if let Some(slot) = class.get_mut(at(id)) {
                *slot = number;
            }
        }
        let first = if first >= ENDINGS { first } else { class.get(at(first)).copied().unwrap_or(UNSEEN) };
        Some(Self { menus: walk.menus.all, nodes, targets, first })
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

/// The states from the ends backwards: each after everything it leads to.
fn backwards(walk: &Walk) -> Option<Vec<u32>> {
    let mut open: Vec<u32> = vec![0; at(walk.states)];
    for target in walk.targets.iter().filter(|target| **target < ENDINGS) {
        if let Some(count) = open.get_mut(at(*target)) {
            *count += 1;
        }
    }
    let mut order: Vec<u32> = Some(walk.begins).filter(|first| *first < ENDINGS).into_iter().collect();
    let mut next = 0;
    while let Some(id) = order.get(next).copied() {
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
