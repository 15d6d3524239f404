//! What to do about it: revise the key, the words or the anchors, or sit down with a rater.

use serde::Serialize;

use super::look::{Divided, Look, On};
use super::rater::FEWEST;
use super::{KEY, Pair, Rater};
use crate::measurement::Interval;
use crate::rubric::{Rubric, TOP_LEVEL};

/// A lean of less than this many levels is not worth a talk.
pub const FELT: f64 = 0.25;
/// So many equal ratings without one that differs are more than agreement.
const COPIED: usize = 20;
/// Under this correlation the order is another one: "poor" of Koo and Li (2016), Journal of Chiropractic Medicine 15, 155–163.
const POOR: f64 = 0.5;
/// So many pairs on two neighbouring levels are enough to judge their anchors by.
const PAIRS: usize = 20;
/// In this share of them the two fell on different sides; 50 % is what throwing a coin would give.
const COIN: (usize, usize) = (2, 5);

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Advice {
    /// Two sheets say the same throughout: ask whether one was filled from the other, or from the key.
    AskWhoseItIs {
        /// The one; the key stands first.
        first: String,
        /// The other.
        second: String,
        /// Ratings that both gave.
        ratings: usize,
    },
    /// A rater used one level only: show them one reply of each.
    ShowTheScale {
        /// Who.
        rater: String,
        /// The level.
        level: u8,
        /// How often.
        ratings: usize,
    },
    /// All raters lean to the same side of the key: look at the key and not at them.
    LookAtTheKey {
        /// Whether they are stricter than it.
        stricter: bool,
    },
    /// A rater is stricter or more lenient throughout.
    Calibrate {
        /// Who.
        rater: String,
        /// By how many levels; below 0 for stricter.
        lean: f64,
        /// Where that may well lie.
        interval: Option<Interval>,
        /// Whether that is against the other raters and not against the key.
        against_others: bool,
    },
    /// A rater puts the replies into an order of their own.
    Train {
        /// Who.
        rater: String,
    },
    /// On some replies the raters agree with each other and not with the key.
    ReviseTheKey {
        /// The competency.
        competency: String,
        /// How many replies.
        replies: usize,
    },
    /// Two neighbouring anchors cannot be told apart.
    SharpenAnchors {
        /// The competency.
        competency: String,
        /// The lower level, 0–2; the other is the next.
        lower: u8,
        /// Pairs of ratings on these two levels that fell one on each side.
        apart: usize,
        /// Of so many.
        of: usize,
    },
    /// Some replies can be read in two ways.
    ReviseTheWords {
        /// How many.
        replies: usize,
    },
    /// On some replies one rater alone is far from the key, and nobody else has said anything.
    LookAtBoth {
        /// How many.
        replies: usize,
    },
    /// It is not clear whether some replies show a competency at all.
    SayWhatCounts {
        /// The competency.
        competency: String,
        /// How many replies.
        replies: usize,
    },
}

/// What is to be said of the raters themselves.
pub struct OfRaters {
    /// Whether it is the key that leans.
    key: Option<Advice>,
    /// Of each rater, by place.
    each: Vec<Vec<Advice>>,
}

impl OfRaters {
    /// Looks at all of them.
    pub fn of(raters: &[Rater], least: f64) -> Self {
        let key = all_to_one_side(raters);
        let each = raters.iter().map(|rater| of_rater(rater, key.is_some(), least)).collect();
        Self { key, each }
    }

    /// The places of the raters by whom replies and anchors can be judged: those of whom nothing is to be said, or all where that
    /// leaves less than two.
    pub fn steady(&self) -> Vec<usize> {
        let steady: Vec<usize> = (0..).zip(&self.each).filter(|(_, told)| told.is_empty()).map(|(at, _)| at).collect();
        if steady.len() < 2 { (0..self.each.len()).collect() } else { steady }
    }
}

