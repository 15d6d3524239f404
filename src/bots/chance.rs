//! The chance that trainees take: the same on every machine and in every release, and never the chance that orders replies.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// A stream of draws of one trainee in one play.
#[derive(Clone, Debug)]
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// The draws of the trainee `name` in the play with this seed.
    #[must_use]
    pub fn new(name: &str, seed: u64) -> Self {
        let key = Sha256::new().chain_update(b"trainee").chain_update(seed.to_le_bytes()).chain_update(name.as_bytes());
        Self(ChaCha8Rng::from_seed(key.finalize().into()))
    }

    /// A number below `bound`; 0 where there is none below it.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).min(1 << 32);
        let drawn = (u64::from(self.0.next_u32()) * bound) >> 32;
        usize::try_from(drawn).unwrap_or(0)
    }

    /// True in `times` of `of` cases.
    pub fn happens(&mut self, times: usize, of: usize) -> bool {
        self.below(of) < times
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_fixed_for_ever_and_differ_between_trainees() {
        let draws = |name, seed| {
            let mut chance = Chance::new(name, seed);
            (0..8).map(|_| chance.below(10)).collect::<Vec<_>>()
        };
        assert_eq!(draws("random", 1), draws("random", 1));
        assert_ne!(draws("random", 1), draws("random", 2));
        assert_ne!(draws("random", 1), draws("skilled", 1));
        assert_eq!(Chance::new("random", 1).below(0), 0);
        let mut chance = Chance::new("skilled", 3);
        let happened = (0..10_000).filter(|_| chance.happens(4, 5)).count();
        assert!((7_800..8_200).contains(&happened), "{happened}");
    }
}
