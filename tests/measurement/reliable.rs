//! Reliability over data sets: the project's own small one, and the well-known ones where they are at hand.

use std::path::Path;

use amends::measurement::reliability::{
    alpha, feldt, item_figures, kr20, lambda2, lambda2_standardised, omega_total, standard_error, total_deviation,
};
use amends::measurement::scores::Scores;
use serde_json::Value;

use super::{TIGHT, Tally, count, csv, folder, json, number};
use crate::program::root;

/// What is compared, each with its own greatest difference.
struct Tallies {
    scale: Tally,
    lambda: Tally,
    interval: Tally,
    items: Tally,
    omega: Tally,
}

impl Tallies {
    fn new() -> Self {
        Self {
            scale: Tally::new("alpha, KR-20, SEM, totals", TIGHT),
            lambda: Tally::new("lambda 2", TIGHT),
            interval: Tally::new("Feldt", TIGHT),
            items: Tally::new("items of a scale", TIGHT),
            // An iterative fit: its reference says to compare within 1e-4.
            omega: Tally::new("omega total", 1e-4),
        }
    }
}

/// The table of an entry: its items, turned round where the entry says so.
fn table(folder: &Path, entry: &Value) -> Scores {
    let cells = csv(folder, entry["file"].as_str().unwrap());
    let names = |key: &str| -> Vec<String> {
        entry[key].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let turned = names("reversed");
    assert!(turned.is_empty() || entry["reverse_as"] == "7 - x");
    let columns: Vec<(usize, bool)> = names("items")
        .iter()
        .map(|name| (cells[0].iter().position(|one| one == name).unwrap(), turned.contains(name)))
        .collect();
    let cell = |row: &[String], (at, turned): (usize, bool)| {
        let value = row[at].parse::<f64>().ok();
        if turned { value.map(|value| 7.0 - value) } else { value }
    };
    let rows: Vec<Vec<Option<f64>>> =
        cells[1..].iter().map(|row| columns.iter().map(|column| cell(row, *column)).collect()).collect();
    assert_eq!(rows.len(), count(&entry["n_rows"]));
    let scores = Scores::complete(&rows).unwrap();
    assert_eq!((scores.people(), scores.items()), (count(&entry["n"]), count(&entry["k"])));
    assert_eq!(scores.left_out(), rows.len() - scores.people());
    scores
}

fn compare(folder: &Path, entry: &Value, tallies: &mut Tallies) {
    let scores = table(folder, entry);
    let sums = scores.comoments();
    let of_scale = alpha(&sums).unwrap();
    let deviation = total_deviation(&sums).unwrap();
    tallies.scale.same(of_scale, number(&entry["alpha"]));
    tallies.scale.same(sums.means().iter().sum(), number(&entry["total_mean"]));
    tallies.scale.same(deviation, number(&entry["total_sd"]));
    tallies.scale.same(standard_error(deviation, of_scale).unwrap(), number(&entry["sem"]));
    match kr20(&scores) {
        Ok(kr20) => tallies.scale.same(kr20, number(&entry["kr20"])),
        Err(_) => assert!(entry["kr20"].is_null()),
    }
    tallies.lambda.same(lambda2(&sums).unwrap(), number(&entry["lambda2"]));
    tallies.lambda.same(lambda2_standardised(&sums).unwrap(), number(&entry["lambda2_standardised"]));
    for (confidence, key) in [(0.95, "feldt_95"), (0.90, "feldt_90")] {
        let got = feldt(of_scale, scores.people(), scores.items(), confidence).unwrap();
        tallies.interval.interval(got, &entry[key]);
    }
    let best = vec![1.0; scores.items()];
    let figures = item_figures(&sums, &best).unwrap();
    let each =
        |of: fn(&amends::measurement::reliability::ItemFigures) -> f64| figures.iter().map(of).collect::<Vec<_>>();
    tallies.items.all(&each(|item| item.mean), &entry["item_mean"]);
    tallies.items.all(&each(|item| item.deviation), &entry["item_sd"]);
    tallies.items.all(&each(|item| item.rest_correlation.unwrap()), &entry["r_drop"]);
    tallies.items.all(&each(|item| item.alpha_if_dropped.unwrap()), &entry["alpha_if_dropped"]);
    if !entry["omega_total_1f"].is_null() {
        tallies.omega.same(omega_total(&sums).unwrap().total, number(&entry["omega_total_1f"]));
    }
}

#[test]
fn a_small_cohort_has_the_figures_of_the_formulas() {
    let reference = json(&folder(), "reference_small_cohort.json");
    compare(&folder(), &reference["datasets"]["small_cohort"], &mut Tallies::new());
}

#[test]
fn known_data_sets_have_the_figures_of_r() {
    let shared = root().join("../shared/psychometrics");
    if !shared.join("reference_ctt.json").exists() {
        println!("The data sets of R's psych are not at hand ({}): not compared.", shared.display());
        return;
    }
    let reference = json(&shared, "reference_ctt.json");
    let mut tallies = Tallies::new();
    let sets = reference["datasets"].as_object().unwrap();
    assert_eq!(sets.len(), 10);
    for entry in sets.values() {
        compare(&shared, entry, &mut tallies);
    }
    assert_eq!(tallies.omega.compared, 8);
}
