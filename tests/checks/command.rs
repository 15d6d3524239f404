//! `amends check` as it is typed.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::frame::framed;
use crate::program::{amends, err, out, root};

/// A folder with a sound, a weak and a broken scenario, and files that are none.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    put("example.ron", &framed(""));
    put("deeper/broken.ron", &framed("id: \"broken\", start: \"dsk\"").replace("\"three", "\"Three"));
    put("deeper/other.fr.ron", "not looked at");
    put("example.plays.ron", "not looked at");
    put(".hidden/x.ron", "not looked at");
    put("notes.txt", "not looked at");
    folder
}

fn check(folder: &Path, more: &[&str]) -> std::process::Output {
    let mut arguments = vec!["check", folder.to_str().unwrap()];
    arguments.extend(more);
    amends(&arguments, "")
}

#[test]
fn all_problems_of_all_files_come_in_one_run_with_their_places() {
    let folder = folder();
    let checked = check(folder.path(), &[]);
    assert_eq!(checked.status.code(), Some(1), "{}", err(&checked));
    let told = out(&checked);
    assert!(told.contains("error[S101]: there is no beat `dsk`"), "{told}");
    assert!(told.contains("broken.ron:15:12") && told.contains("^^^^^"), "{told}");
    assert!(told.contains("1 error, ") && told.contains(" in 2 files."), "{told}");
    let short = out(&check(folder.path(), &["--format", "short"]));
    assert!(short.contains("error S101: there is no beat `dsk`. Did you mean `desk`?"), "{short}");
    assert!(!short.contains("^^"));
}

#[test]
fn json_has_every_finding_with_its_place_and_its_fix() {
    let folder = folder();
    let json: Value = serde_json::from_str(&out(&check(folder.path(), &["--json"]))).unwrap();
    assert_eq!((&json["version"], &json["files"], &json["errors"]), (&1.into(), &2.into(), &1.into()));
    let findings = json["findings"].as_array().unwrap();
    let broken = findings.iter().find(|finding| finding["code"] == "S101").unwrap();
    assert_eq!(broken["name"], "points-nowhere");
    assert_eq!(broken["severity"], "error");
    assert_eq!((&broken["span"]["start"]["line"], &broken["span"]["start"]["column"]), (&15.into(), &12.into()));
    assert_eq!(broken["fix"]["edits"][0]["text"], "desk");
    assert!(broken["file"].as_str().unwrap().ends_with("deeper/broken.ron"));
}

#[test]
fn sarif_names_the_rules_the_places_and_the_fixes() {
    let folder = folder();
    let sarif: Value = serde_json::from_str(&out(&check(folder.path(), &["--sarif"]))).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["id"] == "S101" && rule["name"] == "points-nowhere"));
    let broken = run["results"].as_array().unwrap().iter().find(|one| one["ruleId"] == "S101").unwrap();
    assert_eq!(broken["level"], "error");
    let place = &broken["locations"][0]["physicalLocation"];
    assert!(place["artifactLocation"]["uri"].as_str().unwrap().ends_with("/deeper/broken.ron"));
    assert_eq!(place["region"]["startLine"], 15);
    let change = &broken["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], "desk");
    // A reader that knows the format can read it.
    serde_json::from_value::<serde_sarif::sarif::Sarif>(sarif).unwrap();
}

#[test]
fn fix_puts_right_what_is_certain_and_keeps_the_rest() {
    let folder = folder();
    let file = folder.path().join("deeper/broken.ron");
    let before = fs::read_to_string(&file).unwrap();
    let checked = check(folder.path(), &["--fix"]);
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
    assert!(out(&checked).contains("Put right: 1 finding in 1 file."), "{}", out(&checked));
    assert_eq!(fs::read_to_string(&file).unwrap(), before.replace("dsk", "desk"));
    let left = fs::read_dir(file.parent().unwrap()).unwrap().count();
    assert_eq!(left, 2, "nothing is left beside it");
}

