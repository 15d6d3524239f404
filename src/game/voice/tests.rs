//! The voice with a program that writes down what it was called with, in place of the system's.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::state::app::StatesPlugin;
use tempfile::TempDir;

use super::*;
use crate::attempt::Opening;
use crate::game::conversation::Action;
use crate::game::desk::{Desk, Places};
use crate::session::Ask;

/// A folder with a program in it that writes each of its arguments, and what it reads, into a file of its own, and then goes on
/// for as long as `speaks` has it.
struct Fake {
    folder: TempDir,
}

impl Fake {
    fn program(name: &str, speaks: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(name);
        let here = folder.path().display();
        // Whole calls are moved into sight at once. What was asked to stop anything is through at once.
        let script = format!(
            "#!/bin/sh\nexec 9>\"{here}/$$.part\"\nfor one in \"$@\"; do printf '%s\\0' \"$one\" >&9; done\n\
             [ \"$*\" = -S ] || {{ [ \"$1\" = -f ] && cat >&9; }}\nmv \"{here}/$$.part\" \"{here}/$$.call\"\n\
             [ \"$*\" = -S ] && exit 0\n{speaks}\n"
        );
        fs::write(&file, script).expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("made a program");
        Self { folder }
    }

    fn speaker(&self, service: Service) -> Speaker {
        Speaker::looking_in(service, self.folder.path().as_os_str())
    }

    fn calls(&self) -> Vec<(PathBuf, Vec<String>)> {
        let files = fs::read_dir(self.folder.path()).expect("read").map(|item| item.expect("an item").path());
        let mut calls: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|end| end == "call")).collect();
        calls.sort_by_key(|file| file.metadata().and_then(|about| about.modified()).expect("a time"));
        let parts = |file: &Path| {
            let text = fs::read_to_string(file).expect("text");
            text.split_terminator('\0').map(str::to_owned).collect::<Vec<_>>()
        };
        calls.into_iter().map(|file| (file.clone(), parts(&file))).collect()
    }

    /// What the program was called with, once it was called so often.
    fn called(&self, times: usize) -> Vec<Vec<String>> {
        let start = Instant::now();
        while self.calls().len() < times && start.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(5));
        }
        let calls: Vec<_> = self.calls().into_iter().map(|(_, parts)| parts).collect();
        assert_eq!(calls.len(), times, "{calls:?}");
        calls
    }
}

fn line(turn: usize, words: &str) -> Line {
    Line { turn, hearings: 0, language: "sw".into(), words: words.into() }
}

fn ends(words: &[String], with: &[&str]) {
    let tail: Vec<&str> = words.iter().rev().take(with.len()).rev().map(String::as_str).collect();
    assert_eq!(tail, with, "{words:?}");
}

#[test]
fn a_line_reaches_the_program_as_it_is_whatever_is_in_it() {
    let nasty = "--version\n\"$(touch /tmp/amends)\" 'quoted' `x`; maji ni baridi – \\n *leo*";
    let plain = nasty.replace("*leo*", "leo");
    let fake = Fake::program("spd-say", "");
    let mut speaker = fake.speaker(Service::SpeechDispatcher);
    speaker.say("sw", nasty);
    ends(fake.called(1).first().expect("a call"), &["-l", "sw", "--", &plain]);

    let fake = Fake::program("say", "");
    let mut speaker = fake.speaker(Service::Say);
    speaker.say("sw", nasty);
    // First it was asked for its voices, and printed none.
    let calls = fake.called(2);
    ends(calls.first().expect("a call"), &["-v", "?"]);
    assert_eq!(*calls.last().expect("a call"), ["-f", "-", &plain]);
}

#[test]
fn a_line_is_spoken_once_and_ends_with_its_turn_a_pause_and_the_program() {
    let fake = Fake::program("spd-say", "exec sleep 60");
    let mut voice = Voice::of(fake.speaker(Service::SpeechDispatcher));
    voice.attend(Some(line(0, "Ni baridi.")), true);
    voice.attend(Some(line(0, "Ni baridi.")), true);
    ends(fake.called(1).last().expect("a call"), &["--", "Ni baridi."]);
    assert!(voice.speaker.is_speaking());
    voice.attend(Some(line(1, "Na sasa?")), true);
    let calls = fake.called(2);
    ends(calls.last().expect("a call"), &["-S", "-l", "sw", "--", "Na sasa?"]);

    voice.attend(Some(line(1, "Na sasa?")), false);
    ends(fake.called(3).last().expect("a call"), &["-S"]);
    assert!(!voice.speaker.is_speaking(), "a pause is silent");
    voice.attend(Some(line(1, "Na sasa?")), false);
    voice.attend(Some(line(1, "Na sasa?")), true);
    ends(fake.called(4).last().expect("a call"), &["-w", "-l", "sw", "--", "Na sasa?"]);
    assert!(voice.speaker.is_speaking(), "what was cut off is spoken again");

    voice.attend(None, true);
    ends(fake.called(5).last().expect("a call"), &["-S"]);
    voice.attend(Some(line(2, "Asante.")), true);
    fake.called(6);
    drop(voice);
    ends(fake.called(7).last().expect("a call"), &["-S"]);
}

