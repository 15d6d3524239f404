//! The window: bevy runs it, egui draws it. Screens are functions of a view; the systems here only carry data in and
//! actions out. No rule of the simulation lives in this room.

mod aloud;
mod app;
mod blending;
pub mod briefing;
mod bust;
pub mod conversation;
pub mod debrief;
mod desk;
mod drawing;
#[cfg(test)]
mod drive;
#[cfg(test)]
mod endurance;
pub mod facilitator;
mod goals;
pub mod letters;
pub mod live;
pub mod menu;
mod opengl;
mod opening;
pub mod rewriting;
pub mod settings;
pub mod shot;
mod sleep;
pub mod sounds;
pub mod stage;
pub mod theme;
mod timing;
pub mod voice;
mod watch;
#[cfg(test)]
mod windowless;
pub mod wiring;

pub use app::{Start, run};
pub use desk::{Desk, Places};
pub use opening::CannotOpen;
