//! What a store keeps of an attempt's score, in few bytes: a report of a million attempts reads these and replays nothing. A card holds
//! everything of a case but whose it is, what group it counts for and whether it is a first assessment: those can change without the
//! attempt. It is only good under the rules that made it, which the store keeps beside it, and in this encoding.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use jiff::Timestamp;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::case::{Case, Decided, Earned, Played, Promises};
use crate::attempt::{Mode, Obstacle, Place, Voice};
use crate::customer::Outcome;
use crate::scenario::{BeatId, CompetencyId, FormId, ReplyId};
use crate::session::Given;

/// Changes with the encoding, and with whatever makes the same attempt score otherwise under the same rules.
const ENCODING: u8 = 1;
/// No number of this size is a score.
const NO_SCORE: u64 = 0;

/// What is kept of one attempt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// What it earned; none of an attempt that no report scores.
    pub case: Option<Case>,
    /// What was answered after it.
    pub voice: Option<Voice>,
}

/// What a card says at a glance, without being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glance {
    /// Whether it holds a case.
    pub is_scored: bool,
    /// The overall score, 0–1000; none where there was not enough evidence.
    pub overall: Option<u16>,
    /// Whether the standard was reached.
    pub passed: Option<bool>,
}

/// Ids met in other cards: each is kept once, however many cards name it.
#[derive(Debug, Default)]
pub struct Names {
    beats: Known<BeatId>,
    replies: Known<ReplyId>,
    competencies: Known<CompetencyId>,
    forms: Known<FormId>,
}

type Known<T> = FxHashMap<Box<str>, T>;

fn known<T: Clone + for<'t> From<&'t str> + Eq + Hash>(names: &mut Known<T>, text: &str) -> T {
    if let Some(name) = names.get(text) {
        return name.clone();
    }
    let name = T::from(text);
    names.insert(text.into(), name.clone());
    name
}

impl Card {
    /// The card as bytes.
    #[must_use]
    pub fn encoded(&self) -> Vec<u8> {
        let mut out = Writer { bytes: vec![ENCODING], texts: Vec::new() };
        out.number(u64::from(self.case.is_some()) + 2 * u64::from(self.voice.is_some()));
        if let Some(case) = &self.case {
            out.score(case.overall);
            out.flag(case.passed);
            write_case(&mut out, case);
        }
        if let Some(voice) = &self.voice {
            let obstacle = voice.obstacle.and_then(|one| Obstacle::ALL.iter().position(|known| *known == one));
            out.number(voice.confident.map_or(0, |confident| u64::from(confident) + 1));
            out.number(obstacle.map_or(0, |place| place as u64 + 1));
            out.moment(voice.at);
        }
        out.bytes
    }

    /// What bytes say at a glance; none where they are of another encoding.
    #[must_use]
    pub fn glance(bytes: &[u8]) -> Option<Glance> {
        let mut read = Reader::new(bytes)?;
        let is_scored = read.number()? & 1 == 1;
        let (overall, passed) = if is_scored { (read.score()?, read.flag()?) } else { (None, None) };
        Some(Glance { is_scored, overall, passed })
    }

    /// The card that bytes hold, of this attempt; none where they are of another encoding or damaged. Its case is nobody's and first:
    /// whoever reads it says whose it is.
    #[must_use]
    pub fn decoded(bytes: &[u8], attempt: Uuid, names: &mut Names) -> Option<Self> {
        let mut read = Reader::new(bytes)?;
        let what = read.number()?;
        let mut card = Self::default();
        if what & 1 == 1 {
            let (overall, passed) = (read.score()?, read.flag()?);
            let case = read_case(&mut read, attempt, names)?;
            card.case = Some(Case { overall, passed, ..case });
        }
        if what & 2 == 2 {
            let confident = read.number()?.checked_sub(1).and_then(|confident| u8::try_from(confident).ok());
            let place = read.number()?.checked_sub(1).and_then(|place| usize::try_from(place).ok());
            let obstacle = place.and_then(|place| Obstacle::ALL.get(place).copied());
            card.voice = Some(Voice { attempt, confident, obstacle, at: read.moment()? });
        }
        read.bytes.is_empty().then_some(card)
    }
}

