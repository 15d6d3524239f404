//! Why a store could not do what it was asked, each as sentences that say what to do.

use std::io;

use rusqlite::ErrorCode;
use thiserror::Error;
use uuid::Uuid;

/// Why a store could not do what it was asked. Nothing has changed then.
#[derive(Debug, Error)]
pub enum StoreError {
    /// It was written by a later release.
    #[error(
        "`{place}` was written by a newer Amends (form {found}; this one knows up to {known}). Nothing in it was changed. Use the newer Amends, or name another folder with `--data FOLDER`."
    )]
    Newer {
        /// The file.
        place: String,
        /// The form it has.
        found: i64,
        /// The latest form known here.
        known: i64,
    },
    /// It cannot be read as what it is.
    #[error(
        "`{place}` is damaged ({why}). Nothing in it was changed. Bring a backup back with `amends store restore FILE`: the damaged file is then set aside and kept."
    )]
    Damaged {
        /// The file.
        place: String,
        /// What is wrong.
        why: String,
    },
    /// It is a database of another program.
    #[error(
        "`{place}` is a database of another program, and was left as it is. Name another folder with `--data FOLDER`."
    )]
    Foreign {
        /// The file.
        place: String,
    },
    /// Somebody else holds it.
    #[error("`{place}` is in use and was not let go of in time. Close the other windows of Amends, and try again.")]
    Busy {
        /// The file.
        place: String,
    },
    /// It has no such attempt.
    #[error("There is no attempt {attempt} in `{place}`. It may have been forgotten or pruned while it was played.")]
    NoAttempt {
        /// The file.
        place: String,
        /// The attempt.
        attempt: Uuid,
    },
    /// The system does not let it.
    #[error("`{place}` cannot be used ({error}).")]
    System {
        /// The file.
        place: String,
        /// What the system says.
        error: io::Error,
    },
}

impl StoreError {
    /// The same, of a place that is known now.
    pub(super) fn at(mut self, here: &str) -> Self {
        let (Self::Newer { place, .. }
        | Self::Damaged { place, .. }
        | Self::Foreign { place }
        | Self::Busy { place }
        | Self::NoAttempt { place, .. }
        | Self::System { place, .. }) = &mut self;
        if place.is_empty() {
            here.clone_into(place);
        }
        self
    }
}

/// The place is told by whoever knows it.
impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        Self::System { place: String::new(), error }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let place = String::new();
        let why = error.to_string();
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => return Self::Damaged { place, why },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => return Self::Busy { place },
            Some(ErrorCode::DiskFull) => io::ErrorKind::StorageFull,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                io::ErrorKind::PermissionDenied
            }
            _ => io::ErrorKind::Other,
        };
        Self::System { place, error: io::Error::new(kind, why) }
    }
}

impl From<StoreError> for io::Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::System { error, .. } => error,
            // These say the file and what to do themselves.
            StoreError::Newer { .. } | StoreError::Damaged { .. } | StoreError::Foreign { .. } => {
                Self::new(io::ErrorKind::InvalidData, error)
            }
            StoreError::Busy { .. } => Self::new(io::ErrorKind::ResourceBusy, error),
            StoreError::NoAttempt { .. } => Self::new(io::ErrorKind::NotFound, error),
        }
    }
}
