//! Somebody at the screen who knows what to answer, and can do no more than press what has a name, or keys.

use std::collections::BTreeSet;

use bevy_egui::egui::accesskit::{Role, Toggled};
use bevy_egui::egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;

use super::plays::pick;
use crate::attempt::Playing;
use crate::game::desk::Desk;
use crate::game::settings::Settings;
use crate::game::theme::widgets::plain;
use crate::game::windowless::{Game, Hands, folder_with};
use crate::game::wiring::Screen;
use crate::game::wiring::conversation::Conversation;
use crate::session::{Ask, Given};
use crate::words::Value;

/// What somebody uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A screen reader, which presses what has a name.
    Names,
    /// Tab until the ring is around it, then Enter or the space bar.
    Tab,
    /// The numbers, the arrows, Enter and the letters that stand on the buttons.
    Keys,
}

const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
/// Presses of Tab after which one would have been everywhere.
const AROUND: usize = 250;

/// Somebody at the screen.
pub struct Player {
    pub game: Game,
    pub way: Way,
}

impl Player {
    /// At the menu, with these of the shipped files.
    pub fn at_the_menu(way: Way, files: &[&str]) -> Self {
        let player = Self { game: Game::open(folder_with(files)), way };
        assert_eq!(player.game.screen(), Screen::Menu);
        player
    }

    pub fn text(&self, key: &str) -> String {
        self.game.app.world().resource::<Desk>().words.text(key)
    }

    pub fn playing(&self) -> &Playing {
        &self.game.app.world().resource::<Conversation>().playing
    }

    pub fn settings(&mut self, set: impl FnOnce(&mut Settings)) {
        set(&mut self.game.app.world_mut().resource_mut::<Settings>());
        // Another size is taken up a picture later, and its layout has other parts.
        for _ in 0..3 {
            self.game.step(Vec::new(), 0.02);
        }
    }

    pub fn key(&mut self, key: Key) {
        self.game.press(key, Modifiers::NONE);
        self.game.step(Vec::new(), 0.02);
    }

    /// Presses what has this text of the interface as its name.
    pub fn press(&mut self, key: &str) {
        let name = self.text(key);
        self.press_named(&name, |label| label == name);
    }

    /// Presses the one thing whose name fits.
    pub fn press_named(&mut self, name: &str, fits: impl Fn(&str) -> bool) {
        if self.way == Way::Names {
            let nodes = self.game.named(&fits);
            assert_eq!(nodes.len(), 1, "things called “{name}” on\n{}", self.game.transcript());
            assert!(!nodes[0].accesskit_node().is_disabled(), "“{name}” cannot be pressed");
            nodes[0].click_accesskit();
            self.game.do_what_was_asked();
        } else {
            self.tab_to(name, fits);
            self.key(Key::Enter);
        }
    }

    /// Goes with Tab until what has a name that fits has the focus.
    pub fn tab_to(&mut self, name: &str, fits: impl Fn(&str) -> bool) {
        for _ in 0..AROUND {
            if self.game.focus().is_some_and(|focus| fits(&focus)) {
                return;
            }
            self.key(Key::Tab);
        }
        panic!("Tab never comes to “{name}” on\n{}", self.game.transcript());
    }

    /// From the menu to a briefing.
    pub fn opens(&mut self, title: &str) {
        if self.way == Way::Keys {
            let on = |player: &Self| {
                let nodes = player.game.named(|name| name == title);
                nodes.iter().any(|node| node.accesskit_node().toggled() == Some(Toggled::True))
            };
            let found = (0..AROUND).any(|_| {
                let found = on(self);
                if !found {
                    self.key(Key::ArrowDown);
                }
                found
            });
            assert!(found, "the arrows never come to “{title}” on\n{}", self.game.transcript());
            self.key(Key::Enter);
        } else {
            self.press_named(title, |name| name == title);
        }
        self.is_on(Screen::Briefing);
    }

    /// From the briefing into the conversation.
    pub fn starts(&mut self) {
        if self.way == Way::Keys {
            self.key(Key::Enter);
        } else {
            self.press("briefing-start");
        }
        self.is_on(Screen::Conversation);
    }

    /// Fails where another screen is shown than this.
    pub fn is_on(&mut self, screen: Screen) {
        self.game.step(Vec::new(), 0.02);
        assert_eq!(self.game.screen(), screen, "the screen says\n{}", self.game.transcript());
    }

    /// Gives all of these, one turn after the other.
    pub fn plays(&mut self, gives: &[Given]) {
        for given in gives {
            self.reads();
            self.gives(given);
        }
    }

