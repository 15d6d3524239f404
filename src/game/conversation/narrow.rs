//! The promise card's arithmetic: offers laid out as rows of values, and picks that narrow them so that only a written offer can
//! be completed. Nothing here draws.

use super::view::Offer;

/// Rows of the card: what, who, when, and the words where two offers agree in all three.
pub const ROWS: usize = 4;

/// The offers of a turn as rows of values, each value once and in the order it is first written.
#[derive(Clone, Debug)]
pub struct Table {
    values: [Vec<String>; ROWS],
    offers: Vec<[usize; ROWS]>,
}

/// What was picked, the newest last. There is always an offer that has them all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks(Vec<(usize, usize)>);

impl Picks {
    /// Whether nothing is picked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl Table {
    /// Lays out `offers`; `someone` and `no_date` stand for an owner or a date that is not named.
    #[must_use]
    pub fn new(offers: &[Offer], someone: &str, no_date: &str) -> Self {
        let mut table = Self { values: Default::default(), offers: Vec::with_capacity(offers.len()) };
        for offer in offers {
            let what = place(&mut table.values[0], &offer.what);
            let who = place(&mut table.values[1], offer.who.as_deref().unwrap_or(someone));
            let when = place(&mut table.values[2], offer.when.as_deref().unwrap_or(no_date));
            table.offers.push([what, who, when, 0]);
        }
        // Offers that agree in all three are told apart by their words.
        let twins = table.offers.iter().any(|one| table.offers.iter().filter(|other| *other == one).count() > 1);
        if twins {
            for (row, offer) in table.offers.iter_mut().zip(offers) {
                row[3] = place(&mut table.values[3], &offer.line);
            }
        }
        table
    }

    /// The values of a row.
    #[must_use]
    pub fn values(&self, row: usize) -> &[String] {
        self.values.get(row).map_or(&[], Vec::as_slice)
    }

    /// Picks a value. Earlier picks that no offer has together with it are dropped, the oldest first to go.
    pub fn pick(&self, picks: &mut Picks, row: usize, value: usize) {
        let mut kept = vec![(row, value)];
        if !self.fits(&kept).is_empty() {
            for &old in picks.0.iter().rev().filter(|old| old.0 != row) {
                kept.push(old);
                if self.fits(&kept).is_empty() {
                    kept.pop();
                }
            }
            kept.reverse();
            picks.0 = kept;
        }
    }

    /// The value a row has: the one picked, or the only one that is left.
    #[must_use]
    pub fn settled(&self, picks: &Picks, row: usize) -> Option<usize> {
        let mut left = self.fits(&picks.0).into_iter().filter_map(|offer| self.value(offer, row));
        let first = left.next()?;
        left.all(|value| value == first).then_some(first)
    }

    /// Whether an offer has this value together with what the other rows picked.
    #[must_use]
    pub fn is_open(&self, picks: &Picks, row: usize, value: usize) -> bool {
        let others: Vec<_> = picks.0.iter().copied().filter(|pick| pick.0 != row).collect();
        self.fits(&others).into_iter().any(|offer| self.value(offer, row) == Some(value))
    }

    /// The row that is asked next: the first that is not settled, or `None` when all are.
    #[must_use]
    pub fn next_row(&self, picks: &Picks) -> Option<usize> {
        (0..ROWS).find(|&row| !self.values(row).is_empty() && self.settled(picks, row).is_none())
    }

