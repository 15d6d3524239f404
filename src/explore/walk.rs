//! The walk over every reachable state: group of beats by group, each state once, all ways out of it written down.

use super::last_words::LastWords;
use super::layout::Layout;
use super::live::{Live, groups, live, written};
use super::lot::Lot;
use super::menu::Menus;
use crate::customer::Outcome;
use crate::session::PromiseState;
use crate::session::plan::{Core, Happening, Index, Plan, Watch, at};

/// Where a way out of a state leads.
pub(super) type Target = u32;

/// From here on a target is no state but an ending.
pub(super) const ENDINGS: Target = u32::MAX - 63;

/// An ending as a target: the outcome's rank, and whether the customer left.
pub(super) fn ending(outcome: Outcome, left: bool) -> Target {
    ENDINGS + u32::from(outcome.rank()) * 2 + u32::from(left)
}

/// Whether a target is an ending that the customer brought about by leaving.
pub(super) fn is_left(target: Target) -> bool {
    target >= ENDINGS && (target - ENDINGS) % 2 == 1
}

/// The rank of the outcome of a target that is an ending.
pub(super) fn rank(target: Target) -> Option<u8> {
    (target >= ENDINGS).then(|| u8::try_from((target - ENDINGS) / 2).unwrap_or(0))
}

/// Every state that was reached, and every way out of it.
#[derive(Debug)]
pub(super) struct Walk {
    pub menus: Menus,
    /// By state: the number of its menu.
    pub menu: Vec<u32>,
    /// By state: where its ways out begin; none where it was never looked at, because memory ran out.
    pub ways: Vec<u32>,
    /// Where the ways out lead, in the order of the menu's items.
    pub targets: Vec<Target>,
    /// Where the conversation begins: a state or, where it is over at once, an ending.
    pub begins: Target,
    pub seen: Seen,
    /// Whether every reachable state was looked at.
    pub complete: bool,
    /// States found.
    pub states: u32,
    /// Ways out of them.
    pub ways_out: u64,
    /// Most bytes that were in use at one time.
    pub bytes: usize,
}

impl Walk {
    /// Where the ways out of a state lead; none where it was never looked at.
    pub fn ways_of(&self, id: u32) -> Option<&[Target]> {
        let first = *self.ways.get(at(id))?;
        let menu = self.menus.all.get(at(*self.menu.get(at(id))?))?;
        self.targets.get(at(first)..at(first) + menu.items.len())
    }
}

/// Not looked at.
pub(super) const UNSEEN: u32 = u32::MAX;

/// Which beats and cases came up.
#[derive(Debug)]
pub(super) struct Seen {
    pub entered: Vec<bool>,
    pub passed_over: Vec<bool>,
    pub cases: Vec<bool>,
    /// By beat: the ranks of the outcomes with which a conversation ended there that was not left, as bits.
    pub endings: Vec<u8>,
    pub last_words: LastWords,
    /// The ranks of all outcomes that some play ends in, as bits.
    pub outcomes: u8,
}

impl Seen {
    fn mark(list: &mut [bool], index: u32) {
        if let Some(seen) = list.get_mut(at(index)) {
            *seen = true;
        }
    }
}

impl Watch for Seen {
    fn see(&mut self, happening: Happening) {
        match happening {
            Happening::Entered(beat) => {
                self.last_words.disproved = false;
                Self::mark(&mut self.entered, beat);
            }
            Happening::PassedOver(beat) => Self::mark(&mut self.passed_over, beat),
            Happening::Case(case) => Self::mark(&mut self.cases, case),
            Happening::Promise(_, PromiseState::Broken | PromiseState::Lapsed) => self.last_words.disproved = true,
            Happening::Landed(_)
            | Happening::NewContact(_)
            | Happening::FailedAgain
            | Happening::Revealed(_)
            | Happening::Noticed(_)
            | Happening::Promise(..)
            | Happening::Renegotiated(_)
            | Happening::Ended(_) => {}
        }
    }
}

