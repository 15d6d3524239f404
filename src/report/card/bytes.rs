//! The bytes of a card: numbers in as many bytes as they need, and each text once.

use jiff::Timestamp;
use uuid::Uuid;

use super::ENCODING;
use crate::attempt::{Obstacle, Voice};
use crate::customer::Outcome;
use crate::report::case::Promises;

/// No number of this size is a score.
const NO_SCORE: u64 = 0;

/// Writes numbers in as many bytes as they need, and each text once.
pub(super) struct Writer {
    bytes: Vec<u8>,
    texts: Vec<Box<str>>,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self { bytes: vec![ENCODING], texts: Vec::new() }
    }

    pub(super) fn done(self) -> Vec<u8> {
        self.bytes
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    pub(super) fn number(&mut self, mut number: u64) {
        while number > 0x7f {
            self.bytes.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
            number >>= 7;
        }
        self.bytes.push(u8::try_from(number).unwrap_or_default());
    }

    /// The place of a text among those written before, from 1; or 0, its length and its letters.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(place) = self.texts.iter().position(|known| &**known == text) {
            return self.number(place as u64 + 1);
        }
        self.texts.push(text.into());
        self.number(0);
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    pub(super) fn score(&mut self, score: Option<u16>) {
        self.number(score.map_or(NO_SCORE, |score| u64::from(score) + 1));
    }

    pub(super) fn flag(&mut self, flag: Option<bool>) {
        self.number(flag.map_or(0, |flag| u64::from(flag) + 1));
    }

    /// Nanoseconds since 1970, in two parts.
    pub(super) fn moment(&mut self, when: Timestamp) {
        let seconds = when.as_second() - Timestamp::MIN.as_second();
        self.number(seconds.unsigned_abs());
        self.number(when.subsec_nanosecond().unsigned_abs().into());
        self.number((when.subsec_nanosecond() < 0).into());
    }

    pub(super) fn maybe<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        self.number(value.is_some().into());
        if let Some(value) = value {
            write(self, value);
        }
    }

    pub(super) fn list<T>(
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
pub(super) struct Bytes<'b> {
    bytes: &'b [u8],
}

#[expect(clippy::option_option, reason = "the outer one says whether the bytes mean anything")]
impl<'b> Bytes<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Option<Self> {
        let bytes = bytes.strip_prefix(&[ENCODING])?;
        Some(Self { bytes })
    }

    pub(super) fn is_done(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(super) fn number(&mut self) -> Option<u64> {
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

    pub(super) fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    pub(super) fn level(&mut self) -> Option<u8> {
        self.number()?.try_into().ok()
    }

    pub(super) fn truth(&mut self) -> Option<bool> {
        Some(self.number()? == 1)
    }

    /// A text: one of those read before, or the next, of which `make` makes what is to be known of it.
    pub(super) fn text<T: Copy>(&mut self, known: &mut Vec<T>, make: impl FnOnce(&'b str) -> T) -> Option<T> {
        if let Some(place) = self.number()?.checked_sub(1) {
            return known.get(usize::try_from(place).ok()?).copied();
        }
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        let text = make(std::str::from_utf8(text).ok()?);
        self.bytes = rest;
        known.push(text);
        Some(text)
    }

    pub(super) fn score(&mut self) -> Option<Option<u16>> {
        let number = self.number()?;
        if number == NO_SCORE { Some(None) } else { u16::try_from(number - 1).ok().map(Some) }
    }

    pub(super) fn flag(&mut self) -> Option<Option<bool>> {
        Some(self.number()?.checked_sub(1).map(|flag| flag == 1))
    }

    pub(super) fn moment(&mut self) -> Option<Timestamp> {
        let seconds = Timestamp::MIN.as_second() + i64::try_from(self.number()?).ok()?;
        let part = i32::try_from(self.number()?).ok()?;
        let part = if self.truth()? { -part } else { part };
        Timestamp::new(seconds, part).ok()
    }

    pub(super) fn outcome(&mut self) -> Option<Option<Outcome>> {
        let rank = self.number()?.checked_sub(1);
        Some(rank.and_then(|rank| Outcome::ALL.into_iter().find(|outcome| u64::from(outcome.rank()) == rank)))
    }

    pub(super) fn promises(&mut self) -> Option<Promises> {
        Some(Promises {
            kept: self.small()?,
            broken: self.small()?,
            lapsed: self.small()?,
            overdue: self.small()?,
            dateless: self.small()?,
            open: self.small()?,
        })
    }

    pub(super) fn voice(&mut self, attempt: Uuid) -> Option<Voice> {
        let confident = self.number()?.checked_sub(1).and_then(|confident| u8::try_from(confident).ok());
        let place = self.number()?.checked_sub(1).and_then(|place| usize::try_from(place).ok());
        let obstacle = place.and_then(|place| Obstacle::ALL.get(place).copied());
        Some(Voice { attempt, confident, obstacle, at: self.moment()? })
    }
}
