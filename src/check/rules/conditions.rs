//! S203 and S204: conditions that can never hold, and conditions that always hold, whatever the trainee does. Only what follows
//! from the file alone is reported; what depends on the customer's mood is not judged here.

use super::{page, sound};
use crate::check::before::{Before, Mark, Moment, mark_of};
use crate::check::finding::{Findings, Path};
use crate::check::graph::{Graph, Via};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;
use crate::scenario::{Cases, Commit, Condition, Reply};

pub const NEVER: Rule = sound("S203", "never-holds", Severity::Error, page!("S203"), find_never);
pub const ALWAYS: Rule = sound("S204", "always-holds", Severity::Warning, page!("S204"), find_always);

/// What is certain about a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Never,
    Always,
    Open,
}

/// A condition where it stands.
struct Placed<'s, 'a> {
    condition: &'a Condition,
    moment: Moment,
    graph: &'s Graph<'a>,
    before: &'s Before<'a>,
}

fn find_never(subject: &Subject<'_>, findings: &mut Findings) {
    each(subject, &mut |placed, path| {
        if placed.report_parts(&path(), findings) {
            return;
        }
        if placed.judge() == Verdict::Never {
            findings
                .add(path(), "this condition can never hold")
                .label("never")
                .why(placed.contradiction())
                .help("Correct the condition, or take out what depends on it.");
        }
    });
}

fn find_always(subject: &Subject<'_>, findings: &mut Findings) {
    each(subject, &mut |placed, path| {
        if placed.judge() == Verdict::Always && !placed.has_impossible_part(placed.condition) {
            findings
                .add(path(), "this condition always holds")
                .label("always")
                .why("What comes after it in the list is never reached, and a reader looks for a meaning that is not there.")
                .help("Take the condition out, or write the one that was meant.");
        }
    });
}

/// Visits every condition that can be reached, with the way to it.
fn each<'s, 'a: 's>(subject: &'s Subject<'a>, visit: &mut impl FnMut(&Placed<'s, 'a>, &dyn Fn() -> Path)) {
    let (graph, before) = (subject.graph(), subject.before());
    for (position, (id, beat)) in graph.beats.iter().enumerate() {
        if !graph.reached.get(position).copied().unwrap_or(false) {
            continue;
        }
        let at = |condition, after| Placed { condition, moment: Moment { beat: position, after }, graph, before };
        if let Some(says) = &beat.says {
            for (item, condition) in says.conditions().enumerate() {
                visit(&at(condition, None), &|| Path::beat(id).to("says").to(item).to("if"));
            }
        }
        match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
                let commits = matches!(beat.reply, Some(Reply::Commit(_)));
                for ((reply, one), number) in moves.iter().zip(0..) {
                    let path = || {
                        let path = Path::beat(id).to("reply");
                        if commits { path.to("offers").to(reply.as_str()) } else { path.to(reply.as_str()) }
                    };
                    if let Some(condition) = &one.when {
                        visit(&at(condition, None), &|| path().to("if"));
                    }
                    ways(&one.to, &mut |condition, item| {
                        visit(&at(condition, Some(Via::Reply(number))), &|| path().to("to").to(item).to("if"));
                    });
                }
            }
            Some(Reply::Paraphrase(paraphrase)) => ways(&paraphrase.to, &mut |condition, item| {
                let path = || Path::beat(id).to("reply").to("to").to(item).to("if");
                visit(&at(condition, Some(Via::Reply(0))), &path);
            }),
            None => {}
        }
        if let Some(silence) = &beat.silence {
            ways(&silence.to, &mut |condition, item| {
                let path = || Path::beat(id).to("silence").to("to").to(item).to("if");
                visit(&at(condition, Some(Via::Silence)), &path);
            });
        }
    }
}

fn ways<'a, T>(cases: &'a Cases<T>, visit: &mut impl FnMut(&'a Condition, usize)) {
    for (item, condition) in cases.conditions().enumerate() {
        visit(condition, item);
    }
}

