//! The trainer at work on the files themselves: laying them out, starting one, testing it, comparing two.

use std::fs;
use std::path::{Path, PathBuf};

use amends::diag::Source;
use amends::scenario::format::{Unformatted, format as lay_out};
use amends::scenario::{Rules, load};
use proptest::prelude::*;
use ron2::ast::{expr_to_value, parse_document};

use crate::program::{amends, err, out, pool, root};

/// Every RON file of the project.
fn every_file() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = ["scenarios", "assets"]
        .iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).unwrap())
        .map(|item| item.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    files.sort();
    files
}

fn laid_out(text: &str) -> String {
    lay_out(&Source::new("test.ron", text)).unwrap_or_else(|why| panic!("{why:?}\n{text}"))
}

/// What a text means, by another parser's word.
fn value(text: &str) -> ron2::Value {
    let document = parse_document(text).unwrap_or_else(|why| panic!("{why}\n{text}"));
    expr_to_value(document.value.as_ref().unwrap()).unwrap()
}

/// Where a second run changes something: the first line that differs, with the two before it.
fn unsettled(once: &str) -> Option<String> {
    let twice = laid_out(once);
    let at = once.lines().zip(twice.lines()).position(|(one, two)| one != two).or((once != twice).then_some(0))?;
    let around = |text: &str| text.lines().skip(at.saturating_sub(2)).take(4).collect::<Vec<_>>().join("\n");
    Some(format!("once:\n{}\ntwice:\n{}", around(once), around(&twice)))
}

/// The numbers of the comments written into a text by [`with_comments`], in order.
fn marks(text: &str) -> Vec<usize> {
    text.split("zq").skip(1).map(|rest| rest.split('.').next().unwrap().parse().unwrap()).collect()
}

#[test]
fn laying_out_changes_no_meaning_and_a_second_time_nothing_at_all() {
    for path in every_file() {
        let text = fs::read_to_string(&path).unwrap();
        let once = laid_out(&text);
        assert_eq!(unsettled(&once), None, "{}", path.display());
        assert_eq!(value(&once), value(&text), "{}", path.display());
        let hash = |text: &str| load(&Source::new("x", text), &Rules::builtin()).map(|one| one.hash().to_owned()).ok();
        assert_eq!(hash(&once), hash(&text), "{}", path.display());
    }
}

#[test]
fn the_shipped_scenarios_are_laid_out() {
    for path in every_file().iter().filter(|path| path.starts_with(root().join("scenarios"))) {
        let text = fs::read_to_string(path).unwrap();
        assert!(laid_out(&text) == text, "run `amends fmt {}`", path.display());
    }
}

