//! The table of what trainees earned: aligned columns without any frame, so that it reads aloud line by line. In a narrow
//! terminal the columns that matter least are left out; `--json` always has all of them.

use std::io::{self, Write};

use textwrap::core::display_width;

use crate::bots::{Kind, Row};
use crate::customer::Outcome;
use crate::rubric::Rubric;
use crate::score::shown;

/// The narrowest table that is still worth its space.
const NARROWEST: usize = 30;

/// A score of the rubric as people are shown it.
pub fn points(score: i32) -> u16 {
    shown(u16::try_from(score).unwrap_or(0))
}

/// What a kind of trainee is called above its rows.
fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Chance => "Chance",
        Kind::TestWise => "Test-wise habits, which must not pass",
        Kind::Weak => "One-sided trainees, who should not pass",
        Kind::Able => "Able trainees, who should pass",
    }
}

/// What an ending is called in a table.
pub fn ending(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::ReturnsAndRefers => "returns",
        Outcome::Passive => "passive",
        Outcome::Complains => "complains",
        Outcome::WalksAway => "walks away",
        Outcome::GoesPublic => "goes public",
    }
}

/// A column and how readily it is left out: the greatest first, 0 never.
struct Column {
    head: String,
    spare: u8,
    right: bool,
    cell: Box<dyn Fn(&Row) -> String>,
}

impl Column {
    fn new(head: &str, spare: u8, right: bool, cell: impl Fn(&Row) -> String + 'static) -> Self {
        Self { head: head.to_owned(), spare, right, cell: Box::new(cell) }
    }

    fn width(&self, rows: &[Row]) -> usize {
        rows.iter().map(|row| display_width(&(self.cell)(row))).max().unwrap_or(0).max(display_width(&self.head))
    }
}

/// `part` of `whole` in percent, half up.
pub fn percent(part: usize, whole: usize) -> String {
    format!("{} %", (200 * part + whole) / (2 * whole.max(1)))
}

fn columns(rubric: &Rubric) -> Vec<Column> {
    let mut columns = vec![
        Column::new("trainee", 0, false, |row| row.bot.to_owned()),
        Column::new("mean", 0, true, |row| row.overall.map_or_else(|| "–".into(), |all| shown(all.mean).to_string())),
        Column::new("spread", 2, true, |row| {
            row.overall.map_or_else(|| "–".into(), |all| shown(all.deviation).to_string())
        }),
        Column::new("middle half", 1, true, |row| {
            row.overall.map_or_else(|| "–".into(), |all| format!("{} to {}", shown(all.lower), shown(all.upper)))
        }),
        Column::new("passed", 0, true, |row| percent(row.passed, row.plays)),
        Column::new("left", 3, true, |row| percent(row.left, row.plays)),
    ];
    for competency in &rubric.competencies {
        let id = competency.id.as_str().into();
        let head: String = competency.id.chars().take(6).collect();
        columns.push(Column::new(&head, 4, true, move |row| {
            row.competencies.get(&id).map_or_else(|| "–".into(), |mean| shown(*mean).to_string())
        }));
    }
    columns.push(Column::new("mostly ends", 1, false, |row| {
        let mostly = row.outcomes.iter().max_by_key(|(_, times)| **times);
        mostly
            .map_or_else(String::new, |(outcome, times)| format!("{} {}", ending(*outcome), percent(*times, row.plays)))
    }));
    columns
}

/// Writes the rows of one scenario, at most `width` columns wide where that is possible.
pub fn write(rows: &[Row], rubric: &Rubric, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut columns = columns(rubric);
    let widths = |columns: &[Column]| columns.iter().map(|column| column.width(rows) + 2).sum::<usize>();
    while widths(&columns) > width.max(NARROWEST) + 2 {
        let sparest = columns.iter().map(|column| column.spare).max().filter(|spare| *spare > 0);
        let Some(sparest) = sparest else { break };
        columns.retain(|column| column.spare != sparest);
    }
    let line = |cells: Vec<String>| {
        let padded = columns.iter().zip(cells).map(|(column, cell)| {
            let fill = " ".repeat(column.width(rows).saturating_sub(display_width(&cell)));
            if column.right { fill + &cell } else { cell + &fill }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    writeln!(out, "{}", line(columns.iter().map(|column| column.head.clone()).collect()))?;
    let mut kind = None;
    for row in rows {
        if kind != Some(row.kind) {
            writeln!(out, "{}", heading(row.kind))?;
            kind = Some(row.kind);
        }
        writeln!(out, "{}", line(columns.iter().map(|column| (column.cell)(row)).collect()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::bots::Spread;

    fn told(width: usize) -> String {
        let row = Row {
            bot: "longest",
            kind: Kind::TestWise,
            plays: 200,
            passed: 3,
            overall: Spread::of(vec![400, 500, 600]),
            unscored: 197,
            competencies: BTreeMap::from([("listening".into(), 444)]),
            outcomes: BTreeMap::from([(Outcome::Passive, 150), (Outcome::Complains, 50)]),
            left: 0,
            decisions: 1800,
        };
        let mut out = Vec::new();
        write(&[row], &Rubric::builtin(), width, &mut out).expect("memory");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn a_narrow_terminal_gets_the_columns_that_matter_most() {
        let wide = told(120);
        assert!(wide.contains("listen") && wide.contains("mostly ends") && wide.contains("passive 75 %"), "{wide}");
        let usual = told(80);
        assert!(!usual.contains("listen") && usual.contains("left"), "{usual}");
        let narrow = told(30);
        assert!(narrow.contains("50") && narrow.contains("2 %"), "{narrow}");
        let table = narrow.lines().filter(|line| !line.starts_with("Test-wise"));
        assert!(table.map(|line| line.chars().count()).max() <= Some(30), "{narrow}");
    }
}
