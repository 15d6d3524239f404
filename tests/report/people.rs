//! A cohort of synthetic people: each has a skill of their own in each competency, apologises worse than they listen, and gets a little
//! better with each conversation. They play the real scenarios through the same session as everybody.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use amends::attempt::{Decision, End, How, Line, Mode, Place, Settings, Start};
use amends::bots::{Chance, play};
use amends::library;
use amends::scenario::{Checked, ReplyId, Rules};
use amends::session::{Ask, Fragment, Given, Session, State};
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

/// A cohort.
pub struct Cohort<'a> {
    /// How many people.
    pub people: usize,
    /// The seed of their chance.
    pub seed: u64,
    /// The groups they belong to, in turn.
    pub cohorts: &'a [&'a str],
}

/// The measure before and after; which comes first is drawn for each person.
const MEASURE: (&str, &str) = ("wrong-form", "waiting-room");
/// What is played between the two, in this order.
const BETWEEN: [&str; 6] =
    ["heated-pool", "it-is-fine", "broken-gift", "anniversary-table", "loan-letter", "fifth-call"];

/// Every line of the attempts of a cohort, attempt after attempt.
///
/// # Errors
/// What went wrong, as a sentence.
pub fn lines(
    cohort: &Cohort<'_>,
    scenarios: &Path,
    keep: &mut dyn FnMut(Line) -> Result<(), String>,
) -> Result<(), String> {
    let rules = Arc::new(Rules::builtin());
    let mut sessions: BTreeMap<String, Session> = BTreeMap::new();
    for entry in library::list(scenarios, &rules)? {
        let scenario: Arc<Checked> = entry.scenario.map_err(|_| format!("{} is broken", entry.path.display()))?;
        let session =
            Session::new(Arc::clone(&scenario), Arc::clone(&rules), 0, None).map_err(|why| why.to_string())?;
        sessions.insert(scenario.id.clone(), session);
    }
    let first: Timestamp = "2026-06-01T08:00:00Z".parse().map_err(|error: jiff::Error| error.to_string())?;
    for person in 0..cohort.people {
        let code = format!("P{:05}", person * 7919 % 100_000);
        let mut chance = Chance::new(&code, cohort.seed);
        let own = i64::try_from(chance.below(500)).unwrap_or(0) + 150;
        let mut when = first + (i64::try_from(chance.below(60)).unwrap_or(0) * 24).hours();
        let (one, other) = MEASURE;
        let (before, after) = if chance.happens(1, 2) { (one, other) } else { (other, one) };
        let mut way: Vec<(&str, Option<&str>)> = vec![(before, Some("before"))];
        way.extend(BETWEEN.iter().filter(|_| chance.happens(4, 5)).map(|id| (*id, None)));
        way.push((after, Some("after")));
        for (n, (id, stage)) in way.into_iter().enumerate() {
            let Some(session) = sessions.get(id) else { continue };
            let skill = own + 35 * i64::try_from(n).unwrap_or(0);
            let mode = if chance.happens(1, 8) && stage.is_none() { Mode::Practice } else { Mode::Assessment };
            let given_up = chance.happens(1, 25) && stage.is_none();
            let group = cohort.cohorts.get(person % cohort.cohorts.len().max(1));
            let place = stage.map(|stage| Place { course: "first-steps".to_owned(), stage: stage.to_owned() });
            let start = start(session, &code, group.copied(), mode, place, when, &mut chance);
            play_one(session, start, skill, given_up, &mut chance, keep)?;
            when += (24 * (i64::try_from(chance.below(16)).unwrap_or(0) + 3)).hours();
        }
    }
    Ok(())
}

