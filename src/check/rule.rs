//! What a rule is: a code, a name, how bad a finding is, a page for people, and what finds it.

use super::finding::Findings;
use super::proof::Proof;
use super::subject::Subject;
use crate::diag::{Diagnostic, Severity, Source};
use std::sync::Arc;

/// One thing that can be wrong or weak.
#[derive(Debug)]
pub struct Rule {
    /// Stable code, for example `S201`; `C` is for courses, `G` for facilitators' pages, `P` for plays files.
    pub code: &'static str,
    /// Stable name in kebab case, which says what is wrong.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it finds, why it matters and what to do, with an example of each, as Markdown.
    pub page: &'static str,
    /// What finds it.
    pub finds: Finds,
}

/// What finds a rule's findings, and so what it needs.
#[derive(Debug)]
pub enum Finds {
    /// Whoever reads the file, before there is a text: no example can show it.
    Opening,
    /// The loader, on the way from the text to a sound scenario.
    Loading,
    /// The reader of `// allow: …` comments.
    Allowing,
    /// The text alone, also one that is no scenario.
    Text(fn(&Arc<Source>) -> Vec<Diagnostic>),
    /// A scenario as it is written, also one that points nowhere.
    Written(fn(&Subject<'_>, &mut Findings)),
    /// A scenario that can be played.
    Sound(fn(&Subject<'_>, &mut Findings)),
    /// Whoever compares a translation with its scenario (`translation`).
    Translating,
    /// Whoever compares a facilitator's page with its scenario (`guide`).
    Guiding,
    /// Whoever compares a course with its library (`course`).
    Coursing,
    /// Whoever plays golden conversations (`plays`), for `amends test`.
    Testing,
    /// A scenario that can be played, together with what is known of its states.
    Proved(fn(&Subject<'_>, &Proof, &mut Findings)),
}

impl Rule {
    /// Whether people mean this rule by a code or a name.
    #[must_use]
    pub fn is_called(&self, code_or_name: &str) -> bool {
        self.code.eq_ignore_ascii_case(code_or_name) || self.name == code_or_name
    }

    /// The page's first paragraph: what the rule finds.
    #[must_use]
    pub fn summary(&self) -> String {
        let paragraphs = self.page.split("\n\n");
        paragraphs.map(str::trim).find(|one| !one.starts_with('#')).unwrap_or_default().replace('\n', " ")
    }
}
