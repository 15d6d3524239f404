//! The trainer: what synthetic trainees earn, and that habit alone does not pass.

use std::fmt::Write as _;
use std::fs;

use amends::bots::{Bot, Kind, Row, play as play_by, rewarded, simulate, test_wise_passes};
use amends::customer::Outcome;
use amends::scenario::CompetencyId;
use amends::score::scorecard;
use amends::session::{Ask, Given};

use crate::bots::{overall, scenario, session, the_pool};
use crate::program::{amends, err, out, pool};

fn all() -> Vec<&'static Bot> {
    Bot::ALL.iter().collect()
}

fn row<'r>(rows: &'r [Row], bot: &str) -> &'r Row {
    rows.iter().find(|row| row.bot == bot).unwrap_or_else(|| panic!("no row of `{bot}`"))
}

fn mean(row: &Row) -> u16 {
    row.overall.map_or(0, |overall| overall.mean)
}

/// A chain of beats, in each of which `best` is the strongest reply, `fair` a weaker and `poor` the weakest; the texts are given.
fn chain(language: &str, beats: usize, best: &str, fair: &str, poor: &str) -> String {
    let mut text = String::new();
    for beat in 0..beats {
        let to = if beat + 1 == beats { "end".to_owned() } else { format!("b{}", beat + 1) };
        let reply = |id: &str, say: &str, level: u8| {
            format!(
                "\"{id}\": (say: {say:?}, shows: {{\"listening\": {level}, \"accountability\": {level}}}, to: \"{to}\"), "
            )
        };
        let replies = reply("best", best, 3) + &reply("fair", fair, 1) + &reply("poor", poor, 0);
        let _ = write!(text, "\"b{beat}\": (says: \"And now?\", reply: Choose({{{replies}}})), ");
    }
    format!(
        r#"#![enable(implicit_some)]
Scenario(format: 1, id: "chain", title: "A chain", sector: "test", language: "{language}", role: "You are here.",
    customer: (name: "Amina", persona: "analytical"), failure: (severity: 1, kind: Economic),
    start: "b0", beats: {{ {text} "end": (says: "Well.") }},
    outcomes: {{ReturnsAndRefers: "a", Passive: "b", Complains: "c", WalksAway: "d", GoesPublic: "e"}},
)"#
    )
}

/// A chain in which the longest reply is always the best.
fn telling(language: &str) -> String {
    chain(
        language,
        5,
        "I will look into it now and then tell you what I have found out there.",
        "I will look.",
        "No, why?",
    )
}

#[test]
fn trainees_have_names_of_their_own_and_a_sentence_each() {
    let mut names: Vec<_> = Bot::ALL.iter().map(|bot| bot.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Bot::ALL.len());
    assert!(names.iter().all(|name| name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'-')));
    assert!(Bot::ALL.iter().all(|bot| !bot.about.is_empty() && !bot.about.ends_with('.')));
    let test_wise = ["first", "last", "longest", "shortest", "politest", "sorry", "script", "payer", "promiser"];
    assert!(test_wise.iter().all(|name| Bot::find(name).is_some_and(Bot::is_test_wise)));
    assert!(
        ["random", "defensive", "listener", "skilled", "perfect"]
            .iter()
            .all(|name| Bot::find(name).is_some_and(|bot| !bot.is_test_wise()))
    );
}

#[test]
fn no_habit_passes_the_pool() {
    let rows = simulate(&session(&the_pool(), 0), &all(), 60);
    assert_eq!(rows.len(), Bot::ALL.len());
    assert_eq!(rewarded(&rows), Vec::<&Row>::new());
    for row in rows.iter().filter(|row| row.kind != Kind::Able) {
        assert!(row.passed * 20 <= row.plays, "`{}` passes {} times", row.bot, row.passed);
    }
    assert_eq!(test_wise_passes(&session(&the_pool(), 0)), []);
}

