//! How each number was computed and on how many people, and what the page cannot tell.

use serde::Serialize;

use super::text::{counted, grouped};
use super::{Desk, Reader};
use crate::report::statistics::{DRAWS, FEWEST, FEWEST_DRAWN};

/// How one kind of number was computed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct How {
    /// Where numbers lead to.
    pub id: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// How it was computed.
    pub text: String,
    /// On how many people.
    pub people: String,
}

pub(super) fn how(desk: &Desk<'_>) -> Vec<How> {
    let rubric = &desk.inputs.rubric.pass;
    let everybody = format!(
        "{}, {}",
        counted(desk.count(), "person", "people"),
        counted(desk.firsts(), "first attempt", "first attempts")
    );
    let everybody =
        if desk.count() < desk.fewest() { format!("Fewer than {FEWEST} people.") } else { format!("{everybody}.") };
    let dependable = desk.reliability.map_or_else(
        || "Not computed: fewer than ten people have two scored attempts.".to_owned(),
        |found| format!("{} with two scored attempts or more.", counted(found.people as u64, "person", "people")),
    );
    let met: u64 = desk.own.decisions.values().map(|decision| decision.people).sum();
    let how = |id, title, text: String, people: &str| How { id, title, text, people: people.to_owned() };
    vec![
        how("how-attempts", "Which attempts count", "A person's first finished assessment of each scenario, and nothing else. Practice has hints, repeated attempts know the answers, and interrupted ones are not over: all are counted and none is scored. Every attempt was replayed and scored again under the present rules and rubric. Attempts without a name cannot be told apart and count as one person's.".to_owned(), &everybody),
        how("how-score", "Scores", format!("Points earned ÷ the most that could be earned on the decisions a person met, times 100. A person's score in a competency takes all their first attempts together and needs {} scored decisions. What is shown is the mean over people. The interval (95 %) draws people again {} times (percentiles, always the same draws); below {FEWEST_DRAWN} people there is none, above 2{nbsp}000 it is the mean ± 1.96 standard errors. “At standard” is {} of 100 or more, a mark that no panel has set yet; its interval is Wilson's.", rubric.decisions, grouped(DRAWS as u64), rubric.overall / 10, nbsp = '\u{202f}'), &everybody),
        how("how-dependable", "Dependability", "Everybody met other scenarios, so a one-way analysis of variance takes the scenarios as drawn by chance within people: variance between people ÷ (that + variance within ÷ the harmonic mean of attempts a person). What is hard about a scenario counts as error. Interval by drawing people.".to_owned(), &dependable),
        how("how-change", "Change", "Second measure minus first, for everybody who has both; the mean over people with an interval that draws people. Hedges' g divides it by the spread of the first measure, with the correction for few people. What to expect without training: mean + r × (first − mean), r the correlation of the two measures. Months count each person once.".to_owned(), &desk_change(desk)),
        how("how-heat", "Scenarios and competencies", format!("Mean of people's scores in their first attempt at the scenario, 0–100. A cell with fewer than {FEWEST} people is held back, and the next smallest in its row or column with it, so that it cannot be worked out. Shades step at 35, 45, 55, 65, 75 and 85."), &everybody),
        how("how-decisions", "Where people go wrong", "Going wrong: less than half of the points that could be earned at a decision, the first time a person met it. Ordered by the lower end of Wilson's 95 % interval, so that a few people do not come first. The line is the one that most of those people chose; the better one is the strongest that was offered.".to_owned(), &format!("{} in all; the number of people stands beside each.", counted(met, "first meeting of a decision", "first meetings of decisions"))),
        how("how-promises", "Promises", format!("Every promise made in a first attempt and what became of it in the story, as shares of all of them. Intervals draw people. Held back where fewer than {FEWEST} people stand behind a bar."), &everybody),
        how("how-endings", "How customers ended", format!("The ending of each first attempt, as the customer model computed it; shares of all of them. Intervals draw people. Held back where fewer than {FEWEST} people stand behind a bar. Process and ending are never averaged together."), &everybody),
        how("how-errors", "Errors", "People who made an error of the rubric at least once in their first attempts.".to_owned(), &everybody),
        how("how-worth", "What it may be worth", "Priors for who is still a customer after a year: content Beta(17, 3), quiet Beta(12, 8), complaining Beta(9, 11), walked away Beta(2, 18), gone public Beta(1.5, 8.5); shares of endings from a Dirichlet distribution of the counts and one more. From the tenth to the ninetieth percentile of 20\u{202f}000 draws. In money: contacts × margin × three years × the share that reaches the job × the change in endings between the two measures, minus the cost.".to_owned(), &everybody),
    ]
}

fn desk_change(desk: &Desk<'_>) -> String {
    let (_, marks) = super::change::measures(desk);
    let people = marks.len() as u64;
    if people < desk.fewest() {
        format!("Fewer than {} people with two measures.", desk.fewest())
    } else {
        format!("{} with two measures.", counted(people, "person", "people"))
    }
}

pub(super) fn cannot(desk: &Desk<'_>) -> Vec<String> {
    let mut told = vec![
        "How anybody behaves at work. This is learning, measured in simulated conversations; behaviour on the job and results for the business were not measured.".to_owned(),
        "What caused a change. That takes a group that began later, to compare with.".to_owned(),
        "How real customers end. These customers are a model, built from research and calibrated by its authors.".to_owned(),
        "How somebody would speak in their own words: replies were chosen among written ones.".to_owned(),
        "Whether scenarios are equally hard. They are not, and nothing was adjusted for it, except that courses draw the order of a matched pair by lot.".to_owned(),
        "How much a person's own earlier replies had closed off: this page does not compute it; each debrief shows the best ending that could still be reached.".to_owned(),
    ];
    if desk.is_own() {
        told.push("How you compare with others. That is not what this is for.".to_owned());
    } else {
        told.push(
            "Anything about a single person. Groups are groups, and the people in them can read their own results."
                .to_owned(),
        );
        told.push("Whether the pass mark is right: no panel of practitioners has set it yet.".to_owned());
    }
    if matches!(desk.inputs.reader, Reader::Cohort(_)) {
        told.push("How this cohort compares with others: the people, the scenarios and the time differ. A difference between two reports may concern very few people, so none is drawn here.".to_owned());
    }
    told
}
