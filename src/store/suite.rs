//! What every store must do, whatever stands behind it.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::postgres::server::database;
use super::*;
use crate::attempt::{Decision, End, How, Line, Place, Settings, Start};
use crate::session::Given;

/// Runs the suite. Each call of `open` gives an empty store.
pub fn suite(open: impl Fn() -> Box<dyn Store>) {
    lines_come_back_as_they_were(&*open());
    hostile_text_comes_back_as_it_was(&*open());
    a_filter_lets_through_what_it_says(&*open());
    reading_is_in_order_and_may_write_meanwhile(&*open());
    a_score_goes_with_its_rules_and_its_lines(&*open());
    a_score_of_an_attempt_that_says_something_else_by_now_is_not_kept(&*open());
    a_row_says_what_is_searched_and_what_is_kept_of_the_score(&*open());
    merging_knows_what_is_new(&*open());
    nothing_is_kept_of_a_failed_append(&*open());
}

/// The start of an attempt, begun some seconds after a moment.
pub fn start(trainee: Option<&str>, seconds: i64) -> Start {
    Start {
        attempt: Uuid::new_v4(),
        scenario: "pool".into(),
        hash: "h".into(),
        shape: "s".into(),
        rules: "r".into(),
        program: "0".into(),
        seed: 1,
        persona: "analytical".into(),
        form: None,
        language: "en".into(),
        mode: Mode::Practice,
        settings: Settings::default(),
        trainee: trainee.map(str::to_owned),
        course: Some(Place { course: "c".into(), stage: "1".into() }),
        cohort: None,
        started: moment() + SignedDuration::from_secs(seconds),
    }
}

fn moment() -> Timestamp {
    "2026-03-01T08:00:00Z".parse().expect("a moment")
}

pub fn decision(attempt: Uuid, n: usize) -> Line {
    Line::Decision(Decision {
        attempt,
        n,
        beat: "desk".into(),
        given: Given::Reply(format!("r{n}").as_str().into()),
        ms: 5,
    })
}

pub fn end(attempt: Uuid, how: How) -> Line {
    Line::End(End { attempt, how, ended: moment() })
}

/// A whole attempt, as lines.
pub fn whole(start: Start, decisions: usize) -> Vec<Line> {
    let attempt = start.attempt;
    let first = Line::Start(Box::new(start));
    let last = end(attempt, How::Finished);
    std::iter::once(first).chain((1..=decisions).map(|n| decision(attempt, n))).chain([last]).collect()
}

fn piece(lines: &[Line]) -> Piece {
    let Some(Line::Start(start)) = lines.first() else { panic!("a start") };
    let lines = lines.iter().map(|line| serde_json::to_string(line).expect("json")).collect();
    Piece::Attempt { start: start.clone(), lines }
}

fn lines_come_back_as_they_were(store: &dyn Store) {
    assert_eq!(store.attempts(&Filter::default()).expect("an empty store is read"), []);
    let one = start(Some("Wanjiru"), 0);
    let id = one.attempt;
    store.append(&[Line::Start(Box::new(one.clone()))]).expect("kept");
    store.append(&[decision(id, 1)]).expect("kept");
    // Given again after a doubtful failure.
    store.append(&[decision(id, 1), decision(id, 2)]).expect("kept");
    let told = store.attempts(&Filter::default()).expect("read");
    let [attempt] = told.as_slice() else { panic!("one attempt") };
    assert_eq!((&attempt.start, attempt.decisions.len(), attempt.is_unfinished()), (&one, 2, true));
    store.append(&[end(id, How::Left)]).expect("kept");
    assert!(store.attempts(&Filter::default()).expect("read")[0].is_finished());
    store.keep_scenario("h", "b").expect("kept");
    store.keep_scenario("h", "a").expect("kept");
    assert_eq!(store.scenario("h").expect("read").as_deref(), Some("a"), "the same on every machine");
    assert_eq!(store.scenario("none").expect("read"), None);
}

