//! What is worn over or about the neck besides a plain collar: a bow, a drape, a hood, a work jacket, a shirt with a tie.

use bevy_egui::egui::{Color32, Pos2, pos2, vec2};

use super::{fabric::Palette, look::Look};
use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, Tint, mix, rgb},
};

/// Paints for both sides of the body.
fn on_both_sides(brush: &mut Brush, mut paint: impl FnMut(&mut Brush, f32)) {
    for side in [-1.0, 1.0] {
        brush.within(Affine::place(vec2(0.0, 0.0), side, 1.0), |brush| paint(brush, side));
    }
}

/// Folds that soft cloth has, a little different on each side.
pub(super) fn paint_weave(brush: &mut Brush, look: &Look) {
    let [_, deep, ..] = look.cloth;
    on_both_sides(brush, |brush, side| {
        let shift = if side < 0.0 { 0.0 } else { 6.0 };
        for (x, y) in [(64.0, 372.0), (92.0, 392.0)] {
            let fold = Path::from(x, y + shift).quad(x - 4.0, y + 34.0, x - 16.0, y + 74.0);
            brush.stroke(&fold, [0.6, 3.0, 0.6], deep.gamma_multiply(0.3));
        }
    });
}

/// The two bands of a work jacket that shine back a light, and its dark yoke.
pub(super) fn paint_strips(brush: &mut Brush, window: &[Pos2]) {
    let (silver, edge) = (rgb(0xdd_e2_e0), rgb(0xe9_e0_62));
    let band = |brush: &mut Brush, path: &dyn Fn(f32) -> Path| {
        brush.fill_in(&path(12.0), window, edge);
        brush.fill_in(&path(7.5), window, silver);
    };
    band(brush, &|wide| {
        Path::from(-220.0, 432.0 - wide).quad(0.0, 446.0 - wide, 220.0, 432.0 - wide).line(220.0, 432.0 + wide).quad(
            0.0,
            446.0 + wide,
            -220.0,
            432.0 + wide,
        )
    });
    for side in [-1.0_f32, 1.0] {
        band(brush, &|wide| {
            Path::from(side * (94.0 - wide), 330.0)
                .quad(side * (92.0 - wide), 390.0, side * (86.0 - wide), 436.0)
                .line(side * (86.0 + wide), 436.0)
                .quad(side * (92.0 + wide), 390.0, side * (94.0 + wide), 330.0)
        });
    }
}

/// A work jacket's standing collar and its zip, over a dark T-shirt.
pub(super) fn paint_zip(brush: &mut Brush, [base, deep, ..]: Palette) {
    let shirt =
        Path::from(-46.0, 340.0).cubic(-30.0, 362.0, 30.0, 362.0, 46.0, 340.0).line(26.0, 404.0).line(-26.0, 404.0);
    brush.fill(&shirt, rgb(0x33_3a_44));
    on_both_sides(brush, |brush, side| {
        let wing = Path::from(40.0, 316.0)
            .cubic(54.0, 324.0, 62.0, 334.0, 66.0, 346.0)
            .cubic(54.0, 372.0, 30.0, 396.0, 1.0, 412.0)
            .cubic(14.0, 386.0, 34.0, 352.0, 40.0, 316.0);
        brush.within(Affine::shift(1.5, 4.0), |brush| brush.fill(&wing, Color32::from_black_alpha(50)));
        brush.fill(&wing, if side < 0.0 { mix(base, deep, 0.42) } else { mix(base, deep, 0.62) });
    });
    brush.stroke(&Path::from(0.0, 408.0).line(0.0, 540.0), [5.0, 5.0, 5.0], deep);
    brush.stroke(&Path::from(0.0, 408.0).line(0.0, 540.0), [1.6, 1.6, 1.6], rgb(0xc9_c6_bd));
    brush.ellipse(0.0, 414.0, 3.6, 5.0, rgb(0xdd_d9_ce));
}

/// A blouse's neckline and its soft bow.
pub(super) fn paint_bow(brush: &mut Brush, [base, deep, _, pale]: Palette) {
    let light = mix(base, pale, 0.35);
    on_both_sides(brush, |brush, side| {
        let edge = Path::from(44.0, 332.0)
            .cubic(52.0, 336.0, 58.0, 342.0, 60.0, 346.0)
            .cubic(44.0, 372.0, 22.0, 396.0, 0.0, 414.0)
            .line(-2.0, 402.0)
            .cubic(18.0, 384.0, 38.0, 360.0, 44.0, 332.0);
        brush.fill(&edge, if side < 0.0 { light } else { mix(base, pale, 0.15) });
        let tail = Path::from(1.0, 408.0)
            .cubic(12.0, 430.0, 20.0, 462.0, 16.0, 486.0)
            .line(40.0, 480.0)
            .cubic(36.0, 448.0, 22.0, 424.0, 6.0, 404.0);
        brush.fill(&tail, Tint::down(404.0, 486.0, mix(base, deep, 0.18), mix(base, deep, 0.4)));
        let bow = Path::from(2.0, 406.0)
            .cubic(20.0, 382.0, 52.0, 384.0, 50.0, 404.0)
            .cubic(50.0, 422.0, 20.0, 426.0, 2.0, 410.0);
        brush.within(Affine::shift(1.0, 4.0), |brush| brush.fill(&bow, Color32::from_black_alpha(46)));
        brush.fill(&bow, if side < 0.0 { light } else { mix(base, pale, 0.22) });
        brush.stroke(
            &Path::from(8.0, 407.0).quad(24.0, 400.0, 38.0, 404.0),
            [0.8, 2.6, 0.6],
            deep.gamma_multiply(0.45),
        );
    });
    brush.ellipse(0.0, 408.0, 8.5, 9.5, mix(base, deep, 0.28));
}

