//! S217: a form that changes nothing, or a word of it that stands in no text.

use super::{page, sound};
use crate::check::finding::{Findings, Path};
use crate::check::rule::Rule;
use crate::check::subject::Subject;
use crate::diag::Severity;
use crate::scenario::Form;

pub const RULE: Rule = sound("S217", "form-without-effect", Severity::Warning, page!("S217"), find);

fn find(subject: &Subject<'_>, findings: &mut Findings) {
    for (id, form) in &subject.scenario.forms {
        let path = || Path::field("forms").to(id.as_str());
        if *form == (Form { about: form.about.clone(), ..Form::default() }) {
            findings
                .add(path(), format!("the form `{id}` changes nothing"))
                .at_name()
                .help("Write what differs in it, or take it out.");
        }
        for (from, to) in &form.words {
            let alone = Form { words: [(from.clone(), to.clone())].into(), ..Form::default() };
            let stands = |text: &str| {
                let mut reworded = text.to_owned();
                alone.reword(&mut reworded);
                reworded != text
            };
            let name = &subject.scenario.customer.name;
            let found = subject.texts().iter().any(|text| stands(text.words)) || stands(name);
            if from != to && !found {
                findings
                    .add(path().to("words").to(from.as_str()), format!("`{from}` stands in no text"))
                    .at_name()
                    .why("In this form some texts may still tell of the other person.")
                    .help("Write it as it stands in the texts, letter for letter, or take it out.");
            }
        }
    }
}
