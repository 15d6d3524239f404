//! S218: a word for the customer's looks that nobody draws.

use super::{page, written};
use crate::check::finding::{Findings, Path};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::{Severity, did_you_mean, only_near};
use crate::scenario::Portrait;

pub const RULE: Rule = written("S218", "unknown-look", Severity::Warning, page!("S218"), find);

fn find(subject: &Subject<'_>, findings: &mut Findings) {
    looks(&Path::field("customer"), &subject.scenario.customer.portrait, findings);
    for (id, form) in &subject.scenario.forms {
        if let Some(portrait) = &form.portrait {
            looks(&Path::field("forms").to(id.as_str()), portrait, findings);
        }
    }
}

fn looks(of: &Path, portrait: &Portrait, findings: &mut Findings) {
    for one in portrait.words().iter().filter(|one| !one.is_known()) {
        let known = one.known.iter().copied();
        let (field, word) = (one.field, one.word);
        let finding =
            findings.add(of.clone().to("portrait").to(field), format!("nobody can draw `{field}: \"{word}\"`"));
        finding.why("The trainee meets somebody who looks otherwise than you meant.");
        if let Some(meant) = did_you_mean(word, known.clone()) {
            finding.help(format!("Did you mean `{meant}`?"));
            if only_near(word, known) == Some(meant) {
                finding.fix_instead(format!("write `{meant}`"), format!("\"{meant}\""));
            }
        } else {
            let words: Vec<String> = known.map(|word| format!("`{word}`")).collect();
            finding.help(format!("Write one of {}.", words.join(", ")));
        }
    }
}
