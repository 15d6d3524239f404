//! Goods and furniture of many places: cartons, shelves of things, bottles, chairs in a row, a screen, flowers.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use super::{Room, things};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb},
};

/// A carton with its tape; `foot` is the middle of its lower edge.
pub(super) fn carton(brush: &mut Brush, foot: Pos2, wide: f32, tall: f32) {
    let body = Rect::from_min_max(foot - vec2(wide * 0.5, tall), foot + vec2(wide * 0.5, 0.0));
    brush.rect(body, 2.0, Tint::Linear(body.left_center(), body.right_center(), rgb(0xcf_a9_78), rgb(0xa8_80_54)));
    brush.rect(
        Rect::from_center_size(body.center(), vec2(wide * 0.13, tall)),
        0.0,
        Color32::from_rgba_unmultiplied(240, 224, 190, 130),
    );
    brush.rect(body.with_max_y(body.top() + 4.0), 1.0, Color32::from_white_alpha(50));
    let label =
        Rect::from_min_size(body.left_bottom() + vec2(wide * 0.1, -tall * 0.42), vec2(wide * 0.24, tall * 0.22));
    brush.rect(label, 1.5, Color32::from_white_alpha(170));
}

/// What stands on a shelf.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Goods {
    Groceries,
    Bottles,
    Machines,
}

/// Shelves between `left` and `right`, a board at each height, full of goods.
pub(super) fn shelves(brush: &mut Brush, left: f32, right: f32, boards: &[f32], goods: Goods, tones: &[u32]) {
    for (row, &foot) in boards.iter().enumerate() {
        let mut x = left + 9.0;
        let mut k = row as u16 * 5 + 1;
        loop {
            let tone = rgb(tones.get(usize::from(k) % tones.len().max(1)).copied().unwrap_or(0x8a_8a_8a));
            let wide = match goods {
                Goods::Groceries => 22.0 + f32::from((k * 7) % 3) * 6.0,
                Goods::Bottles => 19.0,
                Goods::Machines => 66.0,
            };
            if x + wide > right - 6.0 {
                break;
            }
            let foot = pos2(x + wide * 0.5, foot);
            match goods {
                Goods::Groceries => grocery(brush, foot, wide - 3.0, k, tone),
                Goods::Bottles => bottle(brush, foot, k, tone),
                Goods::Machines => machine(brush, foot, k),
            }
            x += wide;
            k += 1;
        }
        let board = Rect::from_min_max(pos2(left, foot), pos2(right, foot + 8.0));
        things::shelf(brush, board, rgb(0xc9_ad_8c), rgb(0x8d_6f_50));
    }
}

fn sides(tone: Color32, body: Rect) -> Tint {
    Tint::Linear(
        body.left_center(),
        body.right_center(),
        mix(tone, Color32::WHITE, 0.14),
        mix(tone, Color32::BLACK, 0.14),
    )
}

fn grocery(brush: &mut Brush, foot: Pos2, wide: f32, k: u16, tone: Color32) {
    let tall = 34.0 + f32::from((k * 13) % 5) * 6.0;
    let body = Rect::from_min_max(foot - vec2(wide * 0.5, tall), foot + vec2(wide * 0.5, 0.0));
    match k % 3 {
        // A jar with its lid, a packet, a tin.
        0 => {
            brush.rect(body.with_min_y(body.top() + 6.0), 5.0, sides(tone, body));
            brush.rect(
                Rect::from_center_size(pos2(foot.x, body.top() + 4.0), vec2(wide * 0.78, 8.0)),
                2.0,
                mix(tone, Color32::BLACK, 0.4),
            );
        }
        1 => brush.rect(body, 2.0, sides(tone, body)),
        _ => {
            brush.rect(body, 4.0, sides(tone, body));
            brush.ellipse(foot.x, body.top() + 2.0, wide * 0.5, 3.0, rgb(0xd8_d8_d2));
        }
    }
    let label = Rect::from_center_size(body.center() + vec2(0.0, 3.0), vec2(wide * 0.74, tall * 0.34));
    brush.rect(label, 2.0, Color32::from_rgba_unmultiplied(255, 250, 238, 200));
    brush.ellipse(label.center().x, label.center().y, tall * 0.08, tall * 0.08, mix(tone, Color32::BLACK, 0.1));
}

