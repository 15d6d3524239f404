//! Eyes, lids and brows: where she looks and how wide. Why she looks so is the expression's business.

use bevy_egui::egui::{Color32, pos2, vec2};

use super::{
    look::{Brows, Eyes, Look},
    pose::Pose,
};
use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, ellipse, mix, rgb},
};

/// How far each eye's middle is from the face's.
pub(super) const APART: f32 = 35.0;
/// Half an eye's width.
const HALF: f32 = 17.5;

/// Both eyes, as far open as the pose and the blink leave them.
pub(super) fn paint_eyes(brush: &mut Brush, look: &Look, pose: &Pose, blink: f32) {
    for side in [-1.0, 1.0] {
        // Drawn as her left eye (on screen the right one), and mirrored for the other.
        let narrow = far(side, pose);
        brush.within(Affine::place(vec2(side * APART, 0.0), side * narrow * 1.08, 1.1), |brush| {
            paint_eye(brush, look, pose, side, blink.clamp(0.0, 1.0));
        });
    }
}

/// How much narrower the eye on `side` is, and the lens before it, when the head turns away from it.
pub(super) fn far(side: f32, pose: &Pose) -> f32 {
    1.0 - 0.11 * (side * pose.turn).max(0.0)
}

/// How a shape of eye differs: how high the lid arches, how high the outer corner lies, how dark the lid above it is.
struct Cut {
    arch: f32,
    outer: f32,
    socket: f32,
}

impl Cut {
    fn of(eyes: Eyes) -> Self {
        match eyes {
            Eyes::Almond => Self { arch: 15.5, outer: -2.6, socket: 0.5 },
            Eyes::Round => Self { arch: 18.0, outer: -0.6, socket: 0.5 },
            Eyes::Hooded => Self { arch: 13.6, outer: -0.4, socket: 0.8 },
            Eyes::Monolid => Self { arch: 13.4, outer: -3.6, socket: 0.16 },
            Eyes::Deep => Self { arch: 15.5, outer: -1.2, socket: 1.0 },
        }
    }
}

fn paint_eye(brush: &mut Brush, look: &Look, pose: &Pose, side: f32, blink: f32) {
    let skin = &look.skin;
    let Cut { arch, outer, socket: depth } = Cut::of(look.eyes);
    let lid_tone = mix(skin.base, skin.shade, depth);
    let socket = Path::from(-HALF - 2.0, 2.0).cubic(-HALF * 0.6, -20.0, HALF * 0.5, -21.0, HALF + 3.0, -3.0).cubic(
        HALF * 0.5,
        6.0,
        -HALF * 0.5,
        6.0,
        -HALF - 2.0,
        2.0,
    );
    brush.fill(&socket, lid_tone);
    let small = brush.is_small_face();
    let crease = Path::from(-HALF, -3.0).cubic(-HALF * 0.5, -19.5, HALF * 0.5, -20.0, HALF + 3.0, -4.5);
    match look.eyes {
        Eyes::Monolid => {}
        _ if small => {}
        Eyes::Hooded => {
            let fold = Path::from(-HALF - 1.0, -5.0).cubic(-HALF * 0.5, -18.0, HALF * 0.6, -17.0, HALF + 5.0, -1.0);
            brush.stroke(&fold, [0.8, 2.6, 1.4], mix(skin.shade, skin.line, 0.5));
        }
        _ => brush.stroke(&crease, [0.6, 1.8, 0.8], mix(skin.shade, skin.line, 0.4)),
    }

    let low = 9.0 - 6.5 * pose.lower;
    let lift = |slant: f32| (-arch * pose.lid + slant).min(2.0) * (1.0 - blink) + (low - 0.5) * blink;
    let inner_lift = lift(0.45 * pose.brow_in.max(0.0));
    let outer_lift = lift(0.5 * pose.brow_out.max(0.0) - 0.8);
    let opening = Path::from(-HALF, 2.0).cubic(-HALF * 0.55, inner_lift, HALF * 0.5, outer_lift, HALF, outer).cubic(
        HALF * 0.5,
        low,
        -HALF * 0.5,
        low,
        -HALF,
        2.0,
    );
    if low - outer_lift.min(inner_lift) > 2.0 {
        brush.fill(&opening, rgb(0xf6_ef_e6));
        let window = brush.trace(&opening);
        let (x, y) = (side * pose.gaze_x * 7.5, -1.2 + pose.gaze_y * 3.5);
        brush.fill_in(
            &ellipse(x, y, 9.3, 9.3),
            &window,
            mix(look.iris, Color32::BLACK, if small { 0.55 } else { 0.45 }),
        );
        if !small {
            brush.fill_in(&ellipse(x, y + 0.4, 7.9, 7.9), &window, look.iris);
            brush.fill_in(&ellipse(x, y + 3.2, 5.0, 3.6), &window, mix(look.iris, rgb(0xc8_8a_58), 0.35));
            brush.fill_in(&ellipse(x, y, 4.3, 4.3), &window, rgb(0x12_0c_0a));
        }
        // The lid's shadow on the eye.
        let shadow = Path::from(-HALF, 2.0).cubic(-HALF * 0.55, inner_lift, HALF * 0.5, outer_lift, HALF, outer).cubic(
            HALF * 0.5,
            outer_lift + 5.0,
            -HALF * 0.55,
            inner_lift + 5.0,
            -HALF,
            2.0,
        );
        brush.fill_in(&shadow, &window, Color32::from_black_alpha(46));
        if !small {
            brush.fill_in(&ellipse(x - side * 3.2, y - 3.2, 2.5, 2.5), &window, Color32::from_white_alpha(240));
            brush.fill_in(&ellipse(x + side * 3.0, y + 3.6, 1.2, 1.2), &window, Color32::from_white_alpha(110));
        }
    }
    let lash_tone = mix(rgb(0x1a_11_0f), skin.line, 0.15);
    let wing = if look.lashes { 4.0 } else { 1.0 };
    let lash = Path::from(-HALF, 2.0)
        .cubic(-HALF * 0.55, inner_lift, HALF * 0.5, outer_lift, HALF, outer)
        .line(HALF + wing, outer - 0.5 - wing * 0.7);
    brush.stroke(&lash, [1.4, 3.8, if wing > 2.0 { 1.0 } else { 2.0 }], lash_tone);
    if small {
        return;
    }
    let under = Path::from(-HALF + 4.0, 3.8).cubic(-HALF * 0.4, low, HALF * 0.5, low, HALF, outer + 0.5);
    brush.stroke(&under, [0.6, 1.5, 1.4], mix(skin.shade, skin.line, 0.6).gamma_multiply(0.8));
    let pushed = ((pose.lower - 0.1) * 2.0).clamp(0.0, 1.0);
    let bag = Path::from(-HALF + 3.0, 9.0).quad(1.0, 14.0, HALF - 1.0, 7.0);
    brush.stroke(&bag, [0.5, 2.0, 0.5], skin.shade.gamma_multiply(pushed * 0.8));
}