#[test]
fn fix_leaves_a_text_alone_that_it_cannot_make_readable() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("example.ron");
    let text = framed("");
    let brace = text.replacen("\"apology\": 2},", "\"apology\": 2,", 1);
    let field = text.replacen("language: \"en\"", "langage: \"en\"", 1);
    let both = brace.replace("language: \"en\"", "langage: \"en\"");
    assert!(brace != text && field != text && both != brace);
    for (broken, after) in [(&brace, &brace), (&field, &text), (&both, &both)] {
        fs::write(&file, broken).unwrap();
        let told = check(folder.path(), &["--json"]);
        let told: Value = serde_json::from_str(&out(&told)).unwrap();
        let findings = told["findings"].as_array().unwrap().iter();
        let offered = findings.filter(|one| one["code"] == "S001" && !one["fix"].is_null()).count();
        assert_eq!(offered > 0, *after == text, "what is offered is what is done: {told:#}");
        let fixed = check(folder.path(), &["--fix"]);
        assert_eq!(fs::read_to_string(&file).unwrap(), *after, "{}", out(&fixed));
        assert_eq!(out(&fixed).contains("Put right"), *after == text, "{}", out(&fixed));
    }
}

#[test]
fn a_scenario_with_a_hidden_ending_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("example.ron.txt");
    fs::write(&file, framed("")).unwrap();
    for named in [folder.path(), file.as_path()] {
        let told = err(&check(named, &[]));
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("Rename it, so that it ends in `.ron`."), "{told}");
    }
}

#[test]
fn explain_and_list_tell_what_the_codes_mean() {
    let explained = amends(&["check", "--explain", "s101"], "");
    assert!(out(&explained).contains("S101 · points-nowhere") && out(&explained).contains("Broken"));
    assert!(!out(&explained).contains("```"));
    assert_eq!(out(&explained), out(&amends(&["check", "--explain", "points-nowhere"], "")));
    let unknown = amends(&["check", "--explain", "points-nowere"], "");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("Did you mean `points-nowhere`?"), "{}", err(&unknown));
    let listed = out(&amends(&["check", "--list"], ""));
    assert_eq!(listed.lines().count(), amends::check::RULES.len());
    let json: Value = serde_json::from_str(&out(&amends(&["check", "--list", "--json"], ""))).unwrap();
    assert_eq!(json.as_array().unwrap().len(), amends::check::RULES.len());
}

#[test]
fn what_cannot_be_done_is_told_in_a_sentence() {
    let nowhere = amends(&["check", "nowhere"], "");
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(err(&nowhere).contains("no file or folder `nowhere`"), "{}", err(&nowhere));
    let empty = tempfile::tempdir().unwrap();
    let checked = check(empty.path(), &[]);
    assert_eq!(checked.status.code(), Some(2));
    assert!(err(&checked).contains("There is no scenario in"), "{}", err(&checked));
    let error = amends(&["check", "--allow", "S101"], "");
    assert_eq!(error.status.code(), Some(2));
    assert!(err(&error).contains("is an error and cannot be allowed"), "{}", err(&error));
}

#[test]
fn a_file_that_is_no_text_is_a_finding_beside_the_others() {
    let folder = folder();
    fs::write(folder.path().join("binary.ron"), [0xff, 0xfe, 0x00, 0x41]).unwrap();
    let short = out(&check(folder.path(), &["--format", "short"]));
    assert!(short.contains("error S003: the file is written in UTF-16, not in UTF-8"), "{short}");
    assert!(short.contains("error S101"), "{short}");
}

#[test]
fn a_terminal_is_not_moved_by_what_a_file_says() {
    let folder = tempfile::tempdir().unwrap();
    let text = framed("start: \"\\u{1b}[2J\u{1b}[31m\u{202e}x\"");
    fs::write(folder.path().join("x.ron"), text).unwrap();
    for format in ["full", "short"] {
        let told = out(&check(folder.path(), &["--format", format]));
        assert!(told.contains("S101"), "{told}");
        assert!(!told.contains(['\u{1b}', '\u{202e}']), "{told:?}");
    }
}

#[test]
fn every_command_tells_findings_without_moving_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.ron");
    fs::write(&file, framed("start: \"\\u{1b}[2J\u{1b}[31m\u{9b}31m\u{202e}x\"")).unwrap();
    for command in ["check", "graph", "simulate", "explore"] {
        let ran = amends(&[command, file.to_str().unwrap()], "");
        let told = out(&ran) + &err(&ran);
        assert!(told.contains("there is no beat"), "{command}: {told}");
        assert!(!told.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{command}: {told:?}");
    }
}

#[test]
fn there_is_nothing_to_say_about_the_shipped_conversations() {
    let checked = amends(&["check", "--deny", "warnings", root().join("scenarios").to_str().unwrap()], "");
    assert_eq!(checked.status.code(), Some(0), "{}", out(&checked));
}
