//! What a trainer shows a room while it trains: how far everybody is, and how it goes, from what is in the store now. It knows no
//! clock. Nobody is told of in a group of fewer than five, nobody is named, and results come five people at a time: else whoever
//! sees the board before and after somebody finishes could read off what they did.

mod board;
mod fives;
mod gather;

pub use board::{Board, Competency, Count, Results, Stage, Told};
pub use fives::Fives;
pub use gather::{Asked, Gatherer};
