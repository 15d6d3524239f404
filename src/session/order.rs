//! The order in which replies and fragments are shown: chance that is the same on every machine and in every release.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// Puts `ids` in the order of a beat under a seed: `ChaCha8` keyed by SHA-256(seed as 8 bytes little-endian ‖ beat id), then
/// Fisher–Yates from the end over the ids sorted bytewise. It is written out here because a library's shuffle may change
/// from release to release. A draw below n is the high half of n × the next 32 bits.
pub fn shuffle<T: Ord>(ids: &mut [T], seed: u64, beat: &str) {
    ids.sort();
    shuffle_sorted(ids, seed, beat);
}

/// The same for what stands in order of its ids already.
pub fn shuffle_sorted<T>(ids: &mut [T], seed: u64, beat: &str) {
    let key = Sha256::new().chain_update(seed.to_le_bytes()).chain_update(beat.as_bytes()).finalize();
    let mut chance = ChaCha8Rng::from_seed(key.into());
    for last in (1..ids.len()).rev() {
        let bound = u64::try_from(last).unwrap_or(u64::MAX).saturating_add(1);
        let drawn = (u64::from(chance.next_u32()) * bound) >> 32;
        ids.swap(last, usize::try_from(drawn).unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_fixed_for_ever() {
        let mut ids = ["a", "b", "c", "d", "e"];
        shuffle(&mut ids, 7, "desk");
        assert_eq!(ids.concat(), "bdeac");
        let mut again = ["e", "c", "a", "b", "d"];
        shuffle(&mut again, 7, "desk");
        assert_eq!(ids, again, "the order in the file has no meaning");
    }

    #[test]
    fn every_order_comes_up_about_equally_often() {
        let mut counts = std::collections::BTreeMap::new();
        for seed in 0..6000 {
            let mut ids = ["a", "b", "c"];
            shuffle(&mut ids, seed, "desk");
            *counts.entry(ids.concat()).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|count| (850..1150).contains(count)), "{counts:?}");
    }
}
