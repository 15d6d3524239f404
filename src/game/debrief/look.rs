//! What the trainee saw before the evidence, beside what the score sees.

use bevy_egui::egui::Ui;

use super::view::{Decision, Reflection, UiState, View};
use crate::game::theme::tokens;
use crate::game::theme::widgets::{body, bullet, card, heading, quotation};
use crate::words::Words;

/// The trainee's own look; nothing where the question was skipped.
pub fn look(ui: &mut Ui, words: &Words, view: &View, state: &UiState) {
    let Some(reflection) = &state.reflection else { return };
    card(ui, |ui| {
        heading(ui, &words.text("debrief-look"));
        ui.spacing_mut().item_spacing.y = 4.0;
        let own = reflection.words.trim();
        if !own.is_empty() {
            quotation(ui, &words.quoted(own));
        }
        let tokens = tokens(ui);
        for verdict in verdicts(words, &view.decisions, reflection) {
            let (sign, colour) = if verdict.agrees { ("✓", tokens.happy) } else { ("○", tokens.indifferent) };
            bullet(ui, sign, colour, |ui| body(ui, &verdict.text));
        }
    });
}

/// What the score says to what the trainee saw.
#[derive(Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it sees the same.
    pub agrees: bool,
    /// What it sees, as a sentence.
    pub text: String,
}

/// What the score says to each decision that was picked, and where it would look first if that was not picked.
pub fn verdicts(words: &Words, decisions: &[Decision], reflection: &Reflection) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    if reflection.picked.is_empty() {
        let agrees = decisions.iter().all(|decision| decision.better.is_none());
        let key = if agrees { "debrief-look-nothing-agrees" } else { "debrief-look-nothing" };
        verdicts.push(Verdict { agrees, text: words.text(key) });
    }
    let picked = reflection.picked.iter().filter_map(|index| Some((*index, decisions.get(*index)?)));
    verdicts.extend(picked.map(|(index, decision)| {
        let agrees = decision.scored && decision.better.is_some();
        let key = match (decision.scored, agrees) {
            (true, true) => "debrief-look-agrees",
            (true, false) => "debrief-look-differs",
            (false, _) => "debrief-look-unscored",
        };
        Verdict { agrees, text: sentence(words, key, index, decision) }
    }));
    if let Some((index, decision)) = dearest(decisions).filter(|(index, _)| !reflection.picked.contains(index)) {
        verdicts.push(Verdict { agrees: false, text: sentence(words, "debrief-look-first", index, decision) });
    }
    verdicts
}

fn sentence(words: &Words, key: &str, index: usize, decision: &Decision) -> String {
    let (earned, best) = decision.points();
    words.format(key, &[("n", (index + 1).into()), ("earned", earned.into()), ("best", best.into())])
}

/// The decision that left the most points behind, the earlier of two.
fn dearest(decisions: &[Decision]) -> Option<(usize, &Decision)> {
    let lost = |decision: &Decision| {
        let (earned, best) = decision.points();
        best.saturating_sub(earned)
    };
    let left = decisions.iter().enumerate().filter(|(_, decision)| decision.better.is_some() && lost(decision) > 0);
    left.rev().max_by_key(|(_, decision)| lost(decision))
}
