//! An attempt whose scenario was rewritten while it was played: how much of it still holds, and a new attempt that stands there.

use std::sync::Arc;
use std::time::Duration;

use super::opening::Opening;
use super::playing::Playing;
use super::record::Mode;
use super::recorder::Recorder;
use crate::session::{Refusal, Session, Turn};

/// How many of the first decisions hold in another session: each is taken at the beat it was taken at before, and is offered
/// there. A decision that would now end the conversation, and did not then, is left to be taken by hand.
#[must_use]
pub fn still_holding(session: &Session, turns: &[Turn]) -> usize {
    let mut state = session.begin().state;
    for (held, turn) in turns.iter().enumerate() {
        let same_place = state.beat == turn.before.beat;
        let step = session.apply(&state, &turn.given).ok().filter(|_| same_place);
        match step.filter(|step| step.state.ending.is_none() || turn.after.state.ending.is_some()) {
            Some(step) => state = step.state,
            None => return held,
        }
    }
    turns.len()
}

impl Playing {
    /// A new attempt, for practice, that takes the first `upto` decisions of this one again as far as they hold: on another text,
    /// or to try again from there. Also how many decisions it had to leave out. The record of this one stays as it is.
    ///
    /// The new one is recorded with its first decision of its own. Whoever writes a scenario saves it many times while they play
    /// it; the record tells a reader what was decided, and so has one attempt for each text on which something was. The last of
    /// them can be gone on with, those before it are given up ([`Playing::take_the_place_of`]).
    ///
    /// # Errors
    /// Where the rules do not have the scenario's persona, which its loading has excluded.
    pub fn again(
        &self,
        opening: Opening<'_>,
        upto: usize,
        recorder: Arc<dyn Recorder>,
    ) -> Result<(Self, usize), Refusal> {
        let seed = Some(self.session().seed());
        let mut again = Self::hold(Opening { seed, mode: Mode::Practice, ..opening }, recorder)?;
        let turns = self.turns().get(..upto).unwrap_or(self.turns());
        let held = still_holding(again.session(), turns);
        for turn in turns.iter().take(held) {
            again.take(turn.given.clone(), Duration::ZERO)?;
        }
        if again.now().state.ending.is_some() {
            again.record();
        }
        Ok((again, turns.len() - held))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;
    use crate::attempt::{Attempt, Line, gather};
    use crate::diag::Source;
    use crate::scenario::{Checked, Rules, load};
    use crate::session::{Ask, Given, State};

    /// Lines and hashes of texts as they come, except while the disk is full.
    #[derive(Debug, Default)]
    struct Notes {
        lines: Mutex<Vec<Line>>,
        texts: Mutex<BTreeSet<String>>,
        full: AtomicBool,
    }

    impl Notes {
        fn recorder(self: &Arc<Self>) -> Arc<dyn Recorder> {
            Arc::clone(self) as _
        }

        fn attempts(&self) -> Vec<Attempt> {
            gather(self.lines.lock().expect("lines").clone())
        }
    }

    impl Recorder for Notes {
        fn append(&self, lines: &[Line]) -> std::io::Result<()> {
            if self.full.load(Ordering::Relaxed) {
                return Err(std::io::ErrorKind::StorageFull.into());
            }
            let mut kept = self.lines.lock().expect("lines");
            for line in lines {
                if !kept.contains(line) {
                    kept.push(line.clone());
                }
            }
            Ok(())
        }

        fn keep_scenario(&self, hash: &str, _: &str) -> std::io::Result<()> {
            self.texts.lock().expect("texts").insert(hash.to_owned());
            Ok(())
        }

        fn place(&self) -> String {
            String::new()
        }
    }

    /// The wrong form, with one thing in it written otherwise.
    fn written(from: &str, to: &str) -> Arc<Checked> {
        let text = include_str!("../../scenarios/wrong-form.ron");
        assert!(from.is_empty() || text.contains(from), "the scenario has no `{from}`");
        let source =
            Source::new("wrong-form.ron", if from.is_empty() { text.to_owned() } else { text.replace(from, to) });
        Arc::new(load(&source, &Rules::builtin()).expect("it loads"))
    }

    fn session(scenario: &Arc<Checked>) -> Session {
        Session::new(Arc::clone(scenario), Arc::new(Rules::builtin()), 7, None).expect("a session")
    }

    fn opening(scenario: &Arc<Checked>) -> Opening<'static> {
        Opening { seed: Some(7), ..Opening::new(Arc::clone(scenario), "its text", Arc::new(Rules::builtin())) }
    }

