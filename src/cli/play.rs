//! `amends play`: one scenario, in the window or in the terminal.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::afterwards::Desk;
use super::attempts::tell_adopted;
use super::language::{in_asked_language, in_language, spoken};
use super::terminal::{complain, interactive, paragraph, tell_findings};
use super::text::{Talk, converse};
use super::{CannotRun, Places, Status, afterwards, in_form};
use crate::attempt::{Attempt, Mode, Opening, Playing, by_chance, interrupt};
use crate::diag::Source;
use crate::library::{self, told_in};
use crate::scenario::{Checked, Rules, load};
use crate::store::{Filter, Store};
use crate::words::{Language, Words, keys};

/// Play one scenario.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(after_help = "Example:\n  amends play scenarios/heated-pool.ron --text --assessment")]
pub struct Play {
    /// The scenario file
    pub file: PathBuf,
    /// Play in the terminal; works with a screen reader and from a pipe
    #[arg(long)]
    text: bool,
    /// No hints on the way, feedback at the end
    #[arg(long, requires = "text")]
    assessment: bool,
    /// Order of the replies; by chance where it is left out
    #[arg(long, value_name = "N", requires = "text")]
    seed: Option<u64>,
    /// Go on with this scenario's unfinished attempt
    #[arg(long, requires = "text", conflicts_with = "seed")]
    resume: bool,
    /// The name the attempt is kept under
    #[arg(long, value_name = "NAME", requires = "text")]
    trainee: Option<String>,
    /// The group you train with, a workshop say
    #[arg(long, value_name = "NAME")]
    cohort: Option<String>,
    /// Language to play in, where the scenario has been translated [default: the system's where it has, else its own]
    #[arg(long, value_name = "TAG", requires = "text")]
    language: Option<String>,
    /// A form of the scenario; where it has the same case with other people, chance picks one unless `--seed` or this is given
    #[arg(long, value_name = "ID", requires = "text", conflicts_with = "resume")]
    form: Option<String>,
    /// Print the scorecard as JSON at the end
    #[arg(long, requires = "text")]
    json: bool,
}

/// Runs the command.
pub fn run(command: &Play, places: &Places) -> Result<Status, CannotRun> {
    if !command.text {
        return in_window(command, places);
    }
    if !command.file.is_file() {
        let file = command.file.display();
        return Err(CannotRun(format!("There is no scenario file `{file}`. Check the name; scenarios end in `.ron`.")));
    }
    let rules = Arc::new(Rules::builtin());
    let entry = library::read(&command.file, &rules);
    let Ok(scenario) = &entry.scenario else {
        tell_findings(entry.scenario.as_ref().err().into_iter().flatten());
        return Ok(Status::Findings);
    };
    let store = places.store_for(command.cohort.clone())?;
    // What keeps a file from opening is told when something is to be kept; a server that is away keeps nothing from being kept.
    if let Err(CannotRun(why)) = tell_adopted(&*store)
        && places.is_on_server()
    {
        complain(&why);
    }
    let (mut input, mut out) = (io::stdin().lock(), io::stdout().lock());
    // Piped input is an attempt of its own: nobody is there to be asked.
    let asked = command.resume || interactive();
    let trainee = command.trainee.as_deref();
    let unfinished = if asked { unfinished(&*store, scenario, trainee) } else { None };
    let go_on = match &unfinished {
        None => false,
        Some(_) if command.resume => true,
        Some(attempt) => asks_to_go_on(&Words::of(begun_in(attempt, scenario, command)), &mut input, &mut out)?,
    };
    if let Some(given_up) = unfinished.as_ref().filter(|_| !go_on) {
        // What cannot be written is offered again next time, which loses nothing.
        let _ = interrupt(&*store, given_up.start.attempt);
    }
    let gone_on_with = unfinished.filter(|_| go_on);
    let language = gone_on_with.as_ref().map(|attempt| begun_in(attempt, scenario, command));
    let words = Words::of(language.unwrap_or_else(|| spoken(command.language.as_deref())));
    let playing = match &gone_on_with {
        Some(attempt) => match resume(attempt, scenario, rules, store, command)? {
            Some(playing) => playing,
            None => return Ok(Status::Findings),
        },
        None if command.resume => {
            let why = "There is no unfinished attempt of this scenario. Leave out `--resume` to start one.";
            return Err(CannotRun(why.into()));
        }
        None => {
            let asked = command.language.as_deref();
            let Some(scenario) = in_asked_language(scenario, &command.file, asked)? else {
                return Ok(Status::Findings);
            };
            let scenario = match &command.form {
                Some(_) => in_form(&scenario, command.form.as_deref())?,
                None if command.seed.is_none() => by_chance(&scenario),
                None => scenario,
            };
            let opening = Opening {
                seed: command.seed,
                mode: if command.assessment { Mode::Assessment } else { Mode::Practice },
                trainee: command.trainee.clone(),
                ..Opening::new(scenario, &entry.source.text, rules)
            };
            Playing::start(opening, store).map_err(|why| CannotRun(format!("{why}.")))?
        }
    };
    let trainee = command.trainee.clone().or_else(|| gone_on_with.and_then(|attempt| attempt.start.trainee));
    let desk = Desk { words: &words, trainee, data: places.data_folder()?, file: command.file.clone() };
    converse_with(playing, &desk, &mut input, &mut out, command.json)
}