/// A text with white space and comments put in between its pieces, wherever chance has it.
fn with_comments(text: &str, chance: &[u8]) -> String {
    let mut chance = chance.iter().cycle();
    let mut mark = 0;
    let mut result = String::new();
    let (mut in_text, mut in_comment, mut escaped) = (false, false, false);
    for letter in text.chars() {
        let between = !in_text && !in_comment && "()[]{},:".contains(letter);
        if between && letter != ':' {
            strew(&mut result, *chance.next().unwrap(), &mut mark);
        }
        result.push(letter);
        if between && !"()".contains(letter) {
            strew(&mut result, *chance.next().unwrap(), &mut mark);
        }
        match letter {
            '"' if !escaped && !in_comment => in_text = !in_text,
            '/' if !in_text => in_comment = true,
            '\n' => in_comment = false,
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
    }
    result
}

fn strew(result: &mut String, chance: u8, mark: &mut usize) {
    let comment = match chance % 16 {
        0 => " // zq#. to the end\n",
        1 => "\n// zq#. alone\n",
        2 => "/* zq#. */",
        3 => "\n\n\n/* zq#. alone */\n",
        4 => " /* zq#. \n two lines */ ",
        5 => "\n",
        6 => "\t \r\n",
        _ => "",
    };
    if comment.contains('#') {
        *mark += 1;
    }
    result.push_str(&comment.replace('#', &mark.to_string()));
}

/// Small documents of every shape RON has.
fn document() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("()".to_owned()),
        Just("true".to_owned()),
        Just("None".to_owned()),
        Just("-1.5e3".to_owned()),
        Just("0xFF".to_owned()),
        Just("During".to_owned()),
        Just("'\\''".to_owned()),
        Just("'\"'".to_owned()),
        Just("\"\"".to_owned()),
        Just("\"a long text, so that a line cannot hold many of its kind without being broken somewhere\"".to_owned()),
        Just("r#\"raw \"quoted\" // not a comment\"#".to_owned()),
        "\"[a-z ,:(){}\u{e9}\u{4e2d}/*]{0,20}\"",
        (0..5000_u32).prop_map(|number| number.to_string()),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        let many = prop::collection::vec(inner.clone(), 0..6);
        prop_oneof![
            many.clone().prop_map(|items| format!("[{}]", items.join(","))),
            (many.clone(), any::<bool>()).prop_map(|(items, named)| {
                let fields: Vec<String> = items.iter().enumerate().map(|(n, item)| format!("f{n}:{item}")).collect();
                let name = if named { "Name" } else { "" };
                if fields.is_empty() { "()".to_owned() } else { format!("{name}({},)", fields.join(",")) }
            }),
            many.prop_map(|items| {
                let entries: Vec<String> =
                    items.iter().enumerate().map(|(n, item)| format!("\"k{n}\":{item}")).collect();
                format!("{{{}}}", entries.join(","))
            }),
            inner.clone().prop_map(|item| format!("Some({item})")),
            (inner.clone(), inner).prop_map(|(one, two)| format!("Pair({one},{two})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_document_keeps_its_meaning_and_its_comments(document in document(), chance in prop::collection::vec(any::<u8>(), 1..80)) {
        let text = with_comments(&document, &chance);
        match lay_out(&Source::new("test.ron", text.as_str())) {
            Ok(once) => {
                prop_assert_eq!(unsettled(&once), None);
                prop_assert_eq!(value(&once), value(&text.replace("\r\n", "\n")));
                prop_assert_eq!(marks(&once), marks(&text));
                prop_assert!(once.ends_with('\n'));
            }
            Err(why) => prop_assert!(matches!(why, Unformatted::Broken(_)), "{why:?}\n{text}"),
        }
    }

    #[test]
    fn no_text_at_all_makes_it_stumble(text in "[(){}\\[\\]\"'/*:,#!ra0 \n\r\u{feff}\u{e9}\\\\]{0,60}") {
        match lay_out(&Source::new("test.ron", text.as_str())) {
            Ok(once) => prop_assert_eq!(unsettled(&once), None),
            Err(why) => prop_assert!(matches!(why, Unformatted::Broken(_)), "{why:?}\n{text}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_pool_keeps_its_meaning_however_it_is_written(chance in prop::collection::vec(any::<u8>(), 50..200)) {
        let pool = fs::read_to_string(pool()).unwrap();
        let text = with_comments(&pool, &chance);
        let once = laid_out(&text);
        prop_assert_eq!(unsettled(&once), None);
        prop_assert_eq!(marks(&once), marks(&text));
        let hash = |text: &str| load(&Source::new("x", text), &Rules::builtin()).unwrap().hash().to_owned();
        prop_assert_eq!(hash(&once), hash(&pool));
    }
}

fn arguments<'a>(command: &[&'a str], file: &'a Path) -> Vec<&'a str> {
    command.iter().copied().chain([file.to_str().unwrap()]).collect()
}

#[test]
fn fmt_says_what_would_change_and_changes_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("small.ron");
    fs::write(&file, "\u{feff}( a:1, // one\r\n b: \"two\" )").unwrap();
    let checked = amends(&arguments(&["fmt", "--check"], &file), "");
    assert_eq!(checked.status.code(), Some(1));
    assert!(out(&checked).contains("would change"), "{}", out(&checked));
    assert!(fs::read_to_string(&file).unwrap().starts_with('\u{feff}'), "`--check` changes nothing");
    assert_eq!(amends(&arguments(&["fmt"], folder.path()), "").status.code(), Some(0));
    assert_eq!(fs::read_to_string(&file).unwrap(), "(\n    a: 1, // one\n    b: \"two\",\n)\n");
    assert_eq!(amends(&arguments(&["fmt", "--check"], &file), "").status.code(), Some(0));
    let through = amends(&["fmt", "--stdin"], "[1,2]");
    assert_eq!((out(&through).as_str(), through.status.code()), ("[1, 2]\n", Some(0)));
}

#[test]
fn fmt_leaves_a_broken_file_alone_and_lays_the_others_out() {
    let folder = tempfile::tempdir().unwrap();
    let (broken, sound) = (folder.path().join("broken.ron"), folder.path().join("sound.ron"));
    fs::write(&broken, "( a: 1").unwrap();
    fs::write(folder.path().join("binary.ron"), [0xff, 0xfe, 0]).unwrap();
    fs::write(&sound, "[ 1 ]").unwrap();
    let ran = amends(&arguments(&["fmt"], folder.path()), "");
    assert_eq!(ran.status.code(), Some(1));
    assert!(err(&ran).contains("broken.ron:1:") && err(&ran).contains("UTF-8"), "{}", err(&ran));
    assert_eq!(fs::read_to_string(&broken).unwrap(), "( a: 1");
    assert_eq!(fs::read_to_string(&sound).unwrap(), "[1]\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "nothing is left lying about");
    assert_eq!(amends(&["fmt", "nowhere.ron"], "").status.code(), Some(2));
}

/// A plays file of the pool with `from` replaced by `to`, beside a copy of the pool in a folder of its own.
fn pool_plays(from: &str, to: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(pool(), folder.path().join("heated-pool.ron")).unwrap();
    let plays = fs::read_to_string(pool().with_extension("plays.ron")).unwrap();
    assert!(plays.contains(from), "`{from}` stands in the plays");
    let file = folder.path().join("heated-pool.plays.ron");
    fs::write(&file, plays.replacen(from, to, 1)).unwrap();
    (folder, file)
}

/// Runs `amends test` on the pool's plays with one change; each of `parts` is told.
fn differs(from: &str, to: &str, parts: &[&str]) {
    let (_folder, file) = pool_plays(from, to);
    let ran = amends(&arguments(&["test"], &file), "");
    assert_eq!(ran.status.code(), Some(1), "{}", out(&ran));
    for part in parts {
        assert!(out(&ran).contains(part), "`{part}` is not in: {}", out(&ran));
    }
}

#[test]
fn a_play_that_ends_otherwise_is_told_with_what_was_expected_and_what_came() {
    differs("outcome: Passive", "outcome: Complains", &["outcome: expected Complains, got Passive", "(line 69)"]);
    differs("overall: (950, 1000)", "overall: 3", &["overall: expected 3, got 985", "11 of 12 plays as expected"]);
    differs("passed: true", "passed: false", &["passed: expected false, got true"]);
    differs(
        "passed: true",
        "left: true, feeling: Upset",
        &["left: expected true, got false", "feeling: expected Upset, got Happy"],
    );
    differs(
        "passed: true",
        "scores: {\"listening\": (0, 5)}, promises: {\"call\": Broken, \"warm\": Kept}, visits: [\"desk\", \"insists\"]",
        &["scores \"listening\": expected 0 to 5", "got Kept", "got never made", "- insists", "+ story"],
    );
}

#[test]
fn a_play_that_leaves_the_road_is_told_with_what_was_offered_there() {
    differs(
        "reply(\"how-sold\")",
        "reply(\"how-solt\")",
        &["Did you mean `how-sold`?", "decision 2", "plays.ron:12:42"],
    );
    differs("reply(\"how-sold\")", "reply(\"ring-now\")", &["It belongs to the beat `friday`", "stands at `story`"]);
    differs(
        "reply(\"how-sold\")",
        "reply(\"desk\"), reply(\"how-sold\")",
        &["No beat of the scenario", "one too many"],
    );
    differs("\"advert\", \"tickets\"", "\"avert\"", &["`avert` is not among the fragments", "Did you mean `advert`?"]);
    differs(
        "reply(\"photo-tuesday\"), reply(\"as-it-is\"),",
        "",
        &["stops before the conversation is over", "`photo-tuesday`"],
    );
    differs("reply(\"as-it-is\"),", "reply(\"as-it-is\"), silence", &["is over before decision 11"]);
    differs("reply(\"how-sold\")", "silence", &["silence is no reply"]);
    differs("passed: true", "promises: {\"cal\": Kept}", &["no promise `cal`", "Did you mean `call`?"]);
}

#[test]
fn a_plays_file_that_cannot_be_played_says_why() {
    differs(
        "outcome: ReturnsAndRefers",
        "outcome: Returns",
        &["`Returns` is not one of the words", "ReturnsAndRefers"],
    );
    differs("overall: (950, 1000)", "overall: (900, 100)", &["the lesser first"]);
    differs("overall: (950, 1000)", "overall: \"enough\"", &["not enough"]);
    differs("gives: [", "give: [", &["no field `give`", "Did you mean `gives`?"]);
    differs(
        "goes to the water with her and stops the sale on the spot",
        "heard at the desk, put right, and rung as promised",
        &["two plays are called"],
    );
    let (_folder, file) = pool_plays("", "");
    fs::remove_file(file.with_file_name("heated-pool.ron")).unwrap();
    let ran = amends(&arguments(&["test"], &file), "");
    assert_eq!(ran.status.code(), Some(1));
    assert!(out(&ran).contains("there is no scenario") && out(&ran).contains("Rename the file"), "{}", out(&ran));
    let none = tempfile::tempdir().unwrap();
    assert_eq!(amends(&arguments(&["test"], none.path()), "").status.code(), Some(2));
}

#[test]
fn blessing_writes_values_and_nothing_else() {
    let (_folder, file) = pool_plays("overall: (950, 1000), passed: true", "overall: (0, 100), passed: false");
    let before = fs::read_to_string(&file).unwrap();
    assert_eq!(amends(&arguments(&["test", "--bless"], &file), "").status.code(), Some(0));
    let after = fs::read_to_string(&file).unwrap();
    assert_eq!(after, before.replacen("overall: (0, 100), passed: false", "overall: (900, 1000), passed: true", 1));

    // A play that says nothing of its end gets one; a play that leaves the road stays as it is.
    let (_folder, file) = pool_plays("outcome: ReturnsAndRefers, overall: (950, 1000), passed: true,", "// later");
    let text =
        fs::read_to_string(&file).unwrap().replace("reply(\"show-me\"), reply(\"stop-the-gate\")", "reply(\"x\")");
    fs::write(&file, format!("\u{feff}{text}")).unwrap();
    let ran = amends(&arguments(&["test"], &file), "");
    assert!(out(&ran).contains("what must come of it: expected nothing written"), "{}", out(&ran));
    assert_eq!(amends(&arguments(&["test", "--bless"], &file), "").status.code(), Some(1));
    let after = fs::read_to_string(&file).unwrap();
    assert!(
        after.contains("        outcome: ReturnsAndRefers, overall: 985, passed: true,\n        // later"),
        "{after}"
    );
    assert_eq!(after.matches("reply(\"x\")").count(), 1);
}

#[test]
fn test_results_can_be_read_by_a_program() {
    let (_folder, file) = pool_plays("outcome: Passive", "outcome: Complains");
    let ran = amends(&arguments(&["test", "--json"], &file.with_file_name("heated-pool.ron")), "");
    assert_eq!(ran.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_str(&out(&ran)).unwrap();
    assert_eq!((&json["plays"], &json["fine"]), (&12.into(), &11.into()));
    let play = json["files"][0]["plays"].as_array().unwrap().iter().find(|play| play["fine"] == false).unwrap();
    assert_eq!(play["differences"][0]["got"], "Passive");
    assert_eq!(play["outcome"], "Passive");
}

/// Runs `amends` with its scenario folder in `folder`, with `typed` as input.
fn in_folder(folder: &Path, command: &[&str], typed: &str) -> std::process::Output {
    let scenarios = folder.join("scenarios");
    amends(&[command, &["--scenarios", scenarios.to_str().unwrap()]].concat(), typed)
}

#[test]
fn a_new_scenario_can_be_played_to_every_kind_of_end_it_can_have() {
    let folder = tempfile::tempdir().unwrap();
    for persona in Rules::builtin().personas.iter() {
        for channel in ["FaceToFace", "Phone", "Email", "Chat", "Social"] {
            let name = format!("{}-{}", persona.id, channel.to_lowercase());
            let made = ["new", &name, "--persona", &persona.id, "--channel", channel, "--yes"];
            let ran = in_folder(folder.path(), &made, "");
            assert_eq!(ran.status.code(), Some(0), "{}", err(&ran));
            let text = fs::read_to_string(folder.path().join(format!("scenarios/{name}.ron"))).unwrap();
            assert!(laid_out(&text) == text, "the starter is laid out: {name}");
            let session = crate::bots::session(&crate::bots::scenario(&text), 0);
            let found = amends::explore::explore(&session, 1 << 28);
            assert!(found.reached.beats_missed.is_empty() && found.reached.replies_missed.is_empty(), "{name}");
            let endings = &found.answers.unwrap().shortest;
            assert!(endings.len() >= 3, "{name}: {} endings", endings.len());
        }
    }
}

#[test]
fn new_asks_and_asks_again_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let typed = "The \"cold\" soup\n\nexpresive\nanxious\nTelegram\nphone\n\u{1b}[31mcatering\n";
    let ran = in_folder(folder.path(), &["new"], typed);
    assert_eq!(ran.status.code(), Some(0), "{}", err(&ran));
    let told = out(&ran);
    assert!(told.contains("1. What is the conversation called? [The late order]"), "{told}");
    assert!(told.contains("Did you mean `expressive`?") && told.contains("There is no `Telegram`."), "{told}");
    let text = fs::read_to_string(folder.path().join("scenarios/the-cold-soup.ron")).unwrap();
    for part in [
        r#"title: "The \"cold\" soup""#,
        r#"name: "Nia""#,
        r#"persona: "anxious""#,
        "channel: Phone",
        r#"sector: "[31mcatering""#,
    ] {
        assert!(text.contains(part), "`{part}` is not in the new scenario");
    }
    let half = in_folder(folder.path(), &["new"], "Something else\n");
    assert_eq!(half.status.code(), Some(2));
    assert!(err(&half).contains("nothing was written"), "{}", err(&half));
    assert_eq!(fs::read_dir(folder.path().join("scenarios")).unwrap().count(), 1);
}

#[test]
fn new_never_writes_over_a_file_and_says_what_is_wrong_with_a_name() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(in_folder(folder.path(), &["new", "late-order", "--yes"], "").status.code(), Some(0));
    let file = folder.path().join("scenarios/late-order.ron");
    fs::write(&file, "mine").unwrap();
    let again = in_folder(folder.path(), &["new", "late-order", "--yes"], "");
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("stays as it is"), "{}", err(&again));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    for (arguments, part) in [
        (["new", "Late Order!"], "For example `late-order`."),
        (["new", "--out=other.txt"], "does not end in `.ron`"),
        (["new", "--persona=angry"], "There is no `angry`."),
        (["new", "--language=x y"], "no language tag"),
    ] {
        let ran = in_folder(folder.path(), &[arguments.as_slice(), &["--yes"]].concat(), "");
        assert_eq!(ran.status.code(), Some(2), "{arguments:?}");
        assert!(err(&ran).contains(part), "{}", err(&ran));
    }
    let out = folder.path().join("a/b/soup.ron");
    assert_eq!(amends(&["new", "--yes", "--out", out.to_str().unwrap()], "").status.code(), Some(0));
    assert!(fs::read_to_string(&out).unwrap().contains("title: \"Soup\""));
}

#[test]
fn no_habit_passes_a_new_scenario() {
    let folder = tempfile::tempdir().unwrap();
    in_folder(folder.path(), &["new", "late-order", "--yes"], "");
    let file = folder.path().join("scenarios/late-order.ron");
    let ran = amends(&arguments(&["simulate"], &file), "");
    assert_eq!(ran.status.code(), Some(0), "{}", out(&ran));
    assert!(out(&ran).contains("No test-wise habit passes"), "{}", out(&ran));
}
