//! One decision: what the customer said, what the trainee said, what would have landed, and why.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Label, Ui, vec2};

use super::handled::rule;
use super::model::open_model;
use super::mood::without_stop;
use super::promises::sign_of;
use super::view::{Action, Decision, Level, Said, UiState, View};
use crate::game::conversation::act_and_words;
use crate::game::theme::widgets::{
    Chip, Surface, add_run, body, bullet, chip, columns, feeling_colour, key_hint, level_pips, line, note,
    number_badge, plain, quotation_block, reveal_top, secondary_button, speech_job, surface,
};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// From this width on, what was said and what would have landed stand side by side.
const BESIDE: f32 = 560.0;

/// Draws the decision that is selected; on paper, where nobody can select another, all of them.
pub fn decision(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    if view.is_on_paper() {
        for (index, decision) in view.decisions.iter().enumerate() {
            ui.push_id(index, |ui| {
                surface(ui, Surface::Accent, |ui| told(ui, words, view, decision, index, state.picked(index)));
            });
        }
        return None;
    }
    let decision = view.decisions.get(state.selected)?;
    let picked = state.picked(state.selected);
    let shown = surface(ui, Surface::Accent, |ui| {
        told(ui, words, view, decision, state.selected, picked);
        rule(ui);
        foot(ui, words, view)
    });
    if state.reveal {
        state.reveal = false;
        reveal_top(ui, shown.response.rect, 200.0);
    }
    let (retry, model) = shown.inner;
    if model {
        open_model(state);
    }
    retry.then_some(Action::RetryFrom(state.selected))
}

fn told(ui: &mut Ui, words: &Words, view: &View, decision: &Decision, index: usize, picked: bool) {
    head(ui, words, view, decision, index, picked);
    ui.add_space(4.0);
    said(ui, words, decision);
    findings(ui, words, decision);
}

fn head(ui: &mut Ui, words: &Words, view: &View, decision: &Decision, index: usize, picked: bool) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        number_badge(ui, index + 1);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let place = [("n", (index + 1).into()), ("of", view.decisions.len().into())];
            note(ui, &words.format("debrief-decision", &place));
            let job = said_and_done(ui, words, &decision.customer, fonts::HEADING + 1.0);
            ui.add(Label::new(job).wrap());
        });
    });
    let unscored = (!decision.scored && !view.interrupted).then(|| words.text("debrief-unscored"));
    if decision.new_contact.is_some() || unscored.is_some() || picked {
        ui.spacing_mut().interact_size.y = 28.0;
        ui.horizontal_wrapped(|ui| {
            if picked {
                chip(ui, &Chip::on(words.text("debrief-picked")));
            }
            let contact = decision.new_contact.as_deref().map(without_stop);
            for text in contact.into_iter().chain(unscored.as_deref()) {
                chip(ui, &Chip::new(text));
            }
        });
    }
}

fn said(ui: &mut Ui, words: &Words, decision: &Decision) {
    const GAP: f32 = 20.0;
    let felt = feeling_colour(decision.feeling, tokens(ui));
    let accent = tokens(ui).accent;
    let width = ui.available_width();
    let Some(better) = &decision.better else {
        quotation_block(ui, accent, |ui| reply(ui, words, "debrief-you-said-best", &decision.said));
        return;
    };
    if width < BESIDE {
        quotation_block(ui, felt, |ui| reply(ui, words, "debrief-you-said", &decision.said));
        ui.add_space(8.0);
        quotation_block(ui, accent, |ui| reply(ui, words, "debrief-would-have-landed", better));
        return;
    }
    let half = (width - GAP) / 2.0;
    columns(ui, &[half, half], GAP, |ui, column| {
        if column == 0 {
            quotation_block(ui, felt, |ui| reply(ui, words, "debrief-you-said", &decision.said));
        } else {
            quotation_block(ui, accent, |ui| reply(ui, words, "debrief-would-have-landed", better));
        }
    });
}

/// A reply with its label, its levels and the coaching.
pub fn reply(ui: &mut Ui, words: &Words, label: &str, said: &Said) {
    ui.spacing_mut().item_spacing.y = 4.0;
    if said.text.is_empty() {
        let soft = tokens(ui).soft;
        line(ui, &words.text("you-said-nothing"), fonts::italic(fonts::BODY), soft);
    } else {
        note(ui, &words.text(label));
    }
    if !said.text.is_empty() {
        let job = said_and_done(ui, words, &said.text, fonts::BODY);
        ui.add(Label::new(job).wrap());
    }
    ui.add_space(4.0);
    for level in &said.levels {
        level_row(ui, words, level);
    }
    if !said.because.is_empty() {
        ui.add_space(4.0);
        body(ui, &said.because);
    }
}

/// What was done, in italics, and what was said, in quotation marks.
pub fn said_and_done(ui: &Ui, words: &Words, text: &str, size: f32) -> LayoutJob {
    let (ink, soft) = (tokens(ui).ink, tokens(ui).soft);
    let (act, line) = act_and_words(text);
    if act.is_empty() {
        return speech_job(&words.quoted(text), size, ink);
    }
    let mut job = LayoutJob::default();
    let space = if line.is_empty() { "" } else { " " };
    add_run(&mut job, &format!("{}{space}", plain(act)), fonts::italic(size), soft);
    if !line.is_empty() {
        add_run(&mut job, &plain(&words.quoted(line)), fonts::regular(size), ink);
    }
    job
}

fn level_row(ui: &mut Ui, words: &Words, level: &Level) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        level_pips(ui, words, level.level, level.best);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let ink = tokens(ui).ink;
            line(ui, &level.competency, fonts::semibold(fonts::NOTE), ink);
            if !level.anchor.is_empty() {
                note(ui, &level.anchor);
            }
        });
    });
}

/// Errors, facts, promises and closed ways of this decision, each behind a sign of its own.
fn findings(ui: &mut Ui, words: &Words, decision: &Decision) {
    let nothing = decision.errors.is_empty()
        && decision.noticed.is_empty()
        && decision.missed.is_empty()
        && decision.promises.is_empty()
        && decision.closed.is_none();
    if nothing {
        return;
    }
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 4.0;
    let tokens = tokens(ui);
    for error in &decision.errors {
        bullet(ui, "!", tokens.upset, |ui| body(ui, error));
    }
    for fact in &decision.noticed {
        let text = words.format("debrief-fact-noticed", &[("fact", fact.into())]);
        bullet(ui, "✓", tokens.happy, |ui| body(ui, &text));
    }
    for fact in &decision.missed {
        let text = words.format("debrief-fact-missed", &[("fact", fact.into())]);
        bullet(ui, "○", tokens.indifferent, |ui| body(ui, &text));
    }
    for news in &decision.promises {
        let (sign, colour) = sign_of(news.state, tokens);
        bullet(ui, sign, colour, |ui| body(ui, &news.text));
    }
    if let Some(closed) = &decision.closed {
        bullet(ui, "×", tokens.upset, |ui| body(ui, closed));
    }
}

/// The step keys and the buttons: whether to try again from here, and whether to see the model conversation.
fn foot(ui: &mut Ui, words: &Words, view: &View) -> (bool, bool) {
    ui.spacing_mut().interact_size.y = if view.can_retry || view.model.is_some() { 44.0 } else { 24.0 };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(20.0, 8.0);
        key_hint(ui, &["←", "→"], &words.text("debrief-step"));
        let retry = view.can_retry && secondary_button(ui, &words.text("debrief-retry"), "T").clicked();
        let model = view.model.is_some() && secondary_button(ui, &words.text("debrief-model"), "M").clicked();
        (retry, model)
    })
    .inner
}
