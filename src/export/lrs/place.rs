//! How far sending came: the attempts whose statements a record store has, one a line, each with their number. An attempt that goes on
//! later has more statements, and is sent again then.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use uuid::Uuid;

/// What was sent before.
#[derive(Debug, Default)]
pub struct Place {
    done: BTreeMap<Uuid, usize>,
    file: Option<File>,
}

impl Place {
    /// Nothing was sent before, and nothing is written down.
    #[must_use]
    pub fn nowhere() -> Self {
        Self::default()
    }

    /// What a file tells; further lines are added to it. A last line that was cut off counts as not there.
    ///
    /// # Errors
    /// What the system says.
    pub fn in_file(path: &Path) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let written = match fs::read_to_string(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read?,
        };
        let whole = written.rfind('\n').map_or(0, |end| end + 1);
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        // What comes next begins a line of its own.
        file.set_len(u64::try_from(whole).unwrap_or_default())?;
        let line = |line: &str| {
            let (attempt, statements) = line.split_once(' ')?;
            Some((attempt.parse().ok()?, statements.parse().ok()?))
        };
        let done = written.get(..whole).unwrap_or_default().lines().filter_map(line).collect();
        Ok(Self { done, file: Some(file) })
    }

    /// Whether nothing was sent before.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }

    /// Whether an attempt was sent with so many statements.
    #[must_use]
    pub fn has(&self, attempt: Uuid, statements: usize) -> bool {
        self.done.get(&attempt) == Some(&statements)
    }

    /// Writes down that it was.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep(&mut self, attempt: Uuid, statements: usize) -> io::Result<()> {
        self.done.insert(attempt, statements);
        match &mut self.file {
            Some(file) => file.write_all(format!("{attempt} {statements}\n").as_bytes()),
            None => Ok(()),
        }
    }
}
