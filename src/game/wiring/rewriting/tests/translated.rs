//! A scenario that is told in a translation, while either of the two files is rewritten.

use super::*;

const SWAHILI: &str = include_str!("../../../../../scenarios/wrong-form.sw.ron");
const BONJOUR: &str = "Bonjour. Normalement, tout y est.";

#[test]
fn a_conversation_that_is_told_in_a_translation_stays_in_it() {
    let mut game = Game::speaking(Language::French, Screen::Conversation, Mode::Practice);
    assert!(game.says().starts_with(BONJOUR), "{}", game.says());
    game.answer("read-it-first");
    game.answer_first();
    let (beat, hash) = (game.playing().now().state.beat.clone(), game.playing().session().scenario().hash().to_owned());
    game.write(TEXT.replace("effort: 250", "effort: 260"));
    game.until("it says that it has changed", |world| world.resource::<Rewriting>().said.is_some());
    assert_eq!((game.playing().turns().len(), &game.playing().now().state.beat), (2, &beat));
    assert_ne!(game.playing().session().scenario().hash(), hash);
    assert_eq!(game.playing().session().scenario().language, "fr");
    let playing = game.playing();
    assert!(playing.turns().iter().all(|turn| playing.session().says(&turn.before) != Some(SAID)));
    let desk = game.app.world().resource::<Desk>();
    let (_, ready) = desk.entry("wrong-form").expect("it lies ready");
    assert_eq!((ready.language.as_str(), ready.hash()), ("fr", game.playing().session().scenario().hash()));
}

#[test]
fn an_edited_translation_shows_its_new_words_at_the_same_beat_of_the_same_attempt() {
    let mut game = Game::speaking(Language::French, Screen::Conversation, Mode::Practice);
    let before = game.playing().now().state.clone();
    game.write_as("pool.fr.ron", FRENCH.replace(BONJOUR, "Salut."));
    game.until("it has the new words", |world| world.resource::<Rewriting>().said.is_some());
    assert!(game.says().starts_with("Salut."), "{}", game.says());
    assert_eq!(game.playing().now().state.beat, before.beat);
    assert_eq!(game.app.world().resource::<Desk>().store().attempts(&Filter::default()).expect("read").len(), 1);
    // The scenario's own text was not touched, and is not told of.
    game.answer("read-it-first");
    assert_eq!(game.playing().turns().len(), 1);
}

#[test]
fn a_translation_that_cannot_be_read_changes_nothing_and_is_told_until_it_is_fine() {
    let mut game = Game::speaking(Language::French, Screen::Conversation, Mode::Practice);
    game.answer("read-it-first");
    let before = game.playing().now().clone();
    for wrong in ["Translation(".to_owned(), FRENCH.replace("of: \"wrong-form\"", "of: \"heated-pool\"")] {
        game.write_as("pool.fr.ron", &wrong);
        game.until("it is told", |world| trouble(world).is_some());
        assert_eq!(game.playing().now(), &before);
        game.write_as("pool.fr.ron", FRENCH);
        game.until("it is fine again", |world| trouble(world).is_none());
        assert_eq!((game.playing().now(), game.line()), (&before, None));
    }
}

#[test]
fn a_conversation_in_its_own_words_goes_over_to_a_translation_that_comes_to_be() {
    let mut game = Game::speaking(Language::Swahili, Screen::Briefing, Mode::Practice);
    assert_eq!(game.app.world().resource::<Chosen>().scenario.title, "The wrong form");
    game.write_as("pool.sw.ron", SWAHILI);
    game.until("it is told in Swahili", |world| world.resource::<Chosen>().scenario.language == "sw");
    fs::remove_file(game.folder.path().join("pool.sw.ron")).expect("removed");
    game.until("it is told in its own words again", |world| world.resource::<Chosen>().scenario.language == "en");
}
