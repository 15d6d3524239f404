//! The level that counts: what the author wrote, lowered by the caps of the errors in the same reply. It never raises a level.

use super::{Rubric, TOP_LEVEL};

impl Rubric {
    /// The level (0–3) that is scored: the least of the written level and the caps of `errors` on this competency. The same
    /// rule serves for what was earned and for what was available. Unknown codes cap nothing.
    #[must_use]
    pub fn effective<S: AsRef<str>>(&self, competency: &str, written: u8, errors: &[S]) -> u8 {
        self.capped(competency, written, errors, true)
    }

    /// The level (0–3) that the customer meets: as [`Rubric::effective`], but without the caps of errors that nobody can see yet.
    /// An over-promise sounds as good as it is written, until it breaks.
    #[must_use]
    pub fn effective_for_customer<S: AsRef<str>>(&self, competency: &str, written: u8, errors: &[S]) -> u8 {
        self.capped(competency, written, errors, false)
    }

    fn capped<S: AsRef<str>>(&self, competency: &str, written: u8, errors: &[S], scoring: bool) -> u8 {
        errors
            .iter()
            .filter_map(|code| self.error(code.as_ref()))
            .filter(|error| scoring || !error.scoring_only)
            .filter_map(|error| error.caps.get(competency).copied())
            .fold(written.min(TOP_LEVEL), u8::min)
    }
}
