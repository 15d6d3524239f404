//! What operators rely on where attempts are kept on a server: the same as in a file, and that nobody may do more than they must.

use std::io::Write as _;
use std::ops::ControlFlow;
use std::process::{Command, Output, Stdio};

use amends::store::{Kept, NewScore, Postgres, Store, StoreError};
use postgres::{Client, NoTls};

use super::server::{PASSWORD, Server, database};
use super::*;

/// Runs the program with its store on a server, as the environment says, and a data folder.
fn amends_on(address: &str, data: &Path, arguments: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_amends"))
        .arg("--data")
        .arg(data)
        .args(arguments)
        .current_dir(crate::program::root())
        .env("AMENDS_STORE", address)
        .env("NO_COLOR", "1")
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    let output = child.wait_with_output().unwrap();
    let told = format!("{}{}", out(&output), err(&output));
    assert!(!told.contains(PASSWORD), "the password is shown: {told}");
    output
}

fn play_on(address: &str, data: &Path, trainee: &str) -> Output {
    let pool = pool();
    let arguments = ["play", pool.to_str().unwrap(), "--text", "--seed", "1", "--trainee", trainee];
    let played = amends_on(address, data, &arguments, TO_THE_END);
    assert!(played.status.success(), "{}", err(&played));
    played
}

fn attempts_on(address: &str) -> Vec<Attempt> {
    Postgres::at(address).unwrap().attempts(&Filter::default()).unwrap()
}

/// The same address for another login.
fn as_login(address: &str, login: &str) -> String {
    address.replace("amends:", &format!("{login}:"))
}

#[test]
fn every_command_finds_its_attempts_on_the_server() {
    let Some(address) = database() else { return };
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    play_on(&address, &data, "Wanjiru");
    assert!(!data.join("attempts.sqlite").exists(), "nothing is kept here");
    let on = |arguments: &[&str]| amends_on(&address, &data, arguments, "");
    let replayed = on(&["replay", "--json"]);
    assert!(replayed.status.success() && out(&replayed).contains("Wanjiru"), "{}", err(&replayed));
    let file = folder.path().join("all.jsonl");
    let exported = on(&["export", file.to_str().unwrap()]);
    assert!(exported.status.success(), "{}", err(&exported));
    // There and back through a file, the attempts are the same.
    let laptop = folder.path().join("laptop");
    assert!(run(&laptop, &["import", file.to_str().unwrap()]).status.success());
    assert_eq!(attempts(&laptop), attempts_on(&address));
    play(&laptop, TO_THE_END, &["--trainee", "Ben"]);
    let from = folder.path().join("laptop.jsonl");
    assert!(run(&laptop, &["export", from.to_str().unwrap()]).status.success());
    let taken = on(&["import", from.to_str().unwrap(), "--json"]);
    assert_eq!((&json(&taken)["taken"]["new"], &json(&taken)["taken"]["duplicates"]), (&1.into(), &1.into()));
    assert_eq!(attempts(&laptop), attempts_on(&address));
    let named = amends(&["--store", &address, "--data", data.to_str().unwrap(), "store", "verify", "--json"], "");
    assert_eq!((&json(&named)["whole"], &json(&named)["attempts"]), (&true.into(), &2.into()), "{}", err(&named));
    for copy in ["backup", "restore"] {
        let told = on(&["store", copy, "friday.sqlite"]);
        assert!(told.status.code() == Some(2) && err(&told).contains("pg_"), "{}", err(&told));
    }
    let pruned = on(&["store", "prune", "--older-than", "1d", "--json"]);
    assert_eq!((pruned.status.code(), &json(&pruned)["attempts"]), (Some(0), &0.into()));
    assert_eq!(Postgres::at(&address).unwrap().prune(jiff::Timestamp::now()).unwrap(), 2);
    assert_eq!(attempts_on(&address), []);
}

#[test]
fn a_server_that_is_not_there_or_lets_nobody_in_is_told_and_the_play_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let away = "postgres://amends:never-to-be-shown@127.0.0.1:9/training?sslmode=disable";
    let played = play_on(away, folder.path(), "Wanjiru");
    assert!(out(&played).contains("DEBRIEF"), "the play goes on to its debrief");
    let told = "`postgres://amends@127.0.0.1:9/training` does not answer";
    assert_eq!(err(&played).matches(told).count(), 1, "{}", err(&played));
    assert!(err(&played).contains("waits on this machine"), "{}", err(&played));
    let Some(address) = database() else { return };
    for (wrong, told) in [
        (address.replace(PASSWORD, "guessed"), "PGPASSWORD"),
        (address.replace("/amends_", "/nowhere_"), "createdb"),
        (format!("{address}?sslmode=require"), "SSL_CERT_FILE"),
        (format!("{address}?sslmode=perhaps"), "`sslmode` is `disable`"),
    ] {
        let refused = amends_on(&wrong, folder.path(), &["store", "verify"], "");
        assert!(refused.status.code() == Some(2) && err(&refused).contains(told), "{}", err(&refused));
        assert!(!err(&refused).contains("guessed"), "{}", err(&refused));
    }
}

