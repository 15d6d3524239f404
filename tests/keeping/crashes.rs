//! The program, and a server it writes to, are killed at random moments: what was shown as taken is there afterwards.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::server::Server;
use super::*;

/// How often in all, unless `AMENDS_KILLS` says: half of them while playing, the others while importing, taking over and migrating.
fn kills() -> usize {
    std::env::var("AMENDS_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(60)
}

/// A moment of what takes so long when nobody kills it: scattered, and the same in each run.
fn moment(round: usize, whole: Duration) -> Duration {
    whole * ((round as u32).wrapping_mul(2_654_435_761) >> 22) / 1024
}

fn child(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_amends"));
    command
        .args(arguments)
        .current_dir(crate::program::root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// A play that has all its replies typed, and what it has shown, which is known when it is over.
fn playing(data: &str, store: Option<&str>) -> (Child, std::thread::JoinHandle<String>) {
    let pool = pool();
    let mut command = child(&["play", pool.to_str().unwrap(), "--text", "--seed", "1", "--data", data]);
    command.envs(store.map(|address| ("AMENDS_STORE", address)));
    let mut playing = command.spawn().unwrap();
    let _ = playing.stdin.take().unwrap().write_all(TO_THE_END.as_bytes());
    let mut told = playing.stdout.take().unwrap();
    let reading = std::thread::spawn(move || {
        let mut all = Vec::new();
        let _ = told.read_to_end(&mut all);
        String::from_utf8_lossy(&all).into_owned()
    });
    (playing, reading)
}

/// How many decisions were shown as taken: each prompt after the first says so of the one before it.
fn taken(told: &str) -> usize {
    told.matches("\n> ").count().saturating_sub(1)
}

/// The decisions of the attempt that was begun last, unless there were as many attempts before.
fn kept_since(before: usize, attempts: &[Attempt]) -> usize {
    attempts.get(before..).and_then(<[_]>::last).map_or(0, |attempt| attempt.decisions.len())
}

#[test]
fn every_decision_that_was_shown_as_taken_is_there_after_a_kill_while_playing() {
    let folder = tempfile::tempdir().unwrap();
    let begun = Instant::now();
    play(&folder.path().join("whole"), TO_THE_END, &[]);
    let whole_play = begun.elapsed();
    let mut decisions = 0;
    for round in 0..kills() / 2 {
        let before = attempts(folder.path()).len();
        let (mut playing, told) = playing(folder.path().to_str().unwrap(), None);
        std::thread::sleep(moment(round, whole_play));
        let _ = playing.kill();
        playing.wait().unwrap();
        let taken = taken(&told.join().unwrap());
        let kept = kept_since(before, &attempts(folder.path()));
        assert!(taken <= kept, "round {round}: {taken} were shown, {kept} are kept");
        decisions += taken;
    }
    assert!(whole(folder.path()));
    println!("{} kills while playing: all {decisions} decisions that were shown are kept", kills() / 2);
}

/// What is kept in a folder after a command was killed there at some moment, and whether it had said anything.
fn killed(arguments: &[&str], after: Duration, data: &Path) -> (Vec<Attempt>, bool) {
    let mut child = child(arguments).spawn().unwrap();
    std::thread::sleep(after);
    let _ = child.kill();
    let mut told = String::new();
    let _ = BufReader::new(child.stdout.take().unwrap()).read_line(&mut told);
    child.wait().unwrap();
    (attempts(data), !told.is_empty())
}

#[test]
fn a_kill_while_importing_or_taking_over_leaves_all_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.jsonl");
    let store = folder.path().join("from");
    for _ in 0..3 {
        play(&store, TO_THE_END, &["--trainee", "Amina"]);
    }
    assert!(run(&store, &["export", old.to_str().unwrap()]).status.success());
    let all = attempts(&store);
    let begun = Instant::now();
    assert!(run(&folder.path().join("whole"), &["import", old.to_str().unwrap()]).status.success());
    let whole_import = begun.elapsed();
    let mut there = 0;
    for round in 0..kills() / 4 {
        let data = folder.path().join(format!("data-{round}"));
        fs::create_dir_all(&data).unwrap();
        let (name, file) = (data.to_str().unwrap(), old.to_str().unwrap());
        let taking_over = round % 2 == 0;
        if taking_over {
            fs::copy(&old, data.join("attempts.jsonl")).unwrap();
        }
        let arguments: &[&str] =
            if taking_over { &["--data", name, "store", "verify"] } else { &["--data", name, "import", file] };
        let (kept, told) = killed(arguments, moment(round, whole_import), &data);
        // To read older lines is to take them over, whoever does it.
        assert!(kept.is_empty() || kept == all, "round {round}: {} of {}", kept.len(), all.len());
        assert!(!told || kept == all, "round {round}: it was told to be there");
        there += usize::from(kept == all);
        let again = run(&data, arguments.get(2..).unwrap());
        assert!(again.status.success() && attempts(&data) == all && whole(&data), "round {round}: {}", err(&again));
    }
    println!("{} kills while importing and taking over: all was there {there} times, else nothing", kills() / 4);
}

#[test]
fn a_kill_while_a_backup_is_brought_back_brings_nobody_back_who_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let from = folder.path().join("from");
    for name in ["Amina", "Chebet"] {
        play(&from, TO_THE_END, &["--trainee", name]);
    }
    let backup = path("friday.sqlite");
    assert!(run(&from, &["store", "backup", &backup]).status.success());
    assert!(run(&from, &["store", "forget", "Amina"]).status.success());
    let restore = ["store", "restore", &backup, "--json"];
    let mut whole_restore = Duration::ZERO;
    for round in 0..=kills() / 10 {
        let data = folder.path().join(format!("data-{round}"));
        fs::create_dir_all(&data).unwrap();
        fs::copy(from.join("attempts.sqlite"), data.join("attempts.sqlite")).unwrap();
        let begun = Instant::now();
        if round > 0 {
            let arguments = [["--data", data.to_str().unwrap()].as_slice(), &restore].concat();
            let (kept, _) = killed(&arguments, moment(round, whole_restore), &data);
            let names: Vec<_> = kept.iter().filter_map(|attempt| attempt.start.trainee.as_deref()).collect();
            assert_eq!(names, ["Chebet"], "round {round}");
        }
        let again = run(&data, &restore);
        assert_eq!(json(&again)["forgotten"], 1, "round {round}: {}", err(&again));
        whole_restore = if round == 0 { begun.elapsed() } else { whole_restore };
        assert!(whole(&data) && attempts(&data).len() == 1, "round {round}");
        assert!(!data.join("attempts.sqlite.restoring").exists(), "round {round}");
    }
}

#[test]
fn a_kill_while_a_store_of_an_older_form_is_migrated_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (store, older) = (folder.path().join("from"), folder.path().join("older.sqlite"));
    for _ in 0..3 {
        play(&store, TO_THE_END, &["--trainee", "Amina"]);
    }
    let all = attempts(&store);
    of_the_first_form(&store.join("attempts.sqlite"), &older);
    let data = |round: usize| {
        let data = folder.path().join(format!("data-{round}"));
        fs::create_dir_all(&data).unwrap();
        fs::copy(&older, data.join("attempts.sqlite")).unwrap();
        data
    };
    let (first, begun) = (data(9999), Instant::now());
    assert!(whole(&first));
    let migration = begun.elapsed();
    let mut done = 0;
    for round in 0..kills() / 4 {
        let data = data(round);
        let arguments = ["--data", data.to_str().unwrap(), "store", "verify"];
        let mut child = child(&arguments).spawn().unwrap();
        std::thread::sleep(moment(round, migration));
        let _ = child.kill();
        child.wait().unwrap();
        let form = rusqlite::Connection::open(data.join("attempts.sqlite")).unwrap();
        let form: i64 = form.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        done += usize::from(form > 1);
        assert!(attempts(&data) == all && whole(&data), "round {round}");
    }
    println!("{} kills while migrating: {done} of them after it; nothing is lost", kills() / 4);
}

