//! How listening, apology, accountability and follow-through land, by level and by order (customer-model §4, §5).

use super::arithmetic::mul;
use super::model::model;
use super::{Behaviour, Customer, Kind, Moves, Orientation};

impl Customer {
    /// One behaviour at a level of the rubric, 0–3; more counts as 3. `late` says that a first real apology comes in a later contact
    /// than the complaint; it matters to apologies only.
    pub fn act(&mut self, behaviour: Behaviour, level: u8, late: bool) {
        match behaviour {
            Behaviour::Listen => self.listen(level),
            Behaviour::Apology => self.apologise(level, 1000, late),
            Behaviour::Account => self.plan(behaviour, level, self.handled.heard),
            Behaviour::Follow => self.plan(behaviour, level, true),
        }
    }

    fn listen(&mut self, level: u8) {
        let (mut gain, by) = (self.gain(), &model().order);
        if self.calm < by.very_upset {
            gain = mul(gain, by.listen_upset);
        }
        if level >= 2 {
            self.handled.heard = true;
        }
        gain = self.relational(gain);
        self.land(row(Behaviour::Listen, level), gain, self.loss());
    }

    /// An apology at a level of the rubric, 0–3, as [`Customer::act`] lands it, with its gain multiplied by `delivery` (thousandths):
    /// how it is said decides how much of it arrives.
    pub fn apologise(&mut self, level: u8, delivery: i32, late: bool) {
        if level < 2 {
            self.land(row(Behaviour::Apology, level), self.gain(), self.loss());
            return;
        }
        let gain = mul(self.gain_of_apology(late), delivery);
        self.handled.apologies = (self.handled.apologies + 1).min(3);
        if self.handled.apologies >= 3 {
            self.land(model().behaviours.too_many_apologies, 1000, self.loss());
            return;
        }
        self.handled.apologised = true;
        self.land(row(Behaviour::Apology, level), gain, self.loss());
    }

    fn gain_of_apology(&self, late: bool) -> i32 {
        let (mut gain, by) = (self.gain(), &model().order);
        // Before the story is heard, an apology sounds empty, unless the two will never meet again.
        match (self.handled.heard, self.traits.future) {
            (false, true) => gain = mul(gain, by.apology_unheard),
            (false, false) => gain = mul(gain, by.apology_unheard_once),
            (true, false) => gain = mul(gain, by.apology_heard_once),
            (true, true) => {}
        }
        if late {
            gain = mul(gain, by.apology_late);
        }
        if self.handled.apologies == 1 {
            gain = mul(gain, by.apology_again);
        }
        if self.calm < by.very_upset {
            gain = mul(gain, by.apology_upset);
        }
        match self.failures.kind {
            // Words do not match a loss of money.
            Kind::Economic => gain = mul(gain, by.apology_economic),
            Kind::Social => {}
        }
        self.relational(gain)
    }

    /// Accountability and follow-through: plans, which reach only someone calm enough and, for the first, someone who was heard.
    fn plan(&mut self, behaviour: Behaviour, level: u8, heard: bool) {
        let (mut gain, by) = (self.gain(), &model().order);
        if level >= 2 {
            if self.calm < by.very_upset {
                gain = mul(gain, by.plan_upset);
            }
            if !heard {
                gain = mul(gain, by.account_unheard);
            }
        }
        self.land(row(behaviour, level), gain, self.loss());
    }

    fn relational(&self, gain: i32) -> i32 {
        match self.traits.orientation {
            Some(Orientation::Relational) => mul(gain, model().order.relational),
            Some(Orientation::Independent) | None => gain,
        }
    }
}

/// The base change of a behaviour at a level.
fn row(behaviour: Behaviour, level: u8) -> Moves {
    let by = &model().behaviours;
    let [harmful, weak, competent, exemplary] = match behaviour {
        Behaviour::Listen => &by.listen,
        Behaviour::Apology => &by.apology,
        Behaviour::Account => &by.account,
        Behaviour::Follow => &by.follow,
    };
    *match level {
        0 => harmful,
        1 => weak,
        2 => competent,
        _ => exemplary,
    }
}
