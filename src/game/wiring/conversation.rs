//! The conversation: time passes here, and nowhere else.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::Screen;
use super::conversation_thread::was_on_hold;
use super::conversation_view::{expression, view};
use crate::attempt::Playing;
use crate::customer::Variable;
use crate::game::conversation::{self, Action, StageKind, UiState};
use crate::game::debrief::Page;
use crate::game::desk::Desk;
use crate::game::drawing;
use crate::game::menu::{MAX_TEXT, MIN_TEXT, TEXT_STEPS};
use crate::game::settings::Settings;
use crate::game::sleep::{Moving, notice_input};
use crate::game::sounds::Moment;
use crate::game::stage::{
    Expression, Light, Look, Phase, paint_counter, paint_phone, paint_place, paint_portrait, picture_of, portrait_rect,
};
use crate::game::theme::Theme;
use crate::game::voice::Line;
use crate::scenario::{Channel, Checked};
use crate::session::{Event, Given};

/// Seconds of one breath.
const BREATH: f32 = 4.5;
/// Seconds in which there is one blink, of those how many it may be late, and how long it takes.
const BLINK_EVERY: f32 = 3.7;
const BLINK_LATE: f32 = 2.0;
const BLINK: f32 = 0.16;
/// How long a reply may take to be kept before somebody who waits is told.
const PATIENCE: Duration = Duration::from_millis(300);
/// A picture that comes late must not make words jump.
const LONGEST_STEP: f32 = 0.1;

/// The conversation's systems.
pub fn plugin(app: &mut App) {
    app.add_systems(EguiPrimaryContextPass, draw.run_if(in_state(Screen::Conversation)));
    app.add_systems(PreUpdate, pass_time.after(notice_input).run_if(in_state(Screen::Conversation)));
}

/// The conversation on screen.
#[derive(Resource)]
pub struct Conversation {
    /// The attempt.
    pub playing: Playing,
    /// The same a reply later, and since when, while that reply is not on disk yet.
    next: Option<(Playing, Instant)>,
    /// The page its debrief opens with.
    pub debrief: Page,
    /// Whether somebody decided something in it, and is not only to read it.
    pub was_decided: bool,
    ui: UiState,
    face: Expression,
    life: f32,
    since: Instant,
}

impl Conversation {
    /// An attempt as it comes on screen.
    #[must_use]
    pub fn new(playing: Playing) -> Self {
        let face = expression(&playing);
        Self {
            playing,
            next: None,
            debrief: Page::Question,
            was_decided: true,
            ui: UiState::default(),
            face,
            life: 0.0,
            since: Instant::now(),
        }
    }

    /// An attempt that is only read: nobody is asked anything who decided nothing.
    #[must_use]
    pub fn to_be_read(self) -> Self {
        Self { was_decided: false, ..self.debriefed_at(Page::Evidence) }
    }

    /// An attempt whose debrief opens with another page than the question.
    #[must_use]
    pub fn debriefed_at(mut self, page: Page) -> Self {
        self.debrief = page;
        self
    }

    /// An attempt as a picture shows it: with the notebook open, or at a pause, or neither.
    #[must_use]
    pub fn on_page(playing: Playing, notebook: bool, paused: bool) -> Self {
        let mut conversation = Self::new(playing);
        conversation.ui.set_notebook(notebook);
        conversation.ui.set_paused(paused);
        conversation
    }

    /// Goes on with another attempt in place of this one: what is said and shown already does not come anew.
    pub fn go_on_as(&mut self, playing: Playing) {
        self.playing = playing;
        self.next = None;
        self.since = Instant::now();
        self.ui.ask_again();
    }

    /// Goes on with the same attempt where only the words of its scenario are others, and says whether it is so.
    pub fn retell(&mut self, scenario: &Arc<Checked>) -> bool {
        let (mut playing, mut next) = (self.playing.clone(), self.next.clone());
        let same_language = playing.session().scenario().language == scenario.language;
        // A reply that is being kept is one of this attempt, in whatever words.
        let retold = same_language
            && playing.retell(Arc::clone(scenario)).is_ok()
            && next.as_mut().is_none_or(|(next, _)| next.retell(Arc::clone(scenario)).is_ok());
        if retold {
            self.go_on_as(playing);
            self.next = next;
        }
        retold
    }

    /// The line the customer says now, as a voice speaks it; nothing where they say nothing.
    #[must_use]
    pub fn line(&self) -> Option<Line> {
        let words =
            self.playing.session().says(&self.playing.now().state).filter(|words| !words.is_empty())?.to_owned();
        let language = self.playing.session().scenario().language.clone();
        Some(Line { turn: self.playing.turns().len(), hearings: self.ui.hearings(), language, words })
    }

