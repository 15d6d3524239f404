//! Where boxes and the ways between them lie. The library `layout-rs` puts the boxes into columns and places them. Two steps
//! before that are taken here, because in the library they take time without bound: turning the ways of cycles round, and
//! the order within a column.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use layout::adt::dag::{DAG, NodeHandle};
use layout::core::base::Orientation;
use layout::core::format::Visible;
use layout::core::geometry::{Point, Position};
use layout::core::style::StyleAttr;
use layout::std_shapes::shapes::{Arrow, Element, ShapeKind};
use layout::topo::layout::VisualGraph;
use layout::topo::placer::Placer;
use petgraph::graph::DiGraph;
use petgraph::visit::DfsPostOrder;
use thiserror::Error;

/// Pictures of more beats than this are no use to anybody, and take long.
pub const MOST_BEATS: usize = 100;
/// How often the order within the columns is improved, forth and back.
const SWEEPS: usize = 24;
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
    let pairs = pairs(sizes.len(), ways);
    // The library checks itself by assertions, and not every graph may pass them.
    let laid = catch_unwind(AssertUnwindSafe(|| put(sizes, &pairs))).map_err(|_| CannotLayOut::GaveUp)?;
    Ok(framed(laid, sizes))
}

/// Each pair of different boxes that a way joins, once, and all turned so that there is no cycle: away from the first box, as far
/// as they can be.
fn pairs(boxes: usize, ways: &[(usize, usize)]) -> BTreeSet<(usize, usize)> {
    let edges = ways.iter().filter_map(|(from, to)| Some((u32::try_from(*from).ok()?, u32::try_from(*to).ok()?)));
    let graph: DiGraph<(), ()> = DiGraph::from_edges(edges);
    let mut walk = DfsPostOrder::empty(&graph);
    let mut finished = Vec::new();
    for start in graph.node_indices() {
        walk.move_to(start);
        while let Some(node) = walk.next(&graph) {
            finished.push(node.index());
        }
    }
    // In the order in which a walk along the ways finishes with the boxes, only a way round a cycle leads to a later one.
    let mut places = vec![0; boxes];
    for (place, node) in finished.into_iter().enumerate() {
        if let Some(one) = places.get_mut(node) {
            *one = place;
        }
    }
    let turned =
        |(from, to): &(usize, usize)| if places.get(*from) > places.get(*to) { (*from, *to) } else { (*to, *from) };
    ways.iter().filter(|(from, to)| from != to).map(turned).collect()
}

fn put(sizes: &[(f64, f64)], pairs: &BTreeSet<(usize, usize)>) -> Laid {
    let direction = Orientation::LeftToRight;
    let mut graph = VisualGraph::new(direction);
    graph.dag.set_validate(false);
    let handles: Vec<NodeHandle> = sizes
        .iter()
        .map(|(width, height)| {
            let around = Point::new(AROUND.0, AROUND.1);
            graph.add_node(Element {
                shape: ShapeKind::new_box(""),
                pos: Position::new(Point::zero(), Point::new(*width, *height), Point::zero(), around),
                look: StyleAttr::simple(),
                orientation: direction,
                properties: None,
            })
        })
        .collect();
    let ends = |(from, to): (usize, usize)| Some((*handles.get(from)?, *handles.get(to)?));
    for (from, to) in pairs.iter().filter_map(|pair| ends(*pair)) {
        graph.add_edge(Arrow::simple(""), from, to);
        graph.dag.add_edge(from, to);
    }
    graph.split_long_edges(true);
    for node in graph.iter_nodes() {
        graph.element_mut(node).resize();
    }
    order_columns(&mut graph.dag);
    Placer::new(&mut graph).layout(false);
    let mut ways = BTreeMap::new();
    for pair in pairs {
        let Some((from, to)) = ends(*pair) else { continue };
        let there = through(&graph, from, to);
        ways.insert((pair.1, pair.0), there.iter().rev().copied().collect());
        ways.insert(*pair, there);
    }
    let boxes = handles.iter().map(|handle| spot(graph.pos(*handle).bbox(false).0)).collect();
    Laid { boxes, ways, end: Spot::default() }
}

/// The points through which the library leads the way between two boxes.
fn through(graph: &VisualGraph, from: NodeHandle, to: NodeHandle) -> Vec<Spot> {
    let found = graph.succ(from).iter().find_map(|first| {
        let (mut here, mut spots) = (*first, Vec::new());
        while graph.is_connector(here) {
            spots.push(spot(graph.pos(here).center()));
            here = graph.dag.single_succ(here)?;
        }
        (here == to).then_some(spots)
    });
    found.unwrap_or_default()
}

