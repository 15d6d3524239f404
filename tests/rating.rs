//! Somebody who did not write the conversations rates their replies without seeing the levels, and the two are compared.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;

use amends::measurement::raters::{Kappa, Table, Weights};

use crate::program::{amends, err, out, pool, root};

#[derive(serde::Deserialize)]
struct Reference {
    cases: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    name: String,
    table: Vec<Vec<usize>>,
    plain: Expected,
    quadratic: Expected,
    #[serde(default)]
    raters: Vec<String>,
    psych: Option<Psych>,
}

#[derive(serde::Deserialize)]
struct Expected {
    kappa: f64,
    standard_error: f64,
    interval: (f64, f64),
}

#[derive(serde::Deserialize)]
struct Psych {
    plain: f64,
    quadratic: f64,
}

fn close(one: f64, other: f64, least: f64) -> bool {
    (one - other).abs() < least
}

#[test]
fn kappa_and_its_interval_are_those_of_r_and_python() {
    let text = fs::read_to_string(root().join("tests/agreement/kappa.json")).unwrap();
    let reference: Reference = serde_json::from_str(&text).unwrap();
    assert!(reference.cases.len() > 5);
    for case in &reference.cases {
        let mut table = Table::new(case.table.len());
        for (first, row) in case.table.iter().enumerate() {
            for (second, count) in row.iter().enumerate() {
                (0..*count).for_each(|_| table.count(first, second));
            }
        }
        for (weights, expected) in [(Weights::Equal, &case.plain), (Weights::Quadratic, &case.quadratic)] {
            let Kappa { kappa, standard_error, interval } = table.kappa(weights).unwrap();
            let same = close(kappa, expected.kappa, 1e-12)
                && close(standard_error, expected.standard_error, 1e-12)
                && close(interval.lower, expected.interval.0, 1e-9)
                && close(interval.upper, expected.interval.1, 1e-9);
            assert!(same, "{} {weights:?}: {kappa} ± {standard_error} {interval:?}", case.name);
        }
        if let Some(psych) = &case.psych {
            let of = |weights| table.kappa(weights).unwrap().kappa;
            assert!(
                close(of(Weights::Equal), psych.plain, 1e-10) && close(of(Weights::Quadratic), psych.quadratic, 1e-10)
            );
        }
    }
}

#[test]
fn the_tables_of_the_reference_are_those_of_its_raters() {
    let folder = root().join("tests/agreement");
    let reference: Reference = serde_json::from_str(&fs::read_to_string(folder.join("kappa.json")).unwrap()).unwrap();
    let ratings = fs::read_to_string(folder.join("raters.csv")).unwrap();
    let mut lines = ratings.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let rows: Vec<BTreeMap<&str, usize>> =
        lines.map(|line| head.iter().copied().zip(line.iter().map(|cell| cell.parse().unwrap())).collect()).collect();
    for case in reference.cases.iter().filter(|case| !case.raters.is_empty()) {
        let mut table = Table::new(5);
        for row in &rows {
            table.count(row[case.raters[0].as_str()] - 1, row[case.raters[1].as_str()] - 1);
        }
        assert_eq!(table.rows(), case.table, "{}", case.name);
    }
}

/// The records of a table in which every cell stands in quotation marks.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = vec![Vec::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                let mut cell = String::new();
                loop {
                    match letters.next().unwrap() {
                        '"' if letters.peek() == Some(&'"') => cell.push(letters.next().unwrap()),
                        '"' => break,
                        letter => cell.push(letter),
                    }
                }
                records.last_mut().unwrap().push(cell);
            }
            ',' | '\r' => {}
            '\n' => records.push(Vec::new()),
            other => panic!("`{other}` stands outside of quotation marks"),
        }
    }
    records.retain(|record| !record.is_empty());
    records
}

/// A sheet of one conversation, and the way it can be filled.
#[derive(Clone)]
pub struct Sheet {
    _folder: Arc<tempfile::TempDir>,
    path: PathBuf,
    head: Vec<String>,
    pub rows: Vec<Vec<String>>,
    guide: String,
}

pub const COMPETENCIES: [&str; 4] = ["listening", "apology", "accountability", "follow-through"];

impl Sheet {
    pub fn of(arguments: &[&str]) -> Self {
        let ran = amends(&[&["rating", "sheet"], arguments].concat(), "");
        assert_eq!((ran.status.code(), err(&ran).as_str()), (Some(0), ""));
        let text = out(&ran);
        let text = text.strip_prefix('\u{feff}').expect("a mark for spreadsheets");
        let records = records(text);
        let head = records.iter().position(|record| record[0] == "key").unwrap();
        let guide = records[..head].iter().map(|record| record.join(" ")).collect::<Vec<_>>().join("\n");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sheet.csv");
        Self { _folder: Arc::new(folder), path, head: records[head].clone(), rows: records[head + 1..].to_vec(), guide }
    }

