//! The left half of a wide window: the picture with the customer's words on a card over its lower part, or, on the phone, a name,
//! the sound of a voice and the words below it in the dark.

use std::sync::Arc;

use bevy_egui::egui::{
    CornerRadius, Galley, Label, Pos2, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2, vec2,
};

use super::caller::{self, Caller};
use super::show::{Paint, Scene, is_phone};
use super::speech::{Above, Spoken, opening};
use super::state::UiState;
use super::view::StageKind;
use super::{layout, notebook, written};
use crate::game::stage::picture_behind_card;
use crate::game::theme::{fonts, soft_shadow, tokens};

/// Space around the speech card.
const EDGE: f32 = 24.0;
/// Space inside the speech card.
const PADDING: Vec2 = vec2(22.0, 18.0);
/// Space inside the caption.
const CAPTION: Vec2 = vec2(14.0, 8.0);
/// The least height that is worth opening the notebook over the picture for.
const NOTEBOOK: f32 = 200.0;

/// The speech as it will stand on the stage.
struct Card {
    spoken: Spoken,
    /// Outer width and height.
    size: Vec2,
    /// The caption in the corner of a call, where there is room for one; else the scene stands on the card.
    caption: Option<Arc<Galley>>,
    /// The caller's name in the picture of a call, where there is room; else it stands on the card.
    caller: Option<Caller>,
}

impl Card {
    /// Takes the largest letters with which the words leave most of the stage to the person.
    fn fit(ui: &Ui, scene: &Scene<'_>, stage: Vec2) -> Self {
        let told = opening(scene.view, fonts::BODY, tokens(ui).ink).filter(|_| !scene.view.says.is_empty());
        let caption = told.map(|mut job| {
            job.wrap.max_width = (stage.x - 2.0 * (EDGE + CAPTION.x)).min(520.0);
            ui.painter().layout_job(job)
        });
        let plate = caption.as_ref().map_or(0.0, |caption| caption.size().y + 2.0 * CAPTION.y);
        let phone = is_phone(scene.view);
        let whole = Rect::from_min_size(Pos2::ZERO, stage);
        let mut above = Above { scene: false, name: !phone };
        let mut card = Self::with(ui, scene, stage, above);
        // In a call there is room over the disc. Where people meet, a caption would lie on somebody's head.
        let call = card.call(whole).filter(|_| phone);
        let room = call.map_or(0.0, |picture| layout::call(picture).disc_top - EDGE - 8.0);
        // What finds no room in the picture stands on the card, which is then taller, and the picture smaller.
        if plate > room {
            above.scene = true;
            card = Self::with(ui, scene, stage, above);
        }
        let caller = card.call(whole).filter(|_| phone).and_then(|picture| Caller::fit(ui, scene, picture));
        if phone && caller.is_none() {
            above.name = true;
            card = Self::with(ui, scene, stage, above);
        }
        Self { caption: caption.filter(|_| !above.scene), caller, ..card }
    }

    fn with(ui: &Ui, scene: &Scene<'_>, stage: Vec2, above: Above) -> Self {
        let phone = is_phone(scene.view);
        let edge = if phone { 40.0 } else { EDGE };
        let padding = if phone { Vec2::ZERO } else { PADDING };
        let width = (stage.x - 2.0 * edge).min(scene.sizes.measure + 2.0 * padding.x);
        let lay_out = |size| {
            let inner = width - 2.0 * padding.x;
            Spoken::lay_out(ui, scene.words, scene.view, size, inner, above)
        };
        let mut spoken = lay_out(scene.sizes.speech);
        for size in [(scene.sizes.speech * 0.87).round(), fonts::BODY + 1.0] {
            if spoken.height() + 2.0 * padding.y > stage.y * 0.42 {
                spoken = lay_out(size);
            }
        }
        let height = (spoken.height() + 2.0 * padding.y).min(stage.y * 0.72).ceil();
        Self { spoken, size: vec2(width, height), caption: None, caller: None }
    }

    /// Height that is left over the card.
    fn free(&self, stage: Vec2) -> f32 {
        stage.y - self.size.y - 3.0 * EDGE
    }

