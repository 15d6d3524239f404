//! A back office: a window with blinds, a shelf of binders, a framed picture and a plant.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use super::{Room, palm, things};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb, rounded},
};

pub(super) fn paint(brush: &mut Brush, room: Room) {
    brush.rect(
        room.rect(0.0, 0.0, room.width, room.height),
        0.0,
        Tint::down(0.0, room.height * 0.8, rgb(0xee_e6_d8), rgb(0xd9_cd_ba)),
    );
    let rail = room.height * 0.62;
    brush.rect(
        room.rect(0.0, rail, room.width, room.height),
        0.0,
        Tint::down(rail, room.height, rgb(0xb9_c4_b8), rgb(0x9c_aa_9f)),
    );
    brush.rect(
        room.rect(0.0, rail - 5.0, room.width, rail + 5.0),
        0.0,
        Tint::down(rail - 5.0, rail + 5.0, rgb(0xfb_f6_ea), rgb(0xcd_c2_ae)),
    );
    paint_window(brush, room.rect(34.0, 66.0, room.width * 0.32, rail - 56.0));
    let left = room.width * 0.68;
    for (i, y) in [170.0, 292.0].into_iter().enumerate() {
        paint_binders(brush, left + 6.0, room.width - 42.0, y, i as u16 * 5);
        things::shelf(brush, room.rect(left, y, room.width - 30.0, y + 9.0), rgb(0xc9_ad_8c), rgb(0x8d_6f_50));
    }
    if room.width > 1000.0 {
        paint_picture(brush, pos2(room.width * 0.41, 190.0));
    }
    palm::paint(brush, pos2(room.width * 0.2, room.counter() + 8.0), 0.9);
}

fn paint_picture(brush: &mut Brush, middle: Pos2) {
    let picture = Rect::from_center_size(middle, vec2(124.0, 92.0));
    brush.rect(picture.translate(vec2(3.0, 5.0)), 3.0, Color32::from_black_alpha(30));
    brush.rect(picture, 3.0, rgb(0x7e_63_49));
    brush.rect(picture.shrink(6.0), 0.0, Tint::down(picture.top(), picture.bottom(), rgb(0xf2_d9_b0), rgb(0xe8_a8_7c)));
    let inner = brush.trace(&rounded(picture.shrink(6.0), 0.0));
    let (cx, b) = (picture.center().x, picture.bottom());
    brush.fill_in(&Path::from(cx - 80.0, b).quad(cx - 26.0, b - 62.0, cx + 30.0, b), &inner, rgb(0x6c_8b_86));
    brush.fill_in(&Path::from(cx - 20.0, b).quad(cx + 36.0, b - 46.0, cx + 90.0, b), &inner, rgb(0x4d_6f_6d));
}

fn paint_window(brush: &mut Brush, frame: Rect) {
    brush.rect(frame.translate(vec2(4.0, 7.0)), 5.0, Color32::from_black_alpha(26));
    brush.rect(frame, 5.0, rgb(0xfb_f7_ee));
    let view = frame.shrink(11.0);
    let [high, low] = brush.sky([rgb(0xb7_d7_e4), rgb(0xee_f1_e6)]);
    brush.rect(view, 0.0, Tint::down(view.top(), view.bottom(), high, low));
    let glass = brush.trace(&rounded(view, 0.0));
    let mut x = view.left();
    let mut k = 0_u16;
    while x < view.right() {
        let tall = 60.0 + f32::from((k * 47) % 90);
        let block =
            rounded(Rect::from_min_max(pos2(x, view.bottom() - tall), pos2(x + 40.0, view.bottom() + 2.0)), 0.0);
        brush.fill_in(&block, &glass, mix(rgb(0x9d_b7_bd), rgb(0x7f_9b_a6), f32::from(k % 3) / 2.0));
        x += 34.0;
        k += 1;
    }
    let slats = (view.height() * 0.55 / 11.0) as u16;
    for slat in 0..slats {
        let y = view.top() + f32::from(slat) * 11.0;
        brush.rect(
            Rect::from_min_size(pos2(view.left(), y), vec2(view.width(), 7.5)),
            0.0,
            Tint::down(y, y + 8.0, rgb(0xff_fc_f4), rgb(0xe0_d8_c8)),
        );
    }
    let sill = Rect::from_min_max(
        pos2(frame.left() - 8.0, frame.bottom() - 5.0),
        pos2(frame.right() + 8.0, frame.bottom() + 6.0),
    );
    brush.rect(sill, 3.0, Tint::down(sill.top(), sill.bottom(), rgb(0xff_fb_f2), rgb(0xd6_cb_b6)));
}

fn paint_binders(brush: &mut Brush, left: f32, right: f32, foot: f32, seed: u16) {
    let mut x = left + 6.0;
    let mut k = seed;
    while x + 26.0 < right {
        let wide = 17.0 + f32::from((k * 5) % 8);
        let tall = 72.0 + f32::from((k * 11) % 18);
        if k % 7 != 5 {
            let tone = match k % 4 {
                0 => rgb(0x4f_86_88),
                1 => rgb(0xc9_7b_5a),
                2 => rgb(0xe3_d5_ba),
                _ => rgb(0x5b_6b_7d),
            };
            let back = Rect::from_min_max(pos2(x, foot - tall), pos2(x + wide - 1.5, foot));
            brush.rect(
                back,
                2.0,
                Tint::Linear(
                    back.left_center(),
                    back.right_center(),
                    mix(tone, Color32::WHITE, 0.12),
                    mix(tone, Color32::BLACK, 0.12),
                ),
            );
            brush.rect(
                Rect::from_center_size(back.center() - vec2(0.0, tall * 0.18), vec2(wide * 0.56, tall * 0.26)),
                1.0,
                Color32::from_white_alpha(190),
            );
            brush.ellipse(back.center().x, foot - 14.0, 2.6, 2.6, Color32::from_black_alpha(80));
        }
        x += wide;
        k += 1;
    }
}
