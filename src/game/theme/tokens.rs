//! Colours with a meaning. Screens and widgets name a token, never a colour; what a token looks like in each theme is decided
//! here and nowhere else.

use bevy_egui::egui::{Color32, Context, Id, Ui};
use serde::{Deserialize, Serialize};

/// The colours a trainee has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Warm paper.
    #[default]
    Day,
    /// A dark room.
    Night,
    /// White on black, for eyes that need it: every text at least 7 to 1.
    HighContrast,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Day, Self::Night, Self::HighContrast];

    /// The colours of a phone call: where only a voice is there, the day's room goes dark.
    #[must_use]
    pub fn on_the_phone(self) -> Self {
        match self {
            Self::Day | Self::Night => Self::Night,
            Self::HighContrast => Self::HighContrast,
        }
    }

    /// Whether its letters are paler than its grounds.
    #[must_use]
    pub fn is_dark(self) -> bool {
        self != Self::Day
    }

    /// Its colours.
    #[must_use]
    pub fn tokens(self) -> &'static Tokens {
        match self {
            Self::Day => &LIGHT,
            Self::Night => &DARK,
            Self::HighContrast => &CONTRAST,
        }
    }

    /// The theme of a context; day where none was set. egui itself knows a light one and a dark one only.
    #[must_use]
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(Self::place())).unwrap_or_default()
    }

    /// Notes the theme of a context.
    pub(super) fn note(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Self::place(), self));
    }

    fn place() -> Id {
        Id::new("the theme of Amends")
    }
}

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
    /// Borders of what only groups, rules between parts, and empty bars.
    pub line: Color32,
    /// The edge of whatever can be pressed: at least 3 to 1 on every ground, so that nobody has to guess where a button is.
    pub edge: Color32,
    /// The ground of a label, which has no edge, so that it does not look like a button.
    pub tag: Color32,
    /// What can be done next; the better line.
    pub accent: Color32,
    /// Text and signs on the accent colour.
    pub accent_ink: Color32,
    /// The button that does what comes next. In the dark it is a deep colour with pale letters: dark letters on a bright ground
    /// come out too thin there.
    pub act: Color32,
    /// That button under the pointer.
    pub act_hover: Color32,
    /// Its letters.
    pub act_ink: Color32,
    /// Its edge.
    pub act_edge: Color32,
    /// A quiet background that belongs to the accent.
    pub accent_soft: Color32,
    /// The border of what stands on that background; nothing where the background itself is seen well enough.
    pub accent_edge: Color32,
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
    /// Over the picture while the play rests: dim, and still a room.
    pub veil: Color32,
}

/// By day.
pub static LIGHT: Tokens = Tokens {
    paper: Color32::from_rgb(0xf7, 0xf1, 0xe6),
    card: Color32::from_rgb(0xff, 0xfd, 0xf8),
    card_hover: Color32::from_rgb(0xfb, 0xf7, 0xee),
    ink: Color32::from_rgb(0x1f, 0x29, 0x33),
    soft: Color32::from_rgb(0x56, 0x61, 0x6d),
    line: Color32::from_rgb(0xe2, 0xd8, 0xc6),
    edge: Color32::from_rgb(0x8b, 0x82, 0x6e),
    tag: Color32::from_rgb(0xec, 0xe5, 0xd6),
    accent: Color32::from_rgb(0x0f, 0x6b, 0x6e),
    accent_ink: Color32::from_rgb(0xff, 0xff, 0xff),
    act: Color32::from_rgb(0x0f, 0x6b, 0x6e),
    act_hover: Color32::from_rgb(0x0b, 0x59, 0x5c),
    act_ink: Color32::from_rgb(0xff, 0xff, 0xff),
    act_edge: Color32::from_rgb(0x0f, 0x6b, 0x6e),
    accent_soft: Color32::from_rgb(0xd9, 0xec, 0xea),
    accent_edge: Color32::TRANSPARENT,
    happy: Color32::from_rgb(0x28, 0x72, 0x47),
    indifferent: Color32::from_rgb(0x7d, 0x62, 0x19),
    upset: Color32::from_rgb(0xac, 0x3b, 0x2a),
    gold: Color32::from_rgb(0xe9, 0xb4, 0x4c),
    focus: Color32::from_rgb(0x0f, 0x6b, 0x6e),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 24),
    veil: Color32::from_rgba_premultiplied(0x0f, 0x14, 0x19, 0x80),
};

/// By night, and on the phone: the room is dark.
pub static DARK: Tokens = Tokens {
    paper: Color32::from_rgb(0x16, 0x20, 0x2a),
    card: Color32::from_rgb(0x1d, 0x29, 0x35),
    card_hover: Color32::from_rgb(0x24, 0x32, 0x40),
    ink: Color32::from_rgb(0xee, 0xf2, 0xf3),
    soft: Color32::from_rgb(0xa9, 0xb7, 0xc4),
    line: Color32::from_rgb(0x36, 0x46, 0x56),
    edge: Color32::from_rgb(0x70, 0x85, 0x9b),
    tag: Color32::from_rgb(0x2a, 0x38, 0x46),
    accent: Color32::from_rgb(0x7f, 0xd6, 0xcf),
    accent_ink: Color32::from_rgb(0x0d, 0x2b, 0x2e),
    act: Color32::from_rgb(0x0f, 0x6b, 0x6e),
    act_hover: Color32::from_rgb(0x13, 0x80, 0x83),
    act_ink: Color32::from_rgb(0xff, 0xff, 0xff),
    act_edge: Color32::from_rgb(0x7f, 0xd6, 0xcf),
    accent_soft: Color32::from_rgb(0x12, 0x3f, 0x43),
    accent_edge: Color32::TRANSPARENT,
    happy: Color32::from_rgb(0x7c, 0xd0, 0x9c),
    indifferent: Color32::from_rgb(0xe3, 0xc2, 0x6f),
    upset: Color32::from_rgb(0xf3, 0x95, 0x84),
    gold: Color32::from_rgb(0xe9, 0xb4, 0x4c),
    focus: Color32::from_rgb(0x7f, 0xd6, 0xcf),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 90),
    veil: Color32::from_rgba_premultiplied(0x0e, 0x14, 0x1b, 0xa6),
};

