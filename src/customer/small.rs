//! Small events: what a reply does beside its words (customer-model §4). Good parts are multiplied as gains, bad parts as losses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::rubric::ErrorEvent;

use super::Customer;
use super::model::model;

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
        let by = &model().small;
        let row = match event {
            SmallEvent::Explanation => by.explanation,
            SmallEvent::OfferChoice => by.offer_choice,
            SmallEvent::InterimSolution => by.interim_solution,
            SmallEvent::ProgressUpdate => by.progress_update,
            SmallEvent::PreventionTip if fixing => by.prevention_tip,
            SmallEvent::PreventionTip => by.early_tip,
            SmallEvent::ProcessChanged => by.process_changed,
            SmallEvent::CheckBack => by.check_back,
            SmallEvent::ReAsk => by.re_ask,
            SmallEvent::ColdTransfer => by.cold_transfer,
            SmallEvent::WarmTransfer => by.warm_transfer,
            SmallEvent::ForcedSwitch => by.forced_switch,
            SmallEvent::Jargon => by.jargon.times(self.traits.jargon),
            SmallEvent::SurveyOrUpsell if fixing => return,
            SmallEvent::SurveyOrUpsell => by.early_survey,
        };
        self.land(row, self.gain(), self.loss());
    }

    /// A fact of the customer's is used in a reply. Only the first [`FACTS_PER_CONTACT`] of a contact count.
    pub fn use_fact(&mut self) {
        if self.facts_used < FACTS_PER_CONTACT {
            self.facts_used += 1;
            self.land(model().small.fact, self.gain(), self.loss());
        }
    }
}
