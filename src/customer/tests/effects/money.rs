//! What compensation can do, and what it cannot.

use super::*;

/// Wirtz & Mattila 2004 (doi 10.1108/09564230410532484): after a failure that cost no money, compensation adds little to a response
/// that was quick and sorry, or neither; it helps where it was only one of the two.
///
/// Events: social failure; apology 3, or fast, or both, or neither; then 50 %.
#[test]
pub fn after_a_social_failure_money_helps_only_where_the_response_was_mixed() {
    let added = |apology: bool, fast: bool| {
        let mut customer = failed(2, Kind::Social);
        if apology {
            customer.act(Behaviour::Apology, 3, false);
        }
        if fast {
            customer.pace(Pace::Fast);
        }
        let before = customer.satisfaction();
        customer.pay(50);
        customer.satisfaction() - before
    };
    let (neither, both) = (added(false, false), added(true, true));
    for mixed in [added(true, false), added(false, true)] {
        assert!(mixed > 2 * neither && mixed > 2 * both, "{neither} {mixed} {both}");
    }
}

/// Haesevoets et al. 2017 (Judgment and Decision Making 12): more than the loss gains little, and too much loses again.
///
/// Events: failure, fast, then 50, 100, 150, 200 or 300 %.
#[test]
pub fn compensation_helps_up_to_one_and_a_half_times_the_price() {
    let [half, whole, peak, double, triple] = [50, 100, 150, 200, 300].map(|percent| {
        let mut customer = failed(2, Kind::Economic);
        customer.pace(Pace::Fast);
        customer.pay(percent);
        customer.satisfaction()
    });
    assert!(half < whole && whole < peak && peak > double && double > triple);
    assert!(peak - whole < whole - half, "what is over gains less");
}

/// Grewal, Roggeveen & Tsiros 2008 (Journal of Retailing 84): compensation matters if the firm is responsible.
///
/// Events: economic failure with locus 1000 or 200, fast, then 100 %.
#[test]
pub fn compensation_matters_where_the_firm_is_responsible() {
    let added = |locus| {
        let mut customer = arrived(2, Kind::Economic, |persona| persona.locus = Some(locus));
        customer.pace(Pace::Fast);
        let before = customer.satisfaction();
        customer.pay(100);
        customer.satisfaction() - before
    };
    assert!(added(1000) > 2 * added(200), "{} {}", added(1000), added(200));
}
