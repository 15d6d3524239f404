//! The exploration, beside a plain enumeration of every play of hundreds of generated conversations.

use std::collections::{BTreeMap, BTreeSet};

use amends::customer::Outcome;
use amends::explore::{Against, Answers, ClosingReply, MEMORY, explore};
use amends::scenario::{BeatId, CompetencyId, ReplyPath};
use amends::score::{Scorecard, scorecard};
use amends::session::{Ask, Event, Given, PromiseState, Session, State, Step, Turn};

use crate::bots::{scenario, session, the_pool};
use crate::models::random::random;
use crate::program::{amends, err, out, pool};

/// Every reply that can be given in a state; of summings-up one for each level and set of facts.
fn replies(session: &Session, state: &State) -> Vec<Given> {
    let mut replies = match &state.ask {
        Ask::Choose(ids) | Ask::Commit(ids) => ids.iter().cloned().map(Given::Reply).collect(),
        Ask::Paraphrase(fragments) => {
            let mut found = BTreeMap::new();
            for set in 1_u32..1 << fragments.len() {
                let chosen: BTreeSet<String> = fragments
                    .iter()
                    .enumerate()
                    .filter(|(place, _)| set >> place & 1 == 1)
                    .map(|(_, fragment)| fragment.id.clone())
                    .collect();
                let heard = session.heard(fragments, &chosen);
                let mut facts = heard.chosen.clone();
                facts.sort();
                found.entry((heard.level, facts)).or_insert(Given::Fragments(chosen));
            }
            found.into_values().collect()
        }
        Ask::Nothing => Vec::new(),
    };
    replies.extend(session.silence(state).map(|_| Given::Silence));
    replies
}

/// What every play together shows.
#[derive(Default)]
pub struct Enumerated {
    plays: u128,
    by_outcome: BTreeMap<Outcome, u128>,
    shortest: BTreeMap<Outcome, usize>,
    length: BTreeSet<usize>,
    scores: BTreeMap<(CompetencyId, Option<Outcome>), BTreeSet<u16>>,
    fewest: BTreeMap<CompetencyId, usize>,
    beats: BTreeSet<String>,
    replies: BTreeSet<ReplyPath>,
    /// By beat and reply: whether it ever, and always, put an end to the way to a happy ending.
    closing: BTreeMap<(String, ClosingReply), (bool, bool)>,
    /// By ending and which of its texts is said: how plays end on it.
    last_words: BTreeMap<(BeatId, u16), BTreeSet<Outcome>>,
}

/// Whether a promise broke after the last words were said.
fn is_disproved(events: &[Event]) -> bool {
    let spoken = events.iter().rposition(|event| matches!(event, Event::Entered(_))).unwrap_or(0);
    let broke = |event: &Event| matches!(event, Event::Promise(_, PromiseState::Broken | PromiseState::Lapsed));
    events[spoken..].iter().any(broke)
}

impl Enumerated {
    /// Tries out every play.
    pub fn of(session: &Session) -> Self {
        let mut all = Self::default();
        let first = session.begin();
        all.entered(&first.events);
        all.ended(session, &first);
        all.from(session, &first.state, &mut Vec::new());
        all
    }

    fn entered(&mut self, events: &[Event]) {
        for event in events {
            if let Event::Entered(beat) | Event::PassedOver(beat) = event {
                self.beats.insert(beat.to_string());
            }
        }
    }

    fn ended(&mut self, session: &Session, step: &Step) {
        let state = &step.state;
        let Some(ending) = state.ending.filter(|ending| !ending.left && !is_disproved(&step.events)) else { return };
        if let Some(said) = state.core.said.filter(|_| session.beat(state).is_some_and(|beat| beat.reply.is_none())) {
            self.last_words.entry((state.beat.clone(), said)).or_default().insert(ending.outcome);
        }
    }

    /// Plays on from a state, and says whether a happy ending was still possible.
    fn from(&mut self, session: &Session, state: &State, turns: &mut Vec<Turn>) -> bool {
        if let Some(ending) = state.ending {
            self.end(&scorecard(session, turns), turns.len(), ending.outcome, ending.left);
            return ending.outcome == Outcome::ReturnsAndRefers;
        }
        if let Ask::Choose(ids) | Ask::Commit(ids) = &state.ask {
            let paths = ids.iter().map(|reply| ReplyPath { beat: state.beat.clone(), reply: reply.clone() });
            self.replies.extend(paths);
        }
        let mut happy = Vec::new();
        for given in replies(session, state) {
            let after = session.apply(state, &given).unwrap();
            self.entered(&after.events);
            self.ended(session, &after);
            let next = after.state.clone();
            let reply = match (&given, &state.ask) {
                (Given::Reply(reply), _) => ClosingReply::Reply(reply.clone()),
                (Given::Fragments(chosen), Ask::Paraphrase(fragments)) => {
                    ClosingReply::Paraphrase(session.heard(fragments, chosen).level)
                }
                _ => ClosingReply::Silence,
            };
            turns.push(Turn { before: state.clone(), given, after });
            happy.push((reply, self.from(session, &next, turns)));
            turns.pop();
        }
        let open = happy.iter().any(|(_, happy)| *happy);
        if open {
            for (reply, happy) in happy {
                let (ever, always) = self.closing.entry((state.beat.to_string(), reply)).or_insert((false, true));
                *ever |= !happy;
                *always &= !happy;
            }
        }
        open
    }

