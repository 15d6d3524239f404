//! What is counted of one decision, over all people.

use super::few::Few;
use super::newest::Newest;
use crate::measurement::summary::Pairs;
use crate::report::card::{Met, Scored};
use crate::report::lexicon::{Lexicon, Name, Texts};
use crate::report::summary::{self, Points, Reply};

/// One decision, by numbers; see [`summary::Decision`]. Each person is counted once, where they first met it in their first assessment.
#[derive(Clone, Debug, Default)]
pub(super) struct Decision {
    /// The scenario's hash, and its form.
    version: Newest<2>,
    people: u64,
    points: Points,
    wrong: u64,
    given: Few<Name, Reply>,
    left_out: Few<Name, u64>,
    made_up: Few<Name, u64>,
    better: Few<Name, u64>,
    rest: Pairs,
}

impl Decision {
    /// `all` are the points of the whole attempt.
    pub(super) fn add(&mut self, scored: &Scored<'_>, met: &Met, all: (u32, u32), lexicon: &Lexicon) {
        self.version.see(Newest { when: Some(scored.started), names: [Some(scored.hash), scored.form] }, lexicon);
        let (earned, best) = met.points;
        let (elsewhere, best_elsewhere) = (all.0.saturating_sub(earned), all.1.saturating_sub(best));
        if best > 0 && best_elsewhere > 0 {
            let share = |earned: u32, best: u32| u64::from(earned) * 1000 / u64::from(best);
            self.rest.push(share(earned, best), share(elsewhere, best_elsewhere));
        }
        let points = Points { earned: earned.into(), best: best.into(), decisions: 1 };
        let wrong = u64::from(2 * earned < best);
        self.people += 1;
        self.points.merge(points);
        self.wrong += wrong;
        self.given.with(met.given, |reply| reply.merge(Reply { people: 1, wrong, points }));
        if let Some(better) = met.better {
            self.better.count(better);
        }
        for fact in scored.left_out(met) {
            self.left_out.count(*fact);
        }
        for decoy in scored.made_up(met) {
            self.made_up.count(*decoy);
        }
    }

    pub(super) fn merge(&mut self, other: Self, lexicon: &Lexicon) {
        self.version.see(other.version, lexicon);
        self.people += other.people;
        self.points.merge(other.points);
        self.wrong += other.wrong;
        self.given.merge(other.given, Reply::merge);
        self.left_out.add(other.left_out);
        self.made_up.add(other.made_up);
        self.better.add(other.better);
        self.rest.merge(&other.rest);
    }

    pub(super) fn spelled(self, texts: &Texts) -> summary::Decision {
        let [hash, form] = self.version.names;
        let counted = |name, count| (texts.owned(name), count);
        summary::Decision {
            version: (
                self.version.when.unwrap_or_default(),
                hash.map(|hash| texts.owned(hash)).unwrap_or_default(),
                form.map(|form| texts.id(form)),
            ),
            people: self.people,
            points: self.points,
            wrong: self.wrong,
            given: self.given.spelled(|name, reply| (texts.owned(name), reply)),
            left_out: self.left_out.spelled(counted),
            made_up: self.made_up.spelled(counted),
            better: self.better.spelled(|name, count| (texts.id(name), count)),
            rest: self.rest,
        }
    }
}
