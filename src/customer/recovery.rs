//! Deeds that repair: pace, restoring the loss, and compensation (customer-model §4, §5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::arithmetic::mul;
use super::state::Handled;
use super::{Customer, Kind, Moves, Orientation};

/// How quickly a reply moves things forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Pace {
    /// A quick response.
    Fast,
    /// A slow one.
    Slow,
}

impl Customer {
    /// The response is fast or slow.
    pub fn pace(&mut self, pace: Pace) {
        match pace {
            Pace::Fast => {
                self.land(Moves::row([15, 30, -40, 10, 20, 100]), self.gain(), 1000);
                self.handled.fast = true;
            }
            Pace::Slow => self.land(Moves::row([-20, -40, 60, 0, -20, -110]), 1000, self.loss()),
        }
    }

    /// Restores a share of the loss, 0–1000. The shares since the latest failure count to 1000 together; what is over does nothing.
    pub fn fix(&mut self, share: u16) {
        let share = i32::from(share).min(1000 - self.handled.fixed);
        self.handled.fixed += share;
        let row = Moves::row([60, 80, -40, 340, 20, 30]).times(share);
        self.land(row, self.gain(), 1000);
    }

    /// Compensation of a percent of the price; 0 is none. It helps up to 150 percent, and how much depends on what else was done:
    /// for a social failure money adds little when the response was already quick and sorry, or neither.
    pub fn pay(&mut self, percent: u16) {
        if percent == 0 {
            return;
        }
        let Handled { apologised, fast, .. } = self.handled;
        let (base, fit) = match (self.failures.kind, u8::from(apologised) + u8::from(fast)) {
            (Kind::Economic, 0) => (300, 600),
            (Kind::Economic, 1) => (300, 1000),
            (Kind::Economic, _) => (300, 900),
            (Kind::Social, 0) => (260, 200),
            (Kind::Social, 1) => (260, 1000),
            (Kind::Social, _) => (260, 250),
        };
        let mut fit = mul(fit, self.traits.locus.max(200));
        if self.traits.orientation == Some(Orientation::Independent) {
            fit = mul(fit, 1150);
        }
        let outcome = mul(mul(base, worth(percent)), fit);
        if outcome >= 0 {
            self.land(Moves::row([mul(30, fit), mul(20, fit), 0, outcome, 0, 0]), self.gain(), 1000);
        } else {
            self.land(Moves::row([-40, 0, 0, outcome, 0, 0]), 1000, 1000);
        }
    }
}

/// What a percentage of the price is worth to the customer, thousandths: an inverted U with its peak at 150 percent.
fn worth(percent: u16) -> i32 {
    let percent = i32::from(percent);
    match percent {
        ..=100 => 10 * percent,
        101..=150 => 1000 + 2 * (percent - 100),
        _ => (1100 - 6 * (percent - 150)).max(-400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worth_peaks_at_150_percent_and_has_a_floor() {
        assert_eq!([50, 100, 150, 151, 300, 400, 1000].map(worth), [500, 1000, 1100, 1094, 200, -400, -400]);
    }
}
