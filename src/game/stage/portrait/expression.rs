//! What the customer's face shows: two numbers (mood and engagement) made from how she fares, eased over time, named
//! in a word. How brows, lids and mouth show it is in `pose`; no drawing and no colours here.

use super::pose::{self, Pose};
use crate::customer::Feeling;

/// What the face shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expression {
    /// From −1 (furious) to 1 (delighted).
    pub mood: f32,
    /// From 0 (indifferent: looks away) to 1 (with you).
    pub engagement: f32,
}

/// How fast a face follows a feeling: the seconds in which two thirds of the way are gone.
const EASE_SECONDS: f32 = 0.28;
/// Calm under which an undecided customer is visibly stirred, and fully so 0.18 below it.
const STIRRED_BELOW: f32 = 0.6;
/// Trust under which an undecided customer has given up on you; 0.2 above it they are with you.
const GIVEN_UP: f32 = 0.32;
/// The mood of the mildest anger.
const LEAST_UPSET: f32 = -0.5;
/// A difference nobody would see.
const SETTLED: f32 = 0.004;

impl Expression {
    /// A face that gives nothing away and listens.
    pub const CALM: Self = Self { mood: 0.08, engagement: 1.0 };

    /// The face for the customer's numbers, each from 0 to 1000.
    #[must_use]
    pub fn of(calm: i32, satisfaction: i32, anger: i32, trust: i32, feeling: Feeling) -> Self {
        let share = |number: i32| (number as f32 / 1000.0).clamp(0.0, 1.0);
        let (calm, satisfaction, anger, trust) = (share(calm), share(satisfaction), share(anger), share(trust));
        match feeling {
            // However mild, it reads as anger: a worried face would ask for comfort, not for amends.
            Feeling::Upset => {
                let weight = 0.6 * anger + 0.25 * (1.0 - calm) + 0.15 * (1.0 - satisfaction);
                let mood = LEAST_UPSET - (1.0 + LEAST_UPSET) * weight.powf(1.5);
                Self { mood: mood.max(-1.0), engagement: 0.85 + 0.15 * anger }
            }
            // Somebody whose calm is still low has not stopped caring: they are uneasy, and look at you. So does whoever still
            // trusts you, however calm. Only who has given up looks away.
            Feeling::Indifferent => {
                let stirred = ((STIRRED_BELOW - calm) / 0.18).clamp(0.0, 1.0);
                let trusting = ((trust - GIVEN_UP) / 0.2).clamp(0.0, 1.0);
                let away = 0.05 + 0.25 * trust;
                Self {
                    mood: (0.2 * (satisfaction - 0.5) - 0.15 * anger).clamp(-0.14, 0.14) - 0.3 * stirred,
                    engagement: away + (0.9 - away) * stirred.max(trusting),
                }
            }
            // Content begins as calm and shows more the further the numbers lie above where content begins.
            Feeling::Happy => {
                let above = |value: f32, from: f32, to: f32| ((value - from) / (to - from)).clamp(0.0, 1.0);
                let weight = 0.5 * above(satisfaction, 0.58, 0.88)
                    + 0.25 * above(calm, 0.6, 0.95)
                    + 0.25 * above(trust, 0.5, 0.9)
                    - 0.25 * anger;
                Self { mood: (0.12 + 0.88 * weight).clamp(0.06, 1.0), engagement: 0.85 + 0.15 * trust }
            }
        }
    }

    /// The face after `dt_seconds` on its way to `target`; it arrives and then stays.
    #[must_use]
    pub fn towards(self, target: Self, dt_seconds: f32) -> Self {
        let t = 1.0 - (-dt_seconds.max(0.0) / EASE_SECONDS).exp();
        let eased = Self {
            mood: self.mood + (target.mood - self.mood) * t,
            engagement: self.engagement + (target.engagement - self.engagement) * t,
        };
        if eased.settled(&target) { target } else { eased }
    }

    /// Whether nothing would be seen of any further easing.
    #[must_use]
    pub fn settled(&self, target: &Self) -> bool {
        (self.mood - target.mood).abs() < SETTLED && (self.engagement - target.engagement).abs() < SETTLED
    }

    /// The word for what is seen: furious, upset, uneasy, indifferent, calm, relieved or delighted.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self.mood {
            mood if mood < -0.81 => "furious",
            mood if mood < -0.45 => "upset",
            mood if self.engagement < 0.5 && mood < 0.27 => "indifferent",
            mood if mood < -0.12 => "uneasy",
            mood if mood < 0.27 => "calm",
            mood if mood < 0.68 => "relieved",
            _ => "delighted",
        }
    }

    /// The pose of the face and shoulders.
    pub(super) fn pose(self) -> Pose {
        pose::pose(self.mood, self.engagement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_upset_looks_it_however_mildly_and_more_the_angrier_they_are() {
        let face = |anger: i32| Expression::of(900 - anger / 2, 500 - anger / 2, anger, 500, Feeling::Upset);
        let faces: Vec<Expression> = (0..=1000).step_by(50).map(face).collect();
        let words: Vec<&str> = faces.iter().map(Expression::word).collect();
        assert_eq!((words.first(), words.last()), (Some(&"upset"), Some(&"furious")));
        assert!(words.iter().all(|word| ["upset", "furious"].contains(word)), "{words:?}");
        assert!(faces.is_sorted_by(|one, next| one.mood >= next.mood));
        for face in faces {
            let pose = face.pose();
            assert!(pose.brow_in > 4.0 && pose.curve < -4.0, "the brows are down and so is the mouth: {pose:?}");
        }
    }

    #[test]
    fn whoever_is_undecided_looks_worried_or_away_but_never_angry() {
        for calm in (0..=1000).step_by(100) {
            for trust in (0..=1000).step_by(100) {
                let face = Expression::of(calm, 400, 400, trust, Feeling::Indifferent);
                assert!(["uneasy", "indifferent", "calm"].contains(&face.word()), "{calm} {trust} {face:?}");
                assert!(face.pose().brow_in < 4.0, "{calm} {trust} {face:?}");
            }
        }
    }
}
