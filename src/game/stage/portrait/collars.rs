//! Collars, lapels and trims, over the neck. What is worn over or about them has a file of its own.

use bevy_egui::egui::{Color32, Pos2, vec2};

use super::{
    fabric::Palette,
    look::{Clothes, Look},
    outer,
};
use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, Tint, mix, rgb},
};

/// Collars, lapels and trims, over the neck.
pub(super) fn paint_collar(brush: &mut Brush, look: &Look, window: &[Pos2]) {
    let [base, deep, accent, _] = look.cloth;
    match look.clothes {
        Clothes::Kitenge => {
            let trim = Path::from(-56.0, 338.0)
                .cubic(-50.0, 377.0, -28.0, 396.0, 0.0, 396.0)
                .cubic(28.0, 396.0, 50.0, 377.0, 56.0, 338.0);
            brush.stroke(&trim, [9.0, 10.0, 9.0], deep);
            brush.stroke(&trim, [2.4, 2.8, 2.4], accent);
        }
        Clothes::Dress => {
            let trim = Path::from(-67.0, 340.0)
                .cubic(-67.0, 392.0, -38.0, 409.0, 0.0, 405.0)
                .cubic(38.0, 409.0, 67.0, 392.0, 67.0, 340.0);
            brush.stroke(&trim, [5.0, 5.0, 5.0], mix(base, deep, 0.6));
            let chain = Path::from(-40.0, 338.0)
                .cubic(-30.0, 366.0, -12.0, 378.0, 0.0, 380.0)
                .cubic(12.0, 378.0, 30.0, 366.0, 40.0, 338.0);
            brush.stroke(&chain, [1.6, 1.6, 1.6], rgb(0xd9_a8_4a));
            brush.ellipse(0.0, 384.0, 4.6, 5.6, rgb(0xe6_bb_5f));
        }
        Clothes::Jumper => {
            let collar = Path::from(-49.0, 334.0)
                .cubic(-40.0, 358.0, -18.0, 364.0, 0.0, 364.0)
                .cubic(18.0, 364.0, 40.0, 358.0, 49.0, 334.0);
            brush.stroke(&collar, [13.0, 15.0, 13.0], mix(base, deep, 0.35));
            for i in 0..15_i8 {
                let t = f32::from(i - 7) / 7.0;
                let (x, y) = (t * 46.0, 364.0 - 27.0 * t.abs().powf(2.6));
                let rib = Path::from(x * 0.94, y - 5.0).line(x * 1.04, y + 5.0);
                brush.stroke(&rib, [1.6, 1.6, 1.6], deep.gamma_multiply(0.55));
            }
        }
        Clothes::Shirt | Clothes::Polo => paint_shirt_collar(brush, look),
        Clothes::Blouse => outer::paint_bow(brush, look.cloth),
        Clothes::Sari => outer::paint_pallu(brush, look.cloth, window),
        Clothes::Kurta => outer::paint_band(brush, look.cloth),
        Clothes::Cardigan => outer::paint_cardigan(brush, look.cloth),
        Clothes::Hoodie => outer::paint_hood(brush, look.cloth),
        Clothes::WorkJacket => outer::paint_zip(brush, look.cloth),
        Clothes::Suit => {
            outer::paint_shirt_and_tie(brush, look.cloth);
            paint_lapels(brush, look.cloth);
        }
        Clothes::Jacket => {
            paint_blouse_front(brush, look.cloth);
            paint_lapels(brush, look.cloth);
            let pin = Path::from(-92.0, 424.0).line(-72.0, 424.0);
            brush.stroke(&pin, [3.0, 3.0, 3.0], accent);
        }
    }
    let hem = Path::from(-200.0, 420.0).line(200.0, 420.0).line(200.0, 560.0).line(-200.0, 560.0);
    brush.fill_in(&hem, window, Tint::down(420.0, 500.0, Color32::TRANSPARENT, Color32::from_black_alpha(60)));
}

fn paint_shirt_collar(brush: &mut Brush, look: &Look) {
    let [base, deep, accent, pale] = look.cloth;
    let polo = look.clothes == Clothes::Polo;
    let length = if polo { 440.0 } else { 540.0 };
    let placket = Path::from(-9.0, 392.0).line(9.0, 392.0).line(9.0, length).line(-9.0, length);
    brush.fill(&placket, mix(base, if polo { deep } else { pale }, 0.22));
    for y in if polo { [404.0, 424.0, 424.0] } else { [404.0, 434.0, 464.0] } {
        brush.ellipse(0.0, y, 3.4, 3.4, mix(deep, base, 0.25));
        brush.ellipse(-0.6, y - 0.7, 2.2, 2.2, pale);
    }
    for side in [-1.0, 1.0] {
        brush.within(Affine::place(vec2(0.0, 0.0), side, 1.0), |brush| {
            let wing = Path::from(40.0, 318.0)
                .cubic(50.0, 326.0, 56.0, 334.0, 60.0, 344.0)
                .line(44.0, 398.0)
                .line(2.0, 392.0)
                .cubic(16.0, 374.0, 34.0, 350.0, 40.0, 318.0);
            brush.within(Affine::shift(1.5, 4.0), |brush| brush.fill(&wing, Color32::from_black_alpha(50)));
            brush.fill(&wing, if side < 0.0 { mix(base, pale, 0.28) } else { mix(base, pale, 0.08) });
            if polo {
                brush.stroke(&Path::from(5.0, 388.5).line(42.5, 393.5).line(56.0, 347.0), [2.2, 2.2, 2.2], accent);
            }
        });
    }
}

fn paint_blouse_front(brush: &mut Brush, [_, deep, _, pale]: Palette) {
    let blouse = Path::from(-46.0, 336.0)
        .cubic(-38.0, 362.0, -20.0, 383.0, 0.0, 383.0)
        .cubic(20.0, 383.0, 38.0, 362.0, 46.0, 336.0)
        .line(58.0, 344.0)
        .line(8.0, 480.0)
        .line(-8.0, 480.0)
        .line(-58.0, 344.0);
    brush.fill(&blouse, pale);
    brush.fill(
        &Path::from(2.0, 384.0).cubic(22.0, 381.0, 40.0, 360.0, 47.0, 337.0).line(58.0, 344.0).line(8.0, 480.0),
        mix(pale, deep, 0.14),
    );
}

fn paint_lapels(brush: &mut Brush, [base, deep, _, pale]: Palette) {
    for side in [-1.0, 1.0] {
        brush.within(Affine::place(vec2(0.0, 0.0), side, 1.0), |brush| {
            let tone = if side < 0.0 { mix(base, pale, 0.1) } else { mix(base, deep, 0.35) };
            let lapel = Path::from(46.0, 334.0)
                .line(66.0, 339.0)
                .line(84.0, 392.0)
                .line(66.0, 396.0)
                .line(74.0, 408.0)
                .cubic(52.0, 444.0, 28.0, 470.0, 3.0, 496.0)
                .cubic(14.0, 450.0, 44.0, 396.0, 46.0, 334.0);
            brush.fill(&lapel, deep);
            brush.within(Affine::shift(-2.0, -2.0), |brush| brush.fill(&lapel, tone));
        });
    }
}
