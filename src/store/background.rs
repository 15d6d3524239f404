//! Writing on a thread of its own, so that a slow disk never holds a picture up.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::attempt::{Line, Receipt, Recorder};

/// Hands lines to a recorder from a thread of its own, in the order in which they came. What was handed in is written before it is
/// let go of.
#[derive(Debug)]
pub struct Background {
    recorder: Arc<dyn Recorder>,
    jobs: Mutex<Option<Sender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

enum Job {
    Text { hash: String, text: String },
    Lines { lines: Vec<Line>, receipt: Receipt },
    Flush(Sender<()>),
}

impl Background {
    /// Writes what comes into a recorder.
    #[must_use]
    pub fn of(recorder: Arc<dyn Recorder>) -> Self {
        let (jobs, work) = channel();
        let writer = Arc::clone(&recorder);
        let started = thread::Builder::new().name("keeping".into()).spawn(move || write(&*writer, &work));
        // Where no thread can be had, everything is written at once.
        let (jobs, thread) = started.map_or((None, None), |thread| (Some(jobs), Some(thread)));
        Self { recorder, jobs: Mutex::new(jobs), thread: Mutex::new(thread) }
    }

    /// Waits until everything that was handed in is written, or cannot be.
    pub fn flush(&self) {
        let (done, wait) = channel();
        if self.send(Job::Flush(done)).is_ok() {
            let _ = wait.recv();
        }
    }

    fn send(&self, job: Job) -> Result<(), Job> {
        let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        match &*jobs {
            Some(jobs) => jobs.send(job).map_err(|refused| refused.0),
            None => Err(job),
        }
    }
}

fn write(recorder: &dyn Recorder, work: &Receiver<Job>) {
    // A text that could not be kept is tried again before the next lines.
    let mut texts: Vec<(String, String)> = Vec::new();
    let keep = |texts: &mut Vec<(String, String)>| -> io::Result<()> {
        while let Some((hash, text)) = texts.last() {
            recorder.keep_scenario(hash, text)?;
            texts.pop();
        }
        Ok(())
    };
    for job in work {
        match job {
            Job::Text { hash, text } => texts.push((hash, text)),
            Job::Lines { lines, receipt } => receipt.sign(keep(&mut texts).and_then(|()| recorder.append(&lines))),
            Job::Flush(done) => {
                let _ = done.send(());
            }
        }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = thread.join();
        }
    }
}

impl Recorder for Background {
    fn append(&self, lines: &[Line]) -> io::Result<()> {
        self.flush();
        self.recorder.append(lines)
    }

    fn submit(&self, lines: Vec<Line>) -> Receipt {
        let receipt = Receipt::default();
        if let Err(Job::Lines { lines, receipt }) = self.send(Job::Lines { lines, receipt: receipt.clone() }) {
            receipt.sign(self.recorder.append(&lines));
        }
        receipt
    }

    /// Kept with the first lines that come after; what is wrong is told with them.
    fn keep_scenario(&self, hash: &str, text: &str) -> io::Result<()> {
        let (hash, text) = (hash.to_owned(), text.to_owned());
        match self.send(Job::Text { hash, text }) {
            Err(Job::Text { hash, text }) => self.recorder.keep_scenario(&hash, &text),
            Ok(()) | Err(Job::Lines { .. } | Job::Flush(_)) => Ok(()),
        }
    }

    fn place(&self) -> String {
        self.recorder.place()
    }

    fn cohort(&self) -> Option<String> {
        self.recorder.cohort()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

    use super::*;
    use crate::store::suite::{decision, start};
    use crate::store::{Filter, Sqlite, Store};

    /// A disk that writes when it is let.
    #[derive(Debug)]
    struct Slow {
        store: Arc<Sqlite>,
        turns: Mutex<Receiver<bool>>,
    }

    impl Slow {
        fn over(store: &Arc<Sqlite>) -> (Arc<Self>, SyncSender<bool>) {
            let (go, turns) = sync_channel(99);
            (Arc::new(Self { store: Arc::clone(store), turns: Mutex::new(turns) }), go)
        }
    }

    impl Recorder for Slow {
        fn append(&self, lines: &[Line]) -> io::Result<()> {
            let turn = self.turns.lock().expect("a turn").recv().unwrap_or(true);
            if turn { self.store.append(lines) } else { Err(io::ErrorKind::StorageFull.into()) }
        }

        fn keep_scenario(&self, hash: &str, text: &str) -> io::Result<()> {
            self.store.keep_scenario(hash, text)
        }

        fn place(&self) -> String {
            "slow".into()
        }
    }

    #[test]
    fn a_receipt_says_nothing_before_the_lines_are_kept_and_a_full_disk_loses_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Arc::new(Sqlite::in_folder(folder.path()));
        let (slow, go) = Slow::over(&store);
        let background = Background::of(slow);
        let one = start(None, 0);
        let id = one.attempt;
        background.keep_scenario("h", "text").expect("taken");
        let begun = background.submit(vec![Line::Start(Box::new(one))]);
        assert!(begun.told().is_none() && store.attempts(&Filter::default()).expect("read").is_empty());
        go.send(true).expect("a turn");
        background.flush();
        assert!(matches!(begun.told(), Some(Ok(()))));
        assert_eq!(store.scenario("h").expect("read").as_deref(), Some("text"));
        go.send(false).expect("a turn");
        let failed = background.submit(vec![decision(id, 1)]);
        background.flush();
        assert!(matches!(failed.told(), Some(Err(error)) if error.kind() == io::ErrorKind::StorageFull));
        // Handed in and let go of: it is written all the same.
        let last = background.submit(vec![decision(id, 1), decision(id, 2)]);
        go.send(true).expect("a turn");
        drop(background);
        assert!(matches!(last.told(), Some(Ok(()))));
        let attempts = store.attempts(&Filter::default()).expect("read");
        assert_eq!(attempts.first().map(|attempt| attempt.decisions.len()), Some(2));
    }
}
