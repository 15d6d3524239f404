//! The waiting room of a clinic: chairs along the wall, a window with plants, a picture of a heart.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use super::{Room, goods, kit, palm, things};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, rgb},
};

pub(super) fn paint(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xe6_ef_e8, 0xcc_dd_d4]);
    let rail = room.height * 0.56;
    brush.rect(
        room.rect(0.0, rail, room.width, room.height),
        0.0,
        Tint::down(rail, room.height, rgb(0xa9_c8_bd), rgb(0x8f_b3_a8)),
    );
    brush.rect(
        room.rect(0.0, rail - 5.0, room.width, rail + 5.0),
        0.0,
        Tint::down(rail - 5.0, rail + 5.0, rgb(0xf7_f5_ea), rgb(0xc6_d2_c6)),
    );
    let window = room.rect(room.width * 0.69, 70.0, room.width - 34.0, rail - 24.0);
    kit::window(brush, window, [2, 1], [0xf5_f2_e8, 0xb9_dc_e6, 0xec_f3_e8], |brush, view, glass| {
        kit::trees(brush, view, glass, view.bottom() - 20.0, [0x7f_b0_8c, 0xa4_c8_98], 62.0);
        kit::trees(brush, view, glass, view.bottom() + 8.0, [0x5f_97_74, 0x74_a8_80], 44.0);
    });
    kit::beam(brush, room, window);
    heart(brush, room.rect(46.0, 84.0, 160.0, 226.0));
    things::clock(brush, pos2(room.width * 0.3, 100.0), 30.0);
    goods::chairs(brush, room, 18.0, room.width * 0.35, 0x4f_8a_8c);
    goods::chairs(brush, room, room.width * 0.68, room.width - 90.0, 0xd0_8a_62);
    if room.width > 1000.0 {
        kit::picture(
            brush,
            room.rect(room.width * 0.36, 130.0, room.width * 0.36 + 130.0, 230.0),
            [0xf5_f2_e8, 0xf2_d9_b0, 0x6c_9b_86, 0x9d_bf_a0],
        );
    }
    palm::paint(brush, pos2(room.width - 46.0, room.counter() + 8.0), 0.95);
}

/// A leaflet's picture on the wall: two hands' worth of heart, nothing written.
fn heart(brush: &mut Brush, card: Rect) {
    brush.rect(card.translate(vec2(3.0, 5.0)), 6.0, Color32::from_black_alpha(26));
    brush.rect(card, 6.0, rgb(0xfd_fa_f2));
    let c = card.center() - vec2(0.0, 14.0);
    let half = Path::from(c.x, c.y + 34.0)
        .cubic(c.x - 52.0, c.y + 2.0, c.x - 38.0, c.y - 36.0, c.x - 16.0, c.y - 32.0)
        .cubic(c.x - 6.0, c.y - 30.0, c.x - 2.0, c.y - 24.0, c.x, c.y - 18.0)
        .cubic(c.x + 2.0, c.y - 24.0, c.x + 6.0, c.y - 30.0, c.x + 16.0, c.y - 32.0)
        .cubic(c.x + 38.0, c.y - 36.0, c.x + 52.0, c.y + 2.0, c.x, c.y + 34.0);
    brush.fill(&half, Tint::down(c.y - 34.0, c.y + 34.0, rgb(0xe0_7a_62), rgb(0xc0_55_46)));
    let line = Path::from(card.left() + 16.0, c.y + 2.0)
        .line(c.x - 18.0, c.y + 2.0)
        .line(c.x - 8.0, c.y - 14.0)
        .line(c.x + 4.0, c.y + 16.0)
        .line(c.x + 12.0, c.y + 2.0)
        .line(card.right() - 16.0, c.y + 2.0);
    brush.stroke(&line, [3.0, 3.0, 3.0], rgb(0xfd_fa_f2));
    for (i, wide) in [66.0, 52.0].into_iter().enumerate() {
        brush.rect(
            Rect::from_center_size(pos2(card.center().x, card.bottom() - 30.0 + 13.0 * i as f32), vec2(wide, 5.0)),
            2.5,
            rgb(0xbf_d2_c8),
        );
    }
}

/// A bottle to clean one's hands from; `at` is the middle of its foot.
pub(super) fn dispenser(brush: &mut Brush, at: Pos2) {
    brush.glow(at + vec2(4.0, 1.0), 32.0, 6.0, Color32::from_black_alpha(80));
    let body = Rect::from_min_max(at - vec2(19.0, 58.0), at + vec2(19.0, 0.0));
    brush.rect(body, 8.0, Tint::Linear(body.left_center(), body.right_center(), rgb(0xd8_ee_ec), rgb(0x8f_bf_c0)));
    brush.rect(Rect::from_min_max(at - vec2(5.0, 74.0), at + vec2(5.0, -56.0)), 2.0, rgb(0xf7_f5_ea));
    brush.stroke(
        &Path::from(at.x + 4.0, at.y - 74.0).quad(at.x - 16.0, at.y - 80.0, at.x - 24.0, at.y - 70.0),
        [6.0, 6.0, 5.0],
        rgb(0xf7_f5_ea),
    );
    brush.rect(Rect::from_center_size(at - vec2(0.0, 28.0), vec2(8.0, 24.0)), 1.0, rgb(0x2f_8f_8a));
    brush.rect(Rect::from_center_size(at - vec2(0.0, 28.0), vec2(24.0, 8.0)), 1.0, rgb(0x2f_8f_8a));
}
