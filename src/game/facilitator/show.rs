//! How the presenter view is laid out: one column of large type, and a button that reveals the next question.

use bevy_egui::egui::{Key, Ui};

use super::view::{Action, Pause, UiState, View};
use crate::game::theme::widgets::{
    Chip, bar_button, card, heading, line, note, page_keys, pressed, primary_button, quotation, sheet_under, title,
    top_bar,
};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// The type of a projector: read from the last row.
const LARGE: f32 = 24.0;

/// Shows a facilitator's page and says what was asked for.
pub fn show(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let all = view.pauses.len() + view.debrief.len();
    if pressed(ui, Key::Escape) {
        return Some(Action::Back);
    }
    let free = ui.memory(|memory| memory.focused().is_none());
    if pressed(ui, Key::ArrowRight) || (free && (pressed(ui, Key::Space) || pressed(ui, Key::Enter))) {
        state.revealed = (state.revealed + 1).min(all);
    }
    if pressed(ui, Key::ArrowLeft) {
        state.revealed = state.revealed.saturating_sub(1);
    }
    ui.painter().rect_filled(ui.max_rect(), 0.0, tokens(ui).paper);
    let (back, ()) = sheet_under(
        ui,
        "facilitator",
        1000.0,
        |ui| {
            let chips: Vec<_> = view.chips.iter().map(Chip::new).collect();
            top_bar(ui, &words.text("guide-page"), &chips, |ui| {
                bar_button(ui, &words.text("briefing-back"), "Esc").clicked().then_some(Action::Back)
            })
        },
        |ui| {
            page_keys(ui);
            ui.spacing_mut().item_spacing.y = 12.0;
            title(ui, &view.title);
            part(ui, &words.text("guide-aim"), &view.aim);
            part(ui, &words.text("guide-set-up"), &view.set_up);
            pauses(ui, words, &view.pauses, state.revealed);
            questions(ui, words, &view.debrief, state.revealed.saturating_sub(view.pauses.len()));
            if state.revealed < all {
                if primary_button(ui, &words.text("guide-reveal"), "→").clicked() {
                    state.revealed += 1;
                }
            } else {
                part(ui, &words.text("guide-variation"), &view.variation);
            }
            ui.add_space(24.0);
        },
    );
    back
}

fn large(ui: &mut Ui, text: &str) {
    let ink = tokens(ui).ink;
    line(ui, text, fonts::regular(LARGE), ink);
}

fn part(ui: &mut Ui, name: &str, text: &str) {
    card(ui, |ui| {
        heading(ui, name);
        large(ui, text);
    });
}

fn pauses(ui: &mut Ui, words: &Words, pauses: &[Pause], revealed: usize) {
    card(ui, |ui| {
        heading(ui, &words.text("guide-pauses"));
        for (index, pause) in pauses.iter().enumerate() {
            ui.add_space(6.0);
            if !pause.line.is_empty() {
                quotation(ui, &format!("“{}”", pause.line));
            }
            asked(ui, words, index, &pause.ask, index < revealed);
        }
    });
}

fn questions(ui: &mut Ui, words: &Words, questions: &[String], revealed: usize) {
    card(ui, |ui| {
        heading(ui, &words.text("guide-debrief"));
        for (index, question) in questions.iter().enumerate() {
            ui.add_space(6.0);
            asked(ui, words, index, question, index < revealed);
        }
    });
}

fn asked(ui: &mut Ui, words: &Words, index: usize, question: &str, revealed: bool) {
    if revealed {
        large(ui, &format!("{}. {question}", index + 1));
    } else {
        note(ui, &words.format("guide-hidden", &[("n", (index + 1).into())]));
    }
}
