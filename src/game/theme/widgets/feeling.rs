//! Feelings as people see them: a word, a colour and a shape, always together.

use bevy_egui::egui::{Color32, Painter, Pos2, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, WidgetType, vec2};

use crate::game::theme::{Tokens, tokens};
use crate::words::Words;

/// How the customer feels, as the trainee is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Feeling {
    /// Comes back.
    Happy,
    /// Neither comes back nor complains.
    Indifferent,
    /// Has not been heard, or not yet.
    Upset,
}

impl Feeling {
    /// All three, best first.
    pub const ALL: [Self; 3] = [Self::Happy, Self::Indifferent, Self::Upset];

    /// The colour that goes with it.
    #[must_use]
    pub fn colour(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Happy => tokens.happy,
            Self::Indifferent => tokens.indifferent,
            Self::Upset => tokens.upset,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn word(self, words: &Words) -> String {
        words.text(match self {
            Self::Happy => "feeling-happy",
            Self::Indifferent => "feeling-indifferent",
            Self::Upset => "feeling-upset",
        })
    }
}

/// The shape of `feeling`, `size` points wide; a screen reader says the word.
pub fn feeling_mark(ui: &mut Ui, words: &Words, feeling: Feeling, size: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    let colour = feeling.colour(tokens(ui));
    paint_feeling(ui.painter(), rect.center(), size / 2.0, feeling, colour);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, feeling.word(words)));
    response
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
