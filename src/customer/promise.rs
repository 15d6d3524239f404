//! What becomes of promises (customer-model §4, §6). Which promise it is and when it falls due is not known here.

use super::Customer;
use super::arithmetic::mul;
use super::model::model;
use super::state::MOST_FAILED_RECOVERIES;

impl Customer {
    /// A promise was kept. After a broken one it gains 0.7 of a first one's worth, and repeated failure takes no more from it.
    pub fn kept(&mut self) {
        let by = &model().promises;
        let after_broken = || mul(self.gain_without_history(), by.kept_after_broken);
        let gain = if self.failed_recoveries >= 1 { after_broken() } else { self.gain() };
        self.land(by.kept, gain, 1000);
    }

    /// A promise was changed with the customer before it fell due. How the person reacts to losses plays no part.
    pub fn renegotiated(&mut self) {
        self.land(model().promises.renegotiated, 1000, 1000);
    }

    /// A promise was broken: a failed recovery, which makes every later slip cost more.
    pub fn broken(&mut self) {
        self.land(model().promises.broken, 1000, self.loss());
        self.failed_recoveries = (self.failed_recoveries + 1).min(MOST_FAILED_RECOVERIES);
    }

    /// A hope that a vague promise had raised came to nothing: half of a broken promise, and no failed recovery.
    pub fn lapsed(&mut self) {
        let by = &model().promises;
        self.land(by.broken.times(by.lapsed), 1000, self.loss());
    }
}
