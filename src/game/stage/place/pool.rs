//! The desk of a swimming bath: tiles, a sign that promises warm water, towels, a clock, and a window to the pool.

use bevy_egui::egui::{Color32, Rect, pos2, vec2};

use super::{Room, bath, palm, pool_window, things};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, ellipse, mix, rgb, rounded},
};

/// Where the sign hangs, in the room's units.
const SIGN: Rect = Rect { min: pos2(38.0, 62.0), max: pos2(232.0, 196.0) };

pub(super) fn paint(brush: &mut Brush, room: Room) {
    let tiles = room.height * 0.585;
    brush.rect(
        room.rect(0.0, 0.0, room.width, room.height),
        0.0,
        Tint::down(0.0, tiles, rgb(0xdc_ea_e9), rgb(0xc4_dc_de)),
    );
    paint_ripples(brush, room);
    paint_tiles(brush, room, tiles);
    let window = room.rect(room.width * 0.66, 66.0, room.width - 36.0, tiles - 48.0);
    pool_window::paint(brush, window);
    things::clock(brush, pos2(room.width * 0.605, 66.0), 26.0);
    paint_sign(brush);
    let shelf = tiles - 44.0;
    things::shelf(brush, room.rect(30.0, shelf, 206.0, shelf + 9.0), rgb(0xb7_8f_63), rgb(0x7d_5c_3d));
    for (i, tone) in [0xf4_ee_e2, 0xe2_9a_7a, 0xf4_ee_e2, 0x6f_b0_b3].map(rgb).into_iter().enumerate() {
        bath::towel_roll(brush, pos2(54.0 + 36.0 * i as f32, shelf - 18.0), 18.0, tone);
    }
    for (x, tone) in [(72.0, 0x6f_b0_b3), (108.0, 0xf4_ee_e2), (144.0, 0xe2_9a_7a)] {
        bath::towel_roll(brush, pos2(x, shelf - 49.0), 18.0, rgb(tone));
    }
    palm::paint(brush, pos2(room.width - 62.0, room.counter() + 6.0), 1.0);
    if room.width > 1000.0 {
        bath::lifebuoy(brush, pos2(room.width * 0.24 + 40.0, 240.0), 62.0);
    }
    // Daylight from the window, across the wall.
    let beam = Path::from(window.left(), window.top() + 30.0)
        .line(window.left(), window.bottom())
        .line(window.left() - 330.0, room.counter() + 20.0)
        .line(window.left() - 430.0, room.counter() - 40.0);
    brush.fill(
        &beam,
        Tint::Linear(
            window.left_center(),
            window.left_center() - vec2(330.0, -120.0),
            Color32::from_white_alpha(46),
            Color32::TRANSPARENT,
        ),
    );
}

/// The light a pool throws on a wall.
fn paint_ripples(brush: &mut Brush, room: Room) {
    let lines = (room.width / 92.0).ceil() as u16;
    for row in 0..5_u16 {
        for i in 0..=lines {
            let wobble = f32::from((i * 37 + row * 53) % 23);
            let x = f32::from(i) * 92.0 + f32::from(row % 2) * 44.0 - 40.0 + wobble;
            let y = 14.0 + f32::from(row) * 24.0 + wobble * 0.7;
            let wave = Path::from(x, y).cubic(
                x + 22.0,
                y - 10.0 - wobble * 0.2,
                x + 40.0,
                y + 12.0,
                x + 78.0 - wobble,
                y + 2.0,
            );
            brush.stroke(&wave, [0.5, 3.0 - 0.4 * f32::from(row), 0.5], Color32::from_white_alpha(84 - 14 * row as u8));
        }
    }
}

fn paint_tiles(brush: &mut Brush, room: Room, top: f32) {
    let bottom = room.counter() + 24.0;
    brush.rect(room.rect(0.0, top, room.width, bottom), 0.0, rgb(0xd9_e4_df));
    let (w, h) = (46.0, 31.0);
    let (columns, rows) = ((room.width / w).ceil() as u16, ((bottom - top) / h).ceil() as u16);
    for row in 0..rows {
        for column in 0..=columns {
            let x = f32::from(column) * w - if row % 2 == 0 { 0.0 } else { w * 0.5 };
            let y = top + 10.0 + f32::from(row) * h;
            let tone = f32::from((column * 7 + row * 13) % 5) / 4.0;
            let base = mix(rgb(0xa9_cf_d0), rgb(0xc0_de_dc), tone);
            let tile = Rect::from_min_size(pos2(x + 1.2, y + 1.2), vec2(w - 2.4, h - 2.4));
            brush.rect(tile, 2.5, Tint::down(y, y + h, mix(base, Color32::WHITE, 0.16), base));
        }
    }
    brush.rect(
        room.rect(0.0, top - 4.0, room.width, top + 10.0),
        0.0,
        Tint::down(top - 4.0, top + 10.0, rgb(0x7d_bb_be), rgb(0x57_9a_9f)),
    );
    brush.rect(room.rect(0.0, top - 4.0, room.width, top - 2.0), 0.0, Color32::from_white_alpha(90));
}

