//! Sounds as numbers: what a place sounds like, and the small sounds of a message and a telephone. They are made here from noise and
//! tones, the same on every run, so that no file has to come with them. Nothing here plays anything.

mod shape;

use std::f32::consts::TAU;

use shape::{Noise, band, bell, high_pass, looped, loudest, low_pass, turned_to_a_quiet_start};

/// Samples a second, on one channel.
pub const RATE: u32 = 24_000;
/// The loudest sample of any sound here, where 1 is as loud as a machine can be.
pub const PEAK: f32 = 0.2;

/// Seconds of a place before it begins again.
const AROUND: usize = 12;
/// What of [`PEAK`] a place takes: it lies under everything else.
const FAINT: f32 = 0.35;
/// Seconds in which a tone comes and goes at the least, so that it never clicks.
const EDGE: f32 = 0.012;

/// What a place sounds like while nobody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ambience {
    /// A pool: water that laps.
    Water,
    /// Indoors: air, and little else.
    Room,
    /// Outdoors, where others come and go: a murmur that swells and falls.
    Street,
}

impl Ambience {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Water, Self::Room, Self::Street];

    /// Its samples, each from −1 to 1: `AROUND` seconds whose end meets their beginning.
    #[must_use]
    pub fn samples(self) -> Vec<f32> {
        let len = AROUND * rate();
        let spare = rate();
        let noise = high_pass(&Noise::of(self as u64 + 1).samples(len + spare), 30.0);
        let samples = match self {
            Self::Water => {
                let water = looped(&band(&noise, 350.0, 1400.0), len);
                let deep = looped(&low_pass(&low_pass(&noise, 180.0), 180.0), len);
                // Waves of two lengths, both of which go into the whole.
                let lap =
                    |at: f32| 0.35 + 0.4 * (at * 3.0).sin().max(0.0).powi(2) + 0.25 * (at * 8.0 + 1.0).sin().powi(2);
                mixed(&[(&water, 1.0), (&deep, 1.5)], lap)
            }
            Self::Room => {
                let air = looped(&low_pass(&low_pass(&noise, 260.0), 260.0), len);
                mixed(&[(&air, 1.0)], |at| 0.9 + 0.1 * at.sin())
            }
            Self::Street => {
                let far = looped(&low_pass(&low_pass(&noise, 140.0), 140.0), len);
                let near = looped(&band(&noise, 250.0, 900.0), len);
                // Two that pass, one nearer than the other.
                let passing = mixed(&[(&near, 1.0)], |at| 0.08 + 0.5 * bell(at, 1.6, 0.5) + 0.25 * bell(at, 4.4, 0.7));
                mixed(&[(&far, 2.0), (&passing, 1.0)], |_| 1.0)
            }
        };
        let mut samples = turned_to_a_quiet_start(&samples);
        loudest(&mut samples, PEAK * FAINT);
        samples
    }
}

/// Something that has just happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// A message has come in a chat, or where everybody reads along.
    Message,
    /// A mail has come.
    Mail,
    /// The telephone rings.
    Ring,
    /// Somebody was on hold.
    Hold,
}

impl Cue {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Message, Self::Mail, Self::Ring, Self::Hold];

    /// Its samples, each from −1 to 1.
    #[must_use]
    pub fn samples(self) -> Vec<f32> {
        // Each tone: when it begins, how long it is, how high, and how fast it dies away.
        let tones: &[(f32, f32, f32, f32)] = match self {
            Self::Message => &[(0.0, 0.22, 659.3, 9.0), (0.11, 0.4, 880.0, 8.0)],
            Self::Mail => &[(0.0, 0.5, 523.3, 7.0), (0.14, 0.7, 392.0, 5.0)],
            Self::Ring => {
                &[(0.0, 0.4, 440.0, 0.5), (0.0, 0.4, 480.0, 0.5), (0.6, 0.4, 440.0, 0.5), (0.6, 0.4, 480.0, 0.5)]
            }
            Self::Hold => &[(0.0, 0.35, 349.2, 4.0), (0.4, 0.35, 440.0, 4.0), (0.8, 0.6, 392.0, 4.0)],
        };
        let end = tones.iter().map(|(from, long, ..)| from + long).fold(0.0, f32::max);
        let mut samples = vec![0.0; count(end)];
        for (from, long, height, fading) in tones {
            let all = samples.iter_mut().skip(count(*from)).take(count(*long)).enumerate();
            for (at, sample) in all {
                let at = seconds(at);
                let edge = (at / EDGE).min((long - at) / EDGE).clamp(0.0, 1.0);
                // A little of the octave above makes it a thing that rings, and not a machine that measures.
                let wave = (TAU * height * at).sin() + 0.15 * (TAU * 2.0 * height * at).sin();
                *sample += wave * edge * edge * (3.0 - 2.0 * edge) * (-fading * at).exp();
            }
        }
        if let Some(last) = samples.last_mut() {
            *last = 0.0;
        }
        loudest(&mut samples, PEAK * 0.75);
        samples
    }
}

