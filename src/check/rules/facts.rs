//! S205 to S207 and S215: facts that nobody tells, that nothing uses, that are used before they are told, and a scenario in
//! which no fact is the cause.

use std::collections::BTreeSet;

use super::{page, sound, written};
use crate::check::before::{Mark, Moment};
use crate::check::finding::{Findings, Path};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;
use crate::scenario::{Commit, Condition, Reply, Says, Scenario};

pub const NEVER_TOLD: Rule = sound("S205", "fact-never-told", Severity::Warning, page!("S205"), find_never_told);
pub const NEVER_USED: Rule = sound("S206", "fact-never-used", Severity::Warning, page!("S206"), find_never_used);
pub const USED_BEFORE: Rule = sound("S207", "used-before-told", Severity::Error, page!("S207"), find_used_before);
pub const NO_CAUSE: Rule = written("S215", "no-cause", Severity::Warning, page!("S215"), find_no_cause);

fn find_never_told(subject: &Subject<'_>, findings: &mut Findings) {
    let told = told(subject.scenario);
    for id in subject.scenario.facts.keys().filter(|id| !told.contains(id.as_str())) {
        findings
            .add(Path::field("facts").to(id.as_str()), format!("no beat reveals the fact `{id}`"))
            .at_name()
            .why("The trainee can never hear it, and so never take it up.")
            .help(format!(
                "Add it to `reveals` of the beat in which the customer says it, or take it out: `reveals: [\"{id}\"]`."
            ));
    }
}

fn find_never_used(subject: &Subject<'_>, findings: &mut Findings) {
    let told = told(subject.scenario);
    let Some(used) = used(subject.scenario) else { return };
    let idle = |id: &str, root: bool| told.contains(id) && !used.contains(id) && !root;
    for (id, _) in subject.scenario.facts.iter().filter(|(id, fact)| idle(id.as_str(), fact.root_cause)) {
        findings
            .add(
                Path::field("facts").to(id.as_str()),
                format!("the customer tells the fact `{id}`, and nothing can be done with it"),
            )
            .at_name()
            .why("The trainee notes it down, and no reply, paraphrase or condition ever takes it up.")
            .help("Let a reply use it (`uses`), add it to a paraphrase (`about`), or take it out.");
    }
}

fn find_used_before(subject: &Subject<'_>, findings: &mut Findings) {
    let graph = subject.graph();
    for decision in subject.decisions() {
        let Some(beat) = graph.position(decision.beat_id.as_str()) else { continue };
        if !graph.reached.get(beat).copied().unwrap_or(false) {
            continue;
        }
        for reply in &decision.replies {
            for (item, fact) in reply.one.uses.iter().enumerate() {
                if subject.before().may(Mark::Known(fact.as_str()), Moment { beat, after: None }) {
                    continue;
                }
                findings
                    .add(
                        decision.path_of(reply.id).to("uses").to(item),
                        format!("the fact `{fact}` cannot have been told here"),
                    )
                    .why("The trainee would be credited with taking up something nobody has said.")
                    .help("Reveal it in this beat or before, or take it out of `uses`.");
            }
        }
    }
}

fn find_no_cause(subject: &Subject<'_>, findings: &mut Findings) {
    let Scenario { failure, facts, .. } = subject.scenario;
    if failure.severity > 0 && !facts.is_empty() && !facts.values().any(|fact| fact.root_cause) {
        findings
            .add(Path::field("facts"), "no fact is the cause beneath the complaint")
            .at_name()
            .why("Finding the cause is half of listening: a quiet customer who never told it leaves in silence, and nothing here could be found.")
            .help("Mark the fact that explains the others with `root_cause: true`.");
    }
}

fn told(scenario: &Scenario) -> BTreeSet<&str> {
    scenario.beats.values().flat_map(|beat| &beat.reveals).map(AsRef::as_ref).collect()
}

/// Every fact that something can take up; nothing where a paraphrase is about all of them.
fn used(scenario: &Scenario) -> Option<BTreeSet<&str>> {
    let mut used = BTreeSet::new();
    let mut conditions: Vec<&Condition> = Vec::new();
    for beat in scenario.beats.values() {
        conditions.extend(beat.says.iter().flat_map(Says::conditions));
        conditions.extend(beat.silence.iter().flat_map(|silence| silence.to.conditions()));
        match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
                for one in moves.values() {
                    used.extend(one.uses.iter().map(AsRef::<str>::as_ref));
                    conditions.extend(one.when.iter().chain(one.to.conditions()));
                }
            }
            Some(Reply::Paraphrase(paraphrase)) => {
                used.extend(paraphrase.about.as_ref()?.iter().map(AsRef::<str>::as_ref));
                conditions.extend(paraphrase.to.conditions());
            }
            None => {}
        }
    }
    while let Some(condition) = conditions.pop() {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => conditions.extend(parts),
            Condition::Not(part) => conditions.push(part),
            Condition::Knows(fact) | Condition::Noticed(fact) => {
                used.insert(fact.as_str());
            }
            _ => {}
        }
    }
    Some(used)
}
