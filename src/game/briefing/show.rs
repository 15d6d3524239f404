//! How the briefing is laid out: the story beside the customer where there is room, and the way to begin always at hand.

use bevy_egui::egui::{Key, Ui};

use super::parts::{customer, goal, how_to_play, left, modes, practised, start, start_line, story, who};
use super::view::{Action, Mode, UiState, View};
use crate::game::theme::widgets::{Chip, bar_button, columns, footed, page_keys, pressed, sheet, sheet_under, top_bar};
use crate::game::theme::{WIDE, tokens};
use crate::words::Words;

/// The widest page with two columns.
const WIDTH: f32 = 1240.0;
/// The widest page with one.
const NARROW: f32 = 720.0;

/// Shows the briefing and says what the trainee asked for.
pub fn show(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    if let Some(mode) = view.fixed {
        state.mode = mode;
    }
    let asked = keys(ui, view, state);
    ui.painter().rect_filled(ui.max_rect(), 0.0, tokens(ui).paper);
    ui.spacing_mut().item_spacing.y = 0.0;
    let clicked =
        if ui.available_width() >= WIDE { wide(ui, words, view, state) } else { narrow(ui, words, view, state) };
    asked.or(clicked)
}

fn keys(ui: &Ui, view: &View, state: &mut UiState) -> Option<Action> {
    if pressed(ui, Key::Escape) {
        return Some(Action::Back);
    }
    if view.guide && pressed(ui, Key::F) {
        return Some(Action::Guide);
    }
    let choosing = view.fixed.is_none();
    for key in [Key::Num1, Key::ArrowLeft, Key::P] {
        if choosing && pressed(ui, key) {
            state.mode = Mode::Practice;
        }
    }
    for key in [Key::Num2, Key::ArrowRight, Key::A] {
        if choosing && pressed(ui, key) {
            state.mode = Mode::Assessment;
        }
    }
    let start = Action::Start(state.mode);
    if view.can_go_on() && pressed(ui, Key::S) {
        return Some(start);
    }
    let free = ui.memory(|memory| memory.focused().is_none());
    let enter = if view.can_go_on() { Action::GoOn } else { start };
    (free && pressed(ui, Key::Enter)).then_some(enter)
}

fn bar(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let chips: Vec<_> = view.chips.iter().map(Chip::new).collect();
    top_bar(ui, &words.text("briefing-title"), &chips, |ui| {
        let back = bar_button(ui, &words.text("briefing-back"), "Esc").clicked().then_some(Action::Back);
        let guide = view.guide && bar_button(ui, &words.text("guide-open"), "F").clicked();
        back.or(guide.then_some(Action::Guide))
    })
}

fn wide(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let back = bar(ui, words, view);
    let mut form = None;
    let page = |ui: &mut Ui, _: &mut UiState| {
        sheet(ui, "briefing", WIDTH, |ui| {
            page_keys(ui);
            let width = ui.available_width();
            let right = (width * 0.44).floor();
            columns(ui, &[width - right - 32.0, right], 32.0, |ui, column| {
                ui.spacing_mut().item_spacing.y = 12.0;
                if column == 0 {
                    left(ui, words, view);
                    story(ui, words, view);
                    goal(ui, words, view);
                    how_to_play(ui, words, view);
                } else {
                    customer(ui, words, view);
                    form = who(ui, words, view);
                    practised(ui, words, view);
                }
            });
        });
    };
    let ((), begin) = footed(ui, WIDTH, state, page, |ui, state| start(ui, words, view, state));
    back.or(form).or(begin)
}

fn narrow(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let page = |ui: &mut Ui, state: &mut UiState| {
        let (back, form) = sheet_under(
            ui,
            "briefing",
            NARROW,
            |ui| bar(ui, words, view),
            |ui| {
                page_keys(ui);
                ui.spacing_mut().item_spacing.y = 12.0;
                left(ui, words, view);
                story(ui, words, view);
                goal(ui, words, view);
                customer(ui, words, view);
                let form = who(ui, words, view);
                modes(ui, words, view, state);
                practised(ui, words, view);
                how_to_play(ui, words, view);
                form
            },
        );
        back.or(form)
    };
    let (asked, begin) = footed(ui, NARROW, state, page, |ui, state| start_line(ui, words, view, state));
    asked.or(begin)
}
