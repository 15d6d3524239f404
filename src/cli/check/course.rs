//! Courses in `amends check`: each beside the library it goes through.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::Checked;
use crate::bots::{Bot, simulate};
use crate::check::{Options, in_order};
use crate::course::{self, Difficulty};
use crate::library;
use crate::scenario::{self, Rules};
use crate::session::Session;

/// Plays of each simulated trainee, to compare two measures.
const PLAYS: usize = 200;

/// Checks a course file.
pub fn check(path: &Path, rules: &Arc<Rules>, options: &Options) -> Checked {
    let source = match library::read_source(path) {
        Ok(source) => source,
        Err(finding) => return Checked { source: Arc::clone(&finding.source), findings: vec![*finding] },
    };
    let folder = path.parent().and_then(Path::parent).unwrap_or(Path::new("."));
    let entries = library::list(folder, rules).unwrap_or_default();
    let scenarios: BTreeMap<&str, &Arc<scenario::Checked>> = entries
        .iter()
        .filter_map(|entry| entry.scenario.as_ref().ok())
        .map(|scenario| (scenario.id.as_str(), scenario))
        .collect();
    let found =
        course::check(&source, &scenarios, |scenario| if options.quick { None } else { difficulty(scenario, rules) });
    Checked { findings: in_order(&source, options, true, found), source }
}

fn difficulty(scenario: &Arc<scenario::Checked>, rules: &Arc<Rules>) -> Option<Difficulty> {
    let session = Session::new(Arc::clone(scenario), Arc::clone(rules), 0, None).ok()?;
    let bots = [Bot::find("random")?, Bot::find("skilled")?];
    let rows = simulate(&session, &bots, PLAYS);
    let mean = |bot: &str| rows.iter().find(|row| row.bot == bot)?.overall.map(|overall| overall.mean);
    Some(Difficulty { chance: mean("random")?, skilled: mean("skilled")? })
}
