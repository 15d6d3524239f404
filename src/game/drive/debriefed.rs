//! All that the debrief shows and offers, after one play of the pool that goes well.

use std::fs;
use std::thread;
use std::time::Duration;

use bevy_egui::egui::{Event, Key};

use super::hands::{Player, Way};
use crate::attempt::Obstacle;
use crate::game::desk::Desk;
use crate::game::opening::look_for_graphics;
use crate::game::shot::CannotShoot;
use crate::game::wiring::{Chosen, Screen};
use crate::session::Given;
use crate::store::Filter;
use crate::words::Value;

const TITLE: &str = "The heated pool that was not";

/// A play of the pool that goes well, driven until the question that comes before the evidence.
fn asked(way: Way) -> (Player, Vec<Given>) {
    let mut player = Player::at_the_menu(way, &["heated-pool.ron", "heated-pool.plays.ron"]);
    player.settings(|settings| settings.words_at_once = true);
    player.opens(TITLE);
    player.starts();
    let world = player.game.app.world();
    let model =
        world.resource::<Desk>().model(player.playing().session().scenario(), &world.resource::<Chosen>().source);
    let gives = model.expect("there is one that goes well");
    player.plays(&gives);
    player.goes_to_the_debrief();
    (player, gives)
}

impl Player {
    fn shows(&self, words: &str) {
        assert!(self.game.says(words), "“{words}” is not among\n{}", self.game.transcript());
    }

