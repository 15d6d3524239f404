//! Screens drawn without a window, with the theme of Amends and nothing that moves.

use amends::game::letters::Typeface;
use amends::game::theme;
use bevy_egui::egui::{Ui, vec2};
use egui_kittest::Harness;

/// What `draw` draws of `state`, 1280 points wide and so many high.
pub fn drawn<'a, State>(height: f32, state: State, draw: impl FnMut(&mut Ui, &mut State) + 'a) -> Harness<'a, State> {
    drawn_with(Vec::new(), height, state, draw)
}

/// The same, with typefaces of one's own.
pub fn drawn_with<'a, State>(
    own: Vec<Typeface>,
    height: f32,
    state: State,
    mut draw: impl FnMut(&mut Ui, &mut State) + 'a,
) -> Harness<'a, State> {
    let mut installed = false;
    let mut harness = Harness::builder().with_size(vec2(1280.0, height)).build_ui_state(
        move |ui, state: &mut State| {
            if installed {
                draw(ui, state);
            } else {
                theme::install_with(ui.ctx(), &own);
                theme::set_reduced_motion(ui.ctx(), true);
                installed = true;
                ui.ctx().request_repaint();
            }
        },
        state,
    );
    harness.run();
    harness
}
