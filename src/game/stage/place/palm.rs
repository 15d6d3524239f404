//! A potted palm, which every place has.

use bevy_egui::egui::{Color32, Pos2, pos2, vec2};

use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, mix, rgb},
};

/// A palm in a pot, standing below the counter's edge.
pub(super) fn paint(brush: &mut Brush, foot: Pos2, scale: f32) {
    brush.within(Affine::place(foot.to_vec2(), scale, scale), |brush| {
        for (lean, long, droop, tone) in [
            (-64.0, 128.0, 40.0, 0x3c_76_58),
            (60.0, 120.0, 42.0, 0x37_6d_52),
            (-34.0, 150.0, 26.0, 0x4a_89_63),
            (32.0, 144.0, 26.0, 0x44_80_5e),
            (-6.0, 160.0, 10.0, 0x56_97_6d),
            (-86.0, 92.0, 48.0, 0x33_66_4d),
            (84.0, 88.0, 46.0, 0x2f_60_49),
        ] {
            frond(brush, lean, long, droop, rgb(tone));
        }
    });
}

fn frond(brush: &mut Brush, lean: f32, long: f32, droop: f32, tone: Color32) {
    let (sin, cos) = f32::to_radians(lean).sin_cos();
    let tip = pos2(sin * long, -cos * long + droop);
    let by = pos2(sin * long * 0.45, -cos * long * 0.9 - 16.0);
    let at = |t: f32| Pos2::ZERO.lerp(by, t).lerp(by.lerp(tip, t), t);
    brush.stroke(
        &Path::from(0.0, 0.0).quad(by.x, by.y, tip.x, tip.y),
        [3.4, 2.4, 0.8],
        mix(tone, Color32::BLACK, 0.22),
    );
    for i in 2..13_u8 {
        let t = f32::from(i) / 13.0;
        let (here, ahead) = (at(t), at(t + 0.03));
        let along = (ahead - here).normalized();
        let reach = 30.0 * (1.0 - (t - 0.45).abs() * 1.3).max(0.25);
        for side in [-1.0, 1.0] {
            let out = vec2(-along.y, along.x) * side;
            let end = here + (along * 0.8 + out) * reach + vec2(0.0, 0.12 * reach);
            let (a, b) = (here + (along * 0.15 + out * 0.55) * reach, here + (along * 0.75 + out * 0.4) * reach);
            let blade = Path::from(here.x, here.y).quad(a.x, a.y, end.x, end.y).quad(b.x, b.y, here.x, here.y);
            brush.fill(&blade, if side * lean < 0.0 { mix(tone, rgb(0xa8_d0_8c), 0.24) } else { tone });
        }
    }
}
