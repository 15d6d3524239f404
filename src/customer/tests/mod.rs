//! Tests of the room. `golden` holds the model's numbers, `effects` what research has found, a file per theme, `rules` each rule at its
//! edge, `personas` how kinds of customers end, `sensitivity` what all of this hangs on. `page` keeps `docs/science.md` true.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod assumed;
mod effects;
mod golden;
mod page;
mod personas;
mod rules;
mod scenes;
mod sensitivity;

pub use assumed::{model, plain};

use super::*;

/// The typical customer after a failure.
fn failed(severity: u8, kind: Kind) -> Customer {
    arrived(severity, kind, |_| ())
}

/// A customer who is typical but for what `unlike` changes, after a failure.
fn arrived(severity: u8, kind: Kind, unlike: impl FnOnce(&mut Persona)) -> Customer {
    let mut persona = plain();
    unlike(&mut persona);
    let failure = Failure { severity, kind, ..Failure::default() };
    Customer::arrive(&persona, &failure, &Start::default())
}

/// A good recovery: everything at its best, and the promise kept.
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

/// A failed recovery.
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
