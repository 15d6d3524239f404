//! Several people's ratings of the same replies, beside the key. Nothing is computed here: who said what of which reply.

mod advice;
mod figure;
mod look;
mod page;
mod pair;
mod rater;
mod together;
mod view;

use serde::Serialize;

use super::filled::{Filled, Rating, Row};
use super::items::Item;
use super::sheets::Sheet;
use crate::cli::terminal::{counted, counted_as};
use crate::rubric::Rubric;

use advice::OfRaters;

pub use advice::{Advice, FELT, by_how_much, strictness};
pub use figure::Figure;
pub use look::{Divided, divided};
pub use page::html;
pub use pair::Pair;
pub use rater::Rater;
pub use together::Together;
pub use view::{LEANING, MOST, View, leaning, rows, view, write};

/// Who gave a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The authors, or whoever wrote the key.
    Key,
    /// A rater, by place.
    Rater(usize),
}

/// What the key is called among the raters.
pub const KEY: &str = "the key";

/// Everybody's ratings.
pub struct Panel {
    /// The raters' names.
    pub raters: Vec<String>,
    /// The replies, those of a turn beside each other.
    pub replies: Vec<Rated>,
    /// What was left out, and what could not be understood, a sentence each.
    pub notes: Vec<String>,
}

/// A reply with what everybody said of it.
pub struct Rated {
    /// The reply; its levels are the key.
    pub item: Item,
    /// What each rater wrote.
    pub rows: Vec<Row>,
}

impl Rated {
    /// What somebody said of the competency at a place.
    pub fn of(&self, who: Who, at: usize) -> Rating {
        let ratings = match who {
            Who::Key => Some(&self.item.levels),
            Who::Rater(rater) => self.rows.get(rater).map(|row| &row.ratings),
        };
        ratings.and_then(|ratings| ratings.get(at)).copied().unwrap_or(Rating::Missing)
    }
}

impl Panel {
    /// Puts sheets beside the replies and a key of one's own, if there is one, in the place of the authors' levels. A sheet with
    /// nothing to compare is set aside, and the notes say so.
    pub fn of(mut items: Vec<Item>, key: Option<Filled>, sheets: Vec<Sheet>, mut notes: Vec<String>) -> Self {
        if let Some(filled) = key {
            take_key(&mut items, filled, &mut notes);
        }
        let (mut raters, mut columns) = (Vec::new(), Vec::new());
        for Sheet { name, filled } in sheets {
            let Filled { mut rows, complaints } = filled;
            notes.extend(complaints.into_iter().map(|complaint| format!("{name}: {complaint}")));
            let column: Vec<Row> = items.iter().map(|item| rows.remove(&item.key).unwrap_or_default()).collect();
            // Whatever no reply has taken belongs to other words.
            notes.extend(strangers(&name, rows.values().filter(|row| row.is_rated()).count()));
            if column.iter().any(Row::is_rated) {
                raters.push(name);
                columns.push(column.into_iter());
            } else {
                notes.push(format!("{name}: no reply of these scenarios is rated in it, so it is set aside."));
            }
        }
        let rows = |item: Item| {
            let rows = columns.iter_mut().map(|column| column.next().unwrap_or_default()).collect();
            Rated { item, rows }
        };
        Self { replies: items.into_iter().map(rows).collect(), raters, notes }
    }

    /// The replies of each decision: they are rated beside each other, so they are not independent.
    pub fn turns(&self) -> impl Iterator<Item = &[Rated]> {
        self.replies
            .chunk_by(|one, other| (&one.item.scenario, &one.item.beat) == (&other.item.scenario, &other.item.beat))
    }

    /// Replies that a rater gave any rating.
    pub fn rated_by(&self, rater: usize) -> usize {
        self.replies.iter().filter(|reply| reply.rows.get(rater).is_some_and(Row::is_rated)).count()
    }

    /// What somebody is called.
    pub fn name(&self, who: Who) -> &str {
        match who {
            Who::Key => KEY,
            Who::Rater(rater) => self.raters.get(rater).map(String::as_str).unwrap_or_default(),
        }
    }
}

fn strangers(name: &str, count: usize) -> Option<String> {
    let told = counted(count, "rated row");
    let text = "left out: no reply of these scenarios is worded like that now, so its level may have changed too.";
    (count > 0).then(|| format!("{name}: {told} {text}"))
}

/// Puts a sheet's ratings in the place of the authors' levels; where it says nothing there is no key.
fn take_key(items: &mut [Item], filled: Filled, notes: &mut Vec<String>) {
    let Filled { mut rows, complaints } = filled;
    notes.extend(complaints.into_iter().map(|complaint| format!("The key: {complaint}")));
    let mut without = 0;
    for item in items {
        if let Some(row) = rows.remove(&item.key).filter(Row::is_rated) {
            item.levels = row.ratings;
        } else {
            item.levels.fill(Rating::Missing);
            without += 1;
        }
    }
    notes.extend(strangers("The key", rows.values().filter(|row| row.is_rated()).count()));
    if without > 0 {
        notes.push(format!("The key says nothing of {}.", counted_as(without, "reply", "replies")));
    }
}

/// What a panel's ratings come to.
#[derive(Debug, Serialize)]
pub struct Agreement {
    /// Replies of the scenarios.
    pub replies: usize,
    /// Decisions that they belong to. Intervals draw whole decisions.
    pub turns: usize,
    /// What was left out, and what could not be understood, a sentence each.
    pub notes: Vec<String>,
    /// What to do, the most urgent first.
    pub advice: Vec<Advice>,
    /// Raters who are told apart from the others in `advice`: replies, anchors and key are judged by the rest.
    pub set_aside: Vec<String>,
    /// Each rater, in the order of the command line.
    pub raters: Vec<Rater>,
    /// Every two raters.
    pub pairs: Vec<Pair>,
    /// All raters together: first over all competencies, then each.
    pub together: Vec<Together>,
    /// The replies on which anybody differs, first those that divide the raters or contradict the key most.
    pub divided: Vec<Divided>,
}

impl Agreement {
    /// Computes everything that can be computed.
    pub fn of(panel: Panel, rubric: &Rubric, least: f64) -> Self {
        let raters: Vec<Rater> = (0..panel.raters.len()).map(|rater| Rater::of(&panel, rubric, rater)).collect();
        let pairs: Vec<Pair> = (0..panel.raters.len())
            .flat_map(|first| (first + 1..panel.raters.len()).map(move |second| (first, second)))
            .map(|(first, second)| Pair::of(&panel, rubric, Who::Rater(first), Who::Rater(second)))
            .collect();
        let of_raters = OfRaters::of(&raters, least);
        let steady = of_raters.steady();
        let divided = divided(&panel, rubric, &steady);
        let set_aside = (0..raters.len()).filter(|place| !steady.contains(place));
        Self {
            replies: panel.replies.len(),
            turns: panel.turns().count(),
            set_aside: set_aside.map(|place| panel.name(Who::Rater(place)).to_owned()).collect(),
            advice: advice::advice(of_raters, &raters, &pairs, &divided, rubric),
            together: together::together(&panel, rubric, &steady),
            notes: panel.notes,
            raters,
            pairs,
            divided,
        }
    }

    /// Whether every rater reaches the least kappa with the key in every competency.
    pub fn reaches(&self, least: f64) -> bool {
        let mut with_key = self.raters.iter().flat_map(|rater| &rater.with_key.competencies);
        with_key.all(|one| one.kappa.is_some_and(|kappa| kappa.kappa >= least))
    }
}
