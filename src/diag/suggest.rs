//! "Did you mean": the nearest known word, if it is near enough to be what was meant.

use std::cmp::Reverse;

/// The word of `known` with the least edit distance to `word`, if that is at most a third of the word's length.
/// Of equally near words the one that begins alike wins, then the first in `known`.
#[must_use]
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= limit && !other_number(word, candidate))
        // Of two as near, the one that begins alike: people mistake endings more often.
        .min_by_key(|(distance, candidate)| (*distance, Reverse(beginning(word, candidate))))
        .map(|(_, candidate)| candidate)
}

/// How many letters two words begin with alike.
fn beginning(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}

/// Whether two words are the same but for their numbers: `E14` is no slip of the pen for `E1`.
fn other_number(one: &str, other: &str) -> bool {
    let digit = |letter: &char| letter.is_ascii_digit();
    let numbered = |word: &str| word.chars().any(|letter| digit(&letter));
    let letters = |word: &str| word.chars().filter(|letter| !digit(letter)).collect::<String>();
    numbered(one) && numbered(other) && letters(one) == letters(other)
}

/// The one word of `known` that is one or two letters away from `word`: what was certainly meant. Nothing where there are two
/// such words, or where so much changes that half of the word would be another.
#[must_use]
pub fn only_near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).clamp(1, 2);
    let mut near = known
        .into_iter()
        .filter(|candidate| strsim::damerau_levenshtein(word, candidate) <= limit)
        .filter(|n| *n != word);
    let first = near.next()?;
    near.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, only_near};

    #[test]
    fn what_was_certainly_meant_is_one_word_only() {
        assert_eq!(only_near("acountability", ["listening", "accountability"]), Some("accountability"));
        assert_eq!(only_near("end-1", ["end-2", "end-3"]), None, "either may have been meant");
        assert_eq!(only_near("en", ["end"]), Some("end"));
        assert_eq!(only_near("shrug", ["shout", "end"]), None);
    }

    #[test]
    fn only_a_near_word_is_suggested() {
        assert_eq!(did_you_mean("says", ["pays", "say", "shows"]), Some("say"), "of two as near");
        let known = ["listening", "apology", "accountability"];
        assert_eq!(did_you_mean("acountability", known), Some("accountability"));
        assert_eq!(did_you_mean("warmth", known), None);
        assert_eq!(did_you_mean("E14", ["E1", "E11", "E13"]), None, "another number is another word");
    }
}
