//! What an ending may be worth, in words that never sound like a measurement.

use super::Words;
use crate::impact::{Range, Worth};

impl Words {
    /// What an ending may be worth, for a hundred customers who end like this: who stays, and who is brought or kept away.
    #[must_use]
    pub fn worth(&self, worth: Worth) -> [String; 2] {
        let (low, high) = worth.staying.of_a_hundred();
        let staying = self.format("impact-staying", &[("low", low.into()), ("high", high.into())]);
        let Range { low, high } = worth.referred;
        let (least, most) = worth.referred.of_a_hundred();
        let key = match (low < 0, high > 0) {
            (false, false) => "impact-nobody",
            (true, _) => "impact-keeps-away",
            (false, true) => "impact-brings",
        };
        [staying, self.format(key, &[("low", least.into()), ("high", most.into())])]
    }
}
