//! A conversation in which the customer waits only so long: in the window, in the terminal, and on record.

use std::path::Path;
use std::sync::Arc;

use amends::attempt::{Opening, Playing};
use amends::game::conversation::{self, UiState};
use amends::game::settings::Settings;
use amends::game::stage::Expression;
use amends::game::wiring::conversation::Conversation;
use amends::game::wiring::{conversation_view, debrief_view};
use amends::game::{Desk, Places};
use amends::session::Given;
use amends::store::{Filter, Sqlite, Store};
use bevy_egui::egui::Ui;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::bots::scenario;
use crate::drawn::drawn;
use crate::program::{amends, out, root};

/// Two questions with a timer, and one without.
const TIMED: &str = r#"#![enable(implicit_some)]
Scenario(
    format: 1,
    id: "timed",
    title: "The parcel that was not there",
    sector: "retail",
    language: "en",
    role: "You stand at the counter.",
    briefing: "A man comes in with a card that says his parcel is here.",
    customer: (name: "Juma", persona: "analytical"),
    failure: (severity: 1, kind: Economic),
    facts: {
        "card": (text: "the card says the parcel is here"),
        "twice": (text: "he has come twice"),
    },
    start: "counter",
    beats: {
        "counter": (
            says: "This card says it's here. I've come twice.",
            reveals: ["card", "twice"],
            timer: 20,
            silence: (
                shows: {"listening": 0},
                because: "He looked at you, and you looked at the screen.",
                waits: (time: Seconds(20)),
                to: "heard",
            ),
            reply: Choose({
                "twice": (
                    say: "Twice, and the card says it's here. I'm sorry. Let me look myself.",
                    shows: {"listening": 3},
                    because: "He got both his facts back.",
                    to: "heard",
                ),
                "wait": (
                    say: "It will turn up.",
                    shows: {"listening": 1},
                    because: "It may. He still came twice.",
                    to: "heard",
                ),
            }),
        ),
        "heard": (
            says: "So?",
            timer: 30,
            silence: (because: "He asked, and nothing came.", to: "end"),
            reply: Paraphrase(
                decoys: ["he wants his money back", "the parcel is a present"],
                to: "end",
            ),
        ),
        "end": (scene: "He puts the card on the counter."),
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

/// The conversation screen with what it needs.
struct Window {
    desk: Desk,
    settings: Settings,
    conversation: Conversation,
    ui: UiState,
}

impl Window {
    fn draw(&mut self, ui: &mut Ui) {
        let view = conversation_view::view(&self.desk, &self.conversation.playing, Expression::CALM, &self.settings);
        let action = conversation::show(ui, &self.desk.words, &view, &mut self.ui, &mut |_, _, _| {});
        if let Some(action) = action {
            assert_eq!(self.conversation.act(action), None);
        }
    }
}

/// A new attempt on screen, with timers as they are set.
fn open(data: &Path, timers: bool) -> Harness<'static, Window> {
    let places = Places { scenarios: root().join("scenarios"), data: data.to_owned(), open: None };
    let desk = Desk::new(places);
    let settings = Settings { words_at_once: true, timers, ..Settings::default() };
    let opening = Opening {
        seed: Some(1),
        settings: settings.that_help(),
        ..Opening::new(scenario(TIMED), TIMED, Arc::clone(&desk.rules))
    };
    let playing = desk.start(opening).unwrap();
    show(desk, settings, playing)
}

fn show(desk: Desk, settings: Settings, playing: Playing) -> Harness<'static, Window> {
    let window = Window { desk, settings, conversation: Conversation::new(playing), ui: UiState::default() };
    drawn(720.0, window, |ui, window| window.draw(ui))
}

fn pass(harness: &mut Harness<'_, Window>, seconds: usize) {
    for _ in 0..seconds {
        harness.state_mut().ui.wait(1.0, 240.0);
        harness.run();
    }
}

fn given(harness: &Harness<'_, Window>) -> Vec<Given> {
    harness.state().conversation.playing.turns().iter().map(|turn| turn.given.clone()).collect()
}

