//! What one thread folds: all attempts of some people. Parts add up to the whole, whatever is in which.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::sessions::Played;
use super::survey::Found;
use crate::attempt::{Attempt, Voice};
use crate::report::{Card, Glance, Lexicon, Name, Reader, Sheet, Slate, Summary, Tally, Unscored};

/// What is the same for all parts.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// Who reads the page.
    pub reader: &'a Reader,
    /// Where attempts are replayed.
    pub played: &'a Played,
}

/// What was folded so far.
pub struct Part<'a> {
    desk: Desk<'a>,
    lexicon: Lexicon,
    slate: Slate,
    everybody: Tally,
    /// Whom the page is about; nothing where that is everybody.
    own: Tally,
    /// Attempts that cannot be replayed: how many, and why the one with the smallest id cannot.
    pub unreadable: (usize, Option<(Uuid, String)>),
    /// What other rules did to the scores.
    pub moved: Moved,
}

/// What is known of an attempt that has to be scored anew.
#[derive(Clone, Copy, Debug)]
pub struct Pending {
    /// Whether it is a first assessment.
    pub first: bool,
    /// What it had earned under other rules.
    pub before: Option<Glance>,
}

/// What became of scores that other rules had made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Attempts that other rules had scored.
    pub looked_at: usize,
    /// Attempts with another overall score now.
    pub scores: usize,
    /// Attempts that reach the standard and did not, or did and do not.
    pub passes: usize,
    /// Scenarios, with how many of their attempts have another score or pass.
    pub scenarios: BTreeMap<String, usize>,
}

impl Moved {
    fn look(&mut self, scenario: &str, before: Glance, now: Glance) {
        let (score, pass) = (before.overall != now.overall, before.passed != now.passed);
        self.looked_at += 1;
        self.scores += usize::from(score);
        self.passes += usize::from(pass);
        if score || pass {
            *self.scenarios.entry(scenario.to_owned()).or_default() += 1;
        }
    }

    fn merge(&mut self, other: Self) {
        self.looked_at += other.looked_at;
        self.scores += other.scores;
        self.passes += other.passes;
        for (scenario, count) in other.scenarios {
            *self.scenarios.entry(scenario).or_default() += count;
        }
    }
}

impl<'a> Part<'a> {
    /// Nothing folded yet. Names come from this lexicon.
    pub fn new(desk: Desk<'a>, lexicon: Lexicon) -> Self {
        Self {
            desk,
            lexicon,
            slate: Slate::default(),
            everybody: Tally::default(),
            own: Tally::default(),
            unreadable: (0, None),
            moved: Moved::default(),
        }
    }

    /// Counts an attempt by its card; whether the card says what is to be counted.
    pub fn card(&mut self, found: &Found, card: &[u8]) -> bool {
        let (is_own, why) = (self.is_own(found.who, found.cohort), found.unscored());
        let Self { slate, lexicon, everybody, own, .. } = self;
        let Some(Sheet { scored, voice }) = slate.read(card, found.attempt, lexicon) else { return false };
        if why.is_none() && scored.is_none() {
            return false;
        }
        for tally in counted(everybody, own, is_own) {
            if let Some(voice) = &voice {
                tally.hear(found.who, found.scenario, found.started, voice);
            }
            match (why, &scored) {
                (Some(why), _) => tally.leave_out(found.who, why),
                (None, Some(scored)) => tally.add(found.who, found.cohort, found.attempt, scored, lexicon),
                (None, None) => {}
            }
        }
        true
    }

    /// Counts an attempt by its lines; gives what is to be kept of it, which is nothing where it cannot be replayed.
    pub fn attempt(&mut self, attempt: &Attempt, pending: Pending) -> Option<Vec<u8>> {
        let start = &attempt.start;
        let mut name = |text: &Option<String>| text.as_deref().map(|text| self.lexicon.name(text));
        let found = Found {
            place: 0,
            attempt: start.attempt,
            started: start.started,
            who: name(&start.trainee),
            cohort: name(&start.cohort),
            scenario: self.lexicon.name(&start.scenario),
            mode: start.mode,
            finished: attempt.is_finished(),
            first: pending.first,
        };
        let mut card = Card { case: None, voice: attempt.voice };
        if found.unscored().is_none() {
            match self.desk.played.case(attempt, pending.first) {
                Ok(case) => {
                    let now = Glance { is_scored: true, overall: case.overall, passed: case.passed };
                    if let Some(before) = pending.before.filter(|before| before.is_scored) {
                        self.moved.look(&start.scenario, before, now);
                    }
                    card.case = Some(case);
                }
                Err(why) => {
                    self.leave_out_unreadable(&found, card.voice.as_ref());
                    self.cannot_replay((start.attempt, why));
                    return None;
                }
            }
        }
        let card = card.encoded();
        self.card(&found, &card);
        Some(card)
    }

    fn leave_out_unreadable(&mut self, found: &Found, voice: Option<&Voice>) {
        let is_own = self.is_own(found.who, found.cohort);
        for tally in counted(&mut self.everybody, &mut self.own, is_own) {
            if let Some(voice) = voice {
                tally.hear(found.who, found.scenario, found.started, voice);
            }
            tally.leave_out(found.who, Unscored::Unreadable);
        }
    }

    /// Adds what another part has folded. No attempt may be in both.
    pub fn merge(&mut self, other: Self) {
        self.everybody.merge(other.everybody, &self.lexicon);
        self.own.merge(other.own, &self.lexicon);
        self.moved.merge(other.moved);
        let (count, first) = other.unreadable;
        if let Some(first) = first {
            self.cannot_replay(first);
            self.unreadable.0 += count - 1;
        }
    }

    /// The sums over everybody, and over whom the page is about where that is not everybody. They are written out once: afterwards
    /// nothing is counted.
    pub fn summaries(&mut self) -> (Summary, Option<Summary>) {
        let own =
            (*self.desk.reader != Reader::Organisation).then(|| std::mem::take(&mut self.own).summary(&self.lexicon));
        (std::mem::take(&mut self.everybody).summary(&self.lexicon), own)
    }

    fn cannot_replay(&mut self, which: (Uuid, String)) {
        let (count, first) = &mut self.unreadable;
        *count += 1;
        if first.as_ref().is_none_or(|first| which < *first) {
            *first = Some(which);
        }
    }

    /// Whether an attempt is among those the page is about, and that is not everybody.
    fn is_own(&mut self, who: Option<Name>, cohort: Option<Name>) -> bool {
        match self.desk.reader {
            Reader::Organisation => false,
            Reader::Cohort(name) => cohort == Some(self.lexicon.name(name)),
            Reader::Trainee(name) => who == Some(self.lexicon.name(name)),
        }
    }
}

/// What an attempt is counted in.
fn counted<'t>(everybody: &'t mut Tally, own: &'t mut Tally, is_own: bool) -> impl Iterator<Item = &'t mut Tally> {
    [Some(everybody), is_own.then_some(own)].into_iter().flatten()
}
