//! Hair that is cut, loose or gathered: short, long and in a bun. Curls, plaits and what covers the hair have their own files.

use bevy_egui::egui::{Pos2, pos2};

use super::look::Look;
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, ellipse, mix},
};

/// A soft shade on the forehead, below hair or cloth whose edge on the face is `edge`.
pub(super) fn shade_brow(brush: &mut Brush, look: &Look, face: &[Pos2], edge: &Path) {
    brush.fill_in(edge, face, mix(look.skin.base, look.skin.shade, 0.7));
}

pub(super) fn paint_short_behind(brush: &mut Brush, look: &Look) {
    let [dark, ..] = look.strands;
    let back = Path::from(0.0, -116.0).cubic(56.0, -118.0, 88.0, -78.0, 80.0, -14.0).line(70.0, 12.0).mirrored();
    brush.fill(&back, dark);
}

pub(super) fn paint_short(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    let edge = |drop: f32| {
        Path::from(-79.0, 4.0)
            .cubic(-76.0, -16.0, -72.0, -30.0 + drop, -64.0, -48.0 + drop)
            .cubic(-40.0, -60.0 + drop, -20.0, -50.0 + drop, 6.0, -60.0 + drop)
            .cubic(30.0, -68.0 + drop, 52.0, -66.0 + drop, 64.0, -46.0 + drop)
            .cubic(72.0, -30.0 + drop, 76.0, -16.0, 79.0, 4.0)
            .cubic(90.0, -50.0, 84.0, -104.0, 30.0, -122.0)
            .cubic(-20.0, -136.0, -78.0, -116.0, -84.0, -62.0)
            .cubic(-87.0, -40.0, -84.0, -14.0, -79.0, 4.0)
    };
    shade_brow(brush, look, face, &edge(8.0));
    brush.fill(&edge(0.0), Tint::down(-125.0, 0.0, middle, dark));
    for (x, y, dx, dy) in [
        (-62.0, -56.0, -6.0, -34.0),
        (-46.0, -60.0, 2.0, -44.0),
        (-24.0, -60.0, 12.0, -48.0),
        (0.0, -66.0, 18.0, -44.0),
        (24.0, -72.0, 20.0, -34.0),
        (48.0, -68.0, 12.0, -26.0),
    ] {
        let tuft = Path::from(x, y).quad(x - 4.0, y + dy * 0.6, x + dx, y + dy);
        brush.stroke(&tuft, [1.0, 4.0, 1.0], mix(middle, light, 0.35));
    }
}

pub(super) fn paint_long_behind(brush: &mut Brush, look: &Look) {
    let [dark, middle, _] = look.strands;
    let back = Path::from(0.0, -120.0)
        .cubic(66.0, -122.0, 98.0, -76.0, 94.0, -4.0)
        .cubic(92.0, 46.0, 110.0, 96.0, 98.0, 148.0)
        .cubic(92.0, 186.0, 70.0, 200.0, 40.0, 192.0)
        .line(0.0, 180.0)
        .mirrored();
    brush.fill(&back, Tint::down(-60.0, 190.0, dark, mix(dark, middle, 0.5)));
}

