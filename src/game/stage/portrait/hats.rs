//! A turban, a skullcap and a peaked cap. Cloth that falls has its own files.

use bevy_egui::egui::{Color32, Pos2, pos2};

use super::{hair::shade_brow, look::Look};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, ellipse, mix},
};

/// Wound cloth that meets over the forehead, with the band beneath it.
pub(super) fn paint_turban(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [base, deep, accent, _] = look.cover;
    let whole = |drop: f32| {
        Path::from(0.0, -70.0 + drop)
            .cubic(24.0, -58.0 + drop, 52.0, -40.0 + drop, 78.0, -2.0 + drop * 0.5)
            .cubic(92.0, -16.0, 104.0, -52.0, 98.0, -92.0)
            .cubic(90.0, -140.0, 48.0, -160.0, 0.0, -160.0)
            .mirrored()
    };
    shade_brow(brush, look, face, &whole(9.0));
    brush.fill(
        &whole(0.0),
        Tint::Linear(pos2(-80.0, -150.0), pos2(90.0, -10.0), mix(base, Color32::WHITE, 0.12), mix(base, deep, 0.6)),
    );
    let band = Path::from(-26.0, -62.0).line(0.0, -92.0).line(26.0, -62.0).quad(0.0, -74.0, -26.0, -62.0);
    brush.fill(&band, mix(accent, deep, 0.1));
    // Each winding laid over the one before, rising to the middle.
    for (s, shade) in [(1.0_f32, 0.75), (-1.0, 0.6)] {
        for k in 0..4_u8 {
            let k = f32::from(k);
            let pleat = Path::from(s * (82.0 + k * 6.0), -10.0 - k * 24.0).cubic(
                s * (58.0 + k * 2.0),
                -46.0 - k * 20.0,
                s * (26.0 + k),
                -74.0 - k * 16.0,
                s * (-4.0 - 2.0 * k),
                -96.0 - k * 15.0,
            );
            brush.stroke(&pleat, [1.2, 4.6, 1.0], deep.gamma_multiply(shade));
            let lit = Path::from(s * (84.0 + k * 5.0), -16.0 - k * 24.0).cubic(
                s * (60.0 + k * 2.0),
                -52.0 - k * 20.0,
                s * (28.0 + k),
                -80.0 - k * 16.0,
                s * (-2.0 - 2.0 * k),
                -102.0 - k * 15.0,
            );
            brush.stroke(
                &lit,
                [0.6, 2.0, 0.6],
                mix(base, Color32::WHITE, 0.35).gamma_multiply(if s < 0.0 { 0.7 } else { 0.35 }),
            );
        }
    }
}

/// A low round cap that sits on the hair.
pub(super) fn paint_skullcap(brush: &mut Brush, look: &Look) {
    let [base, deep, accent, pale] = look.cover;
    let whole = Path::from(-70.0, -76.0)
        .cubic(-72.0, -100.0, -66.0, -124.0, -54.0, -132.0)
        .cubic(-30.0, -144.0, 30.0, -144.0, 54.0, -132.0)
        .cubic(66.0, -124.0, 72.0, -100.0, 70.0, -76.0)
        .cubic(40.0, -92.0, -40.0, -92.0, -70.0, -76.0);
    brush.fill(
        &whole,
        Tint::Linear(pos2(-70.0, -130.0), pos2(70.0, -80.0), mix(base, Color32::WHITE, 0.16), mix(base, deep, 0.5)),
    );
    brush.fill(
        &Path::from(-54.0, -132.0)
            .cubic(-30.0, -144.0, 30.0, -144.0, 54.0, -132.0)
            .cubic(30.0, -122.0, -30.0, -122.0, -54.0, -132.0),
        mix(base, deep, 0.25),
    );
    for i in 0..9_u8 {
        let t = f32::from(i) / 4.0 - 1.0;
        let (x, y) = (t * 60.0, -105.0 + 14.0 * t * t - 4.0);
        let stitch = Path::from(x, y - 7.0).line(x + 5.0, y).line(x, y + 7.0).line(x - 5.0, y);
        brush.fill(&stitch, if i % 2 == 0 { accent } else { pale });
    }
    for (height, bend) in [(-80.0, 12.0), (-120.0, 8.0)] {
        let seam = Path::from(-69.0, height).cubic(-40.0, height - bend, 40.0, height - bend, 69.0, height);
        brush.stroke(&seam, [1.2, 2.2, 1.2], deep.gamma_multiply(0.8));
    }
}

/// A cap with a peak, worn straight.
pub(super) fn paint_cap(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [base, deep, accent, _] = look.cover;
    let shade =
        Path::from(-72.0, -56.0).cubic(-46.0, -26.0, 46.0, -26.0, 72.0, -56.0).line(72.0, -110.0).line(-72.0, -110.0);
    shade_brow(brush, look, face, &shade);
    let dome = Path::from(-84.0, -54.0)
        .cubic(-90.0, -112.0, -56.0, -146.0, 0.0, -146.0)
        .cubic(56.0, -146.0, 90.0, -112.0, 84.0, -54.0)
        .cubic(50.0, -78.0, -50.0, -78.0, -84.0, -54.0);
    brush.fill(
        &dome,
        Tint::Linear(pos2(-80.0, -140.0), pos2(80.0, -60.0), mix(base, Color32::WHITE, 0.14), mix(base, deep, 0.55)),
    );
    for x in [-34.0, 34.0] {
        brush.stroke(
            &Path::from(x * 1.3, -68.0).quad(x * 1.2, -118.0, 0.0, -145.0),
            [1.2, 1.8, 0.8],
            deep.gamma_multiply(0.7),
        );
    }
    brush.fill(&ellipse(0.0, -146.0, 6.0, 4.0), deep);
    brush.fill(&ellipse(0.0, -102.0, 15.0, 13.0), accent);
    brush.fill(
        &Path::from(-8.0, -98.0).quad(0.0, -114.0, 8.0, -98.0).quad(0.0, -104.0, -8.0, -98.0),
        mix(base, deep, 0.4),
    );
    let peak = Path::from(-78.0, -60.0)
        .cubic(-60.0, -40.0, -34.0, -34.0, 0.0, -34.0)
        .cubic(34.0, -34.0, 60.0, -40.0, 78.0, -60.0)
        .cubic(62.0, -80.0, 40.0, -84.0, 0.0, -84.0)
        .cubic(-40.0, -84.0, -62.0, -80.0, -78.0, -60.0);
    brush.fill(&peak, Tint::down(-84.0, -34.0, mix(base, deep, 0.2), mix(base, deep, 0.75)));
    brush.stroke(
        &Path::from(-70.0, -58.0).cubic(-46.0, -41.0, 46.0, -41.0, 70.0, -58.0),
        [0.8, 1.4, 0.8],
        mix(base, Color32::WHITE, 0.3).gamma_multiply(0.6),
    );
}
