//! The brush of the drawn stage: it fills outlines, draws tapered strokes and lays soft light into one egui mesh,
//! with edges that fade over one pixel at any scale. What is drawn, and why, lives in the files that hold the brush.

use bevy_egui::egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Vec2, pos2, vec2};
use lyon_tessellation::{
    BuffersBuilder, FillOptions, FillRule, FillTessellator, FillVertex, VertexBuffers, math::point,
    path::Path as Outline,
};

use super::path::{Affine, Path, cut, is_convex, pairs, signed_area};
pub use super::{
    path::{ellipse, rounded},
    tint::{Tint, mix, rgb},
};

/// Gathers everything painted into one mesh.
pub struct Brush {
    mesh: Mesh,
    at: Affine,
    pixel: f32,
    evening: bool,
    fill: FillTessellator,
    buffers: VertexBuffers<Pos2, u32>,
}

impl Brush {
    /// A brush whose soft edges are one physical pixel of `painter`'s screen.
    pub fn new(painter: &Painter, at: Affine) -> Self {
        Self {
            mesh: Mesh::default(),
            at,
            pixel: 1.0 / painter.pixels_per_point().max(0.1),
            evening: false,
            fill: FillTessellator::new(),
            buffers: VertexBuffers::new(),
        }
    }

    /// The same brush for an evening.
    pub fn by_evening(self, evening: bool) -> Self {
        Self { evening, ..self }
    }

    /// Whether it is evening.
    pub fn is_evening(&self) -> bool {
        self.evening
    }

    /// The two tones of a sky at this time of day; a night stays a night.
    pub fn sky(&self, [high, low]: [Color32; 2]) -> [Color32; 2] {
        if self.evening && high.g() > 0x60 { [rgb(0x3a_4c_8c), rgb(0xff_9c_6c)] } else { [high, low] }
    }

    /// What was painted so far, ready for [`Shape::mesh`].
    pub fn into_mesh(self) -> Mesh {
        self.mesh
    }

    /// Hands what was painted to the painter.
    pub fn finish(self, painter: &Painter) {
        if !self.mesh.is_empty() {
            painter.add(Shape::mesh(self.mesh));
        }
    }

    /// Paints with the drawing's units moved by `inner` for the time of `paint`.
    pub fn within<R>(&mut self, inner: Affine, paint: impl FnOnce(&mut Self) -> R) -> R {
        let outer = self.at;
        self.at = outer.over(&inner);
        let result = paint(self);
        self.at = outer;
        result
    }

    /// How many screen pixels one of the drawing's units takes, to leave out what nobody would see.
    pub fn pixels_per_unit(&self) -> f32 {
        self.at.scale() / self.pixel
    }

    /// Whether a face is drawn as small as beside a name, some forty pixels high: what is thinner than a hair there only blurs it.
    pub fn is_small_face(&self) -> bool {
        self.pixels_per_unit() < 0.3
    }

    /// The outline on screen, for [`Brush::fill_in`].
    pub fn trace(&self, path: &Path) -> Vec<Pos2> {
        path.flatten(&self.at, self.pixel * 0.2)
    }

    /// Fills the outline.
    pub fn fill(&mut self, path: &Path, tint: impl Into<Tint>) {
        let outline = self.trace(path);
        let tint = tint.into().placed(&self.at);
        self.fill_outline(outline, &tint);
    }

    /// Fills the part of the outline that lies inside the convex `window`, which [`Brush::trace`] gave.
    pub fn fill_in(&mut self, path: &Path, window: &[Pos2], tint: impl Into<Tint>) {
        let outline = cut(&self.trace(path), window);
        let tint = tint.into().placed(&self.at);
        self.fill_outline(outline, &tint);
    }

    /// Fills an upright ellipse.
    pub fn ellipse(&mut self, x: f32, y: f32, rx: f32, ry: f32, tint: impl Into<Tint>) {
        self.fill(&ellipse(x, y, rx, ry), tint);
    }

    /// Fills a rectangle of the drawing's units with corners of radius `round`.
    pub fn rect(&mut self, rect: Rect, round: f32, tint: impl Into<Tint>) {
        self.fill(&rounded(rect, round), tint);
    }

