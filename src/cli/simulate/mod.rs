//! `amends simulate`: synthetic trainees play a scenario, and a table tells what they earned.

mod table;
mod verdict;

use std::fmt::Write as _;
use std::io::{self, Write};
use std::iter;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use super::terminal::{counted, harmless, paragraph, tell_findings};
use super::{CannotRun, Status};
use crate::bots::{Bot, Row, rewarded, simulate};
use crate::diag::did_you_mean;
use crate::library::{self, Entry};
use crate::scenario::{Checked, FormId, Rules};
use crate::session::Session;

/// Let synthetic trainees play, and see what they earn.
///
/// Each trainee has one habit. The test-wise ones go by the place or the surface of a reply and must not pass: a mean over 55, or
/// more than one pass in twenty plays and twice as many as by chance, is a finding (exit status 1).
#[derive(Debug, Args)]
#[command(after_help = after_help())]
pub struct Simulate {
    /// A scenario file, or a folder of them
    path: PathBuf,
    /// Plays of each trainee
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    plays: u32,
    /// Only these trainees, their names with commas between them
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    bots: Vec<String>,
    /// Where the seeds begin: play n is shown in the order of seed N + n
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// One JSON object a scenario, a line each; scores are 0 to 1000
    #[arg(long)]
    json: bool,
}

fn after_help() -> String {
    let widest = Bot::ALL.iter().map(|bot| bot.name.len()).max().unwrap_or_default();
    let mut help = String::from("Trainees:\n");
    for bot in Bot::ALL {
        // Writing to a text cannot fail.
        let _ = writeln!(help, "  {:widest$}  {}", bot.name, bot.about);
    }
    help + "\nExamples:\n  amends simulate scenarios/heated-pool.ron\n  amends simulate scenarios --plays 200 --bots longest,politest"
}

/// What became of one scenario.
struct Played {
    scenario: Arc<Checked>,
    rows: Vec<Row>,
    /// Trainees that need lists of words which its language has none of.
    left_out: Vec<&'static str>,
}

impl Played {
    /// Its scenario's id, and its form where it has one.
    fn name(&self) -> String {
        let id = &self.scenario.id;
        self.scenario.form().map_or_else(|| id.clone(), |form| format!("{id}, form {form}"))
    }
}

/// One line of `--json`.
#[derive(Serialize)]
struct Line<'a> {
    scenario: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<&'a FormId>,
    hash: &'a str,
    seed: u64,
    plays: u32,
    rewarded: Vec<&'static str>,
    left_out: &'a [&'static str],
    trainees: &'a [Row],
}

/// Runs the command. A scenario that cannot be played is told and is a finding; the others go on.
pub fn run(command: &Simulate) -> Result<Status, CannotRun> {
    let bots = chosen(&command.bots)?;
    let rules = Arc::new(Rules::builtin());
    let entries = entries(command, &rules)?;
    let mut out = io::stdout().lock();
    let mut results = Vec::new();
    let mut broken = 0;
    for entry in &entries {
        let scenario = match &entry.scenario {
            Ok(scenario) => scenario,
            Err(findings) => {
                broken += 1;
                tell_findings(findings);
                continue;
            }
        };
        let forms = scenario.forms.keys().filter_map(|form| scenario.in_form(form)).map(Arc::new);
        for scenario in iter::once(Arc::clone(scenario)).chain(forms) {
            let result = play(&scenario, &rules, &bots, command)?;
            if command.json {
                write_json(command, &result, &mut out)?;
            } else {
                write_result(command, &result, &rules, &mut out)?;
            }
            results.push(result);
        }
    }
    if results.len() + broken > 1 && !command.json {
        write_summary(&results, broken, &mut out)?;
    }
    let weak = results.iter().any(|result| !rewarded(&result.rows).is_empty());
    Ok(if weak || broken > 0 { Status::Findings } else { Status::Fine })
}

/// The trainees named, or all.
fn chosen(names: &[String]) -> Result<Vec<&'static Bot>, CannotRun> {
    if names.is_empty() {
        return Ok(Bot::ALL.iter().collect());
    }
    let find = |name: &String| {
        Bot::find(name.trim()).ok_or_else(|| {
            let known = || Bot::ALL.iter().map(|bot| bot.name);
            let help = match did_you_mean(name, known()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => format!("There are: {}.", known().collect::<Vec<_>>().join(", ")),
            };
            CannotRun(format!("There is no trainee `{}`. {help}", harmless(name)))
        })
    };
    names.iter().map(find).collect()
}

