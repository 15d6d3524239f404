//! Nothing moves, so nothing is drawn: the window sleeps until there is input or something asks for the next picture.

use std::time::Duration;

use bevy::prelude::*;
use bevy::window::RequestRedraw;
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{EguiInput, EguiPreUpdateSet, egui};

pub fn plugin(app: &mut App) {
    let asleep = UpdateMode::Reactive {
        wait: Duration::MAX,
        react_to_device_events: false,
        react_to_user_events: true,
        react_to_window_events: true,
    };
    app.insert_resource(WinitSettings { focused_mode: asleep, unfocused_mode: asleep });
    app.init_resource::<Moving>();
    app.add_systems(
        PreUpdate,
        drop_repeated_modifiers.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
    );
    app.add_systems(Last, ask_for_the_next_picture);
}

/// Whether something moves, set by whatever moves while it does.
#[derive(Resource, Default)]
pub struct Moving {
    /// Pictures still to be drawn, at least.
    frames: u8,
}

impl Moving {
    /// Something will look different in the next picture.
    pub fn keep_going(&mut self) {
        self.frames = self.frames.max(1);
    }

    /// Something changed once; two pictures let egui's layout settle.
    pub fn changed(&mut self) {
        self.frames = self.frames.max(2);
    }
}

fn ask_for_the_next_picture(mut moving: ResMut<Moving>, mut redraw: MessageWriter<RequestRedraw>) {
    if moving.frames > 0 {
        moving.frames -= 1;
        redraw.write(RequestRedraw);
    }
}

/// `bevy_egui` tells egui the modifier keys in every picture, and egui takes any event for a reason to draw another.
/// Only a change is an event.
fn drop_repeated_modifiers(mut inputs: Query<&mut EguiInput>, mut last: Local<egui::Modifiers>) {
    for mut input in &mut inputs {
        input.events.retain(|event| match event {
            egui::Event::ModifiersChanged(modifiers) => {
                let changed = *modifiers != *last;
                *last = *modifiers;
                changed
            }
            _ => true,
        });
    }
}