fn hostile_text_comes_back_as_it_was(store: &dyn Store) {
    let long = "名\u{301}".repeat(30_000);
    let names =
        ["a\0b", "\u{1b}[31mred", "\u{202e}txet", "'; DROP TABLE attempts; --", "\"<script>\"\n\r\t", " ", "", &long];
    for name in names {
        let one = Start { cohort: Some(name.into()), scenario: name.into(), ..start(Some(name), 0) };
        store.append(&[Line::Start(Box::new(one.clone()))]).expect("kept");
        for filter in [
            Filter { trainee: Some(name.into()), ..Filter::default() },
            Filter { cohort: Some(name.into()), ..Filter::default() },
            Filter { scenario: Some(name.into()), ..Filter::default() },
        ] {
            let told = store.attempts(&filter).expect("read");
            assert!(told.len() == 1 && told[0].start == one, "{name:.20?}");
        }
        store.keep_scenario(name, name).expect("kept");
        assert_eq!(store.scenario(name).expect("read").as_deref(), Some(name));
    }
}

fn a_filter_lets_through_what_it_says(store: &dyn Store) {
    let (a, b) = (start(Some("Amina"), 0), Start { mode: Mode::Assessment, ..start(Some("Ben"), 60) });
    store.append(&whole(a.clone(), 1)).expect("kept");
    store.append(&[Line::Start(Box::new(b.clone())), decision(b.attempt, 1)]).expect("kept");
    let through = |filter: Filter| -> Vec<Uuid> {
        store.attempts(&filter).expect("read").iter().map(|attempt| attempt.start.attempt).collect()
    };
    let none = Filter::default;
    assert_eq!(through(none()), [a.attempt, b.attempt]);
    assert_eq!(through(Filter { attempt: Some(b.attempt), ..none() }), [b.attempt]);
    assert_eq!(through(Filter { mode: Some(Mode::Assessment), ..none() }), [b.attempt]);
    assert_eq!(through(Filter { since: Some(b.started), ..none() }), [b.attempt]);
    assert_eq!(through(Filter { before: Some(b.started), ..none() }), [a.attempt]);
    assert_eq!(through(Filter { finished: Some(true), ..none() }), [a.attempt]);
    assert_eq!(through(Filter { finished: Some(false), ..none() }), [b.attempt]);
    assert_eq!(through(Filter { trainee: Some("amina".into()), ..none() }), Vec::<Uuid>::new(), "names are exact");
}