    /// Three decisions, each the first that is offered.
    fn three(session: &Session) -> Vec<Turn> {
        let mut given = Vec::new();
        let mut state = session.begin().state;
        for _ in 0..3 {
            let next = first(&state);
            state = session.apply(&state, &next).expect("it is offered").state;
            given.push(next);
        }
        session.play(&given).expect("it is offered")
    }

    fn first(state: &State) -> Given {
        let first = match &state.ask {
            Ask::Choose(replies) | Ask::Commit(replies) => replies.first().cloned().map(Given::Reply),
            Ask::Paraphrase(fragments) => fragments.first().map(|one| Given::Fragments([one.id.clone()].into())),
            Ask::Nothing => None,
        };
        first.expect("something is offered")
    }

    #[test]
    fn other_words_cost_no_decision() {
        let played = session(&written("", ""));
        let turns = three(&played);
        let says = turns.iter().rev().find_map(|turn| played.says(&turn.before)).expect("somebody speaks");
        let other = written(says, &format!("Listen: {says}"));
        assert_eq!(still_holding(&session(&other), &turns), 3);
    }

    #[test]
    fn where_a_reply_is_gone_its_decision_is_the_first_that_does_not_hold() {
        let scenario = written("", "");
        let turns = three(&session(&scenario));
        for (at, turn) in turns.iter().enumerate() {
            let Given::Reply(reply) = &turn.given else { continue };
            let other = written(&format!("\"{reply}\": ("), "\"said-otherwise\": (");
            let held = still_holding(&session(&other), &turns);
            assert!(held <= at, "decision {at} is not offered any more, and {held} hold");
        }
    }

    #[test]
    fn the_same_reply_at_another_beat_is_another_decision() {
        let scenario = written("", "");
        let turns = three(&session(&scenario));
        let moved: Vec<Turn> = turns
            .into_iter()
            .zip(0..)
            .map(|(turn, at)| {
                let beat = if at == 1 { "elsewhere".into() } else { turn.before.beat.clone() };
                Turn { before: State { beat, ..turn.before }, ..turn }
            })
            .collect();
        assert_eq!(still_holding(&session(&scenario), &moved), 1);
    }

    #[test]
    fn the_new_attempt_has_a_record_of_its_own_and_stands_where_the_way_breaks() {
        let notes = Arc::new(Notes::default());
        let scenario = written("", "");
        let mut playing = Playing::start(opening(&scenario), notes.recorder()).expect("an attempt");
        for turn in three(playing.session()) {
            playing.answer(turn.given, Duration::ZERO).expect("it is offered");
        }
        let mut replies = playing.turns().iter().rev().filter_map(|turn| match &turn.given {
            Given::Reply(reply) => Some(reply.clone()),
            Given::Fragments(_) | Given::Silence => None,
        });
        let last = replies.next().expect("a choice among them");
        let other = written(&format!("\"{last}\": ("), "\"said-otherwise\": (");
        let (mut again, lost) = playing.again(opening(&other), 3, notes.recorder()).expect("another attempt");
        assert_eq!((again.turns().len() + lost, again.session().seed()), (3, 7));
        assert!(lost >= 1);
        again.take_the_place_of(&playing);
        assert!(
            matches!(notes.attempts().as_slice(), [only] if only.is_unfinished()),
            "nothing was decided in the new one yet"
        );
        again.answer(first(&again.now().state), Duration::ZERO).expect("it is offered");
        let [before, after] = notes.attempts().try_into().expect("two attempts");
        assert_eq!(before.decisions.len(), 3);
        assert!(!before.is_unfinished() && !before.is_finished());
        assert!(after.is_unfinished() && after.start.hash == other.hash());
        assert_eq!(after.decisions.len(), again.turns().len());
    }

