//! Reports as leadership, trainers and trainees get them: from attempts that synthetic people played at the shipped scenarios.

mod cached;
mod first_screen;
mod hiding;
mod merging;
mod people;
mod tongues;

use std::fs;
use std::path::{Path, PathBuf};

use amends::attempt::Line;
use serde_json::Value;

use crate::program::{amends, err, out, root};

/// Writes the attempts of a cohort, each line changed as wanted, and gives back the file.
fn cohort(folder: &Path, people: usize, scenarios: &Path, change: impl Fn(&mut Line)) -> PathBuf {
    let file = folder.join("attempts.jsonl");
    let cohort = people::Cohort { people, seed: 1, cohorts: &["Mombasa", "Nairobi"] };
    let mut text = String::new();
    people::lines(&cohort, scenarios, &mut |mut line| {
        change(&mut line);
        text += &(serde_json::to_string(&line).unwrap() + "\n");
        Ok(())
    })
    .unwrap();
    fs::write(&file, text).unwrap();
    file
}

fn shipped() -> PathBuf {
    root().join("scenarios")
}

/// The page for a reader, as HTML and as JSON.
fn report(file: &Path, more: &[&str]) -> (String, Value) {
    let file = file.display().to_string();
    let arguments = [&["report", "--attempts", &file], more].concat();
    let page = amends(&arguments, "");
    assert!(page.status.success(), "{}", err(&page));
    let json = amends(&[&arguments[..], &["--json"]].concat(), "");
    (out(&page), serde_json::from_str(&out(&json)).unwrap())
}

/// The codes of everybody in an attempts file.
fn codes(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let mut codes: Vec<String> = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).unwrap()["trainee"].as_str().map(str::to_owned))
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn where_no_file_is_named_a_report_is_made_of_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let file = cohort(folder.path(), 12, &shipped(), |_| {});
    let (_, of_the_file) = report(&file, &[]);
    let data = folder.path().display().to_string();
    // The first time an older release's file is taken over, and after that there is only the store.
    for _ in 0..2 {
        let told = amends(&["--data", &data, "report", "--json"], "");
        assert!(told.status.success(), "{}", err(&told));
        let of_the_store: Value = serde_json::from_str(&out(&told)).unwrap();
        for same in ["counts", "profile", "heat", "decisions", "promises", "endings"] {
            assert_eq!(of_the_store[same], of_the_file[same], "{same}");
        }
        assert!(!file.exists());
    }
}

#[test]
fn an_organisation_reads_of_groups_and_of_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let file = cohort(folder.path(), 24, &shipped(), |_| {});
    let (html, json) = report(&file, &[]);
    for section in [
        "profile",
        "change",
        "teams",
        "heat",
        "wrong",
        "promises",
        "endings",
        "next",
        "obstacles",
        "items",
        "cannot",
        "how",
    ] {
        assert!(html.contains(&format!("<section id=\"{section}\"")), "{section}");
    }
    assert_eq!(json["sentences"].as_array().unwrap().len(), 3);
    assert_eq!(json["profile"].as_array().unwrap().len(), 4);
    for one in json["profile"].as_array().unwrap() {
        assert_eq!(one["people"], 24);
        let (mean, low) = (one["mean"].as_f64().unwrap(), one["interval"]["lower"].as_f64().unwrap());
        assert!((0.0..100.0).contains(&mean) && low < mean, "{one}");
        assert_eq!(one["dots"].as_array().unwrap().len(), 24);
    }
    assert_eq!(json["change"]["paired"], true, "the course's own measures");
    assert!(!json["decisions"].as_array().unwrap().is_empty());
    for wrong in json["decisions"].as_array().unwrap() {
        assert!(wrong["people"].as_u64().unwrap() >= 5 && wrong["said"] != wrong["better"], "{wrong}");
        assert!(
            !wrong["said"].as_str().unwrap().is_empty() && !wrong["better"].as_str().unwrap().is_empty(),
            "{wrong}"
        );
    }
    for code in codes(&file) {
        assert!(!html.contains(&code), "{code} stands on the page");
    }
    assert!(html.contains("Not for hiring, pay or discipline") && html.contains("regression to the mean"));
}

