//! Runs SPIN on a model: generates the checker, compiles it as its manual advises for a full search, and reads what it prints.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// What SPIN found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Found {
    /// States stored.
    pub states: usize,
    /// Transitions taken.
    pub transitions: usize,
    /// Memory in use, MiB, as SPIN tells it.
    pub mib: f64,
    /// Seconds of processor time of the whole search.
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

/// Makes a model's checker in an empty folder: no cycle checks, no partial-order reduction, optimised as `optimise` says.
///
/// # Errors
/// What `spin` or the C compiler said, where one of them failed.
pub fn compile(model: &str, folder: &Path, optimise: &str) -> Result<(), String> {
    std::fs::write(folder.join("model.pml"), model).map_err(|error| error.to_string())?;
    step(folder, "spin", &["-a", "model.pml"])?;
    step(folder, "cc", &[optimise, "-DSAFETY", "-DNOREDUCE", "-o", "pan", "pan.c"])?;
    Ok(())
}

/// Runs the checker of a folder. `hash` is the power of two of places in SPIN's table of states, 8 bytes each.
///
/// # Errors
/// What the checker said, where it failed or did not search everything.
pub fn search(folder: &Path, hash: u32) -> Result<Found, String> {
    let (said, seconds) = step(folder, "./pan", &["-m10000", &format!("-w{hash}")])?;
    if !said.contains("errors: 0") || said.contains("max search depth too small") {
        return Err(said);
    }
    let number = |before: &str| -> Result<f64, String> {
        let line = said.lines().find(|line| line.contains(before)).ok_or_else(|| said.clone())?;
        let first = line.split_whitespace().next().ok_or_else(|| said.clone())?;
        first.parse().map_err(|error| format!("{error}: {said}"))
    };
    Ok(Found {
        states: whole(number("states, stored")?),
        transitions: whole(number("transitions (=")?),
        mib: number("total actual memory usage")?,
        seconds,
    })
}

/// A count as SPIN tells it: large ones with an exponent.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts, far below 2^52")]
fn whole(number: f64) -> usize {
    number as usize
}

/// Runs a program to its end: what it said, and the seconds of processor time it took.
fn step(folder: &Path, program: &str, arguments: &[&str]) -> Result<(String, f64), String> {
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{program}: {error}"))?;
    let start = Instant::now();
    let mut said = String::new();
    let read = child.stdout.take().map(|mut out| out.read_to_string(&mut said));
    // Linux keeps a process's figures until it is waited for.
    let seconds = processor_time(&child.id().to_string()).unwrap_or_else(|| start.elapsed().as_secs_f64());
    let status = child.wait().map_err(|error| format!("{program}: {error}"))?;
    match read {
        Some(Ok(_)) if status.success() => Ok((said, seconds)),
        _ => Err(format!("{program} failed: {said}")),
    }
}

/// Seconds of processor time that a process of one thread has had, as Linux counts them; `self` is this one.
pub fn processor_time(process: &str) -> Option<f64> {
    let figures = std::fs::read_to_string(format!("/proc/{process}/schedstat")).ok()?;
    Some(figures.split_whitespace().next()?.parse::<f64>().ok()? / 1e9)
}
