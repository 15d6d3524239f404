//! Every text for people that a scenario holds, in story order, each with what a translator has to know about it.

use std::collections::BTreeSet;

use super::key::{Key, PromisePart, ReplyPart, said};
use super::story::story_order;
use crate::customer::Outcome;
use crate::scenario::{
    Beat, BeatId, Channel, Checked, Commit, Condition, FactId, Form, FormId, Map, Move, Paraphrase, Phase, PromiseId,
    Reply, ReplyId,
};

/// A text for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextItem {
    /// Its name.
    pub key: Key,
    /// The text in the scenario's own language, with line ends as LF. Never empty.
    pub text: String,
    /// What a translator has to know: who speaks to whom, and where. One sentence or more for each line.
    pub about: Vec<String>,
    /// Most characters a translation should have, where the channel sets a limit.
    pub limit: Option<usize>,
}

/// Every text of a scenario once, in the order in which a play meets them: a fact stands after the line that first tells it, a
/// promise after the reply that first makes it. What no play reaches comes last but for the outcomes.
#[must_use]
pub fn texts(scenario: &Checked) -> Vec<TextItem> {
    let mut list = List { scenario, items: Vec::new(), facts: BTreeSet::new(), promises: BTreeSet::new() };
    list.opening();
    for id in story_order(scenario) {
        if let Some(beat) = scenario.beats.get(id) {
            list.beat(id, beat);
        }
    }
    scenario.facts.keys().for_each(|fact| list.fact(fact));
    scenario.promises.keys().for_each(|promise| list.promise(promise));
    for (outcome, text) in scenario.outcomes.iter().rev() {
        list.add(Key::Outcome(*outcome), text, [outcome_about(*outcome)]);
    }
    scenario.forms.iter().for_each(|(id, form)| list.form(id, form));
    list.items
}

struct List<'a> {
    scenario: &'a Checked,
    items: Vec<TextItem>,
    facts: BTreeSet<&'a FactId>,
    promises: BTreeSet<&'a PromiseId>,
}

impl<'a> List<'a> {
    fn add<const N: usize>(&mut self, key: Key, text: &str, about: [String; N]) {
        self.add_limited(key, text, about.into(), None);
    }

    fn add_limited(&mut self, key: Key, text: &str, mut about: Vec<String>, limit: Option<usize>) {
        if text.is_empty() {
            return;
        }
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let limit = limit.map(|limit| limit.max(text.chars().count()));
        about.extend(limit.map(|limit| format!("At most about {limit} characters.")));
        self.items.push(TextItem { key, text, about, limit });
    }

    fn opening(&mut self) {
        let scenario = self.scenario;
        self.add(Key::Title, &scenario.title, ["The conversation's title, as the menu shows it.".into()]);
        self.add(Key::Customer, &scenario.customer.name, ["What the customer is called.".into()]);
        self.add(Key::Role, &scenario.role, ["Tells the trainee who they are.".into()]);
        self.add(Key::Briefing, &scenario.briefing, ["Tells the trainee what they know before it begins.".into()]);
        for (at, text) in scenario.may.iter().enumerate() {
            self.add(
                Key::May(at),
                text,
                ["Follows “You may: ”. What the trainee may do without asking anyone.".into()],
            );
        }
    }

    fn beat(&mut self, id: &'a BeatId, beat: &'a Beat) {
        let scenario = self.scenario;
        let name = &scenario.customer.name;
        let channel = scenario.channel(beat);
        let place = format!("{}, {}", channel_in_words(channel), phase_in_words(scenario.phase(beat)));
        if let Some(scene) = &beat.scene {
            let about = format!("Stage direction, read by the trainee. {place}.");
            self.add(Key::Scene(id.clone()), scene, [about]);
        }
        if let Some(says) = &beat.says {
            let conditions: Vec<&Condition> = says.conditions().collect();
            for (at, text) in said(says) {
                let mut about = vec![format!("{name} speaks to the trainee. {place}.")];
                about.extend(at.first().map(|at| match conditions.get(*at) {
                    Some(condition) => format!("Said only if {}.", in_words(condition)),
                    None => "Said where none of the lines before it fits.".into(),
                }));
                self.add_limited(Key::Says(id.clone(), at), text, about, limit(channel));
            }
        }
        beat.reveals.iter().for_each(|fact| self.fact(fact));
        match &beat.reply {
            Some(Reply::Choose(replies)) => self.replies(id, beat, replies, "One reply the trainee can choose"),
            Some(Reply::Commit(Commit { offers })) => {
                self.replies(id, beat, offers, "One offer the trainee can make");
            }
            Some(Reply::Paraphrase(paraphrase)) => self.paraphrase(id, paraphrase),
            None => {}
        }
        if let Some(silence) = &beat.silence {
            let about = format!("Coaching, after the trainee left {name} without an answer.");
            self.add(Key::Silence(id.clone()), &silence.because, [about]);
        }
    }