/// A store as the first release of stores wrote it, with the attempts of another.
fn of_the_first_form(store: &Path, older: &Path) {
    let connection = rusqlite::Connection::open(older).unwrap();
    let tables = fs::read_to_string(crate::program::root().join("src/store/sqlite/0001-attempts.sql")).unwrap();
    connection.execute_batch(&tables).unwrap();
    connection.execute("ATTACH ?1 AS newer", [store.to_str().unwrap()]).unwrap();
    let columns = "place, id, scenario, hash, mode, trainee, own_cohort, cohort, started, ended";
    connection
        .execute_batch(&format!(
            "INSERT INTO attempts ({columns}) SELECT {columns} FROM newer.attempts; INSERT INTO events SELECT * FROM newer.events; INSERT INTO scenarios SELECT * FROM newer.scenarios; PRAGMA application_id = 1097690724; PRAGMA user_version = 1"
        ))
        .unwrap();
}

#[test]
fn on_a_server_every_decision_that_was_shown_as_taken_is_there_whoever_is_killed() {
    let Some(server) = Server::start() else { return };
    let address = server.database();
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_str().unwrap();
    let store = amends::store::Postgres::at(&address).unwrap().beside(folder.path());
    // What waits on this machine is brought there first.
    let kept = || {
        ready_again(&store);
        store.attempts(&Filter::default()).unwrap()
    };
    let begun = Instant::now();
    let (mut first, told) = playing(data, Some(&address));
    assert!(first.wait().unwrap().success());
    let (whole_play, all) = (begun.elapsed(), taken(&told.join().unwrap()));
    assert!(all > 2 && kept_since(0, &kept()) >= all);
    let (mut decisions, mut rode_over) = (0, 0);
    let rounds = kills() / 6;
    for round in 0..rounds {
        let before = kept().len();
        let (mut playing, told) = playing(data, Some(&address));
        std::thread::sleep(moment(round, whole_play));
        // Every fifth time it is the server that dies, and the play that goes on.
        let the_server = round % 5 == 4;
        if the_server {
            server.order("kill");
        } else {
            let _ = playing.kill();
        }
        playing.wait().unwrap();
        server.wait_for();
        let taken = taken(&told.join().unwrap());
        let kept = kept_since(before, &kept());
        assert!(taken <= kept, "round {round}: {taken} were shown, {kept} are kept");
        decisions += taken;
        rode_over += usize::from(the_server && taken == all);
    }
    let verdict = store.verify().unwrap();
    assert_eq!(verdict.troubles, Vec::<String>::new());
    assert_eq!(rode_over, rounds / 5, "a play goes on over the server's death, and is kept to its end");
    println!("{rounds} kills on a server, {rode_over} of the server itself: all {decisions} decisions shown are kept");
}
