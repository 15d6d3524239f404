//! The scenario language as a trainer meets it: the page that explains it is true and complete, and whatever is wrong with a file is
//! told in one go, each with its place, and never with a crash.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use amends::diag::{Diagnostic, Source, render_short};
use amends::scenario::{Rules, json_schema, load, source_from_bytes};
use serde_json::Value;

use crate::program::root;

/// The page.
fn page() -> String {
    fs::read_to_string(root().join("docs/scenario-language.md")).unwrap()
}

/// An example of the page: what it is an example of, where it stands, and its text.
struct Example {
    kind: String,
    line: usize,
    text: String,
}

fn examples(page: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut open: Option<Example> = None;
    for (index, line) in page.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) if info.starts_with("ron") => {
                let kind = info.trim_start_matches("ron").trim().to_owned();
                open = Some(Example { kind, line: index + 1, text: String::new() });
            }
            (None, _) => {}
            (Some(_), Some(_)) => examples.extend(open.take()),
            (Some(example), None) => writeln!(example.text, "{line}").unwrap(),
        }
    }
    examples
}

/// What stands around a part of a scenario, field by field.
const FRAME: [(&str, &str); 12] = [
    ("format", "1"),
    ("id", "\"late-parcel\""),
    ("title", "\"The parcel\""),
    ("sector", "\"parcels\""),
    ("language", "\"en\""),
    ("role", "\"You answer the phone.\""),
    ("customer", "(name: \"Amina\", persona: \"analytical\")"),
    ("failure", "(severity: 1, kind: Economic)"),
    (
        "facts",
        "{\"late\": (text: \"the parcel is late\"), \"birthday\": (text: \"it was for a birthday\", root_cause: true), \
         \"called\": (text: \"she has called twice\")}",
    ),
    (
        "promises",
        "{\"call\": (what: \"call back\", owner: \"you\", by: Hours(2)), \"somebody\": (what: \"let her know\")}",
    ),
    ("start", "\"hello\""),
    ("outcomes", "{ReturnsAndRefers: \"a\", Passive: \"b\", Complains: \"c\", WalksAway: \"d\", GoesPublic: \"e\"}"),
];

/// A whole scenario around an example.
fn completed(example: &Example) -> String {
    let Example { kind, line, text } = example;
    let (fields, beats, replies) = match kind.as_str() {
        "" => return text.clone(),
        "fields" => (text.as_str(), "", ""),
        "beats" => ("", text.as_str(), ""),
        "replies" => ("", "", text.as_str()),
        other => panic!("line {line}: `{other}` is no kind of example"),
    };
    let written = |name: &str| fields.lines().any(|line| line.starts_with(&format!("{name}:")));
    let frame: String =
        FRAME.iter().filter(|(name, _)| !written(name)).map(|(name, value)| format!("{name}: {value},\n")).collect();
    format!(
        "#![enable(implicit_some)]\nScenario({fields}{frame}beats: {{
            \"hello\": (says: \"Hello?\", reveals: [\"late\"], reply: Choose({{
                \"open\": (say: \"Tell me.\", to: \"next\"),
                \"shut\": (say: \"Yes?\", to: \"next\"),
                {replies}
            }})),
            \"next\": (says: \"And?\", reveals: [\"birthday\", \"called\"]),
            \"end\": (says: \"Good.\"),
            {beats}
        }})"
    )
}

fn findings(name: &str, text: &str) -> Vec<Diagnostic> {
    load(&Source::new(name, text), &Rules::builtin()).err().unwrap_or_default()
}

