//! Waiting inside a contact (customer-model §7): each channel has a clock, and each whole unit of it costs calm, effort and the
//! feeling that things are quick and easy. Time between contacts is in `time`.

use super::arithmetic::unit;
use super::model::model;
use super::{Customer, Moves};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// Past this many units every value is at its limit, whatever the channel and the person; it keeps products in range.
const MOST_UNITS: u64 = 10_000;

/// In a chat each minute after this one costs double.
const PATIENT_CHAT_MINUTES: u64 = 3;

/// In public only these hours are charged: by then whoever would look has looked.
const WATCHED_HOURS: u64 = 6;

/// How a wait is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clock {
    /// In one room, by the minute.
    FaceToFace,
    /// Nobody speaks on the phone, by ten seconds.
    PhoneSilence,
    /// On hold on the phone, by the minute.
    PhoneHold,
    /// In a chat, by the minute; after three minutes each costs double.
    Chat,
    /// By e-mail, by the day after the first. A day is 24 hours: no file says which days are working days.
    Email,
    /// In public, by the hour, for the first six hours.
    Social,
}

impl Clock {
    /// All clocks, in the order of the documentation.
    pub const ALL: [Self; 6] =
        [Self::FaceToFace, Self::PhoneSilence, Self::PhoneHold, Self::Chat, Self::Email, Self::Social];

    /// How many times the clock's row is charged for so many seconds; a unit that is not whole is not charged.
    #[must_use]
    pub fn units(self, seconds: u64) -> u64 {
        match self {
            Self::FaceToFace | Self::PhoneHold => seconds / MINUTE,
            Self::PhoneSilence => seconds / 10,
            Self::Chat => {
                let minutes = seconds / MINUTE;
                minutes + minutes.saturating_sub(PATIENT_CHAT_MINUTES)
            }
            Self::Email => (seconds / DAY).saturating_sub(1),
            Self::Social => (seconds / HOUR).min(WATCHED_HOURS),
        }
    }

    /// What one unit of unexplained waiting does.
    fn row(self) -> Moves {
        let by = &model().waits;
        match self {
            Self::FaceToFace => by.face_to_face,
            Self::PhoneSilence => by.phone_silence,
            Self::PhoneHold => by.phone_hold,
            Self::Chat => by.chat,
            Self::Email => by.email,
            Self::Social => by.social,
        }
    }
}

impl Customer {
    /// The customer is kept waiting for so many seconds. A wait that was explained costs half; one that was not costs an anxious
    /// customer double.
    ///
    /// The row is taken times the units first, then by these factors, then by the loss multiplier, so that rounding happens once
    /// however long the wait is. In public each hour also makes the customer 40 readier to go public, explained or not: those who
    /// look on see the hours, not the explanation. Each wait begins anew, so a holding reply between two of them resets the clock of
    /// an e-mail.
    pub fn wait(&mut self, clock: Clock, seconds: u64, explained: bool) {
        let by = &model().waits;
        // At most 10,000, so it always fits.
        let units = i32::try_from(clock.units(seconds).min(MOST_UNITS)).unwrap_or(i32::MAX);
        let row = clock.row().map(|value| value * units);
        let row = row.times(if explained { by.explained } else { self.traits.silence });
        self.land(row, 1000, self.loss());
        if clock == Clock::Social {
            self.publicity = unit(self.publicity + by.publicity * units);
        }
    }

    /// The customer has to wait before onlookers, face to face: an embarrassment, the first time it happens.
    pub fn embarrass(&mut self) {
        if !self.embarrassed {
            self.embarrassed = true;
            self.land(Moves { calm: model().waits.embarrassment, ..Moves::default() }, 1000, self.loss());
        }
    }
}
