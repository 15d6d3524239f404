//! Pictures of any screen without a window, for handouts, the README and tests. The game's own systems draw into an image
//! instead of a window; everything stands still there, and a picture is taken when nothing changes any more.

mod camera;
#[cfg(test)]
mod contrast;
mod gallery;
mod people;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;
use bevy_egui::EguiContexts;
use clap::ValueEnum;
use thiserror::Error;
use uuid::Uuid;

pub use gallery::{Model, gallery};

use super::debrief::Page;
use super::desk::{Desk, Places};
use super::letters::Extra;
use super::live::Names;
use super::opening::CannotOpen;
use super::settings::Settings;
use super::theme;
use super::wiring::conversation::Conversation;
use super::wiring::debrief::whole_height;
use super::wiring::debrief_along::AtOnce;
use super::wiring::debrief_save::AsItStands;
use super::wiring::live::{Elsewhere, Scope};
use super::wiring::{Chosen, Screen};
use crate::attempt::{Mode, Opening, Playing};
use crate::diag::Source;
use crate::scenario::Checked;
use crate::session::Given;
use crate::store::{Sqlite, Store};
use camera::{Picture, Studio};

/// One picture to take.
#[derive(Clone, Debug)]
pub struct Shot {
    /// What is to be seen.
    pub scene: Scene,
    /// Text size, colours and whatever else a person may have set. Nothing moves in a picture, whatever it says here.
    pub settings: Settings,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// The PNG file it is written to.
    pub file: PathBuf,
}

/// What is to be seen in a picture.
#[derive(Clone, Debug)]
pub enum Scene {
    /// The menu, with the scenarios of the folder.
    Menu,
    /// A screen of one scenario.
    Play(Box<Play>),
    /// The live board of one scenario, from the store of a data folder.
    Live(Box<Play>, PathBuf),
    /// The customers of these scenarios, each with seven faces.
    People(Vec<Arc<Checked>>),
}

/// A screen of one scenario, at a place in it.
#[derive(Clone, Debug)]
pub struct Play {
    /// The screen.
    pub view: View,
    /// The scenario as it is written.
    pub whole: Arc<Checked>,
    /// The form and language that is played.
    pub scenario: Arc<Checked>,
    /// Its text.
    pub source: Arc<Source>,
    /// What has been decided so far.
    pub decisions: Vec<Given>,
    /// Practice or assessment.
    pub mode: Mode,
    /// The order of replies.
    pub seed: u64,
}

/// A screen of one scenario. The names and meanings are those of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum View {
    /// What the trainee should know before.
    Briefing,
    /// The facilitator's page.
    Facilitator,
    /// How far everybody in the data folder is with it, and how it goes.
    Live,
    /// The live board where somebody has asked for names.
    LiveAsked,
    /// The live board with the names of those who have finished.
    LiveNames,
    /// The conversation.
    Conversation,
    /// The conversation with the notebook open.
    Notebook,
    /// The conversation at a pause.
    Pause,
    /// What the trainee is asked before they see what came of it.
    Reflection,
    /// What came of it.
    Debrief,
    /// The model conversation, as the debrief walks through it.
    Model,
}

/// Why a picture was not taken, as a sentence.
#[derive(Debug, Error)]
pub enum CannotShoot {
    /// No graphics driver answers.
    #[error("no graphics driver answers")]
    Graphics(CannotOpen),
    /// The file cannot be written.
    #[error("the file `{}` cannot be written ({why}). Name another with `--out`; it ends in `.png`.", .file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A decision is not offered where it stands.
    #[error("decision {at} cannot be taken: {why}.")]
    Decision {
        /// Its number, from 1.
        at: usize,
        /// Why not.
        why: String,
    },
    /// The renderer gave no picture.
    #[error("the renderer gave no picture of {}", .0.display())]
    Nothing(PathBuf),
}

