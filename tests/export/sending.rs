//! Sending to a record store, through all kinds of trouble.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use amends::export::lrs::{Keys, Lrs, News, Patience, Place, Sender, Sent, Stop, endpoint};
use serde_json::{Value, json};

use super::server::{Kept, Server, Trouble};
use super::*;
use crate::program::{out, root};

fn hurried() -> Patience {
    let ms = Duration::from_millis;
    Patience { silence: ms(400), first: ms(2), longest: ms(20), asked: ms(50), tries: 6, unheard: 4 }
}

fn lrs(url: &str) -> Lrs {
    let keys = Keys::new("the-key".into(), "the-secret".into());
    Lrs::new(&endpoint(url).unwrap(), keys, hurried())
}

/// A statement of an attempt; always the same.
fn statement(attempt: Uuid, n: u128) -> Value {
    let id = Uuid::from_u128(attempt.as_u128() * 1_000 + n);
    json!({"id": id, "timestamp": "2026-03-02T06:00:00Z", "actor": {"account": {"name": "p"}}, "verb": {"id": "answered"}, "object": {"id": "urn:x"}, "result": {"score": {"raw": n}}})
}

fn attempt(number: u128) -> (Uuid, Vec<Value>) {
    let id = Uuid::from_u128(0x4000_8000_0000_0000_0000 + number);
    (id, (0..10).map(|n| statement(id, n)).collect())
}

/// Sends attempts; what was told on the way, what became of it, and why it stopped.
fn send(url: &str, place: Place, attempts: std::ops::Range<u128>) -> (Vec<News>, Sent, Result<(), Stop>) {
    let mut news = Vec::new();
    let mut tell = |one: &News| news.push(one.clone());
    let mut sender = Sender::new(lrs(url), place, &mut tell);
    let done = attempts.map(attempt).try_for_each(|(id, statements)| sender.take(id, statements));
    let done = done.and_then(|()| sender.finish());
    let sent = sender.sent().clone();
    drop(sender);
    (news, sent, done)
}

#[test]
fn ten_thousand_statements_arrive_once_each_whatever_happens_on_the_way() {
    let troubles = [
        (3, Trouble::CutBefore),
        (6, Trouble::Busy),
        (9, Trouble::CutAfter),
        (12, Trouble::Broken),
        (13, Trouble::Broken),
        (17, Trouble::Silent),
        (21, Trouble::CutWithin),
        (30, Trouble::Busy),
    ];
    for touchy in [false, true] {
        let mut kept = Kept { troubles: troubles.into(), touchy, ..Kept::default() };
        // Some came there before, and under one id stands something else.
        let (_, before) = attempt(700);
        kept.statements.extend(before.iter().map(|one| (one["id"].as_str().unwrap().to_owned(), one.clone())));
        let mut other = statement(attempt(800).0, 4);
        let id = other["id"].as_str().unwrap().to_owned();
        other["result"] = json!({"score": {"raw": 99}});
        kept.statements.insert(id.clone(), other.clone());
        let server = Server::start(kept);
        let (news, sent, done) = send(&server.url, Place::nowhere(), 0..1_000);
        assert_eq!(done, Ok(()));
        let kept = server.kept();
        assert_eq!(kept.wrong, Vec::<String>::new());
        assert_eq!(kept.statements.len(), 10_000);
        assert_eq!(kept.first, 10_000 - 11, "each is kept once");
        assert_eq!(kept.statements[&id], other, "what is there is never changed");
        assert!(kept.troubles.is_empty(), "all the trouble came: {:?}", kept.troubles);
        for number in [0, 500, 999] {
            for one in attempt(number).1 {
                let there = &kept.statements[one["id"].as_str().unwrap()];
                assert_eq!(there["result"], one["result"]);
            }
        }
        assert_eq!(sent.taken + sent.known + sent.refused.len(), 10_000);
        assert_eq!(sent.refused.iter().map(|one| one.statement.as_str()).collect::<Vec<_>>(), [id]);
        if touchy {
            assert!(sent.known >= 10, "{}", sent.known);
        }
        let waits = news.iter().filter(|one| matches!(one, News::Waiting { .. })).count();
        assert!(waits >= troubles.len(), "each pause is told: {waits}");
        assert_eq!(
            news.iter().rev().find_map(|one| if let News::Sent(count) = one { Some(*count) } else { None }),
            Some(9_999)
        );
    }
}

