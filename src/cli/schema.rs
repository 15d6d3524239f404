//! `amends schema`: the form of a scenario file, for tools.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::{CannotRun, Status};
use crate::scenario::json_schema;

/// Write the JSON Schema of a scenario file
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  amends schema --out scenario.schema.json")]
pub struct Schema {
    /// The file to write instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Writes the schema.
pub fn run(command: &Schema) -> Result<Status, CannotRun> {
    let mut text = serde_json::to_string_pretty(&json_schema()).map_err(|error| CannotRun(format!("{error}.")))?;
    text.push('\n');
    match &command.out {
        Some(file) => fs::write(file, text).map_err(|error| {
            CannotRun(format!("`{}` cannot be written ({error}). Name another file with `--out`.", file.display()))
        })?,
        None => io::stdout().lock().write_all(text.as_bytes())?,
    }
    Ok(Status::Fine)
}
