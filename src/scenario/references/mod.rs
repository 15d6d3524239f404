//! Every name a scenario mentions must exist, every number must be in its range, and every text must say something.

mod beats;
mod conditions;
mod forms;
mod looks;
mod replies;

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use super::ids::{BeatId, CompetencyId, FactId, PromiseId};
use super::locate::Part;
use super::model::{Beat, Scenario};
use super::problem::At;
use super::rules::Rules;
use super::time::{Channel, Span, Wait};
use super::walk::Positions;
use crate::customer::{Customer, Outcome, Start};
use crate::rubric::is_id;
use looks::portrait;

/// What a scenario mentions, and what there is to be mentioned.
pub struct References<'a> {
    scenario: &'a Scenario,
    positions: &'a Positions,
    rules: &'a Rules,
    /// The start beat's channel.
    channel: Channel,
}

impl<'a> References<'a> {
    pub fn new(scenario: &'a Scenario, positions: &'a Positions, rules: &'a Rules) -> Self {
        let start = scenario.beats.get(&scenario.start);
        let channel = start.and_then(|start| start.channel).unwrap_or_default();
        Self { scenario, positions, rules, channel }
    }

    /// Reports every name that does not exist, every number out of range and every empty text.
    pub fn check(&self, at: &At<'_>) {
        self.header(at);
        self.customer(at);
        self.facts_and_promises(at);
        self.forms(&at.at("forms"));
        self.beat_exists(&at.at("start"), Part::Value, &self.scenario.start);
        for (id, beat) in &self.scenario.beats {
            let at = at.at("beats");
            let at = at.at(id.as_str());
            id_is_well_formed(&at, id.as_str(), Part::Name);
            self.beat(&at, beat);
        }
        for outcome in Outcome::ALL {
            if self.scenario.outcomes.get(&outcome).is_none_or(|text| text.trim().is_empty()) {
                at.at("outcomes")
                    .report_name(
                        "S110",
                        format!("the outcome `{outcome:?}` has no text"),
                        format!("Add `{outcome:?}: \"…\",` with what the customer does then."),
                    )
                    .because("The customer's state decides the outcome, so each of the five must have something to tell the trainee.");
            }
        }
    }

    fn header(&self, at: &At<'_>) {
        let Scenario { id, title, role, language, .. } = self.scenario;
        id_is_well_formed(&at.at("id"), id, Part::Value);
        says_something(&at.at("title"), title);
        says_something(&at.at("role"), role);
        if language.parse::<LanguageIdentifier>().is_err() {
            at.at("language").report(
                "S106",
                format!("`{language}` is not a language tag"),
                "Write a tag such as `en`, `fr` or `pt-BR`.",
            );
        }
    }

    fn customer(&self, at: &At<'_>) {
        let Scenario { customer, failure, .. } = self.scenario;
        if failure.severity > 3 {
            at.at("failure").at("severity").report(
                "S111",
                format!("severity `{}` is out of range", failure.severity),
                "Write 0 (nothing went wrong) to 3.",
            );
        }
        if failure.locus.is_some_and(|locus| !(0..=1000).contains(&locus)) {
            at.at("failure").at("locus").report(
                "S111",
                "`locus` is out of range",
                "Write 0 (all the customer's doing) to 1000 (all ours).",
            );
        }
        let at = at.at("customer");
        says_something(&at.at("name"), &customer.name);
        portrait(&at.at("portrait"), &customer.portrait);
        let in_range = start_values(&at.at("start"), &customer.start);
        match self.rules.personas.get(&customer.persona) {
            None => at.at("persona").report_unknown(
                "S104",
                Part::Value,
                format!("there is no persona `{}`", customer.persona),
                &customer.persona,
                self.rules.personas.ids(),
            ),
            Some(persona) if failure.severity <= 3 && in_range => {
                if Customer::arrive(persona, failure, &customer.start).leaves() {
                    at.report_name(
                        "S112",
                        "the customer would leave before the first beat",
                        "Let them start calmer or with less effort, or lower the failure's severity.",
                    )
                    .because("The trainee could not say a word.");
                }
            }
            Some(_) => {}
        }
    }

    fn facts_and_promises(&self, at: &At<'_>) {
        for (id, fact) in &self.scenario.facts {
            let at = at.at("facts");
            let at = at.at(id.as_str());
            if id_is_well_formed(&at, id.as_str(), Part::Name) && id.as_str().starts_with("decoy-") {
                at.report_name("S102", format!("the fact `{id}` has a name kept for decoys"), "Give it another id.");
            }
            says_something(&at.at("text"), &fact.text);
        }
        for (id, promise) in &self.scenario.promises {
            let at = at.at("promises");
            let at = at.at(id.as_str());
            id_is_well_formed(&at, id.as_str(), Part::Name);
            says_something(&at.at("what"), &promise.what);
            for (field, text) in [("owner", &promise.owner), ("when", &promise.when)] {
                if let Some(text) = text {
                    says_something(&at.at(field), text);
                }
            }
            if let Some(by) = promise.by {
                has_length(&at.at("by"), by);
            }
        }
    }