/// For eyes that need it: white on nearly black, one bright accent, and borders that are seen.
pub static CONTRAST: Tokens = Tokens {
    paper: Color32::from_rgb(0x05, 0x05, 0x05),
    card: Color32::from_rgb(0x10, 0x10, 0x10),
    card_hover: Color32::from_rgb(0x20, 0x20, 0x20),
    ink: Color32::from_rgb(0xff, 0xff, 0xff),
    soft: Color32::from_rgb(0xd8, 0xdc, 0xdf),
    line: Color32::from_rgb(0x80, 0x84, 0x88),
    edge: Color32::from_rgb(0xa4, 0xa9, 0xae),
    tag: Color32::from_rgb(0x26, 0x26, 0x26),
    accent: Color32::from_rgb(0x63, 0xf2, 0xe4),
    accent_ink: Color32::from_rgb(0x00, 0x00, 0x00),
    act: Color32::from_rgb(0x00, 0x49, 0x4c),
    act_hover: Color32::from_rgb(0x00, 0x5d, 0x60),
    act_ink: Color32::from_rgb(0xff, 0xff, 0xff),
    act_edge: Color32::from_rgb(0x63, 0xf2, 0xe4),
    accent_soft: Color32::from_rgb(0x00, 0x33, 0x36),
    accent_edge: Color32::from_rgb(0x63, 0xf2, 0xe4),
    happy: Color32::from_rgb(0x93, 0xf5, 0xb2),
    indifferent: Color32::from_rgb(0xff, 0xdf, 0x70),
    upset: Color32::from_rgb(0xff, 0xb0, 0xa3),
    gold: Color32::from_rgb(0xff, 0xc9, 0x4d),
    focus: Color32::from_rgb(0xff, 0xff, 0xff),
    shadow: Color32::TRANSPARENT,
    veil: Color32::from_rgba_premultiplied(0x03, 0x03, 0x03, 0xb3),
};

/// The tokens of the theme that `ui` is drawn in.
#[must_use]
pub fn tokens(ui: &Ui) -> &'static Tokens {
    Theme::of(ui.ctx()).tokens()
}

/// `colour` thinned to `share` (0–1) of itself, for large quiet areas.
#[must_use]
pub fn tint(colour: Color32, share: f32) -> Color32 {
    colour.gamma_multiply(share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::theme::testing::contrast;

    #[test]
    fn every_text_can_be_read_on_every_ground_it_stands_on() {
        for theme in Theme::ALL {
            let (least, theme) = (if theme == Theme::HighContrast { 7.0 } else { 4.5 }, theme.tokens());
            let grounds = [theme.paper, theme.card, theme.card_hover];
            let texts = [theme.ink, theme.soft, theme.accent, theme.happy, theme.indifferent, theme.upset];
            let pairs = texts.into_iter().flat_map(|text| grounds.map(|ground| (text, ground)));
            let on_accent = [
                (theme.accent_ink, theme.accent),
                (theme.act_ink, theme.act),
                (theme.act_ink, theme.act_hover),
                (theme.soft, theme.tag),
                (theme.accent, theme.tag),
                (theme.accent, theme.accent_soft),
                (theme.ink, theme.accent_soft),
                (theme.soft, theme.accent_soft),
            ];
            for (text, ground) in pairs.chain(on_accent) {
                let ratio = contrast(text, ground);
                assert!(ratio >= least, "{text:?} on {ground:?} is only {ratio:.2} to 1");
            }
            assert!(contrast(theme.focus, theme.paper) >= 3.0, "the focus ring is seen");
        }
    }

    #[test]
    fn the_edge_of_whatever_can_be_pressed_is_seen_on_every_ground() {
        for theme in Theme::ALL.map(Theme::tokens) {
            for ground in [theme.paper, theme.card, theme.card_hover, theme.accent_soft] {
                for edge in [theme.edge, theme.accent, theme.act_edge, theme.focus] {
                    let ratio = contrast(edge, ground);
                    assert!(ratio >= 3.0, "{edge:?} on {ground:?} is only {ratio:.2} to 1");
                }
            }
        }
    }

    #[test]
    fn borders_and_bars_are_seen_in_high_contrast() {
        let Tokens { paper, card, line, .. } = &CONTRAST;
        for ground in [*paper, *card] {
            assert!(contrast(*line, ground) >= 3.0, "a border on {ground:?}");
            assert!(contrast(CONTRAST.accent_edge, ground) >= 3.0, "what is on, on {ground:?}");
        }
        for bar in [CONTRAST.accent, CONTRAST.happy, CONTRAST.indifferent, CONTRAST.upset] {
            let track = line.gamma_multiply(0.7);
            assert!(contrast(bar, track) >= 3.0, "{bar:?} on an empty bar");
        }
    }

    #[test]
    fn only_the_day_goes_dark_on_the_phone() {
        assert_eq!(Theme::ALL.map(Theme::on_the_phone), [Theme::Night, Theme::Night, Theme::HighContrast]);
    }
}
