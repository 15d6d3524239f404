//! Two shops: the desk by the exit of a supermarket, and a showroom with a wall of taps.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use super::{
    Room,
    goods::{self, Goods},
    kit, palm,
};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb, rounded},
};

const PACKETS: &[u32] = &[0xd2_6a_4a, 0xe7_b9_52, 0x5f_9a_8a, 0xf0_e2_c4, 0x7a_8f_b8, 0xb4_5a_66, 0x8f_a8_5a];

pub(super) fn paint_supermarket(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xf2_e9_d8, 0xdd_cf_b6]);
    // A band along the wall, and lamps under the ceiling.
    brush.rect(room.rect(0.0, 52.0, room.width, 92.0), 0.0, Tint::down(52.0, 92.0, rgb(0x4f_8f_88), rgb(0x3f_7a_76)));
    let lamps = (room.width / 240.0).ceil() as u16;
    for i in 0..lamps {
        let x = f32::from(i) * 240.0 + 60.0;
        brush.rect(Rect::from_min_max(pos2(x, 8.0), pos2(x + 130.0, 18.0)), 5.0, rgb(0xff_fb_ee));
        brush.glow(pos2(x + 65.0, 22.0), 130.0, 40.0, Color32::from_white_alpha(90));
    }
    let boards = [188.0, 272.0, 356.0, 440.0];
    goods::shelves(brush, 16.0, room.width * 0.33, &boards, Goods::Groceries, PACKETS);
    let doors = room.rect(room.width * 0.7, 120.0, room.width - 26.0, room.counter() + 10.0);
    kit::window(brush, doors, [2, 1], [0x8a_97_98, 0xb7_d7_e4, 0xf0_ee_e2], |brush, view, glass| {
        kit::trees(brush, view, glass, view.top() + view.height() * 0.62, [0xc7_8a_4a, 0xa9_9a_56], 46.0);
        let street = Rect::from_min_max(pos2(view.left(), view.top() + view.height() * 0.6), view.max);
        brush.rect(street, 0.0, Tint::down(street.top(), street.bottom(), rgb(0xcf_c8_ba), rgb(0xb0_ab_a2)));
        car(
            brush,
            pos2(view.left() + view.width() * 0.3, street.top() + 26.0),
            &brush.trace(&rounded(view, 0.0)),
            rgb(0x6f_8f_b0),
        );
    });
    kit::beam(brush, room, doors);
    if room.width > 1000.0 {
        goods::shelves(brush, room.width * 0.33 + 26.0, room.width * 0.45, &boards, Goods::Groceries, PACKETS);
    }
}

fn car(brush: &mut Brush, at: Pos2, glass: &[Pos2], tone: Color32) {
    let body = Path::from(at.x - 44.0, at.y)
        .cubic(at.x - 46.0, at.y - 16.0, at.x - 34.0, at.y - 16.0, at.x - 28.0, at.y - 17.0)
        .cubic(at.x - 18.0, at.y - 34.0, at.x + 16.0, at.y - 34.0, at.x + 24.0, at.y - 17.0)
        .cubic(at.x + 46.0, at.y - 15.0, at.x + 46.0, at.y - 6.0, at.x + 44.0, at.y);
    brush.fill_in(&body, glass, tone);
    brush.fill_in(
        &rounded(Rect::from_min_max(at + vec2(-18.0, -28.0), at + vec2(16.0, -17.0)), 4.0),
        glass,
        rgb(0xd8_e8_ec),
    );
    for x in [-26.0, 25.0] {
        brush.fill_in(&crate::game::stage::shapes::ellipse(at.x + x, at.y, 8.0, 8.0), glass, rgb(0x3a_40_46));
    }
}

/// Baskets that stand in each other; `at` is the middle of the lowest one's foot.
pub(super) fn baskets(brush: &mut Brush, at: Pos2) {
    brush.glow(at + vec2(4.0, 1.0), 64.0, 8.0, Color32::from_black_alpha(90));
    for i in 0..3_u8 {
        let y = at.y - 15.0 * f32::from(i);
        let body =
            Path::from(at.x - 52.0, y - 24.0).line(at.x + 52.0, y - 24.0).line(at.x + 44.0, y).line(at.x - 44.0, y);
        brush.fill(&body, Tint::down(y - 24.0, y, rgb(0xcf_5f_44), rgb(0x9c_40_30)));
        brush.rect(Rect::from_min_max(pos2(at.x - 55.0, y - 27.0), pos2(at.x + 55.0, y - 21.0)), 3.0, rgb(0xe0_7a_5c));
    }
    brush.stroke(
        &Path::from(at.x - 46.0, at.y - 56.0).cubic(
            at.x - 30.0,
            at.y - 92.0,
            at.x + 30.0,
            at.y - 92.0,
            at.x + 46.0,
            at.y - 56.0,
        ),
        [5.0, 5.0, 5.0],
        rgb(0x3a_40_46),
    );
}

