//! A conversation that goes over to another channel: what the window is told of it.

use std::sync::Arc;

use amends::attempt::{Opening, Playing};
use amends::game::conversation::{View, Who};
use amends::game::settings::Settings;
use amends::game::stage::Expression;
use amends::game::wiring::conversation_view;
use amends::game::{Desk, Places};
use amends::library;
use amends::scenario::{Channel, Rules};
use amends::session::Given;
use std::time::Duration;

use crate::bots::scenario;
use crate::program::root;

/// Rung, kept on hold, written to by mail, asked in public and answered by mail.
const MOVING: &str = r#"#![enable(implicit_some)]
Scenario(
    format: 1,
    id: "moving",
    title: "The lamp in pieces",
    sector: "retail",
    language: "en",
    role: "You answer the telephone.",
    briefing: "A lamp came broken.",
    customer: (name: "Juma", persona: "analytical"),
    failure: (severity: 1, kind: Economic),
    facts: {"lamp": (text: "the lamp came in pieces")},
    start: "call",
    beats: {
        "call": (
            channel: Phone,
            says: "My lamp is in pieces.",
            reveals: ["lamp"],
            reply: Choose({
                "hold": (act: "You look for the order.", say: "One moment.", shows: {"listening": 1}, because: "He waits.",
                    waits: (time: Minutes(4)), to: "still"),
                "ask": (say: "In pieces. I'm sorry.", shows: {"listening": 2}, because: "He was heard.", to: "mail"),
            }),
        ),
        "still": (
            says: "Are you there?",
            reply: Choose({
                "yes": (say: "Yes. Please write to me.", shows: {"listening": 1}, because: "He must write now.", to: "mail"),
                "no": (say: "Nearly.", shows: {"listening": 0}, because: "He asked.", to: "mail"),
            }),
        ),
        "mail": (
            channel: Email,
            scene: "The subject line says: LAMP, order 12.",
            says: "Here is the photo.",
            reply: Choose({
                "thanks": (say: "Thank you for the photo.", shows: {"listening": 1}, because: "Polite.", to: "post"),
                "wait": (act: "You leave it until tomorrow.", shows: {"listening": 0}, because: "He waits again.", to: "post"),
            }),
        ),
        "post": (
            channel: Social,
            audience: 40000,
            after: Days(3),
            says: "Three days, and no lamp.",
            reply: Choose({
                "sorry": (say: "I'm sorry. I write to you now.", shows: {"listening": 2}, because: "In public.", to: "again"),
                "hide": (act: "You hide it.", shows: {"listening": 0}, because: "They saw.", to: "again"),
            }),
        ),
        "again": (channel: Email, says: "And?"),
    },
    outcomes: {
        ReturnsAndRefers: "He comes again.",
        Passive: "He comes when he must.",
        Complains: "He writes a letter.",
        WalksAway: "He goes elsewhere.",
        GoesPublic: "He tells everybody.",
    },
)
"#;

/// What the window is told after each of these replies, and before the first.
fn views(replies: &[&str]) -> Vec<View> {
    let data = tempfile::tempdir().unwrap();
    let desk = Desk::new(Places { scenarios: root().join("scenarios"), data: data.path().to_owned(), open: None });
    let settings = Settings::default();
    let opening = Opening {
        seed: Some(1),
        settings: settings.that_help(),
        ..Opening::new(scenario(MOVING), MOVING, Arc::clone(&desk.rules))
    };
    let mut playing = desk.start(opening).unwrap();
    let see = |playing: &Playing| conversation_view::view(&desk, playing, Expression::CALM, &settings);
    let mut views = vec![see(&playing)];
    for reply in replies {
        playing.answer(Given::Reply((*reply).into()), Duration::ZERO).unwrap();
        views.push(see(&playing));
    }
    views
}

#[test]
fn a_hold_and_a_change_of_channel_are_told_and_nothing_else_is() {
    let since: Vec<_> = views(&["hold", "yes", "thanks", "sorry"]).into_iter().map(|view| view.since).collect();
    let told = [
        None,
        Some("On hold: 4 minutes."),
        Some("By e-mail."),
        Some("3 days later. In public, online."),
        Some("By e-mail."),
    ];
    assert_eq!(since, told.map(|text| text.map(str::to_owned)));
    assert_eq!(views(&["ask"])[1].since.as_deref(), Some("By e-mail."));
}

#[test]
fn the_thread_holds_what_was_written_on_this_channel() {
    let views = views(&["hold", "yes", "wait", "hide"]);
    assert!(views[..3].iter().all(|view| view.thread.is_empty()), "nothing was written before");
    assert!(views[3].thread.is_empty(), "and nothing in public");
    let mails = &views[4].thread;
    let lines: Vec<_> = mails.iter().map(|said| (said.who, said.act.as_deref(), said.words.as_str())).collect();
    let acted = Some("You leave it until tomorrow.");
    assert_eq!(lines, [(Who::Customer, None, "Here is the photo."), (Who::You, acted, "")]);
    assert_eq!(mails[0].scene.as_deref(), Some("The subject line says: LAMP, order 12."));
}

#[test]
fn mails_are_about_what_the_scene_told_and_only_the_public_has_an_audience() {
    let views = views(&["ask", "thanks", "sorry"]);
    let about: Vec<_> =
        views.iter().map(|view| (view.subject.as_str(), view.answers, view.watching.is_some())).collect();
    let lamp = "LAMP, order 12";
    assert_eq!(about, [("", false, false), (lamp, false, false), ("", false, true), (lamp, true, false)]);
    assert_eq!(views[2].watching, Some(40_000), "as many as the scenario says");
}

#[test]
fn every_shipped_post_says_how_many_people_read_along() {
    let rules = Rules::builtin();
    let entries = library::list(&root().join("scenarios"), &rules).unwrap();
    let silent: Vec<String> = entries
        .iter()
        .map(|entry| entry.scenario.as_ref().unwrap())
        .flat_map(|scenario| scenario.beats.iter().map(move |(id, beat)| (scenario, id, beat)))
        .filter(|(scenario, _, beat)| scenario.channel(beat) == Channel::Social && beat.audience.is_none())
        .map(|(scenario, id, _)| format!("{}: {id}", scenario.id))
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}
