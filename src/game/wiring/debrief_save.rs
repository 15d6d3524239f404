//! The debrief as a file: in `debriefs` of the data folder, each under the scenario's id and the time it was saved.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use bevy::prelude::Resource;
use jiff::Zoned;

use super::Chosen;
use crate::attempt::Playing;
use crate::game::debrief::{Save, UiState, View, page};
use crate::game::desk::Desk;
use crate::game::settings::Settings;
use crate::game::shot::{self, CannotShoot};
use crate::game::sleep::Moving;
use crate::words::{Value, Words};

/// A debrief that is shown as it stands, in place of one that is drawn up.
#[derive(Resource, Clone, Debug)]
pub struct AsItStands {
    /// What is shown.
    pub view: View,
    /// Where in it one is.
    pub ui: UiState,
}

/// Pictures that are being taken.
#[derive(Resource, Debug, Default)]
pub struct Saving {
    /// The one of the debrief on screen, until it is saved or cannot be.
    waited_for: Option<Mutex<Receiver<Saved>>>,
    /// Held by whoever takes one. Each needs some hundreds of MiB while it is taken: one is enough for a small laptop.
    one_at_a_time: Arc<Mutex<()>>,
}

/// The file that was saved, or the file and why it was not.
type Saved = Result<PathBuf, (PathBuf, String)>;

/// Saves the debrief as a page, and says where, or why not.
pub fn save_page(desk: &Desk, view: &View, state: &UiState, playing: &Playing) -> String {
    let file = file(desk, playing, "html");
    let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
    let written = folder.and_then(|()| fs::write(&file, page(&desk.words, view, state.reflection.as_ref())));
    told(&desk.words, written.map(|()| file.clone()).map_err(|why| (file, why.to_string())))
}

impl Saving {
    /// Begins to take a picture of the whole debrief, beside the window: it shows only what fits into it, and never waits. While one
    /// is being taken no other is begun. Gives back what to tell for now.
    pub fn begin(
        &mut self,
        desk: &Desk,
        settings: &Settings,
        chosen: &Chosen,
        playing: &Playing,
        (view, ui): (&View, &UiState),
    ) -> String {
        let told = desk.words.text("debrief-saving");
        if self.waited_for.is_some() {
            return told;
        }
        let file = file(desk, playing, "png");
        // On paper there is nothing to press.
        let view =
            View { model: None, goals: Vec::new(), voice: None, can_retry: false, save: Save::Never, ..view.clone() };
        let shown = AsItStands { view, ui: ui.clone() };
        let (places, settings, chosen, playing) =
            (desk.places.clone(), settings.clone(), chosen.clone(), playing.clone());
        let ((send, receive), one_at_a_time) = (channel(), Arc::clone(&self.one_at_a_time));
        let take = move || {
            let _turn = one_at_a_time.lock().unwrap_or_else(PoisonError::into_inner);
            let taken = shot::take_debrief(places, settings, chosen, playing, shown, &file);
            // Nobody waits any more where the window was closed.
            let _ = send.send(match taken {
                Ok(()) => Ok(file),
                // The file is told anyway, and here it has no other name to be given.
                Err(CannotShoot::File { why, .. }) => Err((file, why)),
                Err(why) => Err((file, why.to_string())),
            });
        };
        self.waited_for = thread::Builder::new().name("picture".into()).spawn(take).ok().map(|_| Mutex::new(receive));
        told
    }

    /// Whether a picture is being taken, of whatever debrief.
    #[cfg(test)]
    pub fn is_at_work(&self) -> bool {
        Arc::strong_count(&self.one_at_a_time) > 1
    }

    /// The debrief is left: its picture is saved all the same, and the next debrief tells of its own.
    pub fn leave(&mut self) {
        self.waited_for = None;
    }

    /// Tells where the picture was saved, once it is.
    pub fn tell_when_saved(&mut self, view: &mut View, words: &Words, moving: &mut Moving) {
        let Some(receive) = self.waited_for.as_ref() else { return };
        let saved = match receive.try_lock().map(|receive| receive.try_recv()) {
            Ok(Err(TryRecvError::Empty)) => return moving.in_a_second(),
            Ok(Ok(saved)) => told(words, saved),
            Ok(Err(TryRecvError::Disconnected)) | Err(_) => words.text("debrief-no-picture"),
        };
        self.waited_for = None;
        view.save = Save::Told(saved);
        moving.changed();
    }
}

fn file(desk: &Desk, playing: &Playing, ending: &str) -> PathBuf {
    let time = Zoned::now().strftime("%Y-%m-%d-%H%M%S");
    // An id is made of letters, digits and hyphens.
    let id = &playing.session().scenario().id;
    desk.places.data.join("debriefs").join(format!("{id}-{time}.{ending}"))
}

fn told(words: &Words, saved: Saved) -> String {
    match saved {
        Ok(file) => {
            let file = file.display().to_string();
            words.format("debrief-saved", &[("file", Value::Text(&file))])
        }
        Err((file, why)) => {
            let file = file.display().to_string();
            words.format("debrief-not-saved", &[("file", Value::Text(&file)), ("why", Value::Text(&why))])
        }
    }
}
