//! A roster: a table of people, with the codes that stand for their names and the groups they train with.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use serde_json::json;

use crate::cli::rating::cells;
use crate::cli::store::print;
use crate::cli::terminal::{complain, counted, counted_as, harmless, paragraph};
use crate::cli::{CannotRun, Status};
use crate::store::{Person, Store};

/// What spreadsheets are to be told, so that every name stays as it is written.
const SAVE_AS: &str = "In Excel save it as “CSV UTF-8 (Comma delimited)”; in LibreOffice as “Text CSV” with the character set “Unicode (UTF-8)”.";

/// Takes a roster in. Who stands in it twice, and a code that is not one person's, are told.
pub(super) fn take_in(store: &dyn Store, file: &Path, json: bool, out: &mut dyn Write) -> Result<Status, CannotRun> {
    let (rows, skipped) = read(file)?;
    let (mut people, mut twice) = (BTreeMap::new(), BTreeSet::new());
    let given = rows.len();
    for person in rows {
        if let Some(Person { name, .. }) = people.insert(person.name.clone(), person) {
            twice.insert(name);
        }
    }
    let people: Vec<Person> = people.into_values().collect();
    let kept = store.keep_people(&people)?;
    let shared = shared_codes(store, &people)?;
    let shown = file.display();
    if json {
        print(
            &json!({
                "file": file, "people": kept, "left_out": given - kept + skipped, "named_twice": twice, "shared_codes": shared,
            }),
            out,
        )?;
    } else {
        let taken = counted_as(kept, "person", "people");
        let forgotten = match people.len() - kept {
            0 => String::new(),
            n => format!(", {n} left out, because they asked to be forgotten"),
        };
        paragraph(out, "", &format!("`{shown}`: {taken} of the roster taken in{forgotten}."))?;
    }
    if skipped > 0 {
        complain(&format!("{} of the roster left out: no name.", counted(skipped, "row")));
    }
    for name in &twice {
        complain(&format!(
            "`{shown}`: “{}” stands in the roster more than once. The last row counts; the others were left out.",
            harmless(name)
        ));
    }
    for (code, names) in &shared {
        let names: Vec<String> = names.iter().map(|name| format!("“{}”", harmless(name))).collect();
        complain(&format!(
            "`{shown}`: the code “{}” stands for more than one person: {}. Give each a code of their own: by this one nobody can tell them apart, nor forget them.",
            harmless(code),
            names.join(", ")
        ));
    }
    let fine = skipped == 0 && twice.is_empty() && shared.is_empty();
    Ok(if fine { Status::Fine } else { Status::Findings })
}

/// The codes of these people that stand for others of the roster too, with everybody they stand for.
fn shared_codes(store: &dyn Store, people: &[Person]) -> Result<BTreeMap<String, BTreeSet<String>>, CannotRun> {
    let codes = store.masks()?.codes;
    let mut stands_for: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, code) in &codes {
        stands_for.entry(code.clone()).or_default().insert(name.clone());
    }
    // A code may be another's name.
    for name in codes.keys().chain(people.iter().map(|person| &person.name)) {
        if let Some(names) = stands_for.get_mut(name) {
            names.insert(name.clone());
        }
    }
    let given: BTreeSet<&String> =
        people.iter().flat_map(|person| [Some(&person.name), person.code.as_ref()]).flatten().collect();
    stands_for.retain(|code, names| names.len() > 1 && given.contains(code));
    Ok(stands_for)
}

/// The people of a table, and how many rows name nobody. The columns may stand in any order, between commas or semicolons.
fn read(file: &Path) -> Result<(Vec<Person>, usize), CannotRun> {
    let shown = file.display();
    let bytes =
        std::fs::read(file).map_err(|error| CannotRun(format!("The roster `{shown}` cannot be read ({error}).")))?;
    let text = text_of(&bytes).map_err(|why| CannotRun(format!("The roster `{shown}` {why} Nothing was taken in.")))?;
    let mut rows = cells::read(text.as_bytes(), between(&text)).into_iter();
    let head: Vec<String> = rows.next().map(|row| row.cells).unwrap_or_default();
    let column = |name: &str| head.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
    let Some(name) = column("name") else {
        return Err(CannotRun(format!(
            "The roster `{shown}` has no column `name`. Its first line names the columns: name,code,cohort."
        )));
    };
    let (code, cohort) = (column("code"), column("cohort"));
    let (mut people, mut skipped) = (Vec::new(), 0);
    for row in rows {
        let cell = |at: Option<usize>| Some(row.cells.get(at?)?.trim().to_owned()).filter(|cell| !cell.is_empty());
        match cell(Some(name)) {
            Some(name) => people.push(Person { name, code: cell(code), cohort: cell(cohort) }),
            None => skipped += 1,
        }
    }
    Ok((people, skipped))
}

/// The text of a table, in UTF-8 or in UTF-16 with the mark that says so.
///
/// # Errors
/// What is wrong and what to do, as the end of a sentence and others.
fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, String> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(format!("is a workbook, and a table as text is wanted. {SAVE_AS}"));
    }
    let units = |of: fn([u8; 2]) -> u16| bytes.as_chunks().0.iter().skip(1).map(|pair| of(*pair)).collect::<Vec<u16>>();
    let wide = match bytes {
        [0xff, 0xfe, ..] => Some(units(u16::from_le_bytes)),
        [0xfe, 0xff, ..] => Some(units(u16::from_be_bytes)),
        _ => None,
    };
    if let Some(units) = wide {
        return String::from_utf16(&units).map(Cow::Owned).map_err(|_| format!("was cut short or changed. {SAVE_AS}"));
    }
    // Some spreadsheets begin a file with a mark that says it is UTF-8.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
        let line = 1 + bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
        format!("is not written in UTF-8: line {line} has a letter that would come in broken. {SAVE_AS}")
    })
}

/// What stands between the cells: whichever of comma, semicolon and tab the first line has most of.
fn between(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
    *b"\t;,".iter().max_by_key(|mark| count(mark)).unwrap_or(&b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_every_spreadsheet_writes_it() {
        let wide = |mark: u16, of: fn(u16) -> [u8; 2]| -> Vec<u8> {
            std::iter::once(mark).chain("name\tcode\r\nAïcha\tA1\r\n".encode_utf16()).flat_map(of).collect()
        };
        for bytes in [
            "name,code\nAïcha,A1\n".as_bytes().to_vec(),
            "\u{feff}name;code\r\nAïcha;A1".as_bytes().to_vec(),
            wide(0xfeff, u16::to_le_bytes),
            wide(0xfeff, u16::to_be_bytes),
        ] {
            let text = text_of(&bytes).expect("a text");
            let rows: Vec<_> = cells::read(text.as_bytes(), between(&text)).into_iter().map(|row| row.cells).collect();
            assert_eq!(rows, [["name", "code"], ["Aïcha", "A1"]], "{bytes:?}");
        }
    }

    #[test]
    fn letters_that_would_come_in_broken_are_refused_with_their_line_and_what_to_do() {
        for (bytes, told) in [
            (b"name,code\nZola,Z1\nA\xefcha,A1\n".as_slice(), "line 3"),
            (b"n\xe4me\n", "line 1"),
            (b"PK\x03\x04 a workbook", "is a workbook"),
            (b"\xff\xfe\x00\xd8", "cut short"),
        ] {
            let why = text_of(bytes).expect_err("it is refused");
            assert!(why.contains(told) && why.contains("CSV UTF-8"), "{why}");
        }
        assert_eq!(between("name"), b',');
    }
}
