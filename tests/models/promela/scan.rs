//! What a scenario holds, as far as a model needs to know before it is written: its moves, its ways, its history.

use std::collections::{BTreeMap, BTreeSet};

use amends::customer::Moves;
use amends::scenario::{Beat, BeatId, Checked, Condition, Move, Reply, ReplyId, ReplyPath};

use super::Kept;

/// Says what in a scenario no model can be made of.
pub fn restricted(scenario: &Checked) -> Result<(), String> {
    if scenario.failure.severity > 0 {
        return Err("something failed before the first beat".into());
    }
    for (id, beat) in &scenario.beats {
        let timed = beat.after.is_some() || beat.waits.is_some() || beat.fails.is_some() || beat.silence.is_some();
        if timed || matches!(beat.reply, Some(Reply::Commit(_) | Reply::Paraphrase(_))) {
            return Err(format!("the beat {id} is more than choices"));
        }
    }
    for (beat, reply, one) in moves(scenario) {
        let words = !one.shows.is_empty() || !one.errors.is_empty() || !one.uses.is_empty() || !one.does.is_empty();
        let deeds = one.waits.is_some() || one.pace.is_some() || one.fixes > 0 || one.pays.is_some();
        if words || deeds {
            return Err(format!("the reply {beat}/{reply} does more than move values"));
        }
    }
    Ok(())
}

/// The choices of a beat; none where it ends the conversation.
pub fn choices(beat: &Beat) -> &BTreeMap<ReplyId, Move> {
    static NONE: BTreeMap<ReplyId, Move> = BTreeMap::new();
    match &beat.reply {
        Some(Reply::Choose(choices)) => choices,
        Some(Reply::Commit(_) | Reply::Paraphrase(_)) | None => &NONE,
    }
}

/// Every choice with its beat and its id.
pub fn moves(scenario: &Checked) -> impl Iterator<Item = (&BeatId, &ReplyId, &Move)> {
    let of = |(beat, written)| choices(written).iter().map(move |(reply, one)| (beat, reply, one));
    scenario.beats.iter().flat_map(of)
}

/// The widest move of one value that a beat's choices make, in either direction.
pub fn widest(beat: &Beat, of: fn(&Moves) -> i32) -> i32 {
    choices(beat).values().map(|one| of(&one.moves).abs()).max().unwrap_or(0)
}

/// Whether some beat can be entered again.
pub fn has_cycle(scenario: &Checked) -> bool {
    scenario.beats.keys().any(|beat| comes_back(scenario, beat))
}

fn comes_back(scenario: &Checked, beat: &BeatId) -> bool {
    let next = |id: &BeatId| -> Vec<&BeatId> {
        let beat = scenario.beats.get(id);
        let ways = beat.into_iter().flat_map(|beat| choices(beat).values()).flat_map(|one| one.to.values());
        ways.chain(beat.and_then(|beat| beat.otherwise.as_ref())).collect()
    };
    let mut open = next(beat);
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if id == beat {
            return true;
        }
        if seen.insert(id) {
            open.extend(next(id));
        }
    }
    false
}

/// The history that a model of the scenario keeps.
pub fn kept(scenario: &Checked) -> Kept {
    let mut kept = Kept { promises: scenario.promises.keys().cloned().collect(), ..Kept::default() };
    for (beat, reply, one) in moves(scenario) {
        one.when.iter().chain(one.to.conditions()).for_each(|condition| asked(condition, &mut kept));
        if comes_back(scenario, beat) {
            kept.replies.insert(ReplyPath { beat: beat.clone(), reply: reply.clone() });
        }
    }
    kept
}

fn asked(condition: &Condition, kept: &mut Kept) {
    match condition {
        Condition::Knows(fact) => {
            kept.facts.insert(fact.clone());
        }
        Condition::Chose(path) => {
            kept.replies.insert(path.clone());
        }
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| asked(part, kept)),
        Condition::Not(part) => asked(part, kept),
        Condition::Noticed(_)
        | Condition::Promised(_)
        | Condition::Kept(_)
        | Condition::Broke(_)
        | Condition::Understood(_)
        | Condition::Feels(_)
        | Condition::AtLeast(..)
        | Condition::AtMost(..) => {}
    }
}
