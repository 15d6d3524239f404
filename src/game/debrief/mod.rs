//! After a conversation: first what the trainee would do differently, then what it did to the customer, then how it was handled, decision by decision, with the reason for
//! each level. How it was handled and how it ended stay apart.

mod decision;
mod goal;
mod handled;
mod look;
mod model;
mod mood;
mod outcome;
mod page;
mod promises;
mod question;
mod save;
mod scene;
mod show;
#[cfg(test)]
mod tests;
mod view;
mod voice;

pub use handled::band_colour;
pub use page::page;
pub use show::show;
pub use view::{
    Action, Answers, Band, Channel, Competency, Decision, Expression, Feeling, Level, Mode, Model, Moment, Obstacle,
    Outcome, Overall, Page, Portrait, Promise, PromiseNews, PromiseState, Reflection, Said, Save, Step, StillOpen,
    UiState, View, Worth,
};
