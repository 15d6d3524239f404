//! `amends stats`: a library at a glance.

mod one;
mod several;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use super::table::Table;
use super::terminal::{counted, harmless, paragraph, tell_findings};
use super::{CannotRun, Places, Status, files};
use crate::diag::Source;
use crate::library::{self, guide_path, minutes, read_translation, translations};
use crate::rubric::Rubric;
use crate::scenario::{Channel, Checked, Rules};
use crate::stats::{FINDINGS, Figures, gaps};
use crate::translation::{Translation, compare, progress};

/// Tell what a library of scenarios holds, and what it does not.
///
/// How much there is to say, read and play; which channels, sectors, personas and phases are there; how often each competency can
/// be shown and is scored; which published findings each scenario exercises.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends stats                             the whole scenario folder\n  amends stats scenarios/heated-pool.ron   one scenario\n\nThe reading level is LIX: up to 40 is easy, over 50 is hard.\nExit status: 0 fine, 1 a scenario could not be read, 2 could not run."
)]
pub struct Stats {
    /// Scenarios, or folders that are searched for them [default: the scenario folder]
    paths: Vec<PathBuf>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command. A scenario that cannot be read is told and is a finding; the others are counted.
pub fn run(command: &Stats, places: &Places) -> Result<Status, CannotRun> {
    let rules = Arc::new(Rules::builtin());
    let (figures, broken) = read(&command.paths, places, &rules)?;
    let gaps = gaps(&figures, &rules);
    let mut out = io::stdout().lock();
    if command.json {
        let findings: Vec<_> = FINDINGS
            .iter()
            .map(|one| json!({ "number": one.number, "about": one.about, "source": one.source, "needs": one.needs }))
            .collect();
        let json = json!({ "scenarios": figures, "findings": findings, "gaps": gaps, "unreadable": broken });
        let json = serde_json::to_string_pretty(&json).map_err(|error| CannotRun(error.to_string()))?;
        writeln!(out, "{json}")?;
    } else {
        match figures.as_slice() {
            [] => {}
            [figures] => one::write(figures, &rules, &mut out)?,
            figures => several::write(figures, &rules, &mut out)?,
        }
        write_gaps(&gaps, &mut out)?;
        if broken > 0 {
            let text = format!("\n{} could not be read and is not counted.", counted(broken, "file"));
            paragraph(
                &mut out,
                "",
                &text.replace("files could not be read and is", "files could not be read and are"),
            )?;
        }
    }
    Ok(if broken > 0 { Status::Findings } else { Status::Fine })
}

/// The figures of every scenario in the paths, in order, and how many could not be read.
fn read(paths: &[PathBuf], places: &Places, rules: &Arc<Rules>) -> Result<(Vec<Figures>, usize), CannotRun> {
    let paths = if paths.is_empty() { vec![places.scenarios()] } else { paths.to_vec() };
    let files = files::below(&paths, library::is_scenario_file)?;
    if files.is_empty() {
        let named: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        return Err(CannotRun(harmless(&format!(
            "There is no scenario in {}. Scenarios are files that end in `.ron`; `amends new` makes one.",
            named.join(", ")
        ))));
    }
    let mut figures = Vec::new();
    let mut broken = 0;
    for path in files {
        match library::read(&path, rules).scenario {
            Ok(scenario) => figures.push(of_file(&scenario, &path, rules)),
            Err(findings) => {
                tell_findings(&findings);
                broken += 1;
            }
        }
    }
    Ok((figures, broken))
}

fn of_file(scenario: &Arc<Checked>, path: &Path, rules: &Arc<Rules>) -> Figures {
    let mut figures = Figures::of(scenario, rules);
    figures.minutes = minutes(scenario, rules);
    figures.guide = guide_path(path).is_file();
    figures.translations = translations(path)
        .into_iter()
        .map(|(language, file)| {
            // Of a translation that cannot be read nothing is there yet.
            let nothing = || Translation::empty(&Source::new("", ""), &scenario.id, &language);
            let translation = read_translation(&file).unwrap_or_else(|_| nothing());
            let progress = progress(&compare(scenario, &translation));
            (language, progress)
        })
        .collect();
    figures
}

fn write_gaps(gaps: &[String], out: &mut dyn Write) -> io::Result<()> {
    if gaps.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nWhat is not there")?;
    for gap in gaps {
        paragraph(out, "  ", gap)?;
    }
    Ok(())
}

/// How often each competency can be shown at each level, and how many decisions score it.
fn write_competencies(all: &[Figures], rubric: &Rubric, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(&["Competencies", "level 0", "1", "2", "3", "replies", "decisions"]);
    for competency in &rubric.competencies {
        let balances = || all.iter().filter_map(|one| one.competency(&competency.id));
        let mut levels = [0; 4];
        for (sum, level) in balances().flat_map(|one| levels_of(one.levels)) {
            if let Some(level_sum) = levels.get_mut(sum) {
                *level_sum += level;
            }
        }
        let decisions: usize = balances().map(|one| one.decisions).sum();
        let numbers = levels.into_iter().chain([levels.iter().sum(), decisions]);
        table.row(&competency.name, numbers.map(|number: usize| number.to_string()));
    }
    table.write(out)?;
    paragraph(
        out,
        "",
        "The levels count the choices and offers that show a competency, with the caps of their errors; the decisions are those that score it, a summing-up among them.",
    )
}

fn levels_of(levels: [usize; 4]) -> impl Iterator<Item = (usize, usize)> {
    levels.into_iter().enumerate()
}

/// Every channel, with the word for it at the head of a column.
const CHANNELS: [(Channel, &str); 5] = [
    (Channel::FaceToFace, "face"),
    (Channel::Phone, "phone"),
    (Channel::Email, "mail"),
    (Channel::Chat, "chat"),
    (Channel::Social, "public"),
];

fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::FaceToFace => "face to face",
        Channel::Phone => "phone",
        Channel::Email => "mail",
        Channel::Chat => "chat",
        Channel::Social => "public posts",
    }
}

/// `part` of `whole` in whole percent; only all of it is 100.
fn percent(part: usize, whole: usize) -> String {
    let percent = (100 * part).checked_div(whole).unwrap_or(100);
    format!("{percent} %")
}
