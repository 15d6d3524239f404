//! What lies in a data folder beside the store, and a name in it: exported files and older attempts files lose the attempts of that
//! name, settings and goals lose the name, saved pages are removed.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::prove::Names;
use crate::attempt::{Aside, Line, Read, read_line};
use crate::store::export::beside;
use crate::store::merge::hex;

/// When somebody began a scenario, and whether it was the person to forget.
pub(super) struct Begun {
    pub scenario: String,
    pub at: i64,
    pub theirs: bool,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Became {
    Same,
    Changed,
    Removed,
}

/// Takes a name out of a file that is no store.
pub(super) fn clean(path: &Path, names: &Names, begun: &[Begun]) -> io::Result<Became> {
    let named = path.file_name().is_some_and(|name| names.count(name.to_string_lossy().as_bytes()) > 0);
    let page = path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "debriefs");
    if page && (named || is_theirs(path, begun) || names.count_in_file(path)?.0 > 0) {
        return remove(path).map(|()| Became::Removed);
    }
    if !path.is_file() || names.count_in_file(path)?.0 == 0 {
        return Ok(Became::Same);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = fs::read(path)?;
    let cleaned = if name.contains(".jsonl") {
        Some(without_attempts(&bytes, names))
    } else if path.extension().is_some_and(|ending| ending == "json") {
        serde_json::from_slice::<Value>(&bytes).ok().map(|mut value| {
            take_out(&mut value, names);
            format!("{value:#}").into_bytes()
        })
    } else {
        None
    };
    match cleaned {
        Some(cleaned) if cleaned != bytes => replace(path, &cleaned).map(|()| Became::Changed),
        _ => Ok(Became::Same),
    }
}

/// Whether a saved page or picture (`scenario-2026-03-02-091500.png`) shows the last attempt that was begun before it was saved, and
/// that attempt is theirs. A picture has no name that could be searched for.
fn is_theirs(path: &Path, begun: &[Begun]) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let Some(at) = name.len().checked_sub("-2026-03-02-091500".len()) else { return false };
    let (Some(scenario), Some(time)) = (name.get(..at), name.get(at + 1..)) else { return false };
    let saved =
        DateTime::strptime("%Y-%m-%d-%H%M%S", time).ok().and_then(|time| time.to_zoned(TimeZone::system()).ok());
    let Some(saved) = saved.map(|saved| saved.timestamp().as_microsecond() + 1_000_000) else { return false };
    let before = begun.iter().filter(|one| one.scenario == scenario && one.at <= saved);
    before.max_by_key(|one| one.at).is_some_and(|last| last.theirs)
}

/// Lines without the attempts of a name, and a first line that says so.
fn without_attempts(bytes: &[u8], names: &Names) -> Vec<u8> {
    let lines = || bytes.split_inclusive(|byte| *byte == b'\n');
    let theirs = |name: &Option<String>| name.as_ref().is_some_and(|name| names.all.contains(name));
    let out: BTreeSet<_> = lines()
        .filter_map(|line| match read_line(line) {
            Ok(Read::Event(Line::Start(start))) if theirs(&start.trainee) => Some(start.attempt),
            _ => None,
        })
        .collect();
    let (mut header, mut body) = (None, Vec::new());
    let (mut events, mut attempts) = (0, 0);
    for line in lines() {
        match read_line(line) {
            Ok(Read::Aside(Aside::Header(found))) if header.is_none() && body.is_empty() => {
                header = Some((found, line.len()));
                continue;
            }
            Ok(Read::Event(event)) if out.contains(&event.attempt()) => continue,
            Ok(Read::Event(event)) => {
                events += 1;
                attempts += usize::from(matches!(event, Line::Start(_)));
            }
            Ok(Read::Aside(Aside::Label { attempt, .. })) if out.contains(&attempt) => continue,
            Ok(Read::Aside(Aside::Label { attempt, cohort, facilitator })) if theirs(&facilitator) => {
                let label = Aside::Label { attempt, cohort, facilitator: None };
                body.extend(serde_json::to_vec(&label).unwrap_or_default());
                body.push(b'\n');
                continue;
            }
            Ok(Read::Aside(_)) => {}
            Err(_) if names.count(line) > 0 => continue,
            Err(_) => {}
        }
        body.extend_from_slice(line);
    }
    let Some((mut header, length)) = header else { return body };
    header.insert("sha256".into(), hex(&Sha256::digest(&body)).into());
    header.insert("attempts".into(), attempts.into());
    header.insert("lines".into(), events.into());
    let header = serde_json::to_string(&Aside::Header(header)).unwrap_or_default();
    let mut all = format!("{header:<width$}\n", width = length.saturating_sub(1)).into_bytes();
    all.extend(body);
    all
}

/// Takes a name out of settings and the like: entries under it, and texts that are it.
fn take_out(value: &mut Value, names: &Names) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| !names.all.contains(key.trim()));
            fields.values_mut().for_each(|value| take_out(value, names));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| take_out(value, names)),
        Value::String(text) if names.all.contains(text.trim()) => text.clear(),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Overwrites a file's bytes before it goes. What a file system keeps elsewhere is beyond reach.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    if path.is_symlink() {
        return fs::remove_file(path);
    }
    blank(path)?;
    fs::remove_file(path)
}

fn blank(path: &Path) -> io::Result<()> {
    let mut left = fs::metadata(path)?.len();
    let mut file = OpenOptions::new().write(true).open(path)?;
    let zeros = vec![0; 1 << 16];
    while left > 0 {
        let now = usize::try_from(left).unwrap_or(zeros.len()).min(zeros.len());
        file.write_all(zeros.get(..now).unwrap_or_default())?;
        left -= u64::try_from(now).unwrap_or(left);
    }
    file.sync_all()
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part: PathBuf = beside(path, "part");
    let mut file = fs::File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    blank(path)?;
    fs::rename(&part, path)
}
