//! A report from scores that are kept is the report from attempts that are scored anew.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use amends::attempt::{Line, Obstacle, Voice};
use amends::report::Card;
use amends::scenario::Rules;
use amends::store::{Filter, Kept, NewScore, Row, Score, Sqlite, Store};
use serde_json::Value;

use super::{cohort, shipped};
use crate::program::{amends, err, out};

/// The page of a data folder as JSON, without when it was made, and what was told beside it.
fn of_the_store(data: &Path, more: &[&str]) -> (Value, String) {
    let data = data.display().to_string();
    let told = amends(&[&["--data", &data, "report", "--json"], more].concat(), "");
    assert!(told.status.success(), "{}", err(&told));
    let mut page: Value = serde_json::from_str(&out(&told)).unwrap();
    page.as_object_mut().unwrap().remove("made");
    (page, err(&told))
}

/// The page of a file, likewise.
fn of_the_file(file: &Path, more: &[&str]) -> Value {
    let file = file.display().to_string();
    let told = amends(&[&["report", "--attempts", &file, "--json"], more].concat(), "");
    let mut page: Value = serde_json::from_str(&out(&told)).unwrap();
    page.as_object_mut().unwrap().remove("made");
    page
}

/// The attempts of a data folder with what is kept of their scores.
fn rows(data: &Path) -> Vec<(Row<'static>, Score<'static>)> {
    let store = Sqlite::in_folder(data);
    let mut shares = store.shares(1).unwrap();
    let (mut rows, mut scores) = (Vec::new(), Vec::new());
    shares[0].rows(&mut |row| rows.push(row.into_owned())).unwrap();
    shares[0].scores(&mut |score| scores.push(score.into_owned())).unwrap();
    assert!(rows.iter().map(|row| row.place).eq(scores.iter().map(|score| score.place)), "a score of each");
    rows.into_iter().zip(scores).collect()
}

/// Keeps other scores of attempts, as if these rules had made them.
fn keep(data: &Path, rules: &str, cards: Vec<(uuid::Uuid, Vec<u8>)>) {
    let store = Sqlite::in_folder(data);
    let mut told = BTreeMap::new();
    let read = &mut |kept: Kept| {
        told.insert(kept.attempt, kept.whole());
        ControlFlow::Continue(())
    };
    store.each(&Filter::default(), read).unwrap();
    let score = |(attempt, card)| NewScore { attempt, scored: told[&attempt].clone(), card };
    store.keep_scores(rules, &cards.into_iter().map(score).collect::<Vec<_>>()).unwrap();
}

/// A data folder with the attempts of twelve people, and the file they came from, by its new name. Every third attempt was answered
/// about, and every fifth was practice.
fn folder() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = cohort(folder.path(), 12, &shipped(), |line| {
        if let Line::Start(start) = line
            && start.attempt.as_u128().is_multiple_of(5)
        {
            start.mode = amends::attempt::Mode::Practice;
        }
    });
    let mut text = std::fs::read_to_string(&file).unwrap();
    let starts = text.lines().map(|line| serde_json::from_str::<Line>(line).unwrap());
    let starts: Vec<_> = starts.filter(|line| matches!(line, Line::Start(_))).collect();
    for (n, start) in (0_u8..).zip(&starts).step_by(3) {
        let Line::Start(start) = start else { continue };
        let obstacle = Some(Obstacle::ALL[usize::from(n) % 6]);
        let voice = Voice { attempt: start.attempt, confident: Some(n % 5 + 1), obstacle, at: start.started };
        text += &(serde_json::to_string(&Line::Voice(voice)).unwrap() + "\n");
    }
    let copy = folder.path().join("copy.jsonl");
    std::fs::write(&copy, &text).unwrap();
    std::fs::write(&file, &text).unwrap();
    (folder, copy)
}

