//! Where a conversation stands, in as few numbers as the rules need: everything that can change, and nothing that can be worked out.

use smallvec::{SmallVec, smallvec};

use super::Index;
use crate::customer::Customer;
use crate::session::{Ending, PromiseState};

/// Where a conversation stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Core {
    /// The beat it stands at.
    pub beat: Index,
    /// How the customer is.
    pub customer: Customer,
    /// Facts revealed, in the order they were.
    pub known: SmallVec<[Index; 12]>,
    /// Facts used or paraphrased.
    pub noticed: Bits,
    /// What became of each promise; none where it was never made.
    pub promises: SmallVec<[Option<PromiseState>; 8]>,
    /// Replies taken and beats answered, as far as anything asks for them.
    pub marks: Bits,
    /// Level of the latest paraphrase.
    pub understood: Option<u8>,
    /// Contacts before this one.
    pub contact: u32,
    /// Whether a real apology (level 2 or 3) was ever given.
    pub apologised: bool,
    /// Whole days since the latest failure.
    pub days_since_failure: u32,
    /// Which variant of the customer's words is said at this beat; none where nothing is.
    pub said: Option<u16>,
    /// How it ended, once it has.
    pub ending: Option<Ending>,
}

impl Core {
    /// Before the first beat is entered.
    pub(super) fn new(beat: Index, customer: Customer, promises: usize) -> Self {
        Self {
            beat,
            customer,
            known: SmallVec::new(),
            noticed: Bits::default(),
            promises: smallvec![None; promises],
            marks: Bits::default(),
            understood: None,
            contact: 0,
            apologised: false,
            days_since_failure: 0,
            said: None,
            ending: None,
        }
    }

    /// What became of a promise.
    #[must_use]
    pub fn promise(&self, promise: Index) -> Option<PromiseState> {
        self.promises.get(at(promise)).copied().flatten()
    }

    pub(super) fn set_promise(&mut self, promise: Index, fate: PromiseState) {
        if let Some(slot) = self.promises.get_mut(at(promise)) {
            *slot = Some(fate);
        }
    }
}

/// A position as it is used with slices.
pub(crate) fn at(index: Index) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

/// A set of small numbers. Equal sets are equal however they came about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bits(SmallVec<[u64; 2]>);

impl Bits {
    /// Whether it holds `number`.
    #[must_use]
    pub fn has(&self, number: u32) -> bool {
        self.0.get(at(number / 64)).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Adds `number`; true where it was not there.
    pub fn add(&mut self, number: u32) -> bool {
        let word = at(number / 64);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        let bit = 1 << (number % 64);
        match self.0.get_mut(word) {
            Some(word) => {
                let new = *word & bit == 0;
                *word |= bit;
                new
            }
            None => false,
        }
    }

    /// Every number in it, in order.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        let bits = |(word, bits): (u32, &u64)| {
            let bits = *bits;
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| word * 64 + bit)
        };
        (0_u32..).zip(&self.0).flat_map(bits)
    }
}

impl FromIterator<u32> for Bits {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut bits = Self::default();
        for number in numbers {
            bits.add(number);
        }
        bits
    }
}
