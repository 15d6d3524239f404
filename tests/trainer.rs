//! The trainer: a mistake in a scenario file is told with its place, why it matters and what to do.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use amends::diag::{Source, render_full, render_short};
use amends::scenario::{Rules, load};

use crate::program::{amends, err, root};

/// A scenario with nothing wrong, small enough to be broken by hand.
const SMALL: &str = r#"#![enable(implicit_some)]
Scenario(
    format: 1,
    id: "small",
    title: "A small one",
    sector: "test",
    language: "en",
    role: "You are at the desk.",
    customer: (name: "Amina", persona: "analytical"),
    failure: (severity: 1, kind: Economic),
    facts: {
        "late": (text: "the parcel is late", root_cause: true),
    },
    promises: {
        "call": (what: "call back", owner: "you", by: Days(1)),
    },
    start: "desk",
    beats: {
        "desk": (
            says: "Where is my parcel?",
            reveals: ["late"],
            reply: Choose({
                "own": (say: "I will find out.", shows: {"accountability": 2}, promise: "call", to: "end"),
                "shrug": (say: "I don't know.", shows: {"accountability": 0}, to: "end"),
            }),
        ),
        "end": (says: "All right."),
    },
    outcomes: {
        ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e",
    },
)
"#;

/// Loads the small scenario with `from` replaced by `to`, and returns its findings, short.
fn broken(from: &str, to: &str) -> Vec<String> {
    assert_eq!(SMALL.matches(from).count(), 1, "`{from}` stands once in the small scenario");
    let source = Source::new("small.ron", SMALL.replace(from, to));
    load(&source, &Rules::builtin()).expect_err("it is broken").iter().map(render_short).collect()
}

/// One finding that has each of `parts`.
fn one_finding(from: &str, to: &str, parts: &[&str]) {
    let findings = broken(from, to);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    for part in parts {
        assert!(findings[0].contains(part), "`{part}` is not in: {}", findings[0]);
    }
}

#[test]
fn the_small_scenario_itself_is_sound() {
    assert!(load(&Source::new("small.ron", SMALL), &Rules::builtin()).is_ok());
}

#[test]
fn a_beat_that_points_nowhere_is_underlined() {
    one_finding(
        r#""accountability": 0}, to: "end""#,
        r#""accountability": 0}, to: "ende""#,
        &["no beat `ende`", "Did you mean `end`?", "small.ron:24:"],
    );
    one_finding(r#"start: "desk""#, r#"start: "lobby""#, &["no beat `lobby`", "small.ron:17:12"]);
}

#[test]
fn unknown_words_are_told_with_what_was_meant() {
    one_finding(
        r#"{"accountability": 2}"#,
        r#"{"acountability": 2}"#,
        &["no competency `acountability`", "Did you mean `accountability`?", "small.ron:23:"],
    );
    one_finding(
        r#"persona: "analytical""#,
        r#"persona: "analytic""#,
        &["no persona `analytic`", "Did you mean `analytical`?"],
    );
    one_finding(r#"reveals: ["late"]"#, r#"reveals: ["lat"]"#, &["no fact `lat`", "small.ron:21:23"]);
    one_finding(r#"promise: "call""#, r#"promise: "cal""#, &["no promise `cal`"]);
    one_finding("says: \"Where", "sais: \"Where", &["no field `sais`", "Did you mean `says`?"]);
    one_finding("kind: Economic", "kind: Ekonomic", &["`Ekonomic`", "Did you mean `Economic`?", "small.ron:10:34"]);
}

#[test]
fn numbers_out_of_range_are_told() {
    one_finding(r#"{"accountability": 2}"#, r#"{"accountability": 4}"#, &["level `4` is out of range", "0 (harmful)"]);
    one_finding("severity: 1", "severity: 5", &["severity `5`"]);
    one_finding(
        r#"persona: "analytical""#,
        r#"persona: "analytical", start: (calm: 100)"#,
        &["would leave before the first beat"],
    );
}

#[test]
fn a_second_entry_with_the_same_id_is_not_silently_lost() {
    one_finding("\"shrug\": (say", "\"own\": (say", &["the id", "own", "used twice"]);
    one_finding("\"end\": (says", "\"desk\": (says", &["desk", "used twice"]);
}

#[test]
fn loops_that_need_not_end_are_refused() {
    let loops = r#""end": (says: "All right.", reply: Paraphrase(decoys: ["x", "y"], to: "end"), otherwise: "end")"#;
    let findings = broken(r#""end": (says: "All right.")"#, loops);
    assert!(findings.iter().any(|finding| finding.contains("leads back to itself")), "{findings:#?}");
}

#[test]
fn a_question_that_can_fall_away_needs_somewhere_to_go() {
    one_finding(
        r#""end": (says: "All right.")"#,
        r#""end": (says: "Well?", due: "call", reply: Choose({
            "kept": (say: "I called.", keeps: "call", to: "over"),
            "not": (say: "I forgot.", breaks: "call", to: "over"),
        })), "over": (says: "Right.")"#,
        &["needs an `otherwise`", "may never have been made"],
    );
    let findings = broken(
        r#""end": (says: "All right.")"#,
        r#""end": (says: "Well?", due: "call", otherwise: "over", reply: Choose({
            "kept": (say: "I called.", to: "over"),
            "not": (say: "I forgot.", breaks: "call", to: "over"),
        })), "over": (says: "Right.")"#,
    );
    assert!(findings[0].contains("does not say what becomes of the promise `call`"), "{findings:#?}");
}

