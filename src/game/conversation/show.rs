//! The conversation screen: keys first, then the page that lies on top or the two columns below. Everything that changes the
//! turn goes out as an [`Action`]; what is only looked at stays in [`UiState`].

use bevy_egui::egui::{
    Align, Label, Layout, Memory, Mesh, Painter, Rect, Response, Shape, Stroke, Ui, UiBuilder, vec2,
};

use super::keys::{self, Press};
use super::layout::{self, Sizes, Spacing};
use super::state::{Asked, UiState};
use super::view::{Action, Ask, Channel, StageKind, View};
use super::{answer, bar, column, legend, notebook, pause, stage, timer};
use crate::game::theme::widgets::text_job;
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// Points that one press of an arrow scrolls.
const LINE: f32 = 60.0;

/// Paints the picture: the place with the person in it, or the sound of a voice.
pub type Paint<'a> = &'a mut dyn FnMut(&Painter, Rect, StageKind);

/// What every part of the screen needs.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The interface's texts.
    pub words: &'a Words,
    /// What is shown.
    pub view: &'a View,
    /// The sizes for this window.
    pub sizes: Sizes,
    /// Keys pressed in this frame that no one has used yet.
    pub presses: &'a [Press],
    /// The replies have only just come: clicks do not answer yet.
    pub unread: bool,
}

impl Scene<'_> {
    /// Whether `response` was clicked by somebody who could have read it.
    #[must_use]
    pub fn clicked(&self, response: &Response) -> bool {
        response.clicked() && !self.unread
    }
}

/// Shows the conversation in all the room `ui` has, and answers what the trainee did. Call `state.tick` before it while
/// `state.is_moving()`; `paint` draws the picture into the rectangle it is given and may draw over all of it.
pub fn show(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState, paint: Paint<'_>) -> Option<Action> {
    if state.follow(view)
        && let Some(focused) = ui.memory(Memory::focused)
    {
        // What was reached with Tab before the answer does not take the keys of the next turn.
        ui.memory_mut(|memory| memory.surrender_focus(focused));
    }
    let rect = ui.available_rect_before_wrap();
    let sizes = Sizes::of(rect.size());
    // What was written so far is scrolled with the arrows while it has the focus.
    let reads_back = state.thread.is_some() && ui.memory(Memory::focused) == state.thread;
    let own = reads_back || ui.memory(Memory::focused).is_none_or(|id| state.targets.contains(&id));
    state.thread = None;
    state.scroll_thread = 0.0;
    let mut presses = keys::take(ui, !own);
    state.targets.clear();
    ui.painter().rect_filled(rect, 0.0, tokens(ui).paper);
    let mut page =
        ui.new_child(UiBuilder::new().id_salt("conversation").max_rect(rect).layout(Layout::top_down(Align::Min)));
    ui.advance_cursor_after_rect(rect);

    for press in std::mem::take(&mut presses) {
        match press {
            Press::Escape if state.notebook && !state.paused => state.notebook = false,
            Press::Escape => state.paused = !state.paused,
            Press::Notebook if !state.paused => state.notebook = !state.notebook,
            Press::Again if view.fades() && !state.paused => state.hear_again(),
            Press::Up if reads_back && !state.paused => state.scroll_thread += LINE,
            Press::Down if reads_back && !state.paused => state.scroll_thread -= LINE,
            other => presses.push(other),
        }
    }
    let scene = Scene { words, view, sizes, presses: &presses, unread: false };
    // Nobody's time runs out where it cannot be seen: on a page that lies on top, or in a window that somebody has left.
    state.wait.run(false);
    if state.paused {
        return pause::show(&mut page, &scene, state, paint);
    }
    if state.notebook && !(sizes.wide && stage::has_room_for_notebook(&page, &scene)) {
        notebook::page(&mut page, &scene, state);
        return None;
    }
    let clicked = ui.input(|input| input.pointer.primary_clicked());
    let hurried = presses.iter().any(Press::answers);
    let scene = if !state.words_are_complete() && (clicked || hurried) {
        // Whatever was pressed before the line was finished only finishes it: nobody chooses unread.
        state.complete_words();
        ui.ctx().request_repaint();
        Scene { presses: &[], ..scene }
    } else {
        scene
    };
    let unread = state.is_unread(ui.input(|input| input.time));
    let mut presses = scene.presses.to_vec();
    presses.retain(|press| state.asked != Asked::Answered && !(unread && press.answers()));
    let scene = Scene { presses: &presses, unread, ..scene };
    let action = if sizes.wide {
        two_columns(&mut page, &scene, state, paint)
    } else {
        column::show(&mut page, &scene, state, paint)
    };
    action.or_else(|| silence(ui, state))
}

