//! How each number was computed and on how many people, and what the page cannot tell.

use serde::Serialize;

use super::figures::{FEWEST_DRAWN, MOST_DRAWN, PLAN};
use super::shown::FEWEST;
use super::{Desk, Reader, head};

/// How one kind of number was computed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct How {
    /// Where numbers lead to.
    pub id: &'static str,
    /// What it is about.
    pub title: String,
    /// How it was computed.
    pub text: String,
    /// On how many people; empty on a page that shows no figure.
    pub people: String,
}

/// What is explained: the place that numbers lead to, and the keys of its title and text.
const ALL: [(&str, &str, &str); 16] = [
    ("how-attempts", "report-how-attempts", "report-how-attempts-text"),
    ("how-held", "report-how-held", "report-how-held-text"),
    ("how-score", "report-how-score", "report-how-score-text"),
    ("how-spread", "report-how-spread", "report-how-spread-text"),
    ("how-dependable", "report-how-dependable", "report-how-dependable-text"),
    ("how-change", "report-how-change", "report-how-change-text"),
    ("how-teams", "report-how-teams", "report-how-teams-text"),
    ("how-heat", "report-how-heat", "report-how-heat-text"),
    ("how-decisions", "report-how-decisions", "report-how-decisions-text"),
    ("how-items", "report-how-items", "report-how-items-text"),
    ("how-promises", "report-how-promises", "report-how-promises-text"),
    ("how-endings", "report-how-endings", "report-how-endings-text"),
    ("how-path", "report-how-path", "report-how-path-text"),
    ("how-errors", "report-how-errors", "report-how-errors-text"),
    ("how-worth", "report-how-worth", "report-how-worth-text"),
    ("how-voice", "report-how-voice", "report-how-voice-text"),
];

pub(super) fn how(desk: &Desk<'_>) -> Vec<How> {
    let pen = &desk.pen;
    let pass = &desk.inputs.rubric.pass;
    let written =
        [PLAN.draws as u64, PLAN.seed, MOST_DRAWN as u64, pass.decisions.into()].map(|number| pen.grouped(number));
    let [draws, seed, most, decisions] = &written;
    let standard = (pass.overall / 10).to_string();
    let values = [
        ("few", FEWEST.into()),
        ("draws", draws.into()),
        ("seed", seed.into()),
        ("least", FEWEST_DRAWN.into()),
        ("most", most.into()),
        ("decisions", decisions.into()),
        ("standard", (&standard).into()),
    ];
    let told = |(id, title, text): (&'static str, &str, &str)| How {
        id,
        title: pen.text(title),
        text: pen.format(text, &values),
        people: people(desk, id),
    };
    ALL.into_iter().filter(|(id, ..)| is_there(desk, id)).map(told).collect()
}

/// Whether the page has numbers that lead there: a page without figures says only what counts and what is held back, a person is not
/// compared with groups, and decisions are not judged by one person's play.
fn is_there(desk: &Desk<'_>, id: &str) -> bool {
    if head::held_back(desk.inputs).is_some() {
        return id == "how-attempts" || (id == "how-held" && !desk.is_own());
    }
    !desk.is_own() || !["how-held", "how-spread", "how-teams", "how-items", "how-worth", "how-voice"].contains(&id)
}

/// On how many people it rests.
fn people(desk: &Desk<'_>, id: &str) -> String {
    if head::held_back(desk.inputs).is_some() {
        return String::new();
    }
    let pen = &desk.pen;
    let count = match id {
        "how-dependable" => desk.reliability.map_or(0, |found| found.parts.people as u64),
        "how-change" => super::change::measures(&desk.people, desk.fewest()).1.len() as u64,
        "how-decisions" | "how-items" => return pen.text("report-how-people-beside"),
        "how-voice" => return pen.text("report-how-people-asked"),
        _ => desk.count(),
    };
    if count < desk.fewest() {
        return pen.text("report-few-people");
    }
    let people = pen.counted("report-people", count);
    match id {
        "how-dependable" => pen.format("report-how-people-twice", &[("people", (&people).into())]),
        "how-change" => pen.format("report-how-people-measures", &[("people", (&people).into())]),
        _ => [people, pen.counted("report-firsts", desk.firsts())].join(", "),
    }
}

pub(super) fn cannot(desk: &Desk<'_>) -> Vec<String> {
    let mut keys = vec![
        "report-cannot-work",
        "report-cannot-cause",
        "report-cannot-real",
        "report-cannot-words",
        "report-cannot-equal",
    ];
    keys.extend(if desk.is_own() {
        vec!["report-cannot-compare-own"]
    } else {
        vec!["report-cannot-person", "report-cannot-mark", "report-cannot-later"]
    });
    if matches!(desk.inputs.reader, Reader::Cohort(_)) {
        keys.push("report-cannot-compare");
    }
    keys.into_iter().map(|key| desk.pen.text(key)).collect()
}