fn write_case(out: &mut Writer, case: &Case) {
    out.number(u64::from(case.mode == Mode::Assessment));
    out.moment(case.started);
    out.maybe(case.course.as_ref(), |out, place| {
        out.text(&place.course);
        out.text(&place.stage);
    });
    let Played { id, title, hash, shape, form } = &case.scenario;
    for text in [id, title, hash, shape] {
        out.text(text);
    }
    out.maybe(form.as_ref(), |out, form| out.text(form.as_str()));
    out.list(&case.scores, |out, score| {
        out.text(score.competency.as_str());
        for number in [score.earned, score.best, score.decisions] {
            out.number(number.into());
        }
        out.score(score.score);
        out.number(score.enough.into());
    });
    out.score(case.path);
    out.number(case.outcome.map_or(0, |outcome| u64::from(outcome.rank()) + 1));
    out.number(case.left.into());
    let Promises { kept, broken, lapsed, overdue, dateless, open } = case.promises;
    for number in [kept, broken, lapsed, overdue, dateless, open] {
        out.number(number.into());
    }
    out.list(&case.errors, |out, (code, count)| {
        out.text(code);
        out.number(*count as u64);
    });
    out.list(&case.decisions, write_decided);
}

fn write_decided(out: &mut Writer, decided: &Decided) {
    out.text(decided.beat.as_str());
    match &decided.given {
        Given::Silence => out.number(0),
        Given::Reply(reply) => {
            out.number(1);
            out.text(reply.as_str());
        }
        Given::Fragments(chosen) => {
            out.number(2);
            out.list(chosen, |out, id| out.text(id));
        }
    }
    out.list(&decided.levels, |out, (competency, (earned, best))| {
        out.text(competency.as_str());
        out.number((*earned).into());
        out.number((*best).into());
    });
    out.maybe(decided.better.as_ref(), |out, better| out.text(better.as_str()));
    out.list(&decided.left_out, |out, fact| out.text(fact));
    out.number(decided.ms);
}

fn read_case(read: &mut Reader<'_>, attempt: Uuid, names: &mut Names) -> Option<Case> {
    let mode = if read.truth()? { Mode::Assessment } else { Mode::Practice };
    let started = read.moment()?;
    let course = read.maybe(|read| Some(Place { course: read.owned()?, stage: read.owned()? }))?;
    let scenario = Played {
        id: read.owned()?,
        title: read.owned()?,
        hash: read.owned()?,
        shape: read.owned()?,
        form: read.maybe(|read| Some(known(&mut names.forms, read.text()?)))?,
    };
    let scores = read.list(|read| {
        Some(Earned {
            competency: known(&mut names.competencies, read.text()?),
            earned: read.small()?,
            best: read.small()?,
            decisions: read.small()?,
            score: read.score()?,
            enough: read.truth()?,
        })
    })?;
    Some(Case {
        attempt,
        trainee: None,
        cohort: None,
        mode,
        started,
        course,
        scenario,
        first: true,
        scores,
        overall: None,
        passed: None,
        path: read.score()?,
        outcome: read.number()?.checked_sub(1).and_then(of_rank),
        left: read.truth()?,
        promises: Promises {
            kept: read.small()?,
            broken: read.small()?,
            lapsed: read.small()?,
            overdue: read.small()?,
            dateless: read.small()?,
            open: read.small()?,
        },
        errors: read.list(|read| Some((read.owned()?, usize::try_from(read.number()?).ok()?)))?,
        decisions: read.list(|read| read_decided(read, names))?,
    })
}

