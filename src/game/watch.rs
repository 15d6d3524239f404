//! Notices within a second that a file that is open, or a folder that is shown, was changed. A thread of its own asks the system for time and length of the
//! files and sleeps in between; the window goes on sleeping until there is something to tell it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime};

use bevy::prelude::Resource;

/// Time from one look to the next while a window is open.
pub const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// What there is to tell of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// At least one of them is not as it was. It may still be being written.
    Changed,
    /// Since they changed they have stayed as they are for one look.
    Settled,
}

/// When a file was written, and its length: other bytes with both the same are no matter of a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    written: Option<SystemTime>,
    length: u64,
}

/// The stamp of a file; none where there is no such file now.
fn stamp(path: &Path) -> Option<Stamp> {
    let about = fs::metadata(path).ok()?;
    Some(Stamp { written: about.modified().ok(), length: about.len() })
}

/// Files and folders as they were when they were last looked at.
#[derive(Debug, Default)]
pub struct Look {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    stamps: Vec<(PathBuf, Option<Stamp>)>,
    unsettled: bool,
}

impl Look {
    /// At these files, whether they are there or not.
    #[must_use]
    pub fn at(files: Vec<PathBuf>) -> Self {
        Self::at_all(files, Vec::new())
    }

    /// At these files, and at every `.ron` file that lies in one of the folders, now or later.
    #[must_use]
    pub fn at_all(files: Vec<PathBuf>, folders: Vec<PathBuf>) -> Self {
        let mut look = Self { files, folders, stamps: Vec::new(), unsettled: false };
        look.stamps = look.stamps_now();
        look
    }

    fn stamps_now(&self) -> Vec<(PathBuf, Option<Stamp>)> {
        let mut found: Vec<PathBuf> = self
            .folders
            .iter()
            .filter_map(|folder| fs::read_dir(folder).ok())
            .flatten()
            .filter_map(|item| Some(item.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
            .collect();
        found.sort();
        self.files
            .iter()
            .cloned()
            .chain(found)
            .map(|path| (stamp(&path), path))
            .map(|(stamp, path)| (path, stamp))
            .collect()
    }

    fn is_at_nothing(&self) -> bool {
        self.files.is_empty() && self.folders.is_empty()
    }

    /// Looks once more.
    fn again(&mut self) -> Option<News> {
        let now = self.stamps_now();
        let changed = now != self.stamps;
        self.stamps = now;
        let settled = std::mem::replace(&mut self.unsettled, changed) && !changed;
        match (changed, settled) {
            (true, _) => Some(News::Changed),
            (_, true) => Some(News::Settled),
            _ => None,
        }
    }
}

/// Looks at files while there are any to look at, and tells what there is to tell.
fn keep_looking(pause: Duration, files: &Receiver<Look>, news: &Sender<News>, wake: &dyn Fn()) {
    let mut look = Look::default();
    loop {
        let others = if look.is_at_nothing() {
            files.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            files.recv_timeout(pause)
        };
        match others {
            Ok(first) => look = first,
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                let Some(found) = look.again() else { continue };
                if news.send(found).is_err() {
                    return;
                }
                wake();
            }
        }
    }
}

/// Whoever looks at the files that are open.
#[derive(Resource, Debug)]
pub struct Watcher {
    files: Sender<Look>,
    news: Mutex<Receiver<News>>,
}

impl Watcher {
    /// A watcher that looks at nothing yet, and later once in each `pause`. `wake` is called, on its thread, when there is news. Where the system has no thread to
    /// give nobody looks, and files are read again when the menu is opened.
    #[must_use]
    pub fn new(pause: Duration, wake: impl Fn() + Send + 'static) -> Self {
        let (files, to_look_at) = channel();
        let (tell, news) = channel();
        let looking = move || keep_looking(pause, &to_look_at, &tell, &wake);
        let _ = thread::Builder::new().name("files that are open".to_owned()).spawn(looking);
        Self { files, news: Mutex::new(news) }
    }

    /// A watcher that looks at nothing and is told the news by hand.
    #[cfg(test)]
    pub fn told() -> (Self, Sender<News>) {
        let (files, _) = channel();
        let (tell, news) = channel();
        (Self { files, news: Mutex::new(news) }, tell)
    }

    /// Looks at the same from now on, and at nothing else. Nothing that is written after the first look, which is taken already, can be
    /// missed, however late the thread gets its turn.
    pub fn watch(&self, first: Look) {
        let _ = self.files.send(first);
    }

    /// The latest news, once.
    #[must_use]
    pub fn news(&self) -> Option<News> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner).try_iter().last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_written_moved_away_and_back_is_noticed_and_then_rests() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("pool.ron");
        fs::write(&file, "one").expect("written");
        let mut look = Look::at(vec![file.clone()]);
        assert_eq!(look.again(), None);
        fs::write(&file, "three").expect("written");
        assert_eq!([look.again(), look.again(), look.again()], [Some(News::Changed), Some(News::Settled), None]);
        fs::remove_file(&file).expect("removed");
        assert_eq!([look.again(), look.again(), look.again()], [Some(News::Changed), Some(News::Settled), None]);
        let aside = folder.path().join("aside");
        fs::write(&aside, "four").expect("written");
        fs::rename(&aside, &file).expect("renamed");
        assert_eq!([look.again(), look.again(), look.again()], [Some(News::Changed), Some(News::Settled), None]);
    }

    #[test]
    fn a_file_that_comes_into_a_folder_is_noticed_and_others_than_scenarios_are_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let courses = folder.path().join("courses");
        let mut look = Look::at_all(Vec::new(), vec![folder.path().to_owned(), courses.clone()]);
        fs::write(folder.path().join("notes.txt"), "one").expect("written");
        assert_eq!(look.again(), None);
        fs::write(folder.path().join("pool.ron"), "one").expect("written");
        assert_eq!([look.again(), look.again(), look.again()], [Some(News::Changed), Some(News::Settled), None]);
        fs::create_dir(&courses).expect("a folder");
        fs::write(courses.join("first.ron"), "one").expect("written");
        assert_eq!([look.again(), look.again(), look.again()], [Some(News::Changed), Some(News::Settled), None]);
    }

    #[test]
    fn the_watcher_wakes_for_what_it_watches_and_for_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("pool.ron");
        fs::write(&file, "one").expect("written");
        let (woken, wakes) = channel();
        let watcher = Watcher::new(Duration::from_millis(300), move || woken.send(()).expect("somebody waits"));
        watcher.watch(Look::at(vec![file.clone()]));
        thread::sleep(Duration::from_millis(100));
        fs::write(folder.path().join("other.ron"), "two").expect("written");
        fs::write(&file, "three").expect("written");
        wakes.recv_timeout(Duration::from_secs(20)).expect("woken");
        assert_eq!(watcher.news(), Some(News::Changed));
        wakes.recv_timeout(Duration::from_secs(20)).expect("woken");
        assert_eq!((watcher.news(), watcher.news()), (Some(News::Settled), None));
    }
}
