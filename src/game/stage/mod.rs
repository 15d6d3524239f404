//! The drawn stage: the customer, the place behind her, the counter between you, and the room of a phone call. All of it
//! is vector drawing with egui's painter, driven by a few numbers; no words of the conversation, no state and no engine.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "counts of vertices, channels of colours and numbers up to a thousand are small"
)]

mod backdrop;
mod cut;
mod path;
mod phone;
mod place;
mod portrait;
mod shapes;
mod tint;

#[cfg(test)]
mod tests;

pub use self::{
    backdrop::{CROWD, paint_chat, paint_desk, paint_public},
    phone::{PhoneLayout, paint_phone},
    place::{Light, PLACES, counter_top, paint_counter, paint_place, picture_behind_card, picture_of, portrait_rect},
    portrait::{Expression, Look, PORTRAIT_SIZE, Phase, paint_portrait},
};