#[test]
fn a_place_in_the_list_is_worth_no_more_than_chance_and_skill_is() {
    let bots: Vec<_> = ["random", "first", "last", "skilled", "perfect"].map(|name| Bot::find(name).unwrap()).into();
    let rows = simulate(&session(&the_pool(), 0), &bots, 300);
    assert!((300..=450).contains(&mean(row(&rows, "random"))), "chance averages {}", mean(row(&rows, "random")));
    assert!(mean(row(&rows, "first")) < 500 && mean(row(&rows, "last")) < 500);
    let skilled = row(&rows, "skilled");
    assert!(skilled.passed * 10 >= skilled.plays * 8, "the skilled pass {} times", skilled.passed);
    let perfect = row(&rows, "perfect");
    assert_eq!(perfect.passed, perfect.plays);
    assert!(perfect.overall.unwrap().least >= 900);
    assert!(perfect.competencies.values().all(|mean| *mean >= 900), "{:?}", perfect.competencies);
    assert_eq!(perfect.outcomes.get(&Outcome::ReturnsAndRefers), Some(&perfect.plays));
}

#[test]
fn knowing_one_competency_does_not_pass_the_pool() {
    for seed in 0..10 {
        let session = session(&the_pool(), seed);
        for one in &session.rules().rubric.competencies {
            let id = CompetencyId::from(one.id.as_str());
            let turns = play_by(&session, usize::MAX, |state| match &state.ask {
                Ask::Choose(replies) | Ask::Commit(replies) => {
                    let level = |reply| session.levels(session.reply(&state.beat, reply).unwrap()).get(&id).copied();
                    // Of equals the one shown first.
                    replies.iter().rev().max_by_key(|reply| level(reply)).cloned().map(Given::Reply)
                }
                Ask::Paraphrase(fragments) => {
                    Some(Given::Fragments(fragments.iter().map(|one| one.id.clone()).collect()))
                }
                Ask::Nothing => None,
            });
            let card = scorecard(&session, &turns);
            assert_ne!(card.passed, Some(true), "{} alone passes with seed {seed}: {}", one.id, overall(&card));
        }
    }
}

#[test]
fn equal_inputs_give_equal_tables_and_play_n_has_the_seed_n_further() {
    let telling = scenario(&telling("en"));
    let bots = all();
    assert_eq!(simulate(&session(&telling, 4), &bots, 30), simulate(&session(&telling, 4), &bots, 30));
    let scores = |seed, plays| mean(row(&simulate(&session(&telling, seed), &bots, plays), "random"));
    let singly: u32 = (4..12).map(|seed| u32::from(scores(seed, 1))).sum();
    assert_eq!(u32::from(scores(4, 8)), (singly + 4) / 8, "half up");
    // The chance of trainees is the same on every machine and in every release.
    let random = Bot::find("random").unwrap();
    let session = session(&telling, 7);
    let turns = random.play(&session, &mut amends::bots::Reader::new(&session), usize::MAX);
    let given: Vec<String> = turns.iter().map(|turn| turn.given.to_string()).collect();
    expect_test::expect!["poor poor best poor"].assert_eq(&given.join(" "));
}

#[test]
fn a_scenario_in_which_the_longest_reply_is_the_best_is_told() {
    let telling = scenario(&telling("en"));
    let found = test_wise_passes(&session(&telling, 0));
    let longest = found.iter().find(|found| found.bot == "longest").expect("it is rewarded");
    assert_eq!((longest.passed, longest.mean), (longest.plays, Some(1000)));
    assert!(!found.iter().any(|found| matches!(found.bot, "shortest" | "sorry")), "{found:?}");
}

#[test]
fn a_language_without_word_lists_is_played_by_place_and_length() {
    let french = scenario(&telling("fr"));
    let rows = simulate(&session(&french, 0), &all(), 5);
    assert!(!rows.iter().any(|row| Bot::find(row.bot).unwrap().needs_words()));
    assert!(
        ["random", "first", "longest", "payer", "promiser", "perfect"]
            .iter()
            .all(|name| rows.iter().any(|row| row.bot == *name))
    );
    assert!(test_wise_passes(&session(&french, 0)).iter().any(|found| found.bot == "longest"));
}

#[test]
fn a_long_scenario_is_checked_with_few_plays_and_a_very_long_one_not_at_all() {
    let long = |beats| scenario(&chain("en", beats, "Yes, I will do that for you.", "Perhaps.", "No."));
    let found = test_wise_passes(&session(&long(60), 0));
    assert!(found.iter().any(|found| found.bot == "longest" && found.plays < 10), "{found:?}");
    assert_eq!(test_wise_passes(&session(&long(301), 0)), []);
}

