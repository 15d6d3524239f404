//! Several people rate the same replies: made raters, of whom it is known what must come out.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{amends, err, out, pool, root};
use crate::rating::{COMPETENCIES, Sheet, agreeing};

/// The sheets of made raters, all begun from the authors' levels.
struct Panel {
    folder: TempDir,
    key: Sheet,
    sheets: Vec<PathBuf>,
}

impl Panel {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), key: agreeing(), sheets: Vec::new() }
    }

    /// A rater who makes of each of the authors' levels what they will; the place counts levels, NA is kept.
    fn rater(&mut self, name: &str, of: impl Fn(usize, i32) -> i32) -> &mut Self {
        self.writes(name, |sheet| change(sheet, &of))
    }

    /// A rater who does to the authors' sheet whatever they will.
    fn writes(&mut self, name: &str, fill: impl Fn(&mut Sheet)) -> &mut Self {
        let mut sheet = self.key.clone();
        fill(&mut sheet);
        let path = self.folder.path().join(format!("{name}.csv"));
        sheet.save_as(&path, ",");
        self.sheets.push(path);
        self
    }

    fn run(&self, command: &str, more: &[&str]) -> Output {
        let sheets = self.sheets.iter().map(|path| path.to_str().unwrap());
        let pool = pool();
        let arguments: Vec<&str> = ["rating", command]
            .into_iter()
            .chain(sheets)
            .chain([pool.to_str().unwrap()])
            .chain(more.iter().copied())
            .collect();
        amends(&arguments, "")
    }

    fn json(&self) -> Value {
        let ran = self.run("compare", &["--json"]);
        assert_eq!(err(&ran), "");
        serde_json::from_str(&out(&ran)).unwrap()
    }

    /// The authors' levels, in the order of the sheet.
    fn levels(&self) -> Vec<i32> {
        let cells = |row: &Vec<String>| COMPETENCIES.map(|name| row[self.key.column(name)].clone());
        self.key.rows.iter().flat_map(cells).filter_map(|cell| cell.parse().ok()).collect()
    }
}

fn change(sheet: &mut Sheet, of: &impl Fn(usize, i32) -> i32) {
    let mut place = 0;
    for row in 0..sheet.rows.len() {
        for name in COMPETENCIES {
            if let Ok(level) = sheet.rows[row][sheet.column(name)].parse() {
                let level = of(place, level);
                sheet.rate(row, name, &level.to_string());
                place += 1;
            }
        }
    }
}

/// Off by one at every so-manieth place, to either side in turn.
fn human(every: usize, from: usize) -> impl Fn(usize, i32) -> i32 {
    move |place, level| {
        let off = if (place / every).is_multiple_of(2) { 1 } else { -1 };
        if place % every == from {
            if (0..=3).contains(&(level + off)) { level + off } else { level - off }
        } else {
            level
        }
    }
}