pub(super) fn paint_showroom(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xe9_ea_e2, 0xcf_d4_ca]);
    let rail = room.height * 0.66;
    brush.rect(
        room.rect(0.0, rail, room.width, room.height),
        0.0,
        Tint::down(rail, room.height, rgb(0xb9_9a_78), rgb(0x9a_7c_5c)),
    );
    for (left, right) in [(24.0, room.width * 0.31), (room.width * 0.7, room.width - 24.0)] {
        tap_wall(brush, room.rect(left, 64.0, right, rail - 14.0));
    }
    if room.width > 1000.0 {
        tap_wall(brush, room.rect(room.width * 0.33, 64.0, room.width * 0.4, rail - 14.0));
    }
    let rack = (room.width / 210.0).ceil() as u16;
    for i in 0..rack {
        let x = f32::from(i) * 210.0 + 70.0;
        brush.rect(Rect::from_min_max(pos2(x - 16.0, 6.0), pos2(x + 16.0, 24.0)), 5.0, rgb(0x4a_50_54));
        let cone = Path::from(x - 14.0, 24.0).line(x + 14.0, 24.0).line(x + 90.0, 220.0).line(x - 90.0, 220.0);
        brush.fill(
            &cone,
            Tint::down(24.0, 220.0, Color32::from_rgba_unmultiplied(255, 246, 220, 60), Color32::TRANSPARENT),
        );
    }
    palm::paint(brush, pos2(room.width - 60.0, room.counter() + 8.0), 0.8);
}

/// A panel of tiles with taps on it, each over a card.
fn tap_wall(brush: &mut Brush, panel: Rect) {
    brush.rect(panel.translate(vec2(4.0, 7.0)), 6.0, Color32::from_black_alpha(28));
    brush.rect(panel, 6.0, rgb(0x5d_86_8a));
    let columns = (panel.width() / 78.0).floor().max(1.0);
    let step = vec2(panel.width() / columns, panel.height() / 3.0);
    for row in 0..3_u8 {
        for column in 0..columns as u8 {
            let cell =
                Rect::from_min_size(panel.min + vec2(f32::from(column), f32::from(row)) * step, step).shrink(4.0);
            let k = u16::from(row) * 3 + u16::from(column);
            brush.rect(cell, 3.0, mix(rgb(0x6d_98_9a), rgb(0x86_ad_ab), f32::from((k * 5) % 4) / 3.0));
            let metal = [0xe3_e8_ea, 0xd9_b2_6a, 0x3c_42_46, 0xe3_e8_ea]
                .map(rgb)
                .get(usize::from(k) % 4)
                .copied()
                .unwrap_or(Color32::WHITE);
            tap(brush, pos2(cell.center().x - 6.0, cell.top() + cell.height() * 0.62), metal, k);
            brush.rect(
                Rect::from_center_size(pos2(cell.center().x, cell.bottom() - 13.0), vec2(34.0, 15.0)),
                2.0,
                rgb(0xfb_f6_ea),
            );
            brush.rect(
                Rect::from_center_size(pos2(cell.center().x - 4.0, cell.bottom() - 13.0), vec2(18.0, 3.0)),
                1.0,
                rgb(0xb7_ad_9c),
            );
        }
    }
}

/// A tap; `at` is the middle of its foot.
fn tap(brush: &mut Brush, at: Pos2, metal: Color32, k: u16) {
    let shade = mix(metal, Color32::BLACK, 0.28);
    let high = 40.0 + f32::from(k % 3) * 8.0;
    let spout = Path::from(at.x, at.y).line(at.x, at.y - high * 0.6).cubic(
        at.x,
        at.y - high * 1.1,
        at.x + 30.0,
        at.y - high * 1.1,
        at.x + 30.0,
        at.y - high * 0.55,
    );
    brush.stroke(&spout, [9.0, 8.0, 8.0], shade);
    brush.within(crate::game::stage::path::Affine::shift(-1.2, -1.0), |brush| {
        brush.stroke(&spout, [5.4, 4.8, 4.8], metal);
    });
    brush.rect(Rect::from_min_max(at + vec2(-11.0, -5.0), at + vec2(11.0, 2.0)), 2.0, shade);
    if k.is_multiple_of(2) {
        brush.stroke(&Path::from(at.x - 2.0, at.y - 18.0).line(at.x - 19.0, at.y - 27.0), [5.0, 5.0, 4.0], metal);
    } else {
        for x in [-16.0, 14.0] {
            brush.rect(Rect::from_center_size(at + vec2(x, -8.0), vec2(12.0, 9.0)), 3.0, metal);
        }
    }
}
