//! Sets of small numbers, and rows of tiny ones, in machine words: most conversations need one word and no memory of their own.

use super::core::at;

/// A set of small numbers. Equal sets are equal however they came about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bits {
    low: u64,
    /// The words after the first; never ending in an empty one.
    rest: Vec<u64>,
}

impl Bits {
    /// Whether it holds `number`.
    #[must_use]
    pub fn has(&self, number: u32) -> bool {
        self.word(at(number / 64)) >> (number % 64) & 1 == 1
    }

    /// Adds `number`; true where it was not there.
    pub fn add(&mut self, number: u32) -> bool {
        let bit = 1 << (number % 64);
        let word = self.word_mut(at(number / 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// Every number in it, in order.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        let words = std::iter::once(self.low).chain(self.rest.iter().copied());
        (0_u32..).zip(words).flat_map(|(place, word)| ones(word).map(move |bit| place * 64 + bit))
    }

    /// The word at a place; numbers 0–63 stand in the first.
    #[must_use]
    pub fn word(&self, place: usize) -> u64 {
        match place {
            0 => self.low,
            later => self.rest.get(later - 1).copied().unwrap_or(0),
        }
    }

    /// Adds every number whose bit is set in the word at a place.
    pub fn join(&mut self, place: usize, word: u64) {
        if word != 0 {
            *self.word_mut(place) |= word;
        }
    }

    fn word_mut(&mut self, place: usize) -> &mut u64 {
        if place > self.rest.len() {
            self.rest.resize(place, 0);
        }
        match self.rest.get_mut(place.wrapping_sub(1)) {
            Some(word) => word,
            None => &mut self.low,
        }
    }

    /// The number from 0 to 15 in the row's place `index`, four bits each.
    #[must_use]
    pub(super) fn nibble(&self, index: u32) -> u8 {
        u8::try_from(self.word(at(index / 16)) >> (index % 16 * 4) & 15).unwrap_or(0)
    }

    /// Sets the number in the row's place `index`; it must be from 1 to 15.
    pub(super) fn set_nibble(&mut self, index: u32, value: u8) {
        let shift = index % 16 * 4;
        let word = self.word_mut(at(index / 16));
        *word = *word & !(15 << shift) | u64::from(value & 15) << shift;
    }

    /// Becomes a copy of `other` without asking for memory where it has some.
    pub(super) fn copy_from(&mut self, other: &Self) {
        self.low = other.low;
        if !(self.rest.is_empty() && other.rest.is_empty()) {
            self.rest.clone_from(&other.rest);
        }
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

/// The places of the bits that are set.
pub(crate) fn ones(mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let place = (word != 0).then(|| word.trailing_zeros())?;
        word &= word - 1;
        Some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_in_order_whatever_word_they_stand_in() {
        let bits: Bits = [130, 3, 64, 3, 0].into_iter().collect();
        assert_eq!(bits.numbers().collect::<Vec<_>>(), [0, 3, 64, 130]);
        assert!(bits.has(130) && !bits.has(131) && !bits.has(1000));
    }

    #[test]
    fn equal_sets_are_equal_however_they_came_about() {
        let mut one: Bits = [70].into_iter().collect();
        one.add(1);
        let other: Bits = [1, 70].into_iter().collect();
        assert_eq!(one, other);
        let mut copy: Bits = [200].into_iter().collect();
        copy.copy_from(&one);
        assert_eq!(copy.numbers().collect::<Vec<_>>(), [1, 70]);
    }

    #[test]
    fn a_row_keeps_its_other_numbers() {
        let mut row = Bits::default();
        for (index, value) in [(0, 5), (15, 3), (16, 4), (40, 1)] {
            row.set_nibble(index, value);
        }
        row.set_nibble(15, 2);
        assert_eq!([0, 1, 15, 16, 40, 41].map(|index| row.nibble(index)), [5, 0, 2, 4, 1, 0]);
    }
}
