//! Differences, trends, ranks and forecasts as R and Python have them.

use amends::measurement::effect::{
    brier, cohen_d, hedges_g, hedges_g_exact, kendall, line, log_loss, paired_t, retest_correlation, runs, shrink,
    standardised_change, theil_sen, welch,
};
use amends::measurement::{Refused, effect};
use serde_json::Value;

use super::{TIGHT, Tally, cases, folder, json, number, numbers};

fn tested(tally: &mut Tally, case: &Value, test: impl Fn(f64) -> effect::MeanTest) {
    let (wide, narrow) = (test(0.95), test(0.90));
    tally.same(wide.t, number(&case["t"]));
    tally.same(wide.freedom, number(&case["df"]));
    tally.same(wide.p, number(&case["p"]));
    tally.same(wide.difference, number(&case["mean_difference"]));
    tally.interval(wide.interval, &case["ci95"]);
    tally.interval(narrow.interval, &case["ci90"]);
}

#[test]
fn means_are_compared_as_in_r() {
    let reference = json(&folder(), "reference_intervals.json");
    let mut tally = Tally::new("Welch t", TIGHT);
    for case in cases(&reference["welch"]) {
        let (a, b) = (numbers(&case["a"]), numbers(&case["b"]));
        tested(&mut tally, case, |confidence| welch(&a, &b, confidence).unwrap());
    }
    let mut tally = Tally::new("paired t", TIGHT);
    for case in cases(&reference["paired_t"]) {
        let (a, b) = (numbers(&case["a"]), numbers(&case["b"]));
        tested(&mut tally, case, |confidence| paired_t(&a, &b, confidence).unwrap());
    }
    let mut tally = Tally::new("d, g, exact g", TIGHT);
    for case in cases(&reference["effect_size"]) {
        let (a, b) = (numbers(&case["a"]), numbers(&case["b"]));
        tally.same(cohen_d(&a, &b).unwrap(), number(&case["cohen_d"]));
        tally.same(hedges_g(&a, &b).unwrap(), number(&case["hedges_g"]));
        tally.same(hedges_g_exact(&a, &b).unwrap(), number(&case["hedges_g_exact"]));
    }
}

/// By numpy over the pairs before and after: mean change 5.125 over a deviation of 9.085…, and `corrcoef`.
#[test]
fn a_groups_change_is_told_in_deviations_of_the_first_attempts() {
    let reference = json(&folder(), "reference_intervals.json");
    let case = &cases(&reference["paired_t"])[0];
    let (first, second) = (numbers(&case["a"]), numbers(&case["b"]));
    let mut tally = Tally::new("change of a group", TIGHT);
    tally.same(standardised_change(&first, &second).unwrap(), 0.501_387_397_970);
    tally.same(retest_correlation(&first, &second).unwrap(), 0.912_442_630_638);
}

#[test]
fn lines_are_those_of_r_and_scipy() {
    let mut tally = Tally::new("OLS slope", TIGHT);
    for case in cases(&json(&folder(), "reference_intervals.json")["ols_slope"]) {
        let (x, y) = (numbers(&case["x"]), numbers(&case["y"]));
        let got = line(&x, &y, 0.95).unwrap();
        let pairs = [
            (got.intercept, "intercept"),
            (got.slope, "slope"),
            (got.error, "slope_se"),
            (got.t, "t"),
            (got.p, "p"),
            (got.freedom, "df"),
            (got.explained, "r_squared"),
        ];
        for (got, key) in pairs {
            tally.same(got, number(&case[key]));
        }
        tally.interval(got.interval, &case["slope_ci95"]);
        tally.interval(line(&x, &y, 0.90).unwrap().interval, &case["slope_ci90"]);
    }
    let mut tally = Tally::new("Theil-Sen", TIGHT);
    for case in cases(&json(&folder(), "reference_more.json")["theil_sen"]) {
        let got = theil_sen(&numbers(&case["x"]), &numbers(&case["y"]), number(&case["confidence"])).unwrap();
        tally.same(got.slope, number(&case["slope"]));
        tally.same(got.intercept, number(&case["intercept"]));
        tally.interval(got.interval, &case["interval"]);
    }
}

