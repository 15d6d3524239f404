//! What happens when things go wrong again.

use super::*;

/// Maxham & Netemeyer 2002 (doi 10.1509/jmkg.66.4.57.18512; 20 months): after a second failed recovery satisfaction is far below that
/// after one; a bad recovery followed by a good one ends above a good one followed by a bad one.
///
/// Events: failure, bad; failure, bad, failure, bad; failure, bad, failure, good; failure, good, failure, bad.
#[test]
pub fn a_second_failed_recovery_falls_far_below_one_and_the_last_recovery_counts_most() {
    let ends = |recoveries: &[fn(&mut Customer)]| {
        let mut customer = failed(2, Kind::Economic);
        for (number, recovery) in recoveries.iter().enumerate() {
            if number > 0 {
                customer.fail(2, Kind::Economic, false, false);
            }
            recovery(&mut customer);
        }
        customer.satisfaction()
    };
    let (unhelped, once, twice) = (ends(&[]), ends(&[bad]), ends(&[bad, bad]));
    assert!(once - twice > unhelped - once && unhelped > once, "{unhelped} {once} {twice}");
    assert!(ends(&[bad, good]) > ends(&[good, bad]));
}

/// Liao 2007 (Journal of Applied Psychology 92) and Soares & Proença 2015 (doi 10.5171/2015.709531; 40,813 customers): severity and
/// repetition blunt what recovery can do.
///
/// Events: failure of severity 1, 2, 3, then listen 3 and apology 3; the same after a second failure, of the same cause, and soon.
#[test]
pub fn severity_and_repetition_blunt_recovery() {
    let gained = |mut customer: Customer| {
        // From the same place, so that only the bluntness differs.
        (customer.trust, customer.calm, customer.treatment) = (400, 500, 0);
        let before = customer.treatment;
        customer.act(Behaviour::Listen, 3, false);
        customer.act(Behaviour::Apology, 3, false);
        customer.treatment - before
    };
    let [small, serious, grave] = [1, 2, 3].map(|severity| gained(failed(severity, Kind::Social)));
    assert!(small > serious && serious > grave, "{small} {serious} {grave}");
    let again = |same_cause, recent| {
        let mut customer = failed(2, Kind::Social);
        customer.fail(2, Kind::Social, same_cause, recent);
        gained(customer)
    };
    assert!(serious > again(false, false));
    assert!(again(false, false) > again(true, false) && again(false, false) > again(false, true));
    assert!(again(true, false) > again(true, true));
}
