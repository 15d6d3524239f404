//! The live board: a thread of its own looks into the store now and then; the window sleeps until there is something new to show.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Screen;
use super::debrief_along::AtOnce;
use super::live_view::view;
use crate::game::desk::Desk;
use crate::game::drawing;
use crate::game::live::{self, Action, Names, UiState, View};
use crate::game::settings::Settings;
use crate::game::sleep::Moving;
use crate::live::{Asked, Board, Gatherer};
use crate::scenario::Checked;
use crate::store::Store;
use crate::words::Value;

/// Time from one look into the store to the next.
const BETWEEN_LOOKS: Duration = Duration::from_secs(3);

/// The systems of the live board.
pub fn plugin(app: &mut App) {
    app.init_resource::<Live>();
    app.add_systems(Startup, open_the_board.run_if(resource_exists::<Scope>));
    app.add_systems(OnEnter(Screen::Live), begin);
    app.add_systems(OnExit(Screen::Live), let_go);
    app.add_systems(PreUpdate, take_in.run_if(in_state(Screen::Live)));
    app.add_systems(EguiPrimaryContextPass, draw.run_if(in_state(Screen::Live)));
}

/// What the board is about, and where it was opened from.
#[derive(Resource, Clone, Debug)]
pub struct Scope {
    /// Id and title of the conversation; all of them where there is none.
    pub scenario: Option<(String, String)>,
    /// The screen that leaving leads to.
    pub back: Screen,
}

impl Scope {
    /// Every conversation, from the menu.
    #[must_use]
    pub fn everything() -> Self {
        Self { scenario: None, back: Screen::Menu }
    }

    /// One conversation, from its facilitator's page.
    #[must_use]
    pub fn of(scenario: &Checked) -> Self {
        Self { scenario: Some((scenario.id.clone(), scenario.title.clone())), back: Screen::Facilitator }
    }
}

/// Another store than the desk's to look into, whenever its attempts were begun: for a picture.
#[derive(Resource, Clone, Debug)]
pub struct Elsewhere {
    /// The store.
    pub store: Arc<dyn Store>,
    /// Whether names are on the board.
    pub names: Names,
}

/// What a look found, and when.
type News = (Result<Board, String>, Timestamp);

/// The board on screen.
#[derive(Resource, Default)]
struct Live {
    ui: UiState,
    view: View,
    /// The last board that could be gathered.
    board: Option<Board>,
    looking: Option<Looking>,
}

/// A thread that looks, until this is dropped.
struct Looking {
    news: Mutex<Receiver<News>>,
    _until: Sender<()>,
}

/// The program was started to show the board.
fn open_the_board(mut next: ResMut<NextState<Screen>>) {
    next.set(Screen::Live);
}

fn begin(
    desk: Res<Desk>,
    scope: Res<Scope>,
    elsewhere: Option<Res<Elsewhere>>,
    at_once: Option<Res<AtOnce>>,
    window: Option<Res<EventLoopProxyWrapper>>,
    mut live: ResMut<Live>,
) {
    let known = desk.library.iter().flatten().filter_map(|entry| entry.scenario.as_ref().ok()).map(Arc::clone);
    let mut gatherer = Gatherer::new(Arc::clone(&desk.rules), known);
    let asked = asked(&desk, &scope, elsewhere.is_some());
    *live = Live::default();
    let store: Arc<dyn Store> = match elsewhere {
        Some(elsewhere) => {
            live.ui.names = elsewhere.names;
            Arc::clone(&elsewhere.store)
        }
        None => Arc::clone(desk.store()) as _,
    };
    if at_once.is_some() {
        let news = (gatherer.look(&*store, &asked).map_err(|why| why.to_string()), Timestamp::now());
        return live.tell(&desk, &scope, news);
    }
    live.view.chips = chips(&desk, &scope);
    let proxy = window.map(|window| (**window).clone());
    let wake = move || {
        // A window that is gone has nothing to be woken for.
        let _ = proxy.as_ref().map(|proxy| proxy.send_event(WinitUserEvent::WakeUp));
    };
    let (tell, news) = channel();
    let (until, let_go_of) = channel();
    let look = move || keep_looking(&mut gatherer, &*store, &asked, &tell, &let_go_of, &wake);
    let started = thread::Builder::new().name("live board".into()).spawn(look);
    live.looking = started.ok().map(|_| Looking { news: Mutex::new(news), _until: until });
}

