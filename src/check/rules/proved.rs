//! S501–S510 and S512: what only looking at every state of a conversation, or letting habits play it, can show.

use unicode_segmentation::UnicodeSegmentation as _;

use std::collections::BTreeMap;

use super::levels::same;
use super::{page, proved};
use crate::bots::Rewarded;
use crate::check::finding::{Findings, Path};
use crate::check::proof::Proof;
use crate::check::rule::{Finds, Rule};
use crate::check::subject::Subject;
use crate::customer::Outcome;
use crate::diag::Severity::{Error, Warning};
use crate::explore::Answers;
use crate::scenario::{BeatId, Move, Reply};
use crate::score::shown;
use crate::session::Given;
use crate::session::plan::{Case, CaseOf};

pub const UNREACHED: Rule = proved("S501", "no-play-reaches", Error, page!("S501"), unreached);
pub const NEVER_OFFERED: Rule = proved("S502", "never-offered", Error, page!("S502"), never_offered);
pub const NEVER_TAKEN: Rule = proved("S503", "never-taken", Error, page!("S503"), never_taken);
pub const NEVER_ASKED: Rule = proved("S504", "never-asked", Error, page!("S504"), never_asked);
pub const TOO_FEW: Rule = proved("S505", "too-few-decisions", Error, page!("S505"), too_few);
pub const NO_OUTCOME: Rule = proved("S506", "outcome-out-of-reach", Warning, page!("S506"), no_outcome);
pub const ONE_OUTCOME: Rule = proved("S507", "one-outcome-only", Warning, page!("S507"), one_outcome);
pub const NO_DIFFERENCE: Rule = proved("S508", "no-difference", Warning, page!("S508"), no_difference);
pub const UNEARNED: Rule = proved("S509", "unearned-happy-end", Warning, page!("S509"), unearned);
pub const HABIT: Rule = proved("S510", "habit-passes", Warning, page!("S510"), habit);
/// No example of a page can be so large.
pub const NOT_PROVED: Rule =
    Rule { code: "S511", name: "not-proved", severity: Warning, page: page!("S511"), finds: Finds::Proved(not_proved) };

pub const AGAINST_OUTCOME: Rule = proved("S512", "against-outcome", Error, page!("S512"), against_outcome);

/// A score under this with a happy ending contradicts the customer's reaction.
const UNEARNED_UNDER: u16 = 200;

fn answers(proof: &Proof) -> Option<&Answers> {
    proof.explored.as_ref()?.answers.as_ref()
}

/// What was reached, where that is everything there is.
fn reached(proof: &Proof) -> Option<&crate::explore::Reached> {
    proof.explored.as_ref().filter(|explored| explored.is_complete()).map(|explored| &explored.reached)
}

/// Where a choice or offer stands.
fn reply(subject: &Subject<'_>, beat: &BeatId, reply: impl AsRef<str>) -> Path {
    let path = Path::beat(beat).to("reply");
    match subject.scenario.beats.get(beat).and_then(|beat| beat.reply.as_ref()) {
        Some(Reply::Commit(_)) => path.to("offers").to(reply.as_ref()),
        Some(Reply::Choose(_) | Reply::Paraphrase(_)) | None => path.to(reply.as_ref()),
    }
}

/// What is given in a play, as a list to read.
fn told(play: &[Given]) -> String {
    play.iter().map(|given| format!("`{given}`")).collect::<Vec<_>>().join(", ")
}

fn unreached(subject: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    // Where no way leads at all, S201 says so.
    let graph = subject.graph();
    let linked: Vec<&BeatId> =
        graph.beats.iter().zip(&graph.reached).filter(|(_, reached)| **reached).map(|((id, _), _)| *id).collect();
    for id in reached(proof).into_iter().flat_map(|reached| &reached.beats_missed).filter(|id| linked.contains(id)) {
        findings
            .add(Path::beat(id), format!("no play reaches the beat `{id}`, though a way leads there"))
            .at_name()
            .why("The conditions on that way never hold together, or the customer has always left by then.")
            .help("Loosen a condition on the way, or take the beat out. `amends explore` shows what else is never reached.");
    }
}

fn never_offered(subject: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    for path in reached(proof).into_iter().flat_map(|reached| &reached.replies_missed) {
        findings
            .add(reply(subject, &path.beat, &path.reply), format!("no play is ever offered the reply `{path}`"))
            .at_name()
            .why("Its `if` holds in no state in which the beat is asked, or five others always come first.")
            .help("Change its `if`, or take the reply out.");
    }
}

