//! How the menu is laid out: the name and the settings beside the list where there is room, around it where there is not.

use bevy_egui::egui::{Align, Layout, Rect, Ui, pos2, vec2};

use super::brand::{brand, keys_note, name};
use super::keys;
use super::list::{continue_button, list};
use super::settings::{settings, settings_button, unfolded};
use super::view::{Action, UiState, View};
use crate::game::theme::widgets::{
    Chip, Surface, body, chip, footed, page_keys, pane, secondary_button, sheet, surface,
};
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
    // Its scroll bar stands at the edge of the window, as on every page.
    let right = Rect::from_min_max(pos2(left.right() + GAP, area.top()), area.max);
    let width = area.right() - margin - right.left();
    let aside = pane(ui, "menu side", left, |ui| {
        brand(ui, words, 38.0);
        group(ui, words, view);
        ui.add_space(8.0);
        let action = settings(ui, words, view, state);
        ui.add_space(6.0);
        action.or(foot(ui, words))
    });
    let chosen = pane(ui, "menu list", right, |ui| {
        page_keys(ui);
        let inside = |ui: &mut Ui| {
            ui.set_max_width(width.min(ui.available_width()));
            notices(ui, &view.notices);
            list(ui, words, view, state, false)
        };
        ui.scope(inside).inner
    });
    chosen.or(aside)
}

fn narrow(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    const WIDTH: f32 = 720.0;
    let left = view.unfinished.is_some();
    let page = |ui: &mut Ui, state: &mut UiState| {
        sheet(ui, "menu", WIDTH, |ui| {
            page_keys(ui);
            ui.allocate_ui_with_layout(vec2(ui.available_width(), 36.0), Layout::right_to_left(Align::Center), |ui| {
                settings_button(ui, words, view, state);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| name(ui, words, fonts::TITLE));
            });
            group(ui, words, view);
            notices(ui, &view.notices);
            let set = unfolded(ui, words, view, state);
            let chosen = ui.scope(|ui| list(ui, words, view, state, left)).inner;
            ui.add_space(12.0);
            chosen.or(set).or(foot(ui, words))
        })
    };
    if !left {
        return page(ui, state);
    }
    // The way back into what was left stays in sight.
    let going_on = |ui: &mut Ui, state: &mut UiState| continue_button(ui, words, state.selected == 0);
    let (asked, going_on) = footed(ui, WIDTH, state, page, going_on);
    asked.or(going_on)
}

fn foot(ui: &mut Ui, words: &Words) -> Option<Action> {
    keys_note(ui, words);
    ui.add_space(4.0);
    secondary_button(ui, &words.text("menu-quit"), "").clicked().then_some(Action::Quit)
}

/// The group that trains here, so that whoever leads it sees that attempts count for it.
fn group(ui: &mut Ui, words: &Words, view: &View) {
    if let Some(cohort) = &view.cohort {
        let now = words.format("menu-cohort-now", &[("name", cohort.into())]);
        ui.horizontal_wrapped(|ui| chip(ui, &Chip::on(now)));
    }
}

fn notices(ui: &mut Ui, notices: &[String]) {
    for text in notices {
        surface(ui, Surface::Warning, |ui| body(ui, text));
        ui.add_space(4.0);
    }
}
