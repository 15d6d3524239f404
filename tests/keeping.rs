//! What operators rely on: records that survive everything, come together from many machines, and are gone when somebody asks.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use amends::attempt::{Attempt, Line, Recorder};
use amends::store::{Asked, Filter, Sqlite, Store, export, import};
use proptest::prelude::*;
use serde_json::Value;

use crate::program::{amends, err, out, pool};

mod crashes;
mod forgetting;
mod on_a_server;
#[cfg(unix)]
mod protected;
mod server;
mod slips;

/// Plays replies as text into a data folder.
fn play(folder: &Path, typed: &str, more: &[&str]) {
    let pool = pool();
    let arguments = ["play", pool.to_str().unwrap(), "--text", "--data", folder.to_str().unwrap(), "--seed", "1"];
    let played = amends(&[arguments.as_slice(), more].concat(), typed);
    assert!(played.status.success(), "{}", err(&played));
}

fn run(folder: &Path, arguments: &[&str]) -> std::process::Output {
    amends(&[["--data", folder.to_str().unwrap()].as_slice(), arguments].concat(), "")
}

fn json(output: &std::process::Output) -> Value {
    serde_json::from_str(out(output).trim()).unwrap_or_else(|_| panic!("{}{}", out(output), err(output)))
}

fn attempts(folder: &Path) -> Vec<Attempt> {
    Sqlite::in_folder(folder).attempts(&Filter::default()).unwrap()
}

