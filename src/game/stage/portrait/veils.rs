//! Two more ways to wear a scarf: a hijab pinned close with a smooth fall, and a shayla laid loosely over the hair.

use bevy_egui::egui::{Color32, Pos2, pos2};

use super::{hair::shade_brow, look::Look};
use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, mix},
};

pub(super) fn paint_hijab_behind(brush: &mut Brush, look: &Look) {
    let [_, deep, ..] = look.cover;
    let back = Path::from(0.0, -120.0)
        .cubic(62.0, -120.0, 92.0, -74.0, 88.0, -2.0)
        .cubic(86.0, 54.0, 90.0, 90.0, 96.0, 120.0)
        .line(0.0, 170.0)
        .mirrored();
    brush.fill(&back, deep);
}

/// The smooth fall from under the chin over the shoulders.
pub(super) fn paint_hijab_drape(brush: &mut Brush, look: &Look) {
    let [base, deep, ..] = look.cover;
    let light = mix(base, Color32::WHITE, 0.22);
    let fall = Path::from(-72.0, 40.0)
        .cubic(-84.0, 92.0, -112.0, 128.0, -150.0, 156.0)
        .cubic(-150.0, 210.0, -120.0, 262.0, -64.0, 292.0)
        .line(64.0, 292.0)
        .cubic(120.0, 262.0, 150.0, 210.0, 150.0, 156.0)
        .cubic(112.0, 128.0, 84.0, 92.0, 72.0, 40.0);
    brush.fill(&fall, Tint::Linear(pos2(-110.0, 80.0), pos2(130.0, 250.0), base, mix(base, deep, 0.6)));
    for (x, to_x, to_y, wide) in
        [(-52.0, -104.0, 236.0, 5.0), (-30.0, -48.0, 276.0, 6.0), (26.0, 66.0, 268.0, 6.0), (52.0, 116.0, 220.0, 5.0)]
    {
        let fold = Path::from(x, 108.0).cubic(x * 1.05, 150.0, to_x * 0.9, to_y - 70.0, to_x, to_y);
        brush.stroke(&fold, [0.8, wide, 1.0], deep.gamma_multiply(0.6));
        let lit =
            Path::from(x - 5.0, 108.0).cubic(x * 1.05 - 5.0, 150.0, to_x * 0.9 - 6.0, to_y - 70.0, to_x - 5.0, to_y);
        brush.stroke(&lit, [0.6, wide * 0.4, 0.6], light.gamma_multiply(0.6));
    }
}

/// The cloth around the face, smooth, with the band beneath it in a second tone.
pub(super) fn paint_hijab(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [base, deep, _, pale] = look.cover;
    let ring = |inner: f32| {
        Path::from(0.0, -122.0)
            .cubic(62.0, -122.0, 90.0, -74.0, 87.0, 0.0)
            .cubic(85.0, 58.0, 72.0, 104.0, 40.0, 126.0)
            .line(0.0, 138.0)
            .line(0.0, 108.0 - inner)
            .cubic(32.0 - inner * 0.5, 107.0 - inner, 67.0 - inner, 66.0, 67.0 - inner, 2.0)
            .cubic(67.0 - inner, -46.0, 42.0, -74.0 + inner, 0.0, -74.0 + inner)
            .mirrored()
    };
    shade_brow(brush, look, face, &ring(6.0));
    let band = Path::from(-66.0, -8.0)
        .cubic(-64.0, -78.0, 64.0, -78.0, 66.0, -8.0)
        .cubic(76.0, -96.0, -76.0, -96.0, -66.0, -8.0);
    brush.fill(&band, mix(pale, base, 0.35));
    brush.fill(
        &ring(0.0),
        Tint::Linear(pos2(-80.0, -100.0), pos2(90.0, 90.0), mix(base, Color32::WHITE, 0.14), mix(base, deep, 0.5)),
    );
    let under = Path::from(-65.0, -18.0)
        .cubic(-58.0, -72.0, 58.0, -72.0, 65.0, -18.0)
        .cubic(60.0, -84.0, -60.0, -84.0, -65.0, -18.0);
    brush.fill(&under, mix(pale, base, 0.45));
    let pin = Path::from(-60.0, 70.0).cubic(-30.0, 112.0, 10.0, 124.0, 44.0, 118.0);
    brush.stroke(&pin, [0.8, 4.0, 0.8], deep.gamma_multiply(0.6));
    brush.ellipse(46.0, 110.0, 3.6, 3.6, mix(pale, Color32::WHITE, 0.5));
}

pub(super) fn paint_shayla_behind(brush: &mut Brush, look: &Look) {
    let [_, deep, ..] = look.cover;
    let back = Path::from(0.0, -126.0)
        .cubic(66.0, -126.0, 102.0, -74.0, 102.0, 0.0)
        .cubic(103.0, 60.0, 122.0, 110.0, 132.0, 156.0)
        .line(0.0, 176.0)
        .mirrored();
    brush.fill(&back, mix(deep, Color32::BLACK, 0.15));
}

