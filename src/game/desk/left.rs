//! Attempts that were left in the middle: whose they are, whether they can be gone on with, and how they are given up.

use std::sync::Arc;

use super::Desk;
use crate::attempt::{Attempt, Place, Playing, interrupt};
use crate::diag::Source;
use crate::scenario::Checked;
use crate::store::Filter;
use crate::words::Value;

/// An attempt that was left in the middle.
#[derive(Clone, Debug)]
pub struct Left {
    /// The attempt.
    pub attempt: Attempt,
    /// Where it stands, or a sentence that says why it cannot be gone on with.
    pub going_on: Result<Box<GoingOn>, String>,
}

/// An attempt that stands where it was left.
#[derive(Clone, Debug)]
pub struct GoingOn {
    /// The attempt.
    pub playing: Playing,
    /// Its scenario as it was written then, and is told in the language it was played in.
    pub whole: Arc<Checked>,
    /// The text of that.
    pub source: Arc<Source>,
    /// Whether the scenario has been rewritten since.
    pub rewritten: bool,
}

impl Desk {
    /// Somebody sits down here: from now on it is their attempts that can be gone on with.
    pub fn seat(&mut self, trainee: Option<String>) {
        self.trainee = trainee;
        self.look_for_unfinished();
    }

    /// Finds what whoever sits here left in the middle.
    pub(super) fn look_for_unfinished(&mut self) {
        let own = |one: &&Attempt| one.is_unfinished() && one.start.trainee == self.trainee;
        self.unfinished = self.attempts.iter().rev().find(own).cloned();
        self.left_at = self.unfinished.as_ref().and_then(|attempt| self.scenario_of(attempt));
    }

    /// Goes on with the unfinished attempt: on the text that was kept with it, whatever has become of the file since.
    ///
    /// # Errors
    /// A sentence that says why it cannot be gone on with.
    pub fn resume(&self) -> Result<Playing, String> {
        let attempt = self.unfinished.as_ref().ok_or_else(|| self.words.text("notice-nothing-to-resume"))?;
        self.go_on_with(attempt).map(|going_on| going_on.playing)
    }

    /// What somebody left in the middle of a scenario, at a place on a course or outside courses; the latest of it, as it is in the
    /// store now.
    #[must_use]
    pub fn left_in(&self, scenario: &str, trainee: Option<&str>, course: Option<&Place>) -> Option<Left> {
        self.wait_until_kept();
        let filter = Filter { scenario: Some(scenario.to_owned()), finished: Some(false), ..Filter::default() };
        let own = |one: &Attempt| {
            let start = &one.start;
            one.is_unfinished() && start.trainee.as_deref() == trainee && start.course.as_ref() == course
        };
        let attempt = self.store().attempts(&filter).ok()?.into_iter().rev().find(own)?;
        let going_on = self.go_on_with(&attempt).map(Box::new);
        Some(Left { attempt, going_on })
    }

    fn go_on_with(&self, attempt: &Attempt) -> Result<GoingOn, String> {
        let (whole, source) = self.scenario_of(attempt).ok_or_else(|| self.words.text("notice-scenario-gone"))?;
        let playing = Playing::resume(attempt, Arc::clone(&whole), Arc::clone(&self.rules), self.recorder())
            .map_err(|why| self.words.format("notice-cannot-resume", &[("why", Value::Text(&why.to_string()))]))?;
        let rewritten = self.entry(&whole.id).is_some_and(|(_, now)| now.hash() != whole.hash());
        Ok(GoingOn { playing, whole, source, rewritten })
    }

    /// Records that an attempt is given up. Where that cannot be written it is offered again next time, which loses nothing.
    pub fn give_up(&self, attempt: &Attempt) {
        let _ = interrupt(&*self.recorder(), attempt.start.attempt);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::Line;
    use crate::game::desk::Places;

    const LINES: [&str; 2] = [
        r#"{"event":"start","attempt":"5b1e8a8e-6a0f-4c9c-8f57-0d0c6f4d4f10","scenario":"heated-pool","hash":"h","shape":"s","rules":"r","program":"1","seed":1,"persona":"analytical","language":"en","mode":"practice","trainee":"Asha","started":"2026-01-01T00:00:00Z"}"#,
        r#"{"event":"decision","attempt":"5b1e8a8e-6a0f-4c9c-8f57-0d0c6f4d4f10","n":1,"beat":"desk","reply":"own","ms":5}"#,
    ];

    #[test]
    fn what_was_played_on_a_text_that_is_not_kept_says_why_it_cannot_be_gone_on_with() {
        let folder = tempfile::tempdir().expect("a folder");
        let scenarios = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let desk = Desk::new(Places { scenarios, data: folder.path().to_owned(), open: None });
        let lines = LINES.map(|line| serde_json::from_str::<Line>(line).expect("a line"));
        desk.store().append(&lines).expect("kept");
        let left = desk.left_in("heated-pool", Some("Asha"), None).expect("it was left");
        let why = left.going_on.expect_err("nobody has that text");
        assert!(why.contains("not kept here any more"), "{why}");
        for (scenario, trainee) in
            [("heated-pool", Some("Otieno")), ("heated-pool", None), ("wrong-form", Some("Asha"))]
        {
            assert!(desk.left_in(scenario, trainee, None).is_none(), "{scenario} {trainee:?}");
        }
        desk.give_up(&left.attempt);
        assert!(desk.left_in("heated-pool", Some("Asha"), None).is_none(), "it was given up");
    }
}
