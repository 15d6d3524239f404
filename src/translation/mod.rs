//! A scenario in another language: which texts it has ([`texts`]), the file their translations stand in ([`Translation`]), how
//! the two compare ([`compare()`], [`findings()`]), and the scenario told in the other language ([`apply`]). A translation never
//! changes what a conversation does: it has the same ids, so the same plays, scores and hash.

mod alike;
mod compare;
mod file;
mod findings;
mod key;
mod places;
mod story;
mod texts;
mod update;

pub use compare::{Progress, Standing, Told, apply, compare, progress};
pub use file::{Entry, FORMAT, Translation, tag};
pub use findings::{findings, named};
pub use key::{Key, PromisePart, ReplyPart};
pub use places::lines;
pub(crate) use story::story_order;
pub use texts::{TextItem, texts};
pub use update::{Merged, New, merge};
