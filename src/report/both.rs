//! Two things done side by side.

use std::panic::resume_unwind;
use std::thread::scope;

/// What both give: the one is done on a thread of its own, the other meanwhile on this one.
pub(super) fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        (one.join().unwrap_or_else(|panic| resume_unwind(panic)), other)
    })
}
