//! Conversations in letters that Amends does not bring, through the window's own screens: nothing panics, what is missing is said
//! before anybody starts, and a typeface of one's own helps where a typeface can.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use amends::attempt::Opening;
use amends::game::conversation::{self, UiState};
use amends::game::letters::Extra;
use amends::game::settings::Settings;
use amends::game::stage::Expression;
use amends::game::theme::fonts::has_letter;
use amends::game::wiring::conversation::{Conversation, Onward};
use amends::game::wiring::conversation_view::view;
use amends::game::wiring::letters::Letters;
use amends::game::wiring::{Chosen, Screen, briefing as briefed, menu as listed};
use amends::game::{Desk, Places, briefing, menu};
use amends::session::Ask;
use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Key, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT, Queryable};
use tempfile::TempDir;

use crate::drawn::drawn_with;
use crate::program::{amends, out, root};

const ARABIC: &str = "late-suit";
const JAPANESE: &str = "cold-bath";

/// The menu, the briefing and the conversation, one after another.
struct Window {
    desk: Desk,
    letters: Letters,
    seed: u64,
    chosen: Option<Chosen>,
    playing: Option<Conversation>,
    ended: bool,
    menu: menu::UiState,
    briefing: briefing::UiState,
    conversation: UiState,
    beats: BTreeSet<String>,
    _data: TempDir,
}

impl Window {
    fn draw(&mut self, ui: &mut Ui) {
        let settings = Settings { words_at_once: true, ..Settings::default() };
        let Self { desk, letters, chosen, .. } = self;
        let ctx = ui.ctx().clone();
        if let Some(conversation) = &mut self.playing {
            let now = &conversation.playing.now().state;
            self.beats.insert(now.beat.to_string());
            let view = view(desk, &conversation.playing, Expression::CALM, &settings);
            let action = conversation::show(ui, &desk.words, &view, &mut self.conversation, &mut |_, _, _| {});
            if let Some(action) = action {
                self.ended |= conversation.act(action) == Some(Onward::To(Screen::Debrief));
            }
        } else if let Some(chosen) = chosen {
            let unreadable = letters.say(&ctx, desk, &chosen.scenario, &chosen.source.name);
            let view = briefing::View { unreadable, ..briefed::view(desk, chosen, &settings) };
            if let Some(briefing::Action::Start(mode)) = briefing::show(ui, &desk.words, &view, &mut self.briefing) {
                let opening = Opening {
                    seed: Some(self.seed),
                    mode,
                    settings: settings.that_help(),
                    ..Opening::new(Arc::clone(&chosen.scenario), &chosen.source.text, Arc::clone(&desk.rules))
                };
                self.playing = Some(Conversation::new(desk.start(opening).unwrap()));
            }
        } else {
            let view = listed::view(desk, &settings, |scenario, file| letters.say(&ctx, desk, scenario, file));
            if let Some(menu::Action::Open(id)) = menu::show(ui, &desk.words, &view, &mut self.menu) {
                let (entry, scenario) = desk.entry(&id).unwrap();
                *chosen = Some(Chosen::new(scenario, &entry.source));
            }
        }
    }
}

/// The menu with one of the scenarios here and the pool, and these typefaces in the data folder.
fn open(id: &str, seed: u64, typefaces: &[PathBuf]) -> Harness<'static, Window> {
    let data = tempfile::tempdir().unwrap();
    let scenarios = data.path().join("scenarios to play");
    fs::create_dir(&scenarios).unwrap();
    fs::copy(root().join(format!("tests/letters/{id}.ron")), scenarios.join(format!("{id}.ron"))).unwrap();
    fs::copy(root().join("scenarios/heated-pool.ron"), scenarios.join("heated-pool.ron")).unwrap();
    let folder = Extra::folder(data.path());
    fs::create_dir(&folder).unwrap();
    for typeface in typefaces {
        fs::copy(typeface, folder.join(typeface.file_name().unwrap())).unwrap();
    }
    let desk = Desk::new(Places { scenarios, data: data.path().to_owned(), open: None });
    let own = desk.extra.typefaces.clone();
    assert_eq!(own.len(), typefaces.len());
    let window = Window {
        desk,
        letters: Letters::default(),
        seed,
        chosen: None,
        playing: None,
        ended: false,
        menu: menu::UiState::default(),
        briefing: briefing::UiState::default(),
        conversation: UiState::default(),
        beats: BTreeSet::new(),
        _data: data,
    };
    drawn_with(own, 900.0, window, |ui, window| window.draw(ui))
}

fn press(harness: &mut Harness<'_, Window>, keys: &[Key]) {
    for key in keys {
        // As long as it takes to read: a key before that does not answer.
        harness.run_steps(2);
        harness.key_press(*key);
        harness.run();
    }
}

/// From the menu into the briefing, and from there to the end by keys alone.
fn play(harness: &mut Harness<'_, Window>, title: &str) {
    harness.get(card(title)).click();
    harness.run();
    assert!(harness.state().chosen.is_some());
    harness.get_by_label("Start").click();
    harness.run();
    for _ in 0..60 {
        if harness.state().ended {
            return;
        }
        let keys = match &harness.state().playing.as_ref().unwrap().playing.now().state.ask {
            Ask::Choose(_) => [Key::Num1, Key::Num1],
            Ask::Paraphrase(_) | Ask::Commit(_) => [Key::Num1, Key::Enter],
            Ask::Nothing => [Key::Enter, Key::Enter],
        };
        press(harness, &keys);
    }
    panic!("no end: {:?}", harness.state().playing.as_ref().unwrap().playing.now().state.ask);
}

