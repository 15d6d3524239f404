//! Cloth over the hair: a scarf that frames the face and falls on the shoulders, and a wrapped and knotted headwrap.

use bevy_egui::egui::{Color32, Pos2, pos2};

use super::{fabric, hair::shade_brow, look::Look};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix},
};

/// The scarf's dark, middle and light tone.
fn tones(look: &Look) -> [Color32; 3] {
    let [base, deep, ..] = look.cover;
    [deep, base, mix(base, Color32::WHITE, 0.28)]
}

pub(super) fn paint_scarf_behind(brush: &mut Brush, look: &Look) {
    let [dark, ..] = tones(look);
    let back = Path::from(0.0, -122.0)
        .cubic(66.0, -122.0, 98.0, -70.0, 92.0, 6.0)
        .cubic(90.0, 60.0, 108.0, 108.0, 120.0, 150.0)
        .line(0.0, 180.0)
        .mirrored();
    brush.fill(&back, dark);
}

/// What falls over neck and chest; the face is drawn on top of it.
pub(super) fn paint_scarf_drape(brush: &mut Brush, look: &Look) {
    let [dark, middle, light] = tones(look);
    let drape = Path::from(-78.0, 20.0)
        .cubic(-84.0, 80.0, -102.0, 116.0, -122.0, 146.0)
        .cubic(-128.0, 156.0, -126.0, 162.0, -118.0, 168.0)
        .cubic(-84.0, 200.0, -46.0, 222.0, -22.0, 236.0)
        .cubic(-10.0, 243.0, 2.0, 242.0, 12.0, 236.0)
        .cubic(46.0, 214.0, 92.0, 194.0, 118.0, 166.0)
        .cubic(126.0, 160.0, 126.0, 154.0, 121.0, 146.0)
        .cubic(102.0, 116.0, 84.0, 80.0, 78.0, 20.0);
    brush.fill(&drape, Tint::Linear(pos2(-110.0, 60.0), pos2(110.0, 200.0), middle, mix(middle, dark, 0.7)));
    for (from, a, b, to, wide) in [
        ((-74.0, 56.0), (-70.0, 120.0), (20.0, 150.0), (104.0, 138.0), 7.0),
        ((-84.0, 84.0), (-76.0, 146.0), (10.0, 184.0), (92.0, 178.0), 6.0),
        ((-104.0, 126.0), (-80.0, 178.0), (-20.0, 206.0), (50.0, 212.0), 5.0),
        ((74.0, 60.0), (70.0, 96.0), (40.0, 124.0), (4.0, 136.0), 5.0),
    ] {
        let fold = Path::from(from.0, from.1).cubic(a.0, a.1, b.0, b.1, to.0, to.1);
        brush.stroke(&fold, [1.0, wide, 1.0], dark.gamma_multiply(0.7));
        let (dx, dy) = (-2.0, -5.5);
        let lit =
            Path::from(from.0 + dx, from.1 + dy).cubic(a.0 + dx, a.1 + dy, b.0 + dx, b.1 + dy, to.0 + dx, to.1 + dy);
        brush.stroke(&lit, [0.6, wide * 0.45, 0.6], light.gamma_multiply(0.55));
    }
}

