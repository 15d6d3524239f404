//! The first page: before anybody tells the trainee anything, one question, with the decisions as cards to pick from.

use bevy_egui::egui::{Key, TextEdit, Ui, vec2};

use super::view::{Action, Decision, Page, Reflection, UiState, View};
use crate::game::conversation::act_and_words;
use crate::game::theme::widgets::{
    Chip, bar_button, body, choice_card, columns, footed, note, page_keys, plain, pressed, primary_button,
    secondary_button, sheet_under, title, top_bar, typing,
};
use crate::words::Words;

/// The width of the page, at most.
const WIDTH: f32 = 980.0;
/// From this height on the buttons stay below the page.
const TALL: f32 = 420.0;
/// From this width on, two cards stand side by side.
const BESIDE: f32 = 700.0;
/// Letters of the customer's line on a card, and of one's own: enough to know them again.
const CUE: usize = 62;
const LINE: usize = 104;
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
    // In a low window buttons that stay would leave no room to read.
    let stays = ui.available_height() >= TALL;
    let page = |ui: &mut Ui, state: &mut UiState| sheet(ui, words, view, state, stays);
    let skipped =
        if stays { footed(ui, WIDTH, state, page, |ui, state| buttons(ui, words, state)).0 } else { page(ui, state) };
    if skipped {
        state.page = Page::Evidence;
    }
    None
}

/// The question and its cards, and the buttons where they do not stay below; whether it was skipped.
fn sheet(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState, stays: bool) -> bool {
    let bar = |ui: &mut Ui| {
        top_bar(ui, &words.text("debrief-title"), &[Chip::new(&view.title)], |ui| {
            bar_button(ui, &words.text("debrief-skip"), "S").clicked()
        })
    };
    let (skipped, ()) = sheet_under(ui, "question", WIDTH, bar, |ui| {
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
        if !stays {
            ui.add_space(4.0);
            buttons(ui, words, state);
        }
    });
    skipped
}

fn buttons(ui: &mut Ui, words: &Words, state: &mut UiState) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        if primary_button(ui, &words.text("debrief-to-evidence"), "↵").clicked() {
            answer(state);
        }
        if secondary_button(ui, &words.text("debrief-nothing"), "N").clicked() {
            nothing(state);
        }
    });
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
        line(words, &plain(&decision.said.text), LINE)
    };
    let name = words.format("debrief-pick", &[("n", (index + 1).into()), ("line", (&said).into())]);
    let picked = draft.picked.contains(&index);
    let response = choice_card(ui, &name, Some(index + 1), picked, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        note(ui, &line(words, &plain(&decision.customer), CUE));
        body(ui, &said);
        if picked {
            note(ui, &format!("✓ {}", words.text("debrief-picked")));
        }
    });
    if response.clicked() {
        toggle(draft, index);
    }
}

/// How a line begins, in about `most` letters: the words in quotation marks, or, where nothing was said, what was done.
fn line(words: &Words, line: &str, most: usize) -> String {
    match act_and_words(line) {
        (act, "") => beginning(act, most),
        (_, said) => words.quoted(&beginning(said, most)),
    }
}

/// The first sentences of a text, as many as go into `most` letters; of a longer one, what stands before its last comma there, or
/// as many of its words.
fn beginning(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let room = text.char_indices().nth(most).map_or(text.len(), |(end, _)| end);
    let begins = text.get(..room).unwrap_or_default();
    let after = |signs: &[char]| {
        let ends_so = |words: &&str| words.trim_end_matches(['”', '’', '»', '"', ')']).ends_with(signs);
        begins.match_indices(' ').map(|(space, _)| begins.get(..space).unwrap_or_default()).rfind(ends_so)
    };
    if let Some(sentences) = after(&['.', '!', '?', '…']) {
        return closed(sentences.to_owned());
    }
    let clause = after(&[',', ';', ':']).filter(|clause| clause.chars().count() * 2 > most);
    let words = clause.or_else(|| begins.rsplit_once(' ').map(|(words, _)| words)).unwrap_or(begins);
    closed(format!("{} …", words.trim_end_matches([',', ';', ':', '…', ' '])))
}

/// A text whose last quotation ends, though its end was cut off.
fn closed(mut text: String) -> String {
    for (open, close) in [("“", "”"), ("« ", " »")] {
        let last = |mark: &str| text.rfind(mark.trim());
        if last(open) > last(close) {
            text += close;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_where_a_sentence_does_where_it_can() {
        assert_eq!(beginning("Ten past eight.  By the fire.", 40), "Ten past eight. By the fire.");
        assert_eq!(beginning("Ten past eight. By the fire they have had their coffee.", 40), "Ten past eight.");
        assert_eq!(beginning("“Go.” Then I go home, as I said before to you.", 20), "“Go.”");
        assert_eq!(
            beginning("three weeks ago I booked this table, and she says nothing", 40),
            "three weeks ago I booked this table …"
        );
        assert_eq!(beginning("three weeks ago I booked", 12), "three weeks …");
        assert_eq!(beginning("日本語日本語", 3), "日本語 …");
        assert_eq!(
            beginning("You write: “Tickets: paid back. Room: refused, I'm sorry.”", 40),
            "You write: “Tickets: paid back.”"
        );
        assert_eq!(
            beginning("Vous écrivez : « Billets : remboursés lundi prochain »", 40),
            "Vous écrivez : « Billets … »"
        );
    }

    #[test]
    fn what_was_said_stands_in_quotes_and_what_was_only_done_does_not() {
        let words = Words::english();
        assert_eq!(line(&words, "(You wave.) Come in.", 40), "“Come in.”");
        assert_eq!(line(&words, "(You wave.)", 40), "You wave.");
    }
}