    pub fn column(&self, name: &str) -> usize {
        self.head.iter().position(|head| head == name).unwrap()
    }

    pub fn rate(&mut self, row: usize, competency: &str, rating: &str) {
        let column = self.column(competency);
        rating.clone_into(&mut self.rows[row][column]);
    }

    fn save(&self, delimiter: &str) {
        self.save_as(&self.path, delimiter);
    }

    pub fn save_as(&self, path: &Path, delimiter: &str) {
        let guide = vec![self.guide.clone()];
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(delimiter) + "\n";
        let text: String = [&guide, &self.head].into_iter().chain(&self.rows).map(line).collect();
        fs::write(path, text).unwrap();
    }

    fn compare(&self, more: &[&str]) -> Output {
        amends(&[&["rating", "compare", self.path.to_str().unwrap(), pool().to_str().unwrap()], more].concat(), "")
    }
}

/// The author's effective levels in the pool, by the words of a reply.
fn levels() -> BTreeMap<String, BTreeMap<String, u8>> {
    let rules = amends::scenario::Rules::builtin();
    let entry = amends::library::read(&pool(), &rules);
    let scenario = entry.scenario.unwrap();
    let mut levels = BTreeMap::new();
    for beat in scenario.beats.values() {
        use amends::scenario::{Commit, Reply};
        let Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) = &beat.reply else {
            continue;
        };
        for one in moves.values() {
            let shown = one
                .shows
                .iter()
                .map(|(id, level)| (id.to_string(), rules.rubric.effective(id.as_str(), *level, &one.errors)));
            levels.insert(one.line(), shown.collect());
        }
    }
    levels
}

/// A sheet filled with the author's own levels.
pub fn agreeing() -> Sheet {
    let mut sheet = Sheet::of(&[pool().to_str().unwrap()]);
    let levels = levels();
    let reply = sheet.column("reply");
    for row in 0..sheet.rows.len() {
        let text = sheet.rows[row][reply].trim_start_matches('\'').to_owned();
        // The words come first; deeds stand on lines of their own.
        let line = text.lines().next().unwrap();
        let shown = levels.get(line).unwrap_or_else(|| panic!("`{line}` is no reply of the pool"));
        for competency in COMPETENCIES {
            let rating = shown.get(competency).map_or("NA".to_owned(), ToString::to_string);
            sheet.rate(row, competency, &rating);
        }
    }
    sheet
}

#[test]
fn a_sheet_tells_the_rater_all_but_what_the_author_thinks() {
    let sheet = Sheet::of(&[pool().to_str().unwrap()]);
    let head = ["key", "conversation", "turn", "where", "scene", "customer", "known", "reply"];
    assert_eq!(sheet.head, [&head[..], &COMPETENCIES, &["remark"]].concat());
    for part in [
        "You name the facts, the feeling and the cause as the customer sees them",
        "A promise beyond one's authority or knowledge: follow-through at most 1",
        "CONVERSATION: The heated pool that was not",
        "Without asking anybody you may: give back the extra for heating",
    ] {
        assert!(sheet.guide.contains(part), "`{part}` is missing:\n{}", sheet.guide);
    }
    assert!(sheet.rows.len() > 70 && sheet.rows.iter().all(|row| row[8..].iter().all(String::is_empty)));
    let all: String = sheet.rows.iter().flatten().map(|cell| cell.to_lowercase() + "\n").collect();
    // Neither ids nor codes nor coaching, nor that a promise cannot be kept.
    for hint in [
        "money-back",
        "what-heated-means",
        "e10",
        "l3",
        "a proper apology, and then",
        "level",
        "can_keep",
        "cannot be kept",
    ] {
        assert!(!all.contains(hint), "`{hint}` is in the sheet");
    }
    let first = &sheet.rows[0];
    assert!(first[5].contains("We drove forty minutes") && first[3] == "face to face, during the service", "{first:?}");
    assert!(
        all.contains("promise: ring her with that morning's temperature, warm or not · you · friday the nineteenth")
    );
    assert!(all.contains("makes good about 80 % of what was lost."));
}

