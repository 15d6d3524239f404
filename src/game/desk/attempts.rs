//! Attempts, from the desk: begun, taken again, and the example that is only read.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::Desk;
use crate::attempt::{Attempt, Opening, Place, Playing};
use crate::diag::Source;
use crate::library::{self, Entry, told_in};
use crate::plays;
use crate::scenario::{Checked, load};
use crate::session::Given;
use crate::words::Value;

impl Desk {
    /// The decisions of a conversation that goes well, taken from the golden plays beside it; none where there is no such play.
    #[must_use]
    pub fn model(&self, scenario: &Arc<Checked>, source: &Source) -> Option<Vec<Given>> {
        let plays = PathBuf::from(&source.name).with_extension("plays.ron");
        plays::model(&library::read_source(&plays).ok()?, scenario, &self.rules)
    }

    /// A conversation that goes well, taken from its golden plays, to be read.
    ///
    /// # Errors
    /// A sentence that says why there is none.
    pub fn example(
        &mut self,
        scenario: &Arc<Checked>,
        source: &Arc<Source>,
        trainee: Option<String>,
        place: Place,
    ) -> Result<Playing, String> {
        let none = self.words.format("notice-no-example", &[("title", Value::Text(&scenario.title))]);
        let model = self.model(scenario, source).ok_or_else(|| none.clone())?;
        let opening = Opening {
            trainee,
            course: Some(place),
            ..Opening::new(Arc::clone(scenario), &source.text, Arc::clone(&self.rules))
        };
        let mut playing = Playing::start(opening, self.recorder()).map_err(|_| none.clone())?;
        for given in model {
            playing.answer(given, Duration::ZERO).map_err(|_| none.clone())?;
        }
        Ok(playing)
    }

    /// The scenario an attempt was played on, in the language it was played in, with its text.
    pub(super) fn scenario_of(&self, attempt: &Attempt) -> Option<(Arc<Checked>, Arc<Source>)> {
        let hash = &attempt.start.hash;
        let kept = self.store.scenario(hash).ok().flatten().map(|text| {
            let source = Source::new(format!("{hash}.ron"), text);
            let scenario = load(&source, &self.rules).map(Arc::new);
            Entry { path: PathBuf::new(), source, scenario }
        });
        let entries = self.library.iter().flatten();
        let (scenario, source) = kept.iter().chain(entries).find_map(|entry| {
            Some((entry.scenario.as_ref().ok()?, &entry.source)).filter(|(scenario, _)| scenario.hash() == hash)
        })?;
        // Translations stand beside the file of the library, not beside the text that was kept.
        let file = self.entry(&scenario.id).map(|(entry, _)| &entry.path);
        let told = file.map(|file| told_in(scenario, file, &attempt.start.language));
        Some((told.unwrap_or_else(|| Arc::clone(scenario)), Arc::clone(source)))
    }

    /// Starts an attempt.
    ///
    /// # Errors
    /// A sentence that says why it cannot be started.
    pub fn start(&self, opening: Opening<'_>) -> Result<Playing, String> {
        Playing::start(opening, self.recorder()).map_err(|why| format!("{why}."))
    }

    /// A new attempt that takes the first `upto` decisions of another again as far as they hold, and how many did not.
    ///
    /// # Errors
    /// A sentence that says why it cannot be started.
    pub fn again(&self, before: &Playing, opening: Opening<'_>, upto: usize) -> Result<(Playing, usize), String> {
        before.again(opening, upto, self.recorder()).map_err(|why| format!("{why}."))
    }
}
