//! The card that tells why a text cannot be played: open where the window has room for it, folded to a line where it has not.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiInput, EguiPreUpdateSet, EguiPrimaryContextPass, egui};

use super::Rewriting;
use crate::game::desk::Desk;
use crate::game::drawing::put_above;
use crate::game::rewriting::{self, Asked, Folded};
use crate::game::sleep::Moving;
use crate::game::wiring::Screen;
use crate::game::wiring::conversation::Conversation;

pub fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, take_keys.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass));
    app.add_systems(EguiPrimaryContextPass, draw);
}

/// Esc closes the card, and F8 folds or unfolds it, before they mean anything else.
fn take_keys(mut inputs: Query<&mut EguiInput>, mut rewriting: ResMut<Rewriting>, mut moving: ResMut<Moving>) {
    for mut input in &mut inputs {
        if rewriting.trouble.is_some() && take_key(&mut input, egui::Key::F8) {
            rewriting.unfolded = Some(!rewriting.drawn_unfolded);
            moving.changed();
        }
        if rewriting.trouble.is_some() && take_key(&mut input, egui::Key::Escape) {
            rewriting.tell(None);
            moving.changed();
        }
    }
}

/// Whether a key was pressed; nobody else is told then.
fn take_key(input: &mut EguiInput, wanted: egui::Key) -> bool {
    let is_pressed =
        |event: &egui::Event| matches!(event, egui::Event::Key { key, pressed: true, .. } if *key == wanted);
    let pressed = input.events.iter().any(is_pressed);
    if pressed {
        input.events.retain(|event| !is_pressed(event));
    }
    pressed
}

fn draw(
    mut contexts: EguiContexts,
    screen: Res<State<Screen>>,
    desk: Res<Desk>,
    conversation: Option<Res<Conversation>>,
    mut rewriting: ResMut<Rewriting>,
    mut moving: ResMut<Moving>,
) -> Result {
    let decisions = conversation.map_or(0, |conversation| conversation.playing.turns().len());
    let ctx = contexts.ctx_mut()?;
    let unfolded = rewriting.unfolded.unwrap_or(!rewriting::leaves_no_room(ctx.viewport_rect()));
    rewriting.drawn_unfolded = unfolded;
    let folded = rewriting.trouble.as_ref().filter(|_| !unfolded).map(|trouble| Folded::of(&desk.words, trouble));
    if put_above(ctx, rewriting.line(*screen.get(), decisions), folded) {
        rewriting.unfolded = Some(true);
        moving.changed();
    }
    let card = rewriting.trouble.as_ref().filter(|_| unfolded);
    match card.and_then(|trouble| rewriting::card(ctx, &desk.words, trouble)) {
        None => return Ok(()),
        Some(Asked::Close) => rewriting.tell(None),
        Some(Asked::Fold) => rewriting.unfolded = Some(false),
    }
    moving.changed();
    Ok(())
}
