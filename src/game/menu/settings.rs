//! The settings of the menu: text size, motion, reading speed, timers, colours and the trainee's name.

use bevy_egui::egui::{TextEdit, Ui, vec2};

use super::keys::stepped;
use super::view::{Action, MAX_TEXT, MIN_TEXT, Settings, UiState};
use crate::game::theme::widgets::{card, choices, heading, icon_button, line, note, switch};
use crate::game::theme::{Theme, fonts, tokens};
use crate::words::Words;

/// The longest name that is taken, in characters.
const NAME: usize = 60;

/// Draws the settings.
pub fn settings(ui: &mut Ui, words: &Words, settings: &Settings, state: &mut UiState) -> Option<Action> {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        heading(ui, &words.text("menu-settings"));
        let mut action = text_size(ui, words, settings.text_percent);
        let mut on = settings.words_at_once;
        if switch(ui, &mut on, &words.text("menu-words-at-once")).changed() {
            action = Some(Action::SetWordsAtOnce(on));
        }
        let mut on = settings.reduced_motion;
        if switch(ui, &mut on, &words.text("menu-reduced-motion")).changed() {
            action = Some(Action::SetReducedMotion(on));
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut on = settings.timers;
            if switch(ui, &mut on, &words.text("menu-timers")).changed() {
                action = Some(Action::SetTimers(on));
            }
            note(ui, &words.text("menu-timers-note"));
        });
        let at = Theme::ALL.iter().position(|theme| *theme == settings.theme);
        let themes = Theme::ALL.map(|theme| words.text(name(theme)));
        if let Some(theme) = choices(ui, &words.text("menu-theme"), &themes, at).and_then(|at| Theme::ALL.get(at)) {
            action = Some(Action::SetTheme(*theme));
        }
        ui.add_space(4.0);
        action.or(trainee(ui, words, settings, state))
    })
    .inner
}

fn name(theme: Theme) -> &'static str {
    match theme {
        Theme::Day => "menu-theme-day",
        Theme::Night => "menu-theme-night",
        Theme::HighContrast => "menu-theme-contrast",
    }
}

fn text_size(ui: &mut Ui, words: &Words, percent: u16) -> Option<Action> {
    let mut wanted = percent;
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 36.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            let ink = tokens(ui).ink;
            line(ui, &words.text("menu-text-size"), fonts::regular(fonts::BODY), ink);
            ui.add_enabled_ui(percent > MIN_TEXT, |ui| {
                if icon_button(ui, "−", &words.text("menu-text-smaller")).clicked() {
                    wanted = stepped(percent, -1);
                }
            });
            let shown = words.format("menu-percent", &[("n", usize::from(percent).into())]);
            line(ui, &shown, fonts::semibold(fonts::BODY), ink);
            ui.add_enabled_ui(percent < MAX_TEXT, |ui| {
                if icon_button(ui, "+", &words.text("menu-text-larger")).clicked() {
                    wanted = stepped(percent, 1);
                }
            });
        });
    });
    (wanted != percent).then_some(Action::SetTextSize(wanted))
}

fn trainee(ui: &mut Ui, words: &Words, settings: &Settings, state: &mut UiState) -> Option<Action> {
    let ink = tokens(ui).ink;
    let label = line(ui, &words.text("menu-trainee"), fonts::regular(fonts::BODY), ink);
    let mut name = state.name.clone().unwrap_or_else(|| settings.trainee.clone());
    let field = TextEdit::singleline(&mut name)
        .char_limit(NAME)
        .margin(vec2(12.0, 8.0))
        .hint_text(words.text("menu-trainee-hint"))
        .desired_width(ui.available_width());
    let response = ui.add(field).labelled_by(label.id);
    note(ui, &words.text("menu-trainee-note"));
    let changed = response.changed();
    state.name = response.has_focus().then(|| name.clone());
    changed.then_some(Action::SetTrainee(name))
}
