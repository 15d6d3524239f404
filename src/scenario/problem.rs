//! What keeps a scenario from being played, still without its place in a text, and the collecting of it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::locate::{Part, Step, Tree};
use crate::diag::{Diagnostic, Fix, Severity, Source, did_you_mean, only_near, with_comma};
use crate::rubric::is_id;

/// More findings than this are counted, not listed: by then the file is broken in one way many times over.
const MOST_LISTED: usize = 1_000;

/// The code of the finding that says how many there are besides.
pub const MORE: &str = "S126";

/// The code of an id that points nowhere.
const NOWHERE: &str = "S101";

/// Words compared while looking for what was meant, over all findings of a file; it keeps a huge file from being slow.
const MOST_COMPARED: usize = 200_000;

/// A finding about the part of the scenario at `path`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub code: &'static str,
    pub title: String,
    pub why: Option<String>,
    pub help: String,
    pub path: Vec<Step>,
    pub part: Part,
    pub repair: Option<Repair>,
}

/// What certainly puts a finding right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// This word was meant to be that one.
    Respell(String, String),
    /// The item goes from its list.
    TakeOut,
}

impl Problem {
    /// The finding with its place in the source.
    pub fn into_diagnostic(self, source: &Arc<Source>, tree: Option<&Tree<'_>>) -> Diagnostic {
        let span = tree.and_then(|tree| tree.find(&self.path, self.part));
        let fix = span.as_ref().zip(self.repair).and_then(|(span, repair)| match repair {
            Repair::Respell(word, meant) => respell(source, span, &word, &meant),
            Repair::TakeOut => Some(Fix::replace("take it out", with_comma(&source.text, span), "")),
        });
        Diagnostic {
            code: self.code,
            severity: Severity::Error,
            title: self.title,
            source: Arc::clone(source),
            span,
            label: None,
            why: self.why,
            help: Some(self.help),
            fix,
        }
    }
}

/// Puts one word in the place of another, where that certainly stands in the line from `span` on: by itself, or behind the
/// slash of `"beat/reply"`.
fn respell(source: &Source, span: &Range<usize>, word: &str, meant: &str) -> Option<Fix> {
    let line = source.text.get(span.start..)?.lines().next()?;
    let ends = [format!("\"{word}\""), format!("/{word}\""), format!("\"{word}/")];
    let mut places = ends.iter().flat_map(|written| line.match_indices(written.as_str())).map(|(at, _)| at);
    let at = places.next()?;
    // Further ones on the line may be other parts, unless the first is just what is underlined.
    let certain = at == 0 || places.next().is_none();
    let start = span.start + at + 1;
    certain.then(|| Fix::replace(format!("write `{meant}`"), start..start + word.len(), meant))
}

/// Takes back what is not certain after all. An id of the file's own that is missing under the same name in several places was not
/// misspelt in each: its part was taken out, or is misspelt itself. Nor was an id meant that is none.
fn leave_to_the_author(found: &mut [Problem]) {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for problem in found.iter().filter(|problem| problem.code == NOWHERE) {
        if let Some(Repair::Respell(word, _)) = &problem.repair {
            *times.entry(word.clone()).or_default() += 1;
        }
    }
    for problem in found.iter_mut().filter(|problem| problem.code == NOWHERE) {
        problem.repair = problem.repair.take().filter(|repair| match repair {
            Repair::Respell(word, meant) => times.get(word) == Some(&1) && is_id(meant),
            Repair::TakeOut => true,
        });
    }
}

/// Everything found in a scenario so far.
#[derive(Debug, Default)]
pub struct Problems {
    found: RefCell<Vec<Problem>>,
    not_listed: Cell<usize>,
    compared: Cell<usize>,
}

impl Problems {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// All findings; where there were too many to list, the last says so.
    pub fn into_list(self) -> Vec<Problem> {
        let mut found = self.found.into_inner();
        leave_to_the_author(&mut found);
        let more = self.not_listed.get();
        if more > 0 {
            found.push(Problem {
                code: MORE,
                title: format!("there are {more} more findings"),
                why: None,
                help: format!("Put the first {MOST_LISTED} right, and look again."),
                path: Vec::new(),
                part: Part::Value,
                repair: None,
            });
        }
        found
    }

    fn push(&self, problem: Problem) -> Reported<'_> {
        let mut found = self.found.borrow_mut();
        if found.len() < MOST_LISTED {
            found.push(problem);
            Reported(Some(self))
        } else {
            self.not_listed.set(self.not_listed.get() + 1);
            Reported(None)
        }
    }

    /// What to do about `word`, which is none of `known`, and the one it was certainly meant to be.
    fn suggest<'k>(&self, word: &str, known: impl IntoIterator<Item = &'k str> + Clone) -> (String, Option<&'k str>) {
        let left = MOST_COMPARED - self.compared.get();
        let count = known.clone().into_iter().take(left + 1).count();
        if count > left {
            return ("Check the spelling.".to_owned(), None);
        }
        self.compared.set(self.compared.get() + count);
        match did_you_mean(word, known.clone()) {
            Some(near) => (format!("Did you mean `{near}`?"), only_near(word, known)),
            None => (all_known(known), None),
        }
    }
}

