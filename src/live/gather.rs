//! Gathers a board from a store, again and again. What was scored once is not scored again.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::board::{Board, Competency, Count, Results, Stage, told, told_of_all};
use super::fives::Fives;
use crate::attempt::{Attempt, Obstacle, Voice, replay, session_of};
use crate::customer::Outcome;
use crate::diag::Source;
use crate::measurement::privacy::{LEAST, Nobody};
use crate::scenario::{Checked, CompetencyId, Phase, Rules, load};
use crate::score::scorecard;
use crate::store::{Filter, Store, StoreError};

/// What a board is asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The group; everybody where there is none.
    pub cohort: Option<String>,
    /// Id of the scenario; all of them where there is none.
    pub scenario: Option<String>,
    /// Attempts that were begun then or later.
    pub since: Option<Timestamp>,
}

/// Somebody, by the name they chose. Whoever chose none is one person: nothing tells them apart.
type Person = Option<String>;

/// What an attempt earned.
#[derive(Clone, Debug)]
struct Earned {
    scores: BTreeMap<CompetencyId, u16>,
    outcome: Option<Outcome>,
}

/// Gathers boards.
#[derive(Debug)]
pub struct Gatherer {
    rules: Arc<Rules>,
    /// Scenarios by hash; none where the text is not kept or cannot be played any more.
    scenarios: BTreeMap<String, Option<Arc<Checked>>>,
    earned: BTreeMap<Uuid, Option<Earned>>,
    /// The people whose results are told of.
    finished: Fives<Person>,
    /// The people whose answers are told of.
    answered: Fives<Person>,
}

impl Gatherer {
    /// One that has scored nothing yet; `known` scenarios need not be in the store.
    #[must_use]
    pub fn new(rules: Arc<Rules>, known: impl IntoIterator<Item = Arc<Checked>>) -> Self {
        let scenarios = known.into_iter().map(|one| (one.hash().to_owned(), Some(one))).collect();
        let (finished, answered) = (Fives::default(), Fives::default());
        Self { rules, scenarios, earned: BTreeMap::new(), finished, answered }
    }

    /// How things stand in a store now.
    ///
    /// # Errors
    /// Why the store cannot be read.
    pub fn look(&mut self, store: &dyn Store, asked: &Asked) -> Result<Board, StoreError> {
        let Asked { cohort, scenario, since } = asked.clone();
        let attempts = store.attempts(&Filter { cohort, scenario, since, ..Filter::default() })?;
        let mut people: BTreeMap<Person, Vec<&Attempt>> = BTreeMap::new();
        for attempt in &attempts {
            people.entry(attempt.start.trainee.clone()).or_default().push(attempt);
        }
        let (stages, begun) = self.stages(store, &people);
        let results = self.results(store, &people);
        let voices = self.voices(&people);
        Ok(Board {
            begun,
            stages,
            unnamed: attempts.iter().filter(|one| one.start.trainee.is_none()).count() > 1,
            results,
            answered: (!voices.is_empty()).then_some(voices.len()),
            obstacles: obstacles(&voices),
            confident: confident(&voices),
            names: people.iter().filter(|(_, own)| first(own).is_some()).filter_map(|(name, _)| name.clone()).collect(),
        })
    }

    fn stages(
        &mut self,
        store: &dyn Store,
        people: &BTreeMap<Person, Vec<&Attempt>>,
    ) -> (Vec<super::Told<Stage>>, Count) {
        let at: Vec<Stage> = people.values().map(|own| self.stage(store, own)).collect();
        let counts = Stage::ALL.map(|stage| (stage, at.iter().filter(|one| **one == stage).count()));
        told(&counts, Nobody::Told)
    }

    /// How far somebody is, who may have begun more than once.
    fn stage(&mut self, store: &dyn Store, own: &[&Attempt]) -> Stage {
        if first(own).is_some() {
            return Stage::Finished;
        }
        let Some(open) = own.iter().rev().find(|one| one.end.is_none()) else { return Stage::Stopped };
        let scenario = self.scenario(store, &open.start.hash);
        let beat = open.decisions.last().map(|decision| &decision.beat);
        let phase = scenario.zip(beat).and_then(|(scenario, beat)| Some(scenario.phase(scenario.beats.get(beat)?)));
        if phase == Some(Phase::After) { Stage::FollowingUp } else { Stage::UnderWay }
    }

