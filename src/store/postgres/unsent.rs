//! What is to be kept while the server is away: it waits in a file of the data folder, and goes to the server before anything else
//! once that answers.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::attempt::{Aside, Read, read_line};
use crate::store::StoreError;
use crate::store::merge::digest;

/// The file of one server. Several programs may use it at the same time: whoever reads or writes it holds it.
#[derive(Clone, Debug)]
pub(super) struct Unsent(PathBuf);

impl Unsent {
    /// What waits in a folder for the server of this address.
    pub(super) fn beside(folder: &Path, address: &str) -> Self {
        Self(folder.join(format!("unsent-{:.8}.jsonl", digest(address.as_bytes()))))
    }

    /// Puts lines by. They are on disk when this returns.
    pub(super) fn put_by(&self, lines: &[String]) -> io::Result<()> {
        if let Some(folder) = self.0.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut file = OpenOptions::new().create(true).append(true).open(&self.0)?;
        file.lock()?;
        let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }

    /// Hands over what was put by, line by line, and forgets it when all of it was taken.
    pub(super) fn hand_over(&self, take: &mut dyn FnMut(&Read) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let mut file = match OpenOptions::new().read(true).write(true).open(&self.0) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(self.told(error)),
        };
        for line in Self::lines(&mut file).map_err(|error| self.told(error))? {
            match take(&line) {
                // Its attempt was forgotten or thrown away meanwhile, and so is this.
                Ok(()) | Err(StoreError::NoAttempt { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        file.set_len(0).and_then(|()| file.sync_all()).map_err(|error| self.told(error))
    }

    /// Every line; one that a power cut cut off was never said to be kept.
    fn lines(file: &mut File) -> io::Result<Vec<Read>> {
        file.lock()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(bytes.split(|byte| *byte == b'\n').filter_map(|line| read_line(line).ok()).collect())
    }

    fn told(&self, error: io::Error) -> StoreError {
        StoreError::System { place: self.0.display().to_string(), error }
    }
}

/// A scenario's text, as a line.
pub(super) fn text_line(hash: &str, text: &str) -> Result<String, StoreError> {
    let aside = Aside::Scenario { hash: hash.to_owned(), text: text.to_owned() };
    Ok(serde_json::to_string(&aside).map_err(io::Error::from)?)
}
