//! `amends explore`: what can happen in a scenario, proved by looking at every state of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde_json::{Value, json};

use super::terminal::{counted, counted_as, paragraph};
use super::{CannotRun, Status, in_form, scenario_file};
use crate::customer::Outcome;
use crate::explore::{Answers, ClosingReply, Explored, ScoreRange, explore};
use crate::scenario::{BeatId, Rules};
use crate::score::shown;
use crate::session::plan::{Case, CaseOf};
use crate::session::{Given, Session};

/// Look at everything that can happen in a scenario
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  amends explore scenarios/heated-pool.ron --plays")]
pub struct Explore {
    /// The scenario file
    file: PathBuf,
    /// Show the replies of the shortest play behind each answer
    #[arg(long)]
    plays: bool,
    /// Play it with another persona than the scenario's own
    #[arg(long, value_name = "ID")]
    persona: Option<String>,
    /// A form of the scenario
    #[arg(long, value_name = "ID")]
    form: Option<String>,
    /// Memory it may use for states, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 1024)]
    memory: usize,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(command: &Explore) -> Result<Status, CannotRun> {
    let rules = Arc::new(Rules::builtin());
    let Some(scenario) = scenario_file(&command.file, &rules)? else { return Ok(Status::Findings) };
    let scenario = in_form(&scenario, command.form.as_deref())?;
    let session = Session::new(scenario, rules, 0, command.persona.as_deref())
        .map_err(|refusal| CannotRun(format!("{refusal}. `amends explore --help` shows how to call it.")))?;
    let found = explore(&session, command.memory.saturating_mul(1 << 20));
    let mut out = io::stdout().lock();
    if command.json {
        let json =
            serde_json::to_string_pretty(&as_json(&session, &found)).map_err(|why| CannotRun(why.to_string()))?;
        writeln!(out, "{json}")?;
    } else {
        Report { session: &session, found: &found, plays: command.plays, memory: command.memory }.write(&mut out)?;
    }
    let reached = &found.reached;
    let whole = found.is_complete() && reached.beats_missed.is_empty() && reached.replies_missed.is_empty();
    Ok(if whole { Status::Fine } else { Status::Findings })
}

struct Report<'a> {
    session: &'a Session,
    found: &'a Explored,
    plays: bool,
    memory: usize,
}

