//! A table as text between commas (RFC 4180), in UTF-8. Texts stand in quotation marks, numbers do not, and what is not known is
//! empty.
//!
//! A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula, even in quotation marks. Such a text gets an
//! apostrophe in front, and so does one that begins with an apostrophe: whoever reads the file takes one apostrophe off the front of
//! a text that has one, and has the text as it was.

use std::io::{self, Write};

use super::cell::Cell;
use super::columns::Columns;

/// Writes the names of the columns.
///
/// # Errors
/// What the writer says.
pub fn head(columns: &Columns, out: &mut impl Write) -> io::Result<()> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    write!(out, "{}\r\n", names.join(","))
}

/// Writes one row.
///
/// # Errors
/// What the writer says.
pub fn row(cells: &[Cell], out: &mut impl Write) -> io::Result<()> {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        match cell {
            Cell::Nothing => {}
            Cell::Text(text) => write!(out, "\"{}\"", guarded(text).replace('"', "\"\""))?,
            Cell::Whole(number) => write!(out, "{number}")?,
            Cell::Truth(truth) => write!(out, "{truth}")?,
            Cell::Moment(moment) => write!(out, "{moment}")?,
        }
    }
    out.write_all(b"\r\n")
}

/// A text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    // Some wide signs of East Asian typing are read as the narrow ones.
    let first = text.trim_start().chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\'' | '＝' | '＋' | '－' | '＠') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[Cell]) -> String {
        let mut out = Vec::new();
        row(cells, &mut out).expect("memory");
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn numbers_stay_numbers_and_what_is_not_known_is_empty() {
        let moment = "2026-03-02T06:00:00Z".parse().expect("a moment");
        let cells = [Cell::Whole(0), Cell::Nothing, Cell::Truth(false), Cell::Moment(moment), "say \"so\"".into()];
        assert_eq!(written(&cells), "0,,false,2026-03-02T06:00:00Z,\"say \"\"so\"\"\"\r\n");
    }

    #[test]
    fn nothing_is_read_as_a_formula_and_every_text_comes_back() {
        for text in ["=1+1", "+1", "-1", "@SUM(1)", "'quoted'", " =1", "\n=1", "＝1", "plain", "it's", "''", "-"] {
            let guarded = guarded(text);
            let begins = guarded.trim_start().chars().next().expect("a letter");
            assert!(!"=+-@＝".contains(begins), "{guarded}");
            assert_eq!(guarded.strip_prefix('\'').unwrap_or(&guarded), text);
        }
    }
}
