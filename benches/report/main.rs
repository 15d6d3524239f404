//! A million attempts to a finished report: a store is filled by letting the simulated trainees of `amends simulate` play the shipped
//! scenarios, and `amends report` is measured on it, first with no score kept and then with every score kept. Each report has a process
//! of its own, so that its greatest memory is its own. Run with `cargo bench --no-default-features --bench report -- make PLACE` once, then
//! `… -- measure PLACE`; `… -- tables PLACE OUT` writes what `peer.py` reads. A place is a folder, or the address of an empty database,
//! `postgres://…`. See docs/benchmarks.md.
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

mod filling;
mod make;
mod tables;

use std::path::Path;
use std::process::Command;
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", place] => make::make(place, 1_000_000, 20_000),
        ["make", place, attempts, people] => make::make(place, attempts.parse().unwrap(), people.parse().unwrap()),
        ["tables", place, out] => tables::write(place, Path::new(out)),
        ["measure", place] => measure(place),
        _ => println!("make PLACE [ATTEMPTS PEOPLE] | measure PLACE | tables PLACE OUT"),
    }
}

/// Three reports from kept scores; before them one that has to score everything, where no score is kept yet.
fn measure(place: &str) {
    let program = env!("CARGO_BIN_EXE_amends");
    // Beside a server there is a data folder too, in which nothing is.
    let beside = std::env::temp_dir().join("amends-bench-report");
    let on_a_server = filling::is_address(place);
    let folder = if on_a_server { beside.as_path() } else { Path::new(place) };
    std::fs::create_dir_all(folder).unwrap();
    println!("| run | seconds | processor, s | peak memory, MiB | page, KiB |\n| --- | ---: | ---: | ---: | ---: |");
    for run in ["first", "second", "third", "fourth"] {
        let page = folder.join("report.html");
        let began = Instant::now();
        // GNU time tells the greatest memory of the process it runs.
        let mut timed = Command::new("/usr/bin/time");
        timed.args(["-f", "%U %S %M", program, "--data", folder.to_str().unwrap()]);
        if on_a_server {
            timed.args(["--store", place]);
        }
        let done = timed
            .args(["report", "--out", page.to_str().unwrap()])
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