/// Takes the pictures, one after another, with typefaces of one's own behind those of Amends, and tells of each that is there.
/// No attempt is recorded.
///
/// # Errors
/// At the first picture that cannot be taken, why; those before it are there.
pub fn take(shots: &[Shot], scenarios: PathBuf, own: Extra, mut taken: impl FnMut(&Path)) -> Result<(), CannotShoot> {
    let scratch = Scratch::new();
    let places = Places { scenarios, data: scratch.0.clone(), open: None };
    let mut studio = Studio::new(places).map_err(CannotShoot::Graphics)?;
    studio.world().insert_resource(AtOnce);
    // Before the first picture, which is drawn with what is there by then.
    studio.world().resource_mut::<Desk>().extra = own;
    for shot in shots {
        let picture = picture(&mut studio, shot)?;
        write(&picture, &shot.file)?;
        taken(&shot.file);
    }
    Ok(())
}

/// Takes a picture of a whole debrief as it stands, with every decision, while the window is open, and writes it. It is as tall as
/// it has to be.
///
/// # Errors
/// Why it cannot be taken or written.
pub fn take_debrief(
    places: Places,
    settings: Settings,
    chosen: Chosen,
    playing: Playing,
    shown: AsItStands,
    file: &Path,
) -> Result<(), CannotShoot> {
    /// The width of the paper, and the height at which the debrief is first laid out to see how long it is.
    const PAPER: (u32, u32) = (1280, 720);
    /// Longer than some forty decisions; most graphics cards draw nothing longer.
    const LONGEST: u32 = 16_384;
    let mut studio = Studio::beside(places).map_err(CannotShoot::Graphics)?;
    let still = Settings { reduced_motion: true, words_at_once: true, text_percent: 100, ..settings };
    studio.world().insert_resource(still);
    studio.world().insert_resource(chosen);
    studio.world().insert_resource(Conversation::new(playing));
    studio.world().insert_resource(shown);
    studio.show(Screen::Debrief);
    let nothing = || CannotShoot::Nothing(file.to_owned());
    studio.take(PAPER).ok_or_else(nothing)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a height in points, which are pixels here"
    )]
    let needed = whole_height(studio.world()).ceil() as u32 + MARGIN;
    let height = needed.clamp(PAPER.1, LONGEST.min(studio.longest()));
    let picture = studio.take((PAPER.0, height)).ok_or_else(nothing)?;
    write_cut(&picture, file)
}

/// Empty paper below the end of a debrief.
const MARGIN: u32 = 24;

/// Writes a picture without the empty paper at its lower end.
fn write_cut(picture: &Picture, file: &Path) -> Result<(), CannotShoot> {
    let failed = |error: &dyn std::fmt::Display| CannotShoot::File { file: file.to_owned(), why: error.to_string() };
    let image = picture.image.clone().try_into_dynamic().map_err(|error| failed(&error))?;
    let pixels = image.to_rgb8();
    let (width, height) = pixels.dimensions();
    let paper = pixels.get_pixel_checked(0, height.saturating_sub(1)).copied();
    let drawn = (0..height).rev().find(|y| (0..width).any(|x| pixels.get_pixel_checked(x, *y).copied() != paper));
    let kept = drawn.unwrap_or(height).saturating_add(MARGIN).min(height);
    // Opaque: a window has no holes either.
    let cut = image.crop_imm(0, 0, width, kept).to_rgb8();
    written(file, |file| cut.save(file).map_err(|error| failed(&error)))
}

