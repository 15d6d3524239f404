//! Tests of the room: the customer that most of them start with, and what they do to one.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod effects;
mod endings;
mod events;
mod golden;
mod ranges;
mod waits;

use super::*;

/// A customer with the typical start of customer-model §1.
fn plain() -> Persona {
    Persona {
        id: "plain".to_owned(),
        name: "Plain".to_owned(),
        description: "Typical start.".to_owned(),
        trust: 600,
        calm: 700,
        relationship: 300,
        react: 1000,
        voice: 550,
        publicity: 300,
        orientation: None,
        locus: None,
        jargon: 1000,
        leaves: Limits { calm_under: 150, effort_over: 800 },
    }
}

fn failed(severity: u8, kind: Kind) -> Customer {
    let failure = Failure { severity, kind, ..Failure::default() };
    Customer::arrive(&plain(), &failure, &Start::default())
}

fn good(customer: &mut Customer) {
    customer.act(Behaviour::Listen, 3, false);
    customer.act(Behaviour::Apology, 3, false);
    customer.pace(Pace::Fast);
    customer.act(Behaviour::Account, 3, false);
    customer.fix(1000);
    customer.pay(50);
    customer.act(Behaviour::Follow, 3, false);
    customer.kept();
    customer.small(SmallEvent::CheckBack);
}

fn bad(customer: &mut Customer) {
    customer.act(Behaviour::Listen, 1, false);
    customer.act(Behaviour::Apology, 1, false);
    customer.act(Behaviour::Account, 0, false);
    customer.failed_recoveries += 1;
}

/// T, C, E, JD, JI, JP, then SAT, REL, RET.
fn vector(customer: &Customer) -> ([i32; 6], [i32; 3]) {
    let [trust, calm, effort, outcome, treatment, process, satisfaction, relationship, returning, _] =
        Variable::ALL.map(|variable| customer.read(variable));
    ([trust, calm, effort, outcome, treatment, process], [satisfaction, relationship, returning])
}
