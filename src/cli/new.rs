//! `amends new`: start a scenario that can be played at once and passes every check.

use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::terminal::paragraph;
use super::{CannotRun, Places, Status};
use crate::diag::{Source, did_you_mean};
use crate::scenario::starter::{Starter, id_of};
use crate::scenario::{Channel, Rules, load};

/// Start a scenario of your own: a small conversation that can be played at once, with notes that teach the language.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends new                                          asks a few questions\n  amends new late-order --title \"The late order\" --yes   asks nothing"
)]
pub struct New {
    /// The scenario's id and its file's name, such as `late-order` [default: made of the title]
    name: Option<String>,
    /// What menus and reports call it
    #[arg(long)]
    title: Option<String>,
    /// The line of business, such as `retail`
    #[arg(long)]
    sector: Option<String>,
    /// What the customer is called
    #[arg(long, value_name = "NAME")]
    customer: Option<String>,
    /// The customer's conversation style
    #[arg(long, value_name = "ID")]
    persona: Option<String>,
    /// How the two are in touch: `FaceToFace`, `Phone`, `Email`, `Chat` or `Social`
    #[arg(long)]
    channel: Option<String>,
    /// Where it happens: `office` and `pool-desk` are drawn, any other word leaves a plain wall
    #[arg(long)]
    place: Option<String>,
    /// Language of the texts as a tag, such as `en` or `sw`
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The file to write [default: the id in the scenario folder]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Ask nothing; what is not given is as in the brackets of the questions
    #[arg(long, short)]
    yes: bool,
}

/// Every way to be in touch, by the word that files have for it.
const CHANNELS: [(&str, Channel, &str); 5] = [
    ("FaceToFace", Channel::FaceToFace, "in one room"),
    ("Phone", Channel::Phone, "by voice alone"),
    ("Email", Channel::Email, "written at leisure"),
    ("Chat", Channel::Chat, "short turns"),
    ("Social", Channel::Social, "in public"),
];

/// One question: its words, what stands in brackets, and what an answer has to be.
struct Question<'a> {
    words: &'a str,
    default: String,
    check: &'a dyn Fn(&str) -> Result<String, String>,
}

/// Runs the command.
pub fn run(command: &New, places: &Places) -> Result<Status, CannotRun> {
    let rules = Rules::builtin();
    // Nobody should answer five questions for nothing.
    if let Some(name) = &command.name {
        free(&path_of(command, places, &valid_id(name).map_err(CannotRun)?)?)?;
    }
    let mut input = io::stdin().lock();
    let mut out = io::stdout().lock();
    let mut asks = Asks { asked: !command.yes, number: 0, input: &mut input, out: &mut out };
    let starter = answers(command, &rules, &mut asks)?;
    let path = path_of(command, places, &starter.id)?;
    let starter = Starter { file: path.display().to_string(), ..starter };
    let text = starter.text();
    // The starter is sound whatever is filled in; nobody should find out otherwise in a class.
    if let Err(findings) = load(&Arc::clone(&Source::new(starter.file.as_str(), text.as_str())), &rules) {
        super::terminal::tell_findings(&findings);
        return Err(CannotRun("The new scenario would not be sound, so nothing was written. That is a mistake in Amends; please report it.".into()));
    }
    write_new(&path, &text)?;
    let file = path.display().to_string();
    let width = "amends play  --text".len() + file.chars().count();
    paragraph(&mut out, "", &format!("Written: {file}"))?;
    paragraph(&mut out, "", "It is a whole conversation about a late order. Change it, line by line, into your own:")?;
    for (command, what) in [
        (format!("amends play {file} --text"), "play it"),
        (format!("amends check {file}"), "see whether it is sound and good"),
        (format!("amends fmt {file}"), "put its layout in order"),
    ] {
        // Not wrapped, so that it can be copied.
        writeln!(out, "  {}", super::terminal::harmless(&format!("{command:<width$}   {what}")))?;
    }
    Ok(Status::Fine)
}

