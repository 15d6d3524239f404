//! What the live board shows and what it can be asked for.

pub use crate::rubric::Band;

/// A board, ready to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Whom and what it is about: the group, the conversation.
    pub chips: Vec<String>,
    /// Of when it is, in words; empty before the first look.
    pub as_of: String,
    /// Why the store cannot be read now; none while it can.
    pub trouble: Option<String>,
    /// Whether nobody has begun.
    pub empty: bool,
    /// How many are how far.
    pub figures: Vec<Figure>,
    /// What the results rest on, or why there are none, as a sentence.
    pub results: String,
    /// How each competency was shown; none where there are no results.
    pub competencies: Vec<Competency>,
    /// How the customers ended.
    pub endings: Vec<Row>,
    /// What the answers below rest on, as a sentence.
    pub answered: String,
    /// What stands in the way at work, most named first.
    pub obstacles: Vec<Row>,
    /// How confident people feel, as a sentence; none where too few said.
    pub confident: Option<String>,
    /// What is better known about the numbers, in whole sentences.
    pub notes: Vec<String>,
    /// Those who have finished, by name or code.
    pub names: Vec<String>,
}

/// A number and what it counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// The number, or "fewer than 5".
    pub number: String,
    /// What it counts.
    pub what: String,
}

/// Something and for how many people it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What.
    pub what: String,
    /// For how many, in words.
    pub told: String,
    /// The same as thousandths of all of them; none where it may not be told.
    pub share: Option<u16>,
}

/// How a competency was shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Competency {
    /// Its name.
    pub name: String,
    /// The mean in words, or that there is too little evidence.
    pub mean: String,
    /// The people in each band, as far as that may be told; together at most 1000 thousandths.
    pub segments: Vec<Segment>,
    /// The same in words; empty where nothing may be told.
    pub told: String,
}

/// The people in one band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The band.
    pub band: Band,
    /// How many people.
    pub people: usize,
    /// Their share of all who have a score, in thousandths.
    pub share: u16,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Back to where one came from.
    Back,
}

/// Whether names are on the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// They are not.
    #[default]
    Hidden,
    /// Somebody asked for them and was told who would read them.
    Asked,
    /// Those who have finished are named.
    Shown,
}

/// What only this screen needs to remember.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UiState {
    /// Whether names are on the board.
    pub names: Names,
}
