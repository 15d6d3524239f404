//! What is wrong or weak in a scenario. A rule is one file in `rules`, with a page of explanation in `docs/checks`; what the
//! loader finds has its pages there too. Nothing here reads files or prints.

mod allow;
mod before;
mod beside;
mod finding;
mod forms;
mod graph;
mod language;
mod outline;
mod proof;
mod rule;
mod rules;
mod scan;
mod subject;
mod together;

use std::collections::BTreeSet;
use std::sync::Arc;

pub use beside::{check_guide, check_translation};
pub(crate) use language::{lix, words};
pub use rule::{Finds, Rule};
pub use rules::RULES;

use crate::diag::{Diagnostic, Severity, Source};
use crate::scenario::{Checked, Rules, Scenario, load, parse, show_apologies};
use finding::into_diagnostics;
use forms::Own;
use proof::Proof;
use subject::Subject;

/// What to leave out, and what to take more seriously.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Codes of warnings that are not wanted.
    pub allow: BTreeSet<&'static str>,
    /// Codes of warnings that count as errors.
    pub deny: BTreeSet<&'static str>,
    /// Leave out what needs every state of the conversation, which can take seconds.
    pub quick: bool,
}

/// The rule with this code or name.
#[must_use]
pub fn find_rule(code_or_name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.is_called(code_or_name))
}

/// Everything that is wrong or weak in one scenario file, in order of the places, then of the codes. The same text under the
/// same rules and options gives the same findings.
#[must_use]
pub fn check(source: &Arc<Source>, rules: &Rules, options: &Options) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = Vec::new();
    for rule in RULES.iter().filter(|rule| !options.leaves_out(rule)) {
        if let Finds::Text(find) = rule.finds {
            findings.extend(find(source));
        }
    }
    let complete = match load(source, rules) {
        Ok(scenario) => {
            findings.extend(of_scenario(&scenario, Some(&scenario), source, rules, options, None));
            forms::add(&scenario, source, rules, options, &mut findings);
            together::give_back(scenario);
            true
        }
        Err(problems) => {
            findings.extend(problems);
            // What points nowhere can still be read by people.
            if let Some(mut scenario) = parse(source) {
                show_apologies(&mut scenario, rules);
                findings.extend(of_scenario(&scenario, None, source, rules, options, None));
            }
            false
        }
    };
    in_order(source, options, complete, findings)
}

/// The findings of a file that are wanted, in order; where it could not be looked at in full (`complete` is false) no `// allow:`
/// is called unused.
#[must_use]
pub fn in_order(
    source: &Arc<Source>,
    options: &Options,
    complete: bool,
    mut findings: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    allow::apply(source, options, complete, &mut findings);
    findings.retain(|finding| finding.severity == Severity::Error || !options.allow.contains(finding.code));
    for finding in findings.iter_mut().filter(|finding| options.deny.contains(finding.code)) {
        finding.severity = Severity::Error;
    }
    let place = |finding: &Diagnostic| finding.span.as_ref().map(|span| (span.start, span.end));
    findings.sort_by(|one, other| (place(one), one.code, &one.title).cmp(&(place(other), other.code, &other.title)));
    findings
}

impl Options {
    fn leaves_out(&self, rule: &Rule) -> bool {
        rule.severity == Severity::Warning && self.allow.contains(rule.code)
    }
}

fn of_scenario(
    scenario: &Scenario,
    sound: Option<&Checked>,
    source: &Arc<Source>,
    rules: &Rules,
    options: &Options,
    own: Option<&Own<'_>>,
) -> Vec<Diagnostic> {
    let subject = Subject::new(scenario, rules, source);
    let proof = sound.filter(|_| !options.quick).and_then(|scenario| Proof::of(scenario, rules));
    let wanted: Vec<&Rule> = RULES.iter().filter(|rule| !options.leaves_out(rule)).collect();
    let findings = together::each(&wanted, scenario.beats.len(), |rule, findings| match rule.finds {
        Finds::Written(find) => find(&subject, findings),
        Finds::Sound(find) if sound.is_some() => find(&subject, findings),
        Finds::Proved(find) => {
            if let Some(proof) = &proof {
                find(&subject, proof, findings);
            }
        }
        Finds::Sound(_)
        | Finds::Opening
        | Finds::Loading
        | Finds::Allowing
        | Finds::Text(_)
        | Finds::Translating
        | Finds::Testing
        | Finds::Guiding
        | Finds::Coursing => {}
    });
    into_diagnostics(findings, source, own)
}
