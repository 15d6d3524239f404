//! What the debrief screen is told of a scorecard.

use super::conversation_view::{expression, later};
use crate::attempt::Playing;
use crate::customer::{Feeling, Outcome};
use crate::explore::Along;
use crate::game::debrief::{Competency, Decision, Level, Overall, Promise, PromiseNews, Said, Save, View};
use crate::game::desk::Desk;
use crate::goals::that_follow;
use crate::impact::worth;
use crate::rubric::{self, Rubric};
use crate::scenario::{Channel, CompetencyId, FactId};
use crate::score::{Better, Evidence, LevelShown, Mood, Point, Scorecard, shown};
use crate::session::{Ask, Card, Event, Given, PromiseState, Session, Turn};
use crate::words::{Value, Words, keys};

/// The view of an attempt's scorecard.
pub fn view(desk: &Desk, playing: &Playing) -> View {
    let card = playing.scorecard();
    let session = playing.session();
    let closing = card.ending.as_ref();
    let (goals_from, goals) = that_follow(&desk.words, &session.rules().rubric, &card);
    View {
        asks: true,
        title: session.scenario().title.clone(),
        mode: playing.keeper().mode(),
        chips: vec![desk.words.format("debrief-decisions", &[("n", card.evidence.len().into())])],
        interrupted: closing.is_none(),
        customer: session.scenario().customer.name.clone(),
        portrait: was_seen(playing).then(|| session.scenario().customer.portrait.clone()),
        feeling: closing.map_or_else(|| playing.now().state.customer.feeling(), |closing| closing.feeling),
        face: expression(playing),
        outcome: closing.map(|closing| closing.outcome),
        worth: closing.map(|closing| worth(closing.outcome)),
        remark: remark(desk, &card),
        outcome_text: closing.map(|closing| closing.text.clone()).unwrap_or_default(),
        competencies: competencies(&desk.words, session, &card),
        overall: overall(&session.rules().rubric, &card),
        end_mood: card.curve.last().and_then(|point| point.then).map(|then| mood(then.mood)),
        start_mood: card.curve.first().map(|point| mood(point.mood)).unwrap_or_default(),
        decisions: decisions(&desk.words, session, playing.turns(), &card),
        promises: promises(session, &card, desk),
        noticed: facts(session, &card.noticed),
        missed: facts(session, &card.missed),
        // The wiring knows where the model stands and what is kept.
        model: None,
        goals,
        goals_from,
        goal: None,
        voice: None,
        can_retry: true,
        save: Save::Offered,
    }
}

/// Whether the customer was ever seen: in person, or in the picture beside what they write.
fn was_seen(playing: &Playing) -> bool {
    let (session, now) = (playing.session(), &playing.now().state);
    let states = playing.turns().iter().map(|turn| &turn.before).chain([now]);
    states.filter_map(|state| session.beat(state)).any(|beat| session.scenario().channel(beat) != Channel::Phone)
}

/// Every decision of a play with its evidence.
pub fn decisions(words: &Words, session: &Session, turns: &[Turn], card: &Scorecard) -> Vec<Decision> {
    let rows = turns.iter().zip(&card.evidence).zip(card.curve.iter().skip(1));
    let mut decisions: Vec<Decision> =
        rows.map(|((turn, evidence), point)| decision(words, session, turn, evidence, point)).collect();
    // What happened after one decision stands before the next.
    for (decision, point) in decisions.iter_mut().zip(&card.curve) {
        decision.mood_before = point.then.map(|then| mood(then.mood));
        decision.new_contact = point.then.and_then(|then| then.new_contact).map(|days| later(words, days));
    }
    decisions
}