    fn replies(&mut self, id: &'a BeatId, beat: &'a Beat, replies: &'a Map<ReplyId, Move>, which: &str) {
        let channel = self.scenario.channel(beat);
        let name = &self.scenario.customer.name;
        for (reply_id, reply) in replies {
            for part in ReplyPart::ALL {
                let Some(text) = part.of(reply) else { continue };
                let key = Key::Reply(id.clone(), reply_id.clone(), part);
                match part {
                    ReplyPart::Act => {
                        self.add(key, text, [format!("{which} ({reply_id}): what the trainee does.")]);
                    }
                    ReplyPart::What => {
                        self.add(key, text, [format!("{which} ({reply_id}): what the card calls it.")]);
                    }
                    ReplyPart::Because => {
                        let about = "Coaching on the reply above, from a colleague to the trainee.".into();
                        self.add(key, text, [about]);
                    }
                    ReplyPart::Say => {
                        let verb = if channel.is_written() { "writes" } else { "says" };
                        let about = vec![format!("{which} ({reply_id}): what the trainee {verb} to {name}.")];
                        self.add_limited(key, text, about, limit(channel));
                    }
                }
            }
            reply.promise.iter().for_each(|promise| self.promise(promise));
        }
    }

    fn paraphrase(&mut self, id: &'a BeatId, paraphrase: &Paraphrase) {
        for (at, text) in paraphrase.decoys.iter().enumerate() {
            let about = "Something nobody said, shown among the facts; it follows “What I heard: ” as they do.".into();
            self.add(Key::Decoy(id.clone(), at), text, [about]);
        }
        let about = "Coaching on summing up, from a colleague to the trainee.".into();
        self.add(Key::Because(id.clone()), &paraphrase.because, [about]);
    }

    fn fact(&mut self, id: &'a FactId) {
        if let Some(fact) = self.scenario.facts.get(id).filter(|_| self.facts.insert(id)) {
            let name = &self.scenario.customer.name;
            let about = format!("Something {name} has told. It follows “What I heard: ”, so it starts small.");
            self.add(Key::Fact(id.clone()), &fact.text, [about]);
        }
    }

    /// The texts that a form has of its own; its `words` are put into the translated texts as they are.
    fn form(&mut self, id: &FormId, form: &Form) {
        let in_form = |key| Key::InForm(id.clone(), Box::new(key));
        let about = |what: &str| [format!("In the form “{id}” ({}). {what}", form.about)];
        let customer = form.name.as_ref().unwrap_or(&self.scenario.customer.name);
        if let Some(name) = &form.name {
            self.add(in_form(Key::Customer), name, about("What the customer is called."));
        }
        if let Some(briefing) = &form.briefing {
            self.add(in_form(Key::Briefing), briefing, about("Tells the trainee what they know before it begins."));
        }
        for (fact, text) in &form.facts {
            let told = format!("Something {customer} has told. It follows “What I heard: ”, so it starts small.");
            self.add(in_form(Key::Fact(fact.clone())), text, about(&told));
        }
        for (beat, says) in &form.says {
            let channel =
                self.scenario.beats.get(beat).map_or_else(Channel::default, |beat| self.scenario.channel(beat));
            let channel = form.channels.get(&channel).copied().unwrap_or(channel);
            for (at, text) in said(says) {
                let told = format!("{customer} speaks to the trainee. {}.", channel_in_words(channel));
                self.add_limited(in_form(Key::Says(beat.clone(), at)), text, about(&told).into(), limit(channel));
            }
        }
        for (path, worth) in &form.replies {
            let key = Key::Reply(path.beat.clone(), path.reply.clone(), ReplyPart::Because);
            self.add(in_form(key), &worth.because, about("Coaching, from a colleague to the trainee."));
        }
    }

    fn promise(&mut self, id: &'a PromiseId) {
        let Some(promise) = self.scenario.promises.get(id).filter(|_| self.promises.insert(id)) else { return };
        for part in PromisePart::ALL {
            let (text, about) = match part {
                PromisePart::What => (Some(&promise.what), "A promise: what will happen. Follows “You promised: ”."),
                PromisePart::Owner => (promise.owner.as_ref(), "A promise: who answers for it. Follows “Who: ”."),
                PromisePart::When => (promise.when.as_ref(), "A promise: by when. Follows “By when: ”."),
            };
            if let Some(text) = text {
                self.add(Key::Promise(id.clone(), part), text, [about.into()]);
            }
        }
    }
}

/// Most characters of a spoken or written line, by channel: what fits a card, is remembered when heard once, or is read at all.
fn limit(channel: Channel) -> Option<usize> {
    match channel {
        Channel::FaceToFace | Channel::Social => Some(320),
        Channel::Phone => Some(300),
        Channel::Chat => Some(240),
        Channel::Email => None,
    }
}

fn channel_in_words(channel: Channel) -> &'static str {
    match channel {
        Channel::FaceToFace => "Face to face",
        Channel::Phone => "On the telephone",
        Channel::Email => "By e-mail",
        Channel::Chat => "In a chat",
        Channel::Social => "In public, on a social network",
    }
}

fn phase_in_words(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "before the visit",
        Phase::During => "during the visit",
        Phase::After => "afterwards",
    }
}

/// A condition as it is written in the file: its words are plain enough to be read.
fn in_words(condition: &Condition) -> String {
    ron::to_string(condition).unwrap_or_default()
}

fn outcome_about(outcome: Outcome) -> String {
    let what = match outcome {
        Outcome::ReturnsAndRefers => "the customer comes back and brings others",
        Outcome::Passive => "the customer stays quiet and may drift away",
        Outcome::Complains => "the customer complains",
        Outcome::WalksAway => "the customer walks away for good",
        Outcome::GoesPublic => "the customer tells the public",
    };
    format!("Told to the trainee at the end, where {what}.")
}
