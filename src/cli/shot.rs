//! `amends shot`: pictures of any screen, without a window.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::language::in_language;
use super::terminal::{counted, harmless};
use super::{CannotRun, Places, Status, entry_of, in_form};
use crate::attempt::Mode;
use crate::diag::Source;
use crate::game::letters::Extra;
use crate::game::settings::Settings;
use crate::game::shot::{CannotShoot, Model, Play, Scene, Shot, View, gallery, take};
use crate::game::theme;
use crate::library::{self, Entry};
use crate::plays;
use crate::scenario::{Checked, Rules};
use crate::session::{Given, Session, way_to};
use crate::words::{Language, Value, Words};

/// Take a picture of a screen, without a window
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends shot scenarios/heated-pool.ron --out desk.png\n  amends shot scenarios/heated-pool.ron --at friday --size 1920x1080 --out friday.png\n  amends shot scenarios/heated-pool.ron --screen debrief --play \"Heard, owned, kept\" --out debrief.png\n  amends shot --gallery gallery"
)]
pub struct Command {
    /// The scenario file
    #[arg(required_unless_present = "gallery")]
    file: Option<PathBuf>,
    /// The screen
    #[arg(long, value_enum, default_value = "conversation")]
    screen: Screen,
    /// The PNG file the picture is written to
    #[arg(long, value_name = "FILE", required_unless_present = "gallery")]
    out: Option<PathBuf>,
    /// Where the conversation stands: a beat, or after how many decisions
    #[arg(long, value_name = "BEAT|N")]
    at: Option<String>,
    /// The golden play that is followed [default: one that goes well]
    #[arg(long, value_name = "NAME")]
    play: Option<String>,
    /// A form of the scenario
    #[arg(long, value_name = "ID")]
    form: Option<String>,
    /// Language of the screen where it speaks it, and of the conversation where it has been translated
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The colours
    #[arg(long, value_enum, default_value = "day")]
    theme: Theme,
    /// Width and height in pixels
    #[arg(long, value_name = "WxH", default_value = "1280x720", value_parser = size)]
    size: (u32, u32),
    /// Text size in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 100, value_parser = clap::value_parser!(u16).range(80..=250))]
    text: u16,
    /// As in an assessment: no hints
    #[arg(long)]
    assessment: bool,
    /// Order of the replies
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Take every screen in every theme and three sizes, every channel, and all customers with their faces, into this folder
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["file", "out", "at", "play", "form", "language"])]
    gallery: Option<PathBuf>,
}

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    /// The scenarios to choose from.
    Menu,
    /// A screen of the scenario.
    Of(View),
    /// The customer with seven faces.
    People,
}

impl ValueEnum for Screen {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Screen>> = LazyLock::new(|| {
            let views = View::value_variants().iter().copied().map(Screen::Of);
            std::iter::once(Screen::Menu).chain(views).chain([Screen::People]).collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Menu => Some(PossibleValue::new("menu").help("The scenarios to choose from")),
            Self::Of(view) => view.to_possible_value(),
            Self::People => Some(PossibleValue::new("people").help("The customer with seven faces")),
        }
    }
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Theme {
    /// Warm paper
    Day,
    /// A dark room
    Night,
    /// White on black
    Contrast,
}

impl Theme {
    fn of_the_game(self) -> theme::Theme {
        match self {
            Self::Day => theme::Theme::Day,
            Self::Night => theme::Theme::Night,
            Self::Contrast => theme::Theme::HighContrast,
        }
    }
}

/// Runs the command.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let rules = Arc::new(Rules::builtin());
    let shots = match (&command.gallery, &command.file, &command.out) {
        (Some(folder), _, _) => gallery(&models(&places.scenarios(), &rules)?, folder),
        (None, Some(file), Some(out)) => match shot(command, file, out, places, &rules)? {
            Some(shot) => vec![shot],
            None => return Ok(Status::Findings),
        },
        (None, _, _) => Vec::new(),
    };
    let scenarios = command.file.as_ref().and_then(|file| file.parent()).map(Path::to_owned);
    let scenarios = scenarios.filter(|_| command.screen != Screen::Menu).unwrap_or_else(|| places.scenarios());
    let mut out = io::stdout().lock();
    let own = places.data_folder().map(|data| Extra::read(&Extra::folder(&data))).unwrap_or_default();
    take(&shots, scenarios, own, |_| {}).map_err(|why| cannot(&why))?;
    match (&command.gallery, &command.out) {
        (Some(folder), _) => {
            writeln!(out, "{} in `{}`.", counted(shots.len(), "picture"), harmless(&folder.display().to_string()))?;
        }
        (None, file) => {
            let file = file.as_deref().unwrap_or(Path::new("")).display().to_string();
            let (width, height) = command.size;
            writeln!(out, "`{}`, {width} × {height} pixels.", harmless(&file))?;
        }
    }
    Ok(Status::Fine)
}

