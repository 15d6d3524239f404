//! The head itself: ears, face, nose and the lines a life or a feeling leaves. Eyes, mouth and hair have their own files.

use bevy_egui::egui::{Pos2, pos2, vec2};

use super::{
    look::{Age, Hair, Look},
    pose::Pose,
};
use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, Tint, mix, rgb},
};

/// The ears, and earrings where she wears them.
pub(super) fn paint_ears(brush: &mut Brush, look: &Look, pose: &Pose) {
    if look.hair == Hair::Scarf {
        return;
    }
    let skin = &look.skin;
    for side in [-1.0, 1.0] {
        // Turning the head brings one ear out and hides the other.
        let out = side * (72.0 * look.face) - 5.0 * pose.turn;
        brush.within(Affine::place(vec2(out, 0.0), side, 1.0), |brush| {
            let tone = if side < 0.0 { skin.base } else { mix(skin.base, skin.shade, 0.6) };
            let ear = Path::from(-6.0, -12.0)
                .cubic(4.0, -26.0, 18.0, -18.0, 15.0, 6.0)
                .cubic(14.0, 20.0, 8.0, 34.0, -4.0, 34.0);
            brush.fill(&ear, tone);
            let rim = Path::from(0.0, -9.0).cubic(8.0, -17.0, 12.0, -4.0, 8.0, 8.0).quad(6.0, 15.0, 3.0, 18.0);
            brush.stroke(&rim, [1.5, 2.6, 1.2], skin.shade);
            if look.earrings {
                brush.ellipse(5.0, 37.0, 4.4, 4.4, rgb(0xd9_9a_34));
                brush.ellipse(3.8, 35.8, 2.0, 2.0, rgb(0xf7_d7_8a));
            }
        });
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
    window
}

/// The nose: its shaded side, its wings and its light.
pub(super) fn paint_nose(brush: &mut Brush, look: &Look) {
    let (skin, w) = (&look.skin, look.nose);
    let side = Path::from(5.0, -14.0)
        .cubic(6.0, 2.0, 7.0, 14.0, 14.0 * w, 29.0)
        .quad(17.0 * w, 39.0, 9.0 * w, 41.0)
        .quad(3.0, 43.5, -1.0, 41.0)
        .cubic(4.0, 26.0, 1.0, 8.0, 5.0, -14.0);
    brush.fill(&side, mix(skin.base, skin.shade, 0.55));
    brush.glow(pos2(-3.0, 29.0), 8.0, 9.0, skin.light.gamma_multiply(0.75));
    brush.glow(pos2(-2.0, 4.0), 4.0, 18.0, skin.light.gamma_multiply(0.4));
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
    let line = mix(skin.shade, skin.line, 0.45);
    let older = look.age == Age::Older;
    for side in [-1.0_f32, 1.0] {
        brush.within(Affine::place(vec2(0.0, 0.0), side, 1.0), |brush| {
            let knit = Path::from(5.5, -30.0).quad(4.0, -22.0, 6.0, -15.0);
            brush.stroke(&knit, [0.8, 2.2, 0.8], line.gamma_multiply(pose.frown * 0.85));
            let depth =
                if look.age == Age::Young { pose.fold * 0.6 } else { pose.fold }.max(if older { 0.55 } else { 0.0 });
            let fold = Path::from(18.0, 36.0).quad(pose.mouth + 6.0, 43.0, pose.mouth + 8.0, 58.0 - pose.curve * 0.3);
            brush.stroke(&fold, [1.0, 2.2, 0.6], line.gamma_multiply(depth * 0.6));
            if older {
                for (rise, reach) in [(-3.0, -8.0), (1.0, 1.0), (5.0, 9.0)] {
                    let crow = Path::from(57.0, rise).quad(61.0, reach * 0.6, 64.0, reach);
                    brush.stroke(&crow, [0.8, 1.6, 0.6], line.gamma_multiply(0.6));
                }
                let bag = Path::from(23.0, 13.0).quad(34.0, 20.0, 47.0, 12.0);
                brush.stroke(&bag, [0.6, 1.8, 0.6], line.gamma_multiply(0.5));
            }
        });
    }
    let raised = (-(pose.brow_in + pose.brow_arch) / 14.0).clamp(0.0, 1.0);
    let brow = (if older { 0.45 } else { 0.0 }) + 0.35 * raised * if older { 1.0 } else { 0.6 };
    for (height, reach) in [(-50.0, 26.0), (-58.0, 20.0)] {
        let across = Path::from(-reach, height).quad(0.0, height - 4.0, reach, height);
        brush.stroke(&across, [0.6, 1.6, 0.6], line.gamma_multiply(brow * 0.7));
    }
}

/// The outline of the face; the jaw drops as the mouth opens.
fn face(look: &Look, pose: &Pose) -> Path {
    let w = look.face;
    let chin = 107.0 + 0.45 * pose.open;
    let jaw = if look.age == Age::Older { 3.0 } else { 0.0 };
    Path::from(0.0, -104.0)
        .cubic(44.0 * w, -104.0, 75.0 * w, -68.0, 75.0 * w, -10.0)
        .cubic(75.0 * w, 26.0, 70.0 * w, 54.0, (52.0 + jaw) * w, 77.0)
        .cubic((38.0 + jaw) * w, 95.0 + jaw, 22.0, chin, 0.0, chin)
        .mirrored()
}
