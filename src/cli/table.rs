//! A table of aligned columns without any frame: words to the left, numbers and marks to the right. The names in the first column
//! give way where the terminal is narrow.

use std::io::{self, Write};

use textwrap::core::display_width;

use crate::cli::terminal::harmless;

/// Names are cut to no less than this.
const SHORTEST_NAME: usize = 12;

/// Rows under a heading.
pub struct Table {
    head: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    cells: Vec<String>,
}

struct Column {
    width: usize,
    words: bool,
}

/// More than a number or a mark.
fn is_words(cell: &str) -> bool {
    cell.chars().filter(|letter| letter.is_alphabetic()).count() > 1
}

impl Table {
    /// A table without rows. The first heading stands over the names.
    pub fn new(head: &[&str]) -> Self {
        Self { head: head.iter().map(|&one| one.to_owned()).collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, name: &str, cells: impl IntoIterator<Item = String>) {
        let clean = |text: &str| harmless(text).replace('\n', " ");
        self.rows.push(Row { name: clean(name), cells: cells.into_iter().map(|cell| clean(&cell)).collect() });
    }

    /// Writes it, as narrow as it can be.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        self.write_in(textwrap::termwidth(), out)
    }

    fn write_in(&self, most: usize, out: &mut dyn Write) -> io::Result<()> {
        let (name, cells) = match self.head.split_first() {
            Some((name, cells)) => (name.as_str(), cells),
            None => ("", self.head.as_slice()),
        };
        let columns: Vec<Column> = cells
            .iter()
            .enumerate()
            .map(|(at, head)| {
                let below = || self.rows.iter().filter_map(|row| row.cells.get(at));
                let width = below().map(|cell| display_width(cell)).max().unwrap_or(0).max(display_width(head));
                Column { width, words: below().any(|cell| is_words(cell)) }
            })
            .collect();
        let others: usize = columns.iter().map(|column| column.width + 2).sum();
        let longest = self.rows.iter().map(|row| display_width(&row.name)).max().unwrap_or(0).max(display_width(name));
        let first = longest.min(most.saturating_sub(others).max(SHORTEST_NAME));
        let mut line = |name: &str, cells: &[String]| {
            let mut line = fitted(name, first);
            for (cell, column) in cells.iter().zip(&columns) {
                let fill = " ".repeat(column.width.saturating_sub(display_width(cell)));
                line += "  ";
                line += &if column.words { format!("{cell}{fill}") } else { format!("{fill}{cell}") };
            }
            writeln!(out, "{}", line.trim_end())
        };
        line(name, cells)?;
        self.rows.iter().try_for_each(|row| line(&row.name, &row.cells))
    }
}

/// A name in exactly so many columns.
fn fitted(name: &str, width: usize) -> String {
    if display_width(name) <= width {
        return name.to_owned() + &" ".repeat(width - display_width(name));
    }
    let mut short = String::new();
    for letter in name.chars() {
        if display_width(&short) + display_width(letter.encode_utf8(&mut [0; 4])) >= width {
            break;
        }
        short.push(letter);
    }
    short.push('…');
    let missing = width.saturating_sub(display_width(&short));
    short + &" ".repeat(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_way_where_it_is_narrow() {
        let mut table = Table::new(&["Scenarios", "beats", "sort"]);
        table.row("a-conversation-with-a-long-name", ["12".into(), "telecom".into()]);
        table.row("short\u{1b}[2J", ["7".into(), "inn".into()]);
        let told = |width| {
            let mut out = Vec::new();
            table.write_in(width, &mut out).expect("memory");
            String::from_utf8(out).expect("text")
        };
        assert_eq!(
            told(80),
            "Scenarios                        beats  sort\na-conversation-with-a-long-name     12  telecom\nshort[2J                             7  inn\n"
        );
        assert_eq!(
            told(30),
            "Scenarios       beats  sort\na-conversatio…     12  telecom\nshort[2J            7  inn\n"
        );
    }
}
