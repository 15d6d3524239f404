//! Locs: ropes of hair from the crown to the shoulders. Braids have their own file.

use bevy_egui::egui::{Pos2, pos2, vec2};

use super::{hair::shade_brow, look::Look, plaits::Plait};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix, rgb},
};

pub(super) fn paint_locs_behind(brush: &mut Brush, look: &Look) {
    let [dark, ..] = look.strands;
    let back = Path::from(0.0, -116.0)
        .cubic(58.0, -118.0, 94.0, -80.0, 90.0, -8.0)
        .cubic(90.0, 50.0, 96.0, 110.0, 80.0, 180.0)
        .line(0.0, 186.0)
        .mirrored();
    brush.fill(&back, dark);
}

pub(super) fn paint_locs(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    let crown = |drop: f32| {
        Path::from(-4.0, -72.0 + drop)
            .cubic(34.0, -70.0 + drop, 58.0, -54.0 + drop, 68.0, -18.0 + drop)
            .line(76.0, 10.0)
            .cubic(100.0, -20.0, 96.0, -122.0, 0.0, -122.0)
            .cubic(-96.0, -122.0, -100.0, -20.0, -76.0, 10.0)
            .line(-68.0, -18.0 + drop)
            .cubic(-58.0, -54.0 + drop, -34.0, -70.0 + drop, -4.0, -72.0 + drop)
    };
    shade_brow(brush, look, face, &crown(8.0));
    brush.fill(&crown(0.0), Tint::down(-120.0, 0.0, mix(dark, middle, 0.6), dark));
    for (i, (side, x, end_x, end_y)) in [
        (-1.0, 70.0, 112.0, 110.0),
        (1.0, 70.0, 112.0, 104.0),
        (-1.0, 56.0, 104.0, 140.0),
        (1.0, 56.0, 102.0, 146.0),
        (-1.0, 40.0, 94.0, 168.0),
        (1.0, 42.0, 92.0, 160.0),
        (-1.0, 24.0, 84.0, 128.0),
        (1.0, 26.0, 83.0, 134.0),
        (-1.0, 8.0, 78.0, 96.0),
        (1.0, 10.0, 79.0, 100.0),
    ]
    .into_iter()
    .enumerate()
    {
        let lit = if side < 0.0 { 0.75 } else { 0.35 };
        let top = -112.0 + 0.003 * x * x;
        let rope = Plait {
            curve: [
                pos2(side * x * 0.8, top),
                pos2(side * (x + 44.0), top + 4.0),
                pos2(side * (end_x - 6.0), 10.0),
                pos2(side * end_x, end_y),
            ],
            width: 14.0,
        };
        brush.stroke(&rope.path(), [12.0, 15.0, 8.0], dark);
        brush.stroke(&rope.path(), [9.0, 11.5, 5.5], mix(dark, middle, 0.3 + 0.5 * lit));
        for k in 0..9_u8 {
            let t = 0.08 + f32::from(k) * 0.1;
            let (here, ahead) = (rope.at(t), rope.at(t + 0.03));
            let heading = (ahead - here).normalized();
            let across = vec2(-heading.y, heading.x) * 4.4;
            let (a, b) = (here - across, here + across + heading * 4.0);
            brush.stroke(
                &Path::from(a.x, a.y).line(b.x, b.y),
                [0.6, 1.8, 0.6],
                mix(middle, light, 0.5 * lit).gamma_multiply(0.8),
            );
        }
        if i == 4 {
            let p = rope.at(0.86);
            brush.ellipse(p.x, p.y, 6.5, 4.5, rgb(0xd9_9a_34));
        }
    }
}