/// Lets the customer's patience run once all the words are said. At its end nothing was said: that is answered once.
fn silence(ui: &Ui, state: &mut UiState) -> Option<Action> {
    if state.asked != Asked::Waiting || state.paused {
        return None;
    }
    if state.wait.is_over() {
        state.asked = Asked::Answered;
        return Some(Action::Silence);
    }
    state.wait.run(ui.input(|input| input.focused));
    None
}

fn two_columns(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, paint: Paint<'_>) -> Option<Action> {
    ui.spacing_mut().item_spacing.y = 0.0;
    bar::wide(ui, scene, state);
    bar::notice(ui, scene);
    let (left, right) = layout::halves(ui.available_rect_before_wrap());
    stage::show(ui, scene, state, left, paint);
    ui.painter().vline(right.left(), right.y_range(), Stroke::new(1.0, tokens(ui).line));

    let margin = scene.sizes.margin;
    let button = state.words_are_complete() && matches!(scene.view.ask, Ask::Paraphrase(_));
    let id = ui.id().with(("height of the foot", button));
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(if button { 78.0 } else { 24.0 });
    let foot = Rect::from_min_max(right.left_bottom() - vec2(0.0, known + 28.0), right.max).shrink2(vec2(margin, 0.0));
    let foot = foot.with_max_x(foot.right().min(foot.left() + scene.sizes.measure));
    let body = right.with_max_y(foot.top() - layout::FOLD);
    let mut above = ui.new_child(UiBuilder::new().id_salt("above").max_rect(body));
    timer::show(&mut above, scene, state, margin);
    let body = if scene.view.timer.is_some() { body.with_min_y(above.min_rect().bottom()) } else { body };
    let (action, more) = answers(ui, scene, state, body);

    let place = foot.with_min_y(foot.top() + 14.0);
    let mut child = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(place));
    let said = answer::apart(&mut child, scene, state);
    legend::show(&mut child, scene, state);
    let height = child.min_rect().height();
    if (height - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.ctx().request_discard("the foot has another height");
        ui.ctx().request_repaint();
    }
    fold(ui, scene, foot, more);
    action.or(said)
}

/// The answers in `body`, as close together as they must be to be in sight at once; whether they go on below all the same.
fn answers(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, body: Rect) -> (Option<Action>, bool) {
    // What is shown there; what it needs changes with nothing else.
    let shown = (scene.view.turn, state.words_are_complete(), body.width().to_bits(), body.height().to_bits());
    let id = ui.id().with("spacing of the answers");
    let known =
        ui.data(|data| data.get_temp::<((usize, bool, u32, u32), Spacing)>(id)).filter(|(before, _)| *before == shown);
    let spacing = known.map(|(_, spacing)| spacing).unwrap_or_default();
    let scene = Scene { sizes: scene.sizes.spaced(spacing), ..*scene };
    let mut child = ui.new_child(UiBuilder::new().id_salt("answers").max_rect(body));
    let (action, reach) = answer::scrolling(&mut child, &scene, state, scene.sizes.margin);
    if let Some(closer) = spacing.closer().filter(|_| reach.needs_scrolling) {
        ui.data_mut(|data| data.insert_temp(id, (shown, closer)));
        ui.ctx().request_discard("the answers move closer together");
        ui.ctx().request_repaint();
    }
    (action, reach.goes_on)
}

