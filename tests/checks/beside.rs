//! The files that stand beside a scenario: the examples of their rules, and translations in `amends check`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use amends::check::{Options, check_guide, check_translation};
use amends::course::{self, Difficulty};
use amends::diag::{Diagnostic, Source};
use amends::plays;
use amends::scenario::{Checked, Rules, load};
use amends::translation::texts;
use ron2::ast::{Expr, StructField, parse_document};
use serde_json::Value;

use super::frame::framed;
use crate::program::{amends, err, out};

fn scenario(part: &str) -> Checked {
    load(&Source::new("example.ron", framed(part)), &Rules::builtin()).expect("the scenario of an example is sound")
}

/// What is found in a part of a translation of a scenario.
pub fn of_translation(part: &str, example: &str) -> Vec<Diagnostic> {
    let scenario = scenario(part);
    let source = Source::new("example.fr.ron", translation(&scenario, example));
    check_translation(Some(&scenario), &source, &Options::default())
}

/// What is found in plays of a scenario.
pub fn of_plays(part: &str, example: &str) -> Vec<Diagnostic> {
    let source = Source::new("example.plays.ron", example);
    match plays::check(&source, &Arc::new(scenario(part)), &Arc::new(Rules::builtin())) {
        Ok(verdicts) => verdicts
            .into_iter()
            .flat_map(|one| one.findings.into_iter().chain(one.differences.into_iter().map(|other| other.finding)))
            .collect(),
        Err(findings) => findings,
    }
}

/// What is found in a guide of a scenario: the example's field in a guide that is whole.
pub fn of_guide(part: &str, example: &str) -> Vec<Diagnostic> {
    let whole = [
        ("aim", "\"Listen first.\""),
        ("minutes", "40"),
        ("set_up", "\"In pairs.\""),
        ("pauses", "[(at: \"desk\", ask: \"Why?\"), (at: \"desk\", ask: \"And now?\")]"),
        ("debrief", "[\"a\", \"b\", \"c\", \"d\", \"e\"]"),
        ("variation", "\"Change places.\""),
    ];
    let rest = whole.iter().filter(|(field, _)| !example.starts_with(field));
    let fields: String = rest.map(|(field, value)| format!("{field}: {value},\n")).collect();
    let source = Source::new("example.guide.ron", format!("Guide({example}\n{fields})"));
    check_guide(Some(&scenario(part)), &source, &Options::default())
}

/// What is found in a course through a library of conversations of the same difficulty but for one: the example's field in a course
/// that is whole.
pub fn of_course(example: &str) -> Vec<Diagnostic> {
    let whole = [
        ("format", "1"),
        ("id", "\"example\""),
        ("title", "\"First steps\""),
        ("about", "\"For everybody who is new.\""),
        ("measure", "(\"five\", \"six\")"),
        (
            "steps",
            "[(play: \"one\", how: Example), (play: \"two\", how: Hints), (play: \"three\", how: Alone), \
              (play: \"four\", how: Transfer)]",
        ),
        ("again", "[(after: Days(2), play: \"one\")]"),
    ];
    let rest = whole.iter().filter(|(field, _)| !example.starts_with(field));
    let fields: String = rest.map(|(field, value)| format!("{field}: {value},\n")).collect();
    let source = Source::new("courses/example.ron", format!("Course({example}\n{fields})"));
    let named = |id: &str| Arc::new(scenario(&format!("id: \"{id}\",")));
    let all = ["one", "two", "three", "four", "five", "six", "hard"].map(|id| (id, named(id)));
    let library: BTreeMap<&str, &Arc<Checked>> = all.iter().map(|(id, scenario)| (*id, scenario)).collect();
    course::check(&source, &library, |scenario| {
        Some(Difficulty { chance: 400, skilled: if scenario.id == "hard" { 700 } else { 850 } })
    })
}

/// A whole translation: the example's parts, and every text that it does not speak of as it is.
fn translation(scenario: &Checked, example: &str) -> String {
    let wrapped = format!("({example})");
    let mut head = [("format", "1"), ("of", "\"example\""), ("language", "\"fr\"")];
    let (mut own, mut known) = ("", BTreeSet::new());
    if let Some(Expr::AnonStruct(body)) = parse_document(&wrapped).expect("an example is a list of fields").value {
        for field in &body.fields {
            let value = &wrapped[field.value.span().start_offset..field.value.span().end_offset];
            if let Some((_, old)) = head.iter_mut().find(|(name, _)| *name == field.name.name) {
                *old = value;
            } else {
                own = &value[1..value.len() - 1];
                known = words(&field.value);
            }
        }
    }
    let rest = texts(scenario)
        .into_iter()
        .filter(|item| !known.contains(&item.key.to_string()) && !known.contains(&item.text))
        .map(|item| format!("{:?}: (of: {:?}, text: {:?}, meant: true),\n", item.key.to_string(), item.text, item.text))
        .collect::<String>();
    let head = head.iter().map(|(name, value)| format!("{name}: {value},\n")).collect::<String>();
    format!("Translation(\n{head}texts: {{\n{own}\n{rest}}},\n)\n")
}

