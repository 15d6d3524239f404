//! The first screen: what can be played, what was left unfinished, what is broken and why, and the few settings that must be
//! within reach before anything is played.

mod brand;
mod broken;
mod keys;
mod list;
mod settings;
mod show;
#[cfg(test)]
mod tests;
mod view;

pub use show::show;
pub use view::{
    Action, Broken, Course, Entry, Library, MAX_TEXT, MIN_TEXT, Problem, Scenario, Settings, Speech, TEXT_STEPS,
    UiState, Unfinished, View,
};