    fn results(&mut self, store: &dyn Store, people: &BTreeMap<Person, Vec<&Attempt>>) -> Option<Results> {
        let mut firsts: Vec<(&Person, &Attempt)> =
            people.iter().filter_map(|(name, own)| Some((name, first(own)?))).collect();
        firsts.retain(|(_, attempt)| self.earned(store, attempt).is_some());
        firsts.sort_by_key(|(_, attempt)| attempt.end.as_ref().map(|end| end.ended));
        let there: Vec<Person> = firsts.iter().map(|(name, _)| (*name).clone()).collect();
        self.finished.take_in(&there);
        let told_of = firsts.iter().filter(|(name, _)| self.finished.has(name));
        let earned: Vec<&Earned> =
            told_of.filter_map(|(_, one)| self.earned.get(&one.start.attempt)?.as_ref()).collect();
        if earned.len() < LEAST {
            return None;
        }
        let endings = Outcome::ALL.map(|one| (one, earned.iter().filter(|play| play.outcome == Some(one)).count()));
        let rubric = &self.rules.rubric;
        let competency = |id: &str| {
            let id = CompetencyId::from(id);
            let scores: Vec<u16> = earned.iter().filter_map(|play| play.scores.get(&id).copied()).collect();
            Competency::of(id, &scores, |score| rubric.band(score.into()))
        };
        Some(Results {
            people: earned.len(),
            competencies: rubric.competencies.iter().map(|one| competency(&one.id)).collect(),
            endings: told_of_all(&endings),
        })
    }

    /// The latest answers of those who are told of.
    fn voices(&mut self, people: &BTreeMap<Person, Vec<&Attempt>>) -> Vec<Voice> {
        let latest = |own: &[&Attempt]| own.iter().filter_map(|one| one.voice).max_by_key(|voice| voice.at);
        let mut voices: Vec<(&Person, Voice)> =
            people.iter().filter_map(|(name, own)| Some((name, latest(own)?))).collect();
        voices.retain(|(_, voice)| voice.obstacle.is_some());
        voices.sort_by_key(|(_, voice)| voice.at);
        let there: Vec<Person> = voices.iter().map(|(name, _)| (*name).clone()).collect();
        self.answered.take_in(&there);
        voices.into_iter().filter(|(name, _)| self.answered.has(name)).map(|(_, voice)| voice).collect()
    }

    /// What a finished attempt earned; none where it cannot be replayed.
    fn earned(&mut self, store: &dyn Store, attempt: &Attempt) -> Option<&Earned> {
        let id = attempt.start.attempt;
        let known = self.earned.contains_key(&id);
        if !known {
            let scenario = self.scenario(store, &attempt.start.hash);
            let earned = scenario.and_then(|scenario| self.score(attempt, scenario));
            self.earned.insert(id, earned);
        }
        self.earned.get(&id)?.as_ref()
    }

    fn score(&self, attempt: &Attempt, scenario: Arc<Checked>) -> Option<Earned> {
        let session = session_of(attempt, scenario, Arc::clone(&self.rules)).ok()?;
        let card = scorecard(&session, &replay(&session, attempt).ok()?);
        let enough = card.competencies.into_iter().filter(|one| one.enough);
        let scores = enough.filter_map(|one| Some((one.id, one.score?))).collect();
        Some(Earned { scores, outcome: card.ending.map(|closing| closing.outcome) })
    }

    /// A scenario by its hash.
    fn scenario(&mut self, store: &dyn Store, hash: &str) -> Option<Arc<Checked>> {
        let known = self.scenarios.contains_key(hash);
        if !known {
            let text = store.scenario(hash).ok().flatten();
            let loaded = text.and_then(|text| load(&Source::new(format!("{hash}.ron"), text), &self.rules).ok());
            self.scenarios.insert(hash.to_owned(), loaded.map(Arc::new));
        }
        self.scenarios.get(hash)?.clone()
    }
}

/// The first attempt somebody finished.
fn first<'a>(own: &[&'a Attempt]) -> Option<&'a Attempt> {
    own.iter().copied().find(|one| one.is_finished())
}

/// What stands in the way, most named first; what may not be counted comes last.
fn obstacles(voices: &[Voice]) -> Vec<super::Told<Obstacle>> {
    if voices.is_empty() {
        return Vec::new();
    }
    let counts = Obstacle::ALL.map(|one| (one, voices.iter().filter(|voice| voice.obstacle == Some(one)).count()));
    let mut told = told_of_all(&counts);
    told.sort_by_key(|one| match one.count {
        Count::People(people) => usize::MAX - people,
        Count::Few | Count::Held => usize::MAX,
    });
    told
}

