//! Before a conversation: who the trainee is, what happened, who is waiting, what is practised, and how to play.

mod parts;
mod show;
#[cfg(test)]
mod tests;
mod view;

pub use show::show;
pub use view::{Action, Competency, Left, Mode, UiState, View};
