//! Whole conversations through the screens that the window shows, from the menu to the debrief and back, by nothing but what a
//! screen reader names, or by nothing but keys.
#![allow(clippy::indexing_slicing, reason = "a test that is wrong may panic")]

mod board;
mod debriefed;
mod everything;
mod hands;
mod plays;
mod resumed;
mod ways_out;