    /// Strokes the path with round ends; the width runs evenly from `from` to `to` units by way of `middle`.
    pub fn stroke(&mut self, path: &Path, [from, middle, to]: [f32; 3], color: Color32) {
        let mut line = self.trace(path);
        dedup(&mut line, self.pixel * 0.05);
        let scale = self.at.scale() * 0.5;
        let taper = (middle - from).abs().max((middle - to).abs()) * scale / self.pixel;
        if taper > 0.6 {
            line = resample(&line, (4.0 * taper.sqrt()).clamp(4.0, 14.0));
        }
        let total: f32 = line.windows(2).map(|pair| run(pair).length()).sum();
        let (Some(&first), Some(&last)) = (line.first(), line.last()) else {
            return;
        };
        let mut marks: Vec<(Pos2, f32)> = Vec::with_capacity(line.len() + 8);
        let mut walked = 0.0;
        let mut before = first;
        for &point in &line {
            walked += (point - before).length();
            before = point;
            let t = if total > 0.0 { walked / total } else { 0.0 };
            let half = if t < 0.5 {
                middle + (from - middle) * (1.0 - t * 2.0).powi(2)
            } else {
                middle + (to - middle) * (t * 2.0 - 1.0).powi(2)
            };
            marks.push((point, half * scale));
        }
        let head = line.get(1).map_or(Vec2::ZERO, |next| (first - *next).normalized());
        let tail = line.iter().rev().nth(1).map_or(Vec2::ZERO, |prev| (last - *prev).normalized());
        let caps = [(0.5_f32, 0.866_f32), (0.866, 0.5), (0.99, 0.14)];
        // A round end thinner than a pixel is not seen, and costs as much as the line.
        for (along, across) in caps {
            if from * scale > 0.6 * self.pixel {
                marks.insert(0, (first + head * along * from * scale, from * scale * across));
            }
            if to * scale > 0.6 * self.pixel {
                marks.push((last + tail * along * to * scale, to * scale * across));
            }
        }
        self.ribbon(&marks, color);
    }

    /// A soft light or shade: `color` in the middle, nothing at the edge of the ellipse.
    pub fn glow(&mut self, centre: Pos2, rx: f32, ry: f32, color: Color32) {
        let rings = [(0.0, 1.0), (0.3, 0.83), (0.6, 0.36), (0.8, 0.1), (1.0, 0.0)];
        let spokes: u16 = 28;
        let base = self.mesh.vertices.len() as u32;
        for (radius, strength) in rings {
            for spoke in 0..spokes {
                let angle = f32::from(spoke) / f32::from(spokes) * std::f32::consts::TAU;
                let point = centre + vec2(angle.cos() * rx, angle.sin() * ry) * radius;
                self.mesh.colored_vertex(self.at.at(point), color.gamma_multiply(strength));
            }
        }
        let around = u32::from(spokes);
        for ring in 0..rings.len() as u32 - 1 {
            for spoke in 0..around {
                let (a, b) = (base + ring * around + spoke, base + ring * around + (spoke + 1) % around);
                self.quad(a, b, a + around, b + around);
            }
        }
    }

    fn fill_outline(&mut self, mut outline: Vec<Pos2>, tint: &Tint) {
        let near = self.pixel * 0.02;
        dedup(&mut outline, near);
        if outline.first().zip(outline.last()).is_some_and(|(a, b)| (*a - *b).length_sq() <= near * near) {
            outline.pop();
        }
        if outline.len() < 3 {
            return;
        }
        let base = self.mesh.vertices.len() as u32;
        let count = outline.len() as u32;
        for &point in &outline {
            self.mesh.colored_vertex(point, tint.at(point));
        }
        if is_convex(&outline) {
            for i in 1..count - 1 {
                self.mesh.add_triangle(base, base + i, base + i + 1);
            }
        } else {
            self.fill_concave(&outline, tint);
        }
        self.feather(&outline, base);
    }

    fn fill_concave(&mut self, outline: &[Pos2], tint: &Tint) {
        let mut path = Outline::builder();
        for (i, p) in outline.iter().enumerate() {
            if i == 0 {
                path.begin(point(p.x, p.y));
            } else {
                path.line_to(point(p.x, p.y));
            }
        }
        path.end(true);
        self.buffers.vertices.clear();
        self.buffers.indices.clear();
        let options = FillOptions::default().with_fill_rule(FillRule::NonZero).with_tolerance(self.pixel * 0.1);
        let mut sink =
            BuffersBuilder::new(&mut self.buffers, |vertex: FillVertex| pos2(vertex.position().x, vertex.position().y));
        // An outline that cannot be filled (not finite, say) is left out rather than half drawn.
        if self.fill.tessellate_path(&path.build(), &options, &mut sink).is_err() {
            return;
        }
        let inner = self.mesh.vertices.len() as u32;
        for &vertex in &self.buffers.vertices {
            self.mesh.colored_vertex(vertex, tint.at(vertex));
        }
        self.mesh.indices.extend(self.buffers.indices.iter().map(|i| i + inner));
    }