#[test]
fn every_example_of_the_page_is_sound() {
    let examples = examples(&page());
    assert!(examples.len() > 20, "{}", examples.len());
    let mut wrong = Vec::new();
    for example in &examples {
        let text = completed(example);
        for finding in findings(&format!("example in line {}", example.line), &text) {
            wrong.push(render_short(&finding));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every field and every word of a schema.
fn vocabulary(schema: &Value, into: &mut BTreeSet<String>) {
    match schema {
        Value::Object(parts) => {
            for (key, part) in parts {
                match (key.as_str(), part) {
                    ("properties", Value::Object(fields)) => into.extend(fields.keys().cloned()),
                    ("enum", Value::Array(words)) => {
                        into.extend(words.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    ("const", Value::String(word)) => {
                        into.insert(word.clone());
                    }
                    // What stands in `default` is written in JSON, not in the language.
                    ("default", _) => continue,
                    _ => {}
                }
                vocabulary(part, into);
            }
        }
        Value::Array(parts) => parts.iter().for_each(|part| vocabulary(part, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_page_names_every_field_and_every_word_of_the_language() {
    let mut words = BTreeSet::new();
    vocabulary(&json_schema(), &mut words);
    assert!(words.len() > 100 && words.contains("renegotiates") && words.contains("WarmTransfer"), "{words:?}");
    let page = page();
    let examples: String = examples(&page).into_iter().map(|example| example.text).collect();
    let coded: String = page.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(" ");
    let known = format!("{examples} {coded}");
    let known: BTreeSet<&str> = known.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    let missing: Vec<_> = words.iter().filter(|word| !known.contains(word.as_str())).collect();
    assert!(missing.is_empty(), "the page does not say what these are: {missing:?}");
    // And in an example, where it is no longer than a word in a table.
    let shown: BTreeSet<&str> = examples.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    let fields: Vec<_> = words
        .iter()
        .filter(|word| word.starts_with(char::is_lowercase))
        .filter(|word| !shown.contains(word.as_str()))
        .collect();
    assert!(fields.len() <= 1, "no example shows {fields:?}");
}

#[test]
fn the_page_names_every_persona_and_error_of_the_program() {
    let (page, rules) = (page(), Rules::builtin());
    for id in rules.personas.ids() {
        assert!(page.contains(&format!("`\"{id}\"`")), "{id}");
    }
    for error in &rules.rubric.errors {
        let caps: Vec<_> = error.caps.iter().map(|(competency, level)| format!("{competency} {level}")).collect();
        let row = page.lines().find(|line| line.starts_with(&format!("| `{}` |", error.code)));
        assert!(row.is_some_and(|row| caps.iter().all(|cap| row.contains(cap))), "{}: {caps:?}", error.code);
    }
}

/// The first example of the page, which is a whole scenario.
fn parcel() -> String {
    examples(&page()).remove(0).text
}

/// The parcel with each `from` replaced by its `to`.
fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(parcel(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in the parcel");
        text.replace(from, to)
    })
}

/// The findings of the edited parcel, short.
fn told(edits: &[(&str, &str)]) -> Vec<String> {
    findings("p.ron", &edited(edits))
        .iter()
        .map(|finding| format!("{} {}", finding.code, render_short(finding)))
        .collect()
}

const GOODBYE: &str = r#"says: "All right. Goodbye.""#;
const NUMBER: &str = r#"shows: {"listening": 1},"#;
const ENDS: &str = r#"reply: Choose({"a": (say: "x", to: "goodbye"), "b": (say: "y", to: "goodbye")}), otherwise: "end"), "end": (says: "z""#;

#[test]
fn what_the_language_does_not_allow_is_told_with_its_place() {
    let goodbye = |more: &str| format!("{GOODBYE}, {more}");
    let number = |more: &str| format!("{NUMBER} {more},");
    let cases: Vec<(&str, String, Vec<&str>)> = vec![
        ("language: \"en\"", "language: \"English language\"".into(), vec!["S106", "language tag", ":7:"]),
        ("title: \"The parcel that was to come on Friday\"", "title: \" \"".into(), vec!["S124", "empty", ":5:12"]),
        (
            "persona: \"analytical\"",
            "persona: \"analytical\", start: (calm: 1200)".into(),
            vec!["S111", "`calm` cannot be `1200`"],
        ),
        (
            "persona: \"analytical\"",
            "persona: \"analytical\", start: (process: -1001)".into(),
            vec!["S111", "-1000 to 1000"],
        ),
        (
            "persona: \"analytical\"",
            "persona: \"analytical\", portrait: (skin: 7)".into(),
            vec!["S111", "skin tone `7`"],
        ),
        ("by: Hours(2)", "by: Hours(0)".into(), vec!["S111", "no time at all", ":16:"]),
        ("owner: \"you\"", "owner: \"\"".into(), vec!["S124", "empty"]),
        (GOODBYE, goodbye("after: Days(0)"), vec!["S111", "no time at all"]),
        (GOODBYE, goodbye("audience: 40"), vec!["S128", "nobody reads along here"]),
        (GOODBYE, goodbye("channel: Social, audience: 0"), vec!["S111", "an audience of nobody"]),
        (GOODBYE, goodbye("waits: (time: Minutes(0))"), vec!["S111", "no time at all"]),
        (NUMBER, number("waits: (time: Seconds(0), explained: true)"), vec!["S111", "no time at all"]),
        (NUMBER, number("moves: (trust: -2147483648)"), vec!["S111", "a raw move of `-2147483648`"]),
        (NUMBER, number("uses: [\"late\", \"late\"]"), vec!["S123", "`late` is listed twice"]),
        (NUMBER, number("errors: [\"E4\", \"E4\"]"), vec!["S123", "`E4` is listed twice"]),
        (NUMBER, number("skills: [\"L9\"]"), vec!["S105", "no sub-skill `L9`"]),
        ("reveals: [\"birthday\"]", "reveals: [\"birthday\", \"birthday\"]".into(), vec!["S123"]),
        (NUMBER, number("if: AtLeast(trust, 1001)"), vec!["S111", "`trust` is never `1001`", "0 to 1000"]),
        (NUMBER, number("if: AtMost(outcome, -1001)"), vec!["S111", "`outcome` is never `-1001`"]),
        (
            NUMBER,
            number("if: Not(All([Knows(\"lat\")]))"),
            vec!["S101", "no fact `lat`", "Did you mean `late`?", ":33:"],
        ),
        (
            NUMBER,
            number("if: Chose(\"hello/opened\")"),
            vec!["S101", "no reply `hello/opened`", "Did you mean `open`?"],
        ),
        (NUMBER, number("if: Chose(\"hallo/open\")"), vec!["S101", "no beat `hallo`", "Did you mean `hello`?"]),
        (GOODBYE, goodbye(&format!("timer: 30, {ENDS}")), vec!["S120", "when the timer ends", ":57:"]),
        (GOODBYE, goodbye("timer: 30, silence: (to: \"hello\")"), vec!["S120", "asks for no reply"]),
        (
            GOODBYE,
            goodbye(&format!("timer: 4, silence: (to: \"end\"), {ENDS}")),
            vec!["S111", "a timer of `4` seconds"],
        ),
        (
            GOODBYE,
            goodbye(&format!("timer: 601, silence: (to: \"end\"), {ENDS}")),
            vec!["S111", "a timer of `601` seconds"],
        ),
        (GOODBYE, goodbye(&format!("silence: (to: \"end\"), {ENDS}")), vec!["S120", "without a timer"]),
        (GOODBYE, goodbye(&format!("timer: 9, silence: (to: \"ende\"), {ENDS}")), vec!["S101", "no beat `ende`"]),
        (
            GOODBYE,
            goodbye(&format!("timer: 9, silence: (shows: {{\"listening\": 4}}, to: \"end\"), {ENDS}")),
            vec!["S111", "level `4`"],
        ),
        (
            GOODBYE,
            goodbye(&format!("timer: 9, silence: (errors: [\"E99\"], to: \"end\"), {ENDS}")),
            vec!["S105", "no error `E99`"],
        ),
        (
            GOODBYE,
            goodbye(&format!("timer: 9, silence: (to: \"goodbye\"), {ENDS}")),
            vec!["S121", "leads back to itself without a choice"],
        ),
        (
            GOODBYE,
            goodbye(
                "reply: Paraphrase(about: [], decoys: [\"x\", \"y\"], to: \"end\"), otherwise: \"end\"), \"end\": (says: \"z\"",
            ),
            vec!["S125", "about nothing"],
        ),
        (
            GOODBYE,
            goodbye(
                "reply: Paraphrase(decoys: [\"x\", \"x\"], to: \"end\"), otherwise: \"end\"), \"end\": (says: \"z\"",
            ),
            vec!["S123", "`x` is listed twice"],
        ),
        ("format: 1", "format: 0".into(), vec!["S002", "no format `0`", ":3:13"]),
        ("format: 1", "format: 2".into(), vec!["S002", "format `2`", "formats up to `1`", ":3:13"]),
        ("format: 1", "format: 2, weather: \"rain\"".into(), vec!["S002", "format `2`"]),
    ];
    for (from, to, parts) in cases {
        let told = told(&[(from, &to)]);
        assert_eq!(told.len(), 1, "{from} → {to}: {told:#?}");
        for part in parts {
            assert!(told[0].contains(part), "`{part}` is not in: {}", told[0]);
        }
    }
}

#[test]
fn every_mistake_of_a_files_shape_is_told_at_once_in_order() {
    let told = told(&[
        ("sector: \"parcels\"", "sektor: \"parcels\""),
        ("kind: Economic", "kind: Ekonomic"),
        ("root_cause: true", "root_cause: 1"),
        ("severity: 2", "severity: \"two\""),
        ("by: Hours(2)", "by: 2"),
        ("channel: Phone", "channel: \"Phone\""),
        ("reveals: [\"late\"]", "reveals: \"late\""),
        ("\"number\": (", "\"open\": ("),
        (GOODBYE, "sais: \"All right. Goodbye.\""),
        ("say: \"Could I have your tracking number?\",", "say: \"Could I?\", say: \"Could I?\","),
        ("promise: \"call\",\n                    to: \"goodbye\",", "promise: \"call\","),
        ("Passive:", "Passiv:"),
    ]);
    let expected = [
        "no field `sektor`",
        "Did you mean `sector`?",
        "should be a whole number from 0 to 3",
        "`Ekonomic` is not one of the words",
        "should be `true` or `false`",
        "`Seconds(…)`",
        "`Phone` is a word of the language",
        "should be a list",
        "the id `open` is used twice",
        "the field `say` is written twice",
        "the field `to` is missing",
        "no field `sais`",
        "`Passiv` is not one of the words",
    ];
    let all = told.join("\n");
    for part in expected {
        assert!(all.contains(part), "`{part}` is not in:\n{all}");
    }
    assert!(told.iter().all(|one| one.starts_with("S001")), "{all}");
    assert_eq!(told.len(), 12, "{all}");
    let lines: Vec<usize> = told
        .iter()
        .map(|one| one.rsplit("p.ron:").next().unwrap().split(':').next().unwrap().parse().unwrap())
        .collect();
    assert!(lines.is_sorted(), "{lines:?}");
}

#[test]
fn what_comes_after_a_mistake_in_the_writing_is_not_guessed_at() {
    let told = told(&[
        ("sector: \"parcels\"", "sektor: \"parcels\""),
        ("start: \"hello\",", "start: \"hello\""),
        (GOODBYE, "sais: \"All right. Goodbye.\""),
    ]);
    let all = told.join("\n");
    assert!(all.contains("no field `sektor`") && all.contains("a comma is missing"), "{all}");
    assert!(!all.contains("sais"), "{all}");
}

#[test]
fn a_list_of_ways_without_a_last_one_is_told_beside_the_rest() {
    let told = told(&[
        ("sector: \"parcels\"", "sektor: \"parcels\""),
        (
            "promise: \"call\",\n                    to: \"goodbye\",",
            "promise: \"call\", to: [(if: Knows(\"late\"), go: \"goodbye\")],",
        ),
    ]);
    let all = told.join("\n");
    // Reading stopped at the first mistake, so the second is found when that is put right.
    assert!(all.contains("no field `sektor`"), "{all}");
    let told = self::told(&[(
        "promise: \"call\",\n                    to: \"goodbye\",",
        "promise: \"call\", to: [(if: Knows(\"late\"), go: \"goodbye\")],",
    )]);
    assert!(told.len() == 1 && told[0].contains("the last entry has an `if`"), "{told:#?}");
}

#[test]
fn words_from_another_place_are_told_with_what_can_stand_there() {
    for (from, to, parts) in [
        ("Scenario(\n", "Scenary(\n", vec!["`Scenary` cannot stand here", "begins with `Scenario(`"]),
        ("by: Hours(2)", "by: Hours", vec!["`Hours` needs something in brackets", "a whole number, 0 or more"]),
        ("by: Hours(2)", "by: Hours(-2)", vec!["a whole number, 0 or more"]),
        ("channel: Phone", "channel: Phone(1)", vec!["`Phone` stands alone"]),
        ("channel: Phone", "channel: Telephone", vec!["`Telephone` is not one of the words", "Known here:"]),
        ("facts: {", "facts: [", vec!["p.ron:"]),
        ("reply: Commit(offers: {", "reply: Comit(offers: {", vec!["`Comit`", "Did you mean `Commit`?"]),
        (
            "customer: (name: \"Amina\", persona: \"analytical\")",
            "customer: \"Amina\"",
            vec!["fields in round brackets"],
        ),
        ("customer: (", "customer: Person(", vec!["`Person` cannot stand here", "Leave `Person` out"]),
        ("customer: (name: \"Amina\", persona: \"analytical\")", "customer: ()", vec!["the field `name` is missing"]),
    ] {
        let told = told(&[(from, to)]);
        for part in parts {
            assert!(told.iter().any(|one| one.contains(part)), "{from} → {to}: `{part}` is not in: {told:#?}");
        }
    }
}

#[test]
fn files_that_are_no_text_are_told_apart() {
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(parcel().encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let latin: Vec<u8> = parcel().replace("is on us", "fut à nous").chars().map(|letter| letter as u32 as u8).collect();
    for (bytes, part) in [
        (utf16.as_slice(), "UTF-16"),
        (&utf16[2..], "NUL"),
        (latin.as_slice(), "not text in UTF-8"),
        (&parcel().as_bytes()[..300], ""),
        (b"", ""),
    ] {
        match source_from_bytes("p.ron", bytes) {
            Err(finding) => {
                assert_eq!(finding.code, "S003");
                assert!(!part.is_empty() && finding.title.contains(part), "{}", finding.title);
            }
            Ok(source) => {
                assert!(part.is_empty(), "{part}");
                let findings = load(&source, &Rules::builtin()).unwrap_err();
                assert!(findings.iter().all(|finding| finding.code == "S001"), "{findings:#?}");
            }
        }
    }
    assert!(findings("p.ron", "")[0].title.contains("the file is empty"));
    assert!(findings("p.ron", "\u{feff} \r\n")[0].title.contains("the file is empty"));
    let mixed = parcel().replacen('\n', "\r\n", 20);
    let source = source_from_bytes("p.ron", format!("\u{feff}{mixed}").as_bytes()).unwrap();
    let scenario = load(&source, &Rules::builtin()).unwrap();
    assert_eq!(scenario.hash(), load(&Source::new("p.ron", parcel()), &Rules::builtin()).unwrap().hash());
}

#[test]
fn brackets_without_end_are_refused_and_never_overflow() {
    for open in ["(", "[", "{", "Some(", "Not(", "All([", "/*", "\"", "r#\"", "#![enable("] {
        let deep = open.repeat(20_000);
        for text in [
            deep.clone(),
            parcel().replace("start: \"hello\"", &format!("start: {deep}")),
            parcel().replace(GOODBYE, &format!("says: [(if: {deep}")),
        ] {
            let findings = findings("deep.ron", &text);
            assert!(!findings.is_empty(), "{open}");
            assert!(findings.iter().all(|finding| !finding.title.is_empty()));
        }
    }
    // As deep as a condition may be: it is read, looked at, hashed and dropped.
    let nested = |depth: usize| format!("{NUMBER} if: {}Knows(\"late\"){},", "Not(".repeat(depth), ")".repeat(depth));
    assert_eq!(told(&[(NUMBER, &nested(50))]), Vec::<String>::new());
    assert!(!told(&[(NUMBER, &nested(1_000))]).is_empty());
}

#[test]
fn a_long_conversation_is_checked_without_recursion() {
    let mut beats = String::new();
    let count = 5_000;
    for beat in 0..count {
        let next = beat + 1;
        write!(
            beats,
            "\"b{beat}\": (says: \"x\", reply: Choose({{\"l\": (say: \"y\", to: \"b{next}\"), \"r\": (say: \"z\", to: \"b{next}\")}})),"
        )
        .unwrap();
    }
    write!(beats, "\"b{count}\": (says: \"x\"),").unwrap();
    let example = Example { kind: "beats".into(), line: 0, text: beats };
    assert_eq!(findings("long.ron", &completed(&example)), []);
    let broken = completed(&example).replace("to: \"b", "to: \"c");
    let told = findings("long.ron", &broken);
    assert_eq!(told.len(), 1_001);
    assert!(told[1_000].title.contains("9000 more findings"), "{}", told[1_000].title);
}
