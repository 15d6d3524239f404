//! The promise card: what will happen, who answers for it, by when. Picks narrow each other until one written offer is left; then
//! its line stands there to be promised.

use bevy_egui::egui::{Label, Ui, vec2};

use super::choose::point;
use super::keys::Press;
use super::narrow::{ROWS, Table};
use super::show::Scene;
use super::slip::{Slip, name_group, slip};
use super::speech::{Line, announce, utterance};
use super::state::{Asked, UiState};
use super::view::{Action, Offer};
use crate::game::theme::widgets::{Surface, card, line, note, primary_button, secondary_button, surface};
use crate::game::theme::{fonts, tokens};

/// The row below the card: "Promise it" and "Change".
const BUTTONS: usize = ROWS;
/// Places between one row's cursor and the next.
const STRIDE: usize = 16;

/// The card, and below it the promise once it is complete.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, offers: &[Offer]) -> Option<Action> {
    let words = scene.words;
    let table = table(scene, offers);
    if state.picks.is_empty() && state.cursor.is_none() {
        state.row = table.next_row(&state.picks).unwrap_or(BUTTONS);
    }
    let mut promise = false;
    let mut moved = false;
    for &press in scene.presses {
        match keyboard(state, &table, press) {
            Step::Nothing => {}
            Step::Moved => moved = true,
            Step::Promise => promise = true,
        }
    }
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 14.0;
        for row in (0..ROWS).filter(|&row| !table.values(row).is_empty()) {
            ui.push_id(row, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                rows_of_slips(ui, scene, state, &table, row, moved);
            });
        }
    });
    let Some(offer) = table.outcome(&state.picks).and_then(|index| offers.get(index)) else {
        let response = note(ui, &words.text("conversation-commit-help"));
        announce(ui, &response);
        return None;
    };
    let (job, _) = utterance(ui, words, None, Some(Line::on(scene.view.channel, &offer.line)), scene.sizes.body);
    surface(ui, Surface::Accent, |ui| {
        let response = ui.add(Label::new(job).wrap());
        announce(ui, &response);
    });
    let (yes, change) = ui
        .horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            let yes = primary_button(ui, &words.text("conversation-promise"), "↵");
            point(ui, state, &yes, place(BUTTONS, 0), moved);
            let change = secondary_button(ui, &words.text("conversation-change"), "⌫");
            point(ui, state, &change, place(BUTTONS, 1), moved);
            (yes, change)
        })
        .inner;
    if scene.clicked(&change) {
        clear(state, &table);
        ui.ctx().request_repaint();
    }
    if !(promise || scene.clicked(&yes)) || state.asked == Asked::Answered {
        return None;
    }
    state.asked = Asked::Answered;
    Some(Action::Reply(offer.id.clone()))
}

/// How many values there are to pick from in the row that the numbers pick in; none where there is nothing left to pick.
pub fn values_in_row(scene: &Scene<'_>, state: &UiState, offers: &[Offer]) -> usize {
    table(scene, offers).values(state.row).len()
}

fn table(scene: &Scene<'_>, offers: &[Offer]) -> Table {
    Table::new(offers, &scene.words.text("promise-nobody"), &scene.words.text("promise-no-date"))
}

fn rows_of_slips(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, table: &Table, row: usize, moved: bool) {
    let tokens = tokens(ui);
    let now = state.row == row;
    let name = scene.words.text(match row {
        0 => "conversation-what",
        1 => "conversation-who",
        2 => "conversation-when",
        _ => "conversation-which",
    });
    let (font, colour) =
        if now { (fonts::semibold(fonts::NOTE), tokens.accent) } else { (fonts::regular(fonts::NOTE), tokens.soft) };
    line(ui, &name, font, colour);
    ui.horizontal_wrapped(|ui| {
        name_group(ui, &name);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let settled = table.settled(&state.picks, row);
        for (value, text) in table.values(row).iter().enumerate() {
            let shown = Slip {
                text,
                number: now.then_some(value + 1),
                on: settled == Some(value),
                faint: !table.is_open(&state.picks, row, value),
                whole_row: false,
                size: (scene.sizes.body - 2.0).max(fonts::NOTE + 1.0),
                above: 5.0,
            };
            let response = slip(ui, &shown);
            point(ui, state, &response, place(row, value), moved);
            if response.has_focus() && !moved {
                state.row = row;
            }
            if scene.clicked(&response) {
                pick(state, table, row, value);
                ui.ctx().request_repaint();
            }
        }
    });
}

enum Step {
    Nothing,
    Moved,
    Promise,
}

fn keyboard(state: &mut UiState, table: &Table, press: Press) -> Step {
    let row = state.row;
    let column = state.cursor.filter(|at| at / STRIDE == row).map(|at| at % STRIDE);
    let count = if row == BUTTONS { 2 } else { table.values(row).len() };
    let complete = table.outcome(&state.picks).is_some();
    match press {
        Press::Number(number) if row < BUTTONS && (1..=count).contains(&number) => pick(state, table, row, number - 1),
        Press::Back => clear(state, table),
        Press::Left => go(state, row, column.map_or(0, |at| at.saturating_sub(1))),
        Press::Right => go(state, row, column.map_or(0, |at| (at + 1).min(count.saturating_sub(1)))),
        Press::Up | Press::Down => {
            let mut rows =
                (0..=BUTTONS).filter(|&at| if at == BUTTONS { complete } else { !table.values(at).is_empty() });
            let next = if press == Press::Up { rows.rfind(|&at| at < row) } else { rows.find(|&at| at > row) };
            // The first arrow shows where one is.
            let next = if column.is_none() && press == Press::Down { Some(row) } else { next };
            let next = next.unwrap_or(row);
            go(state, next, table.settled(&state.picks, next).unwrap_or(0));
        }
        Press::Enter | Press::Space => match column {
            Some(0) if row == BUTTONS => return Step::Promise,
            Some(_) if row == BUTTONS => clear(state, table),
            Some(value) if table.settled(&state.picks, row) != Some(value) => pick(state, table, row, value),
            _ if complete && press == Press::Enter => return Step::Promise,
            Some(value) => pick(state, table, row, value),
            None => go(state, row, 0),
        },
        Press::Number(_) | Press::Notebook | Press::Again | Press::Escape | Press::Bigger | Press::Smaller => {
            return Step::Nothing;
        }
    }
    Step::Moved
}

/// Picks a value and goes on to the row that is asked next.
fn pick(state: &mut UiState, table: &Table, row: usize, value: usize) {
    table.pick(&mut state.picks, row, value);
    let next = table.next_row(&state.picks).unwrap_or(BUTTONS);
    go(state, next, 0);
}

fn clear(state: &mut UiState, table: &Table) {
    state.picks.clear();
    let next = table.next_row(&state.picks).unwrap_or(BUTTONS);
    go(state, next, 0);
}

fn go(state: &mut UiState, row: usize, column: usize) {
    state.row = row;
    state.cursor = Some(place(row, column));
}

fn place(row: usize, column: usize) -> usize {
    row * STRIDE + column
}
