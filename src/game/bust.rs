//! A customer's face beside words about them, calm and small, in the menu and the briefing: whom one is going to meet.

use bevy_egui::egui::{Rect, Ui, pos2, vec2};

use super::stage::{Expression, Look, PORTRAIT_SIZE, Phase, paint_portrait};
use crate::scenario::Portrait;

/// From this width on there is room for a face beside words, in points.
const ROOM: f32 = 400.0;
const GAP: f32 = 16.0;

/// Shows `words`, and `who` at their right, `height` points high, where there is room for both. The words already name who it is:
/// a screen reader hears nothing more.
pub fn beside<R>(ui: &mut Ui, who: Option<&Portrait>, height: f32, words: impl FnOnce(&mut Ui) -> R) -> R {
    let Some(who) = who.filter(|_| ui.available_width() >= ROOM) else { return words(ui) };
    let [wide, high] = PORTRAIT_SIZE;
    let size = vec2(height * wide / high, height);
    let room = ui.available_rect_before_wrap();
    let result = ui.scope(|ui| {
        ui.set_max_width(room.width() - size.x - GAP);
        words(ui)
    });
    // On the ground of the words, or at their top where they are higher than the face twice over.
    let bottom = result.response.rect.bottom().clamp(room.top() + size.y, room.top() + 2.0 * size.y);
    let place = Rect::from_min_size(pos2(room.right() - size.x, bottom - size.y), size);
    if ui.is_rect_visible(place) {
        paint_portrait(ui.painter(), place, &Look::of(who), &Expression::CALM, Phase::default());
    }
    ui.expand_to_include_y(place.bottom());
    result.inner
}
