//! `amends translate status`: how far each translation is, line by line where somebody has to look.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::{in_one_line, in_words, language_of};
use crate::cli::terminal::{complain, harmless};
use crate::cli::{CannotRun, Places, Status};
use crate::diag::{Diagnostic, Severity, Source};
use crate::library::{self, Entry, read_translation, translation_path, translations};
use crate::scenario::{Checked, Rules};
use crate::translation::{Progress, Standing, Told, Translation, compare, findings, lines, named, progress, tag};

/// Lines of a translation that are listed without `--all`.
const LISTED: usize = 10;

/// Tell how far each translation is, and which lines are missing or older than their source.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  amends translate status scenarios/heated-pool.ron --all\n\nExit status 1 where a text is missing or older than its source."
)]
pub struct Check {
    /// Scenarios, translations, or folders of them [default: the scenario folder]
    paths: Vec<PathBuf>,
    /// Only this language; a scenario that has none of it counts as missing
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// List every line, not only the first ten of each translation
    #[arg(long)]
    all: bool,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// One scenario.
#[derive(Serialize)]
struct Told1 {
    file: String,
    language: Option<String>,
    /// What keeps the scenario from being read.
    findings: Vec<Found>,
    translations: Vec<OneLanguage>,
}

/// One translation.
#[derive(Serialize)]
struct OneLanguage {
    file: String,
    language: String,
    #[serde(flatten)]
    progress: Progress,
    lines: Vec<Line>,
    /// What else is to be said of it.
    findings: Vec<Found>,
}

/// A text that somebody has to look at.
#[derive(Serialize)]
struct Line {
    key: String,
    standing: &'static str,
    file: String,
    line: usize,
    text: String,
}

#[derive(Serialize)]
struct Found {
    code: &'static str,
    severity: &'static str,
    message: String,
    line: Option<usize>,
    column: Option<usize>,
    #[serde(skip)]
    shown: String,
}

/// Runs the command.
pub fn run(command: &Check, places: &Places) -> Result<Status, CannotRun> {
    let only = command.language.as_deref().map(language_of).transpose()?;
    let rules = Rules::builtin();
    let paths = if command.paths.is_empty() { vec![places.scenarios()] } else { command.paths.clone() };
    let mut told = Vec::new();
    for path in &paths {
        for (entry, language) in entries(path, &rules)? {
            told.push(one(&entry, language.or_else(|| only.clone()).as_deref()));
        }
    }
    let mut out = io::stdout().lock();
    if command.json {
        let json = serde_json::to_string_pretty(&told).map_err(|error| CannotRun(error.to_string()))?;
        writeln!(out, "{json}")?;
    } else {
        for one in &told {
            write(one, command.all, &mut out)?;
        }
    }
    let incomplete = told.iter().any(|one| {
        !one.findings.is_empty()
            || one.translations.iter().any(|language| {
                language.progress.missing + language.progress.stale > 0
                    || language.findings.iter().any(|finding| finding.severity == "error")
            })
    });
    Ok(if incomplete { Status::Findings } else { Status::Fine })
}

/// The scenarios that a path stands for, each with the one language that is asked of it, if it is one.
fn entries(path: &Path, rules: &Rules) -> Result<Vec<(Entry, Option<String>)>, CannotRun> {
    if path.is_dir() {
        let entries = library::list(path, rules).map_err(CannotRun)?;
        for orphan in orphans(path, &entries) {
            complain(&format!("`{}` has no scenario beside it, so nobody can play it.", orphan.display()));
        }
        return Ok(entries.into_iter().map(|entry| (entry, None)).collect());
    }
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let language = named(name).and_then(|(id, language)| Some((id, tag(language).ok()?)));
    let (scenario, language) = match language {
        Some((id, language)) => (path.with_file_name(format!("{id}.ron")), Some(language)),
        None => (path.to_owned(), None),
    };
    if !scenario.is_file() {
        let shown = scenario.display();
        return Err(CannotRun(format!(
            "There is no scenario file `{shown}`. Name a scenario, a translation or a folder."
        )));
    }
    Ok(vec![(library::read(&scenario, rules), language)])
}

/// Translations in a folder whose scenario is not there.
fn orphans(folder: &Path, entries: &[Entry]) -> Vec<PathBuf> {
    let mut orphans: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|item| {
            let path = item.ok()?.path();
            let (id, _) = named(path.file_name()?.to_str()?)?;
            let scenario = path.with_file_name(format!("{id}.ron"));
            let text = std::fs::read_to_string(&path).ok()?;
            let is_translation = Translation::parse(&Source::new("", text)).is_ok();
            (is_translation && !entries.iter().any(|entry| entry.path == scenario)).then_some(path)
        })
        .collect();
    orphans.sort();
    orphans
}