#[test]
fn the_page_is_the_same_from_kept_scores_from_fresh_ones_and_from_a_file() {
    let (folder, file) = folder();
    for reader in [&[][..], &["--for", "cohort", "Nairobi"], &["--for", "trainee", "P07919"]] {
        let from_the_file = of_the_file(&file, reader);
        for _ in 0..2 {
            assert_eq!(of_the_store(folder.path(), reader).0, from_the_file, "{reader:?}");
        }
        // A store that is named is read like any other, and nothing is written into it.
        let store = folder.path().join("attempts.sqlite");
        assert_eq!(of_the_file(&store, reader), from_the_file, "{reader:?}");
    }
    let kept = rows(folder.path());
    let rules = Rules::builtin().hash();
    assert!(kept.len() > 60 && kept.iter().all(|(_, score)| score.rules == rules));
    let cards: Vec<Card> = kept.iter().map(|(row, score)| Card::decoded(&score.card, row.attempt).unwrap()).collect();
    assert!(cards.iter().any(|card| card.voice.is_some()) && cards.iter().any(|card| card.case.is_none()));
    let paths = cards.iter().filter_map(|card| card.case.as_ref()?.path);
    assert!(paths.clone().count() > 30 && paths.clone().all(|path| path <= 1000), "path efficiency is known");
}

#[test]
fn a_score_that_other_rules_made_is_not_used_and_what_moved_is_told() {
    let (folder, file) = folder();
    let (page, told) = of_the_store(folder.path(), &[]);
    assert!(!told.contains("The rules have changed"), "{told}");
    // Other rules were kinder at one scenario.
    let mut kinder = 0;
    let old: Vec<_> = rows(folder.path())
        .into_iter()
        .map(|(row, score)| {
            let mut card = Card::decoded(&score.card, row.attempt).unwrap();
            if let Some(case) = card.case.as_mut().filter(|case| case.scenario.id == "heated-pool") {
                (case.overall, case.passed) = (Some(999), Some(true));
                kinder += 1;
            }
            (row.attempt, card.encoded())
        })
        .collect();
    assert!(kinder > 3);
    keep(folder.path(), "other rules", old);
    let (again, told) = of_the_store(folder.path(), &[]);
    assert_eq!(again, page);
    assert!(
        told.contains("The rules have changed since") && told.contains(&format!("`heated-pool` ({kinder})")),
        "{told}"
    );
    assert!(told.contains(&format!("{kinder} overall scores and")) && !told.contains("`it-is-fine`"), "{told}");
    let (_, told) = of_the_store(folder.path(), &[]);
    assert!(!told.contains("The rules have changed"), "it is told once: {told}");
    drop(file);
}

#[test]
fn damaged_cards_cards_of_another_encoding_and_attempts_that_went_on_are_scored_anew() {
    let (folder, file) = folder();
    let (page, _) = of_the_store(folder.path(), &[]);
    let store = Sqlite::in_folder(folder.path());
    let rules = Rules::builtin().hash();
    let some: Vec<_> = rows(folder.path())
        .into_iter()
        .step_by(2)
        .enumerate()
        .map(|(n, (row, score))| {
            let card = score.card;
            let damaged = match n % 3 {
                0 => Vec::new(),
                1 => card[..card.len() - 1].to_vec(),
                _ => [&[200], &card[1..]].concat(),
            };
            (row.attempt, damaged)
        })
        .collect();
    keep(folder.path(), &rules, some);
    assert_eq!(of_the_store(folder.path(), &[]).0, page);
    assert_eq!(of_the_file(&file, &[]), page);
    // Somebody's first assessment of a scenario turns up from another laptop: what was first is so no more.
    let (one, _) =
        rows(folder.path()).into_iter().find(|(row, _)| row.finished && row.scenario == "heated-pool").unwrap();
    let lines = store.attempts(&Filter { attempt: Some(one.attempt), ..Filter::default() }).unwrap();
    let [attempt] = lines.as_slice() else { panic!("one attempt") };
    let id = uuid::Uuid::from_u128(7);
    let mut start = attempt.start.clone();
    (start.attempt, start.started) = (id, "2020-01-01T00:00:00Z".parse().unwrap());
    let mut added = vec![Line::Start(Box::new(start))];
    added.extend(attempt.decisions.iter().cloned().map(|mut decision| {
        decision.attempt = id;
        Line::Decision(decision)
    }));
    added.extend(attempt.end.clone().map(|mut end| {
        end.attempt = id;
        Line::End(end)
    }));
    amends::attempt::Recorder::append(&store, &added).unwrap();
    let (after, _) = of_the_store(folder.path(), &[]);
    assert_ne!(after["counts"], page["counts"]);
    let text: String = added.iter().map(|line| serde_json::to_string(line).unwrap() + "\n").collect();
    std::fs::write(&file, std::fs::read_to_string(&file).unwrap() + &text).unwrap();
    assert_eq!(of_the_file(&file, &[]), after);
}
