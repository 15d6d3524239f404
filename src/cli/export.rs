//! `amends export`: attempts into a file for another store.

use std::io;
use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::json;

use super::terminal::{counted, paragraph};
use super::{CannotRun, Places, Status};
use crate::store::{Asked, Exported, Filter, export};

/// Write attempts into a file for another store.
///
/// The file holds the attempts and the conversations they were played on, and a check sum: `amends import` notices when it was cut
/// short or changed on its way. Nothing else leaves this machine.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends export workshop.jsonl\n  amends export monday.jsonl --since 2026-03-02 --as-cohort \"Front desk\" --facilitator Otieno"
)]
pub struct Command {
    /// The file to write
    file: PathBuf,
    /// Only attempts of this group
    #[arg(long, value_name = "NAME")]
    cohort: Option<String>,
    /// Only attempts of this person, by name or code
    #[arg(long, value_name = "NAME")]
    trainee: Option<String>,
    /// Only attempts at this scenario
    #[arg(long, value_name = "ID")]
    scenario: Option<String>,
    /// Only attempts begun on this day or later: 2026-03-02, or a moment with its zone
    #[arg(long, value_name = "DAY", value_parser = moment)]
    since: Option<Timestamp>,
    /// The group of attempts that name none
    #[arg(long, value_name = "NAME")]
    as_cohort: Option<String>,
    /// Who led the group
    #[arg(long, value_name = "NAME")]
    facilitator: Option<String>,
    /// Write over a file that is there
    #[arg(long)]
    replace: bool,
    /// Tell what was written as JSON
    #[arg(long)]
    json: bool,
}

/// A day of this machine's calendar, or a moment.
fn moment(text: &str) -> Result<Timestamp, String> {
    let day = || text.parse::<Date>().ok()?.to_zoned(TimeZone::system()).ok();
    let moment = text.parse().ok().or_else(|| day().map(|day| day.timestamp()));
    moment.ok_or_else(|| "a day is written 2026-03-02, a moment 2026-03-02T09:00:00+03:00".to_owned())
}

/// Runs the command.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let shown = command.file.display();
    if command.file.exists() && !command.replace {
        return Err(CannotRun(format!("There is a file `{shown}` already. Name another, or add `--replace`.")));
    }
    let Command { cohort, trainee, scenario, since, .. } = command;
    let filter = Filter {
        cohort: cohort.clone(),
        trainee: trainee.clone(),
        scenario: scenario.clone(),
        since: *since,
        ..Filter::default()
    };
    let asked = Asked { filter, label: command.as_cohort.clone(), facilitator: command.facilitator.clone() };
    let store = places.store()?;
    super::attempts::tell_adopted(&store)?;
    let Exported { attempts, lines, scenarios, sha256 } = export(&*store, &command.file, &asked)?;
    let out = &mut io::stdout().lock();
    if command.json {
        let told = json!({"file": command.file, "attempts": attempts, "lines": lines, "scenarios": scenarios, "sha256": sha256});
        super::store::print(&told, out)?;
    } else {
        let (attempts, scenarios) = (counted(attempts, "attempt"), counted(scenarios, "scenario"));
        paragraph(out, "", &format!("{attempts} at {scenarios} written to `{shown}`. SHA-256 {sha256}."))?;
        paragraph(out, "", "Whoever has this file can read who said what. Take it in elsewhere with `amends import`.")?;
    }
    Ok(Status::Fine)
}
