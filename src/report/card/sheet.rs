//! A card read for counting: every text as a number, into room that is used again for the next one, so that a million cards ask for
//! no memory of their own.

use std::ops::Range;

use jiff::Timestamp;
use uuid::Uuid;

use super::bytes::Bytes;
use super::{FRAGMENTS, HEARD, REPLY, SCORED, SILENCE};
use crate::attempt::Voice;
use crate::customer::Outcome;
use crate::report::case::Promises;
use crate::report::lexicon::{Lexicon, Name};

/// What a fragment that nobody said is called begins so.
const DECOY: &str = "decoy-";

/// What a card says, as numbers.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'s> {
    /// What it earned; none of an attempt that no report scores.
    pub scored: Option<Scored<'s>>,
    /// What was answered after it.
    pub voice: Option<Voice>,
}

/// What is counted of a scored attempt; see [`Case`](crate::report::Case), which says the same in words.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'s> {
    pub(in crate::report) overall: Option<u16>,
    pub(in crate::report) passed: Option<bool>,
    pub(in crate::report) started: Timestamp,
    /// A course, and the stage of it.
    pub(in crate::report) course: Option<(Name, Name)>,
    pub(in crate::report) scenario: Name,
    pub(in crate::report) title: Name,
    pub(in crate::report) hash: Name,
    pub(in crate::report) shape: Name,
    pub(in crate::report) form: Option<Name>,
    pub(in crate::report) scores: &'s [Earned],
    pub(in crate::report) path: Option<u16>,
    pub(in crate::report) outcome: Option<Outcome>,
    pub(in crate::report) promises: Promises,
    /// Codes, each once.
    pub(in crate::report) errors: &'s [Name],
    pub(in crate::report) decisions: &'s [Met],
    things: &'s [Name],
}

/// What one competency earned.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Earned {
    pub competency: Name,
    pub earned: u32,
    pub best: u32,
    pub decisions: u32,
    pub score: Option<u16>,
    pub enough: bool,
}

/// One decision.
#[derive(Clone, Debug)]
pub(in crate::report) struct Met {
    pub beat: Name,
    /// The reply, or what silence and summings-up are called.
    pub given: Name,
    /// Points earned and points that could be, over all competencies.
    pub points: (u32, u32),
    pub better: Option<Name>,
    left_out: Range<usize>,
    made_up: Range<usize>,
}

impl<'s> Scored<'s> {
    /// What was left out of a summing-up that the customer had said.
    pub(in crate::report) fn left_out(&self, met: &Met) -> &'s [Name] {
        self.things.get(met.left_out.clone()).unwrap_or_default()
    }

    /// What a summing-up named that nobody had said.
    pub(in crate::report) fn made_up(&self, met: &Met) -> &'s [Name] {
        self.things.get(met.made_up.clone()).unwrap_or_default()
    }
}

/// The room that cards are read into, one after the other.
#[derive(Debug, Default)]
pub struct Slate {
    texts: Vec<Known>,
    scores: Vec<Earned>,
    errors: Vec<Name>,
    decisions: Vec<Met>,
    things: Vec<Name>,
}

/// A text of this card.
#[derive(Clone, Copy, Debug)]
struct Known {
    name: Name,
    is_decoy: bool,
}

impl Slate {
    /// What bytes say, of this attempt; none where they are of another encoding or damaged.
    pub fn read(&mut self, bytes: &[u8], attempt: Uuid, lexicon: &mut Lexicon) -> Option<Sheet<'_>> {
        self.clear();
        let mut read = Numbers { bytes: Bytes::new(bytes)?, lexicon, slate: self };
        let what = read.bytes.number()?;
        let head = if what & SCORED == SCORED { Some(read.scored()?) } else { None };
        let voice = if what & HEARD == HEARD { Some(read.bytes.voice(attempt)?) } else { None };
        if !read.bytes.is_done() {
            return None;
        }
        let Self { scores, errors, decisions, things, .. } = self;
        Some(Sheet { scored: head.map(|head| Scored { scores, errors, decisions, things, ..head }), voice })
    }

    fn clear(&mut self) {
        self.texts.clear();
        self.scores.clear();
        self.errors.clear();
        self.decisions.clear();
        self.things.clear();
    }
}

