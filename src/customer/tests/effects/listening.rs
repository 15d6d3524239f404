//! What listening does, and when.

use super::*;

/// Min et al. 2020 (doi 10.1007/s11002-020-09522-y): listening first, then apologising, is better where people expect to meet again;
/// where they do not, it is weaker or the other way round.
///
/// Events: social failure, listen 3, apology 3; or apology 3, listen 3; with and without a future.
#[test]
pub fn listening_before_the_apology_pays_where_people_meet_again() {
    let ends = |future, order: [Behaviour; 2]| {
        let failure = Failure { severity: 2, kind: Kind::Social, future, ..Failure::default() };
        let mut customer = Customer::arrive(&plain(), &failure, &Start::default());
        for behaviour in order {
            customer.act(behaviour, 3, false);
        }
        customer.satisfaction()
    };
    let (listen_first, apology_first) =
        ([Behaviour::Listen, Behaviour::Apology], [Behaviour::Apology, Behaviour::Listen]);
    assert!(ends(true, listen_first) > ends(true, apology_first));
    assert!(ends(false, listen_first) < ends(false, apology_first));
}

/// Herhausen et al. 2023 (doi 10.1177/00222429221119977): listening and empathy calm the upset, and the very upset most, even before
/// anything is put right.
///
/// Events: social failure, calm at 250 or 650, listen 3.
#[test]
pub fn listening_calms_the_very_upset_most() {
    let calmed = |calm| {
        let mut customer = failed(2, Kind::Social);
        customer.calm = calm;
        customer.act(Behaviour::Listen, 3, false);
        customer.calm - calm
    };
    assert!(calmed(250) > calmed(650) && calmed(650) > 0, "{} {}", calmed(250), calmed(650));
}

/// Packard & Berger 2021 (doi 10.1093/jcr/ucaa038; five studies): concrete words make customers feel heard.
///
/// Events: failure, listen 2; the same with a fact of the customer's in it.
#[test]
pub fn a_reply_that_uses_a_fact_shows_more_respect() {
    let mut generic = failed(2, Kind::Economic);
    generic.act(Behaviour::Listen, 2, false);
    let mut concrete = generic;
    concrete.use_fact();
    assert!(concrete.treatment > generic.treatment && concrete.satisfaction() > generic.satisfaction());
}

/// De Ruyter & Wetzels 2000 (Journal of Service Research): in call centres, listening raises satisfaction and trust.
///
/// Events: failure, then listening at levels 0 to 3.
#[test]
pub fn better_listening_raises_respect_and_trust() {
    let [harmful, weak, competent, exemplary] = [0, 1, 2, 3].map(|level| {
        let mut customer = failed(2, Kind::Economic);
        customer.act(Behaviour::Listen, level, false);
        (customer.treatment, customer.trust)
    });
    for (lower, higher) in [(harmful, weak), (weak, competent), (competent, exemplary)] {
        assert!(lower.0 < higher.0 && lower.1 < higher.1, "{lower:?} {higher:?}");
    }
    let untouched = failed(2, Kind::Economic);
    assert!(competent.0 > untouched.treatment && competent.1 > untouched.trust);
}
