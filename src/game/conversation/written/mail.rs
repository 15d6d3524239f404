//! A mail: a letter with its head, and the earlier ones folded below it, the newest first.

use bevy_egui::egui::epaint::RectShape;
use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{
    CornerRadius, Label, Rect, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, WidgetType, pos2,
    vec2,
};

use super::{aside, avatar, scene_plate, sheet, told, words_now};
use crate::game::conversation::show::{Paint, Scene};
use crate::game::conversation::state::UiState;
use crate::game::conversation::view::{Said, Who};
use crate::game::theme::widgets::{add_run, bar_button, plain, speech_job, text_job};
use crate::game::theme::{fonts, soft_shadow, tokens};

/// Radius of who wrote an earlier mail.
const RADIUS: f32 = 14.0;
/// How many earlier mails there are in one column before somebody asks for more.
const FEW: usize = 2;

/// The letter, and those of before, on a stage below it; where the letter is.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, stage: bool, paint: Paint<'_>) -> Rect {
    ui.spacing_mut().item_spacing.y = 12.0;
    if stage {
        ui.add_space(18.0);
    }
    if scene.view.since.is_some() || scene.view.scene.is_some() {
        scene_plate(ui, scene);
    }
    if stage {
        let newest = latest(ui, scene, state, paint);
        before(ui, scene, state, stage, paint);
        ui.add_space(18.0);
        return newest;
    }
    // In one column the question follows below: what is to be answered stands right above it.
    before(ui, scene, state, stage, paint);
    ui.spacing_mut().item_spacing.y = 12.0;
    let newest = latest(ui, scene, state, paint);
    ui.add_space(8.0);
    newest
}

/// What the customer writes now, where they do.
fn latest(ui: &mut Ui, scene: &Scene<'_>, state: &UiState, paint: Paint<'_>) -> Rect {
    if scene.view.says.is_empty() {
        return Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 1.0));
    }
    letter(ui, scene, state, paint)
}

/// The mails of before: on a stage all of them, the newest first; in one column in the order in which they were written, the latest
/// few, after a button for the others.
fn before(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, stage: bool, paint: Paint<'_>) {
    ui.spacing_mut().item_spacing.y = 6.0;
    let count = scene.view.thread.len();
    let shown = if stage || state.earlier { count } else { count.min(FEW) };
    if shown < count {
        let text = scene.words.format("conversation-earlier", &[("n", (count - shown).into())]);
        state.earlier |= bar_button(ui, &text, "").clicked();
    }
    let mut mails: Vec<(usize, &Said)> = (1..).zip(&scene.view.thread).skip(count - shown).collect();
    if stage {
        mails.reverse();
    }
    for (number, said) in mails {
        ui.push_id(("mail", number), |ui| earlier(ui, scene, state, (said, number), paint));
    }
}

/// The mail of this turn.
fn letter(ui: &mut Ui, scene: &Scene<'_>, state: &UiState, paint: Paint<'_>) -> Rect {
    let frame = sheet(ui, 4).shadow(soft_shadow(tokens(ui)));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.add_space(6.0);
        head(ui, scene, paint);
        ui.add_space(6.0);
        let rule = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 1.0));
        ui.painter().hline(rule.x_range(), rule.top(), Stroke::new(1.0, tokens(ui).line));
        ui.add_space(12.0);
        words_now(ui, scene, state, (scene.sizes.speech * 0.91).round());
        ui.add_space(4.0);
    });
    border(ui, shown.response.rect);
    shown.response.rect
}

/// The subject of a mail that answers this one, or that this one answers.
pub fn answered(scene: &Scene<'_>) -> String {
    scene.words.format("conversation-mail-re", &[("subject", scene.view.subject.as_str().into())])
}

/// From whom, to whom, about what.
fn head(ui: &mut Ui, scene: &Scene<'_>, paint: Paint<'_>) {
    let ink = tokens(ui).ink;
    let about = if scene.view.answers { answered(scene) } else { scene.view.subject.clone() };
    let subject = text_job(&about, fonts::semibold(scene.sizes.speech), ink);
    let values = |key: &str, value: &str| (scene.words.text(key), value.to_owned());
    ui.add(Label::new(subject).wrap()).widget_info(|| {
        let (key, value) = values("conversation-mail-subject", &about);
        WidgetInfo::labeled(WidgetType::Label, true, format!("{key} {value}"))
    });
    ui.add_space(4.0);
    let place = ui.available_rect_before_wrap();
    let radius = 28.0;
    avatar::disc(ui, paint, place.min + Vec2::splat(radius), radius);
    let text = place.with_min_x(place.left() + 2.0 * radius + 12.0);
    let mut child = ui.new_child(UiBuilder::new().id_salt("from").max_rect(text));
    child.spacing_mut().item_spacing.y = 0.0;
    let us = scene.words.text("conversation-us");
    let from = format!("{} · {}", scene.view.name, scene.view.feeling);
    let from = if scene.view.feeling.is_empty() { scene.view.name.clone() } else { from };
    for (key, value) in [("conversation-mail-from", &from), ("conversation-mail-to", &us)] {
        let (key, value) = values(key, value);
        let mut job = LayoutJob::default();
        let soft = tokens(ui).soft;
        add_run(&mut job, &format!("{key} "), fonts::regular(scene.sizes.small), soft);
        add_run(&mut job, &value, fonts::semibold(scene.sizes.small), ink);
        child.add(Label::new(job).wrap());
    }
    let taken = child.min_rect().with_min_x(place.left());
    ui.advance_cursor_after_rect(taken.union(Rect::from_min_size(place.min, Vec2::splat(2.0 * radius))));
}

