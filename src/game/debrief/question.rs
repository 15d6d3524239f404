//! The first page: before anybody tells the trainee anything, one question, with the decisions as cards to pick from.

use bevy_egui::egui::{Key, TextEdit, Ui, vec2};

use super::view::{Action, Decision, Page, Reflection, UiState, View};
use crate::game::theme::widgets::{
    Chip, bar_button, body, choice_card, columns, note, page_keys, plain, pressed, primary_button, secondary_button,
    sheet_under, title, top_bar, typing,
};
use crate::words::Words;

/// From this width on, two cards stand side by side.
const BESIDE: f32 = 700.0;
/// Letters of the customer's line on a card, and of one's own: enough to know them again.
const CUE: usize = 54;
const LINE: usize = 78;
/// Letters of one's own words.
const OWN: usize = 300;
/// The digits, each of which picks a card.
const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// Shows the question; the answer, or that there was none, goes into `state`.
pub fn question(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    if keys(ui, view, state) {
        return Some(Action::Menu);
    }
    let (skipped, ()) = sheet_under(
        ui,
        "question",
        980.0,
        |ui| {
            top_bar(ui, &words.text("debrief-title"), &[Chip::new(&view.title)], |ui| {
                bar_button(ui, &words.text("debrief-skip"), "S").clicked()
            })
        },
        |ui| {
            page_keys(ui);
            ui.spacing_mut().item_spacing.y = 10.0;
            title(ui, &words.text("debrief-question"));
            note(ui, &words.text("debrief-question-note"));
            ui.add_space(4.0);
            cards(ui, words, view, state);
            ui.add_space(4.0);
            let label = body(ui, &words.text("debrief-own-words"));
            let field = TextEdit::singleline(&mut state.draft.words)
                .char_limit(OWN)
                .margin(vec2(12.0, 8.0))
                .desired_width(ui.available_width());
            ui.add(field).labelled_by(label.id);
            ui.add_space(4.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
                if primary_button(ui, &words.text("debrief-to-evidence"), "↵").clicked() {
                    answer(state);
                }
                if secondary_button(ui, &words.text("debrief-nothing"), "N").clicked() {
                    nothing(state);
                }
            });
        },
    );
    if skipped {
        state.page = Page::Evidence;
    }
    None
}

/// The keys of this page, and whether they ask for the menu.
fn keys(ui: &Ui, view: &View, state: &mut UiState) -> bool {
    if typing(ui) {
        return false;
    }
    for (index, key) in DIGITS.into_iter().enumerate().take(view.decisions.len()) {
        if pressed(ui, key) {
            toggle(&mut state.draft, index);
        }
    }
    let free = ui.memory(|memory| memory.focused().is_none());
    if free && pressed(ui, Key::Enter) {
        answer(state);
    } else if pressed(ui, Key::N) {
        nothing(state);
    } else if pressed(ui, Key::S) {
        state.page = Page::Evidence;
    }
    pressed(ui, Key::Escape)
}

fn answer(state: &mut UiState) {
    state.reflection = Some(std::mem::take(&mut state.draft));
    state.page = Page::Evidence;
}

fn nothing(state: &mut UiState) {
    state.draft.picked.clear();
    answer(state);
}

fn toggle(draft: &mut Reflection, index: usize) {
    if !draft.picked.remove(&index) {
        draft.picked.insert(index);
    }
}

fn cards(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) {
    const GAP: f32 = 12.0;
    let width = ui.available_width();
    let in_a_row = if width >= BESIDE { 2 } else { 1 };
    for (row, decisions) in view.decisions.chunks(in_a_row).enumerate() {
        ui.push_id(row, |ui| {
            let half = (width - GAP) / 2.0;
            let widths = if in_a_row == 2 { vec![half, half] } else { vec![width] };
            columns(ui, &widths, GAP, |ui, column| {
                if let Some(decision) = decisions.get(column) {
                    card(ui, words, decision, row * in_a_row + column, &mut state.draft);
                }
            });
        });
    }
}

fn card(ui: &mut Ui, words: &Words, decision: &Decision, index: usize, draft: &mut Reflection) {
    let said = if decision.said.text.is_empty() {
        words.text("you-said-nothing")
    } else {
        words.quoted(&shortened(&plain(&decision.said.text), LINE))
    };
    let name = words.format("debrief-pick", &[("n", (index + 1).into()), ("line", (&said).into())]);
    let picked = draft.picked.contains(&index);
    let response = choice_card(ui, &name, Some(index + 1), picked, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        note(ui, &words.quoted(&shortened(&plain(&decision.customer), CUE)));
        body(ui, &said);
        if picked {
            note(ui, &format!("✓ {}", words.text("debrief-picked")));
        }
    });
    if response.clicked() {
        toggle(draft, index);
    }
}

/// The first words of a text, as many as go into `most` letters.
fn shortened(text: &str, most: usize) -> String {
    let mut short = String::new();
    let mut letters = 0;
    for word in text.split_whitespace() {
        letters += word.chars().count() + 1;
        if letters > most && !short.is_empty() {
            return format!("{} …", short.trim_end_matches(['…', ' ']));
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}