fn answers(command: &New, rules: &Rules, asks: &mut Asks<'_>) -> Result<Starter, CannotRun> {
    let name = command.name.as_deref().map(valid_id).transpose().map_err(CannotRun)?;
    let from_file = command.out.as_deref().and_then(Path::file_stem).and_then(|stem| id_of(&stem.to_string_lossy()));
    let known = name.clone().or(from_file);
    let default_title = known.as_deref().map_or_else(|| "The late order".to_owned(), title_of);
    let title = asks.answer(
        command.title.as_deref(),
        &Question { words: "What is the conversation called?", default: default_title, check: &some_text },
    )?;
    let id = match known.or_else(|| id_of(&title)) {
        Some(id) => id,
        None => asks.answer(
            None,
            &Question {
                words: "Which id shall it have? Lower-case letters, digits and hyphens.",
                default: "my-scenario".into(),
                check: &valid_id,
            },
        )?,
    };
    let customer = asks.answer(
        command.customer.as_deref(),
        &Question { words: "What is the customer called?", default: "Nia".into(), check: &some_text },
    )?;
    let personas: Vec<(&str, &str)> =
        rules.personas.iter().map(|persona| (persona.id.as_str(), persona.description.as_str())).collect();
    asks.explain(command.persona.as_deref(), "Conversation styles:", &personas)?;
    let ids: Vec<&str> = personas.iter().map(|(id, _)| *id).collect();
    let persona = asks.answer(
        command.persona.as_deref(),
        &Question {
            words: "Which style has the customer?",
            default: "expressive".into(),
            check: &|answer| one_of(answer, &ids),
        },
    )?;
    let channels: Vec<(&str, &str)> = CHANNELS.iter().map(|(name, _, what)| (*name, *what)).collect();
    asks.explain(command.channel.as_deref(), "Ways to be in touch:", &channels)?;
    let names: Vec<&str> = channels.iter().map(|(name, _)| *name).collect();
    let channel = asks.answer(
        command.channel.as_deref(),
        &Question {
            words: "How are the two in touch?",
            default: "FaceToFace".into(),
            check: &|answer| one_of(answer, &names),
        },
    )?;
    let channel = CHANNELS.iter().find(|(name, _, _)| *name == channel).map(|(_, channel, _)| *channel);
    let sector = asks.answer(
        command.sector.as_deref(),
        &Question { words: "Which line of business is it?", default: "retail".into(), check: &some_text },
    )?;
    // Seldom changed, so these are flags and no questions.
    let place = some_text(command.place.as_deref().unwrap_or("office")).map_err(CannotRun)?;
    let language = language_tag(command.language.as_deref().unwrap_or("en")).map_err(CannotRun)?;
    let channel = channel.unwrap_or_default();
    Ok(Starter { id, title, sector, language, customer, persona, channel, place, file: String::new() })
}

/// Asking on a terminal, one line at a time.
struct Asks<'a> {
    /// Whether anybody is asked at all.
    asked: bool,
    number: usize,
    input: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
}

impl Asks<'_> {
    /// What a flag says, or what the person answers, or what stands in brackets.
    fn answer(&mut self, given: Option<&str>, question: &Question<'_>) -> Result<String, CannotRun> {
        if let Some(given) = given {
            return (question.check)(given).map_err(CannotRun);
        }
        if !self.asked {
            return Ok(question.default.clone());
        }
        self.number += 1;
        loop {
            write!(self.out, "{}. {} [{}] ", self.number, question.words, question.default)?;
            self.out.flush()?;
            let mut line = String::new();
            let read = self.input.read_line(&mut line).map_err(|error| {
                CannotRun(format!("The answer cannot be read ({error}). With `--yes` nothing is asked."))
            })?;
            if read == 0 {
                writeln!(self.out)?;
                return Err(CannotRun(
                    "The answers ended before the questions did, so nothing was written. With `--yes` nothing is asked.".into(),
                ));
            }
            let line = line.trim();
            if line.is_empty() {
                return Ok(question.default.clone());
            }
            match (question.check)(line) {
                Ok(answer) => return Ok(answer),
                Err(why) => paragraph(self.out, "   ", &why)?,
            }
        }
    }

    /// Says what there is to choose from, before it is asked for.
    fn explain(&mut self, given: Option<&str>, what: &str, choices: &[(&str, &str)]) -> Result<(), CannotRun> {
        if self.asked && given.is_none() {
            paragraph(self.out, "", what)?;
            for (name, meaning) in choices {
                paragraph(self.out, "   ", &format!("{name}: {meaning}"))?;
            }
        }
        Ok(())
    }
}

