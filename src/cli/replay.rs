//! `amends replay`: recompute the scorecards of an attempts file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use super::language::in_language;
use super::terminal::{complain, paragraph};
use super::{CannotRun, Places, Status, write_debrief};
use crate::attempt::{Attempt, Journal, Mode, Start, replay, session_of};
use crate::library;
use crate::scenario::{Checked, Rules};
use crate::score::{Scorecard, scorecard};
use crate::session::Session;
use crate::words::{Words, keys};

/// Recompute the scorecards of an attempts file.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  amends replay attempts.jsonl --json")]
pub struct Replay {
    /// The attempts file
    file: PathBuf,
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
    scorecard: &'a Scorecard,
}

/// Runs the command. Attempts that cannot be replayed are told and are findings; the others go on.
pub fn run(command: &Replay, places: &Places) -> Result<Status, CannotRun> {
    let shown = command.file.display();
    let contents = Journal::read_file(&command.file).map_err(|error| {
        CannotRun(format!("The attempts file `{shown}` cannot be read ({error}). Attempts are kept in `attempts.jsonl` in the data folder."))
    })?;
    let rules = Arc::new(Rules::builtin());
    let words = Words::english();
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
        return Err(CannotRun(format!("There is no such attempt in `{shown}`.")));
    }
    let shelf = Shelf::beside(&command.file, places, &rules);
    for attempt in attempts {
        match recompute(attempt, &shelf, &rules) {
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

fn recompute(attempt: &Attempt, shelf: &Shelf, rules: &Arc<Rules>) -> Result<(Session, Scorecard), String> {
    let scenario = shelf
        .find(&attempt.start.hash)
        .ok_or("the scenario as it was played is neither kept with the attempts nor in the scenario folder; name its folder with `--scenarios FOLDER`")?;
    let scenario = shelf.as_it_was_told(scenario, &attempt.start);
    let session = session_of(attempt, scenario, Arc::clone(rules)).map_err(|why| why.to_string())?;
    if attempt.start.rules != rules.hash() {
        complain(&format!(
            "The attempt {} was recorded under other rules; its score is recomputed under the present ones.",
            attempt.start.attempt
        ));
    }
    let turns = replay(&session, attempt).map_err(|why| why.to_string())?;
    let card = scorecard(&session, &turns);
    Ok((session, card))
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
            scorecard: card,
        };
        let json = serde_json::to_string(&line).map_err(|error| CannotRun(error.to_string()))?;
        writeln!(out, "{json}")?;
        return Ok(());
    }
    let Start { attempt: id, trainee, started, mode, .. } = &attempt.start;
    let trainee = trainee.as_deref().unwrap_or("—");
    paragraph(out, "", &format!("{id} · {trainee} · {} · {started:.0}", words.text(keys::mode(*mode))))?;
    write_debrief(session, card, words, out)?;
    writeln!(out)?;
    Ok(())
}

/// Where scenarios can be found by their hash: kept beside the attempts, in the data folder, or in the scenario folder.
struct Shelf {
    kept: Vec<Journal>,
    library: Vec<(PathBuf, Arc<Checked>)>,
    rules: Arc<Rules>,
}

impl Shelf {
    fn beside(file: &Path, places: &Places, rules: &Arc<Rules>) -> Self {
        let beside = Journal::in_folder(file.parent().unwrap_or(Path::new("")));
        let library = library::list(&places.scenarios(), rules).unwrap_or_default();
        Self {
            kept: std::iter::once(beside).chain(places.journal().ok()).collect(),
            library: library.into_iter().filter_map(|entry| Some((entry.path, entry.scenario.ok()?))).collect(),
            rules: Arc::clone(rules),
        }
    }

    fn find(&self, hash: &str) -> Option<Arc<Checked>> {
        let kept = self.kept.iter().filter_map(|journal| {
            let path = journal.scenario_path(hash);
            path.is_file().then(|| library::read(&path, &self.rules).scenario.ok())?
        });
        kept.chain(self.library.iter().map(|(_, scenario)| Arc::clone(scenario)))
            .find(|scenario| scenario.hash() == hash)
    }

    /// A scenario in the language it was played in, where the translation lies in the scenario folder. Else in its own language,
    /// and that is told: scores are the same in every language.
    fn as_it_was_told(&self, scenario: Arc<Checked>, start: &Start) -> Arc<Checked> {
        let (language, own) = (&start.language, &scenario.language);
        if language == own {
            return scenario;
        }
        let file = self.library.iter().find(|(_, known)| known.id == scenario.id).map(|(path, _)| path);
        if let Some(Ok(Some(told))) = file.map(|file| in_language(&scenario, file, language)) {
            return told;
        }
        complain(&format!(
            "The attempt {} was played in `{language}`. That translation cannot be read from the scenario folder, so the attempt is told in `{own}`. `--scenarios FOLDER` names another folder.",
            start.attempt
        ));
        scenario
    }
}
