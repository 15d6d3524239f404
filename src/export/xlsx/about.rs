//! What the file is, what it must not be used for, and what each column means.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::super::columns::Columns;
use super::fitting;

/// The sheet.
pub(super) fn sheet(
    about: &[(String, String)],
    split: Option<String>,
    tables: &[(&str, &Columns)],
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("About")?;
    let bold = Format::new().set_bold().set_align(FormatAlign::Top);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let top = Format::new().set_align(FormatAlign::Top);
    for (column, width) in [(0, 30), (1, 90), (2, 14)] {
        sheet.set_column_width(column, width)?;
    }
    sheet.set_print_fit_to_pages(1, 0);
    let split = split.map(|split| ("Sheets".to_owned(), split));
    let mut row = 0;
    for (heading, text) in about.iter().chain(&split) {
        sheet.write_string_with_format(row, 0, fitting(heading), &bold)?;
        sheet.write_string_with_format(row, 1, fitting(text), &wrapped)?;
        row += 1;
    }
    for (name, columns) in tables {
        row += 1;
        for (column, text) in [(0, *name), (1, "what it means"), (2, "kind")] {
            sheet.write_string_with_format(row, column, text, &bold)?;
        }
        row += 1;
        for column in columns.iter() {
            sheet.write_string_with_format(row, 0, column.name.as_str(), &top)?;
            sheet.write_string_with_format(row, 1, column.means.as_str(), &wrapped)?;
            sheet.write_string_with_format(row, 2, column.kind.name(), &top)?;
            row += 1;
        }
    }
    Ok(sheet)
}
