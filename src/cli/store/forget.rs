//! `amends store forget` and `prune`.

use std::io::{self, Write};

use clap::Args;
use jiff::{Span, Timestamp, ToSpan, Zoned};
use serde_json::json;

use super::print;
use crate::cli::attempts::tell_adopted;
use crate::cli::terminal::{complain, counted, harmless, paragraph};
use crate::cli::{CannotRun, Places, Status};
use crate::diag::did_you_mean;
use crate::store::{Filter, Forgotten};

/// Forget somebody, and prove it.
///
/// Takes every attempt under the name out of the store, with all that hangs on it, and out of the files beside it: exported files and
/// backups in the data folder, saved debriefs, goals, settings. Then every byte of the folder is searched for the name. A mark stays
/// from which the name cannot be read: imports and backups do not bring the attempts back. Files elsewhere are listed as far as they
/// are known. Close the game first.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  amends store forget \"Wanjiru K.\"")]
pub struct Forget {
    /// The name attempts are kept under, or the code that stands for it in the roster
    name: String,
    /// Tell what was done as JSON
    #[arg(long)]
    json: bool,
}

/// Throw away attempts that are older than need be.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends store prune --older-than 24mo --dry-run\n  amends store prune --older-than 2y"
)]
pub struct Prune {
    /// How old: 90d, 12w, 24mo, 2y
    #[arg(long, value_name = "AGE", value_parser = age)]
    older_than: Span,
    /// Only tell how many there are
    #[arg(long)]
    dry_run: bool,
    /// Tell what was done as JSON
    #[arg(long)]
    json: bool,
}

fn age(text: &str) -> Result<Span, String> {
    let at = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(at);
    // A hundred years are as good as any number.
    let number = number.parse::<i32>().ok().filter(|number| (1..=36_500).contains(number));
    match (number, unit) {
        (Some(days), "d") => Ok(days.days()),
        (Some(weeks), "w") if weeks <= 5_200 => Ok(weeks.weeks()),
        (Some(months), "mo") if months <= 1_200 => Ok(months.months()),
        (Some(years), "y") if years <= 100 => Ok(years.years()),
        _ => Err("an age is a number with `d` for days, `w` for weeks, `mo` for months or `y` for years, such as 24mo"
            .into()),
    }
}

/// Runs `forget`. A name that still stands somewhere is a finding.
pub fn forget(command: &Forget, places: &Places, out: &mut dyn Write) -> Result<Status, CannotRun> {
    if command.name.trim().is_empty() {
        return Err(CannotRun("Name somebody. Attempts without a name cannot be told apart.".into()));
    }
    let store = places.store()?;
    tell_adopted(&*store)?;
    let known = store.trainees()?;
    let done = store.forget(&command.name)?;
    if command.json {
        let left: Vec<_> = done.left.iter().map(|left| json!({"file": left.file, "why": left.why})).collect();
        let copies: Vec<_> =
            done.copies.iter().map(|copy| json!({"file": copy.path, "made": copy.made, "kind": copy.kind})).collect();
        let Forgotten { attempts, changed, removed, searched, same_letters, .. } = &done;
        print(
            &json!({
                "attempts": attempts, "changed": changed, "removed": removed, "searched_files": searched.0,
                "searched_bytes": searched.1, "searched_tables": done.tables, "same_letters": same_letters, "left": left, "out_of_reach": copies,
                "shared_code": done.shared_code,
            }),
            out,
        )?;
    } else {
        tell(&command.name, &known, &done, out)?;
    }
    for left in &done.left {
        complain(&format!("`{}`: {}", left.file.display(), left.why));
    }
    if done.shared_code {
        complain(
            "Their code stands for somebody else of the roster too: what is kept under the code was left as it is.",
        );
    }
    Ok(if done.left.is_empty() && !done.shared_code { Status::Fine } else { Status::Findings })
}

fn tell(name: &str, known: &[String], done: &Forgotten, out: &mut dyn Write) -> io::Result<()> {
    let shown = harmless(name);
    if known.iter().any(|one| one == name) || done.attempts > 0 {
        paragraph(out, "", &format!("{} of “{shown}” forgotten.", counted(done.attempts, "attempt")))?;
    } else {
        let near = did_you_mean(name, known.iter().map(String::as_str)).or_else(|| with_part(name, known));
        let near = near.map(|near| format!(" Did you mean “{near}”?")).unwrap_or_default();
        paragraph(
            out,
            "",
            &format!("Nothing was kept under “{shown}”; should it come by an import, it stays out.{near}"),
        )?;
    }
    for (files, what) in [(&done.changed, "Taken out of"), (&done.removed, "Removed")] {
        for file in files {
            paragraph(out, "  ", &format!("{what} `{}`.", file.display()))?;
        }
    }
    let (files, bytes) = done.searched;
    let same = match done.same_letters {
        0 => String::new(),
        n => format!(" The same letters stand in {n} other places, within other words."),
    };
    let verdict = if done.left.is_empty() { "the name is not among them" } else { "the name still stands in some" };
    let files = counted(files, "file");
    let tables = match done.tables {
        0 => String::new(),
        n => format!("Every cell of {} of the server and ", counted(n, "table")),
    };
    let every = if tables.is_empty() { "Every" } else { "every" };
    paragraph(out, "", &format!("{tables}{every} byte of {files} ({bytes} bytes) was looked at: {verdict}.{same}"))?;
    if !done.copies.is_empty() {
        paragraph(
            out,
            "",
            "These files were written for others and cannot be reached from here. Ask whoever has them to remove them:",
        )?;
        for copy in &done.copies {
            paragraph(out, "  ", &format!("{} `{}`, {:.0}", copy.kind, copy.path, copy.made))?;
        }
    }
    if done.tables > 0 {
        let beyond = "The server keeps more than its tables, and what it keeps cannot be reached from here: the log of its changes (WAL) and archives of it, replicas of it, its own log files, copies made with pg_dump. Ask whoever looks after it to let those that are older than now expire.";
        paragraph(out, "", beyond)?;
    }
    paragraph(out, "", "Copies made in other ways (of the disk, of the folder) are not known here.")
}

/// The one name that this is a part of, whatever its capitals: a first name, say.
fn with_part<'k>(part: &str, known: &'k [String]) -> Option<&'k str> {
    let part = part.trim().to_lowercase();
    let mut found = known.iter().filter(|name| name.to_lowercase().contains(&part));
    found.next().filter(|_| found.next().is_none()).map(String::as_str)
}

/// Runs `prune`.
pub fn prune(command: &Prune, places: &Places, out: &mut dyn Write) -> Result<Status, CannotRun> {
    let before: Timestamp = Zoned::now()
        .checked_sub(command.older_than)
        .map_err(|error| CannotRun(format!("That is too long ago ({error}).")))?
        .timestamp();
    let store = places.store()?;
    tell_adopted(&*store)?;
    let attempts = if command.dry_run {
        let mut count = 0;
        store.each(&Filter { before: Some(before), ..Filter::default() }, &mut |_| {
            count += 1;
            std::ops::ControlFlow::Continue(())
        })?;
        count
    } else {
        store.prune(before)?
    };
    if command.json {
        print(&json!({"attempts": attempts, "before": before, "dry_run": command.dry_run}), out)?;
    } else {
        let verb = if command.dry_run { "would be thrown away" } else { "thrown away" };
        paragraph(out, "", &format!("{} begun before {before:.0} {verb}.", counted(attempts, "attempt")))?;
    }
    Ok(Status::Fine)
}
