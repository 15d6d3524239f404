//! The menu by name and key.

use std::cell::RefCell;

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Key, Modifiers, OutputCommand, Vec2, vec2};
use egui_kittest::{Harness, kittest::Queryable};

use super::view::{Language, Speech, Speed};
use super::*;
use crate::game::theme::testing::{self, LONG, SIZES, assert_no_overlap, assert_pages, harness, press};
use crate::game::theme::{Theme, WIDE};
use crate::words::Words;

const DESK: Vec2 = vec2(1280.0, 720.0);

fn scenario(id: &str, title: &str) -> Entry {
    Entry::Ready(Scenario {
        id: id.into(),
        title: title.into(),
        sector: "recreation".into(),
        customer: "Achieng".into(),
        portrait: Some(Box::default()),
        minutes: Some(6),
        beats: 9,
        language: "English".into(),
        finished: 1,
        unreadable: None,
    })
}

fn view() -> View {
    let broken = Broken {
        title: Some("The room with a view".into()),
        file: "scenarios/view.ron".into(),
        problems: vec![
            Problem {
                place: Some((41, 18)),
                what: "The beat `desk2` does not exist.".into(),
                help: "Write `desk`.".into(),
            },
            Problem { place: None, what: "There is no outcome.".into(), help: String::new() },
        ],
    };
    View {
        courses: Vec::new(),
        library: Library::Found(vec![
            scenario("pool", "The pool"),
            Entry::Broken(broken),
            scenario("parcel", "The parcel"),
        ]),
        unfinished: None,
        cohort: None,
        notices: vec!["Attempts are not being kept: the disk is full.".into()],
        settings: Settings::default(),
        speech: Speech::Ready,
        sounds: true,
    }
}

fn unfinished() -> Unfinished {
    Unfinished {
        title: "The pool".into(),
        customer: "Achieng".into(),
        decisions: 4,
        when: "yesterday".into(),
        unreadable: None,
    }
}

