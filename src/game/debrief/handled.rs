//! How it was handled: one bar for each competency, then the result over all. Nothing here speaks of how it ended.

use bevy_egui::egui::{Color32, CornerRadius, Sense, Ui, vec2};

use super::view::{Band, Competency, Overall, View};
use crate::game::theme::widgets::{ScoreBar, card, coloured, heading, line, note, score_bar};
use crate::game::theme::{Tokens, fonts, tokens};
use crate::words::{Words, keys};

/// The bars and the result.
pub fn handled(ui: &mut Ui, words: &Words, view: &View) {
    card(ui, |ui| {
        heading(ui, &words.text("debrief-handled"));
        ui.spacing_mut().item_spacing.y = 12.0;
        for competency in &view.competencies {
            bar(ui, words, competency);
        }
        ui.spacing_mut().item_spacing.y = 4.0;
        rule(ui);
        if view.interrupted {
            note(ui, &words.text("debrief-not-scored"));
        } else {
            overall(ui, words, view.overall.as_ref());
        }
        let ranges = view.competencies.iter().any(|competency| competency.range.is_some());
        note(ui, &words.text(if ranges { "debrief-share-and-range" } else { "debrief-share" }));
    });
}

fn bar(ui: &mut Ui, words: &Words, competency: &Competency) {
    let tokens = tokens(ui);
    let colour = match (competency.score, competency.band) {
        (None, _) => tokens.soft,
        (Some(_), None) => tokens.accent,
        (Some(_), Some(band)) => band_colour(band, tokens),
    };
    let (word, below) = (score_word(words, competency), score_note(words, competency));
    let shown = ScoreBar {
        name: &competency.name,
        score: competency.score,
        word: &word,
        note: &below,
        range: competency.range,
        colour,
    };
    score_bar(ui, &shown);
}

/// The word for a score, or for why there is none.
pub fn score_word(words: &Words, competency: &Competency) -> String {
    match (competency.score, competency.band) {
        (None, _) => words.text("debrief-no-evidence"),
        (Some(_), band) => band.map(|band| words.text(keys::band(band))).unwrap_or_default(),
    }
}

/// What a score could have been, where that is known, and what it rests on.
pub fn score_note(words: &Words, competency: &Competency) -> String {
    let decisions = words.format("debrief-from-decisions", &[("n", competency.decisions.into())]);
    let Some((low, high)) = competency.range else { return decisions };
    let range = [("low", usize::from(low).into()), ("high", usize::from(high).into())];
    format!("{} · {decisions}", words.format("debrief-possible", &range))
}

/// The result over all, as the lines of a page.
pub fn overall_lines(words: &Words, view: &View) -> Vec<String> {
    if view.interrupted {
        return vec![words.text("debrief-not-scored")];
    }
    let Some(overall) = view.overall else { return vec![words.text("debrief-overall-none")] };
    let of = words.format("debrief-of-hundred", &[("n", usize::from(overall.score).into())]);
    let passed = words.text(if overall.passed { "debrief-passed" } else { "debrief-not-yet" });
    vec![format!("{}: {of} · {passed}", words.text("debrief-overall")), needed(words, overall)]
}

/// What a pass needs.
fn needed(words: &Words, overall: Overall) -> String {
    let reason = match (overall.passed, overall.score >= overall.needed) {
        (false, true) => "debrief-one-too-low",
        (true, _) | (false, false) => "debrief-needed",
    };
    words.format(reason, &[("n", usize::from(overall.needed).into())])
}

fn overall(ui: &mut Ui, words: &Words, overall: Option<&Overall>) {
    let tokens = tokens(ui);
    let Some(overall) = overall else {
        note(ui, &words.text("debrief-overall-none"));
        return;
    };
    note(ui, &words.text("debrief-overall"));
    let score = usize::from(overall.score);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        ui.spacing_mut().interact_size.y = 38.0;
        line(
            ui,
            &words.format("debrief-of-hundred", &[("n", score.into())]),
            fonts::semibold(fonts::TITLE),
            tokens.ink,
        );
        if overall.passed {
            coloured(ui, &format!("✓ {}", words.text("debrief-passed")), tokens.happy);
        } else {
            coloured(ui, &format!("○ {}", words.text("debrief-not-yet")), tokens.indifferent);
        }
    });
    note(ui, &needed(words, *overall));
}

/// A thin line across the card.
pub fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    let line = rect.shrink2(vec2(0.0, 4.0));
    ui.painter().rect_filled(line, CornerRadius::ZERO, tokens(ui).line);
}

/// The colour of a band; its word says the same.
#[must_use]
pub fn band_colour(band: Band, tokens: &Tokens) -> Color32 {
    match band {
        Band::Start => tokens.upset,
        Band::Developing => tokens.indifferent,
        Band::Dependable => tokens.accent,
        Band::Strong => tokens.happy,
    }
}
