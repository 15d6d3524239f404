//! Hair that falls: in waves, to the chin, or gathered behind. Straight long hair is with the cuts it began with.

use bevy_egui::egui::{Pos2, pos2};

use super::{hair::shade_brow, look::Look};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix},
};

pub(super) fn paint_waves_behind(brush: &mut Brush, look: &Look) {
    let [dark, middle, _] = look.strands;
    let back = Path::from(0.0, -122.0)
        .cubic(70.0, -126.0, 108.0, -80.0, 112.0, -6.0)
        .cubic(120.0, 22.0, 94.0, 38.0, 98.0, 58.0)
        .cubic(102.0, 84.0, 132.0, 88.0, 124.0, 112.0)
        .cubic(118.0, 138.0, 92.0, 148.0, 98.0, 170.0)
        .cubic(102.0, 192.0, 84.0, 206.0, 60.0, 204.0)
        .line(0.0, 180.0)
        .mirrored();
    brush.fill(&back, Tint::down(-60.0, 200.0, dark, mix(dark, middle, 0.5)));
}

/// Long hair that swings out and in three times on its way down.
pub(super) fn paint_waves(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    let side = |s: f32, inner: f32| {
        Path::from(-12.0, -82.0 + inner)
            .cubic(s * 10.0 - 10.0, -74.0 + inner, s * 54.0, -70.0 + inner, s * (68.0 - inner), -28.0)
            .cubic(s * (78.0 - inner), -4.0, s * 56.0, 12.0, s * 62.0, 38.0)
            .cubic(s * 68.0, 60.0, s * 90.0, 68.0, s * 82.0, 94.0)
            .cubic(s * 76.0, 114.0, s * 52.0, 122.0, s * 60.0, 148.0)
            .cubic(s * 66.0, 168.0, s * 84.0, 178.0, s * 74.0, 204.0)
            .cubic(s * 100.0, 206.0, s * 116.0, 190.0, s * 107.0, 166.0)
            .cubic(s * 100.0, 146.0, s * 140.0, 138.0, s * 131.0, 108.0)
            .cubic(s * 124.0, 84.0, s * 94.0, 80.0, s * 104.0, 54.0)
            .cubic(s * 110.0, 36.0, s * 130.0, 22.0, s * 119.0, -6.0)
            .cubic(s * 114.0, -96.0, s * 68.0, -136.0, -12.0, -124.0)
    };
    for s in [-1.0, 1.0] {
        shade_brow(brush, look, face, &side(s, 8.0));
    }
    brush.fill(&side(1.0, 0.0), Tint::down(-110.0, 190.0, mix(middle, dark, 0.25), mix(middle, dark, 0.6)));
    brush.fill(&side(-1.0, 0.0), Tint::down(-110.0, 190.0, middle, mix(middle, dark, 0.3)));
    for s in [-1.0_f32, 1.0] {
        let tone = if s < 0.0 { mix(middle, light, 0.6) } else { mix(middle, light, 0.2) };
        let deep = mix(middle, dark, if s < 0.0 { 0.55 } else { 0.8 });
        // Light on the crests, and between them the shade of the next lock.
        for (out, tone, wide) in
            [(0.0, tone, 3.4), (7.0, deep, 2.6), (14.0, tone, 3.0), (22.0, deep, 2.6), (30.0, tone, 2.4)]
        {
            // Further out, each wave swings a little lower.
            let low = out * 0.5;
            let strand = Path::from(-10.0 + s * (6.0 + out * 0.4), -90.0 - out * 0.9)
                .cubic(s * (40.0 + out), -88.0 - out * 0.8, s * (74.0 + out), -60.0, s * (77.0 + out), -22.0)
                .cubic(s * (84.0 + out), 2.0, s * (62.0 + out), 14.0 + low, s * (69.0 + out), 40.0 + low)
                .cubic(s * (75.0 + out), 62.0 + low, s * (97.0 + out), 70.0 + low, s * (89.0 + out), 96.0 + low)
                .cubic(s * (83.0 + out), 116.0 + low, s * (59.0 + out), 124.0 + low, s * (67.0 + out), 150.0 + low)
                .quad(s * (73.0 + out * 0.8), 168.0 + low, s * (80.0 + out * 0.5), 190.0);
            brush.stroke(&strand, [0.8, wide, 0.8], tone.gamma_multiply(0.75));
        }
    }
    brush.stroke(
        &Path::from(-12.0, -84.0).quad(-13.0, -102.0, -14.0, -121.0),
        [2.6, 2.0, 0.6],
        mix(look.skin.shade, dark, 0.25),
    );
}

