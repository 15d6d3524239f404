//! `docs/science.md` says what is true: each finding stands there with the test that holds it.

use std::collections::BTreeSet;

use super::effects::FINDINGS;

/// The page.
pub const PAGE: &str = include_str!("../../../docs/science.md");

#[test]
fn every_finding_stands_on_the_page_with_its_test() {
    for finding in &FINDINGS {
        let number = finding.number.unwrap();
        let rows: Vec<&str> = PAGE.lines().filter(|line| line.starts_with(&format!("| {number} |"))).collect();
        let [row] = rows.as_slice() else { panic!("{} rows for finding {number}", rows.len()) };
        assert!(row.contains(&format!("`{}`", finding.name)), "{number}: {row}");
        let sure = ["| high |", "| medium |", "| low |", "| low to medium |"];
        assert_eq!(sure.iter().filter(|sure| row.contains(**sure)).count(), 1, "{number}: {row}");
    }
}

#[test]
fn every_test_the_page_names_exists() {
    let names: BTreeSet<&str> = FINDINGS.iter().map(|finding| finding.name).collect();
    let rows = PAGE.lines().filter(|line| {
        line.strip_prefix("| ").and_then(|row| row.split(' ').next()).is_some_and(|first| first.parse::<u8>().is_ok())
    });
    let told: BTreeSet<&str> = rows.filter_map(|row| row.split('`').nth(1)).collect();
    assert_eq!(told, names);
}
