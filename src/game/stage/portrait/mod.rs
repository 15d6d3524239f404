//! The customer, head and shoulders: puts the layers of a portrait on top of each other, from the hair behind her neck
//! to her glasses. Each layer is drawn in its own file; what she says and where she stands are not drawn here.

mod beard;
mod body;
mod clothes;
mod collars;
mod cover;
mod curls;
mod cuts;
mod expression;
mod eyes;
mod fabric;
mod falls;
mod glasses;
mod hair;
mod hats;
mod head;
mod locs;
mod look;
mod mouth;
mod outer;
mod palette;
mod plaits;
mod pose;
mod veils;
mod words;

#[cfg(test)]
mod tests;

use bevy_egui::egui::{Painter, Pos2, Rect, Vec2, pos2, vec2};

use self::look::{Build, Hair};
use super::{path::Affine, shapes::Brush};

pub use self::{expression::Expression, look::Look};

/// The size of the drawing in its own units; it fills the width or the height of the rectangle it is given, stands on
/// its lower edge, and keeps its proportions.
pub const PORTRAIT_SIZE: [f32; 2] = [420.0, 470.0];

/// The height of the chin's root in the head's units: a longer head grows from there.
const CHIN: f32 = 70.0;

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
    let pose = if look.beard.hides_the_mouth() { pose.plainer() } else { pose };
    let breath = (phase.breath * std::f32::consts::TAU).sin();
    let origin = vec2(rect.center().x, rect.bottom() - height * scale);
    let mut brush = Brush::new(painter, Affine::place(origin, scale, scale));
    let torso = Affine::shift(0.0, -13.0 - 0.85 * pose.shoulders - 1.1 * breath);
    let shoulders = match look.build {
        Build::Slight => 0.9,
        Build::Medium => 1.0,
        Build::Broad => 1.09,
    };
    let torso = torso.over(&Affine::place(Vec2::ZERO, shoulders, 1.0));
    let (wide, high) = head::proportions(look);
    let head = Affine::shift(2.0 * pose.turn, 191.0 + pose.nod - 0.7 * breath)
        .over(&Affine::turn(pose.tilt, pos2(0.0, 125.0)))
        .over(&Affine::place(vec2(0.0, CHIN * (1.0 - high)), wide, high));

    brush.within(head, |brush| paint_hair_behind(brush, look));
    brush.within(torso, |brush| {
        let window = clothes::paint_cloth(brush, look);
        body::paint_neck(brush, look);
        collars::paint_collar(brush, look, &window);
    });
    brush.within(head, |brush| {
        match look.hair {
            Hair::Scarf => cover::paint_scarf_drape(brush, look),
            Hair::Hijab => veils::paint_hijab_drape(brush, look),
            Hair::Shayla => veils::paint_shayla_end(brush, look),
            _ => {}
        }
        head::paint_ears(brush, look, &pose);
        let face = head::paint_face(brush, look, &pose);
        // It hangs between the hair at the sides and the mouth, and turns less than the one, more than the other.
        brush.within(Affine::shift(5.0 * pose.turn, 0.0), |brush| beard::paint_beard(brush, look, &pose, &face));
        brush.within(Affine::shift(7.0 * pose.turn, 0.0), |brush| {
            head::paint_lines(brush, look, &pose);
            eyes::paint_eyes(brush, look, &pose, phase.blink);
            beard::paint_moustache(brush, look, &pose);
            mouth::paint_mouth(brush, look, &pose);
        });
        brush.within(Affine::shift(12.0 * pose.turn, 0.0), |brush| head::paint_nose(brush, look));
        brush.within(Affine::shift(3.0 * pose.turn, 0.0), |brush| paint_hair_in_front(brush, look, &face));
        brush.within(Affine::shift(7.0 * pose.turn, 0.0), |brush| {
            eyes::paint_brows(brush, look, &pose);
            if let Some(frames) = look.frames {
                glasses::paint_glasses(brush, frames, &pose);
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
        Hair::Waves => falls::paint_waves_behind(brush, look),
        Hair::Bob => falls::paint_bob_behind(brush, look),
        Hair::Ponytail => falls::paint_ponytail_behind(brush, look),
        Hair::Curls => curls::paint_curls_behind(brush, look),
        Hair::Afro => curls::paint_afro_behind(brush, look),
        Hair::Bun => hair::paint_bun_behind(brush, look),
        Hair::Short | Hair::SidePart | Hair::Skullcap | Hair::Cap => hair::paint_short_behind(brush, look),
        Hair::Crop => cuts::paint_crop_behind(brush, look),
        Hair::Balding => cuts::paint_balding_behind(brush, look),
        Hair::Scarf => cover::paint_scarf_behind(brush, look),
        Hair::Hijab => veils::paint_hijab_behind(brush, look),
        Hair::Shayla => veils::paint_shayla_behind(brush, look),
        Hair::Headwrap | Hair::Turban | Hair::Bald => {}
    }
}

fn paint_hair_in_front(brush: &mut Brush, look: &Look, face: &[Pos2]) {
    match look.hair {
        Hair::Braids => plaits::paint_braids(brush, look, face),
        Hair::Locs => locs::paint_locs(brush, look, face),
        Hair::Long => hair::paint_long(brush, look, face),
        Hair::Waves => falls::paint_waves(brush, look, face),
        Hair::Bob => falls::paint_bob(brush, look, face),
        Hair::Curls => curls::paint_curls(brush, look, face),
        Hair::Afro => curls::paint_afro(brush, look, face),
        Hair::Bun => hair::paint_bun(brush, look, face, true),
        Hair::Ponytail => hair::paint_bun(brush, look, face, false),
        Hair::Short => hair::paint_short(brush, look, face),
        Hair::Crop => cuts::paint_crop(brush, look, face),
        Hair::SidePart => cuts::paint_side_part(brush, look, face),
        Hair::Balding => cuts::paint_balding(brush, look),
        Hair::Scarf => cover::paint_scarf(brush, look, face),
        Hair::Hijab => veils::paint_hijab(brush, look, face),
        Hair::Shayla => veils::paint_shayla(brush, look, face),
        Hair::Headwrap => cover::paint_headwrap(brush, look, face),
        Hair::Turban => hats::paint_turban(brush, look, face),
        Hair::Skullcap => {
            cuts::paint_crop(brush, look, face);
            hats::paint_skullcap(brush, look);
        }
        Hair::Cap => {
            cuts::paint_crop(brush, look, face);
            hats::paint_cap(brush, look, face);
        }
        Hair::Bald => {}
    }
}