/// The brows; drawn over any fringe so that they are always read.
pub(super) fn paint_brows(brush: &mut Brush, look: &Look, pose: &Pose) {
    let [dark, middle, light] = look.strands;
    let tone = seen_on(look.skin.base, mix(dark, middle, 0.25), light);
    // How thick, and how far inner end, arch and outer end are from the usual. Whatever the shape, a calm brow falls hardly more
    // towards the nose than away from it: that alone would look stern.
    let (thick, inwards, arched, end) = match look.brows {
        Brows::Soft => (1.0, -1.0, 0.0, 0.0),
        Brows::Straight => (1.0, 0.0, 3.6, -2.4),
        Brows::Arched => (0.85, -5.0, -3.2, 1.0),
        Brows::Thick => (1.45, -0.6, 0.6, 0.0),
        Brows::Thin => (0.58, -2.4, -1.4, 0.6),
    };
    let thick = thick * look.brow;
    for side in [-1.0, 1.0] {
        // A crooked mood lifts one brow a little more than the other.
        let crook = if side > 0.0 { -1.2 * pose.skew } else { 0.0 };
        brush.within(Affine::place(vec2(side * APART, crook), side, 1.0), |brush| {
            let inner = pos2(-18.0 - 0.9 * pose.knit, -27.0 + inwards + pose.brow_in);
            let arch = pos2(6.0, -32.0 + arched + pose.brow_arch);
            let outer = pos2(26.0, -24.0 + end + pose.brow_out);
            let brow = Path::from(inner.x, inner.y)
                .quad(arch.x - 9.0, arch.y + 0.12 * (inner.y - arch.y), arch.x, arch.y)
                .quad(arch.x + 10.0, arch.y, outer.x, outer.y);
            brush.stroke(&brow, [5.6 * thick, 6.6 * thick, 1.6], tone);
        });
    }
}

/// `tone`, or where it would hardly be seen on `skin`, a darker one; where that is not seen either (grey brows on dark skin), a
/// paler one, on the way to `pale`.
fn seen_on(skin: Color32, tone: Color32, pale: Color32) -> Color32 {
    const LEAST: f32 = 42.0;
    let apart = |colour: Color32| {
        let weight =
            |colour: Color32| 0.3 * f32::from(colour.r()) + 0.59 * f32::from(colour.g()) + 0.11 * f32::from(colour.b());
        (weight(colour) - weight(skin)).abs()
    };
    let (paler, darker) = (mix(tone, mix(pale, Color32::WHITE, 0.35), 0.8), mix(tone, Color32::BLACK, 0.45));
    if apart(tone) >= LEAST {
        tone
    } else if apart(darker) >= LEAST || apart(darker) > apart(paler) {
        darker
    } else {
        paler
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::stage::portrait::{look::Look, palette};
    use crate::scenario::Portrait;

    #[test]
    fn brows_are_seen_on_every_skin_at_every_age() {
        for skin in 1..=6_u8 {
            for hair in ["black", "brown", "chestnut", "red", "blond", "white"] {
                for grey in [0_u8, 30, 60, 100] {
                    let who = Portrait { skin, hair_colour: hair.to_owned(), grey: Some(grey), ..Portrait::default() };
                    let [dark, middle, light] = Look::of(&who).strands;
                    let base = palette::skin(skin).base;
                    let tone = seen_on(base, mix(dark, middle, 0.25), light);
                    let apart = (i32::from(tone.g()) - i32::from(base.g())).abs();
                    assert!(apart >= 30, "{hair}, {grey} % grey, on skin {skin}: {apart} of 255 apart");
                }
            }
        }
    }
}
