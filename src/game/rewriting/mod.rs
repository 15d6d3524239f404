//! What is shown when a scenario is rewritten while the window is open on it: a quiet line when it has changed, and a card that
//! says what is wrong where it cannot be played.

mod excerpt;
mod show;
#[cfg(test)]
mod tests;
mod view;

pub use show::{card, folded, leaves_no_room, strip};
pub use view::{Asked, Excerpt, Folded, Trouble};
