//! Raters, as R and statsmodels see them.

use amends::measurement::Refused;
use amends::measurement::raters::{Form, Table, Weights, fleiss, intraclass};
use amends::measurement::scores::Scores;

use super::{TIGHT, Tally, cases, counts, csv, folder, json, number, rows};

#[test]
fn kappas_are_those_of_r_and_statsmodels() {
    let reference = json(&folder(), "reference_intervals.json");
    let cells = csv(&folder(), "raters.csv");
    let rated = |name: &str| -> Vec<usize> {
        let at = cells[0].iter().position(|one| one == name).unwrap();
        cells[1..].iter().map(|row| row[at].parse::<usize>().unwrap() - 1).collect()
    };
    let mut tally = Tally::new("Cohen's kappa", TIGHT);
    for case in cases(&reference["cohen_kappa"]) {
        let [first, second] = [0, 1].map(|at| rated(case["raters"][at].as_str().unwrap()));
        for (weights, key) in [(Weights::Equal, "kappa"), (Weights::Quadratic, "kappa_quadratic")] {
            tally.same(Table::of(&first, &second, 5).unwrap().kappa(weights).unwrap().kappa, number(&case[key]));
        }
    }
    let mut tally = Tally::new("Fleiss' kappa", TIGHT);
    for case in cases(&reference["fleiss_kappa"]) {
        let table: Vec<Vec<usize>> = case["counts"].as_array().unwrap().iter().map(counts).collect();
        tally.same(fleiss(&table).unwrap(), number(&case["kappa"]));
    }
}

#[test]
fn intraclass_correlations_are_those_of_r() {
    let mut tally = Tally::new("ICC with F, p, interval", TIGHT);
    for case in cases(&json(&folder(), "reference_intervals.json")["icc"]) {
        let ratings = Scores::new(rows(&case["matrix"])).unwrap();
        let forms = [
            (Form::OneOne, "icc_1_1"),
            (Form::TwoOne, "icc_2_1"),
            (Form::ThreeOne, "icc_3_1"),
            (Form::TwoAll, "icc_2_k"),
        ];
        for (form, key) in forms {
            let (got, expected) = (intraclass(&ratings, form, 0.95).unwrap(), &case[key]);
            tally.same(got.value, number(&expected["icc"]));
            tally.same(got.f, number(&expected["F"]));
            tally.same(got.freedom.0, number(&expected["df1"]));
            tally.same(got.freedom.1, number(&expected["df2"]));
            tally.same(got.p, number(&expected["p"]));
            tally.interval(got.interval, &expected["ci95"]);
        }
    }
}

#[test]
fn where_raters_cannot_disagree_there_is_no_figure() {
    let kappa = |second: &[usize]| Table::of(&[1, 1], second, 3).and_then(|table| table.kappa(Weights::Equal));
    assert_eq!(kappa(&[1, 1]), Err(Refused::NoVariance));
    assert_eq!(kappa(&[1, 3]), Err(Refused::OutOfRange));
    assert_eq!(kappa(&[1]), Err(Refused::Uneven));
    assert_eq!(fleiss(&[vec![3, 0], vec![3, 0]]), Err(Refused::NoVariance));
    assert_eq!(fleiss(&[vec![3, 0], vec![2, 0]]), Err(Refused::Uneven));
    // Whatever the values: what rounding leaves is no disagreement.
    for (things, raters) in (3..30).flat_map(|things| (2..8).map(move |raters| (things, raters))) {
        let same = Scores::new((1..=things).map(|at| vec![1.0 / f64::from(at); raters]).collect()).unwrap();
        for form in [Form::OneOne, Form::TwoOne, Form::ThreeOne, Form::TwoAll] {
            assert_eq!(intraclass(&same, form, 0.95), Err(Refused::NoVariance), "{form:?}, {things} by {raters}");
        }
    }
}
