//! What is odd about a decision, and what is not said where too few people met it.

use amends::measurement::Refused;
use amends::measurement::dif::{Met, dif};
use amends::measurement::items::{
    Answer, Flag, Lengths, OptionFigures, Standing, flags, lengths, longest_is_best, options, rapid,
};

/// So many people who chose each of three options, the first the best; who chose the third does well elsewhere.
fn decision(counts: [usize; 3]) -> Vec<OptionFigures> {
    let answers: Vec<Answer> = counts
        .iter()
        .enumerate()
        .flat_map(|(option, count)| (0..*count).map(move |at| (option, at)))
        .map(|(option, at)| {
            let earned = if option == 0 { 3.0 } else { 0.0 };
            let elsewhere = [10.0, 4.0, 14.0][option] + (at % 3) as f64;
            Answer { option, earned, total: elsewhere + earned }
        })
        .collect();
    options(&answers, 3).unwrap()
}

#[test]
fn a_decision_is_flagged_by_the_thresholds() {
    let best = [true, false, false];
    let of = |counts: [usize; 3], difficulty: f64, r: Option<f64>| flags(difficulty, r, &decision(counts), &best);
    assert_eq!(of([20, 20, 1], 0.5, Some(0.3)), [Flag::Unbelieved { option: 2 }, Flag::DrawsTheAble { option: 2 }]);
    assert_eq!(of([20, 20, 0], 0.5, None), [Flag::Unbelieved { option: 2 }]);
    assert_eq!(of([20, 20, 0], 0.29, Some(0.19)), [Flag::TooHard, Flag::Low, Flag::Unbelieved { option: 2 }]);
    assert_eq!(of([20, 20, 0], 0.91, Some(0.09)), [Flag::TooEasy, Flag::Weak, Flag::Unbelieved { option: 2 }]);
    assert_eq!(of([20, 20, 0], 0.90, Some(-0.01)), [Flag::Negative, Flag::Unbelieved { option: 2 }]);
    assert_eq!(of([5, 4, 0], 0.1, Some(-0.9)), [], "nine people raise no flag");
    assert!(decision([5, 4, 0]).iter().all(|option| option.rest_correlation.is_none()), "and show no correlation");
    assert!(decision([5, 4, 1]).iter().all(|option| option.rest_correlation.is_some()));
    let standings = [9, 10, 29, 30].map(Standing::of);
    assert_eq!(standings, [Standing::TooFew, Standing::Provisional, Standing::Provisional, Standing::Firm]);
}

#[test]
fn texts_that_give_the_answer_away_are_found() {
    let even = lengths(&[10, 11, 10], 1).unwrap();
    assert!(even.even() && even.longest);
    let long = lengths(&[20, 8, 8], 0).unwrap();
    assert!(!long.even() && (long.ratio - 20.0 / 12.0).abs() < 1e-12);
    let level = lengths(&[10, 10], 0).unwrap();
    assert!(!level.longest, "as long as another is not the longest");
    assert!((longest_is_best(&[even, long, level, level]).unwrap() - 0.5).abs() < 1e-12);
    assert_eq!(lengths(&[0, 0], 0), Err(Refused::NoVariance));
    assert_eq!(lengths(&[3, 4], 2), Err(Refused::OutOfRange));
    assert_eq!(longest_is_best(&[] as &[Lengths]), Err(Refused::TooFew { have: 0, need: 1 }));
    // Forty words take ten seconds to read.
    let seconds: Vec<f64> = (0..20).map(|at| 9.0 + f64::from(at)).collect();
    assert_eq!((rapid(&seconds, 40), rapid(&seconds, 48)), (Ok(false), Ok(true)));
    assert_eq!(rapid(&seconds[..9], 40), Err(Refused::TooFew { have: 9, need: 10 }));
}

#[test]
fn a_wording_that_hurts_one_group_is_found_among_the_equally_able() {
    // Both groups are as able; an idiom makes every second of the focal group miss the decision.
    let people = |hurt: bool| -> Vec<Met> {
        (0..400_u32)
            .map(|at| {
                let focal = at % 2 == 0;
                let score = f64::from(at / 2 % 100);
                let able = at * 7919 % 100 < 30 + at / 2 % 100 / 2;
                Met { focal, right: able && !(hurt && focal && at / 2 % 2 == 0), score }
            })
            .collect()
    };
    let plain = dif(&people(false)).unwrap();
    assert!(!plain.flagged() && plain.interval.holds(0.0), "{plain:?}");
    let hurting = dif(&people(true)).unwrap();
    assert!(
        hurting.flagged() && hurting.delta < 0.0 && !hurting.interval.holds(0.0) && hurting.p < 0.01,
        "{hurting:?}"
    );
    assert_eq!(dif(&people(true)[..198]), Err(Refused::TooFew { have: 99, need: 100 }));
}
