//! The facilitator's page of a scenario, `<id>.guide.ron` beside it: what a trainer holds in her hand in a workshop. Here it is read,
//! compared with its scenario, and laid out for paper. Reading and writing files happens elsewhere.

mod page;

use std::sync::Arc;

use serde::Deserialize;

use crate::diag::{Diagnostic, Severity, Source, did_you_mean};
use crate::scenario::{BeatId, Checked, Part, Step, Tree, options, unreadable};

pub use page::{Label, html};

/// How many questions a debrief has: enough to come from what happened to one's own next shift, few enough for each to be talked over.
pub const QUESTIONS: usize = 5;
/// How many pauses a play can bear.
const PAUSES: std::ops::RangeInclusive<usize> = 2..=4;
/// Minutes a session can take: less is no debrief, more is a day.
const MINUTES: std::ops::RangeInclusive<usize> = 10..=240;

/// The facilitator's page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// What trainees can do afterwards that they could not before.
    pub aim: String,
    /// Minutes of the whole session: set-up, play, debrief.
    pub minutes: usize,
    /// Who plays, in what groups, what to say first, what not to give away.
    pub set_up: String,
    /// Where to stop the play and talk, in story order.
    pub pauses: Vec<Pause>,
    /// Open questions, from what happened to one's own next shift.
    pub debrief: Vec<String>,
    /// A way to play it differently the next time, and what that teaches.
    pub variation: String,
}

/// A place to stop and talk.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// Before the reply at this beat.
    pub at: BeatId,
    /// What to ask.
    pub ask: String,
}

impl Pause {
    /// What the customer has just said there; of several variants the one without a condition.
    #[must_use]
    pub fn line<'s>(&self, scenario: &'s Checked) -> Option<&'s str> {
        let says = scenario.beats.get(&self.at)?.says.as_ref()?;
        says.last.wordings().first().map(String::as_str)
    }
}

/// Reads a guide.
///
/// # Errors
/// The first place that cannot be read (G001).
pub fn read(source: &Arc<Source>) -> Result<Guide, Box<Diagnostic>> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    options().from_str(text).map_err(|error| {
        let mut finding = unreadable(source, &error);
        finding.code = "G001";
        Box::new(finding)
    })
}

/// What is wrong or weak in a guide; a scenario that cannot be played is told elsewhere, and then beats are not looked at.
#[must_use]
pub fn check(source: &Arc<Source>, scenario: Option<&Checked>) -> Vec<Diagnostic> {
    let guide = match read(source) {
        Ok(guide) => guide,
        Err(finding) => return vec![*finding],
    };
    let mut findings = Findings { source, tree: Tree::parse(&source.text), found: Vec::new() };
    if let Some(scenario) = scenario {
        findings.beats(&guide, scenario);
    }
    findings.complete(&guide);
    findings.found
}

struct Findings<'a> {
    source: &'a Arc<Source>,
    tree: Option<Tree<'a>>,
    found: Vec<Diagnostic>,
}

impl Findings<'_> {
    fn add(&mut self, code: &'static str, severity: Severity, path: &[Step], title: String, help: String) {
        self.found.push(Diagnostic {
            code,
            severity,
            title,
            source: Arc::clone(self.source),
            span: self.tree.as_ref().and_then(|tree| tree.find(path, Part::Value)),
            label: None,
            why: None,
            help: Some(help),
            fix: None,
        });
    }

    fn beats(&mut self, guide: &Guide, scenario: &Checked) {
        for (index, pause) in guide.pauses.iter().enumerate() {
            let path = ["pauses".into(), index.into(), "at".into()];
            let at = &pause.at;
            match scenario.beats.get(at) {
                None => {
                    let help = match did_you_mean(at.as_str(), scenario.beats.keys().map(BeatId::as_str)) {
                        Some(near) => format!("Did you mean `{near}`?"),
                        None => "Name a beat of the scenario at which the trainee replies.".into(),
                    };
                    self.add("G002", Severity::Error, &path, format!("the scenario has no beat `{at}`"), help);
                }
                Some(beat) if beat.reply.is_none() => {
                    let title = format!("the beat `{at}` ends the conversation, so there is no reply to pause before");
                    let help =
                        "Name a beat at which the trainee replies; what is asked afterwards belongs into `debrief`.";
                    self.add("G002", Severity::Error, &path, title, help.into());
                }
                Some(_) => {}
            }
        }
    }

    fn complete(&mut self, guide: &Guide) {
        let Guide { aim, minutes, set_up, pauses, debrief, variation } = guide;
        let mut weak = |path: &[Step], title: String, help: &str| {
            self.add("G003", Severity::Warning, path, title, help.into());
        };
        for (field, text) in [("aim", aim), ("set_up", set_up), ("variation", variation)] {
            if text.trim().is_empty() {
                weak(
                    &[field.into()],
                    format!("`{field}` says nothing"),
                    "Write it: a colleague will lead by this page.",
                );
            }
        }
        if !MINUTES.contains(minutes) {
            let title = format!("a session of {minutes} minutes");
            weak(&["minutes".into()], title, "Write the minutes of set-up, play and debrief together, 10 to 240.");
        }
        if !PAUSES.contains(&pauses.len()) {
            let help =
                "Write two to four: without any the room only watches, and more tear the conversation to pieces.";
            weak(&["pauses".into()], format!("there are {} places to pause", pauses.len()), help);
        }
        for (index, pause) in pauses.iter().enumerate().filter(|(_, pause)| pause.ask.trim().is_empty()) {
            let path = ["pauses".into(), index.into(), "ask".into()];
            weak(&path, format!("nothing is asked at `{}`", pause.at), "Write an open question.");
        }
        if debrief.len() != QUESTIONS {
            let title = format!("the debrief has {} questions", debrief.len());
            weak(&["debrief".into()], title, "Write five, from what happened, over why, to one's own next shift.");
        }
        for (index, _) in debrief.iter().enumerate().filter(|(_, question)| question.trim().is_empty()) {
            weak(&["debrief".into(), index.into()], "this question is empty".into(), "Write an open question.");
        }
    }
}