/// What to do, the most urgent first: who must not be counted, then raters, then the key, then the words and the rubric.
pub fn advice(
    of_raters: OfRaters,
    raters: &[Rater],
    pairs: &[Pair],
    divided: &[Divided],
    rubric: &Rubric,
) -> Vec<Advice> {
    let copies = raters.iter().map(|rater| &rater.with_key).chain(pairs).filter_map(copied);
    let steady: Vec<&str> =
        of_raters.steady().iter().filter_map(|place| raters.get(*place)).map(|rater| rater.name.as_str()).collect();
    let is_steady = |name: &String| name == KEY || steady.contains(&name.as_str());
    let pairs_with_key = raters.iter().map(|rater| &rater.with_key).filter(|_| of_raters.key.is_none());
    let judges: Vec<&Pair> =
        pairs_with_key.chain(pairs).filter(|pair| is_steady(&pair.first) && is_steady(&pair.second)).collect();
    let anchors = (0..rubric.competencies.len()).flat_map(|at| blurred(&judges, at));
    // One rater divides nobody: there it is between them and the key.
    let far = |on: &On, several: bool| on.look == Look::Words && (on.given.len() > 1) == several;
    let apart = |several| divided.iter().filter(|one| one.on.iter().any(|on| far(on, several))).count();
    let (words, both) = (apart(true), apart(false));
    let counted = |look, advice: fn(String, usize) -> Advice| counted(divided, rubric, look, advice);
    copies
        .chain(of_raters.key.clone())
        .chain(of_raters.each.into_iter().flatten())
        .chain(counted(&Look::Key, |competency, replies| Advice::ReviseTheKey { competency, replies }))
        .chain((words > 0).then_some(Advice::ReviseTheWords { replies: words }))
        .chain((both > 0).then_some(Advice::LookAtBoth { replies: both }))
        .chain(anchors)
        .chain(counted(&Look::Shown, |competency, replies| Advice::SayWhatCounts { competency, replies }))
        .collect()
}

/// Two who gave the very same ratings. That both only ever used one level is told elsewhere.
fn copied(pair: &Pair) -> Option<Advice> {
    let several = pair.kappa.value.is_some();
    (several && pair.rated >= COPIED && pair.alike == pair.rated).then(|| Advice::AskWhoseItIs {
        first: pair.first.clone(),
        second: pair.second.clone(),
        ratings: pair.rated,
    })
}

/// Whether two raters or more all lean to the same side of the key.
fn all_to_one_side(raters: &[Rater]) -> Option<Advice> {
    let leans = raters.iter().map(|rater| rater.with_key.lean.is_felt(FELT).then_some(rater.with_key.lean.value?));
    let leans: Vec<f64> = leans.collect::<Option<_>>()?;
    let stricter = leans.iter().all(|lean| *lean < 0.0);
    let lenient = leans.iter().all(|lean| *lean > 0.0);
    (leans.len() > 1 && (stricter || lenient)).then_some(Advice::LookAtTheKey { stricter })
}

/// What to do about one rater; where it is the key that leans, the others are what they are held against.
fn of_rater(rater: &Rater, key_leans: bool, least: f64) -> Vec<Advice> {
    let mut told = Vec::new();
    let name = || rater.name.clone();
    let given: usize = rater.levels.iter().sum();
    let only = rater.levels.iter().zip(0..).find(|(count, _)| **count == given && given >= FEWEST);
    if let Some((_, level)) = only {
        return vec![Advice::ShowTheScale { rater: name(), level, ratings: given }];
    }
    let (own, others) = (&rater.with_key.lean, &rater.from_others);
    let lean = if key_leans { others } else { own };
    // Beside somebody lenient everybody else looks strict: both have to point to the same side.
    let one_side = own.value.zip(lean.value).filter(|(own, lean)| own * lean > 0.0);
    if let Some((_, value)) = one_side.filter(|_| lean.is_felt(FELT)) {
        let interval = lean.interval;
        told.push(Advice::Calibrate { rater: name(), lean: value, interval, against_others: key_leans });
    }
    let poor = |order: Option<f64>| order.is_none_or(|order| order < POOR);
    let low = rater.with_key.kappa.value.is_some_and(|kappa| kappa < least);
    let known = rater.order_of_key.or(rater.order_of_others).is_some();
    if low && known && poor(rater.order_of_key) && poor(rater.order_of_others) {
        told.push(Advice::Train { rater: name() });
    }
    told
}

/// For each competency the replies that look like something, where there are any.
fn counted(divided: &[Divided], rubric: &Rubric, look: &Look, advice: impl Fn(String, usize) -> Advice) -> Vec<Advice> {
    let is = |on: &On, id: &str| on.competency == id && on.look == *look;
    let of = |id: &str| divided.iter().filter(|one| one.on.iter().any(|on| is(on, id))).count();
    let counts = rubric.competencies.iter().map(|one| (one.name.clone(), of(&one.id)));
    counts.filter(|(_, count)| *count > 0).map(|(name, count)| advice(name, count)).collect()
}