#[test]
fn a_connection_is_encrypted_to_a_server_whose_certificate_is_trusted_and_to_no_other() {
    let Some(server) = Server::start_encrypted() else { return };
    let address = server.database().replace("127.0.0.1", "localhost");
    let folder = tempfile::tempdir().unwrap();
    let authority = server.folder().join("ca.crt");
    let verify = |mode: &str, certificates: Option<&Path>, host: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_amends"));
        command.args(["store", "verify", "--data"]).arg(folder.path()).env("NO_COLOR", "1");
        command.env("AMENDS_STORE", format!("{address}?sslmode={mode}").replace("localhost", host));
        command.envs(certificates.map(|file| ("SSL_CERT_FILE", file))).output().unwrap()
    };
    for mode in ["require", "prefer"] {
        let trusted = verify(mode, Some(&authority), "localhost");
        assert!(trusted.status.success(), "{}", err(&trusted));
        for stranger in [verify(mode, None, "localhost"), verify(mode, Some(&authority), "127.0.0.1")] {
            let told = err(&stranger);
            assert!(stranger.status.code() == Some(2) && told.contains("SSL_CERT_FILE"), "{told}");
            assert!(!told.contains(PASSWORD));
        }
    }
    let plain = verify("disable", Some(&authority), "localhost");
    assert!(plain.status.code() == Some(2) && err(&plain).contains("does not let you in"), "{}", err(&plain));
}