    fn end(&mut self, card: &Scorecard, length: usize, outcome: Outcome, left: bool) {
        self.plays += 1;
        *self.by_outcome.entry(outcome).or_insert(0) += 1;
        self.length.insert(length);
        let shortest = self.shortest.entry(outcome).or_insert(length);
        *shortest = length.min(*shortest);
        for competency in &card.competencies {
            if let Some(score) = competency.score {
                for with in [None, Some(outcome)] {
                    self.scores.entry((competency.id.clone(), with)).or_default().insert(score);
                }
            }
            if !left {
                let fewest = self.fewest.entry(competency.id.clone()).or_insert(usize::MAX);
                *fewest = competency.decisions.min(*fewest);
            }
        }
    }
}

/// The play of a list of decisions, scored by the session itself.
fn played(session: &Session, play: &[Given]) -> (Scorecard, Option<Outcome>) {
    let turns = session.play(play).unwrap();
    let end = turns.last().map_or(session.begin().state.ending, |turn| turn.after.state.ending);
    (scorecard(session, &turns), end.map(|ending| ending.outcome))
}

/// Fails where the exploration and the enumeration differ; `told` says in what.
pub fn agree(session: &Session, all: &Enumerated, answers: &Answers, told: &str) {
    assert_eq!(answers.plays, Some(all.plays), "plays of {told}");
    let length = (*all.length.first().unwrap(), *all.length.last().unwrap());
    assert_eq!((answers.length.0 as usize, answers.length.1 as usize), length, "length of {told}");
    let shortest: BTreeMap<Outcome, usize> =
        answers.shortest.iter().map(|(outcome, play)| (*outcome, play.len())).collect();
    assert_eq!(shortest, all.shortest, "shortest plays of {told}");
    for (outcome, play) in &answers.shortest {
        assert_eq!(played(session, play).1, Some(*outcome), "{told}");
    }
    let shares = answers.shares.as_ref().unwrap();
    for (outcome, count) in &all.by_outcome {
        assert!((shares[outcome] - *count as f64 / all.plays as f64).abs() < 1e-9, "share of {outcome:?} in {told}");
    }
    let ranges: BTreeMap<_, _> = answers
        .scores
        .iter()
        .map(|range| ((range.competency.clone(), range.outcome), (range.least.score, range.greatest.score)))
        .collect();
    let expected: BTreeMap<_, _> = all
        .scores
        .iter()
        .map(|(key, scores)| (key.clone(), (*scores.first().unwrap(), *scores.last().unwrap())))
        .collect();
    assert_eq!(ranges, expected, "scores of {told}");
    for range in &answers.scores {
        for extreme in [&range.least, &range.greatest] {
            let (card, outcome) = played(session, &extreme.play);
            let scored = card.competencies.iter().find(|one| one.id == range.competency).unwrap();
            assert_eq!((scored.score, scored.earned, scored.best), (Some(extreme.score), extreme.earned, extreme.best));
            assert!(range.outcome.is_none() || range.outcome == outcome, "{told}");
        }
    }
    for few in &answers.fewest {
        assert_eq!(few.decisions as usize, all.fewest[&few.competency], "{} in {told}", few.competency);
    }
    let closing: BTreeMap<_, _> =
        answers.closing.iter().map(|one| ((one.beat.to_string(), one.reply.clone()), one.always)).collect();
    let expected: BTreeMap<_, _> =
        all.closing.iter().filter(|(_, (ever, _))| *ever).map(|(key, (_, always))| (key.clone(), *always)).collect();
    assert_eq!(closing, expected, "closing replies of {told}");
}

/// Last words that are told both of a customer who comes back and of one who is lost; how many there are.
fn agree_on_last_words(session: &Session, all: &Enumerated, found: &[Against], told: &str) -> usize {
    let expected: BTreeMap<_, _> = all
        .last_words
        .iter()
        .filter(|(_, outcomes)| {
            outcomes.contains(&Outcome::ReturnsAndRefers) && outcomes.iter().any(|one| one.is_lost())
        })
        .map(|(words, outcomes)| (words.clone(), outcomes.clone()))
        .collect();
    let words = |one: &Against| (one.beat.clone(), u16::try_from(one.variant).unwrap());
    let known = found.iter().map(|one| (words(one), one.outcomes.iter().copied().collect())).collect();
    assert_eq!(expected, known, "last words of {told}");
    for one in found {
        for way in [&one.happy, &one.lost] {
            let turns = session.play(&way.play).unwrap();
            let end = turns.last().map_or(session.begin().state, |turn| turn.after.state.clone());
            assert_eq!((end.beat, end.core.said.unwrap()), words(one), "{told}");
            assert_eq!(end.ending.map(|ending| (ending.outcome, ending.left)), Some((way.outcome, false)), "{told}");
        }
    }
    found.len()
}

