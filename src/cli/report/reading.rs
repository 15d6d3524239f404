//! Reading a store for a report: once for which attempts are first assessments, once for the scores that are kept, each side by side on
//! all processors, and then the lines of those attempts whose score is not kept, which are scored and kept for the next report. The
//! attempts themselves are never held.

use std::hash::BuildHasher;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, Sender, channel};

use rustc_hash::{FxBuildHasher, FxHashMap};
use uuid::Uuid;

use super::part::{Desk, Part, Pending};
use super::progress::Progress;
use super::side_by_side::{divided, side_by_side, threads};
use super::survey::{Found, Seen, Survey, mark_firsts};
use crate::report::{Card, Lexicon};
use crate::store::{Filter, Kept, NewScore, Score, Share, Store, StoreError};

/// More readers than this are never asked for: each counts for itself what most people did.
const MOST_READERS: usize = 4;
/// Scores that are kept at a time.
const BATCH: usize = 5_000;
/// Where fewer than one in so many attempts has to be read, they are looked up one by one.
const FEW: usize = 20;

/// A store that is read for a report.
pub struct Reading<'a> {
    /// The store.
    pub store: &'a dyn Store,
    /// Whether scores may be kept in it for the next report.
    pub keeps: bool,
    /// The hash of the present rules.
    pub rules: &'a str,
    /// What is the same for all parts.
    pub desk: Desk<'a>,
    /// The person the page is for.
    pub wanted: Option<&'a str>,
}

/// What the kept scores came to, and what is still to be read.
pub struct Warm<'a> {
    /// Who is there.
    pub seen: Seen,
    parts: Vec<Part<'a>>,
    pending: FxHashMap<Uuid, Pending>,
}

