//! Draws from the distributions of `science/business-impact.md`, by a seed that is printed beside what comes of them.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of draws.
#[derive(Clone, Debug)]
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// The draws of a seed.
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Anything above 0 and below 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit exactly")]
    fn uniform(&mut self) -> f64 {
        ((self.0.next_u64() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Anything between two ends.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.uniform()
    }

    /// Normal, mean 0 and deviation 1: the polar method (Marsaglia & Bray 1964).
    pub fn normal(&mut self) -> f64 {
        loop {
            let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = x * x + y * y;
            if square < 1.0 && square > 0.0 {
                return x * (-2.0 * square.ln() / square).sqrt();
            }
        }
    }

    /// Lognormal: `e` to a normal of this mean and deviation.
    pub fn lognormal(&mut self, mean: f64, deviation: f64) -> f64 {
        (mean + deviation * self.normal()).exp()
    }

    /// Gamma of a shape above 0 and scale 1 (Marsaglia & Tsang 2000).
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let lift = self.uniform().powf(1.0 / shape);
            return self.gamma(shape + 1.0) * lift;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = (1.0 + c * x).powi(3);
            if v > 0.0 && self.uniform().ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v;
            }
        }
    }

    /// Beta of two shapes above 0.
    pub fn beta(&mut self, a: f64, b: f64) -> f64 {
        let (one, other) = (self.gamma(a), self.gamma(b));
        one / (one + other)
    }

    /// PERT: a beta between two ends that is thickest at `mode`.
    pub fn pert(&mut self, low: f64, mode: f64, high: f64) -> f64 {
        let width = high - low;
        low + width * self.beta(1.0 + 4.0 * (mode - low) / width, 1.0 + 4.0 * (high - mode) / width)
    }

    /// Shares that add up to 1, from how often each was seen: Dirichlet of each count and one more.
    pub fn shares(&mut self, counts: [u64; 5]) -> [f64; 5] {
        #[expect(clippy::cast_precision_loss, reason = "counts of attempts stay far below 2^52")]
        let drawn = counts.map(|count| self.gamma(count as f64 + 1.0));
        let all: f64 = drawn.iter().sum();
        drawn.map(|one| one / all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(of: impl Fn(&mut Chance) -> f64) -> f64 {
        let mut chance = Chance::new(3);
        (0..20_000).map(|_| of(&mut chance)).sum::<f64>() / 20_000.0
    }

    #[test]
    fn draws_have_the_means_their_distributions_have() {
        assert!(mean(Chance::normal).abs() < 0.02);
        assert!((mean(|chance| chance.normal().powi(2)) - 1.0).abs() < 0.03);
        assert!((mean(|chance| chance.gamma(2.0)) - 2.0).abs() < 0.04);
        assert!((mean(|chance| chance.gamma(0.5)) - 0.5).abs() < 0.02);
        assert!((mean(|chance| chance.beta(17.0, 3.0)) - 0.85).abs() < 0.005);
        // (0.05 + 4 × 0.20 + 0.50) ÷ 6.
        assert!((mean(|chance| chance.pert(0.05, 0.20, 0.50)) - 0.225).abs() < 0.005);
        assert!((mean(|chance| chance.shares([9, 0, 0, 0, 0])[0]) - 10.0 / 14.0).abs() < 0.005);
        assert!((mean(|chance| chance.lognormal(0.0, 0.25)) - (0.031_25_f64).exp()).abs() < 0.01);
    }
}
