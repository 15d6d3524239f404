//! A sheet as a rater sends it back, through whatever spreadsheet: with commas, semicolons or tabs between the cells, in any
//! encoding that keeps ASCII. Only keys and ratings are read; the words are those of the scenarios.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use super::cells::{self, Record};
use crate::rubric::{Rubric, TOP_LEVEL};

/// How the files of spreadsheet programs begin that are no tables of text.
const WORKBOOK: &[u8] = b"PK\x03\x04";

/// What a rater said of one competency of a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    /// A level, 0–3.
    Level(u8),
    /// The reply does not show it.
    NotShown,
    /// Nothing was written.
    Missing,
}

impl Rating {
    /// The level, where it is one.
    pub fn level(self) -> Option<u8> {
        match self {
            Self::Level(level) => Some(level),
            Self::NotShown | Self::Missing => None,
        }
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Level(level) => write!(to, "{level}"),
            Self::NotShown => to.write_str("NA"),
            Self::Missing => to.write_str("–"),
        }
    }
}

impl Serialize for Rating {
    /// A number, `"NA"`, or null where nothing was written.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Level(level) => to.serialize_u8(*level),
            Self::NotShown => to.serialize_str("NA"),
            Self::Missing => to.serialize_none(),
        }
    }
}

/// What a rater wrote beside one reply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The ratings, in the order of the rubric's competencies.
    pub ratings: Vec<Rating>,
    /// In the rater's own words; empty where nothing was written.
    pub remark: String,
}

impl Row {
    /// Whether anything was rated.
    pub fn is_rated(&self) -> bool {
        self.ratings.iter().any(|rating| *rating != Rating::Missing)
    }
}

/// A filled sheet.
#[derive(Debug, Default)]
pub struct Filled {
    /// What was written for each key.
    pub rows: BTreeMap<String, Row>,
    /// What could not be understood, a sentence each.
    pub complaints: Vec<String>,
}

