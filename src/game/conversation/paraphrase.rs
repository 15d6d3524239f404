//! "What did you hear?": fragments that are marked, the sentence they make, and saying it. In a wide window the button stands
//! below what scrolls, so that it is always in sight.

use bevy_egui::egui::{Label, Ui};

use super::choose::{point, step};
use super::keys::Press;
use super::show::Scene;
use super::slip::{Slip, slip};
use super::speech::announce;
use super::state::{Asked, UiState};
use super::view::{Action, Fragment};
use crate::game::theme::widgets::{note, primary_button, text_job};
use crate::game::theme::{fonts, tokens};

/// Height of a window, in points, from which the sentence that the fragments make stands below them, with the button.
const ROOM: f32 = 640.0;

/// What this frame's keys did, for the button.
#[derive(Clone, Copy, Debug, Default)]
pub struct Keyed {
    say: bool,
    moved: bool,
    /// The sentence stands above the button, not below the fragments.
    heard: bool,
}

/// The fragments and the sentence; the button too, unless it stands apart.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, fragments: &[Fragment]) -> Option<Action> {
    let count = fragments.len();
    let mut say = false;
    let mut moved = false;
    for press in scene.presses {
        match press {
            Press::Number(number) if (1..=count).contains(number) => {
                toggle(state, number - 1);
                state.cursor = Some(number - 1);
                moved = true;
            }
            Press::Space => match state.cursor {
                Some(cursor) if cursor < count => toggle(state, cursor),
                Some(_) => say = true,
                None => moved = step(&mut state.cursor, true, count + 1),
            },
            Press::Enter if state.chosen.is_empty() => moved = step(&mut state.cursor, true, count),
            Press::Enter => say = true,
            Press::Down | Press::Right => moved = step(&mut state.cursor, true, count + 1),
            Press::Up | Press::Left => moved = step(&mut state.cursor, false, count + 1),
            Press::Back => state.chosen.clear(),
            Press::Number(_) | Press::Notebook | Press::Again | Press::Escape | Press::Bigger | Press::Smaller => {}
        }
    }
    note(ui, &scene.words.text("conversation-paraphrase-help"));
    let (around, between) = scene.sizes.spacing.around_and_between();
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = between * 0.7;
        for (index, fragment) in fragments.iter().enumerate() {
            let shown = Slip {
                text: &fragment.text,
                number: Some(index + 1),
                on: state.chosen.contains(&index),
                faint: false,
                whole_row: true,
                size: scene.sizes.body,
                above: around * 0.6,
            };
            let response = slip(ui, &shown);
            point(ui, state, &response, index, moved);
            if scene.clicked(&response) {
                toggle(state, index);
                ui.ctx().request_repaint();
            }
        }
    });
    // What would be said is in sight wherever that leaves room for the fragments.
    let apart = scene.sizes.wide && ui.ctx().viewport_rect().height() >= ROOM;
    if !apart {
        heard(ui, scene, state, fragments);
    }
    let keyed = Keyed { say, moved, heard: apart };
    if scene.sizes.wide {
        state.apart = Some(keyed);
        return None;
    }
    button(ui, scene, state, fragments, keyed)
}

/// "Say it".
pub fn button(
    ui: &mut Ui,
    scene: &Scene<'_>,
    state: &mut UiState,
    fragments: &[Fragment],
    Keyed { say, moved, heard: with_words }: Keyed,
) -> Option<Action> {
    if with_words {
        heard(ui, scene, state, fragments);
        ui.add_space(10.0);
    }
    let button = ui
        .add_enabled_ui(!state.chosen.is_empty(), |ui| primary_button(ui, &scene.words.text("conversation-say"), "↵"))
        .inner;
    point(ui, state, &button, fragments.len(), moved);
    if !(say || scene.clicked(&button)) || state.chosen.is_empty() || state.asked == Asked::Answered {
        return None;
    }
    state.asked = Asked::Answered;
    let ids = state.chosen.iter().filter_map(|&index| fragments.get(index)).map(|fragment| fragment.id.clone());
    Some(Action::Fragments(ids.collect()))
}

fn toggle(state: &mut UiState, index: usize) {
    if !state.chosen.remove(&index) {
        state.chosen.insert(index);
    }
}

/// "What I heard: …; …"
fn heard(ui: &mut Ui, scene: &Scene<'_>, state: &UiState, fragments: &[Fragment]) {
    let tokens = tokens(ui);
    let chosen: Vec<&str> =
        state.chosen.iter().filter_map(|&index| fragments.get(index)).map(|fragment| fragment.text.as_str()).collect();
    let (text, colour) = if chosen.is_empty() {
        (scene.words.text("conversation-heard-nothing"), tokens.soft)
    } else {
        let joined = chosen.join("; ");
        (scene.words.format("conversation-heard", &[("fragments", (&joined).into())]), tokens.ink)
    };
    let response = ui.add(Label::new(text_job(&text, fonts::regular(scene.sizes.body), colour)).wrap());
    announce(ui, &response);
}
