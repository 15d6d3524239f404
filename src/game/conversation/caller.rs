//! Who is on the line: the name and how the caller seems, between the disc and the voice that the stage paints.

use std::sync::Arc;

use bevy_egui::egui::{Align, Color32, Galley, Id, Label, Layout, Mesh, Rect, Ui, UiBuilder, pos2, vec2};

use super::layout;
use super::show::Scene;
use super::speech::announce;
use crate::game::theme::widgets::text_job;
use crate::game::theme::{fonts, tokens};

/// The caller's name and feeling, laid out.
pub struct Caller {
    name: Arc<Galley>,
    feeling: Arc<Galley>,
}

impl Caller {
    /// The largest letters that fit into the picture of a call, if any do.
    #[must_use]
    pub fn fit(ui: &Ui, scene: &Scene<'_>, picture: Rect) -> Option<Self> {
        let tokens = tokens(ui);
        let call = layout::call(picture);
        let room = vec2(picture.width() - 48.0, call.voice_top - call.name_top);
        let lay_out = |text: &str, font, colour: Color32| {
            let mut job = text_job(text, font, colour);
            job.wrap.max_width = room.x;
            ui.painter().layout_job(job)
        };
        let speech = scene.sizes.speech;
        [speech, fonts::SPEECH, fonts::HEADING, fonts::BODY]
            .into_iter()
            .map(|size| Self {
                name: lay_out(&scene.view.name, fonts::regular(size), tokens.ink),
                feeling: lay_out(&scene.view.feeling, fonts::regular((size * 0.72).max(fonts::NOTE)), tokens.soft),
            })
            .find(|caller| caller.height() <= room.y)
    }

    /// Writes both into `picture`.
    pub fn show(self, ui: &mut Ui, picture: Rect) {
        let call = layout::call(picture);
        let middle = f32::midpoint(call.name_top, call.voice_top);
        let top = (middle - self.height() / 2.0).min(call.name_top + 6.0).max(call.name_top).round();
        let place = Rect::from_min_size(pos2(picture.left() + 24.0, top), vec2(picture.width() - 48.0, self.height()));
        let layout = Layout::top_down(Align::Center);
        let mut child = ui.new_child(UiBuilder::new().id(Id::new("who is on the line")).max_rect(place).layout(layout));
        child.spacing_mut().item_spacing.y = 0.0;
        child.add(Label::new(self.name));
        let feeling = child.add(Label::new(self.feeling));
        announce(&child, &feeling);
    }

    fn height(&self) -> f32 {
        self.name.size().y + self.feeling.size().y
    }
}

/// Lets a picture that ends above the bottom of the stage run out into the dark.
pub fn fade_out(ui: &Ui, picture: Rect, stage: Rect) {
    if picture.bottom() >= stage.bottom() {
        return;
    }
    let paper = tokens(ui).paper;
    let band = picture.with_min_y(picture.bottom() - picture.height() * 0.2);
    let mut mesh = Mesh::default();
    for (corner, colour) in [
        (band.left_top(), Color32::TRANSPARENT),
        (band.right_top(), Color32::TRANSPARENT),
        (band.right_bottom(), paper),
        (band.left_bottom(), paper),
    ] {
        mesh.colored_vertex(corner, colour);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    ui.painter().add(mesh);
}
