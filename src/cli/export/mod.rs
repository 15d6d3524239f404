//! `amends export`: attempts into a file for another store, a table, a workbook, or statements for a learning record store.

mod pace;
mod replayed;
mod sending;
mod statements;
mod tables;
mod walk;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::json;
use uuid::Uuid;

use super::terminal::{complain, counted, harmless, paragraph};
use super::{CannotRun, Places, Status};
use crate::export::xapi::Base;
use crate::store::{Asked, CopyMade, Exported, Filter, Store, export};
use walk::{Walked, there};

/// Write attempts into a file for another store, a spreadsheet, a warehouse or a learning record store.
///
/// As `attempts` the file holds the attempts and the conversations they were played on, and a check sum: `amends import` notices when it
/// was cut short or changed on its way. All the other kinds are for other programs: one row or statement for each decision, with what was
/// said, what it earned and the feedback that was shown, and one for each attempt. People stand there by code or pseudonym. Nothing
/// leaves this machine but what you name here.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(
    after_help = "Examples:\n  amends export workshop.jsonl\n  amends export monday.jsonl --since 2026-03-02 --as-cohort \"Front desk\" --facilitator Otieno\n  amends export attempts.xlsx\n  amends export decisions.parquet --table decisions\n  amends export statements.jsonl --as xapi\n  amends export --to https://lrs.example.org/xapi\n\nThe keys of a record store are read from the environment: AMENDS_LRS_KEY and AMENDS_LRS_SECRET. docs/exports.md tells what each column means."
)]
pub struct Command {
    /// The file to write
    #[arg(required_unless_present = "to", conflicts_with = "to")]
    file: Option<PathBuf>,
    /// What to write [default: by the ending of the file; statements where they are sent]
    #[arg(long = "as", value_name = "KIND")]
    kind: Option<As>,
    /// Send statements to the learning record store at this address
    #[arg(long, value_name = "URL")]
    to: Option<String>,
    /// One table alone, under the very name of the file
    #[arg(long, value_name = "TABLE")]
    table: Option<tables::Which>,
    /// Write people's names, in place of codes and pseudonyms
    #[arg(long)]
    names: bool,
    /// Write what people wrote about their own attempts, too
    #[arg(long)]
    free_text: bool,
    /// What the IRIs of statements begin with [default: urn:amends:]
    #[arg(long, value_name = "IRI", value_parser = Base::new)]
    iri: Option<Base>,
    /// The system in which people have the accounts named in statements [default: an IRI of this store]
    #[arg(long, value_name = "IRI")]
    home: Option<String>,
    /// Say in statements who passed or failed assessments: only where a panel has set the pass mark
    #[arg(long)]
    standard: bool,
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

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum As {
    /// For another store, with a check sum
    Attempts,
    /// Tables as text between commas
    Csv,
    /// A workbook for Excel and its like
    Xlsx,
    /// Tables for a warehouse
    Parquet,
    /// xAPI statements, one a line
    Xapi,
    /// Statements in the cmi5 profile, one a line
    Cmi5,
}

impl As {
    /// What the ending of a file stands for.
    ///
    /// # Errors
    /// Which endings there are, where it stands for nothing.
    fn by_ending(file: &Path) -> Result<Self, CannotRun> {
        let ending = file.extension().map(std::ffi::OsStr::to_ascii_lowercase).unwrap_or_default();
        match ending.to_str() {
            Some("jsonl") => Ok(Self::Attempts),
            Some("csv") => Ok(Self::Csv),
            Some("xlsx") => Ok(Self::Xlsx),
            Some("parquet") => Ok(Self::Parquet),
            _ => Err(CannotRun(harmless(&format!(
                "The ending of `{}` does not tell what to write. Attempts for another store end in `.jsonl`, tables in `.csv`, `.xlsx` or `.parquet`; or say it with `--as`.",
                file.display()
            )))),
        }
    }
}

/// A day of this machine's calendar, or a moment.
fn moment(text: &str) -> Result<Timestamp, String> {
    let day = || text.parse::<Date>().ok()?.to_zoned(TimeZone::system()).ok();
    let moment = text.parse().ok().or_else(|| day().map(|day| day.timestamp()));
    moment.ok_or_else(|| "a day is written 2026-03-02, a moment 2026-03-02T09:00:00+03:00".to_owned())
}

/// Runs the command. Attempts that cannot be recomputed, and statements that are refused, are findings.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let kind = match (&command.file, command.kind) {
        (_, Some(kind)) => kind,
        (Some(file), None) => As::by_ending(file)?,
        (None, None) => As::Xapi,
    };
    fits(command, kind)?;
    match (&command.file, kind) {
        (Some(file), As::Attempts) => attempts(command, file, places),
        (Some(file), As::Csv | As::Xlsx | As::Parquet) => tables::write(command, kind, file, places),
        (Some(file), As::Xapi | As::Cmi5) => statements::write(command, kind, file, places),
        (None, _) => sending::send(command, kind, places),
    }
}

