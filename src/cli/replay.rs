//! `amends replay`: recompute the scorecards of attempts.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use super::attempts::Attempts;
use super::shelf::Shelf;
use super::terminal::{complain, paragraph};
use super::{Beside, CannotRun, Places, Status, write_debrief};
use crate::attempt::{Attempt, Mode, Reflection, Start};
use crate::scenario::Rules;
use crate::score::Scorecard;
use crate::session::Session;
use crate::words::{Language, Words, keys};

/// Recompute the scorecards of attempts.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  amends replay\n  amends replay workshop.jsonl --json")]
pub struct Replay {
    /// A file of attempts, exported ones or a store [default: the store in the data folder]
    file: Option<PathBuf>,
    /// Only this attempt
    #[arg(long, value_name = "ID")]
    attempt: Option<Uuid>,
    /// One JSON object a line: the attempt's id and its scorecard
    #[arg(long)]
    json: bool,
}

/// One line of `--json`.
#[derive(Serialize)]
struct Replayed<'a> {
    attempt: Uuid,
    scenario: &'a str,
    mode: Mode,
    trainee: Option<&'a str>,
    started: Timestamp,
    finished: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reflection: Option<&'a Reflection>,
    scorecard: &'a Scorecard,
}

/// Runs the command. Attempts that cannot be replayed are told and are findings; the others go on.
pub fn run(command: &Replay, places: &Places) -> Result<Status, CannotRun> {
    let read = Attempts::of(command.file.as_deref(), places)?;
    let (shown, contents) = (&read.shown, &read.contents);
    let rules = Arc::new(Rules::builtin());
    let words = Words::of(Language::of_the_system());
    let mut out = io::stdout().lock();
    let mut status = Status::Fine;
    for damaged in &contents.damaged {
        complain(&format!(
            "`{shown}`, line {}: this line cannot be read and is left out ({}).",
            damaged.line, damaged.why
        ));
        status = Status::Findings;
    }
    let chosen = |attempt: &&Attempt| command.attempt.is_none_or(|id| id == attempt.start.attempt);
    let attempts: Vec<&Attempt> = contents.attempts.iter().filter(chosen).collect();
    if attempts.is_empty() {
        return Err(CannotRun(match command.attempt {
            Some(_) => format!("There is no such attempt in `{shown}`."),
            None => format!("There is no attempt in `{shown}`. Play a scenario first, or name a file of attempts."),
        }));
    }
    let shelf = Shelf::beside(command.file.as_deref(), contents.scenarios.clone(), places, &rules);
    for attempt in attempts {
        match shelf.recompute(attempt) {
            Ok((session, card)) => tell(command, attempt, &session, &card, &words, &mut out)?,
            Err(why) => {
                complain(&format!(
                    "The attempt {} of `{}` cannot be replayed: {why}.",
                    attempt.start.attempt, attempt.start.scenario
                ));
                status = Status::Findings;
            }
        }
    }
    Ok(status)
}

fn tell(
    command: &Replay,
    attempt: &Attempt,
    session: &Session,
    card: &Scorecard,
    words: &Words,
    out: &mut dyn Write,
) -> Result<(), CannotRun> {
    if command.json {
        let line = Replayed {
            attempt: attempt.start.attempt,
            scenario: &attempt.start.scenario,
            mode: attempt.start.mode,
            trainee: attempt.start.trainee.as_deref(),
            started: attempt.start.started,
            finished: card.ending.is_some(),
            reflection: attempt.reflection.as_ref(),
            scorecard: card,
        };
        let json = serde_json::to_string(&line).map_err(|error| CannotRun(error.to_string()))?;
        writeln!(out, "{json}")?;
        return Ok(());
    }
    let Start { attempt: id, trainee, started, mode, .. } = &attempt.start;
    let trainee = trainee.as_deref().unwrap_or("—");
    paragraph(out, "", &format!("{id} · {trainee} · {} · {started:.0}", words.text(keys::mode(*mode))))?;
    let beside = Beside { reflection: attempt.reflection.as_ref(), along: None };
    write_debrief(session, card, &beside, words, out)?;
    writeln!(out)?;
    Ok(())
}