#[test]
fn all_findings_of_a_file_come_in_one_go() {
    let text = SMALL
        .replace("start: \"desk\"", "start: \"x\"")
        .replace("[\"late\"]", "[\"y\"]")
        .replace("\"call\", to", "\"z\", to");
    let findings = load(&Source::new("small.ron", text), &Rules::builtin()).expect_err("broken");
    assert_eq!(findings.len(), 3);
}

#[test]
fn a_newer_format_is_told_apart_from_a_mistake() {
    let text = SMALL.replace("format: 1", "format: 9, weather: \"rain\"");
    let findings = load(&Source::new("small.ron", text), &Rules::builtin()).expect_err("newer");
    assert!(findings[0].title.contains("format `9`"), "{}", findings[0].title);
}

#[test]
fn the_excerpt_underlines_the_offending_part() {
    let source = Source::new("small.ron", SMALL.replace("start: \"desk\"", "start: \"dusk\""));
    let finding = &load(&source, &Rules::builtin()).expect_err("broken")[0];
    let picture = render_full(finding, false);
    assert!(
        picture.contains("small.ron:17:12") && picture.contains("start: \"dusk\"") && picture.contains("^^^^^^"),
        "{picture}"
    );
    assert!(picture.contains("did you mean") || picture.contains("Did you mean `desk`?"), "{picture}");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let unix = load(&Source::new("small.ron", SMALL), &Rules::builtin()).unwrap();
    let windows =
        load(&Source::new("small.ron", format!("\u{feff}{}", SMALL.replace('\n', "\r\n"))), &Rules::builtin()).unwrap();
    assert_eq!(unix.hash(), windows.hash());
}

#[test]
fn what_only_people_read_changes_the_hash_and_not_the_shape() {
    let load = |text: &str| load(&Source::new("small.ron", text), &Rules::builtin()).unwrap();
    let (one, reworded) = (load(SMALL), load(&SMALL.replace("I will find out.", "Let me look.")));
    assert_ne!(one.hash(), reworded.hash());
    assert_eq!(one.shape(), reworded.shape());
    let relevelled = load(&SMALL.replace(r#"{"accountability": 2}"#, r#"{"accountability": 3}"#));
    assert_ne!(one.shape(), relevelled.shape());
    let written_out = load(&SMALL.replace("says: \"Where", "phase: During, channel: FaceToFace, says: \"Where"));
    assert_eq!(one.hash(), written_out.hash(), "a default written out is still the default");
}

#[test]
fn a_broken_file_on_the_command_line_is_a_finding_and_not_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.ron");
    fs::write(&file, SMALL.replace("start: \"desk\"", "start: \"dusk\"")).unwrap();
    let played = amends(&["play", file.to_str().unwrap(), "--text", "--data", folder.path().to_str().unwrap()], "");
    assert_eq!(played.status.code(), Some(1));
    assert!(err(&played).contains("no beat `dusk`"), "{}", err(&played));
    let missing = amends(&["play", "nowhere.ron", "--text", "--data", folder.path().to_str().unwrap()], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("`nowhere.ron`"), "{}", err(&missing));
}

#[test]
fn every_shipped_scenario_is_sound_named_after_its_file_and_listed_in_the_readme() {
    let entries = amends::library::list(&root().join("scenarios"), &Rules::builtin()).unwrap();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for entry in entries {
        let scenario = entry.scenario.unwrap_or_else(|findings| panic!("{}", render_full(&findings[0], false)));
        assert_eq!(entry.path.file_stem().unwrap().to_str(), Some(scenario.id.as_str()));
        assert!(readme.contains(&format!("\n| {} | ", scenario.title)), "README.md does not list {}", scenario.title);
    }
}

#[test]
fn the_golden_plays_of_every_shipped_scenario_end_as_they_should() {
    for entry in amends::library::list(&root().join("scenarios"), &Rules::builtin()).unwrap() {
        let plays = entry.path.with_extension("plays.ron");
        let text = fs::read_to_string(&plays).unwrap_or_else(|why| panic!("{}: {why}", plays.display()));
        let source = Source::new(plays.display().to_string(), text);
        let rules = Arc::new(Rules::builtin());
        let verdicts = amends::plays::check(&source, &entry.scenario.unwrap(), &rules).unwrap();
        for verdict in &verdicts {
            let differences = verdict.differences.iter().map(|one| &one.finding);
            let wrong: Vec<String> = verdict.findings.iter().chain(differences).map(render_short).collect();
            assert!(wrong.is_empty(), "{wrong:#?}");
        }
        let cards: Vec<_> = verdicts.iter().filter_map(|verdict| verdict.card.as_ref()).collect();
        let outcomes: BTreeSet<_> = cards.iter().filter_map(|card| Some(card.ending.as_ref()?.outcome)).collect();
        let id = entry.path.display();
        // Somebody who never complains has three.
        assert!(outcomes.len() >= 3, "{id}: at least three endings: {outcomes:?}");
        let passed = cards.iter().filter(|card| card.passed == Some(true)).count();
        assert!(passed >= 3 && passed < cards.len(), "{id}: at least three good ways through, and one that is not");
    }
}
