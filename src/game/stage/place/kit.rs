//! What rooms are built of: walls, panelling, windows and what is seen through them, the light that falls in, lamps.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use super::Room;
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb, rounded},
};

/// A wall from the ceiling down, of two tones.
pub(super) fn wall(brush: &mut Brush, room: Room, [high, low]: [u32; 2]) {
    let all = room.rect(0.0, 0.0, room.width, room.height);
    brush.rect(all, 0.0, Tint::down(0.0, room.height * 0.8, rgb(high), rgb(low)));
}

/// Panelling below `rail`, with a board along its top.
pub(super) fn panelling(brush: &mut Brush, room: Room, rail: f32, [high, low, board]: [u32; 3]) {
    let panel = room.rect(0.0, rail, room.width, room.height);
    brush.rect(panel, 0.0, Tint::down(rail, room.counter() + 30.0, rgb(high), rgb(low)));
    let fields = (room.width / 96.0).ceil() as u16;
    for i in 0..fields {
        let x = f32::from(i) * 96.0 + 10.0;
        let field = Rect::from_min_max(pos2(x, rail + 18.0), pos2(x + 76.0, room.height));
        brush.rect(field.translate(vec2(2.0, 2.0)), 3.0, Color32::from_white_alpha(26));
        brush.rect(field, 3.0, mix(rgb(high), rgb(low), 0.75));
    }
    let board = rgb(board);
    brush.rect(
        room.rect(0.0, rail - 5.0, room.width, rail + 5.0),
        0.0,
        Tint::down(rail - 5.0, rail + 5.0, mix(board, Color32::WHITE, 0.25), mix(board, Color32::BLACK, 0.18)),
    );
}

/// A window: its frame, a sky of two tones, what `view` paints into it, and its bars.
pub(super) fn window(
    brush: &mut Brush,
    frame: Rect,
    [across, down]: [u16; 2],
    [wood, high, low]: [u32; 3],
    view: impl FnOnce(&mut Brush, Rect, &[Pos2]),
) {
    let wood = rgb(wood);
    brush.rect(frame.translate(vec2(4.0, 7.0)), 6.0, Color32::from_black_alpha(30));
    brush.rect(frame, 6.0, wood);
    let inner = frame.shrink(11.0);
    let [high, low] = brush.sky([rgb(high), rgb(low)]);
    brush.rect(inner, 2.0, Tint::down(inner.top(), inner.bottom(), high, low));
    let glass = brush.trace(&rounded(inner, 2.0));
    view(brush, inner, &glass);
    for (x, w) in [(0.1, 26.0), (0.34, 9.0)] {
        let x = inner.left() + inner.width() * x;
        let streak = Path::from(x + 50.0, inner.top())
            .line(x + 50.0 + w, inner.top())
            .line(x - 40.0 + w, inner.bottom())
            .line(x - 40.0, inner.bottom());
        brush.fill_in(&streak, &glass, Color32::from_white_alpha(24));
    }
    for i in 1..across {
        let x = inner.left() + inner.width() * f32::from(i) / f32::from(across);
        brush.rect(Rect::from_center_size(pos2(x, inner.center().y), vec2(6.0, inner.height())), 0.0, wood);
    }
    for i in 1..down {
        let y = inner.top() + inner.height() * f32::from(i) / f32::from(down + 1);
        brush.rect(Rect::from_center_size(pos2(inner.center().x, y), vec2(inner.width(), 6.0)), 0.0, wood);
    }
    brush.rect(inner.with_max_y(inner.top() + 5.0), 0.0, Color32::from_black_alpha(26));
    let sill = Rect::from_min_max(
        pos2(frame.left() - 8.0, frame.bottom() - 5.0),
        pos2(frame.right() + 8.0, frame.bottom() + 7.0),
    );
    brush.rect(
        sill,
        3.0,
        Tint::down(sill.top(), sill.bottom(), mix(wood, Color32::WHITE, 0.4), mix(wood, Color32::BLACK, 0.18)),
    );
}

/// Hills or trees as round shapes standing at `foot`, cut to `glass`.
pub(super) fn trees(brush: &mut Brush, view: Rect, glass: &[Pos2], foot: f32, [tone, other]: [u32; 2], high: f32) {
    let count = (view.width() / (high * 1.1)).ceil().max(2.0) as u16;
    for i in 0..=count {
        let x = view.left() + view.width() * f32::from(i) / f32::from(count);
        let reach = high * (0.8 + 0.1 * f32::from((i * 5) % 4));
        let tree = Path::from(x - reach, foot + 3.0).cubic(
            x - reach * 0.95,
            foot - reach * 1.1,
            x + reach * 0.8,
            foot - reach * 1.3,
            x + reach,
            foot + 3.0,
        );
        brush.fill_in(&tree, glass, mix(rgb(tone), rgb(other), f32::from((i * 3) % 4) / 3.0));
    }
}