    /// A rim of one pixel around the outline whose vertices start at `base`, fading to nothing.
    fn feather(&mut self, outline: &[Pos2], base: u32) {
        let outwards = if signed_area(outline) > 0.0 { 1.0 } else { -1.0 };
        let rim = self.mesh.vertices.len() as u32;
        let count = outline.len() as u32;
        let before = outline.iter().copied().cycle().skip(outline.len() - 1);
        for ((point, next), before) in pairs(outline).zip(before) {
            let normal = corner(point - before, next - point) * outwards;
            self.mesh.colored_vertex(point + normal * self.pixel, Color32::TRANSPARENT);
        }
        for i in 0..count {
            let j = (i + 1) % count;
            self.quad(base + i, base + j, rim + i, rim + j);
        }
    }

    /// A strip of changing half width along the marks, fading over a pixel on both sides.
    fn ribbon(&mut self, marks: &[(Pos2, f32)], color: Color32) {
        let base = self.mesh.vertices.len() as u32;
        let thinnest = self.pixel * 0.5;
        for (i, &(point, half)) in marks.iter().enumerate() {
            let before = i.checked_sub(1).and_then(|i| marks.get(i)).map_or(point, |mark| mark.0);
            let after = marks.get(i + 1).map_or(point, |mark| mark.0);
            let (into, out) = (point - before, after - point);
            let normal = if into == Vec2::ZERO {
                corner(out, out)
            } else if out == Vec2::ZERO {
                corner(into, into)
            } else {
                corner(into, out)
            };
            let thin = (half / thinnest).min(1.0);
            let color = color.gamma_multiply(thin);
            let half = (half - thinnest).max(0.0);
            for (offset, color) in [
                (-half - self.pixel, Color32::TRANSPARENT),
                (-half, color),
                (half, color),
                (half + self.pixel, Color32::TRANSPARENT),
            ] {
                self.mesh.colored_vertex(point + normal * offset, color);
            }
        }
        for i in 0..(marks.len() as u32).saturating_sub(1) {
            for side in 0..3 {
                let a = base + i * 4 + side;
                self.quad(a, a + 1, a + 4, a + 5);
            }
        }
    }

    fn quad(&mut self, a: u32, b: u32, c: u32, d: u32) {
        self.mesh.add_triangle(a, b, c);
        self.mesh.add_triangle(b, d, c);
    }
}

/// The direction away from a line that arrives along `into` and leaves along `out`, longer at sharp corners.
fn corner(into: Vec2, out: Vec2) -> Vec2 {
    let (into, out) = (into.normalized(), out.normalized());
    let sum = vec2(into.y + out.y, -(into.x + out.x));
    let square = sum.length_sq();
    if square < 0.2 { vec2(into.y, -into.x) } else { sum * (2.0 / square) }
}

fn dedup(points: &mut Vec<Pos2>, near: f32) {
    points.dedup_by(|a, b| (*a - *b).length_sq() <= near * near);
}

/// The same line with points at least at every `parts`th of its length, so that a changing width is seen to change.
fn resample(line: &[Pos2], parts: f32) -> Vec<Pos2> {
    let total: f32 = line.windows(2).map(|pair| run(pair).length()).sum();
    let longest = (total / parts).max(1e-3);
    let mut points: Vec<Pos2> = line.first().copied().into_iter().collect();
    for (from, to) in line.iter().zip(line.iter().skip(1)) {
        let pieces = ((*to - *from).length() / longest).ceil().clamp(1.0, 16.0) as u16;
        points.extend((1..=pieces).map(|i| from.lerp(*to, f32::from(i) / f32::from(pieces))));
    }
    points
}

fn run(pair: &[Pos2]) -> Vec2 {
    match pair {
        [a, b] => *b - *a,
        _ => Vec2::ZERO,
    }
}
