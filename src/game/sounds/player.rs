//! What plays: a thread of its own that has the sound card while there is anything to be heard, and lets go of it after. A machine
//! without one stays silent.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use rodio::buffer::SamplesBuffer;
use rodio::{DeviceSinkBuilder, MixerDeviceSink, Source};

use crate::sound::{Ambience, Cue, RATE};

/// How long the sound card is kept when nothing has been asked for.
const PATIENCE: Duration = Duration::from_secs(3);
/// Time in which a place comes into hearing.
const COMING: Duration = Duration::from_millis(900);

/// What is to be heard.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Order {
    /// A place from now on, as loud as a share says, or none.
    Place(Option<Ambience>, f32),
    /// Something once, as loud as a share says.
    Cue(Cue, f32),
}

/// Asks the thread that plays.
pub struct Player {
    orders: Sender<Order>,
    place: Option<Order>,
}

impl Player {
    /// A player that plays nothing yet.
    pub fn start() -> Self {
        let (orders, asked) = channel();
        // Where the system has no thread to give, all stays silent.
        let _ = thread::Builder::new().name("sounds".to_owned()).spawn(move || play(&asked));
        Self { orders, place: None }
    }

    /// From now on a place is to be heard, or none.
    pub fn place(&mut self, place: Option<Ambience>, loud: f32) {
        let order = Order::Place(place.filter(|_| loud > 0.0), loud);
        if self.place != Some(order) {
            self.place = Some(order);
            let _ = self.orders.send(order);
        }
    }

    /// Something is to be heard once.
    pub fn cue(&mut self, cue: Cue, loud: f32) {
        if loud > 0.0 {
            let _ = self.orders.send(Order::Cue(cue, loud));
        }
    }
}

/// The sound card with what plays on it.
struct Card {
    place: Option<(Ambience, rodio::Player)>,
    cues: rodio::Player,
    /// Dropped last: without it nothing plays.
    sink: MixerDeviceSink,
}

impl Card {
    fn open() -> Option<Self> {
        let mut sink = DeviceSinkBuilder::open_default_sink().ok()?;
        sink.log_on_drop(false);
        Some(Self { place: None, cues: rodio::Player::connect_new(sink.mixer()), sink })
    }

    fn is_idle(&self) -> bool {
        self.place.is_none() && self.cues.empty()
    }

    fn follow(&mut self, order: Order, made: &mut Made) {
        match order {
            Order::Place(None, _) => self.place = None,
            Order::Place(Some(place), loud) => {
                if self.place.as_ref().is_none_or(|(there, _)| *there != place) {
                    let player = rodio::Player::connect_new(self.sink.mixer());
                    player.append(made.place(place).repeat_infinite().fade_in(COMING));
                    self.place = Some((place, player));
                }
                if let Some((_, player)) = &self.place {
                    player.set_volume(loud);
                }
            }
            Order::Cue(cue, loud) => {
                self.cues.set_volume(loud);
                self.cues.append(made.cue(cue));
            }
        }
    }
}

/// The sounds that have been made so far.
#[derive(Default)]
struct Made {
    places: BTreeMap<Ambience, SamplesBuffer>,
    cues: BTreeMap<Cue, SamplesBuffer>,
}

impl Made {
    fn place(&mut self, place: Ambience) -> SamplesBuffer {
        self.places.entry(place).or_insert_with(|| buffer(place.samples())).clone()
    }

    fn cue(&mut self, cue: Cue) -> SamplesBuffer {
        self.cues.entry(cue).or_insert_with(|| buffer(cue.samples())).clone()
    }
}

fn buffer(samples: Vec<f32>) -> SamplesBuffer {
    SamplesBuffer::new(NonZero::<u16>::MIN, NonZero::new(RATE).unwrap_or(NonZero::<u32>::MIN), samples)
}

/// Plays what is asked for until nobody can ask any more.
fn play(asked: &Receiver<Order>) {
    let (mut card, mut made) = (None::<Card>, Made::default());
    loop {
        let order = match &card {
            None => asked.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(_) => asked.recv_timeout(PATIENCE),
        };
        match order {
            Ok(Order::Place(None, _)) if card.is_none() => {}
            Ok(order) => {
                // Where there is no card now there may be one the next time.
                card = card.or_else(Card::open);
                if let Some(card) = &mut card {
                    card.follow(order, &mut made);
                }
            }
            Err(RecvTimeoutError::Timeout) => card = card.filter(|card| !card.is_idle()),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_asked_for_once_and_silence_asks_for_nothing() {
        let (orders, asked) = channel();
        let mut player = Player { orders, place: None };
        for loud in [0.2, 0.2, 0.4, 0.0, 0.0] {
            player.place(Some(Ambience::Water), loud);
        }
        player.cue(Cue::Ring, 0.0);
        player.cue(Cue::Ring, 0.2);
        drop(player);
        let water = Some(Ambience::Water);
        let orders: Vec<_> = asked.iter().collect();
        let expected = [Order::Place(water, 0.2), Order::Place(water, 0.4), Order::Place(None, 0.0)];
        assert_eq!(orders.split_at(3), (expected.as_slice(), [Order::Cue(Cue::Ring, 0.2)].as_slice()));
    }

    #[test]
    fn the_thread_ends_with_whoever_asks_also_where_there_is_no_sound_card() {
        let (orders, asked) = channel();
        for order in [Order::Place(Some(Ambience::Room), 0.1), Order::Cue(Cue::Mail, 0.1), Order::Place(None, 0.0)] {
            orders.send(order).expect("it listens");
        }
        drop(orders);
        play(&asked);
    }
}