/// Puts each column into the order of its neighbours' middles, forth and back, and keeps the order with the fewest crossings.
fn order_columns(dag: &mut DAG) {
    let mut columns: Vec<Vec<NodeHandle>> = dag.ranks().clone();
    // The place of each node in its column.
    let mut places = vec![0; dag.len()];
    for column in &columns {
        note_places(column, &mut places);
    }
    let (mut best, mut fewest) = (columns.clone(), crossings(dag, &columns, &places));
    for sweep in 0..SWEEPS {
        let forth = sweep % 2 == 0;
        let mut order: Vec<&mut Vec<NodeHandle>> = columns.iter_mut().collect();
        if !forth {
            order.reverse();
        }
        for column in order {
            column.sort_by_cached_key(|node| {
                let neighbours = if forth { dag.predecessors(*node) } else { dag.successors(*node) };
                match neighbours.len() {
                    0 => place(&places, *node) * 1000,
                    n => neighbours.iter().map(|node| place(&places, *node)).sum::<usize>() * 1000 / n,
                }
            });
            note_places(column, &mut places);
        }
        let crossed = crossings(dag, &columns, &places);
        if crossed < fewest {
            (best, fewest) = (columns.clone(), crossed);
        }
    }
    *dag.ranks_mut() = best;
}

fn note_places(column: &[NodeHandle], places: &mut [usize]) {
    for (place, node) in column.iter().enumerate() {
        if let Some(noted) = places.get_mut(node.get_index()) {
            *noted = place;
        }
    }
}

fn place(places: &[usize], node: NodeHandle) -> usize {
    places.get(node.get_index()).copied().unwrap_or(0)
}

/// How many pairs of ways cross between neighbouring columns. Every way leads from one column to the next.
fn crossings(dag: &DAG, columns: &[Vec<NodeHandle>], places: &[usize]) -> usize {
    let after = |column: &Vec<NodeHandle>| {
        let (mut met, mut crossed): (Vec<usize>, usize) = (Vec::new(), 0);
        for node in column {
            let mut ends: Vec<usize> = dag.successors(*node).iter().map(|node| place(places, *node)).collect();
            ends.sort_unstable();
            crossed += ends.iter().map(|end| met.len() - met.partition_point(|one| one <= end)).sum::<usize>();
            for end in ends {
                met.insert(met.partition_point(|one| *one <= end), end);
            }
        }
        crossed
    };
    columns.iter().map(after).sum()
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
        let across: Vec<f64> = [0, 1, 3].iter().filter_map(|place| laid.boxes.get(*place)).map(|spot| spot.x).collect();
        assert!(across.len() == 3 && across.is_sorted(), "{across:?}");
        assert!(laid.ways.contains_key(&(3, 1)), "a way back");
        assert!(!laid.ways.contains_key(&(1, 1)), "a way to the same box needs no layout");
    }

    #[test]
    fn long_ways_lead_past_the_boxes_between() {
        let sizes = vec![(200.0, 80.0); 4];
        let ways = [(0, 1), (1, 2), (2, 3), (0, 3), (3, 0)];
        let laid = lay_out(&sizes, &ways).expect("a layout");
        let there = laid.ways.get(&(0, 3)).expect("a way");
        assert!(there.len() == 2 && there.is_sorted_by(|a, b| a.x < b.x), "{there:?}");
        let back: Vec<Spot> = laid.ways.get(&(3, 0)).expect("a way back").iter().rev().copied().collect();
        assert_eq!(*there, back);
        let inside = |spot: &Spot| {
            laid.boxes.iter().any(|at| (at.y..at.y + 80.0).contains(&spot.y) && (at.x..at.x + 200.0).contains(&spot.x))
        };
        assert!(!there.iter().any(inside));
    }

    /// Random ways between boxes, the same on every run.
    fn ways(seed: u64, beats: usize) -> Vec<(usize, usize)> {
        let mut chance = crate::bots::Chance::new("graph", seed);
        let mut ways = Vec::new();
        for from in 0..beats {
            for _ in 0..=chance.below(4) {
                let near = (from + 1 + chance.below(6)).min(beats - 1);
                let to = if chance.happens(1, 10) { chance.below(beats) } else { near };
                ways.push((from, to));
            }
        }
        ways
    }

    #[test]
    fn graphs_of_any_form_are_laid_out_without_overlap() {
        for seed in 0..60 {
            let beats = 2 + usize::try_from(seed).unwrap_or(0);
            let sizes: Vec<(f64, f64)> = (0..=seed)
                .map(|n| if n % 3 == 0 { (290.0, 250.0) } else { (290.0, 60.0) })
                .chain([(290.0, 90.0)])
                .collect();
            let ways = ways(seed, beats);
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
