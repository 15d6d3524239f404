//! Whatever cannot be said is refused with its reason; no figure is ever a `NaN`.

use amends::measurement::effect::{
    brier, cohen_d, expected_retest, kendall, line, paired_t, reliable_change, shrink, shrunk, theil_sen, welch,
};
use amends::measurement::generalizability::{Observation, crossed, nested, unbalanced};
use amends::measurement::interval::{self, Plan, bootstrap, quantile, wilson};
use amends::measurement::reliability::{
    alpha, feldt, item_figures, kr20, lengthened, needed_factor, omega_total, split_half,
};
use amends::measurement::scores::Scores;
use amends::measurement::summary::{Comoments, Sums};
use amends::measurement::{Refused, adjust, privacy};

const FEW: Refused = Refused::TooFew { have: 1, need: 2 };

#[test]
fn too_few_are_told_how_many_are_needed() {
    let one = Scores::new(vec![vec![1.0, 2.0]]).unwrap();
    assert_eq!(alpha(&one.comoments()), Err(FEW));
    assert_eq!(kr20(&one), Err(FEW));
    assert_eq!(crossed(&one), Err(FEW));
    assert_eq!(welch(&[1.0], &[1.0, 2.0], 0.95), Err(FEW));
    assert_eq!(cohen_d(&[1.0], &[1.0, 2.0]), Err(FEW));
    assert_eq!(paired_t(&[1.0], &[2.0], 0.95), Err(FEW));
    assert_eq!(line(&[1.0, 2.0], &[1.0, 2.0], 0.95), Err(Refused::TooFew { have: 2, need: 3 }));
    assert_eq!(theil_sen(&[1.0; 3], &[1.0; 3], 0.95), Err(Refused::TooFew { have: 3, need: 4 }));
    assert_eq!(kendall(&[1.0; 2], &[1.0; 2]).unwrap_err(), Refused::TooFew { have: 2, need: 3 });
    assert_eq!(wilson(0, 0, 0.95), Err(Refused::TooFew { have: 0, need: 1 }));
    assert_eq!(quantile(&[], 0.5), Err(Refused::TooFew { have: 0, need: 1 }));
    assert_eq!(brier(&[], &[]), Err(Refused::TooFew { have: 0, need: 1 }));
    assert_eq!(shrink(&[vec![1.0, 2.0]]), Err(FEW));
    assert_eq!(nested(&[vec![1.0], vec![2.0]]), Err(Refused::TooFew { have: 2, need: 3 }));
    assert_eq!(
        omega_total(&Scores::new(vec![vec![1.0; 3]; 2]).unwrap().comoments()),
        Err(Refused::TooFew { have: 2, need: 3 })
    );
    assert_eq!(Scores::new(Vec::new()), Err(Refused::TooFew { have: 0, need: 1 }));
    assert_eq!(Scores::complete([[Some(1.0), None]]), Err(Refused::TooFew { have: 0, need: 1 }));
    assert_eq!(privacy::table(&[], privacy::Nobody::Told), Err(Refused::TooFew { have: 0, need: 1 }));
    let nine: Vec<f64> = (0..9).map(f64::from).collect();
    let few = Refused::TooFew { have: 9, need: 10 };
    let plan = Plan::default();
    assert_eq!(interval::mean(&nine, &plan), Err(few));
    assert_eq!(interval::ratio(&nine.iter().map(|v| (*v, 9.0)).collect::<Vec<_>>(), &plan), Err(few));
    assert_eq!(interval::difference_of_means(&nine, &[1.0; 12], &plan), Err(few));
    assert_eq!(bootstrap(&nine, &plan, |_| Ok(1.0)), Err(few));
    let scarce = Plan { draws: 99, ..plan };
    assert_eq!(interval::mean(&[1.0, 2.0].repeat(8), &scarce), Err(Refused::TooFew { have: 99, need: 100 }));
}

#[test]
fn where_nothing_varies_nothing_can_be_told_apart() {
    let same = Scores::new(vec![vec![0.1, 0.7, 0.3]; 7]).unwrap();
    let sums = same.comoments();
    let none = Refused::NoVariance;
    assert_eq!(alpha(&sums), Err(none));
    assert_eq!(omega_total(&sums), Err(none));
    assert_eq!(crossed(&Scores::new(vec![vec![0.1; 3]; 7]).unwrap()), Err(none));
    assert!(item_figures(&sums, &[1.0; 3]).unwrap().iter().all(|item| item.rest_correlation.is_none()));
    assert_eq!(welch(&[0.1; 5], &[0.3; 4], 0.95), Err(none));
    assert_eq!(cohen_d(&[0.1; 5], &[0.3; 4]), Err(none));
    assert_eq!(paired_t(&[0.1, 0.2, 0.7], &[0.1, 0.2, 0.7], 0.95), Err(none));
    assert_eq!(line(&[0.1; 4], &[1.0, 2.0, 3.0, 4.0], 0.95), Err(none));
    assert_eq!(line(&[1.0, 2.0, 3.0, 4.0], &[0.1; 4], 0.95), Err(none));
    assert_eq!(
        line(&[1.0, 2.0, 3.0, 4.0], &[0.1, 0.2, 0.3, 0.4], 0.95),
        Err(none),
        "a perfect line says nothing of its error"
    );
    assert_eq!(theil_sen(&[0.1; 4], &[1.0, 2.0, 3.0, 4.0], 0.95), Err(none));
    assert_eq!(kendall(&[0.1; 4], &[1.0, 2.0, 3.0, 4.0]), Err(none));
    assert_eq!(split_half(&[0.1; 4], &[1.0, 2.0, 3.0, 4.0]), Err(none));
    assert_eq!(interval::mean(&[0.7; 25], &Plan::default()), Err(none));
    assert_eq!(interval::mean(&vec![0.7; 2500], &Plan::default()), Err(none));
    assert_eq!(shrunk(1.0, 5, 0.0, 0.0, 0.0), Err(none));
    assert_eq!(reliable_change(1.0, 2.0, 0.0, 0.5), Err(none));
    // Opposite answers: the total is the same for everybody.
    assert_eq!(
        alpha(&Scores::new(vec![vec![1.0, 3.0], vec![3.0, 1.0], vec![0.3, 3.7]]).unwrap().comoments()),
        Err(none)
    );
}

