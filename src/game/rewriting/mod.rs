//! What is shown when a scenario is rewritten while the window is open on it: a quiet line when it has changed, and a card that
//! says what is wrong where it cannot be played.

mod excerpt;
mod show;
#[cfg(test)]
mod tests;
mod view;

pub use show::{card, strip};
pub use view::{Excerpt, Trouble};