/// The keys of an example's texts, and what they were made from.
fn words(texts: &Expr<'_>) -> BTreeSet<String> {
    let Expr::Map(map) = texts else { panic!("texts stand in braces") };
    let text = |expr: &Expr<'_>| match expr {
        Expr::String(text) => text.value.clone(),
        other => panic!("a text, not {other:?}"),
    };
    let of = |fields: &[StructField<'_>]| text(&fields.iter().find(|field| field.name.name == "of").unwrap().value);
    map.entries
        .iter()
        .flat_map(|entry| match &entry.value {
            Expr::AnonStruct(body) => [text(&entry.key), of(&body.fields)],
            other => panic!("an entry, not {other:?}"),
        })
        .collect()
}

/// A folder with a sound scenario and a translation of which one text is stale and one missing.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let example = r#"texts: {"title": (of: "Two days late", text: "Deux jours de retard"),
        "role": (of: "You answer the telephone at the depot.", text: ""),},"#;
    fs::write(folder.path().join("example.ron"), framed("")).unwrap();
    fs::write(folder.path().join("example.fr.ron"), translation(&scenario(""), example)).unwrap();
    folder
}

fn check(path: &Path, more: &[&str]) -> std::process::Output {
    let mut arguments = vec!["check", "--quick", path.to_str().unwrap()];
    arguments.extend(more);
    amends(&arguments, "")
}

#[test]
fn translations_are_checked_with_their_scenario_or_when_they_are_named() {
    let folder = folder();
    let translation = folder.path().join("example.fr.ron");
    for path in [folder.path(), &folder.path().join("example.ron"), &translation] {
        let json: Value = serde_json::from_str(&out(&check(path, &["--json"]))).unwrap();
        let findings = json["findings"].as_array().unwrap();
        let of = |code: &str| {
            findings.iter().filter(|one| one["code"] == code && one["file"] == translation.to_str().unwrap()).count()
        };
        assert_eq!((of("S136"), of("S137")), (1, 1), "{json:#}");
        assert_eq!(json["files"], if path == translation { 1 } else { 2 });
    }
    // Named twice is told once.
    let both = amends(&["check", "--quick", translation.to_str().unwrap(), folder.path().to_str().unwrap()], "");
    assert_eq!(out(&both).matches("is older than the text").count(), 1, "{}", out(&both));
}

#[test]
fn findings_of_translations_are_allowed_denied_and_told_to_other_programs() {
    let folder = folder();
    assert_eq!(check(folder.path(), &[]).status.code(), Some(0));
    let denied = check(folder.path(), &["--deny", "older-than-source"]);
    assert_eq!(denied.status.code(), Some(1));
    assert!(out(&denied).contains("error[S137]"), "{}", out(&denied));
    let allowed = out(&check(folder.path(), &["--allow", "S136,S137"]));
    assert!(!allowed.contains("S136") && !allowed.contains("S137"), "{allowed}");
    let sarif: Value = serde_json::from_str(&out(&check(folder.path(), &["--sarif"]))).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let stale = results.iter().find(|one| one["ruleId"] == "S137").unwrap();
    let uri = &stale["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert!(uri.as_str().unwrap().ends_with("example.fr.ron"), "{uri}");
    // A comment of the translator's own silences one place.
    let file = folder.path().join("example.fr.ron");
    let text = fs::read_to_string(&file)
        .unwrap()
        .replace("\"title\": (", "// allow: S137 because two is what we say\n\"title\": (");
    fs::write(&file, text).unwrap();
    let told = out(&check(folder.path(), &[]));
    assert!(!told.contains("S137") && !told.contains("S010") && told.contains("S136"), "{told}");
}

#[test]
fn what_stands_beside_a_scenario_and_is_no_translation_is_told_apart() {
    let folder = folder();
    // A copy of a scenario under a name like a translation's.
    fs::write(folder.path().join("example.backup.ron"), framed("")).unwrap();
    assert_eq!(check(folder.path(), &[]).status.code(), Some(0));
    let plays = folder.path().join("example.plays.ron");
    fs::write(&plays, "[]").unwrap();
    let told = check(&plays, &[]);
    assert_eq!(told.status.code(), Some(2));
    assert!(err(&told).contains("amends test"), "{}", err(&told));
    // Beside a scenario that is broken only what keeps a translation from being read is told.
    fs::write(folder.path().join("example.ron"), framed("start: \"dsk\"")).unwrap();
    assert!(!out(&check(folder.path(), &[])).contains("S137"));
    // Named itself, it brings along why the two cannot be compared.
    assert!(out(&check(&folder.path().join("example.fr.ron"), &[])).contains("no beat `dsk`"));
    fs::write(folder.path().join("example.fr.ron"), "Translation(").unwrap();
    assert!(out(&check(folder.path(), &[])).contains("error[S130]"));
}

#[test]
fn codes_of_plays_are_explained_like_all_others() {
    let told = out(&amends(&["check", "--explain", "P003"], ""));
    assert!(told.contains("P003 · plays-of-nothing") && told.contains("What to do"), "{told}");
    assert_eq!(
        out(&amends(&["check", "--explain", "p007"], "")),
        out(&amends(&["check", "--explain", "not-as-expected"], ""))
    );
}
