//! The conversation: who is in front of you, what they say, and how you answer. A pure function of a [`View`]: it shows, keeps
//! what is only looked at in a [`UiState`], and answers with an [`Action`]. No rule of the simulation lives here.

mod answer;
mod bar;
mod caller;
mod choose;
mod column;
mod commit;
mod keys;
mod layout;
mod legend;
mod narrow;
mod notebook;
mod paraphrase;
mod pause;
mod show;
mod slip;
mod speech;
mod stage;
mod state;
mod timer;
mod view;
mod written;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use answer::act_and_words;
pub use show::{Paint, show};
pub use state::UiState;
pub use view::{Action, Ask, Channel, Fragment, Mode, Offer, Phase, Promise, Reply, Said, StageKind, View, Who};
pub use written::{disc, initial, watching};
