//! `amends fairness`: whether a group deals alike with people who have the very same case.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use super::attempts::Attempts;
use super::shelf::Shelf;
use super::terminal::{complain, counted, paragraph};
use super::{CannotRun, Places, Status};
use crate::attempt::Attempt;
use crate::fairness::{Difference, FEWEST, Met, Pair, pairs};
use crate::rubric::Rubric;
use crate::scenario::{Checked, Form, Rules};

/// See whether a group deals alike with people who have the very same case.
///
/// Some scenarios have twins: the same case with another name, face, way of speaking or channel. Chance decides whom an attempt
/// meets. Counted is the first finished attempt of each name; those without a name count one by one. Halves of fewer than five are
/// held back.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  amends fairness\n  amends fairness workshop.jsonl")]
pub struct Command {
    /// A file of attempts, exported ones or a store [default: the store in the data folder]
    file: Option<PathBuf>,
    /// One JSON object a scenario, a line each
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Line<'a> {
    scenario: &'a str,
    shape: &'a str,
    pairs: &'a [Pair],
}

/// The attempts at one scenario.
struct Group {
    scenario: Arc<Checked>,
    met: Vec<Met>,
}

/// Runs the command.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let contents = Attempts::of(command.file.as_deref(), places)?.contents;
    let rules = Arc::new(Rules::builtin());
    let shelf = Shelf::beside(command.file.as_deref(), contents.scenarios, places, &rules);
    let groups = groups(&first_of_each(&contents.attempts), &shelf);
    let mut out = io::stdout().lock();
    if groups.values().all(|group| group.met.iter().all(|met| met.twin.is_none())) && !command.json {
        paragraph(
            &mut out,
            "",
            "No attempt here met a twin. Twins are forms of a scenario that change nothing but a name, a face, a way of speaking or a channel; chance picks one when an attempt begins.",
        )?;
        return Ok(Status::Fine);
    }
    for (shape, group) in &groups {
        let pairs = pairs(&group.met);
        if command.json {
            let line = Line { scenario: &group.scenario.id, shape, pairs: &pairs };
            let json = serde_json::to_string(&line).map_err(|error| CannotRun(error.to_string()))?;
            writeln!(out, "{json}")?;
        } else {
            for pair in &pairs {
                tell(&group.scenario, pair, &rules.rubric, &mut out)?;
            }
        }
    }
    if !command.json {
        caution(&mut out)?;
    }
    Ok(Status::Fine)
}

/// The first finished attempt of each person at each scenario: who has met one half of a pair knows the case when meeting the other.
fn first_of_each(attempts: &[Attempt]) -> Vec<&Attempt> {
    let mut seen = std::collections::BTreeSet::new();
    attempts
        .iter()
        .filter(|attempt| attempt.is_finished())
        .filter(|attempt| {
            let name = attempt.start.trainee.clone().unwrap_or_else(|| attempt.start.attempt.to_string());
            seen.insert((name, attempt.start.scenario.clone()))
        })
        .collect()
}

/// Attempts by the shape of the scenario itself, so that a reworded line does not tear a group apart. Other temperaments are left out:
/// they are to be treated differently.
fn groups(attempts: &[&Attempt], shelf: &Shelf) -> BTreeMap<String, Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for attempt in attempts {
        let Some(scenario) = shelf.find(&attempt.start.hash) else { continue };
        let twin = attempt.start.form.clone();
        let is_twin = |id| scenario.forms.get(id).is_some_and(Form::is_twin);
        if twin.as_ref().is_some_and(|id| !is_twin(id)) {
            continue;
        }
        match shelf.recompute(attempt) {
            Ok((_, card)) => {
                let shape = scenario.shape().to_owned();
                let group = groups.entry(shape).or_insert_with(|| Group { scenario, met: Vec::new() });
                group.met.push(Met { twin, card });
            }
            Err(why) => complain(&format!("The attempt {} is left out: {why}.", attempt.start.attempt)),
        }
    }
    groups
}

fn tell(scenario: &Checked, pair: &Pair, rubric: &Rubric, out: &mut dyn Write) -> io::Result<()> {
    let (own, other) = pair.attempts;
    let about = scenario.forms.get(&pair.twin).map_or("", |form| form.about.as_str());
    paragraph(out, "", &format!("{} ({}): {about}", scenario.title, pair.twin))?;
    let met = format!("{} met the story's own customer, {other} the twin.", counted(own, "attempt"));
    paragraph(out, "  ", &met)?;
    let Some(differences) = &pair.differences else {
        let few = format!("Too few to say anything: it takes {FEWEST} of each with a score.");
        paragraph(out, "  ", &few)?;
        return writeln!(out);
    };
    for difference in differences {
        let name = difference.competency.as_ref().map_or("Overall".to_owned(), |id| {
            rubric.competency(id.as_str()).map_or_else(|| id.to_string(), |one| one.name.clone())
        });
        paragraph(out, "  ", &sentence(&name, difference))?;
    }
    for beat in &pair.decisions {
        let (own, other) = beat.means;
        let line = format!("At `{}`: {own:.0} and {other:.0} of 100 of what could be earned there.", beat.beat);
        paragraph(out, "    ", &line)?;
    }
    writeln!(out)
}

fn sentence(name: &str, difference: &Difference) -> String {
    let Difference { means: (own, other), more, interval: (low, high), p, attempts, .. } = difference;
    let verdict =
        if *p < 0.05 { "more than chance would do: look at the decisions" } else { "chance alone could do that" };
    format!(
        "{name}: {own:.0} and {other:.0} of 100 ({} and {} attempts), {more:+.0}, between {low:+.0} and {high:+.0} with 95 % confidence; p = {p:.3}: {verdict}.",
        attempts.0, attempts.1
    )
}

fn caution(out: &mut dyn Write) -> io::Result<()> {
    paragraph(
        out,
        "",
        "Read it as a group, never for one person. A difference is a reason to look at the decisions together, and no difference in few attempts is no proof of fairness. Intervals are by bootstrap, p by permutation, corrected for the number of comparisons of a pair (Holm).",
    )
}
