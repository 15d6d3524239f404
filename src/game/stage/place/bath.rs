//! What lies and hangs about in a swimming bath: towels and a lifebuoy.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb},
};

/// A rolled towel, seen from its end.
pub(super) fn towel_roll(brush: &mut Brush, at: Pos2, radius: f32, tone: Color32) {
    let deep = mix(tone, rgb(0x5a_4a_40), 0.34);
    brush.ellipse(
        at.x,
        at.y,
        radius,
        radius,
        Tint::Linear(
            at - vec2(radius, radius),
            at + vec2(radius, radius),
            mix(tone, Color32::WHITE, 0.3),
            mix(tone, deep, 0.6),
        ),
    );
    for share in [0.74_f32, 0.46] {
        let r = radius * share;
        let coil = Path::from(at.x - r, at.y + 1.0)
            .cubic(at.x - r, at.y - r * 1.2, at.x + r, at.y - r * 1.3, at.x + r, at.y)
            .cubic(at.x + r, at.y + r * 1.2, at.x - r * 0.6, at.y + r * 1.2, at.x - r * 0.74, at.y + r * 0.3);
        brush.stroke(&coil, [1.0, 2.2, 0.8], deep.gamma_multiply(0.7));
    }
}

/// Three towels folded on top of each other; `at` is the middle of what they stand on.
pub(super) fn folded_towels(brush: &mut Brush, at: Pos2) {
    brush.glow(at + vec2(4.0, 2.0), 64.0, 9.0, Color32::from_black_alpha(90));
    for (i, tone) in [0x6f_b0_b3, 0xf4_ee_e2, 0xe2_9a_7a].map(rgb).into_iter().enumerate() {
        let y = at.y - 17.0 * (i as f32 + 1.0);
        let shift = if i == 1 { 3.0 } else { 0.0 };
        let fold = Rect::from_min_size(pos2(at.x - 48.0 + shift, y), vec2(96.0, 18.0));
        brush.rect(
            fold,
            8.0,
            Tint::down(y, y + 18.0, mix(tone, Color32::WHITE, 0.25), mix(tone, rgb(0x5a_4a_40), 0.3)),
        );
        let crease = Path::from(fold.left() + 6.0, y + 10.0).line(fold.right() - 12.0, y + 9.0);
        brush.stroke(&crease, [1.0, 1.6, 0.6], mix(tone, rgb(0x5a_4a_40), 0.42));
    }
}

/// A ring for the water's edge, red and white.
pub(super) fn lifebuoy(brush: &mut Brush, at: Pos2, radius: f32) {
    let wide = radius * 0.4;
    let arc = |brush: &mut Brush, from: f32, to: f32, r: f32, wide: f32, shift: f32, color: Color32| {
        let point = |degrees: f32, r: f32| {
            at + vec2(shift, shift) + vec2(degrees.to_radians().cos(), degrees.to_radians().sin()) * r
        };
        let (a, b) = (point(from, r), point(to, r));
        let by = point((from + to) * 0.5, r / (((to - from) * 0.5).to_radians().cos()));
        brush.stroke(&Path::from(a.x, a.y).quad(by.x, by.y, b.x, b.y), [wide, wide, wide], color);
    };
    for k in 0..8_u8 {
        let from = f32::from(k) * 45.0;
        arc(brush, from, from + 45.0, radius, wide, 5.0, Color32::from_rgba_unmultiplied(30, 70, 80, 16));
    }
    for pass in 0..2_u8 {
        for k in (pass..8).step_by(2) {
            let from = f32::from(k) * 45.0 + 10.0;
            let (tone, trim) = if pass == 0 { (0xf7_f2_e8, 0.0) } else { (0xd2_5a_3e, 6.0) };
            arc(brush, from + trim, from + 45.0 - trim, radius, wide, 0.0, rgb(tone));
        }
    }
    for k in 0..8_u8 {
        let from = f32::from(k) * 45.0;
        arc(brush, from, from + 45.0, radius - wide * 0.22, 2.5, 0.0, Color32::from_white_alpha(70));
    }
}
