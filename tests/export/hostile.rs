//! Text that wants to be more than text, in everything a person or an author can write.

use std::fs;

use calamine::{Data, Reader, Xlsx as Book, open_workbook};
use serde_json::Value;

use super::*;

/// What no output may hold as it is.
const LIVE: [char; 6] = ['\u{1b}', '\u{202e}', '\u{2066}', '\0', '\u{8}', '\u{85}'];

fn hostile() -> Vec<String> {
    let mut texts: Vec<String> = [
        "=HYPERLINK(\"http://x.example\",\"go\")",
        "+1+cmd|'/C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "'=1",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "\u{1b}[2J\u{1b}]0;owned\u{7}",
        "../../etc/passwd\0.csv",
        "cod.\u{202e}exe\u{2066}",
        "a,b;c\"d\"\r\ne\u{85}\u{8}",
        "{{7*7}} ${x} `id` $(id)",
        "_x001B_ &amp; ]]>",
        "नमस्ते مرحبا 名前 👋🏽",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("W\u{202e}x=1,\"".repeat(12_000));
    texts
}

/// A conversation all of whose texts are this one.
fn conversation(text: &str) -> String {
    let text = format!("{text:?}");
    format!(
        r#"#![enable(implicit_some)]
Scenario(
    format: 1, id: "hostile", title: {text}, sector: "test", language: "en", role: {text},
    customer: (name: {text}, persona: "analytical"), failure: (severity: 1, kind: Economic),
    facts: {{ "one": (text: {text}) }},
    promises: {{ "call": (what: {text}, owner: {text}, by: Days(2)) }},
    start: "desk",
    beats: {{
        "desk": (says: {text}, reveals: ["one"], reply: Choose({{
            "own": (say: {text}, act: {text}, shows: {{"listening": 2}}, because: {text}, to: "and"),
            "rules": (say: {text}, shows: {{"listening": 0}}, because: {text}, to: "and"),
        }})),
        "and": (says: {text}, reply: Commit(offers: {{
            "call": (say: {text}, promise: "call", shows: {{"follow-through": 2}}, because: {text}, to: "end"),
            "later": (what: {text}, say: {text}, shows: {{"follow-through": 0}}, because: {text}, to: "end"),
        }})),
        "end": (says: {text}),
    }},
    outcomes: {{ReturnsAndRefers: {text}, Passive: {text}, Complains: {text}, WalksAway: {text}, GoesPublic: {text}}},
)"#
    )
}

/// All the texts in a JSON value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(fields) => {
            fields.iter().flat_map(|(key, value)| [vec![key.as_str()], texts(value)].concat()).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn hostile_text_is_text_in_every_output() {
    for text in hostile() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let played = Played::of(&conversation(&text));
        let name: String = text.chars().filter(|letter| *letter != '\0').collect();
        let play = Play { trainee: Some(&name), cohort: Some(&text), pick: 1, ..Play::default() };
        let mut attempt = lines(&played, &play);
        attempt.push(reflection(&attempt, &text));
        keep(&data, &played, &[attempt]);
        let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let shown = amends::export::visible(&played.scenario.title);

        run_well(&data, &["export", &path("out.csv"), "--names", "--free-text"]);
        for which in ["attempts", "decisions"] {
            let written = fs::read_to_string(path(&format!("out-{which}.csv"))).unwrap();
            assert!(!written.contains(LIVE), "{text:?}");
            let rows = csv(&written);
            for cell in rows[1..].iter().flatten() {
                let first = cell.trim_start().chars().next();
                assert!(!first.is_some_and(|first| "=+-@\t\r".contains(first)), "{cell:?}");
            }
            let title = column(&rows, "title")[0];
            let plain = title.strip_prefix('\'').unwrap_or(title);
            assert_eq!(plain, shown, "one apostrophe off, and it is what was written");
        }

        run_well(&data, &["export", &path("out.xlsx"), "--names", "--free-text"]);
        let mut book: Book<_> = open_workbook(path("out.xlsx")).unwrap();
        for sheet in book.sheet_names() {
            assert!(book.worksheet_formula(&sheet).unwrap().cells().all(|(.., formula)| formula.is_empty()));
        }
        let range = book.worksheet_range("Attempts").unwrap();
        let at = range.rows().next().unwrap().iter().position(|cell| *cell == Data::String("title".into())).unwrap();
        let title = range.get((1, at)).unwrap().to_string();
        if shown.encode_utf16().count() <= 32_767 {
            assert_eq!(title, shown);
        } else {
            assert!(title.ends_with("takes no more]") && shown.starts_with(title.split(" […").next().unwrap()));
        }
        assert!(!title.contains(LIVE));

        run_well(&data, &["export", &path("out.jsonl"), "--as", "xapi", "--names"]);
        let statements = fs::read_to_string(path("out.jsonl")).unwrap();
        assert!(statements.lines().count() >= 3);
        for line in statements.lines() {
            let statement: Value = serde_json::from_str(line).unwrap();
            for text in texts(&statement) {
                assert!(!text.contains(LIVE), "{text:?}");
            }
            assert_eq!(statement["actor"]["account"]["name"], Value::String(amends::export::visible(&name)));
        }
        let written = run_well(&data, &["export", &path("out.parquet"), "--names"]);
        assert!(!String::from_utf8(written.stdout).unwrap().contains(LIVE));
    }
}
