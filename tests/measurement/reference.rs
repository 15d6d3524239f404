//! Intervals, corrections, quantiles, options and bootstraps as R and Python have them.

use amends::measurement::adjust::{benjamini_hochberg, holm};
use amends::measurement::dif::{Stratum, of_strata};
use amends::measurement::interval::{self, Method, Plan, quantile, wilson};
use amends::measurement::items::{Answer, options};
use amends::measurement::reliability::{alpha, feldt, lengthened, needed_factor, total_deviation};
use amends::measurement::scores::Scores;
use serde_json::Value;

use super::{TIGHT, Tally, cases, count, counts, csv, folder, json, number, numbers};

#[test]
fn wilsons_interval_is_that_of_r() {
    let reference = json(&folder(), "reference_intervals.json");
    let mut tally = Tally::new("Wilson", TIGHT);
    for case in cases(&reference["wilson"]) {
        let got = wilson(count(&case["x"]), count(&case["n"]), number(&case["conf"])).unwrap();
        tally.same(got.lower, number(&case["lower"]));
        tally.same(got.upper, number(&case["upper"]));
    }
}

#[test]
fn lengthening_a_test_is_that_of_spearman_and_brown() {
    let reference = json(&folder(), "reference_intervals.json");
    let mut tally = Tally::new("Spearman-Brown", TIGHT);
    for case in cases(&reference["spearman_brown"]) {
        tally.same(lengthened(number(&case["r"]), number(&case["factor"])).unwrap(), number(&case["r_new"]));
    }
    for case in cases(&reference["spearman_brown"]["needed_factor"]) {
        let factor = needed_factor(number(&case["r"]), number(&case["target"])).unwrap();
        tally.same(factor, number(&case["factor"]));
        tally.same(lengthened(number(&case["r"]), factor).unwrap(), number(&case["target"]));
    }
}

#[test]
fn the_interval_of_alpha_is_that_of_scipy_for_large_cohorts_too() {
    let reference = json(&folder(), "reference_more.json");
    let mut tally = Tally::new("Feldt, 2 to 20,000 people", TIGHT);
    for case in cases(&reference["feldt"]) {
        let (people, items) = (count(&case["people"]), count(&case["items"]));
        let got = feldt(number(&case["alpha"]), people, items, number(&case["confidence"])).unwrap();
        // With two people and two items the interval has thousands: there a difference is one of the last digits.
        let size = |end: &Value| number(end).abs().max(1.0);
        tally.same(got.lower / size(&case["interval"][0]), number(&case["interval"][0]) / size(&case["interval"][0]));
        tally.same(got.upper / size(&case["interval"][1]), number(&case["interval"][1]) / size(&case["interval"][1]));
    }
}

#[test]
fn p_values_are_adjusted_as_in_r_and_statsmodels() {
    let mut tally = Tally::new("Benjamini-Hochberg", TIGHT);
    for case in cases(&json(&folder(), "reference_intervals.json")["benjamini_hochberg"]) {
        tally.all(&benjamini_hochberg(&numbers(&case["p"])).unwrap(), &case["adjusted"]);
    }
    let mut tally = Tally::new("Holm", TIGHT);
    for case in cases(&json(&folder(), "reference_more.json")["holm"]) {
        tally.all(&holm(&numbers(&case["p"])).unwrap(), &case["adjusted"]);
    }
}

#[test]
fn quantiles_are_of_type_7() {
    let mut tally = Tally::new("Quantiles, type 7", TIGHT);
    for case in cases(&json(&folder(), "reference_intervals.json")["quantile_type7"]) {
        let values = numbers(&case["x"]);
        let got: Vec<f64> =
            numbers(&case["probs"]).into_iter().map(|share| quantile(&values, share).unwrap()).collect();
        tally.all(&got, &case["values"]);
    }
}

#[test]
fn options_are_analysed_as_in_r() {
    let reference = json(&folder(), "reference_distractors.json");
    let (chosen, key) = (csv(&folder(), "choices.csv"), csv(&folder(), "choices_key.csv"));
    let right = |row: &[String], at: usize| f64::from(u8::from(row[at] == key[at + 1][1]));
    let scores: Vec<Vec<f64>> = chosen[1..].iter().map(|row| (0..8).map(|at| right(row, at)).collect()).collect();
    let table = Scores::new(scores.clone()).unwrap();
    let sums = table.comoments();
    let mut tally = Tally::new("Options (distractors)", TIGHT);
    tally.same(alpha(&sums).unwrap(), number(&reference["alpha"]));
    tally.same(sums.means().iter().sum(), number(&reference["total_mean"]));
    tally.same(total_deviation(&sums).unwrap(), number(&reference["total_sd"]));
    assert_eq!(count(&reference["n"]), table.people());
    let figures = amends::measurement::reliability::item_figures(&sums, &[1.0; 8]).unwrap();
    for (at, decision) in reference["decisions"].as_array().unwrap().iter().enumerate() {
        tally.same(figures[at].difficulty, number(&decision["p_correct"]));
        tally.same(figures[at].rest_correlation.unwrap(), number(&decision["r_drop"]));
        let answers: Vec<Answer> = chosen[1..]
            .iter()
            .zip(&scores)
            .map(|(row, scores)| Answer {
                option: usize::from(row[at].as_bytes()[0] - b'A'),
                earned: scores[at],
                total: scores.iter().sum(),
            })
            .collect();
        for (got, expected) in options(&answers, 4).unwrap().iter().zip(decision["options"].as_array().unwrap()) {
            assert_eq!(got.count, count(&expected["count"]));
            tally.same(got.share, number(&expected["proportion"]));
            let pairs = [
                (got.mean_total, &expected["mean_total"]),
                (got.mean_rest, &expected["mean_rest"]),
                (got.rest_correlation, &expected["r_pb_rest"]),
                (got.total_correlation, &expected["r_pb_total"]),
            ];
            for (got, expected) in pairs {
                assert_eq!(got.is_none(), expected.is_null());
                if let Some(got) = got {
                    tally.same(got, number(expected));
                }
            }
        }
    }
    assert!(tally.compared > 150);
}

