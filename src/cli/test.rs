//! `amends test`: play the golden conversations that stand beside scenarios, and tell what is not as it was expected.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use serde_json::{Value, json};

use super::finding::{as_json, clean};
use super::terminal::{coloured, counted, harmless, interactive};
use super::{CannotRun, Places, Status, files};
use crate::diag::{Diagnostic, Severity, Source, render_full, render_short};
use crate::library;
use crate::plays::{self, Verdict};
use crate::scenario::Rules;
use crate::session::{Given, Turn};

/// Play the golden conversations of scenarios and compare what comes of them.
#[derive(Debug, Args)]
#[command(
    after_help = "A golden conversation is one way through a scenario with what must come of it. Those of `late-parcel.ron` stand beside it in\n`late-parcel.plays.ron`.\n\nExamples:\n  amends test                                   every golden conversation of the scenario folder\n  amends test scenarios/heated-pool.ron -v      those of one scenario, with every decision\n  amends test --bless                           write down what comes of them now, where it differs"
)]
pub struct Test {
    /// Scenarios, plays files, or folders with them [default: the scenario folder]
    paths: Vec<PathBuf>,
    /// Write what comes of the plays now in place of what was expected; a play that cannot be played stays as it is
    #[arg(long)]
    bless: bool,
    /// Show every decision of the plays that are not as expected
    #[arg(long, short)]
    verbose: bool,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// How the name of a plays file ends.
const ENDING: &str = ".plays.ron";

/// One plays file and what came of it.
struct Tested {
    source: Arc<Source>,
    path: PathBuf,
    plays: Vec<Verdict>,
    /// Why the file could not be played at all.
    findings: Vec<Diagnostic>,
    /// Values written by `--bless`.
    blessed: usize,
}

/// Runs the command.
pub fn run(command: &Test, places: &Places) -> Result<Status, CannotRun> {
    let rules = Arc::new(Rules::builtin());
    let paths = plays_files(command, places)?;
    let mut tested = Vec::new();
    for path in &paths {
        let mut one = test(path, &rules);
        if command.bless {
            bless(&mut one, &rules)?;
        }
        tested.push(one);
    }
    let mut out = io::stdout().lock();
    if command.json {
        let json = serde_json::to_string_pretty(&report(&tested)).map_err(|why| CannotRun(why.to_string()))?;
        writeln!(out, "{json}")?;
    } else {
        for one in &tested {
            tell(one, command.verbose, &mut out)?;
        }
        summary(&tested, &mut out)?;
    }
    let fine = tested.iter().all(|one| one.findings.is_empty() && one.plays.iter().all(Verdict::is_fine));
    Ok(if fine { Status::Fine } else { Status::Findings })
}

fn plays_files(command: &Test, places: &Places) -> Result<Vec<PathBuf>, CannotRun> {
    let paths = if command.paths.is_empty() { vec![places.scenarios()] } else { command.paths.clone() };
    let is_plays = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ENDING));
    let mut found = files::below(&paths, is_plays)?;
    for path in &mut found {
        if is_plays(path) {
            continue;
        }
        // A scenario was named: its plays stand beside it.
        let beside = path.with_extension("plays.ron");
        if !beside.is_file() {
            return Err(CannotRun(format!(
                "`{}` has no golden conversations: there is no file `{}`. `amends test --help` says what stands in one.",
                path.display(),
                beside.display()
            )));
        }
        *path = beside;
    }
    if found.is_empty() {
        return Err(CannotRun(format!(
            "There are no golden conversations there: no file ends in `{ENDING}`. `amends test --help` says what stands in one."
        )));
    }
    Ok(found)
}

fn test(path: &Path, rules: &Arc<Rules>) -> Tested {
    let mut tested = Tested {
        source: Source::new(path.display().to_string(), ""),
        path: path.to_owned(),
        plays: Vec::new(),
        findings: Vec::new(),
        blessed: 0,
    };
    match library::read_source(path) {
        Ok(source) => tested.source = source,
        Err(finding) => {
            tested.findings.push(*finding);
            return tested;
        }
    }
    let name = path.to_string_lossy();
    let scenario = PathBuf::from(format!("{}.ron", name.strip_suffix(ENDING).unwrap_or(&name)));
    if !scenario.is_file() {
        tested.findings.push(no_scenario(&tested.source, &scenario));
        return tested;
    }
    match library::read(&scenario, rules).scenario {
        Ok(scenario) => match plays::check(&tested.source, &scenario, rules) {
            Ok(verdicts) => tested.plays = verdicts,
            Err(findings) => tested.findings = findings,
        },
        Err(findings) => tested.findings = findings,
    }
    tested
}

fn no_scenario(source: &Arc<Source>, scenario: &Path) -> Diagnostic {
    Diagnostic {
        code: "P002",
        severity: Severity::Error,
        title: format!("there is no scenario `{}`", scenario.display()),
        source: Arc::clone(source),
        span: None,
        label: None,
        why: Some("Plays belong to the scenario with the same name beside them, so these cannot be played.".into()),
        help: Some("Rename the file after its scenario, or put the scenario beside it.".into()),
        fix: None,
    }
}

/// Writes down what came of the plays, and plays them again.
fn bless(tested: &mut Tested, rules: &Arc<Rules>) -> Result<(), CannotRun> {
    let (text, blessed) = plays::bless(&tested.source.text, &tested.plays);
    if blessed == 0 {
        return Ok(());
    }
    files::replace(&tested.path, &text)?;
    *tested = Tested { blessed, ..test(&tested.path, rules) };
    Ok(())
}

