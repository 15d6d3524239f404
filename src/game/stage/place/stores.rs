//! A warehouse with its racks, a help desk with its machines, and a gym by the river.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use super::{
    Room,
    goods::{self, Goods},
    kit, palm, things,
};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb},
};

pub(super) fn paint_warehouse(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xc6_cb_cc, 0xa4_aa_ac]);
    let panes = room.rect(20.0, 22.0, room.width - 20.0, 86.0);
    let across = (room.width / 110.0).round() as u16;
    kit::window(brush, panes, [across, 0], [0x7a_82_86, 0xd9_e8_ec, 0xf4_f2_e6], |_, _, _| {});
    for (left, right) in [(10.0, room.width * 0.34), (room.width * 0.68, room.width - 10.0)] {
        for x in [left + 2.0, right - 10.0] {
            brush.rect(Rect::from_min_max(pos2(x, 108.0), pos2(x + 8.0, room.counter() + 20.0)), 0.0, rgb(0x2f_5f_8a));
        }
        for y in [216.0, 326.0, 436.0] {
            let mut x = left + 14.0;
            let mut k = y as u16;
            while x + 84.0 < right {
                let wide = 62.0 + f32::from((k * 7) % 4) * 7.0;
                goods::carton(brush, pos2(x + wide * 0.5, y), wide, 48.0 + f32::from((k * 5) % 3) * 14.0);
                x += wide + 5.0;
                k += 3;
            }
            brush.rect(
                Rect::from_min_max(pos2(left, y), pos2(right, y + 11.0)),
                1.0,
                Tint::down(y, y + 11.0, rgb(0xe0_8a_3a), rgb(0xb0_62_24)),
            );
        }
    }
    for x in [0.42, 0.6] {
        kit::pendant(brush, pos2(room.width * x, 0.0), 38.0, [0x5c_66_6c, 0xff_f6_e0]);
    }
}

pub(super) fn paint_help_desk(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xe2_e6_ea, 0xc6_cd_d4]);
    let rail = room.height * 0.66;
    brush.rect(
        room.rect(0.0, rail, room.width, room.height),
        0.0,
        Tint::down(rail, room.height, rgb(0x8f_9d_aa), rgb(0x76_84_92)),
    );
    goods::shelves(brush, 26.0, room.width * 0.32, &[170.0, 262.0, 354.0], Goods::Machines, &[]);
    notes(brush, room.rect(room.width * 0.7, 78.0, room.width - 34.0, 300.0));
    let y = 372.0;
    for k in 0..4_u8 {
        // Cables in coils on their hooks.
        let at = pos2(room.width * 0.73 + 46.0 * f32::from(k), y);
        let tone = [0x3a_40_46, 0x4f_86_88, 0xd0_7a_4a, 0x5b_6b_9d]
            .map(rgb)
            .get(usize::from(k))
            .copied()
            .unwrap_or(Color32::BLACK);
        brush.rect(Rect::from_center_size(at - vec2(0.0, 26.0), vec2(8.0, 6.0)), 2.0, rgb(0x6c_72_76));
        for ring in [20.0, 16.0, 12.5] {
            brush.stroke(&crate::game::stage::shapes::ellipse(at.x, at.y, ring * 0.8, ring), [2.6, 2.6, 2.6], tone);
        }
    }
    if room.width > 1000.0 {
        things::clock(brush, pos2(room.width * 0.38, 110.0), 28.0);
    }
    palm::paint(brush, pos2(room.width - 40.0, room.counter() + 6.0), 0.75);
}

/// A white board with notes stuck to it.
fn notes(brush: &mut Brush, board: Rect) {
    brush.rect(board.translate(vec2(4.0, 6.0)), 5.0, Color32::from_black_alpha(30));
    brush.rect(board, 5.0, rgb(0x9a_a4_ac));
    brush.rect(board.shrink(6.0), 3.0, Tint::down(board.top(), board.bottom(), rgb(0xfd_fd_fb), rgb(0xe9_ec_ec)));
    let mut k = 0_u16;
    let mut x = board.left() + 18.0;
    while x + 40.0 < board.right() {
        for row in 0..4_u16 {
            if (k * 5 + row * 3).is_multiple_of(4) {
                continue;
            }
            let tone = [0xf2_d6_6a, 0x9d_cf_c4, 0xf0_a8_86, 0xc9_c0_e6]
                .map(rgb)
                .get(usize::from(k + row) % 4)
                .copied()
                .unwrap_or(Color32::WHITE);
            let note = Rect::from_min_size(
                pos2(x + f32::from(row % 2) * 3.0, board.top() + 16.0 + 50.0 * f32::from(row)),
                vec2(36.0, 34.0),
            );
            brush.rect(note.translate(vec2(1.5, 2.5)), 1.0, Color32::from_black_alpha(26));
            brush.rect(note, 1.0, Tint::down(note.top(), note.bottom(), tone, mix(tone, Color32::BLACK, 0.07)));
            for line in 0..2_u8 {
                brush.rect(
                    Rect::from_min_size(
                        note.min + vec2(6.0, 10.0 + 9.0 * f32::from(line)),
                        vec2(22.0 - 7.0 * f32::from(line), 3.0),
                    ),
                    1.0,
                    Color32::from_black_alpha(60),
                );
            }
        }
        x += 48.0;
        k += 1;
    }
}

