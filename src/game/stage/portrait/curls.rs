//! Curly hair: a cloud of curls, each with its own turn of light.

use bevy_egui::egui::{Pos2, pos2};

use super::{hair::shade_brow, look::Look};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, ellipse, mix},
};

/// Around the head, from one side to the other: where each curl sits and how large it is.
fn curls(radius: f32, count: u8) -> impl Iterator<Item = (f32, f32, f32)> {
    (0..count).map(move |i| {
        let t = f32::from(i) / f32::from(count - 1);
        let angle = (-212.0 + 244.0 * t).to_radians();
        let wobble = (f32::from(i) * 2.4).sin();
        let reach = radius + 5.0 * wobble;
        (angle.cos() * reach, -34.0 + angle.sin() * reach * 0.98, 23.0 + 5.0 * (f32::from(i) * 1.7).cos())
    })
}

pub(super) fn paint_curls_behind(brush: &mut Brush, look: &Look) {
    let [dark, middle, _] = look.strands;
    brush.ellipse(0.0, -34.0, 104.0, 100.0, dark);
    for (x, y, r) in curls(92.0, 19) {
        brush.ellipse(x, y, r, r, mix(dark, middle, 0.25));
    }
}

pub(super) fn paint_curls(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    let front = [
        (-66.0, -44.0, 17.0),
        (-48.0, -66.0, 19.0),
        (-22.0, -74.0, 19.0),
        (4.0, -78.0, 20.0),
        (30.0, -74.0, 19.0),
        (54.0, -62.0, 18.0),
        (68.0, -40.0, 16.0),
        (-74.0, -22.0, 13.0),
        (75.0, -18.0, 13.0),
    ];
    for (x, y, r) in front {
        brush.fill_in(&ellipse(x + 1.0, y + 8.0, r, r), face, mix(look.skin.base, look.skin.shade, 0.7));
    }
    let crown = Path::from(-78.0, -30.0)
        .cubic(-60.0, -86.0, 60.0, -86.0, 78.0, -30.0)
        .cubic(96.0, -130.0, -96.0, -130.0, -78.0, -30.0);
    brush.fill(&crown, mix(dark, middle, 0.4));
    for (x, y, r) in curls(70.0, 11).filter(|curl| curl.1 < -50.0) {
        brush.ellipse(x, y, r, r, mix(dark, middle, 0.45));
    }
    for (x, y, r) in front {
        brush.ellipse(x, y, r, r, mix(dark, middle, 0.7));
    }
    // Each curl's own turn of light.
    let ring = |x: f32, y: f32, r: f32| {
        Path::from(x - r * 0.55, y + r * 0.2)
            .cubic(x - r * 0.6, y - r * 0.6, x + r * 0.4, y - r * 0.8, x + r * 0.55, y - r * 0.1)
            .quad(x + r * 0.4, y + r * 0.4, x, y + r * 0.3)
    };
    for (x, y, r) in front
        .into_iter()
        .chain(curls(92.0, 19).filter(|curl| curl.1 < -40.0))
        .chain(curls(70.0, 11).filter(|curl| curl.1 < -50.0))
    {
        brush.stroke(&ring(x, y, r), [0.8, 2.4, 0.8], mix(middle, light, 0.3).gamma_multiply(0.8));
    }
}

pub(super) fn paint_afro_behind(brush: &mut Brush, look: &Look) {
    let [dark, middle, _] = look.strands;
    brush.ellipse(0.0, -46.0, 126.0, 118.0, mix(dark, middle, 0.15));
    for (x, y, r) in afro_edge() {
        brush.ellipse(x, y, r, r, mix(dark, middle, 0.15));
    }
}

/// A round cloud of the finest curls, soft at its edge.
pub(super) fn paint_afro(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    let crown = |drop: f32| {
        Path::from(0.0, -72.0 + drop)
            .cubic(34.0, -72.0 + drop, 58.0, -58.0 + drop, 66.0, -30.0 + drop)
            .cubic(70.0, -16.0, 72.0, 0.0, 74.0, 14.0)
            .cubic(108.0, -6.0, 118.0, -96.0, 70.0, -136.0)
            .cubic(40.0, -158.0, 16.0, -160.0, 0.0, -160.0)
            .mirrored()
    };
    shade_brow(brush, look, face, &crown(8.0));
    brush.fill(
        &crown(0.0),
        Tint::Linear(pos2(-70.0, -150.0), pos2(80.0, 0.0), mix(dark, middle, 0.75), mix(dark, middle, 0.1)),
    );
    // Small turns of light all over, more on the side of the window.
    for ring in 0..6_u8 {
        let reach = 48.0 + 14.0 * f32::from(ring);
        for i in 0..19_u8 {
            let angle = (-200.0 + 220.0 * f32::from(i) / 18.0 + 6.0 * f32::from(ring % 2)).to_radians();
            let (x, y) = (angle.cos() * reach, -50.0 + angle.sin() * reach * 0.95);
            if x.abs() < 66.0 && y > -78.0 {
                continue;
            }
            let lit = if x < 10.0 { 0.5 } else { 0.2 };
            let curl = Path::from(x - 4.0, y + 1.0).cubic(x - 4.0, y - 5.0, x + 4.0, y - 5.0, x + 4.0, y + 0.5);
            brush.stroke(&curl, [0.6, 1.9, 0.6], mix(middle, light, lit).gamma_multiply(0.65));
        }
    }
}

fn afro_edge() -> impl Iterator<Item = (f32, f32, f32)> {
    (0..34_u8).map(|i| {
        let angle = (-220.0 + 260.0 * f32::from(i) / 33.0).to_radians();
        let reach = 118.0 + 2.5 * (f32::from(i) * 2.1).sin();
        (angle.cos() * reach, -46.0 + angle.sin() * reach * 0.94, 15.0 + 2.0 * (f32::from(i) * 1.3).cos())
    })
}
