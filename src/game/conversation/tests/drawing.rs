//! What is drawn: nothing clips, nothing overlaps, and everything has a name and a role.

use bevy_egui::egui::accesskit::{Live, Role};
use bevy_egui::egui::{self, Key, Rect, Shape, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{Game, play, play_at, press, slowly};
use crate::game::conversation::Channel;
use crate::game::conversation::sample::{self, choose, commit, paraphrase, view};

/// A text and what clips it.
type Placed = (egui::epaint::TextShape, Rect);

/// Every text that was drawn, with the rectangle that clips it.
pub fn texts(output: &egui::FullOutput) -> Vec<Placed> {
    fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Placed>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
            Shape::Text(text) => found.push((text.clone(), clip)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for shape in &output.shapes {
        collect(&shape.shape, shape.clip_rect, &mut found);
    }
    found
}

/// No two texts overlap, and none sticks out sideways of what clips it.
fn assert_no_overlap(output: &egui::FullOutput, size: Vec2, what: &str) {
    let window = Rect::from_min_size(egui::Pos2::ZERO, size);
    let mut rows = Vec::new();
    for (index, (text, clip)) in texts(output).iter().enumerate() {
        for row in &text.galley.rows {
            let bounds = row.visuals.mesh_bounds.translate(text.pos.to_vec2() + row.pos.to_vec2());
            let clip = clip.intersect(window);
            if !bounds.is_positive() || !bounds.intersects(clip) {
                continue;
            }
            let words = row.text();
            assert!(
                bounds.left() >= clip.left() - 1.0 && bounds.right() <= clip.right() + 1.0,
                "{what}: `{words}` {bounds} sticks out of {clip}"
            );
            rows.push((index, bounds.intersect(clip).shrink(1.5), words));
        }
    }
    assert!(rows.len() > 3, "{what}: hardly anything is drawn");
    for (at, (index, bounds, words)) in rows.iter().enumerate() {
        for (other, place, more) in rows.iter().skip(at + 1) {
            let both = bounds.intersect(*place);
            assert!(index == other || !both.is_positive(), "{what}: `{words}` {bounds} over `{more}` {place}");
        }
    }
}

#[test]
fn no_text_clips_or_overlaps_from_the_smallest_window_to_the_largest() {
    let sizes = [(410, 240), (512, 300), (640, 180), (700, 900), (860, 440), (900, 560), (1280, 720), (2400, 1300)];
    for (wide, high) in sizes {
        #[expect(clippy::cast_precision_loss, reason = "small")]
        let size = vec2(wide as f32, high as f32);
        for (at, ask) in sample::longest_asks().into_iter().enumerate() {
            for channel in Channel::ALL {
                let what = format!("{wide}×{high}, ask {at}, {channel:?}");
                let view = sample::longest(ask.clone(), channel);
                let mut harness = play_at(size, view.clone());
                assert_no_overlap(harness.output(), size, &what);
                press(&mut harness, &[Key::N]);
                assert_no_overlap(harness.output(), size, &format!("{what}, notebook"));
                press(&mut harness, &[Key::Escape, Key::Escape]);
                assert_no_overlap(harness.output(), size, &format!("{what}, pause"));
                if at != 0 && at != 4 {
                    press(&mut harness, &[Key::Escape, Key::Num1, Key::Num2, Key::Num1, Key::Num3]);
                    assert_no_overlap(harness.output(), size, &format!("{what}, marked"));
                }
                let harness = play_at(size, slowly(view));
                assert_no_overlap(harness.output(), size, &format!("{what}, listening"));
            }
        }
    }
}

#[test]
fn everything_has_a_name_and_a_role() {
    let mut harness = play(view(choose()));
    harness.get_by_role_and_label(Role::Label, "Achieng · upset, still talking");
    harness.get_by_role_and_label(Role::Button, "“Here's your money back, no questions asked. Have a lovely day.”");
    harness.get_by_role_and_label(Role::Button, "Notebook · 3");
    harness.get_by_role_and_label(Role::Button, "Pause");
    harness.state_mut().view.ask = paraphrase();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "she drove forty minutes");
    harness.state_mut().view.ask = commit();
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, "Maintenance");
    harness.get_by_role_and_label(Role::RadioGroup, "Who answers for it");
}

#[test]
fn another_mood_is_said_politely_and_the_same_one_is_not_said_again() {
    for view in [sample::view(sample::choose()), sample::phone(sample::choose())] {
        for size in [vec2(1280.0, 720.0), vec2(600.0, 700.0)] {
            let mut harness = play_at(size, view.clone());
            let said = |harness: &Harness<'_, Game>| {
                let node = harness.get_by_label_contains(&harness.state().view.feeling);
                assert_eq!(node.accesskit_node().live(), Live::Polite, "{size:?}");
                node.accesskit_node().id()
            };
            let before = said(&harness);
            harness.state_mut().view.turn += 1;
            harness.state_mut().view.scene = Some("A moment later.".into());
            harness.run();
            assert_eq!(said(&harness), before, "a screen reader takes another name for news");
            harness.state_mut().view.feeling = "relieved".into();
            harness.run();
            assert_eq!(said(&harness), before);
        }
    }
}
