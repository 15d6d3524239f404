//! Printed cloth: the roundels and leaves of a kitenge, and a small print for a dress, cut to the outline they lie in.

use bevy_egui::egui::{Color32, Pos2, pos2, vec2};

use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, ellipse, mix},
};

/// The cloth's base, its deep tone, its accent and its pale tone.
pub(super) type Palette = [Color32; 4];

fn fill(brush: &mut Brush, path: &Path, window: Option<&[Pos2]>, color: Color32) {
    match window {
        Some(window) => brush.fill_in(path, window, color),
        None => brush.fill(path, color),
    }
}

/// One wheel of the print: a dark disc, a pale ring, petals and a bright heart.
pub(super) fn roundel(brush: &mut Brush, at: Pos2, radius: f32, palette: Palette, window: Option<&[Pos2]>) {
    let [base, deep, accent, pale] = palette;
    fill(brush, &ellipse(at.x, at.y, radius, radius), window, accent);
    fill(brush, &ellipse(at.x, at.y, radius * 0.88, radius * 0.88), window, deep);
    for petal in 0..8_u8 {
        let turned = Affine::shift(at.x, at.y).over(&Affine::turn(f32::from(petal) * 45.0 + 22.5, Pos2::ZERO));
        brush.within(turned, |brush| {
            let (near, far) = (radius * 0.26, radius * 0.8);
            let leaf = Path::from(0.0, -near).quad(radius * 0.2, -(near + far) * 0.55, 0.0, -far).quad(
                -radius * 0.2,
                -(near + far) * 0.55,
                0.0,
                -near,
            );
            fill(brush, &leaf, window, if petal % 2 == 0 { pale } else { accent });
        });
    }
    fill(brush, &ellipse(at.x, at.y, radius * 0.27, radius * 0.27), window, pale);
    fill(brush, &ellipse(at.x, at.y, radius * 0.17, radius * 0.17), window, base);
}

/// A kitenge: wheels in offset rows, leaves between them, over the whole of `window`.
pub(super) fn kitenge(brush: &mut Brush, window: &[Pos2], palette: Palette) {
    let [base, deep, accent, pale] = palette;
    let step = vec2(64.0, 54.0);
    for row in 0..4_i8 {
        for column in -4..=4_i8 {
            let offset = if row % 2 == 0 { 0.0 } else { 0.5 };
            let at = pos2((f32::from(column) + offset) * step.x, 366.0 + f32::from(row) * step.y);
            if at.x.abs() > 205.0 {
                continue;
            }
            let inside = at.x.abs() < 110.0 && at.y > 376.0;
            let cut = if inside { None } else { Some(window) };
            roundel(brush, at, 21.0, palette, cut);
            let between = at + vec2(step.x * 0.5, 0.0);
            let diamond = Path::from(between.x, between.y - 13.0)
                .quad(between.x + 2.0, between.y - 2.0, between.x + 8.0, between.y)
                .quad(between.x + 2.0, between.y + 2.0, between.x, between.y + 13.0)
                .quad(between.x - 2.0, between.y + 2.0, between.x - 8.0, between.y)
                .quad(between.x - 2.0, between.y - 2.0, between.x, between.y - 13.0);
            fill(brush, &diamond, Some(window), accent);
            for (dx, dy) in [(-16.0, -27.0), (16.0, -27.0)] {
                let dot = at + vec2(dx, dy);
                fill(brush, &ellipse(dot.x, dot.y, 3.6, 3.6), cut, mix(pale, base, 0.1));
                fill(brush, &ellipse(dot.x, dot.y, 1.7, 1.7), cut, deep);
            }
        }
    }
}

/// Small leaves in pairs, for a dress.
pub(super) fn sprigs(brush: &mut Brush, window: &[Pos2], palette: Palette) {
    let [_, _, accent, pale] = palette;
    for row in 0..5_i16 {
        for column in -6..=6_i16 {
            let offset = if row % 2 == 0 { 0.0 } else { 0.5 };
            let at = vec2((f32::from(column) + offset) * 34.0, 362.0 + f32::from(row) * 26.0);
            if at.x.abs() > 190.0 {
                continue;
            }
            let lean = f32::from(column * 29 + row * 47);
            brush.within(Affine::shift(at.x, at.y).over(&Affine::turn(lean, Pos2::ZERO)), |brush| {
                for side in [-1.0, 1.0] {
                    let blade =
                        Path::from(0.0, 3.0).quad(side * 8.0, 0.0, side * 6.0, -8.0).quad(side * 0.5, -6.0, 0.0, 3.0);
                    fill(brush, &blade, Some(window), pale);
                }
                fill(brush, &ellipse(0.0, -7.0, 2.2, 2.2), Some(window), accent);
            });
        }
    }
}

/// A fine stripe across the cloth of a sari's blouse.
pub(super) fn border(brush: &mut Brush, window: &[Pos2], palette: Palette) {
    let [base, deep, ..] = palette;
    let blouse = Path::from(-200.0, 330.0).line(200.0, 330.0).line(200.0, 540.0).line(-200.0, 540.0);
    brush.fill_in(&blouse, window, mix(deep, base, 0.25));
}