fn some_text(answer: &str) -> Result<String, String> {
    let answer: String = answer.chars().filter(|letter| !letter.is_control()).collect();
    let answer = answer.trim();
    if answer.is_empty() { Err("This cannot be empty: write a few words.".into()) } else { Ok(answer.to_owned()) }
}

fn valid_id(answer: &str) -> Result<String, String> {
    // Whoever names the file means the scenario in it.
    let id = answer.strip_suffix(".ron").unwrap_or(answer);
    let allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if !id.is_empty() && id.chars().all(allowed) {
        return Ok(id.to_owned());
    }
    let help = id_of(id).map(|id| format!(" For example `{id}`.")).unwrap_or_default();
    Err(format!("`{id}` is not a valid id: use lower-case letters, digits and hyphens only.{help}"))
}

fn one_of(answer: &str, known: &[&str]) -> Result<String, String> {
    if let Some(same) = known.iter().find(|one| one.eq_ignore_ascii_case(answer)) {
        return Ok((*same).to_owned());
    }
    Err(if let Some(near) = did_you_mean(answer, known.iter().copied()) {
        format!("There is no `{answer}`. Did you mean `{near}`?")
    } else {
        let all: Vec<String> = known.iter().map(|one| format!("`{one}`")).collect();
        format!("There is no `{answer}`. There are: {}.", all.join(", "))
    })
}

fn language_tag(answer: &str) -> Result<String, String> {
    answer
        .parse::<unic_langid::LanguageIdentifier>()
        .map(|tag| tag.to_string())
        .map_err(|_| format!("`{answer}` is no language tag. Write one such as `en`, `sw` or `pt-BR`."))
}

/// A title out of an id: `late-order` is "Late order".
fn title_of(id: &str) -> String {
    let mut words = id.replace('-', " ");
    if let Some(first) = words.get(..1).map(str::to_uppercase) {
        words.replace_range(..1, &first);
    }
    words
}

fn path_of(command: &New, places: &Places, id: &str) -> Result<PathBuf, CannotRun> {
    let Some(path) = &command.out else {
        return Ok(places.scenarios_here().join(format!("{id}.ron")));
    };
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    if path.extension().is_none_or(|ending| ending != "ron") {
        return Err(CannotRun(format!("`{}` does not end in `.ron`. Write `--out {id}.ron`.", path.display())));
    }
    if stem != id {
        return Err(CannotRun(format!(
            "A scenario is named like its file, and `{id}` would stand in `{stem}.ron`. Leave out the name, or write `--out {id}.ron`."
        )));
    }
    Ok(path.clone())
}

/// Refuses a file that is there.
fn free(path: &Path) -> Result<(), CannotRun> {
    if path.exists() { Err(is_there(path)) } else { Ok(()) }
}

fn is_there(path: &Path) -> CannotRun {
    let shown = path.display();
    CannotRun(format!("There is a file `{shown}` already, and it stays as it is. Give the new scenario another name."))
}

/// Writes a file that is not there yet; one that is there stays as it is.
fn write_new(path: &Path, text: &str) -> Result<(), CannotRun> {
    let shown = path.display();
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| {
            CannotRun(format!(
                "The folder `{}` cannot be made ({error}). Name a file elsewhere with `--out`.",
                folder.display()
            ))
        })?;
    }
    let written = fs::File::options()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => is_there(path),
        _ => CannotRun(format!("`{shown}` cannot be written ({error}). Name a file elsewhere with `--out`.")),
    })
}
