//! Small events: what a reply does beside its words (customer-model §4). Good parts are multiplied as gains, bad parts as losses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::rubric::ErrorEvent;

use super::{Customer, Moves};

/// How many used facts count in one contact; the customer still notices the others.
pub const FACTS_PER_CONTACT: u8 = 3;

/// Something a reply does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum SmallEvent {
    /// An explanation without an excuse.
    Explanation,
    /// A choice between remedies.
    OfferChoice,
    /// Help that works for now.
    InterimSolution,
    /// News on how things stand.
    ProgressUpdate,
    /// Advice against the next problem; before the loss is even partly fixed it annoys.
    PreventionTip,
    /// "We changed the process."
    ProcessChanged,
    /// Asking whether the fix worked.
    CheckBack,
    /// Asking for something already said.
    ReAsk,
    /// Sent on without the story.
    ColdTransfer,
    /// Handed over with the story.
    WarmTransfer,
    /// Made to use another channel.
    ForcedSwitch,
    /// Words this customer may not know.
    Jargon,
    /// A survey or an offer; after the loss is at least partly fixed it does no harm.
    SurveyOrUpsell,
}

impl SmallEvent {
    /// All small events, in the order of the documentation.
    pub const ALL: [Self; 13] = [
        Self::Explanation,
        Self::OfferChoice,
        Self::InterimSolution,
        Self::ProgressUpdate,
        Self::PreventionTip,
        Self::ProcessChanged,
        Self::CheckBack,
        Self::ReAsk,
        Self::ColdTransfer,
        Self::WarmTransfer,
        Self::ForcedSwitch,
        Self::Jargon,
        Self::SurveyOrUpsell,
    ];
}

impl From<ErrorEvent> for SmallEvent {
    fn from(event: ErrorEvent) -> Self {
        match event {
            ErrorEvent::Jargon => Self::Jargon,
            ErrorEvent::ReAsk => Self::ReAsk,
        }
    }
}

impl Customer {
    /// One small event.
    pub fn small(&mut self, event: SmallEvent) {
        let fixing = self.handled.fixed > 0;
        let row = Moves::row(match event {
            SmallEvent::Explanation => [0, 0, 0, 0, 40, 20],
            SmallEvent::OfferChoice => [0, 0, 0, 0, 20, 50],
            SmallEvent::InterimSolution => [15, 40, 0, 60, 0, 30],
            SmallEvent::ProgressUpdate => [15, 15, 0, 0, 0, 30],
            SmallEvent::PreventionTip if fixing => [15, 0, 0, 0, 10, 10],
            SmallEvent::PreventionTip => [0, -10, 0, 0, 0, 0],
            SmallEvent::ProcessChanged => [30, 0, 0, 0, 0, 30],
            SmallEvent::CheckBack => [25, 15, 0, 0, 30, 20],
            SmallEvent::ReAsk => [0, -30, 60, 0, 0, -30],
            SmallEvent::ColdTransfer => [0, -60, 120, 0, -30, -60],
            SmallEvent::WarmTransfer => [0, -10, 40, 0, 0, 0],
            SmallEvent::ForcedSwitch => [0, -40, 130, 0, 0, -40],
            SmallEvent::Jargon => [0, -15, 30, 0, 0, 0],
            SmallEvent::SurveyOrUpsell if fixing => [0; 6],
            SmallEvent::SurveyOrUpsell => [-10, -30, 0, 0, -30, 0],
        });
        let row = if event == SmallEvent::Jargon { row.times(self.traits.jargon) } else { row };
        self.land(row, self.gain(), self.loss());
    }

    /// A fact of the customer's is used in a reply. Only the first [`FACTS_PER_CONTACT`] of a contact count.
    pub fn use_fact(&mut self) {
        if self.facts_used < FACTS_PER_CONTACT {
            self.facts_used += 1;
            self.land(Moves::row([5, 10, -10, 0, 25, 5]), self.gain(), self.loss());
        }
    }
}
