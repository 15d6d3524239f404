//! Deeds that repair: pace, restoring the loss, and compensation (customer-model §4, §5).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::arithmetic::mul;
use super::model::{Pay, model};
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
                self.land(model().deeds.fast, self.gain(), 1000);
                self.handled.fast = true;
            }
            Pace::Slow => self.land(model().deeds.slow, 1000, self.loss()),
        }
    }

    /// Restores a share of the loss, 0–1000. The shares since the latest failure count to 1000 together; what is over does nothing.
    pub fn fix(&mut self, share: u16) {
        let share = i32::from(share).min(1000 - self.handled.fixed);
        self.handled.fixed += share;
        self.land(model().deeds.fix.times(share), self.gain(), 1000);
    }

    /// Compensation of a percent of the price; 0 is none. It helps up to 150 percent, and how much depends on what else was done:
    /// for a social failure money adds little when the response was already quick and sorry, or neither.
    pub fn pay(&mut self, percent: u16) {
        if percent == 0 {
            return;
        }
        let by = &model().pay;
        let (base, [neither, one, both]) = match self.failures.kind {
            Kind::Economic => (by.economic, by.economic_fit),
            Kind::Social => (by.social, by.social_fit),
        };
        let Handled { apologised, fast, .. } = self.handled;
        let fit = match (apologised, fast) {
            (false, false) => neither,
            (true, false) | (false, true) => one,
            (true, true) => both,
        };
        let mut fit = mul(fit, self.traits.locus.max(by.least_locus));
        if self.traits.orientation == Some(Orientation::Independent) {
            fit = mul(fit, model().order.independent);
        }
        let outcome = mul(mul(base, worth(by, percent)), fit);
        if outcome >= 0 {
            let row = Moves { trust: mul(by.trust, fit), calm: mul(by.calm, fit), outcome, ..Moves::default() };
            self.land(row, self.gain(), 1000);
        } else {
            self.land(Moves { outcome, ..by.resented }, 1000, 1000);
        }
    }
}

/// What a percentage of the price is worth to the customer, thousandths: an inverted U with its peak at 150 percent.
fn worth(by: &Pay, percent: u16) -> i32 {
    let percent = i32::from(percent);
    let up_to = |most: i32| by.percent * percent.min(by.full) + by.more * (percent.min(most) - by.full).max(0);
    (up_to(by.peak) - by.too_much * (percent - by.peak).max(0)).max(by.floor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worth_peaks_at_150_percent_and_has_a_floor() {
        assert_eq!(
            [50, 100, 150, 151, 300, 400, 1000].map(|percent| worth(&model().pay, percent)),
            [500, 1000, 1100, 1094, 200, -400, -400]
        );
    }
}
