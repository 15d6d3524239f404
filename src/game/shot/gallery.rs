//! The gallery: every screen in every theme and size, every channel, and the customers with their faces.

use std::path::Path;
use std::sync::Arc;

use super::{Play, Scene, Shot, View};
use crate::attempt::Mode;
use crate::diag::Source;
use crate::game::settings::Settings;
use crate::game::theme::Theme;
use crate::scenario::{Channel, Checked};
use crate::session::{Ask, Given, Session, State};

/// Window sizes in pixels with the text size in percent.
const SIZES: [((u32, u32), u16); 3] = [((1024, 600), 200), ((1280, 720), 100), ((2560, 1440), 100)];
/// The channels with their names in a file.
const CHANNELS: [(Channel, &str); 5] = [
    (Channel::FaceToFace, "face-to-face"),
    (Channel::Phone, "phone"),
    (Channel::Email, "email"),
    (Channel::Chat, "chat"),
    (Channel::Social, "social"),
];
/// Customers on one sheet.
const ON_A_SHEET: usize = 4;

/// A scenario with a play of it that goes well.
#[derive(Clone, Debug)]
pub struct Model {
    /// The scenario.
    pub scenario: Arc<Checked>,
    /// Its text.
    pub source: Arc<Source>,
    /// The scenario ready to be played.
    pub session: Session,
    /// The play.
    pub decisions: Vec<Given>,
}

impl Model {
    /// A screen of the scenario after so many of the decisions.
    #[must_use]
    pub fn play(&self, view: View, taken: usize) -> Play {
        Play {
            view,
            whole: Arc::clone(&self.scenario),
            scenario: Arc::clone(&self.scenario),
            source: Arc::clone(&self.source),
            decisions: self.decisions.iter().take(taken).cloned().collect(),
            mode: Mode::Practice,
            seed: self.session.seed(),
        }
    }

    /// After how many of the decisions a state is first such as it is looked for.
    fn first(&self, wanted: impl Fn(&State) -> bool) -> Option<usize> {
        let turns = self.session.play(&self.decisions).ok()?;
        let last = turns.last().map(|turn| &turn.after.state);
        turns.iter().map(|turn| &turn.before).chain(last).position(wanted)
    }

    fn speaks_by(&self, state: &State, channel: Channel) -> bool {
        let beat = self.session.beat(state);
        beat.is_some_and(|beat| self.scenario.channel(beat) == channel) && self.session.says(state).is_some()
    }
}

/// The pictures of the gallery, below `folder`. The screens are those of the first of `models`.
#[must_use]
pub fn gallery(models: &[Model], folder: &Path) -> Vec<Shot> {
    let mut shots = Vec::new();
    for (theme, settings) in themes() {
        for (size, text_percent) in SIZES {
            let settings = Settings { text_percent, ..settings.clone() };
            let named = |screen: &str| folder.join(format!("{screen}-{theme}-{}x{}.png", size.0, size.1));
            shots.push(Shot { scene: Scene::Menu, settings: settings.clone(), size, file: named("menu") });
            for (screen, play) in models.first().into_iter().flat_map(screens) {
                let scene = Scene::Play(Box::new(play));
                shots.push(Shot { scene, settings: settings.clone(), size, file: named(screen) });
            }
        }
        for (channel, name) in CHANNELS {
            let at = |model: &Model| model.first(|state| model.speaks_by(state, channel) && state.ending.is_none());
            let Some((model, taken)) = models.iter().find_map(|model| Some((model, at(model)?))) else { continue };
            let scene = Scene::Play(Box::new(model.play(View::Conversation, taken)));
            let file = folder.join(format!("channel-{name}-{theme}.png"));
            shots.push(Shot { scene, settings: settings.clone(), size: (1280, 720), file });
        }
    }
    // Somebody who comes back in another scenario is seen once.
    let mut people: Vec<&Model> = Vec::new();
    for model in models {
        let looks = |other: &&Model| other.scenario.customer.portrait == model.scenario.customer.portrait;
        if !people.iter().any(looks) {
            people.push(model);
        }
    }
    for (sheet, number) in people.chunks(ON_A_SHEET).zip(1..) {
        let who = sheet.iter().map(|model| Arc::clone(&model.scenario)).collect();
        let file = folder.join(format!("people-{number}.png"));
        shots.push(Shot { scene: Scene::People(who), settings: Settings::default(), size: (1280, 900), file });
    }
    shots
}

/// The themes with their names in a file.
fn themes() -> [(&'static str, Settings); 3] {
    [("day", Theme::Day), ("night", Theme::Night), ("contrast", Theme::HighContrast)]
        .map(|(name, theme)| (name, Settings { theme, ..Settings::default() }))
}

/// Every screen of a scenario, and every way to be asked.
fn screens(model: &Model) -> Vec<(&'static str, Play)> {
    let all = model.decisions.len();
    let paraphrase = model.first(|state| matches!(state.ask, Ask::Paraphrase(_)));
    let commit = model.first(|state| matches!(state.ask, Ask::Commit(_)));
    let there = [
        ("briefing", View::Briefing, Some(0)),
        ("facilitator", View::Facilitator, Some(0)),
        ("choose", View::Conversation, Some(1)),
        ("paraphrase", View::Conversation, paraphrase),
        ("commit", View::Conversation, commit),
        ("end", View::Conversation, Some(all)),
        ("notebook", View::Notebook, commit),
        ("pause", View::Pause, Some(1)),
        ("reflection", View::Reflection, Some(all)),
        ("debrief", View::Debrief, Some(all)),
        ("model", View::Model, Some(all)),
    ];
    there.into_iter().filter_map(|(name, view, taken)| Some((name, model.play(view, taken?)))).collect()
}