/// The mean confidence, in tenths.
fn confident(voices: &[Voice]) -> Option<u32> {
    let steps: Vec<u32> = voices.iter().filter_map(|voice| voice.confident.map(u32::from)).collect();
    let people = u32::try_from(steps.len()).ok().filter(|_| steps.len() >= LEAST)?;
    Some((20 * steps.iter().sum::<u32>() + people) / (2 * people))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::attempt::{Mode, Opening, Playing};
    use crate::bots::{Bot, Reader};
    use crate::store::Sqlite;

    const TEXT: &str = include_str!("../../scenarios/wrong-form.ron");

    /// A room that trains with the wrong form.
    struct Room {
        store: Arc<Sqlite>,
        rules: Arc<Rules>,
        scenario: Arc<Checked>,
        gatherer: Gatherer,
        _folder: tempfile::TempDir,
    }

    impl Room {
        fn new() -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            let rules = Arc::new(Rules::builtin());
            let scenario = Arc::new(load(&Source::new("wrong-form.ron", TEXT.to_owned()), &rules).expect("it loads"));
            let store = Arc::new(Sqlite::in_folder(folder.path()).for_cohort(Some("october".into())));
            let gatherer = Gatherer::new(Arc::clone(&rules), None);
            Self { store, rules, scenario, gatherer, _folder: folder }
        }

        /// Somebody begins and takes the best reply each time, as often as is said.
        fn plays(&self, name: &str, decisions: usize) -> Playing {
            let opening = Opening {
                seed: Some(1),
                mode: Mode::Assessment,
                trainee: Some(name.to_owned()),
                ..Opening::new(Arc::clone(&self.scenario), TEXT, Arc::clone(&self.rules))
            };
            let mut playing = Playing::start(opening, Arc::clone(&self.store) as _).expect("an attempt");
            let bot = Bot::find("perfect").expect("a bot");
            let turns = bot.play(playing.session(), &mut Reader::new(playing.session()), decisions);
            for turn in turns {
                playing.answer(turn.given, Duration::ZERO).expect("it is offered");
            }
            playing
        }

        fn board(&mut self, cohort: &str) -> Board {
            let asked = Asked { cohort: Some(cohort.into()), scenario: Some("wrong-form".into()), since: None };
            self.gatherer.look(&*self.store, &asked).expect("a board")
        }
    }

    #[test]
    fn results_come_from_five_people_on_and_five_at_a_time() {
        let mut room = Room::new();
        for people in 1..=11 {
            room.plays(&format!("p{people:02}"), 99);
            let told = room.board("october").results.map_or(0, |results| results.people);
            assert_eq!(told, people / 5 * 5, "of {people}");
        }
        let board = room.board("october");
        assert_eq!((board.begun, board.names.len()), (Count::People(11), 11));
        assert!(board.results.is_some_and(|results| results.competencies.iter().any(|one| one.mean.is_some())));
        assert_eq!(room.board("november").begun, Count::People(0), "another group");
    }

    #[test]
    fn somebody_who_plays_twice_is_one_person_and_who_is_under_way_is_no_result() {
        let mut room = Room::new();
        for name in ["a", "b", "c", "d", "d", "d"] {
            room.plays(name, 99);
        }
        for name in ["e", "f", "g", "h", "i"] {
            room.plays(name, 1);
        }
        let board = room.board("october");
        assert_eq!(board.results, None, "four have finished, however often");
        assert_eq!(board.names, ["a", "b", "c", "d"]);
        let at = |stage| board.stages.iter().find(|told| told.what == stage).map(|told| told.count);
        assert_eq!(at(Stage::Finished), Some(Count::Few));
    }

    #[test]
    fn what_stands_in_the_way_is_counted_for_groups_and_the_latest_answer_counts() {
        let mut room = Room::new();
        for person in 0..10 {
            let mut playing = room.plays(&format!("p{person}"), 99);
            playing.hear(Some(1), Some(Obstacle::Nothing));
            playing.hear(Some(4), Some(if person < 6 { Obstacle::Time } else { Obstacle::Policy }));
            if person == 3 {
                assert_eq!(room.board("october").answered, None);
            }
        }
        let board = room.board("october");
        assert_eq!((board.answered, board.confident), (Some(10), Some(40)));
        let first = board.obstacles.first().map(|told| (told.what, told.count));
        assert_eq!(first, Some((Obstacle::Time, Count::People(6))));
        assert!(
            board.obstacles.iter().skip(1).all(|told| !matches!(told.count, Count::People(_))),
            "{:?}",
            board.obstacles
        );
    }
}
