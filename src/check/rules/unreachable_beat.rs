//! S201: a beat to which no way leads from the start.

use super::{page, sound};
use crate::check::finding::{Findings, Path};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;

pub const RULE: Rule = sound("S201", "unreachable-beat", Severity::Error, page!("S201"), find);

fn find(subject: &Subject<'_>, findings: &mut Findings) {
    let graph = subject.graph();
    for ((id, _), _) in graph.beats.iter().zip(&graph.reached).filter(|(_, reached)| !**reached) {
        findings
            .add(Path::beat(id), format!("no way leads to the beat `{id}`"))
            .at_name()
            .why("Nobody will ever see it, and reports would wait for it in vain.")
            .help(format!("Let a reply go `to: \"{id}\"`, or take the beat out."));
    }
}
