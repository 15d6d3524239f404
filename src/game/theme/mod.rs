//! How Amends looks: tokens, typeface and the widgets that every screen is built from. Nothing here knows a scenario, a score
//! or the engine that draws it.

pub mod fonts;
pub mod tokens;
pub mod widgets;

#[cfg(test)]
pub mod testing;

use bevy_egui::egui::epaint::{FontColorTransferFunction, TextOptions};
use bevy_egui::egui::style::{ScrollAnimation, ScrollStyle, WidgetVisuals, Widgets};
use bevy_egui::egui::{self, Context, CornerRadius, Margin, Shadow, Stroke, Visuals, vec2};

use super::letters::Typeface;
pub use tokens::{Theme, Tokens, tint, tokens};

/// Corner radius of cards.
pub const CARD_RADIUS: u8 = 14;
/// Corner radius of numbers and small boxes.
pub const SMALL_RADIUS: u8 = 8;
/// Corner radius of chips: more than half of one line's height; a chip of several lines stays a box with round corners.
pub const PILL_RADIUS: u8 = 16;
/// From this width in points on, a screen has two columns.
pub const WIDE: f32 = 900.0;

/// Gives `ctx` the fonts, the themes and the spacing. Call it once, before the first pass that draws a screen: new fonts hold
/// from the next pass on, and a pass that names a font which is not there yet panics.
pub fn install(ctx: &Context) {
    install_with(ctx, &[]);
}

/// The same, with typefaces of one's own behind those that come with Amends.
pub fn install_with(ctx: &Context, extra: &[Typeface]) {
    fonts::install(ctx, extra);
    ctx.set_visuals_of(egui::Theme::Light, visuals(Theme::Day));
    ctx.set_visuals_of(egui::Theme::Dark, visuals(Theme::Night));
    ctx.all_styles_mut(|style| {
        let spacing = &mut style.spacing;
        spacing.item_spacing = vec2(8.0, 8.0);
        spacing.button_padding = vec2(16.0, 8.0);
        spacing.interact_size = vec2(40.0, 32.0);
        spacing.window_margin = Margin::same(16);
        spacing.menu_margin = Margin::same(8);
        spacing.icon_width = 20.0;
        spacing.icon_width_inner = 12.0;
        spacing.icon_spacing = 8.0;
        spacing.text_edit_width = 240.0;
        spacing.scroll = ScrollStyle { bar_width: 8.0, bar_inner_margin: 0.0, ..ScrollStyle::solid() };
        // A line that can be marked takes clicks away from the card it stands on; what is worth copying has a button.
        style.interaction.selectable_labels = false;
        style.scroll_animation = ScrollAnimation::duration(0.15);
    });
    // Text size is a setting of Amends, not of egui.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    set_theme(ctx, Theme::Day);
}

/// The colours of everything drawn from now on.
pub fn set_theme(ctx: &Context, theme: Theme) {
    if theme.is_dark() {
        // egui keeps one dark theme; whichever of ours was shown last lies in it.
        let there = ctx.style_of(egui::Theme::Dark).visuals.panel_fill;
        if there != theme.tokens().paper {
            ctx.style_mut_of(egui::Theme::Dark, |style| {
                let blink = style.visuals.text_cursor.blink;
                style.visuals = visuals(theme);
                style.visuals.text_cursor.blink = blink;
            });
        }
    }
    ctx.set_theme(if theme.is_dark() { egui::Theme::Dark } else { egui::Theme::Light });
    theme.note(ctx);
}

/// Nothing moves by itself: scrolling jumps and transitions take no time.
pub fn set_reduced_motion(ctx: &Context, reduced: bool) {
    ctx.all_styles_mut(|style| {
        style.animation_time = if reduced { 0.0 } else { 0.1 };
        style.scroll_animation = if reduced { ScrollAnimation::none() } else { ScrollAnimation::duration(0.15) };
        style.visuals.text_cursor.blink = !reduced;
    });
}

