//! A kitchen at home, and a flat that is being built: bare walls, a ladder, cartons of tiles.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use super::{Room, goods, kit, things};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb},
};

pub(super) fn paint_kitchen(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xf4_e8_d2, 0xe6_d2_b2]);
    let tiles = room.height * 0.5;
    let (w, h) = (40.0, 34.0);
    let (columns, rows) = ((room.width / w).ceil() as u16, ((room.counter() + 24.0 - tiles) / h).ceil() as u16);
    for row in 0..rows {
        for column in 0..columns {
            let tile = Rect::from_min_size(
                pos2(f32::from(column) * w + 1.0, tiles + f32::from(row) * h + 1.0),
                vec2(w - 2.0, h - 2.0),
            );
            let tone = if (column + row) % 7 == 0 {
                rgb(0x7f_ac_a8)
            } else {
                mix(rgb(0xf1_ea_da), rgb(0xe2_d8_c2), f32::from((column * 3 + row) % 4) / 3.0)
            };
            brush.rect(tile, 2.5, tone);
        }
    }
    let window = room.rect(room.width * 0.69, 62.0, room.width - 34.0, tiles - 18.0);
    kit::window(brush, window, [2, 1], [0xfb_f6_ea, 0xae_d2_e2, 0xf2_ee_da], |brush, view, glass| {
        kit::town(brush, view, glass, view.bottom() - 4.0, [0xd2_a8_86, 0x9a_5c_4a, 0xf6_ea_c4]);
    });
    for (x, lean) in [(window.left() + 4.0, 34.0), (window.right() - 4.0, -34.0)] {
        let curtain = Path::from(x - lean * 0.5, window.top() - 12.0)
            .line(x + lean, window.top() - 12.0)
            .cubic(
                x + lean * 0.9,
                window.top() + 70.0,
                x + lean * 0.3,
                window.top() + 130.0,
                x - lean * 0.3,
                window.bottom() - 12.0,
            )
            .line(x - lean * 0.6, window.bottom() - 12.0);
        brush.fill(&curtain, Tint::down(window.top(), window.bottom(), rgb(0xe8_a8_82), rgb(0xc9_7f_5c)));
    }
    kit::beam(brush, room, window);
    let shelf = 214.0;
    let right = room.width * 0.31;
    crocks(brush, 40.0, right, shelf);
    things::shelf(brush, room.rect(26.0, shelf, right, shelf + 9.0), rgb(0xb7_8f_63), rgb(0x7d_5c_3d));
    for (i, tall) in [54.0, 70.0, 62.0].into_iter().enumerate() {
        let x = 62.0 + 44.0 * i as f32;
        brush.stroke(&Path::from(x, shelf + 24.0).line(x, shelf + 24.0 + tall), [4.0, 4.0, 4.0], rgb(0x8a_62_3e));
        brush.ellipse(x, shelf + 32.0 + tall, 9.0, 12.0, rgb(0xa8_7c_50));
    }
    goods::carton(brush, pos2(74.0, room.counter() + 6.0), 104.0, 66.0);
    goods::carton(brush, pos2(80.0, room.counter() - 60.0), 82.0, 46.0);
    kit::pendant(brush, pos2(room.width * 0.36, 8.0), 40.0, [0xd2_7a_52, 0xff_ef_c8]);
}

/// Jars and cups on a shelf.
fn crocks(brush: &mut Brush, left: f32, right: f32, foot: f32) {
    let mut x = left;
    let mut k = 0_u16;
    while x + 34.0 < right {
        let tone = [0xcf_6a_4a, 0x5f_94_92, 0xf2_e4_c8, 0xe0_a8_4a]
            .map(rgb)
            .get(usize::from(k) % 4)
            .copied()
            .unwrap_or(Color32::WHITE);
        let tall = 28.0 + f32::from((k * 13) % 3) * 12.0;
        let body = Rect::from_min_max(pos2(x, foot - tall), pos2(x + 28.0, foot));
        brush.rect(
            body,
            6.0,
            Tint::Linear(
                body.left_center(),
                body.right_center(),
                mix(tone, Color32::WHITE, 0.2),
                mix(tone, Color32::BLACK, 0.16),
            ),
        );
        if k.is_multiple_of(2) {
            brush.rect(
                Rect::from_min_max(pos2(x + 3.0, foot - tall - 6.0), pos2(x + 25.0, foot - tall + 2.0)),
                2.0,
                rgb(0x9a_72_4a),
            );
        }
        x += 36.0;
        k += 1;
    }
}