fn never_taken(subject: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    for Case { beat, of, position } in reached(proof).into_iter().flat_map(|reached| &reached.cases_missed) {
        let (path, what) = match of {
            CaseOf::Says => (Path::beat(beat).to("says"), "text is never said"),
            CaseOf::Reply(id) => (reply(subject, beat, id).to("to"), "way is never taken"),
            CaseOf::Paraphrase => (Path::beat(beat).to("reply").to("to"), "way is never taken"),
            CaseOf::Silence => (Path::beat(beat).to("silence").to("to"), "way is never taken"),
        };
        findings
            .add(path.to(*position), format!("this {what} in any play"))
            .why("Its condition never holds there, or one before it always does.")
            .help("Change the conditions or their order, or take this one out.");
    }
}

fn never_asked(_: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    for id in reached(proof).into_iter().flat_map(|reached| &reached.beats_passed_over) {
        findings
            .add(Path::beat(id), format!("the beat `{id}` is passed over in every play: nothing in it is ever asked"))
            .at_name()
            .why("A promise that should come due here never does, or every reply is withheld each time.")
            .help(
                "See that the promise can be open here, that something is known to sum up, or that a reply is offered.",
            );
    }
}

fn too_few(subject: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    let claimed = |competency: &str| {
        let scoring = subject.scores_of(competency);
        u32::try_from(scoring).unwrap_or(u32::MAX) >= proof.decisions
    };
    // One way out that comes too early costs several competencies, and is told once.
    let mut ways: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for few in answers(proof).into_iter().flat_map(|answers| &answers.fewest) {
        if few.decisions < proof.decisions && claimed(few.competency.as_str()) {
            let decisions = few.decisions.to_string();
            let scored = format!("`{}` by {}", few.competency, if few.decisions == 0 { "none" } else { &decisions });
            ways.entry(told(&few.play)).or_default().push(scored);
        }
    }
    for (way, scored) in ways {
        let scored = scored.join(", ");
        findings
            .add(
                Path::field("beats"),
                format!("on one way through, fewer than {} decisions score a competency: {scored}", proof.decisions),
            )
            .at_name()
            .why("Whoever takes that way gets no score for it, and two trainees cannot be compared.")
            .help(format!("Score it in a beat that every way passes. The shortest such way: {way}."));
    }
}

fn no_outcome(_: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    let Some(reached) = reached(proof).filter(|reached| reached.outcomes.len() > 1) else { return };
    // How somebody ends who is not satisfied is a matter of the persona: who never complains walks away. One of the three is enough.
    let kinds: [&[Outcome]; 3] = [
        &[Outcome::ReturnsAndRefers],
        &[Outcome::Passive],
        &[Outcome::Complains, Outcome::WalksAway, Outcome::GoesPublic],
    ];
    for kind in kinds.into_iter().filter(|kind| !kind.iter().any(|outcome| reached.outcomes.contains(outcome))) {
        let names: Vec<String> = kind.iter().map(|outcome| format!("`{outcome:?}`")).collect();
        let Some(first) = kind.first() else { continue };
        findings
            .add(
                Path::field("outcomes").to(format!("{first:?}").as_str()),
                format!("no play ends in {}", names.join(" or ")),
            )
            .at_name()
            .why("A conversation in which nothing can go very well, or very wrong, teaches that replies do not matter.")
            .help("Write replies that are better or worse than those there are, or let the conversation last longer.");
    }
}

fn one_outcome(_: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    if let Some([only]) = reached(proof).map(|reached| reached.outcomes.as_slice()) {
        findings
            .add(Path::field("outcomes"), format!("every play ends in `{only:?}`"))
            .at_name()
            .why("Whatever the trainee says, the customer does the same.")
            .help("Write replies that differ more, or let the conversation last longer.");
    }
}

fn no_difference(subject: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    for alike in answers(proof).into_iter().flat_map(|answers| &answers.same) {
        let [first, others @ ..] = alike.replies.as_slice() else { continue };
        // What can be seen without looking at any state, S306 says.
        let of_beat = subject.decisions().iter().filter(|decision| *decision.beat_id == alike.beat);
        let written: Vec<&Move> = of_beat
            .flat_map(|decision| &decision.replies)
            .filter(|reply| alike.replies.contains(reply.id))
            .map(|reply| reply.one)
            .collect();
        if written.len() > 1
            && written.windows(2).all(|two| matches!(two, [one, next] if one.when == next.when && same(one, next)))
        {
            continue;
        }
        let others: Vec<String> = others.iter().map(|id| format!("`{id}`")).collect();
        let all = if alike.all { "; so this decision never matters" } else { "" };
        findings
            .add(
                reply(subject, &alike.beat, first),
                format!("in no play is there a difference between `{first}` and {}{all}", others.join(", ")),
            )
            .at_name()
            .why("They score the same, and the same can follow: the trainee weighs words that weigh nothing.")
            .help("Let them differ in what they show, do or lead to, or take one out.");
    }
}

