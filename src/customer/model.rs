//! Every constant of the model in one table, so that each can be read, looked up and varied. The directions come from research; these
//! sizes are calibration (customer-model §2 to §7), and `docs/science.md` says what follows from that. Rows are T, C, E, JD, JI, JP;
//! factors and weights are thousandths. The personas have their own file, `assets/personas.ron`; counts that cannot be a little more
//! or less, such as three facts a contact, stand where they are used.

#[cfg(test)]
use serde::{Deserialize, Serialize};

use super::Moves;

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $field:ident: $kind:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(test, derive(Serialize, Deserialize))]
        pub(super) struct $name { $($(#[$of])* pub $field: $kind,)+ }
    )+};
}

tables! {
    /// All constants.
    Model {
        arrival: Arrival,
        shock: Shock,
        behaviours: Behaviours,
        gain: Gain,
        loss: Loss,
        order: Order,
        apology: ApologyOfParts,
        deeds: Deeds,
        promises: Promises,
        small: Small,
        pay: Pay,
        waits: Waits,
        time: Time,
        satisfaction: Weights,
        relationship: Weights,
        returning: Returning,
        anger: Anger,
        feeling: Feelings,
        ending: Endings,
    }

    /// How customers arrive where neither persona nor scene says otherwise.
    Arrival {
        effort: i32,
        /// Each of JD, JI and JP.
        justice: i32,
    }

    /// What a failure takes, per step of severity.
    Shock {
        economic: Moves,
        social: Moves,
        trust: i32,
        /// What a strong relationship leaves of the loss of trust.
        buffer: i32,
        repeated: i32,
        recent: i32,
        /// What a further failure leaves of good and of bad justice.
        credit_left: i32,
        grudge_left: i32,
    }

    /// The base change of each behaviour at levels 0 to 3.
    Behaviours {
        listen: [Moves; 4],
        apology: [Moves; 4],
        account: [Moves; 4],
        follow: [Moves; 4],
        /// A third and every later apology.
        too_many_apologies: Moves,
    }

    /// What good things are multiplied by.
    Gain {
        severity: [i32; 4],
        repeated: i32,
        same_cause: i32,
        recent: i32,
        close: i32,
        /// R from which a relationship is close.
        close_from: i32,
        at_fault: i32,
        /// Locus up to which it was mostly the customer's own fault.
        at_fault_to: i32,
        /// Room for trust and calm, which shrinks as they grow: this less the value, and at least the second.
        warm_room: i32,
        warm_least: i32,
        /// Room for justice, likewise.
        fair_room: i32,
        fair_least: i32,
    }

    /// What bad things are multiplied by, beside the persona's reactivity.
    Loss {
        after_one: i32,
        after_more: i32,
        betrayed: i32,
    }

    /// What order and fit do to a gain.
    Order {
        /// Calm below which nobody can take in plans.
        very_upset: i32,
        listen_upset: i32,
        apology_upset: i32,
        plan_upset: i32,
        apology_unheard: i32,
        apology_unheard_once: i32,
        apology_heard_once: i32,
        apology_late: i32,
        apology_again: i32,
        apology_economic: i32,
        account_unheard: i32,
        relational: i32,
        independent: i32,
    }

    /// An apology taken apart: points, the levels they reach, and what delivery adds.
    ApologyOfParts {
        responsibility: i32,
        repair: i32,
        regret: i32,
        explanation: i32,
        resolve: i32,
        forgiveness: i32,
        competent: i32,
        exemplary: i32,
        plain: i32,
        empathy: i32,
        intensity: i32,
        timing: i32,
    }

    /// What is done.
    Deeds {
        fast: Moves,
        slow: Moves,
        fix: Moves,
    }

    /// What becomes of promises.
    Promises {
        kept: Moves,
        kept_after_broken: i32,
        renegotiated: Moves,
        broken: Moves,
        lapsed: i32,
    }

    /// Small events.
    Small {
        fact: Moves,
        explanation: Moves,
        offer_choice: Moves,
        interim_solution: Moves,
        progress_update: Moves,
        prevention_tip: Moves,
        early_tip: Moves,
        process_changed: Moves,
        check_back: Moves,
        re_ask: Moves,
        cold_transfer: Moves,
        warm_transfer: Moves,
        forced_switch: Moves,
        jargon: Moves,
        early_survey: Moves,
    }

    /// Compensation.
    Pay {
        economic: i32,
        social: i32,
        /// By how many of the two, a real apology and a quick response, came with it.
        economic_fit: [i32; 3],
        social_fit: [i32; 3],
        least_locus: i32,
        /// Worth of a percent up to `full`, then up to `peak`, and what each percent beyond takes away, down to `floor`.
        percent: i32,
        full: i32,
        more: i32,
        peak: i32,
        too_much: i32,
        floor: i32,
        trust: i32,
        calm: i32,
        resented: Moves,
    }

    /// Waiting, per unit of each clock.
    Waits {
        face_to_face: Moves,
        phone_silence: Moves,
        phone_hold: Moves,
        chat: Moves,
        email: Moves,
        social: Moves,
        explained: i32,
        /// What an hour in public adds to the willingness to go public.
        publicity: i32,
        /// Being kept waiting before onlookers, once.
        embarrassment: i32,
    }

    /// Time between contacts.
    Time {
        calming: i32,
        anger_left: i32,
        anger_left_close: i32,
        distance: i32,
        distance_close: i32,
    }

    /// What the three kinds of justice weigh.
    Weights {
        outcome: i32,
        treatment: i32,
        process: i32,
    }

    /// Readiness to return.
    Returning {
        base: i32,
        trust: i32,
        relationship: i32,
        satisfaction: i32,
        bond: i32,
        effort: i32,
        effort_free: i32,
        failed_recovery: i32,
        silent: i32,
        /// How far under the value before the failure the soft ceiling begins: for each step of severity, and in all.
        under_per_severity: i32,
        under: i32,
        /// How far above its beginning it can be reached at most, and how soon it bends.
        over: i32,
        bend: i32,
    }

    /// Anger.
    Anger {
        heat: i32,
        hurt: i32,
        failed_recovery: i32,
        betrayed: i32,
    }

    /// Where feelings begin.
    Feelings {
        upset_calm: i32,
        upset_satisfaction: i32,
        happy_calm: i32,
        happy_satisfaction: i32,
        happy_relationship: i32,
    }

    /// Where endings begin.
    Endings {
        public_anger: i32,
        public_drive: i32,
        audience: i32,
        failed_recovery: i32,
        voice: i32,
        given_up: i32,
        loud: i32,
        walks: i32,
        returns: i32,
    }
}

