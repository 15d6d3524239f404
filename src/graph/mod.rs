//! A scenario as a picture: its beats, their replies and where each leads, as SVG, DOT or Mermaid, with what attempts did there.
//! Texts of scenarios are data in all three. Nothing here reads files, attempts or the inside of a session.

mod coverage;
mod dot;
mod layout;
mod mermaid;
mod phrase;
mod svg;

use std::collections::{BTreeMap, BTreeSet};

use crate::rubric::Rubric;
use crate::scenario::{Beat, BeatId, Checked, Commit, CompetencyId, Goto, Move, PromiseId, Reply, Says};
use phrase::{channel_word, condition_words, phase_word, span_words};

pub use coverage::{Branch, Coverage, FEWEST, Passage, Seen};
pub use dot::dot;
pub use layout::{CannotLayOut, MOST_BEATS};
pub use mermaid::mermaid;
pub use svg::svg;

/// A scenario as beats and ways between them.
#[derive(Clone, Debug)]
pub struct Graph {
    /// The scenario's title.
    pub title: String,
    /// The scenario's id.
    pub id: String,
    /// The beats: the first one first, the others in order of their ids.
    pub beats: Vec<Node>,
    /// What the letters of levels stand for: the letter and the competency's name, in the rubric's order.
    pub letters: Vec<(String, String)>,
    /// How many attempts the counts come from; none where there are no counts.
    pub attempts: Option<usize>,
}

/// One beat.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its id.
    pub id: BeatId,
    /// Whether the conversation starts here.
    pub start: bool,
    /// Whether any way leads here from the start.
    pub reached: bool,
    /// Where it stands: channel, phase, time passed, what fails or falls due.
    pub place: Vec<String>,
    /// Whether channel or phase are others than at the start.
    pub moved: bool,
    /// The first words of the line, or what happens in brackets where nothing is said.
    pub line: String,
    /// What attempts did here.
    pub seen: Option<Seen>,
    /// What can be given here, in order of the ids; `otherwise` comes last.
    pub rows: Vec<Row>,
}

/// One thing that can be given at a beat.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is.
    pub branch: Branch,
    /// The levels it shows, as letters and digits; empty where it shows none.
    pub levels: String,
    /// When it is offered, in words; none where it always is.
    pub offered: Option<String>,
    /// Where it leads, first match first.
    pub ways: Vec<Way>,
    /// What attempts did with it.
    pub seen: Option<Seen>,
}

/// Where a reply leads.
#[derive(Clone, Debug)]
pub struct Way {
    /// Place of the beat among [`Graph::beats`].
    pub to: usize,
    /// Under which condition, in words; none where it is the only way.
    pub condition: Option<String>,
}

impl Node {
    /// Whether the conversation ends here: there is nothing to give.
    #[must_use]
    pub fn is_end(&self) -> bool {
        self.rows.iter().all(|row| row.branch == Branch::Otherwise)
    }
}

impl Row {
    /// What people call it.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.branch {
            Branch::Reply(reply) => reply.to_string(),
            Branch::Heard => "(what was heard)".into(),
            Branch::Silence => "(silence)".into(),
            Branch::Otherwise => "(otherwise)".into(),
        }
    }
}

/// Letters of a line that stand in a picture.
const FIRST_WORDS: usize = 90;

impl Graph {
    /// The graph of a scenario. With `coverage` each beat and reply tells how often it was met.
    #[must_use]
    pub fn of(scenario: &Checked, rubric: &Rubric, coverage: Option<&Coverage>) -> Self {
        let mut ids: Vec<&BeatId> = scenario.beats.keys().collect();
        ids.sort_by_key(|id| **id != scenario.start);
        let builder = Builder {
            scenario,
            rubric,
            coverage,
            places: ids.iter().enumerate().map(|(place, id)| (*id, place)).collect(),
        };
        let mut beats: Vec<Node> =
            ids.iter().filter_map(|id| Some(builder.node(id, scenario.beats.get(*id)?))).collect();
        mark_reached(&mut beats);
        Self {
            title: scenario.title.clone(),
            id: scenario.id.clone(),
            beats,
            letters: rubric.competencies.iter().map(|one| (letter(rubric, &one.id), one.name.clone())).collect(),
            attempts: coverage.map(|coverage| coverage.attempts),
        }
    }

    /// Every way: where it starts, the row it belongs to, and the way itself.
    pub fn ways(&self) -> impl Iterator<Item = (usize, &Row, &Way)> {
        self.beats
            .iter()
            .enumerate()
            .flat_map(|(from, beat)| beat.rows.iter().map(move |row| (from, row)))
            .flat_map(|(from, row)| row.ways.iter().map(move |way| (from, row, way)))
    }
}

/// What is at hand while a graph is built.
struct Builder<'a> {
    scenario: &'a Checked,
    rubric: &'a Rubric,
    coverage: Option<&'a Coverage>,
    places: BTreeMap<&'a BeatId, usize>,
}