#[test]
fn an_interrupted_sending_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let place = || Place::in_file(&folder.path().join("sent/place.txt")).unwrap();
    let server = Server::start(Kept { troubles: [(4, Trouble::Locked)].into(), ..Kept::default() });
    let (_, first, stopped) = send(&server.url, place(), 0..100);
    let why = stopped.unwrap_err().0;
    assert!(why.contains("AMENDS_LRS_KEY") && !why.contains("the-secret") && !why.contains("the-key"), "{why}");
    assert_eq!((first.taken, server.kept().first), (600, 600));
    // The last line was cut off when the power went.
    let file = folder.path().join("sent/place.txt");
    let written = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, &written[..written.len() - 3]).unwrap();
    let (_, second, done) = send(&server.url, place(), 0..100);
    assert_eq!(done, Ok(()));
    assert_eq!((second.before, second.taken), (59, 410), "one attempt is sent again, which does no harm");
    let (there, again) = {
        let kept = server.kept();
        (kept.statements.len(), kept.again)
    };
    assert_eq!((there, again), (1_000, 10));
    let (_, third, done) = send(&server.url, place(), 0..100);
    assert_eq!((done, third.before, third.taken), (Ok(()), 100, 0), "there is nothing left to send");
}

#[test]
fn a_statement_that_is_refused_is_told_and_keeps_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(Kept::default());
    let mut tell = |_: &News| {};
    let place = Place::in_file(&folder.path().join("place.txt")).unwrap();
    let mut sender = Sender::new(lrs(&server.url), place, &mut tell);
    for number in 0..40 {
        let (id, mut statements) = attempt(number);
        if number == 7 {
            statements[3]["verb"]["id"] = json!("refused");
        }
        sender.take(id, statements).unwrap();
    }
    sender.finish().unwrap();
    let sent = sender.sent().clone();
    drop(sender);
    assert_eq!((sent.taken, sent.refused.len()), (399, 1));
    assert!(
        sent.refused[0].why.contains("not this one") && !sent.refused[0].why.contains("the-secret"),
        "{:?}",
        sent.refused
    );
    let place = Place::in_file(&folder.path().join("place.txt")).unwrap();
    assert!(!place.has(attempt(7).0, 10), "it is tried again another time");
    assert!(place.has(attempt(39).0, 10));
}

#[test]
fn whoever_is_no_record_store_is_not_believed() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(Kept::default());
    let elsewhere = server.url.replace("/xapi", "/elsewhere");
    let (_, sent, stopped) = send(&elsewhere, Place::in_file(&folder.path().join("p")).unwrap(), 0..1);
    assert!(stopped.unwrap_err().0.contains("no learning record store") && sent.taken == 0);
    // Nobody listens there.
    let (news, _, stopped) = send("http://127.0.0.1:1/xapi", Place::nowhere(), 0..1);
    let why = stopped.unwrap_err().0;
    assert!(why.contains("cannot be reached") && why.contains("Check the address"), "{why}");
    assert_eq!(news.len(), 3, "where nobody ever answered, it is soon given up: {news:?}");
    // Who was there before is waited for longer, and not without end.
    let mut place = Place::nowhere();
    place.keep(attempt(0).0, 10).unwrap();
    let (news, sent, stopped) = send("http://127.0.0.1:1/xapi", place, 0..2);
    let why = stopped.unwrap_err().0;
    assert!(why.contains("cannot be reached") && !why.contains("Check the address"), "{why}");
    assert_eq!((news.len(), sent.before), (5, 1), "it is tried again five times: {news:?}");
}

