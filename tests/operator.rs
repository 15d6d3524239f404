//! The person who keeps the machines: attempts are never lost, and what goes wrong is told with the file and a way out.

use std::fs;
#[cfg(target_os = "linux")]
use std::io::Write;
use std::path::Path;
#[cfg(target_os = "linux")]
use std::process::{Command, Stdio};

use amends::store::{Sqlite, Store};

#[cfg(target_os = "linux")]
use crate::program::root;
use crate::program::{amends, err, out, pool};

/// Plays a few replies as text into a data folder.
fn play(folder: &Path, typed: &str, more: &[&str]) -> std::process::Output {
    let (pool, folder) = (pool(), folder.to_str().unwrap().to_owned());
    let mut arguments = vec!["play", pool.to_str().unwrap(), "--text", "--data", &folder, "--seed", "1"];
    if more.contains(&"--resume") {
        arguments.truncate(5);
    }
    arguments.extend(more);
    amends(&arguments, typed)
}

/// Enough first replies for any way through.
const TO_THE_END: &str = "1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n";

/// What an exported file says, its first line and the texts of scenarios aside.
fn lines(folder: &Path) -> Vec<serde_json::Value> {
    let file = folder.join("exported.jsonl");
    let exported = amends(&["--data", folder.to_str().unwrap(), "export", file.to_str().unwrap(), "--replace"], "");
    assert!(exported.status.success(), "{}", err(&exported));
    let text = fs::read_to_string(file).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    lines.filter(|line| line["event"] != "header" && line["event"] != "scenario").collect()
}

#[test]
fn each_event_is_a_line_and_an_end_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let played = play(folder.path(), TO_THE_END, &["--trainee", "Wanjiru"]);
    assert!(played.status.success(), "{}", err(&played));
    let mut lines = lines(folder.path());
    // Replies too many answer what is asked after it.
    lines.retain(|line| line["event"] != "reflection" && line["event"] != "voice");
    assert_eq!(lines[0]["event"], "start");
    assert_eq!(lines[0]["trainee"], "Wanjiru");
    assert_eq!(lines[0]["seed"], 1);
    assert!(
        lines[1..lines.len() - 1]
            .iter()
            .enumerate()
            .all(|(index, line)| line["event"] == "decision" && line["n"] == index + 1)
    );
    let end = lines.last().unwrap();
    assert!(end["event"] == "end" && (end["how"] == "finished" || end["how"] == "left"), "{end}");
    let kept = Sqlite::in_folder(folder.path()).scenario(lines[0]["hash"].as_str().unwrap()).unwrap();
    assert_eq!(kept, fs::read_to_string(pool()).ok());
}

