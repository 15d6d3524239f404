//! S305 to S310: what the levels of the replies say about the decision, and the decisions about the competencies.

use super::{page, sound, written};
use crate::check::finding::{Findings, Path};
use crate::check::rule::Rule;
use crate::check::subject::{Offered, Subject};
use crate::customer::Moves;
use crate::diag::Severity;
use crate::rubric::{Competency, TOP_LEVEL};
use crate::scenario::{LISTENING, Move, Reply};

pub const SPLIT_BEST: Rule = written("S305", "no-reply-has-it-all", Severity::Warning, page!("S305"), find_split);
pub const EQUAL: Rule = written("S306", "equal-replies", Severity::Warning, page!("S306"), find_equal);
pub const SAME_LEVELS: Rule = written("S307", "same-levels", Severity::Warning, page!("S307"), find_same_levels);
pub const HARDLY: Rule = sound("S308", "hardly-assessed", Severity::Warning, page!("S308"), find_hardly);
pub const NO_OVERALL: Rule = sound("S309", "no-overall-score", Severity::Warning, page!("S309"), find_no_overall);
pub const AGAINST: Rule = written("S310", "score-against-moves", Severity::Warning, page!("S310"), find_against);

/// By so many points the best reply may stay below the best of every competency taken singly, as a third of these.
const LARGEST_GAP: u32 = 3;

fn find_split(subject: &Subject<'_>, findings: &mut Findings) {
    for decision in subject.decisions() {
        let together: u32 = decision.best.iter().map(|(_, best)| u32::from(*best)).sum();
        let most = decision.replies.iter().map(Offered::points).max().unwrap_or(0);
        // More than three points, and under half of what can be had: no reply comes near.
        if together.saturating_sub(most) > LARGEST_GAP && 2 * most < together {
            let best: Vec<String> = decision.best.iter().map(|(id, best)| format!("{id} {best}")).collect();
            findings
                .add(decision.path(), format!("no reply here comes near the best levels: {most} of {together} points at most"))
                .why(format!("The score counts {} as possible, and no single reply has them, so even the best trainee loses points.", best.join(", ")))
                .help("Let `scores` name what this decision is about, or raise one reply.");
        }
    }
}

fn find_equal(subject: &Subject<'_>, findings: &mut Findings) {
    for decision in subject.decisions() {
        for (at, reply) in decision.replies.iter().enumerate() {
            let before = decision
                .replies
                .iter()
                .take(at)
                .find(|other| other.one.when == reply.one.when && same(other.one, reply.one));
            if let Some(other) = before {
                findings
                    .add(
                        decision.path_of(reply.id),
                        format!("the replies `{}` and `{}` do the same in everything", other.id, reply.id),
                    )
                    .at_name()
                    .why("Whichever the trainee takes, score, customer and way are the same: one of them is no choice.")
                    .help("Let one earn, do or lead to something else, or take it out.");
            }
        }
    }
}

/// Whether two replies differ in words only.
pub fn same(one: &Move, other: &Move) -> bool {
    let wordless = |one: &Move| Move {
        say: None,
        act: None,
        what: None,
        because: String::new(),
        skills: Vec::new(),
        ..one.clone()
    };
    // What is cheap to compare comes first, as nearly all differ there.
    one.shows == other.shows && one.to == other.to && wordless(one) == wordless(other)
}

fn find_same_levels(subject: &Subject<'_>, findings: &mut Findings) {
    for decision in subject.decisions().iter().filter(|decision| !decision.best.is_empty()) {
        let mut levels = decision.replies.iter().map(|reply| &reply.levels);
        let first = levels.next();
        if decision.replies.len() > 1 && levels.all(|one| Some(one) == first) {
            findings
                .add(Path::beat(decision.beat_id).to("reply"), "every reply here earns the same levels")
                .at_name()
                .why("It counts as a decision in the score, and cannot tell a good answer from a poor one.")
                .help("Give the replies the levels their words earn, or write `scores: []` where the choice is only a matter of the story.");
        }
    }
}

