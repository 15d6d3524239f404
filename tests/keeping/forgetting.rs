//! Somebody asks to be forgotten.

use std::fs;

use super::*;

/// Hard to find and easy to miss.
const NAMES: [&str; 4] = ["Wanjiru", "O'Brien \"Zed\" <z@x>", "Ren\u{e9}e \u{202e}λ", "Mary Ann 100%"];

fn in_bytes(folder: &Path, name: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(in_bytes(&path, name));
        } else {
            let bytes = fs::read(&path).unwrap();
            let json = serde_json::to_string(name).unwrap();
            let is_there = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
            if is_there(name.as_bytes()) || is_there(json.trim_matches('"').as_bytes()) {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn a_name_is_gone_from_every_byte_and_stays_gone() {
    for name in NAMES {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        play(&data, TO_THE_END, &["--trainee", name]);
        play(&data, TO_THE_END, &["--trainee", "Somebody Else"]);
        let (inside, outside) = (data.join("exports").join("all.jsonl"), folder.path().join("all.jsonl"));
        fs::create_dir_all(inside.parent().unwrap()).unwrap();
        let backup = folder.path().join("backup.sqlite");
        for file in [&inside, &outside] {
            let exported = run(&data, &["export", file.to_str().unwrap(), "--facilitator", name]);
            assert!(exported.status.success(), "{}", err(&exported));
        }
        assert!(run(&data, &["store", "backup", backup.to_str().unwrap()]).status.success());
        assert!(run(&data, &["store", "backup", data.join("near.sqlite").to_str().unwrap()]).status.success());
        fs::copy(&outside, data.join("attempts.jsonl.imported")).unwrap();
        fs::create_dir_all(data.join("debriefs")).unwrap();
        let now = jiff::Zoned::now().strftime("%Y-%m-%d-%H%M%S");
        fs::write(data.join("debriefs/note.html"), format!("<p>{name}</p>")).unwrap();
        fs::write(data.join(format!("debriefs/heated-pool-{now}.png")), "a picture of the other's").unwrap();
        fs::write(data.join("debriefs/heated-pool-2001-01-01-000000.png"), "before anybody").unwrap();
        let json_name = serde_json::to_string(name).unwrap();
        fs::write(data.join("goals.json"), format!("{{{json_name}: \"ask first\", \"Somebody Else\": \"wait\"}}"))
            .unwrap();
        fs::write(data.join("settings.json"), format!("{{\"trainee\": {json_name}, \"text_percent\": 150}}")).unwrap();
        assert!(in_bytes(&data, name).len() >= 6);

        let forgotten = run(&data, &["store", "forget", name, "--json"]);
        assert_eq!(forgotten.status.code(), Some(0), "{}", err(&forgotten));
        assert_eq!(in_bytes(&data, name), Vec::<PathBuf>::new(), "{name}");
        let told = json(&forgotten);
        assert_eq!((&told["attempts"], &told["left"]), (&1.into(), &Value::Array(Vec::new())));
        let reach: Vec<_> =
            told["out_of_reach"].as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap()).collect();
        assert_eq!(reach, [outside.to_str().unwrap(), backup.to_str().unwrap()]);
        let kept = attempts(&data);
        assert!(kept.len() == 1 && kept[0].start.trainee.as_deref() == Some("Somebody Else") && kept[0].is_finished());
        assert!(fs::read_to_string(data.join("goals.json")).unwrap().contains("wait"));
        assert!(fs::read_to_string(data.join("settings.json")).unwrap().contains("150"));
        assert_eq!(fs::read_dir(data.join("debriefs")).unwrap().count(), 2);
        assert!(whole(&data));
        // The export inside is still what it says it is.
        let other = folder.path().join("other");
        let taken = run(&other, &["import", inside.to_str().unwrap(), "--json"]);
        assert_eq!((taken.status.code(), &json(&taken)["condition"]), (Some(0), &"whole".into()), "{}", err(&taken));
        assert_eq!(attempts(&other).len(), 1);

        // Neither an import nor a backup brings the attempts back.
        let taken = run(&data, &["import", outside.to_str().unwrap(), "--json"]);
        assert_eq!(json(&taken)["taken"]["forgotten"], 1, "{}", err(&taken));
        let restored = run(&data, &["store", "restore", backup.to_str().unwrap(), "--json"]);
        assert_eq!(json(&restored)["forgotten"], 1, "{}", err(&restored));
        assert_eq!(attempts(&data).len(), 1);
        assert_eq!(run(&data, &["store", "forget", name]).status.code(), Some(0), "and again there is nothing");
        assert_eq!(in_bytes(&data, name), Vec::<PathBuf>::new(), "{name}");
        // Who comes back of their own will is kept again.
        play(&data, "1\n", &["--trainee", name]);
        assert_eq!(attempts(&data).len(), 2);
    }
}

#[test]
fn a_code_that_stands_for_two_people_is_told_and_nobody_is_taken_for_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("people.csv"));
    for name in ["Amina", "Ben", "B7"] {
        play(&data, "1\n", &["--trainee", name]);
    }
    let roster = |rows: &str, more: &[&str]| {
        fs::write(&file, format!("name,code,cohort\n{rows}")).unwrap();
        run(&data, &[&["import", "--roster", file.to_str().unwrap()], more].concat())
    };
    let told = roster("Ben,B1,\nAmina,B7,\nBen,B7,\n", &["--json"]);
    assert_eq!(told.status.code(), Some(1));
    assert_eq!((&json(&told)["people"], &json(&told)["left_out"]), (&2.into(), &1.into()));
    assert!(err(&told).contains("“Ben” stands in the roster more than once"), "{}", err(&told));
    assert!(err(&told).contains("the code “B7” stands for more than one person: “Amina”, “Ben”"), "{}", err(&told));
    let again = roster("Ben,B7,\n", &[]);
    assert!(again.status.code() == Some(1) && err(&again).contains("“Amina”, “Ben”"), "with whom was there before");
    let refused = run(&data, &["store", "forget", "B7"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).contains("by name") && !err(&refused).contains("Amina"), "{}", err(&refused));
    assert_eq!(attempts(&data).len(), 3);
    let by_name = run(&data, &["store", "forget", "Ben", "--json"]);
    assert_eq!((by_name.status.code(), &json(&by_name)["shared_code"]), (Some(1), &true.into()), "{}", err(&by_name));
    assert_eq!(json(&by_name)["attempts"], 1);
    let of_amina = Filter { trainee: Some("Amina".into()), ..Filter::default() };
    assert_eq!(Sqlite::in_folder(&data).attempts(&of_amina).unwrap().len(), 2, "the code is hers alone now");
    let by_code = run(&data, &["store", "forget", "B7", "--json"]);
    assert_eq!((by_code.status.code(), &json(&by_code)["attempts"]), (Some(0), &2.into()), "{}", err(&by_code));
}

