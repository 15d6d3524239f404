//! Between bevy and the screens, one file per screen: fill its view, show it, carry its action out.

#![allow(
    clippy::needless_pass_by_value,
    clippy::too_many_arguments,
    reason = "bevy hands a system what it needs, by value"
)]

pub mod briefing;
pub mod conversation;
mod conversation_thread;
pub mod conversation_view;
pub(super) mod debrief;
pub mod debrief_along;
mod debrief_model;
pub mod debrief_save;
pub mod debrief_view;
mod facilitator;
pub mod letters;
pub mod live;
mod live_view;
pub mod menu;
mod menu_folder;
mod rewriting;

use std::sync::Arc;

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::desk::Desk;
use super::goals::Goals;
use crate::attempt::{Mode, Place, by_chance};
use crate::diag::Source;
use crate::goals;
use crate::scenario::Checked;

/// The screens and the way between them.
pub fn plugin(app: &mut App) {
    app.init_state::<Screen>();
    let goals = goals::Goals::read(&app.world().resource::<Desk>().places.data);
    app.insert_resource(Goals(goals));
    app.init_resource::<letters::Letters>();
    app.add_plugins((menu::plugin, briefing::plugin, conversation::plugin, debrief::plugin, facilitator::plugin));
    app.add_plugins(live::plugin);
    app.add_plugins(rewriting::plugin);
    app.add_systems(Startup, open_what_was_named);
    app.add_systems(
        PostUpdate,
        name_the_window.run_if(state_changed::<Screen>.or_else(resource_exists_and_changed::<Chosen>)),
    );
}

/// The screen that is shown.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The scenarios.
    #[default]
    Menu,
    /// What the trainee should know before.
    Briefing,
    /// The conversation.
    Conversation,
    /// What came of it.
    Debrief,
    /// The facilitator's page.
    Facilitator,
    /// How far everybody is.
    Live,
    /// None of the game's: a sheet that a picture is taken of.
    Sheet,
}

/// The scenario that is played, briefed or debriefed.
#[derive(Resource, Clone, Debug)]
pub struct Chosen {
    /// The scenario, in the form that is played.
    pub scenario: Arc<Checked>,
    /// The scenario itself.
    pub whole: Arc<Checked>,
    /// Its text.
    pub source: Arc<Source>,
    /// Where on a course it is played, and in what mode; none outside courses.
    pub stage: Option<(Place, Mode)>,
}

impl Chosen {
    /// The same scenario as it is written now, in the form that is played where it still has that one.
    pub fn rewrite(&mut self, whole: &Arc<Checked>, source: &Arc<Source>) {
        let formed = self.scenario.form().and_then(|form| whole.in_form(form));
        self.scenario = formed.map_or_else(|| Arc::clone(whole), Arc::new);
        self.whole = Arc::clone(whole);
        self.source = Arc::clone(source);
    }

    /// A scenario that is about to be played: where its case is also told of other people, chance picks one.
    #[must_use]
    pub fn new(scenario: &Arc<Checked>, source: &Arc<Source>) -> Self {
        Self { scenario: by_chance(scenario), whole: Arc::clone(scenario), source: Arc::clone(source), stage: None }
    }
}

/// The program was started with one scenario: its briefing is the first screen.
fn open_what_was_named(mut commands: Commands, desk: Res<Desk>, mut next: ResMut<NextState<Screen>>) {
    let Some(path) = &desk.places.open else { return };
    let named = desk.library.iter().flatten().find(|entry| entry.path == *path);
    if let Some((scenario, source)) = named.and_then(|entry| Some((desk.told(entry)?, &entry.source))) {
        commands.insert_resource(Chosen::new(scenario, source));
        next.set(Screen::Briefing);
    }
}

/// The window's title says which screen it shows: a screen reader and the task bar read it.
fn name_the_window(
    screen: Res<State<Screen>>,
    chosen: Option<Res<Chosen>>,
    desk: Res<Desk>,
    mut window: Single<&mut Window, With<PrimaryWindow>>,
) {
    let key = match screen.get() {
        Screen::Menu | Screen::Sheet => None,
        Screen::Briefing => Some("window-briefing"),
        Screen::Conversation => Some("window-conversation"),
        Screen::Debrief => Some("window-debrief"),
        Screen::Facilitator => Some("window-facilitator"),
        Screen::Live => Some("window-live"),
    };
    window.title = match (key, chosen) {
        (Some(key), _) if *screen.get() == Screen::Live => format!("{} · Amends", desk.words.text(key)),
        (Some(key), Some(chosen)) => format!("{} · {} · Amends", desk.words.text(key), chosen.scenario.title),
        _ => "Amends".to_owned(),
    };
}
