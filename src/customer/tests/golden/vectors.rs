//! The golden vectors of customer-model §10, number by number.

use super::*;

#[test]
fn no_failure() {
    let customer = failed(0, Kind::Economic);
    assert_eq!(vector(&customer), ([600, 700, 100, 250, 250, 250], [625, 625, 672]));
}

#[test]
fn economic_failure() {
    let customer = failed(2, Kind::Economic);
    assert_eq!(vector(&customer), ([480, 480, 180, -150, 150, 130], [498, 517, 578]));
}

#[test]
fn social_failure() {
    let customer = failed(2, Kind::Social);
    assert_eq!(vector(&customer), ([480, 480, 180, 90, -90, 130], [519, 512, 581]));
}

#[test]
fn bad_recovery() {
    let mut customer = failed(2, Kind::Economic);
    bad(&mut customer);
    assert_eq!(vector(&customer), ([360, 310, 280, -210, -90, 40], [436, 447, 449]));
}

#[test]
fn bad_second_failure_bad() {
    let mut customer = failed(2, Kind::Economic);
    bad(&mut customer);
    customer.fail(2, Kind::Economic, false, false);
    bad(&mut customer);
    assert_eq!(vector(&customer), ([30, 0, 530, -737, -548, -269], [203, 221, 83]));
}

#[test]
fn bad_second_failure_good() {
    let mut customer = failed(2, Kind::Economic);
    bad(&mut customer);
    customer.fail(2, Kind::Economic, false, false);
    good(&mut customer);
    assert_eq!(vector(&customer), ([402, 266, 278, -340, 71, 33], [429, 455, 462]));
}

#[test]
fn good_second_failure_bad() {
    let mut customer = failed(2, Kind::Economic);
    good(&mut customer);
    customer.fail(2, Kind::Economic, false, false);
    bad(&mut customer);
    assert_eq!(vector(&customer), ([418, 265, 222, -470, -218, -116], [337, 355, 419]));
}

#[test]
fn good_recovery_by_severity() {
    for (severity, expected) in [(1, [701, 702, 636]), (2, [643, 651, 621]), (3, [565, 582, 603])] {
        let mut customer = failed(severity, Kind::Economic);
        good(&mut customer);
        assert_eq!(vector(&customer).1, expected, "severity {severity}");
    }
}

#[test]
fn compensation_with_only_the_fast_flag() {
    let satisfaction = [0, 25, 50, 100, 150, 200, 250, 300].map(|percent| {
        let mut customer = failed(2, Kind::Economic);
        customer.handled.fast = true;
        customer.pay(percent);
        customer.satisfaction()
    });
    assert_eq!(satisfaction, [498, 510, 523, 549, 554, 539, 523, 508]);
}

#[test]
fn effort() {
    let returning = [0, 200, 400, 600, 800].map(|effort| {
        let start = Start { effort: Some(effort), ..Start::default() };
        Customer::arrive(&plain(), &Failure::default(), &start).returning()
    });
    assert_eq!(returning, [672, 672, 632, 552, 472]);
}
