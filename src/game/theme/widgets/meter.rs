//! What was earned, as people see it: levels as pips, scores as bars.

use bevy_egui::egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, vec2,
};

use super::text_job;
use crate::game::theme::{fonts, tint, tokens};
use crate::words::Words;

/// A level from 0 to 3 as filled pips, of which `best` could be earned; the others are faint dots. A screen reader says "1 of 2".
pub fn level_pips(ui: &mut Ui, words: &Words, level: u8, best: u8) -> Response {
    const PIP: Vec2 = vec2(16.0, 8.0);
    let tokens = tokens(ui);
    let best = best.max(level);
    let (rect, response) = ui.allocate_exact_size(vec2(3.0 * PIP.x + 8.0, 20.0), Sense::hover());
    for pip in 0..3_u8 {
        let left = rect.left_center() + vec2(f32::from(pip) * (PIP.x + 4.0), -PIP.y / 2.0);
        let place = Rect::from_min_size(left, PIP);
        if pip >= best {
            ui.painter().circle_filled(place.center(), 1.5, tint(tokens.soft, 0.5));
            continue;
        }
        let (fill, edge) =
            if pip < level { (tokens.accent, tokens.accent) } else { (Color32::TRANSPARENT, tokens.soft) };
        ui.painter().rect(place, CornerRadius::same(4), fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    }
    let name = words.format("level-of", &[("level", usize::from(level).into()), ("best", usize::from(best).into())]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &name));
    response
}

/// One score to show: all texts are ready to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreBar<'a> {
    /// What was scored.
    pub name: &'a str,
    /// 0–100, or nothing where there was too little to go by.
    pub score: Option<u8>,
    /// The word for the score, or for why there is none.
    pub word: &'a str,
    /// What the score rests on.
    pub note: &'a str,
    /// The lowest and highest score a play can reach, 0–100.
    pub range: Option<(u8, u8)>,
    /// The colour of the bar and of its word.
    pub colour: Color32,
}

/// A score as a bar with its name, its number and the word for it. As wide as the room there is; wraps when that is little.
pub fn score_bar(ui: &mut Ui, bar: &ScoreBar<'_>) -> Response {
    const BAR: f32 = 12.0;
    const GAP: f32 = 12.0;
    let tokens = tokens(ui);
    let width = ui.available_width();
    let layout = |text: &str, font, colour, width| {
        let mut job = text_job(text, font, colour);
        job.wrap.max_width = width;
        ui.painter().layout_job(job)
    };
    let name = layout(bar.name, fonts::regular(fonts::BODY), tokens.ink, width);
    let number = bar.score.map_or_else(String::new, |score| score.to_string());
    let number = layout(&number, fonts::semibold(fonts::HEADING), tokens.ink, width);
    let word = layout(bar.word, fonts::semibold(fonts::NOTE), bar.colour, (width - number.size().x - 8.0).max(40.0));
    let note = layout(bar.note, fonts::regular(fonts::NOTE), tokens.soft, width);

    let result = if bar.score.is_some() { number.size().x + 8.0 } else { 0.0 } + word.size().x;
    let one_line = name.size().x + GAP + result <= width;
    let first = name.size().y.max(number.size().y);
    let result_top = if one_line { 0.0 } else { name.size().y };
    let bar_top = if one_line { first } else { name.size().y + number.size().y.max(word.size().y) } + 2.0;
    let note_top = bar_top + BAR + if bar.range.is_some() { 8.0 } else { 4.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(width, note_top + note.size().y), Sense::hover());
    let painter = ui.painter();
    let at = |x: f32, y: f32| rect.min + vec2(x, y);

    painter.galley(at(0.0, 0.0), name, tokens.ink);
    let result_left = if one_line { width - result } else { 0.0 };
    let result_height = number.size().y.max(word.size().y);
    let word_top = result_top + (result_height - word.size().y) / 2.0;
    painter.galley(at(result_left, word_top), word.clone(), bar.colour);
    if bar.score.is_some() {
        painter.galley(at(result_left + word.size().x + 8.0, result_top), number, tokens.ink);
    }
    let track = Rect::from_min_size(at(0.0, bar_top), vec2(width, BAR));
    painter.rect_filled(track, CornerRadius::same(6), tokens.line.gamma_multiply(0.7));
    let reach = |score: u8| width * f32::from(score.min(100)) / 100.0;
    if let Some(score) = bar.score.filter(|score| *score > 0) {
        let filled = Rect::from_min_size(track.min, vec2(reach(score).max(BAR), BAR));
        painter.rect_filled(filled, CornerRadius::same(6), bar.colour);
    }
    if let Some((low, high)) = bar.range {
        let y = track.bottom() + 4.0;
        painter.hline(at(reach(low), 0.0).x..=at(reach(high), 0.0).x, y, Stroke::new(2.0, tint(tokens.soft, 0.6)));
    }
    painter.galley(at(0.0, note_top), note, tokens.soft);
    let name = spoken(bar);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &name));
    response
}

fn spoken(bar: &ScoreBar<'_>) -> String {
    let score = bar.score.map_or_else(String::new, |score| format!("{score}, "));
    format!("{}: {score}{}, {}", bar.name, bar.word, bar.note)
}