struct Numbers<'b, 's> {
    bytes: Bytes<'b>,
    lexicon: &'s mut Lexicon,
    slate: &'s mut Slate,
}

#[expect(clippy::option_option, reason = "the outer one says whether the bytes mean anything")]
impl Numbers<'_, '_> {
    fn known(&mut self) -> Option<Known> {
        let lexicon = &mut *self.lexicon;
        self.bytes
            .text(&mut self.slate.texts, |text| Known { name: lexicon.name(text), is_decoy: text.starts_with(DECOY) })
    }

    fn name(&mut self) -> Option<Name> {
        self.known().map(|known| known.name)
    }

    fn maybe<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.bytes.truth()? { read(self).map(Some) } else { Some(None) }
    }

    fn each(&mut self, mut read: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        (0..self.bytes.number()?).try_for_each(|_| read(self))
    }

    /// Everything but what is in lists, which the slate holds then.
    fn scored(&mut self) -> Option<Scored<'static>> {
        let (overall, passed) = (self.bytes.score()?, self.bytes.flag()?);
        // Practice or assessment: the store says it too, and that is what counts.
        self.bytes.truth()?;
        let started = self.bytes.moment()?;
        let course = self.maybe(|read| read.name().zip(read.name()))?;
        let [scenario, title, hash, shape] = [self.name()?, self.name()?, self.name()?, self.name()?];
        let form = self.maybe(Self::name)?;
        self.each(Self::earned)?;
        let (path, outcome) = (self.bytes.score()?, self.bytes.outcome()?);
        // Whether the customer left: the ending says what came of it.
        self.bytes.truth()?;
        let promises = self.bytes.promises()?;
        self.each(|read| {
            let code = read.name()?;
            read.slate.errors.push(code);
            read.bytes.number().map(|_| ())
        })?;
        self.each(Self::met)?;
        Some(Scored {
            overall,
            passed,
            started,
            course,
            scenario,
            title,
            hash,
            shape,
            form,
            scores: &[],
            path,
            outcome,
            promises,
            errors: &[],
            decisions: &[],
            things: &[],
        })
    }

    fn earned(&mut self) -> Option<()> {
        let earned = Earned {
            competency: self.name()?,
            earned: self.bytes.small()?,
            best: self.bytes.small()?,
            decisions: self.bytes.small()?,
            score: self.bytes.score()?,
            enough: self.bytes.truth()?,
        };
        self.slate.scores.push(earned);
        Some(())
    }

    fn met(&mut self) -> Option<()> {
        let beat = self.name()?;
        let mut made_up = 0..0;
        let given = match self.bytes.number()? {
            SILENCE => Name::SILENCE,
            REPLY => self.name()?,
            FRAGMENTS => {
                made_up = self.things(|known| known.is_decoy)?;
                Name::SUMMED_UP
            }
            _ => return None,
        };
        let mut points = (0, 0);
        self.each(|read| {
            read.name()?;
            points.0 += u32::from(read.bytes.level()?);
            points.1 += u32::from(read.bytes.level()?);
            Some(())
        })?;
        let better = self.maybe(Self::name)?;
        let left_out = self.things(|_| true)?;
        // How long it took is never scored.
        self.bytes.number()?;
        self.slate.decisions.push(Met { beat, given, points, better, left_out, made_up });
        Some(())
    }

    /// Reads a list of things that were said or not, and lays aside those that count; gives where.
    fn things(&mut self, counts: impl Fn(Known) -> bool) -> Option<Range<usize>> {
        let from = self.slate.things.len();
        self.each(|read| {
            let known = read.known()?;
            if counts(known) {
                read.slate.things.push(known.name);
            }
            Some(())
        })?;
        Some(from..self.slate.things.len())
    }
}
