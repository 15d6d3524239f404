//! Colours as they were meant, at a price a machine without a graphics card can pay. `bevy_egui` turns premultiplied colours
//! to linear light as if they were opaque, which darkens everything one can see through: a pale glow becomes a grey smudge.
//! And it does so with powers, which cost a processor more than all the rest of a picture. Its shader is mended in place,
//! in the one expression and the two functions that do it.

use bevy::asset::Assets;
use bevy::prelude::*;
use bevy::shader::{Shader, Source};
use bevy_egui::render::EGUI_SHADER_HANDLE;

/// The expression as it is.
const OPAQUE: &str = "linear_from_gamma_rgb(color_gamma.rgb)";
/// The colour without its alpha turned to linear light, and then premultiplied again.
/// At the tip of a very thin triangle a renderer may reckon an alpha above 1: that would be a pixel brighter than its colour.
const PREMULTIPLIED: &str = "linear_from_gamma_rgb(min(color_gamma.rgb / max(color_gamma.a, 0.0001), vec3<f32>(1.0))) * min(color_gamma.a, 1.0)";

/// The functions as they begin, and polynomials that differ from them by less than one step of a screen's 255
/// (C. Hejl's and I. Taylor's fits of the sRGB curve).
const CURVES: [(&str, &str); 2] = [
    (
        "fn linear_from_gamma_rgb(srgb: vec3<f32>) -> vec3<f32> {",
        "\n    return srgb * (srgb * (srgb * 0.305306011 + 0.682171111) + 0.012522878);\n",
    ),
    (
        "fn gamma_from_linear_rgb(rgb: vec3<f32>) -> vec3<f32> {",
        "\n    let s1 = sqrt(rgb);\n    let s2 = sqrt(s1);\n    let s3 = sqrt(s2);\n    \
         let curve = 0.662002687 * s1 + 0.684122060 * s2 - 0.323583601 * s3 - 0.022541147 * rgb;\n    \
         return select(curve, 12.92 * rgb, rgb < vec3<f32>(0.0031308));\n",
    ),
];

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

/// The shader with the expression and the functions replaced, if they are there.
fn mended(shader: &Shader) -> Option<Shader> {
    match &shader.source {
        Source::Wgsl(source) if source.contains(OPAQUE) => {
            let source = source.replace(OPAQUE, PREMULTIPLIED);
            let source = CURVES.into_iter().try_fold(source, |source, (head, body)| with_body(&source, head, body))?;
            Some(Shader::from_wgsl(source, "amends/egui.wgsl"))
        }
        Source::Wgsl(_) | Source::Wesl(_) | Source::Glsl(..) | Source::SpirV(_) => None,
    }
}

/// The source with another body for the function that begins with `head`.
fn with_body(source: &str, head: &str, body: &str) -> Option<String> {
    let (before, rest) = source.split_once(head)?;
    let (_, after) = rest.split_once("\n}")?;
    Some(format!("{before}{head}{body}}}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_exchanged_and_the_rest_stays() {
        let source = "fn a() {\n    old\n}\n\nfn b() {\n}\n";
        assert_eq!(
            with_body(source, "fn a() {", "\n    new\n").as_deref(),
            Some("fn a() {\n    new\n}\n\nfn b() {\n}\n")
        );
        assert_eq!(with_body(source, "fn c() {", ""), None);
    }

    #[test]
    fn the_polynomials_are_the_curves_to_within_one_step_of_a_screen() {
        for step in 0..=255 {
            let gamma = f64::from(step) / 255.0;
            let exact = if gamma <= 0.04045 { gamma / 12.92 } else { ((gamma + 0.055) / 1.055).powf(2.4) };
            let linear = gamma * (gamma * (gamma * 0.305_306_011 + 0.682_171_111) + 0.012_522_878);
            let (s1, s2, s3) = (exact.sqrt(), exact.sqrt().sqrt(), exact.sqrt().sqrt().sqrt());
            let curve = 0.662_002_687 * s1 + 0.684_122_060 * s2 - 0.323_583_601 * s3 - 0.022_541_147 * exact;
            let back = if exact < 0.003_130_8 { 12.92 * exact } else { curve };
            assert!((linear - exact).abs() < 1.0 / 255.0, "{gamma}: {linear} {exact}");
            assert!((back - gamma).abs() < 1.0 / 255.0, "{gamma}: {back}");
        }
    }
}