    /// The channel of a beat: its own, else the start beat's.
    fn channel(&self, beat: &Beat) -> Channel {
        beat.channel.unwrap_or(self.channel)
    }

    fn beat_exists(&self, at: &At<'_>, part: Part, beat: &BeatId) {
        if !self.positions.contains_key(beat) {
            let known = self.scenario.beats.keys().map(BeatId::as_str);
            at.report_unknown("S101", part, format!("there is no beat `{beat}`"), beat.as_str(), known);
        }
    }

    fn fact(&self, at: &At<'_>, part: Part, fact: &FactId) {
        if !self.scenario.facts.contains_key(fact) {
            let known = self.scenario.facts.keys().map(FactId::as_str);
            at.report_unknown("S101", part, format!("there is no fact `{fact}`"), fact.as_str(), known);
        }
    }

    fn facts(&self, at: &At<'_>, facts: &[FactId]) {
        for (index, fact) in facts.iter().enumerate() {
            self.fact(&at.at(index), Part::Value, fact);
        }
        listed_once(at, facts.iter().map(FactId::as_str));
    }

    fn promise(&self, at: &At<'_>, promise: &PromiseId) {
        if !self.scenario.promises.contains_key(promise) {
            let known = self.scenario.promises.keys().map(PromiseId::as_str);
            at.report_unknown("S101", Part::Value, format!("there is no promise `{promise}`"), promise.as_str(), known);
        }
    }

    fn competency(&self, at: &At<'_>, part: Part, competency: &CompetencyId) {
        if self.rules.rubric.competency(competency.as_str()).is_none() {
            at.report_unknown(
                "S103",
                part,
                format!("the rubric has no competency `{competency}`"),
                competency.as_str(),
                self.rules.rubric.competencies.iter().map(|competency| competency.id.as_str()),
            );
        }
    }
}

/// Reports start values out of range, and says whether there were none.
fn start_values(at: &At<'_>, start: &Start) -> bool {
    let Start { trust, calm, relationship, effort, outcome, treatment, process } = *start;
    let mut in_range = true;
    for (field, value, least) in [
        ("trust", trust, 0),
        ("calm", calm, 0),
        ("relationship", relationship, 0),
        ("effort", effort, 0),
        ("outcome", outcome, -1000),
        ("treatment", treatment, -1000),
        ("process", process, -1000),
    ] {
        if let Some(value) = value.filter(|value| !(least..=1000).contains(value)) {
            in_range = false;
            at.at(field).report(
                "S111",
                format!("`{field}` cannot be `{value}`"),
                format!("Write a whole number from {least} to 1000."),
            );
        }
    }
    in_range
}

/// Reports an id with other letters than ids have, and says whether it was well formed.
fn id_is_well_formed(at: &At<'_>, id: &str, part: Part) -> bool {
    let well_formed = is_id(id);
    if !well_formed {
        let help = "Use lower-case letters, digits and hyphens only, for example `two-weeks`.";
        let title = format!("`{id}` is not a valid id");
        match part {
            Part::Name => at.report_name("S102", title, help),
            Part::Value => at.report("S102", title, help),
        }
        .because("Ids stand in recorded attempts and in reports for years.");
    }
    well_formed
}

/// Reports a text that is there and says nothing.
fn says_something(at: &At<'_>, text: &str) {
    if text.trim().is_empty() {
        at.report(
            "S124",
            "this text is empty",
            "Write something here, or leave the line out where it may be left out.",
        );
    }
}

/// Reports a length of time that is none.
fn has_length(at: &At<'_>, span: Span) {
    if span.seconds() == 0 {
        at.report(
            "S111",
            "this is no time at all",
            "Write at least 1, for example `Minutes(1)`, or leave the line out.",
        );
    }
}

/// Reports a wait of no time, and one that others look on at where nobody can.
fn wait_is_sound(at: &At<'_>, wait: Wait, channel: Channel) {
    has_length(&at.at("time"), wait.time);
    if wait.onlookers && channel != Channel::FaceToFace {
        at.at("onlookers").report_name(
            "S128",
            "nobody looks on here",
            "Take `onlookers` out: it is for waiting face to face. In public, on `Social`, people always look on.",
        );
    }
}

/// Reports what stands in a list a second time.
fn listed_once<'a>(at: &At<'_>, list: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for (index, one) in list.enumerate() {
        if !seen.insert(one) {
            at.at(index).report("S123", format!("`{one}` is listed twice"), "Keep one of the two.").take_out();
        }
    }
}
