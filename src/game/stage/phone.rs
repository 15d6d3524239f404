//! The stage of a phone call: a dark room, a disc with an initial where a face would be, and the voice as a line of
//! bars. The words themselves are written by the screen that owns this stage.

use bevy_egui::egui::{Align2, Color32, FontId, Painter, Pos2, Rect, pos2, vec2};

use super::{
    path::{Affine, Path},
    shapes::{Brush, Tint, mix, rgb},
};

/// Where the parts of the phone's stage are, for whoever writes beside them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhoneLayout {
    /// The middle of the disc.
    pub disc: Pos2,
    /// The disc's radius.
    pub radius: f32,
    /// The top of the room for the caller's name and state, between disc and voice.
    pub name_top: f32,
    /// The voice.
    pub voice: Rect,
    /// The top of the room for what is said.
    pub words_top: f32,
}

impl PhoneLayout {
    /// The layout in a stage of this size.
    #[must_use]
    pub fn of(rect: Rect) -> Self {
        let unit = (rect.width() / 690.0).min(rect.height() / 664.0);
        let top = rect.top() + rect.height() * 0.29;
        let voice_y = top + 206.0 * unit;
        let width = (rect.width() - 120.0 * unit).clamp(10.0 * unit, 620.0 * unit);
        Self {
            disc: pos2(rect.center().x, top),
            radius: 76.0 * unit,
            name_top: top + 108.0 * unit,
            voice: Rect::from_center_size(pos2(rect.center().x, voice_y), vec2(width, 64.0 * unit)),
            words_top: voice_y + 52.0 * unit,
        }
    }
}

/// Paints the phone's stage. `speaking` is how much of the line is said, `tense` runs from 0 (calm) to 1 (furious), and
/// `phase` is any steadily growing share of a slow pulse, 0 to 1.
pub fn paint_phone(painter: &Painter, rect: Rect, initial: char, speaking: f32, tense: f32, phase: f32) {
    if !rect.is_positive() {
        return;
    }
    let layout = PhoneLayout::of(rect);
    let unit = layout.radius / 76.0;
    let tense = tense.clamp(0.0, 1.0);
    let (calm, warm, hot) = (rgb(0x7f_d6_cf), rgb(0xe9_b4_4c), rgb(0xe8_6f_50));
    let tone = if tense < 0.5 { mix(calm, warm, tense * 2.0) } else { mix(warm, hot, tense * 2.0 - 1.0) };
    let mut brush = Brush::new(painter, Affine::IDENTITY);
    brush.rect(rect, 0.0, Tint::down(rect.top(), rect.bottom(), rgb(0x18_24_30), rgb(0x10_19_21)));
    let reach = (rect.width().min(rect.height()) * 0.6).max(1.0);
    brush.glow(layout.disc, reach, reach * 0.9, mix(rgb(0x24_4a_56), rgb(0x5a_2f_2e), tense).gamma_multiply(0.55));
    paint_rings(&mut brush, &layout, tone, tense, phase, unit);
    let r = layout.radius;
    brush.ellipse(layout.disc.x, layout.disc.y + 5.0 * unit, r, r, Color32::from_black_alpha(70));
    brush.ellipse(
        layout.disc.x,
        layout.disc.y,
        r,
        r,
        Tint::down(layout.disc.y - r, layout.disc.y + r, rgb(0x2d_40_51), rgb(0x1e_2c_39)),
    );
    paint_voice(&mut brush, &layout, tone, tense, speaking.clamp(0.0, 1.0), phase, unit);
    brush.finish(&painter.with_clip_rect(painter.clip_rect().intersect(rect)));
    // Set three times, a little apart: the typeface has no bold.
    for dx in [-0.9, 0.0, 0.9] {
        let at = layout.disc + vec2(dx * unit, 0.0);
        painter.text(
            at,
            Align2::CENTER_CENTER,
            initial,
            FontId::proportional(58.0 * unit),
            mix(tone, Color32::WHITE, 0.25),
        );
    }
}

/// Rings that leave the disc, faster looking and rougher the more tense the caller.
fn paint_rings(brush: &mut Brush, layout: &PhoneLayout, tone: Color32, tense: f32, phase: f32, unit: f32) {
    for ring in 0..3_u8 {
        let t = (phase + f32::from(ring) / 3.0).fract();
        let radius = layout.radius * (1.06 + 0.32 * t);
        let rough = tense * 3.2 * unit;
        let faded = tone.gamma_multiply(0.34 * (1.0 - t) * (t * 8.0).min(1.0));
        let wide = 1.8 * unit;
        // Round ends that lay over each other would shine twice as bright there: they only touch.
        let whole = std::f32::consts::TAU - 0.9 * wide / radius;
        let point = |spoke: u16| {
            let angle = f32::from(spoke) / 72.0 * whole;
            let ripple = rough * (angle * 9.0 + f32::from(ring) * 2.0).sin() * (angle * 4.0).cos();
            layout.disc + vec2(angle.cos(), angle.sin()) * (radius + ripple)
        };
        let start = point(0);
        let mut path = Path::from(start.x, start.y);
        for spoke in 1..=72 {
            let next = point(spoke);
            path = path.line(next.x, next.y);
        }
        brush.stroke(&path, [wide; 3], faded);
    }
}

fn paint_voice(
    brush: &mut Brush,
    layout: &PhoneLayout,
    tone: Color32,
    tense: f32,
    speaking: f32,
    phase: f32,
    unit: f32,
) {
    let bars: u16 = 64;
    let pitch = layout.voice.width() / f32::from(bars);
    let middle = layout.voice.center().y;
    for bar in 0..bars {
        let at = f32::from(bar);
        let share = (at + 0.5) / f32::from(bars);
        let swell = ((at * 0.55).sin() * (at * 0.21).cos()).abs();
        let edge = (at * 2.9).sin().abs() * (at * 1.3).cos().abs();
        let envelope = (std::f32::consts::PI * share).sin().powf(0.35);
        let near =
            (1.0 - (share - speaking).abs() * 14.0).max(0.0) * if speaking > 0.0 && speaking < 1.0 { 1.0 } else { 0.0 };
        let alive = near * 0.3 * ((phase * 4.0 + at * 0.13) * std::f32::consts::TAU).sin();
        let tall =
            (0.1 + (swell * (1.0 - 0.45 * tense) + edge * 0.9 * tense) * envelope * (0.74 + 0.26 * tense) + alive)
                .clamp(0.07, 1.0)
                * layout.voice.height();
        let x = layout.voice.left() + (at + 0.5) * pitch;
        let said = (speaking - share) * f32::from(bars);
        let color = mix(rgb(0x2f_41_52), tone, said + 0.5);
        let wide = pitch * 0.56;
        let slot = Rect::from_center_size(pos2(x, middle), vec2(wide, tall.max(4.0 * unit)));
        brush.rect(slot, wide * 0.5, color);
    }
}
