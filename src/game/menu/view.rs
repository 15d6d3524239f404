//! What the menu shows and what it can be asked for: plain data, without files or engine.

pub use crate::game::settings::{Settings, Speed};
pub use crate::game::theme::Theme;
use crate::scenario::Portrait;
pub use crate::words::Language;

/// Everything the menu shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The courses, each as far as this trainee is.
    pub courses: Vec<Course>,
    /// The conversations found, or why there are none.
    pub library: Library,
    /// An attempt that was not finished.
    pub unfinished: Option<Unfinished>,
    /// The group that trains here; none where there is none.
    pub cohort: Option<String>,
    /// Problems that concern the whole program, each a whole sentence: "Attempts are not being kept: …".
    pub notices: Vec<String>,
    /// The settings as they hold now.
    pub settings: Settings,
    /// What can be said of the voice that speaks lines.
    pub speech: Speech,
    /// Whether this program can play sounds, so that there is a volume to set.
    pub sounds: bool,
}

/// How things stand with the voice that speaks the customer's lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Speech {
    /// It speaks when it is asked to.
    #[default]
    Ready,
    /// A screen reader reads the window, so nothing is spoken twice.
    Read,
    /// The system's speech service is not there.
    Missing {
        /// The program that was looked for.
        program: String,
    },
    /// The speech service was asked and could not speak.
    Failed {
        /// The program that was asked.
        program: String,
    },
}

/// A course.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// Its stable id, given back when it is gone on with.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub about: String,
    /// Stages done, and stages in all.
    pub done: (usize, usize),
    /// What comes next, as a sentence.
    pub next: String,
    /// Whether it can be gone on with now.
    pub ready: bool,
}

/// The folder of conversations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Library {
    /// What is in it, in the order to show; playable or not.
    Found(Vec<Entry>),
    /// There is no such folder.
    Missing {
        /// Where it was looked for.
        folder: String,
    },
    /// The folder is there, with no conversation in it.
    Empty {
        /// Where it was looked for.
        folder: String,
    },
}

/// One file of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// It can be played.
    Ready(Scenario),
    /// It cannot be played, and here is why.
    Broken(Broken),
}

/// A conversation that can be played.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// Its stable id, given back when it is chosen.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it plays: "recreation".
    pub sector: String,
    /// The customer's name.
    pub customer: String,
    /// What the customer looks like; nothing where it begins without a face.
    pub portrait: Option<Box<Portrait>>,
    /// About how many minutes it takes, if that is known.
    pub minutes: Option<usize>,
    /// How many beats it has.
    pub beats: usize,
    /// Its language, by its own name: "English".
    pub language: String,
    /// How often this trainee has finished it.
    pub finished: usize,
    /// What of it cannot be read in the window, and what to do, in whole sentences.
    pub unreadable: Option<String>,
}

/// A conversation that cannot be played.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Broken {
    /// Its title, where that much could be read.
    pub title: Option<String>,
    /// The file.
    pub file: String,
    /// Everything that is wrong with it.
    pub problems: Vec<Problem>,
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// Line and column, from 1, where it stands in the file.
    pub place: Option<(usize, usize)>,
    /// What is wrong, as a sentence.
    pub what: String,
    /// What to do about it, as a sentence; may be empty.
    pub help: String,
}

/// An attempt that stopped before its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unfinished {
    /// The conversation's title.
    pub title: String,
    /// The customer's name.
    pub customer: String,
    /// How many decisions were made.
    pub decisions: usize,
    /// When it was begun, in words: "begun today at 17:05"; may be empty.
    pub when: String,
    /// What of it cannot be read here, and where it can; nothing where all of it can.
    pub unreadable: Option<String>,
}

/// The smallest text size, in percent.
pub const MIN_TEXT: u16 = 80;
/// The largest text size, in percent.
pub const MAX_TEXT: u16 = 250;
/// The sizes between which `−` and `+` step.
pub const TEXT_STEPS: [u16; 9] = [80, 90, 100, 110, 125, 150, 175, 200, 250];

/// What the trainee asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Open the conversation with this id.
    Open(String),
    /// Go on with the course of this id.
    GoOn(String),
    /// Go on with the unfinished attempt.
    Continue,
    /// Begin the conversation of the unfinished attempt again.
    StartAfresh,
    /// Look for conversations again.
    LookAgain,
    /// Set the text size, in percent.
    SetTextSize(u16),
    /// Set reduced motion.
    SetReducedMotion(bool),
    /// Set whether lines appear whole.
    SetWordsAtOnce(bool),
    /// Set whether timers run.
    SetTimers(bool),
    /// Set the colours.
    SetTheme(Theme),
    /// Set whether the window fills the screen.
    SetFullScreen(bool),
    /// Set how fast the customer's words come.
    SetSpeed(Speed),
    /// Set whether lines stay on screen.
    SetKeepLines(bool),
    /// Set whether the customer's lines are spoken.
    SetSpeak(bool),
    /// Set how loud sounds are, 0–100.
    SetVolume(u8),
    /// Set the interface's language.
    SetLanguage(Language),
    /// Set the group that trains here; none where it is empty.
    SetCohort(String),
    /// Set whether the two questions about work are asked.
    SetAskAboutWork(bool),
    /// Set the trainee's name.
    SetTrainee(String),
    /// Leave the program.
    Quit,
}

/// A group of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Text and colours.
    Looks,
    /// How fast things go, and what is to be heard.
    Pace,
    /// Who plays.
    You,
}

/// What only this screen needs to remember.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UiState {
    /// Which card is selected, from the top.
    pub selected: usize,
    /// Whether the settings are unfolded where they stand above the list.
    pub(super) settings: bool,
    /// Which group of the settings is unfolded.
    pub(super) group: Option<Group>,
    /// The name while it is being written.
    pub(super) name: Option<String>,
    /// The group while it is being written.
    pub(super) cohort: Option<String>,
    /// Whether the selected card must be scrolled into view.
    pub(super) reveal: bool,
    /// Whether the selection was put on the first card that can be played.
    pub(super) placed: bool,
    /// The broken entry whose whole message is shown.
    pub(super) unfolded: Option<usize>,
    /// The broken entry whose message was just copied.
    pub(super) copied: Option<usize>,
}

impl Default for UiState {
    fn default() -> Self {
        // Who cannot read what is here needs larger letters or other colours before anything else.
        let group = Some(Group::Looks);
        Self {
            selected: 0,
            settings: false,
            group,
            name: None,
            cohort: None,
            reveal: false,
            placed: false,
            unfolded: None,
            copied: None,
        }
    }
}
