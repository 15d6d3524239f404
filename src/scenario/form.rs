//! Other forms of the same conversation. A form says only what differs: another temperament, with the words and levels that go with
//! it, or another name, face, way of speaking or channel, where nothing but that may decide how a trainee acts.
//! [`Checked::in_form`] gives the whole conversation in a form, and everybody plays, checks and scores that as any other.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check::{Checked, shown_competencies};
use super::condition::{Cases, Says, Spoken};
use super::ids::{BeatId, CompetencyId, FormId, ReplyPath};
use super::map::Map;
use super::model::{Beat, Commit, Move, Reply, Scenario, is_default};
use super::portrait::Portrait;
use super::time::Channel;
use crate::customer::Apology;

/// Another form of the conversation: what is left out is as in the scenario itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// What differs, for trainers and reports, in one line.
    pub about: String,
    /// What the customer is called in this form.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Option<String>,
    /// A conversation style from the personas file.
    #[serde(default, skip_serializing_if = "is_default")]
    pub persona: Option<String>,
    /// What the customer looks like.
    #[serde(default, skip_serializing_if = "is_default")]
    pub portrait: Option<Portrait>,
    /// The organisation's share of the responsibility, 0 (all the customer's doing) to 1000 (all ours).
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(range(min = 0, max = 1000))]
    pub locus: Option<i32>,
    /// Channels that are others in this form: `{FaceToFace: Phone}`.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(schema_with = "super::schema::channels")]
    pub channels: Map<Channel, Channel>,
    /// Words and phrases that are others in every text: `{"Mrs Vogel": "Mrs Adeyemi"}`. Only whole words, letter for letter.
    #[serde(default, skip_serializing_if = "is_default")]
    pub words: Map<String, String>,
    /// What the trainee knows before the customer speaks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub briefing: Option<String>,
    /// Facts told in other words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub facts: Map<super::FactId, String>,
    /// What the customer says at some beats.
    #[serde(default, skip_serializing_if = "is_default")]
    pub says: Map<BeatId, Says>,
    /// What some replies are worth to this customer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub replies: Map<ReplyPath, Worth>,
}

/// What a reply is worth in a form, in place of what it is worth elsewhere. Its words stay as they are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Worth {
    /// Level 0–3 for each competency the words show.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(schema_with = "super::schema::levels")]
    pub shows: Map<CompetencyId, u8>,
    /// What the apology in the words consists of, instead of a level for it in `shows`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub apology: Option<Apology>,
    /// Sub-skills of the rubric that say why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub skills: Vec<String>,
    /// Errors of the rubric, which cap levels.
    #[serde(default, skip_serializing_if = "is_default")]
    pub errors: Vec<String>,
    /// Coaching: what it did to this customer, and why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub because: String,
}

impl Form {
    /// Whether the case is the same and only the person or the way to them is another, so that nobody should be treated
    /// differently: one half of a fairness pair, whose other half is the scenario itself.
    #[must_use]
    pub fn is_twin(&self) -> bool {
        let Self {
            about: _,
            name: _,
            persona,
            portrait: _,
            locus,
            channels: _,
            words: _,
            briefing,
            facts,
            says: _,
            replies,
        } = self;
        persona.is_none() && locus.is_none() && briefing.is_none() && facts.is_empty() && replies.is_empty()
    }
}

impl Checked {
    /// The conversation in a form of its own, without further forms; none where it has no such form. It keeps the `hash` of the
    /// scenario, which names the file it is told in; its `shape` is its own, and that of a twin on the same channels
    /// is the scenario's.
    #[must_use]
    pub fn in_form(&self, id: &FormId) -> Option<Self> {
        let form = self.forms.get(id)?;
        let mut scenario = Scenario::clone(self);
        form.tell(&mut scenario);
        Some(self.formed(scenario, id.clone(), form.is_twin() && form.channels.is_empty()))
    }
}