/// Plays until every beat has been on the screen.
fn see_every_beat(id: &str, title: &str, typefaces: &[PathBuf]) {
    let mut seen = BTreeSet::new();
    for seed in 1..=8 {
        let mut harness = open(id, seed, typefaces);
        play(&mut harness, title);
        seen.append(&mut harness.state_mut().beats);
    }
    let text = fs::read_to_string(root().join(format!("tests/letters/{id}.ron"))).unwrap();
    let beats = text.lines().filter(|line| line.starts_with("        \"") && line.ends_with("\": (")).count();
    assert_eq!(seen.len(), beats, "{seen:?}");
}

/// What the menu's card and then the briefing say, by the name that a screen reader has for it.
fn said(id: &str, title: &str, typefaces: &[PathBuf]) -> [Option<String>; 2] {
    const BEGINNING: &str = "This conversation is written in";
    let mut harness = open(id, 1, typefaces);
    let name = harness.get(card(title)).accesskit_node().label().unwrap_or_default();
    harness.get(card(title)).click();
    harness.run();
    assert!(harness.state().chosen.is_some());
    let briefing = harness.query_by_label_contains(BEGINNING).map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value()).unwrap_or_default()
    });
    [Some(name).filter(|name| name.contains(BEGINNING)), briefing]
}

/// The menu's card of a conversation: all of it is one button.
fn card(title: &str) -> By<'_> {
    By::new().role(Role::Button).label_contains(title)
}

/// A typeface of this machine under an open licence, where it is there.
fn typeface(name: &str) -> Option<PathBuf> {
    let folders = ["/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/droid", "/usr/share/fonts/TTF"];
    let found = folders.iter().map(|folder| Path::new(folder).join(name)).find(|file| file.is_file());
    if found.is_none() {
        println!("{name} is not on this machine: what a typeface of one's own does is not tried here");
    }
    found
}

#[test]
fn a_conversation_without_letters_is_told_of_before_it_begins() {
    let [menu, briefing] = said(JAPANESE, "ぬるかった露天風呂", &[]);
    let (menu, briefing) = (menu.unwrap(), briefing.unwrap());
    assert!(menu.ends_with(&briefing) && menu.starts_with("ぬるかった露天風呂. "), "{menu}\n{briefing}");
    assert!(briefing.starts_with("This conversation is written in Japanese. "), "{briefing}");
    let boxes: usize = briefing.split_once("all of it: ").unwrap().1.split(' ').next().unwrap().parse().unwrap();
    assert!((150..400).contains(&boxes), "{briefing}");
    assert!(
        briefing.contains("cold-bath.ron\" --text`") && briefing.contains("fonts and open Amends again"),
        "{briefing}"
    );
}

#[test]
fn a_conversation_from_right_to_left_is_told_of_before_it_begins() {
    let [menu, briefing] = said(ARABIC, "البدلة التي لم تكن جاهزة", &[]);
    let briefing = briefing.unwrap();
    assert!(menu.unwrap().ends_with(&briefing));
    for part in ["written in Arabic. ", "from right to left", "would show as boxes", "late-suit.ron\" --text`."] {
        assert!(briefing.contains(part), "{part} in {briefing}");
    }
}

#[test]
fn nothing_is_said_of_what_can_be_read() {
    let harness = open(JAPANESE, 1, &[]);
    // A name that is the title and nothing more.
    harness.get_by_role_and_label(Role::Button, "The heated pool that was not");
}

#[test]
fn no_beat_of_them_panics_with_or_without_letters() {
    see_every_beat(JAPANESE, "ぬるかった露天風呂", &[]);
    see_every_beat(ARABIC, "البدلة التي لم تكن جاهزة", &[]);
    if let Some(droid) = typeface("DroidSansFallbackFull.ttf") {
        see_every_beat(JAPANESE, "ぬるかった露天風呂", &[droid]);
    }
    if let Some(dejavu) = typeface("DejaVuSans.ttf") {
        see_every_beat(ARABIC, "البدلة التي لم تكن جاهزة", &[dejavu]);
    }
}

#[test]
fn a_typeface_of_one_s_own_brings_the_letters_and_no_other_direction() {
    if let Some(droid) = typeface("DroidSansFallbackFull.ttf") {
        let typefaces = [droid];
        assert_eq!(said(JAPANESE, "ぬるかった露天風呂", &typefaces), [None, None]);
        let harness = open(JAPANESE, 1, &typefaces);
        assert!("露天風呂あア".chars().all(|letter| has_letter(&harness.ctx, letter)));
    }
    if let Some(dejavu) = typeface("DejaVuSans.ttf") {
        let [_, briefing] = said(ARABIC, "البدلة التي لم تكن جاهزة", &[dejavu]);
        let briefing = briefing.unwrap();
        assert!(briefing.contains("from right to left") && !briefing.contains("boxes"), "{briefing}");
    }
}

#[test]
fn what_the_window_cannot_show_can_be_played_as_text() {
    for (id, name) in [(ARABIC, "سامر"), (JAPANESE, "青木様")] {
        let (data, file) = (tempfile::tempdir().unwrap(), root().join(format!("tests/letters/{id}.ron")));
        let typed = "1\n".repeat(12);
        let data = data.path().to_str().unwrap();
        let played = amends(&["play", file.to_str().unwrap(), "--text", "--seed", "1", "--data", data], &typed);
        assert!(played.status.success() && out(&played).contains(name), "{}", out(&played));
    }
}
