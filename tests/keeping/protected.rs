//! Stores where nobody may write: a stick that is write-protected, a share without the right to write.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use rusqlite::Connection;

use super::{TO_THE_END, play, run};
use crate::program::{err, out};

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Lets nobody write into a folder, nor to the files in it.
fn protect(folder: &Path) {
    for file in fs::read_dir(folder).unwrap() {
        mode(&file.unwrap().path(), 0o444);
    }
    mode(folder, 0o555);
}

/// Runs the program as somebody for whom write protection holds. For the system's superuser it does not, but for what makes it so:
/// who they are stays, since the program and the folders above it may be theirs alone.
fn run_bound(data: &Path, protected: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_amends");
    let mut command = Command::new(program);
    if File::create(protected.join("superuser")).is_ok() {
        fs::remove_file(protected.join("superuser")).unwrap();
        let less = "-dac_override,-dac_read_search";
        command = Command::new("setpriv");
        command.args(["--inh-caps", less, "--bounding-set", less, "--", program]);
    }
    command.arg("--data").arg(data).args(arguments).current_dir(data);
    command.env_remove("AMENDS_STORE").env("NO_COLOR", "1").env("LC_ALL", "C");
    command.output().expect("the program, or util-linux's setpriv for the superuser")
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_store_on_a_protected_stick_is_read_from_there_and_nothing_is_left_on_it() {
    let folder = tempfile::tempdir().unwrap();
    // A name that is more than letters in an address.
    let stick = folder.path().join("stick? 100 % #é");
    play(&stick, TO_THE_END, &["--trainee", "Wanjiru", "--assessment"]);
    let here = folder.path().join("here");
    fs::create_dir(&here).unwrap();
    let file = stick.join("attempts.sqlite");
    let (file, before) = (file.to_str().unwrap(), fs::read(&file).unwrap());
    protect(&stick);
    let kept = names(&stick);
    for (data, arguments) in [
        (&here, ["replay", file, "--json"].as_slice()),
        (&here, &["report", "--attempts", file, "--json"]),
        (&here, &["store", "verify", file, "--json"]),
        (&stick, &["replay", "--json"]),
        (&stick, &["report", "--for", "trainee", "Wanjiru", "--json"]),
        (&stick, &["store", "verify", "--json"]),
        (&here, &["store", "restore", file, "--json"]),
    ] {
        let done = run_bound(data, &stick, arguments);
        assert!(done.status.success() && out(&done).contains('{'), "{arguments:?}: {}", err(&done));
    }
    let verified = run_bound(&stick, &stick, &["store", "verify"]);
    assert!(out(&verified).contains("All is whole: 1 attempt,"), "{}", out(&verified));
    assert!(err(&verified).contains("not be written to"), "what cannot be kept is told: {}", err(&verified));
    for refused in [["store", "prune", "--older-than", "1d"].as_slice(), &["store", "forget", "Wanjiru"]] {
        let refused = run_bound(&stick, &stick, refused);
        assert_eq!(refused.status.code(), Some(2), "{}", err(&refused));
        assert!(err(&refused).contains("can be read here and not be written to"), "{}", err(&refused));
    }
    assert_eq!((names(&stick), fs::read(file).unwrap()), (kept, before));
    mode(&stick, 0o755);
}

#[test]
fn a_store_that_was_copied_while_it_was_open_is_not_read_by_halves() {
    let folder = tempfile::tempdir().unwrap();
    let (from, stick) = (folder.path().join("from"), folder.path().join("stick"));
    play(&from, TO_THE_END, &[]);
    let open = Connection::open(from.join("attempts.sqlite")).unwrap();
    assert_eq!(open.query_row("SELECT COUNT(*) FROM attempts", [], |row| row.get::<_, i64>(0)).unwrap(), 1);
    play(&from, "1\n", &[]);
    fs::create_dir(&stick).unwrap();
    for name in ["attempts.sqlite", "attempts.sqlite-wal"] {
        fs::copy(from.join(name), stick.join(name)).unwrap();
    }
    drop(open);
    protect(&stick);
    let file = stick.join("attempts.sqlite");
    let read = run_bound(&from, &stick, &["replay", file.to_str().unwrap()]);
    assert_eq!(read.status.code(), Some(2));
    assert!(err(&read).contains("`-wal`") && err(&read).contains("Copy both"), "{}", err(&read));
    mode(&stick, 0o755);
    // Where both may be written to, they are brought together.
    fs::set_permissions(&file, Permissions::from_mode(0o644)).unwrap();
    let whole = run(&stick, &["store", "verify"]);
    assert!(out(&whole).contains("All is whole: 2 attempts,"), "{}{}", out(&whole), err(&whole));
}
