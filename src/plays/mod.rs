//! Golden conversations: ways through a scenario that stand beside it in `<id>.plays.ron`, each with what must come of it. Here they
//! are read, played, compared with what was expected, and brought up to date. Reading and writing files happens elsewhere.

mod bless;
mod expect;
mod file;
mod road;
mod steps;

use std::collections::{BTreeMap, BTreeSet};
use std::iter;
use std::ops::Range;
use std::sync::Arc;

use crate::customer::Outcome;
use crate::diag::{Diagnostic, Severity, Source, did_you_mean};
use crate::scenario::{BeatId, Checked, FormId, Rules};
use crate::score::{Scorecard, scorecard};
use crate::session::{Event, Given, Session, Turn};

pub use bless::bless;
pub use expect::{Difference, Edit};
pub use file::{Amount, Play, read};
pub use steps::{Step, steps};

use file::Places;

/// What came of one play.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Its name.
    pub name: String,
    /// Line of the file it begins in, from 1; none where its place is not known.
    pub line: Option<usize>,
    /// Every decision that could be taken.
    pub turns: Vec<Turn>,
    /// The beats that were entered and had something to say or to ask, in order.
    pub beats: Vec<BeatId>,
    /// The scorecard, where the play reached an end.
    pub card: Option<Scorecard>,
    /// What is not as it was expected.
    pub differences: Vec<Difference>,
    /// Why it could not be played or judged.
    pub findings: Vec<Diagnostic>,
}

impl Verdict {
    /// Whether it went as it should.
    #[must_use]
    pub fn is_fine(&self) -> bool {
        self.differences.is_empty() && self.findings.is_empty()
    }
}

/// The decisions of the first play of a file that is played in the scenario itself, passes, and ends with a customer who comes back:
/// what a worked example shows. None where there is no such play.
#[must_use]
pub fn model(source: &Arc<Source>, scenario: &Arc<Checked>, rules: &Arc<Rules>) -> Option<Vec<Given>> {
    let session = Session::new(Arc::clone(scenario), Arc::clone(rules), 0, None).ok()?;
    let good = |play: &Play| {
        play.form.is_none()
            && session.play(&play.gives).is_ok_and(|turns| {
                let card = scorecard(&session, &turns);
                let returns = card.ending.is_some_and(|ending| ending.outcome == Outcome::ReturnsAndRefers);
                returns && card.passed == Some(true)
            })
    };
    file::read(source).ok()?.into_iter().find(good).map(|play| play.gives)
}

/// Plays every play of a file and compares what came of it. The seed is 0; it never decides a score.
///
/// # Errors
/// Where the file cannot be read as plays.
pub fn check(
    source: &Arc<Source>,
    scenario: &Arc<Checked>,
    rules: &Arc<Rules>,
) -> Result<Vec<Verdict>, Vec<Diagnostic>> {
    let plays = file::read(source).map_err(|finding| vec![*finding])?;
    let places = Places::of(source);
    let mut sessions = BTreeMap::new();
    for form in iter::once(None).chain(scenario.forms.keys().map(Some)) {
        let told = form.and_then(|form| scenario.in_form(form)).map_or_else(|| Arc::clone(scenario), Arc::new);
        let session = Session::new(told, Arc::clone(rules), 0, None)
            .map_err(|why| vec![finding(source, "P003", None, format!("the scenario cannot be played: {why}"))])?;
        sessions.insert(form, session);
    }
    let mut names = BTreeSet::new();
    let verdicts = plays.iter().enumerate().map(|(index, play)| {
        let at = At { source, places: &places, index };
        let Some(session) = sessions.get(&play.form.as_ref()) else { return no_such_form(play, scenario, &at) };
        let mut verdict = one(play, session, &at);
        if !names.insert(play.name.as_str()) {
            let mut twice = at.report("P009", &["name"], format!("two plays are called `{}`", play.name));
            twice.help = Some("Give this one a name of its own, so that a report can say which is meant.".into());
            verdict.findings.push(twice);
        }
        verdict
    });
    Ok(verdicts.collect())
}

fn no_such_form(play: &Play, scenario: &Checked, at: &At<'_>) -> Verdict {
    let form = play.form.as_ref().map_or("", FormId::as_str);
    let mut missing = at.report("P011", &["form"], format!("the scenario has no form `{form}`"));
    let known = || scenario.forms.keys().map(FormId::as_str);
    missing.help = Some(match did_you_mean(form, known()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None if scenario.forms.is_empty() => "Leave `form` out: the scenario has no forms beside itself.".into(),
        None => format!("There are: {}.", known().collect::<Vec<_>>().join(", ")),
    });
    Verdict {
        name: play.name.clone(),
        line: at.places.span(at.index, &[]).map(|span| at.source.place(span.start).line),
        turns: Vec::new(),
        beats: Vec::new(),
        card: None,
        differences: Vec::new(),
        findings: vec![missing],
    }
}

fn one(play: &Play, session: &Session, at: &At<'_>) -> Verdict {
    let road = road::walk(play, session, at);
    let mut verdict = Verdict {
        name: play.name.clone(),
        line: at.places.span(at.index, &[]).map(|span| at.source.place(span.start).line),
        beats: beats(session, &road.turns),
        card: None,
        differences: Vec::new(),
        findings: expect::findings(play, session, at),
        turns: road.turns,
    };
    if let Some(finding) = road.left {
        verdict.findings.insert(0, finding);
    } else {
        let card = scorecard(session, &verdict.turns);
        if verdict.findings.is_empty() {
            verdict.differences = expect::differences(play, &card, &verdict.beats, at);
        }
        verdict.card = Some(card);
    }
    verdict
}

fn beats(session: &Session, turns: &[Turn]) -> Vec<BeatId> {
    let first = session.begin().events;
    let events = first.iter().chain(turns.iter().flat_map(|turn| &turn.after.events));
    events
        .filter_map(|event| match event {
            Event::Entered(beat) => Some(beat.clone()),
            Event::Landed(_)
            | Event::NewContact { .. }
            | Event::FailedAgain
            | Event::PassedOver(_)
            | Event::Revealed(_)
            | Event::Noticed(_)
            | Event::Promise(..)
            | Event::Renegotiated(_)
            | Event::Ended(_) => None,
        })
        .collect()
}

/// Which play of which file is being looked at.
struct At<'a> {
    source: &'a Arc<Source>,
    places: &'a Places,
    index: usize,
}

impl At<'_> {
    /// A finding about the part of this play at `path`, or about the play where that is not written.
    fn report(&self, code: &'static str, path: &[&str], title: String) -> Diagnostic {
        finding(self.source, code, self.places.span(self.index, path), title)
    }
}

fn finding(source: &Arc<Source>, code: &'static str, span: Option<Range<usize>>, title: String) -> Diagnostic {
    Diagnostic {
        code,
        severity: Severity::Error,
        title,
        source: Arc::clone(source),
        span,
        label: None,
        why: None,
        help: None,
        fix: None,
    }
}
