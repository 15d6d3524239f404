//! Plays to be driven: few of them, and between them every reply of a conversation.

use std::collections::BTreeSet;

use crate::game::windowless::Hands;
use crate::scenario::{BeatId, Reply, ReplyId};
use crate::session::{Ask, Given, Session, State, Turn};

/// A choice or an offer, with its beat.
pub type Taken = (BeatId, ReplyId);

/// Walks from which the next play is picked.
const WALKS: usize = 60;
/// Plays after which it is certain that something cannot be reached by trying.
const MOST: usize = 60;

/// Every choice and offer that is written in a conversation.
pub fn written(session: &Session) -> BTreeSet<Taken> {
    let mut written = BTreeSet::new();
    for (beat, written_beat) in &session.scenario().beats {
        let replies: Vec<ReplyId> = match &written_beat.reply {
            Some(Reply::Choose(choices)) => choices.keys().cloned().collect(),
            Some(Reply::Commit(commit)) => commit.offers.keys().cloned().collect(),
            Some(Reply::Paraphrase(_)) | None => Vec::new(),
        };
        written.extend(replies.into_iter().map(|reply| (beat.clone(), reply)));
    }
    written
}

/// The choices and offers that a play takes.
pub fn taken(turns: &[Turn]) -> BTreeSet<Taken> {
    let one = |turn: &Turn| match &turn.given {
        Given::Reply(reply) => Some((turn.before.beat.clone(), reply.clone())),
        Given::Fragments(_) | Given::Silence => None,
    };
    turns.iter().filter_map(one).collect()
}

/// What is given in a play, in order.
pub fn gives(turns: &[Turn]) -> Vec<Given> {
    turns.iter().map(|turn| turn.given.clone()).collect()
}

/// Plays that take every reply of a conversation between them.
pub fn that_take_everything(session: &Session) -> Vec<Vec<Turn>> {
    let mut missing = written(session);
    let mut hands = Hands(1);
    let mut plays = Vec::new();
    while !missing.is_empty() {
        assert!(plays.len() < MOST, "no play was found that takes {missing:?}");
        let walks = (0..WALKS).map(|_| walk(session, &mut hands, &missing));
        let best = walks.max_by_key(|turns| taken(turns).intersection(&missing).count()).expect("there are walks");
        let new = taken(&best);
        if missing.intersection(&new).next().is_some() {
            missing.retain(|one| !new.contains(one));
        }
        plays.push(best);
    }
    plays
}

/// One play, with what is missing before anything else.
pub fn walk(session: &Session, hands: &mut Hands, missing: &BTreeSet<Taken>) -> Vec<Turn> {
    let mut gives: Vec<Given> = Vec::new();
    let mut state = session.begin().state;
    while let Some(given) = pick(&state, hands, missing) {
        state = session.apply(&state, &given).expect("it is offered").state;
        gives.push(given);
    }
    session.play(&gives).expect("it was just played")
}

/// What to give in a state: what is missing before anything else; nothing where the conversation is over.
pub fn pick(state: &State, hands: &mut Hands, missing: &BTreeSet<Taken>) -> Option<Given> {
    match &state.ask {
        Ask::Choose(replies) | Ask::Commit(replies) => {
            let new = |reply: &&ReplyId| missing.contains(&(state.beat.clone(), (*reply).clone()));
            let new: Vec<&ReplyId> = replies.iter().filter(new).collect();
            let from = if new.is_empty() { replies.iter().collect() } else { new };
            Some(Given::Reply(hands.of(&from).clone()))
        }
        Ask::Paraphrase(fragments) => {
            // All of it, all of it and something that nobody said, a little, or nothing that was said.
            let kind = hands.below(4);
            let said = fragments.iter().filter(|one| one.fact.is_some()).take(if kind == 2 { 2 } else { 9 });
            let decoys = fragments.iter().filter(|one| one.fact.is_none());
            let ids = match kind {
                0 | 2 => said.map(|one| one.id.clone()).collect(),
                1 => said.chain(decoys.take(1)).map(|one| one.id.clone()).collect(),
                _ => decoys.map(|one| one.id.clone()).collect(),
            };
            Some(Given::Fragments(ids))
        }
        Ask::Nothing => None,
    }
}