/// Sounds laid over each other, each as loud as it says; `swell` is how loud all of it is, at 0 to 2π on the way round.
fn mixed(layers: &[(&[f32], f32)], swell: impl Fn(f32) -> f32) -> Vec<f32> {
    let len = layers.iter().map(|(layer, _)| layer.len()).min().unwrap_or_default();
    let mut samples = vec![0.0; len];
    for (layer, loud) in layers {
        for (sample, more) in samples.iter_mut().zip(*layer) {
            *sample += loud * more;
        }
    }
    for (at, sample) in samples.iter_mut().enumerate() {
        *sample *= swell(TAU * seconds(at) / seconds(len));
    }
    samples
}

/// Samples in a second.
fn rate() -> usize {
    usize::try_from(RATE).unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "sounds are seconds long")]
fn seconds(samples: usize) -> f32 {
    samples as f32 / RATE as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "seconds of a sound"
)]
fn count(seconds: f32) -> usize {
    (seconds * RATE as f32).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(String, Vec<f32>)> {
        let places = Ambience::ALL.into_iter().map(|one| (format!("{one:?}"), one.samples()));
        places.chain(Cue::ALL.into_iter().map(|one| (format!("{one:?}"), one.samples()))).collect()
    }

    /// The greatest step from one sample to the next.
    fn steepest(samples: &[f32]) -> f32 {
        samples.iter().zip(samples.iter().skip(1)).map(|(a, b)| (b - a).abs()).fold(0.0, f32::max)
    }

    #[test]
    fn every_sound_is_quiet_and_begins_and_ends_in_silence() {
        for (name, samples) in all() {
            assert!(samples.iter().all(|sample| sample.is_finite()), "{name}");
            let peak = samples.iter().fold(0.0, |peak: f32, sample| peak.max(sample.abs()));
            assert!((0.02..=PEAK).contains(&peak), "{name}: {peak}");
            let (first, last) = (samples.first().expect("samples"), samples.last().expect("samples"));
            assert!(first.abs() < 0.004 && last.abs() < 0.004, "{name}: from {first} to {last}");
            let mean = samples.iter().sum::<f32>() * seconds(1) / seconds(samples.len());
            assert!(mean.abs() < 0.002, "{name} leans to one side: {mean}");
            let step = steepest(&samples);
            assert!(step < 0.09, "{name} clicks: {step}");
        }
    }

    #[test]
    fn a_place_goes_round_without_a_seam() {
        for one in Ambience::ALL {
            let samples = one.samples();
            assert_eq!(samples.len(), AROUND * rate(), "{one:?}");
            let (first, last) = (samples.first().expect("samples"), samples.last().expect("samples"));
            assert!((first - last).abs() <= steepest(&samples), "{one:?}: from {last} to {first}");
            // Nor does it swell or sink where it begins again: the tenth of a second on each side is about as loud as the other.
            let near = rate() / 10;
            let power = |part: &[f32]| part.iter().map(|sample| sample * sample).sum::<f32>();
            let (head, tail) = (samples.split_at(near).0, samples.split_at(samples.len() - near).1);
            let share = power(head) / power(tail);
            assert!((0.1..10.0).contains(&share), "{one:?}: {share}");
        }
    }

    #[test]
    fn a_cue_is_short_and_every_sound_is_its_own_and_the_same_each_time() {
        for cue in Cue::ALL {
            let long = seconds(cue.samples().len());
            assert!((0.3..1.6).contains(&long), "{cue:?}: {long} s");
        }
        let (once, again) = (all(), all());
        assert_eq!(once, again);
        for (at, (name, samples)) in once.iter().enumerate() {
            for (other, different) in once.iter().skip(at + 1) {
                assert_ne!(samples, different, "{name} and {other}");
            }
        }
    }
}
