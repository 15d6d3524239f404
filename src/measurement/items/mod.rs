//! What people chose at a decision, and whether the decision does its work. The thresholds are those of the field's usual advice (Haladyna,
//! T. M., & Rodriguez, M. C. 2013. Developing and validating test items), and say where to look, not what to do.

mod flags;
mod options;
mod writing;

pub use flags::{Flag, Standing, flags};
pub use options::{Answer, OptionFigures, options};
pub use writing::{Lengths, lengths, longest_is_best, rapid};
