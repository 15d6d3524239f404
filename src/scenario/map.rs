//! What a scenario writes in braces: entries under ids, sorted. It reads like a `BTreeMap` and takes a fraction of its memory, because
//! most of a scenario's maps hold four entries and each of a `BTreeMap`'s nodes has room for eleven.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How the loader's message about an id that stands twice goes on after the id.
pub(super) const TWICE: &str = "is used twice";

/// Entries in order of their keys, each key once.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Map<K, V>(Vec<(K, V)>);

/// One entry after the other, by reference.
pub type Iter<'a, K, V> = std::iter::Map<std::slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> (&'a K, &'a V)>;

impl<K, V> Map<K, V> {
    /// A map without entries.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All entries, in order of their keys.
    pub fn iter(&self) -> Iter<'_, K, V> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// All entries, in order of their keys; the values may be changed.
    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&K, &mut V)> + ExactSizeIterator {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// All keys, in order.
    #[must_use]
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.0.iter().map(|(key, _)| key)
    }

    /// All values, in order of their keys.
    #[must_use]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, value)| value)
    }

    /// The value at a position in the order of the keys, counted from 0.
    #[must_use]
    pub fn value_at(&self, position: usize) -> Option<&V> {
        self.0.get(position).map(|(_, value)| value)
    }
}

impl<K: Ord, V> Map<K, V> {
    /// The value under a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.0.get(self.position(key).ok()?).map(|(_, value)| value)
    }

    /// The entry under a key.
    pub fn get_key_value<Q: Ord + ?Sized>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        self.0.get(self.position(key).ok()?).map(|(key, value)| (key, value))
    }

    /// The value under a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let position = self.position(key).ok()?;
        self.0.get_mut(position).map(|(_, value)| value)
    }

    /// Whether there is an entry under a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.position(key).is_ok()
    }

    /// Puts a value under a key, and returns the one that stood there before. Takes as long as there are entries after it.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.position(&key) {
            Ok(position) => self.0.get_mut(position).map(|(_, old)| std::mem::replace(old, value)),
            Err(position) => {
                self.0.insert(position, (key, value));
                None
            }
        }
    }

    fn position<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(own, _)| own.borrow().cmp(key))
    }

    /// Entries in any order; an error is the position, in order of the keys, of one that stands twice.
    fn sorted(mut entries: Vec<(K, V)>) -> Result<Self, Vec<(K, V)>> {
        let in_order = |entries: &[(K, V)]| entries.is_sorted_by(|(one, _), (next, _)| one < next);
        if !in_order(&entries) {
            // Entries can be large, so they change places by twos until each is where it belongs.
            let mut order: Vec<usize> = (0..entries.len()).collect();
            order.sort_by_key(|position| entries.get(*position).map(|(key, _)| key));
            for (to, from) in order.iter().enumerate() {
                let mut from = *from;
                // What stood before `to` has changed places already: with whom, its own position says.
                while let Some(later) = order.get(from).filter(|_| from < to) {
                    from = *later;
                }
                entries.swap(to, from);
            }
            if !in_order(&entries) {
                return Err(entries);
            }
        }
        entries.shrink_to_fit();
        Ok(Self(entries))
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    /// Of entries with the same key the last stays.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        Self::sorted(entries.into_iter().collect()).unwrap_or_else(|sorted| {
            let mut map = Self::new();
            for (key, value) in sorted {
                map.insert(key, value);
            }
            map
        })
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Map<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, K: Deserialize<'de> + Ord + fmt::Debug, V: Deserialize<'de>> Deserialize<'de> for Map<K, V> {
    /// Refuses a key that stands twice: the second entry would silently replace the first.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<K, V>(PhantomData<(K, V)>);

        impl<'de, K: Deserialize<'de> + Ord + fmt::Debug, V: Deserialize<'de>> Visitor<'de> for Entries<K, V> {
            type Value = Map<K, V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("entries in braces: { \"id\": …, }")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = access.next_entry::<K, V>()? {
                    entries.push(entry);
                }
                Map::sorted(entries).map_err(|sorted| {
                    let mut pairs = sorted.iter().zip(sorted.iter().skip(1));
                    let twice = pairs.find(|((one, _), (next, _))| one == next);
                    de::Error::custom(format_args!("the id {:?} {TWICE}", twice.map(|((key, _), _)| key)))
                })
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}

impl<K: JsonSchema, V: JsonSchema> JsonSchema for Map<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        std::collections::BTreeMap::<K, V>::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        std::collections::BTreeMap::<K, V>::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        std::collections::BTreeMap::<K, V>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_whatever_order_they_were_written_in() {
        let map: Map<String, u8> = ron::from_str(r#"{"c": 3, "a": 1, "b": 2}"#).expect("a map");
        assert_eq!(
            map.iter().map(|(key, value)| (key.as_str(), *value)).collect::<Vec<_>>(),
            [("a", 1), ("b", 2), ("c", 3)]
        );
        assert_eq!((map.get("b"), map.get("d"), map.len()), (Some(&2), None, 3));
        assert_eq!(serde_json::to_string(&map).expect("json"), r#"{"a":1,"b":2,"c":3}"#);
    }

    #[test]
    fn any_number_of_entries_come_into_order_each_with_its_own_value() {
        for count in 0..40_usize {
            // 41 is prime, so these are that many different keys, and out of order in forty ways.
            for step in 1..41 {
                let keys = (0..count).map(|at| at * step % 41);
                let map = Map::sorted(keys.map(|key| (key, key * 2)).collect());
                let map = map.unwrap_or_else(|_| panic!("{count} keys are {count} different ones"));
                assert_eq!(map.len(), count);
                assert!(
                    map.keys().is_sorted() && map.iter().all(|(key, value)| *value == key * 2),
                    "{count} by {step}"
                );
            }
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_in_a_file_and_replaced_in_code() {
        let error = ron::from_str::<Map<String, u8>>(r#"{"a": 1, "b": 2, "a": 3}"#).expect_err("twice");
        assert!(error.to_string().contains(TWICE), "{error}");
        let mut map = Map::from([("b".to_owned(), 1), ("a".to_owned(), 2), ("b".to_owned(), 3)]);
        assert_eq!((map.len(), map.get("b")), (2, Some(&3)));
        assert_eq!((map.insert("b".to_owned(), 4), map.insert("c".to_owned(), 5)), (Some(3), None));
        assert!(map.keys().is_sorted());
    }
}
