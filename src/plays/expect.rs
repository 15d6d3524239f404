//! What a play expects beside what came of it.

use std::ops::Range;

use similar::{ChangeTag, TextDiff};

use super::At;
use super::file::{Amount, Play};
use crate::diag::{Diagnostic, did_you_mean};
use crate::scenario::BeatId;
use crate::score::Scorecard;
use crate::session::Session;

/// One thing that did not come as expected.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The field, for example `overall` or `scores "listening"`.
    pub what: String,
    /// What was expected.
    pub expected: String,
    /// What came.
    pub got: String,
    /// Where the two part, line by line, for what is a list: `  ` in both, `- ` only expected, `+ ` only got.
    pub diff: Option<String>,
    /// The same with its place in the file.
    pub finding: Diagnostic,
    /// What has to be written so that it holds; none where its place is not known.
    pub edit: Option<Edit>,
}

/// A piece of a text and what is to stand there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to be replaced.
    pub span: Range<usize>,
    /// What takes their place.
    pub text: String,
}

/// What makes a play's expectations meaningless: names that do not exist, or nothing expected at all.
pub fn findings(play: &Play, session: &Session, at: &At<'_>) -> Vec<Diagnostic> {
    let scenario = session.scenario();
    let mut found = Vec::new();
    let mut unknown = |kind: &str, path: &[&str], word: &str, known: Vec<&str>| {
        if !known.contains(&word) {
            let mut finding = at.report("P008", path, format!("there is no {kind} `{word}` in this scenario"));
            finding.help = Some(match did_you_mean(word, known.iter().copied()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => {
                    format!("There are: {}.", known.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", "))
                }
            });
            found.push(finding);
        }
    };
    for competency in play.scores.keys() {
        let known = session.rules().rubric.competencies.iter().map(|one| one.id.as_str()).collect();
        unknown("competency", &["scores", competency.as_str()], competency.as_str(), known);
    }
    for promise in play.promises.keys() {
        let known = scenario.promises.keys().map(super::super::scenario::ids::PromiseId::as_str).collect();
        unknown("promise", &["promises", promise.as_str()], promise.as_str(), known);
    }
    for (index, beat) in play.visits.iter().flatten().enumerate() {
        let known = scenario.beats.keys().map(BeatId::as_str).collect();
        unknown("beat", &["visits", &index.to_string()], beat.as_str(), known);
    }
    found
}

/// Everything that did not come as expected, in the order of the fields.
pub fn differences(play: &Play, card: &Scorecard, beats: &[BeatId], at: &At<'_>) -> Vec<Difference> {
    let mut all = Differences { at, play: &play.name, found: Vec::new() };
    let ending = card.ending.as_ref();
    let word = |word: Option<String>| word.unwrap_or_else(|| "no end".to_owned());
    if let Some(expected) = play.outcome {
        let got = ending.map(|ending| ending.outcome);
        all.compare(
            "outcome",
            got == Some(expected),
            &format!("{expected:?}"),
            &word(got.map(|got| format!("{got:?}"))),
        );
    }
    if let Some(expected) = play.feeling {
        let got = ending.map(|ending| ending.feeling);
        all.compare(
            "feeling",
            got == Some(expected),
            &format!("{expected:?}"),
            &word(got.map(|got| format!("{got:?}"))),
        );
    }
    if let Some(expected) = play.left {
        let got = ending.map(|ending| ending.left);
        all.compare("left", got == Some(expected), &expected.to_string(), &word(got.map(|got| got.to_string())));
    }
    if let Some(expected) = play.overall {
        all.amount(&["overall"], "overall", expected, card.overall);
    }
    for (competency, expected) in &play.scores {
        let score = card.competencies.iter().find(|one| one.id == *competency);
        let got = score.filter(|one| one.enough || *expected != Amount::NotEnough).and_then(|one| one.score);
        all.amount(&["scores", competency.as_str()], &format!("scores \"{competency}\""), *expected, got);
    }
    if let Some(expected) = play.passed {
        let got = card.passed.unwrap_or(false);
        all.compare("passed", got == expected, &expected.to_string(), &got.to_string());
    }
    for (promise, expected) in &play.promises {
        let got = card.promises.get(promise);
        let text = got.map_or_else(|| "never made".to_owned(), |got| format!("{got:?}"));
        let what = format!("promises \"{promise}\"");
        all.add(
            &["promises", promise.as_str()],
            &what,
            got == Some(expected),
            &format!("{expected:?}"),
            &text,
            got.map(|_| text.clone()),
        );
    }
    if let Some(expected) = &play.visits {
        all.visits(expected, beats);
    }
    if !play.expects_something() {
        all.nothing(card);
    }
    all.found
}

