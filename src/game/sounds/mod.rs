//! What is to be heard of a conversation: the place it is in, a message that comes, a telephone. Everything that sounds is also
//! shown, so that nothing is lost with the volume at 0, where nobody hears, or in a program that was built without the feature
//! `sound`, which alone can play any of it.

#[cfg(feature = "sound")]
mod listening;
#[cfg(feature = "sound")]
mod player;

#[cfg(feature = "sound")]
pub use listening::plugin;

use crate::scenario::Channel;
use crate::sound::{Ambience, Cue};

/// The loudest the volume can be set to, and the steps in which it is set.
pub const LOUDEST: u8 = 100;
/// By how much one step changes the volume.
pub const STEP: u8 = 10;

/// Where a conversation stands, as far as it can be heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// How many replies were given before it.
    pub turn: usize,
    /// How the two are in touch; nothing where the customer says nothing.
    pub channel: Option<Channel>,
    /// The picture of the place.
    pub place: String,
    /// Days may have passed since the moment before: whoever is on the telephone has just rung.
    pub new_contact: bool,
    /// The customer was on hold just before.
    pub on_hold: bool,
}

/// What a moment sounds like while nobody speaks. On the telephone, and where people write, there is only the line.
#[must_use]
pub fn ambience(moment: &Moment) -> Option<Ambience> {
    if moment.channel != Some(Channel::FaceToFace) {
        return None;
    }
    Some(match moment.place.as_str() {
        "pool-desk" => Ambience::Water,
        "park-gate" | "garden" | "bus-bay" | "building-site" | "airport-gate" => Ambience::Street,
        _ => Ambience::Room,
    })
}

/// What has just happened between two moments of a conversation, as a sound; before the first there is none.
#[must_use]
pub fn cue(before: Option<&Moment>, now: &Moment) -> Option<Cue> {
    if before.is_some_and(|before| before.turn == now.turn) {
        return None;
    }
    match now.channel? {
        Channel::FaceToFace => None,
        Channel::Chat | Channel::Social => Some(Cue::Message),
        Channel::Email => Some(Cue::Mail),
        Channel::Phone if now.on_hold => Some(Cue::Hold),
        Channel::Phone => {
            let rang = now.new_contact || before.is_none_or(|before| before.channel != Some(Channel::Phone));
            rang.then_some(Cue::Ring)
        }
    }
}

/// One step louder or softer, from 0 to [`LOUDEST`].
#[must_use]
pub fn stepped(volume: u8, louder: bool) -> u8 {
    if louder { volume.saturating_add(STEP).min(LOUDEST) } else { volume.saturating_sub(STEP) }
}

/// How loud a volume is, as a share of what a sound was made as.
#[must_use]
pub fn gain(volume: u8) -> f32 {
    f32::from(volume.min(LOUDEST)) / f32::from(LOUDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(turn: usize, channel: Channel) -> Moment {
        Moment { turn, channel: Some(channel), place: "pool-desk".into(), new_contact: false, on_hold: false }
    }

    #[test]
    fn a_place_is_heard_only_where_people_stand_in_it() {
        let at = |place: &str, channel| ambience(&Moment { place: place.into(), ..moment(0, channel) });
        assert_eq!(at("pool-desk", Channel::FaceToFace), Some(Ambience::Water));
        assert_eq!(at("bus-bay", Channel::FaceToFace), Some(Ambience::Street));
        assert_eq!(at("anywhere else", Channel::FaceToFace), Some(Ambience::Room));
        for channel in [Channel::Phone, Channel::Email, Channel::Chat, Channel::Social] {
            assert_eq!(at("pool-desk", channel), None);
        }
        assert_eq!(ambience(&Moment { channel: None, ..moment(0, Channel::FaceToFace) }), None, "nobody is there");
    }

    #[test]
    fn what_comes_is_heard_once() {
        let chat = moment(1, Channel::Chat);
        assert_eq!(cue(None, &chat), Some(Cue::Message));
        assert_eq!(cue(Some(&chat), &chat), None, "the same turn");
        assert_eq!(cue(Some(&chat), &moment(2, Channel::Social)), Some(Cue::Message));
        assert_eq!(cue(Some(&chat), &moment(2, Channel::Email)), Some(Cue::Mail));
        assert_eq!(cue(Some(&chat), &moment(2, Channel::FaceToFace)), None);
        assert_eq!(cue(Some(&chat), &Moment { channel: None, ..moment(2, Channel::Chat) }), None);
    }

    #[test]
    fn the_telephone_rings_when_a_call_begins_and_plays_what_a_hold_plays_after_one() {
        let call = moment(1, Channel::Phone);
        assert_eq!(cue(None, &call), Some(Cue::Ring));
        assert_eq!(cue(Some(&moment(0, Channel::Chat)), &call), Some(Cue::Ring));
        assert_eq!(cue(Some(&call), &moment(2, Channel::Phone)), None, "the same call");
        assert_eq!(cue(Some(&call), &Moment { new_contact: true, ..moment(2, Channel::Phone) }), Some(Cue::Ring));
        assert_eq!(cue(Some(&call), &Moment { on_hold: true, ..moment(2, Channel::Phone) }), Some(Cue::Hold));
    }

    #[test]
    fn the_volume_goes_from_nothing_to_all_in_steps() {
        assert_eq!([stepped(0, false), stepped(5, false), stepped(20, true), stepped(95, true)], [0, 0, 30, 100]);
        assert!(gain(0) < f32::EPSILON && (gain(20) - 0.2).abs() < 1e-6 && (gain(255) - 1.0).abs() < 1e-6);
    }
}