    /// Where the card lies in `stage`.
    fn place(&self, stage: Rect, phone: bool) -> Rect {
        let bottom = stage.bottom() - if phone { 34.0 } else { EDGE };
        let corner = pos2((stage.center().x - self.size.x / 2.0).round(), (bottom - self.size.y).round());
        Rect::from_min_size(corner, self.size)
    }

    /// The picture of a call over the words.
    fn call(&self, stage: Rect) -> Option<Rect> {
        layout::call_above(stage, self.place(stage, true).top())
    }
}

/// Whether the notebook can lie over the picture without covering the words.
pub fn has_room_for_notebook(ui: &Ui, scene: &Scene<'_>) -> bool {
    let window = ui.available_size();
    if written::is_written(scene.view) {
        return window.y - 64.0 >= 2.0 * NOTEBOOK + 40.0;
    }
    let stage = vec2(window.x * layout::STAGE_SHARE, window.y - 64.0);
    Card::fit(ui, scene, stage).free(stage) >= NOTEBOOK
}

/// Draws the stage into `rect`.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, rect: Rect, paint: Paint<'_>) {
    if written::is_written(scene.view) {
        let (notes, page) = rect.split_top_bottom_at_fraction(if state.notebook { 0.5 } else { 0.0 });
        written::show(ui, scene, state, (rect, page.top()), paint);
        if state.notebook {
            notebook::over(ui, scene, state, notes.shrink2(vec2(EDGE, 14.0)));
        }
        return;
    }
    let card = Card::fit(ui, scene, rect.size());
    let phone = is_phone(scene.view);
    let place = card.place(rect, phone);
    let free = rect.with_max_y(place.top()).shrink(EDGE);
    let mut notes = free;
    let call = if phone { card.call(rect) } else { None };
    if let Some(picture) = call {
        paint(&ui.painter_at(picture), picture, StageKind::Phone);
        caller::fade_out(ui, picture, rect);
    } else if !phone {
        let picture = picture_behind_card(rect, place.top());
        let aside = state.notebook.then(|| notebook::beside_the_face(free, picture));
        notes = aside.map_or(free, |(room, _)| room);
        paint(&ui.painter_at(rect), aside.map_or(picture, |(_, aside)| aside), StageKind::Place);
        let tokens = tokens(ui);
        let radius = CornerRadius::same(18);
        ui.painter().add(soft_shadow(tokens).as_shape(place, radius));
        ui.painter().rect(place, radius, tokens.card, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    }
    // In the order in which it is read aloud: what happens, who speaks, what they say.
    if !state.notebook {
        if let Some(text) = card.caption {
            caption(ui, text, free);
        }
        if let (Some(caller), Some(picture)) = (card.caller, call) {
            caller.show(ui, picture);
        }
    }
    words(ui, scene, state, card.spoken, place, if phone { Vec2::ZERO } else { PADDING });
    if state.notebook {
        notebook::over(ui, scene, state, notes);
    }
}

fn words(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, spoken: Spoken, place: Rect, padding: Vec2) {
    let inner = place.shrink2(padding);
    let needs_scrolling = spoken.height() > inner.height() + 1.0;
    // The bar of the scroll area stands in the padding, so that the words keep their width.
    let room = if needs_scrolling { inner.with_max_x(inner.right() + padding.x.max(14.0)) } else { inner };
    let mut child = ui.new_child(UiBuilder::new().id_salt("words").max_rect(room));
    if needs_scrolling {
        ScrollArea::vertical().id_salt(scene.view.turn).auto_shrink(false).show(&mut child, |ui| {
            spoken.show(ui, scene.words, scene.view, state);
        });
    } else {
        spoken.show(&mut child, scene.words, scene.view, state);
    }
}

/// What happens before anyone speaks, as a caption in the corner of the picture of a call.
fn caption(ui: &mut Ui, galley: Arc<Galley>, room: Rect) {
    let rect = Rect::from_min_size(room.min, galley.size() + 2.0 * CAPTION);
    let mut child = ui.new_child(UiBuilder::new().id_salt("caption").max_rect(rect.shrink2(CAPTION)));
    child.add(Label::new(galley));
}
