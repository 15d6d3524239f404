//! How scenes end: each rule of the outcome at its edge.

use super::*;

/// A customer at an ending: calm, JD = JI = JP, trust.
fn ending(persona: &Persona, calm: i32, justice: i32, trust: i32) -> Customer {
    let start = Start {
        calm: Some(calm),
        trust: Some(trust),
        outcome: Some(justice),
        treatment: Some(justice),
        process: Some(justice),
        ..Start::default()
    };
    Customer::arrive(persona, &Failure::default(), &start)
}

#[test]
fn rule_1_goes_public_with_anger_and_an_audience() {
    let customer = ending(&plain(), 100, -400, 300);
    assert_eq!(customer.anger(), 540 + 160);
    assert_eq!(customer.outcome(true), Outcome::GoesPublic);
    assert_eq!(customer.outcome(false), Outcome::Complains);
    let loud = Persona { publicity: 500, ..plain() };
    assert_eq!(ending(&loud, 100, -400, 300).outcome(false), Outcome::GoesPublic);
    let mut broken = customer;
    broken.failed_recoveries = 2;
    assert_eq!(broken.outcome(false), Outcome::GoesPublic);
}

#[test]
fn rule_2_complains_unless_all_hope_is_gone() {
    assert_eq!(ending(&plain(), 400, 0, 300).outcome(false), Outcome::Complains);
    let hopeless = |voice| ending(&Persona { voice, ..plain() }, 419, -900, 0);
    assert!(hopeless(550).returning() < 250 && hopeless(550).anger() >= 600);
    assert_eq!(hopeless(699).outcome(false), Outcome::WalksAway);
    assert_eq!(hopeless(700).outcome(false), Outcome::Complains);
}

#[test]
fn rule_3_walks_away_quietly_or_upset() {
    let quiet = Persona { voice: 399, ..plain() };
    assert_eq!(ending(&quiet, 400, 250, 800).outcome(false), Outcome::WalksAway);
    let cold = ending(&plain(), 700, 0, 0);
    assert_eq!((cold.feeling(), cold.returning()), (Feeling::Indifferent, 430));
    assert_eq!(cold.outcome(false), Outcome::Passive);
    assert_eq!(ending(&plain(), 700, -10, 0).outcome(false), Outcome::WalksAway);
}

#[test]
fn rule_4_returns_when_happy_and_rule_5_stays_passive() {
    let happy = ending(&plain(), 700, 250, 600);
    assert_eq!((happy.feeling(), happy.outcome(false)), (Feeling::Happy, Outcome::ReturnsAndRefers));
    let doubtful = ending(&plain(), 700, 250, 200);
    assert_eq!((doubtful.feeling(), doubtful.outcome(false)), (Feeling::Happy, Outcome::Passive));
    let tense = ending(&plain(), 599, 250, 600);
    assert_eq!((tense.feeling(), tense.outcome(false)), (Feeling::Indifferent, Outcome::Passive));
}

#[test]
fn leaving_ends_in_one_of_three_ways_only() {
    assert_eq!(ending(&plain(), 700, 250, 600).outcome_on_leaving(true), Outcome::WalksAway);
    assert_eq!(ending(&plain(), 400, 0, 300).outcome_on_leaving(false), Outcome::Complains);
    assert_eq!(ending(&plain(), 100, -400, 300).outcome_on_leaving(true), Outcome::GoesPublic);
}

#[test]
fn limits_themselves_are_still_borne() {
    let at = |calm, effort| {
        let start = Start { calm: Some(calm), effort: Some(effort), ..Start::default() };
        Customer::arrive(&plain(), &Failure::default(), &start).leaves()
    };
    assert_eq!([at(150, 800), at(149, 800), at(150, 801)], [false, true, true]);
}

#[test]
fn a_problem_never_voiced_makes_a_return_less_likely() {
    let mut customer = failed(0, Kind::Social);
    let before = customer.returning();
    customer.set_silent(true);
    assert_eq!(before - customer.returning(), 90);
}

#[test]
fn ranks_follow_the_order_from_worst_to_best() {
    assert_eq!(Outcome::ALL.map(Outcome::rank), [4, 3, 2, 1, 0]);
    assert!(Outcome::ALL.is_sorted_by(|better, worse| better > worse));
}
