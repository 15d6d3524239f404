//! A scenario's file is rewritten behind the game's back, without a window.

mod translated;

use std::fs;
use std::time::{Duration, Instant};

use bevy::state::app::StatesPlugin;
use tempfile::TempDir;

use super::*;
use crate::attempt::Playing;
use crate::game::desk::Places;
use crate::session::Ask;
use crate::store::Filter;
use crate::words::Language;

/// The game with one scenario in a folder, opened on one screen.
struct Game {
    app: App,
    folder: TempDir,
}

impl Game {
    fn open(screen: Screen, mode: Mode) -> Self {
        Self::speaking(Language::English, screen, mode)
    }

    fn speaking(language: Language, screen: Screen, mode: Mode) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("pool.ron"), TEXT).expect("written");
        fs::write(folder.path().join("pool.fr.ron"), FRENCH).expect("written");
        let places = Places { scenarios: folder.path().to_owned(), data: folder.path().join("data"), open: None };
        let desk = Desk::speaking(language, places);
        let (entry, scenario) = desk.entry("wrong-form").expect("it loads");
        let chosen = Chosen::new(scenario, &entry.source);
        let opening = Opening {
            seed: Some(3),
            mode,
            ..Opening::new(Arc::clone(&chosen.scenario), TEXT, Arc::clone(&desk.rules))
        };
        let conversation = Conversation::new(Playing::start(opening, desk.recorder()).expect("an attempt"));
        let mut app = App::new();
        app.add_plugins(StatesPlugin);
        app.insert_state(screen);
        app.init_resource::<Rewriting>();
        app.init_resource::<Moving>();
        app.insert_resource(Settings::default());
        app.insert_resource(desk);
        app.insert_resource(chosen);
        app.insert_resource(conversation);
        app.insert_resource(Watcher::new(Duration::from_millis(20), || {}));
        app.add_systems(PreUpdate, follow);
        app.update();
        Self { app, folder }
    }

    fn write(&self, text: impl AsRef<[u8]>) {
        self.write_as("pool.ron", text);
    }

    fn write_as(&self, name: &str, text: impl AsRef<[u8]>) {
        // As editors do: aside, and then under its name.
        let aside = self.folder.path().join("aside");
        fs::write(&aside, text).expect("written");
        fs::rename(aside, self.folder.path().join(name)).expect("renamed");
    }

    /// Runs until something is so; a window that never notices fails the test.
    fn until(&mut self, what: &str, so: impl Fn(&World) -> bool) {
        let patience = Instant::now() + Duration::from_secs(20);
        while !so(self.app.world()) {
            assert!(Instant::now() < patience, "it never came to this: {what}");
            std::thread::sleep(Duration::from_millis(5));
            self.app.update();
        }
    }

    fn answer(&mut self, reply: &str) {
        let mut conversation = self.app.world_mut().resource_mut::<Conversation>();
        conversation.act(crate::game::conversation::Action::Reply(reply.to_owned()));
    }

    /// Takes the first of the replies that are offered.
    fn answer_first(&mut self) {
        let Ask::Choose(replies) = &self.playing().now().state.ask else { panic!("a choice is asked for") };
        let next = replies.first().expect("a reply").to_string();
        self.answer(&next);
    }

    fn playing(&self) -> &Playing {
        &self.app.world().resource::<Conversation>().playing
    }

    fn says(&self) -> String {
        let playing = self.playing();
        playing.session().says(&playing.now().state).unwrap_or_default().to_owned()
    }

    fn line(&self) -> Option<String> {
        let screen = *self.app.world().resource::<State<Screen>>().get();
        let decisions = self.playing().turns().len();
        self.app.world().resource::<Rewriting>().line(screen, decisions).map(str::to_owned)
    }
}

const TEXT: &str = include_str!("../../../../scenarios/wrong-form.ron");
const FRENCH: &str = include_str!("../../../../scenarios/wrong-form.fr.ron");
const SAID: &str = "Morning. That should be all of it.";

fn trouble(world: &World) -> Option<&Trouble> {
    world.resource::<Rewriting>().trouble.as_ref()
}

fn said(word: &'static str) -> impl Fn(&World) -> bool {
    move |world| world.resource::<Rewriting>().said.as_ref().is_some_and(|(line, ..)| line.contains(word))
}

