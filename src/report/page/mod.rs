//! What stands on the page, as data: the same for the HTML and for `--json`. Whatever could single somebody out is held back here, so that
//! no layout can show it.

mod change;
mod decisions;
mod endings;
mod heat;
mod how;
mod next;
mod profile;
mod sentences;
pub mod text;
mod worth;

use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;

use super::statistics::{FEWEST, Reliability, reliability};
use super::summary::{Moments, Person, Summary, Unscored};
use crate::impact::Figures;
use crate::rubric::Rubric;
use crate::scenario::FormId;
use crate::session::Session;
use crate::words::Words;
use text::{Line, counted, name, say};

pub use change::{Change, Point};
pub use decisions::Wrong;
pub use endings::Bar;
pub use heat::Heat;
pub use how::How;
pub use next::Advice;
pub use profile::Profile;

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
    /// The sums over everybody, from which it follows how sure one person's score is.
    pub everybody: &'a Summary,
    /// What is scored.
    pub rubric: &'a Rubric,
    /// The words for endings and bands, and the rubric's in the reader's language.
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
    /// How dependable the scores are.
    pub dependable: Vec<Line>,
    /// What changed.
    pub change: Change,
    /// Scenarios × competencies.
    pub heat: Heat,
    /// Where people go wrong most.
    pub decisions: Vec<Wrong>,
    /// What became of promises.
    pub promises: Vec<Bar>,
    /// How customers ended.
    pub endings: Vec<Bar>,
    /// What that may be worth.
    pub worth: Vec<Line>,
    /// What to train next.
    pub next: Vec<Advice>,
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
    /// The sums that may be shown: none where figures are held back.
    own: &'a Summary,
    people: Vec<&'a Person>,
    /// How dependable everybody's scores are.
    reliability: Option<Reliability>,
}

impl Desk<'_> {
    fn is_own(&self) -> bool {
        self.inputs.is_own()
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

    /// The name of a competency.
    fn competency(&self, id: &str) -> String {
        let known = self.inputs.rubric.competency(id);
        known.map_or_else(|| name(id), |one| self.inputs.words.rubric().name(one).to_owned())
    }
}

/// Lays the page out.
#[must_use]
pub fn page(inputs: &Inputs<'_>) -> Page {
    let everybody: Vec<Moments> = inputs.everybody.assessed().map(|person| person.overall).collect();
    let nothing = Summary::default();
    let held_back = held_back(inputs);
    let own = if held_back.is_some() { &nothing } else { inputs.own };
    let desk = Desk { inputs, own, people: own.assessed().collect(), reliability: reliability(&everybody) };
    let profile = profile::profile(&desk);
    let change = change::change(&desk);
    let decisions = decisions::decisions(&desk);
    let or_nothing = |lines: Vec<Line>| if held_back.is_none() { lines } else { Vec::new() };
    Page {
        format: 1,
        reader: inputs.reader.clone(),
        title: title(&inputs.reader),
        about: about(inputs),
        sentences: or_nothing(sentences::sentences(&desk, &profile, &change)),
        dependable: or_nothing(profile::dependable(&desk)),
        heat: heat::heat(&desk),
        promises: endings::promises(&desk),
        endings: endings::endings(&desk),
        worth: or_nothing(worth::worth(&desk)),
        next: if held_back.is_none() { next::next(&desk, &profile, &decisions) } else { Vec::new() },
        counts: counts(inputs.own),
        how: how::how(&desk),
        cannot: how::cannot(&desk),
        made: format!("{:.0}, Amends {}", inputs.made, env!("CARGO_PKG_VERSION")),
        held_back,
        profile,
        change,
        decisions,
    }
}

fn title(reader: &Reader) -> String {
    match reader {
        Reader::Organisation | Reader::Cohort(_) => "How we recover when something goes wrong".to_owned(),
        Reader::Trainee(_) => "How you recover when something goes wrong".to_owned(),
    }
}

fn about(inputs: &Inputs<'_>) -> String {
    let who = match &inputs.reader {
        Reader::Organisation => "Everybody".to_owned(),
        Reader::Cohort(cohort) => name(cohort),
        Reader::Trainee(trainee) => name(trainee),
    };
    let day = |when: Timestamp| when.to_zoned(jiff::tz::TimeZone::UTC).strftime("%-d %B %Y").to_string();
    let period = match inputs.own.period {
        Some((first, last)) if day(first) == day(last) => day(first),
        Some((first, last)) => format!("{} to {}", day(first), day(last)),
        None => "no scored attempt yet".to_owned(),
    };
    let firsts = inputs.own.assessed().map(|person| person.firsts).sum();
    let firsts = counted(firsts, "first attempt", "first attempts");
    if inputs.is_own() {
        return format!("{who} · {period} · {firsts}");
    }
    let people = inputs.own.assessed().count() as u64;
    format!("{who} · {period} · {}, {firsts}", counted(people, "person", "people"))
}

/// Why no figure may be shown, where none may.
fn held_back(inputs: &Inputs<'_>) -> Option<String> {
    let people = inputs.own.assessed().count() as u64;
    let others = (inputs.everybody.assessed().count() as u64).saturating_sub(people);
    let is_cohort = matches!(inputs.reader, Reader::Cohort(_));
    if people == 0 {
        return Some("No assessment has been finished yet, so there is nothing to report. Practice and interrupted attempts are counted below and never scored.".to_owned());
    }
    if people < FEWEST && !inputs.is_own() {
        return Some(format!(
            "Fewer than {FEWEST} people have finished an assessment. Their figures are held back, because single people could be seen through them. Each of them can read their own results; this page fills when there are {FEWEST}."
        ));
    }
    (is_cohort && (1..FEWEST).contains(&others)).then(|| {
        format!(
            "All but fewer than {FEWEST} people belong to this cohort. Beside the report on everybody, this one would show those few; read that one instead."
        )
    })
}

fn counts(own: &Summary) -> Vec<(String, String)> {
    let scored: u64 = own.assessed().map(|person| person.firsts).sum();
    let line = |what: &str, count: u64| (what.to_owned(), text::grouped(count));
    vec![
        line("First assessments, which everything on this page is about", scored),
        line(
            "Assessments of a scenario the same person had been assessed on before: counted, not scored",
            own.unscored(Unscored::Repeated),
        ),
        line("Practice: counted, not scored", own.unscored(Unscored::Practice)),
        line("Interrupted: counted, never scored", own.unscored(Unscored::Interrupted)),
        line(
            "Could not be replayed under the present rules, or their scenario is missing: counted, not scored",
            own.unscored(Unscored::Unreadable),
        ),
    ]
}

/// A line of plain words.
fn words(text: impl Into<String>) -> Line {
    vec![say(text)]
}
