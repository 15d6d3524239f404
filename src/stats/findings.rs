//! Which published findings a scenario exercises: the table of the 27 effects that the customer model reproduces, each with what a
//! scenario must hold so that the effect can show in it. Only what is written in the scenario counts, never what it is about. The
//! walk behind it ignores conditions, so it says what the story has room for; what comes of a play, the model decides.

use super::walk::{Moment, Offered, decisions, moments};
use crate::customer::Behaviour::{Account, Apology, Listen};
use crate::customer::{Kind, Orientation, Pace, Persona};
use crate::scenario::{Channel, Checked, Rules, Span};

/// A published finding.
#[derive(Debug)]
pub struct Finding {
    /// Its number in the product's list, 1–27.
    pub number: u8,
    /// What was found, in a few words.
    pub about: &'static str,
    /// By whom.
    pub source: &'static str,
    /// What a scenario holds that exercises it.
    pub needs: &'static str,
    when: fn(&Case<'_>) -> bool,
}

impl Finding {
    /// Whether a scenario exercises it.
    #[must_use]
    pub fn is_in(&self, case: &Case<'_>) -> bool {
        (self.when)(case)
    }
}

/// A scenario as the table looks at it.
pub struct Case<'a> {
    scenario: &'a Checked,
    persona: Option<&'a Persona>,
    decisions: Vec<Vec<Offered<'a>>>,
    moments: Vec<Moment<'a>>,
}

/// Under this willingness to voice a customer leaves without a word, and over it complains (customer-model §2).
const SILENT_UNDER: i32 = 400;
/// From this relationship strength on a customer is close (customer-model §3).
const CLOSE: i32 = 600;
/// Up to this share of ours the customer caused it (customer-model §4).
const CAUSED_BY_CUSTOMER: i32 = 300;
/// Failures closer together than this count as recent (customer-model §3).
const RECENT_DAYS: u32 = 60;

impl<'a> Case<'a> {
    /// Looks at a scenario under rules.
    #[must_use]
    pub fn of(scenario: &'a Checked, rules: &'a Rules) -> Self {
        Self {
            scenario,
            persona: rules.personas.get(&scenario.customer.persona),
            decisions: decisions(scenario, rules),
            moments: moments(scenario, rules),
        }
    }

    fn some(&self, is: impl Fn(&Offered<'_>) -> bool) -> bool {
        self.decisions.iter().flatten().any(is)
    }

    /// Whether there is a decision with a reply of one sort and another of the other.
    fn either(&self, one: impl Fn(&Offered<'_>) -> bool, other: impl Fn(&Offered<'_>) -> bool) -> bool {
        self.decisions.iter().any(|replies| replies.iter().any(&one) && replies.iter().any(&other))
    }

    fn can_come(&self, is: impl Fn(&Moment<'_>) -> bool) -> bool {
        self.moments.iter().any(is)
    }

    fn severity(&self) -> u8 {
        self.scenario.failure.severity
    }

    fn small_failure(&self) -> bool {
        (1..=2).contains(&self.severity())
    }

    fn locus(&self) -> i32 {
        super::locus(self.scenario, self.persona)
    }

    fn close(&self) -> bool {
        let own = self.scenario.customer.start.relationship;
        own.or(self.persona.map(|persona| persona.relationship)).is_some_and(|bond| bond >= CLOSE)
    }

    fn of_kind(&self, kind: Kind) -> bool {
        let later = self.scenario.beats.values().filter_map(|beat| beat.fails);
        (self.severity() > 0 && self.scenario.failure.kind == kind) || later.into_iter().any(|fails| fails.kind == kind)
    }

    fn fails_again(&self) -> bool {
        self.scenario.beats.values().any(|beat| beat.fails.is_some())
    }

    fn breaks_a_promise(&self) -> bool {
        let impossible = |one: &Offered<'_>| {
            let promise = one.one.promise.as_ref().and_then(|id| self.scenario.promises.get(id));
            promise.is_some_and(|promise| !promise.can_keep)
        };
        self.some(|one| one.one.breaks.is_some() || impossible(one))
    }

    /// An exemplary apology, and the whole loss made good.
    fn superior_recovery(&self) -> bool {
        let restores = |moment: &Moment<'_>| {
            moment.before.fixed.saturating_add(moment.reply.one.fixes) >= 1000 || moment.reply.pays(100)
        };
        self.some(|one| one.at_least(Apology, 3)) && self.can_come(restores)
    }

    /// Money without kindness beside kindness without money.
    fn outcome_or_treatment(&self) -> bool {
        let kind = |one: &Offered<'_>| one.apologises() || one.at_least(Listen, 2);
        self.either(|one| one.compensates() && !kind(one), |one| kind(one) && !one.compensates())
    }
}