/// Refuses what would have no effect: somebody who asks for it should know.
fn fits(command: &Command, kind: As) -> Result<(), CannotRun> {
    let (is_table, is_statements) =
        (matches!(kind, As::Csv | As::Xlsx | As::Parquet), matches!(kind, As::Xapi | As::Cmi5));
    let misplaced = [
        (command.to.is_some() && !is_statements, "`--to` sends statements", "`--as xapi` or `--as cmi5`"),
        (
            command.table.is_some() && !matches!(kind, As::Csv | As::Parquet),
            "`--table` chooses among tables that are files of their own",
            "`--as csv` or `--as parquet`",
        ),
        (
            command.names && kind == As::Attempts,
            "A file for another store always holds names; `--names` is for tables and statements",
            "another `--as`",
        ),
        (command.free_text && !is_table, "`--free-text` adds columns to tables", "`--as csv`, `xlsx` or `parquet`"),
        (command.iri.is_some() && !is_statements, "`--iri` is about statements", "`--as xapi` or `--as cmi5`"),
        (command.home.is_some() && !is_statements, "`--home` is about statements", "`--as xapi` or `--as cmi5`"),
        (command.standard && !is_statements, "`--standard` is about statements", "`--as xapi` or `--as cmi5`"),
        (
            command.facilitator.is_some() && kind != As::Attempts,
            "`--facilitator` is noted in files for another store",
            "`--as attempts`",
        ),
    ];
    match misplaced.iter().find(|(is_misplaced, ..)| *is_misplaced) {
        Some((_, what, with)) => Err(CannotRun(format!("{what}. Use it with {with}."))),
        None => Ok(()),
    }
}

impl Command {
    /// Which attempts are asked for.
    fn filter(&self) -> Filter {
        let Self { cohort, trainee, scenario, since, .. } = self;
        Filter {
            cohort: cohort.clone(),
            trainee: trainee.clone(),
            scenario: scenario.clone(),
            since: *since,
            ..Filter::default()
        }
    }
}

/// Writes a file for another store.
fn attempts(command: &Command, file: &Path, places: &Places) -> Result<Status, CannotRun> {
    free(file, command.replace)?;
    let shown = file.display();
    let asked =
        Asked { filter: command.filter(), label: command.as_cohort.clone(), facilitator: command.facilitator.clone() };
    let store = places.store()?;
    super::attempts::tell_adopted(&*store)?;
    there(command, &*store)?;
    let Exported { attempts, lines, scenarios, sha256 } = export(&*store, file, &asked)?;
    let out = &mut io::stdout().lock();
    if command.json {
        let told =
            json!({"file": file, "attempts": attempts, "lines": lines, "scenarios": scenarios, "sha256": sha256});
        super::store::print(&told, out)?;
    } else {
        let (told, scenarios) = (counted(attempts, "attempt"), counted(scenarios, "scenario"));
        paragraph(out, "", &format!("{told} at {scenarios} written to `{shown}`. SHA-256 {sha256}."))?;
        paragraph(out, "", "Whoever has this file can read who said what. Take it in elsewhere with `amends import`.")?;
    }
    tell_empty(attempts, &*store);
    Ok(Status::Fine)
}

/// Tells where nothing was written because nothing is there: it may be the wrong folder.
fn tell_empty(attempts: usize, store: &dyn Store) {
    if attempts == 0 {
        complain(&format!(
            "No attempt is in it, because no such attempt is in `{}`. Another data folder is named with `--data FOLDER`.",
            store.place()
        ));
    }
}

/// Refuses to write over a file unless that was asked for.
fn free(file: &Path, replace: bool) -> Result<(), CannotRun> {
    if !file.exists() || replace {
        return Ok(());
    }
    Err(CannotRun(format!("There is a file `{}` already. Name another, or add `--replace`.", file.display())))
}

