//! What a trainer and a trainee have of a translation: the count, the conversation, the page that explains it.

use std::fs;

use amends::diag::Source;
use amends::scenario::Rules;
use amends::store::{Filter, Sqlite, Store};
use amends::translation::{Translation, findings};

use super::shop::{SHOP, folder_with_shop, name, short, whole};
use crate::bots::{scenario, the_pool};
use crate::program::{amends, amends_in, err, out, pool, root};

#[test]
fn the_status_counts_each_language_and_lists_the_lines() {
    let (folder, file) = folder_with_shop();
    let status = |arguments: &[&str]| amends(&[&["translate", "status"], arguments].concat(), "");
    let none = status(&[name(&file)]);
    assert!(none.status.success() && out(&none).contains("no translation"), "{}", out(&none));
    assert_eq!(status(&[name(&file), "--language", "sw"]).status.code(), Some(1), "asked for, and not there");
    fs::write(folder.path().join("shop.sw.ron"), whole(&scenario(SHOP))).unwrap();
    fs::write(folder.path().join("shop.plays.ron"), "Plays()").unwrap();
    let whole = status(&[name(folder.path())]);
    assert!(whole.status.success(), "{}", out(&whole));
    assert!(out(&whole).contains("sw: 34 of 34 texts translated\n"), "{}", out(&whole));
    let grown = SHOP.replace("All right.", "All right, then.").replace("may: [", "may: [\"close the shop\", ");
    fs::write(&file, grown).unwrap();
    let now = status(&[name(&folder.path().join("shop.sw.ron"))]);
    assert_eq!(now.status.code(), Some(1));
    assert!(out(&now).contains("33 of 35 texts translated, 1 older than their text, 1 missing"), "{}", out(&now));
    assert!(out(&now).contains("shop.ron:10  may/1") && out(&now).contains("beats/end/says"), "{}", out(&now));
    let json: serde_json::Value = serde_json::from_str(&out(&status(&[name(&file), "--json"]))).unwrap();
    let sw = &json[0]["translations"][0];
    assert_eq!((&sw["language"], &sw["translated"], &sw["stale"]), (&"sw".into(), &33.into(), &1.into()));
    assert_eq!((&sw["lines"][0]["key"], &sw["lines"][0]["line"]), (&"may/1".into(), &10.into()));
    fs::rename(folder.path().join("shop.sw.ron"), folder.path().join("gone.sw.ron")).unwrap();
    let orphan = status(&[name(folder.path())]);
    assert!(err(&orphan).contains("gone.sw.ron` has no scenario"), "{}", err(&orphan));
}

#[test]
fn a_conversation_is_played_in_its_translation_and_the_attempt_says_so() {
    let (folder, file) = folder_with_shop();
    let data = folder.path().join("data");
    let play = |more: &[&str], typed: &str| {
        amends(&[&["play", name(&file), "--text", "--data", name(&data)], more].concat(), typed)
    };
    let missing = play(&["--language", "sw"], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("It is in: en."), "{}", err(&missing));
    fs::write(folder.path().join("shop.sw.ron"), whole(&scenario(SHOP))).unwrap();
    let begun = play(&["--language", "sw", "--seed", "1"], "own\n");
    assert!(begun.status.success(), "{}", err(&begun));
    assert!(out(&begun).contains("‹The shop at 8:40›") && out(&begun).contains("‹It is a gift for Friday.›"));
    let attempts = Sqlite::in_folder(&data).attempts(&Filter::default()).unwrap();
    assert_eq!(attempts[0].start.language, "sw");
    let resumed = play(&["--resume"], "1 2\n1\n");
    assert!(resumed.status.success(), "{}", err(&resumed));
    assert!(out(&resumed).contains("‹So?›"), "an attempt goes on in its language: {}", out(&resumed));
    assert!(out(&resumed).contains("Tunaendelea ulipoishia"), "the words around it too: {}", out(&resumed));
    fs::write(folder.path().join("shop.sw.ron"), "Translation(").unwrap();
    assert_eq!(play(&["--language", "sw"], "").status.code(), Some(1), "a broken translation is told, not played");
    assert!(play(&["--language", "en"], "own\n").status.success());
    // To a French system that conversation had spoken English from the beginning.
    let french = |more: &[&str]| {
        let resume = ["play", name(&file), "--text", "--data", name(&data), "--resume"];
        out(&amends_in("fr_FR.UTF-8", &[resume.as_slice(), more].concat(), ""))
    };
    assert!(french(&[]).contains("On reprend où vous en étiez"), "{}", french(&[]));
    assert!(french(&["--language", "en"]).contains("Going on where you stopped"), "{}", french(&["--language", "en"]));
    let listed = amends::library::list(folder.path(), &Rules::builtin()).unwrap();
    assert_eq!(listed.len(), 1, "a translation is no scenario of its own");
}

