//! What time between contacts does (customer-model §7, last paragraph): calm comes back, effort does not, and after a failed
//! recovery anger fades while distance grows. Time inside a contact plays no part here.

use super::Customer;
use super::arithmetic::mul;
use super::model::model;

const DAYS_PER_MONTH: u32 = 30;

/// Calm has come as close as rounding lets it long before this many days.
const MOST_CALMING_DAYS: u32 = 30;

/// A century: nothing changes after it, and it bounds the work.
const MOST_DAYS: u32 = 36_500;

/// Keeps products in range; a readiness to return of 999 is already 0 under it.
const MOST_DISTANCE: i32 = 1_000_000;

impl Customer {
    /// A new contact begins, so many whole days after the one before. Two waits do what one of the same length does.
    pub fn next_contact(&mut self, days: u32) {
        self.facts_used = 0;
        for _ in 0..days.min(MOST_CALMING_DAYS) {
            let missing = self.traits.usual_calm - self.calm;
            self.calm += mul(missing.max(0), model().time.calming);
        }
        if self.failed_recoveries >= 1 {
            self.fade(days.min(MOST_DAYS));
        }
    }

    fn fade(&mut self, days: u32) {
        let days = self.fading.days + days;
        self.fading.days = days % DAYS_PER_MONTH;
        let by = &model().time;
        let (anger, distance) =
            if self.traits.close() { (by.anger_left_close, by.distance_close) } else { (by.anger_left, by.distance) };
        for _ in 0..days / DAYS_PER_MONTH {
            self.fading.anger = mul(self.fading.anger, anger);
            self.fading.distance = (self.fading.distance + distance).min(MOST_DISTANCE);
        }
    }
}
