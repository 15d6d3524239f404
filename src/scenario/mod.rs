//! The scenario language: the file's shape ([`Scenario`]), reading it ([`load`]), and what must hold before anybody plays it
//! ([`Checked`]). Reading from disk never happens here: a source is text with a name.

mod broken;
mod canonical;
mod check;
pub mod condition;
mod form;
pub mod format;
mod hash;
pub mod ids;
mod load;
mod locate;
mod map;
pub mod model;
mod parts;
mod plain;
pub mod portrait;
mod problem;
mod references;
mod rules;
mod schema;
mod shape;
mod source;

pub mod starter;
mod syntax;
mod telling;
mod time;
mod walk;
mod writing;

pub(crate) use broken::unreadable;
pub use check::Checked;
pub(crate) use check::{show_apologies, shown_competencies};
pub use condition::{Cases, Condition, Goto, Says, Spoken};
pub use form::{Form, Worth};
pub use ids::{BeatId, CompetencyId, FactId, FormId, PromiseId, ReplyId, ReplyPath};
pub(crate) use load::options;
pub(crate) use load::parse;
pub use load::{fragment_id_of_decoy, load};
pub(crate) use locate::{Part, Step, Tree};
pub use map::Map;
pub use model::{
    Beat, Cast, Commit, FORMAT, Fact, FurtherFailure, Move, Paraphrase, Phase, Promise, Reply, Scenario, Silence,
};
pub use portrait::Portrait;
pub use rules::Rules;
pub use schema::json_schema;
pub use source::source_from_bytes;
pub(crate) use syntax::tree;
pub use time::{Channel, Span, Wait};

/// The competency a paraphrase shows.
pub const LISTENING: &str = "listening";
