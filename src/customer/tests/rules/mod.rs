//! Each rule by itself, at its edge.

mod endings;
mod events;
mod ranges;
mod waits;

use super::*;
