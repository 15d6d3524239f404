//! The conversation as text: the same session as in the window, read and answered line by line. Works for a terminal, a
//! pipe and a screen reader alike: every line is a sentence in reading order.

use std::collections::BTreeSet;
use std::io::{self, BufRead, Write};
use std::time::Instant;

use super::terminal::paragraph;
use crate::attempt::{Mode, Playing};
use crate::session::{Ask, Event, Given, PromiseState, State, Step};
use crate::words::{Words, keys};

/// What the trainee answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A reply.
    Reply(Given),
    /// They leave; the place is kept.
    Leave,
}

/// A conversation told as text.
pub struct Talk<'a> {
    /// What is played.
    pub playing: Playing,
    /// The interface's texts.
    pub words: &'a Words,
    /// Tells once that lines are not being kept.
    pub tell_trouble: fn(&str),
}

/// Plays on until the conversation ends, the trainee leaves or the input does.
///
/// # Errors
/// Where the output cannot be written or the input cannot be read.
pub fn converse(talk: &mut Talk<'_>, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<()> {
    let mut told = false;
    loop {
        if let Some(trouble) = talk.playing.keeper().trouble().filter(|_| !told) {
            (talk.tell_trouble)(trouble);
            told = true;
        }
        talk.tell(out)?;
        if talk.playing.now().state.ending.is_some() {
            return Ok(());
        }
        let since = Instant::now();
        let Heard::Reply(given) = talk.listen(input, out)? else { return Ok(()) };
        let coaching = talk.words.coaching(talk.playing.session(), &talk.playing.now().state, &given);
        match talk.playing.answer(given, since.elapsed()) {
            Err(refusal) => paragraph(out, "! ", &format!("{refusal}."))?,
            Ok(()) if talk.playing.keeper().mode() == Mode::Practice && !coaching.is_empty() => {
                paragraph(out, &talk.words.text("coach-mark"), &coaching)?;
            }
            Ok(()) => {}
        }
    }
}