#[test]
fn the_order_in_a_turn_is_shuffled_and_the_keys_stay() {
    let keys = |seed: &str| {
        let sheet = Sheet::of(&[pool().to_str().unwrap(), "--seed", seed]);
        sheet.rows.iter().map(|row| (row[2].clone(), row[0].clone())).collect::<Vec<_>>()
    };
    let (one, again, other) = (keys("1"), keys("1"), keys("2"));
    assert_eq!(one, again);
    assert_ne!(one, other);
    let sorted = |keys: &[(String, String)]| keys.iter().cloned().collect::<std::collections::BTreeSet<_>>();
    assert_eq!(sorted(&one), sorted(&other));
    assert_eq!(sorted(&one).len(), one.len(), "a key stands there twice");
}

#[test]
fn full_agreement_is_one_and_every_reply_is_found_again() {
    let sheet = agreeing();
    sheet.save(";");
    let ran = sheet.compare(&[]);
    let told = out(&ran);
    assert_eq!((ran.status.code(), err(&ran).as_str()), (Some(0), ""), "{told}");
    assert!(told.starts_with(&format!("{} replies rated.\n", sheet.rows.len())), "{told}");
    assert!(
        told.split_whitespace().collect::<Vec<_>>().join(" ").contains("Listening 44 100 % 1.00 –")
            && told.contains("The two differ on no reply."),
        "{told}"
    );
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
}

#[test]
fn what_differs_is_told_with_its_words_and_in_figures() {
    let mut sheet = agreeing();
    let (reply, apology, listening) = (sheet.column("reply"), sheet.column("apology"), sheet.column("listening"));
    let find = |sheet: &Sheet, words: &str| sheet.rows.iter().position(|row| row[reply].contains(words)).unwrap();
    // The author gave 2.
    let row = find(&sheet, "Our duty manager takes care of the refunds");
    assert_eq!(sheet.rows[row][apology], "2");
    sheet.rate(row, "apology", "0");
    // The author gave 3, and here it is not seen at all.
    let row = find(&sheet, "Show me, please. And tell me on the way.");
    assert_eq!(sheet.rows[row][listening], "3");
    sheet.rate(row, "listening", "na");
    let row = find(&sheet, "Fair. Show me.");
    sheet.rate(row, "listening", "3");
    sheet.rate(row, "accountability", "");
    sheet.save(",");
    let told = out(&sheet.compare(&[]));
    assert!(told.contains("2 levels apart or more, 1 of 3 on which they differ\n\n  heated-pool, desk/manager\n    apology: author 2, second rater 0\n"), "{told}");
    assert!(
        told.contains("Our duty manager takes care")
            && told.contains("Makes good about 80 %")
            && !told.contains("Fair. Show me."),
        "{told}"
    );
    let all = out(&sheet.compare(&["--all"]));
    assert!(
        all.contains("listening: author 3, second rater NA") && all.contains("listening: author 2, second rater 3"),
        "{all}"
    );
    let json: serde_json::Value = serde_json::from_str(&out(&sheet.compare(&["--json"]))).unwrap();
    let of = |at: usize| &json["competencies"][at];
    assert_eq!((&of(0)["levelled"], &of(0)["same"]), (&43.into(), &42.into()));
    assert_eq!(
        (&of(0)["table"][2][3], &of(0)["table"][3][4], &of(0)["shown"][1][0]),
        (&1.into(), &1.into(), &1.into())
    );
    let kappa = of(1)["kappa"]["kappa"].as_f64().unwrap();
    assert!(kappa > 0.9 && kappa < 1.0 && of(1)["kappa"]["standard_error"].as_f64().unwrap() > 0.0, "{kappa}");
    assert_eq!(of(2)["levelled"], 51, "an empty cell is no rating");
    assert_eq!((&json["differing"][0]["distance"], &json["rated"]), (&2.into(), &sheet.rows.len().into()));
    // More is asked for than there is.
    assert_eq!(sheet.compare(&["--least", "0.999"]).status.code(), Some(1));
}

#[test]
fn a_reply_that_was_reworded_since_is_left_out_and_told() {
    let sheet = agreeing();
    sheet.save(",");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("heated-pool.ron");
    let text = fs::read_to_string(pool()).unwrap();
    let edit = |from: &str, to: &str| {
        assert!(text.contains(from));
        fs::write(&path, text.replace(from, to)).unwrap();
        amends(&["rating", "compare", sheet.path.to_str().unwrap(), path.to_str().unwrap()], "")
    };
    // Another level: the same reply, and now the two differ.
    let told = out(&edit(
        "shows: {\"listening\": 0, \"apology\": 0, \"accountability\": 0},\n                    because: \"It answers",
        "shows: {\"listening\": 3, \"apology\": 0, \"accountability\": 0},\n                    because: \"It answers",
    ));
    assert!(told.contains("listening: author 3, second rater 0"), "{told}");
    // Other words: another reply.
    let told = out(&edit("say: \"Fair. Show me.\"", "say: \"Fair enough. Show me.\""));
    assert!(told.contains(", 1 not.") && told.contains("1 row of the sheet left out"), "{told}");
}