/// The line under the replies; where they go on below it, they fade, and it says so.
fn fold(ui: &mut Ui, scene: &Scene<'_>, foot: Rect, more: bool) {
    /// Height in which the words fade.
    const FADE: f32 = 30.0;
    let tokens = tokens(ui);
    if more {
        let bottom = foot.top() - layout::FOLD;
        let place = Rect::from_x_y_ranges(foot.x_range(), bottom - FADE..=bottom).expand2(vec2(8.0, 0.0));
        let mut mesh = Mesh::default();
        for (corner, colour) in [
            (place.left_top(), tokens.paper.gamma_multiply(0.0)),
            (place.right_top(), tokens.paper.gamma_multiply(0.0)),
            (place.left_bottom(), tokens.paper),
            (place.right_bottom(), tokens.paper),
        ] {
            mesh.colored_vertex(corner, colour);
        }
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(1, 2, 3);
        ui.painter().add(mesh);
    }
    let rule = [foot.left_top(), foot.right_top()];
    ui.painter().extend(Shape::dashed_line(&rule, Stroke::new(1.0, tokens.line), 4.0, 4.0));
    if more {
        let text = scene.words.text("conversation-more-below");
        let text = ui.painter().layout_job(text_job(&text, fonts::regular(fonts::NOTE), tokens.accent));
        let place = Rect::from_center_size(foot.center_top(), text.size());
        ui.painter().rect_filled(place.expand2(vec2(10.0, 0.0)), 0.0, tokens.paper);
        ui.put(place, Label::new(text));
    }
}

/// The heading over the replies, with the number of the turn at its right.
pub fn heading(ui: &mut Ui, scene: &Scene<'_>, complete: bool) -> Rect {
    let view = scene.view;
    let key = match (&view.ask, complete) {
        (Ask::Ended(_), true) => "conversation-over",
        (_, false) if view.channel.is_written() => "conversation-read",
        (_, false) => "conversation-listen",
        (Ask::Choose(replies), true) if replies.iter().all(|reply| reply.say.is_none()) => "conversation-choose-act",
        (Ask::Choose(_), true) => match view.channel {
            Channel::FaceToFace | Channel::Phone => "conversation-choose",
            Channel::Chat => "conversation-choose-written",
            Channel::Email => "conversation-choose-mail",
            Channel::Social => "conversation-choose-public",
        },
        (Ask::Paraphrase(_), true) => "conversation-paraphrase",
        (Ask::Commit(_), true) => "conversation-commit",
    };
    let tokens = tokens(ui);
    let width = ui.available_width();
    let over = matches!(view.ask, Ask::Ended(_));
    let turn = scene.words.format("conversation-turn", &[("turn", view.turn.into())]);
    let turn = if over { String::new() } else { turn };
    let turn = ui.painter().layout_job(text_job(&turn, fonts::regular(fonts::NOTE), tokens.soft));
    let mut job = text_job(&scene.words.text(key), fonts::semibold(scene.sizes.body + 1.0), tokens.ink);
    job.wrap.max_width = (width - turn.size().x - 12.0).max(40.0);
    let text = ui.painter().layout_job(job);
    ui.allocate_ui_with_layout(vec2(width, text.size().y), Layout::left_to_right(Align::Center), |ui| {
        ui.add(Label::new(text));
        if !over {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.add(Label::new(turn)));
        }
    })
    .response
    .rect
}

/// Whether the phone's layout is asked for: no face, no cards around the words.
#[must_use]
pub fn is_phone(view: &View) -> bool {
    view.channel == Channel::Phone && !view.says.is_empty()
}