#[test]
fn a_line_that_was_spoken_is_not_spoken_again_after_a_pause_but_once_more_when_asked_for() {
    let fake = Fake::program("spd-say", "");
    let mut voice = Voice::of(fake.speaker(Service::SpeechDispatcher));
    voice.attend(Some(line(0, "Ni baridi.")), true);
    fake.called(1);
    while voice.speaker.is_speaking() {
        std::thread::sleep(Duration::from_millis(5));
    }
    voice.attend(Some(line(0, "Ni baridi.")), false);
    voice.attend(Some(line(0, "Ni baridi.")), true);
    voice.attend(Some(Line { hearings: 1, ..line(0, "Ni baridi.") }), true);
    fake.called(2);
}

#[test]
fn nothing_is_spoken_while_it_is_off_and_a_line_without_words_needs_no_voice() {
    let fake = Fake::program("spd-say", "");
    let mut voice = Voice::of(fake.speaker(Service::SpeechDispatcher));
    voice.attend(Some(line(0, "Ni baridi.")), false);
    voice.attend(Some(line(1, " \n")), true);
    voice.attend(None, true);
    drop(voice);
    std::thread::sleep(Duration::from_millis(100));
    assert!(fake.calls().is_empty());
}

#[test]
fn a_service_that_is_missing_or_gives_up_is_told_of_and_never_needed() {
    let empty = tempfile::tempdir().expect("a folder");
    let mut voice = Voice::of(Speaker::looking_in(Service::SpeechDispatcher, empty.path().as_os_str()));
    voice.attend(Some(line(0, "Ni baridi.")), true);
    assert_eq!(voice.speech(false), Speech::Missing { program: "spd-say".into() });

    let fake = Fake::program("spd-say", "exit 1");
    let mut voice = Voice::of(fake.speaker(Service::SpeechDispatcher));
    assert_eq!(voice.speech(false), Speech::Ready);
    assert_eq!(voice.speech(true), Speech::Read);
    voice.attend(Some(line(0, "Ni baridi.")), true);
    while voice.speaker.is_speaking() {
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(voice.speech(false), Speech::Failed { program: "spd-say".into() });

    let by_where_one_stands = Speaker::looking_in(Service::SpeechDispatcher, std::ffi::OsStr::new(".:bin:"));
    assert!(!by_where_one_stands.is_there());
}

/// The pool's conversation at its beginning.
fn pool(folder: &Path) -> Conversation {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/heated-pool.ron");
    fs::copy(&file, folder.join("heated-pool.ron")).expect("copied");
    let places = Places { scenarios: folder.to_owned(), data: folder.join("data"), open: None };
    let desk = Desk::new(places);
    let (entry, scenario) = desk.entry("heated-pool").expect("the pool");
    let (source, scenario) = (Arc::clone(&entry.source), Arc::clone(scenario));
    let opening = Opening { seed: Some(1), ..Opening::new(scenario, &source.text, Arc::clone(&desk.rules)) };
    Conversation::new(desk.start(opening).expect("started"))
}

#[test]
fn the_window_speaks_each_line_of_a_conversation_and_only_while_nobody_else_reads_it() {
    let (fake, folder) = (Fake::program("spd-say", "exec sleep 60"), tempfile::tempdir().expect("a folder"));
    let mut app = App::new();
    app.add_plugins(StatesPlugin).init_state::<Screen>().add_message::<AppExit>();
    app.insert_resource(Settings { speak: true, ..Settings::default() });
    app.insert_resource(AccessibilityRequested::default());
    app.insert_resource(Voice::of(fake.speaker(Service::SpeechDispatcher)));
    app.insert_resource(pool(folder.path())).add_systems(Last, attend);
    app.update();
    assert!(fake.calls().is_empty(), "the menu is shown");
    let line = |app: &App| app.world().resource::<Conversation>().line().expect("she speaks");
    app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Conversation);
    app.update();
    app.update();
    let first = service::speakable(&line(&app).words);
    ends(fake.called(1).last().expect("a call"), &["-l", "en", "--", &first]);
    let mut conversation = app.world_mut().resource_mut::<Conversation>();
    let Ask::Choose(replies) = &conversation.playing.now().state.ask else { panic!("it begins with a choice") };
    let reply = replies.first().expect("a reply").to_string();
    conversation.act(Action::Reply(reply));
    app.update();
    let second = service::speakable(&line(&app).words);
    assert_ne!(first, second);
    ends(fake.called(2).last().expect("a call"), &["--", &second]);
    app.world().resource::<AccessibilityRequested>().set(true);
    app.update();
    ends(fake.called(3).last().expect("a call"), &["-S"]);
    app.world().resource::<AccessibilityRequested>().set(false);
    app.update();
    fake.called(4);
    app.world_mut().write_message(AppExit::Success);
    app.update();
    ends(fake.called(5).last().expect("a call"), &["-S"]);
}
