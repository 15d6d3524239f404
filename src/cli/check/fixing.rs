//! `--fix`: puts right what is certain, in the files themselves.

use std::path::Path;
use std::sync::Arc;

use super::Checked;
use crate::check::{Options, check};
use crate::cli::{CannotRun, files};
use crate::diag::{Source, apply};
use crate::scenario::Rules;

/// A fix can bring to light the next finding, as where a name is misspelt on every other line; so many times over at most.
const MOST_ROUNDS: usize = 200;

/// The code of what keeps a text from being read at all.
const NOT_A_SCENARIO: &str = "S001";

/// A file with its findings, of which those have a fix that certainly puts them right. Where the text cannot be read, a fix of its
/// writing is a guess as long as there is a mistake that nothing here can put right: a bracket that is missing makes other places look
/// wrong that are not.
pub fn checked(source: Arc<Source>, rules: &Rules, options: &Options) -> Checked {
    let mut found = Checked { findings: check(&source, rules, options), source };
    if !comes_right(&found, rules, options) {
        found.withdraw();
    }
    found
}

/// Makes every fix that is certain, and checks again, until nothing is left that can be fixed. Says how many findings were.
pub fn fix(path: &Path, source: Arc<Source>, rules: &Rules, options: &Options) -> Result<(Checked, usize), CannotRun> {
    let mut now = Checked { findings: check(&source, rules, options), source };
    let original = Arc::clone(&now.source);
    let trusted = comes_right(&now, rules, options);
    let mut fixed = 0;
    for _ in 0..MOST_ROUNDS {
        if !trusted {
            now.withdraw();
        }
        let Some((next, made)) = now.mended(rules, options) else { break };
        fixed += made;
        now = next;
    }
    if now.source.text != original.text {
        files::replace(path, &now.source.text)?;
    }
    Ok((now, fixed))
}

/// Whether a text can be read, or can be once everything is fixed that has a fix.
fn comes_right(found: &Checked, rules: &Rules, options: &Options) -> bool {
    if found.is_readable() {
        return true;
    }
    let quick = Options { quick: true, ..options.clone() };
    let mut next = found.mended(rules, &quick);
    for _ in 0..MOST_ROUNDS {
        match next {
            Some((file, _)) if file.is_readable() => return true,
            Some((file, _)) => next = file.mended(rules, &quick),
            None => return false,
        }
    }
    false
}

impl Checked {
    /// Whether nothing in how it is written keeps it from being read. The findings say so, and large files are read once.
    fn is_readable(&self) -> bool {
        self.findings.iter().all(|finding| finding.code != NOT_A_SCENARIO)
    }

    /// The file after every fix, and how many were made; none where nothing is left to be made.
    fn mended(&self, rules: &Rules, options: &Options) -> Option<(Self, usize)> {
        let (text, made) = apply(&self.source.text, self.findings.iter().filter_map(|finding| finding.fix.as_ref()));
        if made == 0 || text == self.source.text {
            return None;
        }
        let source = Source::new(self.source.name.clone(), text);
        Some((Self { findings: check(&source, rules, options), source }, made))
    }

    /// Takes back the fixes of how the text is written.
    fn withdraw(&mut self) {
        for finding in self.findings.iter_mut().filter(|finding| finding.code == NOT_A_SCENARIO) {
            finding.fix = None;
        }
    }
}