#[test]
fn ranks_and_forecasts_are_those_of_r_and_scikit_learn() {
    let reference = json(&folder(), "reference_intervals.json");
    let mut tally = Tally::new("Kendall tau-b", TIGHT);
    for case in cases(&reference["kendall_tau_b"]) {
        let got = kendall(&numbers(&case["x"]), &numbers(&case["y"])).unwrap();
        tally.same(got.tau, number(&case["tau_b"]));
        tally.same(got.p, number(&case["p_asymptotic"]));
    }
    let mut tally = Tally::new("Brier, log loss", TIGHT);
    for case in cases(&reference["forecast_scores"]) {
        let happened: Vec<bool> = numbers(&case["y"]).into_iter().map(|y| y > 0.5).collect();
        tally.same(brier(&numbers(&case["p"]), &happened).unwrap(), number(&case["brier"]));
        tally.same(log_loss(&numbers(&case["p"]), &happened).unwrap(), number(&case["log_loss"]));
    }
    assert_eq!(log_loss(&[0.0], &[true]), Err(Refused::OutOfRange));
    assert_eq!(log_loss(&[0.0, 1.0], &[false, true]), Ok(0.0));
}

/// The limits are the table of Anhøj and Olesen (2014): 10 useful points allow a run of 6 and ask for 2 crossings; 12: 7 and 3; 20: 7
/// and 6; 24: 8 and 8; 60: 9 and 23.
#[test]
fn runs_are_told_from_chance_by_the_published_limits() {
    for (points, longest, crossings) in [(10_usize, 6, 2), (12, 7, 3), (20, 7, 6), (24, 8, 8), (60, 9, 23)] {
        let series: Vec<f64> = (0..points).map(|at| (at % 2) as f64).collect();
        let got = runs(&series).unwrap();
        assert_eq!((got.longest_expected, got.crossings_expected), (longest, crossings), "{points} points");
        assert_eq!((got.longest, got.crossings), (1, points - 1));
        assert!(!got.shifted());
    }
    let stepped: Vec<f64> = (0..24).map(|at| f64::from(at / 12) + 0.01 * f64::from(at % 2)).collect();
    let got = runs(&stepped).unwrap();
    assert_eq!((got.longest, got.crossings), (12, 1));
    assert!(got.shifted());
    // A point on the median neither makes nor breaks a run.
    assert_eq!(runs(&[1., 1., 1., 1., 1., 2., 3., 3., 3., 3., 3.]).unwrap().useful, 10);
    assert_eq!(runs(&[1.0, 2.0, 3.0, 4.0, 5.0]), Err(Refused::TooFew { have: 4, need: 10 }));
}

#[test]
fn small_teams_are_drawn_further_towards_the_mean_of_all() {
    let teams = vec![
        vec![700.0, 720.0, 690.0, 710.0, 705.0, 715.0, 695.0, 702.0],
        vec![600.0, 640.0],
        vec![500.0, 560.0, 520.0, 530.0, 540.0],
    ];
    let got = shrink(&teams).unwrap();
    assert!(got[0].weight > got[2].weight && got[2].weight > got[1].weight, "{got:?}");
    for one in &got {
        assert!((0.0..=1.0).contains(&one.weight));
        assert!((one.shrunk - one.own).abs() > 0.0);
    }
    // Teams that differ less than chance makes people differ cannot be told apart.
    let alike = shrink(&[vec![1.0, 9.0, 5.0], vec![2.0, 8.0, 5.0], vec![4.0, 6.0, 5.0]]).unwrap();
    assert!(alike.iter().all(|one| one.weight < 1e-12 && (one.shrunk - 5.0).abs() < 1e-12), "{alike:?}");
}
