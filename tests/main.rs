//! Tests of the whole, one module per user of Amends, and one for the house rules.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::format_collect,
    clippy::maybe_infinite_iter,
    clippy::unused_self,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod apologies;
mod bots;
#[cfg(feature = "game")]
mod channels;
mod checks;
mod comparing;
mod course;
#[cfg(feature = "game")]
mod drawn;
mod editor;
mod exploring;
mod export;
mod fairness;
mod forms;
mod fuzzing;
mod generated;
mod graph;
mod house;
mod keeping;
mod language;
#[cfg(feature = "game")]
mod letters;
mod measurement;
mod models;
mod operator;
mod program;
mod raters;
mod rating;
mod report;
mod simulation;
mod slips;
mod spin;
mod stats;
#[cfg(feature = "game")]
mod timer;
mod trainee;
mod trainer;
mod translation;
mod tutorial;
#[cfg(feature = "game")]
mod window;
mod writing;
