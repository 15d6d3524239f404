//! `amends store backup`, `restore` and `verify`.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use super::print;
use crate::cli::attempts::tell_adopted;
use crate::cli::terminal::{complain, counted, paragraph};
use crate::cli::{CannotRun, Places, Status};
use crate::store::{Restored, Sqlite, Store, Verdict, is_exported};

/// What copies a store that is on a server.
const PG_DUMP: &str = "The store is on a server, which copies itself best: `pg_dump --format=custom --schema=amends --file=friday.dump ADDRESS`, with the address of the store. Nothing was done.";
/// What brings such a copy back.
const PG_RESTORE: &str = "The store is on a server, which brings its own copies back: `pg_restore --clean --if-exists --single-transaction --dbname=ADDRESS friday.dump`, with the address of the store. Who asked to be forgotten since the copy was made is in it again: ask for each of them anew with `amends store forget`. Nothing was done.";

/// Copy the store into one file, while it is used. The copy is read through before it gets its name.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  amends store backup /media/stick/friday.sqlite")]
pub struct Backup {
    /// The file to write; one that is there is left as it is
    file: PathBuf,
    /// Tell what was done as JSON
    #[arg(long)]
    json: bool,
}

/// Bring a backup back.
///
/// What is there now is set aside beside the store, a damaged file too. Who has asked to be forgotten stays forgotten.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  amends store restore /media/stick/friday.sqlite")]
pub struct Restore {
    /// The backup
    file: PathBuf,
    /// Tell what was done as JSON
    #[arg(long)]
    json: bool,
}

/// Look whether everything that is kept is whole: the file, each attempt line by line, each conversation's text.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  amends store verify\n  amends store verify friday.sqlite --json")]
pub struct Verify {
    /// Another store, a backup say [default: the store in the data folder]
    file: Option<PathBuf>,
    /// Tell what was found as JSON
    #[arg(long)]
    json: bool,
}

/// Runs `backup`.
pub fn back_up(command: &Backup, places: &Places, out: &mut dyn Write) -> Result<Status, CannotRun> {
    let store = places.store_file(PG_DUMP)?;
    tell_adopted(&store)?;
    let attempts = store.back_up(&command.file)?;
    if command.json {
        print(&json!({"file": command.file, "attempts": attempts}), out)?;
    } else {
        let shown = command.file.display();
        paragraph(out, "", &format!("{} copied to `{shown}`, and read through.", counted(attempts, "attempt")))?;
    }
    Ok(Status::Fine)
}

/// Runs `restore`.
pub fn restore(command: &Restore, places: &Places, out: &mut dyn Write) -> Result<Status, CannotRun> {
    let Restored { attempts, aside, forgotten, damaged } = places.store_file(PG_RESTORE)?.restore(&command.file)?;
    if command.json {
        print(&json!({"attempts": attempts, "set_aside": aside, "forgotten": forgotten, "was_damaged": damaged}), out)?;
    } else {
        paragraph(out, "", &format!("The store holds {} now.", counted(attempts, "attempt")))?;
        if forgotten > 0 {
            let left_out = counted(forgotten, "attempt");
            paragraph(
                out,
                "",
                &format!("{left_out} of the backup stayed out: their trainee has asked to be forgotten."),
            )?;
        }
        if let Some(aside) = aside {
            paragraph(out, "", &format!("What was there before lies in `{}`.", aside.display()))?;
        }
    }
    if damaged {
        complain(
            "The file that was there could not be read, nor who had asked to be forgotten since the backup. Forget them again.",
        );
        return Ok(Status::Findings);
    }
    Ok(Status::Fine)
}

/// Runs `verify`.
pub fn verify(command: &Verify, places: &Places, out: &mut dyn Write) -> Result<Status, CannotRun> {
    let mut unready = None;
    let store: Arc<dyn Store> = match &command.file {
        Some(file) if !file.is_file() => {
            return Err(CannotRun(format!("There is no store `{}`. Check the name.", file.display())));
        }
        Some(file) if is_exported(file) => {
            let shown = file.display();
            return Err(CannotRun(format!(
                "`{shown}` is an exported file, and no store. `amends import {shown}` looks it through before anything of it is taken in."
            )));
        }
        Some(file) => Arc::new(Sqlite::at(file)),
        None => {
            let store = places.store()?;
            // Whether all is whole can be seen where nothing may be written, too.
            unready = tell_adopted(&*store).err();
            store
        }
    };
    let Verdict { attempts, lines, scenarios, troubles, notes } = store.verify()?;
    if command.json {
        let whole = troubles.is_empty();
        print(
            &json!({"whole": whole, "attempts": attempts, "lines": lines, "scenarios": scenarios, "troubles": troubles, "notes": notes}),
            out,
        )?;
    } else {
        let looked =
            [counted(attempts, "attempt"), counted(lines, "line"), counted(scenarios, "scenario text")].join(", ");
        let verdict = if troubles.is_empty() { "All is whole" } else { "Not all is whole" };
        paragraph(out, "", &format!("{verdict}: {looked} looked at."))?;
        for note in &notes {
            paragraph(out, "  ", note)?;
        }
    }
    for trouble in unready.iter().map(|CannotRun(why)| why).chain(&troubles) {
        complain(trouble);
    }
    if troubles.is_empty() {
        return Ok(Status::Fine);
    }
    if command.file.is_none() && places.is_on_server() {
        complain("Keep a copy as it is (`pg_dump`), and save what can be read with `amends export FILE`.");
        return Ok(Status::Findings);
    }
    complain(
        "Keep a copy of the file as it is. Then bring a backup back with `amends store restore FILE`, or save what can be read with `amends export FILE`.",
    );
    Ok(Status::Findings)
}
