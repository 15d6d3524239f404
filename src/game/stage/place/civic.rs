//! Two desks people come to with papers: an adviser's in a bank, and a counter of a town hall.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use super::{Room, goods, kit, palm, things};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb},
};

pub(super) fn paint_bank(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xe7_e6_e0, 0xcf_d2_cf]);
    let rail = room.height * 0.63;
    kit::panelling(brush, room, rail, [0x5e_72_7c, 0x48_5a_65, 0xc9_ad_8c]);
    glass_door(brush, room.rect(34.0, 70.0, room.width * 0.27, room.counter() + 20.0));
    let window = room.rect(room.width * 0.7, 66.0, room.width - 34.0, rail - 34.0);
    kit::window(brush, window, [2, 1], [0xf5_f2_e8, 0xb4_c6_d4, 0xe9_e6_de], |brush, view, glass| {
        let street = view.bottom() - 34.0;
        kit::town(brush, view, glass, street, [0xcf_b8_9c, 0x9a_6a_58, 0xf6_e2_a6]);
        brush.rect(Rect::from_min_max(pos2(view.left(), street), view.max), 0.0, rgb(0xdc_dd_da));
    });
    kit::beam(brush, room, window);
    things::clock(brush, pos2(room.width * 0.335, 96.0), 26.0);
    if room.width > 1000.0 {
        kit::picture(
            brush,
            room.rect(room.width * 0.36, 150.0, room.width * 0.36 + 120.0, 246.0),
            [0xc9_ad_8c, 0xcf_e0_e4, 0x5f_8a_86, 0x8f_b0_a8],
        );
    }
    palm::paint(brush, pos2(room.width - 62.0, room.counter() + 6.0), 0.95);
}

/// A door of glass, somebody's shape behind it, and the corridor's light.
fn glass_door(brush: &mut Brush, frame: Rect) {
    brush.rect(frame.translate(vec2(4.0, 6.0)), 4.0, Color32::from_black_alpha(28));
    brush.rect(frame, 4.0, rgb(0x8b_97_9c));
    let pane = frame.shrink(9.0);
    brush.rect(pane, 2.0, Tint::down(pane.top(), pane.bottom(), rgb(0xe9_f0_ee), rgb(0xb8_c9_cb)));
    brush.glow(
        pos2(pane.center().x, pane.top() + 30.0),
        70.0,
        46.0,
        Color32::from_rgba_unmultiplied(255, 246, 220, 170),
    );
    let frost = Rect::from_min_max(
        pos2(pane.left(), pane.top() + pane.height() * 0.42),
        pos2(pane.right(), pane.top() + pane.height() * 0.68),
    );
    brush.rect(frost, 0.0, Color32::from_white_alpha(130));
    for k in 1..4_u8 {
        let y = frost.top() + frost.height() * f32::from(k) / 4.0;
        brush.rect(
            Rect::from_min_max(pos2(frost.left(), y), pos2(frost.right(), y + 2.0)),
            0.0,
            Color32::from_rgba_unmultiplied(120, 150, 156, 70),
        );
    }
    let handle = pos2(pane.right() - 14.0, pane.center().y + 40.0);
    brush.rect(
        Rect::from_center_size(handle, vec2(6.0, 74.0)),
        3.0,
        Tint::Linear(handle - vec2(3.0, 0.0), handle + vec2(3.0, 0.0), rgb(0xf2_ee_e4), rgb(0x8a_8a_86)),
    );
}

pub(super) fn paint_town_hall(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xef_e6_d2, 0xdb_cd_b2]);
    let rail = room.height * 0.6;
    kit::panelling(brush, room, rail, [0x8e_66_46, 0x6d_4c_34, 0xb0_84_5c]);
    let middle = room.width * 0.83;
    arch(brush, pos2(middle, 76.0), 82.0, rail - 24.0);
    if room.width > 1000.0 {
        arch(brush, pos2(room.width * 0.66, 76.0), 82.0, rail - 24.0);
    }
    pigeonholes(brush, room.rect(30.0, 92.0, room.width * 0.3, rail - 30.0));
    ticket_lights(brush, room.rect(room.width * 0.35, 30.0, room.width * 0.35 + 92.0, 86.0));
    things::clock(brush, pos2(room.width * 0.665, 62.0).min(pos2(middle - 130.0, 62.0)), 28.0);
    goods::chairs(brush, room, room.width * 0.7, room.width - 10.0, 0xa8_7a_4e);
}

