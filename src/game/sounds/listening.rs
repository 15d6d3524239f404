//! Between the conversation and the player: what is to be heard now, and whether anybody is to hear it.

#![allow(clippy::needless_pass_by_value, reason = "bevy hands a system what it needs, by value")]

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

use super::player::Player;
use super::{Moment, ambience, cue, gain};
use crate::game::settings::Settings;
use crate::game::wiring::Screen;
use crate::game::wiring::conversation::Conversation;
use crate::sound::Cue;

/// The sounds' systems.
pub fn plugin(app: &mut App) {
    app.insert_resource(Sounds { player: Player::start(), heard: None, volume: None });
    // After the screens: what they have just been asked for holds at once.
    app.add_systems(Last, listen);
}

/// What plays, and what was heard last.
#[derive(Resource)]
struct Sounds {
    player: Player,
    heard: Option<Moment>,
    volume: Option<u8>,
}

fn listen(
    screen: Res<State<Screen>>,
    settings: Res<Settings>,
    conversation: Option<Res<Conversation>>,
    windows: Query<&Window, With<PrimaryWindow>>,
    mut sounds: ResMut<Sounds>,
) {
    // Nobody listens to a window that they have turned away from.
    let listening = windows.iter().any(|window| window.focused);
    let loud = if listening { gain(settings.volume) } else { 0.0 };
    let on_screen = conversation.filter(|_| *screen.get() == Screen::Conversation);
    let paused = on_screen.as_ref().is_some_and(|conversation| conversation.is_paused());
    let now = on_screen.map(|conversation| conversation.moment());
    let place = now.as_ref().filter(|_| !paused).and_then(ambience);
    sounds.player.place(place, loud);
    if let Some(cue) = now.as_ref().and_then(|now| cue(sounds.heard.as_ref(), now)) {
        sounds.player.cue(cue, loud);
    }
    sounds.heard = now;
    // Whoever sets the volume hears what they have set.
    if sounds.volume.replace(settings.volume).is_some_and(|before| before != settings.volume) {
        sounds.player.cue(Cue::Message, loud);
    }
}
