//! What the endings may be worth: a range with its assumptions, from the priors of the room `impact`, never about one person.

use super::text::{Line, figure, money, percent, say, strong, sum, whole};
use super::{Desk, change, words};
use crate::customer::Outcome;
use crate::impact::{self, Estimate, FEWEST};
use crate::report::summary::Mark;

pub(super) fn worth(desk: &Desk<'_>) -> Vec<Line> {
    if desk.is_own() {
        return Vec::new();
    }
    let mut endings = [0_u64; 5];
    for person in &desk.people {
        for (sum, more) in endings.iter_mut().zip(person.outcomes) {
            *sum += more;
        }
    }
    let Some(staying) = impact::staying(endings) else {
        return vec![words(format!("What these endings may be worth is not estimated below {FEWEST} conversations."))];
    };
    let (low, high) = impact::worth(Outcome::ReturnsAndRefers).staying.of_a_hundred();
    let mut lines = vec![vec![
        say("Of 100 customers with endings like these, perhaps "),
        figure(format!("{} to {}", whole(staying.low), whole(staying.high)), "how-worth"),
        say(format!(
            " are still customers a year later; if every one of them had come back content, {low} to {high}. "
        )),
        strong("What lies between is at stake."),
    ]];
    lines.extend(in_money(desk));
    lines.push(words("Simulated customers, and ranges that are opinions in the form of priors, not data. Nothing here is about one person's money, and none of it shows that training caused anything."));
    lines
}

fn in_money(desk: &Desk<'_>) -> Vec<Line> {
    let Some(figures) = desk.inputs.figures else {
        return vec![words(
            "For a range in money, give the organisation's own figures: --contacts, --margin and --training-cost.",
        )];
    };
    let (paired, marks) = change::measures(desk);
    let count = |of: &dyn Fn(&(&Mark, &Mark)) -> Option<Outcome>| {
        let mut counts = [0_u64; 5];
        for rank in marks.iter().filter_map(of).map(|outcome| usize::from(outcome.rank())) {
            if let Some(count) = counts.get_mut(rank) {
                *count += 1;
            }
        }
        counts
    };
    let estimate = impact::estimate(count(&|marks| marks.0.outcome), count(&|marks| marks.1.outcome), figures);
    match estimate {
        _ if !paired => vec![words(
            "In money: not estimated, because that takes a measure before and after on matched scenarios, as courses have.",
        )],
        None => vec![words(format!("In money: not estimated below {FEWEST} people with both measures."))],
        Some(found) => told(&found, figures),
    }
}

fn told(found: &Estimate, figures: impact::Figures) -> Vec<Line> {
    let assumed = format!(
        "Assumed: {} contacts about failures a year, {} margin a customer, training {} to {}; 5 to 50 % of the gain reaches the job, most likely 20 %; three years at 10 % a year. {} draws, seed {}.",
        sum(figures.contacts),
        sum(figures.margin),
        sum(figures.cost.0),
        sum(figures.cost.1),
        super::text::grouped(found.draws as u64),
        impact::SEED,
    );
    let mut line = vec![
        say("In money, a year, after the cost of training: between "),
        figure(money(found.net.low), "how-worth"),
        say(" and "),
        figure(money(found.net.high), "how-worth"),
        say(format!(", the middle {}. ", money(found.net.middle))),
        strong(format!("In {} of the draws it does not pay.", percent(found.loses))),
    ];
    if let Some(share) = found.break_even {
        let told = if share > 1.0 {
            " Even if all of the gain reached the job, it would not pay in half of them.".to_owned()
        } else {
            format!(" It pays in half of them if {} of the gain reaches the job.", percent(share))
        };
        line.push(say(told));
    }
    let most: Vec<String> = found
        .sensitivity
        .iter()
        .take(3)
        .map(|(name, correlation)| format!("{name} ({})", format!("{correlation:+.2}").replace('-', "−")))
        .collect();
    vec![line, words(assumed), words(format!("What decides it most (rank correlation): {}.", most.join("; ")))]
}
