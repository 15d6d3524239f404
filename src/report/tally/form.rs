//! The decisions of one scenario in one shape, each by itself and each two together.

use smallvec::SmallVec;

use super::decision::Decision;
use crate::report::card::Scored;
use crate::report::lexicon::{Lexicon, Name, Texts};
use crate::report::summary;
use crate::scenario::BeatId;

/// One scenario's decisions, by numbers; see [`summary::Form`] and [`summary::Decision`].
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    people: u64,
    /// The decisions that somebody met, in the order in which they were first met.
    beats: Vec<Name>,
    decisions: Vec<Decision>,
    /// Points earned at one × points earned at the other: each with itself and with those before it.
    products: Vec<u64>,
}

impl Form {
    pub(super) fn add(&mut self, scored: &Scored<'_>, lexicon: &Lexicon) {
        self.people += 1;
        let all = scored.decisions.iter().fold((0, 0), |(e, b), met| (e + met.points.0, b + met.points.1));
        let mut earned: SmallVec<[(usize, u64); 24]> = SmallVec::new();
        for met in scored.decisions {
            let place = self.place(met.beat);
            // Somebody who comes back to a decision has had its first reply taken off the list.
            if earned.iter().any(|(before, _)| *before == place) {
                continue;
            }
            earned.push((place, met.points.0.into()));
            if let Some(decision) = self.decisions.get_mut(place) {
                decision.add(scored, met, all, lexicon);
            }
        }
        for (count, (one, first)) in (1..).zip(&earned) {
            for (other, second) in earned.iter().take(count) {
                self.count(*one, *other, first * second);
            }
        }
    }

    pub(super) fn merge(&mut self, other: Self, lexicon: &Lexicon) {
        self.people += other.people;
        let places: Vec<usize> = other.beats.iter().map(|beat| self.place(*beat)).collect();
        for (place, decision) in places.iter().zip(other.decisions) {
            if let Some(mine) = self.decisions.get_mut(*place) {
                mine.merge(decision, lexicon);
            }
        }
        let pairs = (1..).zip(&places).flat_map(|(count, one)| places.iter().take(count).map(move |two| (*one, *two)));
        for ((one, two), product) in pairs.zip(other.products) {
            self.count(one, two, product);
        }
    }

    /// Its decisions, and what they are together.
    pub(super) fn spelled(self, texts: &Texts) -> (Vec<(BeatId, summary::Decision)>, summary::Form) {
        let beats: Vec<BeatId> = self.beats.iter().map(|beat| texts.id(*beat)).collect();
        let product = |one: usize, two: usize| self.products.get(pair(one, two)).copied().unwrap_or_default();
        let form = summary::Form::of(self.people, &beats, product);
        let decisions = self.decisions.into_iter().map(|decision| decision.spelled(texts));
        (beats.into_iter().zip(decisions).collect(), form)
    }

    /// Where a decision is; room is made for one that nobody met so far.
    fn place(&mut self, beat: Name) -> usize {
        self.beats.iter().position(|one| *one == beat).unwrap_or_else(|| {
            self.beats.push(beat);
            self.decisions.push(Decision::default());
            self.products.resize(self.products.len() + self.beats.len(), 0);
            self.beats.len() - 1
        })
    }

    fn count(&mut self, one: usize, other: usize, product: u64) {
        if let Some(sum) = self.products.get_mut(pair(one, other)) {
            *sum += product;
        }
    }
}

/// Where the product of two decisions is.
fn pair(one: usize, other: usize) -> usize {
    let (low, high) = (one.min(other), one.max(other));
    high * (high + 1) / 2 + low
}