    /// Where it stands, as far as it can be heard.
    #[must_use]
    pub fn moment(&self) -> Moment {
        let (now, scenario) = (self.playing.now(), self.playing.session().scenario());
        let beat = self.playing.session().beat(&now.state);
        let place = beat.and_then(|beat| scenario.place(beat)).unwrap_or_default();
        Moment {
            turn: self.playing.turns().len(),
            channel: self.channel(),
            place: picture_of(place, &scenario.sector).to_owned(),
            new_contact: now.events.iter().any(|event| matches!(event, Event::NewContact { .. })),
            on_hold: was_on_hold(&self.playing),
        }
    }

    /// Whether it is paused.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.ui.is_paused()
    }

    /// The share of a blink at this moment of life. Nobody blinks like a clock: one comes sooner, another later.
    fn blink(&self) -> f32 {
        let blinks = (self.life / BLINK_EVERY).floor();
        let late = BLINK_LATE * (blinks * 12.9).sin().abs();
        let into = self.life - blinks * BLINK_EVERY - late;
        if (0.0..BLINK).contains(&into) { 1.0 - (2.0 * into / BLINK - 1.0).abs() } else { 0.0 }
    }

    /// How the two are in touch where the customer speaks; nothing where nobody does.
    fn channel(&self) -> Option<Channel> {
        let now = &self.playing.now().state;
        let beat = self.playing.session().beat(now)?;
        let speaks = self.playing.session().says(now).is_some_and(|says| !says.is_empty());
        speaks.then(|| self.playing.session().scenario().channel(beat))
    }

    /// Whether somebody can be seen or heard who is alive while nothing happens.
    fn is_in_company(&self) -> bool {
        !self.ui.is_paused() && matches!(self.channel(), Some(Channel::FaceToFace | Channel::Phone))
    }
}

/// Puts a conversation on screen. Its scenario must be the one that is [`super::Chosen`].
pub fn begin(commands: &mut Commands, next: &mut NextState<Screen>, conversation: Conversation) {
    commands.insert_resource(conversation);
    next.set(Screen::Conversation);
}

/// Words appear and the face follows the feeling. While either happens, and for as long as somebody is there to see it, the
/// customer breathes and blinks. Then all is still, with open eyes.
fn pass_time(
    time: Res<Time<Real>>,
    settings: Res<Settings>,
    mut conversation: ResMut<Conversation>,
    mut moving: ResMut<Moving>,
) {
    let dt = time.delta_secs().min(LONGEST_STEP);
    let conversation = conversation.as_mut();
    if conversation.settle() {
        moving.keep_going();
    }
    let target = expression(&conversation.playing);
    // Pictures of a wait are a second apart, and each counts whole.
    conversation.ui.wait(time.delta_secs(), settings.speed.words_per_minute());
    if settings.reduced_motion {
        conversation.face = target;
        conversation.life = BLINK;
        return;
    }
    let at_work = conversation.ui.is_moving() || !conversation.face.settled(&target);
    let alive = moving.is_somebody_there() && conversation.is_in_company();
    if at_work || alive || conversation.blink() > 0.0 {
        conversation.ui.tick(dt, settings.speed.words_per_minute());
        conversation.face = conversation.face.towards(target, dt);
        conversation.life += dt;
        moving.keep_going();
    }
}

