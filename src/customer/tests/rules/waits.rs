//! Waiting within a contact, one rule each: the numbers are those of customer-model §7.

use super::*;

const MINUTE: u64 = 60;
const HOUR: u64 = 3600;
const DAY: u64 = 24 * HOUR;

/// What a wait does to C, E and JP of a customer for whom losses count as they are written.
fn change(clock: Clock, seconds: u64, explained: bool) -> [i32; 3] {
    let mut customer = failed(0, Kind::Social);
    let before = customer;
    customer.wait(clock, seconds, explained);
    [customer.calm - before.calm, customer.effort - before.effort, customer.process - before.process]
}

#[test]
fn each_clock_charges_its_row_by_the_whole_unit() {
    for (clock, unit, row) in [
        (Clock::FaceToFace, MINUTE, [-5, 3, -3]),
        (Clock::PhoneSilence, 10, [-6, 5, -4]),
        (Clock::PhoneHold, MINUTE, [-15, 12, -8]),
        (Clock::Chat, MINUTE, [-12, 8, -6]),
        (Clock::Social, HOUR, [-20, 10, -20]),
    ] {
        assert_eq!(change(clock, unit - 1, false), [0; 3], "{clock:?}");
        assert_eq!(change(clock, unit, false), row, "{clock:?}");
        assert_eq!(change(clock, 2 * unit + unit / 2, false), row.map(|value| 2 * value), "{clock:?}");
    }
}

#[test]
fn an_explained_wait_costs_half() {
    assert_eq!(change(Clock::PhoneHold, 4 * MINUTE, true), [-30, 24, -16]);
    assert_eq!(change(Clock::FaceToFace, MINUTE, true), [-3, 2, -2], "halves are rounded away from zero");
}

#[test]
fn a_chat_costs_double_after_three_minutes() {
    assert_eq!(change(Clock::Chat, 3 * MINUTE, false), [-36, 24, -18]);
    assert_eq!(change(Clock::Chat, 5 * MINUTE, false), [-84, 56, -42]);
}

#[test]
fn the_first_day_of_an_email_is_free() {
    assert_eq!(change(Clock::Email, 2 * DAY - 1, false), [0; 3]);
    assert_eq!(change(Clock::Email, 3 * DAY, false), [-50, 40, -60]);
}

#[test]
fn in_public_six_hours_count_and_each_makes_going_public_likelier() {
    assert_eq!(change(Clock::Social, 6 * HOUR, false), change(Clock::Social, 60 * HOUR, false));
    let publicity = |hours, explained| {
        let mut customer = failed(0, Kind::Social);
        customer.wait(Clock::Social, hours * HOUR, explained);
        customer.publicity
    };
    assert_eq!(
        [publicity(0, false), publicity(2, false), publicity(2, true), publicity(50, false)],
        [300, 380, 380, 540]
    );
}

#[test]
fn waiting_in_public_can_turn_a_complaint_into_going_public() {
    let mut customer = failed(1, Kind::Social);
    (customer.calm, customer.treatment) = (0, -300);
    let waited = |clock, seconds| {
        let mut customer = customer;
        customer.wait(clock, seconds, false);
        customer.outcome(false)
    };
    assert_eq!(waited(Clock::FaceToFace, 5 * MINUTE), Outcome::Complains);
    assert_eq!(waited(Clock::Social, 5 * HOUR), Outcome::GoesPublic);
}

#[test]
fn losses_weigh_as_for_any_other_slip() {
    let (mut quiet, mut hurt) = (failed(0, Kind::Social), failed(0, Kind::Social));
    hurt.broken();
    let before = hurt.effort;
    quiet.wait(Clock::PhoneHold, 10 * MINUTE, false);
    hurt.wait(Clock::PhoneHold, 10 * MINUTE, false);
    assert_eq!((quiet.effort - 100, hurt.effort - before), (120, 180));
}

#[test]
fn an_endless_wait_ends_at_the_limits() {
    for clock in [Clock::FaceToFace, Clock::PhoneSilence, Clock::PhoneHold, Clock::Chat, Clock::Email] {
        let mut customer = failed(0, Kind::Social);
        customer.traits.react = 800;
        customer.wait(clock, u64::MAX, true);
        assert_eq!((customer.calm, customer.effort, customer.process), (0, 1000, -1000), "{clock:?}");
    }
}

#[test]
fn waiting_without_a_word_costs_the_anxious_double() {
    let personas = Personas::builtin();
    let effort = |id, explained| {
        let mut customer = Customer::arrive(personas.get(id).unwrap(), &Failure::default(), &Start::default());
        customer.traits.react = 1000;
        customer.wait(Clock::PhoneSilence, 40, explained);
        customer.effort - 100
    };
    assert_eq!([effort("analytical", false), effort("anxious", false)], [20, 40]);
    assert_eq!([effort("analytical", true), effort("anxious", true)], [10, 10], "an explained wait is no silence");
}

#[test]
fn a_holding_reply_resets_the_clock_of_an_email() {
    let at_once = change(Clock::Email, 6 * DAY, false);
    let mut customer = failed(0, Kind::Social);
    let before = customer;
    // Three days, a holding reply with a date, then three days more, which it explained.
    customer.wait(Clock::Email, 3 * DAY, false);
    customer.wait(Clock::Email, 3 * DAY, true);
    assert_eq!((at_once[0], customer.calm - before.calm), (-125, -75));
}

#[test]
fn onlookers_embarrass_once() {
    let mut customer = failed(0, Kind::Social);
    customer.embarrass();
    assert_eq!(customer.calm, 680);
    customer.embarrass();
    assert_eq!(customer.calm, 680);
}
