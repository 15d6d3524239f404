//! The customer, head and shoulders: puts the layers of a portrait on top of each other, from the hair behind her neck
//! to her glasses. Each layer is drawn in its own file; what she says and where she stands are not drawn here.

mod body;
mod clothes;
mod cover;
mod curls;
mod expression;
mod eyes;
mod fabric;
mod hair;
mod head;
mod locs;
mod look;
mod mouth;
mod plaits;
mod pose;

use bevy_egui::egui::{Painter, Pos2, Rect, pos2, vec2};

use self::look::Hair;
use super::{path::Affine, shapes::Brush};

pub use self::{
    expression::Expression,
    look::{AGES, CLOTHES, HAIR, Look},
};

/// The size of the drawing in its own units; it fills the width or the height of the rectangle it is given, stands on
/// its lower edge, and keeps its proportions.
pub const PORTRAIT_SIZE: [f32; 2] = [420.0, 470.0];

/// Where she is in breathing and blinking.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Phase {
    /// The share of the breath that is gone, 0 to 1; then the next begins.
    pub breath: f32,
    /// How far the lids are closed by a blink: 0 open, 1 shut.
    pub blink: f32,
}

/// Paints the customer in `rect`.
pub fn paint_portrait(painter: &Painter, rect: Rect, look: &Look, expression: &Expression, phase: Phase) {
    if !rect.is_positive() {
        return;
    }
    let [width, height] = PORTRAIT_SIZE;
    let scale = (rect.width() / width).min(rect.height() / height);
    let pose = expression.pose();
    let breath = (phase.breath * std::f32::consts::TAU).sin();
    let origin = vec2(rect.center().x, rect.bottom() - height * scale);
    let mut brush = Brush::new(painter, Affine::place(origin, scale, scale));
    let torso = Affine::shift(0.0, -13.0 - 0.85 * pose.shoulders - 1.1 * breath);
    let head = Affine::shift(2.0 * pose.turn, 191.0 + pose.nod - 0.7 * breath)
        .over(&Affine::turn(pose.tilt, pos2(0.0, 125.0)));

    brush.within(head, |brush| paint_hair_behind(brush, look));
    brush.within(torso, |brush| {
        let window = clothes::paint_cloth(brush, look);
        body::paint_neck(brush, look);
        clothes::paint_collar(brush, look, &window);
    });
    brush.within(head, |brush| {
        if look.hair == Hair::Scarf {
            cover::paint_scarf_drape(brush, look);
        }
        head::paint_ears(brush, look, &pose);
        let face = head::paint_face(brush, look, &pose);
        brush.within(Affine::shift(9.0 * pose.turn, 0.0), |brush| {
            head::paint_lines(brush, look, &pose);
            eyes::paint_eyes(brush, look, &pose, phase.blink);
            mouth::paint_mouth(brush, look, &pose);
        });
        brush.within(Affine::shift(14.0 * pose.turn, 0.0), |brush| head::paint_nose(brush, look));
        brush.within(Affine::shift(3.0 * pose.turn, 0.0), |brush| paint_hair_in_front(brush, look, &face));
        brush.within(Affine::shift(9.0 * pose.turn, 0.0), |brush| {
            eyes::paint_brows(brush, look, &pose);
            if look.glasses {
                eyes::paint_glasses(brush);
            }
        });
    });
    brush.finish(&painter.with_clip_rect(painter.clip_rect().intersect(below(rect))));
}

/// Hair may rise above and beside the rectangle, but nothing shows below its lower edge.
fn below(rect: Rect) -> Rect {
    Rect::from_min_max(rect.min - rect.size(), pos2(rect.right() + rect.width(), rect.bottom()))
}

fn paint_hair_behind(brush: &mut Brush, look: &Look) {
    match look.hair {
        Hair::Braids => plaits::paint_braids_behind(brush, look),
        Hair::Locs => locs::paint_locs_behind(brush, look),
        Hair::Long => hair::paint_long_behind(brush, look),
        Hair::Curls => curls::paint_curls_behind(brush, look),
        Hair::Bun => hair::paint_bun_behind(brush, look),
        Hair::Short => hair::paint_short_behind(brush, look),
        Hair::Scarf => cover::paint_scarf_behind(brush, look),
        Hair::Headwrap | Hair::Bald => {}
    }
}

fn paint_hair_in_front(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    match look.hair {
        Hair::Braids => plaits::paint_braids(brush, look, face),
        Hair::Locs => locs::paint_locs(brush, look, face),
        Hair::Long => hair::paint_long(brush, look, face),
        Hair::Curls => curls::paint_curls(brush, look, face),
        Hair::Bun => hair::paint_bun(brush, look, face),
        Hair::Short => hair::paint_short(brush, look, face),
        Hair::Scarf => cover::paint_scarf(brush, look, face),
        Hair::Headwrap => cover::paint_headwrap(brush, look, face),
        Hair::Bald => {}
    }
}