impl Form {
    /// Makes a scenario what it is in this form.
    pub(super) fn tell(&self, scenario: &mut Scenario) {
        scenario.forms = Map::new();
        every_text(scenario, &mut |text| self.reword(text));
        if let Some(name) = &self.name {
            scenario.customer.name.clone_from(name);
        }
        if let Some(persona) = &self.persona {
            scenario.customer.persona.clone_from(persona);
        }
        if let Some(portrait) = &self.portrait {
            scenario.customer.portrait = portrait.clone();
        }
        if self.locus.is_some() {
            scenario.failure.locus = self.locus;
        }
        if let Some(briefing) = &self.briefing {
            scenario.briefing.clone_from(briefing);
        }
        for (id, text) in &self.facts {
            if let Some(fact) = scenario.facts.get_mut(id) {
                fact.text.clone_from(text);
            }
        }
        self.switch_channels(scenario);
        for (id, says) in &self.says {
            if let Some(beat) = scenario.beats.get_mut(id) {
                beat.says = Some(says.clone());
            }
        }
        for (path, worth) in &self.replies {
            // What is scored at a beat stays, whatever its replies are worth here.
            if let Some(beat) = scenario.beats.get_mut(&path.beat) {
                let Beat { scores, reply, .. } = beat;
                scores.get_or_insert_with(|| reply.as_ref().map(shown_competencies).unwrap_or_default());
            }
            if let Some(one) = reply_mut(scenario, path) {
                one.shows.clone_from(&worth.shows);
                one.apology.clone_from(&worth.apology);
                one.skills.clone_from(&worth.skills);
                one.errors.clone_from(&worth.errors);
                one.because.clone_from(&worth.because);
            }
        }
    }

    fn switch_channels(&self, scenario: &mut Scenario) {
        let first = scenario.beats.get(&scenario.start).and_then(|beat| beat.channel).unwrap_or_default();
        let start = scenario.start.clone();
        for (id, beat) in scenario.beats.iter_mut() {
            let channel = beat.channel.or((*id == start).then_some(first));
            if let Some(other) = channel.and_then(|channel| self.channels.get(&channel)) {
                beat.channel = Some(*other);
            }
        }
    }

    /// Puts the form's words in place of the scenario's. All are looked for at once, so that two can change places; where
    /// several fit, the longest is meant.
    pub(crate) fn reword(&self, text: &mut String) {
        if self.words.is_empty() {
            return;
        }
        let mut told = String::with_capacity(text.len());
        let mut rest = text.as_str();
        let mut within = false;
        while let Some(letter) = rest.chars().next() {
            let fits = |(from, _): &(&String, &String)| {
                let after = rest.strip_prefix(from.as_str());
                after.is_some_and(|after| !after.chars().next().is_some_and(char::is_alphanumeric))
            };
            let found = if within { None } else { self.words.iter().filter(fits).max_by_key(|(from, _)| from.len()) };
            if let Some((from, to)) = found.filter(|(from, _)| !from.is_empty()) {
                told.push_str(to);
                rest = rest.get(from.len()..).unwrap_or_default();
                within = true;
            } else {
                told.push(letter);
                rest = rest.get(letter.len_utf8()..).unwrap_or_default();
                within = letter.is_alphanumeric();
            }
        }
        *text = told;
    }
}

fn reply_mut<'s>(scenario: &'s mut Scenario, path: &ReplyPath) -> Option<&'s mut Move> {
    match scenario.beats.get_mut(&path.beat)?.reply.as_mut()? {
        Reply::Choose(moves) | Reply::Commit(Commit { offers: moves }) => moves.get_mut(&path.reply),
        Reply::Paraphrase(_) => None,
    }
}

/// Every text for people, in no order that means anything.
fn every_text(scenario: &mut Scenario, tell: &mut impl FnMut(&mut String)) {
    let Scenario { title, role, briefing, may, customer, facts, promises, beats, outcomes, .. } = scenario;
    [title, role, briefing, &mut customer.name].into_iter().chain(may).for_each(&mut *tell);
    facts.iter_mut().for_each(|(_, fact)| tell(&mut fact.text));
    for (_, promise) in promises.iter_mut() {
        tell(&mut promise.what);
        promise.owner.iter_mut().chain(&mut promise.when).for_each(&mut *tell);
    }
    outcomes.iter_mut().for_each(|(_, text)| tell(text));
    for (_, beat) in beats.iter_mut() {
        beat.scene.iter_mut().for_each(&mut *tell);
        if let Some(says) = &mut beat.says {
            let Cases { cases, last } = says;
            for spoken in cases.iter_mut().map(|(_, spoken)| spoken).chain(std::iter::once(last)) {
                match spoken {
                    Spoken::One(text) => tell(text),
                    Spoken::AnyOf(texts) => texts.iter_mut().for_each(&mut *tell),
                }
            }
        }
        beat.silence.iter_mut().for_each(|silence| tell(&mut silence.because));
        match &mut beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
                for (_, one) in moves.iter_mut() {
                    let Move { say, act, what, because, .. } = one;
                    say.iter_mut().chain(act).chain(what).chain([because]).for_each(&mut *tell);
                }
            }
            Some(Reply::Paraphrase(paraphrase)) => {
                paraphrase.decoys.iter_mut().chain([&mut paraphrase.because]).for_each(&mut *tell);
            }
            None => {}
        }
    }
}