#[test]
fn what_cannot_be_compared_is_told() {
    let mut sheet = Sheet::of(&[pool().to_str().unwrap()]);
    sheet.save(",");
    let empty = sheet.compare(&[]);
    assert_eq!(empty.status.code(), Some(2));
    assert!(err(&empty).contains("nothing in it is rated yet"), "{}", err(&empty));
    sheet.rate(0, "listening", "7");
    sheet.rate(1, "listening", "2");
    sheet.save(",");
    let typo = sheet.compare(&[]);
    assert_eq!(typo.status.code(), Some(1));
    assert!(out(&typo).contains("`7` under listening is no rating"), "{}", out(&typo));
    let strange = root().join("scenarios/fifth-call.ron");
    let strange = amends(&["rating", "compare", sheet.path.to_str().unwrap(), strange.to_str().unwrap()], "");
    assert_eq!(strange.status.code(), Some(2));
    assert!(err(&strange).contains("none of its rows belongs to a reply"), "{}", err(&strange));
    let none = amends(&["rating", "compare", "Cargo.toml"], "");
    assert!(none.status.code() == Some(2) && err(&none).contains("This is no rating sheet"), "{}", err(&none));
    let gone = amends(&["rating", "compare", "nowhere.csv"], "");
    assert!(gone.status.code() == Some(2) && err(&gone).contains("cannot be read"), "{}", err(&gone));
}

#[test]
fn a_form_is_rated_where_replies_are_worth_something_else_to_its_customer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("heated-pool.ron");
    let text = fs::read_to_string(pool()).unwrap();
    let forms = r#"forms: {
        "anxious": (about: "afraid of what comes next", persona: "anxious",
            replies: {"insists/fair": (shows: {"listening": 1}, because: "Too short.")}),
        "twin": (about: "another name", name: "Oluwaseun", words: {"Achieng": "Oluwaseun"}),
    },
    facts: {"#;
    fs::write(&path, text.replace("facts: {", forms)).unwrap();
    let (plain, formed) = (Sheet::of(&[pool().to_str().unwrap()]), Sheet::of(&[path.to_str().unwrap()]));
    let of_form = |row: &&Vec<String>| row[1].ends_with("(afraid of what comes next)");
    let rated: Vec<&Vec<String>> = formed.rows.iter().filter(of_form).collect();
    assert_eq!((rated.len(), formed.rows.len()), (9, plain.rows.len() + 9), "the nine replies of the one decision");
    assert!(formed.guide.contains("Needs certainty") && !formed.guide.contains("Oluwaseun"), "{}", formed.guide);
    let keys = |sheet: &Sheet| sheet.rows.iter().map(|row| row[0].clone()).collect::<std::collections::BTreeSet<_>>();
    assert!(keys(&formed).is_superset(&keys(&plain)) && keys(&formed).len() == formed.rows.len());
    let mut formed = formed;
    let row = formed.rows.iter().position(|row| of_form(&row) && row[7].contains("Fair. Show me.")).unwrap();
    formed.rate(row, "listening", "3");
    formed.save(",");
    let told = out(&amends(&["rating", "compare", formed.path.to_str().unwrap(), path.to_str().unwrap()], ""));
    assert!(
        told.contains("heated-pool in the form anxious, insists/fair\n    listening: author 1, second rater 3"),
        "{told}"
    );
}

#[test]
fn a_spreadsheet_takes_no_text_for_a_formula() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("heated-pool.ron");
    let text = fs::read_to_string(pool()).unwrap();
    fs::write(
        &path,
        text.replace("say: \"Fair. Show me.\"", "say: \"=1+1\u{7} Show me.\"")
            .replace("act: \"You come out from behind the desk.\",\n                    say: \"=", "say: \"="),
    )
    .unwrap();
    let sheet = Sheet::of(&[path.to_str().unwrap()]);
    let reply = sheet.column("reply");
    assert!(sheet.rows.iter().any(|row| row[reply].starts_with("'=1+1 Show me.")), "a formula");
    assert!(!sheet.rows.iter().flatten().any(|cell| cell.starts_with(['=', '+', '-', '@'])));
}
