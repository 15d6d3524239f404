//! What a store keeps of an attempt's score, in few bytes: a report of a million attempts reads these and replays nothing. A card holds
//! everything of a case but whose it is, what group it counts for and whether it is a first assessment: those can change without the
//! attempt. It is only good under the rules that made it, which the store keeps beside it, and in this encoding.

mod bytes;
mod sheet;

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::case::{Case, Decided, Earned, Played, Promises};
use crate::attempt::{Mode, Obstacle, Place, Voice};
use crate::session::Given;
use bytes::{Bytes, Writer};

pub(super) use sheet::Met;
pub use sheet::{Scored, Sheet, Slate};

/// Changes with the encoding, and with whatever makes the same attempt score otherwise under the same rules.
const ENCODING: u8 = 1;
/// What a card holds: a case, what was answered after it, or both.
const SCORED: u64 = 1;
const HEARD: u64 = 2;
/// What was given at a decision.
const SILENCE: u64 = 0;
const REPLY: u64 = 1;
const FRAGMENTS: u64 = 2;

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

impl Card {
    /// The card as bytes.
    #[must_use]
    pub fn encoded(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.number(SCORED * u64::from(self.case.is_some()) + HEARD * u64::from(self.voice.is_some()));
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
        out.done()
    }

    /// What bytes say at a glance; none where they are of another encoding.
    #[must_use]
    pub fn glance(bytes: &[u8]) -> Option<Glance> {
        let mut read = Bytes::new(bytes)?;
        let is_scored = read.number()? & SCORED == SCORED;
        let (overall, passed) = if is_scored { (read.score()?, read.flag()?) } else { (None, None) };
        Some(Glance { is_scored, overall, passed })
    }

    /// The card that bytes hold, of this attempt; none where they are of another encoding or damaged. Its case is nobody's and first:
    /// whoever reads it says whose it is.
    #[must_use]
    pub fn decoded(bytes: &[u8], attempt: Uuid) -> Option<Self> {
        let mut read = Plain { bytes: Bytes::new(bytes)?, texts: Vec::new() };
        let what = read.bytes.number()?;
        let mut card = Self::default();
        if what & SCORED == SCORED {
            let (overall, passed) = (read.bytes.score()?, read.bytes.flag()?);
            let case = read_case(&mut read, attempt)?;
            card.case = Some(Case { overall, passed, ..case });
        }
        if what & HEARD == HEARD {
            card.voice = Some(read.bytes.voice(attempt)?);
        }
        read.bytes.is_done().then_some(card)
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
        Given::Silence => out.number(SILENCE),
        Given::Reply(reply) => {
            out.number(REPLY);
            out.text(reply.as_str());
        }
        Given::Fragments(chosen) => {
            out.number(FRAGMENTS);
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

/// Reads texts as they are.
struct Plain<'b> {
    bytes: Bytes<'b>,
    texts: Vec<&'b str>,
}

impl<'b> Plain<'b> {
    fn text(&mut self) -> Option<&'b str> {
        self.bytes.text(&mut self.texts, |text| text)
    }

    fn owned(&mut self) -> Option<String> {
        self.text().map(str::to_owned)
    }

    #[expect(clippy::option_option, reason = "the outer one says whether the bytes mean anything")]
    fn maybe<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.bytes.truth()? { read(self).map(Some) } else { Some(None) }
    }

    fn list<T, L: FromIterator<T>>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<L> {
        let length = self.bytes.number()?;
        (0..length).map(|_| read(self)).collect()
    }
}

fn read_case(read: &mut Plain<'_>, attempt: Uuid) -> Option<Case> {
    let mode = if read.bytes.truth()? { Mode::Assessment } else { Mode::Practice };
    let started = read.bytes.moment()?;
    let course = read.maybe(|read| Some(Place { course: read.owned()?, stage: read.owned()? }))?;
    let scenario = Played {
        id: read.owned()?,
        title: read.owned()?,
        hash: read.owned()?,
        shape: read.owned()?,
        form: read.maybe(|read| Some(read.text()?.into()))?,
    };
    let scores = read.list(|read| {
        Some(Earned {
            competency: read.text()?.into(),
            earned: read.bytes.small()?,
            best: read.bytes.small()?,
            decisions: read.bytes.small()?,
            score: read.bytes.score()?,
            enough: read.bytes.truth()?,
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
        path: read.bytes.score()?,
        outcome: read.bytes.outcome()?,
        left: read.bytes.truth()?,
        promises: read.bytes.promises()?,
        errors: read.list(|read| Some((read.owned()?, usize::try_from(read.bytes.number()?).ok()?)))?,
        decisions: read.list(read_decided)?,
    })
}

fn read_decided(read: &mut Plain<'_>) -> Option<Decided> {
    let beat = read.text()?.into();
    let given = match read.bytes.number()? {
        SILENCE => Given::Silence,
        REPLY => Given::Reply(read.text()?.into()),
        FRAGMENTS => Given::Fragments(read.list::<_, BTreeSet<String>>(Plain::owned)?),
        _ => return None,
    };
    let level = |read: &mut Plain<'_>| {
        let competency = read.text()?.into();
        Some((competency, (read.bytes.level()?, read.bytes.level()?)))
    };
    Some(Decided {
        beat,
        given,
        levels: read.list::<_, BTreeMap<_, _>>(level)?,
        better: read.maybe(|read| Some(read.text()?.into()))?,
        left_out: read.list(Plain::owned)?,
        ms: read.bytes.number()?,
    })
}