    /// The one offer that is left.
    #[must_use]
    pub fn outcome(&self, picks: &Picks) -> Option<usize> {
        match self.fits(&picks.0).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn value(&self, offer: usize, row: usize) -> Option<usize> {
        self.offers.get(offer)?.get(row).copied()
    }

    fn fits(&self, picks: &[(usize, usize)]) -> Vec<usize> {
        (0..self.offers.len())
            .filter(|&offer| picks.iter().all(|&(row, value)| self.value(offer, row) == Some(value)))
            .collect()
    }
}

/// Where `value` stands among `values`, added where it is new.
fn place(values: &mut Vec<String>, value: &str) -> usize {
    values.iter().position(|known| known == value).unwrap_or_else(|| {
        values.push(value.to_owned());
        values.len() - 1
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn offer(index: usize, [what, who, when]: [usize; 3]) -> Offer {
        let named = |name: &str, value: usize| (value > 0).then(|| format!("{name} {value}"));
        Offer {
            id: format!("o{index}"),
            what: format!("what {what}"),
            who: named("who", who),
            when: named("when", when),
            line: format!("Line {index}."),
        }
    }

    /// Every set of one to three offers over two values in each row, twins among them.
    fn all_sets() -> Vec<Vec<Offer>> {
        let cells: Vec<[usize; 3]> = (0..8).map(|bits| [bits & 1, bits >> 1 & 1, bits >> 2 & 1]).collect();
        let mut sets = Vec::new();
        for &a in &cells {
            sets.push(vec![offer(0, a)]);
            for &b in &cells {
                sets.push(vec![offer(0, a), offer(1, b)]);
                sets.extend(cells.iter().map(|&c| vec![offer(0, a), offer(1, b), offer(2, c)]));
            }
        }
        sets
    }

    #[test]
    fn every_written_offer_can_be_reached_and_nothing_else() {
        for offers in all_sets() {
            let table = Table::new(&offers, "someone", "no date");
            let mut reached = BTreeSet::new();
            // All sequences of up to four picks, by depth.
            let mut states = vec![Picks::default()];
            for _ in 0..=4 {
                let mut next = Vec::new();
                for picks in &states {
                    assert!(!table.fits(&picks.0).is_empty(), "a dead end: {picks:?} in {offers:?}");
                    let settled: Vec<_> = (0..ROWS).map(|row| table.settled(picks, row)).collect();
                    let complete = table.next_row(picks).is_none();
                    assert_eq!(complete, table.outcome(picks).is_some(), "{offers:?}");
                    if let Some(outcome) = table.outcome(picks) {
                        reached.insert(outcome);
                        for (row, value) in settled.iter().enumerate().take(3) {
                            assert_eq!(*value, table.value(outcome, row), "the card shows the offer that is said");
                        }
                    }
                    for row in 0..ROWS {
                        for value in 0..table.values(row).len() {
                            let mut then = picks.clone();
                            table.pick(&mut then, row, value);
                            assert_eq!(table.settled(&then, row), Some(value), "what is picked is picked");
                            if table.is_open(picks, row, value) {
                                let kept = picks.0.iter().filter(|pick| pick.0 != row);
                                assert!(
                                    kept.into_iter().all(|pick| then.0.contains(pick)),
                                    "an open value drops nothing"
                                );
                            }
                            if !next.contains(&then) && !states.contains(&then) {
                                next.push(then);
                            }
                        }
                    }
                }
                states.extend(next);
            }
            assert_eq!(reached.len(), offers.len(), "{offers:?}");
        }
    }

    #[test]
    fn a_single_possibility_fills_itself_in_and_a_pick_that_no_longer_fits_gives_way() {
        let offers = [offer(0, [1, 1, 1]), offer(1, [1, 1, 0]), offer(2, [2, 0, 0])];
        let table = Table::new(&offers, "someone", "no date");
        let mut picks = Picks::default();
        assert_eq!(table.next_row(&picks), Some(0));
        table.pick(&mut picks, 0, 0);
        assert_eq!((table.settled(&picks, 1), table.next_row(&picks)), (Some(0), Some(2)));
        table.pick(&mut picks, 2, 0);
        assert_eq!(table.outcome(&picks), Some(0));
        assert!(!table.is_open(&picks, 1, 1), "nobody offers this with someone");
        table.pick(&mut picks, 1, 1);
        assert_eq!(table.outcome(&picks), Some(2), "the newest pick stands, the rest follows it");
    }
}
