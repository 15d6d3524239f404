//! Nothing moves, so nothing is drawn: the window sleeps until there is input or something asks for the next picture.

#![allow(clippy::needless_pass_by_value, reason = "bevy hands a system what it needs, by value")]

use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::render::renderer::RenderAdapterInfo;
use bevy::window::RequestRedraw;
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{EguiInput, EguiPreUpdateSet, egui};

/// Time from one picture to the next while something moves.
const BETWEEN_PICTURES: Duration = Duration::from_millis(33);
/// The same where the processor draws: words still come in their time, and a core is left for the rest of the machine.
const BETWEEN_PICTURES_WITHOUT_A_CARD: Duration = Duration::from_millis(125);

/// Time from one picture to the next while nothing but seconds goes by. Always the same: for another time the engine draws once
/// more at once, and what reckons the time that is left would never sleep.
const A_SECOND: Duration = Duration::from_secs(1);

/// For so long after a key or the mouse somebody is taken to be looking.
const ATTENTION: Duration = Duration::from_secs(10);

/// Time from one picture to the next while nothing moves. It must be finite: the engine keeps its last alarm where it cannot
/// reckon the next, and one that has passed rings without end.
const ASLEEP: Duration = Duration::from_hours(1);

pub fn plugin(app: &mut App) {
    app.insert_resource(waking_after(ASLEEP));
    app.init_resource::<Moving>();
    app.add_systems(
        PreUpdate,
        (drop_repeated_modifiers, notice_input)
            .chain()
            .after(EguiPreUpdateSet::ProcessInput)
            .before(EguiPreUpdateSet::BeginPass),
    );
    app.add_systems(Last, ask_for_the_next_picture);
}

/// Sleeps until there is input, or for so long.
fn waking_after(wait: Duration) -> WinitSettings {
    let mode = UpdateMode::Reactive {
        wait,
        react_to_device_events: false,
        react_to_user_events: true,
        react_to_window_events: true,
    };
    WinitSettings { focused_mode: mode, unfocused_mode: mode }
}

/// Whether something moves, set by whatever moves while it does.
#[derive(Resource, Default)]
pub struct Moving {
    /// The next picture is due in its time.
    soon: bool,
    /// Pictures still to be drawn at once.
    at_once: u8,
    /// The next picture is due in a second.
    in_a_second: bool,
    /// When a key or the mouse was last used.
    input: Option<Instant>,
}

impl Moving {
    /// Whether somebody has just done something, so that what lives may move a little. Ask after [`notice_input`].
    #[must_use]
    pub fn is_somebody_there(&self) -> bool {
        self.input.is_some_and(|input| input.elapsed() < ATTENTION)
    }

    /// Whether the next picture was asked for.
    #[cfg(test)]
    pub fn is_going_on(&self) -> bool {
        self.soon
    }

    /// Somebody does something.
    pub fn input(&mut self) {
        self.input = Some(Instant::now());
    }

    /// Something will look different in the next picture.
    pub fn keep_going(&mut self) {
        self.soon = true;
    }

    /// Something will look different in a second, and not before.
    pub fn in_a_second(&mut self) {
        self.in_a_second = true;
    }

    /// Something changed once; two pictures let egui's layout settle.
    pub fn changed(&mut self) {
        self.at_once = 2;
    }
}

fn ask_for_the_next_picture(
    mut moving: ResMut<Moving>,
    mut winit: ResMut<WinitSettings>,
    adapter: Option<Res<RenderAdapterInfo>>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    if moving.at_once > 0 {
        moving.at_once -= 1;
        redraw.write(RequestRedraw);
    }
    let drawn_by_processor = adapter.is_some_and(|adapter| adapter.device_type == wgpu::DeviceType::Cpu);
    let (soon, in_a_second) = (std::mem::take(&mut moving.soon), std::mem::take(&mut moving.in_a_second));
    let wait = match (soon, drawn_by_processor) {
        (true, true) => BETWEEN_PICTURES_WITHOUT_A_CARD,
        (true, false) => BETWEEN_PICTURES,
        (false, _) if in_a_second => A_SECOND,
        (false, _) => ASLEEP,
    };
    *winit = waking_after(wait);
}

/// Notices whether somebody does something.
pub fn notice_input(inputs: Query<&EguiInput>, mut moving: ResMut<Moving>) {
    if inputs.iter().flat_map(|input| &input.events).any(is_by_somebody) {
        moving.input();
    }
}

/// Whether somebody did this: not what a window does when another comes in front of it.
fn is_by_somebody(event: &egui::Event) -> bool {
    !matches!(event, egui::Event::WindowFocused(_) | egui::Event::PointerGone | egui::Event::Screenshot { .. })
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
