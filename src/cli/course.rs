//! `amends course`: how far somebody is on a course, and the next conversation of it.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use textwrap::core::display_width;

use super::language::spoken;
use super::play::start_in_text;
use super::terminal::{paragraph, tell_findings};
use super::{Beside, CannotRun, Places, Status, afterwards, write_debrief};
use crate::attempt::{Attempt, Opening, Place, Playing, by_chance, fresh_seed};
use crate::course::{self, Course, How, Kind, Progress, Standing, State};
use crate::diag::did_you_mean;
use crate::library::{self, Entry, told_in};
use crate::plays;
use crate::scenario::{Checked, Rules};
use crate::score::Scorecard;
use crate::session::Given;
use crate::store::{Filter, Store};
use crate::words::{Language, Value, Words, keys};

/// See how far you are on a course, and play what comes next.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  amends course\n  amends course first-steps --trainee Wanjiru\n  amends course first-steps --next"
)]
pub struct Command {
    /// The course's id; every course where it is left out
    course: Option<String>,
    /// The name attempts are kept under
    #[arg(long, value_name = "NAME")]
    trainee: Option<String>,
    /// Language to play in, where the conversations have been translated [default: the system's]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Play what comes next, in the terminal
    #[arg(long, requires = "course")]
    next: bool,
}

/// Runs the command.
pub fn run(command: &Command, places: &Places) -> Result<Status, CannotRun> {
    let folder = places.scenarios();
    let mut courses: Vec<Course> = Vec::new();
    let mut status = Status::Fine;
    for path in library::courses(&folder) {
        match library::read_source(&path).and_then(|source| course::read(&source)) {
            Ok(course) => courses.push(course),
            Err(finding) => {
                status = Status::Findings;
                tell_findings([&*finding]);
            }
        }
    }
    if let Some(id) = &command.course {
        if !courses.iter().any(|course| course.id == *id) {
            return Err(unknown(id, &courses));
        }
        courses.retain(|course| course.id == *id);
    }
    if courses.is_empty() && status == Status::Fine {
        let shown = folder.join("courses");
        return Err(CannotRun(format!("There is no course in `{}`. A course is a file there.", shown.display())));
    }
    let rules = Arc::new(Rules::builtin());
    let entries = library::list(&folder, &rules).map_err(CannotRun)?;
    let store = places.store()?;
    let attempts = store.attempts(&Filter::default()).unwrap_or_default();
    let language = spoken(command.language.as_deref());
    let words = Words::of(language);
    let trainee = command.trainee.clone();
    let mut desk = Desk { entries, rules, attempts, trainee, language, words, data: places.data_folder()? };
    desk.entries.retain(|entry| entry.scenario.is_ok());
    desk.tell_in(command.language.as_deref().unwrap_or(language.tag()));
    let mut out = io::stdout().lock();
    for course in &courses {
        let progress = Progress::of(course, &desk.attempts, desk.trainee.as_deref(), Timestamp::now());
        if command.next {
            desk.next(course, &progress, &store, &mut out)?;
        } else {
            desk.tell(course, &progress, &mut out)?;
        }
    }
    Ok(status)
}

fn unknown(id: &str, courses: &[Course]) -> CannotRun {
    let known = || courses.iter().map(|course| course.id.as_str());
    let help = match did_you_mean(id, known()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => format!("There are: {}.", known().collect::<Vec<_>>().join(", ")),
    };
    CannotRun(format!("There is no course `{}`. {help}", super::terminal::harmless(id)))
}

struct Desk {
    entries: Vec<Entry>,
    rules: Arc<Rules>,
    attempts: Vec<Attempt>,
    trainee: Option<String>,
    language: Language,
    words: Words,
    data: PathBuf,
}

impl Desk {
    /// Tells every conversation in a language, where it has been translated.
    fn tell_in(&mut self, language: &str) {
        for entry in &mut self.entries {
            if let Ok(scenario) = &mut entry.scenario {
                *scenario = told_in(scenario, &entry.path, language);
            }
        }
    }

    fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.scenario.as_ref().is_ok_and(|scenario| scenario.id == id))
    }

    fn title(&self, standing: &Standing) -> String {
        match &standing.stage.play {
            None => self.words.text("course-by-chance"),
            Some(id) => {
                let scenario = self.entry(id).and_then(|entry| entry.scenario.as_ref().ok());
                scenario.map_or_else(|| id.clone(), |scenario| scenario.title.clone())
            }
        }
    }

    fn tell(&self, course: &Course, progress: &Progress, out: &mut dyn Write) -> io::Result<()> {
        let (title, about) = course.told_in(self.language.tag());
        paragraph(out, "", &format!("{title} ({})", course.id))?;
        paragraph(out, "", about)?;
        let progressed = [("done", progress.done().into()), ("all", progress.stages.len().into())];
        paragraph(out, "", &format!("{}.", self.words.format("course-stages-done", &progressed)))?;
        writeln!(out)?;
        let marks = ["course-mark-done", "course-mark-next", "course-mark-waits"].map(|key| self.words.text(key));
        let width = marks.iter().map(|mark| display_width(mark)).max().unwrap_or_default() + 2;
        for standing in &progress.stages {
            let [done, next, waits] = &marks;
            let mark = match standing.state {
                State::Done(_) => done,
                State::Ready => next,
                State::Waits(_) => waits,
                State::Later => "",
            };
            let mark = format!("{mark}{}", " ".repeat(width.saturating_sub(display_width(mark))));
            let kind = self.words.text(keys::stage(standing.stage.kind));
            let title = self.title(standing);
            let values =
                |day| [("kind", Value::Text(&kind)), ("title", Value::Text(&title)), ("day", Value::Text(day))];
            let mut line = match standing.state {
                State::Done(when) => self.words.format("course-stage-on", &values(&day(when))),
                State::Waits(when) => self.words.format("course-stage-from", &values(&day(when))),
                State::Ready | State::Later => self.words.format("course-stage", &values("")),
            };
            if standing.seen {
                line += &format!(". {}", self.words.text("menu-course-seen"));
            }
            paragraph(out, &mark, &line)?;
        }
        writeln!(out)
    }

    fn next(
        &self,
        course: &Course,
        progress: &Progress,
        store: &Arc<dyn Store>,
        out: &mut dyn Write,
    ) -> Result<(), CannotRun> {
        let Some(standing) = progress.next() else {
            let (title, _) = course.told_in(self.language.tag());
            paragraph(out, "", &format!("{title}: {}.", self.words.text("menu-course-done")))?;
            return Ok(());
        };
        if let State::Waits(when) = standing.state {
            let (title, day) = (self.title(standing), day(when));
            let values = [("title", Value::Text(&title)), ("day", Value::Text(&day))];
            paragraph(out, "", &format!("{}.", self.words.format("menu-course-waits", &values)))?;
            return Ok(());
        }
        let stage = &standing.stage;
        let drawn = course.drawn(fresh_seed()).map(str::to_owned);
        let id = stage.play.clone().or(drawn).unwrap_or_default();
        let Some((entry, Ok(scenario))) = self.entry(&id).map(|entry| (entry, &entry.scenario)) else {
            return Err(CannotRun(format!("The conversation `{id}` of this course is not in the library.")));
        };
        let example = stage.kind == Kind::Step(How::Example);
        paragraph(out, "", &self.words.text(keys::stage(stage.kind)))?;
        let unfinished = progress.unfinished(course, &self.attempts, self.trainee.as_deref());
        if let Some(attempt) = unfinished.filter(|attempt| !example && attempt.start.hash == scenario.hash()) {
            let playing =
                Playing::resume(attempt, Arc::clone(scenario), Arc::clone(&self.rules), Arc::clone(store) as _)
                    .map_err(|why| CannotRun(format!("The attempt cannot be resumed: {why}.")))?;
            return start_in_text(playing, &self.afterwards(entry), out);
        }
        let model = example.then(|| self.model(entry, scenario)).transpose()?;
        let set_out = if example { Arc::clone(scenario) } else { by_chance(scenario) };
        let opening = Opening {
            mode: stage.kind.mode(),
            trainee: self.trainee.clone(),
            course: Some(Place { course: course.id.clone(), stage: stage.id.clone() }),
            ..Opening::new(set_out, &entry.source.text, Arc::clone(&self.rules))
        };
        let mut playing =
            Playing::start(opening, Arc::clone(store) as _).map_err(|why| CannotRun(format!("{why}.")))?;
        let Some(model) = model else { return start_in_text(playing, &self.afterwards(entry), out) };
        for given in model {
            playing.answer(given, std::time::Duration::ZERO).map_err(|why| CannotRun(format!("{why}.")))?;
        }
        let card: Scorecard = playing.scorecard();
        paragraph(out, "", &self.words.format("course-example-intro", &[("title", Value::Text(&scenario.title))]))?;
        write_debrief(playing.session(), &card, &Beside::default(), &self.words, out)?;
        Ok(())
    }

    /// What lies beside an attempt on one of the scenarios.
    fn afterwards(&self, entry: &Entry) -> afterwards::Desk<'_> {
        let (trainee, data, file) = (self.trainee.clone(), self.data.clone(), entry.path.clone());
        afterwards::Desk { words: &self.words, trainee, data, file }
    }

    /// A conversation that goes well, to be read.
    fn model(&self, entry: &Entry, scenario: &Arc<Checked>) -> Result<Vec<Given>, CannotRun> {
        let path = entry.path.with_extension("plays.ron");
        let model = library::read_source(&path).ok().and_then(|source| plays::model(&source, scenario, &self.rules));
        model.ok_or_else(|| {
            CannotRun(format!("`{}` has no play that passes, to be read as an example.", path.display()))
        })
    }
}

fn day(when: Timestamp) -> String {
    when.to_zoned(TimeZone::system()).date().to_string()
}
