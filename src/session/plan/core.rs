//! Where a conversation stands, in as few numbers as the rules need: everything that can change, and nothing that can be worked out.

use smallvec::SmallVec;

use super::{Bits, Index};
use crate::customer::Customer;
use crate::session::{Ending, PromiseState};

/// Where a conversation stands.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Core {
    /// The beat it stands at.
    pub beat: Index,
    /// How the customer is.
    pub customer: Customer,
    /// Facts revealed.
    pub known: Bits,
    /// The same in the order in which they were revealed.
    pub order: SmallVec<[Index; 12]>,
    /// Facts used or paraphrased.
    pub noticed: Bits,
    /// What became of each promise, as a number; 0 where it was never made.
    pub(crate) fates: Bits,
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
    /// Before the first beat is entered: nothing known, nothing promised.
    pub(super) fn new(beat: Index, customer: Customer) -> Self {
        Self {
            beat,
            customer,
            known: Bits::default(),
            order: SmallVec::new(),
            noticed: Bits::default(),
            fates: Bits::default(),
            marks: Bits::default(),
            understood: None,
            contact: 0,
            apologised: false,
            days_since_failure: 0,
            said: None,
            ending: None,
        }
    }

    /// What became of a promise; none where it was never made.
    #[must_use]
    pub fn promise(&self, promise: Index) -> Option<PromiseState> {
        match self.fates.nibble(promise) {
            1 => Some(PromiseState::Open),
            2 => Some(PromiseState::Kept),
            3 => Some(PromiseState::Broken),
            4 => Some(PromiseState::Lapsed),
            5 => Some(PromiseState::LeftOpen),
            _ => None,
        }
    }

    pub(crate) fn set_promise(&mut self, promise: Index, fate: PromiseState) {
        let number = match fate {
            PromiseState::Open => 1,
            PromiseState::Kept => 2,
            PromiseState::Broken => 3,
            PromiseState::Lapsed => 4,
            PromiseState::LeftOpen => 5,
        };
        self.fates.set_nibble(promise, number);
    }

    /// A fact becomes known; true where it was not.
    pub(crate) fn reveal(&mut self, fact: Index) -> bool {
        let new = self.known.add(fact);
        if new {
            self.order.push(fact);
        }
        new
    }
}

// Written out for `clone_from`: whoever looks at millions of states copies one after every reply.
impl Clone for Core {
    fn clone(&self) -> Self {
        Self {
            known: self.known.clone(),
            order: self.order.clone(),
            noticed: self.noticed.clone(),
            fates: self.fates.clone(),
            marks: self.marks.clone(),
            ..*self
        }
    }

    fn clone_from(&mut self, other: &Self) {
        self.known.copy_from(&other.known);
        self.noticed.copy_from(&other.noticed);
        self.fates.copy_from(&other.fates);
        self.marks.copy_from(&other.marks);
        self.order.clear();
        self.order.extend_from_slice(&other.order);
        self.beat = other.beat;
        self.customer = other.customer;
        self.understood = other.understood;
        self.contact = other.contact;
        self.apologised = other.apologised;
        self.days_since_failure = other.days_since_failure;
        self.said = other.said;
        self.ending = other.ending;
    }
}

/// A position as it is used with slices.
pub(crate) fn at(index: Index) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}
