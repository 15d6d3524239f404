//! The window, without a window: the conversation screen driven by keys through the wiring the game itself uses.

use std::path::Path;
use std::sync::{Arc, Mutex};

use amends::attempt::{Line, Mode, Opening, Playing, Receipt, Recorder};
use amends::game::conversation::{self, UiState};
use amends::game::settings::Settings;
use amends::game::stage::Expression;
use amends::game::wiring::Screen;
use amends::game::wiring::conversation::{Conversation, Onward};
use amends::game::wiring::conversation_view::view;
use amends::game::{Desk, Places};
use amends::session::{Ask, Given};
use amends::store::Filter;
use amends::words::Language;
use bevy_egui::egui::{Key, Ui};
use egui_kittest::Harness;

use crate::bots::the_pool;
use crate::drawn::drawn;
use crate::program::{amends, out, pool, root};

/// The conversation screen with what it needs.
struct Window {
    desk: Desk,
    conversation: Conversation,
    ui: UiState,
    onward: Option<Onward>,
}

impl Window {
    fn draw(&mut self, ui: &mut Ui) {
        let settings = Settings { words_at_once: true, ..Settings::default() };
        let view = view(&self.desk, &self.conversation.playing, Expression::CALM, &settings);
        let action = conversation::show(ui, &self.desk.words, &view, &mut self.ui, &mut |_, _, _| {});
        if let Some(action) = action {
            self.onward = self.conversation.act(action);
        }
    }
}

fn open(data: &Path, seed: u64) -> Harness<'static, Window> {
    let places = Places { scenarios: root().join("scenarios"), data: data.to_owned(), open: None };
    let desk = Desk::new(places);
    let text = std::fs::read_to_string(pool()).unwrap();
    let opening = Opening {
        seed: Some(seed),
        mode: Mode::Assessment,
        ..Opening::new(the_pool(), &text, Arc::clone(&desk.rules))
    };
    let playing: Playing = desk.start(opening).unwrap();
    let window = Window { desk, conversation: Conversation::new(playing), ui: UiState::default(), onward: None };
    drawn(720.0, window, |ui, window| window.draw(ui))
}

/// Plays to the debrief with keys alone: the first of whatever there is to press.
fn play_by_keys(harness: &mut Harness<'_, Window>) {
    for _ in 0..200 {
        if harness.state().onward == Some(Onward::To(Screen::Debrief)) {
            return;
        }
        let key = match harness.state().conversation.playing.now().state.ask {
            Ask::Choose(_) => [Key::Num1, Key::Num1],
            Ask::Paraphrase(_) | Ask::Commit(_) => [Key::Num1, Key::Enter],
            Ask::Nothing => [Key::Enter, Key::Enter],
        };
        for key in key {
            // As long as it takes to read: a key before that does not answer.
            harness.run_steps(2);
            harness.key_press(key);
            harness.run();
        }
    }
    panic!("no debrief: {:?}", harness.state().conversation.playing.now().state.ask);
}

#[test]
fn window_terminal_and_replay_give_the_identical_scorecard() {
    let (by_window, by_text) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for seed in [1, 2, 3] {
        let mut harness = open(by_window.path(), seed);
        play_by_keys(&mut harness);
        let playing = &harness.state().conversation.playing;
        let in_the_window = serde_json::to_value(playing.scorecard()).unwrap();

        let typed: Vec<String> = playing.turns().iter().map(|turn| spelled(&turn.given)).collect();
        let typed = typed.join("\n");
        let (pool, folder, seed) = (pool(), by_text.path().to_str().unwrap(), seed.to_string());
        let played = amends(
            &["play", pool.to_str().unwrap(), "--text", "--assessment", "--json", "--seed", &seed, "--data", folder],
            &typed,
        );
        let text = out(&played);
        let in_the_terminal: serde_json::Value = serde_json::from_str(&text[text.find("\n{").unwrap()..]).unwrap();
        assert_eq!(in_the_window, in_the_terminal);

        for folder in [by_window.path(), by_text.path()] {
            let replayed = amends(&["replay", folder.join("attempts.sqlite").to_str().unwrap(), "--json"], "");
            let last = out(&replayed).lines().last().unwrap().to_owned();
            let replayed: serde_json::Value = serde_json::from_str(&last).unwrap();
            assert_eq!(replayed["scorecard"], in_the_window);
        }
    }
}

