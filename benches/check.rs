//! `amends check`, the whole command, on conversations of 100,000 beats, with every finding placed in the text.
//! Run with `cargo bench --no-default-features --bench check`. The time is that on the wall, the best of three.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::format_collect,
    missing_docs,
    dead_code,
    reason = "measured work may fail loudly, and needs a part of what is generated for tests"
)]

#[path = "../tests/models/chain.rs"]
mod chain;
#[path = "../tests/models/counters.rs"]
mod counters;
#[path = "../tests/models/dice.rs"]
mod dice;

use std::fs;
use std::process::Command;
use std::time::Instant;

use counters::Counters;

const BEATS: usize = 100_000;
const RUNS: usize = 3;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("long.ron");
    println!("| conversation | file, MB | findings | seconds |");
    println!("| --- | ---: | ---: | ---: |");
    for (name, text) in [
        ("plain counters, 2 replies a beat, short lines", Counters::plain(2, BEATS, 2, 10).ron()),
        ("plain counters, 4 replies a beat, short lines", Counters::plain(2, BEATS, 4, 10).ron()),
        ("the chain above, 4 replies a beat, lines of 110 characters", chain::ron(BEATS)),
    ] {
        fs::write(&file, &text).unwrap();
        let runs = (0..RUNS).map(|_| {
            let begun = Instant::now();
            let done = Command::new(env!("CARGO_BIN_EXE_amends")).arg("check").arg(&file).output().unwrap();
            (begun.elapsed(), done)
        });
        let (best, done) = runs.min_by_key(|(time, _)| *time).unwrap();
        assert!(matches!(done.status.code(), Some(0 | 1)), "{}", done.status);
        println!("| {name} | {} | {} | {:.1} |", text.len() / 1_000_000, findings(&done.stdout), best.as_secs_f64());
    }
}

/// How many findings the last but one line tells: “1 error, 100018 warnings in 1 file.”
fn findings(told: &[u8]) -> u64 {
    let told = String::from_utf8_lossy(told);
    let line = told.lines().rev().find(|line| line.ends_with("in 1 file.")).unwrap();
    line.split(", ").map(|part| part.split(' ').next().unwrap().parse::<u64>().unwrap()).sum()
}
