//! The trainer: a scenario as a picture, in three formats, and what attempts did in it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Output;

use amends::graph::{Graph, dot, mermaid, svg};
use amends::scenario::Rules;
use expect_test::expect;

use crate::bots::scenario;
use crate::program::{amends, err, out, pool};

/// A scenario with one of everything that a picture shows.
const SMALL: &str = r#"#![enable(implicit_some)]
Scenario(
    format: 1, id: "small", title: "A small one", sector: "test", language: "en", role: "You are at the desk.",
    customer: (name: "Amina", persona: "analytical"),
    failure: (severity: 1, kind: Economic),
    facts: { "late": (text: "the parcel is late", root_cause: true) },
    promises: { "call": (what: "call back", owner: "you", by: Days(1)) },
    start: "desk",
    beats: {
        "desk": (
            says: "Where is my parcel?", reveals: ["late"],
            reply: Choose({
                "own": (say: "I will find out.", shows: {"accountability": 2, "apology": 3}, errors: ["E4"], promise: "call", to: "heard"),
                "shrug": (say: "I don't know.", shows: {"accountability": 0}, to: [(if: Feels(Upset), go: "end"), (go: "heard")]),
                "again": (if: Not(Knows("late")), say: "Pardon?", to: "desk"),
            }),
            otherwise: "end",
        ),
        "heard": (
            says: [(if: Promised("call"), text: "Good."), (text: "Hm.")],
            reply: Paraphrase(decoys: ["she is in a hurry", "she wants money"], to: "due"), otherwise: "due",
        ),
        "due": (
            phase: After, channel: Phone, after: Days(1), due: "call", scene: "It is the next day.",
            reply: Choose({
                "ring": (act: "You ring.", shows: {"follow-through": 3}, keeps: "call", to: "end"),
                "wait": (act: "You wait.", shows: {"follow-through": 0}, breaks: "call", to: "end"),
            }),
            otherwise: "end",
        ),
        "end": (says: "All right."),
        "lost": (says: "Nobody comes here."),
    },
    outcomes: { ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e" },
)
"#;

fn graph(text: &str) -> Graph {
    Graph::of(&scenario(text), &Rules::builtin().rubric, None)
}

/// Panics where a document is not well-formed XML: each tag closed in its order, no bare `<` or `&`.
fn assert_well_formed(document: &str) {
    let mut open: Vec<String> = Vec::new();
    let mut rest = document;
    while let Some(at) = rest.find(['<', '&']) {
        rest = &rest[at..];
        if let Some(entity) = rest.strip_prefix('&') {
            let name = entity.split(';').next().unwrap();
            assert!(matches!(name, "amp" | "lt" | "gt" | "quot" | "#39"), "a bare `&` before: {name:.20}");
            rest = entity;
            continue;
        }
        let end = rest.find('>').expect("a tag that is closed");
        let tag = &rest[1..end];
        assert!(!tag.contains('<'), "a bare `<` in: {tag}");
        assert_eq!(tag.matches('"').count() % 2, 0, "quotation marks in: {tag}");
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap().to_owned();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') && !tag.starts_with('?') {
            open.push(name);
        }
        rest = &rest[end..];
    }
    assert!(open.is_empty(), "never closed: {open:?}");
}

/// Panics where a document is not DOT, as an independent reader of it sees it.
fn assert_dot(document: &str) {
    let read = layout::gv::DotParser::new(document).process();
    assert!(read.is_ok(), "{:?}\n{document}", read.err());
}

