//! A scenario, or its translation, that was written anew while the window is open on it.

use std::sync::Arc;

use super::Desk;
use crate::library::{Entry, minutes, told_in};
use crate::scenario::Checked;

impl Desk {
    /// A scenario or its translation was written anew: from now on it is the one that lies ready. Gives it back as it is told in
    /// a language, in its own where it has no sound translation; none where it cannot be played.
    pub fn rewrite(&mut self, rewritten: Entry, language: &str) -> Option<Arc<Checked>> {
        let own = Arc::clone(rewritten.scenario.as_ref().ok()?);
        let path = rewritten.path.clone();
        self.minutes.extend(minutes(&own, &self.rules).map(|minutes| (own.hash().to_owned(), minutes)));
        self.told.insert(path.clone(), told_in(&own, &path, self.language.tag()));
        let entries = self.library.iter_mut().flatten();
        if let Some(entry) = entries.into_iter().find(|entry| entry.path == path) {
            *entry = rewritten;
        }
        Some(told_in(&own, &path, language))
    }

    /// The language to go on in with a scenario that is on screen: the interface's where it is told as it lies ready here, else
    /// the one it is told in. An attempt that is gone on with stays in the language it began in.
    #[must_use]
    pub fn going_on_in(&self, on_screen: &Checked) -> String {
        let ready = self.entry(&on_screen.id).map(|(_, ready)| ready.language.as_str());
        let as_it_lies_ready = ready.is_none_or(|ready| ready == on_screen.language);
        if as_it_lies_ready { self.language.tag().to_owned() } else { on_screen.language.clone() }
    }
}
