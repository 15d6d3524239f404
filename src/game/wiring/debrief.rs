//! The debrief.

use std::sync::Arc;

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::conversation::{Conversation, begin};
use super::debrief_along::{AtOnce, Looking};
use super::debrief_model::model;
use super::debrief_save::{AsItStands, Saving, save_page};
use super::debrief_view::view;
use super::rewriting::Rewriting;
use super::{Chosen, Screen};
use crate::attempt::Opening;
use crate::game::debrief::{self, Action, Answers, Save, UiState, View};
use crate::game::desk::Desk;
use crate::game::drawing;
use crate::game::goals::Goals;
use crate::game::settings::Settings;
use crate::game::sleep::Moving;

pub fn plugin(app: &mut App) {
    app.init_resource::<Looking>();
    app.init_resource::<Saving>();
    app.add_systems(OnEnter(Screen::Debrief), draw_up);
    app.add_systems(OnExit(Screen::Debrief), leave);
    app.add_systems(EguiPrimaryContextPass, draw.run_if(in_state(Screen::Debrief)));
}

/// Nothing goes on beside the window for a debrief that nobody reads.
fn leave(mut looking: ResMut<Looking>, mut saving: ResMut<Saving>) {
    looking.leave();
    saving.leave();
}

/// The debrief on screen.
#[derive(Resource)]
struct Debriefing {
    view: View,
    ui: UiState,
}

/// How tall a picture must be to show the whole debrief that was drawn last, in points; nothing where none was.
#[must_use]
pub fn whole_height(world: &World) -> f32 {
    world.get_resource::<Debriefing>().map_or(0.0, |debriefing| debriefing.ui.whole_height())
}

fn draw_up(
    mut commands: Commands,
    desk: Res<Desk>,
    conversation: Res<Conversation>,
    at_once: Option<Res<AtOnce>>,
    stands: Option<Res<AsItStands>>,
    chosen: Res<Chosen>,
    settings: Res<Settings>,
    goals: Res<Goals>,
    mut looking: ResMut<Looking>,
) {
    if let Some(stands) = stands {
        let AsItStands { view, ui } = AsItStands::clone(&stands);
        return commands.insert_resource(Debriefing { view, ui });
    }
    let mut view = view(&desk, &conversation.playing);
    view.model = model(&desk, conversation.playing.session(), &chosen.source);
    let asked = settings.ask_about_work && conversation.was_decided && !view.interrupted;
    view.voice = asked.then(Answers::default);
    view.goal = goals.of(settings.trainee().as_deref()).map(str::to_owned);
    if at_once.is_some() {
        Looking::now(&mut view, &desk, &conversation.playing);
    } else {
        looking.begin(&conversation.playing);
    }
    commands.insert_resource(Debriefing { view, ui: UiState::at(conversation.debrief) });
}

fn draw(
    mut contexts: EguiContexts,
    mut commands: Commands,
    mut desk: ResMut<Desk>,
    settings: Res<Settings>,
    chosen: Res<Chosen>,
    mut conversation: ResMut<Conversation>,
    mut news: ResMut<Rewriting>,
    mut debriefing: ResMut<Debriefing>,
    mut looking: ResMut<Looking>,
    mut goals: ResMut<Goals>,
    mut saving: ResMut<Saving>,
    mut next: ResMut<NextState<Screen>>,
    mut moving: ResMut<Moving>,
) -> Result {
    let Debriefing { view, ui: state } = debriefing.as_mut();
    saving.tell_when_saved(view, &desk.words, &mut moving);
    looking.show_when_there(view, &desk, &conversation.playing, &mut moving);
    let asked_before = state.reflection.is_some();
    let action = drawing::screen(&mut contexts, settings.theme, |ui| debrief::show(ui, &desk.words, view, state))?;
    keep_reflection(&mut conversation, asked_before, state);
    let Some(action) = action else { return Ok(()) };
    moving.changed();
    match action {
        Action::PlayAgain => next.set(Screen::Briefing),
        Action::Menu => next.set(Screen::Menu),
        Action::SavePage => view.save = Save::Told(save_page(&desk, view, state, &conversation.playing)),
        Action::SavePicture => {
            view.save = Save::Told(saving.begin(&desk, &settings, &chosen, &conversation.playing, (&*view, &*state)));
        }
        Action::Hear(answers) => {
            conversation.playing.hear(answers.confident, answers.obstacle);
            view.voice = Some(answers);
        }
        Action::Goal(goal) => {
            goals.keep(settings.trainee().as_deref(), &goal, &desk.places.data);
            view.goal = Some(goal);
        }
        Action::RetryFrom(decision) => match try_again(&desk, &chosen, &settings, &conversation, decision) {
            Ok((again, lost)) => {
                news.lost(&desk, lost, again.playing.turns().len());
                begin(&mut commands, &mut next, again);
            }
            Err(why) => {
                desk.notices.push(why);
                next.set(Screen::Menu);
            }
        },
    }
    Ok(())
}

