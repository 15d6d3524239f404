//! The debrief by name and key.

mod afterwards;
mod asking;
mod saving;
mod voiced;

use bevy_egui::egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::game::theme::testing::{self, LONG, SIZES, assert_no_overlap, assert_pages, press};
use crate::words::Words;

const DESK: Vec2 = vec2(1280.0, 1600.0);

fn said(text: &str, level: u8) -> Said {
    let levels = [("Listening", 3), ("Apology", 2), ("Accountability", 2)].map(|(name, best)| Level {
        competency: name.into(),
        level: level.min(best),
        best,
        anchor: format!("Anchor of {text}"),
    });
    Said { text: text.into(), spoken: true, levels: levels.into(), because: format!("Because of {text}") }
}

fn decision(number: usize, text: &str) -> Decision {
    let odd = number % 2 == 1;
    Decision {
        customer: format!("Line *{number}*. {text}"),
        said: said(text, 1),
        better: odd.then(|| said("A better line", 3)),
        errors: vec![text.into()],
        noticed: vec![text.into()],
        missed: vec![format!("fact {number}")],
        promises: vec![
            PromiseNews { state: Some(PromiseState::Open), text: format!("You promised: {text}.") },
            PromiseNews { state: None, text: format!("New date agreed: {text}.") },
        ],
        closed: odd.then(|| text.to_owned()),
        mood_before: number.is_multiple_of(3).then_some(180),
        mood: if odd { 700 } else { 300 },
        feeling: if odd { Feeling::Happy } else { Feeling::Upset },
        new_contact: number.is_multiple_of(3).then(|| format!("{number} days later.")),
        scored: odd,
    }
}

fn moment(number: usize, text: &str) -> Moment {
    Moment {
        new_contact: (number == 2).then(|| "3 days later.".to_owned()),
        channel: if number % 2 == 1 { Channel::FaceToFace } else { Channel::Chat },
        place: "pool-desk".into(),
        customer: format!("Line *{number}*. {text}"),
        speaks: true,
        before: Expression { mood: -0.5, engagement: 0.9 },
        said: Said { levels: vec![], ..said(text, 3) },
        steps: if number == 1 { vec![Step::Listen] } else { vec![Step::Promise, Step::FollowUp] },
        after: Expression { mood: 0.4, engagement: 0.9 },
    }
}

fn view(decisions: usize, text: &str) -> View {
    let competency = |name: &str, score, band| Competency {
        name: name.into(),
        score,
        band,
        decisions: 4,
        range: score.map(|_| (20, 96)),
    };
    let promise = |state| Promise {
        what: text.into(),
        who: None,
        by: Some(text.into()),
        state,
        open: (state == PromiseState::LeftOpen).then_some(StillOpen::Moved),
        note: text.into(),
    };
    View {
        asks: false,
        title: text.into(),
        mode: Mode::Assessment,
        chips: vec!["13 minutes".into()],
        interrupted: false,
        customer: "Achieng".into(),
        portrait: Some(Portrait::default()),
        feeling: Feeling::Indifferent,
        face: Expression::CALM,
        outcome: Some(Outcome::Passive),
        worth: Some(crate::impact::worth(Outcome::Passive)),
        outcome_text: text.into(),
        remark: Some(format!("Remark: {text}")),
        competencies: vec![
            competency("Listening", Some(58), Some(Band::Developing)),
            competency("Apology", Some(0), Some(Band::Start)),
            competency("Accountability", Some(100), Some(Band::Strong)),
            competency("Follow-through", None, None),
        ],
        overall: Some(Overall { score: 59, needed: 65, passed: false }),
        end_mood: Some(150),
        start_mood: 320,
        decisions: (1..=decisions).map(|number| decision(number, text)).collect(),
        promises: vec![promise(PromiseState::Kept), promise(PromiseState::Lapsed), promise(PromiseState::LeftOpen)],
        noticed: vec![text.into()],
        missed: vec![text.into()],
        model: Some(Model {
            portrait: Portrait::default(),
            moments: (1..=decisions).map(|number| moment(number, text)).collect(),
            ending: format!("Ending: {text}"),
        })
        .filter(|model| !model.moments.is_empty()),
        goals: vec!["ask first".into(), text.into(), "say it back".into()],
        goals_from: Some("Listening".into()),
        goal: None,
        voice: Some(Answers::default()),
        can_retry: true,
        save: Save::Told(text.into()),
    }
}

fn asked(view: &View, size: Vec2, drive: impl FnOnce(&mut Harness<'_>)) -> Vec<Action> {
    let (words, mut state) = (Words::english(), UiState::default());
    testing::asked(size, |ui| show(ui, &words, view, &mut state), drive)
}

#[test]
fn arrows_and_the_line_step_through_the_decisions() {
    asked(&view(9, "A pool"), DESK, |harness| {
        let at = |harness: &Harness<'_>, number: usize| {
            assert!(harness.query_by_label(&format!("Decision {number} of 9")).is_some(), "decision {number}");
            assert!(harness.query_by_label(&format!("“Line {number}. A pool”")).is_some(), "its line, without stars");
        };
        at(harness, 1);
        press(harness, &[Key::ArrowLeft, Key::ArrowRight, Key::ArrowRight]);
        at(harness, 3);
        press(harness, &[Key::End, Key::ArrowRight]);
        at(harness, 9);
        press(harness, &[Key::Home]);
        at(harness, 1);
        harness.get_by_label("Decision 4: upset").click();
        harness.run();
        at(harness, 4);
        press(harness, &[Key::Tab, Key::ArrowRight]);
    });
}

