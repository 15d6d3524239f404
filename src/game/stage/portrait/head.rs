//! The head itself: ears, face, nose and the lines a life or a feeling leaves. Eyes, mouth and hair have their own files.

use bevy_egui::egui::{Color32, Pos2, pos2, vec2};

use super::{
    look::{Age, Earrings, Face, Look, Nose},
    pose::Pose,
};
use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, Tint, ellipse, mix, rgb},
};

/// The ears, and earrings where she wears them.
pub(super) fn paint_ears(brush: &mut Brush, look: &Look, pose: &Pose) {
    if look.hair.covers_ears() {
        return;
    }
    let skin = &look.skin;
    for side in [-1.0, 1.0] {
        // Turning the head brings one ear out and hides the other.
        let out = side * (72.0 * look.wide) - 5.0 * pose.turn;
        brush.within(Affine::place(vec2(out, 0.0), side, 1.0), |brush| {
            let tone = if side < 0.0 { skin.base } else { mix(skin.base, skin.shade, 0.6) };
            let ear = Path::from(-6.0, -12.0)
                .cubic(4.0, -26.0, 18.0, -18.0, 15.0, 6.0)
                .cubic(14.0, 20.0, 8.0, 34.0, -4.0, 34.0);
            brush.fill(&ear, tone);
            let rim = Path::from(0.0, -9.0).cubic(8.0, -17.0, 12.0, -4.0, 8.0, 8.0).quad(6.0, 15.0, 3.0, 18.0);
            brush.stroke(&rim, [1.5, 2.6, 1.2], skin.shade);
            paint_earring(brush, look.earrings);
        });
    }
}

fn paint_earring(brush: &mut Brush, earrings: Earrings) {
    let (gold, gleam) = (rgb(0xd9_9a_34), rgb(0xf7_d7_8a));
    match earrings {
        Earrings::None => {}
        Earrings::Studs => {
            brush.ellipse(5.0, 37.0, 4.4, 4.4, gold);
            brush.ellipse(3.8, 35.8, 2.0, 2.0, gleam);
        }
        Earrings::Hoops => {
            brush.stroke(&ellipse(4.0, 49.0, 11.0, 14.0), [3.0, 3.0, 3.0], gold);
            brush.stroke(&Path::from(-5.0, 44.0).quad(-7.0, 52.0, -2.0, 59.0), [0.6, 1.6, 0.6], gleam);
        }
        Earrings::Drops => {
            brush.ellipse(4.0, 36.0, 3.2, 3.2, gold);
            let drop =
                Path::from(4.0, 39.0).cubic(12.0, 52.0, 11.0, 62.0, 4.0, 62.0).cubic(-3.0, 62.0, -4.0, 52.0, 4.0, 39.0);
            brush.fill(&drop, Tint::down(40.0, 62.0, rgb(0x4f_a8_a4), rgb(0x1f_6a_6e)));
            brush.ellipse(2.6, 55.0, 1.5, 3.0, Color32::from_white_alpha(150));
        }
    }
}

/// The face without its features; gives back its outline on screen, which is convex.
pub(super) fn paint_face(brush: &mut Brush, look: &Look, pose: &Pose) -> Vec<Pos2> {
    let skin = &look.skin;
    let outline = face(look, pose);
    brush.fill(&outline, Tint::down(-90.0, 110.0, mix(skin.base, skin.light, 0.35), skin.base));
    let window = brush.trace(&outline);
    let shade = Path::from(60.0, -120.0)
        .cubic(50.0, -60.0, 66.0, -20.0, 58.0, 22.0)
        .cubic(52.0, 58.0, 34.0, 84.0, -18.0, 112.0)
        .line(90.0, 130.0)
        .line(100.0, -120.0);
    brush.fill_in(&shade, &window, mix(skin.base, skin.shade, 0.5));
    brush.glow(pos2(-30.0, -52.0), 34.0, 26.0, skin.light.gamma_multiply(0.45));
    brush.glow(pos2(-40.0, 30.0), 24.0, 18.0, skin.light.gamma_multiply(0.4));
    let warmth = 0.16 + 0.3 * pose.cheek + 0.16 * pose.frown;
    for side in [-1.0, 1.0] {
        let lifted = 40.0 - 5.0 * pose.cheek;
        brush.glow(pos2(side * 42.0 + 6.0 * pose.turn, lifted), 25.0, 19.0, skin.blush.gamma_multiply(warmth));
    }
    if look.freckles {
        for i in 0..22_u8 {
            let step = f32::from(i);
            let (x, y) = (
                (step * 37.0) % 104.0 - 52.0,
                16.0 + (step * 11.0) % 25.0 - 0.1 * ((step * 37.0) % 104.0 - 52.0).abs(),
            );
            let size = 0.85 + 0.2 * f32::from(i % 4);
            brush.ellipse(x, y, size, size * 0.9, mix(skin.shade, rgb(0x9a_5a_34), 0.4).gamma_multiply(0.6));
        }
    }
    window
}

