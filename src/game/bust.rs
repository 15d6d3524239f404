//! A customer's face beside words about them, small: calm in the menu and the briefing, where one is going to meet them; as they
//! felt in the debrief, where one has.

use bevy_egui::egui::{Align2, Painter, Pos2, Rect, Stroke, Ui, Vec2, pos2, vec2};

use super::conversation::{disc, initial};
use super::stage::{Expression, Look, PORTRAIT_SIZE, Phase, paint_portrait};
use super::theme::{fonts, tokens};
use crate::scenario::Portrait;

/// From this width on there is room for a face beside words, in points.
const ROOM: f32 = 400.0;
const GAP: f32 = 16.0;

/// Shows `words`, and `who` at their right, `height` points high, where there is room for both. The words already name who it is:
/// a screen reader hears nothing more.
pub fn beside<R>(ui: &mut Ui, who: Option<&Portrait>, height: f32, words: impl FnOnce(&mut Ui) -> R) -> R {
    with_face(ui, who, (Expression::CALM, 2.0), height, words)
}

/// As [`beside`], with the face that `who` makes, and always at the top of the words.
pub fn feeling_beside<R>(
    ui: &mut Ui,
    who: Option<&Portrait>,
    face: Expression,
    height: f32,
    words: impl FnOnce(&mut Ui) -> R,
) -> R {
    with_face(ui, who, (face, 1.0), height, words)
}

/// `words` beside a face on the ground of the words, but not lower than so many times its height.
fn with_face<R>(
    ui: &mut Ui,
    who: Option<&Portrait>,
    (face, lowest): (Expression, f32),
    height: f32,
    words: impl FnOnce(&mut Ui) -> R,
) -> R {
    let Some(who) = who.filter(|_| ui.available_width() >= ROOM) else { return words(ui) };
    let [wide, high] = PORTRAIT_SIZE;
    let size = vec2(height * wide / high, height);
    let room = ui.available_rect_before_wrap();
    let result = ui.scope(|ui| {
        ui.set_max_width(room.width() - size.x - GAP);
        words(ui)
    });
    let bottom = result.response.rect.bottom().clamp(room.top() + size.y, room.top() + lowest * size.y);
    let place = Rect::from_min_size(pos2(room.right() - size.x, bottom - size.y), size);
    if ui.is_rect_visible(place) {
        paint_portrait(ui.painter(), place, &Look::of(who), &face, Phase::default());
    }
    // What comes next stands below both.
    let bottom = place.bottom().max(result.response.rect.bottom());
    ui.expand_to_include_y(bottom);
    ui.add_space((bottom - ui.cursor().top()).max(0.0));
    result.inner
}

/// The customer in a disc of `radius` points around `centre`: their face, or, of whom there is only a voice, the initial of their
/// `name`. The ground around it must be that of a card.
pub fn in_a_disc(ui: &Ui, who: Option<&Portrait>, name: &str, face: Expression, (centre, radius): (Pos2, f32)) {
    if let Some(who) = who {
        let look = Look::of(who);
        let mut paint =
            |painter: &Painter, rect: Rect, _| paint_portrait(painter, rect, &look, &face, Phase::default());
        return disc(ui, &mut paint, centre, radius);
    }
    let tokens = tokens(ui);
    ui.painter().circle(centre, radius, tokens.accent_soft, Stroke::new(1.0, tokens.accent_edge));
    let letters = fonts::semibold((radius * 0.9).round());
    ui.painter().text(centre, Align2::CENTER_CENTER, initial(name), letters, tokens.accent);
}

/// Takes room for a disc `across` points wide, and says where it is.
pub fn room_for_a_disc(ui: &mut Ui, across: f32) -> (Pos2, f32) {
    let (_, place) = ui.allocate_space(Vec2::splat(across));
    (place.center(), across / 2.0)
}
