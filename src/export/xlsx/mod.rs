//! A workbook for people who work with spreadsheets: attempts, decisions, a summary of scenarios with two charts, and what all of it
//! means. Numbers are numbers, times are times, and a text is never a formula.
//!
//! Rows wait in nameless files of the system until the workbook is put together, so that only texts that are told apart are held.

mod about;
mod pages;
mod summary;

use std::io::{self, Write};

use jiff::Timestamp;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::columns::Columns;
use super::told::Told;
use crate::rubric::Rubric;
use pages::Pages;
use summary::Summary;

/// Rows of a sheet, its head included: Excel has no more.
const MOST_ROWS: u32 = 1_048_576;
/// The longest text of a cell, in UTF-16 units: Excel takes no more.
const LONGEST: usize = 32_767;
/// What stands at the end of a text that was longer.
const CUT: &str = " […cut here: Excel takes no more]";

/// A workbook being filled.
pub struct Xlsx {
    workbook: Workbook,
    attempts: (Columns, Pages),
    decisions: (Columns, Pages),
    summary: Summary,
    about: Vec<(String, String)>,
}

impl Xlsx {
    /// A workbook with these columns. `about`: what the file is, as pairs of heading and text.
    ///
    /// # Errors
    /// Where the system has no place for the rows.
    pub fn new(
        attempts: Columns,
        decisions: Columns,
        rubric: &Rubric,
        about: Vec<(String, String)>,
    ) -> io::Result<Self> {
        Self::with_rows(MOST_ROWS, attempts, decisions, rubric, about)
    }

    /// The same where a sheet has another number of rows at most, its head included.
    ///
    /// # Errors
    /// As [`Xlsx::new`].
    pub fn with_rows(
        most: u32,
        attempts: Columns,
        decisions: Columns,
        rubric: &Rubric,
        about: Vec<(String, String)>,
    ) -> io::Result<Self> {
        let mut workbook = Workbook::new();
        let mut pages = |name, columns: &Columns| Pages::new(name, most, columns, &mut workbook).map_err(failed);
        let (attempt_pages, decision_pages) = (pages("Attempts", &attempts)?, pages("Decisions", &decisions)?);
        Ok(Self {
            workbook,
            attempts: (attempts, attempt_pages),
            decisions: (decisions, decision_pages),
            summary: Summary::new(rubric),
            about,
        })
    }

    /// Takes one attempt with its decisions.
    ///
    /// # Errors
    /// Why a sheet cannot take it.
    pub fn take(&mut self, told: &Told) -> io::Result<()> {
        let (columns, pages) = &mut self.attempts;
        pages.row(columns, &columns.row(told, 0), &mut self.workbook).map_err(failed)?;
        let (columns, pages) = &mut self.decisions;
        for at in 0..told.attempt.decisions.len() {
            pages.row(columns, &columns.row(told, at), &mut self.workbook).map_err(failed)?;
        }
        self.summary.add(told);
        Ok(())
    }

    /// What is to be told where a table does not fit on one sheet.
    #[must_use]
    pub fn split(&self) -> Option<String> {
        [&self.attempts.1, &self.decisions.1].into_iter().find_map(Pages::told_of_split)
    }

    /// Writes the workbook, once it is together: half of one is of no use to anybody.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(self, made: Timestamp, out: impl Write + Send) -> io::Result<()> {
        self.workbook(made).and_then(|mut workbook| workbook.save_to_writer(out)).map_err(failed)
    }

    fn workbook(mut self, made: Timestamp) -> Result<Workbook, XlsxError> {
        let mut properties = DocProperties::new().set_title("Attempts at simulated conversations").set_author("Amends");
        if let Some(made) = moment(made) {
            properties = properties.set_creation_datetime(&made);
        }
        self.workbook.set_properties(&properties);
        let split = self.split();
        let Self { mut workbook, attempts: (attempts, attempt_pages), decisions: (decisions, decision_pages), .. } =
            self;
        for sheet in attempt_pages.finish(&attempts)?.into_iter().chain(decision_pages.finish(&decisions)?) {
            workbook.push_worksheet(sheet);
        }
        workbook.push_worksheet(self.summary.sheet()?);
        let tables = [("Attempts", &attempts), ("Decisions", &decisions)];
        workbook.push_worksheet(about::sheet(&self.about, split, &tables)?);
        Ok(workbook)
    }
}

/// Writes a head of columns that stays in view.
fn head<'n>(sheet: &mut Worksheet, names: impl IntoIterator<Item = &'n str>) -> Result<(), XlsxError> {
    let format = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_background_color(0x00EF_E6D8);
    for (column, name) in (0..).zip(names) {
        sheet.write_string_with_format(0, column, name, &format)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// A moment as Excel has it: without a zone, so it is told in UTC. None outside the years it knows.
fn moment(moment: Timestamp) -> Option<ExcelDateTime> {
    ExcelDateTime::from_timestamp(moment.as_second()).ok()
}

/// A text that a cell can take.
fn fitting(text: &str) -> String {
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let most = LONGEST - CUT.encode_utf16().count();
    let mut units = 0;
    let letters = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= most
    });
    letters.chain(CUT.chars()).collect()
}

fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_with_a_mark_and_never_inside_a_letter() {
        for text in ["a".repeat(LONGEST), "short".to_owned()] {
            assert_eq!(fitting(&text), text);
        }
        for letter in ["a", "é", "👋"] {
            let cut = fitting(&letter.repeat(100_000));
            let units = cut.encode_utf16().count();
            assert!(cut.ends_with(CUT) && units <= LONGEST && units > LONGEST - 2, "{letter}: {units}");
        }
    }
}
