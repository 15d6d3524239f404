//! What the endings may be worth: a range with its assumptions, from the priors of the room `impact`, never about one person.

use super::text::{Line, whole};
use super::{Bar, Desk, change};
use crate::customer::Outcome;
use crate::impact::{self, Estimate, FEWEST};
use crate::report::summary::Mark;

pub(super) fn worth(desk: &Desk<'_>, bars: &[Bar]) -> Vec<Line> {
    if desk.is_own() || bars.is_empty() {
        return Vec::new();
    }
    let mut endings = [0_u64; 5];
    for person in &desk.people {
        for (sum, more) in endings.iter_mut().zip(person.outcomes) {
            *sum += more;
        }
    }
    let pen = &desk.pen;
    let Some(staying) = impact::staying(endings) else {
        return vec![pen.line("report-worth-few", &[("n", FEWEST.into())])];
    };
    let (low, high) = impact::worth(Outcome::ReturnsAndRefers).staying.of_a_hundred();
    let staying = pen.span(&whole(staying.low), &whole(staying.high));
    let values = [("staying", (&staying).into()), ("low", low.into()), ("high", high.into())];
    let mut lines = vec![pen.line("report-worth", &values)];
    lines.extend(in_money(desk));
    lines.push(pen.line("report-worth-opinion", &[]));
    lines
}

fn in_money(desk: &Desk<'_>) -> Vec<Line> {
    let pen = &desk.pen;
    let Some(figures) = desk.inputs.figures else { return vec![pen.line("report-money-how", &[])] };
    let (paired, marks) = change::measures(&desk.people, desk.fewest());
    if !paired {
        return vec![pen.line("report-money-unpaired", &[])];
    }
    let count = |of: &dyn Fn(&(&Mark, &Mark)) -> Option<Outcome>| {
        let mut counts = [0_u64; 5];
        for rank in marks.iter().filter_map(of).map(|outcome| usize::from(outcome.rank())) {
            if let Some(count) = counts.get_mut(rank) {
                *count += 1;
            }
        }
        counts
    };
    match impact::estimate(count(&|marks| marks.0.outcome), count(&|marks| marks.1.outcome), figures) {
        None => vec![pen.line("report-money-few", &[("n", FEWEST.into())])],
        Some(found) => told(desk, &found, figures),
    }
}

fn told(desk: &Desk<'_>, found: &Estimate, figures: impact::Figures) -> Vec<Line> {
    let pen = &desk.pen;
    let net = [found.net.low, found.net.high, found.net.middle].map(|net| pen.money(net));
    let [low, high, middle] = &net;
    let loses = pen.percent(found.loses * 100.0);
    let values = [("low", low.into()), ("high", high.into()), ("middle", middle.into()), ("loses", (&loses).into())];
    let mut lines = vec![pen.line("report-money", &values)];
    lines.extend(found.break_even.map(|share| match share {
        share if share > 1.0 => pen.line("report-money-never", &[]),
        share => pen.line("report-money-even", &[("share", (&pen.percent(share * 100.0)).into())]),
    }));
    let given = [figures.contacts, figures.margin, figures.cost.0, figures.cost.1].map(|figure| pen.sum(figure));
    let [contacts, margin, least, most] = &given;
    let (draws, seed) = (pen.grouped(found.draws as u64), impact::SEED.to_string());
    let values = [
        ("contacts", contacts.into()),
        ("margin", margin.into()),
        ("least", least.into()),
        ("most", most.into()),
        ("draws", (&draws).into()),
        ("seed", (&seed).into()),
    ];
    lines.push(pen.line("report-money-assumed", &values));
    let most: Vec<String> = found
        .sensitivity
        .iter()
        .take(3)
        .map(|(name, correlation)| {
            pen.with(&pen.text(&format!("report-money-input-{name}")), &pen.fraction(*correlation))
        })
        .collect();
    lines.push(pen.line("report-money-decides", &[("inputs", (&most.join("; ")).into())]));
    lines
}