/// A sari's end over her left shoulder, with its woven border.
pub(super) fn paint_pallu(brush: &mut Brush, [base, deep, accent, pale]: Palette, window: &[Pos2]) {
    let trim = Path::from(-67.0, 340.0)
        .cubic(-67.0, 392.0, -38.0, 409.0, 0.0, 405.0)
        .cubic(38.0, 409.0, 67.0, 392.0, 67.0, 340.0);
    brush.stroke(&trim, [4.0, 4.0, 4.0], accent);
    let drape = Path::from(54.0, 330.0)
        .cubic(20.0, 400.0, -60.0, 440.0, -220.0, 470.0)
        .line(-220.0, 560.0)
        .line(120.0, 560.0)
        .cubic(160.0, 480.0, 150.0, 400.0, 132.0, 330.0);
    brush.fill_in(
        &drape,
        window,
        Tint::Linear(pos2(-60.0, 430.0), pos2(140.0, 480.0), mix(base, pale, 0.1), mix(base, deep, 0.35)),
    );
    let strip = Path::from(54.0, 330.0)
        .cubic(20.0, 400.0, -60.0, 440.0, -220.0, 470.0)
        .line(-220.0, 492.0)
        .cubic(-60.0, 462.0, 42.0, 414.0, 76.0, 330.0);
    brush.fill_in(&strip, window, accent);
    for i in 0..15_u8 {
        let t = (f32::from(i) + 0.5) / 15.0;
        let [from, one, other, to] = [pos2(65.0, 330.0), pos2(31.0, 407.0), pos2(-60.0, 451.0), pos2(-218.0, 481.0)];
        let (near, middle, far) = (from.lerp(one, t), one.lerp(other, t), other.lerp(to, t));
        let at = near.lerp(middle, t).lerp(middle.lerp(far, t), t);
        if at.x > -168.0 && at.y > 346.0 {
            brush.fill(
                &Path::from(at.x, at.y - 6.0).line(at.x + 5.0, at.y).line(at.x, at.y + 6.0).line(at.x - 5.0, at.y),
                mix(deep, base, 0.2),
            );
        }
    }
    for k in [30.0, 46.0, 62.0] {
        let pleat = Path::from(60.0 + k, 346.0).cubic(60.0 + k, 420.0, 40.0 + k * 0.6, 480.0, 10.0 + k * 0.5, 530.0);
        brush.stroke(&pleat, [0.8, 3.6, 1.0], deep.gamma_multiply(0.45));
    }
}

/// A kurta's standing band and its stitched opening.
pub(super) fn paint_band(brush: &mut Brush, [base, deep, accent, pale]: Palette) {
    let band = Path::from(-50.0, 330.0)
        .cubic(-40.0, 356.0, -16.0, 366.0, 0.0, 366.0)
        .cubic(16.0, 366.0, 40.0, 356.0, 50.0, 330.0)
        .line(45.0, 316.0)
        .cubic(36.0, 340.0, 16.0, 350.0, 0.0, 350.0)
        .cubic(-16.0, 350.0, -36.0, 340.0, -45.0, 316.0);
    brush.fill(&band, Tint::down(316.0, 366.0, mix(base, pale, 0.25), mix(base, deep, 0.2)));
    brush.fill(&Path::from(-4.0, 350.0).line(4.0, 350.0).line(3.0, 368.0).line(-3.0, 368.0), deep);
    let placket = Path::from(-13.0, 364.0).line(13.0, 364.0).line(13.0, 470.0).line(0.0, 484.0).line(-13.0, 470.0);
    brush.fill(&placket, mix(base, deep, 0.16));
    for x in [-10.0, 10.0] {
        brush.stroke(&Path::from(x, 370.0).line(x, 468.0), [1.4, 1.4, 1.4], accent.gamma_multiply(0.8));
    }
    for i in 0..4_u8 {
        let y = 384.0 + 24.0 * f32::from(i);
        brush.ellipse(0.0, y, 3.8, 3.8, mix(deep, base, 0.2));
        brush.ellipse(-0.6, y - 0.8, 2.2, 2.2, pale);
    }
}