/// Waits until a store whose server was just killed has all that was to be kept.
fn ready_again(store: &dyn Store) {
    let begun = std::time::Instant::now();
    while let Err(why) = store.ready() {
        assert!(begun.elapsed().as_secs() < 60, "{why}");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}

/// Whether a store holds together.
fn whole(folder: &Path) -> bool {
    let verified = run(folder, &["store", "verify", "--json"]);
    json(&verified)["whole"] == true && verified.status.code() == Some(0)
}

const TO_THE_END: &str = "1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n";

#[test]
fn the_attempts_of_an_older_release_come_into_the_store_once() {
    let folder = tempfile::tempdir().unwrap();
    let (from, data) = (folder.path().join("from"), folder.path().join("data"));
    play(&from, TO_THE_END, &["--trainee", "Wanjiru"]);
    let exported = folder.path().join("all.jsonl");
    assert!(run(&from, &["export", exported.to_str().unwrap()]).status.success());
    // As releases before the store left it: lines only, the last one cut off, texts in a folder beside.
    let lines = fs::read_to_string(&exported).unwrap();
    let old: Vec<&str> =
        lines.lines().filter(|line| !line.contains("\"header\"") && !line.contains("\"scenario\",\"hash\"")).collect();
    fs::create_dir_all(data.join("scenarios")).unwrap();
    fs::write(data.join("attempts.jsonl"), format!("{}\n{{\"event\":\"sta", old.join("\n"))).unwrap();
    let hash = attempts(&from)[0].start.hash.clone();
    fs::copy(pool(), data.join("scenarios").join(format!("{hash}.ron"))).unwrap();
    let replayed = run(&data, &["replay", "--json"]);
    assert!(replayed.status.success(), "{}", err(&replayed));
    assert_eq!(attempts(&data), attempts(&from));
    assert!(Sqlite::in_folder(&data).scenario(&hash).unwrap().is_some());
    assert!(!data.join("attempts.jsonl").exists() && data.join("attempts.jsonl.imported").exists());
    let verified = run(&data, &["store", "verify", "--json"]);
    assert!(
        json(&verified)["notes"].to_string().contains("could not be read, and are kept as they came: 1"),
        "{}",
        out(&verified)
    );
    // The file comes back, from an older backup say: nothing changes.
    fs::copy(data.join("attempts.jsonl.imported"), data.join("attempts.jsonl")).unwrap();
    assert_eq!(attempts(&data), attempts(&from));
    assert!(data.join("attempts.jsonl.imported-2").exists() && whole(&data));
}

#[test]
fn laptops_come_together_with_their_cohorts_a_roster_and_a_report() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let text = |name: &str| path(name).to_str().unwrap().to_owned();
    for (laptop, name) in [("a", "Amina"), ("b", "B7"), ("c", "Chebet")] {
        play(&path(laptop), TO_THE_END, &["--trainee", name]);
    }
    play(&path("c"), "1\n", &["--trainee", "Chebet", "--cohort", "night shift"]);
    assert!(
        run(&path("a"), &["export", &text("a.jsonl"), "--as-cohort", "front desk", "--facilitator", "Otieno"])
            .status
            .success()
    );
    for laptop in ["b", "c"] {
        assert!(run(&path(laptop), &["export", &text(&format!("{laptop}.jsonl"))]).status.success());
    }
    let twice = run(&path("a"), &["export", &text("a.jsonl")]);
    assert!(twice.status.code() == Some(2) && err(&twice).contains("--replace"), "{}", err(&twice));
    let hub = path("hub");
    let taken =
        run(&hub, &["import", &text("a.jsonl"), &text("b.jsonl"), &text("c.jsonl"), &text("a.jsonl"), "--json"]);
    assert!(taken.status.success(), "{}", err(&taken));
    let told: Vec<Value> = out(&taken).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let counts: Vec<_> = told.iter().map(|one| (&one["taken"]["new"], &one["taken"]["duplicates"])).collect();
    assert_eq!(
        counts,
        [(&1.into(), &0.into()), (&1.into(), &0.into()), (&2.into(), &0.into()), (&0.into(), &1.into())]
    );
    assert_eq!(told[0]["taken"]["versions"][0]["scenario"], "heated-pool");
    assert_eq!(told[1]["taken"]["versions"], Value::Array(Vec::new()), "seen before");
    fs::write(path("people.csv"), "\u{feff}name;code;cohort\r\nBen;B7;reception\r\n;x;y\r\n").unwrap();
    let roster = run(&hub, &["import", "--roster", &text("people.csv")]);
    assert!(roster.status.code() == Some(1) && err(&roster).contains("1 row"), "{}", err(&roster));
    let cohorts: BTreeMap<_, _> =
        attempts(&hub).into_iter().map(|one| ((one.start.trainee, one.end.is_some()), one.start.cohort)).collect();
    let cohort = |name: &str, ended| cohorts[&(Some(name.to_owned()), ended)].clone().unwrap_or_default();
    assert_eq!(
        [cohort("Amina", true), cohort("B7", true), cohort("Chebet", true), cohort("Chebet", false)],
        ["front desk", "reception", "", "night shift"]
    );
    let ben = Filter { trainee: Some("Ben".into()), ..Filter::default() };
    assert_eq!(Sqlite::in_folder(&hub).attempts(&ben).unwrap().len(), 1, "by name or code");
    // From one hub to the next nothing is lost, labels included.
    assert!(run(&hub, &["export", &text("hub.jsonl")]).status.success());
    assert!(run(&path("next"), &["import", &text("hub.jsonl")]).status.success());
    let amina = attempts(&path("next")).into_iter().find(|one| one.start.trainee.as_deref() == Some("Amina")).unwrap();
    assert_eq!(amina.start.cohort.as_deref(), Some("front desk"));
    assert!(whole(&hub) && whole(&path("next")));
    let replayed = run(&path("empty"), &["replay", &text("hub.jsonl"), "--json", "--scenarios", &text("none")]);
    assert_eq!(out(&replayed).lines().count(), 4, "the file has all it takes: {}", err(&replayed));
}

#[test]
fn a_file_that_was_changed_on_its_way_is_left_out_until_somebody_says_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("a.jsonl"));
    play(&data, "1\n1\n", &[]);
    let name = file.to_str().unwrap();
    assert!(run(&data, &["export", name]).status.success());
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, &text[..text.len() - 30]).unwrap();
    let hub = folder.path().join("hub");
    let refused = run(&hub, &["import", name]);
    assert!(refused.status.code() == Some(1) && err(&refused).contains("cut short or changed"), "{}", err(&refused));
    assert_eq!(attempts(&hub), []);
    let anyway = run(&hub, &["import", name, "--anyway"]);
    assert!(anyway.status.code() == Some(1) && err(&anyway).contains("cannot be read"), "{}", err(&anyway));
    assert_eq!(attempts(&hub)[0].decisions.len(), 1);
    fs::write(&file, text.replacen("\"format\":1", "\"format\":9", 1)).unwrap();
    let newer = run(&hub, &["import", name]);
    assert!(newer.status.code() == Some(2) && err(&newer).contains("newer Amends"), "{}", err(&newer));
}