/// How many decisions can score each competency, over the whole scenario.
fn opportunities(subject: &Subject<'_>, competency: &Competency) -> usize {
    let chosen = subject
        .decisions()
        .iter()
        .filter(|decision| decision.replies.len() > 1 && decision.best.iter().any(|(id, _)| *id == competency.id));
    let heard = subject.scenario.beats.values().filter(|beat| {
        let scored = beat.scores.as_ref().is_none_or(|scores| scores.iter().any(|id| id.as_str() == LISTENING));
        competency.id == LISTENING && scored && matches!(beat.reply, Some(Reply::Paraphrase(_)))
    });
    chosen.count() + heard.count()
}

fn find_hardly(subject: &Subject<'_>, findings: &mut Findings) {
    let needed = usize::try_from(subject.rules.rubric.pass.decisions).unwrap_or(usize::MAX);
    let (mut few, mut none) = (Vec::new(), Vec::new());
    for competency in &subject.rules.rubric.competencies {
        match opportunities(subject, competency) {
            // Where something went wrong, each behaviour that the customer answers to is asked for.
            0 if competency.moves.is_some() && subject.scenario.failure.severity > 0 => {
                none.push(competency.id.as_str());
            }
            0 => {}
            there if there < needed => few.push(format!("{} in {there}", competency.id)),
            _ => {}
        }
    }
    let assessed = |list: String, how: &str| if list.is_empty() { None } else { Some(format!("{list} {how}")) };
    let told: Vec<String> =
        [assessed(few.join(", "), "only"), assessed(none.join(", "), "in none")].into_iter().flatten().collect();
    if !told.is_empty() {
        findings
            .add(Path::field("beats"), format!("too few decisions score a competency: {}", told.join("; ")))
            .at_name()
            .why(format!("A competency counts from {needed} scored decisions on; with fewer the trainee reads “not enough evidence”."))
            .help("Let more replies show it, at levels that differ. Where it is not what this conversation is about, allow this warning.");
    }
}

fn find_no_overall(subject: &Subject<'_>, findings: &mut Findings) {
    let pass = subject.rules.rubric.pass;
    let needed = usize::try_from(pass.decisions).unwrap_or(usize::MAX);
    let enough = subject.rules.rubric.competencies.iter().filter(|one| opportunities(subject, one) >= needed).count();
    if enough < usize::try_from(pass.competencies).unwrap_or(usize::MAX) {
        findings
            .add(Path::field("beats"), "nobody can get an overall score here")
            .at_name()
            .why(format!(
                "That takes {} competencies with {} scored decisions each, and there are {enough}.",
                pass.competencies, pass.decisions
            ))
            .help("Add decisions, or let the ones there are show more than one competency.");
    }
}

fn find_against(subject: &Subject<'_>, findings: &mut Findings) {
    for decision in subject.decisions() {
        for reply in decision.replies.iter().filter(|reply| !reply.one.shows.is_empty()) {
            let Moves { trust, calm, effort, outcome, treatment, process } = reply.one.moves;
            let net = trust + calm - effort + outcome + treatment + process;
            let (least, most) = (reply.one.shows.values().min(), reply.one.shows.values().max());
            let praised = most == Some(&TOP_LEVEL) && least >= Some(&2) && net < 0;
            let blamed = most == Some(&0) && net > 0;
            if praised || blamed {
                let (levels, effect) = if praised { ("good", "hurts") } else { ("harmful", "pleases") };
                findings
                    .add(
                        decision.path_of(reply.id).to("moves"),
                        format!("the levels call this reply {levels}, and `moves` {effect} the customer"),
                    )
                    .at_name()
                    .why("The trainee is told one thing by the score and the opposite by the customer.")
                    .help("Change the levels or the moves, or leave `moves` out: the customer answers to the levels anyway.");
            }
        }
    }
}
