//! How the briefing is laid out: the story beside the customer where there is room, and the way to begin always at hand.

use bevy_egui::egui::{Frame, Key, Margin, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::parts::{customer, goal, how_to_play, practised, start, story, who};
use super::view::{Action, Mode, UiState, View};
use crate::game::theme::widgets::{Chip, bar_button, columns, page_keys, pressed, sheet, sheet_under, top_bar};
use crate::game::theme::{WIDE, tokens};
use crate::words::Words;

const WIDTH: f32 = 1240.0;

/// Shows the briefing and says what the trainee asked for.
pub fn show(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    if let Some(mode) = view.fixed {
        state.mode = mode;
    }
    let asked = keys(ui, view, state);
    ui.painter().rect_filled(ui.max_rect(), 0.0, tokens(ui).paper);
    ui.spacing_mut().item_spacing.y = 0.0;
    let clicked =
        if ui.available_width() >= WIDE { wide(ui, words, view, state) } else { narrow(ui, words, view, state) };
    asked.or(clicked)
}

fn keys(ui: &Ui, view: &View, state: &mut UiState) -> Option<Action> {
    if pressed(ui, Key::Escape) {
        return Some(Action::Back);
    }
    if view.guide && pressed(ui, Key::F) {
        return Some(Action::Guide);
    }
    let choosing = view.fixed.is_none();
    for key in [Key::Num1, Key::ArrowLeft, Key::P] {
        if choosing && pressed(ui, key) {
            state.mode = Mode::Practice;
        }
    }
    for key in [Key::Num2, Key::ArrowRight, Key::A] {
        if choosing && pressed(ui, key) {
            state.mode = Mode::Assessment;
        }
    }
    let free = ui.memory(|memory| memory.focused().is_none());
    (free && pressed(ui, Key::Enter)).then_some(Action::Start(state.mode))
}

fn bar(ui: &mut Ui, words: &Words, view: &View) -> Option<Action> {
    let chips: Vec<_> = view.chips.iter().map(Chip::new).collect();
    top_bar(ui, &words.text("briefing-title"), &chips, |ui| {
        let back = bar_button(ui, &words.text("briefing-back"), "Esc").clicked().then_some(Action::Back);
        let guide = view.guide && bar_button(ui, &words.text("guide-open"), "F").clicked();
        back.or(guide.then_some(Action::Guide))
    })
}

fn wide(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let back = bar(ui, words, view);
    let rest = ui.available_rect_before_wrap();
    let known: f32 = ui.data(|data| data.get_temp(ui.id().with("foot"))).unwrap_or(120.0);
    let foot = Rect::from_min_max(pos2(rest.left(), rest.bottom() - known), rest.max);
    let above = Rect::from_min_max(rest.min, pos2(rest.right(), foot.top()));
    let mut page = ui.new_child(UiBuilder::new().id_salt("page").max_rect(above));
    let mut form = None;
    sheet(&mut page, "briefing", WIDTH, |ui| {
        page_keys(ui);
        let width = ui.available_width();
        let right = (width * 0.44).floor();
        columns(ui, &[width - right - 32.0, right], 32.0, |ui, column| {
            ui.spacing_mut().item_spacing.y = 12.0;
            if column == 0 {
                story(ui, words, view);
                goal(ui, words, view);
                how_to_play(ui, words, view);
            } else {
                customer(ui, words, view);
                form = who(ui, words, view);
                practised(ui, words, view);
            }
        });
    });
    let mut below = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot));
    let tokens = tokens(ui);
    ui.painter().rect_filled(foot, 0.0, tokens.card);
    ui.painter().hline(foot.x_range(), foot.top(), Stroke::new(1.0, tokens.line));
    let side = ((foot.width() - WIDTH) / 2.0).max(24.0);
    let shown = Frame::new().inner_margin(Margin::symmetric(0, 14)).show(&mut below, |ui| {
        let inner =
            Rect::from_min_max(pos2(foot.left() + side, ui.cursor().top()), pos2(foot.right() - side, foot.bottom()));
        let mut child = ui.new_child(UiBuilder::new().id_salt("start").max_rect(inner));
        child.set_width(inner.width());
        let action = start(&mut child, words, view, state);
        ui.allocate_space(vec2(foot.width(), child.min_rect().height()));
        action
    });
    let height = shown.response.rect.height();
    if (height - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(ui.id().with("foot"), height));
        ui.ctx().request_discard("the foot has another height");
        ui.ctx().request_repaint();
    }
    back.or(form).or(shown.inner)
}

fn narrow(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let (back, begin) = sheet_under(
        ui,
        "briefing",
        720.0,
        |ui| bar(ui, words, view),
        |ui| {
            page_keys(ui);
            ui.spacing_mut().item_spacing.y = 12.0;
            story(ui, words, view);
            goal(ui, words, view);
            customer(ui, words, view);
            let form = who(ui, words, view);
            practised(ui, words, view);
            how_to_play(ui, words, view);
            let begin = start(ui, words, view, state);
            form.or(begin)
        },
    );
    back.or(begin)
}
