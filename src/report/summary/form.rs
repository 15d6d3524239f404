//! The decisions of one scenario together: what people earned at each beside what they earned at every other. Where everybody met the
//! same decisions, that says how far the totals over them can be depended on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::decision::Decision;
use crate::measurement::summary::Comoments;
use crate::scenario::BeatId;

/// Sums over people of what they earned at each two decisions they met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// People, each with their first assessment.
    pub people: u64,
    /// The decisions that somebody met, in order.
    beats: Vec<BeatId>,
    /// Points earned at one × points earned at the other, row by row, a square as wide as there are decisions.
    products: Vec<u64>,
}

impl Form {
    /// Counts somebody with the points earned at each decision.
    pub(super) fn add(&mut self, met: &BTreeMap<&BeatId, u64>) {
        self.people += 1;
        for beat in met.keys() {
            self.know(beat);
        }
        let earned: Vec<(usize, u64)> =
            met.iter().filter_map(|(beat, earned)| Some((self.place(beat)?, *earned))).collect();
        for (row, first) in &earned {
            for (column, second) in &earned {
                self.count(*row, *column, first * second);
            }
        }
    }

    /// Counts what another part has counted.
    pub(super) fn merge(&mut self, other: &Self) {
        self.people += other.people;
        for beat in &other.beats {
            self.know(beat);
        }
        let places: Vec<Option<usize>> = other.beats.iter().map(|beat| self.place(beat)).collect();
        for (row, products) in places.iter().zip(other.products.chunks(other.beats.len().max(1))) {
            for (column, product) in places.iter().zip(products) {
                if let Some((row, column)) = row.zip(*column) {
                    self.count(row, column, *product);
                }
            }
        }
    }

    /// The points of those who met them at all decisions that everybody met; `of` finds a decision. None where there are fewer than three.
    #[must_use]
    pub fn common<'d>(&self, of: impl Fn(&BeatId) -> Option<&'d Decision>) -> Option<Comoments> {
        /// With fewer decisions there is no test to speak of.
        const FEWEST: usize = 3;
        let met: Vec<(usize, u64)> = self
            .beats
            .iter()
            .enumerate()
            .filter_map(|(at, beat)| Some((at, of(beat)?)))
            .filter(|(_, decision)| decision.people == self.people)
            .map(|(at, decision)| (at, decision.points.earned))
            .collect();
        let sums: Vec<u64> = met.iter().map(|(_, sum)| *sum).collect();
        let product = |row: usize, column: usize| self.products.get(row * self.beats.len() + column).copied();
        let row = |row: usize| met.iter().filter_map(|(column, _)| product(row, *column)).collect::<Vec<u64>>();
        let products: Vec<Vec<u64>> = met.iter().map(|(at, _)| row(*at)).collect();
        if met.len() < FEWEST { None } else { Comoments::of_whole_numbers(self.people, &sums, &products).ok() }
    }

    fn place(&self, beat: &BeatId) -> Option<usize> {
        self.beats.binary_search(beat).ok()
    }

    fn count(&mut self, row: usize, column: usize, product: u64) {
        let width = self.beats.len();
        if let Some(sum) = self.products.get_mut(row * width + column) {
            *sum += product;
        }
    }

    /// Makes room for a decision that nobody met so far.
    fn know(&mut self, beat: &BeatId) {
        let Err(at) = self.beats.binary_search(beat) else { return };
        let mut rows: Vec<Vec<u64>> = self.products.chunks(self.beats.len().max(1)).map(<[u64]>::to_vec).collect();
        for row in &mut rows {
            row.insert(at, 0);
        }
        self.beats.insert(at, beat.clone());
        rows.insert(at, vec![0; self.beats.len()]);
        self.products = rows.concat();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measurement::reliability::alpha;
    use crate::report::summary::Points;

    #[test]
    fn alpha_over_the_decisions_that_everybody_met_is_the_published_one() {
        // measurement.md 2: six people, four items; a fifth decision was met by some of them only.
        let rows = [[2, 3, 2, 3], [1, 2, 1, 1], [3, 3, 2, 3], [2, 2, 2, 1], [0, 1, 1, 1], [3, 2, 3, 3]];
        let beats: [BeatId; 5] = ["d", "b", "e", "a", "c"].map(BeatId::from);
        let mut decisions: BTreeMap<BeatId, Decision> = BTreeMap::new();
        let (mut form, mut other) = (Form::default(), Form::default());
        for (person, row) in rows.iter().enumerate() {
            let met: BTreeMap<&BeatId, u64> =
                beats.iter().zip(row.iter().copied().chain([3])).take(4 + usize::from(person > 3)).collect();
            for (beat, earned) in &met {
                let decision = decisions.entry((*beat).clone()).or_default();
                decision.people += 1;
                decision.points.merge(Points { earned: *earned, best: 3, decisions: 1 });
            }
            if person % 2 == 0 { form.add(&met) } else { other.add(&met) }
        }
        form.merge(&other);
        let common = form.common(|beat| decisions.get(beat)).expect("four decisions");
        assert_eq!((common.count(), common.means().len()), (6, 4));
        assert!((alpha(&common).expect("alpha") - 0.8993).abs() < 1e-4);
        assert!(form.common(|beat| decisions.get(beat).filter(|_| *beat == beats[0])).is_none(), "one is no test");
    }
}