/// Levels without any order, the same on every run.
fn dice(place: usize, _level: i32) -> i32 {
    let mixed = (place as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    i32::try_from((mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 62).unwrap()
}

fn strict(_place: usize, level: i32) -> i32 {
    (level - 1).max(0)
}

/// What is advised, without who and how many.
fn advised(json: &Value) -> Vec<&str> {
    json["advice"].as_array().unwrap().iter().map(|one| one["do"].as_str().unwrap()).collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_strict_and_a_lenient_rater_are_known_by_how_much() {
    let mut panel = Panel::new();
    panel.rater("anna", human(7, 0)).rater("ben", human(8, 3)).rater("chipo", human(6, 5));
    panel.rater("dele", strict).rater("eve", |_, level| (level + 1).min(3));
    let json = panel.json();
    let levels = panel.levels();
    let mean = |of: &dyn Fn(i32) -> i32| {
        levels.iter().map(|level| f64::from(of(*level) - level)).sum::<f64>() / levels.len() as f64
    };
    let (stricter, milder) = (mean(&|level| (level - 1).max(0)), mean(&|level| (level + 1).min(3)));
    for (place, expected) in [(3, stricter), (4, milder)] {
        let lean = &json["raters"][place]["with_key"]["lean"];
        assert!((number(&lean["value"]) - expected).abs() < 1e-12, "{lean}");
        let (lower, upper) = (number(&lean["interval"]["lower"]), number(&lean["interval"]["upper"]));
        assert!(lower < expected && expected < upper && lower * upper > 0.0, "{lean}");
        // However strict, the order is the authors'.
        assert!(number(&json["raters"][place]["order_of_key"]) > 0.75);
    }
    let levelled = levels.len();
    assert_eq!(json["raters"][3]["with_key"]["levelled"], levelled);
    assert_eq!(json["raters"][3]["with_key"]["adjacent"], levelled, "never more than one level");
    assert_eq!((&json["set_aside"][0], &json["set_aside"][1]), (&"dele".into(), &"eve".into()));
    let calibrate: Vec<&str> = json["advice"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["do"] == "calibrate")
        .map(|one| one["rater"].as_str().unwrap())
        .collect();
    assert_eq!(calibrate, ["dele", "eve"]);
    assert_eq!(json["pairs"].as_array().unwrap().len(), 10);
    // Without the two, raters can stand for each other better.
    let all = number(&json["together"][0]["one"]["value"]);
    let steady = number(&json["together"][5]["one"]["value"]);
    assert!(all < 0.7 && steady > 0.85, "{all} and {steady}");
    let ran = panel.run("compare", &[]);
    let told = flat(&out(&ran));
    assert_eq!(ran.status.code(), Some(1));
    assert!(
        told.starts_with(&format!(
            "5 raters, {} replies in 13 decisions. What to do - dele is stricter than the key, by",
            panel.key.rows.len()
        )),
        "{told}"
    );
    assert!(
        told.contains("eve is more lenient than the key, by") && told.contains("What dele, eve gave is shown there"),
        "{told}"
    );
}

#[test]
fn who_throws_dice_is_told_apart_and_spoils_no_reply() {
    let mut panel = Panel::new();
    panel.rater("anna", human(7, 0)).rater("ben", human(8, 3)).rater("dice", dice);
    let json = panel.json();
    let kappa = number(&json["raters"][2]["with_key"]["kappa"]["value"]);
    assert!(kappa.abs() < 0.2, "{kappa}");
    let interval = &json["raters"][2]["with_key"]["kappa"]["interval"];
    assert!(number(&interval["lower"]) < kappa && kappa < number(&interval["upper"]), "{interval}");
    // What is advised besides is what the other two alone would give.
    let mut two = Panel::new();
    two.rater("anna", human(7, 0)).rater("ben", human(8, 3));
    let advice = json["advice"].as_array().unwrap();
    assert_eq!(advice[0], serde_json::json!({"do": "train", "rater": "dice"}));
    assert_eq!(advice[1..], two.json()["advice"].as_array().unwrap()[..]);
    assert_eq!(json["set_aside"], serde_json::json!(["dice"]));
    assert!(number(&json["pairs"][0]["kappa"]["value"]) > 0.8 && number(&json["pairs"][1]["kappa"]["value"]) < 0.3);
}

#[test]
fn a_copy_is_no_second_opinion() {
    let mut panel = Panel::new();
    panel.rater("anna", human(5, 0)).rater("ben", human(7, 3));
    let remark = panel.key.column("remark");
    panel.writes("copy", |sheet| {
        change(sheet, &human(5, 0));
        sheet.rows[0][remark] = "mine".into();
    });
    // To the last byte: that is a file sent twice.
    panel.rater("again", human(5, 0)).rater("key", |_, level| level);
    let json = panel.json();
    assert_eq!(json["raters"].as_array().unwrap().len(), 4);
    assert_eq!(json["notes"], serde_json::json!(["`again` is the very same file as `anna`. It counts once."]));
    let asked: Vec<(&str, &str)> = json["advice"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["do"] == "ask-whose-it-is")
        .map(|one| (one["first"].as_str().unwrap(), one["second"].as_str().unwrap()))
        .collect();
    assert_eq!(asked, [("the key", "key"), ("anna", "copy")]);
    assert!(number(&json["pairs"][1]["kappa"]["value"]) > 1.0 - 1e-9);
    assert_eq!(json["pairs"][1]["kappa"]["refused"], "no-variance");
    let told = flat(&out(&panel.run("compare", &[])));
    assert!(
        told.contains("key has the key's rating 320 times out of 320")
            && told.contains("If one sheet was filled from the other"),
        "{told}"
    );
}

#[test]
fn where_everybody_is_stricter_it_is_the_key_that_is_looked_at() {
    let mut panel = Panel::new();
    for (name, every) in [("anna", 9), ("ben", 11), ("chipo", 13)] {
        panel.rater(name, move |place, level| if place % every == 0 { level } else { strict(place, level) });
    }
    let json = panel.json();
    assert_eq!(json["advice"][0], serde_json::json!({"do": "look-at-the-key", "stricter": true}));
    assert!(!advised(&json).contains(&"calibrate") && json["set_aside"] == serde_json::json!([]), "{}", json["advice"]);
    assert!(advised(&json).contains(&"revise-the-key"), "{}", json["advice"]);
}

#[test]
fn the_reply_that_contradicts_the_key_most_comes_first_with_its_line_and_its_anchors() {
    let mut panel = Panel::new();
    let (reply, apology, remark) = (panel.key.column("reply"), panel.key.column("apology"), panel.key.column("remark"));
    let words = "Our duty manager takes care of the refunds";
    let row = panel.key.rows.iter().position(|row| row[reply].contains(words)).unwrap();
    assert_eq!(panel.key.rows[row][apology], "2");
    for (name, every) in [("anna", 7), ("ben", 8), ("chipo", 9)] {
        panel.writes(name, |sheet| {
            change(sheet, &human(every, 1));
            sheet.rate(row, "apology", "0");
            sheet.rows[row][remark] = format!("{name} sees no apology");
        });
    }
    let json = panel.json();
    let first = &json["divided"][0];
    assert_eq!((&first["beat"], &first["reply"], &first["weight"]), (&"desk".into(), &"manager".into(), &4.0.into()));
    let on = first["on"].as_array().unwrap().iter().find(|on| on["competency"] == "apology").unwrap();
    assert_eq!((&on["key"], &on["look"], &on["apart"]), (&2.into(), &"key".into(), &0.0.into()));
    assert_eq!(
        on["given"],
        serde_json::json!([{"rater": "anna", "rating": 0}, {"rater": "ben", "rating": 0}, {"rater": "chipo", "rating": 0}])
    );
    assert_eq!(on["anchors"].as_array().unwrap().len(), 2);
    let told = out(&panel.run("compare", &[]));
    let place = told.find("heated-pool, desk/manager").unwrap();
    let told = flat(&told[place..]);
    let expected = "Apology: the key 2; anna 0, ben 0, chipo 0. The raters agree with each other: revise the key. 0 You do not apologise";
    assert!(
        told.contains(words) && told.contains(expected) && told.contains("chipo: “chipo sees no apology”"),
        "{told}"
    );
}

#[test]
fn anchors_that_nobody_can_tell_apart_are_named() {
    let mut panel = Panel::new();
    // Between 2 and 3 each of them throws a coin.
    for (name, seed) in [("anna", 1), ("ben", 2), ("chipo", 3)] {
        panel.rater(name, move |place, level| if level < 2 { level } else { 2 + dice(place * 7 + seed, 0) % 2 });
    }
    let json = panel.json();
    let named: Vec<&Value> =
        json["advice"].as_array().unwrap().iter().filter(|one| one["do"] == "sharpen-anchors").collect();
    assert!(named.len() > 2 && named.iter().all(|one| one["lower"] == 2), "{}", json["advice"]);
    assert!(!advised(&json).contains(&"revise-the-words"), "{}", json["advice"]);
}

#[test]
fn holes_old_sheets_and_hostile_texts_are_told_and_lose_nothing() {
    let mut panel = Panel::new();
    let half = panel.key.rows.len() / 2;
    panel.writes("anna", |sheet| {
        change(sheet, &human(7, 0));
        (half..sheet.rows.len()).for_each(|row| COMPETENCIES.iter().for_each(|name| sheet.rate(row, name, "")));
    });
    let remark = panel.key.column("remark");
    panel.writes("b\u{1b}[31m<b>en", |sheet| {
        change(sheet, &human(8, 3));
        sheet.rate(0, "listening", "<script>3");
        sheet.rows.iter_mut().for_each(|row| row[remark] = "\u{1b}[2J<script>alert(1)</script>".into());
        sheet.rows[1][0] = "0123456789ab".into();
    });
    let other = root().join("scenarios/fifth-call.ron");
    let mut old = Sheet::of(&[other.to_str().unwrap()]);
    old.rate(0, "listening", "2");
    let path = panel.folder.path().join("old.csv");
    old.save_as(&path, "\t");
    panel.sheets.push(path);
    let json = panel.json();
    let notes: Vec<&str> = json["notes"].as_array().unwrap().iter().map(|note| note.as_str().unwrap()).collect();
    assert_eq!(notes.len(), 4, "{notes:?}");
    assert!(
        notes[0].contains("`<script>3` under listening is no rating") && notes[1].contains("1 rated row left out"),
        "{notes:?}"
    );
    assert!(notes[2].starts_with("old: 1 rated row left out") && notes[3].starts_with("old: no reply"), "{notes:?}");
    assert_eq!(
        (&json["raters"][0]["rated"], &json["raters"][1]["rated"]),
        (&half.into(), &(panel.key.rows.len() - 1).into())
    );
    // What both rated is compared, and alpha takes no more than that.
    assert!(number(&json["together"][0]["levelled"]) < number(&json["raters"][1]["with_key"]["levelled"]));
    let told = out(&panel.run("compare", &["--all"]));
    assert!(!told.contains('\u{1b}') && told.contains("b[31m<b>en"), "{told}");
    let page = panel.folder.path().join("agreement.html");
    let wrote = panel.run("compare", &["--all", "--out", page.to_str().unwrap()]);
    assert_eq!(err(&wrote), "");
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("How far the raters agree") && page.contains("&lt;script&gt;alert(1)"), "{page}");
    assert!(!page.contains("<script") && !page.contains("<b>en") && !page.contains("{{"), "something went in as it is");
}

#[test]
fn a_page_never_lands_on_a_sheet() {
    let mut panel = Panel::new();
    panel.rater("anna", human(7, 0)).rater("ben", human(8, 3));
    let sheet = panel.sheets[0].clone();
    let before = fs::read(&sheet).unwrap();
    let ran = panel.run("compare", &["--out", sheet.to_str().unwrap()]);
    assert!(ran.status.code() == Some(2) && err(&ran).contains("names a file that is read"), "{}", err(&ran));
    assert_eq!(fs::read(&sheet).unwrap(), before);
}

#[test]
fn few_ratings_say_little_and_that_is_told() {
    let mut panel = Panel::new();
    for (name, level) in [("anna", "1"), ("ben", "2")] {
        panel.writes(name, |sheet| {
            for row in 0..sheet.rows.len() {
                for name in COMPETENCIES {
                    sheet.rate(row, name, if row < 3 { level } else { "" });
                }
            }
        });
    }
    let json = panel.json();
    assert_eq!((&json["together"][1]["alpha"], &json["together"][1]["shown"]), (&Value::Null, &Value::Null));
    assert_eq!(json["together"][1]["refused"]["too-few"]["need"], 10, "{}", json["together"][1]);
    let told = flat(&out(&panel.run("compare", &[])));
    for part in ["Two raters say little about raters in general", "an interval takes 10", "All competencies"] {
        assert!(told.contains(part), "`{part}` is missing: {told}");
    }
    let none = Panel::new();
    let ran = none.run("compare", &[]);
    assert!(ran.status.code() == Some(2) && err(&ran).contains("Name a filled sheet"), "{}", err(&ran));
}

#[test]
fn one_sheet_that_is_left_is_compared_as_one_and_divides_nobody() {
    let mut one = Panel::new();
    one.rater("anna", |place, level| if place % 9 == 0 { (level + 2) % 4 } else { level });
    let alone = out(&one.run("compare", &[]));
    one.sheets.push(one.sheets[0].clone());
    let mut other = Panel::new();
    other.rater("anna", |place, level| if place % 9 == 0 { (level + 2) % 4 } else { level });
    other.writes("ben", |sheet| {
        for row in 0..sheet.rows.len() {
            for name in COMPETENCIES {
                sheet.rate(row, name, "");
            }
        }
    });
    for (panel, why) in
        [(&one, "is the very same file as"), (&other, "ben: no reply of these scenarios is rated in it")]
    {
        let ran = panel.run("compare", &[]);
        let told = out(&ran);
        assert!(ran.status.code() == Some(1) && flat(&told).contains(why) && !told.contains("divide"), "{told}");
        let after = |text: &str| text[text.find("Which level").unwrap()..].to_owned();
        assert_eq!(after(&told), after(&alone));
    }
    // On a page, too, and beside a key of one's own.
    let page = one.folder.path().join("agreement.html");
    assert_eq!(err(&one.run("compare", &["--out", page.to_str().unwrap()])), "");
    let page = flat(&fs::read_to_string(page).unwrap());
    assert!(page.contains("one rater alone is two levels or more from the key"), "{page}");
    assert!(!page.contains("divides raters") && !page.contains("divide raters"), "{page}");
}

#[test]
fn an_organisations_own_key_takes_the_place_of_the_authors() {
    let mut panel = Panel::new();
    let own = panel.folder.path().join("own.csv");
    let mut sheet = panel.key.clone();
    change(&mut sheet, &strict);
    for name in COMPETENCIES {
        sheet.rate(0, name, "");
    }
    sheet.save_as(&own, ";");
    panel.rater("dele", strict).rater("anna", human(7, 0));
    let ran = panel.run("compare", &["--json", "--key", own.to_str().unwrap()]);
    let json: Value = serde_json::from_str(&out(&ran)).unwrap();
    assert!(number(&json["raters"][0]["with_key"]["lean"]["value"]).abs() < 1e-9);
    assert!(number(&json["raters"][1]["with_key"]["lean"]["value"]) > 0.5);
    assert_eq!(json["notes"], serde_json::json!(["The key says nothing of 1 reply."]));
}

#[test]
fn a_drift_is_seen_and_none_where_there_is_none() {
    let mut same = Panel::new();
    same.rater("anna-may", human(7, 0)).rater("anna-june", human(9, 4));
    let ran = same.run("drift", &[]);
    assert!(ran.status.code() == Some(0) && out(&ran).starts_with("No drift is seen."), "{}", out(&ran));
    let mut later = Panel::new();
    later.rater("anna-may", human(7, 0)).rater(
        "anna-june",
        |place, level| {
            if place == 5 { 3 - level } else { strict(place, level) }
        },
    );
    let ran = later.run("drift", &[]);
    let told = flat(&out(&ran));
    assert!(
        ran.status.code() == Some(1) && told.starts_with("The later sheet is stricter than the earlier one, by 0."),
        "{told}"
    );
    let json: Value = serde_json::from_str(&out(&later.run("drift", &["--json"]))).unwrap();
    assert_eq!(json["verdict"], "stricter");
    assert!(number(&json["pair"]["lean"]["value"]) < -0.5 && number(&json["with_key"][0]["lean"]["value"]).abs() < 0.1);
    let mut few = Panel::new();
    for name in ["may", "june"] {
        few.writes(name, |sheet| {
            let rows = sheet.rows.len();
            (4..rows).for_each(|row| COMPETENCIES.iter().for_each(|name| sheet.rate(row, name, "")));
            if name == "june" {
                sheet.rate(0, "listening", "1");
            }
        });
    }
    let ran = few.run("drift", &[]);
    assert!(ran.status.code() == Some(1) && flat(&out(&ran)).contains("Too little was rated twice"), "{}", out(&ran));
    few.sheets.pop();
    let ran = few.run("drift", &[]);
    assert!(ran.status.code() == Some(2) && err(&ran).contains("there is one"), "{}", err(&ran));
}