// Named, because a method's path stands for one lifetime only.
fn sorry(one: &Offered<'_>) -> bool {
    one.apologises()
}

fn trouble(one: &Offered<'_>) -> bool {
    one.costs_effort()
}

/// Every finding, in order of the numbers.
pub const FINDINGS: [Finding; 27] = [
    Finding {
        number: 1,
        about: "apology, speed and compensation together beat each alone",
        source: "Smith et al. 1999; Wirtz & Mattila 2004",
        needs: "a real apology, a quick reply, and a remedy that can be had without the apology",
        when: |case| {
            case.some(sorry)
                && case.some(|one| one.one.pace == Some(Pace::Fast))
                && case.some(|one| one.compensates() && !one.apologises())
        },
    },
    Finding {
        number: 2,
        about: "money adds little where respect was lost",
        source: "Wirtz & Mattila 2004",
        needs: "a social failure, and compensation offered for it",
        when: |case| case.of_kind(Kind::Social) && case.some(|one| one.pays(1)),
    },
    Finding {
        number: 3,
        about: "a fair outcome counts most for this case",
        source: "Orsingher et al. 2010",
        needs: "a decision between a remedy without kindness and kindness without a remedy",
        when: |case| case.outcome_or_treatment(),
    },
    Finding {
        number: 4,
        about: "kind treatment counts most for the relationship",
        source: "Gelbrich & Roschk 2011",
        needs: "the same decision as for 3",
        when: |case| case.outcome_or_treatment(),
    },
    Finding {
        number: 5,
        about: "taking responsibility is the strongest part of an apology",
        source: "Lewicki et al. 2016",
        needs: "a decision between an apology that takes responsibility (A1) and one that does not",
        when: |case| {
            let takes = |one: &Offered<'_>| one.one.skills.iter().any(|skill| skill == "A1");
            case.either(|one| one.apologises() && takes(one), |one| one.level(Apology).is_some() && !takes(one))
        },
    },
    Finding {
        number: 6,
        about: "a late apology is worth less",
        source: "Roschk & Kaiser 2013",
        needs: "a first real apology that can come at once, or only in a later contact",
        when: |case| {
            let first = |moment: &Moment<'_>| moment.reply.apologises() && !moment.before.apologised;
            case.can_come(|moment| first(moment) && !moment.before.later)
                && case.can_come(|moment| first(moment) && moment.before.later)
        },
    },
    Finding {
        number: 7,
        about: "first listen, then apologise",
        source: "Min et al. 2020",
        needs: "a real apology that can come before the story is heard, or after",
        when: |case| {
            let real = |moment: &Moment<'_>| moment.reply.apologises();
            case.can_come(|moment| real(moment) && !moment.heard())
                && case.can_come(|moment| real(moment) && moment.heard())
        },
    },
    Finding {
        number: 8,
        about: "an apology brings forgiveness more than purchases",
        source: "Hill 2013",
        needs: "a decision in which a real apology can be given or left out",
        when: |case| case.either(sorry, |one| !one.apologises()),
    },
    Finding {
        number: 9,
        about: "amends work best where they fit the person",
        source: "Fehr & Gelfand 2010",
        needs: "a customer who answers more to a remedy, or to being heard, and a decision where it can be given or left out",
        when: |case| match case.persona.and_then(|persona| persona.orientation) {
            Some(Orientation::Independent) => case.either(|one| one.pays(1), |one| !one.pays(1)),
            Some(Orientation::Relational) => {
                let heard = |one: &Offered<'_>| one.apologises() || one.at_least(Listen, 2);
                case.either(heard, |one| !heard(one))
            }
            None => false,
        },
    },
    Finding {
        number: 10,
        about: "too much apologising tires",
        source: "Marinova et al. 2018",
        needs: "a third real apology on one way through, or the error of too many (E10)",
        when: |case| {
            case.some(|one| one.errs("E10"))
                || case.can_come(|moment| moment.reply.apologises() && moment.before.apologies >= 2)
        },
    },
    Finding {
        number: 11,
        about: "a second disappointment costs far more than one",
        source: "Maxham & Netemeyer 2002",
        needs: "a failure, and a promise that can be broken after it",
        when: |case| case.severity() > 0 && case.breaks_a_promise(),
    },
    Finding {
        number: 12,
        about: "a superb recovery can leave more than there was, once",
        source: "Maxham & Netemeyer 2002; McCollough",
        needs: "a failure that is not grave, an exemplary apology, and the whole loss made good",
        when: |case| case.small_failure() && case.superior_recovery(),
    },
    Finding {
        number: 13,
        about: "that gain is in satisfaction, not in returning",
        source: "De Matos et al. 2007",
        needs: "the same as for 12",
        when: |case| case.small_failure() && case.superior_recovery(),
    },
    Finding {
        number: 14,
        about: "a recent complaint makes the next one worse",
        source: "Knox & Van Oest 2014",
        needs: "something that goes wrong again within sixty days",
        when: |case| {
            case.scenario.beats.values().any(|beat| {
                beat.fails.is_some() && beat.after.is_none_or(|after: Span| after.whole_days() < RECENT_DAYS)
            })
        },
    },
    Finding {
        number: 15,
        about: "those who say nothing are lost most often",
        source: "TARP",
        needs: "a customer who would leave without a word",
        when: |case| case.severity() > 0 && case.persona.is_some_and(|persona| persona.voice < SILENT_UNDER),
    },
    Finding {
        number: 16,
        about: "grave or repeated failures blunt every recovery",
        source: "Liao 2007; Soares & Proença 2015",
        needs: "a grave failure, or one more failure later",
        when: |case| case.severity() >= 3 || case.fails_again(),
    },
    Finding {
        number: 17,
        about: "paying more than half again gains nothing",
        source: "Haesevoets et al. 2017",
        needs: "compensation of more than 150 percent among the replies",
        when: |case| case.some(|one| one.pays(151)),
    },
    Finding {
        number: 18,
        about: "compensation counts where the fault is ours",
        source: "Grewal et al. 2008",
        needs: "a fault that is not all ours, and compensation offered for it",
        when: |case| case.locus() < 1000 && case.some(|one| one.pays(1)),
    },
    Finding {
        number: 19,
        about: "a customer helped out of their own mistake is grateful",
        source: "Su et al. 2021; Hocutt et al. 1997",
        needs: "a failure that is mostly the customer's own doing",
        when: |case| case.severity() > 0 && case.locus() <= CAUSED_BY_CUSTOMER,
    },
    Finding {
        number: 20,
        about: "in public, listening helps even before the remedy",
        source: "Herhausen et al. 2023",
        needs: "listening in public while nothing is made good yet",
        when: |case| {
            case.can_come(|moment| {
                moment.channel == Channel::Social && moment.before.fixed == 0 && moment.reply.at_least(Listen, 2)
            })
        },
    },
    Finding {
        number: 21,
        about: "the best customers stay away longest once betrayed",
        source: "Grégoire & Fisher 2008; Grégoire et al. 2009",
        needs: "a close customer, and a promise that can be broken",
        when: |case| case.close() && case.breaks_a_promise(),
    },
    Finding {
        number: 22,
        about: "a good relationship cushions a failure that is not grave",
        source: "Hess et al. 2003",
        needs: "a close customer, and a failure that is not grave",
        when: |case| case.close() && case.small_failure(),
    },
    Finding {
        number: 23,
        about: "concrete words show that one has listened",
        source: "Packard & Berger 2021",
        needs: "a decision between a reply that uses a fact of the customer's and one that uses none",
        when: |case| case.either(|one| !one.one.uses.is_empty(), |one| one.one.uses.is_empty()),
    },
    Finding {
        number: 24,
        about: "effort drives people away more than delight holds them",
        source: "Dixon et al. 2010",
        needs: "a decision between a reply that costs the customer trouble and one that costs none",
        when: |case| case.either(trouble, |one| !one.costs_effort()),
    },
    Finding {
        number: 25,
        about: "recovery works through fairness",
        source: "Liao 2007",
        needs: "apology, problem solving, courtesy and promptness, each in some reply",
        when: |case| {
            case.some(sorry)
                && case.some(|one| one.at_least(Account, 2))
                && case.some(|one| one.at_least(Listen, 2))
                && case.some(|one| one.one.pace == Some(Pace::Fast))
        },
    },
    Finding {
        number: 26,
        about: "owning it beats an apology that shifts the blame",
        source: "Boshoff & Leong 1998",
        needs: "a decision between owning it without an apology and an apology that blames others (E2)",
        when: |case| {
            case.either(
                |one| one.at_least(Account, 2) && !one.apologises(),
                |one| one.level(Apology).is_some() && one.errs("E2"),
            )
        },
    },
    Finding {
        number: 27,
        about: "attention brings satisfaction, and insight brings trust",
        source: "De Ruyter & Wetzels 2000",
        needs: "a decision between exemplary listening and weak or none",
        when: |case| case.either(|one| one.at_least(Listen, 3), |one| !one.at_least(Listen, 2)),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_findings_stand_in_order_of_their_numbers() {
        assert!(FINDINGS.iter().zip(1..).all(|(finding, number)| finding.number == number));
    }
}
