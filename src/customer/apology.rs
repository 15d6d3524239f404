//! An apology taken apart (customer-model §5): which parts it has gives its level, how it is delivered scales what it gains. The order
//! of the parts follows Lewicki et al. 2016, that of the delivery Roschk & Kaiser 2013.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::model::model;

/// What an apology consists of, for authors who would rather say that than judge its level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Apology {
    /// The parts its words have, in any order.
    pub parts: Vec<ApologyPart>,
    /// Whether it names what it did to this customer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub empathy: bool,
    /// Whether it is as strong as the harm: neither flat nor grovelling.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub intensity: bool,
    /// Whether it comes at the right time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub timing: bool,
}

/// A part of an apology. The order of the variants is that of their worth, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum ApologyPart {
    /// "It was our mistake."
    Responsibility,
    /// "I will put it right."
    Repair,
    /// "I am sorry."
    Regret,
    /// What happened, without an excuse.
    Explanation,
    /// "It will not happen again, because …"
    Resolve,
    /// "Please forgive us." Never needed.
    Forgiveness,
}

impl ApologyPart {
    /// All parts, in the order of the documentation.
    pub const ALL: [Self; 6] =
        [Self::Responsibility, Self::Repair, Self::Regret, Self::Explanation, Self::Resolve, Self::Forgiveness];

    /// What it is worth, in points.
    #[must_use]
    pub fn points(self) -> i32 {
        let by = &model().apology;
        match self {
            Self::Responsibility => by.responsibility,
            Self::Repair => by.repair,
            Self::Regret => by.regret,
            Self::Explanation => by.explanation,
            Self::Resolve => by.resolve,
            Self::Forgiveness => by.forgiveness,
        }
    }
}

impl Apology {
    /// The level its words earn before any error caps it: 1 under 120 points, 2 from there, 3 from 230 if it takes responsibility and
    /// names what it did to the customer. A part named twice counts once. Level 0 is no apology at all, and is written as a level.
    #[must_use]
    pub fn level(&self) -> u8 {
        let has = |part: ApologyPart| self.parts.contains(&part);
        let points: i32 = ApologyPart::ALL.into_iter().filter(|part| has(*part)).map(ApologyPart::points).sum();
        let by = &model().apology;
        if points < by.competent {
            1
        } else if points >= by.exemplary && has(ApologyPart::Responsibility) && self.empathy {
            3
        } else {
            2
        }
    }

    /// What its gain is multiplied by, thousandths: 600 to 1000.
    #[must_use]
    pub fn delivery(&self) -> i32 {
        let by = &model().apology;
        let if_so = |so: bool, more: i32| if so { more } else { 0 };
        by.plain + if_so(self.empathy, by.empathy) + if_so(self.intensity, by.intensity) + if_so(self.timing, by.timing)
    }
}

#[cfg(test)]
mod tests {
    use super::ApologyPart::{Explanation, Forgiveness, Regret, Repair, Resolve, Responsibility};
    use super::*;

    fn level(parts: &[ApologyPart], empathy: bool) -> u8 {
        Apology { parts: parts.to_vec(), empathy, ..Apology::default() }.level()
    }

    #[test]
    fn levels_follow_from_the_parts() {
        for (parts, plain, naming_the_effect) in [
            (&[][..], 1, 1),
            (&[Regret], 1, 1),
            (&[Responsibility, Forgiveness], 1, 1),
            (&[Repair, Regret], 2, 2),
            (&[Responsibility, Repair, Regret, Forgiveness], 2, 3),
            (&[Responsibility, Repair, Regret], 2, 2),
            (&[Repair, Regret, Explanation, Resolve, Forgiveness], 2, 2),
            (&ApologyPart::ALL, 2, 3),
        ] {
            assert_eq!((level(parts, false), level(parts, true)), (plain, naming_the_effect), "{parts:?}");
        }
        assert_eq!(level(&[Regret; 4], true), 1, "a part said again is the same part");
    }

    #[test]
    fn delivery_counts_from_600_to_1000() {
        let delivery =
            |empathy, intensity, timing| Apology { parts: vec![Regret], empathy, intensity, timing }.delivery();
        assert_eq!(
            [
                delivery(false, false, false),
                delivery(true, false, false),
                delivery(false, true, false),
                delivery(false, false, true),
                delivery(true, true, true)
            ],
            [600, 780, 730, 690, 1000]
        );
    }
}
