//! A sheet of customers with their seven faces: whether each of them is somebody, and each face a feeling of its own.

#![allow(clippy::needless_pass_by_value, reason = "bevy hands a system what it needs, by value")]

use std::sync::Arc;

use bevy::prelude::*;
use bevy_egui::egui::{Rect as Area, Ui, Vec2, pos2, vec2};
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

/// The column of names, where there is one, and the lines of a name over its faces, where there is none.
const NAMES: f32 = 130.0;
const NAME: f32 = 44.0;
/// Below this width names stand over their faces.
const NARROW: f32 = 700.0;
/// The word under a face.
const WORD: f32 = 22.0;

/// How the faces of a customer stand: as many beside each other as make them largest.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Grid {
    columns: usize,
    cell: Vec2,
    /// Points for a unit of the drawing.
    scale: f32,
}

impl Grid {
    #[expect(clippy::cast_precision_loss, reason = "seven faces")]
    fn of(room: Vec2) -> Self {
        let grid = |columns: usize| {
            let cell = vec2(room.x / columns as f32, room.y / FACES.len().div_ceil(columns) as f32);
            let scale = (cell.x / PORTRAIT_SIZE[0]).min((cell.y - WORD).max(1.0) / PORTRAIT_SIZE[1]) * 0.97;
            Self { columns, cell, scale }
        };
        (1..FACES.len()).map(grid).fold(grid(FACES.len()), |best, one| if one.scale > best.scale { one } else { best })
    }

    #[expect(clippy::cast_precision_loss, reason = "seven faces")]
    fn cell(&self, room: Area, at: usize) -> Area {
        let (column, row) = ((at % self.columns) as f32, (at / self.columns) as f32);
        Area::from_min_size(room.min + vec2(column * self.cell.x, row * self.cell.y), self.cell)
    }
}

/// Each customer with their name and their faces, below each other.
#[expect(clippy::cast_precision_loss, reason = "a few dozen customers")]
fn show(ui: &mut Ui, desk: &Desk, customers: &[Arc<Checked>]) {
    let room = ui.max_rect().shrink(8.0);
    let high = room.height() / customers.len().max(1) as f32;
    for (row, scenario) in customers.iter().enumerate() {
        let corner = pos2(room.left(), room.top() + high * row as f32);
        let place = Area::from_min_size(corner, vec2(room.width(), high));
        let (names, faces_at) = if room.width() < NARROW {
            place.split_top_bottom_at_y(place.top() + NAME)
        } else {
            place.split_left_right_at_x(place.left() + NAMES)
        };
        named(ui, scenario, names);
        faces(ui, desk, &Look::of(&scenario.customer.portrait), faces_at);
    }
}

/// Whose faces they are.
fn named(ui: &Ui, scenario: &Checked, place: Area) {
    let (ink, soft) = (tokens(ui).ink, tokens(ui).soft);
    let lay_out = |text: &str, font, colour| {
        let mut job = text_job(text, font, colour);
        job.wrap.max_width = place.width() - 8.0;
        ui.painter().layout_job(job)
    };
    let name = lay_out(&scenario.customer.name, fonts::semibold(fonts::BODY), ink);
    let title = lay_out(&scenario.title, fonts::regular(fonts::NOTE), soft);
    let top = pos2(place.left(), place.center().y - f32::midpoint(name.size().y, title.size().y));
    let below = top + vec2(0.0, name.size().y);
    ui.painter().galley(top, name, ink);
    ui.painter().galley(below, title, soft);
}

/// The seven faces, each over its word.
fn faces(ui: &Ui, desk: &Desk, look: &Look, place: Area) {
    let grid = Grid::of(place.size());
    let soft = tokens(ui).soft;
    for (at, face) in FACES.iter().enumerate() {
        let cell = grid.cell(place, at);
        let size = vec2(PORTRAIT_SIZE[0], PORTRAIT_SIZE[1]) * grid.scale;
        let middle = pos2(cell.center().x, cell.center().y - WORD / 2.0);
        // Hair and hats may rise above their portrait.
        let area = Area::from_center_size(middle, size);
        paint_portrait(ui.painter(), area, look, face, Phase { breath: 0.0, blink: 0.0 });
        let word = desk.words.text(&format!("face-{}", face.word()));
        let lay_out = |size: f32| ui.painter().layout_job(text_job(&word, fonts::regular(size), soft));
        let wide = lay_out(fonts::NOTE).size().x;
        // Letters a little smaller rather than words on words.
        let word = lay_out(fonts::NOTE * ((cell.width() - 4.0) / wide).min(1.0));
        ui.painter().galley(pos2(cell.center().x - word.size().x / 2.0, area.bottom() + 3.0), word, soft);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_break_into_rows_where_that_makes_them_larger() {
        assert_eq!(Grid::of(vec2(1134.0, 221.0)).columns, 7);
        let tall = Grid::of(vec2(496.0, 244.0));
        assert!(tall.columns < 7 && tall.scale > 496.0 / 7.0 / PORTRAIT_SIZE[0], "{tall:?}");
        let room = Area::from_min_size(pos2(8.0, 52.0), vec2(496.0, 244.0));
        for at in 0..FACES.len() {
            assert!(room.expand(0.1).contains_rect(tall.cell(room, at)), "{at}");
        }
    }
}
