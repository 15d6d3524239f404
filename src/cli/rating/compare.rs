//! `amends rating compare`: how far raters agree with the authors, and with each other.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::compared::Compared;
use super::panel::{self, Agreement, Panel};
use super::sheets::{self, Named, Sheet};
use super::{items::Item, told};
use crate::cli::terminal::{harmless, paragraph};
use crate::cli::{CannotRun, Places, Status};
use crate::rubric::Rubric;
use crate::scenario::Rules;

/// Compare filled sheets with the authors' levels, and with each other.
///
/// For one sheet and each competency it tells Cohen's kappa with quadratic weights over the levels that both gave, with a 95 %
/// interval (Fleiss, Cohen and Everitt 1969), and apart from that how far the two agree on whether the competency is shown at all.
/// Then come the replies to look at again.
///
/// For several sheets, each named after its rater, it tells what to do, how strict each rater is, how far every two agree and all of
/// them together, and which replies need another look, first those that divide the raters or contradict the key most.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends rating compare sheet.csv scenarios/heated-pool.ron\n  amends rating compare anna.csv ben.csv chipo.csv scenarios/heated-pool.ron --out agreement.html\n\nThe key is the authors' levels, those that count: errors have capped them.\nExit status: 0 every rater reaches the least kappa with the key in each competency, 1 one does not or something in a sheet could not be read, 2 could not run."
)]
pub struct Compare {
    /// Filled sheets, and the scenarios that were rated, or folders of them [default: the scenario folder]
    #[arg(required = true, value_name = "SHEET|SCENARIO")]
    named: Vec<PathBuf>,
    /// A filled sheet that is the key, in the place of the authors' levels
    #[arg(long, value_name = "SHEET")]
    key: Option<PathBuf>,
    /// The least kappa that is good enough
    #[arg(long, value_name = "KAPPA", default_value_t = 0.75)]
    least: f64,
    /// List every reply on which anybody differs, not only those that need another look
    #[arg(long)]
    all: bool,
    /// Write a page for a browser; for two sheets or more, or a key
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    out: Option<PathBuf>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub fn run(command: &Compare, places: &Places) -> Result<Status, CannotRun> {
    let rules = Rules::builtin();
    let named = Named::of(&command.named);
    if named.sheets.is_empty() {
        return Err(CannotRun("Name a filled sheet, too. `amends rating sheet` writes an empty one.".into()));
    }
    if command.out.as_ref().is_some_and(|file| command.named.iter().chain(&command.key).any(|named| named == file)) {
        return Err(CannotRun(
            "`--out` names a file that is read. Name another place, or what was filled in is lost.".into(),
        ));
    }
    let mut notes = Vec::new();
    let sheets = sheets::read(&named.sheets, &rules.rubric, &mut notes)?;
    let several = named.sheets.len() > 1 || command.key.is_some() || command.out.is_some();
    if several {
        let key = command.key.as_deref().map(|path| sheets::sheet(path, &rules.rubric)).transpose()?;
        let replies = sheets::replies(&named.scenarios, places, &rules)?;
        let sheets = match left_alone(command, sheets, &replies, &mut notes) {
            Ok(sheet) => return alone(command, sheet, replies, &rules.rubric),
            Err(several) => several,
        };
        let panel = Panel::of(replies, key.map(|(_, filled)| filled), sheets, notes);
        return together(command, panel, &rules.rubric);
    }
    let replies = sheets::replies(&named.scenarios, places, &rules)?;
    sheets.into_iter().next().map_or(Ok(Status::Findings), |sheet| alone(command, sheet, replies, &rules.rubric))
}

/// The one sheet of several that rates any of these replies, where there is but one and neither a key nor a page was asked for; what
/// is to be said of the others is then among its complaints. All of them again, where more are left or none.
fn left_alone(
    command: &Compare,
    mut sheets: Vec<Sheet>,
    replies: &[Item],
    notes: &mut Vec<String>,
) -> Result<Sheet, Vec<Sheet>> {
    let rates = |sheet: &Sheet| {
        replies.iter().any(|reply| sheet.filled.rows.get(&reply.key).is_some_and(super::filled::Row::is_rated))
    };
    let places: Vec<usize> = (0..).zip(&sheets).filter(|(_, sheet)| rates(sheet)).map(|(at, _)| at).collect();
    let &[only] = places.as_slice() else { return Err(sheets) };
    if command.key.is_some() || command.out.is_some() {
        return Err(sheets);
    }
    let mut sheet = sheets.remove(only);
    // Without a reply to rate, each of the others is set aside, and it is said why.
    let mut told = Panel::of(Vec::new(), None, sheets, std::mem::take(notes)).notes;
    told.append(&mut sheet.filled.complaints);
    sheet.filled.complaints = told;
    Ok(sheet)
}

/// One sheet beside the authors' levels.
fn alone(command: &Compare, sheet: Sheet, replies: Vec<Item>, rubric: &Rubric) -> Result<Status, CannotRun> {
    let Sheet { name, filled } = sheet;
    let compared = Compared::of(replies, filled, rubric);
    if compared.rated == 0 {
        return Err(CannotRun(format!("`{name}`: {}", nothing(compared.strangers > 0))));
    }
    if command.json {
        print(&compared)?;
    } else {
        told::write(&compared, command.least, command.all, &mut io::stdout().lock())?;
    }
    let reached = compared.competencies.iter().all(|one| one.kappa.is_some_and(|kappa| kappa.kappa >= command.least));
    Ok(if reached && compared.complaints.is_empty() { Status::Fine } else { Status::Findings })
}

/// Several sheets, or a key of one's own.
fn together(command: &Compare, panel: Panel, rubric: &Rubric) -> Result<Status, CannotRun> {
    if panel.raters.is_empty() {
        return Err(CannotRun([panel.notes, vec![nothing(false).into()]].concat().join(" ")));
    }
    let agreement = Agreement::of(panel, rubric, command.least);
    let view = |most| panel::view(&agreement, most, command.all);
    let mut out = io::stdout().lock();
    if let Some(file) = &command.out {
        let shown = harmless(&file.display().to_string());
        fs::write(file, panel::html(&view(usize::MAX))).map_err(|error| {
            CannotRun(format!("`{shown}` cannot be written ({error}). Name another place with `--out FILE`."))
        })?;
        paragraph(&mut out, "", &format!("The page is in `{shown}`. Open it in a browser; it needs no network."))?;
    } else if command.json {
        drop(out);
        print(&agreement)?;
    } else {
        panel::write(&view(panel::MOST), &mut out)?;
    }
    let fine = agreement.reaches(command.least) && agreement.notes.is_empty();
    Ok(if fine { Status::Fine } else { Status::Findings })
}

/// Prints a value as JSON.
pub fn print(value: &impl Serialize) -> Result<(), CannotRun> {
    let json = serde_json::to_string_pretty(value).map_err(|error| CannotRun(error.to_string()))?;
    Ok(writeln!(io::stdout().lock(), "{json}")?)
}

/// Why there is nothing to compare.
fn nothing(strangers: bool) -> &'static str {
    if strangers {
        "none of its rows belongs to a reply of these scenarios as it is worded now. Name the scenarios that were rated."
    } else {
        "nothing in it is rated yet. Write 0, 1, 2, 3 or NA under the competencies."
    }
}
