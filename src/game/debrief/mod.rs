//! After a conversation: first what it did to the customer, then how it was handled, decision by decision, with the reason for
//! each level. How it was handled and how it ended stay apart.

mod decision;
mod handled;
mod mood;
mod outcome;
mod promises;
mod show;
#[cfg(test)]
mod tests;
mod view;

pub use show::show;
pub use view::{
    Action, Band, Competency, Decision, Feeling, Level, Mode, Outcome, Overall, Promise, PromiseState, Said, UiState,
    View,
};
