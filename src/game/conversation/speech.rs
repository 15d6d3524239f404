//! The customer's words: how they are set, how fast they come, and how they appear without moving anything. The whole line is
//! laid out from the start; words that are still to come are there, only transparent, so a screen reader has them all.

use std::sync::Arc;

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Color32, Galley, Id, Label, Rect, Response, Ui, UiBuilder, vec2};

use super::state::UiState;
use super::view::{Channel, View};
use crate::game::theme::widgets::{add_run, bar_button, plain, speech_job, text_job};
use crate::game::theme::{fonts, tokens};
use crate::words::Words;

/// What stands above the customer's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Above {
    /// What happens first.
    pub scene: bool,
    /// The name, and how they seem.
    pub name: bool,
}

/// The customer's name, how they seem and what they say, laid out for a width.
pub struct Spoken {
    scene: Option<Arc<Galley>>,
    who: Option<Arc<Galley>>,
    line: Arc<Galley>,
    again: bool,
    gap: f32,
}

/// Room for the button under a line that fades.
const AGAIN: f32 = 36.0 + 10.0;

impl Spoken {
    /// Lays the line out in letters of `size` points.
    #[must_use]
    pub fn lay_out(ui: &Ui, words: &Words, view: &View, size: f32, width: f32, above: Above) -> Self {
        let tokens = tokens(ui);
        let only_scene = view.says.is_empty();
        let mut job = if only_scene {
            opening(view, size, tokens.ink).unwrap_or_default()
        } else if view.channel.is_written() {
            speech_job(&view.says, size, tokens.ink)
        } else {
            speech_job(&words.quoted(&view.says), size, tokens.ink)
        };
        job.wrap.max_width = width;
        let line = ui.painter().layout_job(job);
        let scene = opening(view, fonts::BODY, tokens.ink).filter(|_| above.scene && !only_scene).map(|mut job| {
            job.wrap.max_width = width;
            ui.painter().layout_job(job)
        });
        let who = (above.name && !only_scene).then(|| {
            let note = (size * 0.68).round().max(fonts::NOTE);
            let mut job = text_job(&view.name, fonts::semibold(note), tokens.ink);
            if !view.feeling.is_empty() {
                let rest = text_job(&format!(" · {}", view.feeling), fonts::regular(note), tokens.soft);
                append(&mut job, &rest);
            }
            job.wrap.max_width = width;
            ui.painter().layout_job(job)
        });
        Self { scene, who, line, again: view.fades(), gap: 4.0 }
    }

    /// Height of it all in points.
    #[must_use]
    pub fn height(&self) -> f32 {
        let above: f32 = self.scene.iter().chain(&self.who).map(|galley| galley.size().y + self.gap).sum();
        above + self.line.size().y + if self.again { AGAIN } else { 0.0 }
    }

    /// Draws as much of it as has been said.
    pub fn show(self, ui: &mut Ui, words: &Words, view: &View, state: &mut UiState) {
        ui.spacing_mut().item_spacing.y = self.gap;
        if let Some(scene) = self.scene {
            ui.add(Label::new(scene));
        }
        if let Some(who) = self.who {
            // A name of its own, whatever stands above it: another mood is news, the same one is not.
            let name = UiBuilder::new().id(Id::new("who speaks"));
            let who = ui.scope_builder(name, |ui| ui.add(Label::new(who))).inner;
            announce(ui, &who);
        }
        let (line, last_row) = reveal(self.line, state, view.fades());
        // Heard once more, it is another line to a screen reader, which therefore says it once more.
        let response = ui.push_id(("heard", state.hearings), |ui| ui.add(Label::new(line))).inner;
        announce(ui, &response);
        if let Some(row) = last_row.filter(|_| !state.words_are_complete()) {
            ui.scroll_to_rect(row.translate(response.rect.min.to_vec2()), None);
        }
        if self.again {
            ui.add_space(AGAIN - 36.0 - self.gap);
            let place = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 36.0));
            ui.advance_cursor_after_rect(place);
            if state.words_are_complete() {
                let mut child = ui.new_child(UiBuilder::new().id_salt("again").max_rect(place));
                if bar_button(&mut child, &words.text("conversation-hear-again"), "H").clicked() {
                    state.hear_again();
                }
            }
        }
    }
}

/// What is told before anyone speaks: what is another than in the turn before, then the scene.
#[must_use]
pub fn opening(view: &View, size: f32, colour: Color32) -> Option<LayoutJob> {
    let mut job = LayoutJob::default();
    if let Some(since) = &view.since {
        add_run(&mut job, since, fonts::semibold(size), colour);
    }
    if let Some(scene) = &view.scene {
        let space = if job.text.is_empty() { "" } else { " " };
        add_run(&mut job, &format!("{space}{}", plain(scene)), fonts::italic(size), colour);
    }
    (!job.text.is_empty()).then_some(job)
}

