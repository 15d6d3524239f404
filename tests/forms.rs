//! Forms of a conversation: the same case with another temperament or another person, played, checked and recorded like any other.

use std::fs;
use std::sync::Arc;

use amends::check::{Options, check};
use amends::diag::Source;
use amends::scenario::{Checked, FormId, Rules, load};
use amends::score::scorecard;
use amends::session::{Given, Session};
use amends::store::{Filter, Sqlite, Store};
use serde_json::Value;

use crate::program::{amends, err, out};

/// A small shop, twice told otherwise.
const FORMS: &str = r#"forms: {
    "anxious": (
        about: "afraid of what comes next",
        persona: "anxious",
        says: {"start": "I have been so worried. You close at six?"},
        replies: {"start/plain": (shows: {"listening": 3}, because: "Plain words are what calms.")},
    ),
    "other-name": (
        about: "the same case, another name",
        name: "Oluwaseun",
        words: {"she": "he", "He": "She", "Amina": "Oluwaseun"},
    ),
},"#;

fn text(forms: &str) -> String {
    format!(
        r#"#![enable(implicit_some)]
Scenario(
    format: 1, id: "shop", title: "Amina and the shop", sector: "retail", language: "en", role: "You work in a shop.",
    customer: (name: "Amina", persona: "analytical"),
    failure: (severity: 1, kind: Economic),
    {forms}
    start: "start",
    beats: {{
        "start": (
            scene: "Amina looks at the door: she is late, and sheds no tear. He waits.",
            says: "You close at six?",
            reply: Choose({{
                "plain": (say: "At six, yes.", shows: {{"listening": 1}}, to: "end"),
                "short": (say: "Yes.", shows: {{"listening": 0}}, to: "end"),
            }}),
        ),
        "end": (says: "Thank you."),
    }},
    outcomes: {{ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e"}},
)"#
    )
}

fn loaded(forms: &str) -> Checked {
    load(&Source::new("shop.ron", text(forms)), &Rules::builtin()).expect("a sound scenario")
}

fn in_form(scenario: &Checked, form: &str) -> Checked {
    scenario.in_form(&FormId::from(form)).expect("a form")
}

#[test]
fn the_same_reply_is_worth_more_to_another_temperament() {
    let shop = loaded(FORMS);
    let listening = |scenario: Checked| {
        let session = Session::new(Arc::new(scenario), Arc::new(Rules::builtin()), 0, None).unwrap();
        let turns = session.play([&Given::Reply("plain".into())]).unwrap();
        let persona = session.persona().id.clone();
        let card = scorecard(&session, &turns);
        (persona, card.competencies.iter().find(|one| one.id.as_str() == "listening").and_then(|one| one.score))
    };
    let (persona, score) = listening(in_form(&shop, "anxious"));
    assert_eq!((persona.as_str(), score), ("anxious", Some(1000)));
    let (persona, score) = listening(shop);
    assert_eq!((persona.as_str(), score), ("analytical", Some(500 * 2)), "1 of at most 1");
}

#[test]
fn words_change_places_whole_and_at_once() {
    let shop = in_form(&loaded(FORMS), "other-name");
    let start = shop.beats.get(&"start".into()).and_then(|beat| beat.scene.as_deref());
    assert_eq!(start, Some("Oluwaseun looks at the door: he is late, and sheds no tear. She waits."));
    assert_eq!((shop.title.as_str(), shop.customer.name.as_str()), ("Oluwaseun and the shop", "Oluwaseun"));
    assert!(shop.forms.is_empty(), "a form has no forms");
}

#[test]
fn a_form_belongs_to_its_file_and_a_twin_has_its_shape() {
    let (plain, shop) = (loaded(""), loaded(FORMS));
    assert_ne!(plain.hash(), shop.hash(), "forms are played, so they count");
    assert_eq!(plain.shape(), shop.shape(), "what was learnt about the items is not lost when a form is added");
    let (anxious, twin) = (in_form(&shop, "anxious"), in_form(&shop, "other-name"));
    assert_eq!([anxious.hash(), twin.hash()], [shop.hash(); 2]);
    assert_eq!(twin.shape(), shop.shape());
    assert_ne!(anxious.shape(), shop.shape());
    assert!(shop.in_form(&FormId::from("nobody")).is_none());
}

#[test]
fn what_is_wrong_with_a_form_is_told_at_its_place() {
    let wrong = r#"forms: {
    "Bad Id": (about: "", persona: "anxous", locus: 1200),
    "lost": (
        about: "points nowhere",
        facts: {"nothing": "x"},
        says: {"strat": "Hello?"},
        replies: {"start/plan": (shows: {"listning": 4}, errors: ["E99"], skills: ["L9"])},
    ),
},"#;
    let findings = load(&Source::new("shop.ron", text(wrong)), &Rules::builtin()).expect_err("much is wrong");
    let mut codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["S101", "S101", "S101", "S102", "S103", "S104", "S105", "S105", "S111", "S111", "S124"]);
    assert!(findings.iter().all(|finding| finding.span.is_some()), "{findings:?}");
}

