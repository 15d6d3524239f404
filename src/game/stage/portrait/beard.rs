//! Hair on the face: stubble, a moustache, a goatee, and two lengths of beard. The mouth is drawn over it.

use bevy_egui::egui::{Color32, Pos2};

use super::{
    head,
    look::{Beard, Look},
    pose::Pose,
};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix},
};

/// What grows on cheeks and chin, over the bare face.
pub(super) fn paint_beard(brush: &mut Brush, look: &Look, pose: &Pose, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    let drop = 0.45 * pose.open;
    match look.beard {
        Beard::None | Beard::Moustache => {}
        Beard::Stubble => {
            // Three soft steps along the jaw: one edge alone would look like a mask.
            let tone = mix(look.skin.shade, dark, 0.3);
            for (top, inwards) in [(34.0, 0.0), (44.0, 5.0), (52.0, 10.0)] {
                brush.fill_in(&jaw(pose, top, inwards), face, tone.gamma_multiply(0.15));
            }
            let lip =
                Path::from(-pose.mouth, 57.0).quad(0.0, 48.0, pose.mouth, 57.0).quad(0.0, 56.0, -pose.mouth, 57.0);
            brush.fill(&lip, tone.gamma_multiply(0.26));
        }
        Beard::Goatee => {
            let chin = Path::from(0.0, 84.0 + drop)
                .cubic(20.0, 80.0 + drop, 30.0, 72.0, 29.0, 60.0)
                .line(34.0, 58.0)
                .cubic(36.0, 84.0, 30.0, 112.0 + drop, 0.0, 118.0 + drop)
                .mirrored();
            brush.fill(&chin, Tint::down(60.0, 118.0, middle, mix(dark, middle, 0.4)));
            strands(
                brush,
                mix(middle, light, 0.4),
                &[(-10.0, 92.0 + drop, 14.0), (3.0, 92.0 + drop, 18.0), (14.0, 90.0 + drop, 14.0)],
            );
        }
        Beard::Short => {
            brush.fill_in(&cheeks(pose, 34.0), face, Tint::down(10.0, 112.0, mix(dark, middle, 0.5), dark));
            strands(
                brush,
                mix(middle, light, 0.3),
                &[
                    (-52.0, 58.0, 12.0),
                    (-40.0, 74.0, 14.0),
                    (-22.0, 88.0 + drop, 12.0),
                    (24.0, 88.0 + drop, 12.0),
                    (42.0, 74.0, 14.0),
                ],
            );
        }
        Beard::Full => {
            let (low, side) = (138.0 + drop, 74.0 * look.wide);
            let inner = cheek_line(pose, 30.0, true);
            let outer = inner
                .line(side, -4.0)
                .cubic(side + 5.0, 40.0, side - 2.0, 78.0, 52.0, 108.0 + drop)
                .cubic(38.0, 126.0 + drop, 20.0, low, 0.0, low)
                .mirrored();
            brush.fill(&outer, Tint::down(0.0, low, mix(dark, middle, 0.45), mix(dark, middle, 0.9)));
            let fine = mix(middle, light, 0.45);
            strands(
                brush,
                fine,
                &[
                    (-62.0, 40.0, 20.0),
                    (-56.0, 66.0, 24.0),
                    (-42.0, 84.0, 28.0),
                    (-26.0, 98.0 + drop, 26.0),
                    (-9.0, 102.0 + drop, 28.0),
                    (8.0, 102.0 + drop, 28.0),
                    (26.0, 98.0 + drop, 26.0),
                    (42.0, 84.0, 26.0),
                    (57.0, 64.0, 22.0),
                ],
            );
        }
    }
}

/// What grows on the upper lip; drawn with the mouth, whose corners it follows.
pub(super) fn paint_moustache(brush: &mut Brush, look: &Look, pose: &Pose) {
    let [dark, middle, light] = look.strands;
    if matches!(look.beard, Beard::None | Beard::Stubble) {
        return;
    }
    let fine = look.beard != Beard::Moustache;
    let (reach, thick) = if fine { (pose.mouth + 7.0, 8.0) } else { (pose.mouth + 11.0, 9.5) };
    // However wide the mouth opens, it does not climb into the nose.
    let lip = (60.0 - 0.3 * pose.open + 0.25 * pose.curve).max(head::nose_end(look) + thick + 2.0);
    let corner = if fine { 68.0 } else { 65.0 } - 0.5 * pose.curve;
    let whole = Path::from(0.0, lip - thick)
        .cubic(10.0, lip - thick - 3.0, reach * 0.7, lip - thick + 3.0, reach, corner)
        .cubic(reach * 0.66, corner - 3.0, 10.0, lip + 2.0, 0.0, lip + 0.5)
        .mirrored();
    brush.fill(&whole, Tint::down(lip - thick, corner, mix(middle, light, 0.12), dark));
    for side in [-1.0, 1.0] {
        let strand = Path::from(side * 4.0, lip - thick + 3.0).quad(
            side * reach * 0.5,
            lip - thick + 2.0,
            side * reach * 0.86,
            corner - 4.0,
        );
        brush.stroke(&strand, [0.8, 1.8, 0.6], mix(middle, light, 0.45).gamma_multiply(0.8));
    }
}

/// Half the upper edge of a beard, from the lip's middle by way of the cheek at height `top` to the sideburn, which runs up under
/// the hair and grows thin there; with room for the mouth.
fn cheek_line(pose: &Pose, top: f32, round_mouth: bool) -> Path {
    let reach = pose.mouth + 9.0;
    let (lip, corner) = (if round_mouth { 52.0 } else { 56.0 }, 58.0 - 0.4 * pose.curve);
    Path::from(0.0, lip)
        .cubic(reach * 0.5, lip - 4.0, reach * 0.8, lip, reach + 2.0, corner)
        .cubic(54.0, corner - 2.0, 60.0, top + 10.0, 65.0, -6.0)
        .quad(68.0, -28.0, 74.0, -46.0)
}

fn cheeks(pose: &Pose, top: f32) -> Path {
    cheek_line(pose, top, false).line(90.0, -46.0).line(90.0, 130.0).line(0.0, 130.0).mirrored()
}

/// The jaw's edge from ear to ear, without the mouth and what is about it.
fn jaw(pose: &Pose, top: f32, inwards: f32) -> Path {
    let under = 84.0 + 0.6 * pose.open + inwards * 0.4;
    Path::from(0.0, under)
        .cubic(24.0, under, 38.0 + inwards, 78.0, 48.0 + inwards, 60.0)
        .quad(60.0 + inwards * 0.6, top, 68.0, -2.0)
        .line(90.0, -4.0)
        .line(90.0, 130.0)
        .line(0.0, 130.0)
        .mirrored()
}

fn strands(brush: &mut Brush, tone: Color32, all: &[(f32, f32, f32)]) {
    for &(x, y, long) in all {
        let strand = Path::from(x, y).quad(x * 0.96, y + long * 0.6, x * 0.86, y + long);
        brush.stroke(&strand, [0.8, 2.2, 0.6], tone.gamma_multiply(0.75));
    }
}
