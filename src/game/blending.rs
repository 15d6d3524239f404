//! Translucent colours as they were meant. `bevy_egui` turns premultiplied colours to linear light as if they were opaque,
//! which darkens everything one can see through: a pale glow becomes a grey smudge. Its shader is mended in place, in the
//! one expression that does it.

use bevy::asset::Assets;
use bevy::prelude::*;
use bevy::shader::{Shader, Source};
use bevy_egui::render::EGUI_SHADER_HANDLE;

/// The expression as it is.
const OPAQUE: &str = "linear_from_gamma_rgb(color_gamma.rgb)";
/// The colour without its alpha turned to linear light, and then premultiplied again.
const PREMULTIPLIED: &str =
    "linear_from_gamma_rgb(min(color_gamma.rgb / max(color_gamma.a, 0.0001), vec3<f32>(1.0))) * color_gamma.a";

pub fn plugin(app: &mut App) {
    app.add_systems(PreStartup, mend);
}

fn mend(mut shaders: ResMut<Assets<Shader>>) {
    let Some(mended) = shaders.get(&EGUI_SHADER_HANDLE).and_then(mended) else {
        warn!("the shader of bevy_egui is another one now; translucent colours may look too dark");
        return;
    };
    // Under its own handle there is always room.
    let _ = shaders.insert(EGUI_SHADER_HANDLE.id(), mended);
}

/// The shader with the expression replaced, if it is there.
fn mended(shader: &Shader) -> Option<Shader> {
    match &shader.source {
        Source::Wgsl(source) if source.contains(OPAQUE) => {
            Some(Shader::from_wgsl(source.replace(OPAQUE, PREMULTIPLIED), "amends/egui.wgsl"))
        }
        Source::Wgsl(_) | Source::Wesl(_) | Source::Glsl(..) | Source::SpirV(_) => None,
    }
}