/// The striped upper edge of an envelope.
fn border(ui: &Ui, rect: Rect) {
    let tokens = tokens(ui);
    let painter = ui.painter_at(rect.with_max_y(rect.top() + 7.0).shrink2(vec2(1.0, 0.0)));
    let (wide, lean) = (22.0, 7.0);
    let mut left = rect.left() - lean;
    let mut turn = 0_u8;
    while left < rect.right() {
        let colour = match turn % 4 {
            0 => tokens.accent,
            2 => tokens.upset,
            _ => tokens.card,
        };
        let (top, bottom) = (rect.top(), rect.top() + 7.0);
        let stripe =
            vec![pos2(left + lean, top), pos2(left + wide + lean, top), pos2(left + wide, bottom), pos2(left, bottom)];
        painter.add(Shape::convex_polygon(stripe, colour, Stroke::NONE));
        left += wide;
        turn += 1;
    }
}

/// A mail of before: one row with who and how it begins, and all of it where it was opened.
fn earlier(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, (said, number): (&Said, usize), paint: Paint<'_>) {
    let tokens = tokens(ui);
    let name = match said.who {
        Who::Customer => scene.view.name.clone(),
        Who::You => scene.words.text("conversation-you"),
    };
    let act = said.act.as_deref().map(plain).unwrap_or_default();
    let nothing = scene.words.text("you-said-nothing");
    let begins = match (said.words.is_empty(), act.is_empty()) {
        (false, _) => plain(&said.words),
        (true, false) => act,
        (true, true) if said.who == Who::You => nothing,
        (true, true) => said.scene.as_deref().map(plain).unwrap_or_default(),
    };
    let open = state.opened.contains(&number);
    let behind = ui.painter().add(Shape::Noop);
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), 2.0 * RADIUS + 16.0), Sense::click());
    let label = scene
        .words
        .format("conversation-said-by", &[("name", name.as_str().into()), ("words", begins.as_str().into())]);
    response.widget_info(|| WidgetInfo::selected(WidgetType::CollapsingHeader, true, open, &label));
    if response.clicked() {
        if !state.opened.remove(&number) {
            state.opened.insert(number);
        }
        ui.ctx().request_repaint();
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let centre = pos2(row.left() + 12.0 + RADIUS, row.center().y);
    match said.who {
        Who::Customer => avatar::disc(ui, paint, centre, RADIUS),
        Who::You => avatar::ours(ui, centre, RADIUS),
    }
    let sign = row.right_center() - vec2(20.0, 0.0);
    let turn = if open {
        [vec2(-5.0, -3.0), vec2(0.0, 3.0), vec2(5.0, -3.0)]
    } else {
        [vec2(-3.0, -5.0), vec2(3.0, 0.0), vec2(-3.0, 5.0)]
    };
    ui.painter().add(Shape::line(turn.map(|by| sign + by).to_vec(), Stroke::new(1.8, tokens.soft)));
    let mut job = LayoutJob::default();
    add_run(&mut job, &format!("{name}  "), fonts::semibold(scene.sizes.small), tokens.ink);
    if !open {
        add_run(&mut job, &begins, fonts::regular(scene.sizes.small), tokens.soft);
    }
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let left = centre.x + RADIUS + 12.0;
    job.wrap.max_width = (sign.x - 14.0 - left).max(20.0);
    let galley = ui.painter().layout_job(job);
    let at = pos2(left, row.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.ink);
    let mut whole = row;
    if open {
        whole = whole.union(opened(ui, scene, said, left));
    }
    let fill = if response.hovered() { tokens.card_hover } else { tokens.card };
    let paper = RectShape::new(whole, CornerRadius::same(4), fill, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    ui.painter().set(behind, paper);
    if response.has_focus() {
        ui.painter().rect_stroke(whole, CornerRadius::same(4), Stroke::new(3.0, tokens.focus), StrokeKind::Inside);
    }
}

/// All of an earlier mail, below its row; where it is.
fn opened(ui: &mut Ui, scene: &Scene<'_>, said: &Said, left: f32) -> Rect {
    let from = pos2(left, ui.cursor().top() - 6.0);
    let width = (ui.max_rect().left() + ui.available_width() - 20.0 - left).max(40.0);
    let mut child = ui
        .new_child(UiBuilder::new().id_salt("opened").max_rect(Rect::from_min_size(from, vec2(width, f32::INFINITY))));
    child.spacing_mut().item_spacing.y = 6.0;
    let happened = said.scene.as_ref().map(|scene| aside(&child, scene, width));
    for galley in happened.into_iter().chain(told(&child, scene, said, width)) {
        child.add(Label::new(galley));
    }
    if !said.words.is_empty() {
        let job = speech_job(&said.words, scene.sizes.body, tokens(ui).ink);
        child.add(Label::new(job).wrap());
    }
    child.add_space(8.0);
    let rect = child.min_rect();
    ui.advance_cursor_after_rect(rect);
    rect
}
