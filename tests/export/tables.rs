//! Tables, read back.

use std::fs::{self, File};
use std::io::Cursor;

use amends::export::{Parquet, Xlsx, about, attempts, decisions};
use calamine::{Data, Reader, Xlsx as Book, open_workbook};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

use super::*;
use crate::program::out;

#[test]
fn each_decision_is_a_row_and_each_attempt_too_retries_and_interrupted_ones_among_them() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (played, store) = four(&data);
    let file = folder.path().join("out.csv");
    let said = out(&run_well(&data, &["export", file.to_str().unwrap()]));
    assert!(said.contains("4 attempts") && said.contains("cannot reach"), "{said}");
    let table = |which: &str| csv(&fs::read_to_string(folder.path().join(format!("out-{which}.csv"))).unwrap());
    let (attempts, decisions) = (table("attempts"), table("decisions"));
    let told = told(&store, &played);

    assert_eq!(column(&attempts, "first_assessment"), ["true", "false", "false", "false"]);
    assert_eq!(column(&attempts, "time_played"), ["1", "2", "1", ""]);
    assert_eq!(column(&attempts, "mode"), ["assessment", "assessment", "practice", "assessment"]);
    assert_eq!(column(&attempts, "how_ended")[3], "interrupted");
    assert_eq!(column(&attempts, "started_utc")[0], "2026-03-02T06:00:00Z");
    for scored in [
        "path_efficiency",
        "overall",
        "passed",
        "listening_score",
        "listening_earned",
        "outcome",
        "promises_made",
        "errors",
    ] {
        assert_eq!(
            column(&attempts, scored)[3],
            "",
            "{scored} of an interrupted attempt is not known, which is not zero"
        );
    }
    for path in &column(&attempts, "path_efficiency")[..3] {
        assert!((1..=1000).contains(&path.parse::<u16>().unwrap()), "{path}");
    }
    for (row, told) in told.iter().enumerate().take(3) {
        let card = told.card().unwrap();
        assert_eq!(
            column(&attempts, "overall")[row],
            card.overall.map(|overall| overall.to_string()).unwrap_or_default()
        );
        assert_eq!(column(&attempts, "listening_earned")[row], card.competencies[0].earned.to_string());
        let path: Vec<_> = told.attempt.decisions.iter().map(|one| one.beat.as_str()).collect();
        assert_eq!(column(&attempts, "path")[row], path.join(" "));
    }
    let all: Vec<_> = told
        .iter()
        .flat_map(|told| (0..told.attempt.decisions.len()).map(move |at| told.evidence(at).unwrap()))
        .collect();
    assert_eq!(decisions.len() - 1, all.len());
    for (row, evidence) in all.iter().enumerate() {
        let plain = |name: &str| column(&decisions, name)[row].trim_start_matches('\'').to_owned();
        assert_eq!((plain("line"), plain("feedback")), (evidence.line.clone(), evidence.because.clone()));
        assert_eq!(
            plain("better_line"),
            evidence.better.as_ref().map(|better| better.line.clone()).unwrap_or_default()
        );
        assert_eq!((plain("given"), plain("heard")), (evidence.given.to_string(), evidence.cue.clone()));
    }
    assert!(
        column(&decisions, "kind").contains(&"paraphrase")
            && column(&decisions, "better").iter().any(|id| !id.is_empty())
    );
}

#[test]
fn people_stand_there_by_code_or_pseudonym_and_by_name_only_when_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    four(&data);
    let file = folder.path().join("out.csv");
    let export = |more: &[&str]| {
        run_well(&data, &[&["export", file.to_str().unwrap(), "--table", "attempts", "--replace"], more].concat());
        fs::read_to_string(&file).unwrap()
    };
    let masked = export(&[]);
    for never in ["Wanjiru", "Otieno", "Akinyi"] {
        assert!(!masked.contains(never), "{never}");
    }
    let who: Vec<String> = column(&csv(&masked), "trainee").into_iter().map(str::to_owned).collect();
    assert!(who[0] == "W7" && who[1] == "W7" && who[2].starts_with("p-") && who[3].is_empty(), "{who:?}");
    assert_eq!(export(&[]), masked, "the same people have the same pseudonyms");
    assert_eq!(column(&csv(&export(&["--names"])), "trainee"), ["Wanjiru", "Wanjiru", "Otieno", ""]);
    assert_eq!(column(&csv(&export(&["--free-text"])), "reflection")[0], "I would ask first, said Akinyi");
    let second = csv(&export(&["--since", "2026-03-03T00:00:00Z", "--cohort", "Desk"]));
    assert_eq!(column(&second, "time_played"), ["2"], "what came before counts, though it is not in the file");
    // Who asks to be forgotten is told of the file.
    let forgotten = run(&data, &["store", "forget", "W7", "--json"]);
    assert!(out(&forgotten).contains("out.csv"), "{}", out(&forgotten));
}