#[test]
fn unequal_chances_are_found_as_in_statsmodels() {
    let mut tally = Tally::new("Mantel-Haenszel", TIGHT);
    for case in cases(&json(&folder(), "reference_more.json")["mantel_haenszel"]) {
        let strata: Vec<Stratum> = case["strata"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rows| (counts(&rows[0]), counts(&rows[1])))
            .map(|(reference, focal)| Stratum {
                reference_right: reference[0],
                reference_wrong: reference[1],
                focal_right: focal[0],
                focal_wrong: focal[1],
            })
            .collect();
        let got = of_strata(&strata).unwrap();
        tally.same(got.odds_ratio, number(&case["odds_ratio"]));
        tally.same(got.delta, -2.35 * number(&case["odds_ratio"]).ln());
        let half = (got.interval.upper - got.interval.lower) / 2.0;
        tally.same(half / 2.35 / 1.959_963_984_540_054, number(&case["log_error"]));
        tally.same(got.chi_squared, number(&case["chi_squared"]));
        tally.same(got.p, number(&case["p"]));
        assert_eq!(got.flagged(), got.delta.abs() >= 1.5);
    }
}

/// Two bootstraps with other generators agree as far as their draws let them. The end of an interval is a quantile of the draws; from
/// 20,000 of them its share of 2.5 % is known to ±0.0011, where a mean of these people has a density of about 0.2 per unit of a standard
/// error, so it moves by about 0.019 standard errors. Four times that is allowed.
#[test]
fn the_bootstrap_is_that_of_scipy_but_for_its_draws() {
    let reference = &json(&folder(), "reference_more.json")["bootstrap"];
    let (values, second) = (numbers(&reference["values"]), numbers(&reference["second"]));
    let plan = Plan { draws: 20_000, seed: 3, ..Plan::default() };
    let near = |got: &interval::Estimate, expected: &Value, method: Method| {
        let expected = numbers(expected);
        let allowed = 0.08 * (expected[1] - expected[0]) / 3.92;
        println!("{method:?}: {:?} beside {expected:?}, within {allowed:.3}", got.interval);
        assert_eq!(got.method, method);
        assert!((got.interval.lower - expected[0]).abs() < allowed, "{got:?} {expected:?}");
        assert!((got.interval.upper - expected[1]).abs() < allowed, "{got:?} {expected:?}");
    };
    near(&interval::mean(&values, &plan).unwrap(), &reference["bca"], Method::Bca);
    near(&interval::mean(&values[..15], &plan).unwrap(), &reference["percentile_of_first_15"], Method::Percentile);
    let difference = interval::difference_of_means(&values, &second, &plan).unwrap();
    near(&difference, &reference["difference"], Method::Bca);
}

#[test]
fn above_two_thousand_people_a_closed_form_is_used_and_named() {
    let reference = &json(&folder(), "reference_more.json")["large"];
    let (earned, best): (Vec<f64>, Vec<f64>) =
        (0..2500_u32).map(|at| (f64::from(37 * at % 101), 50.0 + f64::from(at % 60))).unzip();
    let pairs: Vec<(f64, f64)> = earned.iter().copied().zip(best.iter().copied()).collect();
    let plan = Plan::default();
    let mut tally = Tally::new("Closed forms over 2,000", TIGHT);
    let of_mean = interval::mean(&earned, &plan).unwrap();
    tally.interval(of_mean.interval, &reference["mean"]);
    let of_ratio = interval::ratio(&pairs, &plan).unwrap();
    tally.interval(of_ratio.interval, &reference["ratio"]);
    let of_difference = interval::difference_of_means(&earned, &best, &plan).unwrap();
    tally.interval(of_difference.interval, &reference["difference"]);
    let methods = [of_mean.method, of_ratio.method, of_difference.method];
    assert_eq!(methods, [Method::StudentT, Method::LinearisedRatio, Method::WelchT]);
    // With 2,000 people the bootstrap says nearly the same.
    let drawn = interval::ratio(&pairs[..2000], &Plan { draws: 500, ..plan }).unwrap();
    assert_eq!(drawn.method, Method::Bca);
    assert!((drawn.interval.lower - of_ratio.interval.lower).abs() < 0.02, "{drawn:?}");
}