#[test]
fn a_restored_backup_obeys_in_its_other_versions_and_damaged_lines_too_and_what_was_written_since_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    play(&data, TO_THE_END, &["--trainee", "Somebody Else"]);
    // Of one attempt two versions that say who played otherwise; and lines of another that are cut off.
    assert!(run(&data, &["export", &path("a.jsonl")]).status.success());
    let text = fs::read_to_string(path("a.jsonl")).unwrap().replace("Somebody Else", "Wanjiru");
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("\"attempt\"")).collect();
    let cut = lines[0].split("\"started\"").next().unwrap();
    fs::write(path("b.jsonl"), format!("{}\n{}\n{cut}\n", lines[0], lines[1])).unwrap();
    let taken = run(&data, &["import", &path("b.jsonl"), "--json"]);
    let taken = json(&taken)["taken"].clone();
    assert_eq!(
        (taken["conflicts"].as_array().unwrap().len(), taken["damaged_lines"].as_array().unwrap().len()),
        (1, 1)
    );
    let backup = path("backup.sqlite");
    assert!(run(&data, &["store", "backup", &backup]).status.success());
    assert!(run(&data, &["export", &path("since.jsonl"), "--trainee", "Somebody Else"]).status.success());
    assert!(run(&data, &["store", "forget", "Wanjiru"]).status.success());
    assert!(run(&data, &["store", "restore", &backup]).status.success());
    for aside in fs::read_dir(&data).unwrap().flatten().filter(|item| item.file_name() != *"attempts.sqlite") {
        fs::remove_file(aside.path()).unwrap();
    }
    assert_eq!(in_bytes(&data, "Wanjiru"), Vec::<PathBuf>::new());
    assert!(whole(&data));
    let reach = json(&run(&data, &["store", "forget", "Somebody Else", "--json"]))["out_of_reach"].clone();
    assert!(reach.to_string().contains("since.jsonl"), "{reach}");
}

#[test]
fn what_cannot_be_cleaned_is_told_and_letters_within_other_words_are_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    play(folder.path(), "1\n", &["--trainee", "Ann"]);
    play(folder.path(), "1\n", &["--trainee", "Annabel"]);
    let forgotten = run(folder.path(), &["store", "forget", "Ann"]);
    assert!(forgotten.status.success(), "{}{}", out(&forgotten), err(&forgotten));
    let told = out(&forgotten).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("within other words"), "{told}");
    fs::write(folder.path().join("notes.txt"), "Annabel was late").unwrap();
    let told = run(folder.path(), &["store", "forget", "Annabel"]);
    assert!(told.status.code() == Some(1) && err(&told).contains("notes.txt"), "{}", err(&told));
    let near = run(folder.path(), &["store", "forget", "Nobody"]);
    assert!(near.status.success() && out(&near).contains("Nothing was kept"), "{}", out(&near));
}

#[test]
fn letters_of_a_name_within_a_conversation_are_no_alarm() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    // The pool's attendant has taken the desk over from an Otieno.
    for name in ["Otieno", "Otieno Ouma"] {
        play(&data, TO_THE_END, &["--trainee", name]);
    }
    let file = data.join("all.jsonl");
    assert!(run(&data, &["export", file.to_str().unwrap()]).status.success());
    let forgotten = run(&data, &["store", "forget", "Otieno", "--json"]);
    assert_eq!(forgotten.status.code(), Some(0), "{}", err(&forgotten));
    assert_eq!(json(&forgotten)["attempts"], 1);
    let left = fs::read_to_string(&file).unwrap();
    assert!(left.contains("from Otieno.") && left.contains("\"Otieno Ouma\"") && !left.contains("\"Otieno\""));
    // Somebody in a hurry types the first name.
    let near = run(&data, &["store", "forget", "ouma"]);
    assert!(out(&near).contains("mean “Otieno Ouma”?"), "{}", out(&near));
    // What is not taken out is told.
    fs::write(data.join("notes.txt"), "Ask Otieno").unwrap();
    let again = run(&data, &["store", "forget", "Otieno"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(err(&again).contains("notes.txt`: The name still stands in it, at 1 place."), "{}", err(&again));
}
