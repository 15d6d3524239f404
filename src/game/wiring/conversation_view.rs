//! What the conversation screen is told of an attempt.

use super::conversation_thread::{since, subject, thread};
use crate::attempt::{Mode, Playing};
use crate::customer::{Customer, Variable};
use crate::game::conversation::{Ask, Channel, Fragment, Offer, Promise, Reply, View, watching};
use crate::game::desk::Desk;
use crate::game::settings::Settings;
use crate::game::stage::Expression;
use crate::scenario::{Beat, FactId};
use crate::session::{self, Card, Given, PromiseState, Session, State};
use crate::words::{Value, Words};

/// The face that goes with how the customer is.
#[must_use]
pub fn expression(playing: &Playing) -> Expression {
    face_of(&playing.now().state.customer)
}

/// The face of a customer.
#[must_use]
pub fn face_of(customer: &Customer) -> Expression {
    let read = |variable| customer.read(variable);
    Expression::of(
        read(Variable::Calm),
        read(Variable::Satisfaction),
        read(Variable::Anger),
        read(Variable::Trust),
        customer.feeling(),
    )
}

/// The view of an attempt where it stands.
#[must_use]
pub fn view(desk: &Desk, playing: &Playing, face: Expression, settings: &Settings) -> View {
    let words = &desk.words;
    let session = playing.session();
    let scenario = session.scenario();
    let now = playing.now();
    let beat = session.beat(&now.state);
    let last = playing.turns().last();
    let channel = beat.map(|beat| scenario.channel(beat)).unwrap_or_default();
    let (about, answers) = subject(words, playing);
    let practice = playing.keeper().mode() == Mode::Practice;
    View {
        title: scenario.title.clone(),
        phase: beat.map(|beat| scenario.phase(beat)).unwrap_or_default(),
        channel,
        place: beat.and_then(|beat| scenario.place(beat)).map(|place| place_name(words, place)).unwrap_or_default(),
        mode: playing.keeper().mode(),
        turn: playing.turns().len() + 1,
        name: scenario.customer.name.clone(),
        feeling: words.text(&format!("face-{}", face.word())),
        since: since(words, playing),
        scene: scene(words, session, now),
        thread: thread(words, playing),
        subject: about,
        answers,
        watching: (channel == Channel::Social).then(|| {
            let anger = now.state.customer.read(Variable::Anger);
            watching(audience(playing), playing.turns().len() + 1, anger)
        }),
        says: session.says(&now.state).unwrap_or_default().to_owned(),
        you_said: last
            .map(|turn| (session.line(&turn.before, &turn.given), &turn.given))
            .filter(|(line, given)| !line.is_empty() || matches!(given, Given::Silence))
            .map(|(line, _)| line),
        coach: last
            .filter(|_| practice)
            .map(|turn| words.coaching(session, &turn.before, &turn.given))
            .filter(|comment| !comment.is_empty()),
        facts: notes(session, &now.state),
        promises: promises(session, &now.state),
        notice: playing.keeper().trouble().map(str::to_owned),
        ask: ask(words, session, &now.state),
        timer: timer(playing, settings),
        words_at_once: settings.words_at_once || settings.reduced_motion,
        lines_fade: lines_fade(playing, settings, beat),
    }
}

/// How many people read along, as the scenario has told last.
fn audience(playing: &Playing) -> Option<u32> {
    let before = playing.turns().iter().rev().map(|turn| &turn.before.beat);
    let beats = &playing.session().scenario().beats;
    std::iter::once(&playing.now().state.beat).chain(before).find_map(|id| beats.get(id)?.audience)
}

/// Whether what was said grows faint here: on the phone, where the trainee keeps no lines and the record of the attempt says so,
/// too. They can be kept at any time.
fn lines_fade(playing: &Playing, settings: &Settings, beat: Option<&Beat>) -> bool {
    let on_the_phone = beat.is_some_and(|beat| playing.session().scenario().channel(beat) == Channel::Phone);
    on_the_phone && !settings.keep_lines && !playing.keeper().settings().lines_kept
}

/// Seconds the customer waits here. Timers run where they are on and the record of the attempt says that they may; so they can
/// be switched off at any time, and an attempt that began without them never meets one.
fn timer(playing: &Playing, settings: &Settings) -> Option<u32> {
    let (session, state) = (playing.session(), &playing.now().state);
    let on = settings.timers && playing.keeper().settings().timers;
    session.silence(state).filter(|_| on).and_then(|_| session.beat(state)?.timer)
}

/// What happens before anyone speaks: the scene as it is written, or that the customer has left.
fn scene(words: &Words, session: &Session, now: &session::Step) -> Option<String> {
    if now.state.ending.is_some_and(|ending| ending.left) {
        return Some(words.format("event-left", &[("name", Value::Text(&session.scenario().customer.name))]));
    }
    session.beat(&now.state).and_then(|beat| beat.scene.clone())
}

/// "14 days later."
#[must_use]
pub fn later(words: &Words, days: u32) -> String {
    match usize::try_from(days) {
        Ok(0) | Err(_) => words.text("event-new-contact"),
        Ok(days) => words.format("event-days-later", &[("days", days.into())]),
    }
}

/// The notebook: what the customer has told, but not while the trainee is asked what that was.
fn notes(session: &Session, state: &State) -> Vec<String> {
    let asked = |fact: &FactId| match &state.ask {
        session::Ask::Paraphrase(fragments) => fragments.iter().any(|one| one.fact.as_ref() == Some(fact)),
        session::Ask::Choose(_) | session::Ask::Commit(_) | session::Ask::Nothing => false,
    };
    let told = state.known.iter().filter(|fact| !asked(fact));
    told.filter_map(|fact| Some(session.scenario().facts.get(fact)?.text.clone())).collect()
}

fn place_name(words: &Words, place: &str) -> String {
    words.known("place", place).unwrap_or_else(|| place.replace('-', " "))
}

fn promises(session: &Session, state: &State) -> Vec<Promise> {
    let open = state.promises.iter().filter(|(_, fate)| **fate == PromiseState::Open);
    open.filter_map(|(id, _)| session.scenario().promises.get(id))
        .map(|promise| {
            let Card { what, who, when } = Card::of_promise(promise);
            Promise { what, who, when }
        })
        .collect()
}

fn ask(words: &Words, session: &Session, state: &State) -> Ask {
    let offered = session.offered(state);
    match &state.ask {
        session::Ask::Choose(_) => Ask::Choose(
            offered.map(|(id, one)| Reply { id: id.to_string(), act: one.act.clone(), say: one.say.clone() }).collect(),
        ),
        session::Ask::Commit(_) => Ask::Commit(
            offered
                .map(|(id, one)| {
                    let Card { what, who, when } = session.card(&state.beat, id);
                    Offer { id: id.to_string(), what, who, when, line: one.line() }
                })
                .collect(),
        ),
        session::Ask::Paraphrase(fragments) => Ask::Paraphrase(
            fragments
                .iter()
                .map(|one| Fragment { id: one.id.clone(), text: session.fragment_text(&state.beat, &one.id) })
                .collect(),
        ),
        session::Ask::Nothing => {
            let name = &session.scenario().customer.name;
            Ask::Ended(words.format("conversation-over-next", &[("name", Value::Text(name))]))
        }
    }
}
