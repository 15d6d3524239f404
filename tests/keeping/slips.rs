//! What somebody in a hurry types, and what they are told.

use std::fs;

use super::{TO_THE_END, attempts, json, play, run};
use crate::program::err;

#[test]
fn a_roster_whose_names_would_come_in_broken_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("people.csv"));
    play(&data, TO_THE_END, &["--trainee", "Aïcha"]);
    let taken = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        run(&data, &["import", "--roster", file.to_str().unwrap(), "--json"])
    };
    // As Excel saves it in Europe: semicolons, and Windows-1252.
    let refused = taken(b"name;code;cohort\r\nA\xefcha;A1;reception\r\n");
    assert_eq!(refused.status.code(), Some(2));
    let why = err(&refused);
    assert!(why.contains("line 2") && why.contains("CSV UTF-8") && why.contains("Nothing was taken in"), "{why}");
    assert_eq!(attempts(&data)[0].start.cohort, None);
    let kept = taken("name;code;cohort\r\nAïcha;A1;reception\r\n".as_bytes());
    assert_eq!(json(&kept)["people"], 1, "{}", err(&kept));
    assert_eq!(attempts(&data)[0].start.cohort.as_deref(), Some("reception"));
}

#[test]
fn a_file_in_the_place_of_the_data_folder_is_told_with_what_to_do_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let data = folder.path().join("data");
    play(&data, TO_THE_END, &[]);
    for made in [["export", &path("all.jsonl")].as_slice(), &["store", "backup", &path("friday.sqlite")]] {
        assert!(run(&data, made).status.success());
    }
    fs::write(path("notes.txt"), "Buy milk\n").unwrap();
    for (file, told) in [
        ("data/attempts.sqlite", vec![format!("`--data {}`", path("data"))]),
        ("friday.sqlite", vec!["--attempts".into(), "store restore".into()]),
        ("all.jsonl", vec!["--attempts".into(), "amends import".into()]),
        ("notes.txt", vec!["names the folder".into()]),
    ] {
        let refused = run(path(file).as_ref(), &["replay"]);
        assert_eq!(refused.status.code(), Some(2));
        let why = err(&refused);
        assert!(why.contains("is a file") && told.iter().all(|told| why.contains(told)), "{why}");
    }
    assert_eq!(fs::read_to_string(path("notes.txt")).unwrap(), "Buy milk\n");
}

#[test]
fn one_wrong_file_among_several_keeps_no_other_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (laptop, hub) = (folder.path().join("laptop"), folder.path().join("hub"));
    play(&laptop, TO_THE_END, &["--trainee", "Chebet", "--cohort", "Night"]);
    assert!(run(&laptop, &["export", &path("a.jsonl")]).status.success());
    fs::write(path("people.csv"), "name,code\nChebet,C1\n").unwrap();
    let files = ["missing.jsonl", "people.csv", "laptop/attempts.sqlite", "a.jsonl"].map(path);
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let taken = run(&hub, &[&["import"], files.as_slice()].concat());
    assert_eq!((taken.status.code(), attempts(&hub).len()), (Some(1), 1), "{}", err(&taken));
    let why = err(&taken);
    let told = ["missing.jsonl` cannot be used", "import --roster", &format!("--data {} export", path("laptop/"))];
    assert!(told.iter().all(|told| why.contains(told)), "{why}");
    let alone = run(&hub, &["import", &path("missing.jsonl")]);
    assert_eq!(alone.status.code(), Some(2));
}

#[test]
fn an_exported_file_is_not_called_a_damaged_store() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("a.jsonl"));
    let file = file.to_str().unwrap();
    play(&data, TO_THE_END, &[]);
    assert!(run(&data, &["export", file]).status.success());
    for command in [["store", "verify", file], ["store", "restore", file]] {
        let refused = run(&data, &command);
        let why = err(&refused);
        assert!(refused.status.code() == Some(2) && why.contains("is an exported file"), "{why}");
        assert!(why.contains("amends import") && !why.contains("damaged"), "{why}");
    }
    assert_eq!(attempts(&data).len(), 1);
}

#[test]
fn an_export_in_which_nobody_is_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (data, empty) = (folder.path().join("data"), folder.path().join("empty"));
    play(&data, TO_THE_END, &["--cohort", "Front desk"]);
    let slip = run(&data, &["export", &path("a.jsonl"), "--cohort", "front desk"]);
    assert_eq!(slip.status.code(), Some(2));
    assert!(err(&slip).contains("Did you mean `Front desk`?"), "{}", err(&slip));
    for file in ["b.jsonl", "b.csv", "b-statements.jsonl"] {
        let kind: &[&str] = if file.contains("statements") { &["--as", "xapi"] } else { &[] };
        let none = run(&empty, &[&["export", &path(file)], kind].concat());
        assert!(err(&none).contains("No attempt is in it") && err(&none).contains("--data FOLDER"), "{}", err(&none));
    }
    assert!(err(&run(&empty, &["replay"])).contains("Play a scenario first"));
}