#[test]
fn a_workbook_has_typed_cells_and_no_formula() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    four(&data);
    let (book, table) = (folder.path().join("out.xlsx"), folder.path().join("out.csv"));
    run_well(&data, &["export", book.to_str().unwrap()]);
    run_well(&data, &["export", table.to_str().unwrap()]);
    let mut book: Book<_> = open_workbook(&book).unwrap();
    assert_eq!(book.sheet_names(), ["Attempts", "Decisions", "Scenarios", "About"]);
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.cells().all(|(.., formula)| formula.is_empty()), "{name}");
    }
    for (sheet, which) in [("Attempts", "attempts"), ("Decisions", "decisions")] {
        let range = book.worksheet_range(sheet).unwrap();
        let rows = csv(&fs::read_to_string(folder.path().join(format!("out-{which}.csv"))).unwrap());
        assert_eq!(range.height(), rows.len());
        for (row, cells) in rows.iter().enumerate() {
            for (at, text) in cells.iter().enumerate() {
                let cell = range.get((row, at)).unwrap_or(&Data::Empty);
                let same = match cell {
                    Data::Empty => text.is_empty(),
                    Data::String(cell) => cell == text.strip_prefix('\'').unwrap_or(text),
                    Data::Float(number) => number.to_string() == *text,
                    Data::Bool(truth) => truth.to_string() == *text,
                    Data::DateTime(_) => text.ends_with('Z'),
                    other => panic!("{other:?}"),
                };
                assert!(same, "{sheet} {row} {at}: {cell:?}, {text:?}");
            }
        }
    }
    let attempts = book.worksheet_range("Attempts").unwrap();
    let place = |name: &str| {
        attempts.rows().next().unwrap().iter().position(|cell| *cell == Data::String(name.into())).unwrap()
    };
    assert!(matches!(attempts.get((1, place("started_utc"))), Some(Data::DateTime(_))));
    assert!(matches!(attempts.get((1, place("overall"))), Some(Data::Float(_))));
    assert!(matches!(attempts.get((1, place("first_assessment"))), Some(Data::Bool(true))));
    let about = book.worksheet_range("About").unwrap();
    let about: String = about.used_cells().map(|(.., cell)| cell.to_string() + "\n").collect();
    for said in ["simulated", "Hiring, pay or discipline", "UTC", "better_line", "first_assessment"] {
        assert!(about.contains(said), "{said}");
    }
}

#[test]
fn a_table_that_is_too_long_for_a_sheet_goes_on_in_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let (played, store) = four(folder.path());
    let rubric = &played.rules.rubric;
    let mut book = Xlsx::with_rows(4, attempts(rubric, false), decisions(rubric), rubric, Vec::new()).unwrap();
    for told in told(&store, &played) {
        book.take(&told).unwrap();
    }
    assert!(book.split().unwrap().contains("Attempts 2"));
    let mut bytes = Cursor::new(Vec::new());
    book.finish("2026-03-06T06:00:00Z".parse().unwrap(), &mut bytes).unwrap();
    bytes.set_position(0);
    let mut book = Book::new(bytes).unwrap();
    let names = book.sheet_names();
    let height = |book: &mut Book<_>, name: &str| book.worksheet_range(name).unwrap().height();
    assert_eq!((height(&mut book, "Attempts"), height(&mut book, "Attempts 2")), (4, 2));
    let rows: usize =
        names.iter().filter(|name| name.starts_with("Decisions")).map(|name| height(&mut book, name) - 1).sum();
    assert_eq!(rows, told(&store, &played).iter().map(|told| told.attempt.decisions.len()).sum::<usize>());
}

/// A field as CSV writes it.
fn as_text(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Long(number) => number.to_string(),
        Field::Bool(truth) => truth.to_string(),
        Field::TimestampMicros(micros) => jiff::Timestamp::from_microsecond(*micros).unwrap().to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_warehouse_reads_what_a_table_says() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    four(&data);
    for ending in ["parquet", "csv"] {
        run_well(&data, &["export", folder.path().join(format!("out.{ending}")).to_str().unwrap()]);
    }
    for which in ["attempts", "decisions"] {
        let path = |ending: &str| folder.path().join(format!("out-{which}.{ending}"));
        let rows = csv(&fs::read_to_string(path("csv")).unwrap());
        let reader = SerializedFileReader::new(File::open(path("parquet")).unwrap()).unwrap();
        let about = reader.metadata().file_metadata().key_value_metadata().unwrap();
        assert!(about.iter().any(|pair| pair.key == "Not for"), "{about:?}");
        let schema = format!("{:?}", reader.metadata().file_metadata().schema());
        assert!(schema.contains("String") && schema.to_lowercase().contains("timestamp"), "{schema}");
        let mut read = 0;
        for (row, cells) in reader.get_row_iter(None).unwrap().zip(&rows[1..]) {
            let row = row.unwrap();
            for ((name, field), (head, text)) in row.get_column_iter().zip(rows[0].iter().zip(cells)) {
                assert_eq!(name, head);
                assert_eq!(as_text(field), text.strip_prefix('\'').unwrap_or(text), "{name}");
            }
            read += 1;
        }
        assert_eq!(read, rows.len() - 1);
    }
}