fn reading_is_in_order_and_may_write_meanwhile(store: &dyn Store) {
    for second in (0..1200).rev().step_by(3) {
        store.append(&[Line::Start(Box::new(start(None, second)))]).expect("kept");
    }
    let more: Vec<_> = (0..400).map(|_| Ok(piece(&[Line::Start(Box::new(start(None, 5000)))]))).collect();
    store.merge("a laptop", &mut more.into_iter()).expect("merged");
    let mut before = None;
    let mut seen = BTreeSet::new();
    store
        .each(&Filter::default(), &mut |kept| {
            let attempt = kept.told().expect("it is told").start;
            assert!(Some((attempt.started, attempt.attempt)) > before);
            before = Some((attempt.started, attempt.attempt));
            assert!(seen.insert(attempt.attempt));
            if seen.len() % 100 == 0 {
                store.keep_scores("r", &[scored(&kept, &[1])]).expect("it may be written to");
            }
            ControlFlow::Continue(())
        })
        .expect("read");
    assert_eq!(seen.len(), 800);
    let mut two = 0;
    let stop = &mut |_| {
        two += 1;
        if two == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    store.each(&Filter::default(), stop).expect("read");
    assert_eq!(two, 2);
}

/// A score of what was read.
fn scored(kept: &Kept, card: &[u8]) -> NewScore {
    NewScore { attempt: kept.attempt, scored: kept.whole(), card: card.to_vec() }
}

/// A score of an attempt as it is now.
fn score(store: &dyn Store, id: Uuid, card: &[u8]) -> NewScore {
    let mut score = None;
    let read = &mut |kept| {
        score = Some(scored(&kept, card));
        ControlFlow::Continue(())
    };
    store.each(&Filter { attempt: Some(id), ..Filter::default() }, read).expect("read");
    score.expect("it is there")
}

/// The rows of all attempts, each with what is kept of its score, divided among so many readers.
fn rows(store: &dyn Store, readers: usize) -> Vec<(Row<'static>, Option<Score<'static>>)> {
    let mut all = Vec::new();
    for mut share in store.shares(readers).expect("shares") {
        let (mut rows, mut scores) = (Vec::new(), Vec::new());
        share.rows(&mut |row| rows.push(row.into_owned())).expect("rows");
        share.scores(&mut |score| scores.push(score.into_owned())).expect("scores");
        assert!(rows.is_sorted_by_key(|row| row.place) && scores.is_sorted_by_key(|score| score.place));
        let mut scores = scores.into_iter().peekable();
        for row in rows {
            let score = scores.next_if(|score| score.place == row.place);
            all.push((row, score));
        }
        assert_eq!(scores.next(), None, "a score is an attempt's");
    }
    all
}

/// The rules and the card that are kept of an attempt.
fn kept(store: &dyn Store, id: Uuid) -> Option<(String, Vec<u8>)> {
    let (_, score) = rows(store, 2).into_iter().find(|(row, _)| row.attempt == id)?;
    score.map(|score| (score.rules.into_owned(), score.card.into_owned()))
}

fn a_score_goes_with_its_rules_and_its_lines(store: &dyn Store) {
    let (one, other) = (start(None, 0), start(None, 1));
    let (id, beside) = (one.attempt, other.attempt);
    store.append(&[Line::Start(Box::new(one)), Line::Start(Box::new(other))]).expect("kept");
    assert_eq!(kept(store, id), None);
    let good = score(store, id, &[0, 255]);
    let nobodys = NewScore { attempt: Uuid::new_v4(), ..good.clone() };
    store.keep_scores("a", &[good, nobodys]).expect("kept");
    assert_eq!((kept(store, id), kept(store, beside)), (Some(("a".into(), vec![0, 255])), None));
    store.keep_scores("b", &[score(store, id, &[7])]).expect("kept");
    assert_eq!(kept(store, id), Some(("b".into(), vec![7])));
    store.append(&[decision(id, 1)]).expect("kept");
    assert_eq!(kept(store, id), None, "it has gone on since");
}

fn a_score_of_an_attempt_that_says_something_else_by_now_is_not_kept(store: &dyn Store) {
    let (one, other) = (start(Some("Amina"), 0), start(None, 1));
    let (id, beside) = (one.attempt, other.attempt);
    store.append(&[Line::Start(Box::new(one.clone())), decision(id, 1), Line::Start(Box::new(other))]).expect("kept");
    let read: Vec<NewScore> = {
        let mut read = Vec::new();
        let take = &mut |kept: Kept| {
            read.push(scored(&kept, &[1]));
            // While it is scored somebody else goes on with it.
            if kept.attempt == id {
                store.append(&[decision(id, 2)]).expect("kept");
            }
            ControlFlow::Continue(())
        };
        store.each(&Filter::default(), take).expect("read");
        read
    };
    store.keep_scores("r", &read).expect("kept");
    assert_eq!(kept(store, id), None, "a score of what it was is none of what it is");
    assert_eq!(kept(store, beside), Some(("r".into(), vec![1])));
    let before = score(store, id, &[2]);
    store.keep_scores("r", std::slice::from_ref(&before)).expect("kept");
    assert_eq!(kept(store, id), Some(("r".into(), vec![2])));
    store.keep_scores("r", &read).expect("kept");
    assert_eq!(kept(store, id), Some(("r".into(), vec![2])), "nor does it take the place of one that is good");

    // Another machine tells it in just as many lines, of which only one can be kept.
    let mut told = vec![Line::Start(Box::new(one))];
    told.extend((1..=2).map(|n| decision(id, n + 7)));
    let other = piece(&told);
    let Piece::Attempt { lines, .. } = &other else { panic!("an attempt") };
    let theirs = NewScore { scored: lines.concat(), ..before.clone() };
    store.merge("a laptop", &mut [Ok(other.clone())].into_iter()).expect("merged");
    let stale = if score(store, id, &[]).scored == before.scored { theirs } else { before };
    store.keep_scores("stale", &[stale]).expect("kept");
    assert_ne!(kept(store, id).map(|(rules, _)| rules).as_deref(), Some("stale"), "it says something else");
}

fn a_row_says_what_is_searched_and_what_is_kept_of_the_score(store: &dyn Store) {
    assert_eq!(rows(store, 1), []);
    let named = Start { mode: Mode::Assessment, cohort: Some("Nairobi".into()), ..start(Some("A\0mina"), 60) };
    let (id, started) = (named.attempt, named.started);
    store.append(&whole(named, 2)).expect("kept");
    store.append(&[Line::Start(Box::new(start(None, 0)))]).expect("kept");
    store.keep_scores("r", &[score(store, id, &[0, 255])]).expect("kept");
    let all = rows(store, 1);
    let (one, kept) = all.iter().find(|(row, _)| row.attempt == id).expect("it is there");
    let expected = Row {
        place: one.place,
        attempt: id,
        scenario: "pool".into(),
        mode: Mode::Assessment,
        trainee: Some("A\0mina".into()),
        cohort: Some("Nairobi".into()),
        started,
        finished: true,
    };
    assert_eq!((all.len(), one), (2, &expected));
    let expected = Score { place: one.place, rules: "r".into(), card: vec![0, 255].into() };
    assert_eq!(kept.as_ref(), Some(&expected));
    let (other, kept) = all.iter().find(|(row, _)| row.attempt != id).expect("it is there");
    assert_eq!((other.mode, &other.trainee, other.finished, kept), (Mode::Practice, &None, false, &None));
    let more: Vec<_> = (0..8500).map(|second| Ok(piece(&[Line::Start(Box::new(start(None, second)))]))).collect();
    store.merge("a laptop", &mut more.into_iter()).expect("merged");
    for readers in [0, 1, 2, 3] {
        let all = rows(store, readers);
        let ids: BTreeSet<Uuid> = all.iter().map(|(row, _)| row.attempt).collect();
        assert_eq!((all.len(), ids.len()), (8502, 8502), "each once, however many read");
        assert_eq!(all.iter().filter(|(_, score)| score.is_some()).count(), 1);
    }
    let (mut written, good) = (false, score(store, id, &[1]));
    for mut share in store.shares(2).expect("shares") {
        let mut rows = 0;
        let take = &mut |_: Row<'_>| {
            rows += 1;
            if !written {
                store.keep_scores("r", std::slice::from_ref(&good)).expect("it may be written to");
                written = true;
            }
        };
        share.rows(take).expect("read");
        assert!(rows > 0);
    }
}