/// A tall window with a round head; `at` is the middle of its top.
fn arch(brush: &mut Brush, at: Pos2, half: f32, foot: f32) {
    let shape = |grow: f32| {
        Path::from(at.x - half - grow, foot + grow)
            .line(at.x - half - grow, at.y + half)
            .cubic(at.x - half - grow, at.y + half * 0.42 - grow, at.x - half * 0.55, at.y - grow, at.x, at.y - grow)
            .cubic(
                at.x + half * 0.55,
                at.y - grow,
                at.x + half + grow,
                at.y + half * 0.42 - grow,
                at.x + half + grow,
                at.y + half,
            )
            .line(at.x + half + grow, foot + grow)
    };
    brush.fill(&shape(12.0), rgb(0xc7_b2_92));
    brush.fill(&shape(0.0), Tint::down(at.y, foot, rgb(0xb6_d4_e0), rgb(0xf0_ee_de)));
    let glass = brush.trace(&shape(0.0));
    let view = Rect::from_min_max(pos2(at.x - half, at.y), pos2(at.x + half, foot));
    kit::town(brush, view, &glass, foot - 30.0, [0xd8_c4_a4, 0xa8_74_5c, 0xf2_e6_c0]);
    kit::trees(brush, view, &glass, foot + 4.0, [0x7f_a8_78, 0x98_b8_84], 38.0);
    brush.rect(Rect::from_center_size(pos2(at.x, (at.y + foot) * 0.5), vec2(6.0, foot - at.y)), 0.0, rgb(0xf5_ee_de));
    for share in [0.36, 0.68] {
        let y = at.y + (foot - at.y) * share;
        brush.rect(Rect::from_center_size(pos2(at.x, y), vec2(half * 2.0, 6.0)), 0.0, rgb(0xf5_ee_de));
    }
}

/// Forms in their pigeonholes, the new ones and the old.
fn pigeonholes(brush: &mut Brush, board: Rect) {
    brush.rect(board.translate(vec2(4.0, 6.0)), 4.0, Color32::from_black_alpha(40));
    brush.rect(board, 4.0, rgb(0xa8_7c_54));
    let (columns, rows) = ((board.width() / 58.0).floor().max(2.0), 4_u8);
    let step = vec2(board.width() / columns, board.height() / f32::from(rows));
    for row in 0..rows {
        for column in 0..columns as u8 {
            let hole =
                Rect::from_min_size(board.min + vec2(f32::from(column), f32::from(row)) * step, step).shrink(4.0);
            brush.rect(hole, 2.0, Tint::down(hole.top(), hole.bottom(), rgb(0x5c_40_2a), rgb(0x7a_58_3c)));
            let k = u16::from(column) * 3 + u16::from(row) * 5;
            let tone = [0x7f_a8_c8, 0x9d_bf_8a, 0xf4_ec_da, 0x7f_a8_c8, 0xe7_c9_8a]
                .map(rgb)
                .get(usize::from(k) % 5)
                .copied()
                .unwrap_or(Color32::WHITE);
            for sheet in 0..(2 + k % 5) {
                let y = hole.bottom() - 4.0 - 6.0 * f32::from(sheet);
                brush.rect(
                    Rect::from_min_max(pos2(hole.left() + 5.0, y - 4.5), pos2(hole.right() - 5.0, y)),
                    1.0,
                    mix(tone, Color32::BLACK, 0.05 * f32::from(sheet % 3)),
                );
            }
        }
    }
}

/// Whose turn it is, as lights.
fn ticket_lights(brush: &mut Brush, frame: Rect) {
    brush.rect(frame.translate(vec2(3.0, 4.0)), 6.0, Color32::from_black_alpha(40));
    brush.rect(frame, 6.0, rgb(0x2e_36_3c));
    for k in 0..4_u8 {
        let tone = if k == 3 { rgb(0xf2_b4_4a) } else { rgb(0x5c_66_6c) };
        brush.ellipse(frame.left() + 16.0 + 20.0 * f32::from(k), frame.center().y, 7.0, 7.0, tone);
    }
    brush.glow(
        pos2(frame.left() + 76.0, frame.center().y),
        24.0,
        22.0,
        Color32::from_rgba_unmultiplied(242, 180, 74, 110),
    );
}

/// A stamp beside its pad; `at` is the middle of its foot.
pub(super) fn stamp(brush: &mut Brush, at: Pos2) {
    brush.glow(at + vec2(4.0, 1.0), 46.0, 7.0, Color32::from_black_alpha(90));
    brush.rect(Rect::from_min_max(at + vec2(14.0, -9.0), at + vec2(62.0, 0.0)), 3.0, rgb(0x4a_52_58));
    brush.rect(Rect::from_min_max(at + vec2(19.0, -12.0), at + vec2(57.0, -8.0)), 2.0, rgb(0x3a_56_8a));
    brush.rect(Rect::from_min_max(at + vec2(-40.0, -13.0), at + vec2(4.0, 0.0)), 3.0, rgb(0x6d_3c_2a));
    brush.rect(Rect::from_min_max(at + vec2(-24.0, -40.0), at + vec2(-12.0, -10.0)), 3.0, rgb(0x9a_5a_3a));
    brush.ellipse(
        at.x - 18.0,
        at.y - 44.0,
        13.0,
        12.0,
        Tint::Linear(at - vec2(30.0, 54.0), at - vec2(6.0, 34.0), rgb(0xc6_80_54), rgb(0x7e_44_2c)),
    );
}