/// Cloth laid over the back of the hair, one end over the shoulder, with the parted hair in front of it.
pub(super) fn paint_shayla(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    let [dark, middle, light] = look.strands;
    let [base, deep, accent, _] = look.cover;
    let parted = |drop: f32| {
        Path::from(-4.0, -76.0 + drop)
            .cubic(28.0, -74.0 + drop, 58.0, -58.0 + drop, 66.0, -18.0 + drop)
            .cubic(70.0, 4.0, 72.0, 20.0, 72.0, 34.0)
            .line(88.0, 20.0)
            .line(72.0, -92.0)
            .line(-72.0, -92.0)
            .line(-88.0, 20.0)
            .line(-72.0, 34.0)
            .cubic(-72.0, 20.0, -70.0, 4.0, -66.0, -18.0 + drop)
            .cubic(-58.0, -58.0 + drop, -34.0, -74.0 + drop, -4.0, -76.0 + drop)
    };
    shade_brow(brush, look, face, &parted(8.0));
    brush.fill(&parted(0.0), Tint::down(-100.0, 30.0, mix(middle, light, 0.12), dark));
    for (from, by, to) in [
        ((-4.0, -80.0), (-40.0, -74.0), (-68.0, -24.0)),
        ((-6.0, -86.0), (-52.0, -82.0), (-76.0, -24.0)),
        ((0.0, -80.0), (38.0, -76.0), (68.0, -26.0)),
    ] {
        let strand = Path::from(from.0, from.1).quad(by.0, by.1, to.0, to.1);
        brush.stroke(&strand, [0.8, 2.2, 0.8], mix(middle, light, 0.45).gamma_multiply(0.7));
    }
    let hood = Path::from(0.0, -88.0)
        .cubic(46.0, -88.0, 72.0, -60.0, 76.0, -6.0)
        .cubic(78.0, 40.0, 74.0, 84.0, 84.0, 128.0)
        .cubic(94.0, 150.0, 116.0, 160.0, 134.0, 158.0)
        .cubic(118.0, 110.0, 106.0, 60.0, 105.0, 0.0)
        .cubic(106.0, -78.0, 70.0, -130.0, 0.0, -130.0)
        .mirrored();
    brush.fill(
        &hood,
        Tint::Linear(pos2(-90.0, -110.0), pos2(110.0, 120.0), mix(base, Color32::WHITE, 0.14), mix(base, deep, 0.5)),
    );
    let edge = Path::from(-84.0, 128.0)
        .cubic(-74.0, 84.0, -78.0, 40.0, -76.0, -6.0)
        .cubic(-72.0, -60.0, -46.0, -88.0, 0.0, -88.0)
        .cubic(46.0, -88.0, 72.0, -60.0, 76.0, -6.0)
        .cubic(78.0, 40.0, 74.0, 84.0, 84.0, 128.0);
    brush.stroke(&edge, [2.6, 3.0, 2.6], accent);
    for s in [-1.0_f32, 1.0] {
        for k in [0.0, 1.0] {
            let fold = Path::from(s * (30.0 + k * 16.0), -114.0 + k * 12.0).cubic(
                s * (76.0 + k * 10.0),
                -86.0,
                s * (86.0 + k * 8.0),
                -20.0,
                s * (88.0 + k * 7.0),
                84.0 + k * 20.0,
            );
            brush.stroke(&fold, [0.8, 4.0, 0.8], deep.gamma_multiply(0.5));
        }
    }
}

/// The end that crosses below the chin and lies over the shoulder.
pub(super) fn paint_shayla_end(brush: &mut Brush, look: &Look) {
    let [base, deep, accent, _] = look.cover;
    let end = Path::from(-128.0, 152.0)
        .cubic(-80.0, 146.0, -30.0, 190.0, 20.0, 186.0)
        .cubic(60.0, 184.0, 96.0, 160.0, 126.0, 150.0)
        .line(150.0, 168.0)
        .cubic(110.0, 206.0, 60.0, 236.0, 10.0, 236.0)
        .cubic(-50.0, 236.0, -110.0, 204.0, -146.0, 180.0);
    brush.fill(&end, Tint::down(150.0, 236.0, base, mix(base, deep, 0.6)));
    let trim = Path::from(-144.0, 178.0)
        .cubic(-110.0, 202.0, -50.0, 233.0, 10.0, 233.0)
        .cubic(60.0, 233.0, 110.0, 204.0, 148.0, 168.0);
    brush.stroke(&trim, [2.6, 3.2, 2.6], accent);
    for k in [0.0, 1.0] {
        let fold = Path::from(-118.0, 164.0 + k * 12.0).cubic(
            -70.0,
            166.0 + k * 14.0,
            -20.0,
            208.0 + k * 6.0,
            40.0,
            200.0 + k * 10.0,
        );
        brush.stroke(&fold, [0.8, 4.0, 0.8], deep.gamma_multiply(0.55));
    }
}
