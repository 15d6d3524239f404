//! A sheet of customers with their seven faces: whether each of them is somebody, and each face a feeling of its own.

#![allow(clippy::needless_pass_by_value, reason = "bevy hands a system what it needs, by value")]

use std::sync::Arc;

use bevy::prelude::*;
use bevy_egui::egui::{Align2, Rect as Area, Ui, pos2, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use super::page;
use crate::game::desk::Desk;
use crate::game::settings::Settings;
use crate::game::stage::{Expression, Look, PORTRAIT_SIZE, Phase, paint_portrait};
use crate::game::theme::widgets::text_job;
use crate::game::theme::{fonts, tokens};
use crate::game::wiring::Screen;
use crate::scenario::Checked;

/// The customers on the sheet.
#[derive(Resource)]
pub struct Sheet(pub Vec<Arc<Checked>>);

/// The seven faces, from delighted to furious.
const FACES: [Expression; 7] = [
    Expression { mood: 1.0, engagement: 1.0 },
    Expression { mood: 0.5, engagement: 1.0 },
    Expression::CALM,
    Expression { mood: 0.0, engagement: 0.1 },
    Expression { mood: -0.36, engagement: 0.85 },
    Expression { mood: -0.55, engagement: 0.9 },
    Expression { mood: -1.0, engagement: 1.0 },
];

pub fn plugin(app: &mut App) {
    app.add_systems(EguiPrimaryContextPass, draw.run_if(in_state(Screen::Sheet).and_then(resource_exists::<Sheet>)));
}

fn draw(mut contexts: EguiContexts, desk: Res<Desk>, settings: Res<Settings>, sheet: Res<Sheet>) -> Result {
    page(&mut contexts, &settings, |ui| show(ui, &desk, &sheet.0))
}

/// A row for each customer, a column for each face.
#[expect(clippy::cast_precision_loss, reason = "a few dozen customers")]
fn show(ui: &mut Ui, desk: &Desk, customers: &[Arc<Checked>]) {
    const NAMES: f32 = 130.0;
    const HEAD: f32 = 30.0;
    let room = ui.max_rect().shrink(8.0);
    let cell =
        vec2((room.width() - NAMES) / FACES.len() as f32, (room.height() - HEAD) / customers.len().max(1) as f32);
    let (ink, soft) = (tokens(ui).ink, tokens(ui).soft);
    let fit = (cell.x / PORTRAIT_SIZE[0]).min(cell.y / PORTRAIT_SIZE[1]);
    for (at, face) in FACES.iter().enumerate() {
        let middle = pos2(room.left() + NAMES + cell.x * (at as f32 + 0.5), room.top() + HEAD / 2.0);
        let word = desk.words.text(&format!("face-{}", face.word()));
        ui.painter().text(middle, Align2::CENTER_CENTER, word, fonts::regular(fonts::NOTE), soft);
    }
    for (row, scenario) in customers.iter().enumerate() {
        let top = room.top() + HEAD + cell.y * row as f32;
        let named = |text: &str, font, colour| {
            let mut job = text_job(text, font, colour);
            job.wrap.max_width = NAMES - 8.0;
            ui.painter().layout_job(job)
        };
        let name = named(&scenario.customer.name, fonts::semibold(fonts::BODY), ink);
        let title = named(&scenario.title, fonts::regular(fonts::NOTE), soft);
        let place = pos2(room.left(), top + (cell.y - name.size().y - title.size().y) / 2.0);
        let below = place + vec2(0.0, name.size().y);
        ui.painter().galley(place, name, ink);
        ui.painter().galley(below, title, soft);
        let look = Look::of(&scenario.customer.portrait);
        for (at, face) in FACES.iter().enumerate() {
            let middle = pos2(room.left() + NAMES + cell.x * (at as f32 + 0.5), top + cell.y / 2.0);
            let area = Area::from_center_size(middle, vec2(PORTRAIT_SIZE[0], PORTRAIT_SIZE[1]) * fit * 0.97);
            // Hair and hats may rise above their portrait.
            paint_portrait(ui.painter(), area, &look, face, Phase { breath: 0.0, blink: 0.0 });
        }
    }
}
