//! What the tests of a thread assume: the constants of the model and the typical customer, and a way to put others in their place.

use std::cell::RefCell;

use serde::{Deserialize, Serialize};

use crate::customer::model::Model;
use crate::customer::{Limits, Persona};

/// Every number that a finding can hang on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumed {
    pub model: Model,
    pub typical: Persona,
}

thread_local! {
    static MODEL: std::cell::Cell<&'static Model> = const { std::cell::Cell::new(&Model::CALIBRATED) };
    static TYPICAL: RefCell<Persona> = RefCell::new(typical());
}

impl Default for Assumed {
    fn default() -> Self {
        Self { model: Model::CALIBRATED, typical: typical() }
    }
}

impl Assumed {
    /// Puts these numbers in force for this thread. The model stays in memory for as long as the tests run, which play reads it
    /// without asking whose it is.
    pub fn enforce(self) {
        MODEL.set(Box::leak(Box::new(self.model)));
        TYPICAL.set(self.typical);
    }
}

/// The constants in force.
pub fn model() -> &'static Model {
    MODEL.get()
}

/// A customer with the typical start of customer-model §1.
pub fn plain() -> Persona {
    TYPICAL.with_borrow(Clone::clone)
}

fn typical() -> Persona {
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
        silence: 1000,
        leaves: Limits { calm_under: 150, effort_over: 800 },
    }
}
