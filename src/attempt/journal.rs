//! The attempts file of a data folder: one JSON object a line, only ever appended to, each line on disk before the next beat
//! is shown. Beside it the text of every scenario that was played, under its hash, so that an attempt can be replayed after
//! the file it came from has changed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::record::Line;
use super::{Attempt, gather};

/// The attempts file of a folder.
#[derive(Clone, Debug)]
pub struct Journal {
    folder: PathBuf,
}

/// What an attempts file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The attempts, in the order they were started.
    pub attempts: Vec<Attempt>,
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

/// The data folder of this platform's own convention, or why there is none.
///
/// # Errors
/// A sentence that says what to do, where the platform names no home folder.
pub fn default_data_folder() -> Result<PathBuf, String> {
    directories::ProjectDirs::from("", "", "amends").map(|places| places.data_dir().to_owned()).ok_or_else(|| {
        "This machine names no home folder to keep attempts in. Name one with `--data FOLDER`.".to_owned()
    })
}

impl Journal {
    /// The journal of a folder, which need not exist yet.
    #[must_use]
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The attempts file.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.join("attempts.jsonl")
    }

    /// Appends lines and waits until they are on disk. Either all of them are there afterwards, or none.
    ///
    /// # Errors
    /// What the system says, for example that the disk is full or the folder cannot be written to.
    pub fn append(&self, lines: &[Line]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let mut file = OpenOptions::new().create(true).read(true).append(true).open(self.path())?;
        let length = file.metadata()?.len();
        let mut text = String::new();
        if length > 0 && !ends_with_newline(&mut file)? {
            // A line that was cut off, by a power cut say, stays a line of its own.
            text.push('\n');
        }
        for line in lines {
            text.push_str(&serde_json::to_string(line)?);
            text.push('\n');
        }
        let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
        if written.is_err() {
            // Half a line would be worse than none; if even this fails, the next append closes the line off.
            let _ = file.set_len(length);
        }
        written
    }

    /// Whether lines can be appended, without appending any.
    ///
    /// # Errors
    /// What the system says where they cannot.
    pub fn try_opening(&self) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        OpenOptions::new().create(true).append(true).open(self.path()).map(|_| ())
    }

    /// Everything in the file; nothing where there is no file yet.
    ///
    /// # Errors
    /// What the system says where there is a file that cannot be read.
    pub fn read(&self) -> io::Result<Contents> {
        match Self::read_file(&self.path()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Contents::default()),
            read => read,
        }
    }

    /// Everything in a file that lies elsewhere.
    ///
    /// # Errors
    /// What the system says.
    pub fn read_file(path: &Path) -> io::Result<Contents> {
        // A device or a pipe under this name might never end.
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::other("it is not a file"));
        }
        fs::read(path).map(|bytes| parse(&bytes))
    }

    /// Keeps a scenario's text under its hash.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep_scenario(&self, hash: &str, text: &str) -> io::Result<()> {
        let path = self.scenario_path(hash);
        if path.exists() {
            return Ok(());
        }
        fs::create_dir_all(self.folder.join("scenarios"))?;
        // Written aside and then named, so that a half-written copy never stands under the hash.
        let aside = path.with_extension("part");
        let mut file = File::create(&aside)?;
        file.write_all(text.as_bytes())?;
        file.sync_data()?;
        fs::rename(aside, path)
    }

    /// Where the text of a scenario with this hash is kept.
    #[must_use]
    pub fn scenario_path(&self, hash: &str) -> PathBuf {
        self.folder.join("scenarios").join(format!("{hash}.ron"))
    }
}

fn ends_with_newline(file: &mut File) -> io::Result<bool> {
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

fn parse(bytes: &[u8]) -> Contents {
    let mut damaged = Vec::new();
    let mut lines = Vec::new();
    for (index, line) in
        bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty())
    {
        match serde_json::from_slice::<Line>(line) {
            Ok(line) => lines.push(line),
            Err(error) => damaged.push(Damaged { line: index + 1, why: error.to_string() }),
        }
    }
    Contents { attempts: gather(lines), damaged }
}
