//! The customer: what they feel, how a reply lands with them, and how they leave. Integers only, so that every platform and every
//! replay agree. The directions come from research and the sizes are calibration: model assumptions, never findings about a
//! person. Nothing here knows beats, files or clocks.
//!
//! ```
//! use amends::customer::{Behaviour, Customer, Failure, Feeling, Kind, Personas, Start};
//!
//! let personas = Personas::builtin();
//! let persona = personas.get("analytical").expect("a persona that comes with the program");
//! let failure = Failure { severity: 2, kind: Kind::Economic, locus: None, future: true };
//! let mut customer = Customer::arrive(persona, &failure, &Start::default());
//! let before = customer.anger();
//! customer.act(Behaviour::Listen, 3, false);
//! assert!(customer.anger() < before);
//! assert_eq!(customer.feeling(), Feeling::Indifferent);
//! ```

mod apology;
mod arithmetic;
mod behaviour;
mod memory;
mod model;
mod outcome;
mod persona;
mod promise;
mod recovery;
mod shock;
mod small;
mod state;
mod time;
mod waiting;

#[cfg(test)]
mod tests;

pub use crate::rubric::Behaviour;
pub use apology::{Apology, ApologyPart};
pub use arithmetic::Moves;
pub use memory::Slot;
pub use outcome::{Feeling, Outcome, Variable};
pub use persona::{Limits, Orientation, Persona, Personas, PersonasError};
pub use recovery::Pace;
pub use shock::{Failure, Kind, Start};
pub use small::{FACTS_PER_CONTACT, SmallEvent};
pub use state::Customer;
pub use waiting::Clock;

/// The version of the rules in this room. It changes whenever a number or an order here does, because recorded attempts are replayed
/// only under the rules they were made with.
pub const MODEL_VERSION: u32 = 2;
