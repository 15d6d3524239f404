//! A store of synthetic people: each has one habit of the simulated trainees, most of them a better one in their second year. They play
//! the shipped scenarios over two years, as practice or assessment, again and again, are interrupted, and say what stands in their way.

use std::path::Path;
use std::sync::Arc;

use amends::attempt::{Decision, End, How, Line, Mode, Obstacle, Place, Settings, Start, Voice};
use amends::bots::{Bot, Chance, Reader};
use amends::library;
use amends::scenario::Rules;
use amends::session::Session;
use amends::store::Piece;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::filling::Filling;

/// Groups people train in.
const COHORTS: usize = 40;
/// Two years, in minutes.
const SPAN: usize = 730 * 24 * 60;
/// Attempts that are taken in at one stroke.
const BATCH: usize = 20_000;
/// Habits of the first year and of the second, by how many people of a hundred have them.
const HABITS: [(&str, &str, usize); 6] = [
    ("defensive", "listener", 15),
    ("random", "cause-only", 20),
    ("listener", "skilled", 20),
    ("cause-only", "skilled", 20),
    ("skilled", "skilled", 20),
    ("skilled", "perfect", 5),
];
/// The measures before and after a course, at the beginning of the two years and at their end.
const MEASURES: [&str; 2] = ["wrong-form", "waiting-room"];

/// An attempt that is to be played.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Plan {
    minute: u32,
    person: u32,
    scenario: u16,
    measure: Option<u8>,
}

/// Fills a store, in a folder or at the address of a server, with so many attempts of so many people.
pub fn make(place: &str, attempts: usize, people: usize) {
    let rules = Arc::new(Rules::builtin());
    let mut sessions: Vec<Session> = Vec::new();
    let mut filling = Filling::of(place);
    for entry in library::list(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"), &rules).unwrap() {
        let scenario = entry.scenario.unwrap();
        filling.text(scenario.hash(), &std::fs::read_to_string(&entry.path).unwrap());
        sessions.push(Session::new(scenario, Arc::clone(&rules), 0, None).unwrap());
    }
    let mut readers: Vec<Reader> = sessions.iter().map(Reader::new).collect();
    let plans = plans(&sessions, attempts, people);
    let hash = rules.hash();
    for (number, lot) in plans.chunks(BATCH).enumerate() {
        let mut pieces = lot.iter().enumerate().map(|(at, plan)| {
            let which = usize::from(plan.scenario);
            let number = number * BATCH + at;
            piece(&sessions[which], &mut readers[which], plan, number, &hash)
        });
        filling.take(&mut pieces);
        println!("{} attempts", number * BATCH + lot.len());
    }
}

/// What is played when, in the order of time: as a store fills in life.
fn plans(sessions: &[Session], attempts: usize, people: usize) -> Vec<Plan> {
    let mut chance = Chance::new("a million attempts", 1);
    let place = |id: &str| sessions.iter().position(|session| session.scenario().id == id).unwrap();
    let mut plans: Vec<Plan> = (0..attempts)
        .map(|number| Plan {
            minute: chance.below(SPAN) as u32,
            person: (number % people) as u32,
            scenario: chance.below(sessions.len()) as u16,
            measure: None,
        })
        .collect();
    for (number, plan) in plans.iter_mut().enumerate().take(people * 2) {
        let (round, person) = (number / people, number % people);
        plan.scenario = place(MEASURES[(round + person) % 2]) as u16;
        plan.minute = (round * (SPAN - 20_000) + chance.below(20_000)) as u32;
        plan.measure = Some(round as u8);
    }
    plans.sort_unstable();
    plans
}

fn piece(session: &Session, reader: &mut Reader, plan: &Plan, number: usize, rules: &str) -> Piece {
    let mut chance = Chance::new("an attempt", number as u64);
    let Plan { minute, person, measure, .. } = *plan;
    let mut own = Chance::new("a person", person.into());
    let luck = own.below(100);
    let mut below = 0;
    let habit = HABITS.iter().find(|(_, _, share)| {
        below += share;
        luck < below
    });
    let (first, second, _) = habit.unwrap();
    let later = minute as usize > SPAN / 2;
    let bot = Bot::find(if later { second } else { first }).unwrap();
    let begin: Timestamp = "2025-01-01T00:00:00Z".parse().unwrap();
    let started = begin + SignedDuration::from_mins(minute.into()) + SignedDuration::from_micros(number as i64);
    let scenario = session.scenario();
    let session = session.with_seed(chance.below(1 << 30) as u64);
    let attempt = Uuid::from_u128(0x4000_8000_0000_0000_0000 + ((number as u128 * 0x9e37_79b9_7f4a_7c15) << 48));
    let practice = measure.is_none() && chance.happens(3, 10);
    let most = if measure.is_none() && chance.happens(1, 25) { 2 } else { usize::MAX };
    let mut lines = vec![Line::Start(Box::new(Start {
        attempt,
        scenario: scenario.id.clone(),
        hash: scenario.hash().to_owned(),
        shape: scenario.shape().to_owned(),
        rules: rules.to_owned(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        seed: session.seed(),
        persona: session.persona().id.clone(),
        form: None,
        language: scenario.language.clone(),
        mode: if practice { Mode::Practice } else { Mode::Assessment },
        settings: Settings::default(),
        trainee: Some(format!("P{person:05}")),
        course: measure.map(|round| Place {
            course: "first-steps".to_owned(),
            stage: ["before", "after"][usize::from(round)].to_owned(),
        }),
        cohort: Some(format!("Branch {:02}", person as usize % COHORTS + 1)),
        started,
    }))];
    let turns = bot.play(&session, reader, most);
    let ending = turns.last().and_then(|turn| turn.after.state.ending);
    for (n, turn) in (1..).zip(turns) {
        let ms = 4_000 + 500 * chance.below(30) as u64;
        lines.push(Line::Decision(Decision { attempt, n, beat: turn.before.beat.clone(), given: turn.given, ms }));
    }
    let how = match ending {
        Some(ending) if ending.left => How::Left,
        Some(_) => How::Finished,
        None => How::Interrupted,
    };
    let ended = started + SignedDuration::from_mins(9);
    lines.push(Line::End(End { attempt, how, ended }));
    if how != How::Interrupted && chance.happens(3, 10) {
        let confident = Some(1 + chance.below(5) as u8);
        let obstacle = chance.happens(2, 3).then(|| Obstacle::ALL[chance.below(6)]);
        lines.push(Line::Voice(Voice { attempt, confident, obstacle, at: ended }));
    }
    let Line::Start(start) = &lines[0] else { unreachable!("an attempt begins with its start") };
    Piece::Attempt {
        start: start.clone(),
        lines: lines.iter().map(|line| serde_json::to_string(line).unwrap()).collect(),
    }
}
