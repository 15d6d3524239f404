//! The trainer who looks after a library: `amends stats` tells what it holds, and what it does not.

use std::fs;

use amends::scenario::Rules;
use amends::stats::{FINDINGS, Figures};

use crate::bots::scenario;
use crate::program::{amends, err, out, pool, root};

/// A conversation that exercises no finding; each capital word is a place for more.
const BARE: &str = r#"#![enable(implicit_some)]
Scenario(
    format: 1, id: "bare", title: "A bare one", sector: "test", language: "en", role: "You are at the desk.",
    customer: (name: "Amina", persona: "PERSONA"),
    failure: (severity: SEVERITY, kind: KIND, locus: LOCUS),
    facts: { "late": (text: "the parcel is late", root_cause: true) },
    promises: { "warm": (what: "have it warm", owner: "you", by: Days(1), can_keep: false) },
    start: "desk",
    beats: {
        "desk": (says: "Where is my parcel?", reveals: ["late"], reply: Choose({
            "one": (say: "One.", ONE to: "next"),
            "two": (say: "Two.", TWO to: "next"),
        })),
        "next": (says: "Hm.", NEXT reply: Choose({
            "one": (say: "Three.", THREE to: "last"),
            "two": (say: "Four.", FOUR to: "last"),
        })),
        "last": (says: "Well.", reply: Choose({
            "one": (say: "Five.", FIVE to: "end"),
            "two": (say: "Six.", to: "end"),
        })),
        "end": (says: "All right."),
    },
    outcomes: { ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e" },
)
"#;

/// What stands in a place where nothing is put.
const NOTHING: [(&str, &str); 10] = [
    ("PERSONA", "expressive"),
    ("SEVERITY", "0"),
    ("KIND", "Economic"),
    ("LOCUS", "1000"),
    ("ONE", ""),
    ("TWO", ""),
    ("NEXT", ""),
    ("THREE", ""),
    ("FOUR", ""),
    ("FIVE", ""),
];

const SORRY: &str = r#"shows: {"apology": 2},"#;
const HEARD: &str = r#"shows: {"listening": 2},"#;
const OWNS: &str = r#"shows: {"accountability": 2},"#;
const TOO_MUCH: &str = r#"promise: "warm","#;

/// Each finding with all that it takes; without any one part of it, it is not exercised.
const EXERCISES: &[(u8, &[(&str, &str)])] = &[
    (1, &[("ONE", SORRY), ("TWO", "fixes: 500,"), ("THREE", "pace: Fast,")]),
    (2, &[("SEVERITY", "1"), ("KIND", "Social"), ("ONE", "pays: 20,")]),
    (2, &[("NEXT", "fails: (severity: 1, kind: Social),"), ("ONE", "pays: 20,")]),
    (3, &[("ONE", "fixes: 500,"), ("TWO", HEARD)]),
    (4, &[("ONE", "pays: 50,"), ("TWO", SORRY)]),
    (5, &[("ONE", r#"shows: {"apology": 2}, skills: ["A1"],"#), ("TWO", SORRY)]),
    (6, &[("ONE", SORRY), ("NEXT", "after: Days(1),"), ("THREE", SORRY)]),
    (7, &[("ONE", HEARD), ("THREE", SORRY)]),
    (8, &[("ONE", SORRY)]),
    (9, &[("PERSONA", "analytical"), ("ONE", "pays: 20,")]),
    (9, &[("PERSONA", "anxious"), ("ONE", HEARD)]),
    (10, &[("ONE", r#"errors: ["E10"],"#)]),
    (10, &[("TWO", SORRY), ("FOUR", SORRY), ("FIVE", SORRY)]),
    (11, &[("SEVERITY", "1"), ("ONE", TOO_MUCH)]),
    (12, &[("SEVERITY", "2"), ("ONE", r#"shows: {"apology": 3},"#), ("THREE", "pays: 100,")]),
    (13, &[("SEVERITY", "1"), ("FIVE", r#"shows: {"apology": 3},"#), ("ONE", "fixes: 600,"), ("FOUR", "fixes: 400,")]),
    (14, &[("NEXT", "after: Days(59), fails: (severity: 1, kind: Economic),")]),
    (15, &[("SEVERITY", "1"), ("PERSONA", "silent")]),
    (16, &[("SEVERITY", "3")]),
    (16, &[("NEXT", "after: Days(90), fails: (severity: 1, kind: Economic),")]),
    (17, &[("ONE", "pays: 160,")]),
    (18, &[("LOCUS", "500"), ("ONE", "pays: 20,")]),
    (19, &[("SEVERITY", "1"), ("LOCUS", "300")]),
    (20, &[("NEXT", "channel: Social,"), ("FOUR", HEARD)]),
    (21, &[("PERSONA", "vip"), ("ONE", TOO_MUCH)]),
    (22, &[("PERSONA", "loyal-regular"), ("SEVERITY", "2")]),
    (23, &[("TWO", r#"uses: ["late"],"#)]),
    (24, &[("TWO", "does: [ReAsk],")]),
    (25, &[("ONE", SORRY), ("TWO", OWNS), ("THREE", HEARD), ("FOUR", "pace: Fast,")]),
    (26, &[("ONE", OWNS), ("TWO", r#"shows: {"apology": 2}, errors: ["E2"],"#)]),
    (27, &[("TWO", r#"shows: {"listening": 3},"#)]),
];

fn figures(parts: &[(&str, &str)]) -> Figures {
    let mut text = BARE.to_owned();
    for (place, words) in parts.iter().chain(&NOTHING) {
        text = text.replace(place, words);
    }
    Figures::of(&scenario(&text), &Rules::builtin())
}

#[test]
fn a_finding_is_exercised_by_all_that_it_takes_and_by_nothing_less() {
    assert_eq!(figures(&[]).told.findings, [0; 0]);
    for (number, parts) in EXERCISES {
        let found = figures(parts).told.findings;
        assert!(found.contains(number), "{number} is not among {found:?} with {parts:?}");
        for at in 0..parts.len() {
            let less = [&parts[..at], &parts[at + 1..]].concat();
            assert!(!figures(&less).told.findings.contains(number), "{number} needs less than {parts:?}: {less:?}");
        }
    }
    let named: std::collections::BTreeSet<u8> = EXERCISES.iter().map(|(number, _)| *number).collect();
    assert!(named.into_iter().eq(FINDINGS.iter().map(|finding| finding.number)));
}

#[test]
fn levels_are_counted_with_their_caps_and_decisions_where_something_can_be_earned() {
    let none = figures(&[]);
    assert!(none.competencies.iter().all(|one| one.levels == [0; 4] && one.decisions == 0));
    let found = figures(&[
        ("ONE", r#"shows: {"listening": 3, "apology": 3}, errors: ["E4"],"#),
        ("TWO", HEARD),
        ("THREE", r#"shows: {"apology": 0},"#),
    ]);
    let of = |id| found.competency(id).map(|one| (one.levels, one.decisions)).unwrap();
    assert_eq!(of("listening"), ([0, 1, 1, 0], 1));
    // Where nobody can do better than harm, nothing is scored.
    assert_eq!(of("apology"), ([1, 1, 0, 0], 1));
    assert_eq!(of("follow-through"), ([0; 4], 0));
}

#[test]
fn forms_count_where_one_of_them_has_what_is_asked_for() {
    let forms = r#"forms: {
        "silent": (about: "says little", persona: "silent"),
        "own-fault": (about: "it was their own mistake", persona: "at-fault", locus: 200),
        "by-phone": (about: "the same by phone", channels: {FaceToFace: Phone}),
    },
    start: "desk""#;
    let mut text = BARE.replace("start: \"desk\"", forms).replace("SEVERITY", "1");
    for (place, words) in NOTHING {
        text = text.replace(place, words);
    }
    let told = Figures::of(&scenario(&text), &Rules::builtin());
    assert_eq!(told.personas().into_iter().collect::<Vec<_>>(), ["at-fault", "expressive", "silent"]);
    assert!(
        told.has_twin() && told.any(|one| one.findings.contains(&15)) && told.any(|one| one.findings.contains(&19))
    );
    assert!(told.told.findings.is_empty(), "the scenario itself has none of it");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bare.ron");
    fs::write(&path, text).unwrap();
    let told = out(&amends(&["stats", path.to_str().unwrap()], ""));
    for part in [
        "form `by-phone`, fairness pair: the same by phone",
        "in the form `own-fault` also 19",
        "No facilitator's page: bare.",
    ] {
        assert!(told.contains(part), "`{part}` is missing:\n{told}");
    }
}

#[test]
fn one_scenario_is_told_in_short_lines() {
    let ran = amends(&["stats", pool().to_str().unwrap()], "");
    let told = out(&ran);
    assert_eq!((ran.status.code(), err(&ran).as_str()), (Some(0), ""));
    for part in [
        "The heated pool that was not (heated-pool)\n  recreation, written in `en`\n",
        " minutes to play\n",
        "customer: analytical, indifferent before the first word",
        "severity 2 of 3, economic, our share 1000 of 1000",
        "changes from face to face to phone",
        "the promise `call` comes due at `friday`",
        "translated into `de`: 100 %",
        "   7  first listen, then apologise (Min et al. 2020)",
    ] {
        assert!(told.contains(part), "`{part}` is missing:\n{told}");
    }
    assert!(!told.contains("No scenario"), "one conversation need not hold every persona:\n{told}");
}

#[test]
fn a_folder_is_told_in_tables_that_fit_a_terminal_and_says_what_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    for (id, parts) in
        [("calm", [("SEVERITY", "1"), ("ONE", SORRY)]), ("public", [("NEXT", "channel: Social,"), ("ONE", HEARD)])]
    {
        let mut text = BARE.replace("\"bare\"", &format!("\"{id}\"")).replace("\"test\"", "\"in\u{1b}[2Jn\"");
        for (place, words) in parts.iter().chain(&NOTHING) {
            text = text.replace(place, words);
        }
        fs::write(folder.path().join(format!("{id}.ron")), text).unwrap();
    }
    let path = folder.path().to_str().unwrap();
    let ran = amends(&["stats", path], "");
    let told = out(&ran);
    assert_eq!((ran.status.code(), err(&ran).as_str()), (Some(0), ""));
    let words = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "2 scenarios, 8 beats, 12 replies, ",
        "No scenario has the persona analytical, anxious, at-fault, language-learner, loyal-regular, silent or vip.",
        "No scenario takes place on the phone, by mail or by chat.",
        "No scenario is there in a second language.",
        "In no scenario does a promise come due.",
        "No facilitator's page: calm, public.",
        "No scenario can be played with three personas. No scenario has a fairness pair: the same case",
        "No scenario exercises finding 19, “a customer helped out of their own mistake is grateful”: it needs a failure that is mostly the customer's own doing.",
        "Listening is scored by fewer than 3 decisions, too few to count, in 2 of 2 scenarios: calm, public.",
        "No replies show apology at level 3.",
        "One reply shows listening at level 2.",
    ] {
        assert!(words.contains(part), "`{part}` is missing:\n{told}");
    }
    assert!(!told.contains('\u{1b}'), "{told:?}");
    fs::write(folder.path().join("broken.ron"), "Scenario(format: 1,").unwrap();
    let ran = amends(&["stats", path], "");
    assert_eq!(ran.status.code(), Some(1));
    assert!(out(&ran).contains("1 file could not be read and is not counted.") && err(&ran).contains("broken.ron"));
    let library = out(&amends(&["stats"], ""));
    let wide: Vec<&str> = library.lines().filter(|line| line.chars().count() > 80).collect();
    assert!(wide.is_empty(), "{wide:#?}");
    assert!(library.contains("\nheated-pool "), "a name is cut no shorter than it must be:\n{library}");
}

#[test]
fn a_program_can_read_it() {
    let ran = amends(&["stats", "scenarios", "--json"], "");
    let json: serde_json::Value = serde_json::from_str(&out(&ran)).unwrap();
    let all = json["scenarios"].as_array().unwrap();
    let pool = all.iter().find(|one| one["id"] == "heated-pool").unwrap();
    assert_eq!(
        (&pool["start"], &pool["locus"], &pool["unreadable"]),
        (&"Indifferent".into(), &1000.into(), &serde_json::Value::Null)
    );
    assert_eq!(pool["translations"]["de"]["missing"], 0);
    assert!(pool["due"].as_array().unwrap().iter().any(|due| due["promise"] == "call"));
    assert_eq!(json["findings"].as_array().unwrap().len(), 27);
    assert_eq!(json["unreadable"], 0);
}

#[test]
fn a_place_without_scenarios_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let empty = amends(&["stats", folder.path().to_str().unwrap()], "");
    assert_eq!(empty.status.code(), Some(2));
    assert!(err(&empty).contains("There is no scenario in"), "{}", err(&empty));
    let missing = amends(&["stats", root().join("nowhere.ron").to_str().unwrap()], "");
    assert_eq!(missing.status.code(), Some(2));
}
