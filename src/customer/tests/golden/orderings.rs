//! What is greater than what among the golden vectors and in the table of levels. The numbers are calibration, these orders are not.

use super::*;

/// SAT, REL, RET after `events`.
fn ends(severity: u8, events: &[fn(&mut Customer)]) -> [i32; 3] {
    let mut customer = failed(severity, Kind::Economic);
    for event in events {
        event(&mut customer);
    }
    vector(&customer).1
}

fn again(customer: &mut Customer) {
    customer.fail(2, Kind::Economic, false, false);
}

fn each_above(better: [i32; 3], worse: [i32; 3]) {
    assert!(better.iter().zip(worse).all(|(better, worse)| *better > worse), "{better:?} > {worse:?}");
}

/// Events: nothing; failure; failure, bad; failure, bad, failure, bad.
#[test]
pub fn it_goes_down_with_each_failure_and_each_bad_recovery() {
    each_above(ends(0, &[]), ends(2, &[]));
    each_above(ends(2, &[]), ends(2, &[bad]));
    each_above(ends(2, &[bad]), ends(2, &[bad, again, bad]));
}

/// Events: failure of severity 1, 2, 3, then the same good recovery.
#[test]
pub fn the_same_recovery_ends_lower_the_graver_the_failure() {
    each_above(ends(1, &[good]), ends(2, &[good]));
    each_above(ends(2, &[good]), ends(3, &[good]));
}

/// Events: failure, bad, failure, good; failure, good, failure, bad.
#[test]
pub fn the_latest_recovery_weighs_most() {
    each_above(ends(2, &[bad, again, good]), ends(2, &[good, again, bad]));
}

/// Events: an economic failure; a social one.
#[test]
pub fn money_lost_is_felt_as_unfair_and_rudeness_as_disrespect() {
    let (economic, social) = (failed(2, Kind::Economic), failed(2, Kind::Social));
    assert!(economic.outcome < social.outcome && social.treatment < economic.treatment);
}

/// Events: each behaviour at levels 0 to 3, in its base row.
#[test]
pub fn a_harmful_reply_costs_more_than_a_competent_one_gains() {
    let by = &model().behaviours;
    for rows in [by.listen, by.apology, by.account, by.follow] {
        let [harmful, weak, competent, exemplary] =
            rows.map(|row| row.trust + row.calm - row.effort + row.outcome + row.treatment + row.process);
        assert!(-harmful > competent, "{rows:?}");
        assert!(harmful < weak && weak < 0 && competent < exemplary, "{rows:?}");
    }
}
