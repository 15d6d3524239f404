//! Places under the sky: the gate of a holiday park, a garden of fountains, and a bus at night.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use super::{Room, kit};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, ellipse, mix, rgb, rounded},
};

fn sky(brush: &mut Brush, room: Room, [high, low]: [u32; 2], foot: f32) -> Vec<Pos2> {
    let all = room.rect(0.0, 0.0, room.width, room.height);
    let [high, low] = brush.sky([rgb(high), rgb(low)]);
    brush.rect(all, 0.0, Tint::down(0.0, foot, high, low));
    brush.trace(&rounded(all, 0.0))
}

fn cloud(brush: &mut Brush, at: Pos2, wide: f32) {
    let cloud = Path::from(at.x - wide, at.y)
        .cubic(
            at.x - wide * 0.9,
            at.y - wide * 0.36,
            at.x - wide * 0.4,
            at.y - wide * 0.3,
            at.x - wide * 0.34,
            at.y - wide * 0.26,
        )
        .cubic(
            at.x - wide * 0.2,
            at.y - wide * 0.62,
            at.x + wide * 0.36,
            at.y - wide * 0.56,
            at.x + wide * 0.4,
            at.y - wide * 0.2,
        )
        .cubic(at.x + wide * 0.8, at.y - wide * 0.3, at.x + wide, at.y - wide * 0.1, at.x + wide, at.y);
    brush.fill(&cloud, Color32::from_white_alpha(190));
}

pub(super) fn paint_park_gate(brush: &mut Brush, room: Room) {
    let shore = room.height * 0.5;
    let all = sky(brush, room, [0x8f_c8_e2, 0xf0_f1_de], shore);
    let view = room.rect(0.0, 0.0, room.width, room.height);
    brush.glow(pos2(room.width * 0.28, 150.0), 110.0, 96.0, Color32::from_rgba_unmultiplied(255, 246, 206, 190));
    cloud(brush, pos2(room.width * 0.14, 176.0), 62.0);
    cloud(brush, pos2(room.width * 0.62, 148.0), 48.0);
    kit::trees(brush, view, &all, shore, [0x9d_bf_b4, 0x8a_b2_a8], 70.0);
    let lake = room.rect(0.0, shore, room.width, room.height * 0.62);
    brush.rect(lake, 0.0, Tint::down(lake.top(), lake.bottom(), rgb(0xa6_d8_e0), rgb(0x5f_b0_c0)));
    slide(brush, pos2(room.width * 0.84, shore + 26.0));
    let grass = room.height * 0.59;
    kit::trees(brush, view, &all, grass + 4.0, [0x6f_a8_6c, 0x86_b8_74], 34.0);
    brush.rect(
        room.rect(0.0, grass, room.width, room.height),
        0.0,
        Tint::down(grass, room.height, rgb(0x9c_c4_76), rgb(0x78_a6_5c)),
    );
    for (from, to) in [(6.0, room.width * 0.3), (room.width * 0.7, room.width - 6.0)] {
        fence(brush, from, to, room.counter() + 16.0);
    }
    awning(brush, room);
}

/// A tower with a slide that winds down into the water; `at` is the middle of its foot.
fn slide(brush: &mut Brush, at: Pos2) {
    for (x, tone) in [(-26.0, 0xa8_6a_44), (20.0, 0x8a_54_36)] {
        brush.rect(Rect::from_min_max(pos2(at.x + x, at.y - 216.0), pos2(at.x + x + 9.0, at.y)), 0.0, rgb(tone));
    }
    for k in 0..4_u8 {
        let y = at.y - 24.0 - 46.0 * f32::from(k);
        brush.stroke(&Path::from(at.x - 22.0, y).line(at.x + 24.0, y - 40.0), [4.0, 4.0, 4.0], rgb(0x9a_60_3e));
    }
    let way = Path::from(at.x + 10.0, at.y - 204.0)
        .cubic(at.x + 110.0, at.y - 200.0, at.x + 96.0, at.y - 140.0, at.x + 6.0, at.y - 140.0)
        .cubic(at.x - 96.0, at.y - 138.0, at.x - 86.0, at.y - 78.0, at.x + 4.0, at.y - 74.0)
        .cubic(at.x + 84.0, at.y - 70.0, at.x + 78.0, at.y - 20.0, at.x - 44.0, at.y - 2.0);
    brush.stroke(&way, [22.0, 22.0, 22.0], rgb(0xc0_5c_3a));
    brush.within(crate::game::stage::path::Affine::shift(0.0, -3.0), |brush| {
        brush.stroke(&way, [13.0, 13.0, 13.0], rgb(0xf0_9a_5c));
    });
    let roof = Path::from(at.x - 46.0, at.y - 216.0).line(at.x - 1.0, at.y - 264.0).line(at.x + 44.0, at.y - 216.0);
    brush.fill(&roof, Tint::Linear(at - vec2(46.0, 230.0), at + vec2(44.0, -230.0), rgb(0x3f_8a_8c), rgb(0x2a_66_6c)));
}

