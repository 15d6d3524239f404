//! The model conversation, decision by decision: the customer as they are, a strong reply with the steps it takes, and the customer
//! after it. Nothing is scored here.

use bevy_egui::egui::{Frame, Key, Label, Margin, Pos2, Rect, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use super::decision::said_and_done;
use super::mood::without_stop;
use super::scene::scene;
use super::view::{Channel, Model, Moment, Page, Step, UiState, View};
use crate::game::bust::{feeling_beside, in_a_disc, room_for_a_disc};
use crate::game::theme::widgets::{
    Chip, Reached, Stop, Surface, bar_button, body, card, footed, heading, key_hint, line, note, number_badge,
    page_keys, pane, pressed, primary_button, quotation_block, secondary_button, sheet_under, strong, surface, top_bar,
    way,
};
use crate::game::theme::{SMALL_RADIUS, WIDE, fonts, tokens};
use crate::words::{Words, keys};

/// Below this height there is no room for a picture beside the words.
const LOW: f32 = 420.0;
/// The widest column beside the picture.
const COLUMN: f32 = 720.0;
/// Across the face after a reply, and the one before it.
const FACE: f32 = 84.0;
const BEFORE: f32 = 52.0;

/// Opens the model conversation at its beginning.
pub fn open_model(state: &mut UiState) {
    state.page = Page::Model;
    state.moment = 0;
}

/// Shows a moment of the model conversation, and the way to the next.
pub fn model(ui: &mut Ui, words: &Words, view: &View, model: &Model, state: &mut UiState) {
    let last = model.moments.len().saturating_sub(1);
    keys(ui, last, state);
    if let Some(moment) = model.moments.get(state.moment) {
        let shown = Shown { words, view, model, moment, index: state.moment, last };
        let wide = ui.available_width() >= WIDE && ui.available_height() >= LOW;
        if wide { shown.beside(ui, state) } else { shown.below(ui, state) }
    }
}

fn keys(ui: &Ui, last: usize, state: &mut UiState) {
    state.moment = state.moment.min(last);
    let free = ui.memory(|memory| memory.focused().is_none());
    if pressed(ui, Key::ArrowRight) || (free && (pressed(ui, Key::Enter) || pressed(ui, Key::Space))) {
        state.moment = (state.moment + 1).min(last);
    }
    if pressed(ui, Key::ArrowLeft) {
        state.moment = state.moment.saturating_sub(1);
    }
    if pressed(ui, Key::Home) {
        state.moment = 0;
    }
    if pressed(ui, Key::End) {
        state.moment = last;
    }
    if pressed(ui, Key::Escape) || pressed(ui, Key::M) {
        state.page = Page::Evidence;
    }
}

/// The moment that is shown, and what it is part of.
struct Shown<'a> {
    words: &'a Words,
    view: &'a View,
    model: &'a Model,
    moment: &'a Moment,
    index: usize,
    last: usize,
}

