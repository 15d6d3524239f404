//! After a conversation in the terminal, as in the window: first what the trainee would do differently, then the evidence beside
//! what was possible, then a goal for next time, two questions about work, and the model conversation for whoever asks for it.
//! Enter passes every question.

mod voice;

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use super::debrief::{Beside, write_debrief};
use super::terminal::paragraph;
use crate::attempt::Playing;
use crate::explore::along;
use crate::goals::{Goals, that_follow};
use crate::library;
use crate::plays::{model, steps};
use crate::score::{Evidence, Scorecard, scorecard};
use crate::session::Session;
use crate::words::{Value, Words, keys};

/// Memory that looking at everything that could have been played may use, in bytes; where it needs more no range is told.
const MEMORY: usize = 256 << 20;
/// How long the debrief waits for that after the answer, at most: what could have been is not worth more.
const PATIENCE: Duration = Duration::from_secs(5);
/// What ends every question.
const QUIT: &str = "q";

/// What lies beside an attempt that is debriefed in the terminal.
#[derive(Clone, Debug)]
pub struct Desk<'a> {
    /// The interface's texts.
    pub words: &'a Words,
    /// The name the trainee chose.
    pub trainee: Option<String>,
    /// The data folder, in which goals are kept.
    pub data: PathBuf,
    /// The scenario's file; its golden plays stand beside it.
    pub file: PathBuf,
}

/// Asks, debriefs, and asks what is next. Where the input has ended nobody is asked any more.
///
/// # Errors
/// Where the output cannot be written or the input cannot be read.
pub fn tell(playing: &mut Playing, desk: &Desk<'_>, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<()> {
    let session = playing.session().clone();
    // What could have been is looked at while the trainee thinks.
    let (explored, turns) = (session.clone(), playing.turns().to_vec());
    let (send, looked) = channel();
    let look = move || {
        // Nobody waits any more for a look that takes too long.
        let _ = send.send(along(&explored, &turns, MEMORY));
    };
    let _ = thread::Builder::new().spawn(look);
    let card = playing.scorecard();
    let answer = reflect(&card, desk.words, input, out)?;
    let goes_on = answer != Answer::Over;
    let said = match answer {
        Answer::Said { choice, text } => Some(playing.reflect(choice, &text)),
        Answer::Passed | Answer::Over => None,
    };
    let along = looked.recv_timeout(PATIENCE).ok().flatten();
    let beside = Beside { reflection: said.as_ref(), along: along.as_ref() };
    write_debrief(&session, &card, &beside, desk.words, out)?;
    let asked_further = goes_on && goal(&session, &card, desk, input, out)?;
    if asked_further && voice::ask(playing, desk.words, input, out)? {
        show_model(&session, desk, input, out)?;
    }
    Ok(())
}

/// A line that was typed, without its end; none where the input has ended or nothing more is wanted.
fn line(input: &mut dyn BufRead) -> io::Result<Option<String>> {
    let mut line = String::new();
    let read = input.read_line(&mut line)?;
    let line = line.trim().to_owned();
    Ok(Some(line).filter(|line| read > 0 && !line.eq_ignore_ascii_case(QUIT)))
}

/// What the trainee would do differently.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    /// They said it.
    Said {
        /// The decisions, by their numbers from 1; none where they would change nothing.
        choice: Vec<usize>,
        /// Their own words; may be empty.
        text: String,
    },
    /// They passed the question.
    Passed,
    /// They want nothing more, or the input has ended.
    Over,
}

