//! Colours with a meaning. Screens and widgets name a token, never a colour; what a token looks like by day and by night is
//! decided here and nowhere else.

use bevy_egui::egui::{Color32, Ui};

/// The colours of one theme, by what they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Behind everything: warm paper, or the room at night.
    pub paper: Color32,
    /// Cards and bars, one step in front of the paper.
    pub card: Color32,
    /// A card under the pointer.
    pub card_hover: Color32,
    /// Text that is read.
    pub ink: Color32,
    /// Text that explains.
    pub soft: Color32,
    /// Borders and empty bars.
    pub line: Color32,
    /// What can be done next; the better line.
    pub accent: Color32,
    /// A button in the accent colour under the pointer.
    pub accent_hover: Color32,
    /// Text on the accent colour.
    pub accent_ink: Color32,
    /// A quiet background that belongs to the accent.
    pub accent_soft: Color32,
    /// The customer is happy; a promise kept.
    pub happy: Color32,
    /// The customer is indifferent; a promise open.
    pub indifferent: Color32,
    /// The customer is upset; a promise broken.
    pub upset: Color32,
    /// A mark worth looking for; never text.
    pub gold: Color32,
    /// The ring around what the keyboard has.
    pub focus: Color32,
    /// Under whatever lies above the page.
    pub shadow: Color32,
}

/// By day.
pub static LIGHT: Tokens = Tokens {
    paper: Color32::from_rgb(0xf7, 0xf1, 0xe6),
    card: Color32::from_rgb(0xff, 0xfd, 0xf8),
    card_hover: Color32::from_rgb(0xfb, 0xf7, 0xee),
    ink: Color32::from_rgb(0x1f, 0x29, 0x33),
    soft: Color32::from_rgb(0x56, 0x61, 0x6d),
    line: Color32::from_rgb(0xe2, 0xd8, 0xc6),
    accent: Color32::from_rgb(0x0f, 0x6b, 0x6e),
    accent_hover: Color32::from_rgb(0x0b, 0x59, 0x5c),
    accent_ink: Color32::from_rgb(0xff, 0xff, 0xff),
    accent_soft: Color32::from_rgb(0xd9, 0xec, 0xea),
    happy: Color32::from_rgb(0x28, 0x72, 0x47),
    indifferent: Color32::from_rgb(0x7d, 0x62, 0x19),
    upset: Color32::from_rgb(0xac, 0x3b, 0x2a),
    gold: Color32::from_rgb(0xe9, 0xb4, 0x4c),
    focus: Color32::from_rgb(0x0f, 0x6b, 0x6e),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 24),
};

/// By night, and on the phone: the room is dark.
pub static DARK: Tokens = Tokens {
    paper: Color32::from_rgb(0x16, 0x20, 0x2a),
    card: Color32::from_rgb(0x1d, 0x29, 0x35),
    card_hover: Color32::from_rgb(0x24, 0x32, 0x40),
    ink: Color32::from_rgb(0xee, 0xf2, 0xf3),
    soft: Color32::from_rgb(0xa9, 0xb7, 0xc4),
    line: Color32::from_rgb(0x36, 0x46, 0x56),
    accent: Color32::from_rgb(0x7f, 0xd6, 0xcf),
    accent_hover: Color32::from_rgb(0x9c, 0xe2, 0xdc),
    accent_ink: Color32::from_rgb(0x0d, 0x2b, 0x2e),
    accent_soft: Color32::from_rgb(0x12, 0x3f, 0x43),
    happy: Color32::from_rgb(0x7c, 0xd0, 0x9c),
    indifferent: Color32::from_rgb(0xe3, 0xc2, 0x6f),
    upset: Color32::from_rgb(0xf3, 0x95, 0x84),
    gold: Color32::from_rgb(0xe9, 0xb4, 0x4c),
    focus: Color32::from_rgb(0x7f, 0xd6, 0xcf),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 90),
};

/// The tokens of the theme that `ui` is drawn in.
#[must_use]
pub fn tokens(ui: &Ui) -> &'static Tokens {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// `colour` thinned to `share` (0–1) of itself, for large quiet areas.
#[must_use]
pub fn tint(colour: Color32, share: f32) -> Color32 {
    colour.gamma_multiply(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG relative luminance, 0–1.
    fn luminance(colour: Color32) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_every_ground_it_stands_on() {
        for theme in [&LIGHT, &DARK] {
            let grounds = [theme.paper, theme.card, theme.card_hover];
            let texts = [theme.ink, theme.soft, theme.accent, theme.happy, theme.indifferent, theme.upset];
            let pairs = texts.into_iter().flat_map(|text| grounds.map(|ground| (text, ground)));
            let on_accent = [
                (theme.accent_ink, theme.accent),
                (theme.accent_ink, theme.accent_hover),
                (theme.accent, theme.accent_soft),
                (theme.ink, theme.accent_soft),
                (theme.soft, theme.accent_soft),
            ];
            for (text, ground) in pairs.chain(on_accent) {
                let ratio = contrast(text, ground);
                assert!(ratio >= 4.5, "{text:?} on {ground:?} is only {ratio:.2} to 1");
            }
            assert!(contrast(theme.focus, theme.paper) >= 3.0, "the focus ring is seen");
        }
    }
}