#[test]
fn an_interrupted_attempt_goes_on_exactly_where_it_stopped() {
    let (whole, halves) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    play(whole.path(), TO_THE_END, &["--json"]);
    let first = play(halves.path(), "1\n1\n", &[]);
    assert!(out(&first).contains("Your place is kept"));
    let second = play(halves.path(), TO_THE_END, &["--resume"]);
    assert!(second.status.success(), "{}", err(&second));
    let decisions = |folder: &Path| {
        let keep = |line: &serde_json::Value| line["event"] == "decision";
        lines(folder)
            .into_iter()
            .filter(keep)
            .map(|line| (line["beat"].clone(), line["reply"].clone(), line["fragments"].clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(decisions(whole.path()), decisions(halves.path()));
    let again = play(halves.path(), "", &["--resume"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("no unfinished attempt"));
}

#[test]
fn a_line_cut_off_by_a_power_cut_costs_only_itself() {
    let folder = tempfile::tempdir().unwrap();
    play(folder.path(), "1\n1\n", &[]);
    lines(folder.path());
    let file = folder.path().join("exported.jsonl");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, &text[..text.len() - 20]).unwrap();
    let replayed = amends(&["replay", file.to_str().unwrap(), "--json"], "");
    assert_eq!(replayed.status.code(), Some(1), "the damaged line is a finding");
    assert!(err(&replayed).contains("line 5"), "{}", err(&replayed));
    // An older release left such a file: the attempt goes on all the same.
    let older = tempfile::tempdir().unwrap();
    fs::copy(&file, older.path().join("attempts.jsonl")).unwrap();
    let on = play(older.path(), TO_THE_END, &["--resume"]);
    assert!(on.status.success(), "{}", err(&on));
    let replayed = amends(&["--data", older.path().to_str().unwrap(), "replay", "--json"], "");
    let card: serde_json::Value = serde_json::from_str(out(&replayed).trim()).unwrap();
    assert_eq!(card["finished"], true);
}

#[test]
fn replay_gives_the_scorecard_of_the_play_itself() {
    let folder = tempfile::tempdir().unwrap();
    let played = play(folder.path(), TO_THE_END, &["--json"]);
    let text = out(&played);
    let played: serde_json::Value = serde_json::from_str(&text[text.find("\n{").unwrap()..]).unwrap();
    let replayed = amends(&["--data", folder.path().to_str().unwrap(), "replay", "--json"], "");
    let replayed: serde_json::Value = serde_json::from_str(out(&replayed).trim()).unwrap();
    assert_eq!(replayed["scorecard"], played);
}

/// A reply that ends the pool's conversation soon, whatever it is.
fn to_its_last_decision(folder: &Path) -> String {
    let replies = "1\n".repeat(20);
    play(folder, &replies, &[]);
    let decisions = lines(folder).iter().filter(|line| line["event"] == "decision").count();
    "1\n".repeat(decisions)
}

#[test]
fn after_a_play_one_says_first_what_one_would_do_differently_and_it_is_kept() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let typed = to_its_last_decision(folders[0].path());
    let folder = folders[1].path();
    let played = play(folder, &format!("{typed}2 ask what she had planned\n1\n4\n2\nm\n"), &["--trainee", "Wanjiru"]);
    let told = out(&played).split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = [
        "What would you do differently?",
        "DEBRIEF",
        "Your own look You would do differently: decision 2 “ask what she had planned”",
        "A goal for next time",
        "Next time: ",
        "How confident do you feel to have this conversation at work?",
        "1. A rule forbids it",
        "The model conversation · ",
        "A strong reply: ",
        "How Achieng ends",
    ];
    let places: Vec<usize> =
        parts.iter().map(|part| told.find(part).unwrap_or_else(|| panic!("{part}: {told}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(told.contains("only for groups of five and more"), "{told}");
    let mut kept = lines(folder);
    let voice = kept.pop().unwrap();
    assert_eq!([&voice["event"], &voice["obstacle"]], ["voice", "authority"]);
    assert_eq!(voice["confident"], 4);
    let kept = kept.pop().unwrap();
    assert_eq!((&kept["event"], &kept["choice"][0]), (&"reflection".into(), &2.into()));
    let goals = fs::read_to_string(folder.join("goals.json")).unwrap();
    assert!(goals.contains("Wanjiru"), "{goals}");
    let replayed = amends(&["--data", folder.to_str().unwrap(), "replay"], "");
    assert!(out(&replayed).contains("“ask what she had planned”"), "{}", out(&replayed));
    let again = play(folder, "q\n", &["--trainee", "Wanjiru"]);
    assert!(out(&again).contains("Last time you wanted to:"), "{}", out(&again));
    // Enter passes each question, and nothing is kept.
    let passed = play(folders[0].path(), &format!("{typed}\n\n\n\n\n"), &[]);
    assert!(out(&passed).contains("DEBRIEF") && !out(&passed).contains("Your own look"));
    assert_eq!(lines(folders[0].path()).pop().unwrap()["event"], "end");
}

#[test]
fn an_attempt_can_be_replayed_after_its_scenario_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let scenario = folder.path().join("pool.ron");
    fs::copy(pool(), &scenario).unwrap();
    let data = folder.path().join("data");
    let arguments = ["play", scenario.to_str().unwrap(), "--text", "--data", data.to_str().unwrap(), "--seed", "1"];
    amends(&arguments, TO_THE_END);
    fs::write(&scenario, fs::read_to_string(&scenario).unwrap().replace("forty", "fifty")).unwrap();
    let replayed = amends(
        &["replay", data.join("attempts.sqlite").to_str().unwrap(), "--scenarios", folder.path().to_str().unwrap()],
        "",
    );
    assert!(replayed.status.success(), "{}", err(&replayed));
    assert!(out(&replayed).contains("forty"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_once_and_the_play_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    // No file may grow: what a full disk does, and what a limit on the account does.
    let command = "trap '' XFSZ; ulimit -f 8; exec \"$@\"";
    let mut child = Command::new("sh")
        .args(["-c", command, "sh", env!("CARGO_BIN_EXE_amends"), "play", pool().to_str().unwrap()])
        .args(["--text", "--seed", "1", "--data", folder.path().to_str().unwrap()])
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(TO_THE_END.as_bytes()).unwrap();
    let played = child.wait_with_output().unwrap();
    assert!(played.status.success());
    assert!(out(&played).contains("DEBRIEF"), "the play goes on to its debrief");
    let told = err(&played);
    assert_eq!(told.matches("not being kept").count(), 1, "{told}");
    assert!(told.contains("attempts.sqlite") && told.contains("--data"), "{told}");
}

#[test]
fn a_data_folder_that_cannot_be_written_to_is_named() {
    let folder = tempfile::tempdir().unwrap();
    // A file where the folder should be cannot be written into by anybody, whatever their rights.
    let blocked = folder.path().join("blocked");
    fs::write(&blocked, "").unwrap();
    let played = play(&blocked.join("data"), TO_THE_END, &[]);
    assert!(played.status.success());
    assert!(err(&played).contains("blocked") && err(&played).contains("--data"), "{}", err(&played));
}

#[test]
fn an_attempts_file_that_is_not_there_is_told() {
    let missing = amends(&["replay", "nowhere.jsonl"], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("`nowhere.jsonl` cannot be read"), "{}", err(&missing));
}

#[cfg(all(feature = "game", target_os = "linux"))]
#[test]
fn without_a_display_the_game_says_so_in_one_sentence_and_offers_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let opened = amends(&["--data", folder.path().to_str().unwrap()], "");
    assert_eq!(opened.status.code(), Some(2));
    let told = err(&opened);
    assert!(told.contains("There is no display here") && told.contains("--text"), "{told}");
    assert!(!told.contains("panicked"), "{told}");
}
