//! Where the conversation happens: the room behind the customer and the counter in front of her. Rooms are still, so
//! each is filled once for a size and kept. Who stands there, and what is said, is drawn elsewhere.

mod bath;
mod office;
mod palm;
mod plain;
mod pool;
mod pool_window;
mod things;

use std::sync::Arc;

use bevy_egui::egui::{Color32, Id, Mesh, Painter, Rect, Shape, pos2, vec2};

use super::{
    path::{Affine, Path},
    shapes::{Brush, Tint, mix, rgb},
};

/// The words for places that have their own room; any other gives a calm wall.
pub const PLACES: &[&str] = &["pool-desk", "office"];

/// The part of the stage above the counter.
const COUNTER: f32 = 0.735;

/// The height of the counter's far edge, where the portrait ends.
#[must_use]
pub fn counter_top(rect: Rect) -> f32 {
    rect.top() + COUNTER * rect.height()
}

/// Where the portrait stands in a stage of this size: in the middle, behind the counter.
#[must_use]
pub fn portrait_rect(rect: Rect) -> Rect {
    let [width, height] = super::PORTRAIT_SIZE;
    let scale = (rect.height() * 0.735 / height).min(rect.width() * 0.96 / width);
    let bottom = counter_top(rect) + 0.012 * rect.height();
    Rect::from_min_size(
        pos2(rect.center().x - width * scale * 0.5, bottom - height * scale),
        vec2(width, height) * scale,
    )
}

/// A room's own units: at least 690 by 664, one of the two exactly.
#[derive(Clone, Copy)]
struct Room {
    width: f32,
    height: f32,
}

impl Room {
    fn of(rect: Rect) -> (Self, f32) {
        let scale = (rect.width() / 690.0).min(rect.height() / 664.0);
        (Self { width: rect.width() / scale, height: rect.height() / scale }, scale)
    }

    fn rect(self, left: f32, top: f32, right: f32, bottom: f32) -> Rect {
        Rect::from_min_max(pos2(left, top), pos2(right.min(self.width), bottom.min(self.height)))
    }

    /// The counter's far edge.
    fn counter(self) -> f32 {
        self.height * COUNTER
    }
}

/// Paints the room behind the customer; any shape of rectangle is filled.
pub fn paint_place(painter: &Painter, rect: Rect, place: &str) {
    if !rect.is_positive() {
        return;
    }
    let (room, scale) = Room::of(rect);
    let clipped = painter.with_clip_rect(painter.clip_rect().intersect(rect));
    keep(&clipped, rect, "room", place, |brush| match place {
        "pool-desk" => pool::paint(brush, room),
        "office" => office::paint(brush, room),
        _ => plain::paint(brush, room),
    });
    if place == "pool-desk" {
        pool::write_sign(&clipped, rect.min, scale);
    }
}

/// Paints the counter in front of the customer, over the lower part of the same rectangle.
pub fn paint_counter(painter: &Painter, rect: Rect, place: &str) {
    if !rect.is_positive() {
        return;
    }
    let (room, _) = Room::of(rect);
    let clipped = painter.with_clip_rect(painter.clip_rect().intersect(rect));
    keep(&clipped, rect, "counter", place, |brush| {
        let wood = match place {
            "pool-desk" => [0xb7_8f_63, 0x8e_6a_47, 0x6d_4e_33],
            "office" => [0xc9_ad_8c, 0xa3_84_63, 0x7e_63_49],
            _ => [0xa9_8a_68, 0x85_68_4c, 0x64_4c_37],
        }
        .map(rgb);
        paint_desk(brush, room, wood);
        match place {
            "pool-desk" => {
                bath::folded_towels(brush, pos2(84.0, room.counter() + 8.0));
                things::bell(brush, pos2(room.width - 92.0, room.counter() + 8.0));
            }
            "office" => {
                things::mug(brush, pos2(room.width - 96.0, room.counter() + 9.0));
                things::pens(brush, pos2(74.0, room.counter() + 9.0));
            }
            _ => things::bell(brush, pos2(room.width - 92.0, room.counter() + 8.0)),
        }
    });
}

fn paint_desk(brush: &mut Brush, room: Room, [light, middle, dark]: [Color32; 3]) {
    let top = room.counter();
    let slab = 24.0;
    let front = room.rect(0.0, top + slab, room.width, room.height);
    brush.rect(front, 0.0, Tint::down(top, room.height, middle, dark));
    let board = 138.0;
    let boards = (room.width / board).ceil() as u16;
    for i in 0..=boards {
        let x = f32::from(i) * board - 32.0;
        let seam = Path::from(x, top + slab).line(x, room.height);
        brush.stroke(&seam, [1.6, 1.6, 1.6], dark.gamma_multiply(0.8));
        for (at, from, to) in [(34.0, 0.1, 0.62), (71.0, 0.35, 0.97), (103.0, 0.05, 0.5)] {
            let depth = room.height - top - slab;
            let grain = Path::from(x + at, top + slab + depth * from).quad(
                x + at + 5.0,
                top + slab + depth * (from + to) * 0.5,
                x + at - 1.0,
                top + slab + depth * to,
            );
            brush.stroke(&grain, [0.4, 1.3, 0.4], dark.gamma_multiply(0.35));
        }
    }
    let shade = room.rect(0.0, top + slab, room.width, top + slab + 26.0);
    brush.rect(
        shade,
        0.0,
        Tint::down(top + slab, top + slab + 26.0, Color32::from_black_alpha(70), Color32::TRANSPARENT),
    );
    brush.rect(
        room.rect(0.0, top, room.width, top + slab - 7.0),
        0.0,
        Tint::down(top, top + slab, light, mix(light, middle, 0.45)),
    );
    brush.rect(room.rect(0.0, top + slab - 7.0, room.width, top + slab), 0.0, mix(middle, light, 0.2));
    brush.rect(room.rect(0.0, top + slab - 7.5, room.width, top + slab - 5.5), 0.0, Color32::from_white_alpha(60));
    // What she keeps from the light, on the slab.
    brush.glow(pos2(room.width * 0.5, top + 5.0), 220.0, 12.0, Color32::from_black_alpha(70));
}

/// The mesh kept for one layer of one place, with the size it was filled for.
#[derive(Clone)]
struct Kept {
    rect: Rect,
    scale: f32,
    place: String,
    mesh: Arc<Mesh>,
}

fn keep(painter: &Painter, rect: Rect, layer: &str, place: &str, paint: impl FnOnce(&mut Brush)) {
    let id = Id::new("stage").with(layer);
    let scale = painter.pixels_per_point();
    let kept: Option<Kept> = painter.ctx().data(|data| data.get_temp(id));
    let mesh = match kept {
        Some(kept) if kept.rect == rect && kept.scale.to_bits() == scale.to_bits() && kept.place == place => kept.mesh,
        _ => {
            let (_, unit) = Room::of(rect);
            let mut brush = Brush::new(painter, Affine::place(rect.min.to_vec2(), unit, unit));
            paint(&mut brush);
            let mesh = Arc::new(brush.into_mesh());
            let kept = Kept { rect, scale, place: place.to_owned(), mesh: mesh.clone() };
            painter.ctx().data_mut(|data| data.insert_temp(id, kept));
            mesh
        }
    };
    painter.add(Shape::Mesh(mesh));
}
