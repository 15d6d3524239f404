//! "Did you mean": the nearest known word, if it is near enough to be what was meant.

/// The word of `known` with the least edit distance to `word`, if that is at most a third of the word's length.
/// Of equally near words the first in `known` wins.
#[must_use]
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn only_a_near_word_is_suggested() {
        let known = ["listening", "apology", "accountability"];
        assert_eq!(did_you_mean("acountability", known), Some("accountability"));
        assert_eq!(did_you_mean("warmth", known), None);
    }
}
