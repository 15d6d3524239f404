//! `amends guide`: facilitators' pages on paper, as one HTML file that a browser prints.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::files::below;
use super::terminal::{counted, tell_findings};
use super::{CannotRun, Places, Status};
use crate::guide::{self, Guide, Label};
use crate::library::{self, guide_path, minutes};
use crate::scenario::{Checked, Rules};
use crate::words::{Words, keys};

/// Print the facilitator's pages of scenarios
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends guide scenarios/heated-pool.ron > pool.html\n  amends guide --out guides.html"
)]
pub struct Command {
    /// Scenario files or folders; the scenario folder where none is named
    paths: Vec<PathBuf>,
    /// Write to this file instead of the standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the command. A guide that cannot be read is told and is a finding; the others go on.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let rules = Arc::new(Rules::builtin());
    let paths = if command.paths.is_empty() { vec![places.scenarios()] } else { command.paths.clone() };
    let mut guides: Vec<(Guide, Arc<Checked>)> = Vec::new();
    let mut wrong = false;
    for path in below(&paths, library::is_scenario_file)? {
        let guide = guide_path(&path);
        if !guide.is_file() {
            continue;
        }
        let read = library::read_source(&guide).and_then(|source| guide::read(&source));
        match (read, library::read(&path, &rules).scenario) {
            (Ok(guide), Ok(scenario)) => guides.push((guide, scenario)),
            (Err(finding), _) => {
                wrong = true;
                tell_findings([&*finding]);
            }
            (Ok(_), Err(findings)) => {
                wrong = true;
                tell_findings(&findings);
            }
        }
    }
    if guides.is_empty() && !wrong {
        return Err(CannotRun(
            "There is no facilitator's page beside these scenarios. It is a file such as `heated-pool.guide.ron` beside `heated-pool.ron`."
                .into(),
        ));
    }
    let words = Words::english();
    let pages: Vec<(&Guide, &Checked, Vec<String>)> =
        guides.iter().map(|(guide, scenario)| (guide, &**scenario, facts(guide, scenario, &rules, &words))).collect();
    let html = guide::html(&pages, &labels(&words));
    match &command.out {
        Some(file) => {
            fs::write(file, &html).map_err(|error| {
                let file = file.display();
                CannotRun(format!("The file `{file}` cannot be written ({error}). Name another with `--out`."))
            })?;
            let pages = counted(guides.len(), "page");
            writeln!(
                io::stdout(),
                "{pages} in `{}`: open it in a browser and print it.",
                super::terminal::harmless(&file.display().to_string())
            )?;
        }
        None => io::stdout().write_all(html.as_bytes())?,
    }
    Ok(if wrong { Status::Findings } else { Status::Fine })
}

fn facts(guide: &Guide, scenario: &Arc<Checked>, rules: &Arc<Rules>, words: &Words) -> Vec<String> {
    let channel = scenario.beats.get(&scenario.start).map(|beat| scenario.channel(beat)).unwrap_or_default();
    let session = words.format("guide-minutes", &[("n", guide.minutes.into())]);
    let play = minutes(scenario, rules).map(|n| words.format("guide-play-minutes", &[("n", n.into())]));
    let place = [scenario.sector.clone(), words.text(keys::channel(channel)), session];
    place.into_iter().chain(play).collect()
}

/// The words around a guide.
pub fn labels(words: &Words) -> Label {
    Label {
        page: words.text("guide-page"),
        aim: words.text("guide-aim"),
        set_up: words.text("guide-set-up"),
        pauses: words.text("guide-pauses"),
        debrief: words.text("guide-debrief"),
        variation: words.text("guide-variation"),
    }
}
