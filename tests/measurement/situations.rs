//! People who met different situations.

use amends::measurement::generalizability::{
    Design, Kind, Observation, coefficient, crossed, more_needed, needed, nested, nested_sums, unbalanced,
};
use amends::measurement::scores::Scores;
use amends::measurement::summary::Sums;
use amends::measurement::{Refused, generalizability::Components};

use super::gold::six_people;
use super::{TIGHT, Tally, cases, counts, folder, json, number, numbers, rows};

fn observed(scores: &Scores) -> Vec<Observation> {
    let row = |(person, row): (usize, &Vec<f64>)| -> Vec<Observation> {
        row.iter().enumerate().map(|(situation, score)| Observation { person, situation, score: *score }).collect()
    };
    scores.rows().iter().enumerate().flat_map(row).collect()
}

fn close(one: &Components, other: &Components) -> bool {
    one.raw.iter().zip(other.raw).all(|(one, other)| (one - other).abs() < 1e-12)
        && (one.per_person - other.per_person).abs() < 1e-12
        && one.design == other.design
}

#[test]
fn hendersons_method_is_the_one_of_its_quadratic_forms() {
    let mut tally = Tally::new("Henderson 1 (per variance)", 1e-8);
    for case in cases(&json(&folder(), "reference_more.json")["henderson_1"]) {
        let (people, situations, scores) =
            (counts(&case["person"]), counts(&case["situation"]), numbers(&case["score"]));
        let observations: Vec<Observation> = people
            .iter()
            .zip(&situations)
            .zip(&scores)
            .map(|((person, situation), score)| Observation { person: *person, situation: *situation, score: *score })
            .collect();
        let got = unbalanced(&observations).unwrap();
        let expected = numbers(&case["parts"]);
        let size: f64 = expected.iter().map(|part| part.abs()).sum();
        got.raw.iter().zip(&expected).for_each(|(got, expected)| tally.same(got / size, expected / size));
        tally.same(got.per_person, number(&case["harmonic"]));
    }
}

#[test]
fn complete_data_give_what_the_analysis_of_variance_gives() {
    let scores = six_people();
    assert!(close(&unbalanced(&observed(&scores)).unwrap(), &crossed(&scores).unwrap()));
    // Whatever the order, and whatever people and situations are called.
    let mut renamed: Vec<Observation> = observed(&scores)
        .into_iter()
        .map(|one| Observation { person: 90 - one.person * 7, situation: one.situation * 100 + 3, ..one })
        .collect();
    renamed.reverse();
    assert!(close(&unbalanced(&renamed).unwrap(), &crossed(&scores).unwrap()));
}

/// Things as people and raters as situations: a comparison is worth ICC(3,1), a standard ICC(2,1), and the mean of four ICC(2,4), by R's
/// psych over the matrix of Shrout and Fleiss (1979).
#[test]
fn hard_situations_count_against_a_standard_and_not_against_a_comparison() {
    let mut tally = Tally::new("G and D study beside ICC", TIGHT);
    for case in cases(&json(&folder(), "reference_intervals.json")["icc"]) {
        let matrix = Scores::new(rows(&case["matrix"])).unwrap();
        let parts = crossed(&matrix).unwrap();
        tally.same(coefficient(&parts, Kind::Relative, 1).unwrap(), number(&case["icc_3_1"]["icc"]));
        if parts.negative() {
            // R keeps a part below 0, which no standard can be better for; here it is 0, and a standard as good as a comparison.
            tally.same(coefficient(&parts, Kind::Absolute, 1).unwrap(), number(&case["icc_3_1"]["icc"]));
            continue;
        }
        tally.same(coefficient(&parts, Kind::Absolute, 1).unwrap(), number(&case["icc_2_1"]["icc"]));
        tally.same(parts.present(Kind::Absolute).unwrap(), number(&case["icc_2_k"]["icc"]));
        let strict = parts.standard_error(Kind::Absolute, 4).unwrap().powi(2);
        let kind = parts.standard_error(Kind::Relative, 4).unwrap().powi(2);
        assert!((strict - kind - parts.situation / 4.0).abs() < 1e-12);
        assert!(needed(&parts, Kind::Absolute, 0.9).unwrap() > needed(&parts, Kind::Relative, 0.9).unwrap());
    }
    assert_eq!(tally.compared, 5);
}

#[test]
fn situations_of_ones_own_are_a_nested_design() {
    let own: Vec<Observation> = observed(&six_people())
        .into_iter()
        .map(|one| Observation { situation: one.person * 10 + one.situation, ..one })
        .collect();
    let got = unbalanced(&own).unwrap();
    assert_eq!(got.design, Design::Nested);
    assert!(close(&got, &nested(six_people().rows()).unwrap()));
    let sums: Vec<Sums> = six_people().rows().iter().map(|row| row.iter().copied().collect()).collect();
    assert!(close(&got, &nested_sums(&sums).unwrap()), "the scores need not be kept");
    // What was the situations' is now of the residual; a comparison is worth no more than a standard.
    let [relative, absolute] = [Kind::Relative, Kind::Absolute].map(|kind| coefficient(&got, kind, 4).unwrap());
    assert!((relative - absolute).abs() < 1e-12);
    // It is ICC(1,1), lengthened by four.
    let raters =
        amends::measurement::raters::intraclass(&six_people(), amends::measurement::raters::Form::OneOne, 0.95)
            .unwrap();
    let lengthened = amends::measurement::reliability::lengthened(raters.value, 4.0).unwrap();
    assert!((relative - lengthened).abs() < 1e-12);
}

#[test]
fn the_harmonic_mean_says_on_how_many_situations_a_mean_rests() {
    let got = nested(&[vec![1.0, 2.0, 4.0, 3.0], vec![5.0, 6.0], vec![9.0]]).unwrap();
    assert!((got.per_person - 3.0 / (0.25 + 0.5 + 1.0)).abs() < 1e-12);
    let goal = needed(&got, Kind::Absolute, 0.9).unwrap();
    assert_eq!(more_needed(&got, Kind::Absolute, 0.9), Ok(goal - 1), "1.7 situations are not yet two");
}

#[test]
fn people_who_do_not_differ_need_no_number_of_situations() {
    let same = nested(&[vec![1.0, 3.0], vec![3.0, 1.0], vec![2.0, 2.5]]).unwrap();
    assert!(same.negative());
    assert_eq!(needed(&same, Kind::Relative, 0.7), Err(Refused::NoVariance));
    assert_eq!(needed(&same, Kind::Relative, 1.0), Err(Refused::OutOfRange));
    assert!(coefficient(&same, Kind::Relative, 5).unwrap().abs() < 1e-12);
}
