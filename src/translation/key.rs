//! How a text for people is named: the way of ids that leads to it, so that a translation follows the text when the file around
//! it changes. Positions in lists are counted from 1.

use std::fmt;

use crate::customer::Outcome;
use crate::scenario::{
    BeatId, Commit, FactId, Form, FormId, Move, Paraphrase, PromiseId, Reply, ReplyId, ReplyPath, Says, Scenario,
    Spoken, Step,
};

/// A text for people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// `title`
    Title,
    /// `role`
    Role,
    /// `briefing`
    Briefing,
    /// `may/1`
    May(usize),
    /// `customer/name`
    Customer,
    /// `facts/advert`
    Fact(FactId),
    /// `promises/call/what`
    Promise(PromiseId, PromisePart),
    /// `beats/desk/scene`
    Scene(BeatId),
    /// `beats/desk/says`, and `beats/desk/says/2` for one of several variants
    Says(BeatId, Vec<usize>),
    /// `beats/desk/reply/own/say`
    Reply(BeatId, ReplyId, ReplyPart),
    /// `beats/tells/decoys/1`
    Decoy(BeatId, usize),
    /// `beats/tells/because`: the coaching of a paraphrase
    Because(BeatId),
    /// `beats/desk/silence/because`
    Silence(BeatId),
    /// `outcomes/ReturnsAndRefers`
    Outcome(Outcome),
    /// `forms/anxious/beats/desk/says`: a text that a form has of its own
    InForm(FormId, Box<Key>),
}

/// One of a promise's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PromisePart {
    /// What will happen.
    What,
    /// Who answers for it.
    Owner,
    /// By when, as it is said.
    When,
}

/// One of a reply's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReplyPart {
    /// What the trainee does.
    Act,
    /// What the trainee says.
    Say,
    /// What the card calls an offer.
    What,
    /// Coaching.
    Because,
}

impl PromisePart {
    /// In the order in which they are read.
    pub(super) const ALL: [Self; 3] = [Self::What, Self::Owner, Self::When];

    fn name(self) -> &'static str {
        match self {
            Self::What => "what",
            Self::Owner => "owner",
            Self::When => "when",
        }
    }
}

impl ReplyPart {
    /// In the order in which they are read.
    pub(super) const ALL: [Self; 4] = [Self::What, Self::Act, Self::Say, Self::Because];

    fn name(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Say => "say",
            Self::What => "what",
            Self::Because => "because",
        }
    }

    /// The text in a reply; nothing where it has none.
    pub(super) fn of(self, reply: &Move) -> Option<&str> {
        match self {
            Self::Act => reply.act.as_deref(),
            Self::Say => reply.say.as_deref(),
            Self::What => reply.what.as_deref(),
            Self::Because => Some(reply.because.as_str()).filter(|text| !text.is_empty()),
        }
    }
}

impl Key {
    /// The steps from the outside in, as a reader names them.
    fn parts(&self) -> Vec<String> {
        let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        let numbered = |mut parts: Vec<String>, at: &[usize]| {
            parts.extend(at.iter().map(|at| (at + 1).to_string()));
            parts
        };
        match self {
            Self::Title => words(&["title"]),
            Self::Role => words(&["role"]),
            Self::Briefing => words(&["briefing"]),
            Self::May(at) => numbered(words(&["may"]), &[*at]),
            Self::Customer => words(&["customer", "name"]),
            Self::Fact(fact) => words(&["facts", fact.as_str()]),
            Self::Promise(promise, part) => words(&["promises", promise.as_str(), part.name()]),
            Self::Scene(beat) => words(&["beats", beat.as_str(), "scene"]),
            Self::Says(beat, at) => numbered(words(&["beats", beat.as_str(), "says"]), at),
            Self::Reply(beat, reply, part) => words(&["beats", beat.as_str(), "reply", reply.as_str(), part.name()]),
            Self::Decoy(beat, at) => numbered(words(&["beats", beat.as_str(), "decoys"]), &[*at]),
            Self::Because(beat) => words(&["beats", beat.as_str(), "because"]),
            Self::Silence(beat) => words(&["beats", beat.as_str(), "silence", "because"]),
            Self::Outcome(outcome) => words(&["outcomes", &format!("{outcome:?}")]),
            Self::InForm(form, key) => {
                let mut parts = words(&["forms", form.as_str()]);
                parts.extend(key.parts());
                parts
            }
        }
    }

