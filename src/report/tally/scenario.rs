//! What is counted of one scenario, over all people.

use super::few::Few;
use super::newest::Newest;
use super::{count_outcome, merge_outcomes};
use crate::report::card::Scored;
use crate::report::lexicon::{Lexicon, Name, Texts};
use crate::report::summary::{self, Moments};

/// One scenario, by numbers; see [`summary::Scenario`].
#[derive(Clone, Debug, Default)]
pub(super) struct Scenario {
    title: Newest<1>,
    people: u64,
    overall: Moments,
    scores: Few<Name, Moments>,
    outcomes: [u64; 5],
    paths: Moments,
}

impl Scenario {
    pub(super) fn add(&mut self, scored: &Scored<'_>, lexicon: &Lexicon) {
        self.title.see(Newest { when: Some(scored.started), names: [Some(scored.title)] }, lexicon);
        self.people += 1;
        if let Some(overall) = scored.overall {
            self.overall.add(overall);
        }
        for earned in scored.scores {
            if let Some(score) = earned.score {
                self.scores.with(earned.competency, |moments| moments.add(score));
            }
        }
        count_outcome(&mut self.outcomes, scored.outcome);
        if let Some(path) = scored.path {
            self.paths.add(path);
        }
    }

    pub(super) fn merge(&mut self, other: Self, lexicon: &Lexicon) {
        self.title.see(other.title, lexicon);
        self.people += other.people;
        self.overall.merge(other.overall);
        self.scores.merge(other.scores, Moments::merge);
        merge_outcomes(&mut self.outcomes, other.outcomes);
        self.paths.merge(other.paths);
    }

    pub(super) fn spelled(self, texts: &Texts) -> summary::Scenario {
        let [title] = self.title.names.map(|name| name.map(|name| texts.owned(name)).unwrap_or_default());
        summary::Scenario {
            title: (self.title.when.unwrap_or_default(), title),
            people: self.people,
            overall: self.overall,
            scores: self.scores.spelled(|name, moments| (texts.id(name), moments)),
            outcomes: self.outcomes,
            paths: self.paths,
        }
    }
}
