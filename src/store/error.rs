//! Why a store could not do what it was asked, each as sentences that say what to do.

use std::error::Error as _;
use std::io;

use postgres::error::DbError;
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
    /// It may be read and not be written to.
    #[error(
        "`{place}` can be read here and not be written to: the file, its folder or the medium they are on is protected. Copy it to a folder you may write to, as `attempts.sqlite`, and name that folder with `--data FOLDER`."
    )]
    ReadOnly {
        /// The file.
        place: String,
    },
    /// It lies where nobody may write, and some of it is not in the file yet.
    #[error(
        "`{place}` was copied or left while it was in use: what was kept last stands in a file of its own beside it, whose name ends in `-wal` or `-journal`, and here, where nothing may be written, the two cannot be brought together. Copy both to a folder you may write to, and use the copy. Or close every window of Amends on the machine it is from, and make the copy with `amends store backup FILE`."
    )]
    NotClosed {
        /// The file.
        place: String,
    },
    /// Somebody else holds it.
    #[error("`{place}` is in use and was not let go of in time. Close the other windows of Amends, and try again.")]
    Busy {
        /// The file.
        place: String,
    },
    /// Its server does not answer.
    #[error(
        "`{place}` does not answer ({why}). Is the server running, and this machine in its network? What is played meanwhile waits on this machine, and goes to the server when it is back."
    )]
    Away {
        /// The address, without its password.
        place: String,
        /// What was heard of it.
        why: String,
    },
    /// Its server does not let it be used, or not so.
    #[error("`{place}` cannot be used so: {why}.")]
    Server {
        /// The address, without its password.
        place: String,
        /// Why, and what to do.
        why: String,
    },
    /// Its server lets this login do other things, and not this.
    #[error(
        "`{place}` does not let this login do that ({why}). A laptop may add attempts, a reader read them, an operator all; `amends store roles` prints who may do what. A new or older store is made ready by an operator: `amends store verify`."
    )]
    MayNot {
        /// The address, without its password.
        place: String,
        /// What the server says.
        why: String,
    },
    /// It has no such attempt.
    #[error("There is no attempt {attempt} in `{place}`. It may have been forgotten or pruned while it was played.")]
    NoAttempt {
        /// The file.
        place: String,
        /// The attempt.
        attempt: Uuid,
    },
    /// Its server refuses what is played.
    #[error("{why} What is played meanwhile is kept on this machine, and goes to the server when that takes it.")]
    Waits {
        /// The address, without its password.
        place: String,
        /// Why it is refused, as sentences.
        why: String,
    },
    /// A code that was to be forgotten is not one person's.
    #[error(
        "In `{place}` this code stands for more than one person of the roster. Nothing was forgotten. Forget each of them by name, `amends store forget NAME`, or first give each a code of their own: `amends import --roster FILE.csv`."
    )]
    SharedCode {
        /// The file.
        place: String,
    },
    /// The system does not let it.
    #[error("`{place}` cannot be used ({error}).{}", help_with(error))]
    System {
        /// The file.
        place: String,
        /// What the system says.
        error: io::Error,
    },
}

/// What to do about what the system says, as sentences; nothing where it says that itself.
fn help_with(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            " Free some space and try again; what is kept already is safe."
        }
        _ => "",
    }
}

impl StoreError {
    /// The file or address it is about.
    #[must_use]
    pub fn place(&self) -> &str {
        let (Self::Newer { place, .. }
        | Self::Damaged { place, .. }
        | Self::Foreign { place }
        | Self::ReadOnly { place }
        | Self::NotClosed { place }
        | Self::Busy { place }
        | Self::Away { place, .. }
        | Self::Server { place, .. }
        | Self::MayNot { place, .. }
        | Self::NoAttempt { place, .. }
        | Self::SharedCode { place }
        | Self::Waits { place, .. }
        | Self::System { place, .. }) = self;
        place
    }

    /// Whether the system lets nobody in, or nobody write.
    pub(super) fn is_denied(&self) -> bool {
        matches!(self, Self::System { error, .. } if error.kind() == io::ErrorKind::PermissionDenied)
    }

