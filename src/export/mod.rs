//! Attempts as other programs take them: tables (CSV, Excel, Parquet) and statements for a learning record store (xAPI, cmi5).
//!
//! Everything is told of [`Told`], one attempt at a time, and written to whatever can be written to, so that a store of any size
//! passes through. Only [`lrs`] speaks to a network.

mod attempts;
mod cell;
mod columns;
pub mod csv;
mod decisions;
pub mod lrs;
mod parquet;
mod told;
mod who;
pub mod xapi;
mod xlsx;

use jiff::Timestamp;

use crate::rubric::Rubric;

pub use attempts::attempts;
pub use cell::{Cell, Kind, visible};
pub use columns::{Column, Columns};
pub use decisions::decisions;
pub use parquet::{GROUP, Parquet};
pub use told::{Replayed, Standing, Standings, Told};
pub use who::{Masks, Who};
pub use xlsx::Xlsx;

/// What a file is, as pairs of heading and text: for the sheet of a workbook and the key–value pairs of a Parquet file. `rules` is
/// the hash of the rules the scores were computed under.
#[must_use]
pub fn about(made: Timestamp, rules: &str, rubric: &Rubric, names: bool) -> Vec<(String, String)> {
    let people = if names {
        "People stand here by name. Whoever has this file can read who said what."
    } else {
        "People stand here by their code in the roster, else by a pseudonym that is the same in every file of one store. Whoever knows who played when can still tell who is who."
    };
    let pass = rubric.pass;
    let pass = format!(
        "Overall {} or more of 1000, and no competency under {} that has {} decisions or more. These marks are placeholders until a panel of practitioners has set them.",
        pass.overall, pass.floor, pass.decisions
    );
    let pairs = [
        (
            "What this is",
            "Attempts at simulated conversations with customers, made by Amends. All of it is simulated: it shows what somebody chose in a simulation, not what they do at work.",
        ),
        ("Not for", "Hiring, pay or discipline. Nothing here has been shown to predict how somebody does at work."),
        ("People", people),
        (
            "Out of reach",
            "The store that made this file cannot reach it. Who asks to be forgotten there has to be taken out here by hand: `amends store forget` lists this file.",
        ),
        ("Made", &format!("{made:.0}, in UTC, as are all times here")),
        ("Made by", concat!("Amends ", env!("CARGO_PKG_VERSION"))),
        ("Rules", &format!("{rules}: scores were computed anew from each recorded decision under these rules")),
        ("Pass mark", &pass),
        ("Empty", "Not known, not asked for, or not enough evidence. It is not zero."),
        (
            "What counts",
            "Only first assessments say something about people (column first_assessment). Practice, repeated and interrupted attempts stand here too, told apart by mode, time_played and how_ended.",
        ),
    ];
    pairs.into_iter().map(|(heading, text)| (heading.to_owned(), text.to_owned())).collect()
}
