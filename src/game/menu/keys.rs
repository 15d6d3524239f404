//! The keys of the menu.

use bevy_egui::egui::{Event, Key, Memory, Ui};

use super::list::{Item, items};
use super::view::{Action, MAX_TEXT, MIN_TEXT, TEXT_STEPS, UiState, View};
use crate::game::theme::widgets::{pressed, typing};

const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// Takes the keys that belong to the menu and says what they ask for.
pub fn take(ui: &Ui, view: &View, state: &mut UiState) -> Option<Action> {
    if !state.placed {
        state.placed = true;
        state.selected = items(view).iter().position(|item| item.opens().is_some()).unwrap_or_default();
    }
    let last = items(view).len().saturating_sub(1);
    state.selected = state.selected.min(last);
    let size = text_size(ui, view.settings.text_percent);
    if size.is_some() || typing(ui) {
        return size;
    }
    let before = state.selected;
    if pressed(ui, Key::ArrowDown) {
        state.selected = (state.selected + 1).min(last);
    }
    if pressed(ui, Key::ArrowUp) {
        state.selected = state.selected.saturating_sub(1);
    }
    if pressed(ui, Key::Home) {
        state.selected = 0;
    }
    if pressed(ui, Key::End) {
        state.selected = last;
    }
    if state.selected != before {
        state.reveal = true;
        // The selection has moved on: a ring that stays behind would say that Enter means another card.
        if let Some(focused) = ui.memory(Memory::focused) {
            ui.memory_mut(|memory| memory.surrender_focus(focused));
        }
    }
    let number = DIGITS.iter().position(|digit| pressed(ui, *digit));
    if let Some(number) = number {
        let chosen = items(view).into_iter().find(|item| item.number() == Some(number + 1));
        return chosen.and_then(|item| item.opens());
    }
    // Enter on something that has the focus presses that; otherwise it opens the selected card. A broken one takes it itself.
    let focused = ui.memory(|memory| memory.focused().is_some());
    let opens = items(view).get(state.selected).and_then(Item::opens)?;
    (!focused && pressed(ui, Key::Enter)).then_some(opens)
}

/// `−` and `+`, with Ctrl or alone, step the text size; Ctrl+0 puts it back to 100 %.
fn text_size(ui: &Ui, percent: u16) -> Option<Action> {
    let alone = !typing(ui);
    let mut step = 0_i32;
    let mut reset = false;
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let taken = modifiers.command || (alone && !modifiers.alt);
            match key {
                Key::Plus | Key::Equals if taken => step += 1,
                Key::Minus if taken => step -= 1,
                Key::Num0 if modifiers.command => reset = true,
                _ => return true,
            }
            false
        });
    });
    let wanted = if reset { 100 } else { stepped(percent, step) };
    (wanted != percent).then_some(Action::SetTextSize(wanted))
}

/// The text size one step away from `percent`, within the limits; a size between two steps goes to the next one.
pub fn stepped(percent: u16, step: i32) -> u16 {
    match step {
        0 => percent,
        1.. => TEXT_STEPS.into_iter().find(|size| *size > percent).unwrap_or(MAX_TEXT),
        ..=-1 => TEXT_STEPS.into_iter().rev().find(|size| *size < percent).unwrap_or(MIN_TEXT),
    }
}
