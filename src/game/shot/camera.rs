//! The studio: the game without a window, whose camera looks onto an image.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use bevy::camera::RenderTarget;
use bevy::log::{Level, LogPlugin};
use bevy::prelude::*;
use bevy::render::pipelined_rendering::PipelinedRenderingPlugin;
use bevy::render::render_resource::TextureFormat;
use bevy::render::renderer::RenderDevice;
use bevy::render::settings::WgpuSettings;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::render::{RenderApp, RenderPlugin};
use bevy::window::ExitCondition;
use bevy::winit::WinitPlugin;
use bevy_egui::{EguiContext, EguiPlugin, PrimaryEguiContext};

use super::people;
use crate::game::desk::{Desk, Places};
use crate::game::opening::{CannotOpen, Graphics, look_for_graphics};
use crate::game::settings::Settings;
use crate::game::sleep::Moving;
use crate::game::wiring::{self, Screen};
use crate::game::{blending, drawing};

/// Pictures that are drawn before one may be taken: sizes of text and of what is scrolled settle in the first few.
const SETTLING: usize = 4;
/// A screen that still changes after so many pictures is taken as it is.
const PATIENCE: usize = 24;
/// How often the renderer is asked for a picture it was told to take.
const ASKED: usize = 400;

/// A picture as it was drawn.
#[derive(Clone)]
pub struct Picture {
    /// Its pixels.
    pub image: Image,
}

/// The game without a window.
pub struct Studio {
    app: App,
    camera: Entity,
}

impl Studio {
    /// A studio with the scenarios of a folder.
    ///
    /// # Errors
    /// Where no graphics driver answers, or the engine gave up while starting.
    pub fn new(places: Places) -> Result<Self, CannotOpen> {
        let graphics = look_for_graphics()?;
        catch_unwind(AssertUnwindSafe(|| Self::open(places, graphics, false))).map_err(|_| CannotOpen::Engine)
    }

    /// A studio beside a window that is open: whatever there can be only one of in a program is the window's.
    ///
    /// # Errors
    /// Where no graphics driver answers, or the engine gave up while starting.
    pub fn beside(places: Places) -> Result<Self, CannotOpen> {
        let graphics = look_for_graphics()?;
        catch_unwind(AssertUnwindSafe(|| Self::open(places, graphics, true))).map_err(|_| CannotOpen::Engine)
    }

    fn open(places: Places, graphics: Graphics, beside: bool) -> Self {
        let mut app = App::new();
        // Only the one that was found: looking for others makes drivers complain.
        let render_creation = WgpuSettings { backends: Some(graphics.backends()), ..default() }.into();
        let window = WindowPlugin { primary_window: None, exit_condition: ExitCondition::DontExit, ..default() };
        let engine = DefaultPlugins
            .set(window)
            .set(LogPlugin { level: Level::ERROR, filter: "wgpu=off,wgpu_hal=off,naga=error".into(), ..default() })
            .set(RenderPlugin { render_creation, synchronous_pipeline_compilation: true, ..default() })
            .disable::<WinitPlugin>()
            .disable::<PipelinedRenderingPlugin>();
        app.add_plugins(if beside { engine.disable::<LogPlugin>() } else { engine });
        app.add_plugins(EguiPlugin::default());
        app.init_resource::<Moving>();
        app.insert_resource(Settings::default());
        app.insert_resource(Desk::new(places));
        app.add_plugins((blending::plugin, drawing::for_any_camera, wiring::plugin, people::plugin));
        let camera = app.world_mut().spawn((Camera2d, Msaa::Off)).id();
        let studio = Self::look_at(&mut app, camera, (64, 64));
        app.world_mut().entity_mut(camera).insert(RenderTarget::Image(studio.into()));
        app.finish();
        app.cleanup();
        Self { app, camera }
    }

    /// The game itself.
    #[cfg(test)]
    pub fn app(&mut self) -> &mut App {
        &mut self.app
    }

    /// What the game knows.
    pub fn world(&mut self) -> &mut World {
        self.app.world_mut()
    }

    /// Goes to a screen, also where it is the one that is shown.
    pub fn show(&mut self, screen: Screen) {
        self.app.world_mut().resource_mut::<NextState<Screen>>().set(screen);
    }

    /// The tallest picture that the graphics card can draw, in pixels.
    pub fn longest(&self) -> u32 {
        let device = self.app.get_sub_app(RenderApp).and_then(|render| render.world().get_resource::<RenderDevice>());
        device.map_or(4096, |device| device.limits().max_texture_dimension_2d)
    }

    /// Takes a picture of a size, once nothing changes any more.
    pub fn take(&mut self, size: (u32, u32)) -> Option<Picture> {
        let image = Self::look_at(&mut self.app, self.camera, size);
        let mut before: Option<Picture> = None;
        for drawn in 0..PATIENCE {
            self.set_point_size(size);
            self.app.update();
            if drawn < SETTLING {
                continue;
            }
            let now = self.capture(&image)?;
            if before.as_ref().is_some_and(|before| before.image.data == now.image.data) {
                return Some(now);
            }
            before = Some(now);
        }
        before
    }

    /// Points the camera at a new image.
    fn look_at(app: &mut App, camera: Entity, (width, height): (u32, u32)) -> Handle<Image> {
        let image = Image::new_target_texture(width, height, TextureFormat::Rgba8UnormSrgb, None);
        let image = app.world_mut().resource_mut::<Assets<Image>>().add(image);
        app.world_mut().entity_mut(camera).insert(RenderTarget::Image(image.clone().into()));
        image
    }

    #[expect(clippy::cast_precision_loss, reason = "pixels of a picture")]
    fn set_point_size(&mut self, (width, height): (u32, u32)) {
        let world = self.app.world_mut();
        let percent = world.resource::<Settings>().text_percent;
        let points = drawing::point_size(width as f32, height as f32, percent);
        let mut contexts = world.query_filtered::<&mut EguiContext, With<PrimaryEguiContext>>();
        for mut context in contexts.iter_mut(world) {
            context.get_mut().set_zoom_factor(points);
        }
    }

    fn capture(&mut self, image: &Handle<Image>) -> Option<Picture> {
        let (send, receive) = mpsc::channel();
        let deliver = move |captured: On<ScreenshotCaptured>| {
            // Nobody waits any more for a picture that comes too late.
            let _ = send.send(captured.image.clone());
        };
        self.app.world_mut().spawn(Screenshot::image(image.clone())).observe(deliver);
        for _ in 0..ASKED {
            self.app.update();
            if let Ok(image) = receive.try_recv() {
                return Some(Picture { image });
            }
            thread::sleep(Duration::from_millis(1));
        }
        None
    }
}
