//! The notebook: facts heard so far and promises still open. Over the picture where there is room, else a page of its own.

use bevy_egui::egui::{
    Align, CornerRadius, Frame, Label, Layout, Margin, Rect, ScrollArea, Stroke, Ui, UiBuilder, vec2,
};

use super::show::Scene;
use super::state::UiState;
use super::view::Promise;
use crate::game::stage::{PORTRAIT_SIZE, portrait_rect};
use crate::game::theme::widgets::{bar_button, bullet_of, line, note, page_keys, strong, text_job};
use crate::game::theme::{CARD_RADIUS, fonts, soft_shadow, tokens};

/// Half of what a head with its hair takes of the portrait, in the portrait's units.
const HEAD: f32 = 100.0;

/// How far a face, hair and all, reaches to each side of the middle of a picture of this size.
pub fn half_a_head(picture: Rect) -> f32 {
    HEAD * portrait_rect(picture).width() / PORTRAIT_SIZE[0]
}

/// Where in `free` the notebook may lie, and the rectangle to paint the picture into, which may reach past the stage's right
/// edge: the person steps aside, so that the face can be seen beside the notebook.
pub fn beside_the_face(free: Rect, picture: Rect) -> (Rect, Rect) {
    const GAP: f32 = 14.0;
    let head = 2.0 * half_a_head(picture);
    let width = (picture.right() - free.left() - head - 2.0 * GAP).clamp(240.0, 400.0).min(free.width());
    let room = free.with_max_x(free.left() + width);
    let middle = f32::midpoint(room.right(), picture.right());
    let aside = (middle - picture.center().x).max(0.0);
    (room, picture.with_max_x(picture.right() + 2.0 * aside))
}

/// The notebook on top of the picture, inside `room`, and no taller than what it holds.
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
        .inner_margin(Margin { left: 20, right: 8, top: 12, bottom: 10 });
    frame.show(&mut child, |ui| {
        ui.set_width(width - 28.0);
        ui.scope(|ui| {
            ui.set_max_width(width - 28.0 - 16.0);
            head(ui, scene, state);
            ui.add_space(2.0);
        });
        let room = (rect.bottom() - 10.0 - ui.cursor().top()).max(0.0);
        let id = ui.id().with("the notebook goes on below");
        let scrolls = ui.data(|data| data.get_temp(id)).unwrap_or(false);
        let shown = ScrollArea::vertical().auto_shrink([false, true]).max_height(room).show(ui, |ui| {
            // The replies keep the keys of the page where all of the notebook is in sight.
            if scrolls {
                page_keys(ui);
            }
            ui.set_max_width(width - 28.0 - 16.0);
            entries(ui, scene, scene.sizes.small);
        });
        ui.data_mut(|data| data.insert_temp(id, shown.content_size.y > shown.inner_rect.height() + 1.0));
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
        entries(&mut child, scene, fonts::BODY);
        ui.allocate_space(child.min_rect().size() + vec2(0.0, 8.0 + margin));
    });
}

/// The name of the page, and how to close it: it stays when the entries scroll.
fn head(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) {
    let ink = tokens(ui).ink;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 36.0), Layout::right_to_left(Align::Center), |ui| {
        if bar_button(ui, &scene.words.text("conversation-close"), "N").clicked() {
            state.notebook = false;
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title = text_job(&title(scene), fonts::semibold(fonts::SPEECH), ink);
            ui.add(Label::new(title).truncate());
        });
    });
}

/// "Notebook · 3".
pub fn title(scene: &Scene<'_>) -> String {
    let entries = scene.view.facts.len() + scene.view.promises.len();
    scene.words.format("conversation-notebook-count", &[("count", entries.into())])
}

/// What stands in the notebook, in letters of `size` points.
fn entries(ui: &mut Ui, scene: &Scene<'_>, size: f32) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let text = |key: &str| scene.words.text(key);
    strong(ui, &text("conversation-facts"));
    if scene.view.facts.is_empty() {
        note(ui, &text("conversation-no-facts"));
    }
    let (accent, ink) = (tokens(ui).accent, tokens(ui).ink);
    for fact in &scene.view.facts {
        bullet_of(ui, "•", accent, size, |ui| line(ui, fact, fonts::regular(size), ink));
    }
    ui.add_space(10.0);
    strong(ui, &text("conversation-promises"));
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

#[cfg(test)]
mod tests {
    use super::*;
    use bevy_egui::egui::pos2;

    #[test]
    fn whoever_the_notebook_lies_beside_keeps_the_whole_face_in_sight() {
        for size in
            [vec2(464.0, 370.0), vec2(486.0, 463.0), vec2(552.0, 540.0), vec2(691.0, 664.0), vec2(1382.0, 1380.0)]
        {
            let picture = Rect::from_min_size(pos2(0.0, 56.0), size);
            let (room, drawn) = beside_the_face(picture.shrink(24.0), picture);
            let face = portrait_rect(drawn).center().x;
            let half = half_a_head(drawn);
            assert!(
                room.right() <= face - half,
                "{size:?}: the notebook ends at {}, the face begins at {}",
                room.right(),
                face - half
            );
            assert!(face + half <= picture.right() + 1.0, "{size:?}: the face ends at {}", face + half);
            assert!(room.width() >= 240.0 && drawn.contains_rect(picture), "{size:?}: {room:?}, {drawn:?}");
        }
    }
}
