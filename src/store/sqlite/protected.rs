//! Stores that may be read and not be written to: on a stick that is write-protected, on a share without the right to write.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use super::opening::{MIGRATIONS, PATIENCE, migrate, number, recognise};
use crate::store::StoreError;

/// Opens a file to read it, without a trace beside it where nobody may write there.
///
/// # Errors
/// Why it cannot be read, and where it was not closed.
pub(in crate::store) fn open_to_read(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = |name: &Path, flags| -> Result<Connection, StoreError> {
        let connection = Connection::open_with_flags(name, flags)?;
        connection.busy_timeout(PATIENCE)?;
        recognise(&connection)?;
        Ok(connection)
    };
    match open(path, flags) {
        // `SQLite` would write down beside the file who reads it. As it lies it can be read where nothing is left to be put into it.
        Err(error) if error.is_denied() => {
            File::open(path)?;
            if ["-wal", "-journal"].iter().any(|ending| has_content(path, ending)) {
                return Err(StoreError::NotClosed { place: String::new() });
            }
            open(Path::new(&as_it_lies(path)?), flags | OpenFlags::SQLITE_OPEN_URI)
        }
        opened => opened,
    }
}

/// Opens a file of which only reading is left, in the present form. One of an earlier form is copied into memory for that.
///
/// # Errors
/// As [`open_to_read`].
pub(super) fn in_present_form(path: &Path) -> Result<Connection, StoreError> {
    let mut connection = open_to_read(path)?;
    if number(&connection, "PRAGMA user_version")? < i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX) {
        let mut copy = Connection::open_in_memory()?;
        Backup::new(&connection, &mut copy)?.run_to_completion(4096, Duration::ZERO, None)?;
        migrate(&mut copy, MIGRATIONS)?;
        connection = copy;
    }
    only_read(&connection)?;
    Ok(connection)
}

/// Sees to it that nothing is written, into memory neither: it would be lost.
pub(super) fn only_read(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "query_only", true)
}

/// Refuses what may only be read. Without this a transaction would begin all the same, and fail at its first word.
pub(super) fn may_write(connection: &Connection) -> Result<(), StoreError> {
    match number(connection, "PRAGMA query_only")? {
        0 => Ok(()),
        _ => Err(StoreError::ReadOnly { place: String::new() }),
    }
}

/// Whether a file of this ending lies beside the store, with something in it.
fn has_content(path: &Path, ending: &str) -> bool {
    let mut beside = OsString::from(path);
    beside.push(ending);
    fs::metadata(PathBuf::from(beside)).is_ok_and(|file| file.len() > 0)
}

/// The address of a file that nobody changes while it is read.
fn as_it_lies(path: &Path) -> Result<String, StoreError> {
    let full = std::path::absolute(path)?;
    let mut address = String::from("file:");
    if !full.has_root() || cfg!(windows) {
        address.push('/');
    }
    for byte in full.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'/' | b':' | b'-' | b'.' | b'_' => address.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(*byte)),
            // Writing into a text cannot fail.
            byte => _ = write!(address, "%{byte:02X}"),
        }
    }
    address.push_str("?immutable=1");
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_only_be_read_is_read_in_the_present_form_and_nothing_is_taken_in() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("attempts.sqlite");
        {
            let mut connection = Connection::open(&path).expect("a file");
            migrate(&mut connection, MIGRATIONS.get(..1).expect("a first step")).expect("the first form");
            connection.pragma_update(None, "journal_mode", "WAL").expect("another way of writing");
            connection.execute_batch("INSERT INTO scenarios VALUES ('h', 'its text')").expect("a row");
        }
        let before = fs::read(&path).expect("bytes");
        let connection = in_present_form(&path).expect("it is read");
        let count = number(&connection, "SELECT (SELECT COUNT(*) FROM scenarios) + (SELECT COUNT(*) FROM labels)");
        assert_eq!(count, Ok(1), "the second form has labels");
        assert!(matches!(may_write(&connection), Err(StoreError::ReadOnly { .. })));
        assert!(connection.execute_batch("DELETE FROM scenarios").is_err());
        drop(connection);
        assert_eq!(fs::read(&path).expect("bytes"), before);
    }
}
