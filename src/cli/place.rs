//! Where scenarios and attempts are, when nobody says.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{CannotRun, Places};
use crate::store::{ADDRESS, Postgres, Sqlite, Store, default_data_folder, is_exported};

impl Places {
    /// The data folder: the one named, or the platform's own.
    ///
    /// # Errors
    /// Where the platform has none and none was named, or where a file was.
    pub fn data_folder(&self) -> Result<PathBuf, CannotRun> {
        match &self.data {
            Some(file) if file.is_file() => Err(no_folder(file)),
            Some(folder) => Ok(folder.clone()),
            None => default_data_folder().map_err(CannotRun),
        }
    }

    /// The store attempts are kept in: on a server where one is named, here or in the environment, else in the data folder.
    ///
    /// # Errors
    /// As [`Places::data_folder`], and where the server's address cannot be read.
    pub fn store(&self) -> Result<Arc<dyn Store>, CannotRun> {
        self.store_for(None)
    }

    /// The same for a group that trains here.
    ///
    /// # Errors
    /// As [`Places::store`].
    pub fn store_for(&self, cohort: Option<String>) -> Result<Arc<dyn Store>, CannotRun> {
        let folder = self.data_folder()?;
        Ok(match self.server() {
            Some(address) => Arc::new(Postgres::at(&address).map_err(CannotRun)?.beside(folder).for_cohort(cohort)),
            None => Arc::new(Sqlite::in_folder(folder).for_cohort(cohort)),
        })
    }

    /// The store, where it is a file.
    ///
    /// # Errors
    /// As [`Places::data_folder`]; where it is on a server, what to do `instead` there.
    pub fn store_file(&self, instead: &str) -> Result<Sqlite, CannotRun> {
        match self.server() {
            Some(_) => Err(CannotRun(instead.to_owned())),
            None => Ok(Sqlite::in_folder(self.data_folder()?)),
        }
    }

    /// Whether attempts are kept on a server.
    #[must_use]
    pub fn is_on_server(&self) -> bool {
        self.server().is_some()
    }

    /// The address of the server on which attempts are kept; none where they are kept in the data folder.
    fn server(&self) -> Option<String> {
        let named = || std::env::var(ADDRESS).ok().filter(|address| !address.trim().is_empty());
        self.store.clone().or_else(named)
    }

    /// The folder new scenarios are put into: the one named, else `scenarios` in the current folder, which need not be there yet.
    #[must_use]
    pub fn scenarios_here(&self) -> PathBuf {
        self.scenarios.clone().unwrap_or_else(|| PathBuf::from("scenarios"))
    }

    /// The scenario folder: the one named, `scenarios` in the current folder, or `scenarios` beside the program.
    #[must_use]
    pub fn scenarios(&self) -> PathBuf {
        let here = PathBuf::from("scenarios");
        let beside = || {
            let program = std::env::current_exe().ok()?;
            Some(program.parent()?.join("scenarios")).filter(|folder| folder.is_dir())
        };
        match &self.scenarios {
            Some(folder) => folder.clone(),
            None if here.is_dir() => here,
            None => beside().unwrap_or(here),
        }
    }
}

/// That a file was named where a folder is wanted, and what can be done with such a file.
fn no_folder(file: &Path) -> CannotRun {
    let shown = file.display();
    let beside = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let read = format!("`amends report --attempts {shown}` and `amends replay {shown}` read it as it is");
    let instead = match Sqlite::named(file) {
        Ok(Some(store)) if store.path() == Sqlite::in_folder(beside).path() => {
            format!("It is the store of the folder `{0}`: `--data {0}`.", beside.display())
        }
        Ok(Some(_)) => {
            format!("It is a store, a backup perhaps: {read}, and `amends store restore {shown}` brings it back.")
        }
        _ if is_exported(file) => format!("It holds attempts: {read}, and `amends import {shown}` takes them in."),
        _ => "Name a folder; it need not be there yet.".to_owned(),
    };
    CannotRun(format!("`{shown}` is a file, and `--data` names the folder in which attempts are kept. {instead}"))
}
