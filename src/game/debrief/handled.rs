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
    let (word, colour) = match (competency.score, competency.band) {
        (None, _) => (words.text("debrief-no-evidence"), tokens.soft),
        (Some(_), None) => (String::new(), tokens.accent),
        (Some(_), Some(band)) => (words.text(keys::band(band)), band_colour(band, tokens)),
    };
    let mut below = words.format("debrief-from-decisions", &[("n", competency.decisions.into())]);
    if let Some((low, high)) = competency.range {
        let range = [("low", usize::from(low).into()), ("high", usize::from(high).into())];
        below = format!("{} · {below}", words.format("debrief-possible", &range));
    }
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
    let reason = match (overall.passed, overall.score >= overall.needed) {
        (false, true) => "debrief-one-too-low",
        (true, _) | (false, false) => "debrief-needed",
    };
    note(ui, &words.format(reason, &[("n", usize::from(overall.needed).into())]));
}

/// A thin line across the card.
pub fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    let line = rect.shrink2(vec2(0.0, 4.0));
    ui.painter().rect_filled(line, CornerRadius::ZERO, tokens(ui).line);
}

fn band_colour(band: Band, tokens: &Tokens) -> Color32 {
    match band {
        Band::Start => tokens.upset,
        Band::Developing => tokens.indifferent,
        Band::Dependable => tokens.accent,
        Band::Strong => tokens.happy,
    }
}
