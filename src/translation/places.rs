//! Where texts stand in the scenario's own file, for those who want to read around them.

use super::key::Key;
use crate::diag::Source;
use crate::scenario::{Part, Scenario, Tree};

/// The line of each text, from 1, in a scenario's file; 0 where the file cannot be read.
#[must_use]
pub fn lines<'k>(scenario: &Scenario, source: &Source, keys: impl IntoIterator<Item = &'k Key>) -> Vec<usize> {
    let tree = Tree::parse(&source.text);
    let line_ends: Vec<usize> = source.text.match_indices('\n').map(|(at, _)| at).collect();
    let line = |key: &Key| {
        let span = tree.as_ref()?.find(&key.steps(scenario), Part::Value)?;
        Some(line_ends.partition_point(|end| *end < span.start) + 1)
    };
    keys.into_iter().map(|key| line(key).unwrap_or_default()).collect()
}
