//! What she wears: the cloth over the shoulders. Collars are in `collars`, printed cloth in `fabric`.

use bevy_egui::egui::{Color32, Pos2, pos2};

use super::{
    fabric,
    look::{Clothes, Look},
    outer,
};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix},
};

/// The shoulders' outline, convex so that a print can be cut to it.
fn shoulders() -> Path {
    Path::from(-48.0, 336.0)
        .cubic(-80.0, 342.0, -112.0, 348.0, -136.0, 360.0)
        .cubic(-168.0, 376.0, -178.0, 424.0, -184.0, 530.0)
        .mirrored()
}

/// The cloth with its print and folds; gives back its outline on screen, which is convex.
pub(super) fn paint_cloth(brush: &mut Brush, look: &Look) -> Vec<Pos2> {
    let [base, deep, accent, _] = look.cloth;
    let outline = shoulders();
    let window = brush.trace(&outline);
    brush.fill(&outline, Tint::Linear(pos2(-120.0, 340.0), pos2(150.0, 470.0), base, mix(base, deep, 0.25)));
    match look.clothes {
        Clothes::Kitenge => fabric::kitenge(brush, &window, look.cloth),
        Clothes::Dress => fabric::sprigs(brush, &window, look.cloth),
        Clothes::Polo => {
            for y in [430.0, 446.0] {
                let stripe = Path::from(-220.0, y).quad(0.0, y + 16.0, 220.0, y).line(220.0, y + 8.0).quad(
                    0.0,
                    y + 24.0,
                    -220.0,
                    y + 8.0,
                );
                brush.fill_in(&stripe, &window, accent);
            }
        }
        Clothes::Jumper => {
            for row in 0..7_u8 {
                let y = 372.0 + f32::from(row) * 17.0;
                for side in [-1.0, 1.0] {
                    let rib = Path::from(side * 4.0, y + 16.0).quad(side * 70.0, y + 12.0, side * 128.0, y + 26.0);
                    brush.stroke(&rib, [1.2, 2.0, 0.6], deep.gamma_multiply(0.28));
                }
            }
        }
        Clothes::Sari => fabric::border(brush, &window, look.cloth),
        Clothes::WorkJacket => outer::paint_strips(brush, &window),
        Clothes::Kurta | Clothes::Blouse | Clothes::Hoodie | Clothes::Cardigan => outer::paint_weave(brush, look),
        Clothes::Shirt | Clothes::Jacket | Clothes::Suit => {}
    }
    let shade =
        Path::from(52.0, 330.0).cubic(70.0, 380.0, 96.0, 400.0, 104.0, 540.0).line(240.0, 540.0).line(240.0, 330.0);
    brush.fill_in(&shade, &window, Color32::from_rgba_unmultiplied(20, 8, 12, 44));
    for side in [-1.0, 1.0] {
        let arm = Path::from(side * 124.0, 424.0).cubic(side * 130.0, 450.0, side * 128.0, 480.0, side * 126.0, 530.0);
        brush.stroke(&arm, [0.8, 4.0, 4.0], Color32::from_black_alpha(56));
        let fold = Path::from(side * 118.0, 384.0).quad(side * 104.0, 404.0, side * 74.0, 412.0);
        brush.stroke(&fold, [0.8, 4.0, 0.8], Color32::from_black_alpha(34));
    }
    let lit = Path::from(-60.0, 343.0).cubic(-94.0, 349.0, -128.0, 356.0, -146.0, 372.0);
    brush.stroke(&lit, [0.8, 4.0, 0.8], Color32::from_white_alpha(46));
    window
}
