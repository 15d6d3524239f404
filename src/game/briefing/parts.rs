//! The cards of the briefing.

use bevy_egui::egui::{Align, Layout, Ui, vec2};

use super::view::{Action, Mode, UiState, View};
use crate::game::bust;
use crate::game::theme::widgets::{
    Chip, Surface, body, bullet, card, chip, choices, columns, heading, key_hint, line, note, primary_button,
    radio_card, secondary_button, strong, surface, title,
};
use crate::game::theme::{fonts, tokens};
use crate::words::{Words, keys};

/// What cannot be read here, before anybody tries; then the title, who the trainee is, and what is the case.
pub fn story(ui: &mut Ui, words: &Words, view: &View) {
    if let Some(why) = &view.unreadable {
        surface(ui, Surface::Warning, |ui| body(ui, why));
        ui.add_space(4.0);
    }
    title(ui, &view.title);
    ui.add_space(2.0);
    let ink = tokens(ui).ink;
    line(ui, &view.role, fonts::regular(20.0), ink);
    if !view.situation.is_empty() {
        body(ui, &view.situation);
    }
    if !view.authority.is_empty() {
        ui.add_space(4.0);
        card(ui, |ui| {
            heading(ui, &words.text("briefing-authority"));
            bullets(ui, &view.authority);
        });
    }
}

/// What was left in the middle here, and what becomes of it.
pub fn left(ui: &mut Ui, words: &Words, view: &View) {
    let Some(left) = &view.left else { return };
    surface(ui, Surface::Accent, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        strong(ui, &words.text("menu-unfinished"));
        note(ui, &left.told);
        if !left.note.is_empty() {
            body(ui, &left.note);
        }
        note(ui, &words.text("briefing-left-afresh"));
    });
}

/// What the trainee wanted to do the next time: this is it.
pub fn goal(ui: &mut Ui, words: &Words, view: &View) {
    let Some(goal) = &view.goal else { return };
    surface(ui, Surface::Accent, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        note(ui, &words.text("briefing-goal"));
        strong(ui, goal);
    });
}

/// Who is waiting, and where.
pub fn customer(ui: &mut Ui, words: &Words, view: &View) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        bust::beside(ui, view.portrait.as_ref(), 112.0, |ui| {
            note(ui, &words.text("briefing-customer"));
            let ink = tokens(ui).ink;
            line(ui, &view.customer, fonts::semibold(fonts::SPEECH), ink);
            if !view.about.is_empty() {
                body(ui, &view.about);
            }
            ui.add_space(2.0);
            ui.horizontal_wrapped(|ui| {
                for channel in &view.channels {
                    chip(ui, &Chip::new(channel));
                }
            });
        });
    });
}

/// Who comes: the story's own customer, or somebody of another temperament with the same case.
pub fn who(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    if view.forms.len() < 2 {
        return None;
    }
    let mut chosen = None;
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heading(ui, &words.text("briefing-who"));
        for (index, about) in view.forms.iter().enumerate() {
            let response = radio_card(ui, about, "", index == view.form, |ui| {
                body(ui, about);
            });
            if response.clicked() {
                chosen = Some(Action::Form(index));
            }
        }
    });
    chosen
}

/// What is practised, each with what it means.
pub fn practised(ui: &mut Ui, words: &Words, view: &View) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        heading(ui, &words.text("briefing-practised"));
        for competency in &view.competencies {
            ui.add_space(6.0);
            strong(ui, &competency.name);
            note(ui, &competency.definition);
        }
    });
}

/// How to play, as keys.
pub fn how_to_play(ui: &mut Ui, words: &Words, view: &View) {
    card(ui, |ui| {
        heading(ui, &words.text("briefing-keys"));
        ui.spacing_mut().interact_size.y = 22.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(20.0, 8.0);
            key_hint(ui, &["1", "…", "5"], &words.text("briefing-key-numbers"));
            key_hint(ui, &["↑", "↓", "↵"], &words.text("briefing-key-arrows"));
            key_hint(ui, &["N"], &words.text("briefing-key-notebook"));
            key_hint(ui, &["Esc"], &words.text("briefing-key-pause"));
        });
        note(ui, &words.text("briefing-mouse"));
        bullets(ui, &view.remarks);
    });
}

