//! The decisions of one scenario together: what people earned at each beside what they earned at every other. Where everybody met the
//! same decisions, that says how far the totals over them can be depended on.

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
    /// The form of so many people who met these decisions; `product` gives the sum of the products of what they earned at two of them, by
    /// their places among `beats`.
    pub(in crate::report) fn of(people: u64, beats: &[BeatId], product: impl Fn(usize, usize) -> u64) -> Self {
        let mut order: Vec<(&BeatId, usize)> = beats.iter().zip(0..).collect();
        order.sort_unstable();
        let row =
            |(_, one): &(&BeatId, usize)| order.iter().map(|(_, other)| product(*one, *other)).collect::<Vec<u64>>();
        let products = order.iter().flat_map(row).collect();
        Self { people, beats: order.iter().map(|(beat, _)| (*beat).clone()).collect(), products }
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
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::measurement::reliability::alpha;
    use crate::report::summary::Points;

    #[test]
    fn alpha_over_the_decisions_that_everybody_met_is_the_published_one() {
        // measurement.md 2: six people, four items; a fifth decision was met by some of them only.
        let rows = [[2, 3, 2, 3], [1, 2, 1, 1], [3, 3, 2, 3], [2, 2, 2, 1], [0, 1, 1, 1], [3, 2, 3, 3]];
        let beats: [BeatId; 5] = ["d", "b", "e", "a", "c"].map(BeatId::from);
        let mut decisions: BTreeMap<BeatId, Decision> = BTreeMap::new();
        let earned: Vec<Vec<u64>> = rows.iter().map(|row| row.to_vec()).collect();
        for (person, row) in rows.iter().enumerate() {
            for (beat, earned) in beats.iter().zip(row.iter().copied().chain([3])).take(4 + usize::from(person > 3)) {
                let decision = decisions.entry(beat.clone()).or_default();
                decision.people += 1;
                decision.points.merge(Points { earned, best: 3, decisions: 1 });
            }
        }
        let at = |row: &[u64], place: usize| row.get(place).copied().unwrap_or(3);
        let product = |one: usize, two: usize| earned.iter().map(|row| at(row, one) * at(row, two)).sum();
        let form = Form::of(6, &beats, product);
        let common = form.common(|beat| decisions.get(beat)).expect("four decisions");
        assert_eq!((common.count(), common.means().len()), (6, 4));
        assert!((alpha(&common).expect("alpha") - 0.8993).abs() < 1e-4);
        assert!(form.common(|beat| decisions.get(beat).filter(|_| *beat == beats[0])).is_none(), "one is no test");
    }
}
