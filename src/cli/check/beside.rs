//! What stands beside a scenario and is checked with it: its translations.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Checked;
use crate::check::{Options, check_translation};
use crate::cli::CannotRun;
use crate::diag::Source;
use crate::library::{is_scenario_file, read_source, translations};
use crate::scenario::{self, Rules, parse};
use crate::translation::named;

/// Checks the translations of scenarios, each once.
pub struct Beside<'a> {
    rules: &'a Rules,
    options: &'a Options,
    told: BTreeSet<PathBuf>,
}

impl<'a> Beside<'a> {
    pub fn new(rules: &'a Rules, options: &'a Options) -> Self {
        Self { rules, options, told: BTreeSet::new() }
    }

    /// The translations beside a scenario file, checked. A copy of the scenario with a name like theirs is none.
    pub fn of(&mut self, scenario: &Path, source: &Arc<Source>) -> Vec<Checked> {
        let paths = translations(scenario).into_iter().map(|(_, path)| path);
        let paths: Vec<PathBuf> = paths.filter(|path| self.told.insert(path.clone())).collect();
        if paths.is_empty() {
            return Vec::new();
        }
        let scenario = scenario::load(source, self.rules).ok();
        let one = |path: PathBuf| match read_source(&path) {
            Ok(source) if parse(&source).is_some() => None,
            Ok(source) => {
                Some(Checked { findings: check_translation(scenario.as_ref(), &source, self.options), source })
            }
            Err(finding) => Some(Checked { source: Arc::clone(&finding.source), findings: vec![*finding] }),
        };
        paths.into_iter().filter_map(one).collect()
    }

    /// Checks a file that was named itself where it is a translation; none where it is a scenario.
    ///
    /// # Errors
    /// Where it is neither, with what to do instead.
    pub fn named(&mut self, path: &Path) -> Result<Option<Vec<Checked>>, CannotRun> {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some((id, language)) = named(name).filter(|_| !is_scenario_file(path)) else { return Ok(None) };
        let shown = path.display();
        if language == "plays" {
            return Err(CannotRun(format!("`{shown}` holds golden conversations: `amends test {shown}` plays them.")));
        }
        let scenario = path.with_file_name(format!("{id}.ron"));
        if !translations(&scenario).iter().any(|(_, translation)| translation == path)
            || read_source(path).is_ok_and(|source| parse(&source).is_some())
        {
            return Ok(None);
        }
        let Ok(source) = read_source(&scenario) else {
            return Err(CannotRun(format!(
                "`{shown}` is a translation, and its scenario `{}` is not beside it. Put both into one folder.",
                scenario.display()
            )));
        };
        let others: BTreeSet<PathBuf> =
            translations(&scenario).into_iter().map(|(_, path)| path).filter(|other| other != path).collect();
        let mut only = Self { told: others, ..Self::new(self.rules, self.options) };
        Ok(Some(if self.told.insert(path.to_owned()) { only.of(&scenario, &source) } else { Vec::new() }))
    }
}
