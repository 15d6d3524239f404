//! A table with its margins as one grid, in which every row and every column adds up to nothing: single totals count as negative.

use super::{LEAST, Nobody, Shown, Table};

/// Row and column; the last of each is the total.
pub(super) type Place = (usize, usize);

/// Which way a signed value would go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

impl Way {
    pub(super) fn back(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }
}

/// Counts and how each is shown.
pub(super) struct Grid {
    cells: Vec<Vec<(usize, Shown)>>,
    /// The least that "fewer than 5" can mean.
    least_few: usize,
}

impl Grid {
    /// Rows have one length. Whatever is below 5 is hidden, 0 only where it is not told.
    pub(super) fn new(counts: &[Vec<usize>], nobody: Nobody) -> Self {
        let least_few = match nobody {
            Nobody::Told => 1,
            Nobody::Hidden => 0,
        };
        let mut rows: Vec<Vec<usize>> = counts.to_vec();
        let columns = counts.first().map_or(0, Vec::len);
        let totals = (0..columns).map(|at| counts.iter().filter_map(|row| row.get(at)).sum()).collect();
        rows.push(totals);
        let few = least_few..LEAST;
        let shown = |count: usize| if few.contains(&count) { Shown::Few } else { Shown::Count(count) };
        let cells = rows
            .into_iter()
            .map(|mut row| {
                row.push(row.iter().sum());
                row.into_iter().map(|count| (count, shown(count))).collect()
            })
            .collect();
        Self { cells, least_few }
    }

    /// Rows, totals included.
    pub(super) fn rows(&self) -> usize {
        self.cells.len()
    }

    /// Columns, totals included.
    pub(super) fn columns(&self) -> usize {
        self.cells.first().map_or(0, Vec::len)
    }

    fn last(&self) -> Place {
        (self.rows().saturating_sub(1), self.columns().saturating_sub(1))
    }

    fn at(&self, (row, column): Place) -> (usize, Shown) {
        self.cells.get(row).and_then(|row| row.get(column)).copied().unwrap_or((0, Shown::Held))
    }

    /// The places of everything that is not shown.
    pub(super) fn hidden(&self) -> Vec<Place> {
        self.places().filter(|place| !matches!(self.at(*place).1, Shown::Count(_))).collect()
    }

    fn places(&self) -> impl Iterator<Item = Place> {
        let columns = self.columns();
        (0..self.rows()).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }

    /// Whether one of these places is shown.
    pub(super) fn shows(&self, places: &[Place]) -> bool {
        places.iter().any(|place| matches!(self.at(*place).1, Shown::Count(_)))
    }

    /// What it would cost to let the signed value of a place go one way without a reader seeing it: nothing where it is hidden
    /// already, else the people no longer told of, and much more for a total. None where it cannot go that way.
    pub(super) fn cost(&self, place: Place, way: Way) -> Option<usize> {
        let (count, shown) = self.at(place);
        let (last_row, last_column) = self.last();
        let (in_totals, in_total_column) = (place.0 == last_row, place.1 == last_column);
        let more = (way == Way::Up) == (in_totals == in_total_column);
        let free = match (shown, more) {
            (Shown::Few, true) => count + 1 < LEAST,
            (Shown::Few, false) => count > self.least_few,
            // Nobody is nobody: a 0 that is told is not among what could be 5 or more.
            (Shown::Count(0), _) => false,
            (Shown::Count(_) | Shown::Held, true) => true,
            (Shown::Count(_) | Shown::Held, false) => count > LEAST,
        };
        let price = match shown {
            Shown::Few | Shown::Held => 0,
            Shown::Count(count) if in_totals || in_total_column => count + self.at(self.last()).0,
            Shown::Count(count) => count,
        };
        free.then_some(price)
    }

    /// Holds back whatever of these places is shown.
    pub(super) fn hold(&mut self, places: &[Place]) {
        for (row, column) in places {
            if let Some((_, shown)) = self.cells.get_mut(*row).and_then(|row| row.get_mut(*column))
                && matches!(shown, Shown::Count(_))
            {
                *shown = Shown::Held;
            }
        }
    }

    /// Holds back everything, and does not even tell what is below 5.
    pub(super) fn hold_all(&mut self) {
        for (_, shown) in self.cells.iter_mut().flatten() {
            *shown = Shown::Held;
        }
    }

    /// The grid as a table.
    pub(super) fn table(&self) -> Table {
        let mut rows: Vec<Vec<Shown>> =
            self.cells.iter().map(|row| row.iter().map(|(_, shown)| *shown).collect()).collect();
        let mut column_totals = rows.pop().unwrap_or_default();
        let total = column_totals.pop().unwrap_or(Shown::Held);
        let row_totals = rows.iter_mut().filter_map(Vec::pop).collect();
        Table { cells: rows, row_totals, column_totals, total }
    }
}