/// A screen reader says what is new by itself, once it has finished what it says.
pub fn announce(ui: &Ui, response: &Response) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}

/// A line of the trainee's: what is spoken stands in quotation marks, what is written does not.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    /// Said aloud.
    Spoken(&'a str),
    /// Sent as it stands there.
    Written(&'a str),
}

impl<'a> Line<'a> {
    /// A line on a channel.
    #[must_use]
    pub fn on(channel: Channel, line: &'a str) -> Self {
        if channel.is_written() { Self::Written(line) } else { Self::Spoken(line) }
    }
}

/// What is done, in italics, then what is said: the text to draw and the text to read aloud.
#[must_use]
pub fn utterance(ui: &Ui, words: &Words, act: Option<&str>, say: Option<Line<'_>>, size: f32) -> (LayoutJob, String) {
    let tokens = tokens(ui);
    let mut job = LayoutJob::default();
    let mut name = String::new();
    if let Some(act) = act {
        let act = if say.is_some() { format!("{} ", plain(act)) } else { plain(act) };
        // Set like the words, so that both stand on one line.
        let mut italic = speech_job(&act, size, tokens.soft);
        italic.sections.iter_mut().for_each(|section| section.format.font_id = fonts::italic(size));
        append(&mut job, &italic);
        name.push_str(&act);
    }
    if let Some(say) = say {
        let say = match say {
            Line::Spoken(say) => words.quoted(say),
            Line::Written(say) => say.to_owned(),
        };
        append(&mut job, &speech_job(&say, size, tokens.ink));
        name.push_str(&plain(&say));
    }
    (job, name)
}

/// How long each word takes, where 1 is the average: a comma is half a breath, a full stop a whole one.
#[must_use]
pub fn pace(says: &str) -> Vec<f32> {
    let says = plain(says);
    let mut pace: Vec<f32> = says
        .split_whitespace()
        .map(|word| match word.trim_end_matches(['”', '"', '’', '»', ')']).chars().last() {
            Some('.' | '!' | '?' | '…') => 2.0,
            Some(',' | ';' | ':' | '–' | '—') => 1.4,
            _ => 0.85,
        })
        .collect();
    let total: f32 = pace.iter().sum();
    #[expect(clippy::cast_precision_loss, reason = "a line has far fewer words than a float counts")]
    let average = total / pace.len().max(1) as f32;
    for word in &mut pace {
        *word /= average;
    }
    pace
}

/// Adds `more` after `job`, each part in its own format.
fn append(job: &mut LayoutJob, more: &LayoutJob) {
    for section in &more.sections {
        let part = more.text.get(section.byte_range.start.0..section.byte_range.end.0).unwrap_or_default();
        job.append(part, 0.0, section.format.clone());
    }
}

/// The galley with the words that are still to come made transparent and, where lines fade, those long said made faint. Only
/// colours change. Also where the word that appears stands, relative to the galley.
pub fn reveal(mut galley: Arc<Galley>, state: &UiState, fades: bool) -> (Arc<Galley>, Option<Rect>) {
    let fades = fades && !state.is_heard_again();
    let complete = state.words_are_complete();
    if complete && !fades {
        return (galley, None);
    }
    let said = state.words_shown();
    let mut word = 0.0_f32;
    let mut in_word = false;
    let mut now = None;
    for row in &mut Arc::make_mut(&mut galley).rows {
        let rect = row.rect();
        let row = Arc::make_mut(&mut row.row);
        for glyph in &row.glyphs {
            if glyph.chr.is_whitespace() {
                word += f32::from(u8::from(in_word));
                in_word = false;
                continue;
            }
            in_word = true;
            let ahead = said - word;
            if ahead > 0.0 {
                now = Some(rect);
            }
            let shown = if complete { 1.0 } else { ahead.clamp(0.0, 1.0) };
            let opacity = if fades { shown * faintness(ahead) } else { shown };
            let first = glyph.first_vertex as usize;
            if opacity < 1.0 && !glyph.uv_rect.is_nothing() {
                for vertex in row.visuals.mesh.vertices.iter_mut().skip(first).take(4) {
                    vertex.color = vertex.color.gamma_multiply(opacity);
                }
            }
        }
    }
    (galley, now)
}

/// How much is left of a word that was said `ahead` words ago: all of it for about three seconds, then a quarter.
fn faintness(ahead: f32) -> f32 {
    const CLEAR: f32 = 12.0;
    const FADING: f32 = 12.0;
    1.0 - 0.75 * ((ahead - CLEAR) / FADING).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_one_on_average_and_sentences_end_with_a_breath() {
        let pace = pace("Your advert says *heated*. That, I read.");
        assert_eq!(pace.len(), 7);
        assert!((pace.iter().sum::<f32>() - 7.0).abs() < 1e-4);
        assert!(pace.iter().skip(3).take(3).is_sorted_by(|one, next| one > next), "{pace:?}");
        assert!(super::pace("").is_empty());
    }
}
