//! What a page holds back cannot be worked out from what it shows, nor from another page beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use amends::attempt::{Mode, Obstacle, Voice};
use amends::customer::Outcome;
use amends::report::{Case, Inputs, Lexicon, Page, Played, Promises, Reader, Sessions, Summary, Tally, html, page};
use amends::rubric::Rubric;
use amends::scenario::FormId;
use amends::session::Session;
use amends::words::{Language, Words};
use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use super::merging::count;

struct Nothing;

impl Sessions for Nothing {
    fn session(&self, _: &str, _: Option<&FormId>) -> Option<Arc<Session>> {
        None
    }
}

/// Somebody's first assessment.
pub fn case(who: usize, cohort: &str, outcome: Outcome) -> Case {
    Case {
        attempt: Uuid::from_u128(who as u128),
        trainee: Some(format!("P{who}")),
        cohort: Some(cohort.to_owned()),
        mode: Mode::Assessment,
        started: Timestamp::from_second(1_800_000_000).unwrap(),
        course: None,
        scenario: Played {
            id: "pool".to_owned(),
            title: "The pool".to_owned(),
            hash: "pool".to_owned(),
            shape: "pool".to_owned(),
            form: None,
        },
        first: true,
        scores: Vec::new(),
        overall: Some(500 + u16::try_from(who % 7).unwrap() * 20),
        passed: Some(false),
        decisions: Vec::new(),
        outcome: Some(outcome),
        left: false,
        promises: Promises::default(),
        errors: BTreeMap::new(),
        path: None,
    }
}

/// One conversation of each of so many people with each ending.
pub fn endings(counts: [usize; 5], cohort: &str, from: usize) -> Vec<Case> {
    let outcomes = Outcome::ALL.into_iter().zip(counts).flat_map(|(outcome, n)| std::iter::repeat_n(outcome, n));
    outcomes.enumerate().map(|(who, outcome)| case(from + who, cohort, outcome)).collect()
}

pub fn laid_out(reader: Reader, own: &Summary, everybody: &Summary) -> Page {
    page(&Inputs {
        reader,
        own,
        everybody,
        rubric: &Rubric::builtin(),
        words: &Words::of(Language::English),
        sessions: &Nothing,
        figures: None,
        made: Timestamp::UNIX_EPOCH,
    })
}

pub fn folded<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Summary {
    let mut lexicon = Lexicon::default();
    tallied(cases, &mut lexicon).summary(&lexicon)
}

fn tallied<'a>(cases: impl IntoIterator<Item = &'a Case>, lexicon: &mut Lexicon) -> Tally {
    let mut tally = Tally::default();
    for case in cases {
        count(&mut tally, case, lexicon);
    }
    tally
}

/// The section on endings as it is rendered.
pub fn section(page: &Page) -> String {
    let html = html(page);
    let from = html.find("<section id=\"endings\"").unwrap();
    html[from..].split("</section>").next().unwrap().to_owned()
}

fn of_everybody(counts: [usize; 5]) -> Page {
    let summary = folded(&endings(counts, "all", 0));
    laid_out(Reader::Organisation, &summary, &summary)
}

/// Every way to put so many people into five endings.
fn all_of(people: usize) -> Vec<[usize; 5]> {
    let mut found = Vec::new();
    for a in 0..=people {
        for b in 0..=people - a {
            for c in 0..=people - a - b {
                for d in 0..=people - a - b - c {
                    found.push([a, b, c, d, people - a - b - c - d]);
                }
            }
        }
    }
    found
}

#[test]
fn two_groups_of_four_are_not_seen_through_their_eight() {
    // 28 people in all and 20 of them shown would leave two groups under five that make eight: four each.
    let told = section(&of_everybody([20, 4, 4, 0, 0]));
    assert!(told.contains("held back") && !told.contains("71%"), "{told}");
    for others in [[4, 20, 4, 0, 0], [26, 1, 1, 0, 0]] {
        assert_eq!(told, section(&of_everybody(others)), "{others:?} would look the same");
    }
}

