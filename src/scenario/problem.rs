//! What keeps a scenario from being played, still without its place in a text.

use std::ops::Range;
use std::sync::Arc;

use super::locate::{Part, Step, Tree};
use crate::diag::{Diagnostic, Fix, Severity, Source, did_you_mean, only_near};

/// A finding about the part of the scenario at `path`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub code: &'static str,
    pub title: String,
    pub label: Option<String>,
    pub why: Option<String>,
    pub help: Option<String>,
    pub path: Vec<Step>,
    pub part: Part,
    /// A written word and the one it was certainly meant to be.
    pub meant: Option<(String, String)>,
}

impl Problem {
    /// The finding with its place in the source.
    pub fn into_diagnostic(self, source: &Arc<Source>, tree: Option<&Tree<'_>>) -> Diagnostic {
        let span = tree.and_then(|tree| tree.find(&self.path, self.part));
        let fix = span.as_ref().zip(self.meant).and_then(|(span, (word, meant))| respell(source, span, &word, &meant));
        Diagnostic {
            code: self.code,
            severity: Severity::Error,
            title: self.title,
            source: Arc::clone(source),
            span,
            label: self.label,
            why: self.why,
            help: self.help,
            fix,
        }
    }
}

/// Puts one word in the place of another, where that stands once from `span` to the end of its line.
fn respell(source: &Source, span: &Range<usize>, word: &str, meant: &str) -> Option<Fix> {
    let line = source.text.get(span.start..)?.lines().next()?;
    let quoted = format!("\"{word}\"");
    let mut places = line.match_indices(&quoted);
    let (at, _) = places.next()?;
    let start = span.start + at + 1;
    // Further ones on the line are other parts, unless the span is wider than the word.
    let certain = at == 0 || places.next().is_none();
    certain.then(|| Fix::replace(format!("write `{meant}`"), start..start + word.len(), meant))
}

/// Where in the scenario a check is looking; it collects what is wrong there.
pub struct At<'p> {
    path: Vec<Step>,
    problems: &'p mut Vec<Problem>,
}

impl<'p> At<'p> {
    /// The whole scenario.
    pub fn root(problems: &'p mut Vec<Problem>) -> Self {
        At { path: Vec::new(), problems }
    }

    /// The part one step further in.
    pub fn at(&mut self, step: impl Into<Step>) -> At<'_> {
        let mut path = self.path.clone();
        path.push(step.into());
        At { path, problems: self.problems }
    }

    /// Reports the value here.
    pub fn report(&mut self, code: &'static str, title: impl Into<String>, help: impl Into<String>) -> &mut Problem {
        self.push(code, title.into(), help.into(), Part::Value)
    }

    /// Reports the name or key that leads here.
    pub fn report_name(
        &mut self,
        code: &'static str,
        title: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Problem {
        self.push(code, title.into(), help.into(), Part::Name)
    }

    /// Reports a word that is none of `known`, saying which it may have been meant to be.
    pub fn report_unknown<'k>(
        &mut self,
        code: &'static str,
        part: Part,
        title: String,
        word: &str,
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) {
        let help = match did_you_mean(word, known.clone()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => all_known(known.clone()),
        };
        let meant = only_near(word, known).map(|near| (word.to_owned(), near.to_owned()));
        self.push(code, title, help, part).meant = meant;
    }

    fn push(&mut self, code: &'static str, title: String, help: String, part: Part) -> &mut Problem {
        self.problems.push_mut(Problem {
            code,
            title,
            label: None,
            why: None,
            help: Some(help),
            path: self.path.clone(),
            part,
            meant: None,
        })
    }
}

/// What there is to choose from, where nothing is near to what was written.
fn all_known<'k>(known: impl IntoIterator<Item = &'k str>) -> String {
    let mut known: Vec<_> = known.into_iter().map(|word| format!("`{word}`")).collect();
    known.sort();
    match known.len() {
        0 => "There is none yet: add it first.".to_owned(),
        1..=12 => format!("There are: {}.", known.join(", ")),
        more => format!("Check the spelling against the {more} that exist."),
    }
}

impl Problem {
    /// Adds why it matters to the trainee.
    pub fn because(&mut self, why: impl Into<String>) -> &mut Self {
        self.why = Some(why.into());
        self
    }
}