struct Differences<'a> {
    at: &'a At<'a>,
    play: &'a str,
    found: Vec<Difference>,
}

impl Differences<'_> {
    /// Adds a difference in a field of one word, unless it holds.
    fn compare(&mut self, what: &str, holds: bool, expected: &str, got: &str) {
        self.add(&[what], what, holds, expected, got, Some(got.to_owned()));
    }

    fn amount(&mut self, path: &[&str], what: &str, expected: Amount, got: Option<u16>) {
        let told = |amount: Amount| match amount {
            Amount::Exactly(score) => score.to_string(),
            Amount::Between(least, most) => format!("{least} to {most}"),
            Amount::NotEnough => "not enough evidence".to_owned(),
        };
        let text = got.map_or_else(|| told(Amount::NotEnough), |score| score.to_string());
        let blessed = expected.moved_to(got).to_string();
        self.add(path, what, expected.holds(got), &told(expected), &text, Some(blessed));
    }

    fn visits(&mut self, expected: &[BeatId], got: &[BeatId]) {
        let mut rest = got.iter();
        let holds = expected.iter().all(|beat| rest.any(|visited| visited == beat));
        let quoted: Vec<String> = got.iter().map(|beat| format!("\"{beat}\"")).collect();
        let blessed = format!("[{}]", quoted.join(", "));
        self.add(&["visits"], "visits", holds, &ids(expected).join(" "), &ids(got).join(" "), Some(blessed));
        if let Some(difference) = self.found.last_mut().filter(|_| !holds) {
            difference.diff = Some(lines(&ids(expected), &ids(got)));
        }
    }

    /// A play that expects nothing cannot fail; what comes of it now can be written down behind what it gives.
    fn nothing(&mut self, card: &Scorecard) {
        let outcome = card.ending.as_ref().map(|ending| format!("outcome: {:?}, ", ending.outcome)).unwrap_or_default();
        let overall = card.overall.map_or(Amount::NotEnough, Amount::Exactly);
        let got = format!("{outcome}overall: {overall}, passed: {}", card.passed.unwrap_or(false));
        let mut finding =
            self.at.report("P010", &["name"], format!("`{}` does not say what must come of it", self.play));
        finding.why = Some(format!("Whatever happens, it cannot fail. Now it comes to: {got}."));
        finding.help =
            Some("Write what must come of it, or let `amends test --bless` write what comes of it now.".into());
        let gives = self.at.places.exact(self.at.index, &["gives"]);
        self.found.push(Difference {
            what: "what must come of it".into(),
            expected: "nothing written".into(),
            edit: gives.map(|span| Edit { span: span.end..span.end, text: format!(",\n        {got}") }),
            got,
            diff: None,
            finding,
        });
    }

    fn add(&mut self, path: &[&str], what: &str, holds: bool, expected: &str, got: &str, blessed: Option<String>) {
        if holds {
            return;
        }
        let title = format!("`{}`: {what} is {got}, and {expected} was expected", self.play);
        let mut finding = self.at.report("P007", path, title);
        finding.label = Some(format!("now {got}"));
        let help = if blessed.is_some() {
            "Where the change is meant, `amends test --bless` writes the new value here."
        } else {
            "Where the change is meant, take this entry out."
        };
        finding.help = Some(help.into());
        let span = self.at.places.exact(self.at.index, path);
        let edit = span.zip(blessed).map(|(span, text)| Edit { span, text });
        self.found.push(Difference {
            what: what.to_owned(),
            expected: expected.to_owned(),
            got: got.to_owned(),
            diff: None,
            finding,
            edit,
        });
    }
}

fn ids(beats: &[BeatId]) -> Vec<&str> {
    beats.iter().map(BeatId::as_str).collect()
}

/// Two lists line by line.
fn lines(expected: &[&str], got: &[&str]) -> String {
    let diff = TextDiff::from_slices(expected, got);
    let lines: Vec<String> = diff
        .iter_all_changes()
        .map(|change| {
            let mark = match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            format!("{mark} {}", change.value())
        })
        .collect();
    lines.join("\n")
}