#[test]
fn it_agrees_with_trying_out_every_play() {
    let mut plays = 0;
    let mut against = 0;
    for seed in 0..300_u64 {
        let text = random(seed, 2 + usize::try_from(seed % 5).unwrap());
        let session = session(&scenario(&text), seed);
        let all = Enumerated::of(&session);
        plays += all.plays;
        let found = explore(&session, MEMORY);
        let told = format!("{seed}:\n{text}");
        let missed: BTreeSet<String> = found.reached.beats_missed.iter().map(ToString::to_string).collect();
        let reached = session.scenario().beats.keys().map(ToString::to_string).filter(|beat| !missed.contains(beat));
        assert_eq!(reached.collect::<BTreeSet<_>>(), all.beats, "beats of {told}");
        for path in &found.reached.replies_missed {
            assert!(!all.replies.contains(path), "{path} of {told}");
        }
        assert_eq!(
            found.reached.outcomes.iter().copied().collect::<BTreeSet<_>>(),
            all.by_outcome.keys().copied().collect()
        );
        agree(&session, &all, found.answers.as_ref().unwrap(), &told);
        against += agree_on_last_words(&session, &all, &found.reached.against, &told);
    }
    assert!(against > 10, "only {against} last words were told against an outcome");
    assert!(plays > 10_000, "only {plays} plays were compared");
}

/// Found by mangling: a silence for which a higher level is written than any reply of its beat has.
#[test]
fn saying_nothing_earns_no_more_than_the_best_reply() {
    let text = include_str!("models/silence-above-the-best.ron");
    let session = session(&scenario(text), 0);
    let all = Enumerated::of(&session);
    agree(&session, &all, explore(&session, MEMORY).answers.as_ref().unwrap(), text);
    let (card, _) = played(&session, &[Given::Silence]);
    let scores: Vec<Option<u16>> = card.competencies.iter().map(|one| one.score).collect();
    assert!(scores.iter().flatten().all(|score| *score <= 1000), "{scores:?}");
    assert!(scores.contains(&Some(1000)), "{scores:?}: it is worth as much as the best");
}

#[test]
fn it_says_when_memory_ran_out_and_gives_nothing_that_is_not_proved() {
    let session = session(&the_pool(), 1);
    let found = explore(&session, 200_000);
    assert!(!found.is_complete());
    assert!(found.states > 100, "{}", found.states);
    let whole = explore(&session, MEMORY);
    assert!(whole.is_complete() && whole.states > found.states);
    for outcome in &found.reached.outcomes {
        assert!(whole.reached.outcomes.contains(outcome));
    }
}

#[test]
fn the_pool_can_end_in_every_way_and_every_part_of_it_comes_up() {
    let session = session(&the_pool(), 1);
    let found = explore(&session, MEMORY);
    assert_eq!(found.reached.outcomes.len(), Outcome::ALL.len());
    assert!(found.reached.beats_missed.is_empty() && found.reached.replies_missed.is_empty());
    assert!(found.reached.cases_missed.is_empty(), "{:?}", found.reached.cases_missed);
}

#[test]
fn the_command_tells_what_it_found_and_what_it_could_not_look_at() {
    let run = |arguments: &[&str]| {
        let output = amends(&[&["explore"], arguments].concat(), "");
        (output.status.code(), out(&output), err(&output))
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("small.ron");
    std::fs::write(&file, random(3, 3)).unwrap();
    let file = file.to_str().unwrap();
    let (_, told, _) = run(&[file, "--plays"]);
    assert!(told.contains("Everything that can happen was looked at") && told.contains("Every play ends"), "{told}");
    assert!(told.contains(" → ") || told.contains("after 1 repl"), "the plays behind the answers: {told}");
    let (_, json, _) = run(&[file, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["complete"], true);
    assert!(json["answers"]["plays"].as_str().unwrap().parse::<u128>().unwrap() > 0);
    let (status, told, _) = run(&[pool().to_str().unwrap(), "--memory", "1"]);
    assert_eq!(status, Some(1));
    assert!(told.starts_with("NOT everything") && !told.contains("Scores, least"), "{told}");
    let (status, _, why) = run(&["nowhere.ron"]);
    assert_eq!(status, Some(2));
    assert!(why.contains("nowhere.ron"), "{why}");
}