/// What the trainee would do differently is kept with the attempt, once they have said it.
fn keep_reflection(conversation: &mut Conversation, asked_before: bool, state: &UiState) {
    if let Some(reflection) = state.reflection.as_ref().filter(|_| !asked_before) {
        let choice = reflection.picked.iter().map(|index| index + 1).collect();
        conversation.playing.reflect(choice, &reflection.words);
    }
}

/// A new attempt, for practice, that stands where decision `from` was taken: the same order of replies, the same way there. Where
/// the scenario was rewritten since, it is the new one, and the way goes as far as it holds.
fn try_again(
    desk: &Desk,
    chosen: &Chosen,
    settings: &Settings,
    before: &Conversation,
    from: usize,
) -> std::result::Result<(Conversation, usize), String> {
    let played = before.playing.session().scenario();
    let rewritten = played.hash() != chosen.whole.hash();
    // In the form it was played in.
    let scenario = Arc::clone(if rewritten { &chosen.scenario } else { played });
    let opening = Opening {
        settings: settings.that_help(),
        trainee: settings.trainee(),
        ..Opening::new(scenario, &chosen.source.text, Arc::clone(&desk.rules))
    };
    let (again, lost) = desk.again(&before.playing, opening, from)?;
    Ok((Conversation::new(again), lost))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::Playing;
    use crate::game::debrief::{Page, Reflection};
    use crate::game::desk::Places;
    use crate::store::Filter;

    #[test]
    fn what_the_trainee_would_do_differently_is_kept_with_the_attempt_once() {
        let data = tempfile::tempdir().expect("a folder");
        let scenarios = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let desk = Desk::new(Places { scenarios, data: data.path().to_owned(), open: None });
        let (entry, scenario) = desk.entry("wrong-form").expect("it is shipped");
        let opening = Opening {
            seed: Some(3),
            ..Opening::new(Arc::clone(scenario), &entry.source.text, Arc::clone(&desk.rules))
        };
        let mut conversation = Conversation::new(Playing::start(opening, desk.recorder()).expect("an attempt"));
        let mut state = UiState::at(Page::Question);
        keep_reflection(&mut conversation, false, &state);
        state.reflection = Some(Reflection { picked: [0, 2].into(), words: " ask first ".into() });
        keep_reflection(&mut conversation, false, &state);
        keep_reflection(&mut conversation, true, &state);
        let mut lines = Vec::new();
        let store = desk.store();
        store
            .each(&Filter::default(), &mut |kept| {
                lines.extend(kept.lines);
                std::ops::ControlFlow::Continue(())
            })
            .expect("a record");
        assert_eq!(lines.iter().filter(|line| line.contains("reflection")).count(), 1);
        let attempts = store.attempts(&Filter::default()).expect("it can be read");
        let kept = attempts.first().and_then(|attempt| attempt.reflection.clone()).expect("a reflection");
        assert_eq!((kept.choice.as_slice(), kept.text.as_str()), ([1, 3].as_slice(), "ask first"));
    }
}
