//! The notebook: facts heard so far and promises still open. Over the picture where there is room, else a page of its own.

use bevy_egui::egui::{
    Align, CornerRadius, Frame, Label, Layout, Margin, Rect, ScrollArea, Stroke, Ui, UiBuilder, vec2,
};

use super::show::Scene;
use super::state::UiState;
use super::view::Promise;
use crate::game::theme::widgets::{body, heading, note, page_keys, secondary_button, strong, text_job};
use crate::game::theme::{CARD_RADIUS, fonts, soft_shadow, tokens};

/// The notebook on top of the picture, inside `room`.
pub fn over(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, room: Rect) {
    let tokens = tokens(ui);
    let width = room.width().min(560.0);
    let rect = Rect::from_min_size(room.min, vec2(width, room.height()));
    let mut child = ui.new_child(UiBuilder::new().id_salt("notebook").max_rect(rect));
    let frame = Frame::new()
        .fill(tokens.card)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .shadow(soft_shadow(tokens))
        .inner_margin(Margin { left: 20, right: 8, top: 16, bottom: 12 });
    frame.show(&mut child, |ui| {
        ui.set_width(width - 28.0);
        ui.scope(|ui| {
            ui.set_max_width(width - 28.0 - 16.0);
            head(ui, scene, state);
            ui.add_space(6.0);
        });
        let room = (rect.bottom() - 12.0 - ui.cursor().top()).max(0.0);
        ScrollArea::vertical().auto_shrink([false, true]).max_height(room).show(ui, |ui| {
            ui.set_max_width(width - 28.0 - 16.0);
            entries(ui, scene);
        });
    });
}

/// The notebook as a page.
pub fn page(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) {
    let margin = scene.sizes.margin;
    let place = |ui: &Ui| {
        let place = ui.available_rect_before_wrap().shrink2(vec2(margin, 8.0));
        place.with_max_x(place.right().min(place.left() + scene.sizes.measure))
    };
    let mut top = ui.new_child(UiBuilder::new().id_salt("head").max_rect(place(ui)));
    head(&mut top, scene, state);
    ui.allocate_space(vec2(0.0, top.min_rect().height() + 12.0));
    ScrollArea::vertical().id_salt("notebook").auto_shrink(false).show(ui, |ui| {
        page_keys(ui);
        let mut child = ui.new_child(UiBuilder::new().id_salt("entries").max_rect(place(ui)));
        entries(&mut child, scene);
        ui.allocate_space(child.min_rect().size() + vec2(0.0, 8.0 + margin));
    });
}

/// The name of the page, and how to close it: it stays when the entries scroll.
fn head(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) {
    let ink = tokens(ui).ink;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 44.0), Layout::right_to_left(Align::Center), |ui| {
        if secondary_button(ui, &scene.words.text("conversation-close"), "N").clicked() {
            state.notebook = false;
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title = text_job(&title(scene), fonts::semibold(fonts::HEADING), ink);
            ui.add(Label::new(title).truncate());
        });
    });
}

/// "Notebook · 3".
pub fn title(scene: &Scene<'_>) -> String {
    let entries = scene.view.facts.len() + scene.view.promises.len();
    scene.words.format("conversation-notebook-count", &[("count", entries.into())])
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
