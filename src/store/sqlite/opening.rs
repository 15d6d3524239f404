//! Opening the file, and bringing one of an earlier form to the present one.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, MAIN_DB, OpenFlags, Result, TransactionBehavior};

use super::protected::{in_present_form, only_read};
use crate::store::StoreError;

/// Each brings the file from one form to the next, in one transaction. Once released, one is never changed.
pub(super) const MIGRATIONS: &[&str] = &[include_str!("0001-attempts.sql"), include_str!("0002-workshops.sql")];
/// "Amnd": which program the file belongs to.
const PROGRAM: i64 = 0x416d_6e64;
/// How long somebody else may hold the file.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// Opens a file, and makes it where there is none. One that nobody may write to is opened to be read.
pub(super) fn open(path: &Path) -> Result<Connection, StoreError> {
    match open_to_write(path) {
        Err(error) if error.is_denied() && path.is_file() => in_present_form(path),
        opened => opened,
    }
}

fn open_to_write(path: &Path) -> Result<Connection, StoreError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    recognise(&connection)?;
    // Where the file system cannot share memory between programs, or lets nobody write, the file keeps its older way of writing,
    // which is as safe.
    let _: Result<String> = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0));
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON")?;
    connection.set_prepared_statement_cache_capacity(64);
    migrate(&mut connection, MIGRATIONS)?;
    if connection.is_readonly(MAIN_DB)? {
        only_read(&connection)?;
    }
    Ok(connection)
}

/// Refuses what is not ours, or is of a later form, before anything is written.
pub(in crate::store) fn recognise(connection: &Connection) -> Result<(), StoreError> {
    let program = number(connection, "PRAGMA application_id")?;
    let found = number(connection, "PRAGMA user_version")?;
    let tables = number(connection, "SELECT COUNT(*) FROM sqlite_master")?;
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if program != PROGRAM && (program != 0 || tables > 0) {
        return Err(StoreError::Foreign { place: String::new() });
    }
    if found > known {
        return Err(StoreError::Newer { place: String::new(), found, known });
    }
    Ok(())
}

/// Takes the steps that the file has not taken yet.
pub(super) fn migrate(connection: &mut Connection, steps: &[&str]) -> Result<()> {
    for (version, step) in (1i64..).zip(steps) {
        if number(connection, "PRAGMA user_version")? >= version {
            continue;
        }
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Somebody else may have taken the step while this one waited.
        if number(&transaction, "PRAGMA user_version")? < version {
            transaction.execute_batch(step)?;
            transaction.pragma_update(None, "user_version", version)?;
            transaction.pragma_update(None, "application_id", PROGRAM)?;
        }
        transaction.commit()?;
    }
    Ok(())
}

pub(in crate::store) fn number(connection: &Connection, question: &str) -> Result<i64> {
    connection.query_row(question, [], |row| row.get(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Sqlite, Store};

    #[test]
    fn a_file_of_the_first_form_is_brought_to_the_present_one_with_all_that_is_in_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("attempts.sqlite");
        {
            let mut connection = Connection::open(&path).expect("a file");
            migrate(&mut connection, MIGRATIONS.get(..1).expect("a first step")).expect("the first form");
            connection.execute_batch("INSERT INTO scenarios VALUES ('h', 'its text')").expect("a row");
        }
        let store = Sqlite::at(&path);
        assert_eq!(store.scenario("h").expect("it is read").as_deref(), Some("its text"));
        let version = store.with(|connection| Ok(number(connection, "PRAGMA user_version")?)).expect("a number");
        assert_eq!(usize::try_from(version), Ok(MIGRATIONS.len()));
    }

    #[test]
    fn a_newer_file_another_program_s_and_one_that_is_no_database_are_left_as_they_are() {
        let folder = tempfile::tempdir().expect("a folder");
        let told = |name: &str, make: &dyn Fn(&Path)| {
            let path = folder.path().join(name);
            make(&path);
            let before = std::fs::read(&path).expect("bytes");
            let why = Sqlite::at(&path).ready().expect_err("it is refused").to_string();
            assert_eq!(std::fs::read(&path).expect("bytes"), before, "{name}");
            assert!(why.contains(name), "{why}");
            why
        };
        let sql = |path: &Path, sql: &str| {
            Connection::open(path).and_then(|connection| connection.execute_batch(sql)).expect("a database");
        };
        let newer = told("newer.sqlite", &|path| {
            sql(path, "PRAGMA application_id = 1097690724; PRAGMA user_version = 99; CREATE TABLE t (a)");
        });
        assert!(newer.contains("newer Amends") && newer.contains("99"), "{newer}");
        let other = told("other.sqlite", &|path| sql(path, "CREATE TABLE t (a)"));
        assert!(other.contains("another program"), "{other}");
        let broken = told("broken.sqlite", &|path| std::fs::write(path, [7; 5000]).expect("it is written"));
        assert!(broken.contains("is damaged") && broken.contains("store restore"), "{broken}");
    }
}
