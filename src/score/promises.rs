//! Promises that were still open at the end: whether their day came, as far as the time that passes in the story tells.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::scenario::{PromiseId, Span};
use crate::session::{Event, PromiseState, Session, Turn};

/// How a promise stood that was neither kept nor broken when the conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StillOpen {
    /// Its day had not come.
    NotYet,
    /// It was moved to a new date, and nothing says that this one had come.
    Moved,
    /// No date was ever set, so it could not fall due.
    NoDate,
    /// Its day came, and nobody went back to it.
    Overdue,
}

/// The promises that were open at the end, each with how it stood. A date that was moved is not known, so it never counts as past.
pub(super) fn still_open(session: &Session, turns: &[Turn]) -> BTreeMap<PromiseId, StillOpen> {
    let Some(last) = turns.last() else { return BTreeMap::new() };
    let left_open = |state: &PromiseState| matches!(state, PromiseState::Open | PromiseState::LeftOpen);
    let passed = passed(session, turns);
    let open = last.after.state.promises.iter().filter(|(_, state)| left_open(state)).map(|(id, _)| id);
    open.filter_map(|id| {
        let by = session.scenario().promises.get(id)?.by;
        let still = match (passed.get(id).copied().unwrap_or_default(), by) {
            (Since::Moved, _) => StillOpen::Moved,
            (Since::Made(_), None) => StillOpen::NoDate,
            (Since::Made(seconds), Some(by)) if seconds >= by.seconds() => StillOpen::Overdue,
            (Since::Made(_), Some(_)) => StillOpen::NotYet,
        };
        Some((id.clone(), still))
    })
    .collect()
}

/// What happened to a promise last.
#[derive(Clone, Copy)]
enum Since {
    /// It was made, so many seconds before the end.
    Made(u64),
    /// It was moved to a new date.
    Moved,
}

impl Default for Since {
    fn default() -> Self {
        Self::Made(0)
    }
}

/// What happened to each promise last. Time passes only between contacts, as beats tell it with `after`.
fn passed(session: &Session, turns: &[Turn]) -> BTreeMap<PromiseId, Since> {
    let mut passed: BTreeMap<PromiseId, Since> = BTreeMap::new();
    for event in turns.iter().flat_map(|turn| &turn.after.events) {
        match event {
            Event::Promise(id, PromiseState::Open) => {
                passed.insert(id.clone(), Since::Made(0));
            }
            Event::Renegotiated(id) => {
                passed.insert(id.clone(), Since::Moved);
            }
            Event::Entered(beat) | Event::PassedOver(beat) => {
                let after = session.scenario().beats.get(beat).and_then(|beat| beat.after);
                let after = after.map_or(0, Span::seconds);
                for since in passed.values_mut() {
                    if let Since::Made(seconds) = since {
                        *seconds = seconds.saturating_add(after);
                    }
                }
            }
            Event::Promise(..)
            | Event::Landed(_)
            | Event::NewContact { .. }
            | Event::FailedAgain
            | Event::Revealed(_)
            | Event::Noticed(_)
            | Event::Ended(_) => {}
        }
    }
    passed
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diag::Source;
    use crate::scenario::{Rules, load};
    use crate::score::scorecard;
    use crate::session::Given;

    const STORY: &str = r#"
#![enable(implicit_some)]
Scenario(
    format: 1, id: "story", title: "Story", sector: "test", language: "en", role: "You.",
    customer: (name: "Amina", persona: "analytical"), failure: (severity: 1, kind: Economic),
    promises: {
        "call": (what: "call", owner: "you", by: Days(2)),
        "letter": (what: "a letter", owner: "you", by: Hours(5)),
        "someday": (what: "see to it"),
    },
    start: "desk",
    beats: {
        "desk": (says: "And now?", reply: Commit(offers: {
            "call": (say: "Yes.", promise: "call", shows: {"follow-through": 2}, to: "friday"),
            "letter": (say: "Yes.", promise: "letter", shows: {"follow-through": 2}, to: "friday"),
            "someday": (say: "Yes.", promise: "someday", shows: {"follow-through": 0}, to: "friday"),
        })),
        "friday": (after: Days(1), due: "call", says: "Well?", otherwise: "end", reply: Choose({
            "keep": (say: "Done.", keeps: "call", to: "end"),
            "move": (say: "Tomorrow.", renegotiates: "call", to: "end"),
        })),
        "end": (says: "Goodbye."),
    },
    outcomes: {ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e"},
)"#;

    fn after(gives: &[&str]) -> Vec<StillOpen> {
        let rules = Arc::new(Rules::builtin());
        let scenario = Arc::new(load(&Source::new("story.ron", STORY), &rules).expect("it loads"));
        let session = Session::new(scenario, rules, 0, None).expect("a session");
        let gives: Vec<Given> = gives.iter().map(|id| Given::Reply((*id).into())).collect();
        let turns = session.play(&gives).expect("it can be played");
        scorecard(&session, &turns).still_open.into_values().collect()
    }

    #[test]
    fn a_promise_left_open_says_whether_its_day_came() {
        assert_eq!(after(&["call", "move"]), [StillOpen::Moved], "a new date is not yet due");
        assert_eq!(after(&["call", "keep"]), [], "it was kept");
        assert_eq!(after(&["letter"]), [StillOpen::Overdue], "five hours were over the day after");
        assert_eq!(after(&["someday"]), [StillOpen::NoDate], "what has no date is never due");
        assert_eq!(after(&["call"]), [StillOpen::NotYet], "two days are not over after one");
    }
}
