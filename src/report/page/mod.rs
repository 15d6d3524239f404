//! What stands on the page, as data: the same for the HTML and for `--json`. Whatever could single somebody out is held back here, so that
//! no layout can show it.

mod change;
mod decisions;
mod endings;
mod figures;
mod heat;
mod how;
mod items;
mod next;
mod path;
mod profile;
mod sentences;
mod shown;
mod spread;
mod teams;
pub mod text;
mod voice;
mod worth;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;

use self::figures::{Reliability, reliability};
use self::shown::{Behind, FEWEST};
use self::text::{Line, Pen, name};
use super::summary::{Moments, Person, Summary, Unscored};
use crate::impact::Figures;
use crate::measurement::privacy::{self, Nobody};
use crate::rubric::Rubric;
use crate::scenario::FormId;
use crate::session::Session;
use crate::words::Words;

pub use change::{Change, Point};
pub use decisions::Wrong;
pub use endings::Bar;
pub use heat::Heat;
pub use how::How;
pub use items::Items;
pub use next::Advice;
pub use profile::Profile;
pub use teams::Teams;
pub use voice::Voice;

/// Who reads the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "kind", content = "name")]
pub enum Reader {
    /// Everybody, as groups.
    Organisation,
    /// One group that trains together.
    Cohort(String),
    /// One person, who sees only their own attempts.
    Trainee(String),
}

/// Where the texts of what was played are found.
pub trait Sessions {
    /// A session of the scenario with this hash in this form.
    fn session(&self, hash: &str, form: Option<&FormId>) -> Option<Arc<Session>>;
}

/// What a page is made of.
pub struct Inputs<'a> {
    /// Who reads it.
    pub reader: Reader,
    /// The sums over the people it is about.
    pub own: &'a Summary,
    /// The sums over everybody: how sure one person's score is follows from them, and what a cohort's page must hold back.
    pub everybody: &'a Summary,
    /// What is scored.
    pub rubric: &'a Rubric,
    /// The words of the reader's language.
    pub words: &'a Words,
    /// Where texts are found.
    pub sessions: &'a dyn Sessions,
    /// The organisation's own figures, where it gave some.
    pub figures: Option<Figures>,
    /// When it is made.
    pub made: Timestamp,
}

impl Inputs<'_> {
    /// Whether the page is about one person, who may see everything of their own.
    fn is_own(&self) -> bool {
        matches!(self.reader, Reader::Trainee(_))
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page {
    /// Version of the shape of this object.
    pub format: u32,
    /// The language of its texts, as a BCP 47 tag.
    pub language: String,
    /// Who reads it.
    pub reader: Reader,
    /// Its heading.
    pub title: String,
    /// Who, when, how many.
    pub about: String,
    /// Why no figure is shown at all, where none is.
    pub held_back: Option<String>,
    /// What matters, in three sentences.
    pub sentences: Vec<Line>,
    /// Each competency.
    pub profile: Vec<Profile>,
    /// How far conversations lie apart.
    pub spread: Option<Line>,
    /// How dependable the scores are.
    pub dependable: Vec<Line>,
    /// What changed.
    pub change: Change,
    /// Teams beside each other.
    pub teams: Teams,
    /// Scenarios × competencies.
    pub heat: Heat,
    /// Where people go wrong most.
    pub decisions: Vec<Wrong>,
    /// What became of promises.
    pub promises: Vec<Bar>,
    /// How customers ended.
    pub endings: Vec<Bar>,
    /// How much of what could have been reached was reached.
    pub path: Vec<Line>,
    /// What that may be worth.
    pub worth: Vec<Line>,
    /// What to train next.
    pub next: Vec<Advice>,
    /// What the front line says stands in its way.
    pub voice: Voice,
    /// The decisions as questions.
    pub items: Items,
    /// Attempts that are counted here and attempts that are not.
    pub counts: Vec<(String, String)>,
    /// How each number was computed.
    pub how: Vec<How>,
    /// What the page cannot tell.
    pub cannot: Vec<String>,
    /// When it was made, and by which version.
    pub made: String,
}

/// What every section looks at.
struct Desk<'a> {
    inputs: &'a Inputs<'a>,
    pen: Pen<'a>,
    /// The sums that may be shown: none where figures are held back.
    own: &'a Summary,
    /// The people with a score whom the page is about.
    people: Vec<&'a Person>,
    /// Everybody with a score.
    everybody: Vec<&'a Person>,
    /// How dependable everybody's scores are.
    reliability: Option<Reliability>,
}

impl Desk<'_> {
    fn is_own(&self) -> bool {
        self.inputs.is_own()
    }

    /// The key of a text, or of the one that speaks to the person whom the page is about.
    fn key(&self, of_groups: &'static str, of_one: &'static str) -> &'static str {
        if self.is_own() { of_one } else { of_groups }
    }

    /// The least number of people a figure may be about.
    fn fewest(&self) -> u64 {
        if self.is_own() { 1 } else { FEWEST }
    }

    /// People with a score.
    fn count(&self) -> u64 {
        self.people.len() as u64
    }

    fn firsts(&self) -> u64 {
        self.people.iter().map(|person| person.firsts).sum()
    }

    /// How many people something is true of, here and of everybody.
    fn behind(&self, of: impl Fn(&Person) -> bool) -> Behind {
        let count = |people: &[&Person]| people.iter().filter(|person| of(person)).count() as u64;
        Behind { own: count(&self.people), all: count(&self.everybody) }
    }

    /// The name of a competency.
    fn competency(&self, id: &str) -> String {
        let known = self.inputs.rubric.competency(id);
        known.map_or_else(|| name(id), |one| self.inputs.words.rubric().name(one).to_owned())
    }
}

