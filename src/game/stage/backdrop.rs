//! What lies behind written words: the pattern behind a chat, the desk under a letter, and the people who read along in public.
//! No words of the conversation, no state and no engine.

use bevy_egui::egui::{Color32, Painter, Rect, pos2, vec2};

use super::{
    path::{Affine, Path, ellipse, rounded},
    shapes::{Brush, Tint, mix, rgb},
};

/// Share of a public stage's height that the people at its lower edge take.
pub const CROWD: f32 = 0.19;

/// Paints the quiet pattern of a chat: small signs of people writing to each other, all over.
pub fn paint_chat(painter: &Painter, rect: Rect, dark: bool) {
    const CELL: f32 = 76.0;
    let (top, bottom, sign) = if dark {
        (rgb(0x12_26_2e), rgb(0x10_1d_26), rgb(0x2b_4b_54))
    } else {
        (rgb(0xdc_e8_e3), rgb(0xe9_e3_d3), rgb(0xb7_cb_c4))
    };
    let mut brush = Brush::new(painter, Affine::IDENTITY);
    brush.rect(rect, 0.0, Tint::down(rect.top(), rect.bottom(), top, bottom));
    let colour = sign.gamma_multiply(0.55);
    let (columns, rows) = ((rect.width() / CELL) as u16 + 2, (rect.height() / CELL) as u16 + 2);
    for row in 0..rows {
        for column in 0..columns {
            let shift = if row.is_multiple_of(2) { 0.0 } else { CELL * 0.5 };
            let at = vec2(rect.left() + f32::from(column) * CELL - shift, rect.top() + f32::from(row) * CELL + 22.0);
            let turn = Affine::turn(f32::from((row * 5 + column * 3) % 7) * 9.0 - 27.0, pos2(0.0, 0.0));
            let place = Affine::place(at, 1.0, 1.0).over(&turn);
            brush.within(place, |brush| sign_of(brush, (row * 2 + column * 3) % 5, colour));
        }
    }
    brush.finish(&painter.with_clip_rect(painter.clip_rect().intersect(rect)));
}

/// One small sign around the origin.
fn sign_of(brush: &mut Brush, which: u16, colour: Color32) {
    let line = [1.4; 3];
    match which {
        0 => {
            let bubble = rounded(Rect::from_center_size(pos2(0.0, 0.0), vec2(24.0, 16.0)), 7.0);
            brush.stroke(&bubble.line(-12.0, 0.0), line, colour);
            brush.stroke(&Path::from(-6.0, 8.0).line(-9.0, 13.0).line(-1.0, 8.0), line, colour);
        }
        1 => brush.stroke(&ellipse(0.0, 0.0, 6.0, 6.0), line, colour),
        2 => brush.stroke(&Path::from(-9.0, 0.0).line(-3.0, 6.0).line(9.0, -6.0), line, colour),
        3 => brush.stroke(
            &Path::from(-10.0, 2.0).line(11.0, -8.0).line(3.0, 9.0).line(0.0, 2.0).line(-10.0, 2.0),
            line,
            colour,
        ),
        _ => brush.stroke(
            &Path::from(-11.0, 0.0).cubic(-6.0, -7.0, -4.0, 7.0, 1.0, 0.0).cubic(5.0, -6.0, 7.0, 4.0, 11.0, 0.0),
            line,
            colour,
        ),
    }
}

/// Paints the desk that a letter lies on: planks with their grain, light from the upper left.
pub fn paint_desk(painter: &Painter, rect: Rect, dark: bool) {
    let (light, deep, seam) = if dark {
        (rgb(0x3a_2e_27), rgb(0x2a_21_1d), rgb(0x1d_16_13))
    } else {
        (rgb(0xcf_a5_78), rgb(0xb4_85_59), rgb(0x94_69_42))
    };
    let mut brush = Brush::new(painter, Affine::IDENTITY);
    let plank = 118.0;
    let count = (rect.height() / plank) as u16 + 1;
    for row in 0..count {
        let top = rect.top() + f32::from(row) * plank;
        let shade = f32::from((row * 3 + 1) % 4) * 0.09;
        let board = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), plank));
        brush.rect(board, 0.0, Tint::down(top, top + plank, mix(light, deep, shade), mix(light, deep, shade + 0.35)));
        for grain in 0..4_u16 {
            let y = top + plank * (0.18 + 0.2 * f32::from(grain));
            let bend = 5.0 * f32::from((row + grain) % 3) - 4.0;
            let from = rect.left() - 10.0 + 70.0 * f32::from((row * 2 + grain) % 4);
            let wide = rect.width() * 0.8;
            let line = Path::from(from, y).cubic(
                from + wide * 0.3,
                y + bend,
                from + wide * 0.6,
                y - bend,
                from + wide,
                y + 1.0,
            );
            brush.stroke(&line, [0.4, 1.5, 0.4], seam.gamma_multiply(0.3));
        }
        brush.stroke(&Path::from(rect.left(), top).line(rect.right(), top), [1.6; 3], seam.gamma_multiply(0.75));
    }
    let from_corner = |x: f32, y: f32| rect.right_bottom() - vec2(x, y);
    let stain = from_corner(86.0, 74.0);
    for (radius, share) in [(34.0, 0.35), (31.0, 0.2)] {
        brush.stroke(&ellipse(stain.x, stain.y, radius, radius * 0.96), [1.2, 3.0, 1.6], seam.gamma_multiply(share));
    }
    let tilt = Affine::turn(-17.0, pos2(0.0, 0.0));
    let pencil = Affine::place(rect.left_bottom().to_vec2() + vec2(56.0, -46.0), 1.0, 1.0).over(&tilt);
    let (body, shine) = if dark { (rgb(0x8a_6a_2c), rgb(0xa8_86_40)) } else { (rgb(0xd9_9a_2b), rgb(0xf0_bd_58)) };
    brush.within(pencil, |brush| draw_pencil(brush, body, shine));
    let glow = if dark { Color32::from_white_alpha(10) } else { Color32::from_white_alpha(58) };
    brush.glow(rect.left_top() + vec2(rect.width() * 0.2, 0.0), rect.width() * 0.8, rect.height() * 0.7, glow);
    brush.finish(&painter.with_clip_rect(painter.clip_rect().intersect(rect)));
}

