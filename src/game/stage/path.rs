//! Outlines for the drawn stage: straight and curved segments in the drawing's own units, how they are moved
//! and flattened. Nothing here knows of colours, of a screen or of who is drawn.

use bevy_egui::egui::{Pos2, Rect, Vec2, pos2, vec2};

pub use super::cut::{cut, is_convex, pairs, signed_area};

/// Moves, turns and scales the drawing's units into screen points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Affine {
    x: Vec2,
    y: Vec2,
    origin: Vec2,
}

impl Affine {
    /// Leaves everything where it is.
    pub const IDENTITY: Self = Self { x: Vec2::new(1.0, 0.0), y: Vec2::new(0.0, 1.0), origin: Vec2::ZERO };

    /// Scales both axes and then moves by `origin`; a negative scale mirrors.
    pub fn place(origin: Vec2, scale_x: f32, scale_y: f32) -> Self {
        Self { x: vec2(scale_x, 0.0), y: vec2(0.0, scale_y), origin }
    }

    /// Moves only.
    pub fn shift(x: f32, y: f32) -> Self {
        Self::place(vec2(x, y), 1.0, 1.0)
    }

    /// Turns by `degrees` (clockwise on screen) about `centre`.
    pub fn turn(degrees: f32, centre: Pos2) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (x, y) = (vec2(cos, sin), vec2(-sin, cos));
        let centre = centre.to_vec2();
        Self { x, y, origin: centre - x * centre.x - y * centre.y }
    }

    /// `self` after `inner`: what `inner` draws is then placed by `self`.
    pub fn over(&self, inner: &Self) -> Self {
        Self {
            x: self.direction(inner.x),
            y: self.direction(inner.y),
            origin: self.direction(inner.origin) + self.origin,
        }
    }

    /// Where a point lands.
    pub fn at(&self, point: Pos2) -> Pos2 {
        (self.direction(point.to_vec2()) + self.origin).to_pos2()
    }

    /// How long one unit becomes, on average over the axes.
    pub fn scale(&self) -> f32 {
        (self.x.x * self.y.y - self.x.y * self.y.x).abs().sqrt()
    }

    fn direction(&self, vector: Vec2) -> Vec2 {
        self.x * vector.x + self.y * vector.y
    }
}

#[derive(Clone, Copy, Debug)]
enum Segment {
    Line(Pos2),
    Quad(Pos2, Pos2),
    Cubic(Pos2, Pos2, Pos2),
}

/// A run of segments in the drawing's units; closed by whoever fills it, open for whoever strokes it.
#[derive(Clone, Debug)]
pub struct Path {
    start: Pos2,
    segments: Vec<Segment>,
}

impl Path {
    /// Begins an outline.
    pub fn from(x: f32, y: f32) -> Self {
        Self { start: pos2(x, y), segments: Vec::new() }
    }

    /// A straight run to `x`, `y`.
    #[must_use]
    pub fn line(mut self, x: f32, y: f32) -> Self {
        self.segments.push(Segment::Line(pos2(x, y)));
        self
    }

    /// A quadratic curve by way of the first point.
    #[must_use]
    pub fn quad(mut self, cx: f32, cy: f32, x: f32, y: f32) -> Self {
        self.segments.push(Segment::Quad(pos2(cx, cy), pos2(x, y)));
        self
    }

    /// A cubic curve by way of the first two points.
    #[must_use]
    pub fn cubic(mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) -> Self {
        self.segments.push(Segment::Cubic(pos2(ax, ay), pos2(bx, by), pos2(x, y)));
        self
    }

