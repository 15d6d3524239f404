//! The counter between the trainee and the customer, of another wood in each place, and what stands on it.

use bevy_egui::egui::{Color32, Rect, pos2};

use super::{Room, airport, bath, civic, clinic, goods, restaurant, shop, stores, things};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb},
};

const OAK: [u32; 3] = [0xb7_8f_63, 0x8e_6a_47, 0x6d_4e_33];
const BEECH: [u32; 3] = [0xc9_ad_8c, 0xa3_84_63, 0x7e_63_49];
const WALNUT: [u32; 3] = [0x8a_5c_3e, 0x66_42_2c, 0x48_2e_20];
const STONE: [u32; 3] = [0xe0_dc_d2, 0xb0_aa_a0, 0x8c_86_7e];
const STEEL: [u32; 3] = [0xb4_bc_c2, 0x80_8a_92, 0x5e_68_70];
const PAINTED: [u32; 3] = [0xdf_cf_b2, 0x5f_97_92, 0x41_74_74];
const USUAL: [u32; 3] = [0xa9_8a_68, 0x85_68_4c, 0x64_4c_37];

/// The counter of a place, and its things at both ends: between them lies what is said.
pub(super) fn paint(brush: &mut Brush, room: Room, place: &str) {
    let wood = match place {
        "pool-desk" | "help-desk" => OAK,
        "office" | "clinic" | "bank" => BEECH,
        "restaurant" | "hotel" | "town-hall" => WALNUT,
        "shop" | "showroom" | "gym" => STONE,
        "airport-gate" | "warehouse" | "bus-bay" => STEEL,
        "park-gate" | "garden" => PAINTED,
        _ => USUAL,
    };
    paint_desk(brush, room, wood.map(rgb));
    let foot = room.counter() + 8.0;
    let (left, right) = (pos2(80.0, foot), pos2(room.width - 92.0, foot));
    match place {
        "pool-desk" => {
            bath::folded_towels(brush, pos2(84.0, foot));
            things::bell(brush, right);
        }
        "office" => {
            things::mug(brush, pos2(room.width - 96.0, foot + 1.0));
            things::pens(brush, pos2(74.0, foot + 1.0));
        }
        "restaurant" => {
            restaurant::candle(brush, left);
            goods::papers(brush, right, [0x7a_2f_36, 0x6a_26_2e, 0x7a_2f_36]);
        }
        "shop" => {
            shop::baskets(brush, left);
            goods::screen(brush, right);
        }
        "showroom" => {
            goods::papers(brush, left, [0xf6_ee_de, 0x6f_9c_9e, 0xfb_f6_ea]);
            things::pens(brush, right);
        }
        "clinic" => {
            clinic::dispenser(brush, left);
            goods::flowers(brush, right, [0xe8_9a_86, 0xf2_d8_a0, 0xc9_a6_cf]);
        }
        "hotel" => {
            goods::flowers(brush, left, [0xf2_ea_dc, 0xe6_a2_8a, 0xd9_6a_5c]);
            things::bell(brush, right);
        }
        "bank" => {
            goods::papers(brush, left, [0xfb_f6_ea, 0xf0_e8_d6, 0xfd_fa_f2]);
            things::pens(brush, right);
        }
        "town-hall" => {
            goods::papers(brush, left, [0x9d_bf_8a, 0x7f_a8_c8, 0x8f_b6_d2]);
            civic::stamp(brush, right);
        }
        "airport-gate" => {
            airport::case(brush, left);
            goods::screen(brush, right);
        }
        "help-desk" => {
            things::mug(brush, left);
            goods::screen(brush, right);
        }
        "warehouse" => {
            goods::carton(brush, left, 96.0, 58.0);
            goods::screen(brush, right);
        }
        "gym" => {
            stores::bottle(brush, left);
            bath::folded_towels(brush, right);
        }
        "home" | "building-site" => things::mug(brush, right),
        "park-gate" | "garden" => goods::flowers(brush, left, [0xe0_7a_5c, 0xf2_d8_7a, 0xf4_ee_e2]),
        "bus-bay" => airport::case(brush, left),
        _ => things::bell(brush, right),
    }
}

fn paint_desk(brush: &mut Brush, room: Room, [light, middle, dark]: [Color32; 3]) {
    let top = room.counter();
    let slab = 24.0;
    let front = room.rect(0.0, top + slab, room.width, room.height);
    brush.rect(front, 0.0, Tint::down(top, room.height, middle, dark));
    // It goes on to the floor, wherever that is: where much is said, the picture ends higher up than the stage.
    let floor = room.height * 2.0;
    brush.rect(Rect::from_min_max(pos2(0.0, room.height), pos2(room.width, floor)), 0.0, dark);
    let board = 138.0;
    let boards = (room.width / board).ceil() as u16;
    for i in 0..=boards {
        let x = f32::from(i) * board - 32.0;
        let seam = Path::from(x, top + slab).line(x, floor);
        brush.stroke(&seam, [1.6, 1.6, 1.6], dark.gamma_multiply(0.8));
        for (at, from, to) in [(34.0, 0.1, 0.62), (71.0, 0.35, 0.97), (103.0, 0.05, 0.5)] {
            let depth = room.height - top - slab;
            let grain = Path::from(x + at, top + slab + depth * from).quad(
                x + at + 5.0,
                top + slab + depth * (from + to) * 0.5,
                x + at - 1.0,
                top + slab + depth * to,
            );
            brush.stroke(&grain, [0.4, 1.3, 0.4], dark.gamma_multiply(0.35));
        }
    }
    let shade = room.rect(0.0, top + slab, room.width, top + slab + 26.0);
    brush.rect(
        shade,
        0.0,
        Tint::down(top + slab, top + slab + 26.0, Color32::from_black_alpha(70), Color32::TRANSPARENT),
    );
    brush.rect(
        room.rect(0.0, top, room.width, top + slab - 7.0),
        0.0,
        Tint::down(top, top + slab, light, mix(light, middle, 0.45)),
    );
    brush.rect(room.rect(0.0, top + slab - 7.0, room.width, top + slab), 0.0, mix(middle, light, 0.2));
    brush.rect(room.rect(0.0, top + slab - 7.5, room.width, top + slab - 5.5), 0.0, Color32::from_white_alpha(60));
    // What she keeps from the light, on the slab.
    brush.glow(pos2(room.width * 0.5, top + 5.0), 220.0, 12.0, Color32::from_black_alpha(70));
}
