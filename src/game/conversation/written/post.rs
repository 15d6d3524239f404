//! In public: the customer's post, our answers under it with our mark, and how many people read along.

use bevy_egui::egui::{
    Color32, CornerRadius, Frame, Label, Margin, Pos2, Rect, Sense, Shape, Stroke, Ui, UiBuilder, Vec2, pos2, vec2,
};

use super::{aside, avatar, folded, plate, scene_plate, sheet, told, words_now};
use crate::game::conversation::show::{Paint, Scene};
use crate::game::conversation::state::UiState;
use crate::game::conversation::view::Who;
use crate::game::theme::widgets::{speech_job, text_job};
use crate::game::theme::{fonts, soft_shadow, tokens};

/// How far an answer stands in from the post.
const INDENT: f32 = 30.0;
/// From one face to the next, and how many there are at most.
const STEP: f32 = 17.0;
const MOST: usize = 8;

/// The post and what was answered; where the newest is.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, stage: bool, paint: Paint<'_>) -> Rect {
    let view = scene.view;
    ui.spacing_mut().item_spacing.y = 12.0;
    if stage {
        ui.add_space(18.0);
    }
    audience(ui, scene);
    let skipped = if stage { 0 } else { folded(ui, scene, state) };
    let post = view.thread.iter().position(|said| said.who == Who::Customer && !said.words.is_empty());
    for (at, said) in view.thread.iter().enumerate().skip(skipped) {
        ui.push_id(at, |ui| {
            let width = ui.available_width() - 28.0;
            let happened = said.scene.as_ref().map(|scene| aside(ui, scene, width));
            for galley in happened.into_iter().chain(told(ui, scene, said, width)) {
                plate(ui, galley);
            }
            if said.words.is_empty() {
                return;
            }
            let words = |ui: &mut Ui, size: f32| {
                ui.add(Label::new(speech_job(&said.words, size, tokens(ui).ink)).wrap());
            };
            if post == Some(at) {
                original(ui, scene, false, paint, |ui| words(ui, (scene.sizes.speech * 0.87).round()));
            } else {
                answer(ui, scene, (said.who, false), paint, |ui| words(ui, scene.sizes.body));
            }
        });
    }
    if view.since.is_some() || view.scene.is_some() {
        scene_plate(ui, scene);
    }
    let top = ui.cursor().min;
    if view.says.is_empty() {
        return Rect::from_min_size(top, vec2(ui.available_width(), 1.0));
    }
    if post.is_none() {
        original(ui, scene, true, paint, |ui| {
            words_now(ui, scene, state, scene.sizes.speech);
        });
    } else {
        answer(ui, scene, (Who::Customer, true), paint, |ui| {
            words_now(ui, scene, state, (scene.sizes.speech * 0.87).round());
        });
    }
    let newest = Rect::from_min_max(top, pos2(top.x + ui.available_width(), ui.cursor().top()));
    ui.add_space(if stage { 12.0 } else { 0.0 });
    newest
}

/// That this is public, and how many people read along: in words, and as faces that stand closer the more they are.
fn audience(ui: &mut Ui, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    let frame =
        Frame::new().fill(tokens.card).stroke(Stroke::new(1.0, tokens.line)).corner_radius(CornerRadius::same(18));
    let watching = scene.view.watching.unwrap_or_default();
    frame.inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let place = ui.available_rect_before_wrap();
        let faces = 3 + watching / 60;
        let wide = place.width() > 420.0;
        #[expect(clippy::cast_precision_loss, reason = "a dozen at most")]
        let room = if wide { 28.0 + STEP * (faces.min(MOST) as f32) } else { 0.0 };
        globe(ui, place.min + vec2(9.0, 11.0), 8.0);
        let text = place.with_min_x(place.left() + 26.0).with_max_x(place.right() - room);
        let mut child = ui.new_child(UiBuilder::new().id_salt("audience").max_rect(text));
        child.spacing_mut().item_spacing.y = 0.0;
        let line =
            |ui: &mut Ui, text: &str, font, colour: Color32| ui.add(Label::new(text_job(text, font, colour)).wrap());
        line(&mut child, &scene.words.text("conversation-public"), fonts::semibold(scene.sizes.small), tokens.ink);
        let people = scene.words.format("conversation-watching", &[("n", watching.into())]);
        line(&mut child, &people, fonts::regular(scene.sizes.small), tokens.soft);
        let taken = child.min_rect().with_min_x(place.left());
        if wide {
            crowd(ui, pos2(place.right() - 14.0, taken.center().y), faces.min(MOST));
        }
        ui.advance_cursor_after_rect(taken);
    });
}

