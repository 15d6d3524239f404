//! Integer arithmetic of the model, and how a row of changes lands on a customer. Nothing here decides which row it is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Customer;
use super::model::model;

/// A change of the six kept values, in model units. Positive effort is worse; everything else is better when positive. As written
/// by an author it is raw and unmultiplied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Moves {
    /// Trust, T.
    #[serde(skip_serializing_if = "is_zero")]
    pub trust: i32,
    /// Calm, C.
    #[serde(skip_serializing_if = "is_zero")]
    pub calm: i32,
    /// Effort felt, E.
    #[serde(skip_serializing_if = "is_zero")]
    pub effort: i32,
    /// Distributive justice, JD: is the outcome fair?
    #[serde(skip_serializing_if = "is_zero")]
    pub outcome: i32,
    /// Interactional justice, JI: was I respected, informed, told the truth?
    #[serde(skip_serializing_if = "is_zero")]
    pub treatment: i32,
    /// Procedural justice, JP: was it quick, easy, flexible, and did I have a say?
    #[serde(skip_serializing_if = "is_zero")]
    pub process: i32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(value: &i32) -> bool {
    *value == 0
}

impl Moves {
    /// The same change of every value.
    pub(super) fn map(self, change: impl Fn(i32) -> i32) -> Self {
        Self {
            trust: change(self.trust),
            calm: change(self.calm),
            effort: change(self.effort),
            outcome: change(self.outcome),
            treatment: change(self.treatment),
            process: change(self.process),
        }
    }

    /// The row with every value multiplied by `thousandths`.
    pub(super) fn times(self, thousandths: i32) -> Self {
        self.map(|value| mul(value, thousandths))
    }
}

/// `x * thousandths / 1000`, rounded half away from zero. The product must fit an `i32`, which it does for every value and factor of
/// the model.
pub(super) fn mul(x: i32, thousandths: i32) -> i32 {
    let size = (x.abs() * thousandths + 500).div_euclid(1000);
    if x < 0 { -size } else { size }
}

/// Keeps trust, calm, effort and every derived value between 0 and 1000.
pub(super) fn unit(value: i32) -> i32 {
    value.clamp(0, 1000)
}

/// Keeps a kind of justice between −1000 and 1000.
pub(super) fn justice(value: i32) -> i32 {
    value.clamp(-1000, 1000)
}

impl Customer {
    /// Lands a row: what is good for the customer is multiplied by `gain` and, except for effort, has less room the better things
    /// already are; what is bad is multiplied by `loss`. Both in thousandths.
    pub(super) fn land(&mut self, row: Moves, gain: i32, loss: i32) {
        let room = &model().gain;
        let grow = |change: i32, room: i32| if change > 0 { mul(mul(change, gain), room) } else { mul(change, loss) };
        let warm =
            |value: i32, change: i32| unit(value + grow(change, (room.warm_room - value).clamp(room.warm_least, 1000)));
        let fair = |value: i32, change: i32| {
            justice(value + grow(change, (room.fair_room - value).clamp(room.fair_least, 1000)))
        };
        let effort = if row.effort < 0 { mul(row.effort, gain) } else { mul(row.effort, loss) };
        self.trust = warm(self.trust, row.trust);
        self.calm = warm(self.calm, row.calm);
        self.effort = unit(self.effort + effort);
        self.outcome = fair(self.outcome, row.outcome);
        self.treatment = fair(self.treatment, row.treatment);
        self.process = fair(self.process, row.process);
    }

    /// Adds an author's own changes: raw, each limited to ±100, the result kept in range.
    pub fn moves(&mut self, moves: Moves) {
        let moves = moves.map(|value| value.clamp(-100, 100));
        self.trust = unit(self.trust + moves.trust);
        self.calm = unit(self.calm + moves.calm);
        self.effort = unit(self.effort + moves.effort);
        self.outcome = justice(self.outcome + moves.outcome);
        self.treatment = justice(self.treatment + moves.treatment);
        self.process = justice(self.process + moves.process);
    }

    /// How strongly good things land, in thousandths (customer-model §4, gain multiplier). Severity and repetition blunt them.
    pub(super) fn gain(&self) -> i32 {
        let (mut gain, by) = (self.gain_of_severity(), &model().gain);
        if self.failures.count > 1 {
            gain = mul(gain, by.repeated);
            if self.failures.same_cause {
                gain = mul(gain, by.same_cause);
            }
            if self.failures.recent {
                gain = mul(gain, by.recent);
            }
        }
        self.gain_of_person(gain)
    }

    /// The gain multiplier without the factors for repeated failure.
    pub(super) fn gain_without_history(&self) -> i32 {
        self.gain_of_person(self.gain_of_severity())
    }

    fn gain_of_severity(&self) -> i32 {
        let [none, small, serious, grave] = model().gain.severity;
        match self.failures.severity {
            0 => none,
            1 => small,
            2 => serious,
            _ => grave,
        }
    }

    fn gain_of_person(&self, mut gain: i32) -> i32 {
        let by = &model().gain;
        if self.traits.close() {
            gain = mul(gain, by.close);
        }
        if self.traits.locus <= by.at_fault_to {
            gain = mul(gain, by.at_fault);
        }
        gain
    }

    /// How strongly bad things land, in thousandths (customer-model §4, loss multiplier). A failed recovery makes every later slip
    /// cost more, most of all with the customers who were closest.
    pub(super) fn loss(&self) -> i32 {
        let (mut loss, by) = (self.traits.react, &model().loss);
        if self.failed_recoveries >= 1 {
            loss = mul(loss, if self.failed_recoveries == 1 { by.after_one } else { by.after_more });
            if self.traits.close() {
                loss = mul(loss, by.betrayed);
            }
        }
        loss
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mul_rounds_half_away_from_zero() {
        for (x, thousandths, expected) in [
            (1, 500, 1),
            (-1, 500, -1),
            (1, 499, 0),
            (-1, 499, 0),
            (3, 500, 2),
            (-250, 700, -175),
            (0, 1300, 0),
            (7, 1000, 7),
        ] {
            assert_eq!(mul(x, thousandths), expected, "{x} × {thousandths}");
        }
    }

    #[test]
    fn limits_hold_at_both_ends() {
        assert_eq!([unit(-1), unit(0), unit(1000), unit(1001)], [0, 0, 1000, 1000]);
        assert_eq!([justice(-1001), justice(-1000), justice(1001)], [-1000, -1000, 1000]);
    }

    #[test]
    fn rows_multiply_value_by_value() {
        let row = |[trust, calm, effort, outcome, treatment, process]: [i32; 6]| Moves {
            trust,
            calm,
            effort,
            outcome,
            treatment,
            process,
        };
        assert_eq!(row([10, -10, 5, 1, -1, 0]).times(500), row([5, -5, 3, 1, -1, 0]));
    }
}
