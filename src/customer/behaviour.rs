//! How listening, apology, accountability and follow-through land, by level and by order (customer-model §4, §5).

use super::arithmetic::mul;
use super::{Behaviour, Customer, Kind, Moves, Orientation};

/// Calm below which a customer is too upset to take in plans, and hungry to be heard.
const VERY_UPSET: i32 = 350;

/// Third and later apologies only tire.
const TOO_MANY_APOLOGIES: [i32; 6] = [-10, -25, 15, 0, -20, -20];

impl Customer {
    /// One behaviour at a level of the rubric, 0–3; more counts as 3. `late` says that a first real apology comes in a later contact
    /// than the complaint; it matters to apologies only.
    pub fn act(&mut self, behaviour: Behaviour, level: u8, late: bool) {
        match behaviour {
            Behaviour::Listen => self.listen(level),
            Behaviour::Apology => self.apologise(level, late),
            Behaviour::Account => self.plan(behaviour, level, self.handled.heard),
            Behaviour::Follow => self.plan(behaviour, level, true),
        }
    }

    fn listen(&mut self, level: u8) {
        let mut gain = self.gain();
        if self.calm < VERY_UPSET {
            gain = mul(gain, 1300);
        }
        if level >= 2 {
            self.handled.heard = true;
        }
        gain = self.relational(gain);
        self.land(row(Behaviour::Listen, level), gain, self.loss());
    }

    fn apologise(&mut self, level: u8, late: bool) {
        if level < 2 {
            self.land(row(Behaviour::Apology, level), self.gain(), self.loss());
            return;
        }
        let gain = self.gain_of_apology(late);
        self.handled.apologies = (self.handled.apologies + 1).min(3);
        if self.handled.apologies >= 3 {
            self.land(Moves::row(TOO_MANY_APOLOGIES), 1000, self.loss());
            return;
        }
        self.handled.apologised = true;
        self.land(row(Behaviour::Apology, level), gain, self.loss());
    }

    fn gain_of_apology(&self, late: bool) -> i32 {
        let mut gain = self.gain();
        // Before the story is heard, an apology sounds empty, unless the two will never meet again.
        match (self.handled.heard, self.traits.future) {
            (false, true) => gain = mul(gain, 700),
            (false, false) => gain = mul(gain, 1100),
            (true, false) => gain = mul(gain, 950),
            (true, true) => {}
        }
        if late {
            gain = mul(gain, 650);
        }
        if self.handled.apologies == 1 {
            gain = mul(gain, 300);
        }
        if self.calm < VERY_UPSET {
            gain = mul(gain, 1150);
        }
        match self.failures.kind {
            // Words do not match a loss of money.
            Kind::Economic => gain = mul(gain, 800),
            Kind::Social => {}
        }
        self.relational(gain)
    }

    /// Accountability and follow-through: plans, which reach only someone calm enough and, for the first, someone who was heard.
    fn plan(&mut self, behaviour: Behaviour, level: u8, heard: bool) {
        let mut gain = self.gain();
        if level >= 2 {
            if self.calm < VERY_UPSET {
                gain = mul(gain, 700);
            }
            if !heard {
                gain = mul(gain, 700);
            }
        }
        self.land(row(behaviour, level), gain, self.loss());
    }

    fn relational(&self, gain: i32) -> i32 {
        match self.traits.orientation {
            Some(Orientation::Relational) => mul(gain, 1150),
            Some(Orientation::Independent) | None => gain,
        }
    }
}

/// The base change of a behaviour at a level (customer-model §4): T, C, E, JD, JI, JP.
fn row(behaviour: Behaviour, level: u8) -> Moves {
    Moves::row(match (behaviour, level) {
        (Behaviour::Listen, 0) => [-60, -120, 60, 0, -180, -30],
        (Behaviour::Listen, 1) => [-10, -30, 20, 0, -40, 0],
        (Behaviour::Listen, 2) => [25, 60, -15, 0, 80, 20],
        (Behaviour::Listen, _) => [45, 100, -30, 0, 130, 30],
        (Behaviour::Apology, 0) => [-70, -110, 0, 0, -220, 0],
        (Behaviour::Apology, 1) => [-30, -50, 0, 0, -90, 0],
        (Behaviour::Apology, 2) => [40, 70, 0, 20, 170, 10],
        (Behaviour::Apology, _) => [60, 100, 0, 30, 260, 20],
        (Behaviour::Account, 0) => [-80, -90, 80, -60, -110, -90],
        (Behaviour::Account, 1) => [-25, -30, 30, -20, -20, -40],
        (Behaviour::Account, 2) => [40, 40, -40, 50, 50, 70],
        (Behaviour::Account, _) => [65, 60, -70, 90, 70, 110],
        (Behaviour::Follow, 0) => [-60, -40, 20, 0, -30, -50],
        (Behaviour::Follow, 1) => [-20, -10, 10, 0, 0, -20],
        (Behaviour::Follow, 2) => [30, 20, -10, 10, 20, 40],
        (Behaviour::Follow, _) => [45, 30, -20, 20, 30, 60],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_harmful_reply_costs_more_than_a_competent_one_gains() {
        for behaviour in Behaviour::ALL {
            let size = |level| {
                let row = row(behaviour, level);
                row.trust + row.calm - row.effort + row.outcome + row.treatment + row.process
            };
            assert!(-size(0) > size(2), "{behaviour:?}");
            assert!(size(0) < size(1) && size(1) < 0 && size(2) < size(3), "{behaviour:?}");
        }
    }
}