pub(super) fn paint_long(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    let left = |inner: f32| {
        Path::from(13.0, -78.0 + inner)
            .cubic(-4.0, -70.0 + inner, -46.0, -66.0 + inner, -61.0 + inner, -22.0)
            .cubic(-74.0 + inner, 14.0, -64.0 + inner * 0.6, 70.0, -72.0, 118.0)
            .cubic(-76.0, 156.0, -66.0, 176.0, -54.0, 190.0)
            .cubic(-86.0, 196.0, -106.0, 166.0, -103.0, 126.0)
            .cubic(-100.0, 84.0, -98.0, 50.0, -97.0, 0.0)
            .cubic(-97.0, -74.0, -60.0, -132.0, 18.0, -120.0)
    };
    let right = |inner: f32| {
        Path::from(13.0, -78.0 + inner)
            .cubic(26.0, -74.0 + inner, 56.0, -66.0 + inner, 65.0 - inner, -24.0)
            .cubic(74.0 - inner, 14.0, 66.0, 70.0, 74.0, 116.0)
            .cubic(80.0, 152.0, 66.0, 178.0, 60.0, 188.0)
            .cubic(92.0, 192.0, 108.0, 160.0, 103.0, 122.0)
            .cubic(98.0, 84.0, 100.0, 40.0, 97.0, 0.0)
            .cubic(97.0, -66.0, 66.0, -124.0, 14.0, -120.0)
    };
    shade_brow(brush, look, face, &left(8.0));
    shade_brow(brush, look, face, &right(8.0));
    brush.fill(&left(0.0), Tint::down(-110.0, 170.0, middle, mix(middle, dark, 0.35)));
    brush.fill(&right(0.0), Tint::down(-110.0, 170.0, mix(middle, dark, 0.2), mix(middle, dark, 0.6)));
    let parting = Path::from(13.0, -80.0).quad(13.0, -100.0, 16.0, -118.0);
    brush.stroke(&parting, [2.6, 2.0, 0.6], mix(look.skin.shade, dark, 0.25));
    let shine = mix(middle, light, 0.6);
    for k in [0.0, 1.0, 2.0] {
        let strand = Path::from(9.0 - k * 2.0, -88.0 - k * 9.0)
            .cubic(-24.0 - k * 10.0, -88.0 - k * 7.0, -62.0 - k * 8.0, -66.0, -72.0 - k * 8.0, -10.0)
            .cubic(-80.0 - k * 6.0, 40.0, -76.0 - k * 7.0, 90.0, -80.0 - k * 7.0, 150.0);
        brush.stroke(&strand, [0.8, 3.0 - k * 0.6, 0.8], shine.gamma_multiply(0.75));
        let other = Path::from(17.0 + k * 2.0, -88.0 - k * 9.0)
            .cubic(44.0 + k * 8.0, -88.0 - k * 7.0, 68.0 + k * 8.0, -66.0, 76.0 + k * 7.0, -8.0)
            .cubic(84.0 + k * 5.0, 40.0, 76.0 + k * 8.0, 90.0, 82.0 + k * 6.0, 150.0);
        brush.stroke(&other, [0.8, 2.4, 0.8], mix(dark, middle, 0.4).gamma_multiply(0.7));
    }
}

pub(super) fn paint_bun_behind(brush: &mut Brush, look: &Look) {
    let [dark, middle, light] = look.strands;
    let bun = ellipse(6.0, -124.0, 42.0, 36.0);
    brush.fill(&bun, Tint::down(-160.0, -90.0, middle, dark));
    for k in [0.0, 1.0, 2.0] {
        let coil = Path::from(-28.0 + 8.0 * k, -116.0 - 4.0 * k).cubic(
            -24.0 + 6.0 * k,
            -150.0,
            30.0 - 4.0 * k,
            -154.0 + 6.0 * k,
            38.0 - 7.0 * k,
            -122.0,
        );
        brush.stroke(&coil, [1.0, 2.8, 1.0], mix(middle, light, 0.45).gamma_multiply(0.8));
    }
    let back = Path::from(0.0, -112.0).cubic(54.0, -112.0, 84.0, -74.0, 79.0, -14.0).line(68.0, 20.0).mirrored();
    brush.fill(&back, dark);
}

/// Hair combed back all round; with the tie of a bun on top of it, or without.
pub(super) fn paint_bun(brush: &mut Brush, look: &Look, face: &[Pos2], tied: bool) {
    let [dark, middle, light] = look.strands;
    let edge = |drop: f32| {
        Path::from(0.0, -66.0 + drop)
            .cubic(34.0, -68.0 + drop, 58.0, -52.0 + drop, 68.0, -22.0 + drop)
            .cubic(72.0, -8.0 + drop, 74.0, 2.0, 75.0, 16.0)
            .cubic(84.0, -4.0, 88.0, -60.0, 62.0, -92.0)
            .cubic(44.0, -112.0, 20.0, -115.0, 0.0, -115.0)
            .mirrored()
    };
    shade_brow(brush, look, face, &edge(7.0));
    brush.fill(&edge(0.0), Tint::down(-115.0, 0.0, middle, dark));
    for side in [-1.0, 1.0] {
        for (x, y) in [(16.0, -66.0), (34.0, -62.0), (50.0, -48.0), (62.0, -30.0), (70.0, -8.0)] {
            let strand =
                Path::from(side * x, y).quad(side * (x + 8.0), (y - 104.0) * 0.5 - 8.0, side * x * 0.28 + 4.0, -112.0);
            brush.stroke(
                &strand,
                [0.8, 2.2, 1.2],
                mix(middle, light, if side < 0.0 { 0.5 } else { 0.2 }).gamma_multiply(0.7),
            );
        }
    }
    if tied {
        let tie = Path::from(-18.0, -110.0).quad(5.0, -104.0, 28.0, -110.0);
        brush.stroke(&tie, [5.0, 6.0, 5.0], dark);
    }
    brush.glow(pos2(-26.0, -88.0), 24.0, 12.0, light.gamma_multiply(0.35));
}
