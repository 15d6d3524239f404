//! The debrief on paper: one HTML file that needs no network and that any browser prints, with every decision on it.

use minijinja::{AutoEscape, Environment, context};
use serde::Serialize;

use super::handled::{overall_lines, score_note, score_word};
use super::look::verdicts;
use super::mood::without_stop;
use super::promises::promise_line;
use super::view::{Decision, Reflection, Said, View};
use crate::game::theme::widgets::{feeling_word, plain};
use crate::words::{Words, keys};

/// Height of the line of moods, in the units of the picture.
const HEIGHT: u16 = 110;
/// From one decision to the next.
const STEP: usize = 60;

#[derive(Serialize)]
struct Score {
    name: String,
    score: String,
    word: String,
    note: String,
}

#[derive(Serialize)]
struct One {
    place: String,
    mark: Option<String>,
    customer: String,
    said: Vec<Reply>,
    findings: Vec<String>,
}

#[derive(Serialize)]
struct Reply {
    label: String,
    text: String,
    levels: Vec<String>,
    because: String,
}

#[derive(Serialize)]
struct Part {
    name: String,
    lines: Vec<String>,
}

#[derive(Serialize)]
struct Dot {
    n: usize,
    x: usize,
    y: u16,
    name: String,
}

/// The whole debrief as one HTML file. Whatever people wrote is text in it, never markup.
///
/// # Panics
/// Never in a released program: a test lays out a debrief.
#[must_use]
pub fn page(words: &Words, view: &View, reflection: Option<&Reflection>) -> String {
    let mut engine = Environment::new();
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    let customer = [("customer", (&view.customer).into())];
    let label = context! {
        language => words.language(),
        page => words.text("debrief-title"),
        look => words.text("debrief-look"),
        customer => words.format(if view.interrupted { "debrief-was" } else { "debrief-left" }, &customer),
        handled => words.text("debrief-handled"),
        mood => words.format("debrief-mood", &customer),
    };
    let look: Vec<String> = reflection
        .map(|reflection| verdicts(words, &view.decisions, reflection).into_iter().map(|one| one.text).collect())
        .unwrap_or_default();
    let own_words = reflection.map(|one| one.words.trim()).filter(|own| !own.is_empty()).map(|own| words.quoted(own));
    let facts: Vec<String> =
        std::iter::once(words.text(keys::mode(view.mode))).chain(view.chips.iter().cloned()).collect();
    let outcome = view.outcome.map(|outcome| words.text(keys::outcome(outcome)));
    let ending: Vec<String> = [Some(view.outcome_text.clone()), view.remark.clone(), outcome]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    let worth: Vec<String> = view
        .worth
        .into_iter()
        .flat_map(|worth| words.worth(worth).into_iter().chain([words.text("impact-label")]))
        .collect();
    let values = context! {
        title => view.title,
        label,
        facts,
        look,
        own_words,
        feeling => feeling_word(view.feeling, words),
        ending,
        worth,
        scores => scores(words, view),
        overall => overall_lines(words, view),
        curve => curve(words, view),
        decisions => decisions(words, view, reflection),
        parts => parts(words, view),
    };
    engine
        .render_str(include_str!("../../../assets/debrief.html"), values)
        .expect("the page that comes with the program is a template")
}

fn scores(words: &Words, view: &View) -> Vec<Score> {
    let score = |one: &super::Competency| Score {
        name: one.name.clone(),
        score: one.score.map(|score| score.to_string()).unwrap_or_default(),
        word: score_word(words, one),
        note: score_note(words, one),
    };
    view.competencies.iter().map(score).collect()
}

