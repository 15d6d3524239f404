//! How a customer arrives, and what a failure does to them (customer-model §1, §3). Later recovery is in the other files.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::arithmetic::{justice, mul, unit};
use super::model::model;
use super::state::{Fading, Failures, Handled, Traits};
use super::{Customer, Limits, Moves, Persona};

/// What went wrong before the first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// 1 small, 2 serious, 3 grave; 0 if nothing went wrong. More counts as 3.
    #[schemars(range(min = 0, max = 3))]
    pub severity: u8,
    /// What was lost.
    pub kind: Kind,
    /// The organisation's share of the responsibility, 0–1000. Written here it beats the persona's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locus: Option<i32>,
    /// Whether the customer expects to deal with this person or firm again.
    #[serde(default = "expected", skip_serializing_if = "is_expected")]
    pub future: bool,
}

fn expected() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_expected(future: &bool) -> bool {
    *future
}

impl Default for Failure {
    /// Nothing went wrong. The kind is social, because an apology then mends no loss of money.
    fn default() -> Self {
        Self { severity: 0, kind: Kind::Social, locus: None, future: true }
    }
}

/// What a failure takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Kind {
    /// Money, product or time.
    Economic,
    /// Respect: rudeness, neglect, a bad process.
    Social,
}

/// Start values of a scene that differ from the persona's. Out of range they are limited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Start {
    /// T, 0–1000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trust: Option<i32>,
    /// C, 0–1000. Between contacts calm comes back to this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calm: Option<i32>,
    /// R, relationship strength before the scene, 0–1000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationship: Option<i32>,
    /// E, 0–1000; 100 if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effort: Option<i32>,
    /// JD, −1000–1000; 250 if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<i32>,
    /// JI, −1000–1000; 250 if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment: Option<i32>,
    /// JP, −1000–1000; 250 if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub process: Option<i32>,
}

impl Customer {
    /// A customer as the conversation begins: the start values, then the shock if something went wrong.
    #[must_use]
    pub fn arrive(persona: &Persona, failure: &Failure, start: &Start) -> Self {
        let calm = unit(start.calm.unwrap_or(persona.calm));
        let usual = &model().arrival;
        let mut customer = Self {
            trust: unit(start.trust.unwrap_or(persona.trust)),
            calm,
            effort: unit(start.effort.unwrap_or(usual.effort)),
            outcome: justice(start.outcome.unwrap_or(usual.justice)),
            treatment: justice(start.treatment.unwrap_or(usual.justice)),
            process: justice(start.process.unwrap_or(usual.justice)),
            publicity: unit(persona.publicity),
            traits: Traits {
                bond: unit(start.relationship.unwrap_or(persona.relationship)),
                react: persona.react.clamp(800, 1300),
                voice: unit(persona.voice),
                locus: unit(failure.locus.or(persona.locus).unwrap_or(1000)),
                jargon: persona.jargon.clamp(1000, 3000),
                silence: persona.silence.clamp(1000, 3000),
                future: failure.future,
                orientation: persona.orientation,
                leaves: Limits {
                    calm_under: unit(persona.leaves.calm_under),
                    effort_over: unit(persona.leaves.effort_over),
                },
                usual_calm: calm,
            },
            failures: Failures {
                count: 0,
                severity: failure.severity.min(3),
                kind: failure.kind,
                same_cause: false,
                recent: false,
                returning_before: None,
            },
            handled: Handled::default(),
            failed_recoveries: 0,
            facts_used: 0,
            embarrassed: false,
            silent: false,
            fading: Fading { days: 0, anger: 1000, distance: 1000 },
        };
        customer.fail(failure.severity, failure.kind, false, false);
        customer
    }

    /// Something goes wrong: the first failure, or a further one. `same_cause` and `recent` (within 60 days of the one before) make
    /// a repetition worse. What was done about an earlier failure no longer counts, and earlier justice fades, credit faster than
    /// grudges. Severity 0 is no failure; more than 3 counts as 3.
    pub fn fail(&mut self, severity: u8, kind: Kind, same_cause: bool, recent: bool) {
        if severity == 0 {
            return;
        }
        if self.failures.count == 0 {
            self.failures.returning_before = Some(self.returning());
        }
        self.failures.count = (self.failures.count + 1).min(2);
        self.failures.severity = severity.min(3);
        self.failures.kind = kind;
        // A first failure repeats nothing, so its flags stay down and equal states stay equal.
        let repeated = self.failures.count > 1;
        self.failures.same_cause = same_cause && repeated;
        self.failures.recent = recent && repeated;
        self.handled = Handled::default();
        let mut loss = mul(self.traits.locus, self.traits.react);
        if repeated {
            let by = &model().shock;
            let fade = |value: i32| mul(value, if value > 0 { by.credit_left } else { by.grudge_left });
            self.outcome = fade(self.outcome);
            self.treatment = fade(self.treatment);
            self.process = fade(self.process);
            loss = mul(loss, by.repeated);
            if recent {
                loss = mul(loss, by.recent);
            }
        }
        self.shock(loss);
    }

    fn shock(&mut self, loss: i32) {
        let (severity, by) = (i32::from(self.failures.severity), &model().shock);
        let row = match self.failures.kind {
            Kind::Economic => by.economic,
            Kind::Social => by.social,
        };
        self.land(row.map(|value| value * severity), 1000, loss);
        // A strong relationship buffers trust, but not against a grave failure.
        let buffered = self.traits.close() && severity <= 2;
        let loss = if buffered { mul(loss, by.buffer) } else { loss };
        self.land(Moves { trust: by.trust * severity, ..Moves::default() }, 1000, loss);
    }
}