/// Faces beside each other from `last` to the left, each a little over the one to its right.
fn crowd(ui: &Ui, last: Pos2, faces: usize) {
    let tokens = tokens(ui);
    let colours = [tokens.accent, tokens.indifferent, tokens.soft, tokens.happy, tokens.upset];
    let mut centre = last;
    for colour in colours.into_iter().cycle().take(faces) {
        let muted = colour.lerp_to_gamma(tokens.card, 0.35);
        ui.painter().circle(centre, 12.0, muted, Stroke::new(2.0, tokens.card));
        ui.painter().circle_filled(centre - vec2(0.0, 3.0), 3.6, tokens.card);
        let body = Rect::from_center_size(centre + vec2(0.0, 5.2), vec2(12.0, 6.6));
        ui.painter().rect_filled(body, CornerRadius { nw: 6, ne: 6, sw: 3, se: 3 }, tokens.card);
        centre.x -= STEP;
    }
}

/// The sign of what everybody can see.
fn globe(ui: &Ui, centre: Pos2, radius: f32) {
    let line = Stroke::new(1.4, tokens(ui).accent);
    let painter = ui.painter();
    painter.circle_stroke(centre, radius, line);
    painter.add(Shape::ellipse_stroke(centre, vec2(radius * 0.45, radius), line));
    painter.hline(centre.x - radius..=centre.x + radius, centre.y, line);
}

/// What the customer posted first; `now` says that it is what they write in this turn.
fn original(ui: &mut Ui, scene: &Scene<'_>, now: bool, paint: Paint<'_>, words: impl FnOnce(&mut Ui)) {
    let frame = sheet(ui, 16).shadow(soft_shadow(tokens(ui)));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 10.0;
        by(ui, scene, (Who::Customer, now), 30.0, paint);
        words(ui);
    });
}

/// An answer under it, ours or the customer's.
fn answer(ui: &mut Ui, scene: &Scene<'_>, (who, now): (Who, bool), paint: Paint<'_>, words: impl FnOnce(&mut Ui)) {
    let tokens = tokens(ui);
    let indent = if ui.available_width() < 400.0 { 12.0 } else { INDENT };
    let outer = ui.available_rect_before_wrap();
    let place = outer.with_min_x(outer.left() + indent);
    let mut child = ui.new_child(UiBuilder::new().id_salt(("answer", outer.top().to_bits())).max_rect(place));
    let mine = who == Who::You;
    let mut frame = sheet(&child, 14).inner_margin(Margin::symmetric(16, 12));
    if mine {
        frame = frame.fill(tokens.accent_soft).stroke(Stroke::new(1.0, tokens.accent.gamma_multiply(0.45)));
    }
    frame.show(&mut child, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 8.0;
        by(ui, scene, (who, now), 18.0, paint);
        words(ui);
    });
    let rect = child.min_rect();
    let stem = outer.left() + indent * 0.45;
    let line = Stroke::new(2.0, tokens.soft.gamma_multiply(0.5));
    ui.painter().line_segment([pos2(stem, rect.top() - 10.0), pos2(stem, rect.top() + 26.0)], line);
    ui.painter().line_segment([pos2(stem, rect.top() + 26.0), pos2(rect.left(), rect.top() + 26.0)], line);
    ui.advance_cursor_after_rect(rect.with_min_x(outer.left()));
}

/// Who wrote it: their sign, the name, and whether it is us; how they seem only where they write `now`.
fn by(ui: &mut Ui, scene: &Scene<'_>, (who, now): (Who, bool), radius: f32, paint: Paint<'_>) {
    let tokens = tokens(ui);
    let place = ui.available_rect_before_wrap();
    let centre = place.min + Vec2::splat(radius);
    let (name, more) = match who {
        Who::Customer => {
            avatar::disc(ui, paint, centre, radius);
            (scene.view.name.clone(), scene.view.feeling.clone())
        }
        Who::You => {
            avatar::ours(ui, centre, radius);
            (scene.words.text("conversation-us"), scene.words.text("conversation-you"))
        }
    };
    let text = if more.is_empty() || (who == Who::Customer && !now) { name } else { format!("{name} · {more}") };
    let mut job = text_job(&text, fonts::semibold(scene.sizes.small + 1.0), tokens.ink);
    job.wrap.max_width = (place.width() - 2.0 * radius - 12.0).max(40.0);
    let galley = ui.painter().layout_job(job);
    let height = galley.size().y.max(2.0 * radius);
    let (row, _) = ui.allocate_exact_size(vec2(place.width(), height), Sense::hover());
    let at = pos2(row.left() + 2.0 * radius + 12.0, row.top() + (height - galley.size().y) / 2.0);
    let mut child = ui.new_child(UiBuilder::new().id_salt("by").max_rect(Rect::from_min_size(at, galley.size())));
    child.add(Label::new(galley));
}
