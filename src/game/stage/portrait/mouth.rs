//! The mouth: two lips, what is between them, and the shade under them. When it opens is the expression's business.

use super::{look::Look, pose::Pose};
use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, mix, rgb},
};

/// The mouth in the pose's shape.
pub(super) fn paint_mouth(brush: &mut Brush, look: &Look, pose: &Pose) {
    brush.within(Affine::shift(0.0, 67.0 - 0.1 * pose.open), |brush| paint_lips(brush, look, pose));
}

fn paint_lips(brush: &mut Brush, look: &Look, pose: &Pose) {
    let skin = &look.skin;
    let w = pose.mouth;
    let (left, right) = (-0.55 * pose.curve + 0.5 * pose.skew, -0.55 * pose.curve - pose.skew);
    let corners = (left + right) * 0.5;
    let middle = 0.5 * pose.curve;
    let (top, bottom) = (middle - 0.2 * pose.open, middle + 0.85 * pose.open);
    // A quadratic passes halfway between its ends and its control point.
    let by_way_of = |height: f32| 2.0 * height - corners;
    let thin = 1.0 - 0.45 * pose.press;
    let (upper, lower) = (6.2 * look.lips * thin, 8.4 * look.lips * thin);

    let under = bottom + lower + 4.0;
    let shade = Path::from(-w * 0.5, under - 1.0).quad(0.0, under + 4.5, w * 0.5, under - 1.0).quad(
        0.0,
        under,
        -w * 0.5,
        under - 1.0,
    );
    let small = brush.is_small_face();
    if !small {
        brush.fill(&shade, skin.shade.gamma_multiply(0.7));
    }

    if pose.open > 0.5 {
        paint_hollow(brush, pose, [left, right], [top, bottom]);
    }
    let lower_lip = Path::from(-w, left)
        .quad(0.0, by_way_of(bottom), w, right)
        .cubic(w * 0.62, bottom + lower * 0.9, w * 0.3, bottom + lower * 1.12, 0.0, bottom + lower * 1.06)
        .cubic(-w * 0.3, bottom + lower * 1.12, -w * 0.62, bottom + lower * 0.9, -w, left);
    brush.fill(&lower_lip, mix(skin.lip, skin.base, 0.18));
    let gleam = Path::from(-w * 0.34, bottom + lower * 0.48).quad(
        -w * 0.05,
        bottom + lower * 0.72,
        w * 0.22,
        bottom + lower * 0.5,
    );
    if !small {
        brush.stroke(&gleam, [0.8, 2.4, 0.8], mix(skin.lip, skin.light, 0.55).gamma_multiply(0.75));
    }
    let bow = 0.3 * w;
    let upper_lip = Path::from(-w, left)
        .cubic(-w * 0.62, left + 0.6 * (top - left) - upper * 0.5, -bow * 1.3, top - upper, -bow * 0.72, top - upper)
        .quad(-bow * 0.3, top - upper, 0.0, top - upper * 0.62)
        .quad(bow * 0.3, top - upper, bow * 0.72, top - upper)
        .cubic(bow * 1.3, top - upper, w * 0.62, right + 0.6 * (top - right) - upper * 0.5, w, right)
        .quad(0.0, by_way_of(top), -w, left);
    brush.fill(&upper_lip, mix(skin.lip, skin.line, 0.28));
    let dark = mix(skin.line, rgb(0x3a_12_12), 0.5);
    if pose.open < 4.0 {
        let part = Path::from(-w - 1.0, left).quad(0.0, by_way_of(middle), w + 1.0, right);
        brush.stroke(&part, [1.8, 2.4, 1.8], dark.gamma_multiply(1.0 - pose.open / 4.0));
    }
    for (x, y) in [(-w, left), (w, right)] {
        let turn = pose.curve.signum() * (pose.curve.abs() * 0.3).min(3.0);
        let tick = Path::from(x, y).quad(x + x.signum() * 2.0, y - turn * 0.3, x + x.signum() * 3.4, y - turn);
        brush.stroke(&tick, [2.0, 1.8, 0.6], dark.gamma_multiply(0.8));
    }
}

/// What is between the lips: the dark, the tongue and the upper teeth.
fn paint_hollow(brush: &mut Brush, pose: &Pose, [left, right]: [f32; 2], [top, bottom]: [f32; 2]) {
    let w = pose.mouth;
    let corners = (left + right) * 0.5;
    let by_way_of = |height: f32| 2.0 * height - corners;

    let hollow = Path::from(-w, left).quad(0.0, by_way_of(top), w, right).quad(0.0, by_way_of(bottom), -w, left);
    brush.fill(&hollow, rgb(0x0046_1616));
    let tongue = Path::from(-w * 0.55, corners + 0.62 * (bottom - corners))
        .quad(0.0, by_way_of(bottom) - 0.9 * pose.open, w * 0.55, corners + 0.62 * (bottom - corners))
        .quad(0.0, by_way_of(bottom) - 0.5, -w * 0.55, corners + 0.62 * (bottom - corners));
    if !brush.is_small_face() {
        brush.fill(&tongue, rgb(0xa8_4a_48).gamma_multiply(0.9));
    }
    let bite = (0.55 * pose.open * pose.teeth).min(7.5);
    // Between lips that hardly part, teeth would show as a white speck beside them.
    if bite < 1.0 {
        return;
    }
    let (l, r) = (left + (top - left) * 0.3, right + (top - right) * 0.3);
    let teeth = Path::from(-w * 0.84, l)
        .quad(0.0, by_way_of(top) + 0.3 * (corners - top), w * 0.84, r)
        .quad(w * 0.5, top + bite * 1.25, 0.0, top + bite * 1.15)
        .quad(-w * 0.5, top + bite * 1.25, -w * 0.84, l);
    brush.fill(&teeth, rgb(0xf9_f4_ec));
}
