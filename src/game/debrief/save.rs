//! The debrief to take along: a page to print, and a picture.

use bevy_egui::egui::{Key, Ui, vec2};

use super::view::{Action, Save, View};
use crate::game::theme::widgets::{card, heading, note, pressed, secondary_button};
use crate::words::Words;

/// The keys that save.
pub fn save_keys(ui: &Ui, view: &View) -> Option<Action> {
    if view.save == Save::Never {
        return None;
    }
    if pressed(ui, Key::P) {
        return Some(Action::SavePage);
    }
    pressed(ui, Key::I).then_some(Action::SavePicture)
}

/// The two ways to save, and where it was saved.
pub fn save(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    if view.save == Save::Never {
        return None;
    }
    let mut asked = None;
    card(ui, |ui| {
        heading(ui, &words.text("debrief-save"));
        ui.spacing_mut().interact_size.y = 44.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            if secondary_button(ui, &words.text("debrief-save-page"), "P").clicked() {
                asked = Some(Action::SavePage);
            }
            if secondary_button(ui, &words.text("debrief-save-picture"), "I").clicked() {
                asked = Some(Action::SavePicture);
            }
        });
        if let Save::Told(saved) = &view.save {
            note(ui, saved);
        }
    });
    asked
}