    /// Goes back to the start along the mirror image (x to −x), so that only one side has to be described.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        let flip = |p: Pos2| pos2(-p.x, p.y);
        let mut ends: Vec<Pos2> = vec![self.start];
        ends.extend(self.segments.iter().map(|segment| match *segment {
            Segment::Line(end) | Segment::Quad(_, end) | Segment::Cubic(_, _, end) => end,
        }));
        if let Some(&last) = ends.last() {
            self.segments.push(Segment::Line(flip(last)));
        }
        let back: Vec<Segment> = self
            .segments
            .iter()
            .zip(&ends)
            .take(ends.len() - 1)
            .map(|(segment, &before)| match *segment {
                Segment::Line(_) => Segment::Line(flip(before)),
                Segment::Quad(c, _) => Segment::Quad(flip(c), flip(before)),
                Segment::Cubic(a, b, _) => Segment::Cubic(flip(b), flip(a), flip(before)),
            })
            .rev()
            .collect();
        self.segments.extend(back);
        self
    }

    /// Points along the outline, placed by `to`, never further than `tolerance` from the true curve.
    pub fn flatten(&self, to: &Affine, tolerance: f32) -> Vec<Pos2> {
        let mut from = to.at(self.start);
        let mut points = vec![from];
        for segment in &self.segments {
            match *segment {
                Segment::Line(end) => from = push(&mut points, to.at(end)),
                Segment::Quad(c, end) => {
                    let (c, end) = (to.at(c), to.at(end));
                    let bend = (from.to_vec2() - 2.0 * c.to_vec2() + end.to_vec2()).length();
                    for t in steps(bend * 0.25, tolerance) {
                        push(&mut points, from.lerp(c, t).lerp(c.lerp(end, t), t));
                    }
                    from = end;
                }
                Segment::Cubic(a, b, end) => {
                    let (a, b, end) = (to.at(a), to.at(b), to.at(end));
                    let bend = (from.to_vec2() - 2.0 * a.to_vec2() + b.to_vec2())
                        .length()
                        .max((a.to_vec2() - 2.0 * b.to_vec2() + end.to_vec2()).length());
                    for t in steps(bend * 0.75, tolerance) {
                        let (ab, bc) = (a.lerp(b, t), b.lerp(end, t));
                        push(&mut points, from.lerp(a, t).lerp(ab, t).lerp(ab.lerp(bc, t), t));
                    }
                    from = end;
                }
            }
        }
        points
    }
}

fn push(points: &mut Vec<Pos2>, point: Pos2) -> Pos2 {
    points.push(point);
    point
}

/// The parameters of a curve's flattened points, the last one exactly 1.
fn steps(bend: f32, tolerance: f32) -> impl Iterator<Item = f32> {
    let count = (bend / tolerance.max(1e-4)).sqrt().ceil().clamp(1.0, 96.0) as u16;
    (1..=count).map(move |i| f32::from(i) / f32::from(count))
}

/// An upright ellipse as an outline.
pub fn ellipse(x: f32, y: f32, rx: f32, ry: f32) -> Path {
    let (kx, ky) = (rx * 0.5523, ry * 0.5523);
    Path::from(x - rx, y)
        .cubic(x - rx, y - ky, x - kx, y - ry, x, y - ry)
        .cubic(x + kx, y - ry, x + rx, y - ky, x + rx, y)
        .cubic(x + rx, y + ky, x + kx, y + ry, x, y + ry)
        .cubic(x - kx, y + ry, x - rx, y + ky, x - rx, y)
}

/// A rectangle with round corners as an outline.
pub fn rounded(rect: Rect, round: f32) -> Path {
    let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
    if round <= 0.0 {
        return Path::from(left, top).line(right, top).line(right, bottom).line(left, bottom);
    }
    let q = round.min(rect.width() * 0.5).min(rect.height() * 0.5);
    let k = q * 0.4477;
    Path::from(left + q, top)
        .line(right - q, top)
        .cubic(right - k, top, right, top + k, right, top + q)
        .line(right, bottom - q)
        .cubic(right, bottom - k, right - k, bottom, right - q, bottom)
        .line(left + q, bottom)
        .cubic(left + k, bottom, left, bottom - k, left, bottom - q)
        .line(left, top + q)
        .cubic(left, top + k, left + k, top, left + q, top)
}
