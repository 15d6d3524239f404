//! Every reachable state of a conversation, and what follows from them, exactly: what can be reached, whether every play ends, the least
//! and the greatest score, how many plays there are, which choices never matter, and after which a happy ending is gone.
//! It plays through `session::plan`, so it knows no rule of its own. Where memory runs out it says so.

mod layout;
mod live;
mod lot;
mod menu;
mod walk;
use crate::session::plan::Plan;
/// x
pub fn count(plan: &Plan, memory: usize) -> (u32, usize, bool, usize, usize) {
    let walk = walk::walk(plan, memory);
    (walk.states, walk.targets.len(), walk.complete, walk.bytes, walk.words)
}
