//! What can be read from a customer: satisfaction, anger, feeling, and how the scene ends (customer-model §2). Nothing here changes
//! the customer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Customer;
use super::arithmetic::{mul, unit};
use super::model::{Weights, model};

/// How the customer feels, in three words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Feeling {
    /// Satisfied, calm, and well disposed.
    Happy,
    /// Neither bound nor angry.
    Indifferent,
    /// Angry, or badly served.
    Upset,
}

impl Feeling {
    /// All feelings, best first.
    pub const ALL: [Self; 3] = [Self::Happy, Self::Indifferent, Self::Upset];
}

/// How a scene ends. The order of the variants, and so `Ord`, is from worst to best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Outcome {
    /// Tells the world.
    GoesPublic,
    /// Leaves, and may not come back.
    WalksAway,
    /// Complains, which leaves a chance to put it right.
    Complains,
    /// Stays without a bond, and leaves easily.
    Passive,
    /// Comes back and brings others.
    ReturnsAndRefers,
}

impl Outcome {
    /// All outcomes, best first.
    pub const ALL: [Self; 5] =
        [Self::ReturnsAndRefers, Self::Passive, Self::Complains, Self::WalksAway, Self::GoesPublic];

    /// How good it is: 0 for going public to 4 for returning and referring.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::GoesPublic => 0,
            Self::WalksAway => 1,
            Self::Complains => 2,
            Self::Passive => 3,
            Self::ReturnsAndRefers => 4,
        }
    }

    /// Whether the customer is lost: complaining, gone, or telling everybody.
    #[must_use]
    pub const fn is_lost(self) -> bool {
        match self {
            Self::GoesPublic | Self::WalksAway | Self::Complains => true,
            Self::Passive | Self::ReturnsAndRefers => false,
        }
    }
}

/// What an author may ask about, by the name it has in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Variable {
    /// T, 0–1000.
    Trust,
    /// C, 0–1000.
    Calm,
    /// E, 0–1000; higher is worse.
    Effort,
    /// JD, −1000–1000.
    Outcome,
    /// JI, −1000–1000.
    Treatment,
    /// JP, −1000–1000.
    Process,
    /// SAT, 0–1000.
    Satisfaction,
    /// REL, 0–1000.
    Relationship,
    /// RET, 0–1000.
    Returning,
    /// ANGER, 0–1000; higher is worse.
    Anger,
}

impl Variable {
    /// All variables: first the six that are kept, then the four that are worked out.
    pub const ALL: [Self; 10] = [
        Self::Trust,
        Self::Calm,
        Self::Effort,
        Self::Outcome,
        Self::Treatment,
        Self::Process,
        Self::Satisfaction,
        Self::Relationship,
        Self::Returning,
        Self::Anger,
    ];

    /// The least and the greatest value it can have.
    #[must_use]
    pub const fn range(self) -> (i32, i32) {
        match self {
            Self::Outcome | Self::Treatment | Self::Process => (-1000, 1000),
            Self::Trust
            | Self::Calm
            | Self::Effort
            | Self::Satisfaction
            | Self::Relationship
            | Self::Returning
            | Self::Anger => (0, 1000),
        }
    }
}

impl Customer {
    /// The value of a variable, in model units.
    #[must_use]
    pub fn read(&self, variable: Variable) -> i32 {
        match variable {
            Variable::Trust => self.trust,
            Variable::Calm => self.calm,
            Variable::Effort => self.effort,
            Variable::Outcome => self.outcome,
            Variable::Treatment => self.treatment,
            Variable::Process => self.process,
            Variable::Satisfaction => self.satisfaction(),
            Variable::Relationship => self.relationship(),
            Variable::Returning => self.returning(),
            Variable::Anger => self.anger(),
        }
    }

    /// Satisfaction with this case (`SAT`), 0–1000: the outcome weighs most.
    #[must_use]
    pub fn satisfaction(&self) -> i32 {
        self.weighed(&model().satisfaction)
    }

    /// Satisfaction with the relationship as a whole (`REL`), 0–1000: how one was treated weighs slightly more than the outcome. Not
    /// the strength of the relationship before the scene, which stays as it was.
    #[must_use]
    pub fn relationship(&self) -> i32 {
        self.weighed(&model().relationship)
    }

    /// The three kinds of justice in one value, 0–1000.
    fn weighed(&self, by: &Weights) -> i32 {
        let sum = by.outcome * self.outcome + by.treatment * self.treatment + by.process * self.process;
        unit(500 + sum.div_euclid(2000))
    }