#[test]
fn a_laptop_adds_attempts_and_reads_nobody_s_a_reader_reads_and_an_operator_does_all() {
    let Some(address) = database() else { return };
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut owner = Client::connect(&address, NoTls).unwrap();
    let roles = amends(&["store", "roles"], "");
    let early = owner.batch_execute(&out(&roles)).unwrap_err();
    assert!(early.as_db_error().unwrap().message().contains("store verify"));
    assert!(amends_on(&address, &data, &["store", "verify"], "").status.success());
    // Twice: it can be run after each release.
    owner.batch_execute(&out(&roles)).unwrap();
    owner.batch_execute(&out(&roles)).unwrap();
    for (login, role) in [("desk", "laptop"), ("gate", "laptop"), ("lead", "reader"), ("ops", "operator")] {
        let login = format!("CREATE ROLE {login} LOGIN PASSWORD '{PASSWORD}' IN ROLE amends_{role}");
        owner.batch_execute(&login).unwrap();
    }
    let [desk, gate, lead, ops] = ["desk", "gate", "lead", "ops"].map(|login| as_login(&address, login));

    let played = play_on(&desk, &data, "Wanjiru");
    assert_eq!(err(&played), "", "a laptop needs no more than to add");
    let kept = attempts_on(&address);
    assert!(kept.len() == 1 && kept[0].is_finished());
    let mut laptop = Client::connect(&desk, NoTls).unwrap();
    for table in ["attempts", "events", "scenarios", "scores", "facts", "people", "tombstones", "exports"] {
        for question in [format!("SELECT 1 FROM amends.{table}"), format!("DELETE FROM amends.{table}")] {
            let refused = laptop.batch_execute(&question).unwrap_err();
            assert_eq!(refused.code().unwrap().code(), "42501", "{question}");
        }
    }
    let read = Postgres::at(&desk).unwrap().attempts(&Filter::default()).unwrap_err();
    assert!(matches!(read, StoreError::MayNot { .. }) && read.to_string().contains("store roles"), "{read}");
    // A line given again changes nothing; a line for somebody else's attempt is refused, as if there were none.
    let line = |n| {
        let (attempt, beat) = (kept[0].start.attempt, "desk");
        let line =
            format!(r#"{{"event":"decision","attempt":"{attempt}","n":{n},"beat":"{beat}","reply":"r","ms":5}}"#);
        serde_json::from_str::<Line>(&line).unwrap()
    };
    let start = [Line::Start(Box::new(kept[0].start.clone()))];
    Postgres::at(&desk).unwrap().append(&start).unwrap();
    assert_eq!(attempts_on(&address), kept);
    for stranger in [&[line(99)][..], &start] {
        let refused = Postgres::at(&gate).unwrap().append(stranger).unwrap_err();
        assert_eq!(refused.kind(), std::io::ErrorKind::NotFound, "{refused}");
    }
    assert_eq!(attempts_on(&address), kept);
    // Nor can it put another text in the place of one that is there.
    let hash = &kept[0].start.hash;
    let text = Postgres::at(&address).unwrap().scenario(hash).unwrap();
    Postgres::at(&desk).unwrap().keep_scenario(hash, "!").unwrap();
    assert_eq!(Postgres::at(&address).unwrap().scenario(hash).unwrap(), text);

    let reader = Postgres::at(&lead).unwrap();
    assert_eq!(reader.attempts(&Filter::default()).unwrap(), kept);
    let mut scores = Vec::new();
    let score = &mut |kept: Kept| {
        scores.push(NewScore { attempt: kept.attempt, scored: kept.whole(), card: vec![1] });
        ControlFlow::Continue(())
    };
    reader.each(&Filter::default(), score).unwrap();
    reader.keep_scores("r", &scores).unwrap();
    let exported = amends_on(&lead, &data, &["export", folder.path().join("a.jsonl").to_str().unwrap()], "");
    assert!(exported.status.success(), "{}", err(&exported));
    reader.append(&[line(99)]).unwrap_err();
    reader.forget("Wanjiru").unwrap_err();
    assert_eq!(attempts_on(&address), kept);

    let forgotten = amends_on(&ops, &data, &["store", "forget", "Wanjiru", "--json"], "");
    assert_eq!(json(&forgotten)["attempts"], 1, "{}", err(&forgotten));
    assert_eq!(json(&forgotten)["out_of_reach"].as_array().unwrap().len(), 1);
    assert!(amends_on(&ops, &data, &["store", "verify"], "").status.success());
}

/// The files below a folder in which some bytes stand.
fn holding(folder: &Path, bytes: &[u8]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap().flatten() {
        let path = item.path();
        if path.is_dir() {
            found.extend(holding(&path, bytes));
        } else if fs::read(&path).is_ok_and(|all| all.windows(bytes.len()).any(|window| window == bytes)) {
            found.push(path);
        }
    }
    found
}

#[test]
fn a_name_is_gone_from_every_file_of_the_database() {
    let Some(server) = Server::start() else { return };
    let address = server.database();
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    play_on(&address, &data, "Wanjiru Zed");
    play_on(&address, &data, "Somebody Else");
    let outside = folder.path().join("all.jsonl");
    let exported = ["export", outside.to_str().unwrap(), "--facilitator", "Wanjiru Zed"];
    assert!(amends_on(&address, &data, &exported, "").status.success());
    assert!(amends_on(&address, &data, &["import", outside.to_str().unwrap()], "").status.success());
    let roster = folder.path().join("people.csv");
    fs::write(&roster, "name,code,cohort\nWanjiru Zed,W7,desk\nBen,B1,desk\n").unwrap();
    assert!(amends_on(&address, &data, &["import", "--roster", roster.to_str().unwrap()], "").status.success());
    fs::write(data.join("goals.json"), "{\"Wanjiru Zed\": \"ask first\", \"Somebody Else\": \"wait\"}").unwrap();
    let mut owner = Client::connect(&address, NoTls).unwrap();
    owner.batch_execute("ANALYZE").unwrap();
    owner.batch_execute("CHECKPOINT").unwrap();
    let in_tables = || holding(&server.folder().join("data/base"), b"Wanjiru Zed");
    assert!(!in_tables().is_empty());
    let forgotten = amends_on(&address, &data, &["store", "forget", "W7", "--json"], "");
    let told = json(&forgotten);
    assert_eq!((&told["attempts"], &told["left"]), (&1.into(), &Value::Array(Vec::new())), "{}", err(&forgotten));
    assert_eq!(told["out_of_reach"][0]["file"], outside.to_str().unwrap());
    owner.batch_execute("CHECKPOINT").unwrap();
    assert_eq!(in_tables(), Vec::<PathBuf>::new());
    assert!(holding(&data, b"Wanjiru Zed").is_empty());
    let said = out(&amends_on(&address, &data, &["store", "forget", "Wanjiru Zed"], ""));
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("tables of the server") && said.contains("WAL") && said.contains("replicas"), "{said}");
    // Neither an import nor a roster brings them back.
    let taken = amends_on(&address, &data, &["import", outside.to_str().unwrap(), "--json"], "");
    assert_eq!(json(&taken)["taken"]["forgotten"], 1, "{}", err(&taken));
    let roster = amends_on(&address, &data, &["import", "--roster", roster.to_str().unwrap(), "--json"], "");
    assert_eq!(json(&roster)["left_out"], 1, "{}", err(&roster));
    assert_eq!(attempts_on(&address).len(), 1);
}

