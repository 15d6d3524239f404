//! `amends import`: attempts of other machines, and rosters.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::rating::cells;
use super::terminal::{complain, counted, counted_as, harmless, paragraph};
use super::{CannotRun, Places, Status};
use crate::store::{Condition, Imported, Merged, Person, Store, import};

/// Take in attempts of other machines.
///
/// Files of many laptops come together in one store, in any order and as often as you like: what is there already changes nothing.
/// Where two versions of an attempt say different things, the longer one counts, the other is kept beside it, and both are told.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends import laptop-1.jsonl laptop-2.jsonl\n  amends import --roster people.csv\n\nA roster is a table with the columns name, code, cohort."
)]
pub struct Command {
    /// Files that `amends export` wrote, or attempts files of older releases
    #[arg(required_unless_present = "roster")]
    files: Vec<PathBuf>,
    /// A table of people: the columns name, code, cohort
    #[arg(long, value_name = "FILE.csv")]
    roster: Option<PathBuf>,
    /// Take what can be read of files that were cut short or changed
    #[arg(long)]
    anyway: bool,
    /// One JSON object a file, a line each
    #[arg(long)]
    json: bool,
}

/// Runs the command. What could not be taken as it is, is told and is a finding.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let store = places.store()?;
    super::attempts::tell_adopted(&*store)?;
    let mut status = Status::Fine;
    let out = &mut io::stdout().lock();
    if let Some(file) = &command.roster
        && take_in_roster(&*store, file, command, out)? == Status::Findings
    {
        status = Status::Findings;
    }
    for file in &command.files {
        if take_in(&*store, file, command, out)? == Status::Findings {
            status = Status::Findings;
        }
    }
    Ok(status)
}

/// Takes a roster in. Who stands in it twice, and a code that is not one person's, are told.
fn take_in_roster(store: &dyn Store, file: &Path, command: &Command, out: &mut dyn Write) -> Result<Status, CannotRun> {
    let (rows, skipped) = read_roster(file)?;
    let (mut people, mut twice) = (BTreeMap::new(), BTreeSet::new());
    let given = rows.len();
    for person in rows {
        if let Some(Person { name, .. }) = people.insert(person.name.clone(), person) {
            twice.insert(name);
        }
    }
    let people: Vec<Person> = people.into_values().collect();
    let kept = store.keep_people(&people)?;
    let shared = shared_codes(store, &people)?;
    let shown = file.display();
    if command.json {
        super::store::print(
            &json!({
                "file": file, "people": kept, "left_out": given - kept + skipped, "named_twice": twice, "shared_codes": shared,
            }),
            out,
        )?;
    } else {
        let taken = counted_as(kept, "person", "people");
        let forgotten = match people.len() - kept {
            0 => String::new(),
            n => format!(", {n} left out, because they asked to be forgotten"),
        };
        paragraph(out, "", &format!("`{shown}`: {taken} of the roster taken in{forgotten}."))?;
    }
    if skipped > 0 {
        complain(&format!("{} of the roster left out: no name.", counted(skipped, "row")));
    }
    for name in &twice {
        complain(&format!(
            "`{shown}`: “{}” stands in the roster more than once. The last row counts; the others were left out.",
            harmless(name)
        ));
    }
    for (code, names) in &shared {
        let names: Vec<String> = names.iter().map(|name| format!("“{}”", harmless(name))).collect();
        complain(&format!(
            "`{shown}`: the code “{}” stands for more than one person: {}. Give each a code of their own: by this one nobody can tell them apart, nor forget them.",
            harmless(code),
            names.join(", ")
        ));
    }
    let fine = skipped == 0 && twice.is_empty() && shared.is_empty();
    Ok(if fine { Status::Fine } else { Status::Findings })
}

/// The codes of these people that stand for others of the roster too, with everybody they stand for.
fn shared_codes(store: &dyn Store, people: &[Person]) -> Result<BTreeMap<String, BTreeSet<String>>, CannotRun> {
    let codes = store.masks()?.codes;
    let mut stands_for: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, code) in &codes {
        stands_for.entry(code.clone()).or_default().insert(name.clone());
    }
    // A code may be another's name.
    for name in codes.keys().chain(people.iter().map(|person| &person.name)) {
        if let Some(names) = stands_for.get_mut(name) {
            names.insert(name.clone());
        }
    }
    let given: BTreeSet<&String> =
        people.iter().flat_map(|person| [Some(&person.name), person.code.as_ref()]).flatten().collect();
    stands_for.retain(|code, names| names.len() > 1 && given.contains(code));
    Ok(stands_for)
}

