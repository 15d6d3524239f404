//! What could have been, for the debrief: looked at beside the window, which never waits for it, and shown when it is there.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use bevy::prelude::Resource;

use super::debrief_view::add_what_could_have_been;
use crate::attempt::Playing;
use crate::explore::{Along, along};
use crate::game::debrief::View;
use crate::game::desk::Desk;
use crate::game::sleep::Moving;

/// Memory it may use, in bytes. The largest conversations need more; then nothing is shown, rather than something that is not
/// certain.
const MEMORY: usize = 256 << 20;

/// There is no window that must not wait: a picture is taken when everything is there.
#[derive(Resource, Clone, Copy, Debug)]
pub struct AtOnce;

/// A look that is being taken, until it has come to an end.
#[derive(Resource, Debug, Default)]
pub struct Looking(Option<Mutex<Receiver<Option<Along>>>>);

impl Looking {
    /// Begins to look at everything that could have been played.
    #[must_use]
    pub fn begin(playing: &Playing) -> Self {
        let (session, turns) = (playing.session().clone(), playing.turns().to_vec());
        let (send, receive) = channel();
        let look = move || {
            // Nobody waits any more where the debrief was left.
            let _ = send.send(along(&session, &turns, MEMORY));
        };
        match thread::Builder::new().name("debrief".into()).spawn(look) {
            Ok(_) => Self(Some(Mutex::new(receive))),
            Err(_) => Self(None),
        }
    }

    /// The same while everything waits.
    pub fn now(view: &mut View, desk: &Desk, playing: &Playing) {
        if let Some(along) = along(playing.session(), playing.turns(), MEMORY) {
            add_what_could_have_been(view, desk, playing, &along);
        }
    }

    /// Shows it once it is there.
    pub fn show_when_there(&mut self, view: &mut View, desk: &Desk, playing: &Playing, moving: &mut Moving) {
        let Some(receive) = self.0.as_ref() else { return };
        let found = match receive.try_lock().map(|receive| receive.try_recv()) {
            Ok(Err(TryRecvError::Empty)) => return moving.in_a_second(),
            Ok(Ok(found)) => found,
            Ok(Err(TryRecvError::Disconnected)) | Err(_) => None,
        };
        self.0 = None;
        if let Some(along) = found {
            add_what_could_have_been(view, desk, playing, &along);
            moving.changed();
        }
    }
}
