//! The desk of a hotel by a lake: keys on their board, a lamp, the water outside.

use bevy_egui::egui::{Color32, Rect, pos2, vec2};

use super::{Room, kit, palm};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb},
};

pub(super) fn paint(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xee_e0_c8, 0xdc_c6_a4]);
    // Upright slats behind the desk.
    let slats = (room.width * 0.36 / 22.0) as u16;
    for i in 0..slats {
        let x = f32::from(i) * 22.0;
        brush.rect(
            Rect::from_min_max(pos2(x, 0.0), pos2(x + 15.0, room.height)),
            0.0,
            Tint::down(0.0, room.height, rgb(0x9a_6f_48), rgb(0x74_50_34)),
        );
        brush.rect(Rect::from_min_max(pos2(x + 15.0, 0.0), pos2(x + 22.0, room.height)), 0.0, rgb(0x55_39_26));
    }
    key_board(brush, room.rect(34.0, 96.0, room.width * 0.28, 300.0));
    let window = room.rect(room.width * 0.68, 60.0, room.width - 30.0, room.height * 0.6);
    kit::window(brush, window, [2, 1], [0xf4_ec_dc, 0xa6_cc_de, 0xf2_e6_cc], |brush, view, glass| {
        let shore = view.top() + view.height() * 0.52;
        kit::trees(brush, view, glass, shore, [0x8f_a8_b4, 0x7c_98_a8], 86.0);
        kit::trees(brush, view, glass, shore + 4.0, [0x6f_96_80, 0x86_a8_88], 30.0);
        let lake = Rect::from_min_max(pos2(view.left(), shore), view.max);
        brush.rect(lake, 0.0, Tint::down(shore, view.bottom(), rgb(0xbc_da_de), rgb(0x5f_9d_ae)));
        for k in 0..9_u16 {
            let (x, y) = (
                view.left() + f32::from((k * 47) % 83) / 83.0 * view.width() * 0.8,
                shore + 10.0 + f32::from(k) * 13.0,
            );
            let glint = Path::from(x, y).quad(x + 20.0, y - 3.0, x + 40.0, y).quad(x + 20.0, y - 0.6, x, y);
            brush.fill_in(&glint, glass, Color32::from_white_alpha(130));
        }
    });
    kit::beam(brush, room, window);
    kit::pendant(brush, pos2(room.width * 0.2, 20.0), 44.0, [0x3a_6a_66, 0xff_ec_c0]);
    palm::paint(brush, pos2(room.width - 58.0, room.counter() + 6.0), 1.0);
}

fn key_board(brush: &mut Brush, board: Rect) {
    brush.rect(board.translate(vec2(4.0, 6.0)), 5.0, Color32::from_black_alpha(50));
    brush.rect(board, 5.0, rgb(0xd8_b4_80));
    let (columns, rows) = ((board.width() / 38.0).floor() as u16, 4_u16);
    let step = vec2(board.width() / f32::from(columns.max(1)), board.height() / f32::from(rows));
    for row in 0..rows {
        for column in 0..columns {
            let cell =
                Rect::from_min_size(board.min + vec2(f32::from(column), f32::from(row)) * step, step).shrink(4.0);
            brush.rect(cell, 3.0, Tint::down(cell.top(), cell.bottom(), rgb(0x8a_62_3e), rgb(0xa8_7c_50)));
            if (column * 5 + row * 3) % 4 != 0 {
                let hook = pos2(cell.center().x, cell.top() + 9.0);
                brush.ellipse(hook.x, hook.y, 2.6, 2.6, rgb(0xf0_d6_94));
                brush.stroke(&Path::from(hook.x, hook.y).line(hook.x, hook.y + 13.0), [1.8, 1.8, 1.8], rgb(0xe2_bd_66));
                let fob = [0x2f_6d_6a, 0xb5_4f_3e]
                    .map(rgb)
                    .get(usize::from((column + row) % 2))
                    .copied()
                    .unwrap_or(Color32::WHITE);
                brush.ellipse(hook.x, hook.y + 19.0, 6.0, 7.5, mix(fob, Color32::WHITE, 0.1));
            }
        }
    }
}
