//! A scenario's forms are looked at as scenarios of their own. What is found in a form alone is told with the form's name, and at
//! the form's own words where it has any there; what is found in the scenario itself is not told again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Options, of_scenario};
use crate::diag::{Diagnostic, Source};
use crate::scenario::{Checked, Form, FormId, Rules, Step};

/// Adds what is found in the forms of a scenario only.
pub fn add(scenario: &Checked, source: &Arc<Source>, rules: &Rules, options: &Options, findings: &mut Vec<Diagnostic>) {
    if scenario.forms.is_empty() {
        return;
    }
    let place = |one: &Diagnostic| (one.code, one.span.as_ref().map(|span| (span.start, span.end)), one.title.clone());
    let mut told: BTreeSet<_> = findings.iter().map(place).collect();
    for (id, form) in &scenario.forms {
        let Some(formed) = scenario.in_form(id) else { continue };
        for mut finding in of_scenario(&formed, Some(&formed), source, rules, options, Some(&Own { id, form })) {
            if told.insert(place(&finding)) {
                finding.title = format!("in the form `{id}`, {}", finding.title);
                let about = format!("The form is: {}", form.about);
                finding.why = Some(finding.why.map_or_else(|| about.clone(), |why| format!("{why} {about}")));
                findings.push(finding);
            }
        }
    }
}

/// What a form says in its own words.
pub(super) struct Own<'a> {
    pub id: &'a FormId,
    pub form: &'a Form,
}

impl Own<'_> {
    /// The way to a part of the scenario in this form: into the form where it has its own, else as it is.
    pub fn way(&self, path: Vec<Step>) -> Vec<Step> {
        let keys: Vec<&str> = path.iter().map(|step| if let Step::Key(key) = step { key } else { "" }).collect();
        let form = self.form;
        // How many steps the form's own way stands for, and that way.
        let (length, own): (usize, Vec<&str>) = match keys.as_slice() {
            ["beats", beat, "says", ..] if form.says.contains_key(&(*beat).into()) => (3, vec!["says", beat]),
            ["beats", beat, "reply", "offers", reply, field, ..] => return self.worth(&path, beat, reply, field, 5),
            ["beats", beat, "reply", reply, field, ..] => return self.worth(&path, beat, reply, field, 4),
            ["facts", fact, "text"] if form.facts.contains_key(&(*fact).into()) => (3, vec!["facts", fact]),
            ["customer", "name", ..] if form.name.is_some() => (2, vec!["name"]),
            ["customer", "persona", ..] if form.persona.is_some() => (2, vec!["persona"]),
            ["customer", "portrait", ..] if form.portrait.is_some() => (2, vec!["portrait"]),
            ["failure", "locus"] if form.locus.is_some() => (2, vec!["locus"]),
            ["briefing"] if form.briefing.is_some() => (1, vec!["briefing"]),
            _ => return path,
        };
        self.beginning(own.into_iter().map(Step::from), &path, length)
    }

    /// The way to what a reply is worth, of whose steps the first `length` lead to the reply.
    fn worth(&self, path: &[Step], beat: &str, reply: &str, field: &str, length: usize) -> Vec<Step> {
        let named = format!("{beat}/{reply}");
        let worth = self.form.replies.iter().any(|(path, _)| path.to_string() == named);
        if worth && matches!(field, "shows" | "apology" | "skills" | "errors" | "because") {
            return self.beginning(["replies".into(), named.as_str().into()].into_iter(), path, length);
        }
        path.to_vec()
    }

    fn beginning(&self, own: impl Iterator<Item = Step>, path: &[Step], length: usize) -> Vec<Step> {
        let rest = path.get(length..).unwrap_or_default().iter().cloned();
        [Step::from("forms"), self.id.as_str().into()].into_iter().chain(own).chain(rest).collect()
    }
}
