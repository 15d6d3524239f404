//! The worked examples that the project's notes on measurement fix, to the digits given there.

use amends::measurement::effect::{expected_retest, reliable_change};
use amends::measurement::generalizability::{Design, Kind, coefficient, crossed, more_needed, needed};
use amends::measurement::interval::wilson;
use amends::measurement::reliability::{alpha, feldt, item_figures, standard_error, total_deviation};
use amends::measurement::scores::Scores;

/// Six people, four decisions, levels 0 to 3.
pub fn six_people() -> Scores {
    let rows = ["2323", "1211", "3323", "2221", "0111", "3233"];
    Scores::new(rows.iter().map(|row| row.bytes().map(|digit| f64::from(digit - b'0')).collect()).collect()).unwrap()
}

#[track_caller]
fn to(digits: i32, got: f64, expected: f64) {
    let scale = 10_f64.powi(digits);
    assert!(
        (got * scale).round() / scale - expected < 1e-9 && expected - (got * scale).round() / scale < 1e-9,
        "{got}, not {expected}"
    );
}

#[test]
fn alpha_of_six_people() {
    let sums = six_people().comoments();
    let got = alpha(&sums).unwrap();
    to(4, got, 0.8993);
    let deviation = total_deviation(&sums).unwrap();
    to(3, deviation, 3.371);
    to(3, standard_error(deviation, got).unwrap(), 1.070);
    let figures = item_figures(&sums, &[3.0; 4]).unwrap();
    for (item, (difficulty, rest)) in
        figures.iter().zip([(0.611, 0.900), (0.722, 0.695), (0.611, 0.771), (0.667, 0.836)])
    {
        to(3, item.difficulty, difficulty);
        to(3, item.rest_correlation.unwrap(), rest);
    }
    let interval = feldt(got, 6, 4, 0.95).unwrap();
    to(4, interval.lower, 0.6399);
    to(4, interval.upper, 0.9843);
}

#[test]
fn six_people_over_other_situations() {
    let parts = crossed(&six_people()).unwrap();
    assert_eq!(parts.design, Design::Crossed);
    to(4, parts.person, 0.6389);
    to(4, parts.raw[1], -0.0222);
    assert!(parts.situation.abs() < 1e-12 && parts.negative());
    to(4, parts.residual, 0.2861);
    for (situations, expected) in [(4, 0.8993), (8, 0.9470), (12, 0.9640)] {
        to(4, coefficient(&parts, Kind::Relative, situations).unwrap(), expected);
        // Situations do not differ here, so a standard asks for no more than a comparison.
        to(4, coefficient(&parts, Kind::Absolute, situations).unwrap(), expected);
    }
    // With everybody in the same situations it is alpha.
    let of_scale = alpha(&six_people().comoments()).unwrap();
    assert!((parts.present(Kind::Relative).unwrap() - of_scale).abs() < 1e-12);
    // 8 reach .947 and 7 do not.
    let target = coefficient(&parts, Kind::Relative, 8).unwrap();
    assert_eq!(needed(&parts, Kind::Relative, target), Ok(8));
    assert_eq!(needed(&parts, Kind::Relative, target + 1e-6), Ok(9));
    assert_eq!(more_needed(&parts, Kind::Relative, target), Ok(4));
    assert_eq!(more_needed(&parts, Kind::Relative, 0.5), Ok(0));
}

#[test]
fn wilsons_interval_of_four_shares() {
    let cases = [(8, 10, 0.4902, 0.9433), (0, 5, 0.0, 0.4345), (5, 5, 0.5655, 1.0), (27, 40, 0.5202, 0.7992)];
    for (yes, people, lower, upper) in cases {
        let got = wilson(yes, people, 0.95).unwrap();
        to(4, got.lower, lower);
        to(4, got.upper, upper);
    }
}

#[test]
fn feldts_interval_of_three_alphas() {
    let cases = [(0.913, 873, 20, 0.9044, 0.9212), (0.83, 100, 20, 0.7776, 0.8748), (0.78, 40, 12, 0.6641, 0.8686)];
    for (alpha, people, items, lower, upper) in cases {
        let got = feldt(alpha, people, items, 0.95).unwrap();
        to(4, got.lower, lower);
        to(4, got.upper, upper);
    }
}

#[test]
fn a_rise_that_chance_would_make_is_no_progress() {
    to(9, expected_retest(60.0, 0.70, 40.0).unwrap(), 46.0);
    to(2, reliable_change(40.0, 55.0, 10.0, 0.70).unwrap(), 1.94);
}