#[test]
fn rows_come_in_groups_and_none_is_lost_between_them() {
    let folder = tempfile::tempdir().unwrap();
    let (played, store) = four(folder.path());
    let rubric = &played.rules.rubric;
    let columns = decisions(rubric);
    let about = about("2026-03-06T06:00:00Z".parse().unwrap(), "rules", rubric, false);
    let mut table = Parquet::in_groups_of(3, "decisions", &columns, &about, Vec::new()).unwrap();
    let mut ns = Vec::new();
    for told in told(&store, &played) {
        for (at, decision) in told.attempt.decisions.iter().enumerate() {
            table.row(columns.row(&told, at)).unwrap();
            ns.push(decision.n.to_string());
        }
    }
    let file = folder.path().join("groups.parquet");
    fs::write(&file, table.finish().unwrap()).unwrap();
    let reader = SerializedFileReader::new(File::open(&file).unwrap()).unwrap();
    assert_eq!(reader.num_row_groups(), ns.len().div_ceil(3));
    let rows = reader.get_row_iter(None).unwrap().map(|row| row.unwrap());
    let read: Vec<String> = rows
        .map(|row| row.get_column_iter().find(|(name, _)| *name == "n").map(|(_, n)| as_text(n)).unwrap())
        .collect();
    assert_eq!(read, ns);
}

#[test]
fn what_would_have_no_effect_or_could_not_be_undone_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    four(&data);
    let (inside, outside) = (data.join("x.xlsx"), folder.path().join("x.xlsx"));
    let (inside, outside) = (inside.to_str().unwrap(), outside.to_str().unwrap());
    for (wrong, why) in [
        (vec!["export", inside], "data folder"),
        (vec!["export", outside, "--table", "attempts"], "--table"),
        (vec!["export", outside, "--as", "xapi", "--free-text"], "--free-text"),
        (vec!["export", outside, "--facilitator", "Achieng"], "--facilitator"),
        (vec!["export", outside, "--as", "attempts", "--names"], "--names"),
        (vec!["export", "--to", "https://127.0.0.1/x", "--as", "csv"], "--to"),
    ] {
        let refused = run(&data, &wrong);
        assert_eq!(refused.status.code(), Some(2), "{wrong:?}");
        assert!(err(&refused).contains(why), "{}", err(&refused));
    }
    assert!(!std::path::Path::new(outside).exists());
    for name in ["x.xls", "x.json", "x.docx", "x"] {
        let file = folder.path().join(name);
        let refused = run(&data, &["export", file.to_str().unwrap()]);
        assert_eq!(refused.status.code(), Some(2), "{name}");
        assert!(err(&refused).contains("`.jsonl`") && err(&refused).contains("`.parquet`"), "{}", err(&refused));
        assert!(!file.exists(), "{name}");
        run_well(&data, &["export", file.to_str().unwrap(), "--as", "attempts"]);
    }
    run_well(&data, &["export", outside]);
    assert_eq!(run(&data, &["export", outside]).status.code(), Some(2), "a file is not written over unasked");
}

#[test]
fn of_whom_nothing_is_there_no_table_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let (played, _) = four(&data);
    let near = format!("{}s", played.scenario.id);
    for (asked, why) in [
        (["--cohort", "Dessk"], "There is no cohort `Dessk`. Did you mean `Desk`?"),
        (["--cohort", "Nope"], "There is no cohort `Nope`. There are: Desk."),
        (["--trainee", "Nobody"], "Nobody has played under the name or code `Nobody`."),
        (["--scenario", &near], "Did you mean"),
    ] {
        for (name, kind) in [("x.csv", "csv"), ("x.xlsx", "xlsx"), ("x.jsonl", "xapi")] {
            let file = folder.path().join(name);
            let refused = run(&data, &[&["export", file.to_str().unwrap(), "--as", kind], &asked[..]].concat());
            let told = err(&refused).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(refused.status.code() == Some(2) && told.contains(why), "{told}");
        }
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing lies there but the store");
    let table = folder.path().join("desk.csv");
    run_well(&data, &["export", table.to_str().unwrap(), "--cohort", "Desk", "--trainee", "W7"]);
}
