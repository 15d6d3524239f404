//! How the menu is laid out: the name and the settings beside the list where there is room, around it where there is not.

use bevy_egui::egui::{Rect, Ui, pos2, vec2};

use super::brand::{brand, keys_note};
use super::keys;
use super::list::list;
use super::settings::{settings, settings_line};
use super::view::{Action, UiState, View};
use crate::game::theme::widgets::{Surface, body, page_keys, pane, secondary_button, sheet, surface};
use crate::game::theme::{WIDE, fonts, tokens};
use crate::words::Words;

/// Shows the menu and says what the trainee asked for.
pub fn show(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let asked = keys::take(ui, view, state);
    let size = ui.available_size();
    ui.painter().rect_filled(ui.max_rect(), 0.0, tokens(ui).paper);
    let clicked = if size.x >= WIDE { wide(ui, words, view, state) } else { narrow(ui, words, view, state) };
    asked.or(clicked)
}

fn wide(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    const SIDE: f32 = 348.0;
    const GAP: f32 = 36.0;
    let area = ui.max_rect();
    let margin = ((area.width() - 1240.0) / 2.0).max(28.0);
    let left = Rect::from_min_size(pos2(area.left() + margin, area.top()), vec2(SIDE, area.height()));
    let right = Rect::from_min_max(pos2(left.right() + GAP, area.top()), pos2(area.right() - margin, area.bottom()));
    let aside = pane(ui, "menu side", left, |ui| {
        brand(ui, words, 38.0);
        ui.add_space(14.0);
        let action = settings(ui, words, &view.settings, state);
        ui.add_space(10.0);
        action.or(foot(ui, words))
    });
    let chosen = pane(ui, "menu list", right, |ui| {
        page_keys(ui);
        notices(ui, &view.notices);
        list(ui, words, view, state)
    });
    chosen.or(aside)
}

fn narrow(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    sheet(ui, "menu", 720.0, |ui| {
        page_keys(ui);
        brand(ui, words, fonts::TITLE);
        ui.add_space(8.0);
        notices(ui, &view.notices);
        let set = settings_line(ui, words, &view.settings, state);
        ui.add_space(8.0);
        let chosen = ui.scope(|ui| list(ui, words, view, state)).inner;
        ui.add_space(12.0);
        chosen.or(set).or(foot(ui, words))
    })
}

fn foot(ui: &mut Ui, words: &Words) -> Option<Action> {
    keys_note(ui, words);
    ui.add_space(4.0);
    secondary_button(ui, &words.text("menu-quit"), "").clicked().then_some(Action::Quit)
}

fn notices(ui: &mut Ui, notices: &[String]) {
    for text in notices {
        surface(ui, Surface::Warning, |ui| body(ui, text));
        ui.add_space(4.0);
    }
}
