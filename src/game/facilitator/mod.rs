//! The presenter view of a facilitator's page: large, for a projector, and what is asked stays hidden until it is asked.

mod show;
#[cfg(test)]
mod tests;
mod view;

pub use show::show;
pub use view::{Action, Pause, UiState, View};
