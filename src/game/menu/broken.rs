//! A file that cannot be played: what is wrong with it, where, and what to do, in full and ready to be copied.

use bevy_egui::egui::{Key, Ui};

use super::view::{Broken, Problem, UiState};
use crate::game::theme::widgets::{Surface, body, coloured, line, note, pressed, secondary_button, surface};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// Draws the card of `file`, which is the entry number `place` of the folder.
pub fn broken(ui: &mut Ui, words: &Words, file: &Broken, selected: bool, state: &mut UiState, place: usize) {
    let kind = if selected { Surface::Accent } else { Surface::Warning };
    surface(ui, kind, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let upset = tokens(ui).upset;
        coloured(ui, &words.text("menu-broken"), upset);
        if let Some(title) = &file.title {
            let ink = tokens(ui).ink;
            line(ui, title, fonts::semibold(fonts::HEADING), ink);
        }
        note(ui, &file.file);
        for problem in &file.problems {
            ui.add_space(4.0);
            if let Some(place) = placed(words, problem) {
                note(ui, &place);
            }
            body(ui, &problem.what);
            if !problem.help.is_empty() {
                let accent = tokens(ui).accent;
                let help = words.format("menu-problem-help", &[("help", (&problem.help).into())]);
                line(ui, &help, fonts::regular(fonts::BODY), accent);
            }
        }
        ui.add_space(4.0);
        let label = if state.copied == Some(place) { "menu-copied" } else { "menu-copy" };
        let key = if selected { "↵" } else { "" };
        let by_key = selected && ui.memory(|memory| memory.focused().is_none()) && pressed(ui, Key::Enter);
        if secondary_button(ui, &words.text(label), key).clicked() || by_key {
            ui.ctx().copy_text(message(words, file));
            state.copied = Some(place);
        }
    });
}

/// The message as plain text: one block for each problem.
pub fn message(words: &Words, file: &Broken) -> String {
    let blocks = file.problems.iter().map(|problem| {
        let at = problem.place.map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
        let help = if problem.help.is_empty() {
            String::new()
        } else {
            format!("\n  {}", words.format("menu-problem-help", &[("help", (&problem.help).into())]))
        };
        format!("{}{at}: {}{help}\n", file.file, problem.what)
    });
    blocks.collect()
}

fn placed(words: &Words, problem: &Problem) -> Option<String> {
    let (line, column) = problem.place?;
    Some(words.format("menu-problem-place", &[("line", line.into()), ("column", column.into())]))
}
