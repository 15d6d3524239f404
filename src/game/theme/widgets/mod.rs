//! The widgets that every screen is built from. They draw with tokens only, wrap instead of clipping, can be reached with the
//! keyboard, and tell a screen reader what they are.

mod bar;
mod button;
mod card;
mod chip;
mod feeling;
mod fold;
mod layout;
mod meter;
#[cfg(test)]
mod tests;
mod text;
mod way;

pub use bar::top_bar;
pub use button::{bar_button, icon_button, pause_button, primary_button, secondary_button, switch};
pub use card::{
    CARD_PADDING, Surface, bullet, bullet_of, card, choice_card, choice_card_padded, number_badge, quotation_block,
    radio_card, reply_card, surface,
};
pub use chip::{Answer, Chip, answers, chip, chip_button, choices, key_cap, key_hint};
pub use feeling::{feeling_colour, feeling_word, paint_feeling};
pub use fold::fold;
pub use layout::{columns, footed, page_keys, pane, pressed, reveal, reveal_top, room, sheet, sheet_under, typing};
pub use meter::{ScoreBar, level_pips, score_bar};
pub use text::{
    add_run, body, coloured, heading, line, note, plain, quotation, speech, speech_job, strong, text_job, title,
};
pub use way::{Reached, Stop, way};