fn cannot(why: &CannotShoot) -> CannotRun {
    match why {
        CannotShoot::Graphics(why) => {
            CannotRun(Words::english().format(why.key(), &[("file", Value::Text("scenarios/heated-pool.ron"))]))
        }
        other => CannotRun(harmless(&capitalised(&other.to_string()))),
    }
}

fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The one picture that was asked for; none where the scenario cannot be played, which has been told then.
fn shot(
    command: &Command,
    file: &Path,
    out: &Path,
    places: &Places,
    rules: &Arc<Rules>,
) -> Result<Option<Shot>, CannotRun> {
    if out.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("png")) {
        return Err(CannotRun("A picture is a PNG file: let the name after `--out` end in `.png`.".into()));
    }
    let Some(entry) = entry_of(file, rules)? else { return Ok(None) };
    let Ok(own) = &entry.scenario else { return Ok(None) };
    let language = command.language.as_deref().and_then(Language::of_tag).unwrap_or_default();
    let asked = command.language.as_deref().unwrap_or(&own.language);
    // A screen in a language shows a conversation that is not there in it, as the window does.
    let own_only = asked == language.tag() && !library::translation_path(file, asked).is_file();
    let asked = if own_only { &own.language } else { asked };
    let Some(whole) = in_language(own, file, asked)? else { return Ok(None) };
    let scenario = in_form(&whole, command.form.as_deref())?;
    let session = Session::new(Arc::clone(&scenario), Arc::clone(rules), command.seed, None)
        .map_err(|why| CannotRun(format!("{why}.")))?;
    let play = |view| -> Result<Scene, CannotRun> {
        Ok(Scene::Play(Box::new(Play {
            view,
            whole: Arc::clone(&whole),
            scenario: Arc::clone(&scenario),
            source: Arc::clone(&entry.source),
            decisions: decisions(command, &entry, &session, view, rules)?,
            mode: if command.assessment { Mode::Assessment } else { Mode::Practice },
            seed: command.seed,
        })))
    };
    let scene = match command.screen {
        Screen::Menu => Scene::Menu,
        Screen::People => Scene::People(vec![Arc::clone(&scenario)]),
        Screen::Of(view @ (View::Live | View::LiveAsked | View::LiveNames)) => live(play(view)?, places)?,
        Screen::Of(view) => play(view)?,
    };
    let theme = command.theme.of_the_game();
    let settings = Settings { text_percent: command.text, theme, language, ..Settings::default() };
    Ok(Some(Shot { scene, settings, size: command.size, file: out.to_owned() }))
}

/// The live board of a scenario, from the data folder's store.
fn live(scene: Scene, places: &Places) -> Result<Scene, CannotRun> {
    match scene {
        Scene::Play(play) => Ok(Scene::Live(play, places.data_folder()?)),
        other => Ok(other),
    }
}

