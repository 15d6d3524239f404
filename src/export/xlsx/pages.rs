//! A table over as many sheets as it needs.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::super::cell::{Cell, Kind};
use super::super::columns::Columns;
use super::{fitting, head, moment};

/// The sheets of one table.
pub(super) struct Pages {
    name: &'static str,
    most: u32,
    full: Vec<Worksheet>,
    sheet: Worksheet,
    /// The next row of the sheet; its head is row 0.
    row: u32,
    time: Format,
}

impl Pages {
    /// The first sheet.
    pub(super) fn new(
        name: &'static str,
        most: u32,
        columns: &Columns,
        workbook: &mut Workbook,
    ) -> Result<Self, XlsxError> {
        let time = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
        let sheet = begun(name.to_owned(), columns, workbook)?;
        Ok(Self { name, most: most.max(2), full: Vec::new(), sheet, row: 1, time })
    }

    /// Writes one row, on another sheet where this one is full.
    pub(super) fn row(&mut self, columns: &Columns, cells: &[Cell], workbook: &mut Workbook) -> Result<(), XlsxError> {
        if self.row >= self.most {
            let next = begun(format!("{} {}", self.name, self.full.len() + 2), columns, workbook)?;
            choosable(&mut self.sheet, columns, self.row)?;
            self.full.push(std::mem::replace(&mut self.sheet, next));
            self.row = 1;
        }
        let (sheet, row) = (&mut self.sheet, self.row);
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Nothing => {}
                Cell::Text(text) => {
                    sheet.write_string(row, column, fitting(text))?;
                }
                Cell::Whole(number) => whole(sheet, row, column, *number)?,
                Cell::Truth(truth) => {
                    sheet.write_boolean(row, column, *truth)?;
                }
                Cell::Moment(when) => match moment(*when) {
                    Some(when) => {
                        sheet.write_datetime_with_format(row, column, when, &self.time)?;
                    }
                    None => {
                        sheet.write_string(row, column, when.to_string())?;
                    }
                },
            }
        }
        self.row += 1;
        Ok(())
    }

    /// What is to be told where the table did not fit on one sheet.
    pub(super) fn told_of_split(&self) -> Option<String> {
        let (name, sheets) = (self.name, self.full.len() + 1);
        (sheets > 1).then(|| {
            format!(
                "Excel takes {} rows on a sheet, so {name} goes on in “{name} 2” and so forth, {sheets} sheets in all.",
                self.most
            )
        })
    }

    /// All the sheets.
    pub(super) fn finish(mut self, columns: &Columns) -> Result<Vec<Worksheet>, XlsxError> {
        choosable(&mut self.sheet, columns, self.row)?;
        self.full.push(self.sheet);
        Ok(self.full)
    }
}

/// A sheet with the heads of the columns. What is written into it waits in a file of the system's.
fn begun(name: String, columns: &Columns, workbook: &mut Workbook) -> Result<Worksheet, XlsxError> {
    let mut sheet = workbook.new_worksheet_with_low_memory()?;
    sheet.set_name(name)?;
    for (at, column) in (0..).zip(columns.iter()) {
        sheet.set_column_width(at, width(&column.name, column.kind))?;
    }
    head(&mut sheet, columns.iter().map(|column| column.name.as_str()))?;
    Ok(sheet)
}

/// Lets the rows above `next` be chosen by what stands in them.
fn choosable(sheet: &mut Worksheet, columns: &Columns, next: u32) -> Result<(), XlsxError> {
    let last = u16::try_from(columns.iter().len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, next.saturating_sub(1), last)?;
    Ok(())
}

/// Writes a number. Excel keeps 15 digits of one, so a longer one is a text.
fn whole(sheet: &mut Worksheet, row: u32, column: u16, number: i64) -> Result<(), XlsxError> {
    /// 10 to the 15th.
    const LONG: u64 = 1_000_000_000_000_000;
    if number.unsigned_abs() < LONG {
        #[expect(clippy::cast_precision_loss, reason = "it has under 16 digits")]
        sheet.write_number(row, column, number as f64)?;
    } else {
        sheet.write_string(row, column, number.to_string())?;
    }
    Ok(())
}

/// The width of a column, in letters: wide for sentences, wide enough for its name else.
fn width(name: &str, kind: Kind) -> f64 {
    let sentences = ["heard", "line", "feedback", "better_line", "better_feedback", "reflection", "not_scored_because"];
    let letters = match kind {
        Kind::Moment => 19,
        Kind::Text if sentences.contains(&name) => 60,
        Kind::Text if name == "attempt" => 38,
        Kind::Text if name == "title" || name == "path" => 32,
        Kind::Text if name == "trainee" || name == "cohort" => 16,
        Kind::Text | Kind::Whole | Kind::Truth => 10,
    };
    // Room for the arrow of the filter beside the name.
    f64::from(letters.max(u32::try_from(name.len()).unwrap_or(40).min(40) + 3))
}
