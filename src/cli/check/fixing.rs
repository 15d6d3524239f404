//! `--fix`: puts right what is certain, in the files themselves.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Checked;
use crate::check::{Options, check};
use crate::cli::CannotRun;
use crate::diag::{Source, apply};
use crate::scenario::Rules;

/// A fix can bring to light the next finding, as where a name is misspelt on every other line; so many times over at most.
const MOST_ROUNDS: usize = 200;

/// Checks a file, makes every fix, and checks again, until nothing is left that can be fixed. Says how many findings were.
pub fn fix(path: &Path, source: Arc<Source>, rules: &Rules, options: &Options) -> Result<(Checked, usize), CannotRun> {
    let mut now = Checked { findings: check(&source, rules, options), source };
    let original = Arc::clone(&now.source);
    let mut fixed = 0;
    for _ in 0..MOST_ROUNDS {
        let (text, made) = apply(&now.source.text, now.findings.iter().filter_map(|finding| finding.fix.as_ref()));
        if made == 0 || text == now.source.text {
            break;
        }
        fixed += made;
        let source = Source::new(now.source.name.clone(), text);
        now = Checked { findings: check(&source, rules, options), source };
    }
    if now.source.text != original.text {
        replace(path, &now.source.text).map_err(|error| {
            CannotRun(format!("`{}` cannot be written ({error}). It is as it was.", path.display()))
        })?;
    }
    Ok((now, fixed))
}

/// Writes the whole new file beside the old one first, so that a power cut leaves the one or the other.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    // Behind a link the file itself is replaced, not the link.
    let path = fs::canonicalize(path)?;
    let rights = fs::metadata(&path)?.permissions();
    if rights.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    let beside = name_beside(&path);
    let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.set_permissions(rights))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&beside, &path));
    if written.is_err() {
        // What went wrong before is what the user has to know.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn name_beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.new", std::process::id()));
    path.with_file_name(name)
}