impl Report<'_> {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let Explored { states, ways, bytes, answers, .. } = self.found;
        let size = format!("{} moments and {} ways on from them", grouped(*states), grouped(*ways));
        if let Some(answers) = answers {
            paragraph(out, "", "Everything that can happen was looked at. What stands here is exact.")?;
            self.ends(answers, out)?;
            self.scores(answers, out)?;
            self.reached(out)?;
            matters(answers, out)?;
            let size = format!(
                "Looked at: {size}, in {}. A moment is a place in the conversation with all that counts there: what is known and promised, what was said, and how the customer is.",
                memory(*bytes)
            );
            writeln!(out)?;
            paragraph(out, "", &size)
        } else {
            let why = format!(
                "NOT everything that can happen was looked at: the memory limit of {} MiB was reached after {size}. What follows was found for certain, but there may be more. Scores and numbers of plays are not given, because they would not be exact. Try `--memory {}`.",
                self.memory,
                self.memory.saturating_mul(4)
            );
            paragraph(out, "", &why)?;
            let outcomes: Vec<String> =
                self.found.reached.outcomes.iter().map(|one| outcome_name(*one).to_owned()).collect();
            paragraph(out, "", &format!("Endings found so far: {}.", listed(&outcomes)))
        }
    }

    fn ends(&self, answers: &Answers, out: &mut dyn Write) -> io::Result<()> {
        let (least, most) = answers.length;
        let plays = match answers.plays {
            Some(plays) => format!("There are {} different ways to play it.", grouped_big(plays)),
            None => "There are too many different ways to play it to count them.".to_owned(),
        };
        paragraph(out, "", &format!("Every play ends, after {least} to {most} replies. {plays}"))?;
        paragraph(out, "", "\nEndings, with how many of these ways lead there")?;
        for outcome in Outcome::ALL {
            let name = outcome_name(outcome);
            let Some(play) = answers.shortest.get(&outcome) else {
                paragraph(out, "  ", &format!("{name}: cannot be reached"))?;
                continue;
            };
            let share = answers.shares.as_ref().and_then(|shares| shares.get(&outcome));
            let share = share.map(|share| format!("{}, ", percent(*share))).unwrap_or_default();
            let replies = counted_as(play.len(), "reply", "replies");
            paragraph(out, "  ", &format!("{name}: {share}after {replies} at the earliest"))?;
            self.play(play, out)?;
        }
        Ok(())
    }

    fn scores(&self, answers: &Answers, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\nScores of 100, the least and the greatest that anybody can get")?;
        for range in answers.scores.iter().filter(|range| range.outcome.is_none()) {
            paragraph(out, "  ", &format!("{}: {}", self.competency(range), of_extremes(range)))?;
            self.extremes(range, out)?;
            for with in answers.scores.iter().filter(|with| with.competency == range.competency) {
                if let Some(outcome) = with.outcome {
                    paragraph(
                        out,
                        "    ",
                        &format!("where the customer {}: {}", outcome_name(outcome), of_extremes(with)),
                    )?;
                    self.extremes(with, out)?;
                }
            }
        }
        let needed = self.session.rules().rubric.pass.decisions;
        for few in answers.fewest.iter().filter(|few| few.decisions < needed) {
            let name = self.name(few.competency.as_str());
            let decisions = counted(few.decisions as usize, "decision");
            let text = format!(
                "{name} is scored by only {decisions} on one way through; {needed} are needed for a score that counts."
            );
            paragraph(out, "  ", &text)?;
            self.play(&few.play, out)?;
        }
        Ok(())
    }

    fn reached(&self, out: &mut dyn Write) -> io::Result<()> {
        let reached = &self.found.reached;
        let missed = [
            ("Beats nobody gets to", reached.beats_missed.iter().map(ToString::to_string).collect::<Vec<_>>()),
            ("Beats that are only passed over", reached.beats_passed_over.iter().map(ToString::to_string).collect()),
            ("Replies that are never offered", reached.replies_missed.iter().map(ToString::to_string).collect()),
            ("Texts and ways whose condition never holds", reached.cases_missed.iter().map(case_name).collect()),
        ];
        if missed.iter().all(|(_, names)| names.is_empty()) {
            return writeln!(
                out,
                "\nEvery beat and every reply can come up, and every text and way that has a condition."
            );
        }
        writeln!(out)?;
        for (what, names) in missed.iter().filter(|(_, names)| !names.is_empty()) {
            paragraph(out, "", &format!("{what}: {}.", listed(names)))?;
        }
        Ok(())
    }

    fn extremes(&self, range: &ScoreRange, out: &mut dyn Write) -> io::Result<()> {
        if self.plays {
            self.play(&range.least.play, out)?;
            self.play(&range.greatest.play, out)?;
        }
        Ok(())
    }

    fn play(&self, play: &[Given], out: &mut dyn Write) -> io::Result<()> {
        if !self.plays {
            return Ok(());
        }
        let given: Vec<String> = play.iter().map(ToString::to_string).collect();
        paragraph(out, "      ", &given.join(" → "))
    }

    fn competency(&self, range: &ScoreRange) -> String {
        self.name(range.competency.as_str())
    }

    fn name(&self, competency: &str) -> String {
        let known = self.session.rules().rubric.competency(competency);
        known.map_or_else(|| competency.to_owned(), |competency| competency.name.clone())
    }
}

