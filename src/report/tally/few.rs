//! A map of few keys: found by looking at each, which for a dozen numbers beside each other is quicker than anything else.

/// Values by key, in the order in which they came.
#[derive(Clone, Debug)]
pub(super) struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V: Default> Few<K, V> {
    /// Does something with the value of a key, which begins as nothing.
    pub(super) fn with(&mut self, key: K, act: impl FnOnce(&mut V)) {
        // What was asked for last is often asked for again.
        if let Some((_, value)) = self.0.iter_mut().rfind(|(one, _)| *one == key) {
            return act(value);
        }
        let mut value = V::default();
        act(&mut value);
        self.0.push((key, value));
    }

    /// Brings each value of another together with the one here.
    pub(super) fn merge(&mut self, other: Self, both: impl Fn(&mut V, V)) {
        for (key, value) in other.0 {
            self.with(key, |mine| both(mine, value));
        }
    }

    /// Each key and value as something else.
    pub(super) fn spelled<W, S: FromIterator<W>>(self, spell: impl Fn(K, V) -> W) -> S {
        self.0.into_iter().map(|(key, value)| spell(key, value)).collect()
    }
}

impl<K: PartialEq> Few<K, u64> {
    /// One more of a key.
    pub(super) fn count(&mut self, key: K) {
        self.with(key, |count| *count += 1);
    }

    /// Adds the counts of another.
    pub(super) fn add(&mut self, other: Self) {
        self.merge(other, |mine, theirs| *mine += theirs);
    }
}
