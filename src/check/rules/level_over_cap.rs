//! S202: a level above what an error in the same reply lets it be.

use super::{page, written};
use crate::check::finding::Findings;
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;

pub const RULE: Rule = written("S202", "level-over-cap", Severity::Error, page!("S202"), find);

fn find(subject: &Subject<'_>, findings: &mut Findings) {
    for decision in subject.decisions() {
        for reply in decision.replies.iter().filter(|reply| !reply.one.errors.is_empty()) {
            for (competency, written) in reply.one.shows.iter().filter(|(_, written)| **written <= 3) {
                let cap = subject.rules.rubric.effective(competency.as_str(), *written, &reply.one.errors);
                if cap == *written {
                    continue;
                }
                let capping = reply.one.errors.iter().find(|error| {
                    let caps = subject.rules.rubric.error(error).map(|error| &error.caps);
                    caps.and_then(|caps| caps.get(competency.as_str())) == Some(&cap)
                });
                let error = capping.map(String::as_str).unwrap_or_default();
                findings
                    .add(
                        decision.path_of(reply.id).to("shows").to(competency.as_str()),
                        format!("level `{written}` for {competency} is over the cap of the error `{error}`"),
                    )
                    .label(format!("counts as {cap}"))
                    .why("The trainee reads one level here and is given another.")
                    .help(format!("Write `{cap}`, or take `{error}` out if the words do not have that error."))
                    .fix_instead(format!("write `{cap}`"), cap.to_string());
            }
        }
    }
}
