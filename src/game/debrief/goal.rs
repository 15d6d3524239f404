//! A goal for next time: one of three that follow from what went least well, or one's own.

use bevy_egui::egui::{TextEdit, Ui, vec2};

use super::view::{Action, UiState, View};
use crate::game::theme::tokens;
use crate::game::theme::widgets::{body, bullet, card, choice_card, heading, note, secondary_button};
use crate::words::Words;

/// Letters of a goal of one's own.
const OWN: usize = 160;

/// The goals to choose from, and the one that is kept.
pub fn goal(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    if view.goals.is_empty() && view.goal.is_none() {
        return None;
    }
    let mut kept = None;
    card(ui, |ui| {
        heading(ui, &words.text("debrief-goal"));
        ui.spacing_mut().item_spacing.y = 8.0;
        if let Some(goal) = &view.goal {
            let happy = tokens(ui).happy;
            bullet(ui, "✓", happy, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                body(ui, &words.format("debrief-goal-kept", &[("goal", goal.into())]));
                note(ui, &words.text("debrief-goal-recalled"));
            });
        }
        if view.goals.is_empty() {
            return;
        }
        if let Some(competency) = &view.goals_from {
            note(ui, &words.format("debrief-goal-from", &[("competency", competency.into())]));
        }
        for goal in &view.goals {
            let chosen = view.goal.as_ref() == Some(goal);
            let response = choice_card(ui, goal, None, chosen, |ui| {
                body(ui, goal);
            });
            if response.clicked() {
                kept = Some(goal.clone());
            }
        }
        let label = note(ui, &words.text("debrief-goal-own"));
        let field = TextEdit::singleline(&mut state.own_goal)
            .char_limit(OWN)
            .margin(vec2(12.0, 8.0))
            .desired_width(ui.available_width());
        ui.add(field).labelled_by(label.id);
        let own = state.own_goal.trim();
        let pressed = ui
            .add_enabled_ui(!own.is_empty(), |ui| secondary_button(ui, &words.text("debrief-goal-keep"), "").clicked());
        if pressed.inner {
            kept = Some(own.to_owned());
        }
    });
    kept.map(Action::Goal)
}
