//! The figures of reports, held against those of R and Python and against what simulated cohorts show.
//!
//! `tests/data/psychometrics` holds the reference: figures of R's psych and stats, of pingouin, statsmodels, scikit-learn and scipy over
//! vectors made for the purpose and published numbers. Reliability is checked on well-known data sets too, whose licence (GPL) is not
//! this project's: they lie outside of the repository, in `../shared/psychometrics`, and where they are not, that test says so.

mod change;
mod decisions;
mod gold;
mod hiding;
mod hostile;
mod merging;
mod rated;
mod reference;
mod refusals;
mod reliable;
mod simulated;
mod situations;

use std::fs;
use std::path::{Path, PathBuf};

use amends::measurement::Interval;
use serde_json::Value;

use crate::program::root;

/// The reference, whose figures have ten significant digits.
const TIGHT: f64 = 1e-8;

fn folder() -> PathBuf {
    root().join("tests/data/psychometrics")
}

fn json(folder: &Path, name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

/// The cells of a file without quotes, the line of names first.
fn csv(folder: &Path, name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(folder.join(name)).unwrap();
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn count(value: &Value) -> usize {
    value.as_u64().unwrap() as usize
}

fn counts(value: &Value) -> Vec<usize> {
    value.as_array().unwrap().iter().map(count).collect()
}

fn rows(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().unwrap().iter().map(numbers).collect()
}

/// The cases of a section, of which there must be some.
fn cases(section: &Value) -> &Vec<Value> {
    let cases = section["cases"].as_array().unwrap();
    assert!(!cases.is_empty());
    cases
}

/// Keeps the greatest difference from the reference and says it at the end.
struct Tally {
    what: &'static str,
    tolerance: f64,
    greatest: f64,
    compared: usize,
}

impl Tally {
    fn new(what: &'static str, tolerance: f64) -> Self {
        Self { what, tolerance, greatest: 0.0, compared: 0 }
    }

    fn same(&mut self, got: f64, expected: f64) {
        let apart = (got - expected).abs();
        assert!(apart < self.tolerance, "{}: {got} instead of {expected}", self.what);
        self.greatest = self.greatest.max(apart);
        self.compared += 1;
    }

    fn all(&mut self, got: &[f64], expected: &Value) {
        let expected = numbers(expected);
        assert_eq!(got.len(), expected.len(), "{}", self.what);
        got.iter().zip(expected).for_each(|(got, expected)| self.same(*got, expected));
    }

    fn interval(&mut self, got: Interval, expected: &Value) {
        self.all(&[got.lower, got.upper], expected);
    }
}

impl Drop for Tally {
    fn drop(&mut self) {
        println!(
            "{:<28} {:>5} figures   {:.1e}   within {:.0e}",
            self.what, self.compared, self.greatest, self.tolerance
        );
    }
}
