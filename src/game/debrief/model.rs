//! The model conversation, decision by decision, with the steps that each reply takes. Nothing is scored here.

use bevy_egui::egui::{Key, Ui, vec2};

use super::decision::reply;
use super::mood::without_stop;
use super::view::{Model, Moment, Page, Step, UiState, View};
use crate::game::theme::tokens;
use crate::game::theme::widgets::{
    Chip, Surface, bar_button, body, card, chip, feeling_mark, feeling_word, key_hint, note, number_badge, page_keys,
    pressed, primary_button, quotation_block, secondary_button, sheet_under, speech, strong, surface, top_bar,
};
use crate::words::{Words, keys};

/// Opens the model conversation at its beginning.
pub fn open_model(state: &mut UiState) {
    state.page = Page::Model;
    state.moment = 0;
}

/// Shows a moment of the model conversation, and the way to the next.
pub fn model(ui: &mut Ui, words: &Words, view: &View, model: &Model, state: &mut UiState) {
    let last = model.moments.len().saturating_sub(1);
    keys(ui, last, state);
    let Some(moment) = model.moments.get(state.moment) else { return };
    let (back, ()) = sheet_under(
        ui,
        "model",
        900.0,
        |ui| {
            top_bar(ui, &words.text("debrief-model-title"), &[Chip::new(&view.title)], |ui| {
                bar_button(ui, &words.text("debrief-model-back"), "Esc").clicked()
            })
        },
        |ui| {
            page_keys(ui);
            ui.spacing_mut().item_spacing.y = 12.0;
            note(ui, &words.text("debrief-model-note"));
            steps(ui, words, moment);
            shown(ui, words, moment, state.moment, model.moments.len());
            if state.moment == last {
                card(ui, |ui| {
                    strong(ui, &words.format("debrief-model-end", &[("customer", (&view.customer).into())]));
                    body(ui, &model.ending);
                });
            }
            onward(ui, words, last, state);
        },
    );
    if back {
        state.page = Page::Evidence;
    }
}

fn keys(ui: &Ui, last: usize, state: &mut UiState) {
    state.moment = state.moment.min(last);
    let free = ui.memory(|memory| memory.focused().is_none());
    if pressed(ui, Key::ArrowRight) || (free && (pressed(ui, Key::Enter) || pressed(ui, Key::Space))) {
        state.moment = (state.moment + 1).min(last);
    }
    if pressed(ui, Key::ArrowLeft) {
        state.moment = state.moment.saturating_sub(1);
    }
    if pressed(ui, Key::Home) {
        state.moment = 0;
    }
    if pressed(ui, Key::End) {
        state.moment = last;
    }
    if pressed(ui, Key::Escape) || pressed(ui, Key::M) {
        state.page = Page::Evidence;
    }
}

/// The six steps, with those that this reply takes lit; a sign says the same to those who see no colours.
fn steps(ui: &mut Ui, words: &Words, moment: &Moment) {
    ui.spacing_mut().interact_size.y = 28.0;
    ui.horizontal_wrapped(|ui| {
        for step in Step::ALL {
            let name = words.text(keys::step(step));
            if moment.steps.contains(&step) {
                chip(ui, &Chip::on(format!("✓ {name}")));
            } else {
                chip(ui, &Chip::new(name));
            }
        }
    });
}

fn shown(ui: &mut Ui, words: &Words, moment: &Moment, index: usize, of: usize) {
    surface(ui, Surface::Accent, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            number_badge(ui, index + 1);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let place = [("n", (index + 1).into()), ("of", of.into())];
                let place = words.format("debrief-decision", &place);
                match &moment.new_contact {
                    Some(contact) => note(ui, &format!("{place} · {}", without_stop(contact))),
                    None => note(ui, &place),
                };
                speech(ui, &words.quoted(&moment.customer));
            });
        });
        ui.add_space(4.0);
        let accent = tokens(ui).accent;
        quotation_block(ui, accent, |ui| reply(ui, words, "debrief-model-said", &moment.said));
        ui.add_space(4.0);
        ui.horizontal_top(|ui| {
            feeling_mark(ui, words, moment.feeling, 24.0);
            let feeling = feeling_word(moment.feeling, words);
            ui.vertical(|ui| note(ui, &words.format("debrief-model-feels", &[("feeling", (&feeling).into())])));
        });
    });
}

fn onward(ui: &mut Ui, words: &Words, last: usize, state: &mut UiState) {
    ui.spacing_mut().interact_size.y = 44.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        if state.moment > 0 && secondary_button(ui, &words.text("debrief-model-before"), "←").clicked() {
            state.moment -= 1;
        }
        let (key, hint) =
            if state.moment < last { ("debrief-model-next", "→") } else { ("debrief-model-back", "Esc") };
        if primary_button(ui, &words.text(key), hint).clicked() {
            if state.moment < last {
                state.moment += 1;
            } else {
                state.page = Page::Evidence;
            }
        }
        key_hint(ui, &["←", "→"], &words.text("debrief-step"));
    });
}
