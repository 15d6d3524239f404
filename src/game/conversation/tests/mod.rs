//! The screen driven by keys, clicks and screen-reader names, without a window.

mod channels;
mod choosing;
mod drawing;
mod marking;
mod pages;
mod waiting;

use bevy_egui::egui::{self, Key, Rect, Vec2, vec2};
use egui_kittest::Harness;

use super::{Action, Channel, UiState, View, show};
use crate::game::theme::{self, Theme};
use crate::words::Words;

struct Game {
    view: View,
    state: UiState,
    actions: Vec<Action>,
}

fn play_at(size: Vec2, view: View) -> Harness<'static, Game> {
    let mut harness = window(size, view, 0.25);
    harness.run();
    harness
}

/// The screen in a window of `size`, with `seconds` between frames.
fn window(size: Vec2, view: View, seconds: f32) -> Harness<'static, Game> {
    let words = Words::english();
    let mut installed = false;
    let theme = if view.channel == Channel::Phone { Theme::Night } else { Theme::Day };
    let game = Game { view, state: UiState::default(), actions: Vec::new() };
    Harness::builder().with_size(size).with_step_dt(seconds).build_ui_state(
        move |ui, game: &mut Game| {
            if !installed {
                // Fonts are there from the next frame on.
                theme::install(ui.ctx());
                theme::set_theme(ui.ctx(), theme);
                theme::set_reduced_motion(ui.ctx(), true);
                installed = true;
                ui.ctx().request_repaint();
                return;
            }
            let mut paint = |painter: &egui::Painter, rect: Rect, _: super::StageKind| {
                painter.rect_filled(rect, 0.0, egui::Color32::LIGHT_BLUE);
            };
            game.actions.extend(show(ui, &words, &game.view, &mut game.state, &mut paint));
        },
        game,
    )
}

fn play(view: View) -> Harness<'static, Game> {
    let mut harness = play_at(vec2(1280.0, 720.0), view);
    read(&mut harness);
    harness
}

/// Looks at the replies for long enough to have read them: a key or a click before that does not count.
fn read(harness: &mut Harness<'_, Game>) {
    harness.run_steps(2);
}

fn press(harness: &mut Harness<'_, Game>, keys: &[Key]) {
    for key in keys {
        read(harness);
        harness.key_press(*key);
        harness.run();
    }
}

fn actions(harness: &Harness<'_, Game>) -> Vec<Action> {
    harness.state().actions.clone()
}

fn reply(id: &str) -> Vec<Action> {
    vec![Action::Reply(id.into())]
}

fn slowly(view: View) -> View {
    View { words_at_once: false, ..view }
}
