//! What stands on the page, as data: the same for the HTML and for `--json`. Whatever could single somebody out is held back here, so that
//! no layout can show it.

mod change;
mod decisions;
mod endings;
mod figures;
mod first;
mod head;
mod heat;
mod how;
mod items;
mod next;
mod path;
pub mod pen;
mod profile;
mod sentences;
mod shown;
mod spread;
mod teams;
pub mod text;
mod voice;
mod worth;

use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;

use self::figures::{Reliability, reliability};
use self::pen::Pen;
use self::shown::{Behind, FEWEST};
use self::text::{Line, name};
use super::both::both;
use super::summary::{Moments, Person, Summary};
use crate::impact::Figures;
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
pub trait Sessions: Sync {
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
    /// What to do first.
    pub first: Vec<Line>,
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
    let held_back = head::held_back(inputs).map(|key| pen.text(key));
    let own = if held_back.is_some() { &nothing } else { inputs.own };
    let desk = Desk {
        inputs,
        pen,
        own,
        people: own.assessed().collect(),
        everybody: inputs.everybody.assessed().collect(),
        reliability: reliability(&scores),
    };
    // These two look through all people again and again, and wait for nothing else.
    let ((teams, voice), (profile, change, heat, endings, decisions)) = both(
        || (teams::teams(&desk), voice::voice(&desk)),
        || {
            (
                profile::profile(&desk),
                change::change(&desk),
                heat::heat(&desk),
                endings::endings(&desk),
                decisions::decisions(&desk),
            )
        },
    );
    let or_nothing = |lines: Vec<Line>| if held_back.is_none() { lines } else { Vec::new() };
    Page {
        format: 2,
        language: inputs.words.language(),
        reader: inputs.reader.clone(),
        title: desk.pen.text(desk.key("report-title", "report-title-own")),
        about: head::about(&desk),
        sentences: or_nothing(sentences::sentences(&desk, &profile, &change, &endings)),
        first: or_nothing(first::first(&desk, &profile, &decisions, &voice)),
        dependable: or_nothing(profile::dependable(&desk)),
        spread: spread::spread(&desk),
        teams,
        promises: endings::promises(&desk),
        path: path::path(&desk),
        worth: or_nothing(worth::worth(&desk, &endings)),
        next: if held_back.is_none() { next::next(&desk, &profile, &heat, &decisions) } else { Vec::new() },
        items: items::items(&desk),
        counts: head::counts(&desk),
        how: how::how(&desk),
        cannot: how::cannot(&desk),
        made: head::made(&desk),
        held_back,
        profile,
        change,
        heat,
        decisions,
        endings,
        voice,
    }
}
