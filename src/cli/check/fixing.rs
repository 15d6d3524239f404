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
        files::replace(path, &now.source.text)?;
    }
    Ok((now, fixed))
}
