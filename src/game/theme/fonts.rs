//! The typeface and its sizes: Inter in three cuts, with egui's own fonts behind it for symbols, and behind those whatever
//! typefaces somebody has of their own.

use std::sync::Arc;

use bevy_egui::egui::{Context, FontData, FontDefinitions, FontFamily, FontId, TextStyle};

use crate::game::letters::Typeface;

/// Notes, chips and labels, in points at 100 %.
pub const NOTE: f32 = 14.0;
/// Running text.
pub const BODY: f32 = 17.0;
/// Headings of cards and bars.
pub const HEADING: f32 = 18.0;
/// What people say to each other.
pub const SPEECH: f32 = 22.0;
/// The one large word of a screen.
pub const TITLE: f32 = 27.0;
/// Height of a line of text as a multiple of its size.
pub const LEADING: f32 = 1.4;

const SEMIBOLD: &str = "semibold";
const ITALIC: &str = "italic";

/// Upright text at `size` points.
#[must_use]
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Text that carries weight.
#[must_use]
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// A stressed word.
#[must_use]
pub fn italic(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ITALIC.into()))
}

/// The text style `speech`, next to egui's own.
#[must_use]
pub fn speech_style() -> TextStyle {
    TextStyle::Name("speech".into())
}

/// The text style `title`, next to egui's own.
#[must_use]
pub fn title_style() -> TextStyle {
    TextStyle::Name("title".into())
}

/// Gives `ctx` the fonts and the text styles. What the fonts that come with Amends have no letter for is drawn with the first of
/// `extra` that has one.
pub fn install(ctx: &Context, extra: &[Typeface]) {
    ctx.set_fonts(definitions(extra));
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, regular(NOTE)),
            (TextStyle::Body, regular(BODY)),
            (TextStyle::Button, semibold(BODY)),
            (TextStyle::Heading, semibold(HEADING)),
            (TextStyle::Monospace, FontId::new(NOTE, FontFamily::Monospace)),
            (speech_style(), regular(SPEECH)),
            (title_style(), semibold(TITLE)),
        ]
        .into();
    });
}

/// Whether `ctx` has a letter for a character. Ask within a pass.
#[must_use]
pub fn has_letter(ctx: &Context, letter: char) -> bool {
    ctx.fonts_mut(|fonts| {
        // egui says no to whatever lies in the typeface that its box for missing letters comes from; the list knows better.
        fonts.has_glyph(&regular(BODY), letter)
            || fonts.fonts.font(&FontFamily::Proportional).characters().contains_key(&letter)
    })
}

fn definitions(extra: &[Typeface]) -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallbacks = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let cuts: [(&str, &'static [u8], FontFamily); 3] = [
        ("inter", include_bytes!("../../../assets/fonts/Inter-Regular.otf"), FontFamily::Proportional),
        (
            "inter-semibold",
            include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"),
            FontFamily::Name(SEMIBOLD.into()),
        ),
        ("inter-italic", include_bytes!("../../../assets/fonts/Inter-Italic.otf"), FontFamily::Name(ITALIC.into())),
    ];
    for (name, bytes, family) in cuts {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let chain = std::iter::once(name.to_owned()).chain(fallbacks.iter().cloned()).collect();
        fonts.families.insert(family, chain);
    }
    for typeface in extra {
        let name = format!("own {}", typeface.name);
        fonts.font_data.insert(name.clone(), Arc::new(FontData::from_owned(typeface.bytes.to_vec())));
        for chain in fonts.families.values_mut() {
            chain.push(name.clone());
        }
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy_egui::egui;

    #[test]
    fn every_cut_has_the_letters_and_symbols_that_screens_use() {
        let ctx = egui::Context::default();
        install(&ctx, &[]);
        ctx.run_ui(egui::RawInput::default(), |_| {}).drop_without_applying_deltas();
        for font in [regular(BODY), semibold(BODY), italic(BODY)] {
            for symbol in "aé“”’…–·↵←→↑↓✓✗−+××".chars() {
                assert!(ctx.fonts_mut(|fonts| fonts.has_glyph(&font, symbol)), "{symbol} in {font:?}");
            }
        }
    }
    #[test]
    fn a_letter_is_there_or_not_wherever_it_lies() {
        let ctx = egui::Context::default();
        install(&ctx, &[]);
        ctx.run_ui(egui::RawInput::default(), |_| {}).drop_without_applying_deltas();
        for (letter, there) in [('é', true), ('Ж', true), ('◻', true), ('😀', true), ('湯', false), ('ق', false)]
        {
            assert_eq!(has_letter(&ctx, letter), there, "{letter}");
        }
    }
}
