//! Courses as a trainee takes them: stage after stage in the terminal, kept apart by name, with the second measure in the other form.

use std::collections::BTreeMap;

use amends::attempt::Attempt;
use amends::course::{Course, Kind, Progress, State, read};
use amends::diag::Source;
use amends::library;
use amends::store::{Filter, Sqlite, Store};
use jiff::{Timestamp, ToSpan};

use crate::program::{amends, err, out, root};

fn course(again: &str) -> Course {
    let text = format!(
        r#"Course(
            format: 1, id: "short", title: "Short", about: "Two steps.", measure: ("wrong-form", "waiting-room"),
            steps: [(how: Example, play: "heated-pool"), (how: Hints, play: "it-is-fine")],
            again: {again},
        )"#
    );
    read(&Source::new("short.ron", text)).unwrap()
}

/// Plays the next stage of a shipped course with a name, always by the first reply, and gives back what was told.
fn next(data: &str, trainee: &str) -> String {
    let typed = "1\n".repeat(60);
    let played = amends(&["--data", data, "course", "first-steps", "--trainee", trainee, "--next"], &typed);
    assert!(played.status.success(), "{}", err(&played));
    out(&played)
}

fn attempts(data: &str) -> Vec<Attempt> {
    Sqlite::in_folder(data).attempts(&Filter::default()).unwrap()
}

#[test]
fn a_course_goes_on_stage_by_stage_and_each_name_has_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let first = next(&data, "Wanjiru");
    assert!(first.contains("See where you stand") && first.contains("Assessment"), "{first}");
    let example = next(&data, "Wanjiru");
    assert!(example.contains("This is how it can go") && example.contains("returns") | example.contains("Comes back"));
    let hints = next(&data, "Wanjiru");
    assert!(hints.contains("Practise, with hints") && hints.contains("Slow internet, fifth call"), "{hints}");
    let status = out(&amends(&["--data", &data, "course", "first-steps", "--trainee", "Wanjiru"], ""));
    assert!(status.contains("3 of 12 stages done"), "{status}");
    let other = out(&amends(&["--data", &data, "course", "first-steps", "--trainee", "Mikko"], ""));
    assert!(other.contains("0 of 12 stages done"), "{other}");
    let stages: Vec<String> = attempts(&data).iter().map(|one| one.start.course.clone().unwrap().stage).collect();
    assert_eq!(stages, ["before", "example:heated-pool", "hints:fifth-call"]);
}

#[test]
fn what_stopped_in_the_middle_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let play = || amends(&["--data", &data, "course", "first-steps", "--next"], "1\nq\n");
    assert!(play().status.success());
    assert!(play().status.success());
    let kept = attempts(&data);
    assert_eq!(kept.len(), 1, "the same attempt");
    assert!(kept[0].decisions.len() >= 2, "{:?}", kept[0].decisions);
}

/// The attempts of somebody who went through the stages of a course until `done` are done, a day after each other.
fn gone_through(course: &Course, done: usize) -> (Vec<Attempt>, Timestamp) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    next(&data, "Wanjiru");
    let model = attempts(&data).remove(0);
    let begin: Timestamp = "2026-01-01T09:00:00Z".parse().unwrap();
    let mut now = begin;
    let mut all = Vec::new();
    for _ in 0..done {
        let progress = Progress::of(course, &all, Some("Wanjiru"), now);
        let standing = progress.next().unwrap();
        let mut attempt = model.clone();
        let play = standing.stage.play.clone().unwrap_or_else(|| course.drawn(1).unwrap().to_owned());
        attempt.start.scenario = play;
        let place = attempt.start.course.as_mut().unwrap();
        (place.course, place.stage) = (course.id.clone(), standing.stage.id.clone());
        now = now.checked_add(24.hours()).unwrap();
        attempt.end.as_mut().unwrap().ended = now;
        all.push(attempt);
    }
    (all, now)
}

#[test]
fn the_second_measure_is_the_other_form_and_repetition_waits_for_its_day() {
    let course = course(r#"[(after: Days(2), play: "it-is-fine"), (after: Days(7), play: "broken-gift")]"#);
    let (all, now) = gone_through(&course, 3);
    let progress = Progress::of(&course, &all, Some("Wanjiru"), now);
    let after = progress.next().unwrap();
    assert_eq!(
        (after.stage.kind, after.stage.play.as_deref()),
        (Kind::After, Some("wrong-form")),
        "before was the other"
    );
    let (all, end) = gone_through(&course, 4);
    let at = |hours: i64| {
        let now = end.checked_add(hours.hours()).unwrap();
        Progress::of(&course, &all, Some("Wanjiru"), now).next().unwrap().clone()
    };
    let due = end.checked_add(48.hours()).unwrap();
    assert_eq!(at(1).state, State::Waits(due));
    assert_eq!((at(49).state, at(49).stage.id.as_str()), (State::Ready, "again:2d:it-is-fine"));
    assert_eq!(Progress::of(&course, &all, None, end).done(), 0, "somebody without a name is somebody else");
}

#[test]
fn a_measure_that_was_played_before_is_told() {
    let course = course("[(after: Days(2), play: \"it-is-fine\")]");
    let (mut all, now) = gone_through(&course, 3);
    let mut seen = all[0].clone();
    seen.start.course = None;
    seen.start.scenario = "wrong-form".into();
    all.insert(0, seen);
    assert!(Progress::of(&course, &all, Some("Wanjiru"), now).next().unwrap().seen);
}

#[test]
fn the_shipped_courses_name_what_is_there() {
    let courses = library::courses(&root().join("scenarios"));
    assert!(courses.len() >= 2);
    let checked = amends(&["check", "--deny", "warnings", "scenarios/courses"], "");
    assert!(checked.status.success(), "{}{}", out(&checked), err(&checked));
    let unknown = amends(&["course", "frst-steps"], "");
    assert!(
        unknown.status.code() == Some(2) && err(&unknown).contains("Did you mean `first-steps`?"),
        "{}",
        err(&unknown)
    );
}

#[test]
fn a_course_is_told_in_the_language_of_whoever_asks() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    for (language, title) in [("fr", "Premiers pas"), ("sw", "Hatua za kwanza"), ("de", "First steps")] {
        let told = out(&amends(&["--data", &data, "course", "first-steps", "--language", language], ""));
        assert!(told.starts_with(title), "{language}: {told}");
    }
    let text = "Course(format: 1, id: \"short\", title: \"Short\", about: \"Two.\", told: {\"fr\": (title: \"Court\", about: \" \")}, steps: [])";
    let source = Source::new("short.ron", text);
    let findings = amends::course::check(&source, &BTreeMap::new(), |_| None);
    let empty = findings.iter().find(|finding| finding.title == "`about` says nothing").unwrap();
    let span = empty.span.clone().unwrap();
    assert_eq!((empty.code, &text[span]), ("C005", "\" \""));
}
