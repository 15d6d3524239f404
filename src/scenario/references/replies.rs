//! What stands in a choice or an offer.

use super::{References, id_is_well_formed, listed_once, says_something, wait_is_sound};
use crate::customer::{Apology, Moves};
use crate::rubric::Behaviour;
use crate::scenario::ids::{CompetencyId, PromiseId, ReplyId};
use crate::scenario::locate::Part;
use crate::scenario::map::Map;
use crate::scenario::model::{Beat, Move};
use crate::scenario::problem::At;
use crate::scenario::time::Channel;

impl References<'_> {
    pub(super) fn offers(&self, at: &At<'_>, offers: &Map<ReplyId, Move>, beat: &Beat) {
        self.moves(at, offers, beat, "offers");
        for (id, _) in offers.iter().filter(|(_, offer)| offer.promise.is_none() && offer.what.is_none()) {
            at.at(id.as_str()).report_name(
                "S114",
                format!("the offer `{id}` has nothing to show on the card"),
                "Add `promise: \"…\"`, or `what: \"…\"` where it promises nothing.",
            );
        }
    }

    pub(super) fn moves(&self, at: &At<'_>, moves: &Map<ReplyId, Move>, beat: &Beat, what: &str) {
        let always = moves.values().filter(|one| one.when.is_none()).count();
        if moves.len() < 2 || always > 5 || moves.len() > 9 {
            let title = match moves.len() {
                0 => format!("there are no {what} here"),
                1 => format!("there is only one of the {what} that a decision needs"),
                more => format!("there are {more} {what} here"),
            };
            let help = format!("Write two to five {what}; more only where `if` keeps some of them back.");
            at.report_name("S117", title, help)
                .because("One reply is no decision, and more than five cannot be weighed while somebody waits.");
        }
        for (id, one) in moves {
            let at = at.at(id.as_str());
            id_is_well_formed(&at, id.as_str(), Part::Name);
            self.one_move(&at, one, self.channel(beat));
            // What becomes of a promise that does not exist is no further question.
            if beat.due.as_ref().is_none_or(|due| self.scenario.promises.contains_key(due)) {
                Self::due(&at, one, beat.due.as_ref());
            }
        }
    }

    fn one_move(&self, at: &At<'_>, one: &Move, channel: Channel) {
        if one.say.is_none() && one.act.is_none() {
            at.report_name(
                "S118",
                "this reply says and does nothing",
                "Add `say: \"…\"`, or `act: \"…\"` for what is done without words.",
            );
        }
        for (field, text) in [("say", &one.say), ("act", &one.act), ("what", &one.what)] {
            if let Some(text) = text {
                says_something(&at.at(field), text);
            }
        }
        if let Some(condition) = &one.when {
            self.condition(&at.at("if"), condition);
        }
        self.shows(&at.at("shows"), &one.shows);
        self.apology(at, one.apology.as_ref(), &one.shows);
        self.skills(&at.at("skills"), &one.skills);
        self.errors(&at.at("errors"), &one.errors);
        self.facts(&at.at("uses"), &one.uses);
        if let Some(waits) = one.waits {
            wait_is_sound(&at.at("waits"), waits, channel);
        }
        if one.fixes > 1000 {
            at.at("fixes").report(
                "S111",
                format!("`{}` is more than the whole loss", one.fixes),
                "Write 0 to 1000 thousandths of the loss.",
            );
        }
        if let Some(percent) = one.pays.filter(|percent| *percent > 300) {
            let title = format!("compensation of `{percent}` percent is out of range");
            at.at("pays").report("S111", title, "Write 0 to 300 percent of the price.");
        }
        Self::raw_moves(&at.at("moves"), &one.moves);
        if let Some(promise) = &one.promise {
            self.promise(&at.at("promise"), promise);
        }
        self.goto(&at.at("to"), &one.to);
    }

    pub(super) fn shows(&self, at: &At<'_>, shows: &Map<CompetencyId, u8>) {
        for (competency, level) in shows {
            let at = at.at(competency.as_str());
            self.competency(&at, Part::Name, competency);
            if *level > 3 {
                at.report(
                    "S111",
                    format!("level `{level}` is out of range"),
                    "Write 0 (harmful), 1 (weak), 2 (competent) or 3 (exemplary).",
                );
            }
        }
    }

    /// An apology taken apart has its level from its parts, and from nowhere else.
    pub(super) fn apology(&self, at: &At<'_>, apology: Option<&Apology>, shows: &Map<CompetencyId, u8>) {
        let Some(apology) = apology else { return };
        let names: Vec<String> = apology.parts.iter().map(|part| format!("{part:?}")).collect();
        listed_once(&at.at("apology").at("parts"), names.iter().map(String::as_str));
        match self.rules.rubric.competency_of(Behaviour::Apology) {
            Some(competency) if shows.keys().any(|shown| shown.as_str() == competency.id) => {
                at.at("shows")
                    .at(competency.id.as_str())
                    .report(
                        "S127",
                        "this apology has its level from its parts, and here it is given another",
                        format!("Take `\"{}\"` out of `shows`, or take `apology` out.", competency.id),
                    )
                    .because("Two people who read the file would score the trainee differently.");
            }
            Some(_) => {}
            None => {
                at.at("apology").report_name(
                    "S103",
                    "the rubric has no competency for apologies",
                    "Take `apology` out, or give a competency of the rubric `moves: Apology`.",
                );
            }
        }
    }

    pub(super) fn skills(&self, at: &At<'_>, skills: &[String]) {
        for (index, skill) in skills.iter().enumerate() {
            if self.rules.rubric.skill(skill).is_none() {
                let known = self.rules.rubric.skills.iter().map(|skill| skill.code.as_str());
                let title = format!("the rubric has no sub-skill `{skill}`");
                at.at(index).report_unknown("S105", Part::Value, title, skill, known);
            }
        }
        listed_once(at, skills.iter().map(String::as_str));
    }

    pub(super) fn errors(&self, at: &At<'_>, errors: &[String]) {
        for (index, error) in errors.iter().enumerate() {
            if self.rules.rubric.error(error).is_none() {
                let known = self.rules.rubric.errors.iter().map(|error| error.code.as_str());
                let title = format!("the rubric has no error `{error}`");
                at.at(index).report_unknown("S105", Part::Value, title, error, known);
            }
        }
        listed_once(at, errors.iter().map(String::as_str));
    }

    pub(super) fn raw_moves(at: &At<'_>, moves: &Moves) {
        let Moves { trust, calm, effort, outcome, treatment, process } = *moves;
        for (field, value) in [
            ("trust", trust),
            ("calm", calm),
            ("effort", effort),
            ("outcome", outcome),
            ("treatment", treatment),
            ("process", process),
        ] {
            if !(-100..=100).contains(&value) {
                at.at(field).report("S111", format!("a raw move of `{value}` is out of range"), "Write -100 to 100.");
            }
        }
    }

    /// In a beat with `due` every reply says what becomes of that promise; elsewhere none does.
    fn due(at: &At<'_>, one: &Move, due: Option<&PromiseId>) {
        let fates = [("keeps", &one.keeps), ("renegotiates", &one.renegotiates), ("breaks", &one.breaks)];
        let told: Vec<_> = fates.into_iter().filter_map(|(field, promise)| Some((field, promise.as_ref()?))).collect();
        match (due, told.as_slice()) {
            (None, told) => {
                for (field, _) in told {
                    at.at(*field).report_name(
                        "S119",
                        format!("`{field}` stands in a beat where no promise is due"),
                        "Add `due: \"…\"` to the beat, or take it out.",
                    );
                }
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
            (Some(due), told) => {
                let (title, verb) = if told.is_empty() {
                    (format!("this reply does not say what becomes of the promise `{due}`"), "Add")
                } else {
                    (format!("this reply says two different things of the promise `{due}`"), "Keep")
                };
                let fates = format!("`keeps: \"{due}\"`, `renegotiates: \"{due}\"` and `breaks: \"{due}\"`");
                at.report_name("S119", title, format!("{verb} exactly one of {fates}."))
                    .because("Whether a promise was kept is what the customer remembers.");
            }
        }
    }
}
