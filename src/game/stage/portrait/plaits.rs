//! Plaited hair: rows on the scalp and braids with their crossing strands, each along one curve. Locs have their own file.

use bevy_egui::egui::{Pos2, pos2, vec2};

use super::{hair::shade_brow, look::Look};
use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, Tint, ellipse, mix, rgb},
};

/// A curve a plait hangs along: top, two pulls, and its end; how wide it is.
pub(super) struct Plait {
    pub curve: [Pos2; 4],
    pub width: f32,
}

impl Plait {
    pub fn at(&self, t: f32) -> Pos2 {
        let [top, first, second, end] = self.curve;
        let (ab, bc, cd) = (top.lerp(first, t), first.lerp(second, t), second.lerp(end, t));
        ab.lerp(bc, t).lerp(bc.lerp(cd, t), t)
    }

    pub fn path(&self) -> Path {
        let [a, b, c, d] = self.curve;
        Path::from(a.x, a.y).cubic(b.x, b.y, c.x, c.y, d.x, d.y)
    }
}

fn hanging(side: f32, from: (f32, f32), out: f32, to: (f32, f32), width: f32) -> Plait {
    Plait {
        curve: [
            pos2(side * from.0, from.1),
            pos2(side * (from.0 + out), from.1 + (to.1 - from.1) * 0.35),
            pos2(side * (to.0 + 4.0), from.1 + (to.1 - from.1) * 0.68),
            pos2(side * to.0, to.1),
        ],
        width,
    }
}

/// One braid: two rows of lobes leaning towards each other, lighter where the strand comes up.
fn paint_braid(brush: &mut Brush, look: &Look, plait: &Plait, lit: f32) {
    let [dark, middle, light] = look.strands;
    brush.stroke(&plait.path(), [plait.width, plait.width, plait.width * 0.6], dark);
    let [top, .., end] = plait.curve;
    let length = (end - top).length();
    // The light along each strand is only seen from close by.
    let close = brush.pixels_per_unit() > 0.7;
    let lobes = (length / (plait.width * 0.72)) as u8;
    for i in 0..lobes {
        let t = (f32::from(i) + 0.5) / f32::from(lobes);
        let (here, ahead) = (plait.at(t), plait.at((t + 0.02).min(1.0)));
        let heading = (ahead - here).normalized();
        let side = if i % 2 == 0 { 1.0 } else { -1.0 };
        let wide = plait.width * (1.0 - 0.35 * t);
        let centre = here + vec2(-heading.y, heading.x) * side * wide * 0.17;
        let angle = heading.x.atan2(heading.y).to_degrees();
        let turned = Affine::shift(centre.x, centre.y).over(&Affine::turn(-angle + side * 34.0, Pos2::ZERO));
        brush.within(turned, |brush| {
            let tone = mix(mix(dark, middle, 0.45 + 0.5 * lit), light, if side < 0.0 { 0.34 * lit } else { 0.1 });
            brush.fill(&ellipse(0.0, 0.0, wide * 0.34, wide * 0.66), tone);
            if !close {
                return;
            }
            let ridge = Path::from(-wide * 0.1, -wide * 0.34).line(-wide * 0.1, wide * 0.2);
            brush.stroke(&ridge, [0.4, wide * 0.13, 0.4], mix(middle, light, 0.4 + 0.4 * lit).gamma_multiply(0.75));
        });
    }
}

pub(super) fn paint_braids_behind(brush: &mut Brush, look: &Look) {
    let [dark, ..] = look.strands;
    let back = Path::from(0.0, -116.0)
        .cubic(58.0, -118.0, 92.0, -80.0, 88.0, -8.0)
        .cubic(88.0, 50.0, 98.0, 120.0, 78.0, 186.0)
        .line(0.0, 190.0)
        .mirrored();
    brush.fill(&back, dark);
}

