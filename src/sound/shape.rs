//! What sounds are made with: noise that is the same each time, filters, and what makes an end meet its beginning.

use std::f32::consts::{FRAC_PI_2, TAU};

use super::seconds;

/// Even noise, the same for the same seed.
pub struct Noise(u64);

impl Noise {
    /// The noise of a seed.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// So many samples from −1 to 1.
    pub fn samples(mut self, count: usize) -> Vec<f32> {
        (0..count).map(|_| self.next()).collect()
    }

    #[expect(clippy::cast_precision_loss, reason = "24 bits, which a float holds")]
    fn next(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed >> 40) as f32 / (1_u64 << 23) as f32 - 1.0
    }
}

/// What lies below `height` Hz, and less and less of what lies above.
pub fn low_pass(samples: &[f32], height: f32) -> Vec<f32> {
    let share = 1.0 - (-TAU * height * seconds(1)).exp();
    let mut now = 0.0;
    samples
        .iter()
        .map(|sample| {
            now += share * (sample - now);
            now
        })
        .collect()
}

/// What lies above `height` Hz.
pub fn high_pass(samples: &[f32], height: f32) -> Vec<f32> {
    samples.iter().zip(low_pass(samples, height)).map(|(sample, low)| sample - low).collect()
}

/// What lies between two heights in Hz.
pub fn band(samples: &[f32], from: f32, to: f32) -> Vec<f32> {
    high_pass(&low_pass(&low_pass(samples, to), to), from)
}

/// The last `len` samples as a loop: what went before them fades in again over the end, so that the end meets the beginning.
/// There must be more samples than `len`, by as many as the fading is to take.
pub fn looped(samples: &[f32], len: usize) -> Vec<f32> {
    let spare = samples.len().saturating_sub(len);
    let (before, whole) = samples.split_at(spare);
    let mut whole = whole.to_vec();
    let fading = whole.len().saturating_sub(spare);
    for (at, (sample, early)) in whole.iter_mut().skip(fading).zip(before).enumerate() {
        let angle = FRAC_PI_2 * seconds(at + 1) / seconds(spare.max(1));
        *sample = *sample * angle.cos() + early * angle.sin();
    }
    whole
}

/// The same loop, beginning where it is nearly still, so that it can also begin and end without a click.
pub fn turned_to_a_quiet_start(samples: &[f32]) -> Vec<f32> {
    let before = samples.iter().cycle().skip(samples.len().saturating_sub(1));
    let stillness = samples.iter().zip(before).map(|(now, before)| now.abs().max(before.abs()));
    let quietest = stillness.enumerate().min_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(at, _)| at);
    let mut turned = samples.to_vec();
    turned.rotate_left(quietest);
    turned
}

/// Makes the loudest sample as loud as `peak`.
pub fn loudest(samples: &mut [f32], peak: f32) {
    let now = samples.iter().fold(0.0, |now: f32, sample| now.max(sample.abs()));
    if now > 0.0 {
        for sample in samples {
            *sample *= peak / now;
        }
    }
}

/// A swelling around `middle`, from nothing to 1 and back; both in parts of a way round of 2π, on which it stands only once.
pub fn bell(at: f32, middle: f32, width: f32) -> f32 {
    let off = ((at - middle + TAU * 1.5).rem_euclid(TAU) - TAU / 2.0) / width;
    (-off * off).exp()
}

#[cfg(test)]
mod tests {
    use super::super::RATE;
    use super::*;

    fn tone(height: f32) -> Vec<f32> {
        (0..usize::try_from(RATE).expect("it fits")).map(|at| (TAU * height * seconds(at)).sin()).collect()
    }

    fn power(samples: &[f32]) -> f32 {
        samples.iter().map(|sample| sample * sample).sum()
    }

    #[test]
    fn filters_keep_what_they_are_named_for() {
        for (height, kept) in [(50.0, true), (5000.0, false)] {
            let whole = power(&tone(height));
            assert_eq!(power(&low_pass(&tone(height), 500.0)) > 0.8 * whole, kept, "{height} Hz");
            assert_eq!(power(&high_pass(&tone(height), 500.0)) < 0.2 * whole, kept, "{height} Hz");
        }
        assert!(power(&band(&tone(600.0), 300.0, 1200.0)) > 5.0 * power(&band(&tone(6000.0), 300.0, 1200.0)));
    }

    #[test]
    fn noise_is_even_and_a_loop_of_it_is_as_loud_everywhere() {
        let noise = Noise::of(1).samples(60_000);
        assert!(noise.iter().all(|sample| (-1.0..1.0).contains(sample)));
        assert!(noise.iter().sum::<f32>().abs() < 600.0);
        let whole = looped(&noise, 50_000);
        assert_eq!(whole.len(), 50_000);
        let (middle, end) = (whole.split_at(10_000).0, whole.split_at(40_000).1);
        let share = power(middle) / power(end);
        assert!((0.9..1.1).contains(&share), "{share}");
    }
}