/// What stays of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// Every state's menu and ways out: what the answers are found in.
    Ways,
    /// Only how much there is; states are forgotten once no new one can lead to them.
    Counts,
}

/// Looks at every state that can be reached, within `memory` bytes.
pub(super) fn walk(plan: &Plan, memory: usize, keep: Keep) -> Walk {
    walk_while(plan, memory, keep, &|| true)
}

/// The same for as long as `wanted` says so, which is asked after every few states; once it does not, the walk stays incomplete.
pub(super) fn walk_while(plan: &Plan, memory: usize, keep: Keep, wanted: &dyn Fn() -> bool) -> Walk {
    let groups = groups(plan);
    let live = live(plan, &groups);
    let layout = Layout::new(plan, &live, written(plan));
    match layout.words {
        0 | 1 => Walker::<1>::new(plan, &live, &layout, (memory, keep)).run(&groups, wanted),
        2 => Walker::<2>::new(plan, &live, &layout, (memory, keep)).run(&groups, wanted),
        3 => Walker::<3>::new(plan, &live, &layout, (memory, keep)).run(&groups, wanted),
        4 => Walker::<4>::new(plan, &live, &layout, (memory, keep)).run(&groups, wanted),
        5 | 6 => Walker::<6>::new(plan, &live, &layout, (memory, keep)).run(&groups, wanted),
        7..=16 => Walker::<16>::new(plan, &live, &layout, (memory, keep)).run(&groups, wanted),
        17..=64 => Walker::<64>::new(plan, &live, &layout, (memory, keep)).run(&groups, wanted),
        _ => Walker::<1024>::new(plan, &live, &layout, (memory, keep)).run(&groups, wanted),
    }
}

struct Walker<'a, const W: usize> {
    plan: &'a Plan,
    live: &'a [Live],
    layout: &'a Layout,
    memory: usize,
    keep: Keep,
    lots: Vec<Lot<W>>,
    lot_bytes: usize,
    found: Vec<Found<W>>,
    walk: Walk,
}

impl<'a, const W: usize> Walker<'a, W> {
    fn new(plan: &'a Plan, live: &'a [Live], layout: &'a Layout, (memory, keep): (usize, Keep)) -> Self {
        let beats = plan.beats.len();
        Self {
            plan,
            live,
            layout,
            memory,
            keep,
            lots: (0..beats).map(|_| Lot::default()).collect(),
            lot_bytes: 0,
            found: Vec::new(),
            walk: Walk {
                menus: Menus::new(plan),
                menu: Vec::new(),
                ways: Vec::new(),
                targets: Vec::new(),
                begins: ENDINGS,
                seen: Seen {
                    entered: vec![false; beats],
                    passed_over: vec![false; beats],
                    cases: vec![false; plan.cases.len()],
                    endings: vec![0; beats],
                    last_words: LastWords::new(plan),
                    outcomes: 0,
                },
                complete: true,
                states: 0,
                ways_out: 0,
                bytes: 0,
            },
        }
    }