fn merging_knows_what_is_new(store: &dyn Store) {
    let one = whole(start(Some("Amina"), 0), 3);
    let id = one[0].attempt();
    let merge = |lines: &[Line]| store.merge("a laptop", &mut std::iter::once(Ok(piece(lines)))).expect("merged");
    assert_eq!(merge(&one[..2]).new, 1);
    assert_eq!(merge(&one[..2]).duplicates, 1);
    assert_eq!(merge(&one).longer, 1);
    assert_eq!(merge(&one[..3]).duplicates, 1);
    assert_eq!(store.attempts(&Filter::default()).expect("read")[0].decisions.len(), 3);
    let mut other = one[..2].to_vec();
    other.extend([end(id, How::Interrupted)]);
    let merged = merge(&other);
    assert_eq!(merged.conflicts, [id]);
    assert_eq!(store.attempts(&Filter::default()).expect("read")[0].decisions.len(), 3, "the longer one is kept");
    assert_eq!(merge(&other).duplicates, 1);
    let broken = [Ok(piece(&whole(start(None, 9), 1))), Err(std::io::Error::other("the stick was pulled out"))];
    store.merge("a laptop", &mut broken.into_iter()).expect_err("it is told");
    assert_eq!(store.attempts(&Filter::default()).expect("read").len(), 1, "all or nothing");
}

fn nothing_is_kept_of_a_failed_append(store: &dyn Store) {
    let one = start(None, 0);
    let nobody = decision(Uuid::new_v4(), 1);
    store.append(&[Line::Start(Box::new(one)), nobody]).expect_err("there is no such attempt");
    assert_eq!(store.attempts(&Filter::default()).expect("read"), []);
}

#[test]
fn sqlite_does_what_a_store_does() {
    let folder = tempfile::tempdir().expect("a folder");
    suite(|| Box::new(Sqlite::in_folder(folder.path().join(Uuid::new_v4().to_string()))));
}

#[test]
fn postgresql_does_what_a_store_does() {
    let Some(_) = database() else { return };
    suite(|| {
        let address = database().expect("there was one before");
        Box::new(Postgres::at(&address).expect("an address"))
    });
}
