//! Hair that is cut close: cropped, parted at the side, and what is left to a bald head. Longer hair has other files.

use bevy_egui::egui::{Pos2, Vec2, pos2};

use super::{hair::shade_brow, look::Look};
use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, Tint, mix},
};

pub(super) fn paint_crop_behind(brush: &mut Brush, look: &Look) {
    let [dark, ..] = look.strands;
    let back = Path::from(0.0, -110.0).cubic(54.0, -112.0, 80.0, -76.0, 77.0, -14.0).line(66.0, 10.0).mirrored();
    brush.fill(&back, dark);
}

/// A cap of hair a finger's breadth high, with a clear hairline.
pub(super) fn paint_crop(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    let edge = |drop: f32| {
        Path::from(0.0, -73.0 + drop)
            .cubic(26.0, -74.0 + drop, 48.0, -71.0 + drop, 55.0, -62.0 + drop)
            .cubic(58.0, -50.0 + drop, 60.0, -42.0 + drop, 70.0, -36.0 + drop)
            .line(74.0, 4.0)
            .cubic(82.0, -30.0, 83.0, -66.0, 66.0, -90.0)
            .cubic(48.0, -111.0, 24.0, -115.0, 0.0, -115.0)
            .mirrored()
    };
    shade_brow(brush, look, face, &edge(5.0));
    brush.fill(&edge(0.0), Tint::down(-115.0, -20.0, mix(dark, middle, 0.75), mix(dark, look.skin.shade, 0.25)));
    for row in 0..4_u8 {
        for i in 0..9_u8 {
            let t = f32::from(i) / 8.0 * 2.0 - 1.0;
            let high = -80.0 - 9.0 * f32::from(row);
            let (x, y) =
                (t * (58.0 - 5.0 * f32::from(row)) + if row % 2 == 0 { 2.0 } else { -2.0 }, high + 14.0 * t * t);
            let fleck = Path::from(x - 2.2, y).quad(x, y - 2.6, x + 2.2, y - 0.4);
            brush.stroke(&fleck, [0.6, 1.7, 0.6], mix(middle, light, 0.55).gamma_multiply(0.6));
        }
    }
}

/// Swept over from a parting on her left; short at the sides.
pub(super) fn paint_side_part(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    // Up under what is swept over, so that nothing of it shows on the forehead.
    let sides = Path::from(-60.0, -60.0)
        .cubic(-68.0, -46.0, -70.0, -26.0, -73.0, 14.0)
        .cubic(-88.0, -20.0, -92.0, -70.0, -64.0, -96.0)
        .line(64.0, -96.0)
        .cubic(92.0, -70.0, 88.0, -20.0, 73.0, 14.0)
        .cubic(70.0, -26.0, 68.0, -46.0, 60.0, -58.0)
        .line(54.0, -92.0)
        .line(-54.0, -92.0);
    brush.fill(&sides, Tint::down(-96.0, 14.0, dark, mix(dark, look.skin.shade, 0.22)));
    // Its shade ends where the hair ends, at both temples.
    let sweep = |drop: f32| {
        Path::from(40.0, -74.0 + drop)
            .cubic(10.0, -62.0 + drop, -30.0, -54.0 + drop, -64.0, -50.0)
            .cubic(-92.0, -64.0, -86.0, -112.0, -46.0, -126.0)
            .cubic(-4.0, -142.0, 58.0, -134.0, 76.0, -92.0)
            .cubic(80.0, -78.0, 74.0, -66.0, 66.0, -54.0)
            .cubic(60.0, -64.0 + drop, 50.0, -70.0 + drop, 40.0, -74.0 + drop)
    };
    shade_brow(brush, look, face, &sweep(4.5));
    brush.fill(
        &sweep(0.0),
        Tint::Linear(pos2(-60.0, -120.0), pos2(60.0, -50.0), mix(middle, light, 0.1), mix(middle, dark, 0.5)),
    );
    for k in 0..5_u8 {
        let k = f32::from(k);
        let strand = Path::from(40.0 - k * 2.0, -80.0 - k * 8.0).cubic(
            10.0,
            -76.0 - k * 9.5,
            -40.0,
            -70.0 - k * 9.0,
            -70.0 + k * 4.0,
            -62.0 - k * 10.0,
        );
        brush.stroke(&strand, [0.8, 2.8, 0.8], mix(middle, light, 0.45).gamma_multiply(0.75));
    }
    brush.stroke(
        &Path::from(40.0, -76.0).quad(44.0, -100.0, 54.0, -116.0),
        [1.8, 1.4, 0.5],
        mix(look.skin.shade, dark, 0.7),
    );
}

pub(super) fn paint_balding_behind(brush: &mut Brush, look: &Look) {
    let [dark, middle, _] = look.strands;
    for side in [-1.0, 1.0] {
        let tuft = Path::from(side * 62.0, -66.0)
            .cubic(side * 92.0, -62.0, side * 94.0, 4.0, side * 76.0, 26.0)
            .line(side * 60.0, 20.0);
        brush.fill(&tuft, mix(dark, middle, 0.4));
    }
}

/// A bare crown with a little light on it, and hair at the sides.
pub(super) fn paint_balding(brush: &mut Brush, look: &Look) {
    let [dark, middle, light] = look.strands;
    for side in [-1.0_f32, 1.0] {
        brush.within(Affine::place(Vec2::ZERO, side, 1.0), |brush| {
            let patch = Path::from(58.0, -78.0)
                .cubic(60.0, -52.0, 64.0, -36.0, 70.0, -22.0)
                .line(73.0, 10.0)
                .cubic(86.0, -10.0, 88.0, -58.0, 58.0, -78.0);
            brush.fill(&patch, Tint::down(-78.0, 10.0, middle, mix(dark, middle, if side < 0.0 { 0.6 } else { 0.2 })));
            for (x, y) in [(66.0, -50.0), (73.0, -40.0), (76.0, -22.0)] {
                brush.stroke(
                    &Path::from(x, y).quad(x + 6.0, y + 12.0, x + 3.0, y + 26.0),
                    [0.6, 2.0, 0.6],
                    mix(middle, light, 0.5).gamma_multiply(0.8),
                );
            }
        });
    }
    brush.glow(pos2(-14.0, -84.0), 30.0, 13.0, look.skin.light.gamma_multiply(0.7));
}