fn bottle(brush: &mut Brush, foot: Pos2, k: u16, tone: Color32) {
    let tall = 58.0 + f32::from((k * 7) % 3) * 8.0;
    let bottle = Path::from(foot.x - 7.0, foot.y)
        .line(foot.x - 7.0, foot.y - tall * 0.58)
        .cubic(foot.x - 7.0, foot.y - tall * 0.72, foot.x - 2.8, foot.y - tall * 0.7, foot.x - 2.8, foot.y - tall)
        .line(foot.x + 2.8, foot.y - tall)
        .cubic(
            foot.x + 2.8,
            foot.y - tall * 0.7,
            foot.x + 7.0,
            foot.y - tall * 0.72,
            foot.x + 7.0,
            foot.y - tall * 0.58,
        )
        .line(foot.x + 7.0, foot.y);
    brush.fill(
        &bottle,
        Tint::Linear(
            foot - vec2(7.0, 0.0),
            foot + vec2(7.0, 0.0),
            mix(tone, Color32::WHITE, 0.2),
            mix(tone, Color32::BLACK, 0.22),
        ),
    );
    brush.rect(
        Rect::from_min_size(foot - vec2(6.2, tall * 0.46), vec2(12.4, tall * 0.24)),
        1.0,
        Color32::from_rgba_unmultiplied(255, 246, 226, 180),
    );
}

fn machine(brush: &mut Brush, foot: Pos2, k: u16) {
    let dark = rgb(0x3b_45_50);
    if k.is_multiple_of(2) {
        let screen = Rect::from_min_max(foot - vec2(28.0, 44.0), foot + vec2(28.0, -10.0));
        brush.rect(screen, 3.0, dark);
        brush.rect(
            screen.shrink(4.0),
            1.0,
            Tint::down(screen.top(), screen.bottom(), rgb(0x8c_c4_c8), rgb(0x4a_86_92)),
        );
        brush.rect(Rect::from_min_max(foot - vec2(4.0, 11.0), foot + vec2(4.0, -2.0)), 0.0, dark);
        brush.rect(Rect::from_min_max(foot - vec2(16.0, 3.0), foot + vec2(16.0, 0.0)), 1.0, dark);
    } else {
        for (i, lean) in [0.0, 3.0, -2.0].into_iter().enumerate() {
            let y = foot.y - 7.0 * i as f32;
            brush.rect(
                Rect::from_min_max(pos2(foot.x - 26.0 + lean, y - 6.0), pos2(foot.x + 26.0 + lean, y)),
                2.0,
                Tint::down(y - 6.0, y, rgb(0xb9_c2_c6), rgb(0x7f_8b_92)),
            );
        }
    }
}

/// Chairs against the wall, seen from the front, each standing behind the counter's edge.
pub(super) fn chairs(brush: &mut Brush, room: Room, from: f32, to: f32, tone: u32) {
    let tone = rgb(tone);
    let foot = room.counter() + 14.0;
    let mut x = from;
    while x + 84.0 <= to {
        let back = Rect::from_min_max(pos2(x + 6.0, foot - 122.0), pos2(x + 78.0, foot - 46.0));
        for leg in [x + 12.0, x + 70.0] {
            brush.rect(Rect::from_min_max(pos2(leg, foot - 60.0), pos2(leg + 4.0, foot)), 1.0, rgb(0x6c_72_76));
        }
        brush.rect(back.translate(vec2(3.0, 4.0)), 12.0, Color32::from_black_alpha(30));
        brush.rect(back, 12.0, Tint::down(back.top(), back.bottom(), mix(tone, Color32::WHITE, 0.16), tone));
        let seat = Rect::from_min_max(pos2(x + 2.0, foot - 44.0), pos2(x + 82.0, foot - 26.0));
        brush.rect(
            seat,
            7.0,
            Tint::down(seat.top(), seat.bottom(), mix(tone, Color32::WHITE, 0.06), mix(tone, Color32::BLACK, 0.22)),
        );
        x += 92.0;
    }
}

