//! How the presenter view is laid out: one column of large type, and a button that reveals the next question.

use bevy_egui::egui::{Key, Ui};

use super::view::{Action, Pause, UiState, View};
use crate::game::theme::widgets::{
    Chip, bar_button, card, heading, line, note, page_keys, pressed, primary_button, quotation, reveal, sheet_under,
    title, top_bar,
};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// The type of a projector: read from the last row.
const LARGE: f32 = 24.0;

impl UiState {
    fn reveal(&mut self, all: usize) {
        self.revealed = (self.revealed + 1).min(all);
        self.fresh = true;
    }
}

/// Shows a facilitator's page and says what was asked for.
pub fn show(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let all = view.pauses.len() + view.debrief.len();
    if pressed(ui, Key::Escape) {
        return Some(Action::Back);
    }
    let free = ui.memory(|memory| memory.focused().is_none());
    if pressed(ui, Key::ArrowRight) || (free && (pressed(ui, Key::Space) || pressed(ui, Key::Enter))) {
        state.reveal(all);
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
            pauses(ui, words, &view.pauses, state);
            questions(ui, words, &view.debrief, view.pauses.len(), state);
            if state.revealed < all {
                if primary_button(ui, &words.text("guide-reveal"), "→").clicked() {
                    state.reveal(all);
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

fn pauses(ui: &mut Ui, words: &Words, pauses: &[Pause], state: &mut UiState) {
    card(ui, |ui| {
        heading(ui, &words.text("guide-pauses"));
        for (index, pause) in pauses.iter().enumerate() {
            ui.add_space(6.0);
            if !pause.line.is_empty() {
                quotation(ui, &format!("“{}”", pause.line));
            }
            asked(ui, words, index, &pause.ask, index, state);
        }
    });
}

fn questions(ui: &mut Ui, words: &Words, questions: &[String], before: usize, state: &mut UiState) {
    card(ui, |ui| {
        heading(ui, &words.text("guide-debrief"));
        for (index, question) in questions.iter().enumerate() {
            ui.add_space(6.0);
            asked(ui, words, index, question, before + index, state);
        }
    });
}

/// A question with its number in its list; `place` is its place among all of them.
fn asked(ui: &mut Ui, words: &Words, index: usize, question: &str, place: usize, state: &mut UiState) {
    if place < state.revealed {
        let top = ui.cursor().top();
        large(ui, &format!("{}. {question}", index + 1));
        if state.fresh && place + 1 == state.revealed {
            state.fresh = false;
            let mut rect = ui.min_rect();
            rect.set_top(top);
            reveal(ui, rect);
        }
    } else {
        note(ui, &words.format("guide-hidden", &[("n", (index + 1).into())]));
    }
}
