//! A reader who knows all the rules tries to work out what a table hides.

use amends::measurement::privacy::{Nobody, Shown, Table, list, may_differ, table};
use proptest::prelude::*;

/// What a shown cell allows: its number; 0 to 4; 5 or more, of which a few more than are there will do to look at.
fn allowed(shown: Shown, count: usize, all_held: bool, nobody: Nobody) -> std::ops::RangeInclusive<usize> {
    match shown {
        Shown::Count(count) => count..=count,
        Shown::Few => usize::from(nobody == Nobody::Told)..=4,
        Shown::Held if all_held => 0..=count + 2,
        Shown::Held => 5..=count.max(5) + 3,
    }
}

fn everything(table: &Table) -> impl Iterator<Item = Shown> {
    table.cells.iter().flatten().chain(&table.row_totals).chain(&table.column_totals).copied().chain([table.total])
}

/// A table as a list: the cells, then the totals of rows, of columns and of all.
fn flat(counts: &[Vec<usize>]) -> Vec<usize> {
    let columns = counts[0].len();
    let mut all: Vec<usize> = counts.iter().flatten().copied().collect();
    all.extend(counts.iter().map(|row| row.iter().sum::<usize>()));
    all.extend((0..columns).map(|at| counts.iter().map(|row| row[at]).sum::<usize>()));
    all.push(counts.iter().flatten().sum());
    all
}

/// Tries every table that would look the same, and gives back which cells and totals are hidden and yet the same in all of them.
fn worked_out(counts: &[Vec<usize>], shown: &Table, nobody: Nobody) -> Vec<usize> {
    let (rows, columns) = (counts.len(), counts[0].len());
    let truth = flat(counts);
    let look: Vec<Shown> = everything(shown).collect();
    let all_held = look.iter().all(|one| *one == Shown::Held);
    let ranges: Vec<_> = look.iter().zip(&truth).map(|(one, count)| allowed(*one, *count, all_held, nobody)).collect();
    let mut varies: Vec<bool> = look.iter().map(|one| matches!(one, Shown::Count(_))).collect();
    let mut guess: Vec<usize> = ranges[..rows * columns].iter().map(|range| *range.start()).collect();
    loop {
        let table: Vec<Vec<usize>> = guess.chunks(columns).map(<[usize]>::to_vec).collect();
        let values = flat(&table);
        if values.iter().zip(&ranges).all(|(value, range)| range.contains(value)) {
            varies
                .iter_mut()
                .zip(values.iter().zip(&truth))
                .for_each(|(varies, (value, truth))| *varies |= value != truth);
            if varies.iter().all(|varies| *varies) {
                return Vec::new();
            }
        }
        // The next one, as an odometer counts.
        let Some(at) = (0..guess.len()).find(|at| guess[*at] < *ranges[*at].end()) else { break };
        guess[at] += 1;
        guess[..at].iter_mut().zip(&ranges).for_each(|(value, range)| *value = *range.start());
    }
    (0..varies.len()).filter(|at| !varies[*at]).collect()
}

/// Narrows what each cell can be by every row and column in turn until nothing changes; gives back what has only one value left. It
/// may miss what takes two sums at once, and is quick for tables of any size.
fn narrowed(counts: &[Vec<usize>], shown: &Table, nobody: Nobody) -> usize {
    let (rows, columns) = (counts.len(), counts[0].len());
    let look: Vec<Shown> = everything(shown).collect();
    let mut ranges: Vec<(i64, i64)> = look
        .iter()
        .map(|one| match one {
            Shown::Count(count) => (i64::try_from(*count).unwrap(), i64::try_from(*count).unwrap()),
            Shown::Few => (i64::from(nobody == Nobody::Told), 4),
            Shown::Held => (5, 1_000_000),
        })
        .collect();
    let cell = |row: usize, column: usize| row * columns + column;
    let (row_total, column_total, total) =
        (|row: usize| rows * columns + row, |column: usize| rows * columns + rows + column, look.len() - 1);
    let mut sums: Vec<(Vec<usize>, usize)> = Vec::new();
    sums.extend((0..rows).map(|row| ((0..columns).map(|column| cell(row, column)).collect(), row_total(row))));
    sums.extend((0..columns).map(|column| ((0..rows).map(|row| cell(row, column)).collect(), column_total(column))));
    sums.push(((0..rows).map(row_total).collect(), total));
    sums.push(((0..columns).map(column_total).collect(), total));
    loop {
        let before = ranges.clone();
        for (parts, whole) in &sums {
            let (least, most) = parts.iter().fold((0, 0), |(a, b), at| (a + ranges[*at].0, b + ranges[*at].1));
            ranges[*whole] = (ranges[*whole].0.max(least), ranges[*whole].1.min(most));
            for at in parts {
                let (low, high) = ranges[*at];
                ranges[*at] = (low.max(ranges[*whole].0 - (most - high)), high.min(ranges[*whole].1 - (least - low)));
            }
        }
        if ranges == before {
            break;
        }
    }
    look.iter().zip(&ranges).filter(|(one, (low, high))| !matches!(one, Shown::Count(_)) && low == high).count()
}