impl<'a> Placed<'_, 'a> {
    fn judge(&self) -> Verdict {
        self.judge_part(self.condition)
    }

    fn judge_part(&self, condition: &'a Condition) -> Verdict {
        match condition {
            Condition::All(parts) => {
                let verdicts: Vec<Verdict> = parts.iter().map(|part| self.judge_part(part)).collect();
                if verdicts.contains(&Verdict::Never) || self.conflict(parts).is_some() {
                    Verdict::Never
                } else if verdicts.iter().all(|one| *one == Verdict::Always) {
                    Verdict::Always
                } else {
                    Verdict::Open
                }
            }
            Condition::Any(parts) => {
                let verdicts: Vec<Verdict> = parts.iter().map(|part| self.judge_part(part)).collect();
                if verdicts.contains(&Verdict::Always) || has_opposites(parts) {
                    Verdict::Always
                } else if verdicts.iter().all(|one| *one == Verdict::Never) {
                    Verdict::Never
                } else {
                    Verdict::Open
                }
            }
            Condition::Not(part) => match self.judge_part(part) {
                Verdict::Never => Verdict::Always,
                Verdict::Always => Verdict::Never,
                Verdict::Open => Verdict::Open,
            },
            // The loader has seen to it that the number is one the variable can have.
            Condition::AtLeast(variable, least) if *least <= variable.range().0 => Verdict::Always,
            Condition::AtMost(variable, most) if *most >= variable.range().1 => Verdict::Always,
            leaf => match mark_of(leaf) {
                Some(mark) if !self.may(mark) => Verdict::Never,
                Some(_) | None => Verdict::Open,
            },
        }
    }

    fn may(&self, mark: Mark<'a>) -> bool {
        self.before.may(mark, self.moment)
    }

    /// Whether something in it names what cannot have happened yet.
    fn has_impossible_part(&self, condition: &'a Condition) -> bool {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().any(|part| self.has_impossible_part(part)),
            Condition::Not(part) => self.has_impossible_part(part),
            leaf => self.judge_part(leaf) == Verdict::Never,
        }
    }

    /// Reports each part that names what cannot have happened; true where there was one.
    fn report_parts(&self, path: &Path, findings: &mut Findings) -> bool {
        self.report_part(self.condition, path.clone(), findings)
    }

    fn report_part(&self, condition: &'a Condition, path: Path, findings: &mut Findings) -> bool {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                let mut any = false;
                for (item, part) in parts.iter().enumerate() {
                    any |= self.report_part(part, path.clone().to(item), findings);
                }
                any
            }
            // What stands in brackets alone is on the same way.
            Condition::Not(part) => self.report_part(part, path, findings),
            leaf if self.judge_part(leaf) == Verdict::Never => {
                let (title, quote, why) = Self::impossible(leaf);
                let finding = findings.add(path, title);
                if let Some(quote) = quote {
                    finding.quoting(format!("\"{quote}\""));
                }
                finding.why(why).help("Correct the condition, or take out what depends on it.");
                true
            }
            _ => false,
        }
    }

    /// What is impossible about a part, what names it, and why.
    fn impossible(leaf: &Condition) -> (String, Option<String>, &'static str) {
        const UNTOLD: &str = "No way to this place goes through a beat that tells it.";
        const UNTAKEN: &str = "No way to this place goes through it, so the condition can never hold.";
        match leaf {
            Condition::Knows(fact) => {
                (format!("the fact `{fact}` cannot be known here"), Some(fact.to_string()), UNTOLD)
            }
            Condition::Noticed(fact) => (
                format!("the fact `{fact}` cannot have been taken up here"),
                Some(fact.to_string()),
                "No reply before this place uses it, and no paraphrase is about it.",
            ),
            Condition::Promised(promise) => (
                format!("the promise `{promise}` cannot have been made here"),
                Some(promise.to_string()),
                "No reply before this place makes it.",
            ),
            Condition::Kept(promise) => (
                format!("the promise `{promise}` cannot have been kept here"),
                Some(promise.to_string()),
                "No reply before this place keeps it.",
            ),
            Condition::Broke(promise) => (
                format!("the promise `{promise}` cannot have been broken here"),
                Some(promise.to_string()),
                "No reply before this place breaks it, and it does not break by itself.",
            ),
            Condition::Chose(path) => {
                (format!("the reply `{path}` cannot have been taken here"), Some(path.to_string()), UNTAKEN)
            }
            Condition::Understood(_) => (
                "nothing has been paraphrased here".to_owned(),
                None,
                "No way to this place goes through a paraphrase.",
            ),
            Condition::Feels(_)
            | Condition::AtLeast(..)
            | Condition::AtMost(..)
            | Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_) => ("this can never hold".to_owned(), None, UNTAKEN),
        }
    }

    /// Why no part by itself is impossible, and the whole is.
    fn contradiction(&self) -> String {
        fn lists<'c>(condition: &'c Condition, found: &mut Vec<&'c [Condition]>) {
            match condition {
                Condition::All(parts) => {
                    found.push(parts);
                    for part in parts {
                        lists(part, found);
                    }
                }
                Condition::Any(parts) => parts.iter().for_each(|part| lists(part, found)),
                _ => {}
            }
        }
        let mut all = Vec::new();
        lists(self.condition, &mut all);
        let found = all.into_iter().find_map(|parts| self.conflict(parts));
        found.unwrap_or_else(|| "It excludes the only case in which it could hold.".to_owned())
    }

    /// Two parts that cannot hold together.
    fn conflict(&self, parts: &[Condition]) -> Option<String> {
        for (item, one) in parts.iter().enumerate() {
            for other in parts.iter().skip(item + 1) {
                if let Some(why) = self.exclude(one, other) {
                    return Some(why);
                }
            }
        }
        None
    }

    fn exclude(&self, one: &Condition, other: &Condition) -> Option<String> {
        match (one, other) {
            (Condition::Not(part), whole) | (whole, Condition::Not(part)) if **part == *whole => {
                Some("One part says the opposite of another.".to_owned())
            }
            (Condition::AtLeast(variable, least), Condition::AtMost(same, most))
            | (Condition::AtMost(same, most), Condition::AtLeast(variable, least))
                if variable == same && least > most =>
            {
                let name = format!("{variable:?}").to_lowercase();
                Some(format!("`{name}` cannot be at least {least} and at most {most}."))
            }
            (Condition::Feels(one), Condition::Feels(other)) if one != other => {
                Some("The customer feels one thing at a time.".to_owned())
            }
            (Condition::Chose(one), Condition::Chose(other)) if one.beat == other.beat && one.reply != other.reply => {
                let comes_once = self.graph.position(one.beat.as_str()).is_some_and(|at| {
                    let returns = self.graph.returns.get(at).copied().unwrap_or(true);
                    let commits =
                        self.graph.beats.get(at).is_some_and(|(_, beat)| matches!(beat.reply, Some(Reply::Commit(_))));
                    !returns || commits
                });
                comes_once.then(|| format!("Only one reply of `{}` can be taken.", one.beat))
            }
            _ => None,
        }
    }
}

fn has_opposites(parts: &[Condition]) -> bool {
    let denied = |part: &Condition| matches!(part, Condition::Not(inner) if parts.contains(inner));
    parts.iter().any(denied)
}
