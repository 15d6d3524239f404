//! `amends report`: what attempts say, as one page for an organisation, a cohort or one person.

mod part;
mod progress;
mod reading;
mod sessions;
mod side_by_side;
mod survey;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;

use super::attempts::{Attempts, tell_what_came, unreadable};
use super::shelf::Shelf;
use super::terminal::{complain, counted, counted_as, harmless, paragraph};
use super::{CannotRun, Places, Status};
use crate::attempt::{Attempt, Contents, Damaged};
use crate::diag::did_you_mean;
use crate::impact::Figures;
use crate::report::{Inputs, Lexicon, Reader, first_assessments, html, page};
use crate::scenario::Rules;
use crate::store::{Sqlite, Store};
use crate::words::{Language, Words};
use part::{Desk, Moved, Part, Pending};
use reading::Reading;
use sessions::Played;
use survey::Seen;

/// Write what attempts say as one page, for an organisation, a cohort or one person.
///
/// The page is one HTML file that needs no network: open it in a browser, print it, send it. It shows groups of five people or more, and
/// a person only to themselves. It is made of first assessments; practice, repeated and interrupted attempts are counted and not scored.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends report --out report.html\n  amends report --attempts workshop.jsonl --for cohort October --out october.html\n  amends report --for trainee Wanjiru --out wanjiru.html\n  amends report --contacts 4000 --margin 120 --training-cost 18000-26000 --out report.html"
)]
pub struct Command {
    /// A file of attempts, exported ones or a store [default: the store in the data folder]
    #[arg(long, value_name = "FILE")]
    attempts: Option<PathBuf>,
    /// Who reads it: `organisation`, `cohort NAME` or `trainee NAME`
    #[arg(long = "for", value_names = ["READER", "NAME"], num_args = 1..=2, default_value = "organisation")]
    reader: Vec<String>,
    /// Where to write the page [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// What stands on the page, as one JSON object
    #[arg(long)]
    json: bool,
    /// Language of the page: en, fr or sw [default: the system's where it is one of them, else en]
    #[arg(long, value_name = "TAG", value_parser = language)]
    language: Option<Language>,
    /// Contacts about failures a year that reach trained staff, for a range in money
    #[arg(long, value_name = "NUMBER", requires = "margin", requires = "training_cost", value_parser = amount)]
    contacts: Option<f64>,
    /// Yearly margin, not revenue, of one customer
    #[arg(long, value_name = "AMOUNT", requires = "contacts", value_parser = amount)]
    margin: Option<f64>,
    /// What the training costs with staff hours, from least to most: `18000-26000`
    #[arg(long, value_name = "LEAST-MOST", requires = "contacts", value_parser = range)]
    training_cost: Option<(f64, f64)>,
}

/// Runs the command. Lines and attempts that cannot be read are told and are findings; the page is made of the others.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let reader = reader(&command.reader)?;
    let rules = Arc::new(Rules::builtin());
    let source = Source::of(command.attempts.as_deref(), places)?;
    let shelf = Shelf::beside(command.attempts.as_deref(), source.texts(), places, &rules);
    let played = Played::new(shelf, Arc::clone(&rules));
    let desk = Desk { reader: &reader, played: &played };
    let hash = rules.hash();
    let (mut whole, damaged) = source.folded(desk, &hash)?;
    let (everybody, own) = whole.summaries();
    let figures = match (command.contacts, command.margin, command.training_cost) {
        (Some(contacts), Some(margin), Some(cost)) => Some(Figures { contacts, margin, cost }),
        _ => None,
    };
    let words = Words::of(command.language.unwrap_or_else(Language::of_the_system));
    let page = page(&Inputs {
        reader: reader.clone(),
        own: own.as_ref().unwrap_or(&everybody),
        everybody: &everybody,
        rubric: &rules.rubric,
        words: &words,
        sessions: &played,
        figures,
        made: Timestamp::now(),
    });
    let text = if command.json {
        serde_json::to_string(&page).map_err(|error| CannotRun(error.to_string()))? + "\n"
    } else {
        html(&page)
    };
    write(command, &text)?;
    Ok(told(damaged, &whole))
}

/// Where the attempts of a report are.
enum Source {
    /// In the store, which is asked for each text when it is needed, and keeps scores for the next report.
    Store(Arc<dyn Store>),
    /// In the file of a store that somebody names, with the texts of its scenarios. It is read, and nothing is written into it.
    Named(Box<Sqlite>, BTreeMap<String, String>),
    /// In a file of lines.
    File(Contents),
}

impl Source {
    fn of(file: Option<&Path>, places: &Places) -> Result<Self, CannotRun> {
        let Some(file) = file else { return Ok(Self::Store(places.store()?)) };
        match Sqlite::named(file).map_err(|error| unreadable(file, &error))? {
            Some(store) => {
                let texts = store.texts()?;
                Ok(Self::Named(Box::new(store), texts))
            }
            None => Ok(Self::File(Attempts::in_file(file)?.contents)),
        }
    }

    /// The texts of scenarios that came with the attempts.
    fn texts(&self) -> BTreeMap<String, String> {
        match self {
            Self::Store(_) => BTreeMap::new(),
            Self::Named(_, texts) => texts.clone(),
            Self::File(contents) => contents.scenarios.clone(),
        }
    }

