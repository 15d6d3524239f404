//! How the presenter view is laid out: one column of large type, over a foot that reveals the next question.

use bevy_egui::egui::{Key, Ui, vec2};
use unicode_segmentation::UnicodeSegmentation;

use super::view::{Action, Pause, UiState, View};
use crate::game::theme::widgets::{
    Chip, bar_button, bullet_of, card, footed, key_hint, line, note, page_keys, pressed, primary_button, quotation,
    reveal, sheet_under, top_bar,
};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// The type of a projector: read from the last row.
const LARGE: f32 = 24.0;
/// Its headings.
const HEAD: f32 = 28.0;
/// The widest page.
const WIDTH: f32 = 1000.0;

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
    if pressed(ui, Key::L) {
        return Some(Action::Live);
    }
    let free = ui.memory(|memory| memory.focused().is_none());
    if pressed(ui, Key::ArrowRight) || (free && (pressed(ui, Key::Space) || pressed(ui, Key::Enter))) {
        state.reveal(all);
    }
    if pressed(ui, Key::ArrowLeft) {
        state.revealed = state.revealed.saturating_sub(1);
    }
    ui.painter().rect_filled(ui.max_rect(), 0.0, tokens(ui).paper);
    let page = |ui: &mut Ui, state: &mut UiState| {
        sheet_under(
            ui,
            "facilitator",
            WIDTH,
            |ui| {
                let chips: Vec<_> = view.chips.iter().map(Chip::new).collect();
                top_bar(ui, &words.text("guide-page"), &chips, |ui| {
                    let live = bar_button(ui, &words.text("live-open"), "L").clicked();
                    let back = bar_button(ui, &words.text("briefing-back"), "Esc").clicked();
                    if live { Some(Action::Live) } else { back.then_some(Action::Back) }
                })
            },
            |ui| {
                page_keys(ui);
                ui.spacing_mut().item_spacing.y = 12.0;
                if let Some(foreign) = &view.foreign {
                    note(ui, foreign);
                }
                part(ui, &view.title, |ui| {
                    note(ui, &words.text("guide-aim"));
                    large(ui, &view.aim);
                });
                part(ui, &words.text("guide-set-up"), |ui| steps(ui, &view.set_up));
                pauses(ui, words, &view.pauses, state);
                questions(ui, words, &view.debrief, view.pauses.len(), state);
                if state.revealed >= all {
                    part(ui, &words.text("guide-variation"), |ui| large(ui, &view.variation));
                }
                ui.add_space(12.0);
            },
        )
    };
    let ((back, ()), ()) = footed(ui, WIDTH, state, page, |ui, state| next(ui, words, state, all));
    back
}

/// The foot: how far one is, and what brings the next question.
fn next(ui: &mut Ui, words: &Words, state: &mut UiState, all: usize) {
    ui.spacing_mut().interact_size.y = 44.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 4.0);
        let more = state.revealed < all;
        ui.add_enabled_ui(more, |ui| {
            if primary_button(ui, &words.text("guide-reveal"), "→").clicked() {
                state.reveal(all);
            }
        });
        let shown = [("n", state.revealed.into()), ("all", all.into())];
        note(ui, &words.format("guide-revealed", &shown));
        if state.revealed > 0 {
            key_hint(ui, &["←"], &words.text("guide-hide"));
        }
    });
}

fn large(ui: &mut Ui, text: &str) {
    let ink = tokens(ui).ink;
    line(ui, text, fonts::regular(LARGE), ink);
}

/// A part of the page under a heading that is larger than what stands below it.
fn part(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) {
    card(ui, |ui| {
        let ink = tokens(ui).ink;
        line(ui, name, fonts::semibold(HEAD), ink);
        contents(ui);
    });
}

/// A text as steps, a sentence each: somebody who is about to begin looks for the next thing to do, not for a place in a block.
fn steps(ui: &mut Ui, text: &str) {
    let accent = tokens(ui).accent;
    for sentence in text.unicode_sentences().map(str::trim).filter(|sentence| !sentence.is_empty()) {
        bullet_of(ui, "•", accent, LARGE, |ui| large(ui, sentence));
    }
}

fn pauses(ui: &mut Ui, words: &Words, pauses: &[Pause], state: &mut UiState) {
    part(ui, &words.text("guide-pauses"), |ui| {
        for (index, pause) in pauses.iter().enumerate() {
            ui.add_space(6.0);
            if !pause.line.is_empty() {
                quotation(ui, &words.quoted(&pause.line));
            }
            asked(ui, words, index, &pause.ask, index, state);
        }
    });
}

fn questions(ui: &mut Ui, words: &Words, questions: &[String], before: usize, state: &mut UiState) {
    part(ui, &words.text("guide-debrief"), |ui| {
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
