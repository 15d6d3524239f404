//! The files that a scenario on screen is told from.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diag::{Diagnostic, Source};
use crate::game::desk::Desk;
use crate::guide;
use crate::library::{self, Entry, guide_path, read_source, read_translation, translation_path, translations};
use crate::scenario::Checked;

/// The files that a scenario is told from, whether they are there or not.
pub fn watched(file: &Path, language: &str) -> Vec<PathBuf> {
    let beside = translations(file).into_iter().map(|(_, path)| path);
    [file.to_owned(), guide_path(file), translation_path(file, language)].into_iter().chain(beside).collect()
}

/// The text of the translation that the scenario is told from now; none where that is its own. What keeps either from being
/// played, except from a translation that is not on screen.
pub fn told_now(entry: &Entry, language: &str, on_screen: &Checked) -> Result<Option<Arc<Source>>, Vec<Diagnostic>> {
    let own = entry.scenario.as_ref().map_err(Clone::clone)?;
    match library::tell(own, &entry.path, language) {
        Ok(told) => Ok(told.map(|(_, source)| source)),
        Err(_) if on_screen.language == own.language => Ok(None),
        Err(wrong) => Err(wrong),
    }
}

/// The guide lies ready as it is now. What is wrong with it, or with a translation into a language other than the one on screen,
/// is given back.
pub fn read_beside(desk: &mut Desk, on_screen: &Checked, scenario: &Path) -> Vec<Diagnostic> {
    let id = on_screen.id.as_str();
    let others = translations(scenario).into_iter().filter(|(language, _)| *language != on_screen.language);
    let mut findings: Vec<Diagnostic> =
        others.filter_map(|(_, path)| read_translation(&path).err()).flatten().collect();
    let path = guide_path(scenario);
    if !path.is_file() {
        desk.guides.remove(id);
        return findings;
    }
    match read_source(&path).and_then(|source| guide::read(&source)) {
        Ok(guide) => drop(desk.guides.insert(id.to_owned(), guide)),
        Err(found) => findings.push(*found),
    }
    findings
}
