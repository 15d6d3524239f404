//! The page speaks three languages, and every text of it has its key.

use std::collections::BTreeSet;
use std::fs;

use crate::house::sources;
use crate::program::{amends, root};
use crate::report::{cohort, report, shipped};

#[test]
fn the_page_is_written_in_the_reader_s_language() {
    let folder = tempfile::tempdir().unwrap();
    let file = cohort(folder.path(), 12, &shipped(), |_| {});
    for (language, words, number) in [
        ("en", "Competency profile", "95% interval"),
        ("fr", "Profil des compétences", "intervalle à 95\u{202f}%"),
        ("sw", "Wasifu wa umahiri", "kiwango cha uhakika cha 95%"),
    ] {
        let (html, json) = report(&file, &["--language", language]);
        assert!(html.contains(&format!("<html lang=\"{language}\">")), "{language}");
        assert!(html.contains(words) && html.contains(number), "{language}");
        assert!(!html.contains('{') || !html.contains("{report-"), "{language} lacks a text");
        assert_eq!(json["language"], language);
    }
    let none = amends(&["report", "--attempts", &file.display().to_string(), "--language", "de"], "");
    assert_eq!(none.status.code(), Some(2));
}

#[test]
fn every_text_of_the_page_is_used_and_every_used_one_exists() {
    let file = fs::read_to_string(root().join("assets/words/report.en.ftl")).unwrap();
    let known: BTreeSet<&str> = file
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| !key.contains(' '))
        .collect();
    let mut texts: Vec<String> =
        sources(&root().join("src/report")).iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    texts.push(fs::read_to_string(root().join("assets/report/report.html")).unwrap());
    let used: BTreeSet<&str> = texts
        .iter()
        .flat_map(|text| text.split("\"report-").skip(1).filter_map(|rest| rest.split('"').next()))
        .collect();
    let all: BTreeSet<String> = used.iter().map(|key| format!("report-{key}")).collect();
    let put_together = |key: &str| key.starts_with("report-money-input-");
    let unused: Vec<&&str> = known.iter().filter(|key| !all.contains(**key) && !put_together(key)).collect();
    assert!(unused.is_empty(), "texts nothing uses: {unused:?}");
    let missing: Vec<&String> = all.iter().filter(|key| !known.contains(key.as_str()) && !key.contains('{')).collect();
    assert!(missing.is_empty(), "texts that do not exist: {missing:?}");
}