#[test]
fn a_scenario_that_chance_passes_is_told_as_that() {
    // Three replies of five are as good as can be, whatever they look like.
    let good =
        |id| format!("\"{id}\": (say: \"Yes.\", shows: {{\"listening\": 3, \"accountability\": 3}}, to: \"TO\"), ");
    let five = format!("Choose({{{}{}", good("a"), good("b"));
    let easy = chain("en", 4, "Yes.", "Yes.", "No.").replace("Choose({", &five);
    let easy = ["b1", "b2", "b3", "end"].iter().fold(easy, |text, to| text.replacen("\"TO\"", &format!("{to:?}"), 2));
    let found = test_wise_passes(&session(&scenario(&easy), 0));
    assert_eq!(found.first().map(|found| found.bot), Some("random"));
    let rows = simulate(&session(&scenario(&easy), 0), &all(), 50);
    assert_eq!(rewarded(&rows).first().map(|row| row.bot), Some("random"));
}

#[test]
fn the_command_tells_a_table_and_a_verdict() {
    let told = amends(&["simulate", pool().to_str().unwrap(), "--plays", "20"], "");
    assert_eq!(told.status.code(), Some(0), "{}", err(&told));
    let text = out(&told);
    assert!(text.contains("No test-wise habit passes"), "{text}");
    assert!(
        text.lines().any(|line| line.starts_with("trainee") && line.contains("mean") && line.contains("passed")),
        "{text}"
    );
    assert!(
        Bot::ALL.iter().all(|bot| text.lines().any(|line| line.split_whitespace().next() == Some(bot.name))),
        "{text}"
    );
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let chosen = amends(&["simulate", pool().to_str().unwrap(), "--plays", "3", "--bots", "perfect,worst"], "");
    assert!(out(&chosen).contains("worst") && !out(&chosen).contains("longest"));
}

#[test]
fn a_rewarded_habit_is_a_finding_with_advice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chain.ron");
    fs::write(&file, telling("en")).unwrap();
    let told = amends(&["simulate", file.to_str().unwrap(), "--plays", "20"], "");
    assert_eq!(told.status.code(), Some(1), "{}", err(&told));
    let text = out(&told).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("The habit `longest` is rewarded") && text.contains("Shorten some"), "{text}");
}

#[test]
fn a_folder_is_played_past_its_broken_files() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("broken.ron"), "Scenario(format: 1,").unwrap();
    fs::write(folder.path().join("chain.ron"), telling("fr")).unwrap();
    fs::copy(pool(), folder.path().join("heated-pool.ron")).unwrap();
    let path = folder.path().to_str().unwrap();
    let told = amends(&["simulate", path, "--plays", "5"], "");
    assert_eq!(told.status.code(), Some(1));
    assert!(err(&told).contains("broken.ron"), "{}", err(&told));
    let text = out(&told).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("2 scenarios played") && text.contains("1 scenario could not be played"), "{text}");
    assert!(text.contains("no word lists for the language `fr`"), "{text}");
    let told = amends(&["simulate", path, "--plays", "5", "--json"], "");
    let lines: Vec<serde_json::Value> = out(&told).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["scenario"], "chain");
    assert!(lines[0]["rewarded"].as_array().unwrap().contains(&"longest".into()));
    let first = &lines[1]["trainees"][0];
    assert_eq!((first["bot"].as_str(), first["plays"].as_u64()), (Some("random"), Some(5)));
    assert!(first["overall"]["mean"].is_u64() && first["outcomes"].is_object());
}

#[test]
fn what_cannot_be_simulated_is_told_in_a_sentence() {
    let unknown = amends(&["simulate", pool().to_str().unwrap(), "--bots", "longset"], "");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("Did you mean `longest`?"), "{}", err(&unknown));
    let missing = amends(&["simulate", "nowhere.ron"], "");
    assert_eq!(missing.status.code(), Some(2));
    assert!(err(&missing).contains("`nowhere.ron`"), "{}", err(&missing));
    let none = amends(&["simulate", pool().to_str().unwrap(), "--plays", "0"], "");
    assert_eq!(none.status.code(), Some(2));
}

#[test]
fn too_little_evidence_is_said_and_not_taken_for_a_pass() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("short.ron");
    fs::write(&file, chain("en", 2, "Yes, of course I will.", "Perhaps.", "No.")).unwrap();
    let told = amends(&["simulate", file.to_str().unwrap(), "--plays", "5"], "");
    assert_eq!(told.status.code(), Some(0), "{}", err(&told));
    let text = out(&told).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("No play had enough evidence"), "{text}");
}