fn start(
    session: &Session,
    code: &str,
    cohort: Option<&str>,
    mode: Mode,
    course: Option<Place>,
    started: Timestamp,
    chance: &mut Chance,
) -> Start {
    let scenario = session.scenario();
    let mut bytes = [0_u8; 16];
    for byte in &mut bytes {
        *byte = u8::try_from(chance.below(256)).unwrap_or(0);
    }
    Start {
        attempt: uuid::Builder::from_random_bytes(bytes).into_uuid(),
        scenario: scenario.id.clone(),
        hash: scenario.hash().to_owned(),
        shape: scenario.shape().to_owned(),
        rules: session.rules().hash(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        seed: chance.below(1 << 30) as u64,
        persona: session.persona().id.clone(),
        form: None,
        language: scenario.language.clone(),
        mode,
        settings: Settings::default(),
        trainee: Some(code.to_owned()),
        course,
        cohort: cohort.map(str::to_owned),
        started,
    }
}

fn play_one(
    session: &Session,
    start: Start,
    skill: i64,
    given_up: bool,
    chance: &mut Chance,
    keep: &mut dyn FnMut(Line) -> Result<(), String>,
) -> Result<(), String> {
    let (attempt, started): (Uuid, Timestamp) = (start.attempt, start.started);
    let session = session.with_seed(start.seed);
    keep(Line::Start(Box::new(start)))?;
    let most = if given_up { 3 } else { usize::MAX };
    let turns = play(&session, most, |state| answer(&session, state, skill, chance));
    let ending = turns.last().and_then(|turn| turn.after.state.ending);
    for (n, turn) in turns.into_iter().enumerate() {
        let ms = 4_000 + 500 * chance.below(30) as u64;
        keep(Line::Decision(Decision { attempt, n: n + 1, beat: turn.before.beat.clone(), given: turn.given, ms }))?;
    }
    let how = match ending {
        Some(ending) if ending.left => How::Left,
        Some(_) => How::Finished,
        None => How::Interrupted,
    };
    keep(Line::End(End { attempt, how, ended: started + 10.minutes() }))
}

/// Weighs each reply by its levels, apologies least, and by chance the more the less skilled somebody is.
fn answer(session: &Session, state: &State, skill: i64, chance: &mut Chance) -> Option<Given> {
    match &state.ask {
        Ask::Choose(replies) | Ask::Commit(replies) => {
            let worth = |id: &ReplyId, chance: &mut Chance| {
                let levels = session.reply(&state.beat, id).map(|one| session.levels(one)).unwrap_or_default();
                let seen: i64 = levels
                    .iter()
                    .map(|(competency, level)| {
                        let weight = match competency.as_str() {
                            "apology" => 45,
                            "follow-through" => 75,
                            "accountability" => 130,
                            _ => 110,
                        };
                        weight * i64::from(*level)
                    })
                    .sum();
                seen * skill / 600 + i64::try_from(chance.below(700)).unwrap_or(0)
            };
            let mut best: Option<(i64, &ReplyId)> = None;
            for id in replies.iter() {
                let worth = worth(id, chance);
                if best.is_none_or(|(most, _)| worth > most) {
                    best = Some((worth, id));
                }
            }
            best.map(|(_, id)| Given::Reply(id.clone()))
        }
        Ask::Paraphrase(fragments) => {
            let able = 720 + usize::try_from(skill).unwrap_or(0) / 4;
            let ticks = |one: &&Fragment| {
                let right = chance.happens(able.min(980), 1_000);
                one.fact.is_some() == right
            };
            let mut chosen: Vec<String> = fragments.iter().filter(ticks).map(|one| one.id.clone()).collect();
            if chosen.is_empty() {
                chosen.extend(fragments.first().map(|one| one.id.clone()));
            }
            Some(Given::Fragments(chosen.into_iter().collect()))
        }
        Ask::Nothing => None,
    }
}

/// Writes the attempts of a cohort to look at: `COHORT=300 COHORT_FILE=/tmp/attempts.jsonl cargo test --test users -- --ignored write_a_cohort`.
#[test]
#[ignore = "writes a file for people"]
fn write_a_cohort_to_look_at() {
    let people = std::env::var("COHORT").unwrap().parse().unwrap();
    let file = std::env::var("COHORT_FILE").unwrap();
    let cohort = Cohort { people, seed: 1, cohorts: &["Mombasa", "Nairobi", "Kisumu"] };
    let mut text = String::new();
    lines(&cohort, &crate::program::root().join("scenarios"), &mut |line| {
        text += &(serde_json::to_string(&line).unwrap() + "\n");
        Ok(())
    })
    .unwrap();
    std::fs::write(file, text).unwrap();
}
