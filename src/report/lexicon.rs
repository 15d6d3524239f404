//! Texts as numbers. A report meets the same few thousand names, ids and hashes millions of times; it counts by their numbers, which are
//! quicker to compare and to look up than letters, and writes the texts out once, at the end.

use std::cmp::Ordering;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;

use super::summary::{SILENCE, SUMMED_UP};

/// The texts that have the first numbers, in order.
const FIRST: [&str; 4] = [SILENCE, SUMMED_UP, "before", "after"];

/// The number of a text, the same for the same text in all clones of one lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(NonZeroU32);

impl Name {
    pub(super) const SILENCE: Self = Self::at(1);
    pub(super) const SUMMED_UP: Self = Self::at(2);
    /// The stages of a course at which it is measured what came of it.
    pub(super) const BEFORE: Self = Self::at(3);
    pub(super) const AFTER: Self = Self::at(4);

    const fn at(number: u32) -> Self {
        match NonZeroU32::new(number) {
            Some(number) => Self(number),
            None => Self(NonZeroU32::MIN),
        }
    }

    /// Its place among all texts, from 1, so that 0 is nobody's.
    pub(super) fn place(self) -> usize {
        usize::try_from(self.0.get()).unwrap_or(usize::MAX)
    }
}

/// Gives texts their numbers. A clone gives the same numbers, also on another thread: each remembers what it was asked before, and
/// only asks the others about what is new to it.
#[derive(Clone, Debug)]
pub struct Lexicon {
    known: FxHashMap<Arc<str>, Name>,
    all: Arc<Mutex<All>>,
}

#[derive(Debug, Default)]
struct All {
    names: FxHashMap<Arc<str>, Name>,
    texts: Vec<Arc<str>>,
}

impl Default for Lexicon {
    fn default() -> Self {
        let mut all = All::default();
        for text in FIRST {
            all.name(text);
        }
        Self { known: FxHashMap::default(), all: Arc::new(Mutex::new(all)) }
    }
}

impl Lexicon {
    /// The number of a text.
    pub fn name(&mut self, text: &str) -> Name {
        if let Some(name) = self.known.get(text) {
            return *name;
        }
        let (text, name) = self.all().name(text);
        self.known.insert(text, name);
        name
    }

    /// The texts of all numbers given so far.
    pub(super) fn texts(&self) -> Texts {
        Texts(self.all().texts.clone())
    }

    /// Which of two rows of names comes first by their letters; none before any.
    pub(super) fn compare(&self, one: &[Option<Name>], other: &[Option<Name>]) -> Ordering {
        let all = self.all();
        let text = |name: &Option<Name>| name.map(|name| all.texts.get(name.place() - 1));
        one.iter().map(text).cmp(other.iter().map(text))
    }

    fn all(&self) -> MutexGuard<'_, All> {
        // What a panic elsewhere left behind is whole but for a text nobody has the number of.
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl All {
    fn name(&mut self, text: &str) -> (Arc<str>, Name) {
        if let Some((text, name)) = self.names.get_key_value(text) {
            return (Arc::clone(text), *name);
        }
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        let name = Name::at(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        self.names.insert(Arc::clone(&text), name);
        (text, name)
    }
}

/// Texts by their numbers.
#[derive(Clone, Debug)]
pub(super) struct Texts(Vec<Arc<str>>);

impl Texts {
    pub(super) fn text(&self, name: Name) -> &str {
        self.0.get(name.place() - 1).map_or("", |text| text)
    }

    /// The text at a place; none at 0.
    pub(super) fn at(&self, place: usize) -> Option<String> {
        place.checked_sub(1).and_then(|place| self.0.get(place)).map(ToString::to_string)
    }

    pub(super) fn owned(&self, name: Name) -> String {
        self.text(name).to_owned()
    }

    /// As an id, which shares the text.
    pub(super) fn id<T: From<Arc<str>>>(&self, name: Name) -> T {
        self.0.get(name.place() - 1).map_or_else(|| "".into(), Arc::clone).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_number_on_every_thread_and_a_number_one_text() {
        let mut one = Lexicon::default();
        let first = one.name("Amina");
        let names = std::thread::scope(|scope| {
            let ask = |mut lexicon: Lexicon| ["Ben", "Amina", "", "Ben"].map(|text| lexicon.name(text));
            [one.clone(), one.clone()]
                .map(|lexicon| scope.spawn(move || ask(lexicon)))
                .map(|ran| ran.join().expect("it ran"))
        });
        assert_eq!(names[0], names[1]);
        assert_eq!((names[0][1], names[0][3]), (first, names[0][0]));
        let texts = one.texts();
        assert_eq!(names[0].map(|name| texts.owned(name)), ["Ben", "Amina", "", "Ben"]);
        assert_eq!((one.name("before"), one.name(SUMMED_UP)), (Name::BEFORE, Name::SUMMED_UP));
    }
}
