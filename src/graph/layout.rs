//! Where boxes and the curves between them lie: the work of the library `layout-rs`, guarded. It is asked for one curve per pair
//! of beats, whatever the number of replies between them, and what it draws is only noted down.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use layout::core::base::Orientation;
use layout::core::format::{ClipHandle, RenderBackend};
use layout::core::geometry::{Point, Position};
use layout::core::style::StyleAttr;
use layout::std_shapes::shapes::{Arrow, Element, ShapeKind};
use layout::topo::layout::VisualGraph;
use thiserror::Error;

/// Pictures of more beats than this are no use to anybody, and take long.
pub const MOST_BEATS: usize = 300;
/// Free space around a box, both sides together: across for the curves, and down between boxes.
const AROUND: (f64, f64) = (150.0, 36.0);

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CannotLayOut {
    /// There are too many beats.
    #[error("the scenario has {0} beats, and a picture is drawn of at most {MOST_BEATS}")]
    TooLarge(usize),
    /// The library gave up.
    #[error("the beats of this scenario could not be laid out as a picture")]
    GaveUp,
}

/// A point of the picture, in pixels from the upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Spot {
    pub x: f64,
    pub y: f64,
}

/// Where everything lies.
#[derive(Clone, Debug, Default)]
pub(super) struct Laid {
    /// Upper left corner of each box.
    pub boxes: Vec<Spot>,
    /// The points between the boxes through which each way leads, from the first box to the second.
    pub ways: BTreeMap<(usize, usize), Vec<Spot>>,
    /// Lower right corner of everything.
    pub end: Spot,
}

/// Lays out boxes of the given widths and heights, from left to right along the ways.
pub(super) fn lay_out(sizes: &[(f64, f64)], ways: &[(usize, usize)]) -> Result<Laid, CannotLayOut> {
    if sizes.len() > MOST_BEATS {
        return Err(CannotLayOut::TooLarge(sizes.len()));
    }
    let pairs = pairs(ways);
    // The library checks itself by assertions, and not every graph passes them.
    let notes = catch_unwind(AssertUnwindSafe(|| draw(sizes, &pairs))).map_err(|_| CannotLayOut::GaveUp)?;
    let Notes { boxes, through, .. } = notes;
    let find = |(from, to): (usize, usize)| {
        let back = || through.get(&(to, from)).map(|spots| spots.iter().rev().copied().collect());
        through.get(&(from, to)).cloned().or_else(back)
    };
    let ways: BTreeMap<_, _> = ways.iter().filter_map(|way| Some((*way, find(*way)?))).collect();
    let boxes: Option<Vec<Spot>> = (0..sizes.len()).map(|place| boxes.get(&place).copied()).collect();
    Ok(framed(Laid { boxes: boxes.ok_or(CannotLayOut::GaveUp)?, ways, end: Spot::default() }, sizes))
}

/// Each pair of different boxes once, in the direction that comes first.
fn pairs(ways: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (from, to) in ways {
        if from != to && !pairs.contains(&(*from, *to)) && !pairs.contains(&(*to, *from)) {
            pairs.push((*from, *to));
        }
    }
    pairs
}

fn draw(sizes: &[(f64, f64)], pairs: &[(usize, usize)]) -> Notes {
    let direction = Orientation::LeftToRight;
    let mut graph = VisualGraph::new(direction);
    let handles: Vec<_> = sizes
        .iter()
        .enumerate()
        .map(|(place, (width, height))| {
            let around = Point::new(AROUND.0, AROUND.1);
            graph.add_node(Element {
                shape: ShapeKind::new_box(""),
                pos: Position::new(Point::zero(), Point::new(*width, *height), Point::zero(), around),
                look: StyleAttr::simple(),
                orientation: direction,
                properties: Some(place.to_string()),
            })
        })
        .collect();
    for (number, (from, to)) in pairs.iter().enumerate() {
        if let (Some(from), Some(to)) = (handles.get(*from), handles.get(*to)) {
            graph.add_edge(Arrow::simple_with_properties("", number.to_string()), *from, *to);
        }
    }
    let mut notes = Notes { pairs: pairs.to_vec(), ..Notes::default() };
    graph.do_it(false, false, false, &mut notes);
    notes
}

/// What the library draws, noted down.
#[derive(Default)]
struct Notes {
    pairs: Vec<(usize, usize)>,
    boxes: BTreeMap<usize, Spot>,
    through: BTreeMap<(usize, usize), Vec<Spot>>,
}

impl RenderBackend for Notes {
    fn draw_rect(&mut self, xy: Point, _: Point, _: &StyleAttr, name: Option<String>, _: Option<ClipHandle>) {
        if let Some(place) = name.and_then(|name| name.parse().ok()) {
            self.boxes.insert(place, spot(xy));
        }
    }

    fn draw_arrow(
        &mut self,
        path: &[(Point, Point)],
        _: bool,
        head: (bool, bool),
        _: &StyleAttr,
        name: Option<String>,
        _: &str,
    ) {
        let number = name.and_then(|name| name.parse::<usize>().ok());
        let Some(pair) = number.and_then(|number| self.pairs.get(number)) else { return };
        let mut spots: Vec<Spot> = path.iter().skip(1).map(|(_, point)| spot(*point)).collect();
        // The last point is the box's own edge; where it is met is for the picture to say.
        spots.pop();
        if head.0 {
            // To get rid of a cycle the library has turned the arrow round.
            spots.reverse();
        }
        self.through.insert(*pair, spots);
    }

