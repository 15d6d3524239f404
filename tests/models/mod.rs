//! Generated conversations and models of them, for tests and for measured work. The same seed gives the same text everywhere.

pub mod chain;
pub mod counters;
pub mod dice;
pub mod mangle;
pub mod promela;
pub mod random;
