//! S313, S314 and S317: coaching that is missing, that only repeats the line, and sub-skills without the level they explain.

use rustc_hash::FxHashSet;

use super::{page, written};
use crate::check::finding::{Findings, Path};
use crate::check::language::{normal, normal_words};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;
use crate::scenario::Reply;

pub const MISSING: Rule = written("S313", "missing-coaching", Severity::Warning, page!("S313"), find_missing);
pub const REPEATS: Rule = written("S314", "coaching-repeats", Severity::Warning, page!("S314"), find_repeats);
pub const LEVELLESS: Rule = written("S317", "skill-without-level", Severity::Warning, page!("S317"), find_levelless);

fn find_missing(subject: &Subject<'_>, findings: &mut Findings) {
    const WHY: &str = "The debrief shows what a reply earned, and has nothing to say about why.";
    for decision in subject.decisions() {
        let silent: Vec<&str> = decision
            .replies
            .iter()
            .filter(|reply| reply.one.because.trim().is_empty())
            .map(|reply| reply.id.as_str())
            .collect();
        let (path, title) = match silent.as_slice() {
            [] => continue,
            [one] => (decision.path().to(*one), format!("the reply `{one}` has no coaching")),
            [first, ..] if silent.len() < decision.replies.len() => {
                (decision.path().to(*first), format!("the replies {} have no coaching", list(&silent)))
            }
            _ => (Path::beat(decision.beat_id).to("reply"), format!("no reply of `{}` has coaching", decision.beat_id)),
        };
        findings.add(path, title).at_name().why(WHY).help(
            "Add `because: \"…\"`: what it did to the customer, and why, as a supervisor would say it afterwards.",
        );
    }
    for (id, beat) in &subject.scenario.beats {
        if let Some(Reply::Paraphrase(paraphrase)) = &beat.reply
            && paraphrase.because.trim().is_empty()
        {
            findings
                .add(Path::beat(id).to("reply"), format!("the paraphrase in `{id}` has no coaching"))
                .at_name()
                .why(WHY)
                .help("Add `because: \"…\"`: what was worth hearing here.");
        }
    }
}

fn list(ids: &[&str]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => String::new(),
    }
}

fn find_repeats(subject: &Subject<'_>, findings: &mut Findings) {
    for decision in subject.decisions() {
        for reply in &decision.replies {
            let Some(say) = reply.one.say.as_deref().filter(|_| !reply.one.because.is_empty()) else { continue };
            // A repetition is about as long as what it repeats.
            let (short, long) = (say.len().min(reply.one.because.len()), say.len().max(reply.one.because.len()));
            if 2 * short < long {
                continue;
            }
            let coaching = normal(&reply.one.because);
            let said: FxHashSet<&str> = normal_words(&reply.said).collect();
            let all = normal_words(&coaching).count();
            let repeated = normal_words(&coaching).filter(|word| said.contains(word)).count();
            if all >= 4 && 10 * repeated >= 7 * all {
                findings
                    .add(decision.path_of(reply.id).to("because"), "this coaching says the reply again")
                    .why("The trainee has just read that. What helps is what it did to the customer.")
                    .help("Say what the customer heard, felt or did, and what would have helped more.");
            }
        }
    }
}

fn find_levelless(subject: &Subject<'_>, findings: &mut Findings) {
    let rubric = &subject.rules.rubric;
    for decision in subject.decisions() {
        let scored = |competency: &str| decision.best.iter().any(|(id, _)| *id == competency);
        for reply in &decision.replies {
            for (item, code) in reply.one.skills.iter().enumerate() {
                let Some(skill) = rubric.skill(code) else { continue };
                let shown = reply.one.shows.keys().any(|id| id.as_str() == skill.competency);
                // What is not scored here needs no level.
                if !shown && scored(&skill.competency) {
                    findings
                        .add(
                            decision.path_of(reply.id).to("skills").to(item),
                            format!(
                                "`{code}` is a sub-skill of {}, and this reply shows no level for it",
                                skill.competency
                            ),
                        )
                        .why("The debrief praises what the score counts as 0.")
                        .help(format!("Add `\"{}\": …` to `shows`, or take `{code}` out.", skill.competency));
                }
            }
        }
    }
}
