//! The pause: going on, leaving with one's place kept, and the size of the text.

use bevy_egui::egui::{
    Align, CornerRadius, FocusDirection, Frame, Label, Layout, Margin, Memory, Rect, ScrollArea, Stroke, Ui, UiBuilder,
    vec2,
};

use super::keys::Press;
use super::show::{Paint, Scene, is_phone};
use super::state::UiState;
use super::view::{Action, StageKind};
use crate::game::theme::widgets::{icon_button, note, primary_button, secondary_button, text_job};
use crate::game::theme::{fonts, soft_shadow, tokens};

/// The pause, over the dimmed picture.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, paint: Paint<'_>) -> Option<Action> {
    let tokens = tokens(ui);
    let rect = ui.max_rect();
    if !is_phone(scene.view) {
        paint(&ui.painter_at(rect), rect, StageKind::Place);
        ui.painter().rect_filled(rect, 0.0, tokens.paper.gamma_multiply(0.82));
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
    let size = vec2((rect.width() - 24.0).min(420.0), known.min(rect.height() - 16.0));
    let place = Rect::from_center_size(rect.center(), size);
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
            ui.set_max_width(ui.available_width() - if small { 14.0 } else { 0.0 });
            contents(ui, scene, state, &mut action);
        });
        let height = head + output.content_size.y + padding;
        if (height - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, height));
            ui.ctx().request_discard("the pause has another height");
            ui.ctx().request_repaint();
        }
    });
    action
}

fn contents(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, action: &mut Option<Action>) {
    let text = |key: &str| scene.words.text(key);
    note(ui, &scene.view.title);
    let go_on = primary_button(ui, &text("conversation-go-on"), "Esc");
    if ui.memory(Memory::focused).is_none() {
        go_on.request_focus();
    }
    if go_on.clicked() {
        state.paused = false;
    }
    if secondary_button(ui, &text("conversation-leave"), "").clicked() {
        *action = Some(Action::Leave);
    }
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