pub(super) fn paint_bob_behind(brush: &mut Brush, look: &Look) {
    let [dark, ..] = look.strands;
    let back = Path::from(0.0, -118.0)
        .cubic(62.0, -120.0, 96.0, -78.0, 94.0, -8.0)
        .cubic(94.0, 40.0, 100.0, 66.0, 92.0, 92.0)
        .line(0.0, 100.0)
        .mirrored();
    brush.fill(&back, dark);
}

/// To the chin, with a fringe over the forehead.
pub(super) fn paint_bob(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    let helmet = |drop: f32| {
        Path::from(0.0, -42.0 + drop)
            .cubic(28.0, -42.0 + drop, 48.0, -44.0 + drop, 62.0, -34.0 + drop)
            .cubic(68.0 - drop * 0.6, -4.0, 70.0 - drop * 0.6, 40.0, 62.0 - drop * 0.4, 86.0)
            .cubic(74.0, 98.0, 92.0, 98.0, 101.0, 88.0)
            .cubic(104.0, 56.0, 98.0, 30.0, 97.0, -8.0)
            .cubic(97.0, -80.0, 60.0, -122.0, 0.0, -122.0)
            .mirrored()
    };
    shade_brow(brush, look, face, &helmet(9.0));
    brush.fill(&helmet(0.0), Tint::Linear(pos2(-90.0, -100.0), pos2(90.0, 70.0), middle, mix(middle, dark, 0.55)));
    for k in 0..9_u8 {
        let t = f32::from(k) / 4.0 - 1.0;
        let strand = Path::from(t * 56.0, -44.0 + 4.0 * t.abs()).quad(t * 52.0, -84.0, t * 22.0, -114.0);
        brush.stroke(
            &strand,
            [0.8, 2.2, 0.8],
            mix(middle, if t < 0.2 { light } else { dark }, 0.45).gamma_multiply(0.7),
        );
    }
    for s in [-1.0_f32, 1.0] {
        for k in [0.0, 1.0] {
            let strand = Path::from(s * (74.0 + k * 10.0), -40.0).cubic(
                s * (84.0 + k * 8.0),
                0.0,
                s * (80.0 + k * 8.0),
                50.0,
                s * (74.0 + k * 12.0),
                86.0,
            );
            brush.stroke(
                &strand,
                [0.8, 2.6, 0.8],
                mix(middle, if s < 0.0 { light } else { dark }, 0.45).gamma_multiply(0.75),
            );
        }
    }
    // The round light that smooth hair has.
    let band = Path::from(-72.0, -66.0).cubic(-50.0, -98.0, 10.0, -104.0, 40.0, -92.0);
    brush.stroke(&band, [1.0, 7.0, 1.0], light.gamma_multiply(0.35));
}

pub(super) fn paint_ponytail_behind(brush: &mut Brush, look: &Look) {
    let [dark, middle, light] = look.strands;
    let tail = Path::from(34.0, -104.0)
        .cubic(98.0, -128.0, 140.0, -78.0, 128.0, -10.0)
        .cubic(120.0, 40.0, 132.0, 84.0, 104.0, 132.0)
        .cubic(92.0, 100.0, 88.0, 60.0, 88.0, 20.0)
        .cubic(90.0, -30.0, 70.0, -70.0, 34.0, -84.0);
    brush.fill(&tail, Tint::down(-110.0, 130.0, middle, mix(dark, middle, 0.4)));
    for k in [0.0, 1.0, 2.0] {
        let strand = Path::from(48.0, -102.0 + k * 6.0).cubic(
            104.0 - k * 6.0,
            -106.0 + k * 8.0,
            122.0 - k * 8.0,
            -50.0,
            112.0 - k * 8.0,
            0.0,
        );
        let strand = strand.quad(104.0 - k * 4.0, 50.0, 106.0 - k * 4.0, 104.0 - k * 14.0);
        brush.stroke(&strand, [0.8, 2.8, 0.8], mix(middle, light, 0.5).gamma_multiply(0.8));
    }
    let back = Path::from(0.0, -112.0).cubic(54.0, -112.0, 84.0, -74.0, 79.0, -14.0).line(68.0, 20.0).mirrored();
    brush.fill(&back, dark);
}
