//! A million attempts to a finished report: a store is filled by letting the simulated trainees of `amends simulate` play the shipped
//! scenarios, and `amends report` is measured on it, first with no score kept and then with every score kept. Each report has a process
//! of its own, so that its greatest memory is its own. Run with `cargo bench --no-default-features --bench report -- make FOLDER` once, then
//! `… -- measure FOLDER`; `… -- tables FOLDER OUT` writes what `peer.py` reads. See docs/benchmarks.md.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    missing_docs,
    reason = "measured work may fail loudly"
)]

mod make;
mod tables;

use std::path::Path;
use std::process::Command;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", folder] => make::make(Path::new(folder), 1_000_000, 20_000),
        ["make", folder, attempts, people] => {
            make::make(Path::new(folder), attempts.parse().unwrap(), people.parse().unwrap());
        }
        ["tables", folder, out] => tables::write(Path::new(folder), Path::new(out)),
        ["measure", folder] => measure(folder),
        _ => println!("make FOLDER [ATTEMPTS PEOPLE] | measure FOLDER | tables FOLDER OUT"),
    }
}

/// Three reports from kept scores; before them one that has to score everything, where no score is kept yet.
fn measure(folder: &str) {
    let program = env!("CARGO_BIN_EXE_amends");
    println!("| run | seconds | processor, s | peak memory, MiB | page, KiB |\n| --- | ---: | ---: | ---: | ---: |");
    for run in ["first", "second", "third", "fourth"] {
        let page = Path::new(folder).join("report.html");
        let began = Instant::now();
        // GNU time tells the greatest memory of the process it runs.
        let done = Command::new("/usr/bin/time")
            .args(["-f", "%U %S %M", program, "--data", folder, "report", "--out", page.to_str().unwrap()])
            .output()
            .expect("GNU time, as in Debian's package `time`");
        let seconds = began.elapsed().as_secs_f64();
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{told}");
        let figures: Vec<f64> = told.lines().last().unwrap().split(' ').map(|one| one.parse().unwrap()).collect();
        let size = std::fs::metadata(&page).unwrap().len() / 1024;
        println!("| {run} | {seconds:.1} | {:.1} | {:.0} | {size} |", figures[0] + figures[1], figures[2] / 1024.0);
    }
}
