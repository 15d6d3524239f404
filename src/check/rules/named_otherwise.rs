//! S012: a scenario whose id is not its file's name.

use super::{page, written};
use crate::check::finding::{Findings, Path};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;

pub const RULE: Rule = written("S012", "named-otherwise", Severity::Warning, page!("S012"), find);

fn find(subject: &Subject<'_>, findings: &mut Findings) {
    let id = subject.scenario.id.as_str();
    let file = subject.source.name.rsplit(['/', '\\']).next().unwrap_or_default();
    if let Some(name) = file.strip_suffix(".ron").filter(|name| *name != id) {
        findings
            .add(Path::field("id"), format!("the scenario `{id}` stands in a file called `{name}.ron`"))
            .why("Attempts, translations and golden plays find a scenario by its id, and people find it by its file.")
            .help(format!("Call the file `{id}.ron`, or write `id: \"{name}\"` if nobody has played it yet."));
    }
}