    fn run(mut self, groups: &[Vec<Index>], wanted: &dyn Fn() -> bool) -> Walk {
        let core = self.plan.begin(&mut self.walk.seen);
        let begins = self.target(&core);
        // The first state found has the number 0.
        self.walk.begins = if begins == UNSEEN { 0 } else { begins };
        self.number_found();
        let mut looked_at: Vec<usize> = vec![0; self.plan.beats.len()];
        let (mut base, mut scratch) = (core.clone(), core);
        'groups: for group in groups {
            loop {
                let mut moved = false;
                for beat in group {
                    while let Some(positions) = self.next(*beat, &mut looked_at) {
                        moved = true;
                        for position in positions {
                            self.look(*beat, position, &mut base, &mut scratch);
                        }
                        self.number_found();
                        if self.bytes() > self.memory || !wanted() {
                            self.walk.complete = false;
                            break 'groups;
                        }
                    }
                }
                if !moved {
                    break;
                }
            }
            let bytes = self.bytes();
            for beat in group {
                if let Some(lot) = self.lots.get_mut(at(*beat)) {
                    self.walk.bytes = self.walk.bytes.max(bytes);
                    self.lot_bytes -= lot.close();
                }
            }
        }
        self.walk.bytes = self.walk.bytes.max(self.bytes());
        self.walk
    }

    /// The next states of a beat that were not looked at yet.
    fn next(&self, beat: Index, looked_at: &mut [usize]) -> Option<std::ops::Range<usize>> {
        let next = looked_at.get_mut(at(beat))?;
        let end = self.lots.get(at(beat))?.len().min(*next + TOGETHER);
        let positions = *next..end;
        *next = end;
        (!positions.is_empty()).then_some(positions)
    }

    /// Tries every way out of a state.
    fn look(&mut self, beat: Index, position: usize, base: &mut Core, scratch: &mut Core) {
        let Some(lot) = self.lots.get(at(beat)) else { return };
        let (Some(key), Some(id)) = (lot.key(position), lot.ids.get(position).copied()) else { return };
        self.layout.unpack(beat, key, base);
        let number = self.walk.menus.number(self.plan, self.live, base);
        let ways = u32::try_from(self.walk.targets.len()).unwrap_or(UNSEEN);
        // The menus only grow, so one can be taken out for as long as it is used.
        let items = self.walk.menus.take(number);
        for item in &items {
            scratch.clone_from(base);
            item.give.apply(self.plan, scratch, &mut self.walk.seen);
            let target = self.target(scratch);
            if self.keep == Keep::Ways {
                self.walk.targets.push(target);
            }
        }
        self.walk.ways_out += items.len() as u64;
        self.walk.menus.give_back(number, items);
        if let (Some(menu), Some(first)) = (self.walk.menu.get_mut(at(id)), self.walk.ways.get_mut(at(id))) {
            (*menu, *first) = (number, ways);
        }
    }

    /// The target that a state is: an ending, or for now [`UNSEEN`] with its key set down among the found.
    fn target(&mut self, core: &Core) -> Target {
        if let Some(end) = core.ending {
            self.walk.seen.outcomes |= 1 << end.outcome.rank();
            self.walk.seen.last_words.note(core, self.walk.targets.len());
            if let Some(endings) = self.walk.seen.endings.get_mut(at(core.beat)).filter(|_| !end.left) {
                *endings |= 1 << end.outcome.rank();
            }
            return ending(end.outcome, end.left);
        }
        let mut key = [0_u64; W];
        self.layout.pack(core, &mut key);
        self.found.push(Found { beat: core.beat, key, place: self.walk.targets.len() });
        UNSEEN
    }

    /// Gives the states found their numbers. All places in the tables are looked at first and all keys compared after, because one
    /// look into far memory takes as long as a hundred steps, and many of them at once hardly longer.
    fn number_found(&mut self) {
        let touched: u32 = self
            .found
            .iter()
            .filter_map(|found| Some(self.lots.get(at(found.beat))?.touch(&found.key)))
            .fold(0, |sum, place| sum ^ place);
        std::hint::black_box(touched);
        for found in self.found.drain(..) {
            let Some(lot) = self.lots.get_mut(at(found.beat)) else { continue };
            let (id, new) = lot.number(&found.key, self.walk.states);
            if new {
                self.walk.states += 1;
                if self.keep == Keep::Ways {
                    self.walk.menu.push(UNSEEN);
                    self.walk.ways.push(UNSEEN);
                }
                self.lot_bytes += lot.take_growth();
            }
            if let Some(target) = self.walk.targets.get_mut(found.place) {
                *target = id;
            }
        }
    }

    fn bytes(&self) -> usize {
        let Walk { menu, ways, targets, .. } = &self.walk;
        (menu.capacity() + ways.capacity() + targets.capacity()) * size_of::<u32>() + self.lot_bytes
    }
}

/// States that are looked at before those they lead to are numbered.
const TOGETHER: usize = 64;

/// A state that a way leads to.
struct Found<const W: usize> {
    beat: Index,
    key: [u64; W],
    /// The place among the targets that waits for its number.
    place: usize,
}
