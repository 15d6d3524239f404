//! Values of any size, in lists of any kind: the answer is a number or a refusal, never a `NaN`, never a crash.

use amends::measurement::effect::{
    cohen_d, expected_retest, hedges_g, hedges_g_exact, kendall, line, paired_t, reliable_change, runs, shrink, shrunk,
    theil_sen, welch,
};
use amends::measurement::generalizability::{Kind, Observation, coefficient, crossed, more_needed, unbalanced};
use amends::measurement::interval::{self, Estimate, Plan, quantile};
use amends::measurement::raters::{Form, intraclass};
use amends::measurement::reliability::{
    alpha, feldt, item_figures, kr20, lambda2, lambda2_standardised, lengthened, needed_factor, omega_total,
    split_half, standard_error, total_deviation,
};
use amends::measurement::scores::Scores;
use amends::measurement::{Interval, Result, dif, items};
use proptest::prelude::*;

fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => (0..4_u8).prop_map(f64::from),
        2 => -1000.0..1000.0_f64,
        1 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, -0.0, 1e-310, 1e-160, 1e-31, 1e-29, 1e29, -1e30, 1e155, f64::MAX, f64::NAN, f64::INFINITY]),
    ]
}

/// A whole list of one kind, or a mixture.
fn list() -> impl Strategy<Value = Vec<f64>> {
    prop_oneof![
        prop::collection::vec(any_value(), 0..14),
        prop::collection::vec((0..4_u8).prop_map(f64::from), 0..24),
        (any_value(), any_value()).prop_flat_map(|(size, step)| {
            prop::collection::vec((0..3_u8).prop_map(move |at| size + step * f64::from(at)), 0..14)
        }),
    ]
}

/// Every number of an answer.
fn sound(numbers: impl IntoIterator<Item = f64>) -> bool {
    numbers.into_iter().all(f64::is_finite)
}

fn one(answer: Result<f64>) -> bool {
    sound(answer)
}

fn both(interval: Interval) -> [f64; 2] {
    [interval.lower, interval.upper]
}

