//! Attempts, from the desk: begun, gone on with, taken again, given up, and the example that is only read.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use super::Desk;
use crate::attempt::{Attempt, Mode, Opening, Place, Playing, interrupt};
use crate::diag::Source;
use crate::library::{self, Entry, told_in};
use crate::plays;
use crate::scenario::{Checked, load};
use crate::session::Given;
use crate::store::Store;
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
            scenario: Arc::clone(scenario),
            text: &source.text,
            rules: Arc::clone(&self.rules),
            seed: None,
            mode: Mode::Practice,
            settings: crate::attempt::Settings::default(),
            trainee,
            course: Some(place),
        };
        let mut playing = Playing::start(opening, self.recorder()).map_err(|_| none.clone())?;
        for given in model {
            playing.answer(given, Duration::ZERO).map_err(|_| none.clone())?;
        }
        Ok(playing)
    }

    /// Goes on with the unfinished attempt: on the text that was kept with it, whatever has become of the file since.
    ///
    /// # Errors
    /// A sentence that says why it cannot be gone on with.
    pub fn resume(&self) -> Result<Playing, String> {
        let attempt = self.unfinished.as_ref().ok_or_else(|| self.words.text("notice-nothing-to-resume"))?;
        let (scenario, _) = self.left_at.clone().ok_or_else(|| self.words.text("notice-scenario-gone"))?;
        Playing::resume(attempt, scenario, Arc::clone(&self.rules), self.recorder())
            .map_err(|why| self.words.format("notice-cannot-resume", &[("why", Value::Text(&why.to_string()))]))
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

    /// Starts an attempt. An unfinished one is given up only where that was asked for; else its place is kept.
    ///
    /// # Errors
    /// A sentence that says why it cannot be started.
    pub fn start(&mut self, opening: Opening<'_>) -> Result<Playing, String> {
        if self.afresh {
            self.give_up();
        }
        Playing::start(opening, self.recorder()).map_err(|why| format!("{why}."))
    }

    /// A new attempt that takes the first `upto` decisions of another again as far as they hold, and how many did not.
    ///
    /// # Errors
    /// A sentence that says why it cannot be started.
    pub fn again(&mut self, before: &Playing, opening: Opening<'_>, upto: usize) -> Result<(Playing, usize), String> {
        if self.afresh {
            self.give_up();
        }
        before.again(opening, upto, self.recorder()).map_err(|why| format!("{why}."))
    }

    /// Records that the unfinished attempt is given up. Where that cannot be written it is offered again next time, which
    /// loses nothing.
    fn give_up(&mut self) {
        if let Some(attempt) = self.unfinished.take() {
            let id: Uuid = attempt.start.attempt;
            let _ = interrupt(&*self.recorder(), id);
        }
    }
}