/// What was found by looking at everything that could have been played: the range of each score, and which decisions closed a better
/// ending.
pub fn add_what_could_have_been(view: &mut View, desk: &Desk, playing: &Playing, along: &Along) {
    let rubric = &playing.session().rules().rubric;
    for (competency, shown) in rubric.competencies.iter().zip(&mut view.competencies) {
        let range = along.ranges.iter().find(|range| range.competency.as_str() == competency.id);
        shown.range = range.map(|range| (percent(range.least.score), percent(range.greatest.score)));
    }
    for (decision, best) in view.decisions.iter_mut().zip(along.best.windows(2)) {
        if let [before, after] = best
            && after < before
        {
            let [before, after] = [before, after].map(|outcome| desk.words.text(keys::outcome(*outcome)));
            let values = [("before", Value::Text(&before)), ("after", Value::Text(&after))];
            decision.closed = Some(desk.words.format("debrief-closed", &values));
        }
    }
}

/// Why score and ending can point different ways, where they do.
fn remark(desk: &Desk, card: &Scorecard) -> Option<String> {
    let ended_well = card.ending.as_ref()?.outcome.rank() >= Outcome::Passive.rank();
    match (card.passed?, ended_well) {
        (true, false) => Some(desk.words.text("debrief-passed-but")),
        (false, true) => Some(desk.words.text("debrief-not-passed-but")),
        (true, true) | (false, false) => None,
    }
}

fn competencies(words: &Words, session: &Session, card: &Scorecard) -> Vec<Competency> {
    card.competencies
        .iter()
        .map(|one| Competency {
            name: name(words, &session.rules().rubric, &one.id),
            score: one.score.filter(|_| one.enough).map(percent),
            band: one.band,
            decisions: one.decisions,
            range: None,
        })
        .collect()
}

fn overall(rubric: &Rubric, card: &Scorecard) -> Option<Overall> {
    Some(Overall {
        score: percent(card.overall?),
        needed: percent(u16::try_from(rubric.pass.overall).unwrap_or(1000)),
        passed: card.passed?,
    })
}

fn decision(words: &Words, session: &Session, turn: &Turn, evidence: &Evidence, point: &Point) -> Decision {
    let rubric = &session.rules().rubric;
    let spoken = match &turn.given {
        Given::Reply(reply) => {
            session.reply(&turn.before.beat, reply).is_some_and(|one| one.say.is_some() && one.act.is_none())
        }
        Given::Fragments(_) => true,
        Given::Silence => false,
    };
    let levels = |level: &LevelShown| Level {
        competency: name(words, rubric, &level.competency),
        level: level.earned,
        best: level.best,
        anchor: match &evidence.heard {
            Some(heard) => words.heard(heard),
            None => match rubric.competency(level.competency.as_str()).filter(|_| level.shown) {
                Some(competency) => words.rubric().anchor(competency, level.earned).to_owned(),
                None => words.text("debrief-not-shown"),
            },
        },
    };
    let noticed: Vec<FactId> = turn
        .after
        .events
        .iter()
        .filter_map(|event| match event {
            Event::Noticed(fact) => Some(fact.clone()),
            _ => None,
        })
        .collect();
    let missed: Vec<FactId> = match (&turn.given, &turn.before.ask) {
        (Given::Fragments(chosen), Ask::Paraphrase(fragments)) => {
            fragments.iter().filter_map(|one| one.fact.clone()).filter(|fact| !chosen.contains(fact.as_str())).collect()
        }
        (Given::Silence, Ask::Paraphrase(fragments)) => fragments.iter().filter_map(|one| one.fact.clone()).collect(),
        _ => Vec::new(),
    };
    Decision {
        customer: if evidence.spoken { evidence.cue.clone() } else { format!("({})", evidence.cue) },
        said: Said {
            text: evidence.line.clone(),
            spoken,
            levels: evidence.levels.iter().map(levels).collect(),
            because: evidence.because.clone(),
        },
        better: evidence.better.as_ref().map(|better| stronger(words, rubric, better)),
        errors: errors(words, rubric, evidence),
        noticed: facts(session, &noticed),
        missed: facts(session, &missed),
        promises: promise_news(words, session, turn),
        closed: None,
        mood: mood(point.mood),
        mood_before: None,
        feeling: point.mood.feeling,
        new_contact: None,
        scored: !evidence.levels.is_empty(),
    }
}