impl<'a> Reading<'a> {
    /// Folds every attempt whose score is kept, and finds those whose is not.
    ///
    /// # Errors
    /// Why the store cannot be read.
    pub fn kept(&self) -> Result<Warm<'a>, StoreError> {
        let (lexicon, progress) = (Lexicon::default(), Progress::new("attempts looked at"));
        let shares = (0..)
            .zip(self.store.shares(threads().min(MOST_READERS))?)
            .map(|(number, share)| (number, share, lexicon.clone()));
        let surveyed = side_by_side(shares.collect(), |(number, mut share, mut lexicon)| {
            let survey = Survey::of(&mut *share, number, &mut lexicon, self.wanted, &progress)?;
            Ok(((share, lexicon), survey))
        });
        let surveyed = surveyed.into_iter().collect::<Result<Vec<_>, StoreError>>()?;
        let (shares, mut surveys): (Vec<_>, Vec<_>) = surveyed.into_iter().unzip();
        mark_firsts(&mut surveys);
        let mut warm = Warm { seen: Seen::default(), parts: Vec::new(), pending: FxHashMap::default() };
        let both = shares.into_iter().zip(surveys).map(|((share, lexicon), Survey { seen, found, .. })| {
            warm.seen.merge(seen);
            (share, lexicon, found)
        });
        let folded = side_by_side(both.collect(), |(share, lexicon, found)| self.folded(share, lexicon, &found));
        for part in folded {
            let (part, pending) = part?;
            warm.parts.push(part);
            warm.pending.extend(pending);
        }
        // What is to be scored anew is scored on all processors, however many read.
        warm.parts.resize_with(warm.parts.len().max(threads()), || Part::new(self.desk, lexicon.clone()));
        Ok(warm)
    }

    /// Folds the attempts of a share whose score is kept; gives the others too.
    fn folded(
        &self,
        mut share: Box<dyn Share + '_>,
        lexicon: Lexicon,
        found: &[Found],
    ) -> Result<(Part<'a>, Vec<(Uuid, Pending)>), StoreError> {
        let (mut part, mut pending) = (Part::new(self.desk, lexicon), Vec::new());
        let mut found = found.iter().peekable();
        let without = |one: &Found| (one.attempt, Pending { first: one.first, before: None });
        share.scores(&mut |score| {
            while let Some(one) = found.next_if(|one| one.place < score.place) {
                pending.push(without(one));
            }
            if let Some(one) = found.next_if(|one| one.place == score.place)
                && let Err(pends) = self.fold(&mut part, one, &score)
            {
                pending.push((one.attempt, pends));
            }
        })?;
        pending.extend(found.map(without));
        Ok((part, pending))
    }

    /// Counts what is kept, if it is what this report asks; else tells what is to be found out, and what other rules had said.
    fn fold(&self, part: &mut Part<'a>, found: &Found, score: &Score<'_>) -> Result<(), Pending> {
        let before = if score.rules == self.rules {
            if part.card(found, &score.card) {
                return Ok(());
            }
            None
        } else {
            Card::glance(&score.card)
        };
        Err(Pending { first: found.first, before })
    }

    /// Scores what is not kept, and keeps it. Gives the whole, and why scores could not be kept, where they could not.
    ///
    /// # Errors
    /// Why the store cannot be read.
    pub fn scored(&self, warm: Warm<'a>) -> Result<(Part<'a>, Option<StoreError>), StoreError> {
        let Warm { seen, parts, mut pending } = warm;
        let (tell, told) = channel();
        let mut keeping = Keeping { reading: self, told, waiting: Vec::new(), trouble: None };
        let progress = Progress::new("attempts scored");
        let mut steps = progress.steps();
        let fold = |part: &mut Part<'a>, (kept, pends): (Kept, Pending)| score(part, &kept, pends, &tell);
        let parts = divided(parts, fold, |give| {
            let mut take = |pending: &mut FxHashMap<Uuid, Pending>, kept: Kept| {
                if let Some(pends) = pending.remove(&kept.attempt) {
                    steps.step();
                    give(part_of(kept.trainee().as_deref()), (kept, pends));
                    keeping.keep(BATCH);
                }
                if pending.is_empty() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            if pending.len() < seen.attempts / FEW {
                let ids: Vec<Uuid> = pending.keys().copied().collect();
                for id in ids {
                    let one = Filter { attempt: Some(id), ..Filter::default() };
                    self.store.each(&one, &mut |kept| take(&mut pending, kept))?;
                }
            } else if !pending.is_empty() {
                self.store.each(&Filter::default(), &mut |kept| take(&mut pending, kept))?;
            }
            Ok::<_, StoreError>(())
        })?;
        keeping.keep(1);
        let whole = parts.into_iter().reduce(|mut whole, part| {
            whole.merge(part);
            whole
        });
        Ok((whole.unwrap_or_else(|| Part::new(self.desk, Lexicon::default())), keeping.trouble))
    }
}

/// Scores that are to be kept for the next report.
struct Keeping<'r, 'a> {
    reading: &'r Reading<'a>,
    told: Receiver<NewScore>,
    waiting: Vec<NewScore>,
    trouble: Option<StoreError>,
}

impl Keeping<'_, '_> {
    /// Keeps what has come in, once it is so many.
    fn keep(&mut self, least: usize) {
        self.waiting.extend(self.told.try_iter());
        if self.waiting.len() < least {
            return;
        }
        let waiting = std::mem::take(&mut self.waiting);
        // A store that takes nothing costs the next report its time, and this one nothing.
        if self.reading.keeps && self.trouble.is_none() {
            self.trouble = self.reading.store.keep_scores(self.reading.rules, &waiting).err();
        }
    }
}

fn score(part: &mut Part<'_>, kept: &Kept, pending: Pending, tell: &Sender<NewScore>) {
    if let Some(card) = kept.told().and_then(|attempt| part.attempt(&attempt, pending)) {
        // Who keeps scores outlives the threads that make them.
        let _ = tell.send(NewScore { attempt: kept.attempt, scored: kept.whole(), card });
    }
}

/// A number that is the same for everything one person did.
fn part_of(trainee: Option<&str>) -> u64 {
    FxBuildHasher.hash_one(trainee)
}
