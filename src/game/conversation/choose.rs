//! One of several replies: numbered cards. A number chooses at once; the arrows point, and Enter takes what they point at.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{FocusDirection, PointerButton, Response, Ui};

use super::keys::Press;
use super::layout::Spacing;
use super::show::Scene;
use super::speech::{Line, utterance};
use super::state::{Asked, UiState};
use super::view::{Action, Channel, Reply};
use super::written;
use crate::game::theme::widgets::choice_card_padded;

/// The replies as cards.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, replies: &[Reply]) -> Option<Action> {
    let mut chosen = None;
    let mut moved = false;
    for press in scene.presses {
        match press {
            Press::Number(number) => chosen = chosen.or(number.checked_sub(1)),
            Press::Enter | Press::Space => match state.cursor {
                Some(cursor) => chosen = chosen.or(Some(cursor)),
                // Enter alone points at the first reply; it does not choose what nobody pointed at.
                None => moved = step(&mut state.cursor, true, replies.len()),
            },
            Press::Down | Press::Right => moved = step(&mut state.cursor, true, replies.len()),
            Press::Up | Press::Left => moved = step(&mut state.cursor, false, replies.len()),
            Press::Back | Press::Notebook | Press::Again | Press::Escape | Press::Bigger | Press::Smaller => {}
        }
    }
    let second_click = is_second_click(ui);
    let (padding, _) = scene.sizes.spacing.around_and_between();
    for (index, reply) in replies.iter().enumerate() {
        let say = reply.say.as_deref().map(|say| Line::on(scene.view.channel, say));
        let (job, name) = utterance(ui, scene.words, reply.act.as_deref(), say, scene.sizes.body);
        let parts = |act, say| utterance(ui, scene.words, act, say, scene.sizes.body).0;
        // A mail is a draft, and what is done before it is sent stands over it.
        let mail = say.filter(|_| scene.view.channel == Channel::Email);
        let jobs = match mail {
            Some(mail) => [reply.act.as_deref().map(|act| parts(Some(act), None)), Some(parts(None, Some(mail)))],
            None => [Some(job), None],
        };
        let response = choice_card_padded(ui, &name, Some(index + 1), state.cursor == Some(index), padding, |ui| {
            let [first, second] = jobs;
            if let Some(job) = first {
                paint(ui, job);
            }
            if let Some(words) = second {
                // Where there is little room, that it is a draft stands in the heading alone.
                if scene.sizes.spacing == Spacing::Wide {
                    written::draft(ui, scene);
                }
                paint(ui, words);
            }
        });
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut((index + 1).to_string()));
        point(ui, state, &response, index, moved);
        if scene.clicked(&response) && !second_click {
            chosen = chosen.or(Some(index));
        }
    }
    let reply = chosen.and_then(|index| replies.get(index)).filter(|_| state.asked != Asked::Answered)?;
    state.asked = Asked::Answered;
    Some(Action::Reply(reply.id.clone()))
}

/// Painted, not a label: the card itself already says its words to a screen reader.
fn paint(ui: &mut Ui, mut job: LayoutJob) {
    job.wrap.max_width = ui.available_width();
    let galley = ui.painter().layout_job(job);
    let (_, place) = ui.allocate_space(galley.size());
    ui.painter().galley(place.min, galley, ui.visuals().text_color());
}

/// Moves a cursor through `count` places, from nowhere to the first or the last. Always answers true: something moved.
pub fn step(cursor: &mut Option<usize>, forward: bool, count: usize) -> bool {
    let last = count.saturating_sub(1);
    *cursor = Some(match (*cursor, forward) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) => (at + 1).min(last),
        (Some(at), false) => at.saturating_sub(1),
    });
    true
}

/// Keeps the cursor and the keyboard focus together: the arrows take the focus along, and Tab takes the cursor along.
pub fn point(ui: &Ui, state: &mut UiState, response: &Response, place: usize, moved: bool) {
    state.targets.push(response.id);
    if moved && state.cursor == Some(place) {
        response.request_focus();
        // With its ring, and a little of what comes next.
        ui.scroll_to_rect(response.rect.expand(12.0), None);
        // The arrow that brought the cursor here was used; egui must not move the focus with it once more.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    } else if !moved && response.has_focus() {
        state.cursor = Some(place);
    }
}

/// Whether a click of this frame is the second of a double click. The first one did something already, perhaps made the card
/// appear that now lies under the pointer.
pub fn is_second_click(ui: &Ui) -> bool {
    ui.input(|input| {
        let pointer = &input.pointer;
        pointer.button_double_clicked(PointerButton::Primary) || pointer.button_triple_clicked(PointerButton::Primary)
    })
}
