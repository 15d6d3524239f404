//! The rules of the house, read off its sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use amends::words::Words;

use crate::program::root;

/// The rooms in order: each may use those before it.
const ROOMS: &[&str] = &[
    "measurement",
    "diag",
    "rubric",
    "customer",
    "scenario",
    "translation",
    "session",
    "score",
    "impact",
    "plays",
    "guide",
    "bots",
    "fairness",
    "explore",
    "compare",
    "check",
    "graph",
    "stats",
    "library",
    "attempt",
    "store",
    "course",
    "words",
    "goals",
    "sound",
    "report",
    "export",
    "live",
    "lsp",
    "game",
    "cli",
    "main",
];
/// Rooms without clock, files or environment.
const PURE: &[&str] = &[
    "measurement",
    "diag",
    "rubric",
    "customer",
    "scenario",
    "translation",
    "session",
    "score",
    "impact",
    "plays",
    "guide",
    "bots",
    "fairness",
    "explore",
    "compare",
    "check",
    "graph",
    "stats",
    "sound",
];

pub fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source file with its room and its text.
fn files() -> Vec<(PathBuf, String, String)> {
    let src = root().join("src");
    sources(&src)
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&src).unwrap();
            let room =
                inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            (path, room, text)
        })
        .collect()
}

/// The lines that are code, each with its number.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn a_room_uses_only_rooms_above_it() {
    let mut wrong = Vec::new();
    for (path, room, text) in files().iter().filter(|(_, room, _)| room != "lib") {
        let here =
            ROOMS.iter().position(|one| one == room).unwrap_or_else(|| panic!("`{room}` is no room of the house"));
        for (number, line) in code(text) {
            for (at, _) in line.match_indices("crate::") {
                let used: String = line[at + 7..].chars().take_while(char::is_ascii_lowercase).collect();
                let below = ROOMS.iter().position(|one| *one == used).is_some_and(|there| there > here);
                if below {
                    wrong.push(format!("{}:{number}: `{room}` uses `{used}`", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pure_rooms_have_no_clock_files_or_environment() {
    let outside =
        ["std::fs", "std::env", "std::time", "std::io", "std::net", "std::process", "std::thread", "jiff", "SysRng"];
    // Several threads look at one scenario there, and what they find is put in order.
    let at_once = |path: &Path, word: &str| word == "std::thread" && path.ends_with("check/together.rs");
    let mut wrong = Vec::new();
    for (path, room, text) in files().iter().filter(|(_, room, _)| PURE.contains(&room.as_str())) {
        for (number, line) in code(text) {
            if let Some(word) = outside.iter().find(|word| line.contains(**word) && !at_once(path, word)) {
                wrong.push(format!("{}:{number}: `{room}` uses `{word}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bevy_and_egui_stay_in_the_game() {
    let wrong: Vec<_> = files()
        .iter()
        .filter(|(_, room, _)| room != "game" && room != "lib")
        .filter(|(_, _, text)| code(text).any(|(_, line)| line.contains("bevy") || line.contains("egui")))
        .map(|(path, _, _)| path.display().to_string())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn files_stay_small_and_say_what_lives_in_them() {
    let mut wrong = Vec::new();
    for (path, _, text) in files() {
        if text.lines().count() > 600 {
            wrong.push(format!("{} has over 600 lines", path.display()));
        }
        if !text.starts_with("//!") {
            wrong.push(format!("{} does not open with what lives in it", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The string literals of a source that have the form of a text's key.
fn literals(text: &str) -> BTreeSet<&str> {
    text.split('"')
        .skip(1)
        .step_by(2)
        .filter(|literal| {
            !literal.is_empty() && literal.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
        .collect()
}

#[test]
fn every_interface_text_is_used_and_every_used_one_exists() {
    let english = fs::read_to_string(root().join("assets/words/en.ftl")).unwrap();
    let keys: BTreeSet<&str> = english
        .lines()
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim()))
        .collect();
    let words = Words::english();
    assert!(keys.iter().all(|key| words.has(key)));
    let files = files();
    // Keys of the form `face-…`, `place-…`, `language-…`, `persona-…`, `sector-…`, `tongue-…` are put together from a word of the model.
    let starts = ["face-", "place-", "language-", "persona-", "sector-", "tongue-"];
    let put_together = |key: &str| starts.iter().any(|start| key.starts_with(start));
    let used: BTreeSet<&str> = files.iter().flat_map(|(_, _, text)| literals(text)).collect();
    let unused: Vec<_> = keys.iter().filter(|key| !used.contains(**key) && !put_together(key)).collect();
    assert!(unused.is_empty(), "texts nothing uses: {unused:?}");
    let asked = |text: &str| {
        let mut asked = Vec::new();
        for call in [".text(\"", ".format(\"", "words.text(\"", "words.format(\""] {
            asked.extend(
                text.match_indices(call).map(|(at, _)| text[at + call.len()..].split('"').next().unwrap().to_owned()),
            );
        }
        asked
    };
    let missing: Vec<_> = files
        .iter()
        .filter(|(_, room, _)| room == "game" || room == "cli")
        .flat_map(|(path, _, text)| asked(text).into_iter().map(move |key| (path.display().to_string(), key)))
        .filter(|(_, key)| !keys.contains(key.as_str()) && key.contains('-') && !key.contains('{'))
        .collect();
    assert!(missing.is_empty(), "texts that do not exist: {missing:?}");
}