fn one(entry: &Entry, only: Option<&str>) -> Told1 {
    let file = entry.path.display().to_string();
    match &entry.scenario {
        Err(findings) => {
            Told1 { file, language: None, findings: findings.iter().map(found).collect(), translations: Vec::new() }
        }
        Ok(scenario) => {
            let mut there = translations(&entry.path);
            if let Some(only) = only {
                there.retain(|(language, _)| language == only);
                if there.is_empty() && tag(&scenario.language).as_deref() != Ok(only) {
                    there.push((only.to_owned(), translation_path(&entry.path, only)));
                }
            }
            let translations = there.into_iter().map(|(language, path)| one_language(entry, scenario, language, &path));
            Told1 {
                file,
                language: Some(scenario.language.clone()),
                findings: Vec::new(),
                translations: translations.collect(),
            }
        }
    }
}

fn one_language(entry: &Entry, scenario: &Checked, language: String, path: &Path) -> OneLanguage {
    let file = path.display().to_string();
    let nothing = || Translation::empty(&Source::new(file.clone(), ""), &scenario.id, &language);
    let mut readable = true;
    let (translation, more) = if path.is_file() {
        match read_translation(path) {
            Ok(translation) => {
                let more: Vec<Diagnostic> = findings(scenario, &translation)
                    .into_iter()
                    .filter(|finding| !matches!(finding.code, "S136" | "S137"))
                    .collect();
                (translation, more)
            }
            Err(findings) => {
                readable = false;
                (nothing(), findings)
            }
        }
    } else {
        (nothing(), Vec::new())
    };
    let told = compare(scenario, &translation);
    OneLanguage {
        progress: progress(&told),
        // Of a file that cannot be read nothing is known line by line.
        lines: if readable { to_look_at(entry, scenario, &translation, &told) } else { Vec::new() },
        findings: more.iter().map(found).collect(),
        file,
        language,
    }
}

/// The texts that are missing or stale: a stale one where its translation stands, a missing one where the text does.
fn to_look_at(entry: &Entry, scenario: &Checked, translation: &Translation, told: &[Told<'_>]) -> Vec<Line> {
    let open: Vec<&Told<'_>> =
        told.iter().filter(|one| matches!(one.standing, Standing::Stale | Standing::Missing)).collect();
    let at = lines(scenario, &entry.source, open.iter().map(|one| &one.item.key));
    open.into_iter()
        .zip(at)
        .map(|(one, line)| {
            let (standing, file, line) = match one.entry {
                Some(entry) => ("stale", &translation.source.name, translation.line(entry)),
                None => ("missing", &entry.source.name, line),
            };
            let (key, text) = (one.item.key.to_string(), one.item.text.clone());
            Line { key, standing, file: file.clone(), line, text }
        })
        .collect()
}

fn found(finding: &Diagnostic) -> Found {
    let place = finding.place();
    Found {
        code: finding.code,
        severity: match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        message: finding.title.clone(),
        line: place.map(|place| place.line),
        column: place.map(|place| place.column),
        shown: in_one_line(finding),
    }
}

fn write(told: &Told1, all: bool, out: &mut dyn Write) -> io::Result<()> {
    let language = told.language.as_deref().map(|language| format!(" ({language})")).unwrap_or_default();
    writeln!(out, "{}", harmless(&format!("{}{language}", told.file)))?;
    for finding in &told.findings {
        writeln!(out, "  {}", finding.shown)?;
    }
    if told.findings.is_empty() && told.translations.is_empty() {
        writeln!(out, "  no translation")?;
    }
    for one in &told.translations {
        writeln!(out, "  {}: {}", one.language, in_words(one.progress))?;
        let listed = if all { one.lines.len() } else { LISTED.min(one.lines.len()) };
        for line in one.lines.iter().take(listed) {
            let place = format!("{}:{}", line.file, line.line);
            writeln!(out, "{}", harmless(&format!("    {:<7}  {place}  {}", line.standing, line.key)))?;
        }
        if one.lines.len() > listed {
            writeln!(out, "    … and {} more; `--all` lists them", one.lines.len() - listed)?;
        }
        for finding in &one.findings {
            writeln!(out, "    {}", finding.shown)?;
        }
    }
    Ok(())
}