/// How wide a nose is, and how long from the bridge down.
fn nose(look: &Look) -> (f32, f32) {
    match look.nose {
        Nose::Straight => (1.0, 1.0),
        Nose::Broad => (1.32, 0.98),
        Nose::Narrow => (0.8, 1.04),
        Nose::Button => (1.02, 0.82),
        Nose::Long => (0.98, 1.15),
    }
}

/// The height at which the nose ends, nostrils and all.
pub(super) fn nose_end(look: &Look) -> f32 {
    let (_, long) = nose(look);
    43.0 * long - 14.0 * (1.0 - long)
}

/// The nose: its shaded side, its wings and its light.
pub(super) fn paint_nose(brush: &mut Brush, look: &Look) {
    let (wide, long) = nose(look);
    brush.within(Affine::place(vec2(0.0, -14.0 * (1.0 - long)), 1.0, long), |brush| {
        paint_nose_of(brush, look, wide * look.nostrils);
    });
}

fn paint_nose_of(brush: &mut Brush, look: &Look, w: f32) {
    let skin = &look.skin;
    let side = Path::from(5.0, -14.0)
        .cubic(6.0, 2.0, 7.0, 14.0, 14.0 * w, 29.0)
        .quad(17.0 * w, 39.0, 9.0 * w, 41.0)
        .quad(3.0, 43.5, -1.0, 41.0)
        .cubic(4.0, 26.0, 1.0, 8.0, 5.0, -14.0);
    brush.fill(&side, mix(skin.base, skin.shade, 0.55));
    brush.glow(pos2(-3.0, 29.0), 8.0, 9.0, skin.light.gamma_multiply(0.75));
    brush.glow(pos2(-2.0, 4.0), 4.0, 18.0, skin.light.gamma_multiply(0.4));
    if look.nose == Nose::Long {
        let bridge = Path::from(6.0, -8.0).quad(12.0, 6.0, 8.0, 22.0);
        brush.stroke(&bridge, [0.8, 3.4, 1.0], skin.shade);
    }
    if look.nose == Nose::Button {
        brush.glow(pos2(-1.0, 32.0), 13.0, 10.0, skin.light.gamma_multiply(0.6));
    }
    let under = Path::from(-14.0 * w, 32.0)
        .cubic(-17.0 * w, 41.0, -10.0 * w, 43.0, -7.0, 41.0)
        .quad(0.0, 46.5, 7.0, 41.0)
        .cubic(10.0 * w, 43.0, 17.0 * w, 41.0, 14.0 * w, 32.0);
    brush.stroke(&under, [0.8, 2.8, 0.8], mix(skin.shade, skin.line, 0.55));
    for side in [-1.0, 1.0] {
        let nostril = Path::from(side * 4.0, 41.6).quad(side * 8.0, 38.6, side * 11.0 * w, 40.8);
        brush.stroke(&nostril, [1.0, 2.6, 1.0], skin.line);
    }
}