fn entries(command: &Simulate, rules: &Rules) -> Result<Vec<Entry>, CannotRun> {
    let path = &command.path;
    if path.is_dir() {
        return library::list(path, rules).map_err(|_| {
            CannotRun(format!(
                "There is no scenario in the folder `{}`. Name a folder with `.ron` files.",
                path.display()
            ))
        });
    }
    if path.is_file() {
        return Ok(vec![library::read(path, rules)]);
    }
    Err(CannotRun(format!("There is no scenario file `{}`. Check the name; scenarios end in `.ron`.", path.display())))
}

fn play(
    scenario: &Arc<Checked>,
    rules: &Arc<Rules>,
    bots: &[&'static Bot],
    command: &Simulate,
) -> Result<Played, CannotRun> {
    let session = Session::new(Arc::clone(scenario), Arc::clone(rules), command.seed, None)
        .map_err(|why| CannotRun(format!("{why}.")))?;
    let rows = simulate(&session, bots, usize::try_from(command.plays).unwrap_or(usize::MAX));
    let played = |bot: &&&Bot| rows.iter().any(|row| row.bot == bot.name);
    let left_out = bots.iter().filter(|bot| !played(bot)).map(|bot| bot.name).collect();
    Ok(Played { scenario: Arc::clone(scenario), rows, left_out })
}

fn write_json(command: &Simulate, result: &Played, out: &mut dyn Write) -> Result<(), CannotRun> {
    let line = Line {
        scenario: &result.scenario.id,
        form: result.scenario.form(),
        hash: result.scenario.hash(),
        seed: command.seed,
        plays: command.plays,
        rewarded: rewarded(&result.rows).iter().map(|row| row.bot).collect(),
        left_out: &result.left_out,
        trainees: &result.rows,
    };
    let json = serde_json::to_string(&line).map_err(|error| CannotRun(error.to_string()))?;
    writeln!(out, "{json}")?;
    Ok(())
}

fn write_result(command: &Simulate, result: &Played, rules: &Rules, out: &mut dyn Write) -> io::Result<()> {
    let scenario = &result.scenario;
    let pass = &rules.rubric.pass;
    paragraph(out, "", &format!("{} ({})", scenario.title, result.name()))?;
    let plays = if command.plays == 1 { "1 play".into() } else { format!("{} plays", command.plays) };
    paragraph(
        out,
        "",
        &format!(
            "{plays} of each trainee from seed {}. Scores run from 0 to 100; to pass takes {} and no competency under {}.",
            command.seed,
            table::points(pass.overall),
            table::points(pass.floor)
        ),
    )?;
    writeln!(out)?;
    table::write(&result.rows, &rules.rubric, textwrap::termwidth(), out)?;
    writeln!(out)?;
    if !result.left_out.is_empty() {
        let why = format!(
            "Not played, because Amends has no word lists for the language `{}`: {}.",
            scenario.language,
            result.left_out.join(", ")
        );
        paragraph(out, "", &why)?;
    }
    for sentence in verdict::sentences(&result.rows) {
        paragraph(out, "", &sentence)?;
    }
    writeln!(out)
}

/// One line for each scenario of a folder.
fn write_summary(results: &[Played], broken: usize, out: &mut dyn Write) -> io::Result<()> {
    let scenarios = |n: usize| if n == 1 { "1 scenario".to_owned() } else { format!("{n} scenarios") };
    let forms = results.iter().filter(|one| one.scenario.form().is_some()).count();
    let rewarding: Vec<&Played> = results.iter().filter(|one| !rewarded(&one.rows).is_empty()).collect();
    let played = match forms {
        0 => scenarios(results.len()),
        forms => format!("{} and {} of them", scenarios(results.len() - forms), counted(forms, "form")),
    };
    let passing = format!("{played} played: {} reward a habit or chance.", rewarding.len());
    paragraph(out, "", &passing)?;
    for result in rewarding {
        let names: Vec<&str> = rewarded(&result.rows).iter().map(|row| row.bot).collect();
        paragraph(out, "  ", &format!("{}: {}", result.name(), names.join(", ")))?;
    }
    if broken > 0 {
        paragraph(out, "", &format!("{} could not be played; what is wrong is told above.", scenarios(broken)))?;
    }
    Ok(())
}