impl Talk<'_> {
    /// Tells what happened and what is said now.
    fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        let Step { state, events } = self.playing.now();
        let session = self.playing.session();
        writeln!(out)?;
        for event in events {
            self.tell_event(event, out)?;
        }
        let spoken = events.iter().any(|event| matches!(event, Event::Entered(_)));
        let Some(beat) = session.beat(state).filter(|_| spoken || events.is_empty()) else { return Ok(()) };
        let scenario = session.scenario();
        let place = format!(
            "{} · {}",
            self.words.text(keys::phase(scenario.phase(beat))),
            self.words.text(keys::channel(scenario.channel(beat)))
        );
        paragraph(out, "", &format!("[{place}]"))?;
        if let Some(scene) = &beat.scene {
            paragraph(out, "", &format!("({scene})"))?;
        }
        if let Some(says) = self.playing.session().says(state) {
            let feeling = self.words.text(keys::feeling(state.customer.feeling()));
            paragraph(out, "", &format!("{} ({feeling}): {}", scenario.customer.name, self.words.quoted(says)))?;
        }
        Ok(())
    }

    fn tell_event(&self, event: &Event, out: &mut dyn Write) -> io::Result<()> {
        let promise = |id| {
            self.playing.session().scenario().promises.get(id).map(|promise| promise.what.clone()).unwrap_or_default()
        };
        let text = match event {
            Event::NewContact { days: 0 } => self.words.text("event-new-contact"),
            Event::NewContact { days } => {
                self.words.format("event-days-later", &[("days", usize::try_from(*days).unwrap_or_default().into())])
            }
            Event::Promise(id, state) => {
                let key = match state {
                    PromiseState::Open => "event-promise-made",
                    PromiseState::Kept => "event-promise-kept",
                    PromiseState::Broken => "event-promise-broken",
                    PromiseState::Lapsed => "event-promise-lapsed",
                    PromiseState::LeftOpen => return Ok(()),
                };
                self.words.format(key, &[("promise", promise(id).as_str().into())])
            }
            Event::Renegotiated(id) => {
                self.words.format("event-promise-moved", &[("promise", promise(id).as_str().into())])
            }
            Event::Ended(ending) if ending.left => self
                .words
                .format("event-left", &[("name", self.playing.session().scenario().customer.name.as_str().into())]),
            Event::Ended(_)
            | Event::FailedAgain
            | Event::Landed(_)
            | Event::Entered(_)
            | Event::PassedOver(_)
            | Event::Revealed(_)
            | Event::Noticed(_) => {
                return Ok(());
            }
        };
        paragraph(out, "— ", &text)
    }

    /// Shows the replies and reads one.
    fn listen(&self, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Heard> {
        let state = &self.playing.now().state;
        let options = self.options(state);
        writeln!(out)?;
        paragraph(out, "", &self.words.text(self.ask_key(state)))?;
        for (index, (_, text)) in options.iter().enumerate() {
            paragraph(out, &format!("  {}. ", index + 1), text)?;
        }
        loop {
            write!(out, "> ")?;
            out.flush()?;
            let mut line = String::new();
            if input.read_line(&mut line)? == 0 {
                writeln!(out)?;
                return Ok(Heard::Leave);
            }
            if line.trim() == "silence" && self.playing.session().silence(state).is_some() {
                return Ok(Heard::Reply(Given::Silence));
            }
            match Self::understand(&state.ask, &options, line.trim()) {
                Some(heard) => return Ok(heard),
                None => paragraph(out, "! ", &self.help(state, &options))?,
            }
        }
    }

    /// The replies, numbered as they are shown: id and text.
    fn options(&self, state: &State) -> Vec<(String, String)> {
        let offered = self.playing.session().offered(state);
        match &state.ask {
            Ask::Choose(_) => offered.map(|(id, one)| (id.to_string(), one.line())).collect(),
            Ask::Commit(_) => offered
                .map(|(id, one)| {
                    let card = self.playing.session().card(&state.beat, id);
                    let unsaid = |text: Option<String>, key| text.unwrap_or_else(|| self.words.text(key));
                    let who = unsaid(card.who, "promise-nobody");
                    let when = unsaid(card.when, "promise-no-date");
                    (id.to_string(), format!("{} · {who} · {when}. {}", card.what, one.line()))
                })
                .collect(),
            Ask::Paraphrase(fragments) => fragments
                .iter()
                .map(|f| (f.id.clone(), self.playing.session().fragment_text(&state.beat, &f.id)))
                .collect(),
            Ask::Nothing => Vec::new(),
        }
    }

    /// What a typed line means, if it means anything.
    fn understand(ask: &Ask, options: &[(String, String)], line: &str) -> Option<Heard> {
        if matches!(line, "q" | "quit" | "leave") {
            return Some(Heard::Leave);
        }
        let several = matches!(ask, Ask::Paraphrase(_));
        let mut chosen = BTreeSet::new();
        for word in line.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|word| !word.is_empty()) {
            let numbered = word.parse::<usize>().ok().and_then(|number| options.get(number.checked_sub(1)?));
            let named = || options.iter().find(|(id, _)| id == word);
            let (id, _) = numbered.or_else(named)?;
            chosen.insert(id.clone());
        }
        let mut ids = chosen.iter();
        match (ids.next(), ids.next()) {
            (None, _) => None,
            _ if several => Some(Heard::Reply(Given::Fragments(chosen))),
            (Some(id), None) => Some(Heard::Reply(Given::Reply(id.as_str().into()))),
            (Some(_), Some(_)) => None,
        }
    }

    /// What can be typed.
    fn help(&self, state: &State, options: &[(String, String)]) -> String {
        let key = if matches!(state.ask, Ask::Paraphrase(_)) { "text-help-several" } else { "text-help-one" };
        let help = self.words.format(key, &[("n", options.len().into())]);
        match self.playing.session().silence(state) {
            Some(_) => format!("{help} {}", self.words.text("text-help-silence")),
            None => help,
        }
    }

    /// What is asked: to say, to write, or to do.
    fn ask_key(&self, state: &State) -> &'static str {
        let session = self.playing.session();
        let written = session.beat(state).is_some_and(|beat| session.scenario().channel(beat).is_written());
        let says = || session.offered(state).any(|(_, one)| one.say.is_some());
        match &state.ask {
            Ask::Choose(_) if !says() => "ask-choose-do",
            Ask::Choose(_) if written => "ask-choose-written",
            Ask::Choose(_) => "ask-choose",
            Ask::Paraphrase(_) => "ask-paraphrase-text",
            Ask::Commit(_) => "ask-commit-text",
            Ask::Nothing => "ask-nothing",
        }
    }
}
