//! The program itself, run as its users run it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The project's own folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The shipped pool.
pub fn pool() -> PathBuf {
    root().join("scenarios/heated-pool.ron")
}

/// Runs the program with arguments and lines typed, away from any display and any data folder of its own.
pub fn amends(arguments: &[&str], typed: &str) -> Output {
    amends_in("C", arguments, typed)
}

/// The same on a system that speaks another language: `fr_FR.UTF-8`, say.
pub fn amends_in(language: &str, arguments: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_amends"))
        .args(arguments)
        .current_dir(root())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("AMENDS_STORE")
        .env("NO_COLOR", "1")
        .env("LC_ALL", language)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its arguments closes its input unread.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    child.wait_with_output().unwrap()
}

/// Standard output as text.
pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Standard error as text, each run of white space as one space.
pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}
