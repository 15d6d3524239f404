//! What works together with what, and for whom.

use super::*;

/// Smith, Bolton & Wagner 1999 (Journal of Marketing Research 36) and Wirtz & Mattila 2004 (doi 10.1108/09564230410532484):
/// apology, speed and compensation together beat any one of them alone.
///
/// Events: failure; apology 3, fast, 50 %; or one of the three.
#[test]
pub fn apology_speed_and_money_together_beat_any_one_alone() {
    let apology: fn(&mut Customer) = |customer| customer.act(Behaviour::Apology, 3, false);
    let fast: fn(&mut Customer) = |customer| customer.pace(Pace::Fast);
    let paid: fn(&mut Customer) = |customer| customer.pay(50);
    for kind in [Kind::Economic, Kind::Social] {
        let ends = |deeds: &[fn(&mut Customer)]| {
            let mut customer = failed(2, kind);
            for deed in deeds {
                deed(&mut customer);
            }
            customer.satisfaction()
        };
        let all = ends(&[apology, fast, paid]);
        for one in [apology, fast, paid] {
            assert!(all > ends(&[one]), "{kind:?}");
        }
    }
}

/// Fehr & Gelfand 2010 (doi 10.1016/j.obhdp.2010.04.002): components of an apology work better where they match how people see
/// themselves.
///
/// Events: failure, then listen 3, apology 3, or 50 %, with a relational, an independent and a plain customer.
#[test]
pub fn what_matches_the_person_works_better() {
    let gained = |orientation, event: fn(&mut Customer), variable| {
        let mut customer = arrived(2, Kind::Social, |persona| persona.orientation = orientation);
        let before = customer.read(variable);
        event(&mut customer);
        customer.read(variable) - before
    };
    let (relational, independent) = (Some(Orientation::Relational), Some(Orientation::Independent));
    let words: [fn(&mut Customer); 2] =
        [|customer| customer.act(Behaviour::Listen, 3, false), |customer| customer.act(Behaviour::Apology, 3, false)];
    for word in words {
        let gained = |orientation| gained(orientation, word, Variable::Treatment);
        assert!(gained(relational) > gained(None) && gained(None) == gained(independent));
    }
    let paid = |orientation| gained(orientation, |customer| customer.pay(50), Variable::Outcome);
    assert!(paid(independent) > paid(None) && paid(None) == paid(relational));
}

/// Boshoff & Leong 1998 (doi 10.1108/09564239810199932): accepting the blame counts for more than an apology.
///
/// Events: failure, listen 2, then account 2; or apology 1, account 1, because blame that is shifted caps both; or apology 2,
/// account 2.
#[test]
pub fn owning_the_problem_beats_an_apology_that_shifts_the_blame() {
    for kind in [Kind::Economic, Kind::Social] {
        let [owned, shifted, both] = [(None, 2), (Some(1), 1), (Some(2), 2)].map(|(apology, account)| {
            let mut customer = failed(2, kind);
            customer.act(Behaviour::Listen, 2, false);
            if let Some(level) = apology {
                customer.act(Behaviour::Apology, level, false);
            }
            customer.act(Behaviour::Account, account, false);
            customer.satisfaction()
        });
        assert!(shifted < owned && owned < both, "{kind:?}: {shifted} {owned} {both}");
    }
}
