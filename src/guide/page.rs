//! The facilitator's page for paper and browsers: one file, no network, a page of paper for each scenario.

use minijinja::{AutoEscape, Environment, context};
use serde::Serialize;

use super::Guide;
use crate::scenario::Checked;

/// The words around a guide, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Label {
    /// What such a page is called.
    pub page: String,
    /// Above the aim.
    pub aim: String,
    /// Above the set-up.
    pub set_up: String,
    /// Above the pauses.
    pub pauses: String,
    /// Above the questions.
    pub debrief: String,
    /// Above the variation.
    pub variation: String,
}

#[derive(Serialize)]
struct One<'a> {
    title: &'a str,
    role: &'a str,
    customer: &'a str,
    facts: Vec<String>,
    #[serde(flatten)]
    guide: Texts<'a>,
}

#[derive(Serialize)]
struct Texts<'a> {
    aim: &'a str,
    set_up: &'a str,
    pauses: Vec<Stop<'a>>,
    debrief: &'a [String],
    variation: &'a str,
}

#[derive(Serialize)]
struct Stop<'a> {
    /// What the customer has just said.
    line: Option<&'a str>,
    ask: &'a str,
}

/// The pages of guides, each with its scenario and small facts about it, such as "40 minutes", as one HTML file.
///
/// # Panics
/// Never in a released program: a test lays out every guide that comes with it.
#[must_use]
pub fn html(guides: &[(&Guide, &Checked, Vec<String>)], label: &Label) -> String {
    let mut engine = Environment::new();
    engine.set_auto_escape_callback(|_| AutoEscape::Html);
    let guides: Vec<One<'_>> = guides.iter().map(|(guide, scenario, facts)| one(guide, scenario, facts)).collect();
    let title = guides.first().map_or("", |first| first.title);
    engine
        .render_str(include_str!("../../assets/guide.html"), context! { title, label, guides })
        .expect("the page that comes with the program is a template")
}

fn one<'a>(guide: &'a Guide, scenario: &'a Checked, facts: &[String]) -> One<'a> {
    let pauses = guide.pauses.iter().map(|pause| Stop { line: pause.line(scenario), ask: &pause.ask }).collect();
    One {
        title: &scenario.title,
        role: &scenario.role,
        customer: &scenario.customer.name,
        facts: facts.to_vec(),
        guide: Texts {
            aim: &guide.aim,
            set_up: &guide.set_up,
            pauses,
            debrief: &guide.debrief,
            variation: &guide.variation,
        },
    }
}
