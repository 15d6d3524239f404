//! Feelings as people see them: a word, a colour and a shape, always together.

use bevy_egui::egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

use crate::customer::Feeling;
use crate::game::theme::Tokens;
use crate::words::{Words, keys};

/// The colour that goes with a feeling.
#[must_use]
pub fn feeling_colour(feeling: Feeling, tokens: &Tokens) -> Color32 {
    match feeling {
        Feeling::Happy => tokens.happy,
        Feeling::Indifferent => tokens.indifferent,
        Feeling::Upset => tokens.upset,
    }
}

/// The word for a feeling.
#[must_use]
pub fn feeling_word(feeling: Feeling, words: &Words) -> String {
    words.text(keys::feeling(feeling))
}

/// Paints the shape of `feeling` around `centre`: a round face whose mouth rises, stays level, or falls.
pub fn paint_feeling(painter: &Painter, centre: Pos2, radius: f32, feeling: Feeling, colour: Color32) {
    let stroke = Stroke::new((radius * 0.16).max(1.2), colour);
    painter.circle_stroke(centre, radius - stroke.width / 2.0, stroke);
    for side in [-1.0, 1.0] {
        painter.circle_filled(centre + vec2(side * 0.34, -0.22) * radius, radius * 0.13, colour);
    }
    let bend = match feeling {
        Feeling::Happy => 0.26,
        Feeling::Indifferent => 0.0,
        Feeling::Upset => -0.26,
    };
    let mouth = [-1.0_f32, -0.6, -0.2, 0.2, 0.6, 1.0].map(|x| {
        let rise = bend * (1.0 - x * x) - bend / 2.0;
        centre + vec2(x * 0.42, 0.38 + rise) * radius
    });
    painter.add(Shape::line(mouth.to_vec(), stroke));
}