#[test]
fn a_file_without_a_line_of_an_attempt_is_refused_and_nothing_of_it_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (hub, file) = (folder.path().join("hub"), folder.path().join("table"));
    for bytes in [b"attempt,trainee\n1,Amina\n".as_slice(), b"PAR1\x00\xff\n\x80PAR1", b"[{\"verb\":{}}]\n"] {
        fs::write(&file, bytes).unwrap();
        for more in [&[][..], &["--anyway"]] {
            let refused = run(&hub, &[&["import", file.to_str().unwrap()], more].concat());
            assert_eq!(refused.status.code(), Some(2), "{}", err(&refused));
            assert!(err(&refused).contains("no line of it is one of an attempt"), "{}", err(&refused));
        }
    }
    let verified = run(&hub, &["store", "verify"]);
    assert!(verified.status.success() && !out(&verified).contains("cannot be read"), "{}", out(&verified));
}

#[test]
fn a_backup_is_whole_and_comes_back_also_over_a_damaged_file() {
    let folder = tempfile::tempdir().unwrap();
    let (data, backup) = (folder.path().join("data"), folder.path().join("friday.sqlite"));
    play(&data, TO_THE_END, &["--trainee", "Amina"]);
    let name = backup.to_str().unwrap();
    assert!(run(&data, &["store", "backup", name]).status.success());
    assert_eq!(run(&data, &["store", "backup", name]).status.code(), Some(2), "nothing is written over");
    let kept = attempts(&data);
    play(&data, "1\n", &["--trainee", "Ben"]);
    let restored = run(&data, &["store", "restore", name, "--json"]);
    assert!(restored.status.success(), "{}", err(&restored));
    assert_eq!(attempts(&data), kept);
    let aside = PathBuf::from(json(&restored)["set_aside"].as_str().unwrap());
    assert_eq!(Sqlite::at(&aside).attempts(&Filter::default()).unwrap().len(), 2, "and nothing is lost");
    let store = data.join("attempts.sqlite");
    fs::write(&store, [0xff; 9000]).unwrap();
    let told = run(&data, &["replay"]);
    assert!(told.status.code() == Some(2) && err(&told).contains("amends store restore"), "{}", err(&told));
    let again = run(&data, &["store", "restore", name, "--json"]);
    assert!(again.status.code() == Some(1), "who was forgotten since cannot be known: {}", err(&again));
    assert_eq!(attempts(&data), kept);
    let aside = json(&again)["set_aside"].as_str().unwrap().to_owned();
    assert_eq!(fs::read(aside).unwrap(), [0xff; 9000]);
    assert!(whole(&data));
    let wrong = run(&data, &["store", "restore", pool().to_str().unwrap()]);
    assert_eq!(wrong.status.code(), Some(2), "{}", err(&wrong));
    assert!(err(&wrong).contains("no backup of a store") && !err(&wrong).contains("store restore"), "{}", err(&wrong));
    assert_eq!(attempts(&data), kept);
}

#[test]
fn verify_tells_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    play(folder.path(), "1\n1\n", &["--trainee", "Amina"]);
    assert!(whole(folder.path()));
    let file = folder.path().join("attempts.sqlite");
    for (harm, told) in [
        ("UPDATE attempts SET trainee = 'Ben'", "found by"),
        ("UPDATE events SET line = replace(line, '\"n\":1', '\"n\":') WHERE n = 2", "cannot be read"),
        ("DELETE FROM events WHERE n = 2", "a line before it is missing"),
        ("UPDATE attempts SET ended = 'finished'", "how it ended"),
        ("UPDATE scenarios SET text = replace(text, 'nineteen', 'twenty')", "not what its hash says"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM attempts", "belongs to nothing"),
    ] {
        let harmed = folder.path().join("harmed.sqlite");
        let _ = fs::remove_file(&harmed);
        fs::copy(&file, &harmed).unwrap();
        rusqlite::Connection::open(&harmed).unwrap().execute_batch(harm).unwrap();
        let verified = run(folder.path(), &["store", "verify", harmed.to_str().unwrap()]);
        assert!(verified.status.code() == Some(1) && err(&verified).contains(told), "{harm}: {}", err(&verified));
    }
}

