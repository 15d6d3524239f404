//! What somebody sets out with.

use std::sync::Arc;

use super::record::{Mode, Place, Settings};
use crate::scenario::{Checked, Rules};

/// What a new attempt is started with.
#[derive(Clone, Debug)]
pub struct Opening<'a> {
    /// What is played.
    pub scenario: Arc<Checked>,
    /// Its text, which is kept beside the record.
    pub text: &'a str,
    /// The rules.
    pub rules: Arc<Rules>,
    /// The order of what is shown; by chance where there is none.
    pub seed: Option<u64>,
    /// Practice or assessment.
    pub mode: Mode,
    /// Settings that help.
    pub settings: Settings,
    /// The name the trainee chose.
    pub trainee: Option<String>,
    /// Where on a course it is played; none outside courses.
    pub course: Option<Place>,
}

impl<'a> Opening<'a> {
    /// A nameless practice attempt in an order by chance, outside courses and with no setting that helps.
    #[must_use]
    pub fn new(scenario: Arc<Checked>, text: &'a str, rules: Arc<Rules>) -> Self {
        Self {
            scenario,
            text,
            rules,
            seed: None,
            mode: Mode::Practice,
            settings: Settings::default(),
            trainee: None,
            course: None,
        }
    }
}
