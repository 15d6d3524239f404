//! The picture of a moment in a wide window: the customer where it happens, as they are when they say it, and their words on a card,
//! as in the conversation itself.

use std::sync::Arc;

use bevy_egui::egui::{
    CornerRadius, Galley, Label, Painter, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2, vec2,
};

use super::decision::said_and_done;
use super::view::{Channel, Model, Moment};
use crate::game::bust::in_a_disc;
use crate::game::conversation::initial;
use crate::game::stage::{
    Light, Look, Phase, paint_chat, paint_counter, paint_desk, paint_phone, paint_place, paint_portrait, paint_public,
    picture_behind_card, portrait_rect,
};
use crate::game::theme::widgets::{add_run, speech_job};
use crate::game::theme::{Theme, fonts, soft_shadow, tokens};
use crate::words::Words;

/// Space around the card.
const EDGE: f32 = 24.0;
/// Space inside the card.
const PADDING: Vec2 = vec2(22.0, 18.0);
/// The widest card.
const WIDEST: f32 = 720.0;
/// Across the picture of somebody who writes, and the room it takes with what lies between it and the words.
const DISC: f32 = 56.0;
const BESIDE: f32 = DISC + 16.0;
/// Between the name and the words.
const GAP: f32 = 4.0;
/// How many people stand behind what is said in public: a street, no crowd.
const WATCHING: usize = 60;

/// The picture of `moment` all over `rect`, with the words of the customer called `name`.
pub fn scene(ui: &mut Ui, words: &Words, model: &Model, moment: &Moment, name: &str, rect: Rect) {
    let card = Card::fit(ui, words, moment, name, rect);
    paint(ui, model, moment, name, rect, card.place);
    let tokens = tokens(ui);
    let radius = CornerRadius::same(18);
    ui.painter().add(soft_shadow(tokens).as_shape(card.place, radius));
    ui.painter().rect(card.place, radius, tokens.card, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    let mut inner = card.place.shrink2(PADDING);
    if written(moment) {
        let centre = inner.min + Vec2::splat(DISC / 2.0);
        in_a_disc(ui, Some(&model.portrait), name, moment.before, (centre, DISC / 2.0));
        inner.min.x += BESIDE;
    }
    card.show(ui, inner);
}

/// Whether the customer writes it.
fn written(moment: &Moment) -> bool {
    moment.speaks && moment.channel.is_written()
}

/// The customer's words as they stand on their card.
struct Card {
    who: Option<Arc<Galley>>,
    line: Arc<Galley>,
    place: Rect,
}

impl Card {
    /// The largest letters that leave most of the picture to the person.
    fn fit(ui: &Ui, words: &Words, moment: &Moment, name: &str, stage: Rect) -> Self {
        let width = (stage.width() - 2.0 * EDGE).min(WIDEST);
        let inner = width - 2.0 * PADDING.x - if written(moment) { BESIDE } else { 0.0 };
        let ink = tokens(ui).ink;
        let who = moment.speaks.then(|| {
            let mut job = speech_job("", fonts::NOTE, ink);
            add_run(&mut job, name, fonts::semibold(fonts::NOTE + 1.0), ink);
            let face = words.text(&format!("face-{}", moment.before.word()));
            add_run(&mut job, &format!(" · {face}"), fonts::regular(fonts::NOTE + 1.0), tokens(ui).soft);
            job.wrap.max_width = inner;
            ui.painter().layout_job(job)
        });
        let lay_out = |size: f32| {
            let mut job = if written(moment) {
                speech_job(&moment.customer, size, ink)
            } else {
                said_and_done(ui, words, &moment.customer, size)
            };
            job.wrap.max_width = inner;
            ui.painter().layout_job(job)
        };
        let above = who.as_ref().map_or(0.0, |who| who.size().y + GAP);
        let least = if written(moment) { DISC } else { 0.0 };
        let high = |line: &Arc<Galley>| (above + line.size().y).max(least) + 2.0 * PADDING.y;
        let mut line = lay_out(fonts::SPEECH);
        for size in [fonts::SPEECH - 3.0, fonts::BODY] {
            if high(&line) > stage.height() * 0.42 {
                line = lay_out(size);
            }
        }
        let size = vec2(width, high(&line).min(stage.height() * 0.72).ceil());
        let corner = pos2((stage.center().x - width / 2.0).round(), (stage.bottom() - EDGE - size.y).round());
        Self { who, line, place: Rect::from_min_size(corner, size) }
    }

    fn show(self, ui: &mut Ui, inner: Rect) {
        let mut child = ui.new_child(UiBuilder::new().id_salt("what the customer says").max_rect(inner));
        ScrollArea::vertical().id_salt("what the customer says").auto_shrink(false).show(&mut child, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            if let Some(who) = self.who {
                ui.add(Label::new(who));
            }
            ui.add(Label::new(self.line));
        });
    }
}

/// Paints the place, or whatever stands for one where the two do not meet, and the customer if they are there.
fn paint(ui: &Ui, model: &Model, moment: &Moment, name: &str, rect: Rect, card: Rect) {
    let painter = ui.painter_at(rect);
    let dark = ui.visuals().dark_mode;
    if !moment.speaks || moment.channel == Channel::FaceToFace {
        return meeting(ui, &painter, model, moment, rect, card);
    }
    match moment.channel {
        Channel::Phone => paint_phone(&painter, rect, initial(name), 1.0, (-moment.before.mood).max(0.0), 0.0),
        Channel::Chat => paint_chat(&painter, rect, dark),
        Channel::Social => paint_public(&painter, rect, WATCHING, dark),
        Channel::Email | Channel::FaceToFace => paint_desk(&painter, rect, dark),
    }
}

fn meeting(ui: &Ui, painter: &Painter, model: &Model, moment: &Moment, rect: Rect, card: Rect) {
    // Whoever reads on dark paper sits in the evening; a bright room would dazzle there.
    let light = if Theme::of(ui.ctx()) == Theme::Night { Light::Evening } else { Light::Day };
    let picture = picture_behind_card(rect, card.top());
    paint_place(painter, picture, &moment.place, light);
    if moment.speaks {
        let look = Look::of(&model.portrait);
        paint_portrait(painter, portrait_rect(picture), &look, &moment.before, Phase::default());
    }
    paint_counter(painter, picture, &moment.place, light);
}