/// The program with keys in its environment.
fn exporting(data: &Path, server: &Server, secret: Option<&str>, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_amends"));
    command.arg("--data").arg(data).args(["export", "--to", &server.url]).args(more).current_dir(root());
    command.env_remove("AMENDS_LRS_KEY").env_remove("AMENDS_LRS_SECRET");
    if let Some(secret) = secret {
        command.env("AMENDS_LRS_KEY", "the-key").env("AMENDS_LRS_SECRET", secret);
    }
    command
}

fn export_to(data: &Path, server: &Server, secret: Option<&str>, more: &[&str]) -> Output {
    exporting(data, server, secret, more).output().unwrap()
}

#[test]
fn the_program_sends_what_is_new_and_tells_what_became_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let (_, store) = four(folder.path());
    let server = Server::start(Kept { troubles: BTreeMap::from([(1, Trouble::Broken)]), ..Kept::default() });
    let without = export_to(folder.path(), &server, None, &[]);
    assert_eq!(without.status.code(), Some(2));
    assert!(err(&without).contains("AMENDS_LRS_KEY"), "{}", err(&without));
    let first = export_to(folder.path(), &server, Some("the-secret"), &["--json"]);
    assert!(first.status.success(), "{}", err(&first));
    assert!(err(&first).contains("Going on in 1 s") && err(&first).contains("Ctrl-C"), "{}", err(&first));
    let told: Value = serde_json::from_str(&out(&first)).unwrap();
    assert_eq!((&told["attempts"], &told["sent_before"]), (&json!(4), &json!(0)));
    assert_eq!(told["taken"], json!(server.kept().statements.len()));
    assert_eq!(server.kept().wrong, Vec::<String>::new());
    let everything = format!("{:?}", server.kept().statements);
    assert!(!everything.contains("Wanjiru") && !everything.contains("Akinyi") && everything.contains("W7"));
    store.append(&lines(&Played::pool(), &Play { trainee: Some("Atieno"), ..Play::default() })).unwrap();
    let second: Value =
        serde_json::from_str(&out(&export_to(folder.path(), &server, Some("the-secret"), &["--json"]))).unwrap();
    assert_eq!((&second["attempts"], &second["sent_before"]), (&json!(5), &json!(4)), "only what is new is sent");
    assert_eq!(server.kept().again, 0);
    let third = export_to(folder.path(), &server, Some("the-secret"), &[]);
    assert!(out(&third).contains("it took 0 statements."), "{}", out(&third));
    let wrong = export_to(folder.path(), &server, Some("another"), &["--as", "cmi5"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(!err(&wrong).contains("another") && err(&wrong).contains("does not let these keys in"), "{}", err(&wrong));
    let forgotten = run(folder.path(), &["store", "forget", "Wanjiru", "--json"]);
    let listed = out(&forgotten).matches(&server.url).count();
    assert_eq!(
        listed,
        2,
        "nothing went there without a key, when nothing was left, or with a wrong one: {}",
        out(&forgotten)
    );
}

#[test]
fn a_sending_that_is_cut_off_is_among_the_copies_that_forgetting_lists() {
    let folder = tempfile::tempdir().unwrap();
    four(folder.path());
    let server = Server::start(Kept { troubles: BTreeMap::from([(1, Trouble::Silent)]), ..Kept::default() });
    let mut sending = exporting(folder.path(), &server, Some("the-secret"), &[]).spawn().unwrap();
    let begun = std::time::Instant::now();
    while server.kept().requests == 0 {
        assert!(begun.elapsed().as_secs() < 60, "nothing is sent");
        std::thread::sleep(Duration::from_millis(20));
    }
    sending.kill().unwrap();
    sending.wait().unwrap();
    let forgotten = run(folder.path(), &["store", "forget", "Wanjiru", "--json"]);
    assert!(out(&forgotten).contains(&server.url), "{}", out(&forgotten));
}
