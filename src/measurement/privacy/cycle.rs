//! The cheapest cycle of cells through a hidden one that could go up and down in turn while every total stays as it is: Dijkstra's
//! shortest path between the cell's column and its row.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::grid::{Grid, Place, Way};

/// A row or a column of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Line {
    Row(usize),
    Column(usize),
}

/// The other places of the cheapest cycle through a place, whichever way that one goes first; none where it cannot move at all.
pub(super) fn cheapest(grid: &Grid, place: Place) -> Option<Vec<Place>> {
    [Way::Up, Way::Down]
        .into_iter()
        .filter(|way| grid.cost(place, *way).is_some())
        .filter_map(|way| path(grid, place, way))
        .min()
        .map(|(_, places)| places)
}

/// The cheapest path from a place's column back to its row, if that place goes one way: its column must go back elsewhere, the row it
/// does so in must go the same way elsewhere, and so on.
fn path(grid: &Grid, place: Place, way: Way) -> Option<(usize, Vec<Place>)> {
    let mut from_row: Vec<Option<Place>> = vec![None; grid.rows()];
    let mut from_column: Vec<Option<Place>> = vec![None; grid.columns()];
    let (mut row_done, mut column_done) = (vec![false; grid.rows()], vec![false; grid.columns()]);
    let mut heap = BinaryHeap::from([Reverse((0, 0, Line::Column(place.1), None::<Place>))]);
    while let Some(Reverse((cost, steps, line, by))) = heap.pop() {
        let (done, from) = match line {
            Line::Row(at) => (row_done.get_mut(at)?, from_row.get_mut(at)?),
            Line::Column(at) => (column_done.get_mut(at)?, from_column.get_mut(at)?),
        };
        if std::mem::replace(done, true) {
            continue;
        }
        *from = by;
        if line == Line::Row(place.0) {
            return Some((cost, back(&from_row, &from_column, place)));
        }
        let (nexts, along): (Vec<(Line, Place)>, Way) = match line {
            Line::Column(column) => ((0..grid.rows()).map(|row| (Line::Row(row), (row, column))).collect(), way.back()),
            Line::Row(row) => ((0..grid.columns()).map(|column| (Line::Column(column), (row, column))).collect(), way),
        };
        for (next, over) in nexts.into_iter().filter(|(_, over)| *over != place) {
            if let Some(price) = grid.cost(over, along) {
                heap.push(Reverse((cost + price, steps + 1, next, Some(over))));
            }
        }
    }
    None
}

/// The places of a path found, followed back from the row of a place.
fn back(from_row: &[Option<Place>], from_column: &[Option<Place>], place: Place) -> Vec<Place> {
    let mut found = Vec::new();
    let mut row = place.0;
    while let Some(one) = from_row.get(row).copied().flatten() {
        found.push(one);
        let Some(other) = from_column.get(one.1).copied().flatten() else { break };
        found.push(other);
        row = other.0;
    }
    found
}
