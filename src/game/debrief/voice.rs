//! The frontline's voice: two questions about work, each answered by one press or not at all. Nobody has to pass here to leave.

use bevy_egui::egui::{Key, Ui};

use super::view::{Action, Answers, UiState, View};
use crate::attempt::Obstacle;
use crate::game::theme::tokens;
use crate::game::theme::widgets::{
    Answer, answers, body, bullet, card, heading, note, pressed, reveal, secondary_button,
};
use crate::words::{Words, keys};

/// The steps of the scale, from not at all to very.
const CONFIDENT: [u8; 5] = [1, 2, 3, 4, 5];

/// Whether the questions are open: asked at all, and not passed.
pub fn is_asked(view: &View, state: &UiState) -> bool {
    view.voice.is_some() && !state.voice_passed
}

/// Whether neither of them has an answer yet, so that a way to them is worth its place.
pub fn waits(view: &View, state: &UiState) -> bool {
    is_asked(view, state) && view.voice == Some(Answers::default())
}

/// The keys of the questions: to them, and past them.
pub fn voice_keys(ui: &Ui, view: &View, state: &mut UiState) -> Option<Action> {
    if view.voice.is_some() && pressed(ui, Key::V) {
        (state.voice_passed, state.to_voice) = (false, true);
    }
    (is_asked(view, state) && pressed(ui, Key::X)).then(|| pass(view, state)).flatten()
}

/// Both questions, who sees the answers, and the way past.
pub fn voice(ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) -> Option<Action> {
    let given = view.voice.filter(|_| is_asked(view, state))?;
    let to_here = std::mem::take(&mut state.to_voice);
    let mut asked = None;
    let shown = card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heading(ui, &words.text("voice-title"));
        note(ui, &words.text("voice-who-sees"));
        ui.add_space(4.0);
        if let Some(step) = confident(ui, words, given, to_here) {
            asked = Some(Action::Hear(Answers { confident: Some(step), ..given }));
        }
        ui.add_space(4.0);
        if let Some(obstacle) = in_the_way(ui, words, given) {
            asked = Some(Action::Hear(Answers { obstacle: Some(obstacle), ..given }));
        }
        ui.add_space(4.0);
        if given != Answers::default() {
            let happy = tokens(ui).happy;
            bullet(ui, "✓", happy, |ui| note(ui, &words.text("voice-kept")));
        }
        if secondary_button(ui, &words.text("voice-pass"), "X").clicked() {
            asked = pass(view, state);
        }
    });
    if to_here {
        reveal(ui, shown.response.rect);
    }
    asked
}

/// Leaves both questions unanswered; an answer that was given is taken back.
fn pass(view: &View, state: &mut UiState) -> Option<Action> {
    state.voice_passed = true;
    let none = Answers::default();
    view.voice.filter(|given| *given != none).map(|_| Action::Hear(none))
}

fn confident(ui: &mut Ui, words: &Words, given: Answers, focus: bool) -> Option<u8> {
    let question = words.text("voice-confident");
    body(ui, &question);
    let steps = CONFIDENT.map(|step| {
        let end = match step {
            1 => Some(words.text("voice-not-at-all")),
            5 => Some(words.text("voice-very")),
            _ => None,
        };
        let aloud = words.format("voice-confidence", &[("n", usize::from(step).into())]);
        match end {
            Some(end) => Answer { text: format!("{step} · {end}"), aloud: format!("{aloud}, {end}") },
            None => Answer { text: step.to_string(), aloud },
        }
    });
    let now = CONFIDENT.iter().position(|step| Some(*step) == given.confident);
    CONFIDENT.get(answers(ui, &question, &steps, now, focus)?).copied()
}

fn in_the_way(ui: &mut Ui, words: &Words, given: Answers) -> Option<Obstacle> {
    let question = words.text("voice-in-the-way");
    body(ui, &question);
    let options = Obstacle::ALL.map(|obstacle| Answer::as_read(words.text(keys::in_the_way(obstacle))));
    let now = Obstacle::ALL.iter().position(|one| Some(*one) == given.obstacle);
    Obstacle::ALL.get(answers(ui, &question, &options, now, false)?).copied()
}
