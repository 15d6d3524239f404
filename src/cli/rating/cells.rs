//! Cells of a table as text (RFC 4180). Writing is one line; reading what spreadsheets make of it is left to `csv-core`.

use csv_core::{ReadRecordResult, ReaderBuilder};

/// One record.
pub struct Record {
    /// The line it begins on, from 1.
    pub line: u64,
    /// Its cells. Bytes that are no UTF-8 are replaced.
    pub cells: Vec<String>,
}

/// Every record of a table that is not empty.
pub fn read(bytes: &[u8], delimiter: u8) -> Vec<Record> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    // A record is never longer than all of it, and has no more cells than bytes and one.
    let (mut text, mut ends) = (vec![0; bytes.len() + 1], vec![0; bytes.len() + 2]);
    let (mut rest, mut written, mut ended) = (bytes, 0, 0);
    let (mut records, mut line) = (Vec::new(), reader.line());
    loop {
        let (text_left, ends_left) = (text.get_mut(written..), ends.get_mut(ended..));
        let (result, read, wrote, ends_wrote) =
            reader.read_record(rest, text_left.unwrap_or_default(), ends_left.unwrap_or_default());
        rest = rest.get(read..).unwrap_or_default();
        written += wrote;
        ended += ends_wrote;
        match result {
            // Nothing is left to feed: the next call with nothing says that this is the end.
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::Record => {
                let mut begin = 0;
                let cell = |end: &usize| {
                    let cell = text.get(begin..*end).unwrap_or_default();
                    begin = *end;
                    String::from_utf8_lossy(cell).into_owned()
                };
                let cells = ends.iter().take(ended).map(cell).collect();
                records.push(Record { line, cells });
                // The ends of lines before the next record are read with it.
                let ends_of_lines = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
                let passed = ends_of_lines.filter(|byte| **byte == b'\n').count();
                (written, ended, line) = (0, 0, reader.line() + u64::try_from(passed).unwrap_or_default());
            }
            // Neither can be full, by their lengths.
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull | ReadRecordResult::End => return records,
        }
    }
}

/// A record as a line, every cell in quotation marks.
pub fn line<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let quoted: Vec<String> = cells.into_iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
    quoted.join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let rows = [vec!["a", "b, \"c\"\nd", ""], vec!["é;", "x", "y\r\nz"]];
        let text: String = rows.iter().map(|row| line(row.iter().copied())).collect();
        let read = read(text.as_bytes(), b',');
        assert_eq!(read.iter().map(|record| record.cells.clone()).collect::<Vec<_>>(), rows);
        assert_eq!(read.iter().map(|record| record.line).collect::<Vec<_>>(), [1, 3]);
    }

    #[test]
    fn loose_ends_are_read_too() {
        let cells = |bytes: &[u8]| read(bytes, b';').into_iter().map(|record| record.cells).collect::<Vec<_>>();
        assert_eq!(cells(b""), Vec::<Vec<String>>::new());
        assert_eq!(cells(b"a;b\n\nc"), [vec!["a", "b"], vec!["c"]]);
        assert_eq!(cells(b"a;\"b"), [["a", "b"]]);
        assert_eq!(cells(b"\xff;1\n"), [["\u{fffd}", "1"]]);
    }
}