fn stronger(words: &Words, rubric: &Rubric, better: &Better) -> Said {
    let level = |competency: &rubric::Competency| {
        let level = *better.levels.get(&CompetencyId::from(competency.id.as_str()))?;
        let name = words.rubric().name(competency).to_owned();
        Some(Level { competency: name, level, best: level, anchor: String::new() })
    };
    Said {
        text: better.line.clone(),
        spoken: !better.line.starts_with('('),
        levels: rubric.competencies.iter().filter_map(level).collect(),
        because: better.because.clone(),
    }
}

/// The errors of a decision in words; their codes are for authors.
fn errors(words: &Words, rubric: &Rubric, evidence: &Evidence) -> Vec<String> {
    evidence.errors.iter().filter_map(|code| Some(words.rubric().error(rubric.error(code)?).to_owned())).collect()
}

fn promises(session: &Session, card: &Scorecard, desk: &Desk) -> Vec<Promise> {
    let told = |(id, state): (&crate::scenario::PromiseId, &PromiseState)| {
        let promise = session.scenario().promises.get(id)?;
        let Card { what, who, when } = Card::of_promise(promise);
        let note = match state {
            PromiseState::Lapsed => desk.words.text("debrief-note-vague"),
            PromiseState::Broken if !promise.can_keep => desk.words.text("debrief-note-impossible"),
            PromiseState::Open | PromiseState::Kept | PromiseState::Broken | PromiseState::LeftOpen => String::new(),
        };
        Some(Promise { what, who, by: when, state: *state, open: card.still_open.get(id).copied(), note })
    };
    card.promises.iter().filter_map(told).collect()
}

/// What happened to promises at a decision and on the way to the next.
fn promise_news(words: &Words, session: &Session, turn: &Turn) -> Vec<PromiseNews> {
    let news = |event: &Event| {
        let (id, state, key) = match event {
            Event::Promise(id, PromiseState::Open) => (id, Some(PromiseState::Open), "event-promise-made"),
            Event::Promise(id, PromiseState::Kept) => (id, Some(PromiseState::Kept), "event-promise-kept"),
            Event::Promise(id, PromiseState::Broken) => (id, Some(PromiseState::Broken), "event-promise-broken"),
            Event::Promise(id, PromiseState::Lapsed) => (id, Some(PromiseState::Lapsed), "event-promise-lapsed"),
            Event::Renegotiated(id) => (id, None, "event-promise-moved"),
            _ => return None,
        };
        let what = &session.scenario().promises.get(id)?.what;
        Some(PromiseNews { state, text: words.format(key, &[("promise", what.into())]) })
    };
    turn.after.events.iter().filter_map(news).collect()
}

fn facts(session: &Session, ids: &[FactId]) -> Vec<String> {
    ids.iter().filter_map(|id| Some(session.scenario().facts.get(id)?.text.clone())).collect()
}

fn name(words: &Words, rubric: &Rubric, id: &CompetencyId) -> String {
    rubric.competency(id.as_str()).map_or_else(|| id.to_string(), |one| words.rubric().name(one).to_owned())
}

fn percent(score: u16) -> u8 {
    u8::try_from(shown(score)).unwrap_or(100)
}

/// Where a point stands on the line of moods: a third of it for each feeling, and satisfaction within it, so that a point
/// never lies in the band of another feeling.
fn mood(point: Mood) -> u16 {
    let satisfaction = u16::try_from(point.satisfaction.clamp(0, 1000)).unwrap_or_default();
    let within = satisfaction / 3;
    match point.feeling {
        Feeling::Upset => within.min(332),
        Feeling::Indifferent => 334 + within.min(331),
        Feeling::Happy => 667 + within,
    }
}
