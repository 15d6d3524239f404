//! Colours and what shapes are filled with. Which colours anything has is decided where it is drawn.

use bevy_egui::egui::{Color32, Pos2, pos2};

use super::path::Affine;

/// An opaque colour from its `0xRRGGBB` number.
pub const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// A colour part of the way from one to another.
pub fn mix(from: Color32, to: Color32, t: f32) -> Color32 {
    from.lerp_to_gamma(to, t.clamp(0.0, 1.0))
}

/// What a shape is filled with.
#[derive(Clone, Copy, Debug)]
pub enum Tint {
    /// One colour.
    Flat(Color32),
    /// From one colour at the first point to another at the second, in the drawing's units.
    Linear(Pos2, Pos2, Color32, Color32),
}

impl From<Color32> for Tint {
    fn from(color: Color32) -> Self {
        Self::Flat(color)
    }
}

impl Tint {
    /// From one colour at the height `top` to another at `bottom`.
    pub fn down(top: f32, bottom: f32, from: Color32, to: Color32) -> Self {
        Self::Linear(pos2(0.0, top), pos2(0.0, bottom), from, to)
    }

    pub(super) fn placed(self, to: &Affine) -> Self {
        match self {
            Self::Flat(color) => Self::Flat(color),
            Self::Linear(a, b, from, end) => Self::Linear(to.at(a), to.at(b), from, end),
        }
    }

    pub(super) fn at(&self, point: Pos2) -> Color32 {
        match *self {
            Self::Flat(color) => color,
            Self::Linear(a, b, from, to) => {
                let along = b - a;
                mix(from, to, (point - a).dot(along) / along.length_sq().max(1e-6))
            }
        }
    }
}
