//! Where the conversation happens: the room behind the customer and the counter in front of her. Rooms are still, so
//! each is filled once for a size and kept. Who stands there, and what is said, is drawn elsewhere.

mod airport;
mod bath;
mod civic;
mod clinic;
mod desk;
mod goods;
mod home;
mod hotel;
mod kit;
mod office;
mod outdoors;
mod palm;
mod plain;
mod pool;
mod pool_window;
mod restaurant;
mod shop;
mod stores;
mod things;

use std::sync::Arc;

use bevy_egui::egui::{Color32, Id, Mesh, Painter, Rect, Shape, pos2, vec2};

use super::{
    path::Affine,
    shapes::{Brush, rgb},
};

/// The words for places that have a picture of their own; any other gives a calm wall.
pub const PLACES: &[&str] = &[
    "pool-desk",
    "office",
    "restaurant",
    "shop",
    "showroom",
    "clinic",
    "hotel",
    "park-gate",
    "airport-gate",
    "garden",
    "bus-bay",
    "bank",
    "town-hall",
    "home",
    "building-site",
    "warehouse",
    "help-desk",
    "gym",
];

/// Which picture stands for a place where people meet: a gate is another one at an airport than in a park, and an office
/// is where the scenario's sector has its counter.
#[must_use]
pub fn picture_of<'p>(place: &'p str, sector: &str) -> &'p str {
    let is_about = |words: &[&str]| {
        let sector = sector.to_lowercase();
        words.iter().any(|word| sector.contains(word))
    };
    match place {
        "gate" if is_about(&["air", "flight", "travel"]) => "airport-gate",
        "gate" => "park-gate",
        "shop" if is_about(&["home improvement", "showroom", "furniture", "kitchen"]) => "showroom",
        "office" if is_about(&["bank"]) => "bank",
        "office" if is_about(&["public", "council", "government"]) => "town-hall",
        "home" if is_about(&["construction", "building"]) => "building-site",
        _ => place,
    }
}

/// The time of day that a place is shown at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Light {
    /// By day, with the sky as it is painted.
    #[default]
    Day,
    /// By evening: dusk behind the windows, and lamps in the room.
    Evening,
}

impl Light {
    /// The shares of red, green and blue that are left of a place.
    fn left(self, place: &str) -> Option<[f32; 3]> {
        match (self, place) {
            (Self::Day, _) => None,
            // These are painted by night already.
            (Self::Evening, "restaurant" | "bus-bay" | "airport-gate") => Some([0.9, 0.87, 0.9]),
            (Self::Evening, "park-gate" | "garden") => Some([0.62, 0.6, 0.74]),
            (Self::Evening, _) => Some([0.7, 0.64, 0.68]),
        }
    }
}

/// The part of the stage above the counter.
const COUNTER: f32 = 0.735;

/// The height of the counter's far edge, where the portrait ends.
#[must_use]
pub fn counter_top(rect: Rect) -> f32 {
    rect.top() + COUNTER * rect.height()
}

