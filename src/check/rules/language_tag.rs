//! S014: a language that is not written as a BCP 47 tag.

use unic_langid::LanguageIdentifier;

use super::{page, written};
use crate::check::finding::{Findings, Path};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;

pub const RULE: Rule = written("S014", "language-tag", Severity::Warning, page!("S014"), find);

fn find(subject: &Subject<'_>, findings: &mut Findings) {
    let written = subject.scenario.language.as_str();
    // Tags of five to eight letters are reserved: what has so many is a language's name.
    let is_tag = written.parse::<LanguageIdentifier>().is_ok_and(|tag| (2..=3).contains(&tag.language.as_str().len()));
    if !is_tag {
        findings
            .add(Path::field("language"), format!("`{written}` is no language tag"))
            .why("The tag chooses the hyphenation, the screen reader's voice and the checks of the texts.")
            .help("Write it as in web pages: `en`, `sw`, `fr`, `pt-BR`.");
    }
}
