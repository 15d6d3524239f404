//! The debrief as a file: in `debriefs` of the data folder, each under the scenario's id and the time it was saved.

use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use bevy::prelude::Resource;
use jiff::Zoned;

use super::Chosen;
use crate::attempt::Playing;
use crate::game::debrief::{Save, UiState, View, page};
use crate::game::desk::Desk;
use crate::game::settings::Settings;
use crate::game::shot;
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

/// A picture that is being taken, until it is saved or cannot be.
#[derive(Resource, Debug, Default)]
pub struct Saving(Option<Mutex<Receiver<Saved>>>);

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
    /// Begins to take a picture of the whole debrief, beside the window: it shows only what fits into it, and never waits. Gives
    /// back what to tell for now.
    pub fn begin(
        &mut self,
        desk: &Desk,
        settings: &Settings,
        chosen: &Chosen,
        playing: &Playing,
        (view, ui): (&View, &UiState),
    ) -> String {
        let file = file(desk, playing, "png");
        // On paper there is nothing to press.
        let view =
            View { model: None, goals: Vec::new(), voice: None, can_retry: false, save: Save::Never, ..view.clone() };
        let shown = AsItStands { view, ui: ui.clone() };
        let (places, settings, chosen, playing) =
            (desk.places.clone(), settings.clone(), chosen.clone(), playing.clone());
        let (send, receive) = channel();
        let take = move || {
            let taken = shot::take_debrief(places, settings, chosen, playing, shown, &file);
            // Nobody waits any more where the window was closed.
            let _ = send.send(taken.map(|()| file.clone()).map_err(|why| (file, why.to_string())));
        };
        self.0 = thread::Builder::new().name("picture".into()).spawn(take).ok().map(|_| Mutex::new(receive));
        desk.words.text("debrief-saving")
    }

    /// Tells where the picture was saved, once it is.
    pub fn tell_when_saved(&mut self, view: &mut View, words: &Words, moving: &mut Moving) {
        let Some(receive) = self.0.as_ref() else { return };
        let saved = match receive.try_lock().map(|receive| receive.try_recv()) {
            Ok(Err(TryRecvError::Empty)) => return moving.in_a_second(),
            Ok(Ok(saved)) => told(words, saved),
            Ok(Err(TryRecvError::Disconnected)) | Err(_) => words.text("debrief-no-picture"),
        };
        self.0 = None;
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