/// Which choices never matter, and which replies put a happy ending out of reach.
fn matters(answers: &Answers, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    for same in &answers.same {
        let replies: Vec<String> = same.replies.iter().map(ToString::to_string).collect();
        let all = if same.all { " They are all there is, so this decision never matters." } else { "" };
        let text = format!("At `{}` it never matters whether one gives {}.{all}", same.beat, listed_or(&replies));
        paragraph(out, "", &text)?;
    }
    if answers.same.is_empty() {
        paragraph(out, "", "Every choice matters: no two replies of a beat come to the same.")?;
    }
    for (always, what) in [
        (true, "After these replies a happy ending is no longer possible"),
        (false, "After these it is no longer possible in some plays, and in others it still is"),
    ] {
        let mut beats: BTreeMap<&BeatId, Vec<String>> = BTreeMap::new();
        for one in answers.closing.iter().filter(|one| one.always == always) {
            let reply = match &one.reply {
                ClosingReply::Reply(reply) => reply.to_string(),
                ClosingReply::Paraphrase(level) => format!("a summary at level {level}"),
                ClosingReply::Silence => "silence".to_owned(),
            };
            beats.entry(&one.beat).or_default().push(reply);
        }
        if !beats.is_empty() {
            writeln!(out)?;
            paragraph(out, "", what)?;
        }
        for (beat, replies) in beats {
            paragraph(out, "  ", &format!("{beat}: {}", listed(&replies)))?;
        }
    }
    Ok(())
}

fn of_extremes(range: &ScoreRange) -> String {
    format!("{} to {}", shown(range.least.score), shown(range.greatest.score))
}

/// What the customer does, after "the customer".
fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::ReturnsAndRefers => "returns and refers",
        Outcome::Passive => "stays passive",
        Outcome::Complains => "complains",
        Outcome::WalksAway => "walks away",
        Outcome::GoesPublic => "goes public",
    }
}

fn case_name(case: &Case) -> String {
    let place = case.position + 1;
    match &case.of {
        CaseOf::Says => format!("{}, text {place}", case.beat),
        CaseOf::Reply(reply) => format!("{}/{reply}, way {place}", case.beat),
        CaseOf::Paraphrase => format!("{}, way {place}", case.beat),
        CaseOf::Silence => format!("{} and silence, way {place}", case.beat),
    }
}

/// Bytes as people read them.
fn memory(bytes: usize) -> String {
    let mib = bytes >> 20;
    if mib == 0 { "less than 1 MiB of memory".to_owned() } else { format!("{mib} MiB of memory") }
}

fn listed(names: &[String]) -> String {
    names.join(", ")
}

fn listed_or(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(" or ")
}

/// A share of one as a percentage; a share that is there never reads as nothing.
fn percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent >= 0.1 || percent == 0.0 { format!("{percent:.1} %") } else { "less than 0.1 %".to_owned() }
}

fn grouped(number: u64) -> String {
    grouped_big(number.into())
}

/// A number with its digits in groups of three.
fn grouped_big(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        let _ = text.write_char(digit);
    }
    text
}

fn as_json(session: &Session, found: &Explored) -> Value {
    let reached = &found.reached;
    let cases: Vec<String> = reached.cases_missed.iter().map(case_name).collect();
    json!({
        "scenario": session.scenario().id,
        "hash": session.scenario().hash(),
        "form": session.scenario().form(),
        "persona": session.persona().id,
        "complete": found.is_complete(),
        "states": found.states,
        "ways": found.ways,
        "bytes": found.bytes,
        "reached": {
            "outcomes": reached.outcomes,
            "endings": reached.endings,
            "toldAgainst": reached.against,
            "beatsMissed": reached.beats_missed,
            "beatsPassedOver": reached.beats_passed_over,
            "repliesMissed": reached.replies_missed,
            "casesMissed": cases,
        },
        "answers": found.answers.as_ref().map(|answers| json!({
            "futures": answers.futures,
            "plays": answers.plays.map(|plays| plays.to_string()),
            "replies": { "least": answers.length.0, "most": answers.length.1 },
            "shortest": answers.shortest,
            "shares": answers.shares,
            "scores": answers.scores,
            "fewestDecisions": answers.fewest,
            "same": answers.same,
            "closing": answers.closing,
        })),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn a_share_that_is_there_never_reads_as_nothing() {
        assert_eq!([0.0, 0.000_01, 0.5].map(percent), ["0.0 %", "less than 0.1 %", "50.0 %"]);
    }
}