#[test]
fn with_timers_off_the_window_waits_for_ever() {
    assert!(!Settings::default().timers, "nobody is rushed who did not ask for it");
    let data = tempfile::tempdir().unwrap();
    let mut harness = open(data.path(), false);
    pass(&mut harness, 200);
    assert!(harness.query_by_label_contains("waits").is_none());
    assert_eq!(given(&harness), []);
    let attempts = Sqlite::in_folder(data.path()).attempts(&Filter::default()).unwrap();
    assert!(!attempts[0].start.settings.timers);
    // An attempt that began without timers never meets one.
    harness.state_mut().settings.timers = true;
    pass(&mut harness, 200);
    assert_eq!(given(&harness), []);
}

#[test]
fn silence_in_the_window_is_recorded_replayed_and_debriefed() {
    let data = tempfile::tempdir().unwrap();
    let mut harness = open(data.path(), true);
    pass(&mut harness, 23);
    assert_eq!(given(&harness), [Given::Silence]);
    assert!(harness.query_by_label("(You said nothing.)").is_some());
    assert!(harness.query_by_label_contains("He looked at you").is_some(), "the coach speaks to it");
    assert!(harness.query_by_label("Juma waits. 30 s").is_some(), "the next question has its own time");
    pass(&mut harness, 40);
    assert_eq!(given(&harness), [Given::Silence, Given::Silence]);

    let attempts = Sqlite::in_folder(data.path()).attempts(&Filter::default()).unwrap();
    assert!(attempts[0].start.settings.timers && attempts[0].is_finished());
    assert!(attempts[0].decisions.iter().all(|one| one.given == Given::Silence));
    let state = harness.state();
    let playing = &state.conversation.playing;
    let replayed = amends(&["replay", data.path().join("attempts.sqlite").to_str().unwrap(), "--json"], "");
    let replayed: serde_json::Value = serde_json::from_str(out(&replayed).lines().last().unwrap()).unwrap();
    assert_eq!(replayed["scorecard"], serde_json::to_value(playing.scorecard()).unwrap());

    let view = debrief_view::view(&state.desk, playing);
    assert_eq!(view.decisions[1].missed.len(), 2, "nothing of what he said was taken up");
    let words = amends::words::Words::english();
    let harness =
        drawn(1400.0, amends::game::debrief::UiState::at(amends::game::debrief::Page::Evidence), |ui, debrief| {
            amends::game::debrief::show(ui, &words, &view, debrief);
        });
    harness.get_by_label("(You said nothing.)");
    harness.get_by_label_contains("He looked at you");
    harness.get_by_label_contains("Let me look myself");
    harness.get_by_label("He got both his facts back.");
    assert!(harness.query_by_label("You said").is_none(), "nothing was said");
}

#[test]
fn a_timer_can_be_switched_off_in_the_middle_of_an_attempt() {
    let data = tempfile::tempdir().unwrap();
    let mut harness = open(data.path(), true);
    pass(&mut harness, 23);
    let mut desk = Desk::new(Places { scenarios: root().join("scenarios"), data: data.path().to_owned(), open: None });
    desk.look_again();
    let mut harness = show(
        Desk::new(desk.places.clone()),
        Settings { words_at_once: true, ..Settings::default() },
        desk.resume().unwrap(),
    );
    pass(&mut harness, 100);
    assert_eq!(given(&harness), [Given::Silence]);
}

#[test]
fn the_terminal_has_no_clock_and_says_that_silence_can_be_typed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("timed.ron");
    std::fs::write(&file, TIMED).unwrap();
    let data = folder.path().to_str().unwrap();
    let play =
        |typed: &str| out(&amends(&["play", file.to_str().unwrap(), "--text", "--seed", "1", "--data", data], typed));
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = words(&play("\nwhat\nsilence\n?\n1 2 3 4\n"));
    assert_eq!(told.matches("You may also type silence").count(), 3, "{told}");
    assert!(told.contains("Coach: He looked at you"), "{told}");
    assert!(told.contains("You said nothing.") && told.contains("Stronger: Twice"), "{told}");

    let pool = crate::program::pool();
    let told = out(&amends(&["play", pool.to_str().unwrap(), "--text", "--data", data], "\nsilence\n"));
    assert!(!told.contains("You may also type"), "nothing waits there: {told}");
}
