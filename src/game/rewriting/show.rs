//! The quiet line above a screen, and the card over it.

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{
    Align2, Area, Context, CornerRadius, FontFamily, FontId, Frame, Id, Label, Margin, Order, Rect, Response,
    ScrollArea, Shape, Stroke, Ui, Vec2, vec2,
};

use super::view::{Asked, Excerpt, Folded, Trouble};
use crate::game::theme::widgets::{add_run, bar_button, body, columns, line, note, plain, secondary_button};
use crate::game::theme::{CARD_RADIUS, SMALL_RADIUS, fonts, soft_shadow, tokens};
use crate::words::Words;

/// The widest that the card gets, in points, and what it leaves free at the sides.
const WIDEST: f32 = 560.0;
const EDGE: f32 = 12.0;
/// From this size of the window on, it leaves the customer's words free and more than one reply.
const ROOMY: Vec2 = vec2(1240.0, 620.0);
/// Height of the bar over a conversation, in points, and the share of the window's height that the picture has at least.
const BAR: f32 = 58.0;
const PICTURE: f32 = 0.64;
/// From one button to the next, and from the folded line to its button.
const GAP: f32 = 12.0;

/// A quiet line over the whole width, which a screen reader says by itself.
pub fn strip(ui: &mut Ui, text: &str) {
    let tokens = tokens(ui);
    let margin = Margin::symmetric(if ui.available_width() < 480.0 { 12 } else { 24 }, 6);
    let under = ui.painter().add(Shape::Noop);
    let shown = Frame::new().fill(tokens.gold.gamma_multiply(0.22)).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let said = line(ui, text, fonts::regular(fonts::NOTE), tokens.ink);
        politely(ui, &said);
    });
    ui.painter().set(under, Shape::rect_filled(shown.response.rect, 0.0, tokens.paper));
}

/// Whether a window is so small that the card would cover the customer's words and the replies: then it is folded until
/// somebody asks to see it.
#[must_use]
pub fn leaves_no_room(window: Rect) -> bool {
    window.width() < ROOMY.x || window.height() < ROOMY.y
}

/// The card while it is folded: one line over the whole width, which a screen reader says by itself. Answers whether it is to be
/// shown.
pub fn folded(ui: &mut Ui, folded: &Folded) -> bool {
    const BUTTON: f32 = 100.0;
    let tokens = tokens(ui);
    let margin = Margin::symmetric(if ui.available_width() < 480.0 { 12 } else { 24 }, 4);
    let frame = Frame::new().fill(tokens.card).inner_margin(margin);
    let shown = frame.show(ui, |ui| {
        let room = ui.available_width();
        let known: Option<f32> = ui.data(|data| data.get_temp(ui.id().with("width of the button")));
        let button = known.unwrap_or(BUTTON).min(room / 2.0);
        let mut asked = None;
        columns(ui, &[room - button - GAP, button], GAP, |ui, column| {
            if column == 0 {
                ui.add_space(6.0);
                let said = line(ui, &folded.what, fonts::semibold(fonts::NOTE), tokens.upset);
                politely(ui, &said);
            } else {
                asked = Some(bar_button(ui, &folded.show, "F8"));
            }
        });
        let Some(asked) = asked else { return false };
        if known.is_none_or(|known| (known - asked.rect.width()).abs() > 0.5) {
            ui.data_mut(|data| data.insert_temp(ui.id().with("width of the button"), asked.rect.width()));
            ui.ctx().request_discard("the button of the folded card has another width");
        }
        asked.clicked()
    });
    let bottom = shown.response.rect.bottom();
    ui.painter().hline(shown.response.rect.x_range(), bottom, Stroke::new(1.5, tokens.upset));
    shown.inner
}