impl Builder<'_> {
    fn node(&self, id: &BeatId, beat: &Beat) -> Node {
        let (channel, phase) = (self.scenario.channel(beat), self.scenario.phase(beat));
        let first = self.scenario.beats.get(&self.scenario.start);
        let moved =
            first.is_some_and(|first| self.scenario.channel(first) != channel || self.scenario.phase(first) != phase);
        let mut place = vec![channel_word(channel).to_owned(), phase_word(phase).to_owned()];
        place.extend(beat.after.map(|after| format!("{} later", span_words(after))));
        place.extend(beat.waits.map(|wait| format!("after a wait of {}", span_words(wait.time))));
        place.extend(beat.fails.map(|_| "something fails again".to_owned()));
        place.extend(beat.due.as_ref().map(|due| format!("due: {}", self.promise(due))));
        place.extend(beat.timer.map(|seconds| format!("timer {seconds} s")));
        Node {
            id: id.clone(),
            start: *id == self.scenario.start,
            reached: false,
            place,
            moved,
            line: line_of(beat),
            seen: self.coverage.map(|coverage| coverage.beat(id)),
            rows: self.rows(id, beat),
        }
    }

    fn rows(&self, id: &BeatId, beat: &Beat) -> Vec<Row> {
        let row = |branch: Branch, levels: String, offered: Option<String>, to: &Goto| {
            let seen = self.coverage.map(|coverage| coverage.branch(id, &branch));
            Row { branch, levels, offered, ways: self.ways(to), seen }
        };
        let mut rows: Vec<Row> = match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => moves
                .iter()
                .map(|(reply, one)| {
                    let offered = one.when.as_ref().map(condition_words);
                    row(Branch::Reply(reply.clone()), self.levels(one), offered, &one.to)
                })
                .collect(),
            Some(Reply::Paraphrase(paraphrase)) => {
                let letter = letter(self.rubric, crate::scenario::LISTENING);
                vec![row(Branch::Heard, format!("{letter}0–3"), None, &paraphrase.to)]
            }
            None => Vec::new(),
        };
        rows.extend(beat.silence.iter().map(|silence| {
            let levels = self.written(silence.shows.iter().map(|(id, level)| (id, *level)), &silence.errors);
            row(Branch::Silence, levels, None, &silence.to)
        }));
        if let Some(otherwise) = &beat.otherwise {
            let to = Goto { cases: Vec::new(), last: otherwise.clone() };
            rows.push(row(Branch::Otherwise, String::new(), None, &to));
        }
        rows
    }

    fn levels(&self, one: &Move) -> String {
        self.written(one.shows.iter().map(|(id, level)| (id, *level)), &one.errors)
    }

    /// Effective levels in the rubric's order, such as `L3 A2`.
    fn written<'l>(&self, shows: impl Iterator<Item = (&'l CompetencyId, u8)>, errors: &[String]) -> String {
        let shows: BTreeMap<&str, u8> = shows.map(|(id, level)| (id.as_str(), level)).collect();
        let level = |id: &str| shows.get(id).map(|level| self.rubric.effective(id, *level, errors));
        let written = self.rubric.competencies.iter().filter_map(|competency| {
            Some(format!("{}{}", letter(self.rubric, &competency.id), level(&competency.id)?))
        });
        written.collect::<Vec<_>>().join(" ")
    }

    fn ways(&self, to: &Goto) -> Vec<Way> {
        let place = |beat: &BeatId| self.places.get(beat).copied().unwrap_or(0);
        let mut ways: Vec<Way> = to
            .cases
            .iter()
            .map(|(condition, beat)| Way {
                to: place(beat),
                condition: Some(format!("if {}", condition_words(condition))),
            })
            .collect();
        let condition = (!ways.is_empty()).then(|| "else".to_owned());
        ways.push(Way { to: place(&to.last), condition });
        ways
    }

    fn promise(&self, id: &PromiseId) -> String {
        self.scenario.promises.get(id).map_or_else(|| id.to_string(), |promise| promise.what.clone())
    }
}

/// A competency's letter: the one its sub-skills begin with, or its first letters where it has none.
fn letter(rubric: &Rubric, id: &str) -> String {
    let skill = rubric.skills.iter().find(|skill| skill.competency == id);
    let start: String =
        skill.map(|skill| skill.code.chars().take_while(|letter| letter.is_alphabetic()).collect()).unwrap_or_default();
    if start.is_empty() { id.chars().take(3).collect() } else { start }
}

fn line_of(beat: &Beat) -> String {
    let said = |says: &Says| {
        let more = match says.cases.len() {
            0 => String::new(),
            1 => " (or 1 other line)".to_owned(),
            n => format!(" (or {n} other lines)"),
        };
        format!("“{}”{more}", first_words(says.last.wordings().first().map_or("", String::as_str)))
    };
    match (&beat.says, &beat.scene) {
        (Some(says), _) => said(says),
        (None, Some(scene)) => format!("({})", first_words(scene)),
        (None, None) => String::new(),
    }
}

/// The beginning of a text on one line, cut between words.
fn first_words(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= FIRST_WORDS {
        return text;
    }
    let cut: String = text.chars().take(FIRST_WORDS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

fn mark_reached(beats: &mut [Node]) {
    let mut open = vec![0];
    let mut reached = BTreeSet::new();
    while let Some(here) = open.pop() {
        if reached.insert(here) {
            let ways = beats.get(here).into_iter().flat_map(|beat| &beat.rows).flat_map(|row| &row.ways);
            open.extend(ways.map(|way| way.to));
        }
    }
    for (place, beat) in beats.iter_mut().enumerate() {
        beat.reached = reached.contains(&place);
    }
}
