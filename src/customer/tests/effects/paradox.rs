//! When a customer ends more satisfied than if nothing had gone wrong: rarely, and never as a plan.

use super::*;

/// Satisfaction with the case where nothing went wrong.
fn nothing_failed() -> i32 {
    failed(0, Kind::Economic).satisfaction()
}

/// Maxham & Netemeyer 2002 (doi 10.1509/jmkg.66.4.57.18512) and a study at the University of Idaho: the paradox needs one failure, a
/// small one, and superior recovery; after a second failure there is none.
///
/// Events: failure of severity 1 or 3, good; failure of severity 1, good, failure of severity 1, good, of another or the same cause,
/// soon or later.
#[test]
pub fn only_one_small_failure_and_superb_recovery_end_above_no_failure() {
    let once = |severity| {
        let mut customer = failed(severity, Kind::Economic);
        good(&mut customer);
        customer.satisfaction()
    };
    assert!(once(1) > nothing_failed() && once(3) < nothing_failed(), "{} {}", once(1), once(3));
    for (same_cause, recent) in [(false, false), (true, false), (false, true), (true, true)] {
        let mut customer = failed(1, Kind::Economic);
        good(&mut customer);
        customer.fail(1, Kind::Economic, same_cause, recent);
        good(&mut customer);
        assert!(customer.satisfaction() < nothing_failed(), "{same_cause} {recent}: {}", customer.satisfaction());
    }
}

/// De Matos, Henrique & Rossi 2007 (doi 10.1177/1094670507303012; 21 papers): the paradox shows in satisfaction, not in buying again.
///
/// Events: failure of severity 1, good.
#[test]
pub fn the_paradox_is_in_satisfaction_not_in_return() {
    let (before, mut customer) = (failed(0, Kind::Economic), failed(1, Kind::Economic));
    good(&mut customer);
    assert!(customer.satisfaction() > before.satisfaction());
    assert!(customer.returning() < before.returning());
}

/// Su, Raju & Laczniak 2021 (doi 10.4236/jssm.2021.141002) and Hocutt et al. 1997 (ACR 24): where the customer caused the failure, a
/// good recovery ends at higher satisfaction, even above that without a failure.
///
/// Events: failure with locus 250 or 1000, then listen 3, fast, account 3, fix 1000, follow 3.
#[test]
pub fn customers_at_fault_end_more_satisfied_after_a_good_recovery() {
    let ends = |locus| {
        let mut customer = arrived(2, Kind::Economic, |persona| persona.locus = Some(locus));
        customer.act(Behaviour::Listen, 3, false);
        customer.pace(Pace::Fast);
        customer.act(Behaviour::Account, 3, false);
        customer.fix(1000);
        customer.act(Behaviour::Follow, 3, false);
        customer.satisfaction()
    };
    assert!(ends(250) > ends(1000) && ends(250) > nothing_failed(), "{} {}", ends(250), ends(1000));
}
