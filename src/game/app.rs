//! The application: bevy's window and renderer, egui, and the screens.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use bevy::log::{Level, LogPlugin};
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::window::{PresentMode, WindowResolution};
use bevy::winit::WinitPlugin;
use bevy_egui::EguiPlugin;

use super::desk::{Desk, Places};
use super::opengl::OpenGlRenderPlugin;
use super::opening::{CannotOpen, Graphics, look_for_a_window};
use super::settings::Settings;
use super::{aloud, blending, drawing, sleep, timing, voice, wiring};
use crate::store::Store;

/// What the window is opened for.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The group that trains here; none where nobody named one.
    pub cohort: Option<String>,
    /// The first screen is the live board.
    pub live: bool,
}

/// Opens the window, keeps attempts in a store, and stays until it is closed.
///
/// # Errors
/// [`CannotOpen`] where there is no display or no graphics driver, or the engine gave up while starting.
pub fn run(places: Places, store: Arc<dyn Store>, start: Start) -> Result<(), CannotOpen> {
    let graphics = look_for_a_window()?;
    // The engine panics where a display or driver answers and then fails; attempts are safe on disk by then.
    let ran = catch_unwind(AssertUnwindSafe(|| app(places, store, start, graphics).run()));
    match ran {
        Ok(AppExit::Success) => Ok(()),
        Ok(AppExit::Error(_)) => Err(CannotOpen::Engine),
        Err(panic) => Err(panic.downcast_ref::<CannotOpen>().copied().unwrap_or(CannotOpen::Engine)),
    }
}

fn app(places: Places, store: Arc<dyn Store>, start: Start, graphics: Graphics) -> App {
    let settings = Settings::read(&places.data);
    let window = Window {
        title: "Amends".into(),
        name: Some("amends".into()),
        resolution: WindowResolution::new(1280, 720),
        present_mode: PresentMode::AutoVsync,
        mode: settings.window_mode(),
        resize_constraints: WindowResizeConstraints { min_width: 480.0, min_height: 320.0, ..default() },
        ..default()
    };
    let mut app = App::new();
    let engine = DefaultPlugins
        .set(WindowPlugin { primary_window: Some(window), ..default() })
        // What the engine has to say about drivers helps nobody at a desk; `RUST_LOG` still shows it.
        .set(LogPlugin { level: Level::ERROR, filter: "wgpu=off,wgpu_hal=off,naga=error".into(), ..default() });
    match graphics {
        Graphics::Native => app.add_plugins(engine),
        Graphics::OpenGl => {
            app.add_plugins(engine.disable::<RenderPlugin>().add_after::<WinitPlugin>(OpenGlRenderPlugin))
        }
    };
    app.add_plugins(EguiPlugin::default());
    let mut desk = Desk::keeping(store, settings.language, places).writing_behind();
    desk.train_with(&start.cohort.unwrap_or_default());
    app.insert_resource(desk);
    if start.live {
        app.insert_resource(wiring::live::Scope::everything());
    }
    app.insert_resource(settings);
    app.add_plugins((blending::plugin, sleep::plugin, aloud::plugin, drawing::plugin, wiring::plugin, timing::plugin));
    app.add_plugins(voice::plugin);
    #[cfg(feature = "sound")]
    app.add_plugins(super::sounds::plugin);
    app
}