pub(super) fn paint_scarf(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = tones(look);
    // A ring around the face: outside once round, and back along the face's edge.
    let ring = |inner: f32| {
        Path::from(0.0, -124.0)
            .cubic(64.0, -124.0, 96.0, -72.0, 91.0, 2.0)
            .cubic(88.0, 58.0, 84.0, 104.0, 44.0, 128.0)
            .line(0.0, 136.0)
            .line(0.0, 112.0 - inner)
            .cubic(28.0 - inner * 0.5, 110.0 - inner, 68.0 - inner, 70.0, 69.0 - inner, 8.0)
            .cubic(70.0 - inner, -44.0, 44.0, -68.0 + inner, 0.0, -68.0 + inner)
            .mirrored()
    };
    let crown =
        Path::from(-71.0, -14.0).cubic(-62.0, -80.0, 62.0, -80.0, 71.0, -14.0).line(90.0, -60.0).line(-90.0, -60.0);
    brush.fill_in(&crown, face, mix(look.skin.base, look.skin.shade, 0.75));
    brush.fill(
        &ring(0.0),
        Tint::Linear(pos2(-80.0, -100.0), pos2(90.0, 80.0), mix(middle, light, 0.25), mix(middle, dark, 0.55)),
    );
    let band = Path::from(-66.0, -26.0)
        .cubic(-52.0, -72.0, 52.0, -72.0, 66.0, -26.0)
        .cubic(54.0, -84.0, -54.0, -84.0, -66.0, -26.0);
    brush.fill(&band, dark);
    for (side, a, b) in [(-1.0, 84.0, 60.0), (-1.0, 88.0, 34.0), (1.0, 86.0, 52.0), (1.0, 88.0, 26.0)] {
        let fold = Path::from(side * 8.0, -110.0 + b * 0.2).cubic(
            side * b,
            -104.0,
            side * a,
            -60.0,
            side * (a - 8.0),
            20.0 + b * 0.6,
        );
        brush.stroke(
            &fold,
            [0.8, 4.0, 0.8],
            if side < 0.0 { light.gamma_multiply(0.4) } else { dark.gamma_multiply(0.6) },
        );
    }
}

pub(super) fn paint_headwrap(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [base, deep, accent, pale] = look.cover;
    let wrap = |drop: f32| {
        Path::from(-78.0, -8.0 + drop * 0.5)
            .cubic(-62.0, -50.0 + drop, -30.0, -66.0 + drop, 0.0, -66.0 + drop)
            .cubic(30.0, -66.0 + drop, 62.0, -50.0 + drop, 78.0, -8.0 + drop * 0.5)
            .cubic(98.0, -60.0, 92.0, -146.0, 20.0, -150.0)
            .cubic(-70.0, -156.0, -100.0, -70.0, -78.0, -8.0 + drop * 0.5)
    };
    shade_brow(brush, look, face, &wrap(9.0));
    brush.fill(&wrap(0.0), Tint::Linear(pos2(-70.0, -140.0), pos2(80.0, -20.0), base, mix(base, deep, 0.45)));
    for (x, y, r) in [
        (-52.0, -84.0, 13.0),
        (-14.0, -92.0, 14.0),
        (30.0, -94.0, 14.0),
        (62.0, -74.0, 12.0),
        (-34.0, -122.0, 13.0),
        (54.0, -112.0, 12.0),
    ] {
        fabric::roundel(brush, pos2(x, y), r, [base, deep, accent, pale], None);
    }
    for (from, by, to) in [
        ((-76.0, -16.0), (-30.0, -66.0), (26.0, -140.0)),
        ((-84.0, -50.0), (-50.0, -96.0), (8.0, -146.0)),
        ((77.0, -14.0), (46.0, -70.0), (22.0, -138.0)),
        ((86.0, -48.0), (66.0, -104.0), (30.0, -144.0)),
    ] {
        let fold = Path::from(from.0, from.1).quad(by.0, by.1, to.0, to.1);
        brush.stroke(&fold, [1.0, 3.4, 1.0], mix(deep, base, 0.2).gamma_multiply(0.75));
    }
    let knot = Path::from(2.0, -138.0)
        .cubic(-32.0, -172.0, 4.0, -182.0, 24.0, -150.0)
        .cubic(42.0, -186.0, 88.0, -176.0, 46.0, -138.0)
        .cubic(36.0, -120.0, 12.0, -120.0, 2.0, -138.0);
    brush.fill(&knot, Tint::down(-172.0, -120.0, base, mix(base, deep, 0.5)));
    brush.ellipse(25.0, -142.0, 15.0, 13.0, mix(base, deep, 0.3));
    for (x, y) in [(4.0, -160.0), (54.0, -162.0)] {
        brush.stroke(
            &Path::from(25.0, -144.0).quad((25.0 + x) * 0.5, -154.0, x, y),
            [2.2, 2.4, 0.6],
            deep.gamma_multiply(0.7),
        );
    }
}
