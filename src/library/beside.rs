//! What stands beside a scenario: `pool.sw.ron` beside `pool.ron` holds its texts in Swahili, `pool.guide.ron` its facilitator's page.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::read_source;
use crate::diag::{Diagnostic, Severity, Source};
use crate::scenario::Checked;
use crate::translation::{Translation, apply, findings, named, tag};

/// What stands before `.ron` beside a scenario and is no language: `pool.plays.ron` holds plays that are tested,
/// `pool.guide.ron` the facilitator's page.
const NO_LANGUAGE: [&str; 2] = ["plays", "guide"];

/// Where a scenario's texts in a language are, or would be.
#[must_use]
pub fn translation_path(scenario: &Path, language: &str) -> PathBuf {
    scenario.with_extension(format!("{language}.ron"))
}

/// Where the facilitator's page of a scenario is, or would be.
#[must_use]
pub fn guide_path(scenario: &Path) -> PathBuf {
    scenario.with_extension("guide.ron")
}

/// The translations beside a scenario file, with their languages, in order of the file names.
#[must_use]
pub fn translations(scenario: &Path) -> Vec<(String, PathBuf)> {
    let folder = scenario.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let stem = scenario.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let language_of = |path: &Path| {
        let (id, language) = named(path.file_name()?.to_str()?)?;
        (id == stem && !NO_LANGUAGE.contains(&language)).then(|| tag(language).ok())?
    };
    let mut found: Vec<(String, PathBuf)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|item| {
            let name = item.ok()?.file_name();
            let path = scenario.with_file_name(name);
            Some((language_of(&path)?, path))
        })
        .collect();
    found.sort();
    found
}

/// A translation from its file.
///
/// # Errors
/// Why it cannot be read.
pub fn read_translation(path: &Path) -> Result<Translation, Vec<Diagnostic>> {
    let source = read_source(path).map_err(|finding| vec![*finding])?;
    Translation::parse(&source)
}

/// A scenario in the words of a translation, and that translation's text.
pub type Told = (Arc<Checked>, Arc<Source>);

/// The scenario of `file` as its translation into a language tells it, with that translation's text; none where it has none, or
/// the language is its own. What is not translated stays in the scenario's own language.
///
/// # Errors
/// What keeps the translation from being played.
pub fn tell(scenario: &Checked, file: &Path, language: &str) -> Result<Option<Told>, Vec<Diagnostic>> {
    let Ok(wanted) = tag(language) else { return Ok(None) };
    let path = translation_path(file, &wanted);
    if tag(&scenario.language).is_ok_and(|own| own == wanted) || !path.is_file() {
        return Ok(None);
    }
    let translation = read_translation(&path)?;
    let mut wrong = findings(scenario, &translation);
    wrong.retain(|finding| finding.severity == Severity::Error);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let source = Arc::clone(&translation.source);
    Ok(Some((Arc::new(apply(scenario, &translation)), source)))
}

/// The scenario of `file` in a language; in its own where it has not been translated, or its translation has errors (`amends check`
/// says which).
#[must_use]
pub fn told_in(scenario: &Arc<Checked>, file: &Path, language: &str) -> Arc<Checked> {
    let told = tell(scenario, file, language).ok().flatten();
    told.map_or_else(|| Arc::clone(scenario), |(told, _)| told)
}