/// The decisions up to the place that was asked for: along the play that was named, else along one that comes there.
fn decisions(
    command: &Command,
    entry: &Entry,
    session: &Session,
    view: View,
    rules: &Arc<Rules>,
) -> Result<Vec<Given>, CannotRun> {
    if matches!(view, View::Briefing | View::Facilitator | View::Live | View::LiveAsked | View::LiveNames) {
        return Ok(Vec::new());
    }
    let source = library::read_source(&entry.path.with_extension("plays.ron")).ok();
    let whole: Vec<Given> = match &command.play {
        Some(name) => named(name, source.as_ref())?,
        None => source
            .and_then(|source| plays::model(&source, session.scenario(), rules))
            .filter(|model| session.play(model).is_ok())
            .unwrap_or_default(),
    };
    let Some(at) = &command.at else {
        return Ok(if matches!(view, View::Reflection | View::Debrief | View::Model) { whole } else { Vec::new() });
    };
    if let Ok(taken) = at.parse::<usize>() {
        return match whole.get(..taken) {
            Some(taken) => Ok(taken.to_vec()),
            None => Err(CannotRun(format!(
                "The play has {}; `--at {taken}` is beyond its end.",
                counted(whole.len(), "decision")
            ))),
        };
    }
    let at = at.as_str().into();
    if !session.scenario().beats.contains_key(&at) {
        let beats: Vec<String> = session.scenario().beats.keys().map(|beat| format!("`{beat}`")).collect();
        let at = harmless(at.as_str());
        return Err(CannotRun(format!("There is no beat `{at}`. There are: {}.", beats.join(", "))));
    }
    let turns = session.play(&whole).unwrap_or_default();
    let before = turns.iter().position(|turn| turn.before.beat == at);
    let after = turns.last().filter(|turn| turn.after.state.beat == at).map(|_| whole.len());
    if let Some(taken) = before.or(after) {
        return Ok(whole.into_iter().take(taken).collect());
    }
    way_to(session, &at).ok_or_else(|| CannotRun(format!("No play comes to the beat `{at}`.")))
}

/// The golden play of a name.
fn named(name: &str, plays: Option<&Arc<Source>>) -> Result<Vec<Given>, CannotRun> {
    let plays = plays.and_then(|source| plays::read(source).ok()).unwrap_or_default();
    let there: Vec<String> = plays.iter().map(|play| format!("“{}”", harmless(&play.name))).collect();
    if let Some(play) = plays.into_iter().find(|play| play.name == name) {
        return Ok(play.gives);
    }
    let name = harmless(name);
    Err(CannotRun(if there.is_empty() {
        format!("There is no golden play “{name}”: this scenario has none.")
    } else {
        format!("There is no golden play “{name}”. There are: {}.", there.join(", "))
    }))
}

/// Every scenario of a folder that can be played, with a play that goes well where there is one.
fn models(folder: &Path, rules: &Arc<Rules>) -> Result<Vec<Model>, CannotRun> {
    let entries = library::list(folder, rules).map_err(CannotRun)?;
    let model = |entry: &Entry, scenario: &Arc<Checked>| {
        let session = Session::new(Arc::clone(scenario), Arc::clone(rules), 1, None).ok()?;
        let plays = library::read_source(&entry.path.with_extension("plays.ron")).ok();
        let decisions = plays.and_then(|plays| plays::model(&plays, scenario, rules)).unwrap_or_default();
        Some(Model { scenario: Arc::clone(scenario), source: Arc::clone(&entry.source), session, decisions })
    };
    let mut models: Vec<Model> =
        entries.iter().filter_map(|entry| model(entry, entry.scenario.as_ref().ok()?)).collect();
    // The screens are shown of the one with the most to show.
    models.sort_by_key(|model| std::cmp::Reverse(model.scenario.beats.len()));
    Ok(models)
}

/// `1280x720`.
fn size(written: &str) -> Result<(u32, u32), String> {
    let wrong = || "a size is two numbers from 320 to 7680, such as 1280x720".to_owned();
    let (width, height) = written.split_once(['x', '×']).ok_or_else(wrong)?;
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|n| (320..=7680).contains(n)).ok_or_else(wrong);
    Ok((number(width)?, number(height)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_can_be_asked_for_by_its_name() {
        let names: Vec<String> = Screen::value_variants()
            .iter()
            .filter_map(|screen| Some(screen.to_possible_value()?.get_name().to_owned()))
            .collect();
        assert_eq!(
            names.join(" "),
            "menu briefing facilitator live live-asked live-names conversation notebook pause reflection debrief model people"
        );
        let of = |name: &str| Screen::from_str(name, false);
        assert_eq!((of("menu"), of("debrief")), (Ok(Screen::Menu), Ok(Screen::Of(View::Debrief))));
        assert!(of("window").is_err());
    }
}
