//! `amends check`: what is wrong or weak in scenario files.

mod beside;
mod course;
mod explain;
mod fixing;
mod json;
mod people;
mod sarif;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use self::beside::Beside;
use super::terminal::complain;
use super::{CannotRun, Places, Status, files};
use crate::check::{Options, RULES, Rule, find_rule};
use crate::diag::{Diagnostic, Severity, Source, did_you_mean};
use crate::library;
use crate::scenario::Rules;

/// Find what is wrong or weak in scenarios and in the translations beside them.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(
    after_help = "Examples:\n  amends check                                  every scenario of the scenario folder\n  amends check my.ron --fix                     put right what is certain\n  amends check --explain S301                   what a finding means\n  amends check --deny warnings --format sarif   for continuous integration\n\nA line `// allow: S301 because …` in a scenario silences a warning for what begins on the next line.\nExit status: 0 no errors, 1 errors, 2 could not run."
)]
pub struct Check {
    /// Scenarios or translations, or folders that are searched for them [default: the scenario folder]
    paths: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Full, value_name = "FORMAT")]
    format: Format,
    /// Short for `--format json`
    #[arg(long, conflicts_with_all = ["format", "sarif"])]
    json: bool,
    /// Short for `--format sarif`
    #[arg(long, conflicts_with = "format")]
    sarif: bool,
    /// Explain a finding by its code or name
    #[arg(long, value_name = "CODE", conflicts_with_all = ["paths", "list", "fix"])]
    explain: Option<String>,
    /// List every rule
    #[arg(long, conflicts_with_all = ["paths", "fix"])]
    list: bool,
    /// Count these warnings as errors: codes, names, or `warnings` for all of them
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    deny: Vec<String>,
    /// Leave these warnings out: codes or names
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    allow: Vec<String>,
    /// Leave out what needs every state of a conversation to be looked at, which can take seconds
    #[arg(long)]
    quick: bool,
    /// Put right in the files what can be put right with certainty, then check again
    #[arg(long)]
    fix: bool,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the place in the file underlined
    Full,
    /// One line each, for screen readers and pipes
    Short,
    /// One JSON object
    Json,
    /// SARIF 2.1.0, for editors and continuous integration
    Sarif,
}

/// One file and what was found in it.
struct Checked {
    source: Arc<Source>,
    findings: Vec<Diagnostic>,
}

/// What was found in all files.
struct Report {
    files: Vec<Checked>,
    /// Findings that were put right, and in how many files.
    fixed: (usize, usize),
}

impl Report {
    fn count(&self, severity: Severity) -> usize {
        self.files.iter().flat_map(|file| &file.findings).filter(|finding| finding.severity == severity).count()
    }
}

/// Runs the command.
pub fn run(command: &Check, places: &Places) -> Result<Status, CannotRun> {
    let mut out = io::stdout().lock();
    let format = match (command.json, command.sarif) {
        (true, _) => Format::Json,
        (_, true) => Format::Sarif,
        (false, false) => command.format,
    };
    if let Some(name) = &command.explain {
        explain::explain(rule_called(name)?, &mut out)?;
        return Ok(Status::Fine);
    }
    if command.list {
        if format == Format::Json {
            json::list(&mut out)?;
        } else {
            explain::list(&mut out)?;
        }
        return Ok(Status::Fine);
    }
    let options = options(command)?;
    let paths = if command.paths.is_empty() { vec![places.scenarios()] } else { command.paths.clone() };
    let mut files = files::below(&paths, |path| {
        library::is_scenario_file(path) || library::is_course_file(path) || has_hidden_ending(path)
    })?;
    files.iter().filter(|path| has_hidden_ending(path)).for_each(|path| tell_hidden_ending(path));
    files.retain(|path| !has_hidden_ending(path) || paths.contains(path));
    if files.is_empty() {
        let named: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        return Err(CannotRun(format!(
            "There is no scenario in {}. Scenarios are files that end in `.ron`; `amends new` makes one.",
            named.join(", ")
        )));
    }
    let rules = Arc::new(Rules::builtin());
    let mut report = Report { files: Vec::new(), fixed: (0, 0) };
    let mut beside = Beside::new(&rules, &options);
    for path in files {
        if library::is_course_file(&path) {
            report.files.push(course::check(&path, &rules, &options));
            continue;
        }
        if let Some(translation) = beside.named(&path)? {
            report.files.extend(translation);
            continue;
        }
        let source = match library::read_source(&path) {
            Ok(source) => source,
            Err(finding) => {
                report.files.push(Checked { source: Arc::clone(&finding.source), findings: vec![*finding] });
                continue;
            }
        };
        let file = if command.fix {
            let (file, fixed) = fixing::fix(&path, source, &rules, &options)?;
            report.fixed = (report.fixed.0 + fixed, report.fixed.1 + usize::from(fixed > 0));
            file
        } else {
            fixing::checked(source, &rules, &options)
        };
        let translations = beside.of(&path, &file.source);
        report.files.push(file);
        report.files.extend(translations);
    }
    match format {
        Format::Full => people::full(&report, &mut out)?,
        Format::Short => people::short(&report, &mut out)?,
        Format::Json => json::write(&report, &mut out)?,
        Format::Sarif => sarif::write(&report, &mut out)?,
    }
    Ok(if report.count(Severity::Error) > 0 { Status::Findings } else { Status::Fine })
}

/// Whether an editor has saved a scenario under another ending than the one that is shown.
fn has_hidden_ending(path: &Path) -> bool {
    path.to_string_lossy().ends_with(".ron.txt")
}

fn tell_hidden_ending(path: &Path) {
    complain(&format!(
        "`{}` ends in `.txt`, which some systems do not show, and is not found as a scenario. Rename it, so that it ends in `.ron`.",
        path.display()
    ));
}

fn options(command: &Check) -> Result<Options, CannotRun> {
    let warnings = || RULES.iter().filter(|rule| rule.severity == Severity::Warning).map(|rule| rule.code);
    let mut deny = BTreeSet::new();
    for name in &command.deny {
        match name.as_str() {
            "warnings" | "all" => deny.extend(warnings()),
            name => {
                deny.insert(rule_called(name)?.code);
            }
        }
    }
    let mut allow = BTreeSet::new();
    for name in &command.allow {
        let rule = rule_called(name)?;
        if rule.severity == Severity::Error {
            return Err(CannotRun(format!(
                "`{}` ({}) is an error and cannot be allowed: `amends check --explain {}` says what to do.",
                rule.code, rule.name, rule.code
            )));
        }
        allow.insert(rule.code);
    }
    Ok(Options { allow, deny, quick: command.quick })
}

fn rule_called(name: &str) -> Result<&'static Rule, CannotRun> {
    find_rule(name).ok_or_else(|| {
        let known = RULES.iter().flat_map(|rule| [rule.code, rule.name]);
        let near = match did_you_mean(name, known) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => "`amends check --list` names every rule.".to_owned(),
        };
        CannotRun(format!("There is no rule `{name}`. {near}"))
    })
}