/// Houses of a town with roofs, standing at `foot`; `lit` windows shine.
pub(super) fn town(brush: &mut Brush, view: Rect, glass: &[Pos2], foot: f32, [stone, roof, lit]: [u32; 3]) {
    let mut x = view.left() - 12.0;
    let mut k = 0_u16;
    while x < view.right() {
        let (wide, tall) = (44.0 + f32::from((k * 7) % 18), 46.0 + f32::from((k * 23) % 52));
        let body =
            Path::from(x, foot + 2.0).line(x, foot - tall).line(x + wide, foot - tall).line(x + wide, foot + 2.0);
        brush.fill_in(&body, glass, mix(rgb(stone), rgb(roof), f32::from(k % 3) * 0.16));
        let gable =
            Path::from(x - 4.0, foot - tall).line(x + wide * 0.5, foot - tall - 20.0).line(x + wide + 4.0, foot - tall);
        brush.fill_in(&gable, glass, rgb(roof));
        for row in 0..2_u8 {
            for column in 0..2_u8 {
                let at = pos2(x + 9.0 + f32::from(column) * 19.0, foot - tall + 10.0 + f32::from(row) * 21.0);
                let pane = rounded(Rect::from_min_size(at, vec2(9.0, 12.0)), 1.0);
                if !(k + u16::from(row) * 2 + u16::from(column)).is_multiple_of(3) && at.y < foot - 14.0 {
                    brush.fill_in(&pane, glass, rgb(lit));
                }
            }
        }
        x += wide + 5.0;
        k += 1;
    }
}

/// Daylight that falls from a window on the right down across the wall.
pub(super) fn beam(brush: &mut Brush, room: Room, window: Rect) {
    let beam = Path::from(window.left(), window.top() + 30.0)
        .line(window.left(), window.bottom())
        .line(window.left() - 330.0, room.counter() + 20.0)
        .line(window.left() - 430.0, room.counter() - 40.0);
    let from = window.left_center();
    brush.fill(
        &beam,
        Tint::Linear(from, from - vec2(330.0, -120.0), Color32::from_white_alpha(42), Color32::TRANSPARENT),
    );
}

/// A lamp on a cord, with its light.
pub(super) fn pendant(brush: &mut Brush, at: Pos2, half: f32, [shade, light]: [u32; 2]) {
    let (shade, light) = (rgb(shade), rgb(light));
    brush.stroke(&Path::from(at.x, -4.0).line(at.x, at.y), [2.0, 2.0, 2.0], mix(shade, Color32::BLACK, 0.3));
    brush.glow(pos2(at.x, at.y + half), half * 2.6, half * 2.3, light.gamma_multiply(0.42));
    let bell = Path::from(at.x - half * 0.22, at.y)
        .line(at.x + half * 0.22, at.y)
        .cubic(
            at.x + half * 0.75,
            at.y + half * 0.2,
            at.x + half * 0.95,
            at.y + half * 0.5,
            at.x + half,
            at.y + half * 0.85,
        )
        .line(at.x - half, at.y + half * 0.85)
        .cubic(at.x - half * 0.95, at.y + half * 0.5, at.x - half * 0.75, at.y + half * 0.2, at.x - half * 0.22, at.y);
    brush.fill(
        &bell,
        Tint::Linear(
            at - vec2(half, 0.0),
            at + vec2(half, half),
            mix(shade, Color32::WHITE, 0.12),
            mix(shade, Color32::BLACK, 0.24),
        ),
    );
    brush.ellipse(at.x, at.y + half * 0.85, half, half * 0.13, light);
}

/// A picture in a frame: hills under a low sun.
pub(super) fn picture(brush: &mut Brush, frame: Rect, [wood, sky, near, far]: [u32; 4]) {
    brush.rect(frame.translate(vec2(3.0, 5.0)), 3.0, Color32::from_black_alpha(32));
    brush.rect(frame, 3.0, rgb(wood));
    let inner = frame.shrink(frame.width() * 0.055 + 2.0);
    brush.rect(inner, 0.0, Tint::down(inner.top(), inner.bottom(), rgb(sky), mix(rgb(sky), Color32::WHITE, 0.45)));
    let glass = brush.trace(&rounded(inner, 0.0));
    let (w, b) = (inner.width(), inner.bottom());
    brush.ellipse(
        inner.left() + w * 0.68,
        inner.top() + inner.height() * 0.36,
        w * 0.09,
        w * 0.09,
        mix(rgb(sky), Color32::WHITE, 0.75),
    );
    let back = Path::from(inner.left() - 8.0, b).quad(
        inner.left() + w * 0.35,
        b - inner.height() * 0.85,
        inner.left() + w * 0.9,
        b,
    );
    brush.fill_in(&back, &glass, rgb(far));
    let front = Path::from(inner.left() + w * 0.2, b).quad(
        inner.left() + w * 0.75,
        b - inner.height() * 0.6,
        inner.right() + w * 0.3,
        b,
    );
    brush.fill_in(&front, &glass, rgb(near));
}
