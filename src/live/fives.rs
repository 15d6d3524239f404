//! Who is told of: people come into a result five at a time.

use std::collections::BTreeSet;

use crate::measurement::privacy::LEAST;

/// People whose results are told of together. Two boards, seen one after the other, never differ by fewer than five of them.
#[derive(Clone, Debug)]
pub struct Fives<K>(BTreeSet<K>);

impl<K> Default for Fives<K> {
    fn default() -> Self {
        Self(BTreeSet::new())
    }
}

impl<K: Ord + Clone> Fives<K> {
    /// Takes in those who are `there` now, in the order in which they came, as many as make fives. Where somebody who was told of
    /// is not there any more, everybody is counted afresh.
    pub fn take_in(&mut self, there: &[K]) {
        let now: BTreeSet<&K> = there.iter().collect();
        if self.0.iter().any(|told| !now.contains(told)) {
            self.0.clear();
        }
        let new: Vec<&K> = there.iter().filter(|one| !self.0.contains(*one)).collect();
        let told = new.len() / LEAST * LEAST;
        self.0.extend(new.into_iter().take(told).cloned());
    }

    /// Whether somebody is told of.
    #[must_use]
    pub fn has(&self, one: &K) -> bool {
        self.0.contains(one)
    }

    /// How many are told of.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nobody is told of.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_of_alone_and_a_board_never_changes_by_fewer_than_five() {
        let mut told = Fives::default();
        let mut before = 0;
        for people in 0..=23_usize {
            let there: Vec<usize> = (0..people).collect();
            told.take_in(&there);
            let more = told.len() - before;
            assert!(more == 0 || more >= 5, "{more} more of {people}");
            assert!(people - told.len() < 5, "{people} wait in vain");
            before = told.len();
        }
        assert_eq!((told.len(), told.has(&19), told.has(&20)), (20, true, false));
        // Opened anew in the middle it tells of the same people.
        let mut anew = Fives::default();
        anew.take_in(&(0..23).collect::<Vec<usize>>());
        assert_eq!(anew.0, told.0);
    }

    #[test]
    fn somebody_who_comes_before_the_others_changes_nobody_s_place() {
        let mut told = Fives::default();
        told.take_in(&[1, 2, 3, 4, 5, 6]);
        told.take_in(&[0, 1, 2, 3, 4, 5, 6]);
        assert!(!told.has(&0) && told.has(&5), "a file of another laptop is read later");
        told.take_in(&[0, 2, 3, 4, 5, 6]);
        assert!(told.has(&0) && !told.has(&1), "somebody was forgotten");
    }
}
