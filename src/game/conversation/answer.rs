//! What lies beside or below the customer's words: what was said before, then the way this turn is answered.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Label, Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::layout::Spacing;
use super::show::{Scene, heading};
use super::speech::announce;
use super::state::{Asked, UiState};
use super::view::{Action, Ask};
use super::{choose, commit, paraphrase, written};
use crate::game::theme::widgets::{
    Surface, add_run, line, page_keys, plain, primary_button, quotation_block, secondary_button, surface, text_job,
};
use crate::game::theme::{fonts, tokens};

/// Below the answers in their scroll area.
const BELOW: f32 = 20.0;
/// Below the question, what of the first answer is worth seeing.
const FIRST: f32 = 100.0;

/// How far what stands in a scroll area reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// It goes on below what is in sight now.
    pub goes_on: bool,
    /// It is never in sight all at once.
    pub needs_scrolling: bool,
}

/// The answers in a scroll area that fills `ui`, `margin` points from its sides.
pub fn scrolling(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState, margin: f32) -> (Option<Action>, Reach) {
    let top = if scene.sizes.spacing == Spacing::Closest { 12.0 } else { 20.0 };
    let width = (ui.available_width() - 2.0 * margin).min(scene.sizes.measure);
    let area = ScrollArea::vertical().id_salt(("turn", scene.view.turn)).auto_shrink(false);
    let shown = area.show(ui, |ui| {
        page_keys(ui);
        // The bar comes and goes inside the margin, so the text never changes its width.
        let outer = ui.max_rect();
        let place = Rect::from_min_size(outer.min + vec2(margin, top), vec2(width, f32::INFINITY));
        let mut page = ui.new_child(UiBuilder::new().id_salt("answer").max_rect(place));
        page.spacing_mut().item_spacing.y = 12.0;
        before(&mut page, scene);
        let action = show(&mut page, scene, state);
        ui.allocate_space(vec2(0.0, page.min_rect().height() + top + BELOW));
        action
    });
    let hidden = shown.content_size.y - shown.inner_rect.height();
    let reach = Reach { goes_on: hidden - shown.state.offset.y > BELOW, needs_scrolling: hidden > BELOW };
    (shown.inner, reach)
}

/// What belongs to the answers and is always in sight below them.
pub fn apart(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) -> Option<Action> {
    let (Some(keyed), Ask::Paraphrase(fragments)) = (state.apart.take(), &scene.view.ask) else { return None };
    let action = ui.push_id("apart", |ui| paraphrase::button(ui, scene, state, fragments, keyed)).inner;
    ui.add_space(12.0);
    action
}

/// The answers, as tall as they are.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, state: &mut UiState) -> Option<Action> {
    let complete = state.words_are_complete();
    let (_, between) = scene.sizes.spacing.around_and_between();
    ui.spacing_mut().item_spacing.y = between;
    let question = heading(ui, scene, complete);
    if complete && state.asked == Asked::NotYet {
        state.asked = Asked::Waiting;
    }
    let height = ui.clip_rect().height();
    // Also where the window or the letters have become another size since.
    let appears = complete && state.question_shown_in != Some(height);
    let ends = matches!(scene.view.ask, Ask::Ended(_));
    if appears {
        state.question_shown_in = Some(height);
        if !ends {
            bring_into_sight(ui, scene, state, question, question.bottom() + FIRST);
        }
    }
    if !complete {
        if secondary_button(ui, &scene.words.text("conversation-all-words"), "↵").clicked() {
            state.complete_words();
        }
        return None;
    }
    // Another turn has other widgets, so that the focus does not stay on the reply that was chosen before.
    let shown = ui.push_id(("turn", scene.view.turn), |ui| match &scene.view.ask {
        Ask::Choose(replies) => choose::show(ui, scene, state, replies),
        Ask::Paraphrase(fragments) => paraphrase::show(ui, scene, state, fragments),
        Ask::Commit(offers) => commit::show(ui, scene, state, offers),
        Ask::Ended(closing) => ended(ui, scene, closing),
    });
    if appears && ends {
        // There is but one thing to do now, and it is the last.
        bring_into_sight(ui, scene, state, question, shown.response.rect.bottom());
    }
    shown.inner
}

