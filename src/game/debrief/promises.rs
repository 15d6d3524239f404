//! What was promised and what became of it, and the facts that were noticed or missed.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Color32, Label, Ui};

use super::view::{Promise, PromiseState, StillOpen, View};
use crate::game::theme::widgets::{add_run, body, bullet, card, heading, note};
use crate::game::theme::{Tokens, fonts, tokens};
use crate::words::{Words, keys};

/// The promises, each with what, who and when.
pub fn promises(ui: &mut Ui, words: &Words, view: &View) {
    card(ui, |ui| {
        heading(ui, &words.text("debrief-promises"));
        if view.promises.is_empty() {
            note(ui, &words.text("debrief-no-promises"));
        }
        for promise in &view.promises {
            let (sign, key, colour) = match promise.open {
                None => (sign(promise.state), keys::promise(promise.state), colour(promise.state, tokens(ui))),
                Some(open) => (sign_of_open(open), keys::still_open(open), colour_of_open(open, tokens(ui))),
            };
            bullet(ui, sign, colour, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let job = sentence(ui, words, promise, &words.text(key), colour);
                ui.add(Label::new(job).wrap());
                if !promise.note.is_empty() {
                    note(ui, &promise.note);
                }
            });
        }
    });
}

/// A promise and what became of it, as one line of a page.
pub fn promise_line(words: &Words, promise: &Promise) -> String {
    let (who, by) = who_and_when(words, promise);
    let state = words.text(promise.open.map_or_else(|| keys::promise(promise.state), keys::still_open));
    let line = format!("{}, {who}, {by} · {state}", promise.what);
    if promise.note.is_empty() { line } else { format!("{line}. {}", promise.note) }
}

fn who_and_when(words: &Words, promise: &Promise) -> (String, String) {
    let who = promise.who.clone().unwrap_or_else(|| words.text("promise-nobody"));
    let by = promise.by.clone().unwrap_or_else(|| words.text("promise-no-date"));
    (words.format("debrief-promise-who", &[("who", (&who).into())]), by)
}

/// The facts that were noticed and those that were missed.
pub fn facts(ui: &mut Ui, words: &Words, view: &View) {
    if view.noticed.is_empty() && view.missed.is_empty() {
        return;
    }
    card(ui, |ui| {
        heading(ui, &words.format("debrief-facts", &[("customer", (&view.customer).into())]));
        let tokens = tokens(ui);
        ui.spacing_mut().item_spacing.y = 4.0;
        if !view.noticed.is_empty() {
            note(ui, &words.text("debrief-noticed"));
        }
        for fact in &view.noticed {
            bullet(ui, "✓", tokens.happy, |ui| body(ui, fact));
        }
        if !view.missed.is_empty() {
            ui.add_space(4.0);
            note(ui, &words.text("debrief-missed"));
        }
        for fact in &view.missed {
            bullet(ui, "○", tokens.indifferent, |ui| body(ui, fact));
        }
    });
}

fn sentence(ui: &Ui, words: &Words, promise: &Promise, state: &str, colour: Color32) -> LayoutJob {
    let tokens = tokens(ui);
    let (who, by) = who_and_when(words, promise);
    let mut job = LayoutJob::default();
    add_run(&mut job, &promise.what, fonts::semibold(fonts::BODY), tokens.ink);
    add_run(&mut job, &format!(", {who}, {by} · "), fonts::regular(fonts::BODY), tokens.ink);
    add_run(&mut job, state, fonts::semibold(fonts::BODY), colour);
    job
}

/// The sign of what became of a promise; none stands for one that was moved.
pub fn sign_of(state: Option<PromiseState>, tokens: &Tokens) -> (&'static str, Color32) {
    match state {
        Some(state) => (sign(state), colour(state, tokens)),
        None => (sign_of_open(StillOpen::Moved), colour_of_open(StillOpen::Moved, tokens)),
    }
}

fn sign_of_open(open: StillOpen) -> &'static str {
    match open {
        StillOpen::NotYet => "…",
        StillOpen::Moved => "→",
        StillOpen::NoDate | StillOpen::Overdue => "○",
    }
}

fn colour_of_open(open: StillOpen, tokens: &Tokens) -> Color32 {
    match open {
        StillOpen::NotYet | StillOpen::Moved => tokens.accent,
        StillOpen::NoDate => tokens.indifferent,
        StillOpen::Overdue => tokens.upset,
    }
}

fn sign(state: PromiseState) -> &'static str {
    match state {
        PromiseState::Open => "•",
        PromiseState::Kept => "✓",
        PromiseState::Broken => "✗",
        PromiseState::Lapsed => "~",
        PromiseState::LeftOpen => "…",
    }
}

fn colour(state: PromiseState, tokens: &Tokens) -> Color32 {
    match state {
        PromiseState::Open => tokens.accent,
        PromiseState::Kept => tokens.happy,
        PromiseState::Broken => tokens.upset,
        PromiseState::Lapsed | PromiseState::LeftOpen => tokens.indifferent,
    }
}