/// Solves the sums for what is hidden as equations, and counts what they determine.
fn solved(counts: &[Vec<usize>], shown: &Table) -> usize {
    let (rows, columns) = (counts.len(), counts[0].len());
    let look: Vec<Shown> = everything(shown).collect();
    let hidden: Vec<usize> = (0..look.len()).filter(|at| !matches!(look[*at], Shown::Count(_))).collect();
    let mut equations: Vec<Vec<i64>> = Vec::new();
    let mut sum = |parts: Vec<usize>, whole: usize| {
        let mut equation = vec![0; look.len()];
        for at in parts {
            equation[at] = 1;
        }
        equation[whole] -= 1;
        equations.push(hidden.iter().map(|at| equation[*at]).collect());
    };
    (0..rows).for_each(|row| sum((0..columns).map(|column| row * columns + column).collect(), rows * columns + row));
    (0..columns).for_each(|column| {
        sum((0..rows).map(|row| row * columns + column).collect(), rows * columns + rows + column);
    });
    sum((0..rows).map(|row| rows * columns + row).collect(), look.len() - 1);
    sum((0..columns).map(|column| rows * columns + rows + column).collect(), look.len() - 1);
    // The equations of a network keep to −1, 0 and 1 as they are reduced.
    let mut rank = 0;
    for column in 0..hidden.len() {
        let Some(at) = (rank..equations.len()).find(|at| equations[*at][column] != 0) else { continue };
        equations.swap(rank, at);
        let pivot = equations[rank].clone();
        for (at, equation) in equations.iter_mut().enumerate() {
            if at != rank && equation[column] != 0 {
                let factor = equation[column] * pivot[column];
                equation.iter_mut().zip(&pivot).for_each(|(value, pivot)| *value -= factor * pivot);
            }
        }
        rank += 1;
    }
    equations.iter().filter(|equation| equation.iter().filter(|value| **value != 0).count() == 1).count()
}

/// Nothing below 5 is shown, and whatever is shown is true.
fn honest(counts: &[Vec<usize>], shown: &Table, nobody: Nobody) -> bool {
    let all_held = everything(shown).all(|one| one == Shown::Held);
    everything(shown).zip(flat(counts)).all(|(one, count)| match one {
        Shown::Count(shown) => shown == count && (count >= 5 || count == 0 && nobody == Nobody::Told),
        Shown::Few => count < 5 && (count > 0 || nobody == Nobody::Hidden),
        Shown::Held => count >= 5 || all_held,
    })
}

fn tables(
    rows: impl Into<prop::collection::SizeRange>,
    columns: usize,
    most: usize,
) -> impl Strategy<Value = Vec<Vec<usize>>> {
    let count = prop_oneof![2 => 0..5_usize, 3 => 5..=most];
    prop::collection::vec(prop::collection::vec(count, columns), rows)
}