#[test]
fn every_beat_reply_and_condition_stands_in_dot() {
    let text = dot(&graph(SMALL));
    assert_dot(&text);
    expect![[r#"
        digraph "small" {
          label="A small one"; labelloc=t; rankdir=LR;
          node [shape=box, fontname="Helvetica", fontsize=11];
          edge [fontname="Helvetica", fontsize=9];
          "desk" [label="START: desk\nface to face · during\n“Where is my parcel?”", penwidth=3];
          "due" [label="due\nphone · after · 1 day later · due: call back\n(It is the next day.)", style=rounded];
          "end" [label="END: end\nface to face · during\n“All right.”", peripheries=2];
          "heard" [label="heard\nface to face · during\n“Hm.” (or 1 other line)"];
          "lost" [label="NOT REACHED: lost\nface to face · during\n“Nobody comes here.”", peripheries=2];
          "desk" -> "desk" [label="again\noffered if not (late is known)"];
          "desk" -> "heard" [label="own A1 C2"];
          "desk" -> "end" [label="shrug C0\nif the customer is upset", style=dashed];
          "desk" -> "heard" [label="shrug C0\nelse", style=dashed];
          "desk" -> "end" [label="(otherwise)", style=dotted];
          "due" -> "end" [label="ring F3"];
          "due" -> "end" [label="wait F0"];
          "due" -> "end" [label="(otherwise)", style=dotted];
          "heard" -> "due" [label="(what was heard) L0–3"];
          "heard" -> "due" [label="(otherwise)", style=dotted];
        }
    "#]]
    .assert_eq(&text);
}

#[test]
fn every_beat_reply_and_condition_stands_in_mermaid() {
    expect![[r#"
        ---
        title: "A small one"
        ---
        flowchart LR
          b0[["START: desk<br/>face to face · during<br/>“Where is my parcel?”"]]
          b1["due<br/>phone · after · 1 day later · due: call back<br/>(It is the next day.)"]
          b2(["END: end<br/>face to face · during<br/>“All right.”"])
          b3["heard<br/>face to face · during<br/>“Hm.” (or 1 other line)"]
          b4(["NOT REACHED: lost<br/>face to face · during<br/>“Nobody comes here.”"])
          b0 -->|"again<br/>offered if not (late is known)"| b0
          b0 -->|"own A1 C2"| b3
          b0 -.->|"shrug C0<br/>if the customer is upset"| b2
          b0 -.->|"shrug C0<br/>else"| b3
          b0 -.->|"(otherwise)"| b2
          b1 -->|"ring F3"| b2
          b1 -->|"wait F0"| b2
          b1 -.->|"(otherwise)"| b2
          b3 -->|"(what was heard) L0–3"| b1
          b3 -.->|"(otherwise)"| b1
    "#]]
    .assert_eq(&mermaid(&graph(SMALL)));
}

#[test]
fn the_picture_tells_in_words_and_forms_what_it_tells_in_colours() {
    let picture = svg(&graph(SMALL)).unwrap();
    assert_well_formed(&picture);
    for part in [
        "<title id=\"title\">A small one</title>",
        "START: desk",
        "END: end",
        "NOT REACHED: lost",
        "phone · after · 1 day later · due: call",
        "L0–3",
        "→ end if the customer is upset",
        "→ heard else",
        "offered if not (late is known)",
        "desk/shrug leads if the customer is upset to end",
        "class=\"way maybe\"",
        "class=\"way aside\"",
    ] {
        assert!(picture.contains(part), "`{part}` is not in the picture");
    }
    assert!(picture.contains(">A1 C2<"), "levels are shown as the error E4 leaves them");
    assert_eq!(picture, svg(&graph(SMALL)).unwrap(), "the same scenario is the same picture");
}

#[test]
fn texts_of_a_scenario_are_data_in_every_format() {
    let evil = r#"</title><script>alert(\"1\")</script> & 'x' \"]; q --> \\ `c` \u{1b}[31m"#;
    let text = SMALL.replace("A small one", evil).replace("Where is my parcel?", evil).replace("call back", evil);
    let graph = graph(&text);
    let picture = svg(&graph).unwrap();
    assert_well_formed(&picture);
    let (dot, mermaid) = (dot(&graph), mermaid(&graph));
    assert_dot(&dot);
    for document in [&picture, &mermaid] {
        assert!(!document.contains("<script") && !document.contains("</title><s"), "{document}");
    }
    assert!(
        mermaid.lines().filter(|line| line.starts_with("  b")).all(|line| line.matches('"').count() == 2),
        "{mermaid}"
    );
    for document in [&picture, &dot, &mermaid] {
        assert!(!document.chars().any(|letter| letter.is_control() && letter != '\n'));
    }
}

#[test]
fn the_shipped_scenarios_are_drawn_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    for entry in amends::library::list(&crate::program::root().join("scenarios"), &Rules::builtin()).unwrap() {
        let file = entry.path.to_str().unwrap();
        let picture = folder.path().join("picture.svg");
        let told = amends(&["graph", file, "--out", picture.to_str().unwrap()], "");
        assert_eq!(told.status.code(), Some(0), "{}", err(&told));
        assert_well_formed(&fs::read_to_string(&picture).unwrap());
        assert_dot(&out(&amends(&["graph", file, "--format", "dot"], "")));
        assert!(out(&amends(&["graph", file, "--format", "mermaid"], "")).contains("flowchart LR"));
    }
    let by_ending = folder.path().join("pool.mmd");
    amends(&["graph", pool().to_str().unwrap(), "--out", by_ending.to_str().unwrap()], "");
    assert!(fs::read_to_string(by_ending).unwrap().contains("flowchart LR"), "the ending says what is written");
}

#[test]
fn a_scenario_too_large_for_a_picture_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let mut beats = String::new();
    for beat in 0..400 {
        let reply = |id: &str| format!("\"{id}\": (say: \"y\", to: \"b{}\"), ", beat + 1);
        let replies = reply("a") + &reply("b");
        let _ = write!(beats, "\"b{beat}\": (says: \"x\", reply: Choose({{{replies}}}), otherwise: \"b400\"), ");
    }
    let start = SMALL.find("        \"desk\": (").unwrap();
    let end = SMALL.find("    },\n    outcomes").unwrap();
    let text = format!("{}{beats}\"b400\": (says: \"z\"),\n{}", &SMALL[..start], &SMALL[end..]);
    let file = folder.path().join("large.ron");
    fs::write(&file, text.replace("start: \"desk\"", "start: \"b0\"")).unwrap();
    let told = amends(&["graph", file.to_str().unwrap()], "");
    assert_eq!(told.status.code(), Some(2));
    assert!(err(&told).contains("401 beats") && err(&told).contains("--format dot"), "{}", err(&told));
    assert_eq!(amends(&["graph", file.to_str().unwrap(), "--format", "dot"], "").status.code(), Some(0));
}

/// Plays the small scenario once into a data folder.
fn play(file: &Path, data: &Path, trainee: &str, typed: &str) -> Output {
    let arguments = ["play", file.to_str().unwrap(), "--text", "--data", data.to_str().unwrap(), "--trainee", trainee];
    amends(&arguments, typed)
}

#[test]
fn attempts_are_counted_where_five_people_stand_behind_the_number() {
    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (folder.path().join("small.ron"), folder.path().join("data"));
    fs::write(&file, SMALL).unwrap();
    for (number, first) in ["own", "own", "own", "own", "own", "shrug"].iter().enumerate() {
        let played = play(&file, &data, &format!("person {number}"), &format!("{first}\nlate\nring\n"));
        assert!(played.status.success(), "{}", err(&played));
    }
    let attempts = data.join("attempts.sqlite");
    let draw = |more: &[&str]| {
        let mut arguments = vec!["graph", file.to_str().unwrap(), "--attempts", attempts.to_str().unwrap()];
        arguments.extend(more);
        amends(&arguments, "")
    };
    let told = out(&draw(&["--format", "dot"]));
    let line =
        |start: &str| told.lines().find(|line| line.contains(start)).unwrap_or_else(|| panic!("{start}: {told}"));
    assert!(line("\"desk\" [").contains("6 attempts"), "{told}");
    assert!(
        line("\"desk\" -> \"heard\" [label=\"own").contains("under five people"),
        "6 − 5 would tell of one: {told}"
    );
    assert!(line("\"lost\" [").contains("no attempt"));
    assert!(out(&draw(&[])).contains("From 6 attempts"), "and in the picture");

    // Other words, the same shape: still counted. Another level, another shape: left out, and said.
    fs::write(&file, SMALL.replace("I will find out.", "Let me look.")).unwrap();
    assert!(out(&draw(&["--format", "dot"])).contains("6 attempts"));
    fs::write(&file, SMALL.replace("\"follow-through\": 3", "\"follow-through\": 2")).unwrap();
    let told = draw(&["--format", "dot"]);
    assert!(err(&told).contains("6 attempts are left out") && err(&told).contains("another shape"), "{}", err(&told));
    assert_eq!(told.status.code(), Some(0));
}

#[test]
fn damaged_lines_and_missing_files_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let (file, data) = (folder.path().join("small.ron"), folder.path().join("data"));
    fs::write(&file, SMALL).unwrap();
    play(&file, &data, "Amina", "own\nlate\nring\n");
    let attempts = folder.path().join("workshop.jsonl");
    let exported = amends(&["--data", data.to_str().unwrap(), "export", attempts.to_str().unwrap()], "");
    assert!(exported.status.success(), "{}", err(&exported));
    let mut text = fs::read_to_string(&attempts).unwrap();
    text.push_str("{\"event\":\"start\",\n");
    fs::write(&attempts, text).unwrap();
    let told = amends(&["graph", file.to_str().unwrap(), "--attempts", attempts.to_str().unwrap()], "");
    assert!(err(&told).contains("1 line"), "{}", err(&told));
    let missing = amends(&["graph", file.to_str().unwrap(), "--attempts", "nowhere.jsonl"], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("`nowhere.jsonl`"));
    fs::write(&file, SMALL.replace("start: \"desk\"", "start: \"dusk\"")).unwrap();
    let broken = amends(&["graph", file.to_str().unwrap()], "");
    assert_eq!(broken.status.code(), Some(1));
    assert!(err(&broken).contains("no beat `dusk`"), "{}", err(&broken));
}
