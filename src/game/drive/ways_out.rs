//! No screen holds anybody: there is a way out by name, by Tab and by key, and Tab comes to everything that can be pressed. Also what
//! the pool does not have: a customer whose patience ends, and a moment that is passed over.

use std::collections::BTreeSet;
use std::sync::Arc;

use bevy_egui::egui::Key;
use egui_kittest::kittest::NodeT;

use super::hands::{Player, Way};
use super::plays::{gives, walk};
use crate::game::desk::Desk;
use crate::game::windowless::Hands;
use crate::game::wiring::{Chosen, Screen};
use crate::session::{Event, Given, Session, Turn};

const TITLE: &str = "The heated pool that was not";
const FILES: [&str; 3] = ["heated-pool.ron", "heated-pool.guide.ron", "heated-pool.plays.ron"];
const WAYS: [Way; 3] = [Way::Names, Way::Tab, Way::Keys];

impl Player {
    /// Out by the button of this name, or by this key.
    fn leaves(&mut self, key: &str, by: Key) {
        if self.way == Way::Keys { self.key(by) } else { self.press(key) }
    }

    /// Tab comes to everything that can be pressed here.
    fn tab_comes_to_everything(&mut self) {
        let enabled = self.game.named(|_| true);
        let names = enabled.iter().filter(|node| !node.accesskit_node().is_disabled());
        let all: BTreeSet<String> = names.filter_map(|node| node.accesskit_node().label()).collect();
        let mut reached = BTreeSet::new();
        for _ in 0..all.len() * 3 + 5 {
            self.key(Key::Tab);
            reached.extend(self.game.focus());
        }
        let missed: Vec<_> = all.difference(&reached).collect();
        assert!(missed.is_empty(), "Tab never comes to {missed:?} on {:?}", self.game.screen());
    }
}

#[test]
fn every_screen_is_left_by_name_by_tab_and_by_key() {
    for way in WAYS {
        for (size, text) in [((1280.0, 720.0), 100), ((1024.0, 600.0), 200)] {
            let mut player = Player::at_the_menu(way, &FILES);
            player.game.size = size;
            player.settings(|settings| {
                settings.text_percent = text;
                settings.words_at_once = true;
            });
            player.opens(TITLE);
            player.leaves("guide-open", Key::F);
            player.is_on(Screen::Facilitator);
            player.leaves("briefing-back", Key::Escape);
            player.is_on(Screen::Briefing);
            player.leaves("briefing-back", Key::Escape);
            player.is_on(Screen::Menu);

            player.opens(TITLE);
            player.starts();
            player.reads();
            let notebook = player.text("conversation-facts");
            if way == Way::Keys {
                player.key(Key::N);
            } else {
                player.press_named("Notebook", |name| name.starts_with("Notebook"));
            }
            assert!(player.game.says(&notebook), "the notebook is open");
            player.leaves("conversation-close", Key::N);
            assert!(!player.game.says(&notebook), "the notebook is closed");
            // What nobody has answered yet is nothing to go on with.
            player.gives(&Given::Reply("what-heated-means".into()));
            player.reads();
            player.leaves("conversation-pause", Key::Escape);
            player.leaves("conversation-go-on", Key::Escape);
            player.leaves("conversation-pause", Key::Escape);
            if way == Way::Keys {
                player.key(Key::ArrowDown);
                player.key(Key::Enter);
            } else {
                player.press("conversation-leave");
            }
            player.is_on(Screen::Menu);
            player.leaves("menu-continue", Key::Enter);
            player.is_on(Screen::Conversation);

            player.plays(&["fair", "second-thermometer"].map(|reply| Given::Reply(reply.into())));
            player.goes_to_the_debrief();
            // The question can be left for the menu, too, but only by key: skipping it is what has a button.
            player.leaves("debrief-skip", Key::S);
            player.goes_home();
            if way != Way::Keys {
                player.press("menu-quit");
                assert!(player.game.closed, "it closes");
            }
        }
    }
}

#[test]
fn tab_comes_to_everything_on_every_screen() {
    for (size, text) in [((1280.0, 720.0), 100), ((1024.0, 600.0), 200)] {
        let mut player = Player::at_the_menu(Way::Names, &FILES);
        player.game.size = size;
        player.settings(|settings| {
            settings.text_percent = text;
            settings.words_at_once = true;
        });
        player.tab_comes_to_everything();
        player.opens(TITLE);
        player.tab_comes_to_everything();
        player.press("guide-open");
        player.tab_comes_to_everything();
        player.press("briefing-back");
        player.starts();
        player.reads();
        player.tab_comes_to_everything();
        player.press("conversation-pause");
        player.tab_comes_to_everything();
        player.press("conversation-go-on");
        player.plays(&["from-the-beginning", "how-sold"].map(|reply| Given::Reply(reply.into())));
        player.reads();
        player.tab_comes_to_everything();
        player.gives(&Given::Fragments(["advert", "selling"].map(str::to_owned).into()));
        player.plays(&["put-it-right", "by-when"].map(|reply| Given::Reply(reply.into())));
        player.reads();
        player.tab_comes_to_everything();
        player.plays_on();
        player.goes_to_the_debrief();
        player.tab_comes_to_everything();
        player.looks_back(true);
        player.tab_comes_to_everything();
        player.press("debrief-model");
        player.tab_comes_to_everything();
    }
}

#[test]
fn a_customer_whose_patience_ends_goes_on_without_an_answer() {
    for way in [Way::Names, Way::Tab] {
        let mut player = Player::at_the_menu(way, &["card-abroad.ron"]);
        player.press_named("Pace", |name| name.starts_with("Pace"));
        player.press("menu-words-at-once");
        player.press("menu-timers");
        player.opens("Card blocked abroad");
        let customer = player.game.app.world().resource::<Chosen>().scenario.customer.name.clone();
        let words = &player.game.app.world().resource::<Desk>().words;
        let (warning, nothing) =
            (words.format("briefing-timers", &[("name", (&customer).into())]), words.text("you-said-nothing"));
        assert!(player.game.says(&warning), "the briefing says so");
        player.starts();
        player.plays(&[Given::Reply("hold-the-room".into()), Given::Silence]);
        player.reads();
        assert!(player.playing().turns().iter().any(|turn| turn.given == Given::Silence));
        player.plays_on();
        player.goes_to_the_debrief();
        player.press("debrief-skip");
        player.press_named("Decision 2", |name| name.starts_with("Decision 2: "));
        assert!(player.game.says(&nothing), "{}", player.game.transcript());
        player.goes_home();
    }
}

#[test]
fn a_moment_that_has_nothing_to_ask_is_passed_over() {
    const ID: &str = "wrong-form";
    let mut player = Player::at_the_menu(Way::Names, &["wrong-form.ron"]);
    let desk = player.game.app.world().resource::<Desk>();
    let (_, scenario) = desk.entry(ID).expect("it is there");
    let title = scenario.title.clone();
    let session = Session::new(Arc::clone(scenario), Arc::clone(&desk.rules), 0, None).expect("it can be played");
    let mut hands = Hands(3);
    let passes = |turn: &Turn| turn.after.events.iter().any(|event| matches!(event, Event::PassedOver(_)));
    let mut walks = (0..300).map(|_| walk(&session, &mut hands, &BTreeSet::new()));
    let play = walks.find(|turns| turns.iter().any(passes)).expect("a play in which a beat has nothing to ask");
    player.settings(|settings| settings.words_at_once = true);
    player.plays_through(&title, &gives(&play), false);
}