/// The line of moods: from the left, the higher the better.
fn curve(words: &Words, view: &View) -> minijinja::Value {
    let height =
        |mood: u16| HEIGHT - u16::try_from(u32::from(mood.min(1000)) * u32::from(HEIGHT - 10) / 1000).unwrap_or(0);
    let mut line = vec![format!("20,{}", height(view.start_mood))];
    let mut dots = Vec::new();
    for (index, decision) in view.decisions.iter().enumerate() {
        let x = 20 + (index + 1) * STEP;
        if let Some(before) = decision.mood_before {
            line.push(format!("{},{}", x - STEP / 2, height(before)));
        }
        let y = height(decision.mood);
        line.push(format!("{x},{y}"));
        let feeling = feeling_word(decision.feeling, words);
        let name = words.format("debrief-point", &[("n", (index + 1).into()), ("feeling", (&feeling).into())]);
        dots.push(Dot { n: index + 1, x, y, name });
    }
    let width = 40 + (view.decisions.len() + 1) * STEP;
    if let Some(end) = view.end_mood {
        line.push(format!("{},{}", 20 + view.decisions.len() * STEP + STEP / 2, height(end)));
    }
    context! { width, line => line.join(" "), dots }
}

fn decisions(words: &Words, view: &View, reflection: Option<&Reflection>) -> Vec<One> {
    let one = |(index, decision): (usize, &Decision)| {
        let place = [("n", (index + 1).into()), ("of", view.decisions.len().into())];
        let picked = reflection.is_some_and(|reflection| reflection.picked.contains(&index));
        let mut said = vec![reply(
            words,
            if decision.better.is_some() { "debrief-you-said" } else { "debrief-you-said-best" },
            &decision.said,
        )];
        said.extend(decision.better.as_ref().map(|better| reply(words, "debrief-would-have-landed", better)));
        let contact = decision.new_contact.iter().map(String::as_str);
        let place: Vec<String> = std::iter::once(words.format("debrief-decision", &place))
            .chain(contact.map(|text| without_stop(text).to_owned()))
            .collect();
        One {
            place: place.join(" · "),
            mark: picked.then(|| words.text("debrief-picked")),
            customer: words.quoted(&plain(&decision.customer)),
            said,
            findings: findings(words, decision),
        }
    };
    view.decisions.iter().enumerate().map(one).collect()
}

fn reply(words: &Words, label: &str, said: &Said) -> Reply {
    let levels = said.levels.iter().map(|level| {
        let values = [("level", usize::from(level.level).into()), ("best", usize::from(level.best).into())];
        let of = words.format("level-of", &values);
        let anchor = if level.anchor.is_empty() { String::new() } else { format!(": {}", level.anchor) };
        format!("{} {of}{anchor}", level.competency)
    });
    let text = match (said.text.is_empty(), said.spoken) {
        (true, _) => words.text("you-said-nothing"),
        (false, true) => words.quoted(&plain(&said.text)),
        (false, false) => plain(&said.text),
    };
    Reply { label: words.text(label), text, levels: levels.collect(), because: said.because.clone() }
}

fn findings(words: &Words, decision: &Decision) -> Vec<String> {
    let fact = |key: &'static str| move |fact: &String| words.format(key, &[("fact", fact.into())]);
    let errors = decision.errors.iter().cloned();
    let noticed = decision.noticed.iter().map(fact("debrief-fact-noticed"));
    let missed = decision.missed.iter().map(fact("debrief-fact-missed"));
    let promises = decision.promises.iter().map(|news| news.text.clone());
    errors.chain(noticed).chain(missed).chain(promises).chain(decision.closed.clone()).collect()
}

/// What comes after the decisions: promises, facts, the goal.
fn parts(words: &Words, view: &View) -> Vec<Part> {
    let promises = view.promises.iter().map(|promise| promise_line(words, promise)).collect();
    let goal = view.goal.iter().map(|goal| words.format("debrief-goal-kept", &[("goal", goal.into())])).collect();
    let parts = [
        ("debrief-promises", promises),
        ("debrief-noticed", view.noticed.clone()),
        ("debrief-missed", view.missed.clone()),
        ("debrief-goal", goal),
    ];
    parts
        .into_iter()
        .filter(|(_, lines): &(_, Vec<String>)| !lines.is_empty())
        .map(|(key, lines)| Part { name: words.text(key), lines })
        .collect()
}
