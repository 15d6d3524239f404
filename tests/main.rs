//! Tests of the whole, one module per user of Amends, and one for the house rules.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "tests may fail loudly"
)]

mod bots;
mod house;
mod operator;
mod program;
#[cfg(feature = "game")]
mod timer;
mod trainee;
mod trainer;
#[cfg(feature = "game")]
mod window;