/// The lines between the brows, beside the nose, and those of age.
pub(super) fn paint_lines(brush: &mut Brush, look: &Look, pose: &Pose) {
    let skin = &look.skin;
    let line = mix(skin.shade, skin.line, 0.45 + 0.1 * f32::from(look.lines));
    let worn = f32::from(look.lines) / 2.0;
    let small = brush.is_small_face();
    for side in [-1.0_f32, 1.0] {
        brush.within(Affine::place(vec2(0.0, 0.0), side, 1.0), |brush| {
            let knit = Path::from(5.5, -30.0).quad(4.0, -22.0, 6.0, -15.0);
            brush.stroke(&knit, [0.8, 2.2, 0.8], line.gamma_multiply(pose.frown * 0.85));
            // So small, lines on a cheek look like scars.
            if small {
                return;
            }
            let depth = if look.age == Age::Young { pose.fold * 0.6 } else { pose.fold }.max(0.55 * worn);
            let fold = Path::from(18.0, 36.0).quad(pose.mouth + 6.0, 43.0, pose.mouth + 8.0, 58.0 - pose.curve * 0.3);
            brush.stroke(&fold, [1.0, 2.2, 0.6], line.gamma_multiply((depth * 0.75).min(1.0)));
            if look.lines > 0 {
                for (rise, reach) in [(-3.0, -8.0), (1.0, 1.0), (5.0, 9.0)] {
                    let crow = Path::from(57.0, rise).quad(61.0, reach * 0.6, 64.0, reach);
                    brush.stroke(&crow, [0.8, 1.6, 0.6], line.gamma_multiply((0.7 * worn).min(1.0)));
                }
                let bag = Path::from(23.0, 13.0).quad(34.0, 20.0, 47.0, 12.0);
                brush.stroke(&bag, [0.6, 1.8, 0.6], line.gamma_multiply((0.6 * worn).min(0.9)));
            }
        });
    }
    let raised = (-(pose.brow_in + pose.brow_arch) / 14.0).clamp(0.0, 1.0);
    let brow = (0.45 * worn + 0.35 * raised * if look.lines > 0 { 1.0 } else { 0.6 }).min(1.0);
    for (height, reach) in [(-50.0, 26.0), (-58.0, 20.0)] {
        let across = Path::from(-reach, height).quad(0.0, height - 4.0, reach, height);
        brush.stroke(&across, [0.6, 1.6, 0.6], line.gamma_multiply(brow * 0.7));
    }
}

/// How much wider and higher a head of this shape is drawn, hair and all.
pub(super) fn proportions(look: &Look) -> (f32, f32) {
    match look.face {
        Face::Oval => (1.0, 1.0),
        Face::Round => (1.05, 0.965),
        Face::Long => (0.95, 1.05),
        Face::Square => (1.03, 1.0),
        Face::Heart => (0.99, 0.985),
    }
}

/// The outline of the face; the jaw drops as the mouth opens.
fn face(look: &Look, pose: &Pose) -> Path {
    // The cheek's pull, where the jaw turns, the chin's pull, and the chin: all on one convex curve.
    let [cheek, jaw, turn, pull, chin] = match look.face {
        Face::Oval => [(70.0, 54.0), (52.0, 77.0), (38.0, 95.0), (22.0, 107.0), (0.0, 107.0)],
        Face::Round => [(76.0, 50.0), (60.0, 74.0), (45.0, 94.0), (28.0, 104.0), (0.0, 104.0)],
        Face::Long => [(68.0, 64.0), (49.0, 88.0), (37.0, 103.0), (23.0, 112.0), (0.0, 112.0)],
        Face::Square => [(72.0, 62.0), (62.0, 80.0), (50.0, 99.0), (35.0, 108.0), (0.0, 108.0)],
        Face::Heart => [(67.0, 50.0), (46.0, 77.0), (31.5, 95.0), (16.0, 109.0), (0.0, 109.0)],
    };
    let w = look.wide;
    let drop = 0.45 * pose.open;
    let heavy = if look.age == Age::Older { 3.0 } else { 0.0 };
    Path::from(0.0, -104.0)
        .cubic(44.0 * w, -104.0, 75.0 * w, -68.0, 75.0 * w, -10.0)
        .cubic(75.0 * w, 26.0, cheek.0 * w, cheek.1, (jaw.0 + heavy) * w, jaw.1)
        .cubic((turn.0 + heavy) * w, turn.1 + heavy, pull.0, pull.1 + drop, chin.0, chin.1 + drop)
        .mirrored()
}
