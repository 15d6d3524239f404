//! How many people read along in public.

/// About how many people read along at a turn (from 1) while the customer is `anger` (0–1000) angry, in tens. It grows with both.
/// This is a picture of what public means, made up from these two numbers alone: no score, no rule and no customer depends on it.
#[must_use]
pub fn watching(turn: usize, anger: i32) -> usize {
    let anger = usize::try_from(anger.clamp(0, 1000)).unwrap_or_default();
    let people = 40 + 25 * turn + anger * (turn + 2) / 12;
    people / 10 * 10
}

#[cfg(test)]
mod tests {
    use super::watching;

    #[test]
    fn more_people_read_along_the_longer_it_takes_and_the_angrier_it_gets() {
        assert_eq!(watching(1, 0), 60);
        assert_eq!(watching(3, 700), 400);
        for turn in 1..20 {
            assert!(watching(turn + 1, 300) > watching(turn, 300), "turn {turn}");
            assert!(watching(turn, 900) > watching(turn, 300), "turn {turn}");
        }
        assert_eq!(watching(2, -50), watching(2, 0), "nobody is less than not angry");
    }
}
