//! Work on several processors at once.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

/// Things that are handed to a thread at a time.
const TOGETHER: usize = 64;
/// Lots that wait for a thread at most.
const WAITING: usize = 8;
/// More threads than this are never asked for.
const MOST: usize = 16;

/// How many threads are worth their while.
pub fn threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from).min(MOST)
}

/// Does each piece of work on a thread of its own; gives what came of them, in order.
pub fn side_by_side<T: Send, R: Send>(work: Vec<T>, act: impl Fn(T) -> R + Sync) -> Vec<R> {
    let act = &act;
    thread::scope(|scope| {
        let threads: Vec<_> = work.into_iter().map(|one| scope.spawn(move || act(one))).collect();
        threads.into_iter().map(joined).collect()
    })
}

/// Lets a thread for each part fold what `read` gives; what has the same number goes to the same part. Gives the parts back.
pub fn divided<P: Send, T: Send, E>(
    parts: Vec<P>,
    fold: impl Fn(&mut P, T) + Sync + Clone + Send,
    read: impl FnOnce(&mut dyn FnMut(u64, T)) -> Result<(), E>,
) -> Result<Vec<P>, E> {
    thread::scope(|scope| {
        let mut lots: Vec<(SyncSender<Vec<T>>, Vec<T>)> = Vec::new();
        let mut threads = Vec::new();
        for mut part in parts {
            let (send, receive) = sync_channel::<Vec<T>>(WAITING);
            lots.push((send, Vec::with_capacity(TOGETHER)));
            let fold = fold.clone();
            threads.push(scope.spawn(move || {
                receive.into_iter().flatten().for_each(|one| fold(&mut part, one));
                part
            }));
        }
        let count = lots.len() as u64;
        let mut give = |number: u64, one: T| {
            let place = usize::try_from(number % count.max(1)).unwrap_or_default();
            if let Some((send, lot)) = lots.get_mut(place) {
                lot.push(one);
                if lot.len() == TOGETHER {
                    // A thread ends before its sender only by a panic, which joining it passes on.
                    let _ = send.send(std::mem::replace(lot, Vec::with_capacity(TOGETHER)));
                }
            }
        };
        let done = read(&mut give);
        for (send, lot) in lots {
            let _ = send.send(lot);
        }
        let parts = threads.into_iter().map(joined).collect();
        done.map(|()| parts)
    })
}

fn joined<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
