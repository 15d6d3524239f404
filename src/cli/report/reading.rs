//! Reading a store for a report, without ever holding its attempts: once for which attempts are first assessments, once for the scores
//! that are kept, and then the lines of those attempts whose score is not, which are scored on all processors and kept for the next
//! report. People are divided among threads, so that what is held does not grow with processors.

use std::collections::BTreeSet;
use std::hash::BuildHasher;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use uuid::Uuid;

use super::part::{Desk, Part, Pending, unscored};
use super::progress::Progress;
use crate::attempt::Mode;
use crate::report::{Card, Firsts};
use crate::store::{Filter, Kept, Row, Store, StoreError};

/// Attempts that are handed to a thread at a time.
const TOGETHER: usize = 64;
/// Lots that wait for a thread at most.
const WAITING: usize = 8;
/// Scores that are kept at a time.
const BATCH: usize = 5_000;
/// Where fewer than one in so many attempts has to be read, they are looked up one by one.
const FEW: usize = 20;
/// More threads than this are never asked for: one reads the store for all of them.
const MOST_THREADS: usize = 16;

/// Who is there.
#[derive(Debug, Default)]
pub struct Seen {
    /// Attempts.
    pub attempts: usize,
    /// Whether the person the page is for is among them.
    pub trainee: bool,
    /// The groups that attempts belong to.
    pub cohorts: BTreeSet<String>,
}

impl Seen {
    /// Takes note of whose an attempt is; `wanted` is the person the page is for.
    pub fn see(&mut self, trainee: Option<&str>, cohort: Option<&str>, wanted: Option<&str>) {
        self.attempts += 1;
        self.trainee |= wanted.is_some() && trainee == wanted;
        if let Some(cohort) = cohort.filter(|cohort| !self.cohorts.contains(*cohort)) {
            self.cohorts.insert(cohort.to_owned());
        }
    }
}

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
        let mut progress = Progress::new("attempts looked at");
        let firsts = self.firsts(&mut progress)?;
        let (mut seen, mut pending) = (Seen::default(), FxHashMap::default());
        let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
        let parts = (0..threads).map(|_| Part::new(self.desk)).collect();
        let fold = |part: &mut Part<'a>, (row, card, first): (Row, Vec<u8>, bool)| part.row(row, &card, first);
        let parts = divided(parts, fold, |give| {
            self.store.each_row(&Filter::default(), true, &mut |mut row| {
                progress.step();
                seen.see(row.trainee.as_deref(), row.cohort.as_deref(), self.wanted);
                let first = firsts.contains(&row.attempt);
                match row.card.take() {
                    Some((rules, card)) => match self.is_good(&row, &rules, &card, first) {
                        Ok(()) => give(part_of(row.trainee.as_deref()), (row, card, first)),
                        Err(pends) => {
                            pending.insert(row.attempt, pends);
                        }
                    },
                    None => {
                        pending.insert(row.attempt, Pending { first, before: None });
                    }
                }
                ControlFlow::Continue(())
            })
        })?;
        let mut warm = Warm { seen, parts, pending };
        for part in &mut warm.parts {
            warm.pending.extend(part.damaged.drain(..));
        }
        Ok(warm)
    }

    fn firsts(&self, progress: &mut Progress) -> Result<FxHashSet<Uuid>, StoreError> {
        let mut firsts = Firsts::default();
        let finished = Filter { mode: Some(Mode::Assessment), finished: Some(true), ..Filter::default() };
        self.store.each_row(&finished, false, &mut |row| {
            progress.look();
            firsts.add(row.trainee.as_deref(), &row.scenario, row.started, row.attempt);
            ControlFlow::Continue(())
        })?;
        Ok(firsts.ids())
    }

    /// Whether a card says what this report asks; else what is to be found out, and what other rules had said.
    fn is_good(&self, row: &Row, rules: &str, card: &[u8], first: bool) -> Result<(), Pending> {
        let glance = Card::glance(card);
        let needs = unscored(row.finished, row.mode, first).is_none();
        match glance {
            Some(glance) if rules == self.rules && (glance.is_scored || !needs) => Ok(()),
            _ => Err(Pending { first, before: glance.filter(|_| rules != self.rules) }),
        }
    }

    /// Scores what is not kept, and keeps it. Gives the whole, and why scores could not be kept, where they could not.
    ///
    /// # Errors
    /// Why the store cannot be read.
    pub fn scored(&self, warm: Warm<'a>) -> Result<(Part<'a>, Option<StoreError>), StoreError> {
        let Warm { seen, parts, mut pending } = warm;
        let (tell, told) = channel();
        let mut keeping = Keeping { reading: self, told, waiting: Vec::new(), trouble: None };
        let mut progress = Progress::new("attempts scored");
        let fold = |part: &mut Part<'a>, (kept, pends): (Kept, Pending)| score(part, &kept, pends, &tell);
        let parts = divided(parts, fold, |give| {
            let mut take = |pending: &mut FxHashMap<Uuid, Pending>, kept: Kept| {
                if let Some(pends) = pending.remove(&kept.attempt) {
                    progress.step();
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
        Ok((whole.unwrap_or_else(|| Part::new(self.desk)), keeping.trouble))
    }
}

/// Scores that are to be kept for the next report.
struct Keeping<'r, 'a> {
    reading: &'r Reading<'a>,
    told: Receiver<(Uuid, Vec<u8>)>,
    waiting: Vec<(Uuid, Vec<u8>)>,
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

fn score(part: &mut Part<'_>, kept: &Kept, pending: Pending, tell: &Sender<(Uuid, Vec<u8>)>) {
    if let Some(card) = kept.told().and_then(|attempt| part.attempt(&attempt, pending)) {
        // Who keeps scores outlives the threads that make them.
        let _ = tell.send((kept.attempt, card));
    }
}

/// A number that is the same for everything one person did.
fn part_of(trainee: Option<&str>) -> u64 {
    FxBuildHasher.hash_one(trainee)
}

/// Lets a thread for each part fold what `read` gives; what has the same number goes to the same part. Gives the parts back.
fn divided<P: Send, T: Send, E>(
    parts: Vec<P>,
    fold: impl Fn(&mut P, T) + Sync + Clone + Send,
    read: impl FnOnce(&mut dyn FnMut(u64, T)) -> Result<(), E>,
) -> Result<Vec<P>, E> {
    thread::scope(|scope| {
        let mut lots: Vec<(SyncSender<Vec<T>>, Vec<T>)> = Vec::new();
        let mut threads = Vec::new();
        for mut part in parts {
            let (send, receive) = sync_channel::<Vec<T>>(WAITING);
            lots.push((send, Vec::with_capacity(TOGETHER)));
            let fold = fold.clone();
            threads.push(scope.spawn(move || {
                receive.into_iter().flatten().for_each(|one| fold(&mut part, one));
                part
            }));
        }
        let count = lots.len() as u64;
        let mut give = |number: u64, one: T| {
            let place = usize::try_from(number % count.max(1)).unwrap_or_default();
            if let Some((send, lot)) = lots.get_mut(place) {
                lot.push(one);
                if lot.len() == TOGETHER {
                    // A thread ends before its sender only by a panic, which joining it passes on.
                    let _ = send.send(std::mem::replace(lot, Vec::with_capacity(TOGETHER)));
                }
            }
        };
        let done = read(&mut give);
        for (send, lot) in lots {
            let _ = send.send(lot);
        }
        let joined = threads.into_iter().map(thread::ScopedJoinHandle::join);
        let parts = joined.map(|part| part.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect();
        done.map(|()| parts)
    })
}
