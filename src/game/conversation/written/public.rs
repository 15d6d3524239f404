//! How many people read along in public.

/// About how many people read along: as many as the scenario says, where it does. Else what it is at a turn (from 1) while the
/// customer is `anger` (0–1000) angry, in tens; it grows with both. This is a picture of what public means: no score, no rule and
/// no customer depends on it.
#[must_use]
pub fn watching(told: Option<u32>, turn: usize, anger: i32) -> usize {
    if let Some(told) = told {
        return usize::try_from(told).unwrap_or(usize::MAX);
    }
    let anger = usize::try_from(anger.clamp(0, 1000)).unwrap_or_default();
    let people = 40 + 25 * turn + anger * (turn + 2) / 12;
    people / 10 * 10
}

#[cfg(test)]
mod tests {
    use super::watching;

    #[test]
    fn more_people_read_along_the_longer_it_takes_and_the_angrier_it_gets() {
        assert_eq!(watching(None, 1, 0), 60);
        assert_eq!(watching(None, 3, 700), 400);
        for turn in 1..20 {
            assert!(watching(None, turn + 1, 300) > watching(None, turn, 300), "turn {turn}");
            assert!(watching(None, turn, 900) > watching(None, turn, 300), "turn {turn}");
        }
        assert_eq!(watching(Some(40_000), 1, 0), 40_000, "the scenario knows better");
        assert_eq!(watching(None, 2, -50), watching(None, 2, 0), "nobody is less than not angry");
    }
}
