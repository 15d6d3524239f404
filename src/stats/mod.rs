//! The library at a glance: what scenarios hold, as numbers, one by one ([`Figures`]) and together ([`gaps()`] says what is missing).
//! Everything is read off the scenarios; nothing here plays them, reads files or prints.

mod findings;
mod gaps;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::check::{lix, words};
use crate::customer::{Customer, Feeling, Kind, Persona};
use crate::scenario::{
    Beat, BeatId, Channel, Checked, Commit, FormId, Map, Phase, PromiseId, Reply, Rules, Scenario, shown_competencies,
};
use crate::translation::{Key, Progress, ReplyPart, texts};

pub use findings::{Case, FINDINGS, Finding};
pub use gaps::gaps;

/// What one scenario holds.
#[derive(Clone, Debug, Serialize)]
pub struct Figures {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The line of business.
    pub sector: String,
    /// The language it is written in.
    pub language: String,
    /// Turns of the conversation.
    pub beats: usize,
    /// Turns that the trainee answers.
    pub decisions: usize,
    /// Choices and offers.
    pub replies: usize,
    /// Words, by what they are for.
    pub words: WordCount,
    /// LIX of what is said, done and seen in the conversation: 40 is easy, over 50 hard. None where it is not English.
    pub reading_level: Option<usize>,
    /// Minutes that a play with the strongest replies takes; none where nobody worked it out.
    pub minutes: Option<usize>,
    /// What is another in some forms of it, as the scenario itself tells it.
    #[serde(flatten)]
    pub told: Telling,
    /// Its other forms, in order of their ids.
    pub forms: Vec<Form>,
    /// 0 (nothing went wrong) to 3.
    pub severity: u8,
    /// What was lost.
    pub kind: Kind,
    /// Times that something goes wrong again.
    pub further_failures: usize,
    /// Before, during or after the service.
    pub phases: BTreeSet<Phase>,
    /// Where the channel changes, each change once.
    pub changes: Vec<Change>,
    /// Where promises come due, in order of the beats.
    pub due: Vec<Due>,
    /// Each competency of the rubric, in its order.
    pub competencies: Vec<Balance>,
    /// Whether it has a facilitator's page.
    pub guide: bool,
    /// How complete it is in other languages, by their tags.
    pub translations: BTreeMap<String, Progress>,
}

/// What a scenario and each of its forms have of their own.
#[derive(Clone, Debug, Serialize)]
pub struct Telling {
    /// The customer's persona.
    pub persona: String,
    /// How the customer feels before the first word is said.
    pub start: Feeling,
    /// Our share of the responsibility, 0–1000.
    pub locus: i32,
    /// How the two are in touch.
    pub channels: BTreeSet<Channel>,
    /// The numbers of the published findings it exercises.
    pub findings: Vec<u8>,
}

/// Another form of a scenario.
#[derive(Clone, Debug, Serialize)]
pub struct Form {
    /// Its id.
    pub id: String,
    /// What differs.
    pub about: String,
    /// Whether the case is the same, and only the person or the way to them is another.
    pub twin: bool,
    /// What it has of its own.
    #[serde(flatten)]
    pub told: Telling,
}

/// Words by what they are for. Every wording counts, also those that one play does not meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WordCount {
    /// Said or written by the customer or the trainee.
    pub spoken: usize,
    /// Read by the trainee: scenes, deeds, cards, briefing, facts, endings.
    pub read: usize,
    /// Coaching.
    pub coaching: usize,
}

/// A change of channel from one beat to the next.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Change {
    /// The channel before.
    pub from: Channel,
    /// The channel after.
    pub to: Channel,
}

/// A beat where a promise comes due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The beat.
    pub beat: BeatId,
    /// The promise.
    pub promise: PromiseId,
}

/// How often a competency can be shown and is scored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Balance {
    /// The competency.
    pub id: String,
    /// Replies that show it at level 0, 1, 2 and 3, with the caps of errors.
    pub levels: [usize; 4],
    /// Decisions that score it, a summing-up among them.
    pub decisions: usize,
}

impl Figures {
    /// What a scenario holds under rules. Minutes, the guide and translations are the caller's to fill in.
    #[must_use]
    pub fn of(scenario: &Checked, rules: &Rules) -> Self {
        let beats = || scenario.beats.values();
        let (words, told) = count_words(scenario);
        let form = |(id, form): (&FormId, &crate::scenario::Form)| {
            let told = Telling::of(&scenario.in_form(id)?, rules);
            Some(Form { id: id.to_string(), about: form.about.clone(), twin: form.is_twin(), told })
        };
        Self {
            id: scenario.id.clone(),
            title: scenario.title.clone(),
            sector: scenario.sector.clone(),
            language: scenario.language.clone(),
            beats: scenario.beats.len(),
            decisions: beats().filter(|beat| beat.reply.is_some()).count(),
            replies: beats().map(|beat| moves(beat).count()).sum(),
            words,
            reading_level: is_english(scenario).then(|| lix(&told)),
            minutes: None,
            told: Telling::of(scenario, rules),
            forms: scenario.forms.iter().filter_map(form).collect(),
            severity: scenario.failure.severity,
            kind: scenario.failure.kind,
            further_failures: beats().filter(|beat| beat.fails.is_some()).count(),
            phases: beats().map(|beat| scenario.phase(beat)).collect(),
            changes: changes(scenario),
            due: due(scenario),
            competencies: rules.rubric.competencies.iter().map(|one| balance(scenario, rules, &one.id)).collect(),
            guide: false,
            translations: BTreeMap::new(),
        }
    }

    /// The scenario itself, then its forms.
    pub fn tellings(&self) -> impl Iterator<Item = &Telling> {
        std::iter::once(&self.told).chain(self.forms.iter().map(|form| &form.told))
    }

