//! Runs SPIN on a model: generates the checker, compiles it as its manual advises for a full search, and reads what it prints.

use std::path::Path;
use std::process::Command;

/// Options of the C compiler for measured work: optimised, no cycle checks, no partial-order reduction.
pub const FAST: [&str; 3] = ["-O2", "-DSAFETY", "-DNOREDUCE"];
/// The same search, compiled in less time.
pub const SOON: [&str; 3] = ["-O0", "-DSAFETY", "-DNOREDUCE"];

/// What SPIN found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Found {
    /// States stored.
    pub states: usize,
    /// Transitions taken.
    pub transitions: usize,
    /// Memory in use, MiB, as SPIN tells it.
    pub mib: f64,
    /// Seconds of search.
    pub seconds: f64,
}

/// Why SPIN cannot be run here, if it cannot.
pub fn missing() -> Option<&'static str> {
    let there = |program: &str, asked: &str| Command::new(program).arg(asked).output().is_ok();
    if !there("spin", "-V") {
        Some("`spin` is not installed (Debian: apt-get install spin)")
    } else if !there("cc", "--version") {
        Some("there is no C compiler `cc` (Debian: apt-get install gcc)")
    } else {
        None
    }
}

/// Checks a model in an empty folder. `hash` is the power of two of slots in SPIN's table of states, 8 bytes each.
///
/// # Errors
/// What `spin`, the C compiler or the checker said, where one of them failed or did not search everything.
pub fn run(model: &str, folder: &Path, options: [&str; 3], hash: u32) -> Result<Found, String> {
    std::fs::write(folder.join("model.pml"), model).map_err(|error| error.to_string())?;
    step(folder, "spin", &["-a", "model.pml"])?;
    step(folder, "cc", &[&options[..], &["-o", "pan", "pan.c"]].concat())?;
    let said = step(folder, "./pan", &["-m1000000", &format!("-w{hash}")])?;
    let complete = said.contains("errors: 0") && !said.contains("max search depth too small");
    if !complete {
        return Err(said);
    }
    let number = |after: &str, before: &str| -> Option<f64> {
        let line = said.lines().find(|line| line.contains(after) && line.contains(before))?;
        let words = line.split(after).nth(usize::from(before.is_empty()))?;
        words.split_whitespace().next()?.parse().ok()
    };
    Ok(Found {
        states: whole(number("states, stored", " ").ok_or_else(|| said.clone())?),
        transitions: whole(number("transitions (=", " ").ok_or_else(|| said.clone())?),
        mib: number("total actual memory usage", " ").ok_or_else(|| said.clone())?,
        // A search of under a hundredth of a second is told as 0, and where nothing is told it was shorter still.
        seconds: number("elapsed time", "").unwrap_or(0.0),
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts, far below 2^52")]
fn whole(number: f64) -> usize {
    number as usize
}

fn step(folder: &Path, program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .map_err(|error| format!("{program}: {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(said) } else { Err(format!("{program} failed: {said}")) }
}