fn draw(
    mut contexts: EguiContexts,
    desk: Res<Desk>,
    mut settings: ResMut<Settings>,
    mut conversation: ResMut<Conversation>,
    mut next: ResMut<NextState<Screen>>,
    mut moving: ResMut<Moving>,
) -> Result {
    let Conversation { playing, ui: state, face, .. } = conversation.as_ref();
    let mut view = view(&desk, playing, *face, &settings);
    if conversation.is_kept_waiting() {
        view.notice = Some(desk.words.text("conversation-keeping"));
    }
    let scenario = playing.session().scenario();
    let beat = playing.session().beat(&playing.now().state);
    let place = beat.and_then(|beat| scenario.place(beat)).unwrap_or_default();
    let meets = beat.is_some_and(|beat| scenario.channel(beat) == Channel::FaceToFace);
    let place = if meets { picture_of(place, &scenario.sector) } else { place };
    // Where nobody speaks, nobody is there: the place stands empty, and no line is open. Who writes is somewhere else.
    let channel = conversation.channel();
    let present = channel == Some(Channel::FaceToFace);
    let on_the_phone = channel == Some(Channel::Phone);
    let look = Look::of(&scenario.customer.portrait);
    let initial = conversation::initial(&scenario.customer.name);
    let tense = share(playing.now().state.customer.read(Variable::Anger));
    let phase = Phase { breath: (conversation.life / BREATH).fract(), blink: conversation.blink() };
    // Whoever reads on dark paper sits in the evening; a bright room would dazzle there.
    let light = if settings.theme == Theme::Night { Light::Evening } else { Light::Day };
    let mut state = state.clone();
    let said = state.share_said();
    let mut paint = |painter: &bevy_egui::egui::Painter, rect, kind| match kind {
        StageKind::Place => {
            paint_place(painter, rect, place, light);
            if present {
                paint_portrait(painter, portrait_rect(rect), &look, face, phase);
            }
            paint_counter(painter, rect, place, light);
        }
        StageKind::Face => paint_portrait(painter, rect, &look, face, phase),
        StageKind::Phone => paint_phone(painter, rect, initial, said, tense, phase.breath),
    };
    let theme = if on_the_phone { settings.theme.on_the_phone() } else { settings.theme };
    let action =
        drawing::screen(&mut contexts, theme, |ui| conversation::show(ui, &desk.words, &view, &mut state, &mut paint))?;
    if state.is_moving() {
        moving.keep_going();
    }
    if state.is_waiting() {
        moving.in_a_second();
    }
    conversation.ui = state;
    let Some(action) = action else { return Ok(()) };
    moving.changed();
    match conversation.act(action) {
        None => {}
        Some(Onward::To(screen)) => next.set(screen),
        Some(Onward::Text { bigger }) => set_text(&mut settings, &desk, bigger),
    }
    Ok(())
}

/// What an action asks for beyond the conversation itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onward {
    /// Another screen.
    To(Screen),
    /// Another size of the text.
    Text {
        /// One step up, or one down.
        bigger: bool,
    },
}

impl Conversation {
    /// Carries an action out: a reply is taken here, everything else is asked for.
    pub fn act(&mut self, action: Action) -> Option<Onward> {
        match action {
            Action::Reply(id) => self.answer(Given::Reply(id.as_str().into())),
            Action::Fragments(ids) => self.answer(Given::Fragments(ids.into_iter().collect())),
            Action::Silence => self.answer(Given::Silence),
            Action::Leave => {
                // With a reply that is being kept, what was held back is on its way to the disk.
                if self.next.is_none() {
                    self.playing.leave();
                }
                return Some(Onward::To(Screen::Menu));
            }
            Action::ToDebrief => return Some(Onward::To(Screen::Debrief)),
            Action::TextBigger => return Some(Onward::Text { bigger: true }),
            Action::TextSmaller => return Some(Onward::Text { bigger: false }),
        }
        None
    }

    fn answer(&mut self, given: Given) {
        // A second click on a reply that is being kept changes nothing.
        if self.next.is_some() {
            return;
        }
        let mut next = self.playing.clone();
        // A reply that is not offered can only be a click on a picture that is already gone; it changes nothing.
        if next.answer(given, self.since.elapsed()).is_ok() {
            self.next = Some((next, Instant::now()));
            self.settle();
        }
    }

    /// Goes over to what comes after a reply once that is on disk, or cannot be brought there. Whether one is still waited for.
    pub fn settle(&mut self) -> bool {
        let Some((mut next, since)) = self.next.take() else {
            self.playing.settle();
            return false;
        };
        if next.settle() {
            self.playing = next;
            self.since = Instant::now();
        } else {
            self.next = Some((next, since));
        }
        self.next.is_some()
    }

    /// Whether a reply is taken and not kept yet: until it is, nothing else may take this attempt's place.
    #[must_use]
    pub fn is_keeping(&self) -> bool {
        self.next.is_some()
    }

    /// Whether somebody has waited long enough for a reply to be kept that they should be told.
    fn is_kept_waiting(&self) -> bool {
        self.next.as_ref().is_some_and(|(_, since)| since.elapsed() > PATIENCE)
    }
}

fn set_text(settings: &mut Settings, desk: &Desk, bigger: bool) {
    let now = settings.text_percent;
    let step = if bigger {
        TEXT_STEPS.into_iter().find(|step| *step > now)
    } else {
        TEXT_STEPS.into_iter().rev().find(|step| *step < now)
    };
    settings.text_percent = step.unwrap_or(now).clamp(MIN_TEXT, MAX_TEXT);
    settings.write(&desk.places.data);
}

#[expect(clippy::cast_precision_loss, reason = "0 to 1000")]
fn share(thousandths: i32) -> f32 {
    thousandths as f32 / 1000.0
}