fn visuals(theme: Theme) -> Visuals {
    let (tokens, dark) = (theme.tokens(), theme.is_dark());
    let base = if dark { Visuals::dark() } else { Visuals::light() };
    let letters =
        if dark { FontColorTransferFunction::Off } else { FontColorTransferFunction::TwoCoverageMinusCoverageSq };
    let radius = CornerRadius::same(SMALL_RADIUS);
    let widget = |fill, stroke: Stroke, text| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: stroke,
        corner_radius: radius,
        fg_stroke: Stroke::new(1.5, text),
        expansion: 0.0,
    };
    let line = Stroke::new(1.0, tokens.line);
    let ring = Stroke::new(2.0, tokens.focus);
    let mut visuals = Visuals {
        dark_mode: dark,
        // The window blends in linear light, where dark letters on paper come out too thin and pale ones on a dark ground
        // too heavy; this gives them the weight they have on paper.
        text_options: TextOptions { color_transfer_function: letters, ..base.text_options },
        override_text_color: None,
        weak_text_color: Some(tokens.soft),
        widgets: Widgets {
            noninteractive: widget(tokens.card, line, tokens.ink),
            // A scroll bar's handle is filled with `bg_fill`, a button with `weak_bg_fill`.
            inactive: WidgetVisuals {
                bg_fill: tokens.edge,
                ..widget(tokens.card, Stroke::new(1.0, tokens.soft), tokens.ink)
            },
            hovered: WidgetVisuals {
                bg_fill: tokens.soft,
                ..widget(tokens.accent_soft, Stroke::new(1.0, tokens.accent), tokens.ink)
            },
            active: WidgetVisuals { bg_fill: tokens.accent, ..widget(tokens.accent_soft, ring, tokens.ink) },
            open: widget(tokens.card_hover, Stroke::new(1.0, tokens.accent), tokens.ink),
        },
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.card_hover,
        extreme_bg_color: tint(tokens.line, 0.5),
        text_edit_bg_color: Some(tokens.card),
        code_bg_color: tokens.accent_soft,
        warn_fg_color: tokens.indifferent,
        error_fg_color: tokens.upset,
        window_corner_radius: CornerRadius::same(CARD_RADIUS),
        window_fill: tokens.card,
        window_stroke: line,
        window_shadow: soft_shadow(tokens),
        popup_shadow: soft_shadow(tokens),
        menu_corner_radius: radius,
        panel_fill: tokens.paper,
        // What cannot be pressed now draws so itself: everything half faded could not be read.
        disabled_alpha: 1.0,
        ..base
    };
    visuals.selection.bg_fill = tokens.accent_soft;
    visuals.selection.stroke = ring;
    visuals.text_cursor.stroke = Stroke::new(2.0, tokens.accent);
    visuals
}

/// The one shadow there is, under what lies above the page.
#[must_use]
pub fn soft_shadow(tokens: &Tokens) -> Shadow {
    Shadow { offset: [0, 6], blur: 24, spread: 0, color: tokens.shadow }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy_egui::egui::RawInput;

    #[test]
    fn switching_the_theme_changes_tokens_and_egui_s_own_colours() {
        let ctx = Context::default();
        install(&ctx);
        let mut seen = Vec::new();
        let order = [Theme::Day, Theme::Night, Theme::HighContrast, Theme::Day, Theme::HighContrast, Theme::Night];
        set_reduced_motion(&ctx, true);
        for theme in order {
            set_theme(&ctx, theme);
            ctx.run_ui(RawInput::default(), |ui| {
                let visuals = ui.visuals();
                seen.push((*tokens(ui), visuals.panel_fill, visuals.dark_mode, visuals.text_cursor.blink));
            })
            .drop_without_applying_deltas();
        }
        let expected = order.map(|theme| (*theme.tokens(), theme.tokens().paper, theme.is_dark(), false));
        assert_eq!(seen, expected);
    }
}
