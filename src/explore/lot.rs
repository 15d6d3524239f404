//! The states found at one beat: a table that gives every key its number once.

/// Marks a free place of the table.
const FREE: u32 = u32::MAX;

/// The states of one beat, in the order in which they were found.
#[derive(Debug, Default)]
pub(super) struct Lot<const W: usize> {
    keys: Vec<[u64; W]>,
    /// Positions in `keys`, found by hashing; its length is a power of two.
    places: Vec<u32>,
    /// The number of each state among all states.
    pub ids: Vec<u32>,
    /// Bytes that were told by [`Lot::take_growth`].
    told: usize,
}

impl<const W: usize> Lot<W> {
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    pub fn key(&self, position: usize) -> Option<&[u64; W]> {
        self.keys.get(position)
    }

    /// The number of the state with this key; a new one gets `next`, and the second value says so.
    #[expect(
        clippy::indexing_slicing,
        reason = "the mask keeps every place inside the table, in the innermost loop there is"
    )]
    pub fn number(&mut self, key: &[u64; W], next: u32) -> (u32, bool) {
        if self.keys.len() * 4 >= self.places.len() * 3 {
            self.grow();
        }
        let mask = self.places.len() - 1;
        let mut place = hash(key) & mask;
        loop {
            let found = self.places[place];
            if found == FREE {
                // More than four thousand million states of one beat do not fit any machine this runs on.
                self.places[place] = u32::try_from(self.keys.len()).unwrap_or(FREE);
                self.keys.push(*key);
                self.ids.push(next);
                return (next, true);
            }
            let position = usize::try_from(found).unwrap_or(usize::MAX);
            if self.keys[position] == *key {
                return (self.ids[position], false);
            }
            place = (place + 1) & mask;
        }
    }

    #[expect(clippy::indexing_slicing, reason = "the mask keeps every place inside the table")]
    fn grow(&mut self) {
        let length = (self.places.len() * 2).max(16);
        self.places.clear();
        self.places.resize(length, FREE);
        let mask = length - 1;
        for (position, key) in (0_u32..).zip(&self.keys) {
            let mut place = hash(key) & mask;
            while self.places[place] != FREE {
                place = (place + 1) & mask;
            }
            self.places[place] = position;
        }
    }

    /// What stands at the first place where a key could be; only for bringing it near.
    #[expect(clippy::indexing_slicing, reason = "the mask keeps every place inside the table")]
    pub fn touch(&self, key: &[u64; W]) -> u32 {
        if self.places.is_empty() { FREE } else { self.places[hash(key) & (self.places.len() - 1)] }
    }

    /// Bytes in use.
    fn bytes(&self) -> usize {
        self.keys.capacity() * size_of::<[u64; W]>() + (self.places.capacity() + self.ids.capacity()) * size_of::<u32>()
    }

    /// By how many bytes it has grown since it was last asked.
    pub fn take_growth(&mut self) -> usize {
        let bytes = self.bytes();
        let growth = bytes - self.told;
        self.told = bytes;
        growth
    }

    /// Forgets its states once no new one can come, and says how many bytes that frees.
    pub fn close(&mut self) -> usize {
        let freed = self.told;
        *self = Self::default();
        freed
    }
}

/// Spreads a key over the places of a table.
fn hash<const W: usize>(key: &[u64; W]) -> usize {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = key.iter().fold(0_u64, |mixed, word| (mixed.rotate_left(29) ^ word).wrapping_mul(ODD));
    // The high bits are the well-mixed ones.
    usize::try_from(mixed ^ mixed >> 32).unwrap_or(usize::MAX)
}
