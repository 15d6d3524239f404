//! How far people who rate the same things agree. Two raters: Cohen's kappa, plain and with quadratic weights. Several raters and
//! categories: Fleiss, and where some left things out, Krippendorff. Ratings that are numbers: intraclass correlation.

mod fleiss;
mod intraclass;
mod kappa;
mod krippendorff;

pub use fleiss::fleiss;
pub use intraclass::{Form, Intraclass, intraclass};
pub use kappa::{Kappa, Table, Weights};
pub use krippendorff::krippendorff;
