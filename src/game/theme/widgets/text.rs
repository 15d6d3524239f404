//! Text in the sizes and colours of the theme. Every line wraps at the width it is given.

use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{Align, Color32, FontId, Label, Response, Ui};

use crate::game::theme::{fonts, tokens};

/// Running text in the ink of the page.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    line(ui, text, fonts::regular(fonts::BODY), tokens(ui).ink)
}

/// Running text that carries weight.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    line(ui, text, fonts::semibold(fonts::BODY), tokens(ui).ink)
}

/// A note beside or under something: smaller and softer.
pub fn note(ui: &mut Ui, text: &str) -> Response {
    line(ui, text, fonts::regular(fonts::NOTE), tokens(ui).soft)
}

/// The heading of a card or a group.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    line(ui, text, fonts::semibold(fonts::HEADING), tokens(ui).ink)
}

/// The one large line of a screen.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    line(ui, text, fonts::semibold(fonts::TITLE), tokens(ui).ink)
}

/// Running text in a colour that means something; the words must say the same.
pub fn coloured(ui: &mut Ui, text: &str, colour: Color32) -> Response {
    line(ui, text, fonts::semibold(fonts::BODY), colour)
}

/// What somebody says to somebody, large, with `*stressed*` words in italics.
pub fn speech(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).ink;
    ui.add(Label::new(speech_job(text, fonts::SPEECH, colour)).wrap())
}

/// What somebody said, at the size of running text.
pub fn quotation(ui: &mut Ui, text: &str) -> Response {
    let colour = tokens(ui).ink;
    ui.add(Label::new(speech_job(text, fonts::BODY, colour)).wrap())
}

/// One text in one font and colour, wrapped.
pub fn line(ui: &mut Ui, text: &str, font: FontId, colour: Color32) -> Response {
    ui.add(Label::new(LayoutJob::simple_format(text.to_owned(), format(font, colour))).wrap())
}

/// `text` in one font and colour, at the font's own line height so that it can be centred in a button or a chip. Set
/// `wrap.max_width` before laying it out.
#[must_use]
pub fn text_job(text: &str, font: FontId, colour: Color32) -> LayoutJob {
    LayoutJob::simple_format(text.to_owned(), TextFormat::simple(font, colour))
}

/// Adds `text` to `job`: a paragraph of several fonts or colours.
pub fn add_run(job: &mut LayoutJob, text: &str, font: FontId, colour: Color32) {
    job.append(text, 0.0, format(font, colour));
}

/// `text` with each `*stressed*` run in italics and without its stars. A star that opens nothing stays a star.
#[must_use]
pub fn speech_job(text: &str, size: f32, colour: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (run, stressed) in runs(text) {
        let font = if stressed { fonts::italic(size) } else { fonts::regular(size) };
        job.append(run, 0.0, format(font, colour));
    }
    job
}

/// `text` as it is read aloud: without the stars.
#[must_use]
pub fn plain(text: &str) -> String {
    runs(text).into_iter().map(|(run, _)| run).collect()
}

fn format(font: FontId, colour: Color32) -> TextFormat {
    let line_height = Some((font.size * fonts::LEADING).round());
    TextFormat { line_height, valign: Align::Center, ..TextFormat::simple(font, colour) }
}

/// The runs of `text`, each with whether it is stressed.
fn runs(text: &str) -> Vec<(&str, bool)> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some((before, inside, after)) = next_stressed(rest) {
        runs.push((before, false));
        runs.push((inside, true));
        rest = after;
    }
    runs.push((rest, false));
    runs.retain(|(run, _)| !run.is_empty());
    runs
}

/// Splits at the first `*word*`: no space just inside the stars, and something between them.
fn next_stressed(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + text.get(from..)?.find('*')?;
        let (before, opened) = text.split_at_checked(open)?;
        let opened = opened.get(1..)?;
        let close = opened.find('*')?;
        let (inside, after) = opened.split_at_checked(close)?;
        if !inside.is_empty() && inside.trim() == inside && !inside.contains('\n') {
            return Some((before, inside, after.get(1..)?));
        }
        from = open + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stress_words_and_stray_stars_stay() {
        assert_eq!(runs("says *heated*. Now"), [("says ", false), ("heated", true), (". Now", false)]);
        assert_eq!(runs("*Never* *again*"), [("Never", true), (" ", false), ("again", true)]);
        assert_eq!(runs("2 * 3 * 4"), [("2 * 3 * 4", false)]);
        assert_eq!(runs("a ** b"), [("a ** b", false)]);
        assert_eq!(runs("open *only"), [("open *only", false)]);
        assert_eq!(runs("5 * two *or three*"), [("5 * two ", false), ("or three", true)]);
        assert_eq!(runs(""), []);
        assert_eq!(plain("“says *wärm*”"), "“says wärm”");
    }

    #[test]
    fn a_stressed_run_is_set_in_italics() {
        let job = speech_job("so *very* cold", 20.0, Color32::BLACK);
        let fonts: Vec<_> = job.sections.iter().map(|section| section.format.font_id.clone()).collect();
        assert_eq!(fonts, [fonts::regular(20.0), fonts::italic(20.0), fonts::regular(20.0)]);
        assert_eq!(job.text, "so very cold");
    }
}
