//! What leadership reads: attempts scored again, folded into sums that merge, and laid out as one page for an organisation, a cohort or
//! one person. Nothing here reads files or knows a store; the page says of every number how it was computed and on how many people.

mod both;
mod card;
mod case;
mod firsts;
mod html;
mod lexicon;
mod page;
mod picture;
mod summary;
mod tally;

pub use card::{Card, Glance, Scored, Sheet, Slate};
pub use case::{Case, Decided, Earned, Played, Promises};
pub use firsts::{Firsts, first_assessments};
pub use html::html;
pub use lexicon::{Lexicon, Name};
pub use page::{Bar, Inputs, Page, Reader, Sessions, page};
pub use summary::{Decision, Form, Mark, Moments, Month, Person, Points, Scenario, Summary, Unscored};
pub use tally::Tally;
