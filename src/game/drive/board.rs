//! The live board, from the menu and back, while attempts come in.

use std::thread;
use std::time::{Duration, Instant};

use bevy_egui::egui::Key;

use super::hands::{Player, Way};
use crate::attempt::Line;
use crate::game::desk::Desk;
use crate::game::wiring::Screen;

const TITLE: &str = "The heated pool that was not";
/// How an attempt begins that comes in from another machine.
const BEGUN: &str = r#"{"event":"start","attempt":"5b1e8a8e-6a0f-4c9c-8f57-0d0c6f4d4f10","scenario":"heated-pool","hash":"h","shape":"s","rules":"r","program":"1","seed":1,"persona":"analytical","language":"en","mode":"practice","trainee":"Asha","started":"2999-01-01T00:00:00Z"}"#;

impl Player {
    /// Waits until the board says something, without anybody touching anything.
    fn sees(&mut self, words: &str) {
        let patience = Instant::now() + Duration::from_secs(30);
        while !self.game.says(words) {
            assert!(Instant::now() < patience, "“{words}” never comes on\n{}", self.game.transcript());
            thread::sleep(Duration::from_millis(20));
            self.game.step(Vec::new(), 0.02);
        }
    }
}

#[test]
fn the_board_is_opened_from_the_facilitator_s_page_and_fills_by_itself() {
    for way in [Way::Names, Way::Tab, Way::Keys] {
        let mut player = Player::at_the_menu(way, &["heated-pool.ron", "heated-pool.guide.ron"]);
        player.opens(TITLE);
        if way == Way::Keys {
            player.key(Key::F);
            player.key(Key::L);
        } else {
            player.press("guide-open");
            player.press("live-open");
        }
        player.is_on(Screen::Live);
        let (nobody, few, begun) = (player.text("live-empty"), player.text("live-few"), player.text("live-begun"));
        player.sees(&nobody);
        player.sees("as of ");
        let line = serde_json::from_str::<Line>(BEGUN).expect("a line");
        player.game.app.world().resource::<Desk>().store().append(&[line]).expect("kept");
        player.sees(&begun);
        player.sees(&few);
        assert!(!player.game.says("Asha"));
        if way == Way::Keys {
            player.key(Key::Escape);
        } else {
            player.press("briefing-back");
        }
        player.is_on(Screen::Facilitator);
    }
}
