//! A trainer's slips: every file of `tests/broken` is broken or weak in the way its name says, and what Amends says about it stands
//! beside it as people read it. After a change that means to say it otherwise: `UPDATE_EXPECT=1 cargo test slips::`, and read what
//! changed as somebody who has never programmed.

mod generated;
mod tools;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use amends::check::{Finds, Options, RULES, check};
use amends::diag::{Diagnostic, render_full};
use amends::scenario::{Rules, source_from_bytes};
use expect_test::expect_file;

use crate::program::root;

/// What looks unusual and is fine all the same.
const FINE: [&str; 8] = [
    "bom-and-crlf",
    "extensions-of-ron",
    "first-line-left-out",
    "lone-carriage-returns",
    "lone-carriage-returns-after-a-note",
    "raw-texts",
    "right-to-left-scenario",
    "tabs",
];

/// A file of the folder.
struct Broken {
    name: String,
    bytes: Vec<u8>,
}

fn folder() -> PathBuf {
    root().join("tests/broken")
}

/// Every file, in order of the names.
fn files() -> Vec<Broken> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .filter_map(|item| item.unwrap().file_name().into_string().unwrap().strip_suffix(".ron").map(str::to_owned))
        .collect();
    names.sort();
    let read = |name: String| Broken { bytes: fs::read(folder().join(format!("{name}.ron"))).unwrap(), name };
    names.into_iter().map(read).collect()
}

/// Everything there is to say about a file's bytes.
fn findings(name: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    match source_from_bytes(&format!("{name}.ron"), bytes) {
        Ok(source) => check(&source, &Rules::builtin(), &Options::default()),
        Err(finding) => vec![*finding],
    }
}

/// Findings as people read them.
fn told(findings: &[Diagnostic]) -> String {
    if findings.is_empty() {
        return "Nothing to say.\n".to_owned();
    }
    let each: Vec<String> = findings.iter().map(|finding| render_full(finding, false)).collect();
    // An empty excerpt line must not end in blanks that editors take away.
    let lines: Vec<String> = each.join("\n\n").lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n") + "\n"
}

/// Does something with every item, on as many threads as there are.
fn on_all_threads<T: Send>(items: Vec<T>, work: impl Fn(T) + Sync) {
    let items = Mutex::new(items);
    let count = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..count {
            scope.spawn(|| {
                loop {
                    let Some(item) = items.lock().unwrap().pop() else { return };
                    work(item);
                }
            });
        }
    });
}

#[test]
fn every_slip_is_told_as_it_was_reviewed_and_every_rule_is_among_them() {
    let files = files();
    assert!(files.len() >= 65, "{} files", files.len());
    let seen: Mutex<BTreeSet<&str>> = Mutex::default();
    on_all_threads(files, |file| {
        let found = findings(&file.name, &file.bytes);
        assert_eq!(found.is_empty(), FINE.contains(&file.name.as_str()), "{}: {found:#?}", file.name);
        assert!(found.iter().all(|finding| finding.help.is_some()), "{}: what to do?", file.name);
        expect_file![folder().join(format!("{}.txt", file.name))].assert_eq(&told(&found));
        seen.lock().unwrap().extend(found.iter().map(|finding| finding.code));
    });
    let mut seen = seen.into_inner().unwrap();
    seen.extend(generated::TOO_LARGE_TO_KEEP);
    // Translations and plays are files of other kinds; the pages of their rules have broken ones.
    let of_scenarios =
        RULES.iter().filter(|rule| rule.code.starts_with('S') && !matches!(rule.finds, Finds::Translating));
    let all: BTreeSet<&str> = of_scenarios.map(|rule| rule.code).collect();
    let missing: Vec<_> = all.difference(&seen).collect();
    assert!(missing.is_empty(), "no broken file shows {missing:?}");
}

#[test]
fn every_snapshot_belongs_to_a_file() {
    let names: BTreeSet<String> = files().into_iter().map(|file| file.name).collect();
    let left_over = fs::read_dir(folder()).unwrap().filter_map(|item| {
        let name = item.unwrap().file_name().into_string().unwrap();
        name.strip_suffix(".txt").filter(|name| !names.contains(*name)).map(str::to_owned)
    });
    assert_eq!(left_over.collect::<Vec<_>>(), Vec::<String>::new());
}
