//! Scenes made up by chance that is the same on every machine: what happens to many customers, played well or badly.

use super::*;

/// Numbers that look like chance and repeat exactly (`SplitMix64`).
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to `below` − 1.
    pub fn below(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % below
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    fn one_of<T: Copy, const N: usize>(&mut self, all: [T; N]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }
}

/// How a scene is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Play {
    /// Levels 2 and 3, half of the loss or more restored, the promise kept.
    Well,
    /// Levels 0 and 1, nothing restored, the promise broken.
    Badly,
    /// Any level, any remedy, the promise kept or broken.
    Anyhow,
}

/// One scene played to its end: a failure of any severity and kind, the four behaviours in the usual order, pace, remedy, promise.
pub fn scene(persona: &Persona, play: Play, chance: &mut Chance) -> Customer {
    let kind = chance.one_of([Kind::Economic, Kind::Social]);
    let severity = chance.one_of([1, 2, 3]);
    let failure = Failure { severity, kind, ..Failure::default() };
    let mut customer = Customer::arrive(persona, &failure, &Start::default());
    for behaviour in [Behaviour::Listen, Behaviour::Apology, Behaviour::Account, Behaviour::Follow] {
        let level = match play {
            Play::Well => chance.one_of([2, 3]),
            Play::Badly => chance.one_of([0, 1]),
            Play::Anyhow => chance.one_of([0, 1, 2, 3]),
        };
        customer.act(behaviour, level, false);
        if behaviour == Behaviour::Account {
            remedy(&mut customer, play, chance);
        }
    }
    let keeps = match play {
        Play::Well => true,
        Play::Badly => false,
        Play::Anyhow => chance.coin(),
    };
    if keeps {
        customer.kept();
    } else {
        customer.broken();
    }
    // Whoever listens well hears of the problem; otherwise those who do not speak up go in silence.
    customer.set_silent(play == Play::Badly && customer.voice() < 400);
    customer
}

fn remedy(customer: &mut Customer, play: Play, chance: &mut Chance) {
    let (paces, restored): ([Option<Pace>; 2], [u16; 4]) = match play {
        Play::Well => ([Some(Pace::Fast), None], [500, 750, 1000, 1000]),
        Play::Badly => ([Some(Pace::Slow), None], [0; 4]),
        Play::Anyhow => ([Some(Pace::Fast), Some(Pace::Slow)], [0, 250, 500, 1000]),
    };
    if let Some(pace) = chance.one_of(paces) {
        customer.pace(pace);
    }
    let share = chance.one_of(restored);
    customer.fix(share);
    if share > 0 {
        customer.pay(chance.one_of([0, 25, 50]));
    }
}
