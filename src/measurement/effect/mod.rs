//! How large a difference or a change is, and whether it could be nothing.

mod change;
mod forecast;
mod rank;
mod runs;
mod shrinkage;
mod size;
mod theil_sen;
mod trend;
mod welch;

pub use change::{expected_retest, reliable_change, retest_correlation, standardised_change};
pub use forecast::{brier, log_loss};
pub use rank::{Kendall, kendall};
pub use runs::{Runs, runs};
pub use shrinkage::{Shrunk, shrink, shrunk};
pub use size::{cohen_d, hedges_g, hedges_g_exact};
pub use theil_sen::{TheilSen, theil_sen};
pub use trend::{Line, line};
pub use welch::{MeanTest, paired_t, welch};
