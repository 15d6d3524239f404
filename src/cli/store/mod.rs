//! `amends store`: looking after the store.

mod forget;
mod keep;

use std::io::{self, Write};

use clap::Subcommand;
use serde_json::Value;

use super::{CannotRun, Places, Status};
use crate::store::ROLES;

/// Look after the store.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Copy the store into one file, while it is used
    Backup(keep::Backup),
    /// Bring a backup back; what is there now is set aside
    Restore(keep::Restore),
    /// Look whether everything that is kept is whole
    Verify(keep::Verify),
    /// Forget somebody, and prove it
    Forget(forget::Forget),
    /// Throw away attempts that are older than need be
    Prune(forget::Prune),
    /// Print who may do what on a server, as SQL for its operator
    Roles,
}

/// Runs the command.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let out = &mut io::stdout().lock();
    match command {
        Command::Backup(command) => keep::back_up(command, places, out),
        Command::Restore(command) => keep::restore(command, places, out),
        Command::Verify(command) => keep::verify(command, places, out),
        Command::Forget(command) => forget::forget(command, places, out),
        Command::Prune(command) => forget::prune(command, places, out),
        Command::Roles => {
            out.write_all(ROLES.as_bytes())?;
            Ok(Status::Fine)
        }
    }
}

/// Prints one JSON object as a line.
pub fn print(value: &Value, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{value}")
}
