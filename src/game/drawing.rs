//! What every screen is drawn with: the camera, the typeface, and how large a point is.

#![allow(clippy::needless_pass_by_value, reason = "bevy hands a system what it needs, by value")]

use std::sync::Arc;

use bevy::prelude::*;
use bevy::window::PrimaryWindow;
use bevy_egui::egui::{self, LayerId, Ui, UiBuilder};
use bevy_egui::{EguiContext, EguiContexts, EguiPreUpdateSet, PrimaryEguiContext};

use super::desk::Desk;
use super::rewriting::{self, Folded};
use super::settings::Settings;
use super::sleep::Moving;
use super::theme::{self, Theme};

/// For the window.
pub fn plugin(app: &mut App) {
    app.add_systems(Startup, spawn_camera);
    app.add_systems(Update, (set_point_size, (full_screen_key, set_window_mode).chain()));
    for_any_camera(app);
}

/// What a picture needs as well as a window.
pub fn for_any_camera(app: &mut App) {
    app.add_systems(PreUpdate, install_theme.after(EguiPreUpdateSet::InitContexts).before(EguiPreUpdateSet::BeginPass));
    app.add_systems(Update, set_motion);
}

/// Draws a screen over the whole window, in the colours of a theme; below what stands above it, where there is something.
pub fn screen<R>(contexts: &mut EguiContexts, theme: Theme, show: impl FnOnce(&mut Ui) -> R) -> Result<R, BevyError> {
    let ctx = contexts.ctx_mut()?;
    theme::set_theme(ctx, theme);
    let mut room = ctx.viewport_rect();
    let page = |room| UiBuilder::new().layer_id(LayerId::background()).max_rect(room);
    if let Some(Above { line, folded }) = ctx.data(|data| data.get_temp(above())) {
        let mut ui = Ui::new(ctx.clone(), egui::Id::new("quiet line"), page(room));
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(line) = line {
            rewriting::strip(&mut ui, &line);
        }
        if folded.is_some_and(|folded| rewriting::folded(&mut ui, &folded)) {
            ctx.data_mut(|data| data.insert_temp(unfolding(), true));
        }
        room = room.with_min_y(ui.min_rect().bottom());
    }
    Ok(show(&mut Ui::new(ctx.clone(), egui::Id::new("screen"), page(room))))
}

/// What stands above whatever screen is shown, and leaves it the room below.
#[derive(Clone)]
struct Above {
    line: Option<Arc<str>>,
    folded: Option<Folded>,
}

fn above() -> egui::Id {
    egui::Id::new("what stands above the screens")
}

fn unfolding() -> egui::Id {
    egui::Id::new("what was folded is to be shown")
}

/// Puts a quiet line and a folded card above the screens, or takes them away. Answers whether somebody asked to see the card
/// since it was last asked.
pub fn put_above(ctx: &egui::Context, line: Option<&str>, folded: Option<Folded>) -> bool {
    ctx.data_mut(|data| {
        if line.is_some() || folded.is_some() {
            data.insert_temp(above(), Above { line: line.map(Into::into), folded });
        } else {
            data.remove::<Above>(above());
        }
        data.remove_temp(unfolding()).unwrap_or(false)
    })
}

fn spawn_camera(mut commands: Commands) {
    // egui feathers its own edges: samples would be four times the work for the same picture.
    commands.spawn((Camera2d, Msaa::Off));
}

/// Before the first pass: one that names a typeface which is not there would panic.
fn install_theme(desk: Option<Res<Desk>>, mut contexts: Query<&mut EguiContext, Added<EguiContext>>) {
    for mut context in &mut contexts {
        let own = desk.as_ref().map(|desk| desk.extra.typefaces.as_slice()).unwrap_or_default();
        theme::install_with(context.get_mut(), own);
    }
}

/// The share of a window's growth over 1280×720 that text grows by: all of it would leave a projector with one huge card,
/// none of it would leave readers in the last row with nothing.
const GROWTH: f32 = 0.75;

/// How many of the window's points one of egui's takes up.
pub fn point_size(width: f32, height: f32, text_percent: u16) -> f32 {
    let fit = (width / 1280.0).min(height / 720.0).powf(GROWTH).clamp(0.9, 3.0);
    fit * f32::from(text_percent) / 100.0
}

fn set_point_size(
    window: Single<&Window, With<PrimaryWindow>>,
    mut context: Single<&mut EguiContext, With<PrimaryEguiContext>>,
    settings: Res<Settings>,
    mut moving: ResMut<Moving>,
) {
    let size = point_size(window.width(), window.height(), settings.text_percent);
    let ctx = context.get_mut();
    if (ctx.zoom_factor() - size).abs() > 0.001 {
        ctx.set_zoom_factor(size);
        moving.changed();
    }
}

/// F11 is the key for it in most programs.
fn full_screen_key(keys: Res<ButtonInput<KeyCode>>, desk: Res<Desk>, mut settings: ResMut<Settings>) {
    if keys.just_pressed(KeyCode::F11) {
        settings.full_screen = !settings.full_screen;
        settings.write(&desk.places.data);
    }
}

fn set_window_mode(settings: Res<Settings>, mut window: Single<&mut Window, With<PrimaryWindow>>) {
    if settings.is_changed() && window.mode != settings.window_mode() {
        window.mode = settings.window_mode();
    }
}

fn set_motion(settings: Res<Settings>, mut context: Single<&mut EguiContext, With<PrimaryEguiContext>>) {
    if settings.is_changed() {
        theme::set_reduced_motion(context.get_mut(), settings.reduced_motion);
    }
}

#[cfg(test)]
mod tests {
    use bevy::window::WindowMode;

    use super::*;
    use crate::game::desk::Places;

    #[test]
    fn f11_fills_the_screen_and_is_remembered() {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places { scenarios: folder.path().to_owned(), data: folder.path().to_owned(), open: None };
        let mut app = App::new();
        app.insert_resource(Desk::new(places)).insert_resource(Settings::default());
        app.init_resource::<ButtonInput<KeyCode>>();
        let window = app.world_mut().spawn((Window::default(), PrimaryWindow)).id();
        app.add_systems(Update, (full_screen_key, set_window_mode).chain());
        for full in [true, false] {
            app.world_mut().resource_mut::<ButtonInput<KeyCode>>().press(KeyCode::F11);
            app.update();
            let mode = app.world().get::<Window>(window).expect("a window").mode;
            assert_eq!(mode != WindowMode::Windowed, full);
            assert_eq!(Settings::read(folder.path()).full_screen, full);
            app.world_mut().resource_mut::<ButtonInput<KeyCode>>().reset_all();
        }
    }

    #[test]
    fn text_grows_with_the_window_and_never_gets_tiny() {
        assert!((point_size(1280.0, 720.0, 100) - 1.0).abs() < 1e-6);
        assert!((point_size(1024.0, 600.0, 200) - 1.8).abs() < 1e-6);
        let projector = point_size(3840.0, 2160.0, 100);
        assert!(projector > 2.0 && projector < 3.0);
    }
}
