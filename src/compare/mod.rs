//! Two versions of a scenario, compared in meaning: what an edit added, took away, renamed and changed, and which scores and
//! endings it moved. Layout, comments and the order of maps do not count.

mod fields;
mod pairs;
mod ranges;
mod rename;
mod structure;
mod written;

use serde::Serialize;

use crate::scenario::Checked;

pub use ranges::{RangeChange, Ranges, ranges};

/// What an edit did to a scenario, apart from what follows for its plays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Structure {
    /// Nothing that is played has changed.
    pub same_hash: bool,
    /// Nothing but texts for people has changed, so that statistics go on.
    pub same_shape: bool,
    /// Choices, offers and summings-up in the new version.
    pub items: usize,
    /// How many of them have themselves changed in more than words, new ones among them.
    pub items_changed: usize,
    /// Everything that has changed, in order of kind and place.
    pub changes: Vec<Change>,
}

/// One thing that has changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Change {
    /// What kind of change.
    pub kind: Kind,
    /// Where, by the new ids: `beat desk`, `reply desk/own`, `fact late`, `promise call`, `scenario`.
    pub at: String,
    /// The field; empty where the whole is meant.
    pub field: String,
    /// What it was, as it is written in a file; of what was renamed the old id.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
}

/// Kinds of change, in the order they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A beat, reply, fact or promise that was not there.
    Added,
    /// One that is there no more.
    Removed,
    /// One that has another id and is otherwise much the same.
    Renamed,
    /// A level that words earn.
    Level,
    /// Where the conversation goes.
    Target,
    /// When something is offered or said.
    Condition,
    /// What a reply does to the customer besides its levels, and what it is marked with.
    Deed,
    /// What is promised, and what becomes of it.
    Promise,
    /// What is told, taken up and summed up.
    Fact,
    /// What is scored.
    Scored,
    /// Customer, failure, time, place and the like.
    Setting,
    /// Words for people.
    Text,
}

impl Kind {
    /// All kinds, in the order they are told.
    pub const ALL: [Self; 12] = [
        Self::Added,
        Self::Removed,
        Self::Renamed,
        Self::Level,
        Self::Target,
        Self::Condition,
        Self::Deed,
        Self::Promise,
        Self::Fact,
        Self::Scored,
        Self::Setting,
        Self::Text,
    ];
}

/// What an edit did.
#[must_use]
pub fn structure(old: &Checked, new: &Checked) -> Structure {
    let changes = structure::changes(old, new);
    let (items, items_changed) = structure::items(new, &changes);
    Structure {
        same_hash: old.hash() == new.hash(),
        same_shape: old.shape() == new.shape(),
        items,
        items_changed,
        changes,
    }
}
