//! The newest version of what was played. Of two begun at the same moment the one whose texts come later counts, so that the order in
//! which they are counted makes no difference.

use std::cmp::Ordering;

use jiff::Timestamp;

use crate::report::lexicon::{Lexicon, Name};

/// When the newest was played, and what it is called.
#[derive(Clone, Copy, Debug)]
pub(super) struct Newest<const N: usize> {
    pub when: Option<Timestamp>,
    pub names: [Option<Name>; N],
}

impl<const N: usize> Default for Newest<N> {
    fn default() -> Self {
        Self { when: None, names: [None; N] }
    }
}

impl<const N: usize> Newest<N> {
    pub(super) fn see(&mut self, other: Self, lexicon: &Lexicon) {
        let later = match other.when.cmp(&self.when) {
            Ordering::Equal => self.names != other.names && lexicon.compare(&other.names, &self.names).is_gt(),
            order => order.is_gt(),
        };
        if later {
            *self = other;
        }
    }
}
