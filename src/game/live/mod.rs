//! The live board: how far everybody in the room is and how it goes, large, for a projector. Names stay hidden until somebody asks.

mod parts;
mod show;
#[cfg(test)]
mod tests;
mod view;

pub use show::show;
pub use view::{Action, Band, Competency, Figure, Names, Row, Segment, UiState, View};
