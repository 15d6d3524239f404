//! Looking after a store: copies of it, whether it is whole, what is to be no more.

mod backup;
mod copies;
mod files;
mod forget;
mod prove;
mod restore;
mod verify;

pub use forget::{Forgotten, Left};
pub(in crate::store) use forget::{also_called, forget_beside, forget_in_file, take_out};
pub(in crate::store) use prove::{Standing, standing};
pub use restore::Restored;
pub use verify::Verdict;
pub(in crate::store) use verify::{verify, verify_file};

use std::path::Path;

use rusqlite::Connection;

use super::StoreError;
use super::sqlite::{number, open_to_read};

/// Opens a copy of a store to read it, after looking it over as a whole.
fn open_copy(path: &Path) -> Result<Connection, StoreError> {
    let open = || -> Result<Connection, StoreError> {
        std::fs::metadata(path)?;
        let connection = open_to_read(path)?;
        if number(&connection, "PRAGMA user_version")? == 0 {
            return Err(StoreError::Foreign { place: String::new() });
        }
        if let Some(why) = unsound(&connection)?.into_iter().next() {
            return Err(StoreError::Damaged { place: String::new(), why });
        }
        Ok(connection)
    };
    open().map_err(|error| error.at(&path.display().to_string()))
}

/// What is wrong with a file as a database; nothing where all is well.
fn unsound(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
    let found = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(found.into_iter().filter(|line| line != "ok").collect())
}

/// Writes everything into the one file, without a trace of what is no more.
pub(in crate::store) fn press(connection: &Connection) -> Result<(), StoreError> {
    for step in ["", "VACUUM", ""] {
        connection.execute_batch(step)?;
        let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy != 0 {
            return Err(StoreError::Busy { place: String::new() });
        }
    }
    Ok(())
}