#[test]
fn every_number_s_way_leads_somewhere_and_nothing_is_fetched() {
    let folder = tempfile::tempdir().unwrap();
    let file = cohort(folder.path(), 12, &shipped(), |_| {});
    let (html, _) = report(&file, &[]);
    for (at, _) in html.match_indices("href=\"#") {
        let id = html[at + 7..].split('"').next().unwrap();
        assert!(html.contains(&format!("id=\"{id}\"")), "#{id} leads nowhere");
    }
    for outside in ["<script", "<link rel=\"stylesheet\"", "src=\"http", "@import", "url("] {
        assert!(!html.contains(outside), "{outside}");
    }
    assert_eq!(
        html.matches("http").count(),
        html.matches("http://www.w3.org/2000/svg").count() + html.matches("http-equiv").count()
    );
}

#[test]
fn four_people_are_counted_and_never_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = cohort(folder.path(), 4, &shipped(), |_| {});
    let (html, json) = report(&file, &[]);
    assert!(json["held_back"].as_str().unwrap().contains("Fewer than 5 people"));
    for empty in ["sentences", "decisions", "promises", "endings", "worth", "next"] {
        assert_eq!(json[empty], Value::Array(Vec::new()), "{empty}");
    }
    assert!(json["profile"].as_array().unwrap().iter().all(|one| one["mean"].is_null() && one["people"].is_null()));
    assert!(
        json["heat"]["rows"].as_array().unwrap().is_empty() && json["change"]["rows"].as_array().unwrap().is_empty()
    );
    assert!(!html.contains("<section id=\"profile\"") && html.contains("<section id=\"cannot\""));
}

#[test]
fn a_cohort_that_leaves_out_only_a_few_is_not_told_apart_from_them() {
    let folder = tempfile::tempdir().unwrap();
    let all_but_two = |line: &mut Line| {
        if let Line::Start(start) = line {
            let few = ["P00000", "P07919"].contains(&start.trainee.as_deref().unwrap());
            start.cohort = Some(if few { "few" } else { "many" }.to_owned());
        }
    };
    let file = cohort(folder.path(), 12, &shipped(), all_but_two);
    let (_, json) = report(&file, &["--for", "cohort", "many"]);
    assert!(json["held_back"].as_str().unwrap().contains("All but fewer than 5"), "{}", json["held_back"]);
    let (_, json) = report(&file, &["--for", "cohort", "few"]);
    assert!(json["held_back"].as_str().unwrap().contains("Fewer than 5 people"));
    let (_, json) = report(&file, &[]);
    assert!(json["held_back"].is_null());
}

#[test]
fn a_trainee_reads_their_own_results_and_nobody_else_s() {
    let folder = tempfile::tempdir().unwrap();
    let file = cohort(folder.path(), 12, &shipped(), |_| {});
    let codes = codes(&file);
    let (html, json) = report(&file, &["--for", "trainee", &codes[3]]);
    assert!(html.contains(&codes[3]) && html.contains("Your own results"));
    for other in codes.iter().filter(|code| **code != codes[3]) {
        assert!(!html.contains(other.as_str()), "{other}");
    }
    assert!(json["profile"].as_array().unwrap().iter().all(|one| one["dots"].as_array().unwrap().is_empty()));
    let nobody = amends(&["report", "--attempts", &file.display().to_string(), "--for", "trainee", "Nobody"], "");
    assert_eq!(nobody.status.code(), Some(2));
    assert!(!err(&nobody).contains(&codes[0]), "names are not handed out: {}", err(&nobody));
}