    /// An attempt with three decisions, and what is kept of it.
    fn under_way() -> (Playing, Arc<Notes>) {
        let notes = Arc::new(Notes::default());
        let mut playing = Playing::start(opening(&written("", "")), notes.recorder()).expect("an attempt");
        for turn in three(playing.session()) {
            playing.answer(turn.given, Duration::ZERO).expect("it is offered");
        }
        (playing, notes)
    }

    #[test]
    fn a_text_that_is_saved_ten_times_leaves_one_attempt_for_each_text_that_was_decided_on() {
        let (mut playing, notes) = under_way();
        let first_of_all = notes.attempts().first().map(|one| one.start.attempt);
        for saved in 0..10 {
            let other = written("The wrong form\"", &format!("The wrong form {saved}\""));
            let (mut again, lost) = playing.again(opening(&other), 3, notes.recorder()).expect("another attempt");
            assert_eq!(lost, 0);
            again.take_the_place_of(&playing);
            playing = again;
        }
        let texts = || notes.texts.lock().expect("texts").len();
        assert_eq!((notes.attempts().len(), texts()), (1, 1), "nothing was decided since");
        playing.answer(first(&playing.now().state), Duration::ZERO).expect("it is offered");
        assert_eq!(texts(), 2);
        let [before, last] = notes.attempts().try_into().expect("two attempts");
        assert_eq!(Some(before.start.attempt), first_of_all);
        assert!(!before.is_unfinished() && last.is_unfinished());
        assert_eq!((last.decisions.len(), last.start.hash.as_str()), (4, playing.session().scenario().hash()));
    }

    #[test]
    fn a_conversation_that_is_left_after_it_was_rewritten_can_be_gone_on_with_as_it_was_left() {
        let (playing, notes) = under_way();
        let other = written("The wrong form\"", "The green form\"");
        let (mut again, _) = playing.again(opening(&other), 3, notes.recorder()).expect("another attempt");
        again.leave();
        assert_eq!(notes.attempts().len(), 1, "to try again takes nobody's place");
        again.take_the_place_of(&playing);
        again.leave();
        let unfinished = notes.attempts().into_iter().filter(Attempt::is_unfinished);
        let hashes: Vec<String> = unfinished.map(|one| one.start.hash).collect();
        assert_eq!(hashes, [other.hash()]);
    }

    #[test]
    fn what_a_full_disk_kept_out_of_the_record_comes_with_the_attempt_that_takes_its_place() {
        let notes = Arc::new(Notes::default());
        notes.full.store(true, Ordering::Relaxed);
        let mut playing = Playing::start(opening(&written("", "")), notes.recorder()).expect("an attempt");
        playing.answer(first(&playing.now().state), Duration::ZERO).expect("it is offered");
        assert!(playing.keeper().trouble().is_some());
        let other = written("The wrong form\"", "The green form\"");
        let (mut again, _) = playing.again(opening(&other), 1, notes.recorder()).expect("another attempt");
        again.take_the_place_of(&playing);
        notes.full.store(false, Ordering::Relaxed);
        again.leave();
        let [before, after] = notes.attempts().try_into().expect("two attempts");
        assert_eq!((before.decisions.len(), after.decisions.len()), (1, 1));
        assert!(before.end.is_some() && after.is_unfinished() && again.keeper().trouble().is_none());
    }
}