#[test]
fn the_conversation_goes_on_at_the_same_beat_as_a_new_attempt_for_practice() {
    let mut game = Game::open(Screen::Conversation, Mode::Practice);
    game.answer("read-it-first");
    let (beat, hash) = (game.playing().now().state.beat.clone(), game.playing().session().scenario().hash().to_owned());
    game.write(TEXT.replace(SAID, "Good morning. This is all of it."));
    game.until("it says that it has changed", said("has changed."));
    assert_eq!((game.playing().turns().len(), &game.playing().now().state.beat), (1, &beat));
    assert_ne!(game.playing().session().scenario().hash(), hash);
    let attempts =
        |game: &Game| game.app.world().resource::<Desk>().store().attempts(&Filter::default()).expect("read");
    assert_eq!(attempts(&game).len(), 1, "nothing was decided on the new text yet");
    assert!(game.line().is_some());
    game.answer_first();
    assert_eq!(game.line(), None, "the line goes with the next decision");
    let [before, after] = attempts(&game).try_into().expect("two attempts");
    assert!(before.end.is_some() && !before.is_finished() && after.is_unfinished());
}

#[test]
fn where_the_way_breaks_it_stands_before_that_decision_and_says_so() {
    let mut game = Game::open(Screen::Conversation, Mode::Practice);
    game.answer("read-it-first");
    game.write(TEXT.replace("\"read-it-first\"", "\"read-it\""));
    game.until("it is one decision back", said("one decision back"));
    assert_eq!(game.playing().turns().len(), 0);
}

#[test]
fn a_text_that_cannot_be_played_changes_nothing_and_is_told_until_it_is_fine() {
    let mut game = Game::open(Screen::Conversation, Mode::Practice);
    game.answer("read-it-first");
    let before = game.playing().now().clone();
    let half: String = TEXT.chars().take(TEXT.len() / 2).collect();
    let cases: [(&str, &[u8]); 4] = [
        ("half of it", half.as_bytes()),
        ("nothing", b""),
        ("NUL bytes", b"Scenario(\0\0\0"),
        ("no text", &[0xff, 0xfe, 0, 1, 2]),
    ];
    for (what, bytes) in cases {
        game.write(bytes);
        game.until(what, |world| trouble(world).is_some());
        assert_eq!(game.playing().now(), &before, "{what}");
        game.write(TEXT);
        game.until("it is fine again", |world| trouble(world).is_none());
    }
    let file = game.folder.path().join("pool.ron");
    fs::remove_file(&file).expect("removed");
    game.until("the file is gone", |world| trouble(world).is_some_and(|trouble| trouble.code == "S003"));
    game.write(TEXT);
    game.until("it is back", |world| trouble(world).is_none());
    assert_eq!((game.playing().now(), game.line()), (&before, None));
    assert_eq!(game.app.world().resource::<Desk>().store().attempts(&Filter::default()).expect("read").len(), 1);
}

#[test]
fn an_assessment_is_played_to_its_end_on_the_text_it_began_with() {
    let mut game = Game::open(Screen::Conversation, Mode::Assessment);
    game.write(TEXT.replace(SAID, "Good morning. This is all of it."));
    for _ in 0..20 {
        std::thread::sleep(Duration::from_millis(10));
        game.app.update();
    }
    assert_eq!(game.app.world().resource::<Rewriting>().file, None);
    assert!(game.says().starts_with(SAID), "{}", game.says());
    game.app.world_mut().resource_mut::<NextState<Screen>>().set(Screen::Debrief);
    game.until("the debrief says that there is another text", said("what you played"));
    let chosen = game.app.world().resource::<Chosen>();
    assert_ne!(chosen.whole.hash(), game.playing().session().scenario().hash());
}

#[test]
fn the_briefing_shows_the_new_text_and_notes_alone_are_no_news() {
    let mut game = Game::open(Screen::Briefing, Mode::Practice);
    game.write(TEXT.replace("// The wrong form", "// A form"));
    game.until("the notes are taken in", |world| world.resource::<Chosen>().source.text.contains("// A form"));
    assert_eq!(game.line(), None);
    game.write(TEXT.replace("\"The wrong form\"", "\"The green form\""));
    game.until("it has another title", |world| world.resource::<Chosen>().scenario.title == "The green form");
    assert!(game.line().is_some());
    fs::write(game.folder.path().join("pool.guide.ron"), "Guide(").expect("written");
    game.until("the guide cannot be read", |world| trouble(world).is_some());
}