impl Shown<'_> {
    /// The picture at the left, what is said to the customer at its right, the way on below that.
    fn beside(&self, ui: &mut Ui, state: &mut UiState) {
        if self.bar(ui) {
            state.page = Page::Evidence;
        }
        let rest = ui.available_rect_before_wrap();
        let (left, right) = rest.split_left_right_at_fraction(0.5);
        scene(ui, self.words, self.model, self.moment, &self.view.customer, left);
        ui.painter().vline(right.left(), right.y_range(), Stroke::new(1.0, tokens(ui).line));
        let mut column = ui.new_child(UiBuilder::new().id_salt("beside the picture").max_rect(right));
        let page = |ui: &mut Ui, _: &mut UiState| {
            let rest = ui.available_rect_before_wrap();
            let width = (rest.width() - 36.0).min(COLUMN);
            let place = Rect::from_min_size(pos2(rest.left() + 18.0, rest.top()), vec2(width, rest.height()));
            pane(ui, "moment", place, |ui| {
                page_keys(ui);
                ui.spacing_mut().item_spacing.y = 14.0;
                self.note(ui);
                self.steps(ui);
                self.place(ui);
                self.reply(ui, fonts::HEADING + 1.0);
                self.afterwards(ui);
            });
        };
        footed(&mut column, COLUMN, state, page, |ui, state| self.onward(ui, state));
    }

    /// All of it below each other, with a small face beside the words.
    fn below(&self, ui: &mut Ui, state: &mut UiState) {
        let (back, ()) = sheet_under(
            ui,
            "model",
            720.0,
            |ui| self.bar(ui),
            |ui| {
                page_keys(ui);
                ui.spacing_mut().item_spacing.y = 12.0;
                self.note(ui);
                surface(ui, Surface::Accent, |ui| {
                    let seen = self.moment.speaks && self.moment.channel != Channel::Phone;
                    let who = seen.then_some(&self.model.portrait);
                    feeling_beside(ui, who, self.moment.before, 120.0, |ui| {
                        self.place(ui);
                        let job = said_and_done(ui, self.words, &self.moment.customer, fonts::SPEECH - 2.0);
                        ui.add(Label::new(job).wrap());
                    });
                    ui.add_space(6.0);
                    self.steps(ui);
                    ui.add_space(2.0);
                    self.reply(ui, fonts::BODY);
                    ui.add_space(4.0);
                    self.afterwards(ui);
                });
                self.onward(ui, state);
            },
        );
        if back {
            state.page = Page::Evidence;
        }
    }

    /// The bar; whether to go back to the debrief.
    fn bar(&self, ui: &mut Ui) -> bool {
        top_bar(ui, &self.words.text("debrief-model-title"), &[Chip::new(&self.view.title)], |ui| {
            bar_button(ui, &self.words.text("debrief-model-back"), "Esc").clicked()
        })
    }

    /// What this is, as long as it has only begun.
    fn note(&self, ui: &mut Ui) {
        if self.index == 0 {
            note(ui, &self.words.text("debrief-model-note"));
        }
    }

    /// The six steps as a way: those this reply takes, and those that were taken before it.
    fn steps(&self, ui: &mut Ui) {
        let earlier = self.model.moments.get(..self.index).unwrap_or_default();
        let stops = Step::ALL.map(|step| {
            let name = self.words.text(keys::step(step));
            let was_taken = earlier.iter().any(|moment| moment.steps.contains(&step));
            let (reached, aloud) = match (self.moment.steps.contains(&step), was_taken) {
                (true, _) => (Reached::Now, format!("✓ {name}")),
                (false, true) => {
                    (Reached::Before, self.words.format("debrief-model-earlier", &[("step", (&name).into())]))
                }
                (false, false) => (Reached::Ahead, name.clone()),
            };
            Stop { name, aloud, reached }
        });
        way(ui, &stops);
    }

    /// Which decision it is, and when.
    fn place(&self, ui: &mut Ui) {
        let place = [("n", (self.index + 1).into()), ("of", (self.last + 1).into())];
        let place = self.words.format("debrief-decision", &place);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            number_badge(ui, self.index + 1);
            ui.vertical(|ui| {
                ui.add_space(4.0);
                match &self.moment.new_contact {
                    Some(contact) => note(ui, &format!("{place} · {}", without_stop(contact))),
                    None => note(ui, &place),
                }
            });
        });
    }

    /// What is said to the customer, in letters of `size` points, and, on a ground of its own, what the coach says about it.
    fn reply(&self, ui: &mut Ui, size: f32) {
        let said = &self.moment.said;
        let (accent, tag, ink) = (tokens(ui).accent, tokens(ui).tag, tokens(ui).ink);
        quotation_block(ui, accent, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            note(ui, &self.words.text("debrief-model-said"));
            let job = said_and_done(ui, self.words, &said.text, size);
            ui.add(Label::new(job).wrap());
        });
        if said.because.is_empty() {
            return;
        }
        Frame::new().fill(tag).corner_radius(SMALL_RADIUS).inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            line(ui, &self.words.text("debrief-model-coach"), fonts::semibold(fonts::NOTE), accent);
            line(ui, &said.because, fonts::regular(fonts::NOTE + 1.0), ink);
        });
    }

    /// The customer's face after the reply, with its word; at the end, how it went on.
    fn afterwards(&self, ui: &mut Ui) {
        let face = self.moment.after;
        card(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                let seen = (self.moment.channel != Channel::Phone).then_some(&self.model.portrait);
                let before = self.moment.before;
                if before.word() != face.word() && seen.is_some() {
                    let (middle, radius) = room_for_a_disc(ui, BEFORE);
                    let middle = middle + vec2(0.0, (FACE - BEFORE) / 2.0);
                    in_a_disc(ui, seen, &self.view.customer, before, (middle, radius));
                    arrow(ui, middle + vec2(radius + 4.0, 0.0));
                }
                let place = room_for_a_disc(ui, FACE);
                in_a_disc(ui, seen, &self.view.customer, face, place);
                ui.vertical(|ui| {
                    ui.add_space(16.0);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let afterwards = [("customer", (&self.view.customer).into())];
                    note(ui, &self.words.format("debrief-model-then", &afterwards));
                    heading(ui, &self.words.text(&format!("face-{}", face.word())));
                });
            });
            if self.index == self.last {
                ui.add_space(4.0);
                strong(ui, &self.words.format("debrief-model-end", &[("customer", (&self.view.customer).into())]));
                body(ui, &self.model.ending);
            }
        });
    }

    fn onward(&self, ui: &mut Ui, state: &mut UiState) {
        let (words, last) = (self.words, self.last);
        ui.spacing_mut().interact_size.y = 44.0;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            if state.moment > 0 && secondary_button(ui, &words.text("debrief-model-before"), "←").clicked() {
                state.moment -= 1;
            }
            let (key, hint) =
                if state.moment < last { ("debrief-model-next", "→") } else { ("debrief-model-back", "Esc") };
            if primary_button(ui, &words.text(key), hint).clicked() {
                if state.moment < last {
                    state.moment += 1;
                } else {
                    state.page = Page::Evidence;
                }
            }
            if state.moment == 0 {
                key_hint(ui, &["←", "→"], &words.text("debrief-step"));
            }
        });
    }
}

/// A small arrow to the right, its tail at `from`.
fn arrow(ui: &Ui, from: Pos2) {
    let stroke = Stroke::new(1.5, tokens(ui).soft);
    let tip = from + vec2(8.0, 0.0);
    ui.painter().line_segment([from, tip], stroke);
    ui.painter().add(Shape::line(vec![tip + vec2(-4.0, -4.0), tip, tip + vec2(-4.0, 4.0)], stroke));
}