fn fence(brush: &mut Brush, from: f32, to: f32, foot: f32) {
    for y in [foot - 64.0, foot - 26.0] {
        brush.rect(Rect::from_min_max(pos2(from, y), pos2(to, y + 9.0)), 3.0, rgb(0xe9_dc_c2));
    }
    let mut x = from + 4.0;
    while x + 16.0 < to {
        let post = Path::from(x, foot)
            .line(x, foot - 84.0)
            .line(x + 8.0, foot - 94.0)
            .line(x + 16.0, foot - 84.0)
            .line(x + 16.0, foot);
        brush.fill(&post, Tint::Linear(pos2(x, foot), pos2(x + 16.0, foot), rgb(0xfb_f4_e4), rgb(0xd2_c2_a4)));
        x += 34.0;
    }
}

/// The striped edge of the kiosk's roof.
fn awning(brush: &mut Brush, room: Room) {
    let wide = 46.0;
    let count = (room.width / wide).ceil() as u16;
    for i in 0..count {
        let x = f32::from(i) * wide;
        let tone = if i % 2 == 0 { rgb(0x2f_8f_8a) } else { rgb(0xfb_f4_e4) };
        let strip = Path::from(x, 0.0).line(x + wide, 0.0).line(x + wide, 46.0).cubic(x + wide, 66.0, x, 66.0, x, 46.0);
        brush.fill(&strip, Tint::down(0.0, 60.0, mix(tone, Color32::BLACK, 0.12), tone));
    }
    brush.rect(
        room.rect(0.0, 62.0, room.width, 96.0),
        0.0,
        Tint::down(62.0, 96.0, Color32::from_black_alpha(30), Color32::TRANSPARENT),
    );
}

pub(super) fn paint_garden(brush: &mut Brush, room: Room) {
    let foot = room.height * 0.52;
    let all = sky(brush, room, [0x86_c6_ea, 0xfa_f0_d4], foot);
    let view = room.rect(0.0, 0.0, room.width, room.height);
    brush.glow(pos2(room.width * 0.8, 90.0), 130.0, 110.0, Color32::from_rgba_unmultiplied(255, 246, 196, 220));
    cloud(brush, pos2(room.width * 0.18, 120.0), 56.0);
    kit::trees(brush, view, &all, foot, [0x74_ac_74, 0x8c_bc_7c], 92.0);
    brush.rect(
        room.rect(0.0, foot, room.width, room.height),
        0.0,
        Tint::down(foot, room.height, rgb(0xa6_cc_78), rgb(0x84_b0_60)),
    );
    let basin = |x: f32| ellipse(room.width * x, foot + 78.0, 126.0, 26.0);
    for x in [0.15, 0.87] {
        brush.fill(&basin(x), Tint::down(foot + 50.0, foot + 104.0, rgb(0xbf_e6_ec), rgb(0x6f_bf_cc)));
        for (lean, high) in [(-70.0, 96.0), (-34.0, 150.0), (0.0, 186.0), (34.0, 150.0), (70.0, 96.0)] {
            let from = pos2(room.width * x + lean * 0.3, foot + 76.0);
            let jet = Path::from(from.x, from.y).cubic(
                from.x + lean * 0.2,
                from.y - high * 1.1,
                from.x + lean * 0.7,
                from.y - high * 1.1,
                from.x + lean * 1.2,
                from.y - 2.0,
            );
            brush.stroke(&jet, [6.0, 4.0, 1.4], Color32::from_rgba_unmultiplied(236, 250, 252, 200));
        }
        brush.stroke(&basin(x), [4.0, 4.0, 4.0], rgb(0xe9_dc_c2));
    }
    parasol(brush, pos2(room.width * 0.34, room.counter() + 10.0), rgb(0xe0_7a_5c));
    parasol(brush, pos2(room.width * 0.71, room.counter() + 10.0), rgb(0xe7_b9_52));
}

