//! Everything that lies ready while the window is open: the rules, the interface's texts, the scenarios, the store.

mod attempts;
mod keeping;
mod left;
mod rewritten;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use bevy::prelude::Resource;
use jiff::Timestamp;

use super::letters::Extra;
use crate::attempt::Attempt;
use crate::course::{self, Course, Progress};
use crate::diag::Source;
use crate::guide::{self, Guide};
use crate::library::{self, Entry, minutes, told_in};
use crate::scenario::{Checked, Rules};
use crate::store::{Background, Sqlite, Store};
use crate::words::{Language, Value, Words};

pub use left::{GoingOn, Left};

/// Where files are.
#[derive(Clone, Debug)]
pub struct Places {
    /// Folder of the scenarios.
    pub scenarios: PathBuf,
    /// Data folder: attempts and settings.
    pub data: PathBuf,
    /// One scenario to open at once.
    pub open: Option<PathBuf>,
}

/// What lies ready.
#[derive(Resource, Debug)]
pub struct Desk {
    /// Where files are.
    pub places: Places,
    /// The typefaces of the data folder, read when the program started.
    pub extra: Extra,
    /// Where attempts are kept.
    store: Arc<dyn Store>,
    /// Writes there on a thread of its own, where that was asked for.
    writer: Option<Arc<Background>>,
    /// What is played and scored under.
    pub rules: Arc<Rules>,
    /// The language of the interface.
    pub language: Language,
    /// The interface's texts.
    pub words: Words,
    /// The scenarios, or a sentence that says why there are none.
    pub library: Result<Vec<Entry>, String>,
    /// Those that can be played, told in the interface's language where they have been translated; by file.
    told: BTreeMap<PathBuf, Arc<Checked>>,
    /// The courses of the folder.
    pub courses: Vec<Course>,
    /// The facilitators' pages, by the id of their scenario.
    pub guides: BTreeMap<String, Guide>,
    /// Every attempt that is kept.
    pub attempts: Vec<Attempt>,
    /// The name of whoever sits here; none where they chose none.
    pub trainee: Option<String>,
    /// The group that trains here, for attempts that begin now; none where there is none.
    pub cohort: Option<String>,
    /// The latest attempt of theirs that was not finished.
    pub unfinished: Option<Attempt>,
    /// The scenario of that attempt as it was played, with its text.
    pub left_at: Option<(Arc<Checked>, Arc<Source>)>,
    /// About how many minutes each scenario takes, by hash.
    pub minutes: BTreeMap<String, usize>,
    /// The hash of the scenario of each attempt that was played to its end.
    pub finished: Vec<String>,
    /// What the trainee should know, each a whole sentence.
    pub notices: Vec<String>,
}

impl Desk {
    /// Lays everything ready, in English.
    #[must_use]
    pub fn new(places: Places) -> Self {
        Self::speaking(Language::English, places)
    }

    /// Lays everything ready, in a language.
    #[must_use]
    pub fn speaking(language: Language, places: Places) -> Self {
        Self::keeping(Arc::new(Sqlite::in_folder(&places.data)), language, places)
    }

    /// Lays everything ready, in a language, for attempts that are kept in this store.
    #[must_use]
    pub fn keeping(store: Arc<dyn Store>, language: Language, places: Places) -> Self {
        let mut desk = Self {
            extra: Extra::read(&Extra::folder(&places.data)),
            store,
            writer: None,
            places,
            rules: Arc::new(Rules::builtin()),
            language,
            words: Words::of(language),
            library: Ok(Vec::new()),
            told: BTreeMap::new(),
            courses: Vec::new(),
            guides: BTreeMap::new(),
            attempts: Vec::new(),
            trainee: None,
            cohort: None,
            unfinished: None,
            left_at: None,
            minutes: BTreeMap::new(),
            finished: Vec::new(),
            notices: Vec::new(),
        };
        desk.look_again();
        desk
    }

    /// Goes over to another language.
    pub fn speak(&mut self, language: Language) {
        self.language = language;
        self.words = Words::of(language);
        self.look_again();
    }

    /// Reads the folders again.
    pub fn look_again(&mut self) {
        self.library = library::list(&self.places.scenarios, &self.rules);
        if let (Some(path), Ok(entries)) = (&self.places.open, &mut self.library)
            && !entries.iter().any(|entry| entry.path == *path)
        {
            entries.insert(0, library::read(path, &self.rules));
        } else if let (Some(path), Err(_)) = (&self.places.open, &self.library) {
            self.library = Ok(vec![library::read(path, &self.rules)]);
        }
        let playable = self.library.iter().flatten().filter_map(|entry| Some((entry, entry.scenario.as_ref().ok()?)));
        let told = |(entry, own): (&Entry, _)| (entry.path.clone(), told_in(own, &entry.path, self.language.tag()));
        self.told = playable.map(told).collect();
        if let Ok(entries) = &mut self.library {
            // Whoever reads one language best finds first what is told in it.
            let told =
                |entry: &Entry| self.told.get(&entry.path).map(|scenario| scenario.language == self.language.tag());
            entries.sort_by_key(|entry| (entry.scenario.is_err(), told(entry) != Some(true)));
        }
        self.notices.clear();
        self.lay_out_courses();
        self.lay_out_guides();
        for file in &self.extra.unreadable {
            let file = file.display().to_string();
            self.notices.push(self.words.format("notice-no-typeface", &[("file", Value::Text(&file))]));
        }
        self.read_attempts();
        let playable = self.library.iter().flatten().filter_map(|entry| entry.scenario.as_ref().ok());
        self.minutes = playable
            .chain(self.left_at.iter().map(|(scenario, _)| scenario))
            .filter_map(|scenario| Some((scenario.hash().to_owned(), minutes(scenario, &self.rules)?)))
            .collect();
    }

    fn lay_out_courses(&mut self) {
        self.courses.clear();
        for path in library::courses(&self.places.scenarios) {
            if let Ok(course) = library::read_source(&path).and_then(|source| course::read(&source)) {
                self.courses.push(course);
            } else {
                let file = path.display().to_string();
                self.notices.push(self.words.format("notice-course-broken", &[("file", Value::Text(&file))]));
            }
        }
    }

    fn lay_out_guides(&mut self) {
        let playable = self.library.iter().flatten().filter_map(|entry| Some((entry, entry.scenario.as_ref().ok()?)));
        self.guides = playable
            .filter_map(|(entry, scenario)| {
                let source = library::read_source(&library::guide_path(&entry.path)).ok()?;
                Some((scenario.id.clone(), guide::read(&source).ok()?))
            })
            .collect();
    }

    /// A course, and how far a trainee is on it.
    #[must_use]
    pub fn course(&self, id: &str, trainee: Option<&str>) -> Option<(Course, Progress)> {
        let course = self.courses.iter().find(|course| course.id == id)?.clone();
        let progress = Progress::of(&course, &self.attempts, trainee, Timestamp::now());
        Some((course, progress))
    }

    /// The entry of a scenario that can be played, by its id, and the scenario as it is told here.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<(&Entry, &Arc<Checked>)> {
        let entries = self.library.as_ref().ok()?;
        entries.iter().find_map(|entry| Some((entry, self.told(entry)?)).filter(|(_, scenario)| scenario.id == id))
    }

    /// The scenario of an entry, in the interface's language where it has been translated; none where it cannot be played.
    #[must_use]
    pub fn told<'a>(&'a self, entry: &'a Entry) -> Option<&'a Arc<Checked>> {
        let own = entry.scenario.as_ref().ok()?;
        Some(self.told.get(&entry.path).unwrap_or(own))
    }
}
