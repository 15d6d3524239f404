//! The table with one row for each decision: what was said, what was given, what it earned, and the feedback that was shown.

use super::attempts::{kebab, who_and_what};
use super::columns::{Columns, column_name, several};
use super::told::Told;
use crate::rubric::Rubric;
use crate::score::{Better, Evidence, LevelShown};
use crate::session::{Ask, Given};

/// The columns of decisions.
#[must_use]
pub fn decisions(rubric: &Rubric) -> Columns {
    let mut columns = Columns::default();
    who_and_what(&mut columns);
    what_was_given(&mut columns);
    levels(&mut columns, rubric);
    feedback(&mut columns);
    columns
}

fn what_was_given(columns: &mut Columns) {
    columns.whole("n", "the decision's number in its attempt, from 1", |told, at| Some(told.decision(at)?.n));
    columns
        .text("beat", "where in the conversation it was taken", |told, at| Some(told.decision(at)?.beat.to_string()));
    columns.text("phase", "before, during or after the service", |told, at| Some(kebab(&told.evidence(at)?.phase)));
    columns.text("channel", "how the two were in touch", channel);
    columns.text("heard", "what the customer had said, or what had happened where nothing was said", |told, at| {
        Some(told.evidence(at)?.cue.clone())
    });
    columns.text(
        "kind",
        "how the beat is answered: choose, paraphrase, commit; silence where nothing was said in time",
        |told, at| {
            let (_, turn) = told.turn(at)?;
            Some(match (&turn.given, &turn.before.ask) {
                (Given::Silence, _) => "silence",
                (_, Ask::Choose(_)) => "choose",
                (_, Ask::Paraphrase(_)) => "paraphrase",
                (_, Ask::Commit(_)) => "commit",
                (_, Ask::Nothing) => return None,
            })
        },
    );
    columns.text("offered", "ids of what was offered, in the order it was shown", |told, at| {
        Some(several(offered(&told.turn(at)?.1.before.ask)))
    });
    columns.text("given", "ids of what was given", |told, at| Some(told.decision(at)?.given.to_string()));
    columns.text("line", "what the trainee said and did", |told, at| Some(told.evidence(at)?.line.clone()));
    columns.whole("milliseconds", "time from the beat's first showing to the reply; never scored", |told, at| {
        Some(told.decision(at)?.ms)
    });
}

fn levels(columns: &mut Columns, rubric: &Rubric) {
    for competency in &rubric.competencies {
        let name = column_name(&competency.id);
        let mut level = |what: &str, means: &str, of: fn(&LevelShown) -> u8| {
            let (id, means) = (competency.id.clone(), format!("{}: {means}", competency.id));
            columns.whole(&format!("{name}_{what}"), &means, move |told, at| {
                told.evidence(at)?.levels.iter().find(|level| level.competency.as_str() == id).map(of)
            });
        };
        level("earned", "level earned, 0 to 3; empty where it is not scored here", |level| level.earned);
        level("best", "best level among the replies offered, 1 to 3", |level| level.best);
    }
    columns
        .text("errors", "errors of the rubric in what was said", |told, at| Some(several(&told.evidence(at)?.errors)));
    columns
        .text("skills", "sub-skills of the rubric that it shows", |told, at| Some(several(&told.evidence(at)?.skills)));
}

fn feedback(columns: &mut Columns) {
    columns.text("feedback", "the coaching that was shown: what it did to the customer, and why", |told, at| {
        Some(told.evidence(at)?.because.clone())
    });
    columns.text("better", "id of the strongest reply offered, where it is another one", |told, at| {
        better(told, at)?.reply.as_ref().map(ToString::to_string)
    });
    columns.text("better_line", "what that one says", |told, at| Some(better(told, at)?.line.clone()));
    columns.text("better_feedback", "its coaching", |told, at| Some(better(told, at)?.because.clone()));
}

fn better(told: &Told, at: usize) -> Option<&Better> {
    told.evidence(at).and_then(|evidence: &Evidence| evidence.better.as_ref())
}

/// How the two were in touch at a decision.
pub(super) fn channel(told: &Told, at: usize) -> Option<String> {
    let (session, turn) = told.turn(at)?;
    Some(kebab(&session.scenario().channel(session.beat(&turn.before)?)))
}

/// Ids of what is offered, in the order it is shown.
pub(super) fn offered(ask: &Ask) -> Vec<String> {
    match ask {
        Ask::Choose(replies) | Ask::Commit(replies) => replies.iter().map(ToString::to_string).collect(),
        Ask::Paraphrase(fragments) => fragments.iter().map(|fragment| fragment.id.clone()).collect(),
        Ask::Nothing => Vec::new(),
    }
}