fn take_in(store: &dyn Store, file: &Path, command: &Command, out: &mut dyn Write) -> Result<Status, CannotRun> {
    let shown = file.display();
    let Imported { condition, merged } = import(store, file, command.anyway)?;
    if command.json {
        super::store::print(&as_json(file, condition, merged.as_ref()), out)?;
    }
    let Some(merged) = merged else {
        complain(&format!(
            "`{shown}` was cut short or changed since it was written, and was left out. Ask for it again, or take what can be read with `--anyway`."
        ));
        return Ok(Status::Findings);
    };
    if !command.json {
        tell(file, &merged, out)?;
    }
    for damaged in &merged.damaged {
        complain(&format!(
            "`{shown}`, line {}: this line cannot be read ({}). It is kept as it is.",
            damaged.line, damaged.why
        ));
    }
    for hash in &merged.wrong_texts {
        complain(&format!(
            "`{shown}`: a conversation's text is not the one that its name says ({hash:.12}…), and was left out."
        ));
    }
    for attempt in &merged.conflicts {
        complain(&format!(
            "`{shown}`: the attempt {attempt} says other things than the one that is kept. The longer counts; both are kept."
        ));
    }
    let fine = merged.damaged.is_empty()
        && merged.wrong_texts.is_empty()
        && merged.conflicts.is_empty()
        && condition != Condition::Changed;
    Ok(if fine { Status::Fine } else { Status::Findings })
}

fn tell(file: &Path, merged: &Merged, out: &mut dyn Write) -> io::Result<()> {
    let Merged { new, longer, duplicates, forgotten, versions, .. } = merged;
    let mut told = format!("`{}`: {} new", file.display(), counted(*new, "attempt"));
    for (count, what) in [
        (longer, "gone on since"),
        (duplicates, "known already"),
        (forgotten, "left out, because their trainee asked to be forgotten"),
    ] {
        if *count > 0 {
            told += &format!(", {count} {what}");
        }
    }
    paragraph(out, "", &(told + "."))?;
    for (scenario, hash, text) in versions {
        let without = if *text { "" } else { ", whose text is not here" };
        paragraph(out, "  ", &format!("A version of `{scenario}` not seen before ({hash:.12}…){without}."))?;
    }
    Ok(())
}

fn as_json(file: &Path, condition: Condition, merged: Option<&Merged>) -> Value {
    let condition = match condition {
        Condition::Whole => "whole",
        Condition::Plain => "plain",
        Condition::Changed => "changed",
    };
    let merged = merged.map(|merged| {
        let version = |(id, hash, text): &(String, String, bool)| json!({"scenario": id, "hash": hash, "text": text});
        json!({
            "new": merged.new, "longer": merged.longer, "duplicates": merged.duplicates, "forgotten": merged.forgotten,
            "conflicts": merged.conflicts, "versions": merged.versions.iter().map(version).collect::<Vec<_>>(),
            "damaged_lines": merged.damaged.iter().map(|damaged| damaged.line).collect::<Vec<_>>(),
            "wrong_texts": merged.wrong_texts,
        })
    });
    json!({"file": file, "condition": condition, "taken": merged})
}

/// The people of a table, and how many rows name nobody. The columns may stand in any order, between commas or semicolons.
fn read_roster(file: &Path) -> Result<(Vec<Person>, usize), CannotRun> {
    let shown = file.display();
    let bytes =
        std::fs::read(file).map_err(|error| CannotRun(format!("The roster `{shown}` cannot be read ({error}).")))?;
    // Some spreadsheets begin a file with a mark that says it is UTF-8.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = if first.contains(&b';') && !first.contains(&b',') { b';' } else { b',' };
    let mut rows = cells::read(bytes, delimiter).into_iter();
    let head: Vec<String> = rows.next().map(|row| row.cells).unwrap_or_default();
    let column = |name: &str| head.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
    let Some(name) = column("name") else {
        return Err(CannotRun(format!(
            "The roster `{shown}` has no column `name`. Its first line names the columns: name,code,cohort."
        )));
    };
    let (code, cohort) = (column("code"), column("cohort"));
    let (mut people, mut skipped) = (Vec::new(), 0);
    for row in rows {
        let cell = |at: Option<usize>| Some(row.cells.get(at?)?.trim().to_owned()).filter(|cell| !cell.is_empty());
        match cell(Some(name)) {
            Some(name) => people.push(Person { name, code: cell(code), cohort: cell(cohort) }),
            None => skipped += 1,
        }
    }
    Ok((people, skipped))
}