#[test]
fn practice_repetition_and_interruption_are_counted_and_score_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = cohort(folder.path(), 12, &shipped(), |_| {});
    let (_, before) = report(&file, &[]);
    // Everybody again, later: no first assessment among them. And everybody again as practice, and all of that broken off.
    let text = fs::read_to_string(&file).unwrap();
    let again = |more: &str, change: &dyn Fn(&mut Value)| -> String {
        text.lines()
            .map(|line| {
                let mut value: Value = serde_json::from_str(line).unwrap();
                let id = value["attempt"].as_str().unwrap().to_owned();
                value["attempt"] = Value::from(format!("{more}{}", &id[1..]));
                if value["event"] == "start" {
                    value["started"] = Value::from("2027-01-01T00:00:00Z");
                }
                change(&mut value);
                value.to_string() + "\n"
            })
            .collect()
    };
    let practice = |value: &mut Value| {
        if value["event"] == "start" {
            value["mode"] = Value::from("practice");
        }
    };
    let interrupted = |value: &mut Value| {
        if value["event"] == "end" {
            value["how"] = Value::from("interrupted");
        }
    };
    let copies = [again("a", &|_| {}), again("b", &practice), again("c", &interrupted)].concat();
    let file = folder.path().join("more.jsonl");
    fs::write(&file, again("d", &|_| {}).replace("2027-01-01", "2026-01-01") + &copies).unwrap();
    let (_, after) = report(&file, &[]);
    for same in ["profile", "heat", "decisions", "promises", "endings"] {
        assert_eq!(before[same], after[same], "{same}");
    }
    let number =
        |page: &Value, at: usize| -> u64 { page["counts"][at][1].as_str().unwrap().replace(',', "").parse().unwrap() };
    assert_eq!(number(&before, 0), number(&after, 0));
    for at in 1..=3 {
        assert!(number(&after, at) > number(&before, at), "{}", after["counts"]);
    }
}

#[test]
fn whatever_people_write_stays_text() {
    const EVIL: &str = "<script>alert(1)</script><img src=x onerror=alert(2)>\u{202e}drow' \" & {{ 7*7 }}";
    let folder = tempfile::tempdir().unwrap();
    let scenarios = folder.path().join("scenarios");
    fs::create_dir(&scenarios).unwrap();
    for item in fs::read_dir(shipped()).unwrap() {
        let path = item.unwrap().path();
        if amends::library::is_scenario_file(&path) {
            let name = path.file_name().unwrap().to_str().unwrap();
            let written = EVIL.replace('"', "\\\"");
            let text = fs::read_to_string(&path).unwrap();
            let text = text.replacen("title: \"", &format!("title: \"{written} "), 1);
            let text = text
                .replace("say: \"", &format!("say: \"{written} "))
                .replace("says: \"", &format!("says: \"{written} "));
            fs::write(scenarios.join(name), text).unwrap();
        }
    }
    let hostile = |line: &mut Line| {
        if let Line::Start(start) = line {
            start.trainee = start.trainee.as_ref().map(|code| format!("{code}{EVIL}"));
            start.cohort = Some(format!("{EVIL}{}", "x".repeat(100_000)));
        }
    };
    let file = cohort(folder.path(), 12, &scenarios, hostile);
    let places = scenarios.display().to_string();
    let name = codes(&file)[0].clone();
    let cohort_name = format!("{EVIL}{}", "x".repeat(100_000));
    for reader in [vec!["organisation"], vec!["cohort", &cohort_name], vec!["trainee", &name]] {
        let arguments = [&["--scenarios", places.as_str(), "--for"], reader.as_slice()].concat();
        let (html, _) = report(&file, &arguments);
        assert!(!html.contains("<script") && !html.contains("<img"), "it came out as markup");
        assert!(html.contains("&lt;script&gt;") && !html.contains("drow&#x27; &quot; &amp; 49"), "{reader:?}");
        assert!(html.len() < 400_000, "a long name makes a long page");
        assert!(!html.contains('\u{202e}'), "what follows could be turned around");
    }
}