    /// The way to the text in the scenario's own file.
    pub(crate) fn steps(&self, scenario: &Scenario) -> Vec<Step> {
        let words = |words: &[&str]| words.iter().map(|&word| word.into()).collect::<Vec<Step>>();
        let numbered = |mut steps: Vec<Step>, at: &[usize], last: &str| {
            steps.extend(at.iter().map(|at| Step::from(*at)));
            steps.extend((!last.is_empty()).then(|| last.into()));
            steps
        };
        match self {
            Self::May(at) => numbered(words(&["may"]), &[*at], ""),
            Self::Fact(fact) => words(&["facts", fact.as_str(), "text"]),
            Self::Says(beat, at) => {
                numbered(words(&["beats", beat.as_str(), "says"]), at, if at.is_empty() { "" } else { "text" })
            }
            Self::Reply(beat, reply, part) => match scenario.beats.get(beat).and_then(|beat| beat.reply.as_ref()) {
                Some(Reply::Commit(_)) => {
                    words(&["beats", beat.as_str(), "reply", "offers", reply.as_str(), part.name()])
                }
                Some(Reply::Choose(_) | Reply::Paraphrase(_)) | None => {
                    words(&["beats", beat.as_str(), "reply", reply.as_str(), part.name()])
                }
            },
            Self::Decoy(beat, at) => numbered(words(&["beats", beat.as_str(), "reply", "decoys"]), &[*at], ""),
            Self::Because(beat) => words(&["beats", beat.as_str(), "reply", "because"]),
            Self::InForm(form, key) => {
                let mut steps = words(&["forms", form.as_str()]);
                steps.extend(match &**key {
                    Self::Customer => words(&["name"]),
                    Self::Fact(fact) => words(&["facts", fact.as_str()]),
                    Self::Says(beat, at) => {
                        let last = if at.is_empty() { "" } else { "text" };
                        numbered(words(&["says", beat.as_str()]), at, last)
                    }
                    Self::Reply(beat, reply, part) => words(&["replies", &format!("{beat}/{reply}"), part.name()]),
                    other => other.steps(scenario),
                });
                steps
            }
            Self::Title
            | Self::Role
            | Self::Briefing
            | Self::Customer
            | Self::Promise(..)
            | Self::Scene(_)
            | Self::Silence(_)
            | Self::Outcome(_) => self.parts().iter().map(|part| part.as_str().into()).collect(),
        }
    }

    /// What a group of texts is called that are missing together.
    pub(super) fn group(&self) -> String {
        match self {
            Self::Title | Self::Role | Self::Briefing | Self::May(_) | Self::Customer => "the opening".into(),
            Self::Fact(_) => "the facts".into(),
            Self::Promise(..) => "the promises".into(),
            Self::Scene(beat)
            | Self::Says(beat, _)
            | Self::Reply(beat, ..)
            | Self::Decoy(beat, _)
            | Self::Because(beat)
            | Self::Silence(beat) => format!("the beat `{beat}`"),
            Self::Outcome(_) => "the outcomes".into(),
            Self::InForm(form, _) => format!("the form `{form}`"),
        }
    }

