//! Who stays, and what an old relationship is worth.

use super::*;

/// Knox & Van Oest 2014 (Journal of Marketing 78; 20,000 customers, 2.5 years): recovery hardly ever makes up for a complaint in
/// full; a recent earlier complaint makes it worse.
///
/// Events: failure of each severity, good; the same, failure soon or later, good.
#[test]
pub fn recovery_never_makes_up_for_all_and_a_recent_failure_makes_it_worse() {
    let before = failed(0, Kind::Economic).returning();
    for severity in 1..=3 {
        let mut customer = failed(severity, Kind::Economic);
        good(&mut customer);
        assert!(customer.returning() < before, "severity {severity}");
        let again = |recent| {
            let mut customer = customer;
            customer.fail(severity, Kind::Economic, false, recent);
            good(&mut customer);
            customer.returning()
        };
        assert!(again(true) < again(false), "severity {severity}");
    }
}

/// TARP, through a trade magazine (old, and the customers chose themselves who took part): of those with a problem, the silent stay
/// least, then those who complained in vain, then those who were helped, then those who were helped quickly; at any size of loss.
///
/// Events: failure of severity 1 or 3, then nothing and silence; listen 2, account 1; listen 2, apology 2, account 2, fix 1000; the
/// same with a quick response.
#[test]
pub fn silent_then_unresolved_then_resolved_then_quickly_resolved() {
    let stay = |severity| {
        let arrive = || failed(severity, Kind::Economic);
        let mut silent = arrive();
        silent.set_silent(true);
        let mut unresolved = arrive();
        unresolved.act(Behaviour::Listen, 2, false);
        unresolved.act(Behaviour::Account, 1, false);
        let resolve = |quickly: bool| {
            let mut customer = arrive();
            customer.act(Behaviour::Listen, 2, false);
            customer.act(Behaviour::Apology, 2, false);
            if quickly {
                customer.pace(Pace::Fast);
            }
            customer.act(Behaviour::Account, 2, false);
            customer.fix(1000);
            customer.returning()
        };
        [silent.returning(), unresolved.returning(), resolve(false), resolve(true)]
    };
    let (small, large) = (stay(1), stay(3));
    assert!(small.is_sorted_by(|less, more| less < more), "{small:?}");
    assert!(large.is_sorted_by(|less, more| less < more), "{large:?}");
    assert!(small.iter().zip(large).all(|(small, large)| *small > large), "{small:?} {large:?}");
}

/// Grégoire & Fisher 2008 (doi 10.1007/s11747-007-0054-0) and Grégoire, Tripp & Legoux 2009 (doi 10.1509/jmkg.73.6.18): betrayed, the
/// best customers fall furthest, their anger fades more slowly and their distance grows faster; yet any recovery reaches them.
///
/// Events: failure, two broken promises; then months; then listen 2; with R 300 and R 750.
#[test]
pub fn the_best_customers_fall_furthest_stay_away_longest_and_welcome_any_recovery() {
    let betrayed = |relationship| {
        let mut customer = arrived(2, Kind::Economic, |persona| persona.relationship = relationship);
        let before = customer.returning();
        customer.broken();
        customer.broken();
        (before - customer.returning(), customer)
    };
    let ((regular_drop, regular), (close_drop, close)) = (betrayed(300), betrayed(750));
    assert!(close_drop > regular_drop, "{close_drop} {regular_drop}");
    // Both as calm and as ready to return as the other, so that only time tells.
    let later = |customer: Customer| {
        let mut customer = customer;
        (0..3).for_each(|_| customer.next_contact(30));
        (customer.fading.anger, customer.fading.distance)
    };
    let ((regular_anger, regular_distance), (close_anger, close_distance)) = (later(regular), later(close));
    assert!(close_anger > regular_anger && close_distance > regular_distance);
    let welcomed = |relationship| {
        let mut customer = arrived(2, Kind::Economic, |persona| persona.relationship = relationship);
        customer.failed_recoveries = 1;
        let before = customer.treatment;
        customer.act(Behaviour::Listen, 2, false);
        customer.treatment - before
    };
    assert!(welcomed(750) > welcomed(300));
}

/// Hess, Ganesan & Klein 2003 (doi 10.1177/0092070302250898): who expects the relationship to last is shaken less by a failure.
///
/// Events: failure of severity 1, 2, 3 with R 300 and R 750; what trust loses.
#[test]
pub fn a_strong_relationship_buffers_all_but_grave_failures() {
    let lost = |relationship, severity| {
        let trust = |severity| arrived(severity, Kind::Social, |persona| persona.relationship = relationship).trust;
        trust(0) - trust(severity)
    };
    for severity in [1, 2] {
        assert!(lost(750, severity) < lost(300, severity), "severity {severity}");
    }
    assert_eq!(lost(750, 3), lost(300, 3));
}
