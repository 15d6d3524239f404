//! What stands beside a scenario and is checked with it: its translations and its facilitator's page.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Checked;
use crate::check::{Options, check, check_guide, check_translation};
use crate::cli::CannotRun;
use crate::diag::Source;
use crate::library::{guide_path, is_scenario_file, read_source, translations};
use crate::scenario::{self, Rules, parse};
use crate::translation::named;

/// Checks what stands beside scenarios, each file once.
pub struct Beside<'a> {
    rules: &'a Rules,
    options: &'a Options,
    told: BTreeSet<PathBuf>,
}

impl<'a> Beside<'a> {
    pub fn new(rules: &'a Rules, options: &'a Options) -> Self {
        Self { rules, options, told: BTreeSet::new() }
    }

    /// What stands beside a scenario file, checked. A copy of the scenario with a name like theirs is none.
    pub fn of(&mut self, scenario: &Path, source: &Arc<Source>) -> Vec<Checked> {
        let guide = guide_path(scenario);
        let paths = translations(scenario).into_iter().map(|(_, path)| path).chain(guide.is_file().then_some(guide));
        let paths: Vec<PathBuf> = paths.filter(|path| self.told.insert(path.clone())).collect();
        if paths.is_empty() {
            return Vec::new();
        }
        let scenario = scenario::load(source, self.rules).ok();
        paths.iter().filter_map(|path| self.one(path, scenario.as_ref())).collect()
    }

    fn guide(&self, path: &Path, scenario: Option<&scenario::Checked>) -> Checked {
        match read_source(path) {
            Ok(source) => Checked { findings: check_guide(scenario, &source, self.options), source },
            Err(finding) => Checked { source: Arc::clone(&finding.source), findings: vec![*finding] },
        }
    }

    fn one(&self, path: &Path, scenario: Option<&scenario::Checked>) -> Option<Checked> {
        if is_guide(path) {
            return Some(self.guide(path, scenario));
        }
        match read_source(path) {
            Ok(source) if parse(&source).is_some() => None,
            Ok(source) => Some(Checked { findings: check_translation(scenario, &source, self.options), source }),
            Err(finding) => Some(Checked { source: Arc::clone(&finding.source), findings: vec![*finding] }),
        }
    }

    /// Checks a file that was named itself where it stands beside a scenario; none where it is a scenario.
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
        if !(is_guide(path) || translations(&scenario).iter().any(|(_, translation)| translation == path))
            || read_source(path).is_ok_and(|source| parse(&source).is_some())
        {
            return Ok(None);
        }
        let Ok(source) = read_source(&scenario) else {
            return Err(CannotRun(format!(
                "`{shown}` is {}, and its scenario `{}` is not beside it. Put both into one folder.",
                if is_guide(path) { "a facilitator's page" } else { "a translation" },
                scenario.display()
            )));
        };
        if !self.told.insert(path.to_owned()) {
            return Ok(Some(Vec::new()));
        }
        let sound = scenario::load(&source, self.rules).ok();
        let mut files: Vec<Checked> = self.one(path, sound.as_ref()).into_iter().collect();
        if sound.is_none() {
            // What keeps the two from being compared stands in the scenario.
            files.insert(0, Checked { findings: check(&source, self.rules, self.options), source });
        }
        Ok(Some(files))
    }
}

fn is_guide(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(".guide.ron"))
}
