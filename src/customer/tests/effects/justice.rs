//! Which kind of justice matters for what.

use super::super::scenes::{Chance, Play, scene};
use super::*;

/// How much each kind of justice, JD, JI and JP, says about `of` over many scenes: its partial weight times its spread, squared so
/// that it stays a whole number.
fn standardised_weights(of: fn(&Customer) -> i32) -> [i64; 3] {
    let persona = plain();
    let mut chance = Chance::of(60);
    let scenes: Vec<[i64; 3]> = (0..200)
        .map(|_| {
            let customer = scene(&persona, Play::Anyhow, &mut chance);
            [customer.outcome, customer.treatment, customer.process].map(i64::from)
        })
        .collect();
    let weights = partial_weights(of);
    [0, 1, 2].map(|at| {
        let count = i64::try_from(scenes.len()).unwrap();
        let sum: i64 = scenes.iter().map(|justice| justice[at]).sum();
        let squares: i64 = scenes.iter().map(|justice| justice[at] * justice[at]).sum();
        i64::from(weights[at]).pow(2) * (squares / count - (sum / count).pow(2))
    })
}

/// What the same rise of JD, JI or JP adds, nothing else changing.
fn partial_weights(of: fn(&Customer) -> i32) -> [i32; 3] {
    let at = |change: fn(&mut Customer)| {
        let mut customer = failed(2, Kind::Economic);
        (customer.outcome, customer.treatment, customer.process) = (0, 0, 0);
        change(&mut customer);
        of(&customer)
    };
    let none = at(|_| ());
    [at(|c| c.outcome = 1000) - none, at(|c| c.treatment = 1000) - none, at(|c| c.process = 1000) - none]
}

/// Orsingher, Valentini & De Angelis 2010 (doi 10.1007/s11747-009-0155-z; 60 studies): satisfaction with how a complaint was handled
/// follows the outcome most, then the treatment, then the process.
///
/// Events: 200 scenes by chance, at any level, with any remedy; standardised partial weights on satisfaction with the case.
#[test]
pub fn satisfaction_with_a_case_follows_outcome_then_treatment_then_process() {
    let [outcome, treatment, process] = standardised_weights(Customer::satisfaction);
    assert!(outcome > treatment && treatment > process, "{outcome} {treatment} {process}");
}

/// Gelbrich & Roschk 2011 (Journal of Service Research 14): satisfaction overall, the chief source of loyalty, follows the treatment
/// slightly more than the outcome.
///
/// Events: the same rise of each kind of justice, alone; what it adds to satisfaction with the relationship.
#[test]
pub fn satisfaction_overall_follows_treatment_at_least_as_much_as_outcome() {
    let [outcome, treatment, process] = partial_weights(Customer::relationship);
    assert!(treatment >= outcome && outcome > process, "{outcome} {treatment} {process}");
}

/// Liao 2007 (Journal of Applied Psychology 92): apologising, solving the problem, courtesy and promptness work through justice.
///
/// Events: failure, then one behaviour at level 3; each moves a kind of justice by more than trust.
#[test]
pub fn the_four_behaviours_work_through_justice() {
    for behaviour in Behaviour::ALL {
        let before = failed(2, Kind::Economic);
        let mut customer = before;
        customer.act(behaviour, 3, false);
        let justice = [
            customer.outcome - before.outcome,
            customer.treatment - before.treatment,
            customer.process - before.process,
        ];
        assert!(justice.iter().any(|moved| *moved > customer.trust - before.trust), "{behaviour:?}: {justice:?}");
    }
}
