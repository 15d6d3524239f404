//! Where scenarios and attempts are, when nobody says.

use std::path::PathBuf;
use std::sync::Arc;

use super::{CannotRun, Places};
use crate::store::{Sqlite, default_data_folder};

impl Places {
    /// The data folder: the one named, or the platform's own.
    ///
    /// # Errors
    /// Where the platform has none and none was named.
    pub fn data_folder(&self) -> Result<PathBuf, CannotRun> {
        match &self.data {
            Some(folder) => Ok(folder.clone()),
            None => default_data_folder().map_err(CannotRun),
        }
    }

    /// The store attempts are kept in.
    ///
    /// # Errors
    /// As [`Places::data_folder`].
    pub fn store(&self) -> Result<Arc<Sqlite>, CannotRun> {
        Ok(Arc::new(Sqlite::in_folder(self.data_folder()?)))
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
