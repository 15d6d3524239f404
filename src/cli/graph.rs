//! `amends graph`: a scenario as a picture, with what attempts did there.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, panic};

use clap::{Args, ValueEnum};

use super::attempts::Attempts;
use super::terminal::complain;
use super::{CannotRun, Status, scenario_file};
use crate::attempt::{Attempt, replay};
use crate::graph::{Branch, CannotLayOut, Coverage, Graph, Passage, dot, mermaid, svg};
use crate::scenario::{Checked, Rules};
use crate::score::scorecard;
use crate::session::{Event, Given, Session, Step};

/// Draw a scenario as a graph.
///
/// With `--attempts` each beat and reply tells how many attempts met it and their mean overall score. Numbers of fewer than five
/// people are held back.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends graph scenarios/heated-pool.ron --out pool.svg\n  amends graph scenarios/heated-pool.ron --format mermaid\n  amends graph scenarios/heated-pool.ron --attempts workshop.jsonl --out pool.svg"
)]
pub struct Draw {
    /// The scenario file
    file: PathBuf,
    /// What is written [default: as the ending of --out says, else svg]
    #[arg(long)]
    format: Option<Format>,
    /// The file to write to [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// An attempts file, to tell how often each beat and reply was met
    #[arg(long, value_name = "FILE")]
    attempts: Option<PathBuf>,
}

/// What a graph is written as.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A picture
    Svg,
    /// For Graphviz
    Dot,
    /// A Mermaid flowchart, for example for a page of Markdown
    Mermaid,
}

/// Runs the command. Attempts that cannot be counted are told.
pub fn run(command: &Draw) -> Result<Status, CannotRun> {
    let rules = Arc::new(Rules::builtin());
    let Some(scenario) = scenario_file(&command.file, &rules)? else { return Ok(Status::Findings) };
    let counted = command.attempts.as_deref().map(|file| count(file, &scenario, &rules)).transpose()?;
    let graph = Graph::of(&scenario, &rules.rubric, counted.as_ref());
    let text = match format(command) {
        Format::Svg => picture(&graph)?,
        Format::Dot => dot(&graph),
        Format::Mermaid => mermaid(&graph),
    };
    match &command.out {
        Some(out) => fs::write(out, text).map_err(|error| {
            CannotRun(format!("The file `{}` cannot be written ({error}). Name another with `--out`.", out.display()))
        })?,
        None => io::stdout().lock().write_all(text.as_bytes())?,
    }
    Ok(Status::Fine)
}

/// The format named, or the one the file's name asks for.
fn format(command: &Draw) -> Format {
    let ending = command.out.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    match (command.format, ending) {
        (Some(format), _) => format,
        (None, Some("dot" | "gv")) => Format::Dot,
        (None, Some("mmd" | "mermaid" | "md")) => Format::Mermaid,
        (None, _) => Format::Svg,
    }
}

/// The picture. The layout library checks itself by panicking; what it would print then means nothing to a trainer.
fn picture(graph: &Graph) -> Result<String, CannotRun> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let drawn = svg(graph);
    panic::set_hook(hook);
    drawn.map_err(|why| {
        let why = match why {
            CannotLayOut::TooLarge(_) | CannotLayOut::GaveUp => why.to_string(),
        };
        CannotRun(format!("No picture: {why}. Write it with `--format dot` and draw it with Graphviz: `dot -Tsvg`."))
    })
}

/// What the attempts of a file did in this scenario. Those on a scenario of the same shape count, whatever its words were.
fn count(file: &Path, scenario: &Arc<Checked>, rules: &Arc<Rules>) -> Result<Coverage, CannotRun> {
    let Attempts { shown, contents } = Attempts::in_file(file)?;
    let mut left_out: BTreeMap<String, usize> = BTreeMap::new();
    let mut passages = Vec::new();
    for attempt in contents.attempts.iter().filter(|attempt| attempt.start.scenario == scenario.id) {
        match passage(attempt, scenario, rules) {
            Ok(passage) => passages.push(passage),
            Err(why) => *left_out.entry(why).or_default() += 1,
        }
    }
    match contents.damaged.len() {
        0 => {}
        1 => complain(&format!("1 line of `{shown}` cannot be read and is left out.")),
        n => complain(&format!("{n} lines of `{shown}` cannot be read and are left out.")),
    }
    for (why, n) in &left_out {
        let attempts = if *n == 1 { "1 attempt is".to_owned() } else { format!("{n} attempts are") };
        complain(&format!("{attempts} left out: {why}."));
    }
    if passages.is_empty() {
        complain(&format!("`{shown}` has no attempt that can be counted for `{}`.", scenario.id));
    }
    Ok(Coverage::of(&passages))
}

fn passage(attempt: &Attempt, scenario: &Arc<Checked>, rules: &Arc<Rules>) -> Result<Passage, String> {
    if attempt.start.shape != scenario.shape() {
        return Err("the scenario was built differently when they were played (another shape)".into());
    }
    let session =
        Session::new(Arc::clone(scenario), Arc::clone(rules), attempt.start.seed, Some(&attempt.start.persona))
            .map_err(|why| format!("{why} any more"))?;
    let turns = replay(&session, attempt).map_err(|_| "they take another way under the present rules".to_owned())?;
    let mut passage = Passage {
        person: attempt.start.trainee.clone(),
        score: scorecard(&session, &turns).overall.filter(|_| attempt.is_finished()),
        ..Passage::default()
    };
    note(&mut passage, &session.begin());
    for turn in &turns {
        let branch = match &turn.given {
            Given::Reply(reply) => Branch::Reply(reply.clone()),
            Given::Fragments(_) => Branch::Heard,
            Given::Silence => Branch::Silence,
        };
        passage.branches.insert((turn.before.beat.clone(), branch));
        note(&mut passage, &turn.after);
    }
    Ok(passage)
}

/// The beats that were spoken or passed over on the way to a state.
fn note(passage: &mut Passage, step: &Step) {
    let entered = step.events.iter().filter_map(|event| match event {
        Event::Entered(beat) => Some(beat.clone()),
        _ => None,
    });
    passage.beats.extend(entered);
    let passed: BTreeSet<_> = step
        .events
        .iter()
        .filter_map(|event| match event {
            Event::PassedOver(beat) => Some((beat.clone(), Branch::Otherwise)),
            _ => None,
        })
        .collect();
    passage.branches.extend(passed);
}