#[test]
fn what_is_played_while_the_server_is_away_comes_to_it_later() {
    let Some(server) = Server::start() else { return };
    let address = server.database();
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    assert!(amends_on(&address, data, &["store", "verify"], "").status.success());
    server.order("stop");
    let played = play_on(&address, data, "Wanjiru");
    assert!(err(&played).contains("waits on this machine"), "{}", err(&played));
    let files = fs::read_dir(data).unwrap().flatten().map(|item| item.path());
    let waits = files.filter(|path| path.to_string_lossy().contains("unsent-")).collect::<Vec<_>>();
    assert!(fs::read_to_string(&waits[0]).unwrap().contains("Wanjiru"));
    server.order("start");
    server.wait_for();
    let verified = amends_on(&address, data, &["store", "verify", "--json"], "");
    assert_eq!((&json(&verified)["whole"], &json(&verified)["attempts"]), (&true.into(), &1.into()));
    assert_eq!(fs::read(&waits[0]).unwrap(), b"");
    let kept = attempts_on(&address);
    assert!(kept[0].is_finished() && kept[0].start.trainee.as_deref() == Some("Wanjiru"));
    assert!(Postgres::at(&address).unwrap().scenario(&kept[0].start.hash).unwrap().is_some());
}

#[test]
fn what_is_played_while_the_server_refuses_it_comes_to_it_later() {
    let Some(address) = database() else { return };
    let folder = tempfile::tempdir().unwrap();
    let waiting = |data: &Path| {
        let files = fs::read_dir(data).unwrap().flatten().map(|item| item.path());
        let waits = files.filter(|path| path.to_string_lossy().contains("unsent-")).collect::<Vec<_>>();
        fs::read_to_string(&waits[0]).unwrap()
    };
    let data = folder.path().join("wrong");
    assert!(amends_on(&address, &data, &["store", "verify"], "").status.success());
    let played = play_on(&address.replace(PASSWORD, "guessed"), &data, "Wanjiru");
    assert_eq!(err(&played).matches("is kept on this machine").count(), 1, "{}", err(&played));
    assert!(!err(&played).contains("not being kept") && waiting(&data).contains("Wanjiru"), "{}", err(&played));
    let verified = amends_on(&address, &data, &["store", "verify", "--json"], "");
    assert_eq!((&json(&verified)["attempts"], waiting(&data).as_str()), (&1.into(), ""), "{}", err(&verified));

    let roles = amends(&["store", "roles"], "");
    let mut owner = Client::connect(&address, NoTls).unwrap();
    owner.batch_execute(&out(&roles)).unwrap();
    let login = format!("CREATE ROLE onlooker LOGIN PASSWORD '{PASSWORD}' IN ROLE amends_reader");
    owner.batch_execute(&login).unwrap();
    let (data, reader) = (folder.path().join("reader"), as_login(&address, "onlooker"));
    let played = play_on(&reader, &data, "Ben");
    assert_eq!(err(&played).matches("is kept on this machine").count(), 1, "{}", err(&played));
    assert!(!err(&played).contains("not being kept") && waiting(&data).contains("Ben"), "{}", err(&played));
    let exported = amends_on(&reader, &data, &["export", folder.path().join("a.jsonl").to_str().unwrap()], "");
    assert!(exported.status.success() && waiting(&data).contains("Ben"), "{}", err(&exported));
    owner.batch_execute("GRANT amends_laptop TO onlooker").unwrap();
    play_on(&reader, &data, "Ben");
    let kept = attempts_on(&address);
    assert!(kept.len() == 3 && kept.iter().all(Attempt::is_finished) && waiting(&data).is_empty());
}

#[test]
fn a_server_that_went_away_is_found_again() {
    let Some(server) = Server::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let store = Postgres::at(&server.database()).unwrap().beside(folder.path());
    let lines = |n: usize| {
        let folder = tempfile::tempdir().unwrap();
        play(folder.path(), &"1\n".repeat(n), &[]);
        let mut attempt = attempts(folder.path()).remove(0);
        attempt.decisions.truncate(n);
        let decisions = attempt.decisions.into_iter().map(Line::Decision);
        std::iter::once(Line::Start(Box::new(attempt.start))).chain(decisions).collect::<Vec<_>>()
    };
    for line in lines(3) {
        store.append(std::slice::from_ref(&line)).unwrap();
        server.order("kill");
        // Whatever the moment, given again it is there once.
        store.append(&[line]).unwrap();
    }
    ready_again(&store);
    assert_eq!(store.attempts(&Filter::default()).unwrap()[0].decisions.len(), 3);
    assert_eq!(store.verify().unwrap().troubles, Vec::<String>::new());
}