fn read_decided(read: &mut Reader<'_>, names: &mut Names) -> Option<Decided> {
    let beat = known(&mut names.beats, read.text()?);
    let given = match read.number()? {
        0 => Given::Silence,
        1 => Given::Reply(known(&mut names.replies, read.text()?)),
        2 => Given::Fragments(read.list::<_, BTreeSet<String>>(Reader::owned)?),
        _ => return None,
    };
    let level = |read: &mut Reader<'_>| {
        let competency = known(&mut names.competencies, read.text()?);
        Some((competency, (u8::try_from(read.number()?).ok()?, u8::try_from(read.number()?).ok()?)))
    };
    Some(Decided {
        beat,
        given,
        levels: read.list::<_, BTreeMap<_, _>>(level)?,
        better: read.maybe(|read| Some(known(&mut names.replies, read.text()?)))?,
        left_out: read.list(Reader::owned)?,
        ms: read.number()?,
    })
}

fn of_rank(rank: u64) -> Option<Outcome> {
    Outcome::ALL.into_iter().find(|outcome| u64::from(outcome.rank()) == rank)
}

/// Writes numbers in as many bytes as they need, and each text once.
struct Writer {
    bytes: Vec<u8>,
    texts: Vec<Box<str>>,
}

impl Writer {
    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.bytes.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
            number >>= 7;
        }
        self.bytes.push(u8::try_from(number).unwrap_or_default());
    }

    /// The place of a text among those written before, from 1; or 0, its length and its letters.
    fn text(&mut self, text: &str) {
        if let Some(place) = self.texts.iter().position(|known| &**known == text) {
            return self.number(place as u64 + 1);
        }
        self.texts.push(text.into());
        self.number(0);
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn score(&mut self, score: Option<u16>) {
        self.number(score.map_or(NO_SCORE, |score| u64::from(score) + 1));
    }

    fn flag(&mut self, flag: Option<bool>) {
        self.number(flag.map_or(0, |flag| u64::from(flag) + 1));
    }

    /// Nanoseconds since 1970, in two parts.
    fn moment(&mut self, when: Timestamp) {
        let seconds = when.as_second() - Timestamp::MIN.as_second();
        self.number(seconds.unsigned_abs());
        self.number(when.subsec_nanosecond().unsigned_abs().into());
        self.number((when.subsec_nanosecond() < 0).into());
    }

    fn maybe<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.number(value.is_some().into());
        if let Some(value) = value {
            write(self, value);
        }
    }

    fn list<T>(
        &mut self,
        values: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        let values = values.into_iter();
        self.number(values.len() as u64);
        values.for_each(|value| write(self, value));
    }
}

/// Reads what a [`Writer`] wrote; nothing where bytes are missing or mean nothing.
struct Reader<'b> {
    bytes: &'b [u8],
    texts: Vec<&'b str>,
}

#[expect(clippy::option_option, reason = "the outer one says whether the bytes mean anything")]
impl<'b> Reader<'b> {
    fn new(bytes: &'b [u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(&[ENCODING])?;
        Some(Self { bytes, texts: Vec::new() })
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    fn truth(&mut self) -> Option<bool> {
        Some(self.number()? == 1)
    }

    fn text(&mut self) -> Option<&'b str> {
        if let Some(place) = self.number()?.checked_sub(1) {
            return self.texts.get(usize::try_from(place).ok()?).copied();
        }
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        let text = std::str::from_utf8(text).ok()?;
        self.bytes = rest;
        self.texts.push(text);
        Some(text)
    }

    fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    fn score(&mut self) -> Option<Option<u16>> {
        let number = self.number()?;
        if number == NO_SCORE { Some(None) } else { u16::try_from(number - 1).ok().map(Some) }
    }

    fn flag(&mut self) -> Option<Option<bool>> {
        Some(self.number()?.checked_sub(1).map(|flag| flag == 1))
    }

    fn moment(&mut self) -> Option<Timestamp> {
        let seconds = Timestamp::MIN.as_second() + i64::try_from(self.number()?).ok()?;
        let part = i32::try_from(self.number()?).ok()?;
        let part = if self.truth()? { -part } else { part };
        Timestamp::new(seconds, part).ok()
    }

    fn maybe<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.truth()? { read(self).map(Some) } else { Some(None) }
    }

    fn list<T, L: FromIterator<T>>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<L> {
        let length = self.number()?;
        (0..length).map(|_| read(self)).collect()
    }
}
