//! What is wrong or weak in a course, beside the library it goes through.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Course, How, read};
use crate::diag::{Diagnostic, Severity, Source, did_you_mean};
use crate::scenario::{Checked, Part, Step, Tree};
use crate::score::shown;

/// How far apart the means of two matched conversations may lie (0–1000).
const MATCHED: u16 = 50;

/// What is known of a conversation's difficulty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difficulty {
    /// What chance earns on average, 0–1000.
    pub chance: u16,
    /// What somebody skilled earns on average, 0–1000.
    pub skilled: u16,
}

/// Everything that is wrong or weak in a course (C001–C005), in order of the places. `difficulty` is asked for the two conversations
/// of the measure only.
#[must_use]
pub fn check(
    source: &Arc<Source>,
    library: &BTreeMap<&str, &Arc<Checked>>,
    difficulty: impl Fn(&Arc<Checked>) -> Option<Difficulty>,
) -> Vec<Diagnostic> {
    let course = match read(source) {
        Ok(course) => course,
        Err(finding) => return vec![*finding],
    };
    let mut findings = Findings { source, tree: Tree::parse(&source.text), found: Vec::new() };
    findings.known(&course, library);
    findings.unseen(&course);
    findings.matched(&course, library, difficulty);
    findings.whole(&course);
    findings.found.sort_by_key(|finding| finding.span.as_ref().map(|span| span.start));
    findings.found
}

pub fn other_format(source: &Arc<Source>, format: u32) -> Diagnostic {
    let mut findings = Findings { source, tree: Tree::parse(&source.text), found: Vec::new() };
    let title = format!("this release reads courses of format {}, not {format}", super::FORMAT);
    findings.add("C001", Severity::Error, &["format".into()], title, "Write `format: 1`, or use a newer release.");
    findings.found.remove(0)
}

struct Findings<'a> {
    source: &'a Arc<Source>,
    tree: Option<Tree<'a>>,
    found: Vec<Diagnostic>,
}

/// Every conversation that a course names, with where.
fn named(course: &Course) -> Vec<(Vec<Step>, &str)> {
    let mut named: Vec<(Vec<Step>, &str)> = Vec::new();
    if let Some((one, other)) = &course.measure {
        named.push((vec!["measure".into(), 0.into()], one));
        named.push((vec!["measure".into(), 1.into()], other));
    }
    named.extend(course.steps.iter().enumerate().map(|(at, step)| {
        let path: Vec<Step> = vec!["steps".into(), at.into(), "play".into()];
        (path, step.play.as_str())
    }));
    named.extend(course.again.iter().enumerate().map(|(at, again)| {
        let path: Vec<Step> = vec!["again".into(), at.into(), "play".into()];
        (path, again.play.as_str())
    }));
    named
}

impl Findings<'_> {
    fn add(&mut self, code: &'static str, severity: Severity, path: &[Step], title: String, help: &str) {
        self.found.push(Diagnostic {
            code,
            severity,
            title,
            source: Arc::clone(self.source),
            span: self.tree.as_ref().and_then(|tree| tree.find(path, Part::Value)),
            label: None,
            why: None,
            help: Some(help.to_owned()),
            fix: None,
        });
    }

    fn known(&mut self, course: &Course, library: &BTreeMap<&str, &Arc<Checked>>) {
        for (path, id) in named(course).into_iter().filter(|(_, id)| !library.contains_key(id)) {
            let help = match did_you_mean(id, library.keys().copied()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "Name a scenario of the folder above; one with errors cannot be played.".to_owned(),
            };
            self.add("C002", Severity::Error, &path, format!("there is no scenario `{id}` to play"), &help);
        }
    }

    /// What measures must be new to everybody who comes to it.
    fn unseen(&mut self, course: &Course) {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let measure = course.measure.iter().flat_map(|(one, other)| [one.as_str(), other.as_str()]);
        let measures: BTreeSet<&str> = measure.collect();
        for (at, step) in course.steps.iter().enumerate() {
            let known = seen.contains(step.play.as_str()) && step.how == How::Transfer;
            if known || measures.contains(step.play.as_str()) {
                let path = ["steps".into(), at.into(), "play".into()];
                let title = format!("`{}` measures, and is played elsewhere on the way", step.play);
                self.add(
                    "C003",
                    Severity::Error,
                    &path,
                    title,
                    "What measures must be new: play another conversation here, or measure by another.",
                );
            }
            seen.insert(&step.play);
        }
    }

    fn matched(
        &mut self,
        course: &Course,
        library: &BTreeMap<&str, &Arc<Checked>>,
        difficulty: impl Fn(&Arc<Checked>) -> Option<Difficulty>,
    ) {
        let Some((one, other)) = &course.measure else { return };
        let of = |id: &str| library.get(id).and_then(|scenario| difficulty(scenario));
        let (Some(first), Some(second)) = (of(one), of(other)) else { return };
        for (what, a, b) in
            [("by chance", first.chance, second.chance), ("somebody skilled", first.skilled, second.skilled)]
        {
            if a.abs_diff(b) > MATCHED {
                let title = format!(
                    "the two measures differ: {what} earns {} in `{one}` and {} in `{other}`",
                    shown(a),
                    shown(b)
                );
                let help = "Choose two that lie within 5 of 100, or a change would show where nothing was learnt.";
                self.add("C004", Severity::Warning, &["measure".into()], title, help);
            }
        }
    }

    fn whole(&mut self, course: &Course) {
        let own =
            [("title", &course.title), ("about", &course.about)].map(|(field, text)| (vec![field.into()], field, text));
        let told = course.told.iter().flat_map(|(language, told)| {
            [("title", &told.title), ("about", &told.about)].map(|(field, text)| {
                let path: Vec<Step> = vec!["told".into(), language.as_str().into(), field.into()];
                (path, field, text)
            })
        });
        for (path, field, text) in own.into_iter().chain(told) {
            if text.trim().is_empty() {
                let title = format!("`{field}` says nothing");
                self.add("C005", Severity::Warning, &path, title, "Write it: the menu shows it.");
            }
        }
        let place = |how| course.steps.iter().position(|step| step.how == how);
        let order = [How::Example, How::Hints, How::Alone, How::Transfer];
        let places: Vec<usize> = order.into_iter().filter_map(place).collect();
        let title = match (places.len(), places.is_sorted()) {
            (4, true) => None,
            (4, false) => Some("the steps come in another order than learning does".to_owned()),
            _ => Some(
                "a worked example, practice with hints, practice alone or an unseen conversation is missing".to_owned(),
            ),
        };
        if let Some(title) = title {
            let help = "Go from `Example` over `Hints` and `Alone` to `Transfer`.";
            self.add("C005", Severity::Warning, &["steps".into()], title, help);
        }
        let days: Vec<u32> = course.again.iter().map(|again| again.after.whole_days()).collect();
        if days.is_empty() || !days.is_sorted_by(|one, next| one < next) {
            let title = if days.is_empty() {
                "nothing is played again"
            } else {
                "the repetitions are not in order of their days"
            };
            let help = "Play again after some days and some weeks, such as `Days(2)`, `Days(7)` and `Days(21)`: what is not repeated is forgotten.";
            self.add("C005", Severity::Warning, &["again".into()], title.to_owned(), help);
        }
    }
}
