//! The briefing.

use std::sync::Arc;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::conversation::{Conversation, begin};
use super::letters::Letters;
use super::menu::{begun, language, sector};
use super::{Chosen, Screen};
use crate::attempt::Opening;
use crate::game::briefing::{self, Action, Competency, UiState, View};
use crate::game::desk::{Desk, GoingOn, Left};
use crate::game::drawing;
use crate::game::goals::Goals;
use crate::game::settings::Settings;
use crate::game::sleep::Moving;
use crate::scenario::{Channel, Checked, FormId};
use crate::words::{Value, keys};

/// The briefing's systems.
pub fn plugin(app: &mut App) {
    app.insert_resource(BriefingState::default());
    app.init_resource::<LeftHere>();
    app.add_systems(OnEnter(Screen::Briefing), see_what_was_left);
    app.add_systems(EguiPrimaryContextPass, draw.run_if(in_state(Screen::Briefing)));
}

#[derive(Resource, Default)]
struct BriefingState(UiState);

/// What was left in the middle of the conversation that is briefed.
#[derive(Resource, Default)]
struct LeftHere(Option<Left>);

fn see_what_was_left(desk: Res<Desk>, chosen: Res<Chosen>, settings: Res<Settings>, mut left: ResMut<LeftHere>) {
    let course = chosen.stage.as_ref().map(|(place, _)| place);
    left.0 = desk.left_in(&chosen.whole.id, settings.trainee().as_deref(), course);
}

fn draw(
    mut contexts: EguiContexts,
    mut commands: Commands,
    mut chosen: ResMut<Chosen>,
    mut desk: ResMut<Desk>,
    settings: Res<Settings>,
    goals: Res<Goals>,
    mut left: ResMut<LeftHere>,
    mut state: ResMut<BriefingState>,
    mut letters: ResMut<Letters>,
    mut next: ResMut<NextState<Screen>>,
    mut moving: ResMut<Moving>,
) -> Result {
    let ctx = contexts.ctx_mut()?.clone();
    let view = View {
        goal: goals.of(settings.trainee().as_deref()).map(str::to_owned),
        left: left.0.as_ref().map(|left| left_view(&desk, left, &chosen)),
        unreadable: letters.say(&ctx, &desk, &chosen.scenario, &chosen.source.name),
        ..view(&desk, &chosen, &settings)
    };
    let action =
        drawing::screen(&mut contexts, settings.theme, |ui| briefing::show(ui, &desk.words, &view, &mut state.0))?;
    match action {
        None => return Ok(()),
        Some(Action::Back) => next.set(Screen::Menu),
        Some(Action::Guide) => next.set(Screen::Facilitator),
        Some(Action::Form(index)) => {
            let formed = temperaments(&chosen).nth(index.wrapping_sub(1)).and_then(|id| chosen.whole.in_form(&id));
            chosen.scenario = formed.map_or_else(|| Arc::clone(&chosen.whole), Arc::new);
        }
        Some(Action::GoOn) => {
            if let Some(GoingOn { playing, whole, source, .. }) =
                left.0.take().and_then(|left| left.going_on.ok()).map(|on| *on)
            {
                let scenario = Arc::clone(playing.session().scenario());
                commands.insert_resource(Chosen { scenario, whole, source, stage: chosen.stage.clone() });
                begin(&mut commands, &mut next, Conversation::new(playing));
            }
        }
        Some(Action::Start(mode)) => {
            if let Some(left) = left.0.take() {
                desk.give_up(&left.attempt);
            }
            let opening = Opening {
                mode,
                settings: settings.that_help(),
                trainee: settings.trainee(),
                course: chosen.stage.clone().map(|(place, _)| place),
                ..Opening::new(Arc::clone(&chosen.scenario), &chosen.source.text, Arc::clone(&desk.rules))
            };
            match desk.start(opening) {
                Ok(playing) => begin(&mut commands, &mut next, Conversation::new(playing)),
                Err(why) => {
                    desk.notices.push(why);
                    next.set(Screen::Menu);
                }
            }
        }
    }
    moving.changed();
    Ok(())
}