#[test]
fn what_a_form_says_in_its_own_words_is_underlined_there() {
    let long = "I have been so worried about it, and so has everybody at home. ".repeat(12);
    let forms = FORMS.replace("I have been so worried. You close at six?", &long);
    let source = Source::new("shop.ron", text(&forms));
    let findings = check(&source, &Rules::builtin(), &Options::default());
    let own = source.text.find(long.as_str()).expect("it stands there once");
    let own: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.span.as_ref().is_some_and(|span| span.start + 1 == own))
        .map(|finding| finding.title.as_str())
        .collect();
    assert!(own.iter().any(|title| title.starts_with("in the form `anxious`, ")), "{own:?} of {findings:#?}");
}

/// The shop in a folder of its own, and the name of a file there.
fn shop() -> (tempfile::TempDir, impl Fn(&str) -> String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    fs::write(path.join("shop.ron"), text(FORMS)).unwrap();
    (folder, move |name: &str| path.join(name).display().to_string())
}

#[test]
fn an_attempt_is_kept_and_replayed_in_its_form() {
    let (_folder, file) = shop();
    let (shop, data) = (file("shop.ron"), file("data"));
    let play = |form: &str| amends(&["--data", &data, "play", &shop, "--text", "--seed", "1", "--form", form], "1\n");
    let played = play("anxious");
    assert!(played.status.success() && out(&played).contains("I have been so worried"), "{}", out(&played));
    assert!(out(&played).contains("possible here: "), "{}", out(&played));
    let attempts = Sqlite::in_folder(file("data")).attempts(&Filter::default()).unwrap();
    let start = &attempts[0].start;
    assert_eq!((start.form.clone(), start.persona.as_str()), (Some("anxious".into()), "anxious"));
    let replayed = amends(&["--data", &data, "replay"], "");
    assert!(replayed.status.success() && out(&replayed).contains("so worried"), "{}", out(&replayed));
    let unknown = play("anxius");
    assert!(unknown.status.code() == Some(2) && err(&unknown).contains("`anxious`, `other-name`"), "{}", err(&unknown));
}

#[test]
fn every_form_is_looked_at_and_played() {
    let (_folder, file) = shop();
    let simulated = amends(&["simulate", &file("shop.ron"), "--plays", "3", "--json"], "");
    let form = |line: &str| serde_json::from_str::<Value>(line).unwrap()["form"].clone();
    let forms: Vec<Value> = out(&simulated).lines().map(form).collect();
    assert_eq!(forms, [Value::Null, Value::from("anxious"), Value::from("other-name")]);
    let explored = amends(&["explore", &file("shop.ron"), "--form", "anxious", "--json"], "");
    let found: Value = serde_json::from_str(&out(&explored)).unwrap();
    assert_eq!((&found["form"], &found["persona"]), (&Value::from("anxious"), &Value::from("anxious")));
    let forms = text(FORMS).replace("words: {", "words: {\"Nobody\": \"Somebody\", ");
    fs::write(file("shop.ron"), forms).unwrap();
    let checked = amends(&["check", &file("shop.ron")], "");
    let told = out(&checked) + &err(&checked);
    assert!(told.contains("in the form `anxious`, ") && told.contains("S217"), "{told}");
    let plays = r#"[
        (name: "worried", form: "anxious", gives: [reply("plain")], left: false),
        (name: "nobody", form: "nobody", gives: [reply("plain")], left: false),
    ]"#;
    fs::write(file("shop.plays.ron"), plays).unwrap();
    let tested = amends(&["test", &file("shop.ron")], "");
    let told = out(&tested) + &err(&tested);
    assert!(told.contains("the scenario has no form `nobody`"), "{told}");
}
