//! What can have happened before each reply, as far as the published findings ask: whether the story was heard, who has apologised,
//! what was made good, which contact it is. Every way through the beats is followed, whatever the conditions on replies say, so a
//! moment found here is possible in the story but not proved to be.

use rustc_hash::FxHashSet;

use crate::customer::{Behaviour, Pace, SmallEvent};
use crate::scenario::{Beat, BeatId, Channel, Checked, Commit, Move, Reply, Rules};

/// What has happened before a reply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Before {
    /// The story was heard since the latest failure: listening at 2 or more.
    pub heard: bool,
    /// Real apologies since the latest failure, 2 for any more.
    pub apologies: u8,
    /// There was a real apology at any time.
    pub apologised: bool,
    /// Share of the loss restored since the latest failure, 0–1000.
    pub fixed: u16,
    /// It is a later contact than the first.
    pub later: bool,
}

/// A choice or an offer with the levels at which the customer meets it.
#[derive(Clone, Copy, Debug)]
pub struct Offered<'a> {
    /// As it is written.
    pub one: &'a Move,
    levels: [Option<u8>; 4],
}

impl<'a> Offered<'a> {
    fn of(one: &'a Move, rules: &Rules) -> Self {
        let levels = Behaviour::ALL.map(|behaviour| {
            let shown = one.shows.iter().filter_map(|(id, written)| {
                let competency = rules.rubric.competency(id.as_str()).filter(|known| known.moves == Some(behaviour))?;
                Some(rules.rubric.effective_for_customer(&competency.id, *written, &one.errors))
            });
            shown.max()
        });
        Self { one, levels }
    }

    /// The level at which it shows a behaviour, 0–3; none where it does not show it.
    pub fn level(&self, behaviour: Behaviour) -> Option<u8> {
        let [listen, apology, account, follow] = self.levels;
        match behaviour {
            Behaviour::Listen => listen,
            Behaviour::Apology => apology,
            Behaviour::Account => account,
            Behaviour::Follow => follow,
        }
    }

    /// Whether it shows a behaviour at a level or above it.
    pub fn at_least(&self, behaviour: Behaviour, least: u8) -> bool {
        self.level(behaviour).is_some_and(|level| level >= least)
    }

    /// An apology that counts as one.
    pub fn apologises(&self) -> bool {
        self.at_least(Behaviour::Apology, 2)
    }

    /// Restores something of the loss, or pays.
    pub fn compensates(&self) -> bool {
        self.one.fixes > 0 || self.pays(1)
    }

    /// Pays so many percent of the price, or more.
    pub fn pays(&self, least: u16) -> bool {
        self.one.pays.is_some_and(|percent| percent >= least)
    }

    /// Costs the customer time or trouble.
    pub fn costs_effort(&self) -> bool {
        let costs = |event: &SmallEvent| match event {
            SmallEvent::ReAsk | SmallEvent::ColdTransfer | SmallEvent::ForcedSwitch | SmallEvent::Jargon => true,
            SmallEvent::Explanation
            | SmallEvent::OfferChoice
            | SmallEvent::InterimSolution
            | SmallEvent::ProgressUpdate
            | SmallEvent::PreventionTip
            | SmallEvent::ProcessChanged
            | SmallEvent::CheckBack
            | SmallEvent::WarmTransfer
            | SmallEvent::SurveyOrUpsell => false,
        };
        self.one.waits.is_some() || self.one.pace == Some(Pace::Slow) || self.one.does.iter().any(costs)
    }

    /// Has an error of the rubric.
    pub fn errs(&self, code: &str) -> bool {
        self.one.errors.iter().any(|error| error == code)
    }

    fn land(&self, mut before: Before) -> Before {
        before.heard |= self.at_least(Behaviour::Listen, 2);
        if self.apologises() {
            before.apologies = (before.apologies + 1).min(2);
            before.apologised = true;
        }
        before.fixed = before.fixed.saturating_add(self.one.fixes).min(1000);
        before
    }
}

/// A reply with what may have happened before it.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// Before the reply.
    pub before: Before,
    /// Where it is given.
    pub channel: Channel,
    /// The reply.
    pub reply: Offered<'a>,
}

impl Moment<'_> {
    /// Whether the story is heard when the reply's apology lands: listening in the same reply comes first.
    pub fn heard(&self) -> bool {
        self.before.heard || self.reply.at_least(Behaviour::Listen, 2)
    }
}

/// The replies of each beat that offers some, in order of the beats.
pub fn decisions<'a>(scenario: &'a Checked, rules: &Rules) -> Vec<Vec<Offered<'a>>> {
    scenario.beats.values().map(|beat| offered(beat, rules)).filter(|offered| !offered.is_empty()).collect()
}

fn offered<'a>(beat: &'a Beat, rules: &Rules) -> Vec<Offered<'a>> {
    match &beat.reply {
        Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
            moves.values().map(|one| Offered::of(one, rules)).collect()
        }
        Some(Reply::Paraphrase(_)) | None => Vec::new(),
    }
}

/// Every moment of a scenario.
pub fn moments<'a>(scenario: &'a Checked, rules: &Rules) -> Vec<Moment<'a>> {
    let mut walk = Walk { seen: FxHashSet::default(), open: Vec::new() };
    walk.go(&scenario.start, Before::default());
    let mut moments = Vec::new();
    while let Some((id, before)) = walk.open.pop() {
        let Some(beat) = scenario.beats.get(id) else { continue };
        let before = enter(beat, before);
        if let Some(to) = &beat.otherwise {
            walk.go(to, before);
        }
        for to in beat.silence.iter().flat_map(|silence| silence.to.values()) {
            walk.go(to, before);
        }
        for reply in offered(beat, rules) {
            moments.push(Moment { before, channel: scenario.channel(beat), reply });
            for to in reply.one.to.values() {
                walk.go(to, reply.land(before));
            }
        }
        if let Some(Reply::Paraphrase(paraphrase)) = &beat.reply {
            for to in paraphrase.to.values() {
                walk.go(to, before);
                // Well done it is listening; badly done it is not.
                walk.go(to, Before { heard: true, ..before });
            }
        }
    }
    moments
}

/// A new contact begins, or something goes wrong again and what was done about the failure before no longer counts.
fn enter(beat: &Beat, mut before: Before) -> Before {
    before.later |= beat.after.is_some();
    if beat.fails.is_some() {
        before = Before { apologised: before.apologised, later: before.later, ..Before::default() };
    }
    before
}

struct Walk<'a> {
    seen: FxHashSet<(&'a BeatId, Before)>,
    open: Vec<(&'a BeatId, Before)>,
}

impl<'a> Walk<'a> {
    fn go(&mut self, to: &'a BeatId, before: Before) {
        if self.seen.insert((to, before)) {
            self.open.push((to, before));
        }
    }
}
