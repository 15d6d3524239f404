//! Several things at work at once, where a scenario is so large that somebody waits.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{available_parallelism, scope, spawn};

use super::finding::Findings;
use super::rule::Rule;
use crate::scenario::Checked;

/// Scenarios with fewer beats are looked at before other threads have begun.
const MANY_BEATS: usize = 1_000;

/// How many threads a scenario with so many beats is worth.
fn threads(beats: usize) -> usize {
    if beats < MANY_BEATS { 1 } else { available_parallelism().map_or(1, NonZero::get) }
}

/// Gives back the memory of a scenario that is done with, while the caller goes on.
pub fn give_back(scenario: Checked) {
    if threads(scenario.beats.len()) > 1 {
        spawn(move || drop(scenario));
    }
}

/// What `find` finds for each rule, in the order of the rules, however many threads were at work.
pub fn each(rules: &[&Rule], beats: usize, find: impl Fn(&Rule, &mut Findings) + Sync) -> Vec<Findings> {
    let threads = threads(beats);
    let next = AtomicUsize::new(0);
    // Rules differ much in how long they take, so each thread takes the next one when it is done with one.
    let work = || {
        let mut found = Vec::new();
        loop {
            let position = next.fetch_add(1, Ordering::Relaxed);
            let Some(rule) = rules.get(position) else { return found };
            let mut findings = Findings::of(rule.code, rule.severity);
            find(rule, &mut findings);
            found.push((position, findings));
        }
    };
    let mut found = if threads == 1 {
        work()
    } else {
        scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
        })
    };
    found.sort_unstable_by_key(|(position, _)| *position);
    found.into_iter().map(|(_, findings)| findings).collect()
}
