//! Time and channels as a scenario writes them, and which of the customer's clocks a wait runs on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::customer::{Clock, Customer};

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Span {
    /// Whole seconds.
    Seconds(u32),
    /// Whole minutes.
    Minutes(u32),
    /// Whole hours.
    Hours(u32),
    /// Whole days.
    Days(u32),
}

impl Span {
    /// The length in whole days, rounded down.
    #[must_use]
    pub fn whole_days(self) -> u32 {
        match self {
            Self::Seconds(n) => n / (24 * 60 * 60),
            Self::Minutes(n) => n / (24 * 60),
            Self::Hours(n) => n / 24,
            Self::Days(n) => n,
        }
    }

    /// The length in seconds.
    #[must_use]
    pub fn seconds(self) -> u64 {
        match self {
            Self::Seconds(n) => u64::from(n),
            Self::Minutes(n) => u64::from(n) * 60,
            Self::Hours(n) => u64::from(n) * 60 * 60,
            Self::Days(n) => u64::from(n) * 24 * 60 * 60,
        }
    }
}

/// How the two are in touch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Channel {
    /// In one room.
    #[default]
    FaceToFace,
    /// By voice alone: a line is heard once.
    Phone,
    /// Written at leisure, read literally.
    Email,
    /// Short turns.
    Chat,
    /// In public.
    Social,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 5] = [Self::FaceToFace, Self::Phone, Self::Email, Self::Chat, Self::Social];

    /// How long a customer goes on hoping for what was promised without a date (customer-model §6). Working days are not told apart.
    #[must_use]
    pub fn hope(self) -> Span {
        match self {
            Self::Chat | Self::Social => Span::Hours(24),
            Self::FaceToFace | Self::Phone | Self::Email => Span::Days(2),
        }
    }

    /// Whether people write to each other on it.
    #[must_use]
    pub fn is_written(self) -> bool {
        match self {
            Self::FaceToFace | Self::Phone => false,
            Self::Email | Self::Chat | Self::Social => true,
        }
    }
}

/// Time in which the customer waits for us. Whole units of the channel's clock are charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wait {
    /// How long.
    pub time: Span,
    /// Whether the customer was told how long and why: such a wait costs half.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub explained: bool,
    /// Whether others look on; only face to face. The first such wait embarrasses.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub onlookers: bool,
}

impl Wait {
    /// Lets the customer wait on a channel.
    pub fn charge(self, customer: &mut Customer, channel: Channel) {
        customer.wait(self.clock(channel), self.time.seconds(), self.explained);
        if self.embarrasses(channel) {
            customer.embarrass();
        }
    }

    /// Whether others look on.
    #[must_use]
    pub fn embarrasses(self, channel: Channel) -> bool {
        self.onlookers && channel == Channel::FaceToFace
    }

    /// The clock it runs on. On the phone a wait written in seconds is silence, and a longer one is time on hold.
    #[must_use]
    pub fn clock(self, channel: Channel) -> Clock {
        match (channel, self.time) {
            (Channel::FaceToFace, _) => Clock::FaceToFace,
            (Channel::Phone, Span::Seconds(_)) => Clock::PhoneSilence,
            (Channel::Phone, Span::Minutes(_) | Span::Hours(_) | Span::Days(_)) => Clock::PhoneHold,
            (Channel::Chat, _) => Clock::Chat,
            (Channel::Email, _) => Clock::Email,
            (Channel::Social, _) => Clock::Social,
        }
    }

    /// Whether it is long enough to be charged at all, or seen by others.
    #[must_use]
    pub fn counts(self, channel: Channel) -> bool {
        self.embarrasses(channel) || self.clock(channel).units(self.time.seconds()) > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_the_phone_seconds_are_silence_and_minutes_are_hold() {
        let clock = |time| Wait { time, explained: false, onlookers: false }.clock(Channel::Phone);
        assert_eq!(clock(Span::Seconds(120)), Clock::PhoneSilence);
        assert_eq!([Span::Minutes(2), Span::Hours(1), Span::Days(1)].map(clock), [Clock::PhoneHold; 3]);
    }

    #[test]
    fn lengths_convert_without_overflow() {
        assert_eq!(Span::Days(u32::MAX).seconds(), u64::from(u32::MAX) * 86_400);
        assert_eq!([Span::Hours(49).whole_days(), Span::Minutes(1439).whole_days()], [2, 0]);
        assert!(!Wait { time: Span::Seconds(59), explained: false, onlookers: false }.counts(Channel::Chat));
    }
}
