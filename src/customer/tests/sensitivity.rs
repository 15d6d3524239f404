//! What the findings hang on: every constant of the model, and every number of the typical customer, a fifth less and a fifth more, one
//! at a time. A finding that such a step turns over is fragile. `cargo test --no-default-features --lib sensitivity -- --nocapture`
//! prints the table that stands in `docs/science.md`.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::panic;

use serde_json::Value;

use super::assumed::Assumed;
use super::effects::{FINDINGS, Finding};
use super::golden::orderings;

macro_rules! orderings {
    ($($name:ident,)+) => {
        [$(Finding { number: None, name: stringify!($name), test: orderings::$name },)+]
    };
}

/// The orderings of the golden vectors.
const ORDERINGS: [Finding; 5] = orderings![
    it_goes_down_with_each_failure_and_each_bad_recovery,
    the_same_recovery_ends_lower_the_graver_the_failure,
    the_latest_recovery_weighs_most,
    money_lost_is_felt_as_unfair_and_rudeness_as_disrespect,
    a_harmful_reply_costs_more_than_a_competent_one_gains,
];

fn all() -> impl Iterator<Item = &'static Finding> {
    FINDINGS.iter().chain(&ORDERINGS)
}

thread_local! {
    /// Whether this thread only tries whether a finding still holds.
    static TRYING: Cell<bool> = const { Cell::new(false) };
}

/// The findings that do not hold under these numbers.
fn fallen(assumed: Assumed) -> Vec<&'static str> {
    assumed.enforce();
    all().filter(|finding| panic::catch_unwind(finding.test).is_err()).map(|finding| finding.name).collect()
}

/// Every number in a tree of values, by its way there. Nothing else in the tree is varied.
fn numbers(at: &str, value: &Value, found: &mut Vec<(String, i64)>) {
    let inside = |key: &str| if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| numbers(&inside(key), value, found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(number, value)| numbers(&inside(&number.to_string()), value, found));
        }
        Value::Number(number) => found.extend(number.as_i64().map(|number| (at.to_owned(), number))),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// The same numbers but for the one at `path`.
fn with(tree: &Value, path: &str, number: i64) -> Assumed {
    let mut tree = tree.clone();
    *tree.pointer_mut(&format!("/{}", path.replace('.', "/"))).unwrap() = number.into();
    serde_json::from_value(tree).unwrap()
}

/// A fifth of a number, at least 1.
fn step(number: i64) -> i64 {
    ((number.abs() + 2) / 5).max(1) * number.signum()
}

/// What was tried, and what fell.
struct Sensitivity {
    /// How many numbers were varied.
    varied: usize,
    /// By finding, the numbers whose variation turns it over, each with its sign.
    fragile: BTreeMap<&'static str, Vec<String>>,
}

impl Sensitivity {
    fn measure() -> Self {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !TRYING.get() {
                usual(info);
            }
        }));
        TRYING.set(true);
        assert_eq!(fallen(Assumed::default()), Vec::<&str>::new(), "what does not hold anyway");
        let tree = serde_json::to_value(Assumed::default()).unwrap();
        let mut all = Vec::new();
        numbers("", &tree, &mut all);
        let mut fragile: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (path, number) in &all {
            for (sign, by) in [("−", -step(*number)), ("+", step(*number))] {
                for name in fallen(with(&tree, path, number + by)) {
                    let path = path.strip_prefix("model.").unwrap_or(path);
                    fragile.entry(name).or_default().push(format!("{sign} `{path}`"));
                }
            }
        }
        TRYING.set(false);
        Assumed::default().enforce();
        Self { varied: all.len(), fragile }
    }

    /// The table of the page.
    fn table(&self) -> String {
        let findings = all().count();
        let turning: BTreeSet<&str> = self.fragile.values().flatten().filter_map(|by| by.split('`').nth(1)).collect();
        let mut table = format!(
            "{} numbers, each a fifth less and a fifth more; {} of them turn something over. Of {findings} findings and orders {} stand \
             whatever is varied, and {} are fragile.\n\n| fragile | turned over by |\n| --- | --- |\n",
            self.varied,
            turning.len(),
            findings - self.fragile.len(),
            self.fragile.len(),
        );
        for finding in all() {
            if let Some(by) = self.fragile.get(finding.name) {
                let number = finding.number.map_or_else(String::new, |number| format!("{number} "));
                writeln!(table, "| {number}`{}` | {} |", finding.name, by.join(", ")).unwrap();
            }
        }
        table
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "for whoever runs it with `--nocapture`")]
fn the_page_tells_what_is_fragile() {
    let table = Sensitivity::measure().table();
    println!("{table}");
    assert!(super::page::PAGE.contains(&table), "docs/science.md should have this table:\n\n{table}");
}
