//! Walking the way a play gives, and saying where it leaves the road: what was not offered there, what was, and what may have been
//! meant.

use super::At;
use super::file::Play;
use crate::diag::{Diagnostic, did_you_mean};
use crate::scenario::{Commit, Reply, ReplyId};
use crate::session::{Ask, Given, Session, State, Turn};

/// How far a play came.
pub struct Road {
    pub turns: Vec<Turn>,
    /// Why it did not come to its end as written.
    pub left: Option<Diagnostic>,
}

pub fn walk(play: &Play, session: &Session, at: &At<'_>) -> Road {
    let mut state = session.begin().state;
    let mut turns = Vec::new();
    for (index, given) in play.gives.iter().enumerate() {
        if state.ending.is_some() {
            return Road { left: Some(too_many(play, index, &turns, at)), turns };
        }
        if let Ok(after) = session.apply(&state, given) {
            let next = after.state.clone();
            turns.push(Turn { before: std::mem::replace(&mut state, next), given: given.clone(), after });
        } else {
            let left = Some(not_offered(play, index, session, &state, &turns, at));
            return Road { turns, left };
        }
    }
    let left = state.ending.is_none().then(|| too_few(play, &state, at));
    Road { turns, left }
}

fn too_many(play: &Play, index: usize, turns: &[Turn], at: &At<'_>) -> Diagnostic {
    let number = index.to_string();
    let title = format!("the conversation is over before decision {} of `{}`", index + 1, play.name);
    let mut finding = at.report("P005", &["gives", &number], title);
    let left = turns.last().and_then(|turn| turn.after.state.ending).is_some_and(|ending| ending.left);
    finding.why =
        left.then(|| format!("After decision {index} the customer is past the limits of patience, and leaves."));
    finding.help = Some("Take out this decision and those after it, or change one before it.".into());
    finding
}

fn too_few(play: &Play, state: &State, at: &At<'_>) -> Diagnostic {
    let title = format!("`{}` stops before the conversation is over", play.name);
    let mut finding = at.report("P006", &["gives"], title);
    finding.why = Some(format!(
        "After {} it stands at the beat `{}`, and the customer waits for a reply.",
        decisions(play.gives.len()),
        state.beat
    ));
    finding.help = Some(format!("Add what the trainee gives next. {}", offered(&state.ask)));
    finding
}

fn decisions(count: usize) -> String {
    if count == 1 { "1 decision".into() } else { format!("{count} decisions") }
}

fn not_offered(play: &Play, index: usize, session: &Session, state: &State, turns: &[Turn], at: &At<'_>) -> Diagnostic {
    let number = index.to_string();
    let given = play.gives.get(index).cloned().unwrap_or(Given::Silence);
    let title = match &given {
        Given::Reply(reply) => format!("`{reply}` is not offered at decision {} of `{}`", index + 1, play.name),
        Given::Fragments(chosen) => match stranger(&state.ask, chosen) {
            Some(stranger) => {
                format!("`{stranger}` is not among the fragments at decision {} of `{}`", index + 1, play.name)
            }
            None if chosen.is_empty() => format!("decision {} of `{}` takes up nothing", index + 1, play.name),
            None => format!("there is nothing to sum up at decision {} of `{}`", index + 1, play.name),
        },
        Given::Silence => format!("silence is no reply at decision {} of `{}`", index + 1, play.name),
    };
    let mut finding = at.report("P004", &["gives", &number], title);
    finding.label = Some(format!("given at the beat `{}`", state.beat));
    finding.why = reason(&given, session, state, turns);
    let mut help = Vec::new();
    if let Some(near) = near(&given, &state.ask) {
        help.push(format!("Did you mean `{near}`?"));
    }
    if play.gives.get(index + 1).is_some_and(|next| session.apply(state, next).is_ok()) {
        help.push("The decision after this one is offered here: is this one too many?".into());
    }
    help.push(offered(&state.ask));
    finding.help = Some(help.join(" "));
    finding
}

/// Why a reply that exists is not offered here, as far as it can be told.
fn reason(given: &Given, session: &Session, state: &State, turns: &[Turn]) -> Option<String> {
    let Given::Reply(reply) = given else { return None };
    if session.reply(&state.beat, reply).is_some() {
        let taken = turns.iter().any(|turn| turn.before.beat == state.beat && turn.given == *given);
        return Some(if taken {
            format!("It has been taken at `{}` before, and a choice can be taken only once.", state.beat)
        } else {
            "Its `if` does not hold at this point of this play.".into()
        });
    }
    let elsewhere: Vec<String> = session
        .scenario()
        .beats
        .iter()
        .filter(|(_, beat)| match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => moves.contains_key(reply),
            Some(Reply::Paraphrase(_)) | None => false,
        })
        .map(|(id, _)| format!("`{id}`"))
        .collect();
    match elsewhere.as_slice() {
        [] => Some(format!("No beat of the scenario has a reply `{reply}`.")),
        beats => {
            Some(format!("It belongs to the beat {}, and the play stands at `{}`.", beats.join(" and "), state.beat))
        }
    }
}

fn stranger<'c>(ask: &Ask, chosen: &'c std::collections::BTreeSet<String>) -> Option<&'c String> {
    let Ask::Paraphrase(fragments) = ask else { return None };
    chosen.iter().find(|id| !fragments.iter().any(|fragment| fragment.id == **id))
}

fn near(given: &Given, ask: &Ask) -> Option<String> {
    let near = match (given, ask) {
        (Given::Reply(reply), Ask::Choose(replies) | Ask::Commit(replies)) => {
            did_you_mean(reply.as_str(), replies.iter().map(ReplyId::as_str))
        }
        (Given::Fragments(chosen), Ask::Paraphrase(fragments)) => {
            did_you_mean(stranger(ask, chosen)?, fragments.iter().map(|fragment| fragment.id.as_str()))
        }
        (Given::Reply(_) | Given::Fragments(_) | Given::Silence, _) => None,
    };
    near.map(ToOwned::to_owned)
}

/// What can be given, as it is written in a plays file.
fn offered(ask: &Ask) -> String {
    let list = |ids: Vec<&str>| {
        let mut ids: Vec<String> = ids.into_iter().map(|id| format!("`{id}`")).collect();
        ids.sort();
        ids.join(", ")
    };
    match ask {
        Ask::Choose(replies) | Ask::Commit(replies) => {
            format!("`reply(…)` here takes one of {}.", list(replies.iter().map(ReplyId::as_str).collect()))
        }
        Ask::Paraphrase(fragments) => format!(
            "Here the trainee sums up what was heard: `fragments([…])` with some of {}.",
            list(fragments.iter().map(|fragment| fragment.id.as_str()).collect())
        ),
        Ask::Nothing => "Nothing is asked here.".into(),
    }
}