    /// The place of the text in a scenario.
    pub(super) fn slot<'s>(&self, scenario: &'s mut Scenario) -> Option<&'s mut String> {
        match self {
            Self::Title => Some(&mut scenario.title),
            Self::Role => Some(&mut scenario.role),
            Self::Briefing => Some(&mut scenario.briefing),
            Self::May(at) => scenario.may.get_mut(*at),
            Self::Customer => Some(&mut scenario.customer.name),
            Self::Fact(fact) => scenario.facts.get_mut(fact).map(|fact| &mut fact.text),
            Self::Promise(promise, part) => {
                let promise = scenario.promises.get_mut(promise)?;
                match part {
                    PromisePart::What => Some(&mut promise.what),
                    PromisePart::Owner => promise.owner.as_mut(),
                    PromisePart::When => promise.when.as_mut(),
                }
            }
            Self::Scene(beat) => scenario.beats.get_mut(beat)?.scene.as_mut(),
            Self::Says(beat, at) => said_mut(scenario.beats.get_mut(beat)?.says.as_mut()?, at),
            Self::Reply(beat, reply, part) => {
                let reply = match scenario.beats.get_mut(beat)?.reply.as_mut()? {
                    Reply::Choose(replies) | Reply::Commit(Commit { offers: replies }) => replies.get_mut(reply)?,
                    Reply::Paraphrase(_) => return None,
                };
                match part {
                    ReplyPart::Act => reply.act.as_mut(),
                    ReplyPart::Say => reply.say.as_mut(),
                    ReplyPart::What => reply.what.as_mut(),
                    ReplyPart::Because => Some(&mut reply.because),
                }
            }
            Self::Decoy(beat, at) => paraphrase_mut(scenario, beat)?.decoys.get_mut(*at),
            Self::Because(beat) => paraphrase_mut(scenario, beat).map(|paraphrase| &mut paraphrase.because),
            Self::Silence(beat) => scenario.beats.get_mut(beat)?.silence.as_mut().map(|silence| &mut silence.because),
            Self::Outcome(outcome) => scenario.outcomes.get_mut(outcome),
            Self::InForm(form, key) => key.slot_in_form(scenario.forms.get_mut(form)?),
        }
    }
}

impl Key {
    /// The place of the text in a form, for the texts that a form can have of its own.
    fn slot_in_form<'f>(&self, form: &'f mut Form) -> Option<&'f mut String> {
        match self {
            Self::Customer => form.name.as_mut(),
            Self::Briefing => form.briefing.as_mut(),
            Self::Fact(fact) => form.facts.get_mut(fact),
            Self::Says(beat, at) => said_mut(form.says.get_mut(beat)?, at),
            Self::Reply(beat, reply, ReplyPart::Because) => {
                let path = ReplyPath { beat: beat.clone(), reply: reply.clone() };
                form.replies.get_mut(&path).map(|worth| &mut worth.because)
            }
            Self::Title
            | Self::Role
            | Self::May(_)
            | Self::Promise(..)
            | Self::Scene(_)
            | Self::Reply(..)
            | Self::Decoy(..)
            | Self::Because(_)
            | Self::Silence(_)
            | Self::Outcome(_)
            | Self::InForm(..) => None,
        }
    }
}

/// Every text that a `says` can come out as, with its position where there are several: that of the variant, then that of the
/// wording in an `AnyOf`.
pub(super) fn said(says: &Says) -> Vec<(Vec<usize>, &str)> {
    let wordings = |(variant, spoken): (usize, &Spoken)| match spoken {
        Spoken::One(_) if says.cases.is_empty() => vec![Vec::new()],
        Spoken::One(_) => vec![vec![variant]],
        Spoken::AnyOf(texts) => (0..texts.len()).map(|wording| vec![variant, wording]).collect(),
    };
    let positions = says.values().enumerate().flat_map(wordings);
    positions.zip(says.values().flat_map(Spoken::wordings).map(String::as_str)).collect()
}

fn said_mut<'s>(says: &'s mut Says, at: &[usize]) -> Option<&'s mut String> {
    let variants = says.cases.len();
    let (variant, wording) = match at {
        [] if variants == 0 => (0, None),
        [variant] if variants > 0 => (*variant, None),
        [variant, wording] => (*variant, Some(*wording)),
        _ => return None,
    };
    let spoken =
        if variant == variants { &mut says.last } else { says.cases.get_mut(variant).map(|(_, spoken)| spoken)? };
    match (spoken, wording) {
        (Spoken::One(text), None) => Some(text),
        (Spoken::AnyOf(texts), Some(wording)) => texts.get_mut(wording),
        (Spoken::One(_) | Spoken::AnyOf(_), _) => None,
    }
}

fn paraphrase_mut<'s>(scenario: &'s mut Scenario, beat: &BeatId) -> Option<&'s mut Paraphrase> {
    match scenario.beats.get_mut(beat)?.reply.as_mut()? {
        Reply::Paraphrase(paraphrase) => Some(paraphrase),
        Reply::Choose(_) | Reply::Commit(_) => None,
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.parts().join("/"))
    }
}