/// The card. Where there is room it lies over the picture alone, under the bar: what the customer says and the replies stay free,
/// and the conversation can be gone on with. Answers what was asked for on it.
pub fn card(ctx: &Context, words: &Words, trouble: &Trouble) -> Option<Asked> {
    let window = ctx.viewport_rect();
    let over_all = leaves_no_room(window);
    let (width, height) = if over_all {
        (window.width() - 2.0 * EDGE, window.height() - 2.0 * EDGE)
    } else {
        (window.width() / 2.0 - 2.0 * EDGE, window.height() * PICTURE - BAR - 2.0 * EDGE)
    };
    let width = width.min(WIDEST);
    let place = Area::new(Id::new("rewriting")).order(Order::Foreground);
    let place = if over_all {
        place.anchor(Align2::RIGHT_BOTTOM, vec2(-EDGE, -EDGE))
    } else {
        place.anchor(Align2::LEFT_TOP, vec2(EDGE, BAR + EDGE))
    };
    let shown = place.show(ctx, |ui| {
        let tokens = tokens(ui);
        let frame = Frame::new()
            .fill(tokens.card)
            .stroke(Stroke::new(1.5, tokens.upset))
            .corner_radius(CornerRadius::same(CARD_RADIUS))
            .shadow(soft_shadow(tokens))
            .inner_margin(Margin::symmetric(16, 14));
        let frame_height = 2.0 * 14.0 + 3.0;
        frame.show(ui, |ui| {
            ui.set_width(width - 2.0 * 16.0 - 3.0);
            ui.spacing_mut().item_spacing.y = 6.0;
            let room = (height - frame_height).max(60.0);
            // All the room it needs, also where the card was lower before.
            let scroll = ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, true]);
            scroll.show(ui, |ui| contents(ui, words, trouble)).inner
        })
    });
    shown.inner.inner
}

fn contents(ui: &mut Ui, words: &Words, trouble: &Trouble) -> Option<Asked> {
    let tokens = tokens(ui);
    let heading = line(ui, &words.text("rewriting-broken"), fonts::semibold(fonts::HEADING), tokens.upset);
    politely(ui, &heading);
    note(ui, &trouble.place);
    let mut what = LayoutJob::default();
    add_run(&mut what, &format!("{} ", trouble.code), fonts::semibold(fonts::BODY), tokens.soft);
    add_run(&mut what, &trouble.what, fonts::semibold(fonts::BODY), tokens.ink);
    let what = ui.add(Label::new(what).wrap());
    politely(ui, &what);
    if let Some(excerpt) = &trouble.excerpt {
        source_line(ui, excerpt);
    }
    for text in [&trouble.why, &trouble.help].into_iter().flatten() {
        body(ui, &plain(text));
    }
    if trouble.more > 0 {
        note(ui, &words.format("rewriting-more", &[("n", trouble.more.into())]));
    }
    note(ui, &words.text("rewriting-go-on"));
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, 8.0);
        if secondary_button(ui, &words.text("rewriting-fold"), "F8").clicked() {
            asked = Some(Asked::Fold);
        }
        if secondary_button(ui, &words.text("rewriting-close"), "Esc").clicked() {
            asked = Some(Asked::Close);
        }
    });
    asked
}

/// The line of source, with the part underlined and the label beneath.
fn source_line(ui: &mut Ui, excerpt: &Excerpt) {
    let tokens = tokens(ui);
    let font = FontId::new(fonts::NOTE, FontFamily::Monospace);
    let run = |colour, underline| TextFormat { underline, ..TextFormat::simple(font.clone(), colour) };
    let mut job = LayoutJob::default();
    job.append(&format!("{}  ", excerpt.line), 0.0, run(tokens.soft, Stroke::NONE));
    job.append(&excerpt.before, 0.0, run(tokens.ink, Stroke::NONE));
    job.append(&excerpt.part, 0.0, run(tokens.upset, Stroke::new(2.0, tokens.upset)));
    job.append(&excerpt.after, 0.0, run(tokens.ink, Stroke::NONE));
    let frame = Frame::new().fill(tokens.paper).corner_radius(CornerRadius::same(SMALL_RADIUS));
    frame.inner_margin(Margin::symmetric(10, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(job).wrap());
        if let Some(label) = &excerpt.label {
            line(ui, label, fonts::regular(fonts::NOTE), tokens.upset);
        }
    });
}

/// A screen reader says it by itself, once it has finished what it says.
fn politely(ui: &Ui, response: &Response) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}