    fn shows_text(&self, key: &str, values: &[(&str, Value<'_>)]) {
        self.shows(&self.game.app.world().resource::<Desk>().words.format(key, values));
    }

    /// Asks for a picture three times in a row, and waits until it is told what became of it.
    fn takes_a_picture(&mut self) {
        let saving = self.text("debrief-saving");
        // Its file is named after the second.
        thread::sleep(Duration::from_millis(1100));
        for _ in 0..3 {
            self.key(Key::I);
            self.shows(&saving);
        }
        // As fast as the machine is: three minutes are more than it will need.
        let taken = (0..3600).any(|_| {
            thread::sleep(Duration::from_millis(50));
            self.game.step(Vec::new(), 1.0);
            !self.game.says(&saving)
        });
        assert!(taken, "{}", self.game.transcript());
    }

    /// Writes into the one field that has this name.
    fn writes(&mut self, key: &str, text: &str) {
        let name = self.text(key);
        if self.way == Way::Names {
            let nodes = self.game.named(|label| label == name);
            assert_eq!(nodes.len(), 1, "fields called “{name}” on\n{}", self.game.transcript());
            nodes[0].focus();
            self.game.do_what_was_asked();
        } else {
            self.tab_to(&name, |label| label == name);
        }
        self.game.step(vec![Event::Text(text.to_owned())], 0.02);
        self.game.step(Vec::new(), 0.02);
    }
}

#[test]
fn the_debrief_is_gone_through_by_name_and_by_tab() {
    for way in [Way::Names, Way::Tab] {
        let (mut player, gives) = asked(way);
        for n in 1..=gives.len() {
            let begins = format!("Decision {n}: ");
            assert_eq!(player.game.named(|name| name.starts_with(&begins)).len(), 1, "decision {n} can be picked");
        }
        player.writes("debrief-own-words", "Listen first.");
        player.looks_back(true);

        // Everything about the play is there.
        player.shows("Listen first.");
        player.shows_text("debrief-left", &[("customer", "Achieng".into())]);
        player.shows_text("debrief-mood", &[("customer", "Achieng".into())]);
        player.shows_text("debrief-facts", &[("customer", "Achieng".into())]);
        for key in ["debrief-look", "debrief-promises", "debrief-goal", "debrief-save", "debrief-overall"] {
            player.shows_text(key, &[]);
        }
        let all = [("n", Value::from(3)), ("of", gives.len().into())];
        player.press_named("Decision 3", |name| name.starts_with("Decision 3: "));
        player.shows_text("debrief-decision", &all);

        // The model conversation, from its first moment to its last and back.
        player.press("debrief-model");
        player.shows_text("debrief-model-title", &[]);
        for n in 1..gives.len() {
            player.shows_text("debrief-decision", &[("n", n.into()), ("of", gives.len().into())]);
            player.press("debrief-model-next");
        }
        player.press("debrief-model-before");
        player.press("debrief-model-next");
        player.shows_text("debrief-model-end", &[("customer", "Achieng".into())]);
        let name = player.text("debrief-model-back");
        let ways: usize = player.game.named(|label| label == name).len();
        assert!(ways > 0, "there is a way back from the model conversation");
        player.game.press(Key::Escape, bevy_egui::egui::Modifiers::NONE);
        player.shows_text("debrief-handled", &[]);

        // A page to print, and a goal in one's own words, which the next briefing recalls.
        player.press("debrief-save-page");
        let pages = fs::read_dir(player.game.folder.path().join("data/debriefs")).expect("a folder").count();
        assert_eq!(pages, 1);
        player.writes("debrief-goal-own", "name the cause");
        player.press("debrief-goal-keep");
        player.shows_text("debrief-goal-kept", &[("goal", "name the cause".into())]);

        // The two questions about work: what was answered last is in the store.
        player.press_named("3 of 5", |name| name == "3 of 5");
        player.press("voice-authority");
        player.press_named("4 of 5", |name| name == "4 of 5");
        player.shows_text("voice-kept", &[]);
        let store = player.game.app.world().resource::<Desk>().store();
        let kept = store.attempts(&Filter::default()).expect("it was kept").pop().expect("an attempt");
        let voice = kept.voice.map(|voice| (voice.confident, voice.obstacle));
        assert_eq!(voice, Some((Some(4), Some(Obstacle::Authority))));

        // Once more from the third decision, and the same ending from there.
        player.press("debrief-retry");
        player.is_on(Screen::Conversation);
        assert_eq!(player.playing().turns().len(), 2, "it stands where the third decision was taken");
        player.plays(&gives[2..]);
        player.goes_to_the_debrief();
        player.press("debrief-skip");
        player.press("debrief-again");
        player.is_on(Screen::Briefing);
        player.shows("name the cause");
    }
}

#[test]
fn the_debrief_is_gone_through_by_keys() {
    let (mut player, gives) = asked(Way::Keys);
    player.looks_back(true);
    player.key(Key::End);
    player.shows_text("debrief-decision", &[("n", gives.len().into()), ("of", gives.len().into())]);
    player.key(Key::Home);
    player.key(Key::ArrowRight);
    player.shows_text("debrief-decision", &[("n", 2.into()), ("of", gives.len().into())]);
    player.key(Key::M);
    player.shows_text("debrief-model-title", &[]);
    player.key(Key::End);
    player.shows_text("debrief-model-end", &[("customer", "Achieng".into())]);
    player.key(Key::M);
    player.key(Key::T);
    player.is_on(Screen::Conversation);
    assert_eq!(player.playing().turns().len(), 1);
    player.plays(&gives[1..]);
    player.goes_to_the_debrief();
    player.key(Key::S);
    player.key(Key::A);
    player.is_on(Screen::Briefing);
    player.key(Key::Escape);
    player.is_on(Screen::Menu);
}

#[test]
fn while_a_picture_is_taken_no_other_is_begun_and_it_is_told_what_became_of_it() {
    let (mut player, _) = asked(Way::Keys);
    player.looks_back(true);
    let folder = player.game.folder.path().join("data/debriefs");
    let count = || fs::read_dir(&folder).expect("a folder").count();
    for taken in 1..=2 {
        player.takes_a_picture();
        match look_for_graphics() {
            Ok(_) => assert_eq!(count(), taken, "{}", player.game.transcript()),
            Err(why) => return player.shows(&CannotShoot::Graphics(why).to_string()),
        }
    }
    fs::remove_dir_all(&folder).expect("it is there");
    fs::write(&folder, "in the way").expect("written");
    player.takes_a_picture();
    player.shows("could not be saved");
    assert!(!player.game.says("--out"), "there is no command line here");
}