/// The neighbouring levels of the competency at a place that raters who are steady otherwise cannot tell apart.
fn blurred(pairs: &[&Pair], at: usize) -> Vec<Advice> {
    let tables = || pairs.iter().filter_map(|pair| pair.competencies.get(at));
    let cell = |down: u8, across: u8| -> usize {
        let of = |rows: &[Vec<usize>]| rows.get(usize::from(down))?.get(usize::from(across)).copied();
        tables().filter_map(|one| of(one.table.rows())).sum()
    };
    let name = tables().next().map(|one| one.name.clone()).unwrap_or_default();
    (0..TOP_LEVEL)
        .map(|lower| {
            let apart = cell(lower, lower + 1) + cell(lower + 1, lower);
            (lower, apart, apart + cell(lower, lower) + cell(lower + 1, lower + 1))
        })
        .filter(|(_, apart, of)| *of >= PAIRS && apart * COIN.1 >= of * COIN.0)
        .map(|(lower, apart, of)| Advice::SharpenAnchors { competency: name.clone(), lower, apart, of })
        .collect()
}

impl Advice {
    /// In a sentence or two.
    pub fn told(&self) -> String {
        match self {
            Self::AskWhoseItIs { first, second, ratings } if first == KEY => format!(
                "{second} has the key's rating {ratings} times out of {ratings}. Whoever has seen the key cannot test it: ask, and leave that sheet out if so."
            ),
            Self::AskWhoseItIs { first, second, ratings } => format!(
                "{first} and {second} gave the same rating {ratings} times out of {ratings}. If one sheet was filled from the other, leave one out: it makes the agreement look better than it is."
            ),
            Self::ShowTheScale { rater, level, ratings } => format!(
                "{rater} gave no level but {level}, {ratings} times. Show {rater} one reply of each level, and ask for the sheet again."
            ),
            Self::LookAtTheKey { stricter } => format!(
                "Every rater is {} than the key. That speaks against the key and not against them: go through its levels again, in the order of the list.",
                strictness(*stricter)
            ),
            Self::Calibrate { rater, lean, interval, against_others } => {
                let of = if *against_others { "the other raters" } else { KEY };
                format!(
                    "{rater} is {} than {of}, by {}. Before more is rated, go through the replies together that the two read differently.",
                    strictness(*lean < 0.0),
                    by_how_much(*lean, *interval)
                )
            }
            Self::Train { rater } => format!(
                "{rater} puts the replies into another order than the key and the others do. Read the anchors together, rate ten replies aloud, and ask for the sheet again."
            ),
            Self::ReviseTheKey { competency, replies } => format!(
                "{competency}: on {} the raters agree with each other and not with the key. Revise the key there.",
                super::counted_as(*replies, "reply", "replies")
            ),
            Self::SharpenAnchors { competency, lower, apart, of } => format!(
                "{competency}: raters hardly tell level {lower} from {}; of {of} pairs of ratings on these two, {apart} fell one on each side. Sharpen the words of these two anchors.",
                lower + 1
            ),
            Self::ReviseTheWords { replies } => format!(
                "{} by two levels or more, and nobody stands alone. The words can be read in two ways: revise them.",
                super::counted_as(*replies, "reply divides raters", "replies divide raters")
            ),
            Self::LookAtBoth { replies } => format!(
                "On {} one rater alone is two levels or more from the key. Look at the words and at the key.",
                super::counted_as(*replies, "reply", "replies")
            ),
            Self::SayWhatCounts { competency, replies } => format!(
                "{competency}: on {} raters do not agree whether it is shown at all. Say in its definition what counts.",
                super::counted_as(*replies, "reply", "replies")
            ),
        }
    }
}

/// A lean without its side: `0.40 of a level (0.31 to 0.52)`.
pub fn by_how_much(lean: f64, interval: Option<Interval>) -> String {
    let ends = interval.map(|ends| [ends.lower.abs().min(ends.upper.abs()), ends.lower.abs().max(ends.upper.abs())]);
    let ends = ends.map(|[least, most]| format!(" ({least:.2} to {most:.2})")).unwrap_or_default();
    format!("{:.2} of a level{ends}", lean.abs())
}

/// In a word.
pub fn strictness(stricter: bool) -> &'static str {
    if stricter { "stricter" } else { "more lenient" }
}
