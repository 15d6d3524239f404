//! Where the attempts of the desk are kept, and what is known of them there.

use std::sync::Arc;

use super::Desk;
use crate::attempt::{ForCohort, Recorder, not_kept};
use crate::store::{Background, Filter, Store, StoreError};
use crate::words::Value;

impl Desk {
    /// Reads what is kept, once everything handed in is written.
    pub(super) fn read_attempts(&mut self) {
        self.wait_until_kept();
        let place = self.store.place();
        match self.store.ready() {
            Ok(adopted) => {
                for (adopted, first) in adopted.iter().filter_map(|adopted| Some((adopted, adopted.damaged.first()?))) {
                    let file = adopted.file.display().to_string();
                    let n = adopted.damaged.len().into();
                    let values = [("file", Value::Text(&file)), ("line", first.line.into()), ("n", n)];
                    self.notices.push(self.words.format("notice-damaged", &values));
                }
            }
            Err(error) => self.notices.push(not_kept(&place, &error.into())),
        }
        match self.store.attempts(&Filter::default()) {
            Ok(attempts) => {
                let finished = attempts.iter().filter(|one| one.is_finished());
                self.finished = finished.map(|one| one.start.hash.clone()).collect();
                self.attempts = attempts;
                self.look_for_unfinished();
            }
            // A laptop's login may add attempts and read nobody's: nothing is known here of what was played.
            Err(StoreError::MayNot { .. }) => {}
            Err(error) => {
                let values = [("file", Value::Text(&place)), ("why", Value::Text(&error.to_string()))];
                self.notices.push(self.words.format("notice-unreadable", &values));
            }
        }
    }

    /// Waits until everything that was handed in is written, or cannot be.
    pub(super) fn wait_until_kept(&self) {
        if let Some(writer) = &self.writer {
            writer.flush();
        }
    }

    /// The store attempts are kept in.
    #[must_use]
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// What takes attempts down while they are played.
    #[must_use]
    pub fn recorder(&self) -> Arc<dyn Recorder> {
        let recorder: Arc<dyn Recorder> = match &self.writer {
            Some(writer) => Arc::clone(writer) as _,
            None => Arc::clone(&self.store) as _,
        };
        match &self.cohort {
            Some(cohort) => Arc::new(ForCohort::over(recorder, cohort)),
            None => recorder,
        }
    }

    /// Attempts that begin from now on belong to a group; to none where its name is empty.
    pub fn train_with(&mut self, cohort: &str) {
        self.cohort = Some(cohort.trim().to_owned()).filter(|name| !name.is_empty());
    }

    /// From now on attempts are written on a thread of its own, so that a slow disk holds no picture up.
    #[must_use]
    pub fn writing_behind(self) -> Self {
        let writer = Some(Arc::new(Background::of(Arc::clone(&self.store) as _)));
        Self { writer, ..self }
    }
}