#[test]
fn what_lies_outside_of_its_range_is_refused() {
    let out = Refused::OutOfRange;
    assert_eq!(wilson(6, 5, 0.95), Err(out));
    for confidence in [0.0, 1.0, f64::NAN, -1.0] {
        assert_eq!(wilson(3, 5, confidence), Err(out));
        assert_eq!(feldt(0.8, 10, 4, confidence), Err(out));
        assert_eq!(welch(&[1.0, 2.0], &[3.0, 5.0], confidence), Err(out));
        assert_eq!(interval::mean(&[1.0, 2.0].repeat(8), &Plan { confidence, ..Plan::default() }), Err(out));
    }
    assert_eq!(feldt(1.2, 10, 4, 0.95), Err(out));
    assert_eq!(quantile(&[1.0], 1.1), Err(out));
    assert_eq!(lengthened(0.5, 0.0), Err(out));
    assert_eq!(lengthened(-0.6, 4.0), Err(out));
    assert_eq!((needed_factor(0.0, 0.7), needed_factor(0.5, 1.0)), (Err(out), Err(out)));
    assert_eq!(expected_retest(60.0, 1.1, 40.0), Err(out));
    assert_eq!(reliable_change(1.0, 2.0, 1.0, 1.0), Err(out));
    assert_eq!(brier(&[1.1], &[true]), Err(out));
    assert_eq!((adjust::holm(&[1.1]), adjust::benjamini_hochberg(&[f64::NAN])), (Err(out), Err(out)));
    assert_eq!(kr20(&Scores::new(vec![vec![0.0, 2.0], vec![1.0, 0.0]]).unwrap()), Err(out));
    assert_eq!(interval::ratio(&[(1.0, -1.0); 12], &Plan::default()), Err(out));
    assert_eq!(Comoments::new(2).correlation(0, 1), Err(Refused::TooFew { have: 0, need: 2 }));
}

#[test]
fn what_is_no_number_never_gets_in() {
    let not = Refused::NotANumber;
    let mut sums: Sums = [1.0, f64::NAN, 3.0, f64::INFINITY].into_iter().collect();
    assert_eq!((sums.count(), sums.mean(), sums.push(f64::NAN)), (2, Some(2.0), Err(not)));
    assert_eq!(Comoments::new(1).push(&[f64::NAN]), Err(not));
    assert_eq!(Comoments::new(1).push(&[1.0, 2.0]), Err(Refused::Uneven));
    assert_eq!(Scores::new(vec![vec![f64::NAN]]), Err(not));
    assert_eq!(Scores::new(vec![vec![1.0], vec![1.0, 2.0]]), Err(Refused::Uneven));
    assert_eq!(welch(&[1.0, f64::NAN], &[1.0, 2.0], 0.95), Err(not));
    assert_eq!(interval::mean(&[f64::NAN; 12], &Plan::default()), Err(not));
    assert_eq!(quantile(&[f64::NAN], 0.5), Err(not));
    let score = |person, score| Observation { person, situation: 0, score };
    assert_eq!(unbalanced(&[score(0, 1.0), score(1, f64::NAN)]), Err(not));
    assert_eq!(paired_t(&[1.0], &[1.0, 2.0], 0.95), Err(Refused::Uneven));
}

#[test]
fn a_figure_that_fails_for_too_many_samples_is_refused() {
    let people: Vec<f64> = (0..30).map(f64::from).collect();
    let picky =
        |sample: &[&f64]| if sample.iter().any(|one| **one < 0.5) { Ok(*sample[0]) } else { Err(Refused::NoVariance) };
    assert_eq!(bootstrap(&people, &Plan::default(), picky), Err(Refused::NoSolution));
    // A factor that would have to explain more than everything of an item.
    let heywood = Scores::new(vec![
        vec![1.0, 1.0, 1.0],
        vec![2.0, 2.0, 1.5],
        vec![3.0, 1.0, 4.0],
        vec![4.0, 4.5, 4.0],
        vec![5.0, 2.0, 6.0],
        vec![6.0, 7.0, 5.0],
    ])
    .unwrap();
    assert_eq!(omega_total(&heywood.comoments()), Err(Refused::NoSolution));
}
