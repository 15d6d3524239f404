//! Amends: a flight simulator for the hardest minutes in service.
//!
//! A trainee plays a conversation with a customer for whom something went wrong; the debrief shows, with evidence, how they
//! listened, apologised, took accountability and followed through.
//!
//! The rooms of the house, in order. A room may use rooms above it, never below:
//!
//! | room | what it is |
//! | --- | --- |
//! | [`measurement`] | what scores can and cannot say: reliability, intervals, effects, raters, privacy |
//! | [`diag`] | what is wrong, where, why it matters and what to do |
//! | [`rubric`] | competencies, levels, anchors, errors |
//! | [`customer`] | the customer model: state, personas, how a reply lands, promises, outcome |
//! | [`scenario`] | the language: the file's shape, loading, what must hold before anybody plays it |
//! | [`translation`] | a scenario in another language: its texts, their file, the two compared |
//! | [`session`] | one conversation being played: pure and deterministic |
//! | [`score`] | evidence and scorecard |
//! | [`impact`] | what an ending may be worth, as a range that is opinion and not measurement |
//! | [`plays`] | golden conversations beside a scenario, and whether they still end as they should |
//! | [`guide`] | the facilitator's page of a scenario, and what it looks like on paper |
//! | [`bots`] | synthetic trainees, each of one habit, and what they earn |
//! | [`fairness`] | whether a group deals alike with people who have the very same case |
//! | [`compare`] | two versions of a scenario, compared in meaning |
//! | [`check`] | what is wrong or weak in a scenario: one file per rule |
//! | [`explore`] | every reachable state: exact score ranges, what cannot be reached, what never matters |
//! | [`graph`] | a scenario as a picture, and what attempts did there |
//! | [`stats`] | what scenarios hold, as numbers, and what they lack |
//! | [`attempt`] | an attempt as recorded; replay |
//! | [`store`] | where attempts are kept: one interface, before an embedded database or a server of one's own |
//! | [`course`] | ways through the library: example, practice, transfer, measures in two forms, repetition |
//! | [`words`] | the interface's texts |
//! | [`goals`] | what each trainee wants to do the next time |
//! | [`sound`] | what places, messages and a telephone sound like, as numbers |
//! | [`live`] | what a trainer shows a room while it trains, with nobody told of in a small group |
//! | [`report`] | what leadership reads: attempts scored again, folded into sums that merge, one page for three readers |
//! | [`export`] | attempts as other programs take them: tables, and statements for a learning record store |
//! | [`lsp`] | what an editor shows while somebody writes a scenario |
//! | `game` | the window (feature `game`) |
//! | [`cli`] | the command line and text play; last, so it may use everything |
//!
//! `measurement` to `stats`, and `sound`, hold no clock, no files and no environment.

pub mod attempt;
pub mod bots;
pub mod check;
pub mod cli;
pub mod compare;
pub mod course;
pub mod customer;
pub mod diag;
pub mod explore;
pub mod export;
pub mod fairness;
#[cfg(feature = "game")]
pub mod game;
pub mod goals;
pub mod graph;
pub mod guide;
pub mod impact;
pub mod library;
pub mod live;
pub mod lsp;
pub mod measurement;
pub mod plays;
pub mod report;
pub mod rubric;
pub mod scenario;
pub mod score;
pub mod session;
pub mod sound;
pub mod stats;
pub mod store;
pub mod translation;
pub mod words;