fn parasol(brush: &mut Brush, foot: Pos2, tone: Color32) {
    brush.stroke(&Path::from(foot.x, foot.y).line(foot.x, foot.y - 236.0), [5.0, 5.0, 5.0], rgb(0xf2_ea_da));
    let top = foot - vec2(0.0, 250.0);
    let roof = Path::from(top.x - 96.0, top.y + 62.0)
        .cubic(top.x - 60.0, top.y + 6.0, top.x + 60.0, top.y + 6.0, top.x + 96.0, top.y + 62.0)
        .quad(top.x + 48.0, top.y + 48.0, top.x, top.y + 62.0)
        .quad(top.x - 48.0, top.y + 48.0, top.x - 96.0, top.y + 62.0);
    brush.fill(
        &roof,
        Tint::Linear(
            top - vec2(90.0, 0.0),
            top + vec2(90.0, 40.0),
            mix(tone, Color32::WHITE, 0.2),
            mix(tone, Color32::BLACK, 0.12),
        ),
    );
    let gore = Path::from(top.x, top.y + 20.0)
        .line(top.x, top.y + 61.0)
        .quad(top.x + 48.0, top.y + 48.0, top.x + 60.0, top.y + 52.0)
        .quad(top.x + 40.0, top.y + 24.0, top.x, top.y + 20.0);
    brush.fill(&gore, Color32::from_white_alpha(60));
}

pub(super) fn paint_bus_bay(brush: &mut Brush, room: Room) {
    let street = room.height * 0.66;
    let all = sky(brush, room, [0x1e_28_46, 0x4c_50_6e], street);
    let view = room.rect(0.0, 0.0, room.width, room.height);
    kit::town(brush, view, &all, street - 80.0, [0x2e_36_54, 0x24_2a_44, 0xe9_c4_7c]);
    brush.rect(
        room.rect(0.0, street, room.width, room.height),
        0.0,
        Tint::down(street, room.height, rgb(0x4a_50_60), rgb(0x38_3c_4a)),
    );
    let coach = Rect::from_min_max(pos2(room.width * 0.06, 118.0), pos2(room.width * 1.04, street + 16.0));
    brush.rect(coach, 26.0, Tint::down(coach.top(), coach.bottom(), rgb(0xe8_e4_da), rgb(0xb4_b4_b6)));
    brush.rect(
        Rect::from_min_max(pos2(coach.left(), street - 66.0), pos2(coach.right(), street - 40.0)),
        0.0,
        rgb(0x2f_86_8c),
    );
    let mut x = coach.left() + 118.0;
    while x < room.width {
        let pane = Rect::from_min_max(pos2(x, 152.0), pos2(x + 104.0, 288.0));
        brush.rect(pane, 10.0, Tint::down(pane.top(), pane.bottom(), rgb(0xff_e8_b0), rgb(0xf0_bc_70)));
        brush.rect(
            Rect::from_min_max(pane.center_bottom() + vec2(-26.0, -52.0), pane.center_bottom() + vec2(26.0, 0.0)),
            12.0,
            rgb(0xb0_5c_44),
        );
        x += 118.0;
    }
    // The open door, with the step's light on the ground.
    let door = Rect::from_min_max(pos2(coach.left() + 22.0, 148.0), pos2(coach.left() + 102.0, street + 10.0));
    brush.rect(door, 8.0, Tint::down(door.top(), door.bottom(), rgb(0xff_f0_c8), rgb(0xe6_b4_70)));
    for k in 0..3_u8 {
        let y = door.bottom() - 14.0 - 22.0 * f32::from(k);
        brush.rect(
            Rect::from_min_max(pos2(door.left() + 8.0, y), pos2(door.right() - 8.0, y + 8.0)),
            2.0,
            rgb(0x8a_6a_4a),
        );
    }
    brush.glow(pos2(door.center().x, street + 44.0), 130.0, 40.0, Color32::from_rgba_unmultiplied(255, 222, 150, 130));
    for share in [0.3, 0.86] {
        let at = pos2(room.width * share, street + 18.0);
        brush.ellipse(at.x, at.y, 40.0, 40.0, rgb(0x20_24_2c));
        brush.ellipse(at.x, at.y, 19.0, 19.0, rgb(0x9a_9e_a6));
    }
    // The fog in the lamp's light.
    brush.glow(pos2(room.width * 0.62, 40.0), 220.0, 130.0, Color32::from_rgba_unmultiplied(255, 236, 190, 70));
}
