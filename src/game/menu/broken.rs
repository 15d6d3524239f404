//! A file that cannot be played: what is wrong with it, where, and what to do. One line until somebody wants to know;
//! then in full and ready to be copied.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Key, Label, Response, Ui};

use super::view::{Broken, Problem, UiState};
use crate::game::theme::widgets::{
    Surface, add_run, body, choice_card, line, note, pressed, secondary_button, surface,
};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// Draws the card of `file`, which is the entry number `place` of the folder: one line that unfolds.
pub fn broken(
    ui: &mut Ui,
    words: &Words,
    file: &Broken,
    selected: bool,
    state: &mut UiState,
    place: usize,
) -> Response {
    let unfolded = state.unfolded == Some(place);
    let by_key = selected && ui.memory(|memory| memory.focused().is_none()) && pressed(ui, Key::Enter);
    let line = folded(ui, words, file, selected, unfolded);
    if line.clicked() || (by_key && !unfolded) {
        state.unfolded = (!unfolded).then_some(place);
        state.reveal |= !unfolded;
        ui.ctx().request_repaint();
    }
    if unfolded {
        surface(ui, Surface::Warning, |ui| {
            whole(ui, words, file);
            let label = if state.copied == Some(place) { "menu-copied" } else { "menu-copy" };
            let key = if selected { "↵" } else { "" };
            if secondary_button(ui, &words.text(label), key).clicked() || by_key {
                ui.ctx().copy_text(message(words, file));
                state.copied = Some(place);
            }
        });
    }
    line
}

/// "pool.ron · cannot be played · The beat `desk2` does not exist."
fn folded(ui: &mut Ui, words: &Words, file: &Broken, selected: bool, unfolded: bool) -> Response {
    let tokens = tokens(ui);
    let mut job = LayoutJob::default();
    add_run(&mut job, &file.file, fonts::semibold(fonts::BODY), tokens.ink);
    add_run(&mut job, &format!(" · {}", words.text("menu-broken")), fonts::semibold(fonts::NOTE), tokens.upset);
    if let Some(problem) = file.problems.first() {
        add_run(&mut job, &format!(" · {}", problem.what), fonts::regular(fonts::NOTE), tokens.soft);
    }
    let name = job.text.clone();
    let response = choice_card(ui, &name, None, selected, |ui| {
        ui.add(Label::new(job).truncate());
    });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(unfolded));
    response
}

/// Everything that is wrong with `file`.
fn whole(ui: &mut Ui, words: &Words, file: &Broken) {
    ui.spacing_mut().item_spacing.y = 6.0;
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