#[test]
fn the_terminal_speaks_the_language_of_the_conversation() {
    let data = tempfile::tempdir().unwrap();
    let (pool, data) = (pool(), name(data.path()).to_owned());
    let play = |more: &[&str], typed: &str| {
        amends(&[&["play", name(&pool), "--text", "--seed", "1", "--data", &data], more].concat(), typed)
    };
    let typed = "1\n".repeat(30);
    for (tag, texts) in [
        ("fr", ["Que dites-vous ?", "BILAN", "Votre façon de faire", "Écoute : "]),
        ("sw", ["Unasema nini?", "MAPITIO", "Ulivyoshughulikia", "Kusikiliza: "]),
        ("en", ["What do you say?", "DEBRIEF", "How you handled it", "Listening: "]),
    ] {
        let played = play(&["--language", tag], &typed);
        assert!(played.status.success(), "{}", err(&played));
        // French sets a space that does not break before some signs.
        let told = out(&played).replace(['\u{a0}', '\u{202f}'], " ");
        for text in texts {
            assert!(told.contains(text), "{tag}: {text}\n{told}");
        }
    }
    // Where the interface does not speak the language, the words around the conversation are the system's.
    assert!(out(&play(&["--language", "de"], "")).contains("What do you say?"));
}

#[test]
fn an_attempt_is_told_again_in_the_language_it_was_played_in() {
    let (folder, file) = folder_with_shop();
    let data = folder.path().join("data");
    let translated = folder.path().join("shop.sw.ron");
    fs::write(&translated, whole(&scenario(SHOP))).unwrap();
    let places = ["--data", name(&data), "--scenarios", name(folder.path())];
    let played = amends(
        &[["play", name(&file), "--text", "--language", "sw", "--seed", "1"].as_slice(), &places].concat(),
        "own\n1 2\n1\n",
    );
    assert!(played.status.success(), "{}", err(&played));
    let attempts = data.join("attempts.sqlite");
    let replay = || amends(&[["replay", name(&attempts)].as_slice(), &places].concat(), "");
    let told = replay();
    assert_eq!(told.status.code(), Some(0), "{}", err(&told));
    assert!(out(&told).contains("‹It is late, and I am sorry.›") && err(&told).is_empty(), "{}", out(&told));
    let scores =
        |told: &str| told.lines().filter(|line| line.contains(" of 100")).map(str::to_owned).collect::<Vec<_>>();
    for broken in [true, false] {
        if broken {
            fs::write(&translated, "Translation(").unwrap();
        } else {
            fs::remove_file(&translated).unwrap();
        }
        let own = replay();
        assert_eq!(own.status.code(), Some(0), "{}", err(&own));
        assert!(out(&own).contains("It is late, and I am sorry.") && !out(&own).contains('‹'), "{}", out(&own));
        assert!(err(&own).contains("was played in `sw`"), "{}", err(&own));
        assert_eq!(scores(&out(&own)), scores(&out(&told)), "a language changes no score");
    }
}

#[test]
fn every_shipped_translation_is_complete() {
    let status = amends(&["translate", "status", name(&root().join("scenarios"))], "");
    assert!(status.status.success(), "{}", out(&status));
    for (_, path) in amends::library::translations(&pool()) {
        let read = amends::library::read_translation(&path).unwrap_or_else(|found| panic!("{}", short(&found)));
        let found = findings(&the_pool(), &read);
        assert!(found.is_empty(), "{}", short(&found));
    }
}

/// The commands of the page for translators, typed in a folder of their own, one after the other.
#[test]
fn the_page_for_translators_keeps_its_word() {
    let page = fs::read_to_string(root().join("docs/translating.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("scenarios")).unwrap();
    fs::copy(pool(), folder.path().join("scenarios/heated-pool.ron")).unwrap();
    let commands: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("amends ")).collect();
    assert_eq!(commands.len(), 4);
    for command in commands {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_amends"))
            .args(command.split_whitespace())
            .args(["--data", name(&folder.path().join("data"))])
            .current_dir(folder.path())
            .env("LC_ALL", "C")
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap();
        // Nothing is translated yet when the page merges and plays, so the count at the end is a finding.
        let expected = i32::from(command.starts_with("translate status"));
        assert_eq!(run.status.code(), Some(expected), "amends {command}: {}", err(&run));
    }
    let example = page.split("```ron\n").nth(1).unwrap().split("```").next().unwrap();
    let read = Translation::parse(&Source::new("heated-pool.sw.ron", example)).unwrap();
    let found = findings(&the_pool(), &read);
    assert!(found.iter().all(|one| one.code == "S136"), "{}", short(&found));
}
