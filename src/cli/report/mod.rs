//! `amends report`: what attempts say, as one page for an organisation, a cohort or one person.

mod sessions;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;

use super::attempts::Attempts;
use super::shelf::Shelf;
use super::terminal::{complain, counted, harmless, paragraph};
use super::{CannotRun, Places, Status};
use crate::attempt::{Attempt, Contents, Mode};
use crate::diag::did_you_mean;
use crate::impact::Figures;
use crate::report::{Case, Inputs, Reader, Summary, Unscored, first_assessments, html, page};
use crate::scenario::Rules;
use crate::score::scorecard;
use crate::words::Words;
use sessions::Played;

/// Write what attempts say as one page, for an organisation, a cohort or one person.
///
/// The page is one HTML file that needs no network: open it in a browser, print it, send it. It shows groups of five people or more, and
/// a person only to themselves. It is made of first assessments; practice, repeated and interrupted attempts are counted and not scored.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends report --out report.html\n  amends report --attempts workshop.jsonl --for cohort October --out october.html\n  amends report --for trainee Wanjiru --out wanjiru.html\n  amends report --contacts 4000 --margin 120 --training-cost 18000-26000 --out report.html"
)]
pub struct Command {
    /// A file of attempts, exported ones or a store [default: the store in the data folder]
    #[arg(long, value_name = "FILE")]
    attempts: Option<PathBuf>,
    /// Who reads it: `organisation`, `cohort NAME` or `trainee NAME`
    #[arg(long = "for", value_names = ["READER", "NAME"], num_args = 1..=2, default_value = "organisation")]
    reader: Vec<String>,
    /// Where to write the page [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// What stands on the page, as one JSON object
    #[arg(long)]
    json: bool,
    /// Contacts about failures a year that reach trained staff, for a range in money
    #[arg(long, value_name = "NUMBER", requires = "margin", requires = "training_cost", value_parser = amount)]
    contacts: Option<f64>,
    /// Yearly margin, not revenue, of one customer
    #[arg(long, value_name = "AMOUNT", requires = "contacts", value_parser = amount)]
    margin: Option<f64>,
    /// What the training costs with staff hours, from least to most: `18000-26000`
    #[arg(long, value_name = "LEAST-MOST", requires = "contacts", value_parser = range)]
    training_cost: Option<(f64, f64)>,
}

/// Runs the command. Lines and attempts that cannot be read are told and are findings; the page is made of the others.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let contents = Attempts::of(command.attempts.as_deref(), places)?.contents;
    let reader = reader(&command.reader)?;
    known(&reader, &contents.attempts)?;
    let rules = Arc::new(Rules::builtin());
    let played = Played::new(
        Shelf::beside(command.attempts.as_deref(), contents.scenarios.clone(), places, &rules),
        Arc::clone(&rules),
    );
    let is_own = |attempt: &Attempt| match &reader {
        Reader::Organisation => true,
        Reader::Cohort(cohort) => attempt.start.cohort.as_ref() == Some(cohort),
        Reader::Trainee(trainee) => attempt.start.trainee.as_ref() == Some(trainee),
    };
    let firsts = first_assessments(&contents.attempts);
    let (mut own, mut everybody) = (Summary::default(), Summary::default());
    let mut unreadable: Vec<String> = Vec::new();
    for attempt in &contents.attempts {
        let mut both = |count: &dyn Fn(&mut Summary)| {
            count(&mut everybody);
            if is_own(attempt) {
                count(&mut own);
            }
        };
        let trainee = attempt.start.trainee.as_deref();
        let first = firsts.contains(&attempt.start.attempt);
        let why = match (attempt.is_finished(), attempt.start.mode) {
            (false, _) => Some(Unscored::Interrupted),
            (true, Mode::Practice) => Some(Unscored::Practice),
            (true, Mode::Assessment) if !first => Some(Unscored::Repeated),
            (true, Mode::Assessment) => None,
        };
        if let Some(why) = why {
            both(&|summary| summary.leave_out(trainee, why));
            continue;
        }
        match played.replayed(attempt) {
            Ok((session, turns)) => {
                let case = Case::new(attempt, &session, &scorecard(&session, &turns), first);
                both(&|summary| summary.add(&case));
            }
            Err(why) => {
                both(&|summary| summary.leave_out(trainee, Unscored::Unreadable));
                unreadable.push(format!("{}: {why}", attempt.start.attempt));
            }
        }
    }
    let figures = match (command.contacts, command.margin, command.training_cost) {
        (Some(contacts), Some(margin), Some(cost)) => Some(Figures { contacts, margin, cost }),
        _ => None,
    };
    let words = Words::english();
    let page = page(&Inputs {
        reader,
        own: &own,
        everybody: &everybody,
        rubric: &rules.rubric,
        words: &words,
        sessions: &played,
        figures,
        made: Timestamp::now(),
    });
    let text = if command.json {
        serde_json::to_string(&page).map_err(|error| CannotRun(error.to_string()))? + "\n"
    } else {
        html(&page)
    };
    write(command, &text)?;
    Ok(told(&contents, &unreadable))
}