#[test]
fn what_changed_before_a_decision_is_a_point_of_its_own_on_the_line_of_its_contact() {
    asked(&view(9, "A pool"), DESK, |harness| {
        for number in [3, 6, 9] {
            assert!(harness.query_by_label(&format!("before decision {number}: upset")).is_some(), "{number}");
        }
        assert!(harness.query_by_label("before decision 4: upset").is_none());
    });
}

#[test]
fn the_label_of_a_contact_stands_beside_its_line_and_inside_the_chart() {
    use bevy_egui::egui::Shape;
    for decisions in [3, 9, 30] {
        asked(&view(decisions, "A pool"), DESK, |harness| {
            let shapes: Vec<_> = harness.output().shapes.iter().map(|shape| &shape.shape).collect();
            let chart = harness.get_by_label_contains("How it went").rect();
            let mut seen = 0;
            for shape in &shapes {
                let Shape::Text(text) = shape else { continue };
                if !text.galley.text().ends_with("days later") {
                    continue;
                }
                let place = text.visual_bounding_rect();
                // The chip of the selected decision says the same.
                let line = shapes.iter().filter_map(|shape| match shape {
                    Shape::LineSegment { points: [from, to], .. } if (from.x - to.x).abs() < 0.1 => Some(*from),
                    _ => None,
                });
                let mut beside = line.filter(|from| (from.y - text.pos.y).abs() < 1.0).map(|from| from.x);
                let Some(x) = beside.find(|x| (x - place.left()).abs().min((x - place.right()).abs()) < 12.0) else {
                    continue;
                };
                seen += 1;
                assert!(x < place.left() - 2.0 || x > place.right() + 2.0, "{x} crosses {place}");
                assert!(place.left() >= chart.left() && place.right() <= DESK.x, "{place}");
            }
            assert_eq!(seen, decisions / 3);
        });
    }
}

#[test]
fn keys_and_buttons_ask_for_what_comes_next() {
    let after = |keys: &[Key]| asked(&view(3, "A pool"), DESK, |harness| press(harness, keys));
    assert_eq!(after(&[Key::A]), [Action::PlayAgain]);
    assert_eq!(after(&[Key::Escape]), [Action::Menu]);
    assert_eq!(after(&[Key::ArrowRight, Key::T]), [Action::RetryFrom(1)]);
    let click = |name: &str| asked(&view(3, "A pool"), DESK, |harness| harness.get_by_label(name).click());
    assert_eq!(click("Play again"), [Action::PlayAgain]);
    assert_eq!(click("Menu"), [Action::Menu]);
    assert_eq!(click("Try again from here"), [Action::RetryFrom(0)]);
    let fixed = View { can_retry: false, ..view(3, "A pool") };
    assert_eq!(asked(&fixed, DESK, |harness| press(harness, &[Key::T])), []);
}

#[test]
fn how_it_was_handled_and_how_it_ended_are_told_apart() {
    asked(&view(3, "A pool"), DESK, |harness| {
        for text in [
            "Achieng left",
            "Stays quiet, may drift away",
            "Listening: 58, developing, possible here: 20–96 · 4 decisions",
            "Follow-through: not enough evidence, 4 decisions",
            "59 of 100",
            "Remark: A pool",
            "2 of 2",
            "○ not yet",
            "A pass needs 65.",
            "Assessment",
            "1 of 3",
            "You promised: A pool.",
            "New date agreed: A pool.",
        ] {
            assert!(harness.query_all_by_label(text).next().is_some(), "{text}");
        }
    });
}

#[test]
fn an_interrupted_attempt_is_not_scored() {
    let view = View { interrupted: true, outcome: None, ..view(2, "A pool") };
    asked(&view, DESK, |harness| {
        assert!(harness.query_by_label("You stopped before the end.").is_some());
        assert!(harness.query_by_label("not finished").is_some());
        assert!(harness.query_by_label("59 of 100").is_none(), "no result over all");
    });
}

#[test]
fn an_attempt_without_decisions_is_shown_too() {
    let empty = View { overall: None, promises: vec![], noticed: vec![], missed: vec![], ..view(0, "A pool") };
    for size in SIZES {
        asked(&empty, size, |harness| {
            press(harness, &[Key::ArrowRight, Key::End, Key::T]);
            assert_no_overlap(&harness.output().shapes);
        });
    }
}

#[test]
fn stepping_keeps_the_decision_in_view() {
    for size in SIZES {
        asked(&view(9, LONG), size, |harness| {
            press(harness, &[Key::ArrowRight; 4]);
            let head = harness.get_by_label("Decision 5 of 9").rect();
            assert!(head.top() >= 0.0 && head.bottom() <= size.y, "{size}: {head:?}");
        });
    }
}

#[test]
fn nothing_is_clipped_or_covered_at_any_size() {
    for size in SIZES {
        for (decisions, text) in [(2, "A pool"), (9, LONG), (40, "A pool")] {
            asked(&view(decisions, text), size, |harness| {
                assert_pages(harness, 14);
                press(harness, &[Key::ArrowRight]);
                assert_pages(harness, 14);
            });
        }
    }
}