/// Plays an attempt that has just begun, in the terminal.
pub fn start_in_text(playing: Playing, desk: &Desk<'_>, out: &mut dyn Write) -> Result<(), CannotRun> {
    converse_with(playing, desk, &mut io::stdin().lock(), out, false).map(|_| ())
}

/// Goes on with an attempt, on the text that was kept with it where the file has changed since, and in its language where no
/// other is asked for. Nothing where the translation is broken, which has been told then.
fn resume(
    attempt: &Attempt,
    now: &Arc<Checked>,
    rules: Arc<Rules>,
    store: Arc<dyn Store>,
    command: &Play,
) -> Result<Option<Playing>, CannotRun> {
    let then = if attempt.start.hash == now.hash() {
        Arc::clone(now)
    } else {
        let kept = store.scenario(&attempt.start.hash).ok().flatten();
        let kept = kept.and_then(|text| load(&Source::new(attempt.start.scenario.clone(), text), &rules).ok());
        kept.map(Arc::new).ok_or_else(|| {
            CannotRun("The scenario has changed since, and the text you played is not kept any more.".into())
        })?
    };
    let language = command.language.as_deref().unwrap_or(&attempt.start.language);
    let Some(then) = in_language(&then, &command.file, language)? else { return Ok(None) };
    Playing::resume(attempt, then, rules, store)
        .map(Some)
        .map_err(|why| CannotRun(format!("The attempt cannot be resumed: {why}.")))
}

/// The language of the words around an attempt that is gone on with: the one it is played in, where that is not the one it would be
/// played in here anyway.
fn begun_in(attempt: &Attempt, scenario: &Arc<Checked>, command: &Play) -> Language {
    let here = told_in(scenario, &command.file, Language::of_the_system().tag());
    let begun = Some(&attempt.start.language).filter(|begun| **begun != here.language);
    spoken(command.language.as_ref().or(begun).map(String::as_str))
}

/// The latest attempt of a scenario that was left in the middle: of one person where they gave their name, else of anybody.
fn unfinished(store: &dyn Store, scenario: &Checked, trainee: Option<&str>) -> Option<Attempt> {
    let filter = Filter { scenario: Some(scenario.id.clone()), finished: Some(false), ..Filter::default() };
    let attempts = store.attempts(&filter).ok()?;
    let own = |one: &Attempt| trainee.is_none() || one.start.trainee.as_deref() == trainee;
    attempts.into_iter().rev().find(|one| one.is_unfinished() && own(one))
}

fn asks_to_go_on(words: &Words, input: &mut dyn io::BufRead, out: &mut dyn Write) -> Result<bool, CannotRun> {
    loop {
        paragraph(out, "", &words.text("text-resume-question"))?;
        let mut line = String::new();
        // Where the input has ended this is an empty line: nobody is asked for ever.
        input.read_line(&mut line)?;
        if let Some(yes) = words.says_yes(&line) {
            return Ok(yes);
        }
    }
}

/// Plays an attempt to its end, or to where the input ends.
fn converse_with(
    playing: Playing,
    desk: &Desk<'_>,
    input: &mut dyn io::BufRead,
    out: &mut dyn Write,
    json: bool,
) -> Result<Status, CannotRun> {
    let words = desk.words;
    introduce(&playing, desk, out)?;
    let mut talk = Talk { playing, words, tell_trouble: complain };
    converse(&mut talk, input, out)?;
    let mut playing = talk.playing;
    if playing.now().state.ending.is_none() {
        paragraph(out, "", &words.text("text-kept"))?;
    } else if json {
        let json = serde_json::to_string_pretty(&playing.scorecard()).map_err(|error| CannotRun(error.to_string()))?;
        writeln!(out, "{json}")?;
    } else {
        afterwards::tell(&mut playing, desk, input, out)?;
    }
    Ok(Status::Fine)
}

fn introduce(playing: &Playing, desk: &Desk<'_>, out: &mut dyn Write) -> io::Result<()> {
    let words = desk.words;
    let scenario = playing.session().scenario();
    let (mode, meaning) = (keys::mode(playing.keeper().mode()), keys::mode_meaning(playing.keeper().mode()));
    let (mode, meaning) = (words.text(mode), words.text(meaning));
    paragraph(out, "", &scenario.title)?;
    paragraph(out, "", &words.format("text-mode", &[("mode", (&mode).into()), ("meaning", (&meaning).into())]))?;
    if playing.turns().is_empty() {
        paragraph(out, "", &format!("{} {}", scenario.role, scenario.briefing))?;
        if !scenario.may.is_empty() {
            paragraph(out, "", &format!("{} {}.", words.text("text-you-may"), scenario.may.join("; ")))?;
        }
        afterwards::remind(desk, out)?;
    } else {
        paragraph(out, "", &words.format("text-resuming", &[("n", playing.turns().len().into())]))?;
    }
    paragraph(out, "", &words.text("text-intro"))
}

#[cfg(feature = "game")]
fn in_window(command: &Play, places: &Places) -> Result<Status, CannotRun> {
    let start = crate::game::Start { cohort: command.cohort.clone(), live: false };
    super::window::open(places, Some(&command.file), start)
}

#[cfg(not(feature = "game"))]
fn in_window(_: &Play, places: &Places) -> Result<Status, CannotRun> {
    super::open(places, super::Window::default())
}