fn unearned(_: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    for range in answers(proof).into_iter().flat_map(|answers| &answers.scores) {
        if range.outcome != Some(Outcome::ReturnsAndRefers) || range.least.score >= UNEARNED_UNDER {
            continue;
        }
        findings
            .add(
                Path::field("outcomes").to("ReturnsAndRefers"),
                format!(
                    "the customer can come back happy although `{}` scores {} of 100",
                    range.competency,
                    crate::score::shown(range.least.score)
                ),
            )
            .at_name()
            .why("Score and reaction contradict each other, and the trainee believes the reaction.")
            .help(format!(
                "Let the weak replies on this way cost more; the strong ones may stay as they are: {}.",
                told(&range.least.play)
            ));
    }
}

fn habit(_: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    let earns = |one: &Rewarded| match one.mean {
        Some(mean) if one.passed == 0 => format!("{} on average in {} plays", shown(mean), one.plays),
        _ => format!("a pass in {} of {} plays", one.passed, one.plays),
    };
    let title = match proof.rewarded.as_slice() {
        [] => return,
        [one] => format!("the habit `{}` earns {}: {}", one.bot, earns(one), one.about),
        more => {
            let names: Vec<String> = more.iter().map(|one| format!("`{}`", one.bot)).collect();
            format!("{} habits earn too much: {}", more.len(), names.join(", "))
        }
    };
    let each: Vec<String> = match proof.rewarded.as_slice() {
        [_] => Vec::new(),
        more => more.iter().map(|one| format!("`{}` {}, and earns {}.", one.bot, one.about, earns(one))).collect(),
    };
    findings
        .add(Path::field("beats"), title)
        .at_name()
        .why(
            format!("Whoever has noticed it does well without having listened to anybody. {}", each.join(" "))
                .trim_end(),
        )
        .help("Let some beats reward another reply. `amends simulate` shows what every habit earns.");
}

/// Words as few as these, such as “Goodbye, then.”, say nothing about how it went.
const FAREWELL_WORDS: usize = 3;

fn against_outcome(subject: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    for one in proof.explored.iter().flat_map(|explored| &explored.reached.against) {
        let Some(says) = subject.scenario.beats.get(&one.beat).and_then(|beat| beat.says.as_ref()) else { continue };
        let Some(spoken) = says.values().nth(one.variant) else { continue };
        if spoken.wordings().iter().all(|text| text.unicode_words().count() <= FAREWELL_WORDS) {
            continue;
        }
        let path = Path::beat(&one.beat).to("says");
        let path = if says.cases.is_empty() { path } else { path.to(one.variant).to("text") };
        let lost: Vec<String> =
            one.outcomes.iter().filter(|outcome| outcome.is_lost()).map(|outcome| format!("`{outcome:?}`")).collect();
        let condition = if one.feeling_tells { "Feels(Happy)" } else { "All([Feels(Happy), AtLeast(returning, 580)])" };
        let told_apart = if says.cases.is_empty() {
            format!("`says: [(if: {condition}, text: …), (text: …)]`")
        } else if one.variant < says.cases.len() {
            format!("before this text another, `(if: All([…, {condition}]), text: …)`, with this text's own condition")
        } else {
            format!("before this text another, `(if: {condition}, text: …)`")
        };
        findings
            .add(path, format!("the same words end plays in `ReturnsAndRefers` and in {}", lost.join(", ")))
            .why("They cannot be true both of a customer who comes back and of one who is lost, and the trainee believes the words.")
            .help(format!(
                "Write {told_apart}. For example {}, and {}.",
                ends(&one.happy.play, one.happy.outcome),
                ends(&one.lost.play, one.lost.outcome)
            ));
    }
}

fn ends(play: &[Given], outcome: Outcome) -> String {
    if play.is_empty() {
        return format!("it ends in `{outcome:?}` at once");
    }
    format!("{} ends in `{outcome:?}`", told(play))
}

/// Says where there was no room to look at every state.
fn not_proved(_: &Subject<'_>, proof: &Proof, findings: &mut Findings) {
    if answers(proof).is_none() {
        findings
            .add(Path::field("beats"), "there are too many states to look at each of them here")
            .at_name()
            .why("What can never be reached, and what never matters, is therefore not among the findings.")
            .help("Run `amends explore` with more `--memory`, or split the conversation.");
    }
}
