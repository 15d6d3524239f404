//! The first card: what the conversation did to the customer.

use bevy_egui::egui::{Stroke, Ui};

use super::handled::rule;
use super::view::View;
use crate::game::bust::{in_a_disc, room_for_a_disc};
use crate::game::theme::widgets::{
    Chip, Surface, body, card, chip, feeling_colour, feeling_word, line, note, strong, surface,
};
use crate::game::theme::{fonts, tokens};
use crate::words::{Words, keys};

/// Across the customer's face.
const FACE: f32 = 76.0;

/// How the customer felt at the end, what they do next, and what it did to them.
pub fn outcome(ui: &mut Ui, words: &Words, view: &View) {
    if view.interrupted {
        surface(ui, Surface::Warning, |ui| {
            strong(ui, &words.text("debrief-interrupted"));
            note(ui, &words.text("debrief-interrupted-meaning"));
        });
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            face(ui, view);
            ui.vertical(|ui| {
                ui.add_space(6.0);
                ui.spacing_mut().item_spacing.y = 0.0;
                let key = if view.interrupted { "debrief-was" } else { "debrief-left" };
                note(ui, &words.format(key, &[("customer", (&view.customer).into())]));
                let colour = feeling_colour(view.feeling, tokens(ui));
                line(ui, &feeling_word(view.feeling, words), fonts::semibold(fonts::TITLE), colour);
            });
        });
        ui.add_space(2.0);
        if !view.outcome_text.is_empty() {
            body(ui, &view.outcome_text);
        }
        if let Some(remark) = &view.remark {
            body(ui, remark);
        }
        if let Some(outcome) = view.outcome {
            ui.horizontal_wrapped(|ui| chip(ui, &Chip::new(words.text(keys::outcome(outcome)))));
        }
        if let Some(worth) = view.worth {
            ui.add_space(2.0);
            rule(ui);
            for sentence in words.worth(worth) {
                body(ui, &sentence);
            }
            note(ui, &words.text("impact-label"));
        }
    });
}

/// The customer's last face, in a ring of the colour of their feeling; the word stands beside it.
fn face(ui: &mut Ui, view: &View) {
    let (centre, radius) = room_for_a_disc(ui, FACE);
    in_a_disc(ui, view.portrait.as_ref(), &view.customer, view.face, (centre, radius - 3.0));
    let colour = feeling_colour(view.feeling, tokens(ui));
    ui.painter().circle_stroke(centre, radius - 3.0, Stroke::new(3.0, colour));
}
