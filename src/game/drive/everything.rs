//! Every reply of the pool, and every channel from its first beat to its last.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::hands::{Player, Way};
use super::plays::{self, gives, taken};
use crate::game::desk::Desk;
use crate::game::theme::Theme;
use crate::game::theme::testing::assert_no_overlap;
use crate::game::windowless::Hands;
use crate::scenario::Channel;
use crate::session::{Event, Given, PromiseState, Session, Turn};
use crate::store::Filter;

const POOL: &str = "heated-pool";

/// Windows in pixels, and the size of the text in percent.
const WINDOWS: [((f32, f32), u16); 5] = [
    ((1280.0, 720.0), 100),
    ((1024.0, 600.0), 200),
    ((2560.0, 1440.0), 100),
    ((800.0, 1200.0), 150),
    ((1024.0, 600.0), 250),
];
const THEMES: [Theme; 3] = [Theme::Day, Theme::Night, Theme::HighContrast];

/// A conversation of the desk, ready to be played, and its title.
fn session(player: &Player, id: &str) -> (Session, String) {
    let desk = player.game.app.world().resource::<Desk>();
    let (_, scenario) = desk.entry(id).expect("it is there");
    let session = Session::new(Arc::clone(scenario), Arc::clone(&desk.rules), 0, None).expect("its persona is there");
    (session, scenario.title.clone())
}

/// Drives a conversation through all of these plays, each in another window, and says what became of them.
fn drive(player: &mut Player, title: &str, all: &[Vec<Turn>]) {
    for (number, play) in all.iter().enumerate() {
        let (size, text) = WINDOWS[number % WINDOWS.len()];
        player.game.size = size;
        player.settings(|settings| {
            settings.text_percent = text;
            settings.theme = THEMES[number % THEMES.len()];
            // Every other time the words come one by one.
            settings.words_at_once = number.is_multiple_of(2);
        });
        // A debrief looks at all that could have been played, which takes its time: some are enough.
        if number.is_multiple_of(5) {
            player.plays_through(title, &gives(play), number.is_multiple_of(2));
        } else {
            player.opens(title);
            player.starts();
            player.plays(&gives(play));
            player.leaves_at_the_end();
        }
        assert_no_overlap(&player.game.shapes);
    }
}

#[test]
fn every_beat_and_every_reply_of_the_pool_is_played_by_name() {
    let mut player = Player::at_the_menu(Way::Names, &["heated-pool.ron", "heated-pool.plays.ron"]);
    let (session, title) = session(&player, POOL);
    let all = plays::that_take_everything(&session);
    drive(&mut player, &title, &all);

    // What was kept of it is all that counts.
    let kept = player.game.app.world().resource::<Desk>().store().attempts(&Filter::default()).expect("it was kept");
    assert_eq!(kept.len(), all.len());
    let mut replies = BTreeSet::new();
    let mut beats = BTreeSet::new();
    let mut promises = BTreeSet::new();
    let mut moved = false;
    for (attempt, play) in kept.iter().zip(&all) {
        let decisions: Vec<&Given> = attempt.decisions.iter().map(|decision| &decision.given).collect();
        assert_eq!(decisions, play.iter().map(|turn| &turn.given).collect::<Vec<_>>());
        assert!(attempt.is_finished());
        let turns = session.play(decisions).expect("it can be played again");
        replies.extend(taken(&turns));
        beats.extend(turns.iter().flat_map(|turn| [turn.before.beat.clone(), turn.after.state.beat.clone()]));
        for event in turns.iter().flat_map(|turn| &turn.after.events) {
            match event {
                Event::Promise(_, fate) => {
                    promises.insert(format!("{fate:?}"));
                }
                Event::Renegotiated(_) => moved = true,
                _ => {}
            }
        }
    }
    assert_eq!(replies, plays::written(&session));
    assert_eq!(beats, session.scenario().beats.keys().cloned().collect());
    for fate in [PromiseState::Open, PromiseState::Kept, PromiseState::Broken] {
        assert!(promises.contains(&format!("{fate:?}")), "no promise came to {fate:?}");
    }
    assert!(moved, "no promise was moved");
}

#[test]
fn the_pool_is_played_by_keys_alone() {
    for way in [Way::Keys, Way::Tab] {
        let mut player = Player::at_the_menu(way, &["heated-pool.ron", "heated-pool.plays.ron"]);
        let (session, title) = session(&player, POOL);
        // The longest ways: all kinds of replies are on them.
        let mut all = plays::that_take_everything(&session);
        all.sort_by_key(|turns| std::cmp::Reverse(turns.len()));
        let all: Vec<_> = all.into_iter().take(if way == Way::Keys { 3 } else { 1 }).collect();
        let kinds: BTreeSet<_> = all
            .iter()
            .flatten()
            .map(|turn| std::mem::discriminant(&turn.before.ask))
            .map(|kind| format!("{kind:?}"))
            .collect();
        assert_eq!(kinds.len(), 3, "{kinds:?}");
        drive(&mut player, &title, &all);
    }
}

/// A conversation on one channel, by names or by keys, to its end.
fn on(channel: Channel, id: &str) {
    for way in [Way::Names, Way::Keys] {
        let mut player = Player::at_the_menu(way, &[&format!("{id}.ron"), &format!("{id}.plays.ron")]);
        let (session, title) = session(&player, id);
        // The walk that stays longest on it.
        let scenario = session.scenario();
        let stays = |turns: &Vec<Turn>| {
            let states = turns.iter().map(|turn| &turn.before).chain(turns.last().map(|turn| &turn.after.state));
            states.filter(|state| session.beat(state).is_some_and(|beat| scenario.channel(beat) == channel)).count()
        };
        let mut hands = Hands(7);
        let walks = (0..80).map(|_| plays::walk(&session, &mut hands, &BTreeSet::new()));
        let longest = walks.max_by_key(|turns| (stays(turns), turns.len())).expect("there are walks");
        assert!(stays(&longest) >= 3, "{id} is hardly {channel:?}");
        assert!(longest.last().is_some_and(|turn| turn.after.state.ending.is_some()));
        player.settings(|settings| settings.words_at_once = true);
        player.plays_through(&title, &gives(&longest), true);
    }
}

#[test]
fn a_conversation_face_to_face_is_played_to_its_end() {
    on(Channel::FaceToFace, "it-is-fine");
}

#[test]
fn a_conversation_on_the_phone_is_played_to_its_end() {
    on(Channel::Phone, "night-without-power");
}

#[test]
fn a_conversation_by_mail_is_played_to_its_end() {
    on(Channel::Email, "nine-letters");
}

#[test]
fn a_conversation_in_a_chat_is_played_to_its_end() {
    on(Channel::Chat, "tiny-question");
}

#[test]
fn a_conversation_in_public_is_played_to_its_end() {
    on(Channel::Social, "lost-bag");
}