pub(super) fn paint_braids(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    for side in [-1.0, 1.0] {
        let lit = if side < 0.0 { 0.9 } else { 0.45 };
        for (i, plait) in [
            hanging(side, (90.0, -6.0), 12.0, (108.0, 206.0), 15.0),
            hanging(side, (83.0, 6.0), 9.0, (88.0, 226.0), 16.0),
            hanging(side, (84.0, -22.0), 16.0, (124.0, 178.0), 14.0),
        ]
        .iter()
        .enumerate()
        {
            paint_braid(brush, look, plait, lit);
            let [.., end] = plait.curve;
            let bead = if i == 1 { rgb(0xe0_a1_3c) } else { rgb(0xb9_6a_3a) };
            brush.rect(bevy_egui::egui::Rect::from_center_size(end - vec2(0.0, 5.0), vec2(11.0, 8.0)), 3.0, bead);
            brush.stroke(&Path::from(end.x, end.y + 1.0).line(end.x, end.y + 9.0), [8.0, 5.0, 1.0], dark);
        }
    }
    let edge = |drop: f32| {
        Path::from(0.0, -68.0 + drop)
            .cubic(32.0, -71.0 + drop, 58.0, -60.0 + drop, 69.0, -24.0 + drop)
            .cubic(72.0, -8.0 + drop, 74.0, 0.0, 76.0, 12.0)
            .cubic(94.0, 4.0, 98.0, -58.0, 68.0, -92.0)
            .cubic(48.0, -114.0, 20.0, -119.0, 0.0, -119.0)
            .mirrored()
    };
    shade_brow(brush, look, face, &edge(7.0));
    brush.fill(&edge(0.0), Tint::down(-118.0, 0.0, mix(dark, middle, 0.7), dark));
    // Cornrows: from the hairline up and back, each a row of small crossings.
    for (x, y, bend, end_x) in [
        (-9.0, -70.0, -6.0, -4.0),
        (-29.0, -68.0, -22.0, -18.0),
        (-47.0, -60.0, -43.0, -36.0),
        (-60.0, -44.0, -63.0, -56.0),
        (-70.0, -22.0, -79.0, -76.0),
        (12.0, -70.0, 11.0, 9.0),
        (32.0, -67.0, 27.0, 23.0),
        (49.0, -58.0, 48.0, 40.0),
        (62.0, -42.0, 67.0, 59.0),
        (70.0, -20.0, 80.0, 77.0),
    ] {
        let end_y = -112.0 + 0.0085 * end_x * end_x;
        let lit = if x < 0.0 { 0.9 } else { 0.5 };
        let row = Plait {
            curve: [
                pos2(x, y),
                pos2(x + (bend - x) * 0.4, y - 16.0),
                pos2(bend, (y + end_y) * 0.5),
                pos2(end_x, end_y),
            ],
            width: 12.0,
        };
        brush.stroke(&row.path(), [7.0, 13.0, 9.0], mix(dark, middle, 0.35 * lit));
        // The parting beside the row.
        let beside = vec2(if x < 0.0 { 9.0 } else { -9.0 }, 0.0);
        let [from, by, to] = [0.16, 0.5, 0.84].map(|t| row.at(t) + beside);
        let by = by + (by - from.lerp(to, 0.5));
        let parting = Path::from(from.x, from.y).quad(by.x, by.y, to.x, to.y);
        if x.abs() < 55.0 {
            brush.stroke(&parting, [2.4, 1.6, 0.4], mix(look.skin.shade, dark, 0.35));
        }
        let crossings = if brush.pixels_per_unit() > 0.7 { 7_u8 } else { 5 };
        for i in 0..crossings {
            let t = (f32::from(i) + 0.4) / f32::from(crossings);
            let (here, ahead) = (row.at(t), row.at(t + 0.04));
            let heading = (ahead - here).normalized();
            let across = vec2(-heading.y, heading.x) * 5.0;
            let crossing = Path::from((here - across).x, (here - across).y).quad(
                (here + heading * 4.5).x,
                (here + heading * 4.5).y,
                (here + across).x,
                (here + across).y,
            );
            brush.stroke(&crossing, [0.6, 2.6, 0.6], mix(middle, light, 0.2 + 0.5 * lit));
        }
    }
}
