//! What stands in a form of the conversation.

use super::{References, id_is_well_formed, portrait, says_something};
use crate::customer::Customer;
use crate::scenario::form::{Form, Worth};
use crate::scenario::locate::Part;
use crate::scenario::model::Scenario;
use crate::scenario::problem::At;

impl References<'_> {
    pub(super) fn forms(&self, at: &At<'_>) {
        for (id, form) in &self.scenario.forms {
            let at = at.at(id.as_str());
            id_is_well_formed(&at, id.as_str(), Part::Name);
            self.form(&at, form);
        }
    }

    fn form(&self, at: &At<'_>, form: &Form) {
        says_something(&at.at("about"), &form.about);
        for (field, text) in [("name", &form.name), ("briefing", &form.briefing)] {
            if let Some(text) = text {
                says_something(&at.at(field), text);
            }
        }
        if let Some(looks) = &form.portrait {
            portrait(&at.at("portrait"), looks);
        }
        let locus_fits = form.locus.is_none_or(|locus| (0..=1000).contains(&locus));
        if !locus_fits {
            at.at("locus").report(
                "S111",
                "`locus` is out of range",
                "Write 0 (all the customer's doing) to 1000 (all ours).",
            );
        }
        for (fact, text) in &form.facts {
            let at = at.at("facts");
            let at = at.at(fact.as_str());
            self.fact(&at, Part::Name, fact);
            says_something(&at, text);
        }
        for (beat, says) in &form.says {
            let at = at.at("says");
            let at = at.at(beat.as_str());
            self.beat_exists(&at, Part::Name, beat);
            self.says(&at, says);
        }
        for (path, worth) in &form.replies {
            let at = at.at("replies");
            let path_as_written = path.to_string();
            let at = at.at(path_as_written.as_str());
            self.reply_exists(&at, Part::Name, path);
            let Worth { shows, apology, skills, errors, because: _ } = worth;
            self.shows(&at.at("shows"), shows);
            self.apology(&at, apology.as_ref(), shows);
            self.skills(&at.at("skills"), skills);
            self.errors(&at.at("errors"), errors);
        }
        if self.persona_exists(at, form) && locus_fits {
            self.stays_for_a_word(at, form);
        }
    }

    fn persona_exists(&self, at: &At<'_>, form: &Form) -> bool {
        let Some(persona) = form.persona.as_ref().filter(|persona| self.rules.personas.get(persona).is_none()) else {
            return true;
        };
        let title = format!("there is no persona `{persona}`");
        at.at("persona").report_unknown("S104", Part::Value, title, persona, self.rules.personas.ids());
        false
    }

    fn stays_for_a_word(&self, at: &At<'_>, form: &Form) {
        let mut told = Scenario::clone(self.scenario);
        form.tell(&mut told);
        let persona = self.rules.personas.get(&told.customer.persona);
        if persona.is_some_and(|persona| Customer::arrive(persona, &told.failure, &told.customer.start).leaves()) {
            at.report_name(
                "S112",
                "in this form the customer would leave before the first beat",
                "Choose a calmer persona for it, or lower the failure's severity.",
            )
            .because("The trainee could not say a word.");
        }
    }
}