/// Lays the page out.
#[must_use]
pub fn page(inputs: &Inputs<'_>) -> Page {
    let scores: Vec<Moments> = inputs.everybody.assessed().map(|person| person.overall).collect();
    let nothing = Summary::default();
    let pen = Pen::new(inputs.words);
    let held_back = held_back(inputs).map(|key| pen.text(key));
    let own = if held_back.is_some() { &nothing } else { inputs.own };
    let desk = Desk {
        inputs,
        pen,
        own,
        people: own.assessed().collect(),
        everybody: inputs.everybody.assessed().collect(),
        reliability: reliability(&scores),
    };
    let profile = profile::profile(&desk);
    let change = change::change(&desk);
    let heat = heat::heat(&desk);
    let endings = endings::endings(&desk);
    let decisions = decisions::decisions(&desk);
    let or_nothing = |lines: Vec<Line>| if held_back.is_none() { lines } else { Vec::new() };
    Page {
        format: 2,
        language: inputs.words.language(),
        reader: inputs.reader.clone(),
        title: desk.pen.text(desk.key("report-title", "report-title-own")),
        about: about(&desk),
        sentences: or_nothing(sentences::sentences(&desk, &profile, &change, &endings)),
        dependable: or_nothing(profile::dependable(&desk)),
        spread: spread::spread(&desk),
        teams: teams::teams(&desk),
        promises: endings::promises(&desk),
        path: path::path(&desk),
        worth: or_nothing(worth::worth(&desk, &endings)),
        next: if held_back.is_none() { next::next(&desk, &profile, &heat, &decisions) } else { Vec::new() },
        voice: voice::voice(&desk),
        items: items::items(&desk),
        counts: counts(&desk),
        how: how::how(&desk),
        cannot: how::cannot(&desk),
        made: made(&desk),
        held_back,
        profile,
        change,
        heat,
        decisions,
        endings,
    }
}

fn made(desk: &Desk<'_>) -> String {
    let day = desk.pen.day(desk.inputs.made);
    desk.pen.format("report-made", &[("day", (&day).into()), ("version", env!("CARGO_PKG_VERSION").into())])
}

fn about(desk: &Desk<'_>) -> String {
    let (inputs, pen) = (desk.inputs, &desk.pen);
    let who = match &inputs.reader {
        Reader::Organisation => pen.text("report-everybody"),
        Reader::Cohort(cohort) => name(cohort),
        Reader::Trainee(trainee) => name(trainee),
    };
    let period = match inputs.own.period.map(|(first, last)| (pen.day(first), pen.day(last))) {
        Some((first, last)) if first == last => first,
        Some((first, last)) => pen.format("report-period", &[("first", (&first).into()), ("last", (&last).into())]),
        None => pen.text("report-no-period"),
    };
    let people = inputs.own.assessed().count() as u64;
    if people > 0 && people < desk.fewest() {
        return [who, pen.text("report-few-people")].join(" · ");
    }
    let firsts = pen.counted("report-firsts", inputs.own.assessed().map(|person| person.firsts).sum());
    if desk.is_own() {
        return [who, period, firsts].join(" · ");
    }
    [who, period, pen.counted("report-people", people), firsts].join(" · ")
}

/// The key of why no figure may be shown, where none may.
fn held_back(inputs: &Inputs<'_>) -> Option<&'static str> {
    let people = inputs.own.assessed().count() as u64;
    let all = inputs.everybody.assessed().count() as u64;
    if people == 0 {
        return Some("report-held-nothing");
    }
    if inputs.is_own() {
        return None;
    }
    if people < FEWEST {
        return Some("report-held-few");
    }
    let Reader::Cohort(cohort) = &inputs.reader else { return None };
    if (1..FEWEST).contains(&all.saturating_sub(people)) {
        return Some("report-held-rest");
    }
    (!is_told(inputs.everybody, cohort)).then_some("report-held-cohort")
}

/// Whether a cohort may be told of beside all the others and everybody: where a single one has fewer than five people, the page on
/// everybody less those on all the other cohorts would be a page on that one.
fn is_told(everybody: &Summary, cohort: &str) -> bool {
    let mut sizes: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for person in everybody.assessed() {
        if person.cohorts.is_empty() {
            *sizes.entry(None).or_default() += 1;
        }
        for cohort in &person.cohorts {
            *sizes.entry(Some(cohort)).or_default() += 1;
        }
    }
    let counts: Vec<usize> = sizes.values().copied().collect();
    let at = sizes.keys().position(|name| *name == Some(cohort));
    let shown = privacy::list(&counts, Nobody::Told).ok();
    shown.zip(at).is_none_or(|((shown, _), at)| shown::is_shown(shown.get(at)))
}

fn counts(desk: &Desk<'_>) -> Vec<(String, String)> {
    let own = desk.inputs.own;
    let people = own.people.len() as u64;
    if people < desk.fewest() {
        return Vec::new();
    }
    let line = |key: &str, count: u64| (desk.pen.text(key), desk.pen.grouped(count));
    let unscored = |key: &str, why: Unscored| line(key, own.unscored(why));
    vec![
        line("report-counts-firsts", own.assessed().map(|person| person.firsts).sum()),
        unscored("report-counts-repeated", Unscored::Repeated),
        unscored("report-counts-practice", Unscored::Practice),
        unscored("report-counts-interrupted", Unscored::Interrupted),
        unscored("report-counts-unreadable", Unscored::Unreadable),
    ]
}
