//! The window to the pool: sky, trees, the far deck, lanes on the water, and the light on it.

use bevy_egui::egui::{Color32, Pos2, Rect, pos2, vec2};

use crate::game::stage::{
    path::Path,
    shapes::{Brush, Tint, rgb, rounded},
};

pub(super) fn paint(brush: &mut Brush, frame: Rect) {
    brush.rect(frame.translate(vec2(5.0, 8.0)), 8.0, Color32::from_rgba_unmultiplied(30, 70, 80, 34));
    brush.rect(frame, 8.0, rgb(0xf6_f1_e6));
    let view = frame.shrink(13.0);
    let (left, top, right, _bottom) = (view.left(), view.top(), view.right(), view.bottom());
    let glass = brush.trace(&rounded(view, 3.0));
    let horizon = top + view.height() * 0.5;
    let [high, low] = brush.sky([rgb(0xa8_d4_e2), rgb(0xe6_f2_ec)]);
    brush.rect(view, 3.0, Tint::down(top, horizon, high, low));
    let sun = pos2(right - view.width() * 0.25, top + 26.0);
    if brush.is_evening() {
        brush.ellipse(sun.x, sun.y, 11.0, 11.0, rgb(0xff_f4_d8));
    } else {
        brush.glow(sun, 60.0, 46.0, Color32::from_white_alpha(150));
    }
    let water = paint_far_side(brush, view, horizon, &glass);
    paint_water(brush, view, water, &glass);
    let panes = (view.width() / 110.0).round().clamp(2.0, 9.0) as u16;
    for pane in 1..panes {
        let x = left + view.width() * f32::from(pane) / f32::from(panes);
        brush.rect(Rect::from_center_size(pos2(x, view.center().y), vec2(6.0, view.height())), 0.0, rgb(0xf6_f1_e6));
    }
    brush.rect(
        Rect::from_center_size(pos2(view.center().x, top + view.height() * 0.36), vec2(view.width(), 6.0)),
        0.0,
        rgb(0xf6_f1_e6),
    );
    brush.rect(Rect::from_min_max(pos2(left, top), pos2(right, top + 5.0)), 0.0, Color32::from_black_alpha(26));
    let sill = Rect::from_min_max(
        pos2(frame.left() - 8.0, frame.bottom() - 6.0),
        pos2(frame.right() + 8.0, frame.bottom() + 6.0),
    );
    brush.rect(sill, 3.0, Tint::down(sill.top(), sill.bottom(), rgb(0xff_fb_f2), rgb(0xdc_d3_c0)));
}

/// Trees, deck and water; gives back where the water is.
fn paint_far_side(brush: &mut Brush, view: Rect, horizon: f32, glass: &[Pos2]) -> Rect {
    let (left, right, bottom) = (view.left(), view.right(), view.bottom());
    // Trees behind the pool, then its far edge.
    for (x, reach, tone) in
        [(0.08, 46.0, 0x7f_ac_8c), (0.38, 36.0, 0x93_bb_98), (0.66, 50.0, 0x7a_a8_8a), (0.95, 42.0, 0x8a_b5_93)]
    {
        let x = left + view.width() * x;
        let tree = Path::from(x - reach * 1.1, horizon + 4.0).cubic(
            x - reach,
            horizon - reach,
            x + reach * 0.7,
            horizon - reach * 1.2,
            x + reach * 1.1,
            horizon + 4.0,
        );
        brush.fill_in(&tree, glass, rgb(tone));
    }
    let deck = Rect::from_min_max(pos2(left, horizon), pos2(right, horizon + 14.0));
    brush.rect(deck, 0.0, rgb(0xe8_dd_c6));
    let water = Rect::from_min_max(pos2(left, horizon + 12.0), pos2(right, bottom));
    brush.rect(water, 0.0, Tint::down(water.top(), bottom, rgb(0x8f_cf_d4), rgb(0x3f_93_a1)));
    water
}

/// Lanes, glints, and streaks on the pane.
fn paint_water(brush: &mut Brush, view: Rect, water: Rect, glass: &[Pos2]) {
    let (left, top, bottom) = (view.left(), view.top(), view.bottom());
    let horizon = water.top() - 12.0;
    // Lanes run towards the window.
    let far = pos2(view.center().x - 10.0, horizon - 60.0);
    for lane in [-1.6, -0.5, 0.6, 1.7] {
        let near = pos2(view.center().x + lane * view.width() * 0.62, bottom + 20.0);
        let at = |y: f32| far.lerp(near, (y - far.y) / (near.y - far.y));
        for k in 0..9_u8 {
            let depth = |k: f32| water.top() + (bottom + 10.0 - water.top()) * (k / 9.0).powf(1.5);
            let (from, to) = (at(depth(f32::from(k))), at(depth(f32::from(k) + 0.8)));
            let wide = 1.2 + 0.45 * f32::from(k);
            let float = Path::from(from.x - wide * 0.5, from.y)
                .line(from.x + wide * 0.5, from.y)
                .line(to.x + wide * 0.62, to.y)
                .line(to.x - wide * 0.62, to.y);
            brush.fill_in(&float, glass, if k % 2 == 0 { rgb(0xf3_ec_de) } else { rgb(0xd8_6b_4e) });
        }
    }
    for k in 0..16_u16 {
        let y = water.top() + 8.0 + (view.height() * 0.44) * (f32::from(k) / 16.0).powf(1.3);
        let x = left + f32::from((k * 61) % 97) / 97.0 * view.width() * 0.86;
        let long = 12.0 + f32::from(k) * 2.0;
        let glint = Path::from(x, y).quad(x + long * 0.5, y - 3.5, x + long, y).quad(x + long * 0.5, y - 0.6, x, y);
        brush.fill_in(&glint, glass, Color32::from_white_alpha(120));
    }
    for (x, w) in [(0.12, 26.0), (0.3, 10.0)] {
        let x = left + view.width() * x;
        let streak =
            Path::from(x + 60.0, top).line(x + 60.0 + w, top).line(x - 40.0 + w, bottom).line(x - 40.0, bottom);
        brush.fill_in(&streak, glass, Color32::from_white_alpha(30));
    }
}