    /// Whether something holds for the scenario or for one of its forms.
    pub fn any(&self, holds: impl Fn(&Telling) -> bool) -> bool {
        self.tellings().any(holds)
    }

    /// The personas it can be played with as its author told it.
    #[must_use]
    pub fn personas(&self) -> BTreeSet<&str> {
        self.tellings().map(|told| told.persona.as_str()).collect()
    }

    /// Whether it has a fairness pair: a form with the same case and another person.
    #[must_use]
    pub fn has_twin(&self) -> bool {
        self.forms.iter().any(|form| form.twin)
    }

    /// How much it holds of one competency.
    #[must_use]
    pub fn competency(&self, id: &str) -> Option<&Balance> {
        self.competencies.iter().find(|balance| balance.id == id)
    }
}

impl Telling {
    fn of(scenario: &Checked, rules: &Rules) -> Self {
        let persona = rules.personas.get(&scenario.customer.persona);
        let case = Case::of(scenario, rules);
        Self {
            persona: scenario.customer.persona.clone(),
            start: persona.map_or(Feeling::Indifferent, |persona| {
                Customer::arrive(persona, &scenario.failure, &scenario.customer.start).feeling()
            }),
            locus: locus(scenario, persona),
            channels: scenario.beats.values().map(|beat| scenario.channel(beat)).collect(),
            findings: FINDINGS.iter().filter(|one| one.is_in(&case)).map(|one| one.number).collect(),
        }
    }
}

impl WordCount {
    /// All of them.
    #[must_use]
    pub fn all(self) -> usize {
        self.spoken + self.read + self.coaching
    }
}

/// The organisation's share of the responsibility, 0–1000.
fn locus(scenario: &Scenario, persona: Option<&Persona>) -> i32 {
    scenario.failure.locus.or(persona.and_then(|persona| persona.locus)).unwrap_or(1000).clamp(0, 1000)
}

fn moves(beat: &Beat) -> impl Iterator<Item = &crate::scenario::Move> {
    let moves = match &beat.reply {
        Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => Some(moves),
        Some(Reply::Paraphrase(_)) | None => None,
    };
    moves.into_iter().flat_map(Map::values)
}

fn is_english(scenario: &Scenario) -> bool {
    scenario.language.split(['-', '_']).next().is_some_and(|language| language.eq_ignore_ascii_case("en"))
}

/// What a text is for.
enum Use {
    Said,
    Shown,
    ReadBeside,
    Coaching,
}

fn use_of(key: &Key) -> Use {
    match key {
        Key::Says(..) | Key::Reply(_, _, ReplyPart::Say) => Use::Said,
        Key::Scene(_) | Key::Reply(_, _, ReplyPart::Act | ReplyPart::What) => Use::Shown,
        Key::Title
        | Key::Role
        | Key::Briefing
        | Key::May(_)
        | Key::Customer
        | Key::Fact(_)
        | Key::Promise(..)
        | Key::Decoy(..)
        | Key::Outcome(_) => Use::ReadBeside,
        Key::Reply(_, _, ReplyPart::Because) | Key::Because(_) | Key::Silence(_) => Use::Coaching,
        Key::InForm(_, key) => use_of(key),
    }
}

/// The words, and the text of the conversation itself, each piece on a line of its own.
fn count_words(scenario: &Checked) -> (WordCount, String) {
    let mut count = WordCount::default();
    let mut told = String::new();
    // A form is told in place of the scenario, not on top of it.
    for item in texts(scenario).into_iter().filter(|item| !matches!(item.key, Key::InForm(..))) {
        let (sort, in_conversation) = match use_of(&item.key) {
            Use::Said => (&mut count.spoken, true),
            Use::Shown => (&mut count.read, true),
            Use::ReadBeside => (&mut count.read, false),
            Use::Coaching => (&mut count.coaching, false),
        };
        *sort += words(&item.text).count();
        if in_conversation {
            told.push_str(&item.text);
            told.push('\n');
        }
    }
    (count, told)
}

fn changes(scenario: &Checked) -> Vec<Change> {
    let step = |beat: &Beat, to: &BeatId| {
        let change = Change { from: scenario.channel(beat), to: scenario.channel(scenario.beats.get(to)?) };
        (change.from != change.to).then_some(change)
    };
    let changes = scenario.beats.values().flat_map(|beat| beat.targets().filter_map(move |to| step(beat, to)));
    changes.collect::<BTreeSet<_>>().into_iter().collect()
}

fn due(scenario: &Scenario) -> Vec<Due> {
    let due = |(id, beat): (&BeatId, &Beat)| Some(Due { beat: id.clone(), promise: beat.due.clone()? });
    scenario.beats.iter().filter_map(due).collect()
}

fn balance(scenario: &Scenario, rules: &Rules, competency: &str) -> Balance {
    let mut balance = Balance { id: competency.to_owned(), levels: [0; 4], decisions: 0 };
    for beat in scenario.beats.values() {
        let Some(reply) = &beat.reply else { continue };
        let shown = moves(beat).filter_map(|one| {
            let (_, written) = one.shows.iter().find(|(id, _)| id.as_str() == competency)?;
            Some(rules.rubric.effective(competency, *written, &one.errors))
        });
        let mut best = 0;
        for level in shown {
            best = best.max(level);
            if let Some(count) = balance.levels.get_mut(usize::from(level)) {
                *count += 1;
            }
        }
        let scored = beat.scores.clone().unwrap_or_else(|| shown_competencies(reply));
        let can_earn = best > 0 || matches!(reply, Reply::Paraphrase(_));
        balance.decisions += usize::from(can_earn && scored.iter().any(|id| id.as_str() == competency));
    }
    balance
}
