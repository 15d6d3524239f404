//! What a rule reports, still without its place in the text, and how it gets that place.

use std::sync::Arc;

use super::forms::Own;
use super::outline::{Spot, locate};
use crate::diag::{Diagnostic, Fix, Severity, Source};
use crate::scenario::{Part, Step};

/// The way to a part of the scenario, made only when there is something to report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<Step>);

impl Path {
    /// The part one step further in: a field, a map's key, or a list's position.
    #[must_use]
    pub fn to(mut self, step: impl Into<Step>) -> Self {
        self.0.push(step.into());
        self
    }

    /// A field of the scenario itself.
    pub fn field(name: &str) -> Self {
        Self::default().to(name)
    }

    /// A beat.
    pub fn beat(id: impl AsRef<str>) -> Self {
        Self::field("beats").to(id.as_ref())
    }
}

/// One finding about a part of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    path: Path,
    part: Part,
    quote: Option<String>,
    title: String,
    label: Option<String>,
    why: Option<String>,
    help: Option<String>,
    /// What a fix is called, and what it writes for what is underlined.
    plan: Option<(String, String)>,
}

impl Finding {
    /// Underlines the name or key that leads to the part, not its value.
    pub fn at_name(&mut self) -> &mut Self {
        self.part = Part::Name;
        self
    }

    /// Underlines these words of the part, where they stand in it as they are.
    pub fn quoting(&mut self, words: impl Into<String>) -> &mut Self {
        self.quote = Some(words.into());
        self
    }

    /// A word at the underlined place.
    pub fn label(&mut self, label: impl Into<String>) -> &mut Self {
        self.label = Some(label.into());
        self
    }

    /// Why it matters to the trainee or the author.
    pub fn why(&mut self, why: impl Into<String>) -> &mut Self {
        self.why = Some(why.into());
        self
    }

    /// What to do.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// It is certainly put right by writing `text` for what is underlined.
    pub fn fix_instead(&mut self, title: impl Into<String>, text: impl Into<String>) -> &mut Self {
        self.plan = Some((title.into(), text.into()));
        self
    }

    fn into_diagnostic(self, code: &'static str, severity: Severity, source: &Arc<Source>, spot: Spot) -> Diagnostic {
        let text = source.text.as_str();
        let quoted = self.quote.as_ref().and_then(|quote| {
            let at = text.get(spot.whole.clone())?.find(quote.as_str())?;
            Some(spot.whole.start + at..spot.whole.start + at + quote.len())
        });
        let exact = self.quote.is_none() || quoted.is_some();
        let span = quoted.unwrap_or(spot.shown);
        // What is not found as it is written, for example because of an escape, is left to the author.
        let fix = self.plan.filter(|_| exact).map(|(title, text)| Fix::replace(title, span.clone(), text));
        Diagnostic {
            code,
            severity,
            title: self.title,
            source: Arc::clone(source),
            span: Some(span),
            label: self.label,
            why: self.why,
            help: self.help,
            fix,
        }
    }
}

/// What a rule has found so far.
#[derive(Debug)]
pub struct Findings {
    code: &'static str,
    severity: Severity,
    found: Vec<Finding>,
}

impl Findings {
    /// None yet, of the rule with this code.
    pub(super) fn of(code: &'static str, severity: Severity) -> Self {
        Self { code, severity, found: Vec::new() }
    }

    /// Adds a finding about the part at `path`.
    pub fn add(&mut self, path: Path, title: impl Into<String>) -> &mut Finding {
        let finding = Finding {
            path,
            part: Part::Value,
            quote: None,
            title: title.into(),
            label: None,
            why: None,
            help: None,
            plan: None,
        };
        self.found.push_mut(finding)
    }
}

/// Every finding of several rules with its place, for which the text is gone through once. `own` is the form that was looked at.
pub(super) fn into_diagnostics(
    findings: Vec<Findings>,
    source: &Arc<Source>,
    own: Option<&Own<'_>>,
) -> Vec<Diagnostic> {
    let of_one = |rule: Findings| rule.found.into_iter().map(move |finding| (rule.code, rule.severity, finding));
    let mut found = told_once(findings.into_iter().flat_map(of_one).collect());
    if let Some(own) = own {
        for (_, _, finding) in &mut found {
            finding.path.0 = own.way(std::mem::take(&mut finding.path.0));
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let wanted: Vec<_> = found.iter().map(|(_, _, finding)| (finding.path.0.as_slice(), finding.part)).collect();
    let spots = locate(&source.text, &wanted);
    found
        .into_iter()
        .zip(spots)
        .map(|((code, severity, finding), spot)| finding.into_diagnostic(code, severity, source, spot))
        .collect()
}

/// Conditions of which it is known what they are worth.
const FIXED: [&str; 2] = ["S203", "S204"];
/// What can follow from them: a reply never offered, a text or way never taken.
const FOLLOWS: [&str; 2] = ["S502", "S503"];

/// What follows from a condition that never or always holds is told with the condition, and not once more.
fn told_once(mut found: Vec<(&'static str, Severity, Finding)>) -> Vec<(&'static str, Severity, Finding)> {
    let conditions: Vec<(&'static str, Path)> = found
        .iter()
        .filter(|(code, ..)| FIXED.contains(code))
        .map(|(code, _, one)| (*code, one.path.clone()))
        .collect();
    found.retain(|(code, _, finding)| {
        let part = finding.path.0.as_slice();
        !FOLLOWS.contains(code)
            || conditions.iter().all(|(which, condition)| match (which, part.split_last()) {
                // Never: what it stands in is never come to. Always: what comes after it in the list.
                (&"S204", Some((Step::Item(item), list))) => match condition.0.get(list.len()) {
                    Some(Step::Item(earlier)) => !(condition.0.starts_with(list) && earlier < item),
                    Some(Step::Key(_)) | None => true,
                },
                (&"S203", _) => !condition.0.starts_with(part),
                _ => true,
            })
    });
    found
}