fn tell(tested: &Tested, verbose: bool, out: &mut dyn Write) -> io::Result<()> {
    let fine = tested.plays.iter().filter(|verdict| verdict.is_fine()).count();
    let name = harmless(&tested.source.name);
    if tested.findings.is_empty() {
        writeln!(out, "{name}: {} of {} as expected", fine, counted(tested.plays.len(), "play"))?;
    } else {
        writeln!(out, "{name}: cannot be played")?;
    }
    if tested.blessed > 0 {
        writeln!(out, "  written down: {}", counted(tested.blessed, "value"))?;
    }
    for finding in &tested.findings {
        tell_finding(finding, out)?;
    }
    for verdict in tested.plays.iter().filter(|verdict| !verdict.is_fine()) {
        let line = verdict.line.map(|line| format!(" (line {line})")).unwrap_or_default();
        writeln!(out, "\n  {}{line}", harmless(&verdict.name))?;
        for finding in &verdict.findings {
            tell_finding(finding, out)?;
        }
        for difference in &verdict.differences {
            let (what, expected, got) = (&difference.what, &difference.expected, &difference.got);
            let at = difference.finding.place().map(|place| format!("  (line {})", place.line)).unwrap_or_default();
            writeln!(out, "{}", harmless(&format!("    {what}: expected {expected}, got {got}{at}")))?;
            for line in difference.diff.iter().flat_map(|diff| diff.lines()) {
                writeln!(out, "      {}", harmless(line))?;
            }
        }
        if verbose {
            for (index, turn) in verdict.turns.iter().enumerate() {
                writeln!(out, "    {}. {}", index + 1, harmless(&decision(verdict, index, turn)))?;
            }
        }
    }
    Ok(())
}

/// A decision with the levels it earned out of those it could have.
fn decision(verdict: &Verdict, index: usize, turn: &Turn) -> String {
    let given = match &turn.given {
        Given::Reply(reply) => reply.to_string(),
        Given::Fragments(_) => format!("[{}]", turn.given),
        Given::Silence => "silence".to_owned(),
    };
    let evidence = verdict.card.as_ref().and_then(|card| card.evidence.get(index));
    let levels = evidence.map(|evidence| {
        let levels = evidence.levels.iter().map(|one| format!("{} {} of {}", one.competency, one.earned, one.best));
        levels.collect::<Vec<_>>().join(", ")
    });
    let levels = levels.filter(|levels| !levels.is_empty()).map(|levels| format!(": {levels}")).unwrap_or_default();
    format!("{} → {given}{levels}", turn.before.beat)
}

fn tell_finding(finding: &Diagnostic, out: &mut dyn Write) -> io::Result<()> {
    let finding = clean(finding);
    if interactive() {
        writeln!(out, "{}", render_full(&finding, coloured()))
    } else {
        writeln!(out, "    {}", render_short(&finding))
    }
}

fn summary(tested: &[Tested], out: &mut dyn Write) -> io::Result<()> {
    let verdicts = || tested.iter().flat_map(|one| &one.plays);
    let broken = verdicts().filter(|verdict| !verdict.findings.is_empty()).count();
    let differ = verdicts().filter(|verdict| verdict.findings.is_empty() && !verdict.differences.is_empty()).count();
    let fine = verdicts().filter(|verdict| verdict.is_fine()).count();
    let mut line =
        format!("\n{} in {}: {fine} as expected", counted(verdicts().count(), "play"), counted(tested.len(), "file"));
    for (count, what) in [(differ, "not as expected"), (broken, "cannot be played")] {
        if count > 0 {
            line.push_str(&format!(", {count} {what}"));
        }
    }
    let unreadable = tested.iter().filter(|one| !one.findings.is_empty()).count();
    if unreadable > 0 {
        line.push_str(&format!("; {} could not be played at all", counted(unreadable, "file")));
    }
    writeln!(out, "{line}.")?;
    let mut differences = verdicts().filter(|one| one.findings.is_empty()).flat_map(|one| &one.differences);
    if differences.any(|difference| difference.edit.is_some()) {
        writeln!(out, "Where the change is meant: `amends test --bless` writes down what comes of them now.")?;
    }
    Ok(())
}

fn report(tested: &[Tested]) -> Value {
    let fine = tested.iter().flat_map(|one| &one.plays).filter(|verdict| verdict.is_fine()).count();
    json!({
        "plays": tested.iter().map(|one| one.plays.len()).sum::<usize>(),
        "fine": fine,
        "files": tested.iter().map(|one| json!({
            "file": one.source.name,
            "blessed": one.blessed,
            "findings": one.findings.iter().map(as_json).collect::<Vec<_>>(),
            "plays": one.plays.iter().map(verdict_json).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    })
}

fn verdict_json(verdict: &Verdict) -> Value {
    let card = verdict.card.as_ref();
    let ending = card.and_then(|card| card.ending.as_ref());
    let scores = card.map(|card| {
        let scores = card.competencies.iter().map(|one| (one.id.to_string(), json!(one.score)));
        scores.collect::<serde_json::Map<_, _>>()
    });
    json!({
        "name": verdict.name,
        "line": verdict.line,
        "fine": verdict.is_fine(),
        "outcome": ending.map(|ending| ending.outcome),
        "feeling": ending.map(|ending| ending.feeling),
        "left": ending.map(|ending| ending.left),
        "overall": card.and_then(|card| card.overall),
        "scores": scores,
        "passed": card.and_then(|card| card.passed),
        "promises": card.map(|card| &card.promises),
        "beats": verdict.beats,
        "differences": verdict.differences.iter().map(|one| json!({
            "what": one.what,
            "expected": one.expected,
            "got": one.got,
            "line": one.finding.place().map(|place| place.line),
            "column": one.finding.place().map(|place| place.column),
        })).collect::<Vec<_>>(),
        "findings": verdict.findings.iter().map(as_json).collect::<Vec<_>>(),
    })
}
