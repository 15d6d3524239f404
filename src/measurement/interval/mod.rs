//! Where the true value may well lie: Wilson's interval of a share, the bootstrap over people, quantiles. A person is the unit
//! everywhere: the attempts of one person are not independent of each other.

mod bootstrap;
mod people;
mod quantile;
mod wilson;

pub use bootstrap::{Estimate, Method, Plan, bootstrap};
pub use people::{difference_of_means, mean, ratio};
pub use quantile::quantile;
pub use wilson::wilson;
