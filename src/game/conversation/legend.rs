//! Which keys do what just now.

use bevy_egui::egui::{Ui, vec2};

use super::commit;
use super::show::Scene;
use super::state::UiState;
use super::view::Ask;
use crate::game::theme::widgets::key_hint;

/// The keys of this moment, in as many rows as they need.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &UiState) {
    let text = |key: &str| scene.words.text(key);
    ui.spacing_mut().item_spacing = vec2(16.0, 6.0);
    ui.spacing_mut().interact_size.y = 22.0;
    ui.horizontal_wrapped(|ui| {
        if state.words_are_complete() {
            match &scene.view.ask {
                Ask::Choose(replies) => {
                    key_hint(ui, &[&range(replies.len())], &text("conversation-key-choose"));
                    key_hint(ui, &["↑", "↓", "↵"], &text("conversation-key-move"));
                }
                Ask::Paraphrase(fragments) => {
                    key_hint(ui, &[&range(fragments.len())], &text("conversation-key-mark"));
                    key_hint(ui, &["↵"], &text("conversation-key-say"));
                    key_hint(ui, &["⌫"], &text("conversation-key-clear"));
                }
                Ask::Commit(offers) => {
                    let values = commit::values_in_row(scene, state, offers);
                    if values > 0 {
                        key_hint(ui, &[&range(values)], &text("conversation-key-pick"));
                    }
                    key_hint(ui, &["↑", "↓"], &text("conversation-key-row"));
                }
                Ask::Ended(_) => {
                    key_hint(ui, &["↵"], &text("conversation-key-debrief"));
                }
            }
        } else {
            key_hint(ui, &["↵"], &text("conversation-key-all-words"));
        }
        key_hint(ui, &["N"], &text("conversation-key-notebook"));
        key_hint(ui, &["Esc"], &text("conversation-key-pause"));
    });
}

fn range(count: usize) -> String {
    if count > 1 { format!("1–{count}") } else { "1".to_owned() }
}
