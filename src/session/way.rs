//! A way to a beat, for whoever wants to look at it.

use std::collections::{HashSet, VecDeque};

use super::{Ask, Given, Session, State};
use crate::scenario::BeatId;

/// States looked at before the search is given up: far more than a conversation has that people play.
const STATES: usize = 200_000;

/// Decisions that come to a beat, as few as there are. A paraphrase is answered with all that was said. None where no such way
/// is found.
#[must_use]
pub fn way_to(session: &Session, beat: &BeatId) -> Option<Vec<Given>> {
    let begin = session.begin().state;
    if begin.beat == *beat {
        return Some(Vec::new());
    }
    let mut seen = HashSet::from([begin.core.clone()]);
    let mut open = VecDeque::from([(begin, Vec::new())]);
    while let Some((state, way)) = open.pop_front() {
        for given in answers(session, &state) {
            let Ok(step) = session.apply(&state, &given) else { continue };
            let mut way = way.clone();
            way.push(given);
            if step.state.beat == *beat {
                return Some(way);
            }
            if seen.len() < STATES && seen.insert(step.state.core.clone()) {
                open.push_back((step.state, way));
            }
        }
    }
    None
}

/// What may be given in a state, one paraphrase for all.
fn answers(session: &Session, state: &State) -> Vec<Given> {
    let mut answers: Vec<Given> = match &state.ask {
        Ask::Choose(replies) | Ask::Commit(replies) => replies.iter().cloned().map(Given::Reply).collect(),
        Ask::Paraphrase(fragments) => {
            let said = fragments.iter().filter(|one| one.fact.is_some());
            vec![Given::Fragments(said.map(|one| one.id.clone()).collect())]
        }
        Ask::Nothing => Vec::new(),
    };
    answers.extend(session.silence(state).map(|_| Given::Silence));
    answers
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scenario::Rules;

    #[test]
    fn every_beat_of_a_conversation_is_come_to() {
        let rules = Arc::new(Rules::builtin());
        let text = include_str!("../../scenarios/wrong-form.ron");
        let source = crate::diag::Source::new("wrong-form.ron", text);
        let scenario = Arc::new(crate::scenario::load(&source, &rules).expect("it loads"));
        let session = Session::new(Arc::clone(&scenario), rules, 1, None).expect("a session");
        for beat in scenario.beats.keys() {
            let way = way_to(&session, beat).expect("a way");
            let turns = session.play(&way).expect("it can be played");
            let last = turns.last().map_or_else(|| session.begin().state, |turn| turn.after.state.clone());
            assert_eq!(last.beat, *beat);
        }
        assert_eq!(way_to(&session, &"nowhere".into()), None);
    }
}
