//! `amends lsp`: the language server for editors, over standard input and output.

use clap::Args;
use lsp_server::Connection;

use super::terminal::interactive;
use super::{CannotRun, Status};
use crate::lsp::{Ended, serve};
use crate::scenario::Rules;

/// Serve an editor: findings while you type, completion, go to definition, hover
#[derive(Debug, Args)]
#[command(
    after_help = "Example, for an editor's settings (docs/editors.md has VS Code and Helix):\n  command: amends, arguments: lsp"
)]
pub struct Lsp {
    /// Speak over standard input and output, which is the only way there is; some editors insist on saying so
    #[arg(long, hide = true)]
    stdio: bool,
}

/// Talks with the editor until it leaves. The exit status is the protocol's: 0 after a proper shutdown, 1 without one.
pub fn run(_: &Lsp) -> Result<Status, CannotRun> {
    if interactive() {
        return Err(CannotRun(
            "An editor starts this command and talks to it; there is nothing to type here. How to set up your editor: docs/editors.md.".into(),
        ));
    }
    let (connection, threads) = Connection::stdio();
    let ended = serve(&connection, Rules::builtin());
    drop(connection);
    match ended {
        Ended::Properly => {
            threads.join().map_err(|error| CannotRun(format!("The editor cannot be talked to: {error}.")))?;
            Ok(Status::Fine)
        }
        // Nobody may be left to read from or write to, so nothing is waited for.
        Ended::Abruptly => Ok(Status::Findings),
    }
}
