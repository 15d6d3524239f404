//! What the debrief is told of the model conversation.

use super::conversation_view::face_of;
use super::debrief_view::decisions;
use crate::customer::Customer;
use crate::diag::Source;
use crate::game::debrief::{Model, Moment, Said};
use crate::game::desk::Desk;
use crate::game::stage::picture_of;
use crate::plays::steps;
use crate::scenario::Channel;
use crate::score::scorecard;
use crate::session::{Event, Session, Turn};

/// The model conversation of the scenario that was played, in the same form and language; none where there is none beside it.
pub fn model(desk: &Desk, session: &Session, source: &Source) -> Option<Model> {
    let gives = desk.model(session.scenario(), source)?;
    let turns = session.play(&gives).ok()?;
    let card = scorecard(session, &turns);
    let shown = decisions(&desk.words, session, &turns, &card);
    let moments: Vec<Moment> = shown
        .into_iter()
        .zip(&turns)
        .map(|(decision, turn)| {
            let (channel, place) = setting(session, turn);
            Moment {
                new_contact: decision.new_contact,
                channel,
                place,
                customer: decision.customer,
                speaks: session.says(&turn.before).is_some_and(|says| !says.is_empty()),
                before: face_of(&turn.before.customer),
                // It is read to be learnt from: nothing in it is scored.
                said: Said { levels: Vec::new(), ..decision.said },
                steps: steps(session, turn),
                after: face_of(&landed(turn)),
            }
        })
        .collect();
    let portrait = session.scenario().customer.portrait.clone();
    let ending = card.ending.map(|closing| closing.text).unwrap_or_default();
    (!moments.is_empty()).then_some(Model { portrait, moments, ending })
}

/// How the two are in touch where a decision is taken, and the picture of the place.
fn setting(session: &Session, turn: &Turn) -> (Channel, String) {
    let scenario = session.scenario();
    let Some(beat) = session.beat(&turn.before) else { return (Channel::default(), String::new()) };
    let place = scenario.place(beat).unwrap_or_default();
    (scenario.channel(beat), picture_of(place, &scenario.sector).to_owned())
}

/// The customer right after a reply: what happens on the way to the next belongs to that one.
fn landed(turn: &Turn) -> Customer {
    let landed = turn.after.events.iter().find_map(|event| match event {
        Event::Landed(customer) => Some(*customer),
        _ => None,
    });
    landed.unwrap_or(turn.after.state.customer)
}
