//! `amends rating sheet`: the replies for a second rater, who must not know the author's levels.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use sha2::{Digest, Sha256};

use super::cells::line;
use super::items::{Section, Turn, sections};
use crate::cli::terminal::harmless;
use crate::cli::{CannotRun, Places, Status};
use crate::rubric::{Rubric, TOP_LEVEL};
use crate::scenario::{Checked, Rules};

/// Write a sheet for a second rater, as a table that any spreadsheet opens.
///
/// It begins with what a rater needs: the rubric's levels and the situations. Then every reply that scores has a row, shuffled within
/// its turn, without level, name or coaching, and with empty columns for the ratings.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  amends rating sheet scenarios/heated-pool.ron > sheet.csv\n\nThe rater writes 0, 1, 2, 3 or NA under each competency; `amends rating compare sheet.csv` reads the sheet back."
)]
pub struct Sheet {
    /// Scenarios, or folders that are searched for them [default: the scenario folder]
    paths: Vec<PathBuf>,
    /// Another order of the replies within each turn
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
}

/// The columns before those of the competencies.
const COLUMNS: [&str; 8] = ["key", "conversation", "turn", "where", "scene", "customer", "known", "reply"];
/// So that spreadsheets read the file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Runs the command.
pub fn run(command: &Sheet, places: &Places) -> Result<Status, CannotRun> {
    let rules = Rules::builtin();
    let scenarios = super::scenarios(&command.paths, places, &rules)?;
    let mut out = io::stdout().lock();
    write!(out, "{BYTE_ORDER_MARK}")?;
    write_sheet(&scenarios, &rules, command.seed, &mut out)?;
    Ok(Status::Fine)
}

fn write_sheet(scenarios: &[Arc<Checked>], rules: &Rules, seed: u64, out: &mut dyn Write) -> io::Result<()> {
    let mut write = |cells: &[&str]| write!(out, "{}", line(cells.iter().copied()));
    let sections: Vec<Section> = scenarios.iter().flat_map(|one| sections(one, rules)).collect();
    for text in guide(&rules.rubric).into_iter().chain(sections.iter().flat_map(|one| situation(one, rules))) {
        write(&[&cell(&text)])?;
    }
    let competencies: Vec<&str> = rules.rubric.competencies.iter().map(|competency| competency.id.as_str()).collect();
    write(&[&COLUMNS[..], &competencies, &["remark"]].concat())?;
    let empty = vec![""; competencies.len() + 1];
    for Section { title, turns, .. } in sections {
        for mut turn in turns {
            turn.items.sort_by_cached_key(|item| {
                Sha256::new().chain_update(seed.to_le_bytes()).chain_update(&item.key).finalize().to_vec()
            });
            let Turn { number, place, scene, customer, known, items } = &turn;
            for item in items {
                let number = number.to_string();
                let cells = [&item.key, &title, &number, place, scene, customer, known, &item.text];
                let cells = cells.map(|text| cell(text));
                write(&[&cells.each_ref().map(String::as_str)[..], &empty].concat())?;
            }
        }
    }
    Ok(())
}

/// A text that a spreadsheet shows as it is: without control characters, and never taken for a formula.
fn cell(text: &str) -> String {
    let text = harmless(text);
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}

/// What a rater has to know, a line each.
fn guide(rubric: &Rubric) -> Vec<String> {
    let mut lines = vec![
        "A second rating of replies to customers, blind: please rate what is written, not what you would have said.".to_owned(),
        "Each row is one reply that a trainee could give. Rate each competency that the reply shows, well or badly: 0, 1, 2 or 3. Write NA where the reply has nothing to do with it.".to_owned(),
        "Read the situation, what happens and what the customer says first. Rate every reply for itself, not against the others of the turn. Leave the column `key` as it is.".to_owned(),
        "“Known” is what the customer may have told by now: asking for it again is a fault, and using it shows listening.".to_owned(),
    ];
    for competency in &rubric.competencies {
        lines.push(format!("{} ({}): {}", competency.name.to_uppercase(), competency.id, competency.definition));
        for level in 0..=TOP_LEVEL {
            lines.push(format!("{level} {}: {}", rubric.levels.at(level), competency.anchors.at(level)));
        }
    }
    lines.push("FAULTS THAT LIMIT A LEVEL".to_owned());
    for error in &rubric.errors {
        let caps = error.caps.iter().map(|(id, level)| format!("{id} at most {level}"));
        lines.push(format!("{}: {}", error.name, caps.collect::<Vec<_>>().join(", ")));
    }
    lines
}

/// What the trainee knows at the start, and who the customer is: a level depends on whom one talks to.
fn situation(section: &Section, rules: &Rules) -> Vec<String> {
    let scenario = &section.scenario;
    let mut lines = vec![format!("CONVERSATION: {}", section.title), scenario.role.clone()];
    lines.extend(Some(&scenario.briefing).filter(|briefing| !briefing.is_empty()).cloned());
    if !scenario.may.is_empty() {
        lines.push(format!("Without asking anybody you may: {}.", scenario.may.join("; ")));
    }
    let persona = rules.personas.get(&scenario.customer.persona);
    lines.extend(persona.map(|persona| format!("{}: {}", scenario.customer.name, persona.description)));
    lines
}
