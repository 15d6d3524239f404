//! What can be asked of a flattened outline: its area and whether it is convex; and one outline cut to another.

use bevy_egui::egui::Pos2;

/// Twice the signed area: positive when the outline runs clockwise on a screen whose y grows downwards.
pub fn signed_area(outline: &[Pos2]) -> f32 {
    pairs(outline).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

/// Whether the outline is convex, so that a simple fan fills it.
pub fn is_convex(outline: &[Pos2]) -> bool {
    let [first, second, ..] = outline else {
        return false;
    };
    let (mut left, mut right, mut turns) = (false, false, 0);
    let mut heading: Option<bool> = None;
    let (mut before, mut edge) = (*second, *second - *first);
    for &point in outline.iter().skip(2).chain([first, second]) {
        let after = point - before;
        let cross = edge.x * after.y - edge.y * after.x;
        let slack = 1e-4 * (edge.length_sq() + after.length_sq());
        left |= cross > slack;
        right |= cross < -slack;
        if left && right {
            return false;
        }
        if after.x != 0.0 && heading.replace(after.x > 0.0).is_some_and(|was| was != (after.x > 0.0)) {
            turns += 1;
        }
        (before, edge) = (point, after);
    }
    turns <= 2
}

/// The part of `outline` inside the convex outline `window`.
pub fn cut(outline: &[Pos2], window: &[Pos2]) -> Vec<Pos2> {
    let side = signed_area(window).signum();
    let mut kept = outline.to_vec();
    for (a, b) in pairs(window) {
        let edge = b - a;
        let inside = |p: Pos2| side * (edge.x * (p.y - a.y) - edge.y * (p.x - a.x));
        if kept.iter().all(|&p| inside(p) >= 0.0) {
            continue;
        }
        let mut next = Vec::with_capacity(kept.len() + 4);
        for (from, to) in pairs(&kept) {
            let (near, far) = (inside(from), inside(to));
            if near >= 0.0 {
                next.push(from);
            }
            if (near >= 0.0) != (far >= 0.0) {
                next.push(from.lerp(to, near / (near - far)));
            }
        }
        kept = next;
    }
    kept
}

/// Each point of a closed outline with the one after it.
pub fn pairs(outline: &[Pos2]) -> impl Iterator<Item = (Pos2, Pos2)> + Clone + '_ {
    outline.iter().copied().zip(outline.iter().copied().cycle().skip(1))
}
