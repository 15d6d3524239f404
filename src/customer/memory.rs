//! A customer as a row of numbers, so that equal states can be found among millions. Nothing here changes a customer.

use super::{Customer, Kind};

/// One number of what is kept about a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Slot {
    /// T.
    Trust,
    /// C.
    Calm,
    /// E.
    Effort,
    /// JD.
    Outcome,
    /// JI.
    Treatment,
    /// JP.
    Process,
    /// Willingness to go public.
    Publicity,
    /// Failures so far, 0–2.
    FailureCount,
    /// Severity of the latest failure.
    Severity,
    /// Kind of the latest failure.
    Kind,
    /// Whether the latest failure had the cause of the one before.
    SameCause,
    /// Whether the latest failure came soon after the one before.
    Recent,
    /// Readiness to return before the first failure; −1 where nothing has failed.
    ReturningBefore,
    /// Whether the story was heard.
    Heard,
    /// Whether the response was quick.
    Fast,
    /// Whether a real apology landed.
    Apologised,
    /// Real apologies, 0–3.
    Apologies,
    /// Share of the loss restored.
    Fixed,
    /// Failed recoveries.
    FailedRecoveries,
    /// Facts used in this contact, 0–3.
    FactsUsed,
    /// Whether the customer was kept waiting before onlookers.
    Embarrassed,
    /// Days that do not make a month yet.
    FadingDays,
    /// Factor on anger.
    FadingAnger,
    /// Factor on 1000 − readiness to return.
    FadingDistance,
}

impl Slot {
    /// Every slot, in the order of [`Customer::memory`].
    pub const ALL: [Self; 24] = [
        Self::Trust,
        Self::Calm,
        Self::Effort,
        Self::Outcome,
        Self::Treatment,
        Self::Process,
        Self::Publicity,
        Self::FailureCount,
        Self::Severity,
        Self::Kind,
        Self::SameCause,
        Self::Recent,
        Self::ReturningBefore,
        Self::Heard,
        Self::Fast,
        Self::Apologised,
        Self::Apologies,
        Self::Fixed,
        Self::FailedRecoveries,
        Self::FactsUsed,
        Self::Embarrassed,
        Self::FadingDays,
        Self::FadingAnger,
        Self::FadingDistance,
    ];

    /// The least value, and how many bits hold every value above it.
    #[must_use]
    pub const fn range(self) -> (i32, u32) {
        match self {
            Self::Trust | Self::Calm | Self::Effort | Self::Publicity | Self::Fixed | Self::FadingAnger => (0, 10),
            Self::Outcome | Self::Treatment | Self::Process => (-1000, 11),
            Self::ReturningBefore => (-1, 10),
            Self::FadingDistance => (0, 20),
            Self::FailureCount | Self::Severity | Self::Apologies | Self::FactsUsed => (0, 2),
            Self::Kind
            | Self::SameCause
            | Self::Recent
            | Self::Heard
            | Self::Fast
            | Self::Apologised
            | Self::Embarrassed => (0, 1),
            Self::FailedRecoveries | Self::FadingDays => (0, 5),
        }
    }
}

impl Customer {
    /// Every number that can change while a conversation is played, in the order of [`Slot::ALL`].
    #[must_use]
    pub fn memory(&self) -> [i32; 24] {
        let Self { failures, handled, fading, .. } = self;
        [
            self.trust,
            self.calm,
            self.effort,
            self.outcome,
            self.treatment,
            self.process,
            self.publicity,
            failures.count.into(),
            failures.severity.into(),
            (failures.kind == Kind::Social).into(),
            failures.same_cause.into(),
            failures.recent.into(),
            failures.returning_before.unwrap_or(-1),
            handled.heard.into(),
            handled.fast.into(),
            handled.apologised.into(),
            handled.apologies.into(),
            handled.fixed,
            self.failed_recoveries,
            self.facts_used.into(),
            self.embarrassed.into(),
            i32::try_from(fading.days).unwrap_or(i32::MAX),
            fading.anger,
            fading.distance,
        ]
    }

    /// This customer with the numbers that [`Customer::memory`] gave; what never changes during a conversation stays as it is.
    #[must_use]
    pub fn with_memory(mut self, memory: [i32; 24]) -> Self {
        let small = |value: i32| u8::try_from(value).unwrap_or(u8::MAX);
        let [
            trust,
            calm,
            effort,
            outcome,
            treatment,
            process,
            publicity,
            count,
            severity,
            kind,
            same_cause,
            recent,
            returning_before,
            heard,
            fast,
            apologised,
            apologies,
            fixed,
            failed_recoveries,
            facts_used,
            embarrassed,
            days,
            anger,
            distance,
        ] = memory;
        (self.trust, self.calm, self.effort) = (trust, calm, effort);
        (self.outcome, self.treatment, self.process) = (outcome, treatment, process);
        self.publicity = publicity;
        self.failures.count = small(count);
        self.failures.severity = small(severity);
        self.failures.kind = if kind == 1 { Kind::Social } else { Kind::Economic };
        self.failures.same_cause = same_cause == 1;
        self.failures.recent = recent == 1;
        self.failures.returning_before = (returning_before >= 0).then_some(returning_before);
        self.handled.heard = heard == 1;
        self.handled.fast = fast == 1;
        self.handled.apologised = apologised == 1;
        self.handled.apologies = small(apologies);
        self.handled.fixed = fixed;
        self.failed_recoveries = failed_recoveries;
        self.facts_used = small(facts_used);
        self.embarrassed = embarrassed == 1;
        self.fading.days = u32::try_from(days).unwrap_or(0);
        (self.fading.anger, self.fading.distance) = (anger, distance);
        self
    }
}
