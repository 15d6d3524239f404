//! A report over parts is the report over the whole.

use amends::measurement::reliability::{alpha, lambda2};
use amends::measurement::scores::Scores;
use amends::measurement::summary::{Comoments, Sums};
use proptest::prelude::*;

/// Values of very different size, as attempts in milliseconds and levels from 0 to 3 are.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![-3.0..3.0_f64, 0.0..1000.0_f64, 9e5..1e6_f64]
}

fn near(one: f64, other: f64, size: f64) -> bool {
    (one - other).abs() <= 1e-9 * size.max(1.0)
}

proptest! {
    #[test]
    fn sums_of_parts_in_any_order_are_the_sums_of_the_whole(
        parts in prop::collection::vec(prop::collection::vec(value(), 0..20), 1..8),
        order in any::<u64>(),
    ) {
        let whole: Sums = parts.iter().flatten().copied().collect();
        let mut shuffled: Vec<Sums> = parts.iter().map(|part| part.iter().copied().collect()).collect();
        let turn = order as usize % shuffled.len();
        shuffled.rotate_left(turn);
        if order % 2 == 0 {
            shuffled.reverse();
        }
        let mut merged = Sums::default();
        for part in &shuffled {
            merged.merge(part);
        }
        // And as a tree, two by two.
        while shuffled.len() > 1 {
            let last = shuffled.pop().unwrap();
            let at = order as usize % shuffled.len();
            shuffled[at].merge(&last);
        }
        for one in [merged, shuffled[0]] {
            prop_assert_eq!(one.count(), whole.count());
            let size = parts.iter().flatten().fold(0.0_f64, |size, value| size.max(value.abs()));
            prop_assert!(near(one.mean().unwrap_or(0.0), whole.mean().unwrap_or(0.0), size));
            prop_assert!(near(one.variance().unwrap_or(0.0), whole.variance().unwrap_or(0.0), size * size));
        }
        // The whole is that of the plain formulas.
        let all: Vec<f64> = parts.concat();
        if all.len() > 1 {
            let mean = all.iter().sum::<f64>() / all.len() as f64;
            let variance = all.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (all.len() - 1) as f64;
            prop_assert!(near(whole.mean().unwrap(), mean, mean.abs()));
            prop_assert!(near(whole.variance().unwrap(), variance, variance));
        }
    }

    #[test]
    fn comoments_and_what_comes_of_them_do_not_depend_on_the_parts(
        people in prop::collection::vec(prop::collection::vec(0..4_u8, 4), 6..40),
        cut in any::<prop::sample::Index>(),
    ) {
        let rows: Vec<Vec<f64>> = people.iter().map(|row| row.iter().copied().map(f64::from).collect()).collect();
        let whole = Scores::new(rows.clone()).unwrap().comoments();
        let (mut first, mut second) = (Comoments::new(4), Comoments::new(4));
        for (at, row) in rows.iter().enumerate() {
            if at < cut.index(rows.len()) { first.push(row).unwrap() } else { second.push(row).unwrap() }
        }
        let mut one = first.clone();
        one.merge(&second).unwrap();
        second.merge(&first).unwrap();
        for merged in [&one, &second] {
            prop_assert_eq!(merged.count(), whole.count());
            let pairs = [(alpha(merged), alpha(&whole)), (lambda2(merged), lambda2(&whole)), (merged.correlation(0, 3), whole.correlation(0, 3))];
            for (got, expected) in pairs {
                match (got, expected) {
                    // Far from nothing, where a digit of rounding is not the whole of it.
                    (Ok(got), Ok(expected)) if expected.abs() < 100.0 => prop_assert!(near(got, expected, 1.0)),
                    (got, expected) => prop_assert_eq!(got.is_ok(), expected.is_ok()),
                }
            }
        }
    }
}

#[test]
fn sums_survive_being_stored() {
    let mut sums = Comoments::new(2);
    sums.push(&[1.0, 2.0]).unwrap();
    sums.push(&[0.1, 1.0 / 3.0]).unwrap();
    let text = serde_json::to_string(&sums).unwrap();
    let mut read: Comoments = serde_json::from_str(&text).unwrap();
    // But for the last digit of a number written as text.
    assert!(read.means().iter().zip(sums.means()).all(|(one, other)| near(*one, *other, 1.0)), "{read:?}");
    read.push(&[0.3, 0.3]).unwrap();
    sums.push(&[0.3, 0.3]).unwrap();
    assert_eq!(read.count(), 3);
    assert!(near(read.correlation(0, 1).unwrap(), sums.correlation(0, 1).unwrap(), 1.0));
}