fn nobody() -> impl Strategy<Value = Nobody> {
    prop_oneof![Just(Nobody::Told), Just(Nobody::Hidden)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_cell_of_two_by_two_can_be_worked_out(counts in tables(2, 2, 9), nobody in nobody()) {
        let shown = table(&counts, nobody).unwrap();
        prop_assert!(honest(&counts, &shown, nobody), "{:?}", shown);
        prop_assert_eq!(worked_out(&counts, &shown, nobody), Vec::<usize>::new(), "{:?}", shown);
    }

    #[test]
    fn no_cell_of_one_column_can_be_worked_out(counts in tables(1..6, 1, 8), nobody in nobody()) {
        let shown = table(&counts, nobody).unwrap();
        prop_assert!(honest(&counts, &shown, nobody), "{:?}", shown);
        prop_assert_eq!(worked_out(&counts, &shown, nobody), Vec::<usize>::new(), "{:?}", shown);
    }

    #[test]
    fn no_group_of_a_list_can_be_worked_out(counts in tables(1, 4, 8), nobody in nobody()) {
        let (groups, total) = list(&counts[0], nobody).unwrap();
        let apart = Table { cells: vec![groups.clone()], row_totals: vec![total], column_totals: groups, total };
        prop_assert!(honest(&counts, &apart, nobody), "{:?}", apart);
        prop_assert_eq!(worked_out(&counts, &apart, nobody), Vec::<usize>::new(), "{:?}", apart);
    }

    #[test]
    fn no_cell_of_a_large_table_falls_to_narrowing_or_to_equations(counts in tables(2..9, 6, 40), nobody in nobody()) {
        let shown = table(&counts, nobody).unwrap();
        prop_assert!(honest(&counts, &shown, nobody));
        if everything(&shown).any(|one| one != Shown::Held) {
            prop_assert_eq!(narrowed(&counts, &shown, nobody), 0, "{:?}", shown);
        }
        prop_assert_eq!(solved(&counts, &shown), 0, "{:?}", shown);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_cell_of_two_by_three_can_be_worked_out(counts in tables(2, 3, 7), nobody in nobody()) {
        let shown = table(&counts, nobody).unwrap();
        prop_assert!(honest(&counts, &shown, nobody), "{:?}", shown);
        prop_assert_eq!(worked_out(&counts, &shown, nobody), Vec::<usize>::new(), "{:?}", shown);
    }
}

/// The readers above do find what a careless table gives away: with the small cells alone hidden, the totals tell.
#[test]
fn hiding_small_cells_alone_would_not_do() {
    let counts = vec![vec![3, 9], vec![8, 7]];
    let [count, few] = [Shown::Count as fn(usize) -> Shown, |_| Shown::Few];
    let careless = Table {
        cells: vec![vec![few(3), count(9)], vec![count(8), count(7)]],
        row_totals: vec![count(12), count(15)],
        column_totals: vec![count(11), count(16)],
        total: count(27),
    };
    assert_eq!(worked_out(&counts, &careless, Nobody::Hidden), [0]);
    assert_eq!((narrowed(&counts, &careless, Nobody::Hidden), solved(&counts, &careless)), (1, 1));
    let careful = table(&counts, Nobody::Hidden).unwrap();
    assert_eq!(careful.cells, [[Shown::Few, Shown::Held], [Shown::Held, Shown::Held]]);
    assert_eq!(
        (careful.row_totals, careful.total),
        (vec![count(12), count(15)], count(27)),
        "totals stay where they can"
    );
    // Two cells of which one is 0 and the other 4 are known where their sum says so: a third has to go.
    let (groups, total) = list(&[0, 0, 6, 9, 30], Nobody::Hidden).unwrap();
    assert_eq!(groups, [Shown::Few, Shown::Few, Shown::Held, Shown::Count(9), Shown::Count(30)]);
    assert_eq!(total, Shown::Count(45));
    let (groups, _) = list(&[0, 0, 6, 9, 30], Nobody::Told).unwrap();
    assert_eq!(groups, [0, 0, 6, 9, 30].map(Shown::Count), "where nobody is no secret, nothing is hidden here");
}

#[test]
fn a_small_group_cannot_be_told_by_subtraction() {
    assert!(may_differ(20, 15) && may_differ(20, 20) && may_differ(20, 0) && may_differ(9, 0));
    for (all, some) in [(20, 16), (20, 19), (20, 4), (4, 4), (4, 0), (5, 6)] {
        assert!(!may_differ(all, some), "{all} and {some}");
    }
    // Four people: nothing of them is shown.
    let alone = table(&[vec![1, 1], vec![2, 0]], Nobody::Hidden).unwrap();
    assert!(everything(&alone).all(|one| !matches!(one, Shown::Count(_))));
}

/// Five rows of four ones: rows that are fewer than 5 and columns that are not leave but one table, whatever else is held back. So not
/// even that they are few is told.
#[test]
fn where_the_marks_themselves_would_tell_there_are_none() {
    let shown = table(&vec![vec![1; 4]; 5], Nobody::Hidden).unwrap();
    assert!(everything(&shown).all(|one| one == Shown::Held), "{shown:?}");
}

#[test]
fn a_table_of_hundreds_of_teams_is_done_in_a_moment() {
    let counts: Vec<Vec<usize>> =
        (0..300_usize).map(|row| (0..25).map(|column| (row * 31 + column * 17) % 23).collect()).collect();
    let shown = table(&counts, Nobody::Hidden).unwrap();
    assert!(honest(&counts, &shown, Nobody::Hidden));
    assert_eq!(
        (
            narrowed(&counts, &shown, Nobody::Hidden),
            solved(&counts[..20], &table(&counts[..20], Nobody::Hidden).unwrap())
        ),
        (0, 0)
    );
}
