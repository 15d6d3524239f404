//! Looking after a store on a server: whether it is whole, and what is to be no more. Copies of it are the server's own matter.

use std::path::PathBuf;

use super::{ALONE, Postgres};
use crate::attempt::Recorder;
use crate::store::care::{Standing, also_called, forget_beside, standing, take_out, verify};
use crate::store::sql::{Database, first};
use crate::store::{Forgotten, Left, StoreError, Verdict};

/// Settings with which a server may lose what it said it has, when the power goes.
const UNSAFE: [&str; 2] = ["fsync", "full_page_writes"];

impl Postgres {
    /// Looks at everything that is kept, as of one moment.
    pub(super) fn look_through(&self) -> Result<Verdict, StoreError> {
        let mut verdict = self.reading(&mut |db| verify(db, Vec::new()))?;
        for setting in UNSAFE {
            let value = format!("SELECT current_setting('{setting}')");
            let value = self.with(&mut |link| first(link, &value, &[], |row| row.text(0)))?;
            if value.as_deref() == Some("off") {
                let why =
                    format!("The server runs with `{setting} = off`: a power cut may take replies that were kept.");
                verdict.troubles.push(why);
            }
        }
        Ok(verdict)
    }

    /// Takes everything under a name out of the tables and out of the files of the data folder, and looks for it in both.
    pub(super) fn take_out(&self, name: &str) -> Result<Forgotten, StoreError> {
        let (names, shared_code) = self.with(&mut |link| also_called(link, name))?;
        let rows = self.with_once(|link| link.transaction(ALONE, |link| take_out(link, &names)))?;
        self.press()?;
        let nothing = || Ok(Standing::default());
        let mut forgotten = match self.folder.as_ref().filter(|folder| folder.is_dir()) {
            Some(folder) => forget_beside(folder, &names, rows, &|_| false, &nothing)?,
            None => Forgotten { attempts: rows.attempts, copies: rows.copies, ..Forgotten::default() },
        };
        let found = self.reading(&mut |db| standing(db, &names))?;
        forgotten.shared_code = shared_code;
        forgotten.tables = found.tables;
        forgotten.same_letters += found.letters;
        let place = |what: &str| PathBuf::from(format!("{}, {what}", self.place()));
        for (table, times) in found.named {
            let why = format!("The name stands in it {times} times. Somebody may have come back meanwhile; ask again.");
            forgotten.left.push(Left { file: place(&format!("table `{table}`")), why });
        }
        if self.in_statistics(&|cell| names.count(cell))? > 0 {
            let why = "The name stands in it: somebody asked the server to keep statistics of names.".into();
            forgotten.left.push(Left { file: place("`pg_statistic`"), why });
        }
        Ok(forgotten)
    }

    /// How often something stands in what the server's planner keeps of the tables' values.
    fn in_statistics(&self, count: &dyn Fn(&[u8]) -> usize) -> Result<usize, StoreError> {
        let values = "SELECT most_common_vals::text, histogram_bounds::text, most_common_elems::text FROM pg_stats WHERE schemaname = 'amends' AND tablename <> 'scenarios'";
        self.with(&mut |link| {
            let mut found = 0;
            link.query(values, &[], &mut |row| row.cells(&mut |cell| found += count(cell)))?;
            Ok(found)
        })
    }

    /// Writes every table anew, without a trace of what is no more in it.
    pub(super) fn press(&self) -> Result<(), StoreError> {
        self.with(&mut |link| {
            let tables: Vec<String> = link.tables()?.iter().map(|table| format!("amends.\"{table}\"")).collect();
            link.script(&format!("VACUUM (FULL) {}", tables.join(", ")))
        })
    }
}
