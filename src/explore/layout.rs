//! How a state is packed into a few machine words: for each beat the numbers that can still be read there, each in as many bits as
//! it needs.

use super::live::{Live, bit};
use crate::customer::Slot;
use crate::session::PromiseState;
use crate::session::plan::{Core, Index, Plan, RECENT_DAYS, at};

/// A number of a state.
#[derive(Clone, Copy, Debug)]
enum What {
    /// A slot of the customer, and its least value.
    Slot(u8, i32),
    /// Whether a fact is known.
    Known(Index),
    /// The fact that was revealed at this place of the order, plus one.
    Order(usize),
    Noticed(Index),
    Promise(Index),
    Mark(u32),
    /// The level of the latest paraphrase, plus one.
    Understood,
    /// Whether a first real apology would be late, in parts: contacts before this one, and an apology given.
    Contact,
    Apologised,
    Days,
}

/// Where a number stands in the key.
#[derive(Clone, Copy, Debug)]
struct Field {
    what: What,
    word: usize,
    shift: u32,
    mask: u64,
}

/// The packing of every beat's states.
#[derive(Debug)]
pub(super) struct Layout {
    beats: Vec<Box<[Field]>>,
    /// What a state holds where a number is left out of its key.
    blank: Core,
    /// The customer's numbers where they are left out.
    memory: [i32; Slot::ALL.len()],
    /// Words of the longest key.
    pub words: usize,
}

impl Layout {
    pub fn new(plan: &Plan, live: &[Live], written: u32) -> Self {
        let beats: Vec<(Box<[Field]>, usize)> = live.iter().map(|live| fields(plan, live, written)).collect();
        Self {
            words: beats.iter().map(|(_, words)| *words).max().unwrap_or(1),
            beats: beats.into_iter().map(|(fields, _)| fields).collect(),
            blank: plan.blank(),
            memory: plan.arrival.memory(),
        }
    }

    /// Writes the key of a state.
    pub fn pack(&self, core: &Core, key: &mut [u64]) {
        key.fill(0);
        let memory = core.customer.memory();
        let Some(fields) = self.beats.get(at(core.beat)) else { return };
        for field in fields {
            let value = match field.what {
                What::Slot(slot, least) => {
                    memory.get(usize::from(slot)).map_or(0, |value| u64::from((value - least).unsigned_abs()))
                }
                What::Known(fact) => core.known.contains(&fact).into(),
                What::Order(place) => core.known.get(place).map_or(0, |fact| u64::from(*fact) + 1),
                What::Noticed(fact) => core.noticed.has(fact).into(),
                What::Promise(promise) => match core.promise(promise) {
                    None => 0,
                    Some(PromiseState::Open) => 1,
                    Some(PromiseState::Kept) => 2,
                    Some(PromiseState::Broken) => 3,
                    Some(PromiseState::Lapsed) => 4,
                    Some(PromiseState::LeftOpen) => 5,
                },
                What::Mark(mark) => core.marks.has(mark).into(),
                What::Understood => core.understood.map_or(0, |level| u64::from(level) + 1),
                What::Contact => (core.contact > 0).into(),
                What::Apologised => core.apologised.into(),
                What::Days => core.days_since_failure.min(RECENT_DAYS).into(),
            };
            if let Some(word) = key.get_mut(field.word) {
                *word |= value << field.shift;
            }
        }
    }

    /// The state that a key of `beat` stands for. What was left out stands at its blank value: nothing reads it any more.
    pub fn unpack(&self, beat: Index, key: &[u64], core: &mut Core) {
        core.clone_from(&self.blank);
        core.beat = beat;
        let mut memory = self.memory;
        let Some(fields) = self.beats.get(at(beat)) else { return };
        for field in fields {
            let value = key.get(field.word).map_or(0, |word| word >> field.shift & field.mask);
            let small = u32::try_from(value).unwrap_or(0);
            match field.what {
                What::Slot(slot, least) => {
                    if let Some(number) = memory.get_mut(usize::from(slot)) {
                        *number = least + i32::try_from(value).unwrap_or(0);
                    }
                }
                What::Known(fact) if value == 1 => core.known.push(fact),
                What::Order(_) if small > 0 => core.known.push(small - 1),
                What::Noticed(fact) if value == 1 => {
                    core.noticed.add(fact);
                }
                What::Promise(promise) => {
                    let fate = match value {
                        0 => continue,
                        1 => PromiseState::Open,
                        2 => PromiseState::Kept,
                        3 => PromiseState::Broken,
                        4 => PromiseState::Lapsed,
                        _ => PromiseState::LeftOpen,
                    };
                    core.set_promise(promise, fate);
                }
                What::Mark(mark) if value == 1 => {
                    core.marks.add(mark);
                }
                What::Understood => core.understood = u8::try_from(value).ok().and_then(|level| level.checked_sub(1)),
                What::Contact => core.contact = small,
                What::Apologised => core.apologised = value == 1,
                What::Days => core.days_since_failure = small,
                What::Known(_) | What::Order(_) | What::Noticed(_) | What::Mark(_) => {}
            }
        }
        core.customer = core.customer.with_memory(memory);
    }
}

/// The fields of a beat and how many words they take. A field never crosses from one word into the next.
fn fields(plan: &Plan, live: &Live, written: u32) -> (Box<[Field]>, usize) {
    let mut all: Vec<(What, u32)> = Vec::new();
    for (position, slot) in (0_u8..).zip(Slot::ALL) {
        if live.slots & written & bit(slot) != 0 {
            let (least, bits) = slot.range();
            all.push((What::Slot(position, least), bits));
        }
    }
    if live.order {
        let bits = usize::BITS - plan.facts.len().leading_zeros();
        all.extend((0..plan.facts.len()).map(|place| (What::Order(place), bits)));
    } else {
        all.extend(live.known.iter().map(|fact| (What::Known(*fact), 1)));
    }
    all.extend(live.noticed.iter().map(|fact| (What::Noticed(*fact), 1)));
    all.extend(live.promises.iter().map(|promise| (What::Promise(*promise), 3)));
    all.extend(live.marks.iter().map(|mark| (What::Mark(*mark), 1)));
    all.extend(live.understood.then_some((What::Understood, 3)));
    all.extend(live.lateness.then_some((What::Contact, 1)));
    all.extend(live.lateness.then_some((What::Apologised, 1)));
    all.extend(live.days.then_some((What::Days, 6)));
    let (mut word, mut shift) = (0, 0);
    let mut fields = Vec::with_capacity(all.len());
    for (what, bits) in all {
        if shift + bits > 64 {
            (word, shift) = (word + 1, 0);
        }
        fields.push(Field { what, word, shift, mask: (1 << bits) - 1 });
        shift += bits;
    }
    (fields.into(), word + 1)
}
