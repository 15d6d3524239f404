//! Attempts written into a file for another store: one JSON object a line. The first says what the file is and ends in the SHA-256
//! of all that follows, so that a file that was cut short or changed on its way is noticed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::merge::hex;
use super::{CopyMade, Filter, Kept, Store, StoreError};
use crate::attempt::Aside;

/// The form of the file.
pub(super) const FORMAT: u64 = 1;
/// Room for the first line, whose digest is known last.
const HEADER: usize = 500;

/// What is to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Which attempts.
    pub filter: Filter,
    /// The group that attempts belong to whose record names none.
    pub label: Option<String>,
    /// Who led the group.
    pub facilitator: Option<String>,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// How many attempts.
    pub attempts: usize,
    /// Their lines.
    pub lines: usize,
    /// How many scenarios they were played on, whose texts went with them.
    pub scenarios: usize,
    /// SHA-256 of everything after the first line.
    pub sha256: String,
}

/// Writes attempts of a store into a file, which is there as a whole or not at all.
///
/// # Errors
/// Why the store cannot be read, or the file not be written.
pub fn export(store: &dyn Store, path: &Path, asked: &Asked) -> Result<Exported, StoreError> {
    let part = beside(path, "part");
    let at = |error: io::Error| StoreError::System { place: path.display().to_string(), error };
    let made = Timestamp::now();
    let mut body = Body::begin(&part).map_err(at)?;
    let written = body.write(store, asked, made, &at);
    let written = written.and_then(|exported| fs::rename(&part, path).map(|()| exported).map_err(at));
    if written.is_err() {
        // What matters is the error returned.
        let _ = fs::remove_file(&part);
    }
    let exported = written?;
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let copy = CopyMade { path: full.display().to_string(), made, kind: "export".into() };
    store.note_copy(&copy, &body.ids)?;
    Ok(exported)
}

/// A name beside a file.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{ending}"));
    path.with_file_name(name)
}

struct Body {
    file: BufWriter<File>,
    digest: Sha256,
    ids: Vec<Uuid>,
    lines: usize,
}

impl Body {
    fn begin(path: &Path) -> io::Result<Self> {
        let mut file = BufWriter::new(File::create(path)?);
        writeln!(file, "{}", " ".repeat(HEADER))?;
        Ok(Self { file, digest: Sha256::new(), ids: Vec::new(), lines: 0 })
    }

    fn write(
        &mut self,
        store: &dyn Store,
        asked: &Asked,
        made: Timestamp,
        at: &impl Fn(io::Error) -> StoreError,
    ) -> Result<Exported, StoreError> {
        // Texts come before attempts, so that whoever reads the file knows them.
        let mut hashes = BTreeSet::new();
        store.each(&asked.filter, &mut |kept| {
            hashes.extend(kept.told().map(|attempt| attempt.start.hash));
            ControlFlow::Continue(())
        })?;
        let mut scenarios = 0;
        for hash in hashes {
            if let Some(text) = store.scenario(&hash)? {
                scenarios += 1;
                self.aside(&Aside::Scenario { hash, text }).map_err(at)?;
            }
        }
        let mut failed = None;
        store.each(&asked.filter, &mut |kept| match self.attempt(&kept, asked) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        })?;
        if let Some(error) = failed {
            return Err(at(error));
        }
        let sha256 = hex(&self.digest.clone().finalize());
        let exported = Exported { attempts: self.ids.len(), lines: self.lines, scenarios, sha256 };
        self.finish(&exported, &store.name()?, made).map_err(at)?;
        Ok(exported)
    }

    fn attempt(&mut self, kept: &Kept, asked: &Asked) -> io::Result<()> {
        for line in &kept.lines {
            self.line(line)?;
        }
        self.lines += kept.lines.len();
        self.ids.push(kept.attempt);
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        for (cohort, facilitator) in &kept.labels {
            let (cohort, facilitator) = (some(cohort), some(facilitator));
            self.aside(&Aside::Label { attempt: kept.attempt, cohort, facilitator })?;
        }
        let label = asked.label.clone().filter(|_| kept.cohort.is_none());
        if label.is_some() || asked.facilitator.is_some() {
            let facilitator = asked.facilitator.clone();
            self.aside(&Aside::Label { attempt: kept.attempt, cohort: label, facilitator })?;
        }
        Ok(())
    }

    fn aside(&mut self, aside: &Aside) -> io::Result<()> {
        self.line(&serde_json::to_string(aside)?)
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        for part in [line.as_bytes(), b"\n"] {
            self.digest.update(part);
            self.file.write_all(part)?;
        }
        Ok(())
    }

    fn finish(&mut self, exported: &Exported, from: &str, made: Timestamp) -> io::Result<()> {
        let Exported { attempts, lines, scenarios, sha256 } = exported;
        let program = concat!("amends ", env!("CARGO_PKG_VERSION"));
        let header = json!({
            "event": "header", "format": FORMAT, "program": program, "made": made, "from": from,
            "attempts": attempts, "lines": lines, "scenarios": scenarios, "sha256": sha256,
        });
        self.file.seek(SeekFrom::Start(0))?;
        // A value does not heed a width, a text does.
        write!(self.file, "{:<HEADER$}", header.to_string())?;
        self.file.flush()?;
        self.file.get_ref().sync_all()
    }
}