    /// Plays on until the conversation is over, whatever that takes.
    pub fn plays_on(&mut self) {
        let mut hands = Hands(5);
        while let Some(given) = pick(&self.playing().now().state, &mut hands, &BTreeSet::new()) {
            self.plays(&[given]);
        }
    }

    /// Waits until the customer has said everything, and has read it.
    pub fn reads(&mut self) {
        self.game.step(Vec::new(), 0.02);
        let all = self.text("conversation-all-words");
        if !self.game.named(|name| name == all).is_empty() {
            if self.way == Way::Keys {
                self.key(Key::Enter);
            } else {
                self.press("conversation-all-words");
            }
        }
        self.game.step(Vec::new(), 0.5);
        self.game.step(Vec::new(), 0.02);
        let turn = self.playing().turns().len() + 1;
        let words = &self.game.app.world().resource::<Desk>().words;
        let turn = words.format("conversation-turn", &[("turn", Value::from(turn))]);
        let playing = self.playing();
        let says = self.aloud(playing.session().says(&playing.now().state).unwrap_or_default());
        let over = self.playing().now().state.ask == Ask::Nothing;
        for words in [turn, says].into_iter().skip(usize::from(over)) {
            assert!(self.game.says(&words), "“{words}” is not among\n{}", self.game.transcript());
        }
    }

    /// Answers a turn.
    pub fn gives(&mut self, given: &Given) {
        let before = self.playing().turns().len();
        let ask = self.playing().now().state.ask.clone();
        match (given, &ask) {
            (Given::Reply(reply), Ask::Choose(replies)) => {
                let number = replies.iter().position(|one| one == reply).expect("it is offered");
                self.chooses(given, number, before.is_multiple_of(2));
            }
            (Given::Reply(_), Ask::Commit(_)) => self.promises(given),
            (Given::Fragments(_), Ask::Paraphrase(_)) => self.sums_up(given),
            (Given::Silence, _) => {
                // A customer has more patience than this only where nothing takes it.
                let _ = (0..600).find(|_| {
                    self.game.step(Vec::new(), 1.0);
                    self.playing().turns().len() > before
                });
            }
            _ => panic!("{given:?} is no answer to {ask:?}"),
        }
        self.game.step(Vec::new(), 0.02);
        let took = self.playing().turns().get(before).map(|turn| &turn.given);
        assert_eq!(took, Some(given), "the screen says\n{}", self.game.transcript());
    }

    fn chooses(&mut self, given: &Given, number: usize, by_number: bool) {
        if self.way != Way::Keys {
            let (name, parts) = self.line(given);
            return self.press_named(&name, |label| parts.iter().all(|part| label.contains(part.as_str())));
        }
        if by_number {
            return self.key(DIGITS[number]);
        }
        for _ in 0..=number {
            self.key(Key::ArrowDown);
        }
        self.key(Key::Enter);
    }

    /// A reply as its card has it, and what is done and said of it.
    fn line(&self, given: &Given) -> (String, Vec<String>) {
        let Given::Reply(reply) = given else { panic!("{given:?} is no reply") };
        let taken = self.playing().session().reply(&self.playing().now().state.beat, reply).expect("it is written");
        let act = taken.act.iter().map(|act| plain(act));
        let parts: Vec<String> = act.chain(taken.say.iter().map(|say| self.aloud(say))).collect();
        (parts.join(" "), parts)
    }

    /// Words as they stand on the screen: in quotation marks where they are spoken.
    fn aloud(&self, words: &str) -> String {
        let playing = self.playing();
        let session = playing.session();
        let beat = session.beat(&playing.now().state);
        let written = beat.is_some_and(|beat| session.scenario().channel(beat).is_written());
        if written || words.is_empty() {
            return plain(words);
        }
        plain(&self.game.app.world().resource::<Desk>().words.quoted(words))
    }

    fn sums_up(&mut self, given: &Given) {
        let (Given::Fragments(ids), Ask::Paraphrase(fragments)) = (given, &self.playing().now().state.ask) else {
            panic!("{given:?} is no summing-up")
        };
        let beat = &self.playing().now().state.beat;
        let text = |id: &String| plain(&self.playing().session().fragment_text(beat, id));
        let place = |id: &String| fragments.iter().position(|one| one.id == *id).expect("it is there");
        let marks: Vec<(String, usize)> = ids.iter().map(|id| (text(id), place(id))).collect();
        for (name, place) in marks {
            match self.way {
                Way::Names => self.press_named(&name, |label| label == name),
                Way::Tab => {
                    self.tab_to(&name, |label| label == name);
                    self.key(Key::Space);
                }
                Way::Keys => self.key(DIGITS[place]),
            }
        }
        if self.way == Way::Keys {
            self.key(Key::Enter);
        } else {
            self.press("conversation-say");
        }
    }

