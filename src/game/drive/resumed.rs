//! A conversation that was left in the middle, and the program closed: gone on with from its briefing, or begun afresh.

use super::hands::{Player, Way};
use crate::attempt::{Attempt, How};
use crate::game::desk::Desk;
use crate::game::windowless::Game;
use crate::game::wiring::Screen;
use crate::session::Given;
use crate::store::Filter;

const TITLE: &str = "The heated pool that was not";
const WAYS: [Way; 3] = [Way::Names, Way::Tab, Way::Keys];

impl Player {
    /// The program is gone from one moment to the next, and opened again.
    fn loses_power(self) -> Self {
        let Game { app, folder, .. } = self.game;
        drop(app);
        let mut player = Self { game: Game::open(folder), way: self.way };
        player.settings(|settings| settings.words_at_once = true);
        player
    }

    fn kept(&self) -> Vec<Attempt> {
        self.game.app.world().resource::<Desk>().store().attempts(&Filter::default()).expect("it was kept")
    }
}

#[test]
fn an_attempt_that_lost_its_power_is_gone_on_with_from_the_briefing_or_given_up_there() {
    for way in WAYS {
        let mut player = Player::at_the_menu(way, &["heated-pool.ron"]);
        player.settings(|settings| settings.words_at_once = true);
        player.opens(TITLE);
        player.starts();
        player.plays(&[Given::Reply("what-heated-means".into())]);
        let mut player = player.loses_power();
        assert!(player.kept().iter().all(|attempt| attempt.end.is_none()), "it is open, and scored nowhere");

        player.opens(TITLE);
        assert!(player.game.says("begun today at"), "{}", player.game.transcript());
        if way == Way::Keys {
            player.starts();
        } else {
            player.press("menu-continue");
            player.is_on(Screen::Conversation);
        }
        assert_eq!(player.playing().turns().len(), 1, "it stands where it stopped");
        assert_eq!(player.kept().len(), 1, "it is the same attempt");
        let mut player = player.loses_power();

        player.opens(TITLE);
        if way == Way::Keys {
            player.key(bevy_egui::egui::Key::S);
        } else {
            player.press("menu-afresh");
        }
        player.is_on(Screen::Conversation);
        assert_eq!(player.playing().turns().len(), 0);
        let ends: Vec<_> = player.kept().iter().map(|attempt| attempt.end.as_ref().map(|end| end.how)).collect();
        assert_eq!(ends, [Some(How::Interrupted), None]);
    }
}

#[test]
fn nobody_is_offered_what_somebody_else_left() {
    let mut player = Player::at_the_menu(Way::Names, &["heated-pool.ron"]);
    player.settings(|settings| {
        settings.words_at_once = true;
        settings.trainee = "Asha".into();
    });
    player.opens(TITLE);
    player.starts();
    player.plays(&[Given::Reply("what-heated-means".into())]);
    let mut player = player.loses_power();
    let stopped = player.text("menu-unfinished");
    assert!(!player.game.says(&stopped), "nobody sits here who left anything");
    player.opens(TITLE);
    assert!(!player.game.says(&stopped));
    player.starts();
    assert!(player.kept().iter().all(|attempt| attempt.end.is_none()), "hers is left as it is");
}