fn paint_sign(brush: &mut Brush) {
    for x in [SIGN.left() + 24.0, SIGN.right() - 24.0] {
        brush.stroke(&Path::from(x, -4.0).line(x, SIGN.top() + 6.0), [1.8, 1.8, 1.8], rgb(0x8f_a5_a6));
    }
    brush.rect(SIGN.translate(vec2(4.0, 7.0)), 12.0, Color32::from_rgba_unmultiplied(30, 70, 80, 36));
    brush.rect(SIGN, 12.0, rgb(0xfb_f8_f0));
    let card = brush.trace(&rounded(SIGN, 12.0));
    let (left, right, bottom) = (SIGN.left(), SIGN.right(), SIGN.bottom());
    for (rise, tone) in [(40.0, 0xa9_d6_d6), (29.0, 0x6f_b5_ba), (17.0, 0x3d_93_9b)] {
        let (y, third) = (bottom - rise, (right - left) / 3.0);
        let shift = rise * 0.8;
        let mut wave = Path::from(left - third, bottom + 4.0).line(left - third, y);
        for k in 0..5_u8 {
            let x = left - third + third * f32::from(k) + shift - 26.0;
            wave = wave.cubic(x + third * 0.3, y - 11.0, x + third * 0.6, y + 9.0, x + third, y);
        }
        brush.fill_in(&wave.line(right + third * 2.0, bottom + 4.0), &card, rgb(tone));
    }
    // How warm it is, in figures that every language reads, and warmth that rises.
    let (x, y, warm) = (left + 24.0, SIGN.top() + 18.0, rgb(0xc0_4e_34));
    let two = Path::from(x, y + 11.0).cubic(x, y - 5.0, x + 27.0, y - 5.0, x + 27.0, y + 12.0).cubic(
        x + 27.0,
        y + 25.0,
        x + 5.0,
        y + 33.0,
        x + 1.0,
        y + 46.0,
    );
    brush.stroke(&two.line(x + 28.0, y + 46.0), [7.5, 7.5, 7.5], warm);
    brush.stroke(&ellipse(x + 53.0, y + 13.0, 13.5, 13.5), [7.5, 7.5, 7.5], warm);
    let tail = Path::from(x + 66.5, y + 12.0).cubic(x + 68.0, y + 30.0, x + 60.0, y + 42.0, x + 45.0, y + 47.0);
    brush.stroke(&tail, [7.5, 7.5, 7.5], warm);
    brush.stroke(&ellipse(x + 83.0, y + 4.0, 6.0, 6.0), [4.2, 4.2, 4.2], warm);
    for (at, high) in [(26.0, 0.0), (58.0, -2.0), (90.0, 1.0), (122.0, -3.0)] {
        let (x, y) = (left + at, bottom - 42.0 + high);
        let steam = Path::from(x, y).cubic(x - 5.0, y - 4.0, x + 5.0, y - 8.0, x, y - 12.0);
        brush.stroke(&steam, [1.0, 3.0, 1.0], rgb(0x8f_c8_cb));
    }
    // A thermometer, well filled.
    let stem = Rect::from_min_max(pos2(right - 34.0, SIGN.top() + 16.0), pos2(right - 20.0, SIGN.top() + 66.0));
    brush.rect(stem, 7.0, rgb(0xdc_e4_e2));
    brush.ellipse(stem.center().x, stem.bottom() + 3.0, 11.0, 11.0, rgb(0xdc_e4_e2));
    brush.rect(
        Rect::from_min_max(pos2(right - 30.0, SIGN.top() + 28.0), pos2(right - 24.0, SIGN.top() + 68.0)),
        3.0,
        rgb(0xd2_5a_3e),
    );
    brush.ellipse(stem.center().x, stem.bottom() + 3.0, 7.5, 7.5, rgb(0xd2_5a_3e));
    brush.rect(SIGN.with_max_y(SIGN.top() + 5.0).shrink2(vec2(14.0, 1.0)), 2.0, Color32::from_white_alpha(160));
}