#[test]
fn old_attempts_are_thrown_away_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    play(folder.path(), "1\n", &[]);
    let prune = |age: &str, more: &[&str]| {
        run(folder.path(), &[["store", "prune", "--older-than", age].as_slice(), more].concat())
    };
    assert!(prune("1d", &[]).status.success());
    assert_eq!(attempts(folder.path()).len(), 1);
    assert_eq!(prune("soon", &[]).status.code(), Some(2));
    assert_eq!(prune("0mo", &[]).status.code(), Some(2));
    let store = Sqlite::in_folder(folder.path());
    assert_eq!(store.prune(jiff::Timestamp::now()).unwrap(), 1);
    assert_eq!(store.attempts(&Filter::default()).unwrap(), []);
}

/// What a store says of everything, in an order of its own.
fn all_of(store: &Sqlite, to: &Path) -> Vec<String> {
    let _ = fs::remove_file(to);
    export(store, to, &Asked::default()).unwrap();
    let text = fs::read_to_string(to).unwrap();
    let mut lines: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
    lines.extend(store.verify().unwrap().notes);
    lines.extend(store.attempts(&Filter::default()).unwrap().iter().map(|one| format!("{:?}", one.start.cohort)));
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn imports_in_any_order_and_however_often_give_the_same_store(order in prop::collection::vec(0usize..6, 6..14)) {
        let folder = tempfile::tempdir().unwrap();
        let file = |at: usize| folder.path().join(format!("{at}.jsonl"));
        write_six(folder.path());
        let import_all = |name: &str, order: &[usize]| {
            let store = Sqlite::in_folder(folder.path().join(name));
            for at in order {
                import(&store, &file(*at), false).unwrap();
            }
            all_of(&store, &folder.path().join(format!("{name}.out")))
        };
        let every: Vec<usize> = (0..6).collect();
        let shuffled: Vec<usize> = order.iter().copied().chain((0..6).rev().filter(|at| !order.contains(at))).collect();
        prop_assert_eq!(import_all("one", &shuffled), import_all("two", &every));
    }
}

/// Six files: an attempt in three states, two of which say different things; the same with a label; another; and older lines.
fn write_six(folder: &Path) {
    let start = |id: u128, name: &str| {
        format!(
            r#"{{"event":"start","attempt":"{}","scenario":"pool","hash":"h","shape":"s","rules":"r","program":"0","seed":1,"persona":"p","language":"en","mode":"practice","trainee":"{name}","started":"2026-01-01T00:00:00Z"}}"#,
            uuid::Uuid::from_u128(id)
        )
    };
    let reply = |id: u128, n: usize, reply: &str| {
        format!(
            r#"{{"event":"decision","attempt":"{}","n":{n},"beat":"desk","reply":"{reply}","ms":5}}"#,
            uuid::Uuid::from_u128(id)
        )
    };
    let lines =
        |more: &[String]| more.iter().map(|line| serde_json::from_str::<Line>(line).unwrap()).collect::<Vec<_>>();
    let one = [start(1, "Amina"), reply(1, 1, "own"), reply(1, 2, "ask")];
    let other = [start(1, "Amina"), reply(1, 1, "own"), reply(1, 2, "shrug")];
    for (at, (lines, label)) in [
        (lines(&one[..2]), None),
        (lines(&one), None),
        (lines(&other), None),
        (lines(&one[..2]), Some("desk")),
        (lines(&[start(2, "Ben")]), Some("night")),
    ]
    .into_iter()
    .enumerate()
    {
        let store = Sqlite::in_folder(folder.join(format!("laptop-{at}")));
        store.append(&lines).unwrap();
        let asked = Asked { label: label.map(str::to_owned), ..Asked::default() };
        export(&store, &folder.join(format!("{at}.jsonl")), &asked).unwrap();
    }
    fs::write(
        folder.join("5.jsonl"),
        format!("{}\n{}\nno line\n{}\n", start(3, "C"), start(2, "Ben"), reply(3, 1, "own")),
    )
    .unwrap();
}