    /// Everything folded, and the lines that could not be read.
    fn folded<'a>(&'a self, desk: Desk<'a>, rules: &'a str) -> Result<(Part<'a>, &'a [Damaged]), CannotRun> {
        let wanted = match desk.reader {
            Reader::Trainee(name) => Some(name.as_str()),
            Reader::Organisation | Reader::Cohort(_) => None,
        };
        match self {
            Self::Store(store) => Ok((of_store(&Reading { store: &**store, keeps: true, rules, desk, wanted })?, &[])),
            Self::Named(store, _) => {
                Ok((of_store(&Reading { store: &**store, keeps: false, rules, desk, wanted })?, &[]))
            }
            Self::File(Contents { attempts, damaged, .. }) => {
                let mut seen = Seen::default();
                for Attempt { start, .. } in attempts {
                    seen.see(start.trainee.as_deref(), start.cohort.as_deref(), wanted);
                }
                known(desk.reader, &seen)?;
                let firsts = first_assessments(attempts);
                let mut whole = Part::new(desk, Lexicon::default());
                for attempt in attempts {
                    whole.attempt(attempt, Pending { first: firsts.contains(&attempt.start.attempt), before: None });
                }
                Ok((whole, damaged))
            }
        }
    }
}

/// Everything in a store, folded.
fn of_store<'a>(reading: &Reading<'a>) -> Result<Part<'a>, CannotRun> {
    let warm = reading.kept()?;
    tell_what_came(reading.store);
    known(reading.desk.reader, &warm.seen)?;
    let (whole, trouble) = reading.scored(warm)?;
    if let Some(why) = trouble {
        complain(&format!("The scores could not be kept for the next report. {why}"));
    }
    Ok(whole)
}

fn write(command: &Command, text: &str) -> Result<(), CannotRun> {
    let mut out = io::stdout().lock();
    let Some(file) = &command.out else {
        out.write_all(text.as_bytes())?;
        return Ok(());
    };
    let shown = file.display();
    fs::write(file, text).map_err(|error| {
        CannotRun(format!("`{shown}` cannot be written ({error}). Name another place with `--out FILE`."))
    })?;
    paragraph(&mut out, "", &format!("The report is in `{shown}`. Open it in a browser; it needs no network."))?;
    Ok(())
}

/// Tells what could not be read and what other rules had said, and whether anything could not be read.
fn told(damaged: &[Damaged], whole: &Part) -> Status {
    for Damaged { line, why } in damaged {
        complain(&format!("Line {line} of the attempts cannot be read and is left out ({why})."));
    }
    if let (count, Some((attempt, why))) = &whole.unreadable {
        complain(&format!(
            "{} cannot be replayed and stand in the report as such. The first: {attempt}: {why}.",
            counted(*count, "attempt")
        ));
    }
    if whole.moved.looked_at > 0 {
        complain(&told_of(&whole.moved));
    }
    if damaged.is_empty() && whole.unreadable.0 == 0 { Status::Fine } else { Status::Findings }
}

/// What other rules did to scores, as sentences.
fn told_of(moved: &Moved) -> String {
    let looked_at = counted(moved.looked_at, "first assessment");
    let mut told = format!("The rules have changed since {looked_at} were scored. They are scored anew: ");
    if moved.scenarios.is_empty() {
        return told + "every score and every pass is as it was.";
    }
    let scores = counted(moved.scores, "overall score");
    let passes = counted_as(moved.passes, "pass", "passes");
    let of: Vec<String> = moved.scenarios.iter().map(|(id, count)| format!("`{id}` ({count})")).collect();
    told += &format!("{scores} and {passes} moved, in {}.", of.join(", "));
    told
}

fn reader(asked: &[String]) -> Result<Reader, CannotRun> {
    match asked {
        [kind] if kind == "organisation" => Ok(Reader::Organisation),
        [kind, name] if kind == "cohort" => Ok(Reader::Cohort(name.clone())),
        [kind, name] if kind == "trainee" => Ok(Reader::Trainee(name.clone())),
        _ => Err(CannotRun(harmless(&format!(
            "`--for {}` names no reader. There are: `--for organisation`, `--for cohort NAME`, `--for trainee NAME`.",
            asked.join(" ")
        )))),
    }
}

/// Whether anybody of that name is there. Names of people are not listed: whoever asks knows their own.
fn known(reader: &Reader, seen: &Seen) -> Result<(), CannotRun> {
    if seen.attempts == 0 {
        return Err(CannotRun(
            "There is no attempt to report on yet. Play a scenario first, or name a file with `--attempts FILE`."
                .into(),
        ));
    }
    match reader {
        Reader::Organisation => Ok(()),
        Reader::Trainee(_) if seen.trainee => Ok(()),
        Reader::Trainee(name) => Err(CannotRun(harmless(&format!(
            "Nobody has played under the name `{name}`. Names are told apart by every letter."
        )))),
        Reader::Cohort(name) if seen.cohorts.contains(name) => Ok(()),
        Reader::Cohort(name) => {
            let all: Vec<&str> = seen.cohorts.iter().map(String::as_str).collect();
            let help = match did_you_mean(name, all.iter().copied()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None if all.is_empty() => "No attempt here belongs to a cohort.".to_owned(),
                None => format!("There are: {}.", all.join(", ")),
            };
            Err(CannotRun(harmless(&format!("There is no cohort `{name}`. {help}"))))
        }
    }
}

/// A language that the page is written in.
fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| "the page is written in en, fr and sw".to_owned())
}

/// A number above nothing.
fn amount(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| "this is not a number".to_owned())?;
    if number.is_finite() && number > 0.0 { Ok(number) } else { Err("this has to be more than 0".to_owned()) }
}

/// Two amounts, the smaller first.
fn range(text: &str) -> Result<(f64, f64), String> {
    let (low, high) = text.split_once('-').ok_or("write it as `18000-26000`")?;
    let (low, high) = (amount(low)?, amount(high)?);
    if low <= high { Ok((low, high)) } else { Err("the smaller amount comes first".to_owned()) }
}