    /// The same, of a place that is known now.
    pub(super) fn at(mut self, here: &str) -> Self {
        let (Self::Newer { place, .. }
        | Self::Damaged { place, .. }
        | Self::Foreign { place }
        | Self::ReadOnly { place }
        | Self::NotClosed { place }
        | Self::Busy { place }
        | Self::Away { place, .. }
        | Self::Server { place, .. }
        | Self::MayNot { place, .. }
        | Self::NoAttempt { place, .. }
        | Self::SharedCode { place }
        | Self::Waits { place, .. }
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
        let mut why = error.to_string();
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => return Self::Damaged { place, why },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => return Self::Busy { place },
            Some(ErrorCode::DiskFull) => io::ErrorKind::StorageFull,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                io::ErrorKind::PermissionDenied
            }
            Some(ErrorCode::SystemIoFailure) => {
                why += ": the disk may be full, or the medium was taken out";
                io::ErrorKind::Other
            }
            _ => io::ErrorKind::Other,
        };
        Self::System { place, error: io::Error::new(kind, why) }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        let place = String::new();
        if let Some(told) = error.as_db_error() {
            return said_by_server(told);
        }
        let (kind, cause) = (error.to_string(), error.source());
        let why = cause.map_or_else(|| kind.clone(), |cause| format!("{kind}: {cause}"));
        let by_system = cause.and_then(|cause| cause.downcast_ref::<io::Error>()).is_some();
        if kind.contains("TLS") {
            let help = "The certificate must be one this machine trusts, and made for this host; a file with your own authority's certificate is named in the environment variable SSL_CERT_FILE. Within a network you trust, `?sslmode=disable` at the end of the address does without";
            Self::Server { place, why: format!("the connection cannot be encrypted ({why}). {help}") }
        } else if error.is_closed() || cause.is_none() || by_system {
            Self::Away { place, why }
        } else if kind.contains("config") || kind.contains("authentication") {
            Self::Server { place, why: format!("{why}. {PASSWORD_HELP}") }
        } else {
            Self::System { place, error: io::Error::other(why) }
        }
    }
}

const PASSWORD_HELP: &str = "Check the name and the password; the password may stand in the address or, better, in the environment variable PGPASSWORD";

/// What a server says, as what it means here. Its codes are those of the SQL standard: two letters for the kind, three for the case.
fn said_by_server(told: &DbError) -> StoreError {
    let place = String::new();
    let message = told.message();
    match told.code().code() {
        // It shuts down, starts up, has too many guests; or two writers waited for each other and this one was sent away.
        code if code.starts_with("08") || code.starts_with("57P") || ["53300", "40001", "40P01"].contains(&code) => {
            StoreError::Away { place, why: message.to_owned() }
        }
        "55P03" => StoreError::Busy { place },
        "53100" => StoreError::System { place, error: io::Error::new(io::ErrorKind::StorageFull, message) },
        code if code.starts_with("28") => {
            let why = format!("the server does not let you in ({message}). {PASSWORD_HELP}");
            StoreError::Server { place, why }
        }
        "3D000" => {
            let why =
                format!("{message}. Whoever looks after the server makes one with `createdb --encoding UTF8 NAME`");
            StoreError::Server { place, why }
        }
        "42501" => StoreError::MayNot { place, why: message.to_owned() },
        _ => StoreError::System { place, error: io::Error::other(message.to_owned()) },
    }
}

impl From<StoreError> for io::Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::System { error, .. } => error,
            // These say the place and what to do themselves; of the first two also what becomes of what is played.
            StoreError::Away { .. } | StoreError::Waits { .. } => Self::new(io::ErrorKind::NotConnected, error),
            StoreError::ReadOnly { .. } => {
                Self::new(io::ErrorKind::PermissionDenied, "it can be read here and not be written to")
            }
            StoreError::Newer { .. }
            | StoreError::NotClosed { .. }
            | StoreError::Damaged { .. }
            | StoreError::Foreign { .. }
            | StoreError::Server { .. }
            | StoreError::SharedCode { .. }
            | StoreError::MayNot { .. } => Self::new(io::ErrorKind::InvalidData, error),
            StoreError::Busy { .. } => Self::new(io::ErrorKind::ResourceBusy, error),
            StoreError::NoAttempt { .. } => Self::new(io::ErrorKind::NotFound, error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_with_what_to_do() {
        let told = |kind| StoreError::System { place: "a".into(), error: kind }.to_string();
        assert!(told(io::ErrorKind::StorageFull.into()).contains("Free some space"));
        assert!(!told(io::ErrorKind::NotFound.into()).contains("Free some space"));
    }
}
