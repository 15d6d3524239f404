//! What the debrief is told of the model conversation.

use super::debrief_view::decisions;
use crate::diag::Source;
use crate::game::debrief::{Model, Moment, Said};
use crate::game::desk::Desk;
use crate::plays::steps;
use crate::score::scorecard;
use crate::session::Session;

/// The model conversation of the scenario that was played, in the same form and language; none where there is none beside it.
pub fn model(desk: &Desk, session: &Session, source: &Source) -> Option<Model> {
    let gives = desk.model(session.scenario(), source)?;
    let turns = session.play(&gives).ok()?;
    let card = scorecard(session, &turns);
    let shown = decisions(&desk.words, session, &turns, &card);
    let moments: Vec<Moment> = shown
        .into_iter()
        .zip(&turns)
        .map(|(decision, turn)| Moment {
            new_contact: decision.new_contact,
            customer: decision.customer,
            // It is read to be learnt from: nothing in it is scored.
            said: Said { levels: Vec::new(), ..decision.said },
            steps: steps(session, turn),
            feeling: decision.feeling,
        })
        .collect();
    let ending = card.ending.map(|closing| closing.text).unwrap_or_default();
    (!moments.is_empty()).then_some(Model { moments, ending })
}
