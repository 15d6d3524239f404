//! What becomes of promises (customer-model §4, §6). Which promise it is and when it falls due is not known here.

use super::arithmetic::mul;
use super::state::MOST_FAILED_RECOVERIES;
use super::{Customer, Moves};

const BROKEN: [i32; 6] = [-160, -120, 100, -80, -120, -140];

impl Customer {
    /// A promise was kept. After a broken one it gains 0.7 of a first one's worth, and repeated failure takes no more from it.
    pub fn kept(&mut self) {
        let gain = if self.failed_recoveries >= 1 { mul(self.gain_without_history(), 700) } else { self.gain() };
        self.land(Moves::row([70, 30, -20, 20, 30, 60]), gain, 1000);
    }

    /// A promise was changed with the customer before it fell due. How the person reacts to losses plays no part.
    pub fn renegotiated(&mut self) {
        self.land(Moves::row([-20, -15, 10, 0, 20, -20]), 1000, 1000);
    }

    /// A promise was broken: a failed recovery, which makes every later slip cost more.
    pub fn broken(&mut self) {
        self.land(Moves::row(BROKEN), 1000, self.loss());
        self.failed_recoveries = (self.failed_recoveries + 1).min(MOST_FAILED_RECOVERIES);
    }

    /// A hope that a vague promise had raised came to nothing: half of a broken promise, and no failed recovery.
    pub fn lapsed(&mut self) {
        self.land(Moves::row(BROKEN).times(500), 1000, self.loss());
    }
}
