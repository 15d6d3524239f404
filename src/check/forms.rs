//! A scenario's forms are looked at as scenarios of their own. What is found in a form alone is told with the form's name; what is
//! found in the scenario itself is not told again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Options, of_scenario};
use crate::diag::{Diagnostic, Source};
use crate::scenario::{Checked, Rules};

/// Adds what is found in the forms of a scenario only.
pub fn add(scenario: &Checked, source: &Arc<Source>, rules: &Rules, options: &Options, findings: &mut Vec<Diagnostic>) {
    let place = |one: &Diagnostic| (one.code, one.span.as_ref().map(|span| (span.start, span.end)), one.title.clone());
    let mut told: BTreeSet<_> = findings.iter().map(place).collect();
    for (id, form) in &scenario.forms {
        let Some(formed) = scenario.in_form(id) else { continue };
        for mut finding in of_scenario(&formed, Some(&formed), source, rules, options) {
            if told.insert(place(&finding)) {
                finding.title = format!("in the form `{id}`, {}", finding.title);
                let about = format!("The form is: {}", form.about);
                finding.why = Some(finding.why.map_or_else(|| about.clone(), |why| format!("{why} {about}")));
                findings.push(finding);
            }
        }
    }
}
