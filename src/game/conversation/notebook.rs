//! The notebook: facts heard so far and promises still open. Over the picture where there is room, else a page of its own.

use bevy_egui::egui::{CornerRadius, Frame, Margin, Rect, ScrollArea, Stroke, Ui, UiBuilder};

use super::show::Scene;
use super::state::UiState;
use super::view::Promise;
use crate::game::theme::widgets::{body, heading, note, page_keys, secondary_button, strong};
use crate::game::theme::{CARD_RADIUS, soft_shadow, tokens};

/// The notebook on top of the picture, inside `room`.
pub fn over(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, room: Rect) {
    let tokens = tokens(ui);
    let width = room.width().min(560.0);
    let rect = Rect::from_min_size(room.min, bevy_egui::egui::vec2(width, room.height()));
    let mut child = ui.new_child(UiBuilder::new().id_salt("notebook").max_rect(rect));
    let frame = Frame::new()
        .fill(tokens.card)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .shadow(soft_shadow(tokens))
        .inner_margin(Margin { left: 20, right: 8, top: 16, bottom: 12 });
    frame.show(&mut child, |ui| {
        ui.set_width(width - 28.0);
        ScrollArea::vertical().auto_shrink([false, true]).max_height(rect.height() - 28.0).show(ui, |ui| {
            ui.set_max_width(width - 28.0 - 16.0);
            entries(ui, scene);
            close(ui, scene, state);
        });
    });
}

/// The notebook as a page.
pub fn page(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) {
    ScrollArea::vertical().id_salt("notebook").auto_shrink(false).show(ui, |ui| {
        page_keys(ui);
        let margin = scene.sizes.margin;
        let place = ui.available_rect_before_wrap().shrink(margin);
        let place = place.with_max_x(place.right().min(place.left() + scene.sizes.measure));
        let mut child = ui.new_child(UiBuilder::new().id_salt("entries").max_rect(place));
        entries(&mut child, scene);
        close(&mut child, scene, state);
        ui.allocate_space(child.min_rect().size() + bevy_egui::egui::vec2(0.0, 2.0 * margin));
    });
}

fn close(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) {
    ui.add_space(4.0);
    if secondary_button(ui, &scene.words.text("conversation-close"), "N").clicked() {
        state.notebook = false;
    }
}

fn entries(ui: &mut Ui, scene: &Scene<'_>) {
    ui.spacing_mut().item_spacing.y = 6.0;
    let text = |key: &str| scene.words.text(key);
    heading(ui, &text("conversation-facts"));
    if scene.view.facts.is_empty() {
        note(ui, &text("conversation-no-facts"));
    }
    for fact in &scene.view.facts {
        body(ui, &format!("•  {fact}"));
    }
    ui.add_space(10.0);
    heading(ui, &text("conversation-promises"));
    if scene.view.promises.is_empty() {
        note(ui, &text("conversation-no-promises"));
    }
    for promise in &scene.view.promises {
        strong(ui, &promise.what);
        note(ui, &who_and_when(scene, promise));
    }
}

fn who_and_when(scene: &Scene<'_>, promise: &Promise) -> String {
    let someone = scene.words.text("promise-nobody");
    let no_date = scene.words.text("promise-no-date");
    let who = promise.who.as_ref().unwrap_or(&someone);
    let when = promise.when.as_ref().unwrap_or(&no_date);
    scene.words.format("conversation-promise-line", &[("who", who.into()), ("when", when.into())])
}
