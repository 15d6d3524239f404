//! The order in which a conversation is read: a beat comes after all that can lead to it.

use std::collections::BTreeSet;

use crate::scenario::{Beat, BeatId, Commit, Reply, Scenario};

/// Every beat once: those a play can reach, each after the beats that lead to it (loops aside), then those it cannot.
pub(crate) fn story_order(scenario: &Scenario) -> Vec<&BeatId> {
    // A walk down one way at a time, noting a beat when everything after it is noted; read backwards that is the order.
    // It keeps its own list of open beats, because a conversation can be longer than a thread's stack is deep.
    let mut seen = BTreeSet::new();
    let mut done = Vec::new();
    let mut open: Vec<(&BeatId, Vec<&BeatId>)> = Vec::new();
    if let Some((id, beat)) = scenario.beats.get_key_value(&scenario.start) {
        seen.insert(id);
        open.push((id, ways_on(beat)));
    }
    while let Some((id, ways)) = open.last_mut() {
        // Taken from the end, so that read backwards the first way on comes first.
        match ways.pop() {
            None => {
                done.push(*id);
                open.pop();
            }
            Some(next) => {
                if let Some((id, beat)) = scenario.beats.get_key_value(next).filter(|(id, _)| !seen.contains(id)) {
                    seen.insert(id);
                    open.push((id, ways_on(beat)));
                }
            }
        }
    }
    done.reverse();
    done.extend(scenario.beats.keys().filter(|id| !seen.contains(id)));
    done
}

/// The beats that can come next, in order of the replies that lead to them.
fn ways_on(beat: &Beat) -> Vec<&BeatId> {
    let mut ways: Vec<&BeatId> = match &beat.reply {
        Some(Reply::Choose(replies) | Reply::Commit(Commit { offers: replies })) => {
            replies.values().flat_map(|reply| reply.to.values()).collect()
        }
        Some(Reply::Paraphrase(paraphrase)) => paraphrase.to.values().collect(),
        None => Vec::new(),
    };
    ways.extend(beat.silence.iter().flat_map(|silence| silence.to.values()));
    ways.extend(&beat.otherwise);
    ways
}