pub(super) fn paint_gym(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xe8_e4_da, 0xcf_c8_ba]);
    let rail = room.height * 0.6;
    brush.rect(
        room.rect(0.0, rail, room.width, room.height),
        0.0,
        Tint::down(rail, room.height, rgb(0x5a_66_70), rgb(0x46_50_5a)),
    );
    brush.rect(room.rect(0.0, 96.0, room.width, 116.0), 0.0, rgb(0x3f_8a_86));
    let window = room.rect(room.width * 0.67, 60.0, room.width - 28.0, rail - 20.0);
    kit::window(brush, window, [3, 0], [0x4a_54_5c, 0xf2_c9_a0, 0xfa_e9_cc], |brush, view, glass| {
        let shore = view.top() + view.height() * 0.56;
        kit::town(brush, view, glass, shore, [0x8a_8f_9a, 0x6c_70_80, 0xff_e2_a0]);
        brush.rect(
            Rect::from_min_max(pos2(view.left(), shore), view.max),
            0.0,
            Tint::down(shore, view.bottom(), rgb(0xe6_b8_94), rgb(0x7f_95_a8)),
        );
        kit::trees(brush, view, glass, view.bottom() + 6.0, [0x5c_7a_62, 0x6f_8c_70], 34.0);
    });
    kit::beam(brush, room, window);
    let right = room.width * 0.33;
    brush.rect(
        room.rect(28.0, 136.0, right, rail - 90.0),
        4.0,
        Tint::Linear(pos2(28.0, 140.0), pos2(right, rail), rgb(0xd8_e6_e6), rgb(0xb2_c6_c8)),
    );
    brush.fill(
        &Path::from(60.0, 140.0).line(110.0, 140.0).line(60.0, rail - 94.0).line(34.0, rail - 94.0),
        Color32::from_white_alpha(90),
    );
    for (row, y) in [rail - 26.0, rail + 34.0].into_iter().enumerate() {
        brush.rect(Rect::from_min_max(pos2(22.0, y), pos2(right, y + 10.0)), 2.0, rgb(0x2c_32_38));
        let mut x = 44.0;
        let mut k = row as u16;
        while x + 44.0 < right {
            dumbbell(brush, pos2(x + 20.0, y - 11.0), 9.0 + f32::from(k % 3) * 2.5);
            x += 54.0;
            k += 1;
        }
    }
    palm::paint(brush, pos2(room.width - 44.0, room.counter() + 6.0), 0.85);
}

fn dumbbell(brush: &mut Brush, at: Pos2, half: f32) {
    brush.stroke(&Path::from(at.x - 14.0, at.y).line(at.x + 14.0, at.y), [4.0, 4.0, 4.0], rgb(0xb8_c0_c4));
    for x in [-15.0, 15.0] {
        let plate = Rect::from_center_size(at + vec2(x, 0.0), vec2(11.0, half * 2.0));
        brush.rect(
            plate,
            4.0,
            Tint::Linear(plate.left_center(), plate.right_center(), rgb(0x5c_66_6e), rgb(0x30_36_3c)),
        );
    }
}

/// A bottle for water; `at` is the middle of its foot.
pub(super) fn bottle(brush: &mut Brush, at: Pos2) {
    brush.glow(at + vec2(4.0, 1.0), 30.0, 6.0, Color32::from_black_alpha(90));
    let body = Rect::from_min_max(at - vec2(16.0, 68.0), at + vec2(16.0, 0.0));
    brush.rect(body, 8.0, Tint::Linear(body.left_center(), body.right_center(), rgb(0xe0_8a_5c), rgb(0xa8_52_34)));
    brush.rect(Rect::from_min_max(at - vec2(10.0, 82.0), at + vec2(10.0, -66.0)), 3.0, rgb(0x2c_32_38));
    brush.rect(Rect::from_min_max(at - vec2(11.0, 60.0), at + vec2(-6.0, -10.0)), 2.0, Color32::from_white_alpha(70));
}