/// Reads a sheet.
///
/// # Errors
/// A sentence that says what to do, where it is no sheet at all.
pub fn read(bytes: &[u8], rubric: &Rubric) -> Result<Filled, String> {
    if bytes.starts_with(WORKBOOK) {
        return Err(
            "This is a workbook. Open it in the spreadsheet, save it as CSV (UTF-8), and name that file.".into()
        );
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let tables = [b',', b';', b'\t'].into_iter().filter_map(|delimiter| Table::find(bytes, delimiter));
    let Some(table) = tables.into_iter().next() else {
        return Err(
            "This is no rating sheet: no line has the columns `key` and those of the competencies. `amends rating sheet` writes one; keep its columns and save it as CSV.".into(),
        );
    };
    let columns: Vec<Option<usize>> = rubric.competencies.iter().map(|one| table.column(&one.id)).collect();
    if let Some((competency, _)) = rubric.competencies.iter().zip(&columns).find(|(_, column)| column.is_none()) {
        return Err(format!(
            "The sheet has no column `{}`. Take the columns from `amends rating sheet`.",
            competency.id
        ));
    }
    let remarks = table.column("remark");
    let mut filled = Filled::default();
    for (line, row) in &table.rows {
        let key = row.get(table.key).map(|key| key.trim()).unwrap_or_default();
        if key.is_empty() {
            continue;
        }
        let ratings = columns.iter().zip(&rubric.competencies).map(|(column, competency)| {
            let written = column.and_then(|column| row.get(column)).map(String::as_str).unwrap_or_default();
            rating(written).unwrap_or_else(|| {
                filled.complaints.push(format!(
                    "Line {line}: `{}` under {} is no rating; write 0, 1, 2, 3 or NA. It is left out.",
                    written.trim(),
                    competency.id
                ));
                Rating::Missing
            })
        });
        let ratings: Vec<Rating> = ratings.collect();
        if filled.rows.contains_key(key) {
            filled.complaints.push(format!("Line {line}: the key {key} stands there twice; its first row counts."));
        } else {
            let remark = remarks.and_then(|column| row.get(column)).map(|text| text.trim().to_owned());
            filled.rows.insert(key.to_owned(), Row { ratings, remark: remark.unwrap_or_default() });
        }
    }
    Ok(filled)
}

/// What a cell says; none where it says nothing that can be understood.
fn rating(written: &str) -> Option<Rating> {
    let written = written.trim();
    if written.is_empty() {
        return Some(Rating::Missing);
    }
    if ["na", "n/a", "n.a.", "-", "–"].iter().any(|no| written.eq_ignore_ascii_case(no)) {
        return Some(Rating::NotShown);
    }
    written.parse().ok().filter(|level| *level <= TOP_LEVEL).map(Rating::Level)
}

/// The rows under the line that names the columns.
struct Table {
    head: Vec<String>,
    key: usize,
    /// Each with its line.
    rows: Vec<(u64, Vec<String>)>,
}

impl Table {
    fn find(bytes: &[u8], delimiter: u8) -> Option<Self> {
        let mut table: Option<Self> = None;
        for Record { line, cells } in cells::read(bytes, delimiter) {
            if let Some(table) = &mut table {
                table.rows.push((line, cells));
            } else {
                let head: Vec<String> = cells.iter().map(|cell| cell.trim().to_lowercase()).collect();
                let key = head.iter().position(|cell| cell == "key");
                table = key.filter(|_| head.len() > 1).map(|key| Self { head, key, rows: Vec::new() });
            }
        }
        table
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.head.iter().position(|cell| cell == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> Filled {
        read(text.as_bytes(), &Rubric::builtin()).expect("a sheet")
    }

    #[test]
    fn sheets_come_back_with_any_separator_and_in_any_order_of_columns() {
        let expected = vec![Rating::Level(3), Rating::NotShown, Rating::Missing, Rating::Level(0)];
        for text in [
            "\u{feff}Some words, and more\nkey,reply,listening,apology,accountability,follow-through\nk1,\"a, b\nc\",3,NA,,0\n",
            "Some words; and more;;;;\nkey;reply;listening;apology;accountability;follow-through\nk1;x; 3;n/a;;0\n",
            "Key\tFollow-through\tAccountability\tApology\tListening\nk1\t0\t\t–\t3\n\t1\t1\t1\t1\n",
        ] {
            let filled = filled(text);
            assert_eq!(filled.rows.get("k1").map(|row| &row.ratings), Some(&expected), "{text}");
            assert!(filled.complaints.is_empty() && filled.rows.len() == 1, "{filled:?}");
        }
    }

    #[test]
    fn what_is_no_rating_is_told_with_its_line_and_left_out() {
        let filled = filled("key,listening,apology,accountability,follow-through\nk1,4,good,1,1\nk1,1,1,1,1\n");
        assert_eq!(filled.complaints.len(), 3, "{filled:?}");
        assert!(
            filled
                .complaints
                .iter()
                .zip(["Line 2: `4` under listening", "Line 2: `good`", "Line 3: the key k1"])
                .all(|(told, begin)| told.starts_with(begin)),
            "{filled:?}"
        );
        let expected = [Rating::Missing, Rating::Missing, Rating::Level(1), Rating::Level(1)];
        assert_eq!(filled.rows.get("k1").map(|row| row.ratings.as_slice()), Some(&expected[..]));
    }

    #[test]
    fn what_the_rater_remarks_is_kept() {
        let text = "key,listening,apology,accountability,follow-through,remark\nk1,1,1,1,1, Which fact? \nk2,1,1,1,1\n";
        let filled = filled(text);
        let remarks: Vec<&str> = filled.rows.values().map(|row| row.remark.as_str()).collect();
        assert_eq!(remarks, ["Which fact?", ""]);
    }

    #[test]
    fn what_is_no_sheet_is_refused() {
        for text in ["PK\u{3}\u{4}", "", "a,b\n1,2\n", "key,listening\nk1,2\n", "key\n"] {
            assert!(read(text.as_bytes(), &Rubric::builtin()).is_err(), "{text}");
        }
    }
}