/// Flowers in a vase; `at` is the middle of its foot.
pub(super) fn flowers(brush: &mut Brush, at: Pos2, tones: [u32; 3]) {
    brush.glow(at + vec2(4.0, 1.0), 34.0, 6.0, Color32::from_black_alpha(90));
    for (x, y, tone) in [(-26.0, -88.0, 0), (0.0, -106.0, 1), (25.0, -90.0, 2), (-12.0, -72.0, 2), (14.0, -70.0, 0)] {
        brush.stroke(
            &Path::from(at.x, at.y - 34.0).quad(at.x + x * 0.3, at.y - 60.0, at.x + x, at.y + y),
            [2.4, 2.2, 1.8],
            rgb(0x4f_80_56),
        );
        let tone = rgb(tones.get(tone).copied().unwrap_or(0xe2_9a_7a));
        for petal in 0..5_u8 {
            let (sin, cos) = (f32::from(petal) * std::f32::consts::TAU / 5.0).sin_cos();
            brush.ellipse(
                at.x + x + sin * 6.5,
                at.y + y - cos * 6.5,
                6.4,
                6.4,
                if petal % 2 == 0 { tone } else { mix(tone, Color32::BLACK, 0.08) },
            );
        }
        brush.ellipse(at.x + x, at.y + y, 4.4, 4.4, rgb(0xf0_c8_6a));
    }
    let vase = Path::from(at.x - 12.0, at.y - 42.0)
        .cubic(at.x - 24.0, at.y - 26.0, at.x - 20.0, at.y, at.x - 10.0, at.y)
        .line(at.x + 10.0, at.y)
        .cubic(at.x + 20.0, at.y, at.x + 24.0, at.y - 26.0, at.x + 12.0, at.y - 42.0);
    brush.fill(&vase, Tint::Linear(at - vec2(20.0, 0.0), at + vec2(20.0, 0.0), rgb(0xf4_ec_de), rgb(0xb9_ab_98)));
}

/// A screen on a stand with its back to the trainee's guest, seen at an angle; `at` is the middle of its foot.
pub(super) fn screen(brush: &mut Brush, at: Pos2) {
    brush.glow(at + vec2(4.0, 1.0), 60.0, 8.0, Color32::from_black_alpha(90));
    brush.rect(Rect::from_min_max(at - vec2(26.0, 6.0), at + vec2(26.0, 0.0)), 3.0, rgb(0x4a_52_58));
    brush.rect(Rect::from_min_max(at - vec2(6.0, 30.0), at + vec2(6.0, -4.0)), 2.0, rgb(0x5c_65_6c));
    let back = Rect::from_min_max(at - vec2(62.0, 106.0), at + vec2(62.0, -26.0));
    brush.rect(back, 8.0, Tint::Linear(back.left_top(), back.right_bottom(), rgb(0x66_70_78), rgb(0x3c_44_4a)));
    brush.rect(back.with_max_y(back.top() + 3.0).shrink2(vec2(8.0, 0.0)), 1.0, Color32::from_white_alpha(60));
    brush.ellipse(back.center().x, back.center().y, 8.0, 8.0, Color32::from_white_alpha(34));
}

/// A heap of sheets, the upper ones of another colour; `at` is the middle of its foot.
pub(super) fn papers(brush: &mut Brush, at: Pos2, tones: [u32; 3]) {
    brush.glow(at + vec2(4.0, 1.0), 60.0, 7.0, Color32::from_black_alpha(80));
    for (i, tone) in tones.into_iter().enumerate() {
        let y = at.y - 7.0 * i as f32;
        let shift = if i % 2 == 0 { 0.0 } else { 5.0 };
        brush.rect(
            Rect::from_min_max(pos2(at.x - 48.0 + shift, y - 7.0), pos2(at.x + 46.0 + shift, y)),
            1.5,
            Tint::down(y - 7.0, y, rgb(tone), mix(rgb(tone), Color32::BLACK, 0.18)),
        );
    }
}