#[test]
fn whatever_is_held_back_could_be_another_number() {
    // Whoever knows the rules can try all that might be behind a page; here they are few enough to try.
    const PEOPLE: usize = 9;
    let all: Vec<([usize; 5], String)> = all_of(PEOPLE)
        .into_iter()
        .filter(|counts| counts[4] == 0)
        .map(|counts| (counts, section(&of_everybody(counts))))
        .collect();
    let mut looks: BTreeMap<&str, Vec<&[usize; 5]>> = BTreeMap::new();
    for (counts, told) in &all {
        looks.entry(told).or_default().push(counts);
    }
    for (told, behind) in looks.iter().filter(|(told, _)| told.contains("held back")) {
        for at in 0..4 {
            let possible: BTreeSet<usize> = behind.iter().map(|counts| counts[at]).collect();
            let few = possible.iter().all(|count| (1..5).contains(count));
            assert!(possible.len() > 1 || !few, "{told}: {behind:?}");
        }
    }
}

#[test]
fn the_page_on_a_cohort_beside_the_page_on_everybody_shows_nobody_between_them() {
    // Thirty people in two cohorts; of the 13 customers who stayed quiet 10 belong to the one and 3 to the other.
    let one = endings([10, 10, 0, 0, 0], "one", 0);
    let other = endings([7, 3, 0, 0, 0], "other", 100);
    let everybody = folded(one.iter().chain(&other));
    let of_one = laid_out(Reader::Cohort("one".to_owned()), &folded(&one), &everybody);
    let told = section(&of_one);
    assert!(of_one.held_back.is_none(), "it is told that there are twenty");
    assert!(!told.contains("50%"), "10 here and 13 of everybody would be 3 of the others: {told}");
    let alone = laid_out(Reader::Cohort("one".to_owned()), &folded(&one), &folded(&one));
    assert!(section(&alone).contains("50%"), "where there is nobody else nothing is held back");
}

#[test]
fn a_small_cohort_is_not_what_everybody_less_all_others_leaves() {
    let cohorts = [("large", 20), ("middle", 12), ("few", 3)];
    let cases: Vec<Case> = cohorts
        .iter()
        .enumerate()
        .flat_map(|(at, (name, people))| endings([*people, 0, 0, 0, 0], name, at * 100))
        .collect();
    let everybody = folded(&cases);
    let of = |name: &str| {
        let own = folded(cases.iter().filter(|case| case.cohort.as_deref() == Some(name)));
        laid_out(Reader::Cohort(name.to_owned()), &own, &everybody)
    };
    assert!(of("large").held_back.is_none());
    assert!(of("middle").held_back.is_some_and(|why| why.contains("Another cohort has fewer than 5 people")));
    let few = of("few");
    assert!(few.held_back.is_some() && few.counts.is_empty() && !few.about.contains('3'), "{}", few.about);
    let all = laid_out(Reader::Organisation, &everybody, &everybody);
    let told = serde_json::to_value(&all.teams).unwrap();
    assert!(!told.to_string().contains("\"few\"") && !told.to_string().contains("\"middle\""), "{told}");
}

#[test]
fn nobody_has_to_answer_for_what_they_named() {
    let named = |named: usize, people: usize| -> Value {
        let mut lexicon = Lexicon::default();
        let mut tally = tallied(&endings([people, 0, 0, 0, 0], "all", 0), &mut lexicon);
        for who in 0..people {
            let obstacle = Some(if who < named { Obstacle::Policy } else { Obstacle::Nothing });
            let voice = Voice { attempt: Uuid::nil(), confident: Some(3), obstacle, at: Timestamp::UNIX_EPOCH };
            let who = lexicon.name(&format!("P{who}"));
            tally.hear(Some(who), lexicon.name("pool"), voice.at, &voice);
        }
        let summary = tally.summary(&lexicon);
        serde_json::to_value(&laid_out(Reader::Organisation, &summary, &summary).voice).unwrap()
    };
    let share = |voice: &Value| voice["bars"].get(0).map(|bar| bar["share"].clone()).unwrap_or_default();
    for few in [0, 1, 4, 16, 19, 20] {
        assert_eq!(share(&named(few, 20)), Value::Null, "{few} of 20");
        assert!(named(few, 20)["mend"].as_array().unwrap().is_empty(), "{few} of 20");
    }
    let many = named(12, 20);
    assert_eq!(share(&many), Value::from(60.0));
    assert_eq!(many["mend"][0]["people"], "12 of 20 · 60% (39 to 78)");
    assert!(named(2, 4)["bars"].as_array().unwrap().is_empty());
}
