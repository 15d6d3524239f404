//! What other programs get: tables, workbooks, statements. Read back with what people read them with.

mod hostile;
mod sending;
mod server;
mod statements;
mod tables;

use std::path::Path;
use std::sync::Arc;

use amends::attempt::{Decision, End, How, Line, Mode, Recorder, Reflection, Settings, Start};
use amends::diag::Source;
use amends::export::{Replayed, Standings, Told};
use amends::scenario::{Checked, Rules, load};
use amends::score::scorecard;
use amends::session::{Ask, Given, Session};
use amends::store::{Filter, Sqlite, Store};
use uuid::Uuid;

use crate::program::{amends, err, pool};

/// A scenario with its text.
struct Played {
    scenario: Arc<Checked>,
    text: String,
    rules: Arc<Rules>,
}

impl Played {
    fn of(text: &str) -> Self {
        let rules = Arc::new(Rules::builtin());
        let scenario = Arc::new(load(&Source::new("played.ron", text), &rules).unwrap());
        Self { scenario, text: text.to_owned(), rules }
    }

    fn pool() -> Self {
        Self::of(&std::fs::read_to_string(pool()).unwrap())
    }
}

/// How somebody plays: always the reply at this place, counted round.
struct Play<'p> {
    trainee: Option<&'p str>,
    cohort: Option<&'p str>,
    mode: Mode,
    started: &'p str,
    pick: usize,
    /// Given up after so many decisions.
    stop: usize,
}

impl Default for Play<'_> {
    fn default() -> Self {
        let started = "2026-03-02T06:00:00Z";
        Self { trainee: None, cohort: None, mode: Mode::Assessment, started, pick: 0, stop: usize::MAX }
    }
}

/// The lines of an attempt.
fn lines(played: &Played, play: &Play<'_>) -> Vec<Line> {
    let session = Session::new(Arc::clone(&played.scenario), Arc::clone(&played.rules), 7, None).unwrap();
    let attempt = Uuid::new_v4();
    let scenario = &played.scenario;
    let started: jiff::Timestamp = play.started.parse().unwrap();
    let mut lines = vec![Line::Start(Box::new(Start {
        attempt,
        scenario: scenario.id.clone(),
        hash: scenario.hash().to_owned(),
        shape: scenario.shape().to_owned(),
        rules: played.rules.hash(),
        program: "0.1.0".into(),
        seed: 7,
        persona: session.persona().id.clone(),
        form: None,
        language: scenario.language.clone(),
        mode: play.mode,
        settings: Settings::default(),
        trainee: play.trainee.map(str::to_owned),
        course: None,
        cohort: play.cohort.map(str::to_owned),
        started,
    }))];
    let mut state = session.begin().state;
    let mut n = 0;
    while state.ending.is_none() && n < play.stop {
        n += 1;
        let given = match &state.ask {
            Ask::Choose(replies) | Ask::Commit(replies) => Given::Reply(replies[play.pick % replies.len()].clone()),
            Ask::Paraphrase(there) => {
                Given::Fragments(there.iter().take(play.pick % there.len() + 1).map(|one| one.id.clone()).collect())
            }
            Ask::Nothing => unreachable!("it is not over"),
        };
        let ms = 1_000 * u64::try_from(n).unwrap();
        lines.push(Line::Decision(Decision { attempt, n, beat: state.beat.clone(), given: given.clone(), ms }));
        state = session.apply(&state, &given).unwrap().state;
    }
    let how = match state.ending {
        None => How::Interrupted,
        Some(ending) if ending.left => How::Left,
        Some(_) => How::Finished,
    };
    let ended = started + jiff::SignedDuration::from_mins(20);
    lines.push(Line::End(End { attempt, how, ended }));
    lines
}

/// What somebody wrote about an attempt.
fn reflection(lines: &[Line], text: &str) -> Line {
    let at = "2026-03-02T07:00:00Z".parse().unwrap();
    Line::Reflection(Reflection { attempt: lines[0].attempt(), choice: vec![1], text: text.to_owned(), at })
}

/// Puts attempts into the store of a folder.
fn keep(data: &Path, played: &Played, attempts: &[Vec<Line>]) -> Sqlite {
    let store = Sqlite::in_folder(data);
    store.keep_scenario(played.scenario.hash(), &played.text).unwrap();
    for attempt in attempts {
        store.append(attempt).unwrap();
    }
    store
}

/// The attempts of a store as exports tell them, by name.
fn told(store: &dyn Store, played: &Played) -> Vec<Told> {
    let mut standings = Standings::default();
    let attempts = store.attempts(&Filter::default()).unwrap();
    let one = |attempt: amends::attempt::Attempt| {
        let session =
            Session::new(Arc::clone(&played.scenario), Arc::clone(&played.rules), attempt.start.seed, None).unwrap();
        let turns = amends::attempt::replay(&session, &attempt).unwrap();
        let card = scorecard(&session, &turns);
        let standing = standings.next(&attempt);
        Told {
            who: attempt.start.trainee.clone(),
            attempt,
            replayed: Ok(Replayed { session, turns, card, furthest: Some(20) }),
            standing,
        }
    };
    attempts.into_iter().map(one).collect()
}

/// A store with two assessments of Wanjiru, a practice of Otieno, and an attempt that nobody named and somebody gave up.
fn four(data: &Path) -> (Played, Sqlite) {
    let played = Played::pool();
    let wanjiru = |started: &'static str, pick| Play {
        trainee: Some("Wanjiru"),
        cohort: Some("Desk"),
        started,
        pick,
        ..Play::default()
    };
    let first = lines(&played, &wanjiru("2026-03-02T06:00:00Z", 1));
    let mut first_with = first.clone();
    first_with.push(reflection(&first, "I would ask first, said Akinyi"));
    let attempts = [
        first_with,
        lines(&played, &wanjiru("2026-03-03T06:00:00Z", 0)),
        lines(
            &played,
            &Play { trainee: Some("Otieno"), mode: Mode::Practice, started: "2026-03-04T06:00:00Z", ..Play::default() },
        ),
        lines(&played, &Play { stop: 2, started: "2026-03-05T06:00:00Z", ..Play::default() }),
    ];
    let store = keep(data, &played, &attempts);
    let wanjiru = amends::store::Person { name: "Wanjiru".into(), code: Some("W7".into()), cohort: None };
    store.keep_people(&[wanjiru]).unwrap();
    (played, store)
}

/// Runs the program on a data folder.
fn run(data: &Path, arguments: &[&str]) -> std::process::Output {
    amends(&[&["--data", data.to_str().unwrap()], arguments].concat(), "")
}

/// The same where all has to be fine.
fn run_well(data: &Path, arguments: &[&str]) -> std::process::Output {
    let output = run(data, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", err(&output));
    output
}

/// A table as RFC 4180 has it.
fn csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "the table ends with its last row");
    rows
}

/// The fields of one column by name.
fn column<'t>(table: &'t [Vec<String>], name: &str) -> Vec<&'t str> {
    let at = table[0].iter().position(|one| one == name).unwrap_or_else(|| panic!("no column {name}"));
    table[1..].iter().map(|row| row[at].as_str()).collect()
}
