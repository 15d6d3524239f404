//! A calm room for places nobody has drawn yet: a warm wall with a niche, a lamp and a plant.

use bevy_egui::egui::{Color32, pos2};

use super::{Room, palm};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, rgb},
};

pub(super) fn paint(brush: &mut Brush, room: Room) {
    brush.rect(
        room.rect(0.0, 0.0, room.width, room.height),
        0.0,
        Tint::down(0.0, room.height, rgb(0xe6_ec_e4), rgb(0xc9_d5_cd)),
    );
    let (middle, half) = (room.width * 0.5, 236.0);
    let spring = room.height * 0.36;
    let niche = Path::from(middle - half, room.height)
        .line(middle - half, spring)
        .cubic(middle - half, spring - half * 0.9, middle + half, spring - half * 0.9, middle + half, spring)
        .line(middle + half, room.height);
    brush.fill(&niche, Tint::down(spring - half, room.height, rgb(0xf4_ea_d8), rgb(0xe2_d2_b8)));
    let lamp = pos2(room.width * 0.86, 128.0);
    brush.stroke(&Path::from(lamp.x, -4.0).line(lamp.x, lamp.y), [2.0, 2.0, 2.0], rgb(0x5b_66_72));
    brush.glow(pos2(lamp.x, lamp.y + 50.0), 120.0, 110.0, Color32::from_rgba_unmultiplied(255, 236, 190, 120));
    let shade = Path::from(lamp.x - 12.0, lamp.y)
        .line(lamp.x + 12.0, lamp.y)
        .cubic(lamp.x + 40.0, lamp.y + 10.0, lamp.x + 50.0, lamp.y + 30.0, lamp.x + 52.0, lamp.y + 46.0)
        .line(lamp.x - 52.0, lamp.y + 46.0)
        .cubic(lamp.x - 50.0, lamp.y + 30.0, lamp.x - 40.0, lamp.y + 10.0, lamp.x - 12.0, lamp.y);
    brush.fill(&shade, Tint::down(lamp.y, lamp.y + 46.0, rgb(0x3a_7a_7c), rgb(0x2a_5d_60)));
    brush.ellipse(lamp.x, lamp.y + 46.0, 52.0, 7.0, rgb(0xff_ef_c8));
    let rail = room.height * 0.64;
    for (from, to) in [(0.0, middle - half), (middle + half, room.width)] {
        brush.rect(
            room.rect(from, rail, to, rail + 7.0),
            0.0,
            Tint::down(rail, rail + 7.0, rgb(0xf6_f6_ee), rgb(0xb3_c2_b9)),
        );
        brush.rect(
            room.rect(from, rail + 7.0, to, room.height),
            0.0,
            Tint::down(rail, room.height, rgb(0xb9_ca_c0), rgb(0xa3_b7_ac)),
        );
    }
    palm::paint(brush, pos2(58.0, room.counter() + 6.0), 1.05);
}
