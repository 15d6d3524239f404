//! How the live board is laid out: the figures over everything, then how it went beside what people said, where there is room.

use bevy_egui::egui::{Key, Ui, vec2};

use super::parts::{answers, competencies, endings, figures, names};
use super::view::{Action, Names, UiState, View};
use crate::game::theme::widgets::{
    Chip, Surface, bar_button, body, card, columns, note, page_keys, pressed, primary_button, secondary_button,
    sheet_under, surface, title, top_bar,
};
use crate::game::theme::{WIDE, tokens};
use crate::words::Words;

/// The widest page.
const WIDTH: f32 = 1480.0;

/// Shows a board and says what was asked for.
pub fn show(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    ui.painter().rect_filled(ui.max_rect(), 0.0, tokens(ui).paper);
    let wide = ui.available_width() >= WIDE;
    let by_key = keys(ui, state);
    let now = state.names;
    let ((back, toggled), answer) = sheet_under(
        ui,
        "live",
        WIDTH,
        |ui| bar(ui, words, view, now),
        |ui| {
            page_keys(ui);
            ui.spacing_mut().item_spacing.y = 12.0;
            let answer = (now == Names::Asked).then(|| ask(ui, words)).flatten();
            board(ui, words, view, now, wide);
            answer
        },
    );
    if toggled {
        state.names = turned(now);
    }
    if let Some(answer) = answer {
        state.names = answer;
    }
    if state.names != now {
        ui.ctx().request_repaint();
    }
    by_key.or(back)
}

/// Nothing leads straight from hidden names to names on the screen.
fn turned(names: Names) -> Names {
    match names {
        Names::Hidden => Names::Asked,
        Names::Asked | Names::Shown => Names::Hidden,
    }
}

fn keys(ui: &Ui, state: &mut UiState) -> Option<Action> {
    if pressed(ui, Key::N) {
        state.names = turned(state.names);
    }
    if !pressed(ui, Key::Escape) {
        return None;
    }
    if state.names == Names::Asked {
        state.names = Names::Hidden;
        return None;
    }
    Some(Action::Back)
}

/// The bar; whether to go back, and whether somebody asked for names or hides them.
fn bar(ui: &mut Ui, words: &Words, view: &View, names: Names) -> (Option<Action>, bool) {
    let as_of = (!view.as_of.is_empty()).then(|| Chip::on(&view.as_of));
    let chips: Vec<Chip> = view.chips.iter().map(Chip::new).chain(as_of).collect();
    top_bar(ui, &words.text("live-title"), &chips, |ui| {
        let key = if names == Names::Shown { "live-names-hide" } else { "live-names" };
        let toggled = bar_button(ui, &words.text(key), "N").clicked();
        let back = bar_button(ui, &words.text("briefing-back"), "Esc").clicked();
        (back.then_some(Action::Back), toggled)
    })
}

/// Says who would read the names, before anybody does.
fn ask(ui: &mut Ui, words: &Words) -> Option<Names> {
    surface(ui, Surface::Warning, |ui| {
        body(ui, &words.text("live-names-ask"));
        ui.spacing_mut().interact_size.y = 44.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            let hide = primary_button(ui, &words.text("live-names-no"), "Esc").clicked();
            let show = secondary_button(ui, &words.text("live-names-yes"), "").clicked();
            if hide { Some(Names::Hidden) } else { show.then_some(Names::Shown) }
        })
        .inner
    })
    .inner
}

fn board(ui: &mut Ui, words: &Words, view: &View, shown: Names, wide: bool) {
    const GAP: f32 = 18.0;
    if let Some(trouble) = &view.trouble {
        surface(ui, Surface::Warning, |ui| body(ui, trouble));
    }
    if view.empty {
        card(ui, |ui| title(ui, &words.text("live-empty")));
        return;
    }
    figures(ui, &view.figures);
    if wide {
        let width = ui.available_width();
        let right = (width * 0.42).floor();
        columns(ui, &[width - right - GAP, right], GAP, |ui, column| {
            ui.spacing_mut().item_spacing.y = 12.0;
            if column == 0 {
                competencies(ui, words, view);
                endings(ui, words, view);
            } else {
                answers(ui, words, view);
            }
        });
    } else {
        competencies(ui, words, view);
        endings(ui, words, view);
        answers(ui, words, view);
    }
    if shown == Names::Shown {
        names(ui, words, view);
    }
    for text in &view.notes {
        note(ui, text);
    }
}