/// Asks what the trainee would do differently.
fn reflect(card: &Scorecard, words: &Words, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Answer> {
    writeln!(out)?;
    paragraph(out, "", &words.text("debrief-question"))?;
    for evidence in &card.evidence {
        let said = if evidence.line.is_empty() { words.text("you-said-nothing") } else { evidence.line.clone() };
        paragraph(out, &format!("{:>2}. ", evidence.n), &said)?;
    }
    paragraph(out, "", &words.text("text-question-how"))?;
    Ok(line(input)?.map_or(Answer::Over, |line| answered(&line, card.evidence.len())))
}

/// The numbers at the beginning of an answer that are decisions, and the words after them.
fn answered(line: &str, decisions: usize) -> Answer {
    let mut choice = Vec::new();
    let mut rest = line.trim();
    let mut nothing = false;
    while let Some(token) = rest.split([' ', ',', ';', '\t']).next().filter(|token| !token.is_empty()) {
        match token.trim_end_matches(['.', ':', ')']).parse::<usize>() {
            Ok(0) => nothing = true,
            Ok(number) if number <= decisions => choice.push(number),
            // What cannot be a decision belongs to the words.
            Ok(_) | Err(_) => break,
        }
        rest = rest.get(token.len()..).unwrap_or_default().trim_start_matches([' ', ',', ';', '\t']);
    }
    choice.sort_unstable();
    choice.dedup();
    let said = nothing || !choice.is_empty() || !rest.is_empty();
    if said { Answer::Said { choice, text: rest.to_owned() } } else { Answer::Passed }
}

/// One of three goals, or one of their own. Whether the trainee is to be asked further.
fn goal(
    session: &Session,
    card: &Scorecard,
    desk: &Desk<'_>,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<bool> {
    let words = desk.words;
    let (from, goals) = that_follow(words, &session.rules().rubric, card);
    let Some(from) = from else { return Ok(true) };
    writeln!(out)?;
    paragraph(out, "", &words.text("debrief-goal"))?;
    paragraph(out, "", &words.format("debrief-goal-from", &[("competency", Value::Text(&from))]))?;
    for (goal, number) in goals.iter().zip(1_usize..) {
        paragraph(out, &format!("{number:>2}. "), goal)?;
    }
    paragraph(out, "", &words.text("text-goal-how"))?;
    let Some(answer) = line(input)? else { return Ok(false) };
    if !answer.is_empty() {
        let picked = answer.parse::<usize>().ok().and_then(|number| goals.get(number.checked_sub(1)?));
        let goal = picked.unwrap_or(&answer);
        Goals::read(&desk.data).keep(desk.trainee.as_deref(), goal, &desk.data);
        paragraph(out, "", &words.format("debrief-goal-kept", &[("goal", Value::Text(goal))]))?;
        paragraph(out, "", &words.text("debrief-goal-recalled"))?;
    }
    Ok(true)
}

/// The model conversation, where there is one and it is asked for.
fn show_model(session: &Session, desk: &Desk<'_>, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<()> {
    let plays: &Path = &desk.file.with_extension("plays.ron");
    let gives = library::read_source(plays).ok().and_then(|plays| model(&plays, session.scenario(), session.rules()));
    let Some(turns) = gives.and_then(|gives| session.play(&gives).ok()) else { return Ok(()) };
    let words = desk.words;
    writeln!(out)?;
    paragraph(out, "", &words.text("text-model-how"))?;
    if !line(input)?.is_some_and(|line| line.eq_ignore_ascii_case("model") || line.eq_ignore_ascii_case("m")) {
        return Ok(());
    }
    writeln!(out)?;
    paragraph(out, "", &format!("{} · {}", words.text("debrief-model-title"), session.scenario().title))?;
    paragraph(out, "", &words.text("debrief-model-note"))?;
    let card = scorecard(session, &turns);
    for (evidence, turn) in card.evidence.iter().zip(&turns) {
        let taken: Vec<String> = steps(session, turn).into_iter().map(|step| words.text(keys::step(step))).collect();
        moment(session, words, evidence, &taken, out)?;
        let feeling = words.text(keys::feeling(turn.after.state.customer.feeling()));
        paragraph(out, "    ", &words.format("debrief-model-feels", &[("feeling", Value::Text(&feeling))]))?;
    }
    let Some(closing) = &card.ending else { return Ok(()) };
    let customer = [("customer", Value::Text(&session.scenario().customer.name))];
    writeln!(out)?;
    paragraph(out, "", &words.format("debrief-model-end", &customer))?;
    paragraph(out, "", &closing.text)
}

/// One decision of the model conversation: what the customer says, the steps, what is said, and why it lands.
fn moment(
    session: &Session,
    words: &Words,
    evidence: &Evidence,
    steps: &[String],
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out)?;
    let cue = if evidence.spoken {
        let name = &session.scenario().customer.name;
        let cue = words.quoted(&evidence.cue);
        words.format("text-customer-said", &[("name", name.into()), ("cue", (&cue).into())])
    } else {
        format!("({})", evidence.cue)
    };
    paragraph(out, &format!("{:>2}. ", evidence.n), &cue)?;
    if !steps.is_empty() {
        paragraph(out, "    ", &format!("[{}]", steps.join(" · ")))?;
    }
    paragraph(out, "    ", &format!("{}: {}", words.text("debrief-model-said"), evidence.line))?;
    if evidence.because.is_empty() { Ok(()) } else { paragraph(out, "    ", &evidence.because) }
}

/// A goal from before, as the briefing reminds of it.
pub fn remind(desk: &Desk<'_>, out: &mut dyn Write) -> io::Result<()> {
    let goals = Goals::read(&desk.data);
    match goals.of(desk.trainee.as_deref()) {
        Some(goal) => paragraph(out, "", &format!("{} {goal}", desk.words.text("briefing-goal"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_numbers_and_words_and_an_empty_one_passes_the_question() {
        let said = |choice: &[usize], text: &str| Answer::Said { choice: choice.to_vec(), text: text.to_owned() };
        for (line, answer) in [
            (" ", Answer::Passed),
            ("0", said(&[], "")),
            ("4, 2 2", said(&[2, 4], "")),
            ("3. ask first, 2 of them", said(&[3], "ask first, 2 of them")),
            ("7 minutes were too long", said(&[], "7 minutes were too long")),
            ("listen", said(&[], "listen")),
        ] {
            assert_eq!(answered(line, 5), answer, "{line}");
        }
    }
}