/// The part of a stage that its picture takes where a card with words lies on its counter from `top` on. A tall card would hide the face:
/// the picture then ends higher up, and its counter goes on below the card.
#[must_use]
pub fn picture_behind_card(stage: Rect, top: f32) -> Rect {
    /// Share of the picture's height that is counter, where the card may lie.
    const UNDER_CARD: f32 = 0.27;
    let height = (top - stage.top()) / (1.0 - UNDER_CARD);
    let height = if height < stage.height() * 0.88 { height.round() } else { stage.height() };
    stage.with_max_y(stage.top() + height)
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
pub fn paint_place(painter: &Painter, rect: Rect, place: &str, light: Light) {
    if !rect.is_positive() {
        return;
    }
    let (room, _) = Room::of(rect);
    let clipped = painter.with_clip_rect(painter.clip_rect().intersect(rect));
    keep(&clipped, rect, ROOM, (place, light), |brush| match place {
        "pool-desk" => pool::paint(brush, room),
        "office" => office::paint(brush, room),
        "restaurant" => restaurant::paint(brush, room),
        "shop" => shop::paint_supermarket(brush, room),
        "showroom" => shop::paint_showroom(brush, room),
        "clinic" => clinic::paint(brush, room),
        "hotel" => hotel::paint(brush, room),
        "park-gate" => outdoors::paint_park_gate(brush, room),
        "airport-gate" => airport::paint(brush, room),
        "garden" => outdoors::paint_garden(brush, room),
        "bus-bay" => outdoors::paint_bus_bay(brush, room),
        "bank" => civic::paint_bank(brush, room),
        "town-hall" => civic::paint_town_hall(brush, room),
        "home" => home::paint_kitchen(brush, room),
        "building-site" => home::paint_site(brush, room),
        "warehouse" => stores::paint_warehouse(brush, room),
        "help-desk" => stores::paint_help_desk(brush, room),
        "gym" => stores::paint_gym(brush, room),
        _ => plain::paint(brush, room),
    });
}

/// Paints the counter in front of the customer, over the lower part of the same rectangle, and on below it as far as the painter
/// paints.
pub fn paint_counter(painter: &Painter, rect: Rect, place: &str, light: Light) {
    if !rect.is_positive() {
        return;
    }
    let (room, _) = Room::of(rect);
    let clipped = painter.with_clip_rect(painter.clip_rect().intersect(rect.with_max_y(f32::INFINITY)));
    keep(&clipped, rect, COUNTER_LAYER, (place, light), |brush| desk::paint(brush, room, place));
}

/// The layers of a place: what lies behind the customer, and what lies before them.
const ROOM: &str = "room";
const COUNTER_LAYER: &str = "counter";

/// The mesh kept for one layer of one place, with the size and the light it was filled for.
#[derive(Clone)]
struct Kept {
    rect: Rect,
    scale: f32,
    place: String,
    light: Light,
    mesh: Arc<Mesh>,
}

fn keep(painter: &Painter, rect: Rect, layer: &str, (place, light): (&str, Light), paint: impl FnOnce(&mut Brush)) {
    let id = Id::new("stage").with(layer);
    let scale = painter.pixels_per_point();
    let kept: Option<Kept> = painter.ctx().data(|data| data.get_temp(id));
    let is_for_this = |kept: &Kept| {
        kept.rect == rect && kept.scale.to_bits() == scale.to_bits() && kept.place == place && kept.light == light
    };
    let mesh = match kept {
        Some(kept) if is_for_this(&kept) => kept.mesh,
        _ => {
            let (room, unit) = Room::of(rect);
            let brush = || Brush::new(painter, Affine::place(rect.min.to_vec2(), unit, unit));
            let mut painted = brush().by_evening(light == Light::Evening);
            paint(&mut painted);
            let mut mesh = painted.into_mesh();
            if let Some(left) = light.left(place) {
                dim(&mut mesh, left);
                // Nothing shines on who stands before it.
                if layer == ROOM {
                    let mut lamps = brush();
                    let middle = pos2(room.width * 0.5, room.height * 0.02);
                    lamps.glow(middle, room.width * 0.62, room.height * 0.6, rgb(0xff_cf_8c).gamma_multiply(0.14));
                    mesh.append(lamps.into_mesh());
                }
            }
            let mesh = Arc::new(mesh);
            let kept = Kept { rect, scale, place: place.to_owned(), light, mesh: mesh.clone() };
            painter.ctx().data_mut(|data| data.insert_temp(id, kept));
            mesh
        }
    };
    painter.add(Shape::Mesh(mesh));
}

/// Leaves these shares of red, green and blue of everything that was painted.
fn dim(mesh: &mut Mesh, left: [f32; 3]) {
    for vertex in &mut mesh.vertices {
        let [red, green, blue, alpha] = vertex.color.to_array();
        let [red, green, blue] = [(red, left[0]), (green, left[1]), (blue, left[2])]
            .map(|(channel, left)| (f32::from(channel) * left) as u8);
        vertex.color = Color32::from_rgba_premultiplied(red, green, blue, alpha);
    }
}
