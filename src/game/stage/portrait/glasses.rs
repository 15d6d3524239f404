//! Glasses: four shapes of frame, and a little light on the glass.

use bevy_egui::egui::{Color32, vec2};

use super::{
    eyes::{APART, far},
    look::Frames,
    pose::Pose,
};
use crate::game::stage::{
    path::{Affine, Path},
    shapes::{Brush, ellipse, rgb, rounded},
};

/// The frame's colour, its thickness, and the lens of her left eye (on screen the right one).
fn frame(frames: Frames) -> (Color32, f32, Path) {
    match frames {
        Frames::Oval => (
            rgb(0x2f_2b_2a),
            2.6,
            Path::from(-26.0, -12.0)
                .cubic(-24.0, -20.0, 22.0, -21.0, 27.0, -13.0)
                .cubic(31.0, 4.0, 20.0, 20.0, 1.0, 20.0)
                .cubic(-18.0, 20.0, -29.0, 8.0, -26.0, -12.0),
        ),
        Frames::Round => (rgb(0xa8_7a_34), 2.6, ellipse(0.5, 0.5, 25.5, 24.5)),
        Frames::Square => (
            rgb(0x33_22_1d),
            5.0,
            rounded(bevy_egui::egui::Rect::from_min_max((-28.0, -18.5).into(), (28.5, 19.0).into()), 9.0),
        ),
        Frames::Half => (
            rgb(0x5c_28_34),
            4.4,
            Path::from(-27.0, 2.0)
                .cubic(-29.0, -13.0, -27.0, -17.0, -22.0, -17.5)
                .cubic(-6.0, -19.0, 10.0, -19.0, 22.0, -18.5)
                .cubic(30.0, -18.0, 31.0, -12.0, 28.5, 2.0),
        ),
    }
}

/// The glasses, over eyes and brows that stay to be read.
pub(super) fn paint_glasses(brush: &mut Brush, frames: Frames, pose: &Pose) {
    let (tone, thick, _) = frame(frames);
    for side in [-1.0, 1.0] {
        let narrow = far(side, pose);
        brush.within(Affine::place(vec2(side * (APART + 0.5), 3.0), side * narrow, 1.0), |brush| {
            let (_, _, rim) = frame(frames);
            let lens = if frames == Frames::Half {
                rim.clone().cubic(26.0, 18.0, 14.0, 20.0, 0.0, 20.0).cubic(-16.0, 20.0, -25.0, 16.0, -27.0, 2.0)
            } else {
                rim.clone()
            };
            brush.fill(&lens, Color32::from_white_alpha(8));
            let shine = if side < 0.0 { [(14.0, 4.0), (21.0, 6.0)] } else { [(-6.0, 4.0), (-13.0, 6.0)] };
            for (x, w) in shine {
                let streak =
                    Path::from(x, -13.0).line(x + w * 0.5, -13.0).line(x - 6.0, 13.0).line(x - 6.0 - w * 0.5, 13.0);
                brush.fill(&streak, Color32::from_white_alpha(12));
            }
            if frames == Frames::Half {
                brush.stroke(&lens, [1.0, 1.0, 1.0], tone.gamma_multiply(0.35));
            }
            brush.stroke(&rim, [thick, thick, thick], tone);
            // Of the arm on the side that is turned away nothing is seen.
            if narrow > 0.97 {
                brush.stroke(&Path::from(27.0, -10.0).line(39.0, -13.0), [thick, thick, thick * 0.8], tone);
            }
        });
    }
    brush.stroke(&Path::from(-9.5, -4.0).quad(0.0, -9.5, 9.5, -4.0), [thick, thick * 0.9, thick], tone);
}