/// A pencil along the x axis, its tip at 190.
fn draw_pencil(brush: &mut Brush, body: Color32, shine: Color32) {
    brush.rect(Rect::from_min_size(pos2(4.0, 5.0), vec2(180.0, 10.0)), 4.0, Color32::from_black_alpha(46));
    brush.rect(Rect::from_min_size(pos2(0.0, -6.0), vec2(16.0, 12.0)), 4.0, rgb(0xc9_6a_5f));
    brush.rect(Rect::from_min_size(pos2(13.0, -6.0), vec2(10.0, 12.0)), 0.0, rgb(0xb9_bc_bd));
    brush.rect(Rect::from_min_size(pos2(23.0, -6.0), vec2(143.0, 12.0)), 0.0, body);
    brush.rect(Rect::from_min_size(pos2(23.0, -4.0), vec2(143.0, 3.5)), 0.0, shine);
    brush.fill(&Path::from(166.0, -6.0).line(190.0, 0.0).line(166.0, 6.0), rgb(0xe6_c9_a0));
    brush.fill(&Path::from(183.0, -1.8).line(190.0, 0.0).line(183.0, 1.8), rgb(0x33_36_3b));
}

/// Paints a public place at whose lower edge `watching` people stand and look: the more they are, the closer they stand.
pub fn paint_public(painter: &Painter, rect: Rect, watching: usize, dark: bool) {
    let (top, bottom, far, near) = if dark {
        (rgb(0x1b_24_38), rgb(0x2a_2c_44), rgb(0x2e_33_4f), rgb(0x0e_13_20))
    } else {
        (rgb(0xd7_e0_ea), rgb(0xf0_dc_cb), rgb(0xae_b7_c6), rgb(0x45_51_68))
    };
    let mut brush = Brush::new(painter, Affine::IDENTITY);
    brush.rect(rect, 0.0, Tint::down(rect.top(), rect.bottom(), top, bottom));
    let height = rect.height() * CROWD;
    let unit = height / 100.0;
    // People are not counted one by one: forty stand for all the rest.
    let heads = (4 + watching / 14).min(44) as u16;
    for row in 0..3_u16 {
        let depth = f32::from(row) / 2.0;
        let colour = mix(far, near, depth);
        let here = (heads + 2 - row) / 3;
        let size = unit * (0.72 + 0.28 * depth);
        let step = rect.width() / f32::from(here.max(1));
        for one in 0..here {
            let sway = f32::from((one * 7 + row * 5) % 11) / 11.0 - 0.5;
            let x = rect.left() + step * (f32::from(one) + 0.5 + 0.4 * sway) + step * (depth - 0.5) * 0.3;
            let y = rect.bottom() - height * (0.52 - 0.3 * depth) + 10.0 * size * sway;
            let lit = (one * 3 + row).is_multiple_of(4);
            brush.within(Affine::place(vec2(x, y), size, size), |brush| onlooker(brush, colour, lit, dark));
        }
    }
    brush.finish(&painter.with_clip_rect(painter.clip_rect().intersect(rect)));
}

/// One person from behind, perhaps with a telephone held up.
fn onlooker(brush: &mut Brush, colour: Color32, lit: bool, dark: bool) {
    if lit {
        let screen = if dark { rgb(0xa9_d8_e6) } else { rgb(0xff_fd_f8) };
        brush.stroke(&Path::from(24.0, 44.0).quad(38.0, 20.0, 32.0, -18.0), [13.0, 10.0, 8.0], colour);
        brush.rect(Rect::from_min_size(pos2(23.0, -44.0), vec2(19.0, 29.0)), 3.0, colour);
        brush.rect(Rect::from_min_size(pos2(25.0, -42.0), vec2(15.0, 24.0)), 2.0, screen);
    }
    brush.ellipse(0.0, 0.0, 15.0, 18.5, colour);
    brush.rect(Rect::from_center_size(pos2(0.0, 20.0), vec2(12.0, 16.0)), 3.0, colour);
    let shoulders = Path::from(0.0, 24.0).cubic(20.0, 25.0, 35.0, 30.0, 38.0, 52.0).line(40.0, 120.0).mirrored();
    brush.fill(&shoulders, colour);
}
