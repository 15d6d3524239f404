//! Things that stand and hang about in the places: a shelf, a clock, a bell, a mug, pens. Each is drawn where it is put.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, rgb},
};

/// A board on the wall.
pub(super) fn shelf(brush: &mut Brush, board: Rect, light: Color32, dark: Color32) {
    let under = Rect::from_min_max(board.left_bottom(), board.right_bottom() + vec2(0.0, 14.0));
    brush.rect(
        under,
        0.0,
        Tint::down(under.top(), under.bottom(), Color32::from_black_alpha(44), Color32::TRANSPARENT),
    );
    for x in [board.left() + 22.0, board.right() - 22.0] {
        brush.rect(Rect::from_min_size(pos2(x - 3.0, board.bottom()), vec2(6.0, 16.0)), 2.0, dark);
    }
    brush.rect(board, 2.0, Tint::down(board.top(), board.bottom(), light, dark));
}

/// A wall clock at ten past ten.
pub(super) fn clock(brush: &mut Brush, at: Pos2, radius: f32) {
    brush.ellipse(at.x + 3.0, at.y + 5.0, radius, radius, Color32::from_rgba_unmultiplied(30, 70, 80, 40));
    brush.ellipse(at.x, at.y, radius, radius, rgb(0x3a_70_75));
    brush.ellipse(at.x, at.y, radius * 0.86, radius * 0.86, rgb(0xfd_fa_f3));
    for hour in 0..12_u8 {
        let (sin, cos) = (f32::from(hour) * std::f32::consts::TAU / 12.0).sin_cos();
        let (from, to) = (at + vec2(sin, -cos) * radius * 0.66, at + vec2(sin, -cos) * radius * 0.76);
        let wide = if hour % 3 == 0 { 2.4 } else { 1.4 };
        brush.stroke(&Path::from(from.x, from.y).line(to.x, to.y), [wide, wide, wide], rgb(0x5b_66_72));
    }
    for (dx, dy, wide) in [(-0.36, -0.26, 2.8), (0.5, -0.34, 2.0)] {
        let hand = Path::from(at.x, at.y).line(at.x + dx * radius, at.y + dy * radius);
        brush.stroke(&hand, [wide, wide, wide * 0.7], rgb(0x2a_38_42));
    }
    brush.ellipse(at.x, at.y, 2.6, 2.6, rgb(0xc8_5a_3e));
}

/// A service bell; `at` is the middle of its foot.
pub(super) fn bell(brush: &mut Brush, at: Pos2) {
    brush.glow(at + vec2(4.0, 2.0), 48.0, 8.0, Color32::from_black_alpha(100));
    brush.rect(
        Rect::from_center_size(at - vec2(0.0, 4.0), vec2(66.0, 9.0)),
        4.0,
        Tint::down(at.y - 8.0, at.y, rgb(0x5a_4a_3a), rgb(0x33_28_20)),
    );
    let dome = Path::from(at.x - 28.0, at.y - 8.0).cubic(
        at.x - 27.0,
        at.y - 44.0,
        at.x + 27.0,
        at.y - 44.0,
        at.x + 28.0,
        at.y - 8.0,
    );
    brush.fill(&dome, Tint::Linear(at - vec2(26.0, 0.0), at + vec2(28.0, 0.0), rgb(0xf2_cf_7c), rgb(0xb0_7c_2c)));
    let shine = Path::from(at.x - 19.0, at.y - 12.0).cubic(
        at.x - 18.0,
        at.y - 28.0,
        at.x - 8.0,
        at.y - 32.0,
        at.x - 4.0,
        at.y - 33.0,
    );
    brush.stroke(&shine, [1.2, 4.2, 1.0], Color32::from_white_alpha(150));
    brush.rect(Rect::from_center_size(at - vec2(0.0, 38.0), vec2(8.0, 9.0)), 3.0, rgb(0x9c_6d_26));
    brush.ellipse(at.x, at.y - 43.0, 7.0, 5.0, rgb(0xe8_bd_62));
}

/// A mug with a little steam; `at` is the middle of its foot.
pub(super) fn mug(brush: &mut Brush, at: Pos2) {
    brush.glow(at + vec2(4.0, 1.0), 40.0, 7.0, Color32::from_black_alpha(90));
    let ear = Path::from(at.x + 20.0, at.y - 34.0).cubic(
        at.x + 44.0,
        at.y - 38.0,
        at.x + 42.0,
        at.y - 8.0,
        at.x + 18.0,
        at.y - 12.0,
    );
    brush.stroke(&ear, [6.0, 6.0, 6.0], rgb(0x2c_6a_70));
    let body = Rect::from_min_max(pos2(at.x - 22.0, at.y - 46.0), pos2(at.x + 22.0, at.y));
    brush.rect(body, 7.0, Tint::Linear(body.left_center(), body.right_center(), rgb(0x58_a3_a6), rgb(0x2c_6a_70)));
    brush.ellipse(at.x, at.y - 45.0, 21.0, 4.5, rgb(0x4a_30_22));
    for x in [-7.0, 6.0] {
        let steam = Path::from(at.x + x, at.y - 54.0).cubic(
            at.x + x - 9.0,
            at.y - 66.0,
            at.x + x + 9.0,
            at.y - 74.0,
            at.x + x,
            at.y - 88.0,
        );
        brush.stroke(&steam, [0.6, 3.4, 0.4], Color32::from_white_alpha(90));
    }
}

/// A pot of pens; `at` is the middle of its foot.
pub(super) fn pens(brush: &mut Brush, at: Pos2) {
    brush.glow(at + vec2(4.0, 1.0), 36.0, 7.0, Color32::from_black_alpha(90));
    for (x, lean, tone) in [(-9.0, -8.0, 0xd2_5a_3e), (0.0, 3.0, 0x2f_4b_66), (9.0, 11.0, 0xe0_a1_3c)] {
        brush.stroke(&Path::from(at.x + x, at.y - 20.0).line(at.x + x + lean, at.y - 74.0), [5.0, 5.0, 3.0], rgb(tone));
    }
    let body = Rect::from_min_max(pos2(at.x - 20.0, at.y - 44.0), pos2(at.x + 20.0, at.y));
    brush.rect(body, 5.0, Tint::Linear(body.left_center(), body.right_center(), rgb(0xee_e4_d2), rgb(0xb9_a8_8e)));
}