pub(super) fn paint_site(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xd9_cf_c0, 0xc2_b4_a0]);
    // Bare blocks, with patches of the first plaster.
    let (w, h) = (92.0, 42.0);
    for row in 0..(room.height / h).ceil() as u16 {
        for column in 0..=(room.width / w).ceil() as u16 {
            let x = f32::from(column) * w - if row % 2 == 0 { 0.0 } else { w * 0.5 };
            let block = Rect::from_min_size(pos2(x + 1.5, f32::from(row) * h + 1.5), vec2(w - 3.0, h - 3.0));
            brush.rect(block, 2.0, mix(rgb(0xcb_bd_a8), rgb(0xb7_a7_92), f32::from((column * 7 + row * 5) % 5) / 4.0));
        }
    }
    let plaster = Path::from(0.0, 0.0)
        .line(room.width * 0.62, 0.0)
        .cubic(room.width * 0.6, 120.0, room.width * 0.46, 150.0, room.width * 0.44, 280.0)
        .cubic(room.width * 0.4, 380.0, room.width * 0.2, 330.0, 0.0, 420.0);
    brush.fill(&plaster, Tint::down(0.0, 420.0, rgb(0xec_e4_d6), rgb(0xdc_d0_bc)));
    let window = room.rect(room.width * 0.7, 70.0, room.width - 40.0, room.height * 0.55);
    kit::window(brush, window, [2, 0], [0xb0_8a_5e, 0xb7_d7_e4, 0xee_f1_e6], |brush, view, glass| {
        kit::town(brush, view, glass, view.bottom() + 2.0, [0xc8_b0_94, 0x94_66_54, 0xe9_e0_c8]);
    });
    ladder(brush, pos2(room.width * 0.13, room.counter() + 20.0), room.counter() - 30.0);
    for (x, y) in [(0.9, 0.0), (0.79, 0.0), (0.87, 52.0)] {
        goods::carton(brush, pos2(room.width * x, room.counter() + 8.0 - y), 92.0, 52.0);
    }
    let cord = Path::from(room.width * 0.36, -4.0).quad(room.width * 0.36 + 6.0, 40.0, room.width * 0.36, 74.0);
    brush.stroke(&cord, [2.2, 2.2, 2.2], rgb(0x3a_40_46));
    brush.glow(pos2(room.width * 0.36, 88.0), 90.0, 80.0, Color32::from_rgba_unmultiplied(255, 236, 180, 130));
    brush.ellipse(room.width * 0.36, 88.0, 11.0, 14.0, rgb(0xff_f2_cc));
}

fn ladder(brush: &mut Brush, foot: Pos2, tall: f32) {
    for (x, tone) in [(-38.0, 0xd9_a4_4a), (38.0, 0xb8_84_36)] {
        brush.stroke(
            &Path::from(foot.x + x, foot.y).line(foot.x + x * 0.62, foot.y - tall),
            [9.0, 9.0, 9.0],
            rgb(tone),
        );
    }
    for k in 1..9_u8 {
        let t = f32::from(k) / 9.5;
        let half = 38.0 - 14.0 * t;
        let y = foot.y - tall * t;
        brush.stroke(&Path::from(foot.x - half, y).line(foot.x + half, y), [6.0, 6.0, 6.0], rgb(0xc8_92_40));
    }
}
