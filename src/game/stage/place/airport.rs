//! A gate of an airport: the apron behind the glass, a board of flights without words, seats.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use super::{Room, goods, kit};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, ellipse, mix, rgb},
};

pub(super) fn paint(brush: &mut Brush, room: Room) {
    kit::wall(brush, room, [0xd5_d9_dc, 0xb9_c2_c8]);
    let foot = room.height * 0.62;
    let glass = room.rect(18.0, 132.0, room.width - 18.0, foot);
    let panes = (room.width / 170.0).round().max(3.0) as u16;
    kit::window(brush, glass, [panes, 1], [0x7f_8b_94, 0x2f_3d_5c, 0x93_9a_b0], |brush, view, cut| {
        let ground = view.top() + view.height() * 0.72;
        brush.rect(
            Rect::from_min_max(pos2(view.left(), ground), view.max),
            0.0,
            Tint::down(ground, view.bottom(), rgb(0x5c_66_7e), rgb(0x48_50_66)),
        );
        plane(brush, pos2(view.left() + view.width() * 0.17, ground + 8.0), cut);
        for k in 0..8_u16 {
            let at = pos2(
                view.left() + view.width() * (0.06 + 0.125 * f32::from(k)),
                ground + 16.0 + f32::from(k % 2) * 18.0,
            );
            let light = if k % 3 == 0 {
                Color32::from_rgba_unmultiplied(120, 220, 255, 160)
            } else {
                Color32::from_rgba_unmultiplied(255, 212, 130, 150)
            };
            brush.glow(at, 15.0, 11.0, light);
        }
        // The fog lies in banks over the apron.
        for (y, high, alpha) in [(0.62, 20.0, 60), (0.74, 26.0, 76), (0.52, 14.0, 40)] {
            let y = view.top() + view.height() * y;
            let bank = Path::from(view.left() - 10.0, y + high)
                .cubic(
                    view.left() + view.width() * 0.3,
                    y - high,
                    view.left() + view.width() * 0.5,
                    y + high * 1.6,
                    view.right() + 10.0,
                    y - high * 0.4,
                )
                .line(view.right() + 10.0, y + high * 1.8)
                .line(view.left() - 10.0, y + high * 2.2);
            brush.fill_in(&bank, cut, Color32::from_white_alpha(alpha));
        }
    });
    board(brush, room.rect(room.width * 0.02 + 14.0, 22.0, room.width * 0.36, 116.0));
    board(brush, room.rect(room.width * 0.64, 22.0, room.width - 30.0, 116.0));
    goods::chairs(brush, room, 6.0, room.width * 0.33, 0x3e_56_72);
    goods::chairs(brush, room, room.width * 0.69, room.width, 0x3e_56_72);
}

/// An aeroplane that stands, nose to the left.
fn plane(brush: &mut Brush, at: Pos2, cut: &[Pos2]) {
    let white = rgb(0xe6_ea_f0);
    let tail = Path::from(at.x + 96.0, at.y - 52.0)
        .line(at.x + 128.0, at.y - 108.0)
        .line(at.x + 150.0, at.y - 108.0)
        .line(at.x + 140.0, at.y - 50.0);
    brush.fill_in(&tail, cut, rgb(0x2f_86_8c));
    let body = Path::from(at.x - 120.0, at.y - 34.0)
        .cubic(at.x - 112.0, at.y - 58.0, at.x - 84.0, at.y - 60.0, at.x - 60.0, at.y - 60.0)
        .line(at.x + 140.0, at.y - 56.0)
        .cubic(at.x + 120.0, at.y - 32.0, at.x + 90.0, at.y - 24.0, at.x + 50.0, at.y - 22.0)
        .line(at.x - 90.0, at.y - 20.0)
        .cubic(at.x - 112.0, at.y - 20.0, at.x - 120.0, at.y - 26.0, at.x - 120.0, at.y - 34.0);
    brush.fill_in(&body, cut, Tint::down(at.y - 60.0, at.y - 20.0, white, mix(white, rgb(0x6a_76_90), 0.55)));
    for k in 0..9_u8 {
        let window = ellipse(at.x - 58.0 + 16.0 * f32::from(k), at.y - 46.0, 3.2, 4.2);
        brush.fill_in(&window, cut, rgb(0xff_e2_9a));
    }
    let wing = Path::from(at.x - 20.0, at.y - 32.0)
        .line(at.x + 40.0, at.y - 32.0)
        .line(at.x + 92.0, at.y - 6.0)
        .line(at.x + 66.0, at.y - 6.0);
    brush.fill_in(&wing, cut, rgb(0xb8_c2_d0));
    for x in [-84.0, 16.0] {
        brush.fill_in(&ellipse(at.x + x, at.y - 10.0, 7.0, 7.0), cut, rgb(0x2c_32_40));
    }
}

/// Rows of light and their states, none of which can be read.
fn board(brush: &mut Brush, frame: Rect) {
    brush.rect(frame.translate(vec2(3.0, 5.0)), 6.0, Color32::from_black_alpha(46));
    brush.rect(frame, 6.0, rgb(0x23_2b_36));
    let rows = 4_u8;
    for row in 0..rows {
        let y = frame.top() + 14.0 + f32::from(row) * (frame.height() - 16.0) / f32::from(rows);
        let mut x = frame.left() + 12.0;
        for k in 0..5_u16 {
            let wide = 12.0 + f32::from((k * 17 + u16::from(row) * 29) % 26);
            if x + wide > frame.right() - 46.0 {
                break;
            }
            brush.rect(Rect::from_min_size(pos2(x, y), vec2(wide, 6.0)), 2.0, rgb(0xe6_d8_a8));
            x += wide + 8.0;
        }
        let state = if row % 2 == 0 { 0xd2_5a_3e } else { 0x6f_b5_8a };
        brush.rect(Rect::from_min_size(pos2(frame.right() - 34.0, y - 1.0), vec2(22.0, 8.0)), 3.0, rgb(state));
    }
}

/// A case that stands on the desk's scales; `at` is the middle of its foot.
pub(super) fn case(brush: &mut Brush, at: Pos2) {
    brush.glow(at + vec2(4.0, 1.0), 46.0, 7.0, Color32::from_black_alpha(90));
    brush.stroke(
        &Path::from(at.x - 13.0, at.y - 70.0)
            .line(at.x - 13.0, at.y - 88.0)
            .line(at.x + 13.0, at.y - 88.0)
            .line(at.x + 13.0, at.y - 70.0),
        [4.0, 4.0, 4.0],
        rgb(0x5c_65_6c),
    );
    let body = Rect::from_min_max(at - vec2(38.0, 72.0), at + vec2(38.0, 0.0));
    brush.rect(body, 9.0, Tint::Linear(body.left_center(), body.right_center(), rgb(0xd4_86_4e), rgb(0xa2_5c_33)));
    for x in [-20.0, 0.0, 20.0] {
        brush.stroke(
            &Path::from(at.x + x, at.y - 64.0).line(at.x + x, at.y - 8.0),
            [2.4, 2.4, 2.4],
            Color32::from_black_alpha(44),
        );
    }
    brush.rect(Rect::from_min_max(at + vec2(16.0, -66.0), at + vec2(30.0, -42.0)), 3.0, rgb(0xfb_f6_ea));
}