#[test]
fn a_translated_conversation_is_told_in_the_interface_s_language_and_goes_on_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let scenarios = folder.path().join("scenarios");
    std::fs::create_dir(&scenarios).unwrap();
    for file in ["heated-pool.ron", "heated-pool.sw.ron", "fifth-call.ron"] {
        std::fs::copy(root().join("scenarios").join(file), scenarios.join(file)).unwrap();
    }
    let places = Places { scenarios, data: folder.path().join("data"), open: None };
    let mut desk = Desk::speaking(Language::Swahili, places);
    let language = |desk: &Desk, id| desk.entry(id).unwrap().1.language.clone();
    assert_eq!([language(&desk, "heated-pool"), language(&desk, "fifth-call")], ["sw", "en"]);
    let (entry, scenario) = desk.entry("heated-pool").unwrap();
    assert_eq!(scenario.hash(), the_pool().hash(), "the same conversation");
    let (source, scenario) = (Arc::clone(&entry.source), Arc::clone(scenario));
    let opening = Opening { seed: Some(1), ..Opening::new(scenario, &source.text, Arc::clone(&desk.rules)) };
    let mut playing = desk.start(opening).unwrap();
    let Ask::Choose(replies) = playing.now().state.ask.clone() else { panic!("a choice") };
    playing.answer(Given::Reply(replies[0].clone()), std::time::Duration::ZERO).unwrap();
    assert_eq!(playing.scorecard().evidence.len(), 1);
    drop(playing);
    desk.speak(Language::English);
    assert_eq!(language(&desk, "heated-pool"), "en");
    assert_eq!(desk.words.text("menu-quit"), "Quit");
    let on = desk.resume().unwrap();
    assert_eq!(on.session().scenario().language, "sw", "an attempt goes on in the language it began in");
    let kept = desk.store().attempts(&Filter::default()).unwrap();
    assert_eq!(kept[0].start.language, "sw");
}

#[test]
fn what_is_said_on_the_phone_grows_faint_only_where_the_trainee_keeps_no_lines_and_the_record_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_owned();
    let desk = Desk::new(Places { scenarios: root().join("scenarios"), data, open: None });
    let (faint, kept) = (Settings { keep_lines: false, ..Settings::default() }, Settings::default());
    for (id, recorded, now, fades) in [
        ("fifth-call", &faint, &faint, true),
        ("fifth-call", &faint, &kept, false),
        ("fifth-call", &kept, &faint, false),
        ("heated-pool", &faint, &faint, false),
    ] {
        let (entry, scenario) = desk.entry(id).unwrap();
        let (source, scenario) = (Arc::clone(&entry.source), Arc::clone(scenario));
        let opening = Opening {
            seed: Some(1),
            settings: recorded.that_help(),
            ..Opening::new(scenario, &source.text, Arc::clone(&desk.rules))
        };
        let playing = desk.start(opening).unwrap();
        assert_eq!(view(&desk, &playing, Expression::CALM, now).lines_fade, fades, "{id}");
        let attempts = desk.store().attempts(&Filter::default()).unwrap();
        assert_eq!(attempts.last().unwrap().start.settings.lines_kept, recorded.keep_lines);
    }
}

/// A reply as it is typed in the terminal.
fn spelled(given: &Given) -> String {
    match given {
        Given::Reply(id) => id.to_string(),
        Given::Fragments(ids) => ids.iter().cloned().collect::<Vec<_>>().join(" "),
        Given::Silence => "silence".to_owned(),
    }
}

/// A disk that says when it has written only when it is told to.
#[derive(Debug, Default)]
struct Later(Mutex<Vec<Receipt>>);

impl Recorder for Later {
    fn append(&self, _: &[Line]) -> std::io::Result<()> {
        Ok(())
    }

    fn submit(&self, _: Vec<Line>) -> Receipt {
        let receipt = Receipt::default();
        self.0.lock().unwrap().push(receipt.clone());
        receipt
    }

    fn keep_scenario(&self, _: &str, _: &str) -> std::io::Result<()> {
        Ok(())
    }

    fn place(&self) -> String {
        "the slow disk".into()
    }
}

#[test]
fn what_comes_after_a_reply_is_shown_when_the_reply_is_kept_and_a_full_disk_stops_nobody() {
    let opening =
        Opening { seed: Some(1), ..Opening::new(the_pool(), "", Arc::new(amends::scenario::Rules::builtin())) };
    let disk = Arc::new(Later::default());
    let recorder = Arc::clone(&disk) as Arc<dyn Recorder>;
    let mut conversation = Conversation::new(Playing::start(opening, recorder).unwrap());
    let reply = |conversation: &mut Conversation| {
        let Ask::Choose(replies) = conversation.playing.now().state.ask.clone() else { panic!("a choice") };
        conversation.act(conversation::Action::Reply(replies[0].to_string()));
    };
    let taken = |conversation: &Conversation| conversation.playing.turns().len();
    let handed_in = || disk.0.lock().unwrap().len();
    assert_eq!(handed_in(), 1, "the start");
    reply(&mut conversation);
    reply(&mut conversation);
    assert_eq!((taken(&conversation), handed_in()), (0, 2), "a second click is no second reply");
    assert!(conversation.settle(), "it waits");
    disk.0.lock().unwrap()[1].sign(Ok(()));
    assert!(!conversation.settle());
    assert_eq!(taken(&conversation), 1);
    assert_eq!(conversation.playing.keeper().trouble(), None);
    reply(&mut conversation);
    disk.0.lock().unwrap()[2].sign(Err(std::io::ErrorKind::StorageFull.into()));
    assert!(!conversation.settle());
    assert_eq!(taken(&conversation), 2, "the play goes on");
    assert!(conversation.playing.keeper().trouble().unwrap().contains("the slow disk"));
}
