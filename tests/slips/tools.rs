//! What else a trainer does with a file before it is put right: lay it out, explore it, test it, translate it, open it in an editor.
//! Each says what is wrong and ends as a program should.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use amends::explore::explore;
use amends::scenario::{Rules, load, source_from_bytes};
use amends::session::Session;
use serde_json::{Value, json};

use super::{files, folder, on_all_threads};
use crate::program::{amends, out, pool};

/// It ended by itself, with a status that means something, and said no word of a crash.
fn ended_well(output: &Output, what: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0..=2)), "{what}: {}\n{said}", output.status);
    assert!(!said.contains("panicked"), "{what}: {said}");
}

fn named(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

#[test]
fn laying_out_and_checking_the_whole_folder_ends_well() {
    let folder = named(&folder());
    for arguments in [
        vec!["fmt", "--check", &folder],
        vec!["check", "--quick", &folder],
        vec!["check", "--quick", "--format", "short", &folder],
        vec!["check", "--quick", "--sarif", &folder],
    ] {
        let output = amends(&arguments, "");
        ended_well(&output, &arguments.join(" "));
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    }
    let json: Value = serde_json::from_str(&out(&amends(&["check", "--quick", "--json", &folder], ""))).unwrap();
    assert!(json.is_object());
}

#[test]
fn every_file_that_can_be_played_is_explored_within_its_memory() {
    on_all_threads(files(), |file| {
        let Ok(source) = source_from_bytes(&file.name, &file.bytes) else { return };
        let rules = Arc::new(Rules::builtin());
        let Ok(scenario) = load(&source, &rules) else { return };
        let session = Session::new(Arc::new(scenario), rules, 0, None).unwrap();
        assert!(explore(&session, 64 << 20).states > 0, "{}", file.name);
    });
}

#[test]
fn the_commands_that_take_one_file_end_well() {
    let folder = tempfile::tempdir().unwrap();
    let is_a_folder = folder.path().join("folder.ron");
    fs::create_dir(&is_a_folder).unwrap();
    let deep = folder.path().join("deep.ron");
    fs::write(&deep, format!("Scenario(start: {}", "Not(".repeat(100_000))).unwrap();
    let of = |name: &str| super::folder().join(format!("{name}.ron"));
    let some = [
        "empty",
        "utf-16-with-a-mark",
        "word-document",
        "text-not-closed",
        "ids-twice",
        "loop-without-a-choice",
        "bell-and-escape",
    ];
    for path in some.map(of).into_iter().chain([is_a_folder.clone(), deep]) {
        let path = named(&path);
        for command in [
            vec!["explore", "--memory", "64", &path],
            vec!["fmt", "--check", &path],
            vec!["graph", &path],
            vec!["diff", &path, &path],
            vec!["translate", "status", &path],
            vec!["test", &path],
        ] {
            let output = amends(&command, "");
            ended_well(&output, &command.join(" "));
        }
    }
    let told = amends(&["explore", &named(&is_a_folder)], "");
    assert!(crate::program::err(&told).contains("this is a folder, not a file"), "{}", crate::program::err(&told));
}

#[test]
fn every_file_in_place_of_golden_plays_or_of_a_translation_ends_well() {
    let beside = tempfile::tempdir().unwrap();
    let sound = fs::read(pool()).unwrap();
    let deep = |open: &str| format!("[(name: \"a\", gives: {}", open.repeat(100_000)).into_bytes();
    let files = files().into_iter().map(|file| (file.name, file.bytes));
    for (name, bytes) in files.chain([("deep".into(), deep("Not(")), ("deeper".into(), deep("(a:"))]) {
        fs::write(beside.path().join(format!("{name}.ron")), &sound).unwrap();
        fs::write(beside.path().join(format!("{name}.plays.ron")), &bytes).unwrap();
        fs::write(beside.path().join(format!("{name}.fr.ron")), &bytes).unwrap();
    }
    let folder = named(beside.path());
    for command in [["test", &folder], ["check", &folder], ["fmt", &folder]] {
        let command: Vec<&str> = if command[0] == "test" { command.to_vec() } else { vec![command[0], command[1]] };
        let output =
            if command[0] == "check" { amends(&["check", "--quick", &folder], "") } else { amends(&command, "") };
        ended_well(&output, &command.join(" "));
    }
    ended_well(&amends(&["translate", "status", &named(&beside.path().join("deep.ron"))], ""), "translate status");
}

/// A message as editors and language servers frame it.
fn framed(message: &Value) -> String {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

/// The next message of a server; none where it has closed its output.
fn next_message(from: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if from.read_line(&mut line).unwrap() == 0 {
            return None;
        }
        match line.trim_end().strip_prefix("Content-Length: ") {
            Some(number) => length = number.parse().unwrap(),
            None if line.trim_end().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).unwrap();
    Some(serde_json::from_slice(&body).unwrap())
}

#[test]
fn every_file_can_be_opened_in_an_editor() {
    let mut server = Command::new(env!("CARGO_BIN_EXE_amends"))
        .arg("lsp")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut heard = BufReader::new(server.stdout.take().unwrap());
    let (tell, told) = channel();
    let listening = std::thread::spawn(move || {
        while let Some(message) = next_message(&mut heard) {
            // Whoever has heard enough no longer listens.
            let _ = tell.send(message);
        }
    });
    let mut typed = server.stdin.take().unwrap();
    let mut send = |message: Value| typed.write_all(framed(&message).as_bytes()).unwrap();
    let capable = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    send(json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": capable }));
    send(json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }));
    for file in files() {
        let uri = format!("file:///{}.ron", file.name);
        let text = String::from_utf8_lossy(&file.bytes);
        let document = json!({ "uri": uri, "languageId": "ron", "version": 1, "text": text });
        send(json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } }));
        for (id, asked) in
            [(2, "documentSymbol"), (3, "hover"), (4, "completion"), (5, "definition"), (6, "formatting")]
        {
            let params = json!({
                "textDocument": { "uri": uri },
                "position": { "line": 20, "character": 12 },
                "options": { "tabSize": 4, "insertSpaces": true },
            });
            send(json!({ "jsonrpc": "2.0", "id": id, "method": format!("textDocument/{asked}"), "params": params }));
        }
        // Findings may come after the answers, and always come.
        loop {
            let message = told.recv_timeout(Duration::from_mins(1)).unwrap_or_else(|_| panic!("silence about {uri}"));
            if message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri.as_str() {
                break;
            }
        }
    }
    send(json!({ "jsonrpc": "2.0", "id": 9, "method": "shutdown" }));
    send(json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert!(server.wait().unwrap().success());
    drop(told);
    listening.join().unwrap();
}
