//! S411 to S413: lines and endings that repeat each other, and a beginning that says nothing.

use rustc_hash::FxHashMap;

use super::{page, written};
use crate::check::finding::{Findings, Path};
use crate::check::language::normal_words;
use crate::check::rule::Rule;
use crate::check::subject::{Kind, Subject, Text};
use crate::diag::Severity;

pub const LINE: Rule = written("S411", "repeated-line", Severity::Warning, page!("S411"), find_line);
pub const OUTCOMES: Rule = written("S412", "same-outcomes", Severity::Warning, page!("S412"), find_outcomes);
pub const BRIEFING: Rule = written("S413", "no-briefing", Severity::Warning, page!("S413"), find_briefing);

/// Shorter lines, such as "Yes, please.", people do say twice.
const FEWEST_WORDS: usize = 6;

fn find_line(subject: &Subject<'_>, findings: &mut Findings) {
    let mut seen: FxHashMap<&str, &Text<'_>> = FxHashMap::default();
    for text in subject.texts().iter().filter(|text| text.kind == Kind::Says) {
        if normal_words(&text.normal).take(FEWEST_WORDS).count() < FEWEST_WORDS {
            continue;
        }
        match seen.get(text.normal.as_str()) {
            Some(first) if first.beat != text.beat => {
                let beat = first.beat.map_or("", |beat| beat.as_str());
                findings
                    .add(text.path(), format!("the customer says the same in `{beat}`"))
                    .why("Somebody who repeats every word sounds like a machine, and the trainee thinks the reply was not heard.")
                    .help("Let the customer react to what was said, or lead both ways to one beat.");
            }
            Some(_) => {}
            None => {
                seen.insert(&text.normal, text);
            }
        }
    }
}

fn find_outcomes(subject: &Subject<'_>, findings: &mut Findings) {
    let mut seen: FxHashMap<&str, String> = FxHashMap::default();
    let outcomes: Vec<&Text<'_>> = subject.texts().iter().filter(|text| text.kind == Kind::Outcome).collect();
    for (text, outcome) in outcomes.iter().zip(subject.scenario.outcomes.keys()) {
        let name = format!("{outcome:?}");
        if normal_words(&text.normal).next().is_none() {
            continue;
        }
        match seen.get(text.normal.as_str()) {
            Some(other) => {
                findings
                    .add(text.path(), format!("`{name}` and `{other}` are told in the same words"))
                    .why("The trainee reads the same end for two different ones, and cannot see what the replies changed.")
                    .help("Say what the customer does then: a customer who complains and one who walks away do different things.");
            }
            None => {
                seen.insert(&text.normal, name);
            }
        }
    }
}

fn find_briefing(subject: &Subject<'_>, findings: &mut Findings) {
    if subject.scenario.briefing.trim().is_empty() {
        findings
            .add(Path::field("briefing"), "nothing says what the trainee knows at the start")
            .why("The trainee would have to guess what they may know and do.")
            .help("Add `briefing: \"…\"`: one or two sentences.");
    }
}