fn picture(studio: &mut Studio, shot: &Shot) -> Result<Picture, CannotShoot> {
    // In the menu nothing moves by itself, and it shows what is set: there everything is as the trainee has it.
    let still = match &shot.scene {
        Scene::Menu => shot.settings.clone(),
        Scene::Play(_) | Scene::Live(..) | Scene::People(_) => {
            Settings { reduced_motion: true, words_at_once: true, ..shot.settings.clone() }
        }
    };
    let language = still.language;
    studio.world().insert_resource(still);
    let mut desk = studio.world().resource_mut::<Desk>();
    if desk.language != language {
        desk.speak(language);
    }
    match &shot.scene {
        Scene::Menu => studio.show(Screen::Menu),
        Scene::People(who) => {
            studio.world().insert_resource(people::Sheet(who.clone()));
            studio.show(Screen::Sheet);
        }
        Scene::Live(play, data) => {
            let store: Arc<dyn Store> = Arc::new(Sqlite::in_folder(data));
            let names = match play.view {
                View::LiveAsked => Names::Asked,
                View::LiveNames => Names::Shown,
                _ => Names::Hidden,
            };
            studio.world().insert_resource(Elsewhere { store, names });
            studio.world().insert_resource(Scope::of(&play.whole));
            studio.show(Screen::Live);
        }
        Scene::Play(play) => {
            let conversation = conversation(studio.world(), play)?;
            studio.world().insert_resource(conversation);
            let (scenario, whole) = (Arc::clone(&play.scenario), Arc::clone(&play.whole));
            studio.world().insert_resource(Chosen { scenario, whole, source: Arc::clone(&play.source), stage: None });
            studio.show(match play.view {
                View::Briefing => Screen::Briefing,
                View::Facilitator => Screen::Facilitator,
                View::Live | View::LiveAsked | View::LiveNames => Screen::Live,
                View::Conversation | View::Notebook | View::Pause => Screen::Conversation,
                View::Reflection | View::Debrief | View::Model => Screen::Debrief,
            });
        }
    }
    studio.take(shot.size).ok_or_else(|| CannotShoot::Nothing(shot.file.clone()))
}

/// The attempt as it stands after the decisions.
fn conversation(world: &mut World, play: &Play) -> Result<Conversation, CannotShoot> {
    let settings = world.resource::<Settings>().that_help();
    let desk = world.resource::<Desk>();
    let opening = Opening {
        seed: Some(play.seed),
        mode: play.mode,
        settings,
        ..Opening::new(Arc::clone(&play.scenario), &play.source.text, Arc::clone(&desk.rules))
    };
    let refused = |at: usize, why: &dyn std::fmt::Display| CannotShoot::Decision { at, why: why.to_string() };
    // Each picture has a folder of its own: what is played for one is not to be seen in the menu of another.
    let store = Sqlite::in_folder(desk.places.data.join(Uuid::new_v4().to_string()));
    let mut playing = Playing::start(opening, Arc::new(store)).map_err(|why| refused(0, &why))?;
    for (given, at) in play.decisions.iter().zip(1..) {
        playing.answer(given.clone(), Duration::ZERO).map_err(|why| refused(at, &why))?;
    }
    let page = match play.view {
        View::Reflection => Page::Question,
        View::Model => Page::Model,
        View::Briefing
        | View::Facilitator
        | View::Live
        | View::LiveAsked
        | View::LiveNames
        | View::Conversation
        | View::Notebook
        | View::Pause
        | View::Debrief => Page::Evidence,
    };
    Ok(Conversation::on_page(playing, play.view == View::Notebook, play.view == View::Pause).debriefed_at(page))
}

fn write(picture: &Picture, file: &Path) -> Result<(), CannotShoot> {
    let failed = |error: &dyn std::fmt::Display| CannotShoot::File { file: file.to_owned(), why: error.to_string() };
    let image = picture.image.clone().try_into_dynamic().map_err(|error| failed(&error))?;
    // Opaque: a window has no holes either.
    let pixels = image.to_rgb8();
    written(file, |file| pixels.save(file).map_err(|error| failed(&error)))
}

/// Writes a file, in a folder that need not be there yet.
fn written(file: &Path, write: impl FnOnce(&Path) -> Result<(), CannotShoot>) -> Result<(), CannotShoot> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let failed = |error: std::io::Error| CannotShoot::File { file: file.to_owned(), why: error.to_string() };
        fs::create_dir_all(folder).map_err(failed)?;
    }
    write(file)
}

/// A data folder for the time of a shot: nobody's attempts are touched.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("amends-shot-{}", Uuid::new_v4())))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What stays behind in the folder for temporary files harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Draws `show` on the whole picture, in the colours that are set.
fn page(
    contexts: &mut EguiContexts,
    settings: &Settings,
    show: impl FnOnce(&mut bevy_egui::egui::Ui),
) -> Result<(), BevyError> {
    super::drawing::screen(contexts, settings.theme, |ui| {
        let paper = theme::tokens(ui).paper;
        ui.painter().rect_filled(ui.max_rect(), 0.0, paper);
        show(ui);
    })
}