/// Drives the menu with `view`, and gives back what was asked for.
fn asked(view: &View, size: Vec2, drive: impl FnOnce(&mut Harness<'_>)) -> Vec<Action> {
    let (words, mut state) = (Words::english(), UiState::default());
    testing::asked(size, |ui| show(ui, &words, view, &mut state), drive)
}

fn unfold(harness: &mut Harness<'_>, group: &str) {
    harness.get_by_label(group).click();
    harness.run();
}

#[test]
fn enter_and_arrows_choose_a_conversation() {
    assert_eq!(asked(&view(), DESK, |harness| press(harness, &[Key::Enter])), [Action::Open("pool".into())]);
    let down = [Key::ArrowDown, Key::ArrowDown, Key::Enter];
    assert_eq!(asked(&view(), DESK, |harness| press(harness, &down)), [Action::Open("parcel".into())]);
    let ends = [Key::End, Key::ArrowDown, Key::ArrowUp, Key::Home, Key::ArrowUp, Key::Enter];
    assert_eq!(asked(&view(), DESK, |harness| press(harness, &ends)), [Action::Open("pool".into())]);
}

#[test]
fn numbers_open_what_can_be_played() {
    assert_eq!(asked(&view(), DESK, |harness| press(harness, &[Key::Num2])), [Action::Open("parcel".into())]);
    assert_eq!(asked(&view(), DESK, |harness| press(harness, &[Key::Num3])), []);
}

#[test]
fn the_mouse_and_tab_open_a_card() {
    let clicked = asked(&view(), DESK, |harness| harness.get_by_role_and_label(Role::Button, "The parcel").click());
    assert_eq!(clicked, [Action::Open("parcel".into())]);
    let focused = asked(&view(), DESK, |harness| {
        harness.get_by_role_and_label(Role::Button, "The parcel").focus();
        harness.run();
        press(harness, &[Key::Enter]);
    });
    assert_eq!(focused, [Action::Open("parcel".into())], "once, and not the selected card as well");
}

#[test]
fn an_unfinished_attempt_comes_first() {
    let view = View { unfinished: Some(unfinished()), ..view() };
    assert_eq!(asked(&view, DESK, |harness| press(harness, &[Key::Enter])), [Action::Continue]);
    assert_eq!(asked(&view, DESK, |harness| press(harness, &[Key::Num1])), [Action::Open("pool".into())]);
    assert_eq!(asked(&view, DESK, |harness| harness.get_by_label("Start afresh").click()), [Action::StartAfresh]);
}

#[test]
fn whoever_goes_on_is_told_what_cannot_be_read_as_whoever_begins_is() {
    let why = "It is written in Japanese: 212 of its characters would show as boxes.";
    let view = View { unfinished: Some(Unfinished { unreadable: Some(why.into()), ..unfinished() }), ..view() };
    let words = Words::english();
    let mut state = UiState::default();
    let harness = harness(DESK, |ui| {
        let _ = show(ui, &words, &view, &mut state);
    });
    let (said, button) = (harness.get_by_label(why).rect(), harness.get_by_label("Continue where you stopped").rect());
    assert!(said.bottom() <= button.top(), "{said} stands over {button}");
}

#[test]
fn a_broken_conversation_is_one_line_that_unfolds_and_can_be_copied() {
    let (words, view, copied) = (Words::english(), view(), RefCell::new(Vec::new()));
    let mut state = UiState::default();
    let mut harness = harness(vec2(1280.0, 1400.0), |ui| {
        assert_eq!(show(ui, &words, &view, &mut state), None);
        copied.borrow_mut().extend(ui.output(|output| output.commands.clone()));
    });
    let whole =
        ["The room with a view", "The beat `desk2` does not exist.", "Line 41, column 18", "scenarios/view.ron"];
    let line = "scenarios/view.ron · cannot be played · The beat `desk2` does not exist.";
    let folded = |harness: &Harness<'_>| whole.iter().all(|text| harness.query_by_label(text).is_none());
    assert!(folded(&harness));
    press(&mut harness, &[Key::ArrowDown, Key::Enter]);
    for text in whole {
        assert!(harness.query_by_label(text).is_some(), "{text}");
    }
    assert!(harness.query_by_label("What to do: Write `desk`.").is_some());
    for again in [true, false] {
        harness.get_by_role_and_label(Role::Button, line).click();
        harness.run();
        assert_eq!(folded(&harness), again);
    }
    assert!(harness.query_by_label("Copied").is_none());
    press(&mut harness, &[Key::Enter]);
    assert!(harness.query_by_label("Copied").is_some());
    drop(harness);
    let expected = "scenarios/view.ron:41:18: The beat `desk2` does not exist.\n  What to do: Write `desk`.\n\
                    scenarios/view.ron: There is no outcome.\n";
    assert_eq!(copied.into_inner(), [OutputCommand::CopyText(expected.to_owned())]);
}

#[test]
fn the_first_card_that_can_be_played_is_selected() {
    let mut broken_first = view();
    if let Library::Found(entries) = &mut broken_first.library {
        entries.swap(0, 1);
    }
    assert_eq!(asked(&broken_first, DESK, |harness| press(harness, &[Key::Enter])), [Action::Open("pool".into())]);
}

#[test]
fn text_size_steps_within_its_limits() {
    let sizes = |percent, keys: &[(Modifiers, Key)]| {
        let view = View { settings: Settings { text_percent: percent, ..Settings::default() }, ..view() };
        asked(&view, DESK, |harness| {
            for (modifiers, key) in keys {
                harness.key_press_modifiers(*modifiers, *key);
                harness.run();
            }
        })
    };
    assert_eq!(sizes(100, &[(Modifiers::NONE, Key::Plus)]), [Action::SetTextSize(110)]);
    assert_eq!(sizes(100, &[(Modifiers::COMMAND, Key::Minus)]), [Action::SetTextSize(90)]);
    assert_eq!(sizes(160, &[(Modifiers::COMMAND, Key::Equals)]), [Action::SetTextSize(175)]);
    assert_eq!(sizes(160, &[(Modifiers::COMMAND, Key::Num0)]), [Action::SetTextSize(100)]);
    assert_eq!(sizes(MAX_TEXT, &[(Modifiers::NONE, Key::Plus)]), []);
    assert_eq!(sizes(MIN_TEXT, &[(Modifiers::NONE, Key::Minus)]), []);
    assert_eq!(asked(&view(), DESK, |harness| harness.get_by_label("Larger text").click()), [Action::SetTextSize(110)]);
}

#[test]
fn settings_are_asked_for_one_by_one() {
    let click = |name: &str| asked(&view(), DESK, |harness| harness.get_by_label(name).click());
    let at_pace = |name: &str| {
        asked(&view(), DESK, |harness| {
            unfold(harness, "Pace and sound");
            harness.get_by_label(name).click();
        })
    };
    assert_eq!(click("Less movement"), [Action::SetReducedMotion(true)]);
    assert_eq!(click("Full screen (F11)"), [Action::SetFullScreen(true)]);
    assert_eq!(at_pace("Slow"), [Action::SetSpeed(Speed::Slow)]);
    assert_eq!(at_pace("Show each line at once"), [Action::SetWordsAtOnce(true)]);
    assert_eq!(at_pace("Keep lines on screen"), [Action::SetKeepLines(false)]);
    assert_eq!(at_pace("Timers"), [Action::SetTimers(true)]);
    assert_eq!(click("Kiswahili"), [Action::SetLanguage(Language::Swahili)]);
    assert_eq!(click("Night"), [Action::SetTheme(Theme::Night)]);
    assert_eq!(click("High contrast"), [Action::SetTheme(Theme::HighContrast)]);
    assert_eq!(click("Day"), [], "it is day already");
    assert_eq!(click("Quit"), [Action::Quit]);
}

#[test]
fn one_group_of_the_settings_is_unfolded_at_a_time_by_mouse_or_key() {
    asked(&view(), DESK, |harness| {
        let there = |harness: &Harness<'_>, name: &str| harness.query_by_label(name).is_some();
        assert!(there(harness, "Less movement") && !there(harness, "Timers"));
        unfold(harness, "Pace and sound");
        assert!(there(harness, "Timers") && !there(harness, "Less movement"));
        harness.get_by_label("Pace and sound").focus();
        harness.run();
        press(harness, &[Key::Enter]);
        assert!(!there(harness, "Timers"), "folded again, and nothing is opened by that key");
    });
}

#[test]
fn a_name_can_be_written_without_opening_anything() {
    let actions = asked(&view(), DESK, |harness| {
        unfold(harness, "Who plays");
        harness.get_by_role_and_label(Role::TextInput, "Your name").focus();
        harness.run();
        harness.get_by_role_and_label(Role::TextInput, "Your name").type_text("Anna-2");
        press(harness, &[Key::Num2, Key::Minus]);
    });
    assert_eq!(actions, [Action::SetTrainee("Anna-2".into())]);
}

#[test]
fn a_folder_that_is_missing_or_empty_is_named() {
    let folder = "/srv/amends/scenarios".to_owned();
    for library in [Library::Missing { folder: folder.clone() }, Library::Empty { folder: folder.clone() }] {
        let view = View { library, ..view() };
        let actions = asked(&view, DESK, |harness| {
            assert!(harness.query_by_label_contains(&folder).is_some());
            press(harness, &[Key::Enter, Key::Num1, Key::ArrowDown]);
            harness.get_by_label("Look again").click();
        });
        assert_eq!(actions, [Action::LookAgain]);
    }
}

#[test]
fn the_selected_card_scrolls_into_view() {
    for size in SIZES {
        asked(&view(), size, |harness| {
            press(harness, &[Key::ArrowDown, Key::ArrowDown]);
            let card = harness.get_by_role_and_label(Role::Button, "The parcel").rect();
            assert!(card.top() >= 0.0 && card.top() < size.y - 40.0, "{size}: {card:?}");
        });
    }
}

#[test]
fn nothing_is_clipped_or_covered_at_any_size() {
    let mut long = View { unfinished: Some(unfinished()), notices: vec![LONG.into(); 2], ..view() };
    if let Some(unfinished) = &mut long.unfinished {
        unfinished.title = LONG.into();
        unfinished.customer = LONG.into();
    }
    if let Library::Found(entries) = &mut long.library {
        entries.push(scenario("long", LONG));
        for entry in entries {
            match entry {
                Entry::Ready(scenario) => {
                    scenario.customer = LONG.into();
                    scenario.sector = LONG.into();
                }
                Entry::Broken(broken) => {
                    broken.file = format!("scenarios/{}.ron", "x".repeat(160));
                    broken.title = Some(LONG.into());
                    broken.problems.extend([Problem { place: Some((1, 1)), what: LONG.into(), help: LONG.into() }]);
                }
            }
        }
    }
    for size in SIZES {
        asked(&long, size, |harness| {
            assert_pages(harness, 12);
            press(harness, &[Key::Home, Key::ArrowDown, Key::ArrowDown, Key::Enter, Key::Home]);
            assert!(harness.query_by_label("Copy the message").is_some(), "it is unfolded");
            assert_pages(harness, 12);
        });
        let missing = View { library: Library::Missing { folder: "/x".repeat(90) }, ..view() };
        asked(&missing, size, |harness| assert_no_overlap(&harness.output().shapes));
    }
}

#[test]
fn the_settings_fit_in_every_language_with_every_group_unfolded() {
    for language in Language::ALL {
        let words = Words::of(language);
        for size in [vec2(410.0, 240.0), vec2(899.0, 620.0), vec2(900.0, 527.0), DESK] {
            let mut state = UiState::default();
            let speech = Speech::Missing { program: "spd-say".into() };
            let (view, settings) = (View { notices: Vec::new(), speech, ..view() }, words.text("menu-settings"));
            testing::asked(
                size,
                |ui| show(ui, &words, &view, &mut state),
                |harness| {
                    if size.x < WIDE {
                        unfold(harness, &settings);
                    }
                    assert_pages(harness, 3);
                    for group in ["menu-group-pace", "menu-group-you", "menu-group-looks"] {
                        unfold(harness, &words.text(group));
                        assert_pages(harness, 3);
                    }
                },
            );
        }
    }
}

#[test]
fn in_a_small_window_the_way_to_go_on_stays_in_sight() {
    let view = View { unfinished: Some(unfinished()), ..view() };
    for size in [vec2(410.0, 240.0), vec2(512.0, 300.0)] {
        let actions = asked(&view, size, |harness| {
            for _ in 0..3 {
                let button = harness.get_by_label("Continue where you stopped").rect();
                assert!(button.top() >= 0.0 && button.bottom() <= size.y + 8.0, "{size}: {button:?}");
                press(harness, &[Key::PageDown]);
            }
            harness.get_by_label("Continue where you stopped").click();
        });
        assert_eq!(actions, [Action::Continue]);
    }
}

#[test]
fn in_a_small_window_the_settings_are_folded_away() {
    asked(&view(), vec2(512.0, 300.0), |harness| {
        assert!(harness.query_by_label("Less movement").is_none());
        unfold(harness, "Settings");
        assert!(harness.query_by_label("Less movement").is_some());
    });
}

#[test]
fn lines_are_spoken_and_sounds_grow_when_asked_to() {
    // All of the settings can be seen at once.
    let tall = vec2(1280.0, 1200.0);
    let spoken = asked(&view(), tall, |harness| {
        unfold(harness, "Pace and sound");
        harness.get_by_label("Speak the customer's lines").click();
    });
    assert_eq!(spoken, [Action::SetSpeak(true)]);
    let volume = |now: u8, label: &str| {
        let view = View { settings: Settings { volume: now, ..Settings::default() }, ..view() };
        asked(&view, tall, |harness| {
            unfold(harness, "Pace and sound");
            harness.get_by_label(label).click();
        })
    };
    assert_eq!(volume(20, "Louder"), [Action::SetVolume(30)]);
    assert_eq!(volume(20, "Softer"), [Action::SetVolume(10)]);
    assert_eq!((volume(0, "Softer"), volume(100, "Louder")), (Vec::new(), Vec::new()));
}

#[test]
fn there_is_a_volume_only_where_sounds_can_be_played() {
    asked(&View { sounds: false, ..view() }, DESK, |harness| {
        unfold(harness, "Pace and sound");
        assert!(harness.query_by_label("Louder").is_none());
        assert!(harness.query_by_label("Speak the customer's lines").is_some());
    });
}

#[test]
fn the_settings_say_why_nothing_is_spoken() {
    let program = || "spd-say".to_owned();
    let cases = [
        (Speech::Ready, "Your system's voice"),
        (Speech::Read, "is reading this window now"),
        (Speech::Missing { program: program() }, "(the program spd-say) was not found"),
        (Speech::Failed { program: program() }, "(the program spd-say) was asked and could not speak"),
    ];
    for (speech, said) in cases {
        asked(&View { speech, ..view() }, DESK, |harness| {
            unfold(harness, "Pace and sound");
            assert!(harness.query_by_label_contains(said).is_some(), "{said}");
        });
    }
}