fn left_view(desk: &Desk, left: &Left, chosen: &Chosen) -> briefing::Left {
    let customer = &chosen.scenario.customer.name;
    let decisions = [("customer", Value::Text(customer)), ("n", left.attempt.decisions.len().into())];
    let decisions = desk.words.format("menu-unfinished-decisions", &decisions);
    let note = match &left.going_on {
        Ok(on) if on.rewritten => desk.words.text("briefing-left-rewritten"),
        Ok(_) => String::new(),
        Err(why) => why.clone(),
    };
    let told = format!("{decisions} · {}", begun(desk, left.attempt.start.started));
    briefing::Left { told, note, can_go_on: left.going_on.is_ok() }
}

/// The forms in which the customer is of another temperament.
fn temperaments(chosen: &Chosen) -> impl Iterator<Item = FormId> {
    chosen.whole.forms.iter().filter(|(_, form)| !form.is_twin()).map(|(id, _)| id.clone())
}

/// Somebody of another temperament, for the trainee.
fn other(desk: &Desk, formed: &Checked) -> String {
    let persona = &formed.customer.persona;
    let written = || desk.rules.personas.get(persona).map(|persona| persona.name.to_lowercase()).unwrap_or_default();
    let temperament = desk.words.known("persona", persona).unwrap_or_else(written);
    let values = [("name", Value::Text(&formed.customer.name)), ("temperament", Value::Text(&temperament))];
    desk.words.format("briefing-other", &values)
}

/// The briefing of what was chosen, without what only the trainee's own goal and the typefaces at hand can tell.
#[must_use]
pub fn view(desk: &Desk, chosen: &Chosen, settings: &Settings) -> View {
    let scenario = &chosen.scenario;
    // Only the first: the others would tell how it goes on.
    let channel = scenario.beats.get(&scenario.start).map(|beat| scenario.channel(beat)).unwrap_or_default();
    let minutes = desk.minutes.get(scenario.hash());
    let minutes = minutes.map(|n| desk.words.format("menu-minutes", &[("n", (*n).into())]));
    let name = [("name", Value::Text(&scenario.customer.name))];
    let forms: Vec<FormId> = if chosen.stage.is_some() { Vec::new() } else { temperaments(chosen).collect() };
    let form = forms.iter().position(|id| scenario.form() == Some(id)).map_or(0, |at| at + 1);
    let own = [("name", Value::Text(&chosen.whole.customer.name))];
    let as_written = desk.words.format("briefing-as-written", &own);
    // What a form is about would tell how to deal with it; a temperament is what one notices.
    let others = forms.iter().filter_map(|id| chosen.whole.in_form(id)).map(|formed| other(desk, &formed));
    let timed = settings.timers && scenario.beats.values().any(|beat| beat.timer.is_some());
    View {
        title: scenario.title.clone(),
        chips: [Some(sector(desk, scenario)), minutes, Some(language(desk, scenario))].into_iter().flatten().collect(),
        role: scenario.role.clone(),
        situation: scenario.briefing.clone(),
        authority: scenario.may.clone(),
        customer: scenario.customer.name.clone(),
        portrait: (channel == Channel::FaceToFace).then(|| scenario.customer.portrait.clone()),
        about: desk.words.format("briefing-about", &name),
        channels: vec![desk.words.text(keys::channel(channel))],
        goal: None,
        left: None,
        unreadable: None,
        competencies: desk
            .rules
            .rubric
            .competencies
            .iter()
            .map(|one| Competency {
                name: desk.words.rubric().name(one).to_owned(),
                definition: desk.words.rubric().definition(one).to_owned(),
            })
            .collect(),
        forms: if forms.is_empty() { Vec::new() } else { std::iter::once(as_written).chain(others).collect() },
        form,
        fixed: chosen.stage.as_ref().map(|(_, mode)| *mode),
        // On a course nobody is to know beforehand what the facilitator knows.
        guide: chosen.stage.is_none() && desk.guides.contains_key(&chosen.whole.id),
        remarks: timed.then(|| desk.words.format("briefing-timers", &name)).into_iter().collect(),
    }
}
