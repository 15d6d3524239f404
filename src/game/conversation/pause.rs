//! The pause: going on, leaving with one's place kept, and the size of the text. It lies beside the face, never over it.

use bevy_egui::egui::{
    Align, CornerRadius, FocusDirection, Frame, Label, Layout, Margin, Memory, Rect, ScrollArea, Stroke, Ui, UiBuilder,
    vec2,
};

use super::keys::Press;
use super::notebook::half_a_head;
use super::show::{Paint, Scene, is_phone};
use super::state::UiState;
use super::view::{Action, StageKind};
use crate::game::theme::widgets::{icon_button, note, primary_button, secondary_button, text_job};
use crate::game::theme::{fonts, soft_shadow, tokens};

/// The least width for the card beside a face, with the room around it.
const LEAST: f32 = 340.0;

/// The pause, over the dimmed picture; where there is no room beside the face, on a page of its own.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, paint: Paint<'_>) -> Option<Action> {
    let tokens = tokens(ui);
    let rect = ui.max_rect();
    let aside = if is_phone(scene.view) { None } else { beside_the_face(rect) };
    if aside.is_some() {
        paint(&ui.painter_at(rect), rect, StageKind::Place);
        ui.painter().rect_filled(rect, 0.0, tokens.veil);
    }
    let mut action = None;
    for press in scene.presses {
        match press {
            Press::Enter => state.paused = false,
            Press::Bigger => action = Some(Action::TextBigger),
            Press::Smaller => action = Some(Action::TextSmaller),
            Press::Down => ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next)),
            Press::Up => ui.memory_mut(|memory| memory.move_focus(FocusDirection::Previous)),
            _ => {}
        }
    }
    let id = ui.id().with("pause height");
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(320.0);
    let room = aside.unwrap_or(rect);
    let size = vec2((room.width() - 24.0).min(420.0), known.min(rect.height() - 16.0));
    let place = Rect::from_center_size(room.center(), size);
    let small = rect.height() < 420.0;
    let mut child = ui.new_child(UiBuilder::new().id_salt("pause").max_rect(place));
    let frame = Frame::new()
        .fill(tokens.card)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CornerRadius::same(18))
        .shadow(soft_shadow(tokens))
        .inner_margin(Margin::symmetric(if small { 16 } else { 28 }, if small { 12 } else { 24 }));
    let padding = 2.0 * frame.inner_margin.topf() + 2.0;
    frame.show(&mut child, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        let top = ui.cursor().top();
        head(ui, scene, &mut action);
        let head = ui.cursor().top() - top;
        let room = (size.y - padding - head).max(0.0);
        let output = ScrollArea::vertical().auto_shrink([false, true]).max_height(room).show(ui, |ui| {
            contents(ui, scene, state, &mut action);
        });
        // A little more than it takes: a share of a point that is missing would bring a scroll bar.
        let height = head + output.content_size.y + padding + 2.0;
        if (height - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, height));
            ui.ctx().request_discard("the pause has another height");
            ui.ctx().request_repaint();
        }
    });
    action
}

/// The part of the window at the left of the person's face, where it is wide enough for the card.
fn beside_the_face(rect: Rect) -> Option<Rect> {
    let room = rect.with_max_x(rect.center().x - half_a_head(rect));
    (room.width() >= LEAST).then_some(room)
}

fn contents(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, action: &mut Option<Action>) {
    let text = |key: &str| scene.words.text(key);
    note(ui, &scene.view.title);
    ui.with_layout(Layout::top_down_justified(Align::Min), |ui| {
        let go_on = primary_button(ui, &text("conversation-go-on"), "Esc");
        if ui.memory(Memory::focused).is_none() {
            go_on.request_focus();
        }
        if go_on.clicked() {
            state.paused = false;
        }
        ui.add_space(2.0);
        if secondary_button(ui, &text("conversation-leave"), "").clicked() {
            *action = Some(Action::Leave);
        }
    });
    ui.add_space(-4.0);
    note(ui, &text("conversation-leave-note"));
}

/// What the page is, and the size of the text: where the letters are too large, nobody has to look for what makes them smaller.
fn head(ui: &mut Ui, scene: &Scene<'_>, action: &mut Option<Action>) {
    let text = |key: &str| scene.words.text(key);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 36.0), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if icon_button(ui, "+", &text("conversation-text-bigger")).clicked() {
            *action = Some(Action::TextBigger);
        }
        if icon_button(ui, "−", &text("conversation-text-smaller")).clicked() {
            *action = Some(Action::TextSmaller);
        }
        let (ink, soft) = (tokens(ui).ink, tokens(ui).soft);
        ui.add(Label::new(text_job(&text("conversation-text-size"), fonts::regular(fonts::NOTE), soft)));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title = text_job(&text("conversation-paused"), fonts::semibold(fonts::TITLE), ink);
            ui.add(Label::new(title).truncate());
        });
    });
}
