//! A small restaurant in the evening: lamps over the tables, a shelf of bottles, the street outside.

use bevy_egui::egui::{Color32, Pos2, pos2, vec2};

use super::{
    Room,
    goods::{self, Goods},
    kit, palm,
};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb},
};

pub(super) fn paint(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0x6e_3f_37, 0x8e_57_46]);
    let rail = room.height * 0.6;
    kit::panelling(brush, room, rail, [0x6a_43_30, 0x50_31_24, 0x8c_5d_40]);
    let frame = room.rect(30.0, 84.0, room.width * 0.29, rail - 40.0);
    kit::window(brush, frame, [2, 2], [0xc0_94_66, 0x23_30_52, 0x5a_58_78], |brush, view, glass| {
        kit::town(brush, view, glass, view.bottom() - 14.0, [0x36_3a_58, 0x2a_2c_48, 0xf6_d2_84]);
        for k in 0..7_u16 {
            let at = pos2(
                view.left() + f32::from((k * 53) % 90) / 90.0 * view.width(),
                view.bottom() - 16.0 - f32::from((k * 31) % 34),
            );
            brush.glow(at, 15.0, 15.0, Color32::from_rgba_unmultiplied(255, 206, 120, 110));
        }
    });
    let left = room.width * 0.71;
    goods::shelves(
        brush,
        left,
        room.width - 28.0,
        &[176.0, 268.0, 360.0],
        Goods::Bottles,
        &[0x5c_7a_4a, 0x7e_2f_36, 0xd0_a2_4e, 0x3f_6b_62, 0x9a_5a_34],
    );
    brush.glow(
        pos2((left + room.width) * 0.5, 240.0),
        190.0,
        200.0,
        Color32::from_rgba_unmultiplied(255, 206, 130, 46),
    );
    for (x, high) in [(0.16, 66.0), (0.62, 30.0), (0.86, 52.0)] {
        kit::pendant(brush, pos2(room.width * x, high), 40.0, [0x2f_4f_4c, 0xff_e2_a6]);
    }
    table(brush, pos2(room.width * 0.16, room.counter() - 28.0), 104.0);
    if room.width > 1000.0 {
        table(brush, pos2(room.width * 0.34, room.counter() - 44.0), 84.0);
    }
    palm::paint(brush, pos2(room.width - 54.0, room.counter() + 8.0), 0.85);
}

/// A round table with its cloth, a candle and two glasses; `at` is the middle of its top.
fn table(brush: &mut Brush, at: Pos2, half: f32) {
    let cloth = Path::from(at.x - half, at.y)
        .cubic(at.x - half * 1.02, at.y + 40.0, at.x - half * 0.94, at.y + 60.0, at.x - half * 0.9, at.y + 110.0)
        .line(at.x + half * 0.9, at.y + 110.0)
        .cubic(at.x + half * 0.94, at.y + 60.0, at.x + half * 1.02, at.y + 40.0, at.x + half, at.y);
    brush.fill(&cloth, Tint::down(at.y, at.y + 80.0, rgb(0xe9_dc_c6), rgb(0xb9_a5_8e)));
    brush.ellipse(at.x, at.y, half, half * 0.2, rgb(0xf8_ef_de));
    for x in [-0.52, 0.5] {
        let foot = at + vec2(half * x, -1.0);
        brush.stroke(
            &Path::from(foot.x, foot.y).line(foot.x, foot.y - 20.0),
            [2.0, 2.0, 2.0],
            Color32::from_white_alpha(150),
        );
        let bowl = Path::from(foot.x - 9.0, foot.y - 44.0)
            .cubic(foot.x - 11.0, foot.y - 24.0, foot.x - 4.0, foot.y - 19.0, foot.x, foot.y - 19.0)
            .cubic(foot.x + 4.0, foot.y - 19.0, foot.x + 11.0, foot.y - 24.0, foot.x + 9.0, foot.y - 44.0);
        brush.fill(&bowl, Color32::from_white_alpha(80));
        brush.ellipse(foot.x, foot.y, 8.0, 2.4, Color32::from_white_alpha(120));
    }
    candle(brush, at + vec2(0.0, 2.0));
}

/// A candle in a glass, with its light; `at` is the middle of its foot.
pub(super) fn candle(brush: &mut Brush, at: Pos2) {
    brush.glow(at - vec2(0.0, 30.0), 74.0, 64.0, Color32::from_rgba_unmultiplied(255, 204, 120, 120));
    let glass = Path::from(at.x - 12.0, at.y - 30.0)
        .line(at.x + 12.0, at.y - 30.0)
        .line(at.x + 9.0, at.y)
        .line(at.x - 9.0, at.y);
    brush.fill(
        &glass,
        Tint::down(
            at.y - 30.0,
            at.y,
            Color32::from_rgba_unmultiplied(255, 222, 160, 150),
            mix(rgb(0xd9_7a_3a), Color32::WHITE, 0.2),
        ),
    );
    let flame = Path::from(at.x, at.y - 42.0)
        .cubic(at.x + 8.0, at.y - 28.0, at.x + 4.0, at.y - 20.0, at.x, at.y - 20.0)
        .cubic(at.x - 4.0, at.y - 20.0, at.x - 8.0, at.y - 28.0, at.x, at.y - 42.0);
    brush.fill(&flame, Tint::down(at.y - 42.0, at.y - 20.0, rgb(0xff_f3_c4), rgb(0xf6_a4_3a)));
}
