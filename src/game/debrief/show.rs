//! How the debrief is laid out, and its keys: one question, and then the evidence, the outcome and the scores beside the mood line and the decision where there is
//! room, above them where there is not.

use bevy_egui::egui::{Key, Ui};

use super::decision::decision;
use super::goal::goal;
use super::handled::handled;
use super::look::look;
use super::model::{model, open_model};
use super::mood::mood;
use super::outcome::outcome;
use super::promises::{facts, promises};
use super::question::question;
use super::save::{save, save_keys};
use super::view::{Action, Page, UiState, View};
use super::voice::{voice, voice_keys, waits};
use crate::game::theme::widgets::{Chip, bar_button, columns, page_keys, pressed, sheet, sheet_under, top_bar, typing};
use crate::game::theme::{WIDE, tokens};
use crate::words::{Words, keys};

/// Shows the debrief and says what the trainee asked for.
pub fn show(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    ui.painter().rect_filled(ui.max_rect(), 0.0, tokens(ui).paper);
    ui.spacing_mut().item_spacing.y = 0.0;
    if state.page == Page::Question && view.asks && !view.decisions.is_empty() {
        return question(ui, words, view, state);
    }
    if let (Page::Model, Some(shown)) = (state.page, &view.model) {
        model(ui, words, view, shown, state);
        return None;
    }
    evidence(ui, words, view, state)
}

fn evidence(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let asked = keys(ui, view, state);
    let clicked =
        if ui.available_width() >= WIDE { wide(ui, words, view, state) } else { narrow(ui, words, view, state) };
    asked.or(clicked)
}

fn keys(ui: &Ui, view: &View, state: &mut UiState) -> Option<Action> {
    if typing(ui) {
        return None;
    }
    let last = view.decisions.len().saturating_sub(1);
    let before = state.selected;
    state.selected = state.selected.min(last);
    if pressed(ui, Key::ArrowRight) {
        state.selected = (state.selected + 1).min(last);
    }
    if pressed(ui, Key::ArrowLeft) {
        state.selected = state.selected.saturating_sub(1);
    }
    if pressed(ui, Key::Home) {
        state.selected = 0;
    }
    if pressed(ui, Key::End) {
        state.selected = last;
    }
    state.reveal |= state.selected != before;
    if pressed(ui, Key::Escape) {
        return Some(Action::Menu);
    }
    if view.model.is_some() && pressed(ui, Key::M) {
        open_model(state);
    }
    if pressed(ui, Key::A) {
        return Some(Action::PlayAgain);
    }
    if let Some(asked) = voice_keys(ui, view, state) {
        return Some(asked);
    }
    if let Some(asked) = save_keys(ui, view) {
        return Some(asked);
    }
    let retry = view.can_retry && !view.decisions.is_empty() && pressed(ui, Key::T);
    retry.then_some(Action::RetryFrom(state.selected))
}

/// What was asked for in the bar.
enum Asked {
    /// Something that the screen cannot do by itself.
    For(Action),
    /// The two questions about work.
    Voice,
}

/// The bar; `waits` where the two questions about work have no answer yet.
fn bar(ui: &mut Ui, words: &Words, view: &View, waits: bool) -> Option<Asked> {
    let mut chips = vec![Chip::on(words.text(keys::mode(view.mode))), Chip::new(&view.title)];
    if view.interrupted {
        chips.push(Chip::new(words.text("debrief-chip-interrupted")));
    }
    chips.extend(view.chips.iter().map(Chip::new));
    top_bar(ui, &words.text("debrief-title"), &chips, |ui| {
        if view.is_on_paper() {
            return None;
        }
        let voice = waits && bar_button(ui, &words.text("voice-open"), "V").clicked();
        let again = bar_button(ui, &words.text("debrief-again"), "A").clicked();
        let menu = bar_button(ui, &words.text("debrief-menu"), "Esc").clicked();
        match (again, menu) {
            (true, _) => Some(Asked::For(Action::PlayAgain)),
            (_, true) => Some(Asked::For(Action::Menu)),
            _ => voice.then_some(Asked::Voice),
        }
    })
}

fn wide(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    const GAP: f32 = 18.0;
    let in_bar = bar(ui, words, view, waits(view, state));
    let retry = sheet(ui, "debrief", 1480.0, |ui| {
        scroll_keys(ui);
        let width = ui.available_width();
        let left = (width * 0.31).clamp(300.0, 420.0).floor();
        let (mut retry, mut kept) = (None, None);
        columns(ui, &[left, width - left - GAP], GAP, |ui, column| {
            ui.spacing_mut().item_spacing.y = 12.0;
            if column == 0 {
                outcome(ui, words, view);
                handled(ui, words, view);
                look(ui, words, view, state);
                promises(ui, words, view);
                return;
            }
            mood(ui, words, view, state);
            retry = decision(ui, words, view, state);
            facts(ui, words, view);
            kept = goal(ui, words, view, state);
            let heard = voice(ui, words, view, state);
            let saved = save(ui, words, view);
            kept = kept.take().or(heard).or(saved);
        });
        state.bottom = ui.min_rect().bottom();
        retry.or(kept)
    });
    in_bar.and_then(|asked| carry_out(ui, asked, state)).or(retry)
}

fn narrow(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let waits = waits(view, state);
    let (in_bar, asked) = sheet_under(
        ui,
        "debrief",
        720.0,
        |ui| bar(ui, words, view, waits),
        |ui| {
            scroll_keys(ui);
            ui.spacing_mut().item_spacing.y = 12.0;
            outcome(ui, words, view);
            handled(ui, words, view);
            look(ui, words, view, state);
            mood(ui, words, view, state);
            let retry = decision(ui, words, view, state);
            promises(ui, words, view);
            facts(ui, words, view);
            let kept = goal(ui, words, view, state);
            let heard = voice(ui, words, view, state);
            let saved = save(ui, words, view);
            let kept = kept.or(heard).or(saved);
            state.bottom = ui.min_rect().bottom();
            retry.or(kept)
        },
    );
    in_bar.and_then(|asked| carry_out(ui, asked, state)).or(asked)
}

/// What of it the screen cannot do by itself.
fn carry_out(ui: &Ui, asked: Asked, state: &mut UiState) -> Option<Action> {
    match asked {
        Asked::For(action) => Some(action),
        Asked::Voice => {
            state.to_voice = true;
            ui.ctx().request_repaint();
            None
        }
    }
}

/// Pages with `PageUp` and `PageDown`, a few lines with the arrows.
fn scroll_keys(ui: &Ui) {
    page_keys(ui);
    for (key, lines) in [(Key::ArrowDown, -72.0), (Key::ArrowUp, 72.0)] {
        if pressed(ui, key) {
            ui.scroll_with_delta(bevy_egui::egui::vec2(0.0, lines));
        }
    }
}