fn write(command: &Command, text: &str) -> Result<(), CannotRun> {
    let mut out = io::stdout().lock();
    let Some(file) = &command.out else {
        out.write_all(text.as_bytes())?;
        return Ok(());
    };
    let shown = file.display();
    fs::write(file, text).map_err(|error| {
        CannotRun(format!("`{shown}` cannot be written ({error}). Name another place with `--out FILE`."))
    })?;
    paragraph(&mut out, "", &format!("The report is in `{shown}`. Open it in a browser; it needs no network."))?;
    Ok(())
}

/// Tells what could not be read, and whether that was anything.
fn told(contents: &Contents, unreadable: &[String]) -> Status {
    for damaged in &contents.damaged {
        complain(&format!("Line {} of the attempts cannot be read and is left out ({}).", damaged.line, damaged.why));
    }
    if let Some(first) = unreadable.first() {
        complain(&format!(
            "{} cannot be replayed and stand in the report as such. The first: {first}.",
            counted(unreadable.len(), "attempt")
        ));
    }
    if contents.damaged.is_empty() && unreadable.is_empty() { Status::Fine } else { Status::Findings }
}

fn reader(asked: &[String]) -> Result<Reader, CannotRun> {
    match asked {
        [kind] if kind == "organisation" => Ok(Reader::Organisation),
        [kind, name] if kind == "cohort" => Ok(Reader::Cohort(name.clone())),
        [kind, name] if kind == "trainee" => Ok(Reader::Trainee(name.clone())),
        _ => Err(CannotRun(harmless(&format!(
            "`--for {}` names no reader. There are: `--for organisation`, `--for cohort NAME`, `--for trainee NAME`.",
            asked.join(" ")
        )))),
    }
}

/// Whether anybody of that name is there. Names of people are not listed: whoever asks knows their own.
fn known(reader: &Reader, attempts: &[Attempt]) -> Result<(), CannotRun> {
    if attempts.is_empty() {
        return Err(CannotRun(
            "There is no attempt to report on yet. Play a scenario first, or name a file with `--attempts FILE`."
                .into(),
        ));
    }
    match reader {
        Reader::Organisation => Ok(()),
        Reader::Trainee(name) if attempts.iter().any(|attempt| attempt.start.trainee.as_ref() == Some(name)) => Ok(()),
        Reader::Trainee(name) => Err(CannotRun(harmless(&format!(
            "Nobody has played under the name `{name}`. Names are told apart by every letter."
        )))),
        Reader::Cohort(name) => {
            let cohorts = || attempts.iter().filter_map(|attempt| attempt.start.cohort.as_deref());
            if cohorts().any(|cohort| cohort == name) {
                return Ok(());
            }
            let mut all: Vec<&str> = cohorts().collect();
            all.sort_unstable();
            all.dedup();
            let help = match did_you_mean(name, all.iter().copied()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None if all.is_empty() => "No attempt here belongs to a cohort.".to_owned(),
                None => format!("There are: {}.", all.join(", ")),
            };
            Err(CannotRun(harmless(&format!("There is no cohort `{name}`. {help}"))))
        }
    }
}

/// A number above nothing.
fn amount(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| "this is not a number".to_owned())?;
    if number.is_finite() && number > 0.0 { Ok(number) } else { Err("this has to be more than 0".to_owned()) }
}

/// Two amounts, the smaller first.
fn range(text: &str) -> Result<(f64, f64), String> {
    let (low, high) = text.split_once('-').ok_or("write it as `18000-26000`")?;
    let (low, high) = (amount(low)?, amount(high)?);
    if low <= high { Ok((low, high)) } else { Err("the smaller amount comes first".to_owned()) }
}
