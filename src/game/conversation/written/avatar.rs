//! Who writes, as a small sign: the customer's face in a disc, a square with a mark for us; and three dots for somebody who is
//! typing.

use bevy_egui::egui::{CornerRadius, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};

use crate::game::conversation::show::Paint;
use crate::game::conversation::view::StageKind;
use crate::game::theme::tokens;

/// The letter that stands for somebody: of the last of their names, so that nobody is an M for "Mr".
#[must_use]
pub fn initial(name: &str) -> char {
    let last = name.split_whitespace().last().and_then(|name| name.chars().next());
    last.and_then(|letter| letter.to_uppercase().next()).unwrap_or(' ')
}

/// The customer: head and shoulders in a disc. The ground around it must be that of a card.
pub fn disc(ui: &Ui, paint: Paint<'_>, centre: Pos2, radius: f32) {
    let tokens = tokens(ui);
    let square = Rect::from_center_size(centre, Vec2::splat(2.0 * radius));
    let painter = ui.painter_at(square);
    painter.circle_filled(centre, radius, tokens.accent_soft);
    // Larger than the disc, so that the head fills it; the shoulders go on below.
    let size = Vec2::splat(2.6 * radius);
    paint(&painter, Rect::from_min_size(pos2(centre.x - size.x / 2.0, centre.y - 1.1 * radius), size), StageKind::Face);
    // What lies in the corners outside the disc goes away under a ring of the ground: a circle's line lies outside it.
    painter.circle_stroke(centre, radius - 1.0, Stroke::new(radius * 0.5, tokens.card));
    ui.painter().circle_stroke(centre, radius - 2.0, Stroke::new(1.0, tokens.line));
}

/// Us: a square in our colour with a speech bubble, and a tick that says that it is really us.
pub fn ours(ui: &Ui, centre: Pos2, radius: f32) {
    let tokens = tokens(ui);
    let painter = ui.painter();
    let square = Rect::from_center_size(centre, Vec2::splat(radius * 1.9));
    painter.rect_filled(square, CornerRadius::same(rounded(radius * 0.55)), tokens.accent);
    let at = |x: f32, y: f32| centre + vec2(x, y) * radius;
    let bubble = Rect::from_min_max(at(-0.55, -0.5), at(0.55, 0.28));
    painter.rect_filled(bubble, radius * 0.26, tokens.accent_ink);
    painter.add(Shape::convex_polygon(
        vec![at(-0.3, 0.2), at(0.1, 0.2), at(-0.3, 0.6)],
        tokens.accent_ink,
        Stroke::NONE,
    ));
    let line = Stroke::new((radius * 0.1).max(1.0), tokens.accent);
    painter.line_segment([at(-0.3, -0.24), at(0.3, -0.24)], line);
    painter.line_segment([at(-0.3, 0.02), at(0.1, 0.02)], line);
    let badge = at(0.82, 0.78);
    painter.circle(badge, radius * 0.4, tokens.gold, Stroke::new(1.5, tokens.card));
    let tick = [(-0.17, 0.0), (-0.04, 0.14), (0.18, -0.13)].map(|(x, y)| badge + vec2(x, y) * radius);
    painter.add(Shape::line(tick.to_vec(), Stroke::new((radius * 0.11).max(1.2), tokens.shadow.to_opaque())));
}

/// Three dots that take turns; `beat` grows by one with every word that is typed.
pub fn dots(ui: &Ui, centre: Pos2, beat: f32) {
    let colour = tokens(ui).soft;
    for dot in 0..3_u8 {
        let along = (beat * 1.2 - f32::from(dot) * 0.22).rem_euclid(1.0);
        let lift = (along * std::f32::consts::TAU).sin().max(0.0);
        let at = pos2(centre.x + (f32::from(dot) - 1.0) * 11.0, centre.y - 3.0 * lift);
        ui.painter().circle_filled(at, 3.6, colour.gamma_multiply(0.55 + 0.45 * lift));
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small radius")]
fn rounded(points: f32) -> u8 {
    points.round() as u8
}