/// In a low window the replies are out of sight. What stands above `bottom` is not, nor are the words above it where both find room.
fn bring_into_sight(ui: &Ui, scene: &Scene<'_>, state: &UiState, question: Rect, bottom: f32) {
    let below = question.expand(8.0).with_max_y(bottom);
    let both = |top: &f32| below.bottom() + 8.0 - top <= ui.clip_rect().height();
    if let Some(top) = state.words_top.filter(|_| !scene.sizes.wide) {
        let top = Some(top).filter(both).map_or(below.top(), |top| top - 8.0);
        ui.scroll_to_rect(below.with_min_y(top), None);
    }
}

/// The trainee's own line before this, as much of it as two lines hold, and all of what the coach says about it.
pub fn before(ui: &mut Ui, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    let small = scene.sizes.small;
    let label = |key: &str, colour| {
        let mut job = LayoutJob::default();
        add_run(&mut job, &format!("{}  ", scene.words.text(key)), fonts::semibold(fonts::NOTE), colour);
        job
    };
    ui.spacing_mut().item_spacing.y = 6.0;
    // Where people write, the trainee's own line stands among the others.
    let you_said = scene.view.you_said.as_ref().filter(|_| !written::is_written(scene.view));
    if let Some(said) = you_said
        && said.is_empty()
    {
        let nothing = text_job(&scene.words.text("you-said-nothing"), fonts::italic(small), tokens.soft);
        let response = quotation_block(ui, tokens.line, |ui| ui.add(Label::new(nothing).wrap()));
        announce(ui, &response);
    } else if let Some(said) = you_said {
        let (act, said) = act_and_words(said);
        let mut job =
            label(if said.is_empty() { "conversation-you-did" } else { "conversation-you-said" }, tokens.soft);
        if !act.is_empty() {
            let space = if said.is_empty() { "" } else { " " };
            add_run(&mut job, &format!("{}{space}", plain(act)), fonts::italic(small), tokens.soft);
        }
        if !said.is_empty() {
            add_run(&mut job, &plain(&scene.words.quoted(said)), fonts::regular(small), tokens.soft);
        }
        // Cut short, it is read aloud whole.
        quotation_block(ui, tokens.line, |ui| {
            job.wrap.max_width = ui.available_width();
            job.wrap.max_rows = if scene.sizes.spacing == Spacing::Closest { 1 } else { 2 };
            let galley = ui.painter().layout_job(job);
            ui.add(Label::new(galley))
        });
    }
    if let Some(coach) = &scene.view.coach {
        let mut job = label("conversation-coach", tokens.accent);
        add_run(&mut job, &plain(coach), fonts::regular(small), tokens.ink);
        let response = quotation_block(ui, tokens.accent, |ui| ui.add(Label::new(job).wrap()));
        announce(ui, &response);
    }
    if you_said.is_some() || scene.view.coach.is_some() {
        ui.add_space(6.0);
    }
    ui.spacing_mut().item_spacing.y = 12.0;
}

fn ended(ui: &mut Ui, scene: &Scene<'_>, closing: &str) -> Option<Action> {
    use super::keys::Press;
    let asked = scene.presses.iter().any(|press| matches!(press, Press::Enter | Press::Space));
    let button = surface(ui, Surface::Accent, |ui| {
        ui.spacing_mut().item_spacing.y = 16.0;
        let response = line(ui, &plain(closing), fonts::regular(scene.sizes.body), tokens(ui).ink);
        announce(ui, &response);
        primary_button(ui, &scene.words.text("conversation-to-debrief"), "↵")
    })
    .inner;
    (asked || scene.clicked(&button)).then_some(Action::ToDebrief)
}

/// What was done and what was said of a line that is written as "(You wave.) Come in."
#[must_use]
pub fn act_and_words(line: &str) -> (&str, &str) {
    let Some(rest) = line.strip_prefix('(') else { return ("", line) };
    let mut open = 1_usize;
    for (at, sign) in rest.char_indices() {
        match sign {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            let (act, words) = rest.split_at(at);
            return (act, words.trim_start_matches(')').trim_start());
        }
    }
    ("", line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_told_from_the_words_after_it() {
        assert_eq!(act_and_words("(You wave.) Come in."), ("You wave.", "Come in."));
        assert_eq!(act_and_words("(You wave (twice).)"), ("You wave (twice).", ""));
        assert_eq!(act_and_words("Come in (please)."), ("", "Come in (please)."));
        assert_eq!(act_and_words("(Never closed"), ("", "(Never closed"));
    }
}
