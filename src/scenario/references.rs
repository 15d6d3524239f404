//! Every name a scenario mentions must exist, and every number must be in its range.

use std::collections::BTreeMap;

use super::condition::{Cases, Condition};
use super::ids::{BeatId, CompetencyId, FactId, PromiseId};
use super::locate::Part;
use super::model::{Beat, Commit, Move, Paraphrase, Reply, Scenario};
use super::problem::At;
use super::rules::Rules;
use crate::customer::{Customer, Moves, Outcome};
use crate::rubric::is_id;

/// What a scenario mentions, and what there is to be mentioned.
pub struct References<'a> {
    pub scenario: &'a Scenario,
    pub rules: &'a Rules,
}

impl References<'_> {
    /// Reports every name that does not exist and every number out of range.
    pub fn check(&self, at: &mut At<'_>) {
        let scenario = self.scenario;
        if !is_id(&scenario.id) {
            malformed(&mut at.at("id"), &scenario.id, Part::Value);
        }
        self.customer(at);
        self.ids(at);
        self.beat_exists(&mut at.at("start"), &scenario.start);
        for (id, beat) in &scenario.beats {
            self.beat(&mut at.at("beats").at(id.as_str()), beat);
        }
        for outcome in Outcome::ALL {
            if scenario.outcomes.get(&outcome).is_none_or(|text| text.trim().is_empty()) {
                at.at("outcomes")
                    .report_name("S110", format!("the outcome `{outcome:?}` has no text"), format!("Add `{outcome:?}: \"…\",` with what the customer does then."))
                    .because("The customer's state decides the outcome, so each of the five must have something to tell the trainee.");
            }
        }
    }

    fn customer(&self, at: &mut At<'_>) {
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
        match self.rules.personas.get(&customer.persona) {
            None => {
                let title = format!("there is no persona `{}`", customer.persona);
                at.at("customer").at("persona").report_unknown(
                    "S104",
                    Part::Value,
                    title,
                    &customer.persona,
                    self.rules.personas.ids(),
                );
            }
            Some(persona) if failure.severity <= 3 => {
                if Customer::arrive(persona, failure, &customer.start).leaves() {
                    at.at("customer")
                        .report_name(
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

    fn ids(&self, at: &mut At<'_>) {
        let Scenario { facts, promises, beats, .. } = self.scenario;
        for id in facts.keys() {
            let mut at = at.at("facts");
            let mut at = at.at(id.as_str());
            if !is_id(id.as_str()) {
                malformed(&mut at, id.as_str(), Part::Name);
            } else if id.as_str().starts_with("decoy-") {
                at.report_name("S102", format!("the fact `{id}` has a name kept for decoys"), "Give it another id.");
            }
        }
        for id in promises.keys().map(PromiseId::as_str).filter(|id| !is_id(id)) {
            malformed(&mut at.at("promises").at(id), id, Part::Name);
        }
        for id in beats.keys().map(BeatId::as_str).filter(|id| !is_id(id)) {
            malformed(&mut at.at("beats").at(id), id, Part::Name);
        }
    }

    fn beat(&self, at: &mut At<'_>, beat: &Beat) {
        if beat.says.is_none() && beat.scene.is_none() {
            at.report_name(
                "S113",
                "nothing is said and nothing happens in this beat",
                "Add `says: \"…\"`, or `scene: \"…\"` for what happens.",
            );
        }
        if let Some(says) = &beat.says {
            self.conditions(&mut at.at("says"), says);
        }
        for (index, fact) in beat.reveals.iter().enumerate() {
            self.fact(&mut at.at("reveals").at(index), fact);
        }
        if let Some(promise) = &beat.due {
            self.promise(&mut at.at("due"), promise);
        }
        if let Some(otherwise) = &beat.otherwise {
            self.beat_exists(&mut at.at("otherwise"), otherwise);
        }
        for (index, competency) in beat.scores.iter().flatten().enumerate() {
            self.competency(&mut at.at("scores").at(index), Part::Value, competency);
        }
        if beat.fails.is_some_and(|failure| !(1..=3).contains(&failure.severity)) {
            at.at("fails").at("severity").report(
                "S111",
                "the severity of a further failure is out of range",
                "Write 1 to 3.",
            );
        }
        match &beat.reply {
            None => {}
            Some(Reply::Choose(choices)) => self.moves(&mut at.at("reply"), choices, beat, "choices"),
            Some(Reply::Commit(Commit { offers })) => {
                self.moves(&mut at.at("reply").at("offers"), offers, beat, "offers");
                for (id, offer) in offers.iter().filter(|(_, offer)| offer.promise.is_none() && offer.what.is_none()) {
                    let _ = offer;
                    at.at("reply").at("offers").at(id.as_str()).report_name(
                        "S114",
                        format!("the offer `{id}` has nothing to show on the card"),
                        "Add `promise: \"…\"`, or `what: \"…\"` where it promises nothing.",
                    );
                }
            }
            Some(Reply::Paraphrase(paraphrase)) => self.paraphrase(&mut at.at("reply"), paraphrase, beat),
        }
    }

    fn paraphrase(&self, at: &mut At<'_>, paraphrase: &Paraphrase, beat: &Beat) {
        for (index, fact) in paraphrase.about.iter().flatten().enumerate() {
            self.fact(&mut at.at("about").at(index), fact);
        }
        if !(2..=4).contains(&paraphrase.decoys.len()) {
            at.at("decoys")
                .report_name(
                    "S115",
                    format!("a paraphrase needs 2 to 4 decoys, and this one has {}", paraphrase.decoys.len()),
                    "Write things nobody said, but somebody might have.",
                )
                .because("Without decoys the trainee could tick everything without having listened.");
        }
        if beat.due.is_some() {
            at.report_name(
                "S116",
                "a paraphrase cannot keep or break a promise",
                "Use `Choose` or `Commit` in a beat with `due`.",
            );
        }
        self.goto(&mut at.at("to"), &paraphrase.to);
    }

    fn moves<K: AsRef<str> + Ord>(&self, at: &mut At<'_>, moves: &BTreeMap<K, Move>, beat: &Beat, what: &str) {
        let always = moves.values().filter(|one| one.when.is_none()).count();
        if moves.len() < 2 || always > 5 || moves.len() > 9 {
            at.report_name(
                "S117",
                format!("there are {} {what} here", moves.len()),
                format!("Write two to five {what}; more only where `if` keeps some of them back."),
            )
            .because("One reply is no decision, and more than five cannot be weighed while somebody waits.");
        }
        for (id, one) in moves {
            let mut at = at.at(id.as_ref());
            if !is_id(id.as_ref()) {
                malformed(&mut at, id.as_ref(), Part::Name);
            }
            self.one_move(&mut at, one);
            Self::due(&mut at, one, beat.due.as_ref());
        }
    }

    fn one_move(&self, at: &mut At<'_>, one: &Move) {
        if one.say.is_none() && one.act.is_none() {
            at.report_name(
                "S118",
                "this reply says and does nothing",
                "Add `say: \"…\"`, or `act: \"…\"` for what is done without words.",
            );
        }
        if let Some(condition) = &one.when {
            self.condition(&mut at.at("if"), condition);
        }
        for (competency, level) in &one.shows {
            let mut at = at.at("shows");
            let mut at = at.at(competency.as_str());
            self.competency(&mut at, Part::Name, competency);
            if *level > 3 {
                at.report(
                    "S111",
                    format!("level `{level}` is out of range"),
                    "Write 0 (harmful), 1 (weak), 2 (competent) or 3 (exemplary).",
                );
            }
        }
        for (index, skill) in
            one.skills.iter().enumerate().filter(|(_, skill)| self.rules.rubric.skill(skill).is_none())
        {
            at.at("skills").at(index).report_unknown(
                "S105",
                Part::Value,
                format!("the rubric has no sub-skill `{skill}`"),
                skill,
                self.rules.rubric.skills.iter().map(|skill| skill.code.as_str()),
            );
        }
        for (index, error) in
            one.errors.iter().enumerate().filter(|(_, error)| self.rules.rubric.error(error).is_none())
        {
            at.at("errors").at(index).report_unknown(
                "S105",
                Part::Value,
                format!("the rubric has no error `{error}`"),
                error,
                self.rules.rubric.errors.iter().map(|error| error.code.as_str()),
            );
        }
        for (index, fact) in one.uses.iter().enumerate() {
            self.fact(&mut at.at("uses").at(index), fact);
        }
        if one.fixes > 1000 {
            at.at("fixes").report(
                "S111",
                format!("`{}` is more than the whole loss", one.fixes),
                "Write 0 to 1000 thousandths of the loss.",
            );
        }
        if one.pays.is_some_and(|percent| percent > 300) {
            at.at("pays").report("S111", "compensation is out of range", "Write 0 to 300 percent of the price.");
        }
        let Moves { trust, calm, effort, outcome, treatment, process } = one.moves;
        if [trust, calm, effort, outcome, treatment, process].iter().any(|value| value.abs() > 100) {
            at.at("moves").report_name("S111", "a raw move is out of range", "Keep each within -100 and 100.");
        }
        if let Some(promise) = &one.promise {
            self.promise(&mut at.at("promise"), promise);
        }
        self.goto(&mut at.at("to"), &one.to);
    }

    /// In a beat with `due` every reply says what becomes of that promise; elsewhere none does.
    fn due(at: &mut At<'_>, one: &Move, due: Option<&PromiseId>) {
        let fates = [("keeps", &one.keeps), ("renegotiates", &one.renegotiates), ("breaks", &one.breaks)];
        let told: Vec<_> = fates.into_iter().filter_map(|(field, promise)| Some((field, promise.as_ref()?))).collect();
        match (due, told.as_slice()) {
            (None, []) => {}
            (None, [(field, _), ..]) => {
                at.at(*field).report_name(
                    "S119",
                    format!("`{field}` stands in a beat where no promise is due"),
                    "Add `due: \"…\"` to the beat, or take it out.",
                );
            }
            (Some(due), [(field, promise)]) => {
                if *promise != due {
                    at.at(*field).report(
                        "S119",
                        format!("`{promise}` is not the promise that is due here"),
                        format!("The beat says `due: \"{due}\"`."),
                    );
                }
            }
            (Some(due), _) => {
                at.report_name(
                    "S119",
                    format!("this reply does not say what becomes of the promise `{due}`"),
                    format!(
                        "Add exactly one of `keeps: \"{due}\"`, `renegotiates: \"{due}\"` and `breaks: \"{due}\"`."
                    ),
                )
                .because("Whether a promise was kept is what the customer remembers.");
            }
        }
    }

    fn goto(&self, at: &mut At<'_>, to: &Cases<BeatId>) {
        self.conditions(at, to);
        if to.cases.is_empty() {
            self.beat_exists(at, &to.last);
        } else {
            for (index, beat) in to.values().enumerate() {
                self.beat_exists(&mut at.at(index).at("go"), beat);
            }
        }
    }

    fn conditions<T>(&self, at: &mut At<'_>, cases: &Cases<T>) {
        for (index, condition) in cases.conditions().enumerate() {
            self.condition(&mut at.at(index).at("if"), condition);
        }
    }

    fn condition(&self, at: &mut At<'_>, condition: &Condition) {
        match condition {
            Condition::Knows(fact) | Condition::Noticed(fact) => self.fact(at, fact),
            Condition::Promised(promise) | Condition::Kept(promise) | Condition::Broke(promise) => {
                self.promise(at, promise);
            }
            Condition::Chose(path) => {
                let known = self.scenario.beats.get(&path.beat).is_some_and(|beat| match &beat.reply {
                    Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
                        moves.contains_key(&path.reply)
                    }
                    Some(Reply::Paraphrase(_)) | None => false,
                });
                if !known {
                    let all: Vec<String> = self.reply_paths();
                    let title = format!("there is no reply `{path}`");
                    at.report_unknown("S101", Part::Value, title, &path.to_string(), all.iter().map(String::as_str));
                }
            }
            Condition::Understood(level) => {
                if !(1..=3).contains(level) {
                    at.report(
                        "S111",
                        format!("`Understood({level})` can never be told from chance"),
                        "Write `Understood(1)`, `Understood(2)` or `Understood(3)`.",
                    );
                }
            }
            Condition::Feels(_) | Condition::AtLeast(..) | Condition::AtMost(..) => {}
            Condition::All(parts) | Condition::Any(parts) => {
                for (index, part) in parts.iter().enumerate() {
                    self.condition(&mut at.at(index), part);
                }
            }
            Condition::Not(part) => self.condition(at, part),
        }
    }

    fn reply_paths(&self) -> Vec<String> {
        let of = |(id, beat): (&BeatId, &Beat)| match &beat.reply {
            Some(Reply::Choose(moves) | Reply::Commit(Commit { offers: moves })) => {
                moves.keys().map(|reply| format!("{id}/{reply}")).collect::<Vec<_>>()
            }
            Some(Reply::Paraphrase(_)) | None => Vec::new(),
        };
        self.scenario.beats.iter().flat_map(of).collect()
    }

    fn beat_exists(&self, at: &mut At<'_>, beat: &BeatId) {
        if !self.scenario.beats.contains_key(beat) {
            let known = self.scenario.beats.keys().map(BeatId::as_str);
            at.report_unknown("S101", Part::Value, format!("there is no beat `{beat}`"), beat.as_str(), known);
        }
    }

    fn fact(&self, at: &mut At<'_>, fact: &FactId) {
        if !self.scenario.facts.contains_key(fact) {
            let known = self.scenario.facts.keys().map(FactId::as_str);
            at.report_unknown("S101", Part::Value, format!("there is no fact `{fact}`"), fact.as_str(), known);
        }
    }

    fn promise(&self, at: &mut At<'_>, promise: &PromiseId) {
        if !self.scenario.promises.contains_key(promise) {
            let known = self.scenario.promises.keys().map(PromiseId::as_str);
            at.report_unknown("S101", Part::Value, format!("there is no promise `{promise}`"), promise.as_str(), known);
        }
    }

    fn competency(&self, at: &mut At<'_>, part: Part, competency: &CompetencyId) {
        if self.rules.rubric.competency(competency.as_str()).is_none() {
            let title = format!("the rubric has no competency `{competency}`");
            at.report_unknown(
                "S103",
                part,
                title,
                competency.as_str(),
                self.rules.rubric.competencies.iter().map(|competency| competency.id.as_str()),
            );
        }
    }
}

fn malformed(at: &mut At<'_>, id: &str, part: Part) {
    let help = "Use lower-case letters, digits and hyphens only, for example `two-weeks`.";
    let title = format!("`{id}` is not a valid id");
    match part {
        Part::Name => at.report_name("S102", title, help),
        Part::Value => at.report("S102", title, help),
    }
    .because("Ids stand in recorded attempts and in reports for years.");
}
