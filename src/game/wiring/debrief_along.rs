//! What could have been, for the debrief: looked at beside the window, which never waits for it, and shown when it is there. One
//! thread takes all looks, one after another, and lets go of each that nobody waits for any more: however often a debrief is opened
//! and left, the memory of one look is all that is ever asked for.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use bevy::prelude::Resource;

use super::debrief_view::add_what_could_have_been;
use crate::attempt::Playing;
use crate::explore::{Along, along, along_while};
use crate::game::debrief::View;
use crate::game::desk::Desk;
use crate::game::sleep::Moving;
use crate::session::{Session, Turn};

/// Memory it may use, in bytes. The largest conversations need more; then nothing is shown, rather than something that is not
/// certain.
const MEMORY: usize = 256 << 20;

/// There is no window that must not wait: a picture is taken when everything is there.
#[derive(Resource, Clone, Copy, Debug)]
pub struct AtOnce;

/// Takes looks, and holds the one that is being taken for the debrief on screen.
#[derive(Resource, Debug, Default)]
pub struct Looking {
    /// To the thread that takes them, from the first one on.
    asked: Option<Sender<Asked>>,
    look: Option<Look>,
}

/// A look that was asked for. Whoever drops it waits for it no more.
#[derive(Debug)]
struct Look {
    found: Mutex<Receiver<Option<Along>>>,
    left: Arc<AtomicBool>,
}

impl Drop for Look {
    fn drop(&mut self) {
        self.left.store(true, Ordering::Relaxed);
    }
}

/// What the thread is asked.
struct Asked {
    session: Session,
    turns: Vec<Turn>,
    left: Arc<AtomicBool>,
    answer: Sender<Option<Along>>,
}

impl Looking {
    /// Begins to look at everything that could have been played. What was looked at before is left.
    pub fn begin(&mut self, playing: &Playing) {
        self.look = self.ask(playing);
    }

    /// Nobody waits for a look any more.
    pub fn leave(&mut self) {
        self.look = None;
    }

    /// Nothing where the system has no thread to give.
    fn ask(&mut self, playing: &Playing) -> Option<Look> {
        if self.asked.is_none() {
            let (asked, to_take) = channel();
            thread::Builder::new().name("debrief".into()).spawn(move || take_each(&to_take)).ok()?;
            self.asked = Some(asked);
        }
        let ((answer, found), left) = (channel(), Arc::<AtomicBool>::default());
        let (session, turns) = (playing.session().clone(), playing.turns().to_vec());
        let asked = Asked { session, turns, left: Arc::clone(&left), answer };
        self.asked.as_ref()?.send(asked).ok()?;
        Some(Look { found: Mutex::new(found), left })
    }

    /// The same while everything waits.
    pub fn now(view: &mut View, desk: &Desk, playing: &Playing) {
        if let Some(along) = along(playing.session(), playing.turns(), MEMORY) {
            add_what_could_have_been(view, desk, playing, &along);
        }
    }

    /// Shows it once it is there.
    pub fn show_when_there(&mut self, view: &mut View, desk: &Desk, playing: &Playing, moving: &mut Moving) {
        let Some(look) = self.look.as_ref() else { return };
        let found = match look.found.try_lock().map(|found| found.try_recv()) {
            Ok(Err(TryRecvError::Empty)) => return moving.in_a_second(),
            Ok(Ok(found)) => found,
            Ok(Err(TryRecvError::Disconnected)) | Err(_) => None,
        };
        self.leave();
        if let Some(along) = found {
            add_what_could_have_been(view, desk, playing, &along);
            moving.changed();
        }
    }
}

/// Takes one look after another until the window closes.
fn take_each(asked: &Receiver<Asked>) {
    for Asked { session, turns, left, answer } in asked {
        // Nobody waits any more where the debrief was left.
        let _ = answer.send(along_while(&session, &turns, MEMORY, &|| !left.load(Ordering::Relaxed)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::Opening;
    use crate::game::desk::Places;

    fn playing(data: &std::path::Path) -> Playing {
        let scenarios = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let desk = Desk::new(Places { scenarios, data: data.to_owned(), open: None });
        let (entry, scenario) = desk.entry("wrong-form").expect("it is shipped");
        let opening = Opening {
            seed: Some(3),
            ..Opening::new(Arc::clone(scenario), &entry.source.text, Arc::clone(&desk.rules))
        };
        Playing::start(opening, desk.recorder()).expect("an attempt")
    }

    #[test]
    fn a_look_is_taken_to_its_end_only_while_somebody_waits_for_it() {
        let data = tempfile::tempdir().expect("a folder");
        let playing = playing(data.path());
        let (asked, to_take) = channel();
        let ask = |left: bool| {
            let ((answer, found), left) = (channel(), Arc::new(left.into()));
            let (session, turns) = (playing.session().clone(), playing.turns().to_vec());
            asked.send(Asked { session, turns, left, answer }).expect("it is taken");
            found
        };
        let (left, waited_for) = (ask(true), ask(false));
        drop(asked);
        take_each(&to_take);
        assert_eq!(left.try_recv(), Ok(None), "it was left before its turn");
        let found = waited_for.try_recv().expect("an answer");
        assert!(found.is_some());
        assert_eq!(found, along(playing.session(), playing.turns(), MEMORY));
    }

    #[test]
    fn whoever_leaves_a_debrief_or_opens_the_next_waits_for_its_look_no_more() {
        let data = tempfile::tempdir().expect("a folder");
        let playing = playing(data.path());
        let mut looking = Looking::default();
        let begin = |looking: &mut Looking| {
            looking.begin(&playing);
            Arc::clone(&looking.look.as_ref().expect("a thread").left)
        };
        let (first, second) = (begin(&mut looking), begin(&mut looking));
        assert_eq!((first.load(Ordering::Relaxed), second.load(Ordering::Relaxed)), (true, false));
        looking.leave();
        assert!(second.load(Ordering::Relaxed));
    }
}
