//! S216: a beat that ends the conversation and still says what happens with a reply.

use super::{page, written};
use crate::check::finding::{Findings, Path};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;

pub const RULE: Rule = written("S216", "ending-goes-on", Severity::Warning, page!("S216"), find);

fn find(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, beat) in subject.scenario.beats.iter().filter(|(_, beat)| beat.reply.is_none()) {
        let fields = [
            ("due", beat.due.is_some()),
            ("otherwise", beat.otherwise.is_some()),
            ("scores", beat.scores.as_ref().is_some_and(|scores| !scores.is_empty())),
        ];
        for (field, _) in fields.into_iter().filter(|(_, there)| *there) {
            findings
                .add(
                    Path::beat(id).to(field),
                    format!("the conversation ends in `{id}`, so `{field}` means nothing here"),
                )
                .at_name()
                .why(
                    "A beat without a `reply` is the last one. If it was meant to go on, the trainee would be cut off.",
                )
                .help(format!("Add the `reply`, or take `{field}` out."));
        }
    }
}