/// A group's attempts, whenever they were begun; those of everybody since midnight.
fn asked(desk: &Desk, scope: &Scope, elsewhere: bool) -> Asked {
    let midnight = Timestamp::now().to_zoned(TimeZone::system()).start_of_day().ok();
    let since = midnight.filter(|_| desk.cohort.is_none() && !elsewhere).map(|midnight| midnight.timestamp());
    Asked { cohort: desk.cohort.clone(), scenario: scope.scenario.as_ref().map(|(id, _)| id.clone()), since }
}

/// Looks again and again, and tells what is new: another board, or the same one a minute later.
fn keep_looking(
    gatherer: &mut Gatherer,
    store: &dyn Store,
    asked: &Asked,
    tell: &Sender<News>,
    until: &Receiver<()>,
    wake: &dyn Fn(),
) {
    let mut told: Option<(Result<Board, String>, i64)> = None;
    loop {
        let board = gatherer.look(store, asked).map_err(|why| why.to_string());
        let now = Timestamp::now();
        let this = (board, now.as_second() / 60);
        if told.as_ref() != Some(&this) {
            if tell.send((this.0.clone(), now)).is_err() {
                return;
            }
            told = Some(this);
            wake();
        }
        if until.recv_timeout(BETWEEN_LOOKS) != Err(RecvTimeoutError::Timeout) {
            return;
        }
    }
}

fn let_go(mut live: ResMut<Live>) {
    live.looking = None;
}

/// Takes in what was found, without ever waiting for it.
fn take_in(desk: Res<Desk>, scope: Res<Scope>, mut live: ResMut<Live>, mut moving: ResMut<Moving>) {
    let latest = live.looking.as_ref().and_then(|looking| {
        let news = looking.news.lock().unwrap_or_else(PoisonError::into_inner);
        news.try_iter().last()
    });
    if let Some(news) = latest {
        live.tell(&desk, &scope, news);
        moving.changed();
    }
}

impl Live {
    /// Shows what a look found; where it found nothing, the last board with the reason.
    fn tell(&mut self, desk: &Desk, scope: &Scope, (found, when): News) {
        let trouble = match found {
            Ok(board) => {
                self.board = Some(board);
                None
            }
            Err(why) => Some(desk.words.format("live-unreadable", &[("why", Value::Text(&why))])),
        };
        let Some(board) = &self.board else {
            self.view.trouble = trouble;
            return;
        };
        // A board that could not be gathered anew is as old as it was.
        let as_of = if trouble.is_some() { self.view.as_of.clone() } else { as_of(desk, when) };
        self.view = View { chips: chips(desk, scope), as_of, trouble, ..view(&desk.words, &desk.rules.rubric, board) };
    }
}

fn as_of(desk: &Desk, when: Timestamp) -> String {
    let time = when.to_zoned(TimeZone::system()).strftime("%H:%M").to_string();
    desk.words.format("live-as-of", &[("time", Value::Text(&time))])
}

fn chips(desk: &Desk, scope: &Scope) -> Vec<String> {
    let whom = desk.cohort.clone().unwrap_or_else(|| desk.words.text("live-everybody"));
    let what = scope.scenario.as_ref().map(|(_, title)| title.clone());
    std::iter::once(whom).chain(what).collect()
}

fn draw(
    mut contexts: EguiContexts,
    desk: Res<Desk>,
    settings: Res<Settings>,
    scope: Res<Scope>,
    mut live: ResMut<Live>,
    mut next: ResMut<NextState<Screen>>,
    mut moving: ResMut<Moving>,
) -> Result {
    let Live { ui: state, view, .. } = &mut *live;
    let names = state.names;
    let action = drawing::screen(&mut contexts, settings.theme, |ui| live::show(ui, &desk.words, view, state))?;
    if state.names != names {
        moving.changed();
    }
    if let Some(Action::Back) = action {
        next.set(scope.back);
        moving.changed();
    }
    Ok(())
}
