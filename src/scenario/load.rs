//! From a source text to a [`Checked`] scenario, or to everything that keeps it from being played.

use std::sync::Arc;

use ron::error::SpannedResult;
use ron::extensions::Extensions;

use super::broken;
use super::check::Checked;
use super::ids;
use super::model::{FORMAT, Scenario};
use super::plain;
use super::problem::MORE;
use super::rules::Rules;
use super::source::not_text;
use super::syntax::without_mark;
use crate::diag::{Diagnostic, Source};

/// Reads a scenario.
///
/// # Errors
/// Every finding that keeps it from being played, in order of their places: where the text is not a scenario, everything
/// that is certainly not; where it is one, all that points nowhere, is out of range or could never end.
pub fn load(source: &Arc<Source>, rules: &Rules) -> Result<Checked, Vec<Diagnostic>> {
    if let Some(finding) = not_text(source) {
        return Err(vec![finding]);
    }
    let scenario = ids::sharing(|| read(source)).map_err(|error| broken::findings(source, &error))?;
    if !(1..=FORMAT).contains(&scenario.format) {
        return Err(vec![broken::other_format(source, scenario.format)]);
    }
    Checked::new(scenario, rules).map_err(|problems| {
        let tree = super::locate::Tree::parse(&source.text);
        let mut findings: Vec<Diagnostic> =
            problems.into_iter().map(|problem| problem.into_diagnostic(source, tree.as_ref())).collect();
        // How many more there are is said last.
        findings.sort_by_key(|finding| (finding.code == MORE, finding.span.as_ref().map(|span| span.start)));
        findings
    })
}

/// The scenario of a text: by the short way where it is written as nearly all are, which takes a third of the time, else by `ron`.
fn read(source: &Source) -> SpannedResult<Scenario> {
    let (text, _) = without_mark(&source.text);
    plain::read(text).or_else(|plain::Unlike| options().from_str(text))
}

/// The scenario as it is written, which may still point nowhere; nothing where the text is none.
pub(crate) fn parse(source: &Source) -> Option<Scenario> {
    let scenario = read(source).ok()?;
    (1..=FORMAT).contains(&scenario.format).then_some(scenario)
}

/// How every file is read: `Some(…)` may be left out, and `Paraphrase(decoys: …)` needs no second pair of brackets.
pub(crate) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// How a decoy is named in a recorded paraphrase, by its position in the file from 0.
#[must_use]
pub fn fragment_id_of_decoy(position: usize) -> String {
    format!("decoy-{}", position + 1)
}
