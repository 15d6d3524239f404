//! What an apology consists of, how it is said, and how far it reaches.

use super::*;

/// Lewicki, Polin & Lount 2016 (university release; 755 people, two experiments): taking responsibility counts most, then the offer of
/// repair; asking for forgiveness counts least.
///
/// Events: none; the points of the parts.
#[test]
pub fn responsibility_then_repair_then_the_rest_then_forgiveness() {
    let [responsibility, repair, regret, explanation, resolve, forgiveness] = ApologyPart::ALL.map(ApologyPart::points);
    let rest = [regret, explanation, resolve];
    assert!(responsibility > repair);
    assert!(rest.iter().all(|part| repair > *part && *part > forgiveness));
}

/// Roschk & Kaiser 2013 (doi 10.1007/s11002-012-9218-x): how an apology is said matters in the order empathy, intensity, timing, and
/// a late one satisfies less; after a failure of process a good apology comes near to what compensation does.
///
/// Events: failure, listen 2, the parts of a level 2 with one trait of delivery; with all of them, at once or in a later contact;
/// failure, then listen 2 and apology 3, or 100 % for a quick response.
#[test]
pub fn empathy_then_intensity_then_timing() {
    let said = |empathy, intensity, timing, late| {
        let parts = vec![ApologyPart::Responsibility, ApologyPart::Regret];
        let apology = Apology { parts, empathy, intensity, timing };
        let mut customer = failed(2, Kind::Social);
        customer.act(Behaviour::Listen, 2, false);
        customer.apologise(2, apology.delivery(), late);
        customer.treatment
    };
    let [empathy, intensity, timing] =
        [said(true, false, false, false), said(false, true, false, false), said(false, false, true, false)];
    assert!(empathy > intensity && intensity > timing && timing > said(false, false, false, false));
    assert!(said(true, true, true, false) > said(true, true, true, true), "late");

    let behind_money = |kind| {
        let mut sorry = failed(2, kind);
        sorry.act(Behaviour::Listen, 2, false);
        let before = sorry.satisfaction();
        sorry.act(Behaviour::Apology, 3, false);
        let mut paid = failed(2, kind);
        paid.handled.fast = true;
        let unpaid = paid.satisfaction();
        paid.pay(100);
        (paid.satisfaction() - unpaid) - (sorry.satisfaction() - before)
    };
    assert!(behind_money(Kind::Social) < behind_money(Kind::Economic));
}

/// Hill 2013 (dissertation): apologies go with forgiveness (r = .32, 79 samples) and better feelings (.33, 43) more than with the
/// intention to buy again (.23, 10).
///
/// Events: failure, listen 2, apology 3; treatment on the scale that people are shown, against readiness to return.
#[test]
pub fn an_apology_mends_treatment_more_than_readiness_to_return() {
    for kind in [Kind::Economic, Kind::Social] {
        let mut customer = failed(2, kind);
        customer.act(Behaviour::Listen, 2, false);
        let before = customer;
        customer.act(Behaviour::Apology, 3, false);
        let (treatment, returning) = (customer.treatment - before.treatment, customer.returning() - before.returning());
        assert!(treatment / 2 > returning && returning > 0, "{treatment} {returning}");
    }
}

/// Marinova, Singh & Singh 2018 (as reported by the university; 111 videos from airports): apologies that go on lower satisfaction,
/// options and solving the problem raise it.
///
/// Events: failure, listen 2, then apology 2 once and account 3; four times and account 3; four times and nothing else.
#[test]
pub fn one_brief_apology_and_a_solution_beat_many_apologies() {
    for kind in [Kind::Economic, Kind::Social] {
        let [brief, repeated, only_sorry] = [(1, true), (4, true), (4, false)].map(|(apologies, solves)| {
            let mut customer = failed(2, kind);
            customer.act(Behaviour::Listen, 2, false);
            for _ in 0..apologies {
                customer.act(Behaviour::Apology, 2, false);
            }
            if solves {
                customer.act(Behaviour::Account, 3, false);
            }
            customer.satisfaction()
        });
        assert!(brief > repeated && repeated > only_sorry, "{kind:?}: {brief} {repeated} {only_sorry}");
    }
}
