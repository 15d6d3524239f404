//! Where an attempt is recorded while it is played: all that playing asks of a store, which is to write and never to read.

use std::fmt::Debug;
use std::io;
use std::sync::{Arc, OnceLock};

use super::record::Line;

/// What becomes of lines that were handed in: nothing is said until they are on disk, or cannot be brought there.
#[derive(Clone, Debug, Default)]
pub struct Receipt(Arc<OnceLock<io::Result<()>>>);

impl Receipt {
    /// Says what became of them. What was said first holds.
    pub fn sign(&self, done: io::Result<()>) {
        let _ = self.0.set(done);
    }

    /// What became of them, once it is known.
    #[must_use]
    pub fn told(&self) -> Option<Result<(), &io::Error>> {
        self.0.get().map(|done| done.as_ref().copied())
    }
}

/// Takes down what happens in attempts. It may be shared between threads.
pub trait Recorder: Debug + Send + Sync {
    /// Appends lines and waits until they are on disk. Either all of them are there afterwards, or none. A line that is there
    /// already, word for word, is not added again; so after a doubtful failure it can be given again.
    ///
    /// # Errors
    /// What the system says, for example that the disk is full or the folder cannot be written to.
    fn append(&self, lines: &[Line]) -> io::Result<()>;

    /// Hands lines in. They are on disk when the receipt says so, which may be at once or later; lines handed in first are written
    /// first.
    fn submit(&self, lines: Vec<Line>) -> Receipt {
        let receipt = Receipt::default();
        receipt.sign(self.append(&lines));
        receipt
    }

    /// Keeps a scenario's text under its hash.
    ///
    /// # Errors
    /// As [`Recorder::append`].
    fn keep_scenario(&self, hash: &str, text: &str) -> io::Result<()>;

    /// Where it keeps what it is given, as people are told.
    fn place(&self) -> String;

    /// The group that trains here, for attempts that begin now.
    fn cohort(&self) -> Option<String> {
        None
    }
}

/// Takes down the same as another recorder, for a group that trains here now.
#[derive(Debug)]
pub struct ForCohort {
    recorder: Arc<dyn Recorder>,
    cohort: String,
}

impl ForCohort {
    /// What comes is taken down by `recorder`; attempts that begin now belong to `cohort`.
    #[must_use]
    pub fn over(recorder: Arc<dyn Recorder>, cohort: impl Into<String>) -> Self {
        Self { recorder, cohort: cohort.into() }
    }
}

impl Recorder for ForCohort {
    fn append(&self, lines: &[Line]) -> io::Result<()> {
        self.recorder.append(lines)
    }

    fn submit(&self, lines: Vec<Line>) -> Receipt {
        self.recorder.submit(lines)
    }

    fn keep_scenario(&self, hash: &str, text: &str) -> io::Result<()> {
        self.recorder.keep_scenario(hash, text)
    }

    fn place(&self) -> String {
        self.recorder.place()
    }

    fn cohort(&self) -> Option<String> {
        Some(self.cohort.clone())
    }
}
