//! Whether a name is anywhere in a data folder: every byte of every file is looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

use crate::attempt::{Aside, Read, read_line};
use crate::store::StoreError;
use crate::store::sql::Database;

/// Names as they may stand in files.
pub(in crate::store) struct Names {
    /// The names themselves.
    pub(in crate::store) all: BTreeSet<String>,
    /// As bytes: plain, as in JSON, as in HTML.
    needles: BTreeSet<Vec<u8>>,
}

impl Names {
    pub(in crate::store) fn new(all: BTreeSet<String>) -> Self {
        let mut needles = BTreeSet::new();
        for name in &all {
            let json = serde_json::to_string(name).unwrap_or_default();
            let html = name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            needles.insert(name.as_bytes().to_vec());
            needles.insert(json.trim_matches('"').as_bytes().to_vec());
            needles.insert(html.replace('"', "&quot;").replace('\'', "&#39;").into_bytes());
            needles.insert(html.replace('"', "&quot;").replace('\'', "&#x27;").into_bytes());
            needles.insert(html.into_bytes());
        }
        needles.remove(&Vec::new());
        Self { all, needles }
    }

    /// How often any of them stands in some bytes.
    pub(in crate::store) fn count(&self, bytes: &[u8]) -> usize {
        self.needles.iter().map(|needle| count(bytes, needle)).sum()
    }

    /// Each as the text of a record says it.
    fn quoted(&self) -> Vec<String> {
        self.all.iter().filter_map(|name| serde_json::to_string(name).ok()).collect()
    }

    fn longest(&self) -> usize {
        self.needles.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// How often any of them stands in a file; also its length.
    pub(super) fn count_in_file(&self, path: &Path) -> io::Result<(usize, u64)> {
        let mut file = File::open(path)?;
        let keep = self.longest().saturating_sub(1);
        let mut window: Vec<u8> = Vec::new();
        let (mut found, mut length) = (0, 0);
        let mut chunk = vec![0; 1 << 20];
        loop {
            let read = file.read(&mut chunk)?;
            if read == 0 {
                return Ok((found, length));
            }
            length += u64::try_from(read).unwrap_or_default();
            // What stood in the end of the last piece alone was counted there.
            let before = self.count(&window);
            window.extend_from_slice(chunk.get(..read).unwrap_or_default());
            found += self.count(&window) - before;
            let from = window.len().saturating_sub(keep);
            window.drain(..from);
        }
    }
}

fn count(bytes: &[u8], needle: &[u8]) -> usize {
    let Some((first, rest)) = needle.split_first() else { return 0 };
    let (mut found, mut at) = (0, bytes);
    while let Some(place) = at.iter().position(|byte| byte == first) {
        at = at.get(place + 1..).unwrap_or_default();
        found += usize::from(at.starts_with(rest));
    }
    found
}

/// Every file below a folder. Links are told as they are and not followed.
pub(super) fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for item in std::fs::read_dir(folder)? {
        let item = item?;
        if item.file_type()?.is_dir() {
            files.extend(files_below(&item.path())?);
        } else {
            files.push(item.path());
        }
    }
    files.sort();
    Ok(files)
}

/// How often the letters of a name may stand in a file of attempts, goals or settings for another reason: in a scenario's text, in somebody else's
/// record. Never, where a text of a record is the name itself.
pub(super) fn letters_in_lines(path: &Path, names: &Names) -> io::Result<usize> {
    let mut letters = 0;
    for line in BufReader::new(File::open(path)?).split(b'\n') {
        let line = line?;
        let is_text = matches!(read_line(&line), Ok(Read::Aside(Aside::Scenario { .. })));
        if !is_text && names.quoted().iter().any(|name| count(&line, name.as_bytes()) > 0) {
            return Ok(0);
        }
        letters += names.count(&line);
    }
    Ok(letters)
}

/// Where a name still stands in the tables of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::store) struct Standing {
    /// Tables in which a cell, or a text inside a record, is the name itself; and how often.
    pub named: BTreeMap<String, usize>,
    /// How often the same letters stand for another reason: in a scenario's text, in somebody else's record.
    pub letters: usize,
    /// Tables looked through.
    pub tables: usize,
}

impl Standing {
    /// How often the letters may stand in the store's file. A column may stand in an index too.
    pub(super) fn in_a_file(&self) -> usize {
        if self.named.is_empty() { 2 * self.letters } else { 0 }
    }
}

/// Looks for names in every cell of every table.
pub(in crate::store) fn standing(db: &mut dyn Database, names: &Names) -> Result<Standing, StoreError> {
    let quoted = names.quoted();
    let mut standing = Standing::default();
    for table in db.tables()? {
        standing.tables += 1;
        let mut named = 0;
        db.query(&format!("SELECT * FROM \"{table}\""), &[], &mut |row| {
            row.cells(&mut |cell| {
                let found = names.count(cell);
                let is_name = names.all.iter().any(|name| name.as_bytes() == cell);
                let in_record = || quoted.iter().any(|name| count(cell, name.as_bytes()) > 0);
                if found > 0 && (is_name || (table != "scenarios" && in_record())) {
                    named += found;
                } else {
                    standing.letters += found;
                }
            })
        })?;
        if named > 0 {
            standing.named.insert(table, named);
        }
    }
    Ok(standing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_wherever_a_piece_of_the_file_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        let names = Names::new(["Anya \"O\" <b>".to_owned()].into());
        let piece = 1 << 20;
        for at in [0, 7, piece - 20, piece - 5, piece - 1, piece, piece + 3, 2 * piece - 2] {
            for spelled in ["Anya \"O\" <b>", "Anya \\\"O\\\" <b>", "Anya &quot;O&quot; &lt;b&gt;"] {
                let mut bytes = vec![b'A'; at];
                bytes.extend(spelled.bytes());
                bytes.extend(vec![b'n'; 3000]);
                let path = folder.path().join("file");
                std::fs::write(&path, &bytes).expect("written");
                let found = names.count_in_file(&path).expect("read");
                assert_eq!(found, (1, u64::try_from(bytes.len()).expect("a length")), "{at} {spelled}");
            }
        }
    }
}
