//! Playing a scenario in a language it was translated into.

use std::path::Path;
use std::sync::Arc;

use super::CannotRun;
use super::terminal::tell_findings;
use super::terminal::{complain, harmless};
use crate::diag::Severity;
use crate::library::{read_translation, told_in, translation_path, translations};
use crate::scenario::Checked;
use crate::translation::{apply, compare, findings, progress, tag};
use crate::words::Language;

/// The language of the words around a conversation: the one that was asked for where the interface speaks it, else the system's.
pub fn spoken(asked: Option<&str>) -> Language {
    asked.and_then(Language::of_tag).unwrap_or_else(Language::of_the_system)
}

/// The scenario of `file` in the language that was asked for, as [`in_language`]; where none was, in the system's if it has been
/// translated into that, and else in its own.
///
/// # Errors
/// As [`in_language`].
pub fn in_asked_language(
    scenario: &Arc<Checked>,
    file: &Path,
    asked: Option<&str>,
) -> Result<Option<Arc<Checked>>, CannotRun> {
    match asked {
        Some(asked) => in_language(scenario, file, asked),
        None => Ok(Some(told_in(scenario, file, Language::of_the_system().tag()))),
    }
}

/// The scenario of `file` in a language; nothing where its translation is broken, which has been told then. Texts that are not
/// translated stay in the scenario's own language, and that is told, too.
///
/// # Errors
/// Where there is no such translation.
pub fn in_language(scenario: &Arc<Checked>, file: &Path, written: &str) -> Result<Option<Arc<Checked>>, CannotRun> {
    let own = &scenario.language;
    let missing = |language: &str| {
        let mut there: Vec<String> = translations(file).into_iter().map(|(language, _)| language).collect();
        there.insert(0, own.clone());
        let (there, file) = (there.join(", "), file.display());
        CannotRun(harmless(&format!(
            "`{file}` is not there in `{language}`. It is in: {there}. Begin a translation with `amends translate extract {file} --language {language}`."
        )))
    };
    let language = tag(written).map_err(|()| missing(written))?;
    if tag(own).as_ref() == Ok(&language) {
        return Ok(Some(Arc::clone(scenario)));
    }
    let path = translation_path(file, &language);
    if !path.is_file() {
        return Err(missing(&language));
    }
    let translation = match read_translation(&path) {
        Ok(translation) => translation,
        Err(found) => {
            tell_findings(&found);
            return Ok(None);
        }
    };
    let found = findings(scenario, &translation);
    let mut errors = found.iter().filter(|finding| finding.severity == Severity::Error).peekable();
    if errors.peek().is_some() {
        tell_findings(errors);
        return Ok(None);
    }
    let now = progress(&compare(scenario, &translation));
    if now.missing + now.stale > 0 {
        complain(&format!(
            "{} of {} texts are not translated into `{language}` and are shown in `{own}`; {} are older than their source. `amends translate status` lists them.",
            now.missing, now.texts, now.stale
        ));
    }
    Ok(Some(Arc::new(apply(scenario, &translation))))
}