/// The two ways to play and what each means, where the foot has no room for that.
pub fn modes(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) {
    if view.fixed.is_some() {
        return;
    }
    heading(ui, &words.text("briefing-mode"));
    mode_card(ui, words, Mode::Practice, state);
    mode_card(ui, words, Mode::Assessment, state);
}

/// The foot of a wide window: the two ways to play, and the buttons that begin.
pub fn start(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    const GAP: f32 = 12.0;
    let button = if view.can_go_on() { 300.0 } else { 190.0 };
    let width = ui.available_width();
    let mut asked = None;
    let mut buttons = |ui: &mut Ui, mode: Mode| {
        ui.with_layout(Layout::top_down(Align::Max), |ui| asked = begin(ui, words, view, mode));
    };
    if let Some(mode) = view.fixed {
        columns(ui, &[width - button - GAP, button], GAP, |ui, column| match column {
            0 => {
                heading(ui, &words.text(keys::mode(mode)));
                note(ui, &words.text(keys::mode_meaning(mode)));
            }
            _ => buttons(ui, mode),
        });
    } else {
        let half = (width - button - 2.0 * GAP) / 2.0;
        columns(ui, &[half, half, button], GAP, |ui, column| match column {
            0 => mode_card(ui, words, Mode::Practice, state),
            1 => mode_card(ui, words, Mode::Assessment, state),
            _ => {
                ui.add_space(if view.can_go_on() { 0.0 } else { 16.0 });
                buttons(ui, state.mode);
            }
        });
    }
    asked
}

/// The foot of a narrow window, in one line where that fits: the way to play in one word each, and the button that begins. Where
/// something can be gone on with, only that and the other way to begin: the page has the ways to play.
pub fn start_line(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    ui.spacing_mut().interact_size.y = 44.0;
    let line = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        match view.fixed {
            _ if view.can_go_on() => {}
            Some(mode) => {
                strong(ui, &words.text(keys::mode(mode)));
            }
            None => mode_chips(ui, words, state),
        }
        begin(ui, words, view, state.mode)
    };
    ui.horizontal_wrapped(line).inner
}

fn mode_chips(ui: &mut Ui, words: &Words, state: &mut UiState) {
    let modes = [Mode::Practice, Mode::Assessment];
    let names = modes.map(|mode| words.text(keys::mode(mode)));
    let now = modes.iter().position(|mode| *mode == state.mode);
    if let Some(mode) = choices(ui, "", &names, now).and_then(|asked| modes.get(asked)) {
        state.mode = *mode;
    }
}

/// The button that begins; where something was left in the middle, the one that goes on with it first.
fn begin(ui: &mut Ui, words: &Words, view: &View, mode: Mode) -> Option<Action> {
    if !view.can_go_on() {
        return primary_button(ui, &words.text("briefing-start"), "↵").clicked().then_some(Action::Start(mode));
    }
    let on = primary_button(ui, &words.text("menu-continue"), "↵").clicked();
    let afresh = secondary_button(ui, &words.text("menu-afresh"), "S").clicked();
    if on { Some(Action::GoOn) } else { afresh.then_some(Action::Start(mode)) }
}

fn mode_card(ui: &mut Ui, words: &Words, mode: Mode, state: &mut UiState) {
    let chosen = state.mode == mode;
    let name = format!("{}: {}", words.text(keys::mode(mode)), words.text(keys::mode_meaning(mode)));
    let response = radio_card(ui, &name, number(mode), chosen, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        strong(ui, &words.text(keys::mode(mode)));
        note(ui, &words.text(keys::mode_meaning(mode)));
    });
    if response.clicked() {
        state.mode = mode;
    }
}

/// The digit that chooses `mode`.
fn number(mode: Mode) -> &'static str {
    match mode {
        Mode::Practice => "1",
        Mode::Assessment => "2",
    }
}

fn bullets(ui: &mut Ui, lines: &[String]) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let accent = tokens(ui).accent;
        for text in lines {
            bullet(ui, "•", accent, |ui| body(ui, text));
        }
    });
}