    fn promises(&mut self, given: &Given) {
        let Given::Reply(reply) = given else { panic!("{given:?} is no offer") };
        let playing = self.playing();
        let beat = &playing.now().state.beat;
        let card = playing.session().card(beat, reply);
        let line = playing.session().line(&playing.now().state, given);
        let who = card.who.unwrap_or_else(|| self.text("promise-nobody"));
        let when = card.when.unwrap_or_else(|| self.text("promise-no-date"));
        let rows = [
            ("conversation-what", card.what),
            ("conversation-who", who),
            ("conversation-when", when),
            ("conversation-which", line.clone()),
        ];
        for (row, value) in rows {
            self.fills(row, &plain(&value));
        }
        let (_, parts) = self.line(given);
        for part in parts {
            assert!(self.game.says(&part), "“{part}” is not what would be said on\n{}", self.game.transcript());
        }
        if self.way == Way::Keys {
            self.key(Key::Enter);
        } else {
            self.press("conversation-promise");
        }
    }

    /// Picks a value of the promise card, where it has not filled itself in.
    fn fills(&mut self, row: &str, value: &str) {
        let name = self.text(row);
        let is_row = |node: &Node<'_>| {
            let node = node.accesskit_node();
            node.role() == Role::RadioGroup && node.label().is_some_and(|label| label == name)
        };
        let in_row = || {
            let group = self.game.root().children_recursive().find(is_row)?;
            let radio = |node: &Node<'_>| node.accesskit_node().role() == Role::RadioButton;
            Some(group.children_recursive().filter(radio).collect::<Vec<_>>())
        };
        let Some(values) = in_row() else { return };
        let place = values.iter().position(|node| node.accesskit_node().label().is_some_and(|label| label == value));
        let place = place.unwrap_or_else(|| panic!("“{value}” is not in “{name}” of\n{}", self.game.transcript()));
        if values[place].accesskit_node().toggled() == Some(Toggled::True) {
            return;
        }
        match self.way {
            Way::Names => {
                values[place].click_accesskit();
                self.game.do_what_was_asked();
            }
            Way::Tab => self.press_named(value, |label| label == value),
            Way::Keys => self.key(DIGITS[place]),
        }
    }

    /// From the end of the conversation to the debrief's first page.
    pub fn goes_to_the_debrief(&mut self) {
        self.reads();
        if self.way == Way::Keys {
            self.key(Key::Enter);
        } else {
            self.press("conversation-to-debrief");
        }
        self.is_on(Screen::Debrief);
        let question = self.text("debrief-question");
        assert!(self.game.says(&question), "{}", self.game.transcript());
    }

    /// From the question to the evidence, with the first decision marked or none.
    pub fn looks_back(&mut self, marked: bool) {
        match (self.way, marked) {
            (Way::Keys, true) => {
                self.key(Key::Num1);
                self.key(Key::Enter);
            }
            (Way::Keys, false) => self.key(Key::N),
            (_, false) => self.press("debrief-nothing"),
            (_, true) => {
                self.press_named("Decision 1", |name| name.starts_with("Decision 1:"));
                self.press("debrief-to-evidence");
            }
        }
        let ending = self.playing().scorecard().ending.expect("it has ended").text;
        for words in [self.text("debrief-handled"), plain(&ending)] {
            assert!(self.game.says(&words), "“{words}” is not among\n{}", self.game.transcript());
        }
    }

    /// From the debrief back to the menu.
    pub fn goes_home(&mut self) {
        if self.way == Way::Keys {
            self.key(Key::Escape);
        } else {
            self.press("debrief-menu");
        }
        self.is_on(Screen::Menu);
    }

    /// From the end of a conversation to the menu, without its debrief.
    pub fn leaves_at_the_end(&mut self) {
        self.reads();
        if self.way == Way::Keys {
            self.key(Key::Escape);
            self.key(Key::ArrowDown);
            self.key(Key::Enter);
        } else {
            self.press("conversation-pause");
            self.press("conversation-leave");
        }
        self.is_on(Screen::Menu);
    }

    /// A whole play, from the menu to the menu.
    pub fn plays_through(&mut self, title: &str, gives: &[Given], marked: bool) {
        self.opens(title);
        self.starts();
        self.plays(gives);
        self.goes_to_the_debrief();
        self.looks_back(marked);
        self.goes_home();
    }
}