/// A cardigan's two fronts with their buttons, over a light top.
pub(super) fn paint_cardigan(brush: &mut Brush, [base, deep, _, pale]: Palette) {
    let top = Path::from(-46.0, 338.0)
        .cubic(-38.0, 362.0, -20.0, 380.0, 0.0, 381.0)
        .cubic(20.0, 380.0, 38.0, 362.0, 46.0, 338.0)
        .line(64.0, 346.0)
        .line(10.0, 470.0)
        .line(-10.0, 470.0)
        .line(-64.0, 346.0);
    brush.fill(&top, Tint::down(380.0, 470.0, mix(pale, Color32::WHITE, 0.4), mix(pale, deep, 0.2)));
    on_both_sides(brush, |brush, side| {
        let rim = Path::from(50.0, 334.0).cubic(60.0, 376.0, 40.0, 424.0, 4.0, 470.0).line(4.0, 540.0);
        brush.stroke(&rim, [13.0, 14.0, 13.0], if side < 0.0 { mix(base, pale, 0.16) } else { mix(base, deep, 0.26) });
        let seam = Path::from(58.0, 338.0).cubic(68.0, 380.0, 48.0, 428.0, 11.0, 476.0).line(11.0, 540.0);
        brush.stroke(&seam, [1.4, 1.4, 1.4], deep.gamma_multiply(0.5));
    });
    brush.ellipse(-4.0, 482.0, 5.5, 5.5, mix(deep, base, 0.1));
    brush.ellipse(-5.0, 480.8, 3.4, 3.4, mix(base, pale, 0.6));
}

/// A hood lying round the neck, and its strings.
pub(super) fn paint_hood(brush: &mut Brush, [base, deep, _, pale]: Palette) {
    on_both_sides(brush, |brush, side| {
        let roll = Path::from(36.0, 306.0)
            .cubic(66.0, 306.0, 92.0, 330.0, 88.0, 350.0)
            .cubic(76.0, 376.0, 34.0, 396.0, 0.0, 398.0)
            .line(0.0, 366.0)
            .cubic(24.0, 366.0, 46.0, 350.0, 36.0, 306.0);
        brush.fill(&roll, if side < 0.0 { mix(base, pale, 0.14) } else { mix(base, deep, 0.18) });
        let crease = Path::from(46.0, 326.0).cubic(60.0, 350.0, 30.0, 372.0, 4.0, 378.0);
        brush.stroke(&crease, [1.0, 3.6, 0.8], deep.gamma_multiply(0.5));
        brush.ellipse(25.0, 386.0, 3.2, 3.2, deep);
        let string = Path::from(25.0, 386.0).cubic(26.0, 408.0, 22.0, 430.0, 24.0 - side * 3.0, 448.0 + side * 6.0);
        brush.stroke(&string, [3.2, 3.2, 4.2], mix(pale, Color32::WHITE, 0.3));
    });
}

/// A white shirt with a tie, for a suit's lapels to lie on.
pub(super) fn paint_shirt_and_tie(brush: &mut Brush, [_, deep, accent, _]: Palette) {
    let white = rgb(0xf7_f4_ee);
    let front = Path::from(-46.0, 336.0)
        .line(0.0, 380.0)
        .line(46.0, 336.0)
        .line(60.0, 346.0)
        .line(8.0, 490.0)
        .line(-8.0, 490.0)
        .line(-60.0, 346.0);
    brush.fill(&front, white);
    let tie = Path::from(-8.0, 388.0).line(8.0, 388.0).line(17.0, 470.0).line(0.0, 500.0).line(-17.0, 470.0);
    brush.fill(&tie, Tint::Linear(pos2(-16.0, 400.0), pos2(18.0, 450.0), accent, mix(accent, deep, 0.45)));
    for y in [404.0, 424.0, 444.0] {
        brush.stroke(&Path::from(-10.0, y).line(11.0, y + 12.0), [2.6, 2.6, 2.6], mix(accent, deep, 0.5));
    }
    let knot = Path::from(-12.0, 368.0).line(12.0, 368.0).line(8.0, 391.0).line(-8.0, 391.0);
    brush.fill(&knot, mix(accent, deep, 0.2));
    on_both_sides(brush, |brush, side| {
        let wing = Path::from(40.0, 320.0)
            .cubic(46.0, 326.0, 50.0, 332.0, 53.0, 340.0)
            .line(34.0, 386.0)
            .line(4.0, 372.0)
            .cubic(16.0, 362.0, 34.0, 346.0, 40.0, 320.0);
        brush.within(Affine::shift(1.0, 3.0), |brush| brush.fill(&wing, Color32::from_black_alpha(46)));
        brush.fill(&wing, if side < 0.0 { Color32::WHITE } else { mix(white, deep, 0.1) });
    });
}
