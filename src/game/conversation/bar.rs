//! The bar at the top: which scenario, where in the service, how the two are in touch; and the two pages that can be opened.

use bevy_egui::egui::{Align, Frame, Label, Layout, Margin, Stroke, Ui, vec2};

use super::notebook;
use super::show::Scene;
use super::state::UiState;
use super::view::Phase;
use crate::game::theme::widgets::{Chip, chip_button, line, pause_button, plain, text_job, top_bar};
use crate::game::theme::{fonts, tokens};
use crate::words::keys;

/// From this width on there is room for all three phases.
const ALL_PHASES: f32 = 1150.0;

/// The bar of a wide window.
pub fn wide(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) {
    let mut chips = phases(scene, ui.available_width() >= ALL_PHASES);
    chips.push(Chip::new(touch(scene)));
    chips.push(Chip::new(mode(scene)));
    top_bar(ui, &scene.view.title, &chips, |ui| pages(ui, scene, state));
}

/// The bar of a small window: one row.
pub fn compact(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) {
    let tokens = tokens(ui);
    let margin = Margin::symmetric(if ui.available_width() < 480.0 { 12 } else { 20 }, 4);
    let shown = Frame::new().fill(tokens.card).inner_margin(margin).show(ui, |ui| {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 36.0), Layout::right_to_left(Align::Center), |ui| {
            // From the right, so that the title takes what is left over.
            ui.spacing_mut().item_spacing.x = 8.0;
            let pause = pause_button(ui, &scene.words.text("conversation-pause"));
            if pause.clicked() {
                state.paused = true;
            }
            if chip_button(ui, &notebook_chip(scene, state)).clicked() {
                state.notebook = !state.notebook;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = text_job(&scene.view.title, fonts::semibold(fonts::BODY), tokens.ink);
                ui.add(Label::new(title).truncate());
            });
        });
    });
    let rect = shown.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line));
}

/// Where and how, in one soft line, for a window without room for chips.
pub fn whereabouts(ui: &mut Ui, scene: &Scene<'_>) {
    let phase = scene.words.text(keys::phase(scene.view.phase));
    let text = format!("{phase} · {} · {}", touch(scene), mode(scene));
    line(ui, &text, fonts::regular(fonts::NOTE), tokens(ui).soft);
}

/// What the trainee should know about the program, under the bar.
pub fn notice(ui: &mut Ui, scene: &Scene<'_>) {
    let Some(notice) = &scene.view.notice else { return };
    let tokens = tokens(ui);
    let margin = Margin::symmetric(if ui.available_width() < 480.0 { 12 } else { 24 }, 6);
    Frame::new().fill(tokens.gold.gamma_multiply(0.22)).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        line(ui, &plain(notice), fonts::regular(fonts::NOTE), tokens.ink);
    });
}

fn pages(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) {
    if chip_button(ui, &notebook_chip(scene, state)).clicked() {
        state.notebook = !state.notebook;
    }
    if chip_button(ui, &Chip::new(scene.words.text("conversation-pause"))).clicked() {
        state.paused = true;
    }
}

fn notebook_chip(scene: &Scene<'_>, state: &UiState) -> Chip {
    Chip { text: notebook::title(scene), on: state.notebook, leads: false }
}

fn phases(scene: &Scene<'_>, all: bool) -> Vec<Chip> {
    [Phase::Before, Phase::During, Phase::After]
        .into_iter()
        .map(|phase| (phase, phase == scene.view.phase))
        .filter(|(_, now)| all || *now)
        .map(|(phase, on)| Chip { text: scene.words.text(keys::phase(phase)), on, leads: all && phase != Phase::After })
        .collect()
}

/// "Face to face · pool desk".
fn touch(scene: &Scene<'_>) -> String {
    let channel = scene.words.text(keys::channel(scene.view.channel));
    if scene.view.place.is_empty() { channel } else { format!("{channel} · {}", scene.view.place) }
}

fn mode(scene: &Scene<'_>) -> String {
    scene.words.text(keys::mode(scene.view.mode))
}