    /// Propensity to return (`RET`), 0–1000. After a failure it comes close to what it was before, and never quite reaches it.
    #[must_use]
    pub fn returning(&self) -> i32 {
        let by = &model().returning;
        let felt =
            by.trust * self.trust + by.relationship * self.relationship() + by.satisfaction * self.satisfaction();
        let bond = (by.bond * self.traits.bond).div_euclid(1000);
        let effort = ((self.effort - by.effort_free).max(0) * by.effort).div_euclid(1000);
        let silence = if self.silent { by.silent } else { 0 };
        let failed = by.failed_recovery * self.failed_recoveries;
        let open = by.base + felt.div_euclid(1000) + bond - effort - failed - silence;
        let near = self.failures.returning_before.map_or(open, |before| {
            let ceiling = before - by.under_per_severity * i32::from(self.failures.severity) - by.under;
            let over = open - ceiling;
            if over > 0 { ceiling + (by.over * over).div_euclid(over + by.bend) } else { open }
        });
        unit(1000 - mul(1000 - unit(near), self.fading.distance))
    }

    /// Anger (`ANGER`), 0–1000.
    #[must_use]
    pub fn anger(&self) -> i32 {
        let by = &model().anger;
        let heat = ((1000 - self.calm) * by.heat).div_euclid(1000);
        let hurt = ((-self.treatment).max(0) * by.hurt).div_euclid(1000);
        let anger = heat + hurt + by.failed_recovery * self.failed_recoveries;
        let betrayed = self.traits.close() && self.failed_recoveries >= 1;
        let anger = if betrayed { mul(anger, by.betrayed) } else { anger };
        mul(unit(anger), self.fading.anger)
    }

    /// The feeling that people see.
    #[must_use]
    pub fn feeling(&self) -> Feeling {
        let (satisfaction, by) = (self.satisfaction(), &model().feeling);
        if self.calm < by.upset_calm || satisfaction < by.upset_satisfaction {
            Feeling::Upset
        } else if self.calm >= by.happy_calm
            && satisfaction >= by.happy_satisfaction
            && self.relationship() >= by.happy_relationship
        {
            Feeling::Happy
        } else {
            Feeling::Indifferent
        }
    }

    /// Whether the customer goes now: calm below, or effort above, what this persona bears.
    #[must_use]
    pub fn leaves(&self) -> bool {
        self.calm < self.traits.leaves.calm_under || self.effort > self.traits.leaves.effort_over
    }

    /// How a scene that was played to its end ends; the first rule that fits. `social_channel` says that the last beat was in public.
    #[must_use]
    pub fn outcome(&self, social_channel: bool) -> Outcome {
        let (upset, by) = (self.feeling() == Feeling::Upset, &model().ending);
        if let Some(outcome) = self.speaks_up(social_channel) {
            outcome
        } else if self.returning() < by.walks || upset {
            Outcome::WalksAway
        } else if self.feeling() == Feeling::Happy && self.returning() >= by.returns {
            Outcome::ReturnsAndRefers
        } else {
            Outcome::Passive
        }
    }

    /// How a scene ends that the customer left: never better than complaining.
    #[must_use]
    pub fn outcome_on_leaving(&self, social_channel: bool) -> Outcome {
        self.speaks_up(social_channel).unwrap_or(Outcome::WalksAway)
    }

    /// The two endings that can be heard.
    fn speaks_up(&self, social_channel: bool) -> Option<Outcome> {
        let by = &model().ending;
        let audience = if social_channel { by.audience } else { 0 };
        let drive = self.publicity + audience + by.failed_recovery * self.failed_recoveries.min(2);
        if self.anger() >= by.public_anger && drive >= by.public_drive {
            return Some(Outcome::GoesPublic);
        }
        let upset = self.feeling() == Feeling::Upset;
        let given_up = self.returning() < by.given_up && self.traits.voice < by.loud;
        (upset && self.traits.voice >= by.voice && !given_up).then_some(Outcome::Complains)
    }

    /// Says whether the customer goes without having voiced the problem, which makes a return less likely. Set it before asking for
    /// the outcome.
    pub fn set_silent(&mut self, silent: bool) {
        self.silent = silent;
    }

    /// Willingness to voice a complaint (`vp`), 0–1000.
    #[must_use]
    pub fn voice(&self) -> i32 {
        self.traits.voice
    }

    /// Whether a real apology was given for the latest failure.
    #[must_use]
    pub fn has_apology(&self) -> bool {
        self.handled.apologies > 0
    }

    /// Share of the latest loss restored so far, 0–1000.
    #[must_use]
    pub fn fixed(&self) -> i32 {
        self.handled.fixed
    }
}
