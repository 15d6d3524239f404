//! The golden vectors of customer-model §10: number by number, and the orderings in them that must outlive any calibration.

pub mod orderings;
mod vectors;

use super::*;