/// A finding that was just made.
pub struct Reported<'p>(Option<&'p Problems>);

impl Reported<'_> {
    /// Adds why it matters to the trainee.
    pub fn because(self, why: &str) {
        if let Some(problems) = self.0
            && let Some(problem) = problems.found.borrow_mut().last_mut()
        {
            problem.why = Some(why.to_owned());
        }
    }

    /// Taking the item out of its list puts it right.
    pub fn take_out(self) {
        if let Some(problems) = self.0
            && let Some(problem) = problems.found.borrow_mut().last_mut()
        {
            problem.repair = Some(Repair::TakeOut);
        }
    }
}

/// One step on the way to a part, as long as it is only looked at.
#[derive(Clone, Copy)]
pub enum Link<'a> {
    Key(&'a str),
    Item(usize),
}

impl<'a> From<&'a str> for Link<'a> {
    fn from(key: &'a str) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Link<'_> {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// Where in the scenario a check is looking. The way there is written down only when there is something to report.
#[derive(Clone, Copy)]
pub struct At<'a> {
    outer: Option<(&'a At<'a>, Link<'a>)>,
    problems: &'a Problems,
}

impl<'a> At<'a> {
    /// The whole scenario.
    pub fn root(problems: &'a Problems) -> Self {
        Self { outer: None, problems }
    }

    /// The part one step further in.
    pub fn at<'b>(&'b self, step: impl Into<Link<'b>>) -> At<'b> {
        At { outer: Some((self, step.into())), problems: self.problems }
    }

    /// Reports the value here.
    pub fn report(&self, code: &'static str, title: impl Into<String>, help: impl Into<String>) -> Reported<'a> {
        self.push(code, title.into(), help.into(), Part::Value)
    }

    /// Reports the name or key that leads here.
    pub fn report_name(&self, code: &'static str, title: impl Into<String>, help: impl Into<String>) -> Reported<'a> {
        self.push(code, title.into(), help.into(), Part::Name)
    }

    /// Reports a word that is none of `known`, saying which it may have been meant to be.
    pub fn report_unknown<'k>(
        &self,
        code: &'static str,
        part: Part,
        title: String,
        word: &str,
        known: impl IntoIterator<Item = &'k str> + Clone,
    ) {
        let (help, meant) = self.problems.suggest(word, known);
        let repair = meant.map(|meant| Repair::Respell(word.to_owned(), meant.to_owned()));
        self.problems.push(Problem { code, title, why: None, help, path: self.path(), part, repair });
    }

    fn push(&self, code: &'static str, title: String, help: String, part: Part) -> Reported<'a> {
        self.problems.push(Problem { code, title, why: None, help, path: self.path(), part, repair: None })
    }

    fn path(&self) -> Vec<Step> {
        let mut path = Vec::new();
        let mut here = self.outer;
        while let Some((outer, link)) = here {
            path.push(match link {
                Link::Key(key) => Step::from(key),
                Link::Item(item) => Step::from(item),
            });
            here = outer.outer;
        }
        path.reverse();
        path
    }
}

/// What there is to choose from, where nothing is near to what was written.
fn all_known<'k>(known: impl IntoIterator<Item = &'k str>) -> String {
    let mut known: Vec<&str> = known.into_iter().collect();
    match known.len() {
        0 => "There is none yet: add it first.".to_owned(),
        1..=15 => {
            known.sort_unstable();
            let known: Vec<String> = known.into_iter().map(|word| format!("`{word}`")).collect();
            format!("There are: {}.", known.join(", "))
        }
        more => format!("Check the spelling against the {more} that exist."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_past_the_limit_are_counted() {
        let problems = Problems::default();
        let at = At::root(&problems);
        for item in 0..MOST_LISTED + 7 {
            at.at("list").at(item).report("S111", "wrong", "Change it.").because("It matters.");
        }
        let list = problems.into_list();
        assert_eq!(list.len(), MOST_LISTED + 1);
        assert_eq!(list.last().map(|last| last.title.as_str()), Some("there are 7 more findings"));
        assert!(list.iter().rev().skip(1).all(|problem| problem.why.is_some()));
        assert_eq!(list.first().map(|first| first.path.clone()), Some(vec![Step::from("list"), Step::from(0)]));
    }

    #[test]
    fn suggestions_stop_when_a_file_would_become_slow() {
        let problems = Problems::default();
        let known: Vec<String> = (0..MOST_COMPARED / 2).map(|n| format!("beat-{n}")).collect();
        let suggest = || problems.suggest("beat-0x", known.iter().map(String::as_str)).0;
        assert_eq!(suggest(), "Did you mean `beat-0`?");
        assert_eq!(suggest(), "Did you mean `beat-0`?");
        assert_eq!(suggest(), "Check the spelling.");
    }
}
