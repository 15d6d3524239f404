//! The program is killed at random moments: what was shown as taken is there afterwards.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::*;

/// How often, unless `AMENDS_KILLS` says.
fn kills() -> usize {
    std::env::var("AMENDS_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(40)
}

/// A moment of what takes so long when nobody kills it: scattered, and the same in each run.
fn moment(round: usize, whole: Duration) -> Duration {
    whole * ((round as u32).wrapping_mul(2_654_435_761) >> 22) / 1024
}

fn child(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_amends"));
    command
        .args(arguments)
        .current_dir(crate::program::root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

#[test]
fn every_decision_that_was_shown_as_taken_is_there_after_a_kill_while_playing() {
    let folder = tempfile::tempdir().unwrap();
    let (pool, data) = (pool(), folder.path().to_str().unwrap());
    let begun = Instant::now();
    play(&folder.path().join("whole"), TO_THE_END, &[]);
    let whole_play = begun.elapsed();
    for round in 0..kills() {
        let mut playing =
            child(&["play", pool.to_str().unwrap(), "--text", "--seed", "1", "--data", data]).spawn().unwrap();
        let mut typed = playing.stdin.take().unwrap();
        let _ = typed.write_all(TO_THE_END.as_bytes());
        let mut told = playing.stdout.take().unwrap();
        let reading = std::thread::spawn(move || {
            let mut all = Vec::new();
            let _ = told.read_to_end(&mut all);
            String::from_utf8_lossy(&all).into_owned()
        });
        std::thread::sleep(moment(round, whole_play));
        let _ = playing.kill();
        playing.wait().unwrap();
        // Each prompt after the first says that the decision before it was taken.
        let taken = reading.join().unwrap().matches("\n> ").count().saturating_sub(1);
        // The last attempt is this round's, unless it was killed before anything was shown.
        let kept = attempts(folder.path()).last().map_or(0, |attempt| attempt.decisions.len());
        assert!(taken <= kept, "round {round}: {taken} were shown, {kept} are kept");
    }
    assert!(whole(folder.path()));
}

#[test]
fn a_kill_while_importing_or_taking_over_leaves_all_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.jsonl");
    let store = folder.path().join("from");
    for _ in 0..3 {
        play(&store, TO_THE_END, &["--trainee", "Amina"]);
    }
    assert!(run(&store, &["export", old.to_str().unwrap()]).status.success());
    let all = attempts(&store);
    let begun = Instant::now();
    assert!(run(&folder.path().join("whole"), &["import", old.to_str().unwrap()]).status.success());
    let whole_import = begun.elapsed();
    for round in 0..kills() / 2 {
        let data = folder.path().join(format!("data-{round}"));
        fs::create_dir_all(&data).unwrap();
        let (name, file) = (data.to_str().unwrap(), old.to_str().unwrap());
        let taking_over = round % 2 == 0;
        if taking_over {
            fs::copy(&old, data.join("attempts.jsonl")).unwrap();
        }
        let arguments: &[&str] =
            if taking_over { &["--data", name, "store", "verify"] } else { &["--data", name, "import", file] };
        let mut child = child(arguments).spawn().unwrap();
        std::thread::sleep(moment(round, whole_import));
        let _ = child.kill();
        let mut told = String::new();
        let _ = BufReader::new(child.stdout.take().unwrap()).read_line(&mut told);
        child.wait().unwrap();
        let kept = attempts(&data);
        assert!(kept.is_empty() || kept == all, "round {round}: {} of {}", kept.len(), all.len());
        assert!(told.is_empty() || kept == all, "round {round}: it was told to be there");
        let again = run(&data, arguments.get(2..).unwrap());
        assert!(again.status.success() && attempts(&data) == all && whole(&data), "round {round}: {}", err(&again));
    }
}
