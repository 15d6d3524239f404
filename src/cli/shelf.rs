//! The scenarios that attempts were played on, and the attempts recomputed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Places;
use super::language::in_language;
use super::terminal::complain;
use crate::attempt::{Attempt, Start, replay, session_of};
use crate::diag::Source;
use crate::library;
use crate::scenario::{Checked, Rules, load};
use crate::score::{Scorecard, scorecard};
use crate::session::Session;
use crate::store::Store;

/// Where scenarios can be found by their hash: told with the attempts, kept beside their file, in the data folder's store, or in the
/// scenario folder.
pub struct Shelf {
    told: BTreeMap<String, String>,
    beside: Option<PathBuf>,
    store: Option<Arc<dyn Store>>,
    library: Vec<(PathBuf, Arc<Checked>)>,
    rules: Arc<Rules>,
}

impl Shelf {
    /// Looks among the texts told with attempts, beside their file, in the data folder and in the scenario folder.
    pub fn beside(file: Option<&Path>, told: BTreeMap<String, String>, places: &Places, rules: &Arc<Rules>) -> Self {
        let library = library::list(&places.scenarios(), rules).unwrap_or_default();
        Self {
            told,
            beside: file.map(|file| file.parent().unwrap_or(Path::new("")).join("scenarios")),
            store: places.store().ok(),
            library: library.into_iter().filter_map(|entry| Some((entry.path, entry.scenario.ok()?))).collect(),
            rules: Arc::clone(rules),
        }
    }

    /// The session of an attempt as it was played, and what it earned under the present rules.
    ///
    /// # Errors
    /// Why it cannot be replayed, as the end of a sentence.
    pub fn recompute(&self, attempt: &Attempt) -> Result<(Session, Scorecard), String> {
        let scenario = self.played(&attempt.start)?;
        let session = session_of(attempt, scenario, Arc::clone(&self.rules)).map_err(|why| why.to_string())?;
        if attempt.start.rules != self.rules.hash() {
            complain(&format!(
                "The attempt {} was recorded under other rules; its score is recomputed under the present ones.",
                attempt.start.attempt
            ));
        }
        let turns = replay(&session, attempt).map_err(|why| why.to_string())?;
        let card = scorecard(&session, &turns);
        Ok((session, card))
    }

    /// The scenario of an attempt, in the language it was played in where that is to be had.
    ///
    /// # Errors
    /// Why there is none, as the end of a sentence.
    pub fn played(&self, start: &Start) -> Result<Arc<Checked>, String> {
        let scenario = self
            .find(&start.hash)
            .ok_or("the scenario as it was played is neither kept with the attempts nor in the scenario folder; name its folder with `--scenarios FOLDER`")?;
        Ok(self.as_it_was_told(scenario, start))
    }

    /// The scenario with this hash.
    pub fn find(&self, hash: &str) -> Option<Arc<Checked>> {
        let right = |scenario: &Arc<Checked>| scenario.hash() == hash;
        let of_text = |text: &str| load(&Source::new(format!("{hash}.ron"), text), &self.rules).ok().map(Arc::new);
        let told = || self.told.get(hash).and_then(|text| of_text(text)).filter(right);
        let beside = || {
            let path = self.beside.as_ref()?.join(format!("{hash}.ron"));
            path.is_file().then(|| library::read(&path, &self.rules).scenario.ok())?.filter(right)
        };
        let kept = || of_text(&self.store.as_ref()?.scenario(hash).ok()??).filter(right);
        let library = || self.library.iter().map(|(_, scenario)| scenario).find(|scenario| right(scenario)).cloned();
        told().or_else(beside).or_else(kept).or_else(library)
    }

    /// A scenario in the language it was played in, where the translation lies in the scenario folder. Else in its own language,
    /// and that is told: scores are the same in every language.
    fn as_it_was_told(&self, scenario: Arc<Checked>, start: &Start) -> Arc<Checked> {
        let (language, own) = (&start.language, &scenario.language);
        if language == own {
            return scenario;
        }
        let file = self.library.iter().find(|(_, known)| known.id == scenario.id).map(|(path, _)| path);
        if let Some(Ok(Some(told))) = file.map(|file| in_language(&scenario, file, language)) {
            return told;
        }
        complain(&format!(
            "The attempt {} was played in `{language}`. That translation cannot be read from the scenario folder, so the attempt is told in `{own}`. `--scenarios FOLDER` names another folder.",
            start.attempt
        ));
        scenario
    }
}
