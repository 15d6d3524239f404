//! S213: a beat that says it scores a competency, and no reply there shows it.

use super::{page, written};
use crate::check::finding::{Findings, Path};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;
use crate::scenario::{LISTENING, Reply};

pub const RULE: Rule = written("S213", "scores-nothing", Severity::Warning, page!("S213"), find);

fn find(subject: &Subject<'_>, findings: &mut Findings) {
    let mut decisions = subject.decisions().iter().peekable();
    for (id, beat) in &subject.scenario.beats {
        let decision = decisions.next_if(|decision| decision.beat_id == id);
        for (item, competency) in beat.scores.iter().flatten().enumerate() {
            let known = subject.rules.rubric.competency(competency.as_str()).is_some();
            let scored = match &beat.reply {
                Some(Reply::Paraphrase(_)) => competency.as_str() == LISTENING,
                Some(Reply::Choose(_) | Reply::Commit(_)) | None => {
                    decision.is_some_and(|decision| decision.best.iter().any(|(id, _)| *id == competency.as_str()))
                }
            };
            if known && !scored {
                findings
                    .add(Path::beat(id).to("scores").to(item), format!("nothing here can earn anything for {competency}"))
                    .why("A decision in which the best level is 0 is not scored, so the trainee is not assessed on what the beat claims.")
                    .help(format!("Give a reply a level for it (`shows: {{\"{competency}\": 2}}`), or take it out of `scores`."));
            }
        }
    }
}
