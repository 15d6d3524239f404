//! The checks: every rule has a name, a page, and an example of each kind that the page's own test runs; findings are told in
//! every format; what is certain is put right and nothing else is touched.

mod beside;
mod command;
mod fixes;
mod frame;
mod near;

use std::collections::BTreeSet;

use amends::check::{Finds, Options, RULES, Rule, check};
use amends::diag::{Diagnostic, Severity, Source};
use amends::scenario::Rules;

use crate::program::root;
use frame::framed;

/// Everything found in a text.
pub fn findings(text: &str) -> Vec<Diagnostic> {
    check(&Source::new("example.ron", text), &Rules::builtin(), &Options::default())
}

/// The codes found in a text.
pub fn codes(text: &str) -> BTreeSet<&'static str> {
    findings(text).iter().map(|finding| finding.code).collect()
}

#[test]
fn codes_and_names_are_unique_and_in_order() {
    // Those of facilitators' pages and of plays come last.
    let place = |code: &'static str| ("SCGP".find(&code[..1]), code);
    assert!(RULES.windows(2).all(|pair| place(pair[0].code) < place(pair[1].code)), "in order of the codes");
    let names: BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len());
    for rule in RULES {
        assert!(rule.name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'-'), "{}", rule.name);
        assert!(rule.code.len() == 4 && rule.code.starts_with(['S', 'C', 'G', 'P']), "{}", rule.code);
    }
}

#[test]
fn every_page_says_what_why_and_what_to_do_in_plain_words() {
    for rule in RULES {
        let page = rule.page;
        assert!(page.starts_with(&format!("# {} · {}\n\n", rule.code, rule.name)), "{}: the title", rule.code);
        assert!(page.contains("\nWhat to do: "), "{}: what to do", rule.code);
        let words = rule.summary().split_whitespace().count();
        assert!((5..=45).contains(&words), "{}: the first paragraph has {words} words", rule.code);
    }
}

#[test]
fn every_page_belongs_to_a_rule_and_every_code_in_the_sources_has_one() {
    let pages: BTreeSet<String> = std::fs::read_dir(root().join("docs/checks"))
        .unwrap()
        .map(|page| page.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(pages, RULES.iter().map(|rule| rule.code.to_owned()).collect());
    let mut missing = Vec::new();
    for folder in ["scenario", "translation", "plays", "guide", "course", "library", "check", "cli"] {
        for path in super::house::sources(&root().join("src").join(folder)) {
            let text = std::fs::read_to_string(&path).unwrap();
            let literals = text.split('"').filter(|literal| {
                literal.len() == 4
                    && literal.starts_with(['S', 'C', 'G', 'P'])
                    && literal[1..].bytes().all(|b| b.is_ascii_digit())
            });
            missing.extend(literals.filter(|code| !pages.contains(*code)).map(|code| format!("{code} in {path:?}")));
        }
    }
    missing.retain(|one| !one.starts_with("S000"));
    assert!(missing.is_empty(), "codes without a page: {missing:?}");
}

/// The page's two examples: what gives the finding, and what does not. Where it is about a file beside a scenario, a part of that
/// scenario comes first.
struct Examples<'a> {
    scenario: &'a str,
    weak: &'a str,
    better: &'a str,
}

fn examples(page: &str) -> Option<Examples<'_>> {
    let mut blocks = page.split("```ron\n").skip(1).map(|block| block.split("```").next().unwrap());
    let scenario = if page.contains("\n## The scenario\n") { blocks.next()? } else { "" };
    Some(Examples { scenario, weak: blocks.next()?, better: blocks.next()? })
}

/// Everything found in an example of a rule.
fn found_in(rule: &Rule, scenario: &str, example: &str) -> Vec<Diagnostic> {
    match rule.finds {
        Finds::Translating => beside::of_translation(scenario, example),
        Finds::Testing => beside::of_plays(scenario, example),
        Finds::Guiding => beside::of_guide(scenario, example),
        Finds::Coursing => beside::of_course(example),
        Finds::Opening
        | Finds::Loading
        | Finds::Allowing
        | Finds::Text(_)
        | Finds::Written(_)
        | Finds::Sound(_)
        | Finds::Proved(_) => findings(&framed(example)),
    }
}

#[test]
fn every_page_shows_one_example_with_the_finding_and_one_without() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let Some(Examples { scenario, weak, better }) = examples(rule.page) else {
            // What is no text cannot be shown in a page, nor what takes thousands of beats.
            assert!(matches!(rule.finds, Finds::Opening) || rule.name == "not-proved", "{} has no examples", rule.code);
            continue;
        };
        let heading = if rule.severity == Severity::Error { "## Broken\n" } else { "## Weak\n" };
        assert!(rule.page.contains(heading) && rule.page.contains("## Better\n"), "{}: headings", rule.code);
        let found = found_in(rule, scenario, weak);
        match found.iter().find(|finding| finding.code == rule.code) {
            None => {
                let codes: Vec<_> = found.iter().map(|finding| finding.code).collect();
                wrong.push(format!("{}: not found in its first example, only {codes:?}", rule.code));
            }
            Some(finding) => {
                if finding.span.is_none() || finding.help.is_none() {
                    wrong.push(format!("{}: without a place or help", rule.code));
                }
                assert_eq!(finding.severity, rule.severity, "{}", rule.code);
            }
        }
        let found = found_in(rule, scenario, better);
        if let Some(finding) = found.iter().find(|finding| finding.code == rule.code) {
            wrong.push(format!("{}: found in its second example: {}", rule.code, finding.title));
        }
        if let Some(error) = found.iter().find(|finding| finding.severity == Severity::Error) {
            wrong.push(format!("{}: the second example has an error: {} {}", rule.code, error.code, error.title));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn findings_come_in_the_order_of_their_places_and_always_the_same() {
    for rule in RULES {
        let Some(Examples { scenario, weak, .. }) = examples(rule.page) else { continue };
        let found = found_in(rule, scenario, weak);
        let places: Vec<_> = found.iter().map(|finding| finding.span.clone().map(|span| span.start)).collect();
        assert!(places.is_sorted(), "{}: {places:?}", rule.code);
        assert_eq!(found, found_in(rule, scenario, weak));
    }
}

#[test]
fn the_frame_around_the_examples_has_no_errors() {
    let found = findings(&framed(""));
    assert!(found.iter().all(|finding| finding.severity == Severity::Warning), "{found:#?}");
}
