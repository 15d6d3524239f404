//! How a state is packed into a few machine words: for each beat the numbers that can still be read there, each in as many bits as
//! it needs.

use std::collections::BTreeMap;

use super::live::{Live, bit};
use crate::customer::Slot;
use crate::session::plan::{Bits, Core, Index, Plan, RECENT_DAYS, at, ones};

/// A number of a state.
#[derive(Clone, Copy, Debug)]
enum What {
    /// A slot of the customer, and its least value.
    Slot(u8, i32),
    /// Bits of a set: the place of their word, and how far they stand from its end.
    Set(Set, usize, u32),
    /// The fact that was revealed at this place of the order, plus one.
    Order(usize),
    /// The level of the latest paraphrase, plus one.
    Understood,
    /// Whether a first real apology would be late, in parts: contacts before this one, and an apology given.
    Contact,
    Apologised,
    Days,
}

/// A set of a state.
#[derive(Clone, Copy, Debug)]
enum Set {
    Known,
    Noticed,
    Fates,
    Marks,
}

impl Set {
    fn of(self, core: &Core) -> &Bits {
        match self {
            Self::Known => &core.known,
            Self::Noticed => &core.noticed,
            Self::Fates => &core.fates,
            Self::Marks => &core.marks,
        }
    }
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
                What::Set(set, place, shift) => set.of(core).word(place) >> shift & field.mask,
                What::Order(place) => core.order.get(place).map_or(0, |fact| u64::from(*fact) + 1),
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
                What::Set(Set::Known, place, shift) => {
                    for bit in ones(value << shift) {
                        core.reveal(u32::try_from(place).unwrap_or(0) * 64 + bit);
                    }
                }
                What::Set(Set::Noticed, place, shift) => core.noticed.join(place, value << shift),
                What::Set(Set::Fates, place, shift) => core.fates.join(place, value << shift),
                What::Set(Set::Marks, place, shift) => core.marks.join(place, value << shift),
                What::Order(_) => {
                    if small > 0 {
                        core.reveal(small - 1);
                    }
                }
                What::Understood => core.understood = u8::try_from(value).ok().and_then(|level| level.checked_sub(1)),
                What::Contact => core.contact = small,
                What::Apologised => core.apologised = value == 1,
                What::Days => core.days_since_failure = small,
            }
        }
        core.customer = core.customer.with_memory(memory);
    }
}

/// The fields of a beat and how many words they take. A field never crosses from one word into the next.
fn fields(plan: &Plan, live: &Live, written: u32) -> (Box<[Field]>, usize) {
    let low = |bits: u32| u64::MAX >> (64 - bits);
    let mut all: Vec<(What, u64)> = Vec::new();
    for (position, slot) in (0_u8..).zip(Slot::ALL) {
        if live.slots & written & bit(slot) != 0 {
            let (least, bits) = slot.range();
            all.push((What::Slot(position, least), low(bits)));
        }
    }
    if live.order {
        let bits = usize::BITS - plan.facts.len().leading_zeros();
        all.extend((0..plan.facts.len()).map(|place| (What::Order(place), low(bits))));
    } else {
        all.extend(set(Set::Known, live.known.iter().copied()));
    }
    all.extend(set(Set::Noticed, live.noticed.iter().copied()));
    all.extend(set(Set::Fates, live.promises.iter().flat_map(|promise| promise * 4..promise * 4 + 3)));
    all.extend(set(Set::Marks, live.marks.iter().copied()));
    all.extend(live.understood.then(|| (What::Understood, low(3))));
    all.extend(live.lateness.then(|| (What::Contact, low(1))));
    all.extend(live.lateness.then(|| (What::Apologised, low(1))));
    all.extend(live.days.then(|| (What::Days, low(6))));
    let (mut word, mut shift) = (0, 0);
    let mut fields = Vec::with_capacity(all.len());
    for (what, mask) in all {
        let bits = u64::BITS - mask.leading_zeros();
        if shift + bits > u64::BITS {
            (word, shift) = (word + 1, 0);
        }
        fields.push(Field { what, word, shift, mask });
        shift += bits;
    }
    (fields.into(), word + 1)
}

/// The fields of a set: for each word in which anything can still be read, from the first such bit to the last. What stands between
/// is packed as well, so that a word is one step; what nothing reads is masked out.
fn set(set: Set, numbers: impl Iterator<Item = u32>) -> Vec<(What, u64)> {
    let mut words: BTreeMap<u32, u64> = BTreeMap::new();
    for number in numbers {
        *words.entry(number / 64).or_insert(0) |= 1 << (number % 64);
    }
    let field = |(place, word): (u32, u64)| {
        let shift = word.trailing_zeros();
        (What::Set(set, at(place), shift), word >> shift)
    };
    words.into_iter().map(field).collect()
}