/// Refuses to write into the data folder: `store forget` cannot look into such files.
fn elsewhere(file: &Path, places: &Places) -> Result<(), CannotRun> {
    let full = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if !full(file).starts_with(full(&places.data_folder()?)) {
        return Ok(());
    }
    Err(CannotRun(format!(
        "`{}` would lie in the data folder, and nobody could be forgotten in it. Name a place elsewhere.",
        file.display()
    )))
}

/// A file that gets its name once all of it is written.
struct Pending {
    file: PathBuf,
    part: PathBuf,
}

impl Pending {
    /// Begins the file, under another name.
    fn begin(file: &Path, command: &Command, places: &Places) -> Result<(Self, BufWriter<File>), CannotRun> {
        free(file, command.replace)?;
        elsewhere(file, places)?;
        let mut name = file.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let pending = Self { file: file.to_owned(), part: file.with_file_name(name) };
        let writer = File::create(&pending.part).map_err(|error| pending.failed(&error))?;
        Ok((pending, BufWriter::new(writer)))
    }

    /// Gives the file its name.
    fn finish(self, writer: BufWriter<File>) -> Result<PathBuf, CannotRun> {
        let done = writer.into_inner().map_err(io::IntoInnerError::into_error).and_then(|file| file.sync_all());
        done.and_then(|()| fs::rename(&self.part, &self.file)).map_err(|error| self.failed(&error))?;
        Ok(self.file.clone())
    }

    fn failed(&self, error: &io::Error) -> CannotRun {
        let shown = self.file.display();
        CannotRun(format!("`{shown}` cannot be written ({error}). Free some space, or name another place."))
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        // There is none where it has its name.
        let _ = fs::remove_file(&self.part);
    }
}

/// Notes in the store that attempts went where it cannot reach them.
fn note(store: &dyn Store, path: &str, made: Timestamp, attempts: &[Uuid]) -> Result<(), CannotRun> {
    let copy = CopyMade { path: path.to_owned(), made, kind: "export".into() };
    Ok(store.note_copy(&copy, attempts)?)
}

/// Tells what files hold, and what cannot be undone.
fn tell_files(
    command: &Command,
    store: &dyn Store,
    files: &[PathBuf],
    walked: &Walked,
    more: Option<&str>,
) -> Result<Status, CannotRun> {
    let out = &mut io::stdout().lock();
    let Walked { attempts, decisions, people, unreadable } = walked;
    if command.json {
        let told = json!({
            "files": files, "attempts": attempts.len(), "decisions": decisions, "people": people.len(), "names": command.names,
            "not_recomputed": unreadable.len(),
        });
        super::store::print(&told, out)?;
    } else {
        let shown: Vec<String> = files.iter().map(|file| format!("`{}`", file.display())).collect();
        let (attempts, decisions) = (counted(attempts.len(), "attempt"), counted(*decisions, "decision"));
        paragraph(out, "", &format!("{attempts} with {decisions} written to {}.", shown.join(" and ")))?;
        paragraph(out, "", &format!("{} Not for hiring, pay or discipline.", holds(command, people.len())))?;
        more.map_or(Ok(()), |more| paragraph(out, "", more))?;
        paragraph(out, "", "The store cannot reach what is written there: `amends store forget` will list it.")?;
    }
    tell_empty(walked.attempts.len(), store);
    Ok(tell_unreadable(unreadable))
}

/// Whom the written or sent names, in a sentence.
fn holds(command: &Command, people: usize) -> String {
    let people = super::terminal::counted_as(people, "person", "people");
    let by = if command.names { "by name" } else { "by code or pseudonym" };
    let own = if command.free_text { ", with what they wrote in their own words" } else { "" };
    format!("It tells what {people} said, {by}{own}.")
}

/// Tells of attempts that could not be recomputed, and whether there were any.
fn tell_unreadable(unreadable: &[String]) -> Status {
    let Some(first) = unreadable.first() else { return Status::Fine };
    let count = counted(unreadable.len(), "attempt");
    complain(&harmless(&format!(
        "{count} cannot be recomputed and stand there without scores, or not at all as statements. The first: {first}."
    )));
    Status::Findings
}

/// Writes something at the end of a line of output.
fn line(out: &mut impl Write, value: &serde_json::Value) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