/// A row.
const fn r(trust: i32, calm: i32, effort: i32, outcome: i32, treatment: i32, process: i32) -> Moves {
    Moves { trust, calm, effort, outcome, treatment, process }
}

impl Model {
    /// The calibrated values.
    pub const CALIBRATED: Self = Self {
        arrival: Arrival { effort: 100, justice: 250 },
        shock: Shock {
            economic: r(0, -110, 40, -200, -50, -60),
            social: r(0, -110, 40, -80, -170, -60),
            trust: -60,
            buffer: 800,
            repeated: 1250,
            recent: 1200,
            credit_left: 400,
            grudge_left: 700,
        },
        behaviours: Behaviours {
            listen: [
                r(-60, -120, 60, 0, -180, -30),
                r(-10, -30, 20, 0, -40, 0),
                r(25, 60, -15, 0, 80, 20),
                r(45, 100, -30, 0, 130, 30),
            ],
            apology: [
                r(-70, -110, 0, 0, -220, 0),
                r(-30, -50, 0, 0, -90, 0),
                r(40, 70, 0, 20, 170, 10),
                r(60, 100, 0, 30, 260, 20),
            ],
            account: [
                r(-80, -90, 80, -60, -110, -90),
                r(-25, -30, 30, -20, -20, -40),
                r(40, 40, -40, 50, 50, 70),
                r(65, 60, -70, 90, 70, 110),
            ],
            follow: [
                r(-60, -40, 20, 0, -30, -50),
                r(-20, -10, 10, 0, 0, -20),
                r(30, 20, -10, 10, 20, 40),
                r(45, 30, -20, 20, 30, 60),
            ],
            too_many_apologies: r(-10, -25, 15, 0, -20, -20),
        },
        gain: Gain {
            severity: [1000, 850, 720, 560],
            repeated: 700,
            same_cause: 800,
            recent: 800,
            close: 1100,
            close_from: 600,
            at_fault: 1150,
            at_fault_to: 300,
            warm_room: 1300,
            warm_least: 300,
            fair_room: 800,
            fair_least: 100,
        },
        loss: Loss { after_one: 1500, after_more: 1800, betrayed: 1300 },
        order: Order {
            very_upset: 350,
            listen_upset: 1300,
            apology_upset: 1150,
            plan_upset: 700,
            apology_unheard: 700,
            apology_unheard_once: 1100,
            apology_heard_once: 950,
            apology_late: 650,
            apology_again: 300,
            apology_economic: 800,
            account_unheard: 700,
            relational: 1150,
            independent: 1150,
        },
        apology: ApologyOfParts {
            responsibility: 100,
            repair: 80,
            regret: 40,
            explanation: 40,
            resolve: 40,
            forgiveness: 10,
            competent: 120,
            exemplary: 230,
            plain: 600,
            empathy: 180,
            intensity: 130,
            timing: 90,
        },
        deeds: Deeds {
            fast: r(15, 30, -40, 10, 20, 100),
            slow: r(-20, -40, 60, 0, -20, -110),
            fix: r(60, 80, -40, 340, 20, 30),
        },
        promises: Promises {
            kept: r(70, 30, -20, 20, 30, 60),
            kept_after_broken: 700,
            renegotiated: r(-20, -15, 10, 0, 20, -20),
            broken: r(-160, -120, 100, -80, -120, -140),
            lapsed: 500,
        },
        small: Small {
            fact: r(5, 10, -10, 0, 25, 5),
            explanation: r(0, 0, 0, 0, 40, 20),
            offer_choice: r(0, 0, 0, 0, 20, 50),
            interim_solution: r(15, 40, 0, 60, 0, 30),
            progress_update: r(15, 15, 0, 0, 0, 30),
            prevention_tip: r(15, 0, 0, 0, 10, 10),
            early_tip: r(0, -10, 0, 0, 0, 0),
            process_changed: r(30, 0, 0, 0, 0, 30),
            check_back: r(25, 15, 0, 0, 30, 20),
            re_ask: r(0, -30, 60, 0, 0, -30),
            cold_transfer: r(0, -60, 120, 0, -30, -60),
            warm_transfer: r(0, -10, 40, 0, 0, 0),
            forced_switch: r(0, -40, 130, 0, 0, -40),
            jargon: r(0, -15, 30, 0, 0, 0),
            early_survey: r(-10, -30, 0, 0, -30, 0),
        },
        pay: Pay {
            economic: 300,
            social: 260,
            economic_fit: [600, 1000, 900],
            social_fit: [200, 1000, 250],
            least_locus: 200,
            percent: 10,
            full: 100,
            more: 2,
            peak: 150,
            too_much: 6,
            floor: -400,
            trust: 30,
            calm: 20,
            resented: r(-40, 0, 0, 0, 0, 0),
        },
        waits: Waits {
            face_to_face: r(0, -5, 3, 0, 0, -3),
            phone_silence: r(0, -6, 5, 0, 0, -4),
            phone_hold: r(0, -15, 12, 0, 0, -8),
            chat: r(0, -12, 8, 0, 0, -6),
            email: r(0, -25, 20, 0, 0, -30),
            social: r(0, -20, 10, 0, 0, -20),
            explained: 500,
            publicity: 40,
            embarrassment: -20,
        },
        time: Time { calming: 250, anger_left: 700, anger_left_close: 850, distance: 60, distance_close: 120 },
        satisfaction: Weights { outcome: 500, treatment: 320, process: 180 },
        relationship: Weights { outcome: 370, treatment: 410, process: 220 },
        returning: Returning {
            base: 150,
            trust: 300,
            relationship: 300,
            satisfaction: 200,
            bond: 100,
            effort: 400,
            effort_free: 300,
            failed_recovery: 60,
            silent: 90,
            under_per_severity: 10,
            under: 60,
            over: 60,
            bend: 120,
        },
        anger: Anger { heat: 600, hurt: 400, failed_recovery: 80, betrayed: 1200 },
        feeling: Feelings {
            upset_calm: 420,
            upset_satisfaction: 420,
            happy_calm: 600,
            happy_satisfaction: 580,
            happy_relationship: 580,
        },
        ending: Endings {
            public_anger: 600,
            public_drive: 500,
            audience: 200,
            failed_recovery: 100,
            voice: 400,
            given_up: 250,
            loud: 700,
            walks: 430,
            returns: 580,
        },
    };
}

/// The constants in force: the calibrated ones. Only a test can put others in their place, for its own thread, so that play pays
/// nothing for it.
#[cfg(not(test))]
pub(super) const fn model() -> &'static Model {
    &Model::CALIBRATED
}

#[cfg(test)]
pub(super) use super::tests::model;
