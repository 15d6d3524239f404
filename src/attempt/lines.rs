//! Attempts as a file: one JSON object a line. So they travel between machines, and so releases before the store kept them.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::record::Line;
use super::{Attempt, gather};

/// What a file of attempts holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The attempts, in the order they were started.
    pub attempts: Vec<Attempt>,
    /// The texts of their scenarios, by hash, as far as the file has them.
    pub scenarios: BTreeMap<String, String>,
    /// Lines that could not be read. They are left as they are.
    pub damaged: Vec<Damaged>,
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub why: String,
}

/// What a line of a file says beside the events of attempts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub enum Aside {
    /// What the file is: its first line. What stands in it is told by [`crate::attempt::Line`]s and the other asides.
    Header(serde_json::Map<String, serde_json::Value>),
    /// The text of a scenario that was played.
    Scenario {
        /// Its hash.
        hash: String,
        /// Its text.
        text: String,
    },
    /// What a facilitator says of an attempt that its record does not.
    Label {
        /// The attempt.
        attempt: Uuid,
        /// The group it belongs to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cohort: Option<String>,
        /// Who led the group.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        facilitator: Option<String>,
    },
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// An event of an attempt.
    Event(Line),
    /// Something else.
    Aside(Aside),
}

/// Reads one line.
///
/// # Errors
/// Why it cannot be read.
pub fn read_line(line: &[u8]) -> Result<Read, String> {
    match serde_json::from_slice(line) {
        Ok(line) => Ok(Read::Event(line)),
        Err(error) => serde_json::from_slice(line)
            .map(Read::Aside)
            .map_err(|aside| if aside.is_eof() { "it was cut off".to_owned() } else { error.to_string() }),
    }
}

/// Everything in a file.
///
/// # Errors
/// What the system says.
pub fn read_file(path: &Path) -> io::Result<Contents> {
    // A device or a pipe under this name might never end.
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    std::fs::read(path).map(|bytes| parse(&bytes))
}

fn parse(bytes: &[u8]) -> Contents {
    let mut contents = Contents::default();
    let mut lines = Vec::new();
    for (index, line) in
        bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty())
    {
        match read_line(line) {
            Ok(Read::Event(line)) => lines.push(line),
            Ok(Read::Aside(Aside::Scenario { hash, text })) => {
                contents.scenarios.insert(hash, text);
            }
            Ok(Read::Aside(Aside::Header(_) | Aside::Label { .. })) => {}
            Err(why) => contents.damaged.push(Damaged { line: index + 1, why }),
        }
    }
    contents.attempts = gather(lines);
    contents
}
