//! What lies beside or below the customer's words: what was said before, then the way this turn is answered.

use bevy_egui::egui::{Label, Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::show::{Scene, heading};
use super::speech::announce;
use super::state::{Asked, UiState};
use super::view::{Action, Ask};
use super::{choose, commit, paraphrase};
use crate::game::theme::widgets::{
    card, line, page_keys, plain, primary_button, quotation_block, secondary_button, speech_job,
};
use crate::game::theme::{fonts, tokens};

/// The answers in a scroll area that fills `ui`, `margin` points from its sides.
pub fn scrolling(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, margin: f32) -> Option<Action> {
    let width = (ui.available_width() - 2.0 * margin).min(scene.sizes.measure);
    ScrollArea::vertical()
        .id_salt(("turn", scene.view.turn))
        .auto_shrink(false)
        .show(ui, |ui| {
            page_keys(ui);
            // The bar comes and goes inside the margin, so the text never changes its width.
            let outer = ui.max_rect();
            let place = Rect::from_min_size(outer.min + vec2(margin, 20.0), vec2(width, f32::INFINITY));
            let mut page = ui.new_child(UiBuilder::new().id_salt("answer").max_rect(place));
            let action = show(&mut page, scene, state);
            ui.allocate_space(vec2(0.0, page.min_rect().height() + 40.0));
            action
        })
        .inner
}

/// The answers, as tall as they are.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) -> Option<Action> {
    let complete = state.words_are_complete();
    ui.spacing_mut().item_spacing.y = 12.0;
    before(ui, scene);
    let question = heading(ui, scene, complete);
    if complete && state.asked == Asked::NotYet {
        state.asked = Asked::Waiting;
        // In a low window the replies are out of sight. Their question is not, if the words can stay whole above it.
        let fits = |top: f32| question.bottom() + 8.0 - top <= ui.clip_rect().height();
        if state.words_top.is_some_and(fits) {
            ui.scroll_to_rect(question.expand(8.0), None);
        }
    }
    if !complete {
        if secondary_button(ui, &scene.words.text("conversation-all-words"), "↵").clicked() {
            state.complete_words();
        }
        return None;
    }
    // Another turn has other widgets, so that the focus does not stay on the reply that was chosen before.
    ui.push_id(("turn", scene.view.turn), |ui| match &scene.view.ask {
        Ask::Choose(replies) => choose::show(ui, scene, state, replies),
        Ask::Paraphrase(fragments) => paraphrase::show(ui, scene, state, fragments),
        Ask::Commit(offers) => commit::show(ui, scene, state, offers),
        Ask::Ended(closing) => ended(ui, scene, closing),
    })
    .inner
}

/// The trainee's own line before this, and what the coach says about it.
fn before(ui: &mut Ui, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    let small = scene.sizes.small;
    if let Some(said) = &scene.view.you_said {
        quotation_block(ui, tokens.line, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let label = scene.words.text("conversation-you-said");
            line(ui, &label, fonts::semibold(fonts::NOTE), tokens.soft);
            ui.add(Label::new(speech_job(&scene.words.quoted(said), small, tokens.soft)).wrap());
        });
    }
    if let Some(coach) = &scene.view.coach {
        quotation_block(ui, tokens.accent, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            line(ui, &scene.words.text("conversation-coach"), fonts::semibold(fonts::NOTE), tokens.accent);
            let response = line(ui, &plain(coach), fonts::regular(small), tokens.ink);
            announce(ui, &response);
        });
    }
    if scene.view.you_said.is_some() || scene.view.coach.is_some() {
        ui.add_space(6.0);
    }
}

fn ended(ui: &mut Ui, scene: &Scene<'_>, closing: &str) -> Option<Action> {
    use super::keys::Press;
    card(ui, |ui| {
        let response = line(ui, &plain(closing), fonts::regular(scene.sizes.body), tokens(ui).ink);
        announce(ui, &response);
    });
    let asked = scene.presses.iter().any(|press| matches!(press, Press::Enter | Press::Space));
    let button = primary_button(ui, &scene.words.text("conversation-to-debrief"), "↵");
    (asked || button.clicked()).then_some(Action::ToDebrief)
}
