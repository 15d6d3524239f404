//! How long the customer waits for a reply: a quiet line and the seconds, above the question and always in sight. It moves once
//! a second and runs only while it can be seen. Time that passes here comes from the caller; the screen keeps no clock.

use bevy_egui::egui::{CornerRadius, Id, Label, Rect, Sense, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use super::show::Scene;
use super::speech::announce;
use super::state::UiState;
use super::view::View;
use crate::game::theme::widgets::text_job;
use crate::game::theme::{fonts, tokens};

/// The longest step that counts: a machine that stood still takes nobody's time.
const LONGEST_STEP: f32 = 2.0;
/// Pictures come a second apart, and seldom to the millisecond: so much less than a whole second counts as one.
const SLACK: f32 = 0.05;
/// Few seconds are left, and it is time to say so.
const FEW: u32 = 10;
/// Thickness of the line.
const LINE: f32 = 4.0;

/// How long the customer has been waiting in this turn.
#[derive(Clone, Debug, Default)]
pub struct Wait {
    /// Seconds the customer waits; none where they wait for as long as it takes.
    limit: Option<u32>,
    /// Words that were shown at once and are still to be read before the time begins.
    unread: f32,
    /// Seconds waited.
    waited: f32,
    /// Whether time passes: it did when the screen was last drawn.
    runs: bool,
}

impl Wait {
    /// The wait of a new turn. Whoever sees the whole line at once has as long to read it as if it had come word by word.
    #[must_use]
    pub fn of(view: &View, words: f32) -> Self {
        Self { limit: view.timer, unread: if view.words_at_once { words } else { 0.0 }, waited: 0.0, runs: false }
    }

    /// Lets time pass or stand still from now on.
    pub fn run(&mut self, runs: bool) {
        self.runs = runs && self.limit.is_some() && !self.is_over();
    }

    /// `dt` seconds have passed.
    pub fn pass(&mut self, dt: f32, words_per_minute: f32) {
        if !self.runs {
            return;
        }
        let dt = dt.clamp(0.0, LONGEST_STEP);
        let reading = (self.unread * 60.0 / words_per_minute.max(1.0)).min(dt);
        self.unread = if reading < dt { 0.0 } else { self.unread - reading * words_per_minute / 60.0 };
        self.waited += dt - reading;
    }

    /// Whether the customer has waited for as long as they do.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.limit.is_some_and(|_| self.left() <= 0.0)
    }

    /// Whether time passes.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.runs
    }

    fn left(&self) -> f32 {
        seconds(self.limit.unwrap_or_default()) - self.waited - SLACK
    }

    /// Whole seconds left, as they are shown.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative, and minutes at most")]
    fn shown(&self) -> u32 {
        self.left().ceil().max(0.0) as u32
    }

    /// The seconds that are said aloud: all of them at the start, then half, then the last ten where that comes later.
    fn said(&self) -> u32 {
        let (limit, shown) = (self.limit.unwrap_or_default(), self.shown());
        let half = limit.div_ceil(2);
        match shown {
            _ if shown <= FEW && half > FEW => FEW,
            _ if shown <= half => half,
            _ => limit,
        }
    }
}

/// Shows how long the customer waits, across all the width there is; nothing where they wait for as long as it takes. `margin`
/// is the space at the sides.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &UiState, margin: f32) {
    let Some(limit) = scene.view.timer else { return };
    let tokens = tokens(ui);
    let begun = state.words_are_complete();
    let shown = if begun { state.wait.shown() } else { limit };
    let values = |n: u32| [("name", (&scene.view.name).into()), ("n", usize::try_from(n).unwrap_or_default().into())];
    let key = if begun { "conversation-waits" } else { "conversation-will-wait" };
    let font = fonts::regular(fonts::NOTE + 1.0);
    // A sign that is new to the font's picture can be seen one picture later, which here would be a second. So all digits are
    // there from the start.
    let _ = ui.painter().layout_job(text_job("0123456789", font.clone(), tokens.soft));
    let mut job = text_job(&scene.words.format(key, &values(shown)), font, tokens.soft);
    let room = ui.available_rect_before_wrap();
    let width = (room.width() - 2.0 * margin).min(scene.sizes.measure);
    job.wrap.max_width = width;
    let text = ui.painter().layout_job(job);

    // Where there is room for air, there is air; below, the answers have some of their own.
    let (above, below) = if scene.sizes.wide { (16.0, 0.0) } else { (6.0, 6.0) };
    let height = text.size().y + 4.0 + LINE;
    let (strip, _) = ui.allocate_exact_size(vec2(room.width(), above + height + below), Sense::hover());
    let place = Rect::from_min_size(strip.min + vec2(margin, above), vec2(width, height));
    let mut child = ui.new_child(UiBuilder::new().id_salt("wait").max_rect(place));
    child.add(Label::new(text));

    let track = Rect::from_min_max(pos2(place.left(), place.bottom() - LINE), place.max);
    let share = seconds(shown) / seconds(limit.max(1));
    let round = CornerRadius::same(2);
    ui.painter().rect_filled(track, round, tokens.line);
    ui.painter().rect_filled(track.with_max_x(track.left() + track.width() * share), round, tokens.accent);

    // The seconds above are read where somebody looks for them. This is said by itself, and not every second.
    if begun {
        let said = state.wait.said();
        let key = if said == limit { "conversation-wait-begins" } else { "conversation-wait-left" };
        let text = scene.words.format(key, &values(said));
        let spoken = ui.interact(track, Id::new("seconds said"), Sense::hover());
        spoken.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &text));
        announce(ui, &spoken);
    }
}

#[expect(clippy::cast_precision_loss, reason = "minutes at most")]
fn seconds(whole: u32) -> f32 {
    whole as f32
}