fn estimated(answer: Result<Estimate>) -> bool {
    answer.is_ok_and(|got| !sound(both(got.interval)) || !got.value.is_finite())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn of_two_lists(x in list(), y in list(), confidence in prop_oneof![Just(0.95), any::<f64>()], share in any::<f64>()) {
        let short = x.len().min(y.len());
        let (left, right) = (&x[..short], &y[..short]);
        for test in [welch(&x, &y, confidence), paired_t(left, right, confidence)].into_iter().flatten() {
            prop_assert!(sound([test.difference, test.t, test.freedom, test.p]) && sound(both(test.interval)), "{:?}", test);
        }
        for answer in [cohen_d(&x, &y), hedges_g(&x, &y), hedges_g_exact(&x, &y), split_half(left, right), quantile(&x, share)] {
            prop_assert!(one(answer), "{:?}", answer);
        }
        if let Ok(got) = line(left, right, confidence) {
            let plain = [got.intercept, got.slope, got.error, got.t, got.p, got.explained];
            prop_assert!(sound(plain) && sound(both(got.interval)), "{:?}", got);
        }
        if let Ok(got) = theil_sen(left, right, confidence) {
            prop_assert!(sound([got.slope, got.intercept]) && sound(both(got.interval)), "{:?}", got);
        }
        if let Ok(got) = kendall(left, right) {
            prop_assert!(sound([got.tau, got.p]), "{:?}", got);
        }
        if let Ok(got) = runs(&x) {
            prop_assert!(got.longest <= got.useful && got.median.is_finite());
        }
        for team in shrink(&[x.clone(), y.clone(), x.iter().chain(&y).copied().collect()]).into_iter().flatten() {
            prop_assert!(sound([team.own, team.weight, team.shrunk]), "{:?}", team);
        }
        let plan = Plan { draws: 100, confidence, ..Plan::default() };
        let pairs: Vec<(f64, f64)> = left.iter().copied().zip(right.iter().copied()).collect();
        prop_assert!(!estimated(interval::mean(&x, &plan)));
        prop_assert!(!estimated(interval::ratio(&pairs, &plan)));
        prop_assert!(!estimated(interval::difference_of_means(&x, &y, &plan)));
        let people: Vec<dif::Met> = (0..220).map(|at| dif::Met { focal: at % 2 == 0, right: at % 3 == 0, score: x.get(at % 14).copied().unwrap_or(1.0) }).collect();
        if let Ok(got) = dif::dif(&people) {
            prop_assert!(sound([got.delta, got.odds_ratio, got.chi_squared, got.p]) && sound(both(got.interval)), "{:?}", got);
        }
        let answers: Vec<items::Answer> = pairs.iter().enumerate().map(|(at, (earned, total))| items::Answer { option: at % 3, earned: *earned, total: *total }).collect();
        for option in items::options(&answers, 3).into_iter().flatten() {
            let all = [option.mean_total, option.mean_rest, option.rest_correlation, option.total_correlation];
            prop_assert!(sound(all.into_iter().flatten()), "{:?}", option);
        }
    }

    #[test]
    fn of_a_table(cells in prop_oneof![prop::collection::vec(any_value(), 36), prop::collection::vec((0..4_u8).prop_map(f64::from), 36)], columns in 1..7_usize, gaps in any::<u64>()) {
        let kept = cells.len() / columns * columns;
        let rows: Vec<Vec<f64>> = cells[..kept].chunks(columns).map(<[f64]>::to_vec).collect();
        let observations: Vec<Observation> = cells
            .iter()
            .enumerate()
            .filter(|(at, _)| gaps >> at & 1 == 0)
            .map(|(at, score)| Observation { person: at / columns, situation: at % columns, score: *score })
            .collect();
        let mut parts = vec![unbalanced(&observations)];
        if let Ok(scores) = Scores::new(rows) {
            parts.push(crossed(&scores));
            let sums = scores.comoments();
            for answer in [alpha(&sums), lambda2(&sums), lambda2_standardised(&sums), kr20(&scores), total_deviation(&sums), omega_total(&sums).map(|omega| omega.total)] {
                prop_assert!(one(answer), "{:?}", answer);
            }
            for item in item_figures(&sums, &vec![3.0; columns]).into_iter().flatten() {
                let plain = [item.mean, item.deviation, item.difficulty];
                prop_assert!(sound(plain) && sound(item.rest_correlation) && sound(item.alpha_if_dropped), "{:?}", item);
            }
            for form in [Form::OneOne, Form::TwoOne, Form::ThreeOne, Form::TwoAll] {
                if let Ok(got) = intraclass(&scores, form, 0.95) {
                    prop_assert!(sound([got.value, got.f, got.p]) && sound(both(got.interval)), "{:?}", got);
                }
            }
        }
        for parts in parts.into_iter().flatten() {
            prop_assert!(sound([parts.person, parts.situation, parts.residual, parts.per_person]), "{:?}", parts);
            for kind in [Kind::Relative, Kind::Absolute] {
                prop_assert!(one(coefficient(&parts, kind, 5)) && one(parts.present(kind)));
                let _ = more_needed(&parts, kind, 0.8);
            }
        }
    }

    #[test]
    fn of_single_numbers(a in any_value(), b in any_value(), c in any_value(), d in any_value(), n in 0..5_usize) {
        let answers = [
            lengthened(a, b), needed_factor(a, b), expected_retest(a, b, c), reliable_change(a, b, c, d), standard_error(a, b),
            shrunk(a, n, b, c, d).map(|got| got.shrunk),
        ];
        for (at, answer) in answers.into_iter().enumerate() {
            prop_assert!(one(answer), "{}: {:?}", at, answer);
        }
        if let Ok(got) = feldt(a, n, n, b) {
            prop_assert!(sound(both(got)), "{:?}", got);
        }
    }
}
