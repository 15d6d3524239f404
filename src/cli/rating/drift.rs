//! `amends rating drift`: whether somebody rates today as they did before.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::compare::print;
use super::panel::{Divided, FELT, LEANING, Pair, Panel, Who, by_how_much, divided, leaning, rows, strictness};
use super::sheets::{self, Named};
use crate::cli::terminal::{counted, counted_as, paragraph};
use crate::cli::{CannotRun, Places, Status};
use crate::measurement::Refused;
use crate::scenario::Rules;

/// A reply whose level moved so far, squared, is told.
const FAR: f64 = 4.0;

/// Compare one rater's sheets of two dates: whether they have become stricter or more lenient, and on which replies.
///
/// A few replies rated again every month are enough to see a drift before it spoils a year; ten decisions or more to be sure of it.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  amends rating drift anna-may.csv anna-june.csv scenarios/heated-pool.ron\n\nExit status: 0 no drift is seen, 1 there is one, or the two sheets agree too little, or something could not be read, 2 could not run."
)]
pub struct Drift {
    /// The earlier sheet, the later sheet, and the scenarios that were rated, or folders of them [default: the scenario folder]
    #[arg(required = true, value_name = "SHEET|SCENARIO")]
    named: Vec<PathBuf>,
    /// The least kappa between the two that is good enough
    #[arg(long, value_name = "KAPPA", default_value_t = 0.75)]
    least: f64,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// What two dates come to.
#[derive(Debug, Serialize)]
struct Told {
    notes: Vec<String>,
    verdict: Verdict,
    /// The earlier sheet first.
    pair: Pair,
    /// The key and the earlier sheet, the key and the later one.
    with_key: [Pair; 2],
    /// Replies whose level moved by two or more.
    moved: Vec<Divided>,
}

/// In a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Verdict {
    Stricter,
    MoreLenient,
    Unsteady,
    NoDriftSeen,
    TooLittle,
}

/// Runs the command.
pub fn run(command: &Drift, places: &Places) -> Result<Status, CannotRun> {
    let rules = Rules::builtin();
    let named = Named::of(&command.named);
    if named.sheets.len() != 2 {
        let why = format!(
            "Name two sheets of one rater, the earlier first; there {}.",
            match named.sheets.len() {
                0 => "is none".to_owned(),
                1 => "is one".to_owned(),
                many => format!("are {many}"),
            }
        );
        return Err(CannotRun(why));
    }
    let mut notes = Vec::new();
    let read = sheets::read(&named.sheets, &rules.rubric, &mut notes)?;
    let panel = Panel::of(sheets::replies(&named.scenarios, places, &rules)?, None, read, notes);
    if panel.raters.len() < 2 {
        return Err(CannotRun(
            [panel.notes, vec!["It takes two different sheets to see a drift.".into()]].concat().join(" "),
        ));
    }
    let [earlier, later] = [Who::Rater(0), Who::Rater(1)];
    let pair = Pair::of(&panel, &rules.rubric, earlier, later);
    let moved = |one: &Divided| one.on.iter().any(|on| on.apart >= FAR);
    let told = Told {
        verdict: verdict(&pair, command.least),
        with_key: [earlier, later].map(|sheet| Pair::of(&panel, &rules.rubric, Who::Key, sheet)),
        moved: divided(&panel, &rules.rubric, &[0, 1]).into_iter().filter(moved).collect(),
        notes: panel.notes,
        pair,
    };
    if command.json {
        print(&told)?;
    } else {
        write(&told, &mut io::stdout().lock())?;
    }
    let fine = told.verdict == Verdict::NoDriftSeen && told.notes.is_empty();
    Ok(if fine { Status::Fine } else { Status::Findings })
}

fn verdict(pair: &Pair, least: f64) -> Verdict {
    let few = |why: Option<Refused>| matches!(why, Some(Refused::TooFew { .. }));
    match (pair.lean.value, pair.kappa.value) {
        _ if few(pair.lean.refused) => Verdict::TooLittle,
        (Some(lean), _) if pair.lean.is_felt(FELT) && lean < 0.0 => Verdict::Stricter,
        (Some(_), _) if pair.lean.is_felt(FELT) => Verdict::MoreLenient,
        (_, Some(kappa)) if kappa < least => Verdict::Unsteady,
        _ => Verdict::NoDriftSeen,
    }
}

fn write(told: &Told, out: &mut dyn Write) -> io::Result<()> {
    for note in &told.notes {
        paragraph(out, "", note)?;
    }
    let Told { pair, with_key: [then, now], .. } = told;
    paragraph(out, "", &sentence(told.verdict, pair))?;
    writeln!(out)?;
    let names = [
        format!("{}, then {}", pair.first, pair.second),
        format!("the key, then {}", then.second),
        format!("the key, then {}", now.second),
    ];
    let table: Vec<Vec<String>> = names.iter().zip([pair, then, now]).map(|(name, pair)| leaning(name, pair)).collect();
    rows(&[&["Agreement"], &LEANING[..]].concat(), &table, out)?;
    paragraph(out, "", "Lean: how many levels higher the second of the two rates on average.")?;
    writeln!(out)?;
    if told.moved.is_empty() {
        return paragraph(out, "", "No level moved by two or more.");
    }
    paragraph(
        out,
        "",
        &format!("On {} a level moved by two or more:", counted_as(told.moved.len(), "reply", "replies")),
    )?;
    told.moved.iter().try_for_each(|one| write_moved(one, out))
}

fn write_moved(one: &Divided, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    paragraph(out, "  ", &format!("{}, {}/{}", one.scenario, one.beat, one.reply))?;
    for on in one.on.iter().filter(|on| on.apart >= FAR) {
        let given: Vec<String> = on.given.iter().map(|given| format!("{} {}", given.rater, given.rating)).collect();
        paragraph(out, "    ", &format!("{}: {} (the key: {})", on.name, given.join(", "), on.key))?;
    }
    one.text.lines().try_for_each(|line| paragraph(out, "    ", line))
}

fn sentence(verdict: Verdict, pair: &Pair) -> String {
    let by = || by_how_much(pair.lean.value.unwrap_or(0.0), pair.lean.interval);
    match verdict {
        Verdict::Stricter | Verdict::MoreLenient => format!(
            "The later sheet is {} than the earlier one, by {}. Read the anchors again before the next sheet, and look at what was rated in between.",
            strictness(verdict == Verdict::Stricter),
            by()
        ),
        Verdict::Unsteady => "Neither stricter nor more lenient, but the two sheets agree too little with each other: the ratings were not sure at least once. Read the anchors together before the next sheet.".into(),
        Verdict::NoDriftSeen => "No drift is seen.".into(),
        Verdict::TooLittle => format!(
            "Too little was rated twice to see a drift: {} with a level in both. It takes ten decisions; ratings of several months may be put into one sheet.",
            counted(pair.levelled, "rating")
        ),
    }
}