    fn draw_line(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}
    fn draw_circle(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}
    fn draw_text(&mut self, _: Point, _: &str, _: &StyleAttr) {}
    fn create_clip(&mut self, _: Point, _: Point, _: usize) -> ClipHandle {
        0
    }
}

fn spot(point: Point) -> Spot {
    Spot { x: point.x, y: point.y }
}

/// Moved so that everything lies right and below of the corner, with its end worked out.
fn framed(mut laid: Laid, sizes: &[(f64, f64)]) -> Laid {
    let corners = laid.boxes.iter().zip(sizes).map(|(spot, size)| Spot { x: spot.x + size.0, y: spot.y + size.1 });
    let points: Vec<Spot> =
        laid.boxes.iter().copied().chain(corners).chain(laid.ways.values().flatten().copied()).collect();
    let least = points.iter().fold(Spot { x: f64::MAX, y: f64::MAX }, |a, b| Spot { x: a.x.min(b.x), y: a.y.min(b.y) });
    let most = points.iter().fold(least, |a, b| Spot { x: a.x.max(b.x), y: a.y.max(b.y) });
    let shift = |spot: &mut Spot| {
        spot.x -= least.x;
        spot.y -= least.y;
    };
    laid.boxes.iter_mut().for_each(shift);
    laid.ways.values_mut().flatten().for_each(shift);
    laid.end = Spot { x: most.x - least.x, y: most.y - least.y };
    laid
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, clippy::type_complexity, reason = "tests may fail loudly")]
mod tests {
    use super::*;

    fn overlap(laid: &Laid, sizes: &[(f64, f64)]) -> Vec<(usize, usize)> {
        let boxes: Vec<_> = laid.boxes.iter().zip(sizes).collect();
        let mut found = Vec::new();
        for (i, (a, (aw, ah))) in boxes.iter().enumerate() {
            for (j, (b, (bw, bh))) in boxes.iter().enumerate().skip(i + 1) {
                if a.x < b.x + bw && b.x < a.x + aw && a.y < b.y + bh && b.y < a.y + ah {
                    found.push((i, j));
                }
            }
        }
        found
    }

    #[test]
    fn boxes_lie_apart_and_ways_lead_from_one_to_the_other() {
        let sizes = vec![(200.0, 80.0), (200.0, 160.0), (200.0, 40.0), (200.0, 90.0)];
        let ways = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 1), (1, 1)];
        let laid = lay_out(&sizes, &ways).expect("a layout");
        assert_eq!(overlap(&laid, &sizes), []);
        assert!(laid.boxes[0].x < laid.boxes[1].x && laid.boxes[1].x < laid.boxes[3].x);
        assert!(laid.ways.contains_key(&(3, 1)), "a way back");
        assert!(!laid.ways.contains_key(&(1, 1)), "a way to the same box is not the library's");
    }

    #[test]
    fn long_ways_lead_past_the_boxes_between() {
        let sizes = vec![(200.0, 80.0); 4];
        let ways = [(0, 1), (1, 2), (2, 3), (0, 3), (3, 0)];
        let laid = lay_out(&sizes, &ways).expect("a layout");
        let there = laid.ways.get(&(0, 3)).expect("a way");
        assert!(there.len() == 2 && there[0].x < there[1].x, "{there:?}");
        let back: Vec<Spot> = laid.ways.get(&(3, 0)).expect("a way back").iter().rev().copied().collect();
        assert_eq!(*there, back);
        let inside = |spot: &Spot| {
            laid.boxes.iter().any(|at| (at.y..at.y + 80.0).contains(&spot.y) && (at.x..at.x + 200.0).contains(&spot.x))
        };
        assert!(!there.iter().any(inside));
    }

    /// Random graphs, the same on every run.
    fn graph(seed: u64, beats: usize) -> (Vec<(f64, f64)>, Vec<(usize, usize)>) {
        let mut chance = crate::bots::Chance::new("graph", seed);
        let sizes = (0..beats)
            .map(|_| (290.0, 60.0 + 10.0 * f64::from(u32::try_from(chance.below(20)).unwrap_or(0))))
            .collect();
        let mut ways = Vec::new();
        for from in 0..beats {
            for _ in 0..=chance.below(4) {
                let near = (from + 1 + chance.below(6)).min(beats - 1);
                let to = if chance.happens(1, 10) { chance.below(beats) } else { near };
                ways.push((from, to));
            }
        }
        (sizes, ways)
    }

    #[test]
    fn graphs_of_any_form_are_laid_out_without_overlap() {
        for seed in 0..60 {
            let (sizes, ways) = graph(seed, 2 + usize::try_from(seed).unwrap_or(0));
            let laid = lay_out(&sizes, &ways).unwrap_or_else(|why| panic!("seed {seed}: {why}"));
            assert_eq!(overlap(&laid, &sizes), [], "seed {seed}");
            assert!(ways.iter().all(|(from, to)| from == to || laid.ways.contains_key(&(*from, *to))));
        }
    }

    #[test]
    fn one_box_alone_is_a_picture_too() {
        assert_eq!(lay_out(&[(10.0, 20.0)], &[]).map(|laid| laid.end), Ok(Spot { x: 10.0, y: 20.0 }));
        assert_eq!(lay_out(&[(10.0, 20.0)], &[(0, 0)]).map(|laid| laid.boxes.len()), Ok(1));
    }

    #[test]
    fn too_many_boxes_are_refused() {
        let sizes = vec![(10.0, 10.0); MOST_BEATS + 1];
        assert_eq!(lay_out(&sizes, &[]).map(|_| ()), Err(CannotLayOut::TooLarge(MOST_BEATS + 1)));
    }
}
