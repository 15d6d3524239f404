//! The comparison for people.

use std::io::{self, Write};

use super::compared::{Agreement, Compared, Difference, Differing, LEVELS};
use crate::cli::table::Table;
use crate::cli::terminal::{counted, counted_as, paragraph};
use crate::measurement::raters::Kappa;

/// Levels that lie so far apart are told without being asked for.
const FAR: u8 = 2;
/// With fewer ratings than this an interval for large samples is a guess.
const FEW: usize = 30;
/// Where nothing is far apart, so many of the nearest differences are shown.
const NEAR_SHOWN: usize = 5;

pub fn write(compared: &Compared, least: f64, all: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut first = format!("{} rated", counted_as(compared.rated, "reply", "replies"));
    if compared.unrated > 0 {
        first += &format!(", {} not", compared.unrated);
    }
    paragraph(out, "", &(first + "."))?;
    if compared.strangers > 0 {
        let text = "of the sheet left out: no reply of these scenarios is worded like that now, so its level may have changed too.";
        paragraph(out, "", &format!("{} {text}", counted(compared.strangers, "row")))?;
    }
    for complaint in &compared.complaints {
        paragraph(out, "", complaint)?;
    }
    writeln!(out)?;
    agreement(compared, out)?;
    for competency in &compared.competencies {
        if let Some(sentence) = verdict(competency, least) {
            paragraph(out, "", &sentence)?;
        }
    }
    for competency in &compared.competencies {
        writeln!(out)?;
        confusion(competency, out)?;
    }
    paragraph(out, "", "Down: the author's level. Across: the second rater's. NA: not shown.")?;
    writeln!(out)?;
    differing(&compared.differing, all, out)
}

fn agreement(compared: &Compared, out: &mut dyn Write) -> io::Result<()> {
    let mut levels = Table::new(&["Which level", "both", "the same", "kappa", "95 % interval"]);
    let mut shown = Table::new(&["Shown at all", "rated", "the same", "kappa", "95 % interval"]);
    for one in &compared.competencies {
        levels.row(&one.name, row(one.levelled, one.same, one.kappa));
        shown.row(&one.name, row(one.shown.total(), one.shown.same(), one.shown_kappa));
    }
    levels.write(out)?;
    paragraph(
        out,
        "",
        "Kappa is 1 for full agreement and 0 for what chance would give; a disagreement weighs the square of its distance.",
    )?;
    writeln!(out)?;
    shown.write(out)
}

fn row(rated: usize, same: usize, kappa: Option<Kappa>) -> [String; 4] {
    let share = (100 * same).checked_div(rated).map_or_else(|| "–".to_owned(), |share| format!("{share} %"));
    let value = kappa.map_or_else(|| "–".to_owned(), |one| format!("{:.2}", one.kappa));
    // Where the two agree in full, the formula has nothing to say of how sure that is.
    let interval = kappa.filter(|one| one.standard_error > 1e-9);
    let interval =
        interval.map_or_else(|| "–".to_owned(), |one| format!("{:.2} – {:.2}", one.interval.lower, one.interval.upper));
    [rated.to_string(), share, value, interval]
}

/// What is to be said of one competency, if anything.
fn verdict(one: &Agreement, least: f64) -> Option<String> {
    let name = &one.name;
    match one.kappa {
        None => {
            Some(format!("{name}: no kappa, because there is nothing to compare, or both only ever gave one level."))
        }
        Some(kappa) if kappa.kappa < least => {
            Some(format!("{name}: under {least:.2}. Look at the replies below again, their words or their levels."))
        }
        Some(_) if one.levelled < FEW => Some(format!(
            "{name}: only {} to go by; the interval is a rough guess.",
            counted_as(one.levelled, "reply", "replies")
        )),
        Some(_) => None,
    }
}

fn confusion(one: &Agreement, out: &mut dyn Write) -> io::Result<()> {
    let mut table = Table::new(&[&one.name, "0", "1", "2", "3", "NA"]);
    for (level, row) in one.table.rows().iter().enumerate() {
        let name = if level == LEVELS { "NA".to_owned() } else { level.to_string() };
        table.row(&format!("  author {name}"), row.iter().map(ToString::to_string));
    }
    table.write(out)
}

fn differing(all: &[Differing], every: bool, out: &mut dyn Write) -> io::Result<()> {
    let far = all.iter().filter(|one| one.distance >= FAR).count();
    let (heading, shown) = match (all.len(), far) {
        (0, _) => ("The two differ on no reply.".to_owned(), 0),
        (differ, _) if every => (format!("The two differ on {}", counted_as(differ, "reply", "replies")), differ),
        (differ, 0) => (
            format!("On no reply are the two {FAR} levels apart. Of {differ} on which they differ"),
            differ.min(NEAR_SHOWN),
        ),
        (differ, far) => (format!("{FAR} levels apart or more, {far} of {differ} on which they differ"), far),
    };
    paragraph(out, "", &heading)?;
    for one in all.iter().take(shown) {
        writeln!(out)?;
        paragraph(out, "  ", &format!("{}, {}/{}", one.scenario, one.beat, one.reply))?;
        for difference in &one.on {
            let Difference { competency, author, rater } = difference;
            let text = format!("{competency}: author {author}, second rater {rater}");
            paragraph(out, "    ", &text)?;
        }
        for line in one.text.lines() {
            paragraph(out, "    ", line)?;
        }
    }
    if shown < all.len() {
        writeln!(out)?;
        paragraph(out, "", "`--all` lists every reply on which the two differ.")?;
    }
    Ok(())
}
